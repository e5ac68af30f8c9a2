"""Pre-training a small language model with a constant rate and a cool-down at the end."""

from __future__ import annotations

from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.scenarios import Preset

ADAMW = AdamW(lr=1e-3, betas=(0.9, 0.95), weight_decay=0.1)
WARMUP = LinearLR(0.01, total_iters=300)

PRESET = Preset(
    name="cool-down",
    title="Pre-train with a constant rate and a cool-down",
    about=(
        "A Llama-like model of 213 M parameters: 15 000 updates of 200 sequences of 512 tokens. 300 updates climb from "
        "1e-5 to 1e-3, the rate stays there, and the last fifth cools down as 1 − √, which can begin from any "
        "checkpoint of the constant stretch. Beside it a cosine to 0 with the same warm-up, which has to know its end."
    ),
    reference="Hägele et al., arXiv 2405.18392; epfml/schedules-and-scaling, src/config/base.py and src/optim/utils.py",
    link="https://arxiv.org/abs/2405.18392",
    experiment=Experiment.of(
        Run("1 − √ cool-down", SequentialLR((WARMUP, LambdaLR("1 - sqrt(t / 3000)")), (12_000,)), ADAMW, clip=1.0),
        Run("cosine", SequentialLR((WARMUP, CosineAnnealingLR(T_max=14_700)), (300,)), ADAMW, clip=1.0),
        steps=15_000,
        batch_size=50,
        accumulation=4,
        sequence_length=512,
        examples=3_000_000,
        validate_every=200,
    ),
)
