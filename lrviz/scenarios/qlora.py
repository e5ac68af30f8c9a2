"""Fine-tuning a language model with QLoRA at a constant rate."""

from __future__ import annotations

from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.scenarios import Preset

PRESET = Preset(
    name="qlora",
    title="Fine-tune a 7B model with QLoRA",
    about=(
        "Guanaco 7B on OASST1: 1875 updates of 4 × 4 accumulated examples at a constant 2e-4, with gradients cut to a "
        "norm of 0.3 and no weight decay. The script asks for a warm-up of 3 % too, but transformers’ schedule called "
        "“constant” has none: “constant_with_warmup” would."
    ),
    reference="Dettmers et al., QLoRA, arXiv 2305.14314; artidoro/qlora, scripts/finetune_guanaco_7b.sh",
    link="https://arxiv.org/abs/2305.14314",
    experiment=Experiment.of(
        Run("QLoRA, constant", None, AdamW(lr=2e-4, weight_decay=0.0), clip=0.3),
        steps=1875,
        batch_size=4,
        accumulation=4,
        validate_every=187,
    ),
)
