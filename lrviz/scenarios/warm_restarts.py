"""SGDR: cosines that restart warm, each twice as long as the one before."""

from __future__ import annotations

from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.cosine_annealing_warm_restarts import CosineAnnealingWarmRestarts
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.scenarios import Preset

EPOCH = 781
"""Updates of 128 images in an epoch of the code, which holds every image and its mirror image."""

PRESET = Preset(
    name="warm-restarts",
    title="Wide ResNet on CIFAR-10 with warm restarts",
    about=(
        "SGDR: a cosine from 0.05 to 0 over 10 epochs, then one over 20, 40 and 80, within 200 epochs; the rate moves "
        "at every update. The ends of the cosines, epochs 10, 30, 70 and 150, are where the network is worth keeping: "
        "after 200 epochs it is in the middle of a fifth. Momentum 0.9, batches of 128, weight decay 5e-4."
    ),
    reference="Loshchilov & Hutter, SGDR, arXiv 1608.03983; loshchil/SGDR, SGDR_WRNs.py",
    link="https://arxiv.org/abs/1608.03983",
    experiment=Experiment.of(
        Run(
            "SGDR",
            CosineAnnealingWarmRestarts(T_0=10 * EPOCH, T_mult=2),
            SGD(lr=0.05, momentum=0.9, weight_decay=5e-4),
        ),
        steps=200 * EPOCH,
        batch_size=128,
        examples=100_000,
        validate_every=EPOCH,
    ),
)
