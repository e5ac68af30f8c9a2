"""Training a latent diffusion model on ImageNet: hold, then the inverse square root."""

from __future__ import annotations

from lrviz.catalog.optimizers.adam import Adam
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.scenarios import Preset

PRESET = Preset(
    name="edm2",
    title="Train a diffusion model on ImageNet-512",
    about=(
        "EDM2, size S: the rate climbs straight over the first 10 M images to 0.01, holds until update 70 000 and then "
        "falls as √(70 000 / t), so that it needs no end: 2³¹ images here, 1 048 576 updates of 2048. Adam with β₂ "
        "0.99; the weights are kept at a fixed norm, which is why the rate alone sets how fast they turn."
    ),
    reference="Karras et al., EDM2, arXiv 2312.02696; NVlabs/edm2, train_edm2.py and training_loop.py",
    link="https://arxiv.org/abs/2312.02696",
    experiment=Experiment.of(
        Run(
            "EDM2-S",
            LambdaLR("min(t * 2048 / 1e7, 1) / sqrt(max(t / 70000, 1))"),
            Adam(lr=0.01, betas=(0.9, 0.99)),
        ),
        steps=2**20,
        batch_size=2048,
        examples=1_281_167,
        validate_every=4096,
    ),
)
