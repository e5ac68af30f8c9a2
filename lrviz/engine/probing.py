"""What a training is like at some of its updates, asked for one by one: how sharp it lies, and how its gradient varies.

Each trains the run by itself (`solo`) up to there; with turns for a worker, whose value is what they return.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import nullcontext

import torch
from torch import Tensor

from lrviz.engine import curvature
from lrviz.engine.dynamics import flat, trained
from lrviz.engine.measure import Measure
from lrviz.engine.member import parameter_groups
from lrviz.engine.solo import Solo
from lrviz.events import Device
from lrviz.experiment import Experiment

DRAWS = 40
"""Batches that the variance of a gradient is estimated from."""


def sharpness(
    experiment: Experiment, run: int, seed: int, *, step: int | None = None, device: Device = "auto", trusted: str = ""
) -> Generator[None, None, float]:
    """Find the largest eigenvalue of the Hessian of a run's loss on the training set after `step` updates, or all.

    Raises
    ------
    RefusedError
        The run ends before, or can't be trained.
    ResourceError
        The device is absent, or the model is a person's own and nobody agreed to have it executed.
    """
    solo = Solo(experiment, run, seed, device, trusted)
    yield from _brought(solo, step)
    measure = Measure.of(experiment.problem, solo.run.loss, "train_loss", solo.device, seed=seed)
    parameter_groups(solo.run, measure.model)  # which freezes those that the run does
    weights = flat(list(solo.member.model.parameters()))
    measure.put(weights)
    product = curvature.hessian(measure.value, measure.parameters)
    yield
    return (yield from curvature.sharpness(product, len(weights), device=solo.device))


def gradient_noise(
    experiment: Experiment,
    run: int,
    seed: int,
    *,
    batch_size: int | None = None,
    step: int = 0,
    draws: int = DRAWS,
    device: Device = "auto",
    trusted: str = "",
) -> Generator[None, None, float]:
    """Estimate batch_size · E‖g − G‖² after `step` updates: g is a batch's gradient, G that of the whole training set.

    Of `draws` batches that are drawn with replacement it is tr Σ whatever their size, with Σ the covariance of single
    examples' gradients: so gradients of four times the batch are half as far off. A generator that the seed seeds draws
    them. Models answer as they do where they aren't trained. Raises what `sharpness` raises.
    """
    solo = Solo(experiment, run, seed, device, trusted)
    yield from _brought(solo, step)
    many = len(solo.data[0])
    size = batch_size or experiment.training.batch_size
    generator = torch.Generator().manual_seed(seed)
    whole = _gradient(solo, torch.arange(many))
    squares = 0.0
    for _ in range(draws):
        yield
        part = torch.randint(many, (size,), generator=generator)
        squares += float((_gradient(solo, part) - whole).double().square().sum())
    return size * squares / draws


def _brought(solo: Solo, step: int | None) -> Generator[None, None, None]:
    """Train up to an update, or to the plan's end."""
    for _ in solo.until(solo.experiment.training.steps if step is None else step):
        yield


def _gradient(solo: Solo, examples: Tensor) -> Tensor:
    """Give the gradient of a training's loss on some examples as one row; the training goes on as if nothing was."""
    each, part = solo.member, examples.to(solo.device)
    each.model.eval()
    with each.guest.looked_at() if each.guest is not None else nullcontext():
        loss = each.criterion(each.model(solo.data[0][part]), each.target[part])
    each.model.train()
    found = torch.autograd.grad(loss, trained(each.model), materialize_grads=True, allow_unused=True)
    return flat(found)
