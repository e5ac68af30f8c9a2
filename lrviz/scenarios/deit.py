"""Training DeiT on ImageNet: AdamW and a cosine in epochs."""

from __future__ import annotations

from lrviz.catalog.losses.cross_entropy_loss import CrossEntropyLoss
from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.schedules.cosine_lr_scheduler import CosineLRScheduler
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.scenarios import Preset

PRESET = Preset(
    name="deit",
    title="Train a vision transformer on ImageNet",
    about=(
        "DeiT: AdamW with weight decay 0.05, 300 epochs in batches of 1024 images, label smoothing 0.1. The rate of "
        "5e-4 for 512 images becomes 1e-3; 5 epochs climb to it from 1e-6 and a cosine falls to 1e-5. It is timm’s "
        "scheduler, which changes the rate once an epoch and begins the cosine under the warm-up."
    ),
    reference="Touvron et al., DeiT, arXiv 2012.12877; facebookresearch/deit, main.py",
    link="https://arxiv.org/abs/2012.12877",
    experiment=Experiment.of(
        Run(
            "DeiT, cosine",
            CosineLRScheduler(t_initial=300, lr_min=1e-5, warmup_t=5, warmup_lr_init=1e-6),
            AdamW(lr=1e-3, weight_decay=0.05),
            CrossEntropyLoss(label_smoothing=0.1),
            stepped="epoch",
        ),
        steps=300 * 1251,
        batch_size=1024,
        examples=1_281_167,
        validate_every=1251,
    ),
)
