"""Fine-tuning GPT-2 with LoRA."""

from __future__ import annotations

from lrviz.catalog.losses.cross_entropy_loss import CrossEntropyLoss
from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.schedules.linear_schedule_with_warmup import LinearScheduleWithWarmup
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.scenarios import Preset

PRESET = Preset(
    name="lora",
    title="Fine-tune GPT-2 with LoRA",
    about=(
        "GPT-2 Medium on E2E with matrices of rank 4: five epochs in batches of 8, 26 290 updates. 500 of them climb "
        "to 2e-4, the rest falls straight to 0. AdamW with weight decay 0.01, label smoothing 0.1. A low-rank update "
        "takes a rate ten times that of fine-tuning every weight."
    ),
    reference="Hu et al., LoRA, arXiv 2106.09685; microsoft/LoRA, examples/NLG/README.md",
    link="https://arxiv.org/abs/2106.09685",
    experiment=Experiment.of(
        Run(
            "LoRA, linear",
            LinearScheduleWithWarmup(500, 26_290),
            AdamW(lr=2e-4, weight_decay=0.01),
            CrossEntropyLoss(label_smoothing=0.1),
        ),
        steps=26_290,
        batch_size=8,
        sequence_length=512,
        examples=42_064,
        validate_every=1000,
    ),
)
