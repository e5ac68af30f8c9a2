"""Going on with pre-training on new data: warm up again, decay again."""

from __future__ import annotations

from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.scenarios import Preset

STAGE, WARMUP = 150_000, 1500
"""Updates on each data set, and those of them that warm up."""
DECAY = CosineAnnealingLR(T_max=STAGE - WARMUP, eta_min=3e-5)

PRESET = Preset(
    name="continual",
    title="Go on with pre-training on new data",
    about=(
        "300 B tokens of the Pile, then 300 B of SlimPajama, each with a cosine from 3e-4 to a tenth of it. The rate "
        "climbs again in the first 1 % of the new data: without that the model hardly takes them in, with it it "
        "forgets some of the old, of which 5 % are mixed in. An update stands here for 2 M tokens."
    ),
    reference="Ibrahim et al., Simple and Scalable Strategies to Continually Pre-train, arXiv 2403.08763",
    link="https://arxiv.org/abs/2403.08763",
    experiment=Experiment.of(
        Run(
            "re-warmed, re-decayed",
            SequentialLR(
                (LinearLR(1e-3, total_iters=WARMUP), DECAY, LinearLR(0.1, total_iters=WARMUP), DECAY),
                (WARMUP, STAGE, STAGE + WARMUP),
            ),
            AdamW(lr=3e-4),
        ),
        steps=2 * STAGE,
        batch_size=1000,
        sequence_length=2000,
        examples=150_000_000,
        validate_every=1000,
    ),
)
