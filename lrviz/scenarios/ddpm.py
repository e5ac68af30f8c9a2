"""Training a diffusion model on CIFAR-10: warm up and hold."""

from __future__ import annotations

from lrviz.catalog.optimizers.adam import Adam
from lrviz.catalog.schedules.constant_schedule_with_warmup import ConstantScheduleWithWarmup
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.scenarios import Preset

PRESET = Preset(
    name="ddpm",
    title="Train a diffusion model on CIFAR-10",
    about=(
        "DDPM: Adam climbs to 2e-4 in 5000 updates of 128 images and stays there; what settles the noise of a constant "
        "rate is the running average of the weights, not a decay. Gradients are cut to a norm of 1. 100 000 updates "
        "are drawn here, 256 epochs; the warm-up is the same however long it goes on."
    ),
    reference="Ho et al., DDPM, arXiv 2006.11239; hojonathanho/diffusion, scripts/run_cifar.py",
    link="https://arxiv.org/abs/2006.11239",
    experiment=Experiment.of(
        Run("DDPM, warm-up and hold", ConstantScheduleWithWarmup(5000), Adam(lr=2e-4), clip=1.0),
        steps=100_000,
        batch_size=128,
        examples=50_000,
        validate_every=1000,
    ),
)
