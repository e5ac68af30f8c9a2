"""Pre-training LLaMA: a short warm-up and a cosine to a tenth."""

from __future__ import annotations

from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.schedules.cosine_with_min_lr_schedule_with_warmup import CosineWithMinLrScheduleWithWarmup
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
            CosineWithMinLrScheduleWithWarmup(2000, 250_000, min_lr_rate=0.1),
            AdamW(lr=3e-4, betas=(0.9, 0.95), weight_decay=0.1),
            clip=1.0,
        ),
        steps=250_000,
        batch_size=2000,
        examples=500_000_000,
        sequence_length=2000,
        validate_every=1000,
    ),
)
