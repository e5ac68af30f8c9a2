"""Training ResNet-50 on ImageNet in large batches, with a warm-up."""

from __future__ import annotations

from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.multi_step_lr import MultiStepLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.scenarios import Preset

EPOCH = 156
"""Updates of 8192 images in an epoch."""
WARMUP = 5 * EPOCH

PRESET = Preset(
    name="resnet-50-one-hour",
    title="Train ResNet-50 on ImageNet in an hour",
    about=(
        "256 workers see 32 images each, so the rate of 0.1 for 256 images becomes 0.1 · 8192 / 256 = 3.2. Such a rate "
        "breaks the first epochs: the run starts from 0.1 and adds the same amount at every update until it is there "
        "after 5 epochs. Then steps of ×0.1 at epochs 30, 60 and 80 of 90. Weight decay is 1e-4."
    ),
    reference="Goyal et al., Accurate, Large Minibatch SGD, arXiv 1706.02677",
    link="https://arxiv.org/abs/1706.02677",
    experiment=Experiment.of(
        Run(
            "ResNet-50, 8192 images",
            SequentialLR(
                (
                    LinearLR(1 / 32, total_iters=WARMUP),
                    MultiStepLR(tuple(epoch * EPOCH - WARMUP for epoch in (30, 60, 80))),
                ),
                (WARMUP,),
            ),
            SGD(lr=3.2, momentum=0.9, weight_decay=1e-4, nesterov=True),
        ),
        steps=90 * EPOCH,
        batch_size=32,
        world_size=256,
        examples=1_281_167,
        validate_every=EPOCH,
    ),
)
