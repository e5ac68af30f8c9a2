"""Super-convergence: one triangle to a very high rate, against the usual steps."""

from __future__ import annotations

from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.multi_step_lr import MultiStepLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.scenarios import Preset

PRESET = Preset(
    name="super-convergence",
    title="Super-convergence on CIFAR-10",
    about=(
        "ResNet-56 with one triangle from 0.1 up to 3 and back in 10 000 updates, where steps from 0.35 at 50 000 and "
        "70 000 take 80 000; all with momentum 0.9 and weight decay 1e-4. OneCycleLR is what torch made of it: here "
        "with the same peak and length, its own cosine, and momentum that moves against the rate."
    ),
    reference="Smith & Topin, arXiv 1708.07120; lnsmith54/super-convergence, clrsolver.prototxt and solver.prototxt",
    link="https://arxiv.org/abs/1708.07120",
    experiment=Experiment.of(
        Run(
            "triangle",
            CyclicLR(base_lr=0.1, max_lr=3.0, step_size_up=5000, cycle_momentum=False),
            SGD(lr=0.1, momentum=0.9, weight_decay=1e-4),
        ),
        Run(
            "OneCycleLR",
            OneCycleLR(max_lr=3.0, total_steps=10_000),
            SGD(lr=0.1, momentum=0.9, weight_decay=1e-4),
        ),
        Run("steps", MultiStepLR((50_000, 70_000)), SGD(lr=0.35, momentum=0.9, weight_decay=1e-4)),
        steps=10_000,
        examples=50_000,
        validate_every=100,
    ),
)
