"""Pre-training LLaMA: a short warm-up and a cosine to a tenth."""

from __future__ import annotations

from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.scenarios import Preset

PRESET = Preset(
    name="llama-7b",
    title="Pre-train LLaMA 7B",
    about=(
        "1.0 T tokens in batches of 4 M: 250 000 updates. The rate climbs to 3e-4 in 2000 of them, then a cosine "
        "takes it to a tenth of that, not to 0. AdamW with β₂ 0.95 and weight decay 0.1; gradients are cut to a norm "
        "of 1. A batch stands here for 2000 sequences of 2000 tokens."
    ),
    reference="Touvron et al., LLaMA, arXiv 2302.13971, table 2 and section 2.3",
    link="https://arxiv.org/abs/2302.13971",
    experiment=Experiment.of(
        Run(
            "LLaMA, cosine to 10 %",
            SequentialLR((LinearLR(1e-3, total_iters=2000), CosineAnnealingLR(T_max=248_000, eta_min=3e-5)), (2000,)),
            AdamW(lr=3e-4, betas=(0.9, 0.95), weight_decay=0.1),
            clip=1.0,
        ),
        steps=250_000,
        validate_every=1000,
    ),
)
