"""Training DeiT on ImageNet: AdamW and a cosine in epochs."""

from __future__ import annotations

from lrviz.catalog.losses.cross_entropy_loss import CrossEntropyLoss
from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.scenarios import Preset

PRESET = Preset(
    name="deit",
    title="Train a vision transformer on ImageNet",
    about=(
        "DeiT: AdamW with weight decay 0.05, 300 epochs in batches of 1024 images, label smoothing 0.1. The rate of "
        "5e-4 for 512 images becomes 1e-3; 5 epochs climb to it from 1e-6 and a cosine falls to 1e-5. The rate "
        "changes once an epoch, so that the plot is a staircase."
    ),
    reference="Touvron et al., DeiT, arXiv 2012.12877; facebookresearch/deit, main.py",
    link="https://arxiv.org/abs/2012.12877",
    experiment=Experiment.of(
        Run(
            "DeiT, cosine",
            SequentialLR((LinearLR(1e-3, total_iters=5), CosineAnnealingLR(T_max=295, eta_min=1e-5)), (5,)),
            AdamW(lr=1e-3, weight_decay=0.05),
            CrossEntropyLoss(label_smoothing=0.1),
            stepped="epoch",
        ),
        steps=300 * 1251,
        validate_every=1251,
    ),
)
