"""Training the first transformer: linear warm-up, then the inverse square root of the step."""

from __future__ import annotations

from lrviz.catalog.losses.cross_entropy_loss import CrossEntropyLoss
from lrviz.catalog.optimizers.adam import Adam
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.scenarios import Preset

PRESET = Preset(
    name="transformer",
    title="Train the first transformer",
    about=(
        "The base model of width 512 on WMT 2014 English to German, 4.5 M sentence pairs: 100 000 updates of about "
        "25 000 tokens. The rate is 512^−½ · min(step^−½, step · 4000^−1.5): it climbs straight for 4000 steps to "
        "7e-4 and falls with the square root of the step. Adam with β₂ 0.98 and ε 1e-9, label smoothing 0.1."
    ),
    reference="Vaswani et al., Attention Is All You Need, arXiv 1706.03762, section 5",
    link="https://arxiv.org/abs/1706.03762",
    experiment=Experiment.of(
        Run(
            "transformer, Noam",
            LambdaLR("512 ** -0.5 * min((t + 1) ** -0.5, (t + 1) * 4000 ** -1.5)"),
            Adam(lr=1.0, betas=(0.9, 0.98), eps=1e-9),
            CrossEntropyLoss(label_smoothing=0.1),
        ),
        steps=100_000,
        validate_every=1000,
    ),
)
