"""One update taken apart: what passed through each layer and came back, and what became of it in each parameter."""

from __future__ import annotations

import time

import torch
from torch import Tensor, nn

from lrviz.engine.anatomy import State, decayed, descended, momentum, root_v
from lrviz.engine.chain import Chain
from lrviz.engine.member import Member
from lrviz.engine.race import Turns
from lrviz.engine.solo import Solo
from lrviz.engine.states import States
from lrviz.errors import SpecError
from lrviz.events import Block, Dissect, Dissected, Portion, Replayed
from lrviz.sentences import say

SIDE = 64
"""Rows and columns of a picture, at most."""
SAID_EVERY = 0.05
"""Seconds from one word on the training to the next."""


def dissect(job: Dissect, states: States | None = None) -> Turns:
    """Train a run up to an update, and take that apart.

    The training is that of a race in which the run is alone with this seed, bit for bit on a CPU. Where a race has left
    `states` along its way, it goes on from the latest.

    Raises
    ------
    SpecError
        There is no such run, seed or update in the plan.
    RefusedError
        The run ends before that update, or can't be trained.
    ResourceError
        The device is absent, or the model is a person's own and nobody agreed to have it executed.
    """
    training = job.experiment.training
    for name, value, most in (
        ("run", job.run, len(job.experiment.runs)),
        ("seed", job.seed, len(training.seeds)),
        ("step", job.step, training.steps),
    ):
        if not 0 <= value < most:
            raise SpecError(f"dissect.{name}", value, say("between 0 and {most}", most=most - 1))
    solo = Solo(job.experiment, job.run, training.seeds[job.seed], job.device, job.trusted, states=states)
    said = time.monotonic()
    for done in solo.until(job.step):
        due = time.monotonic() - said > SAID_EVERY
        yield (Replayed(done),) if due else ()
        said = time.monotonic() if due else said
    yield (taken_apart(solo),)


def taken_apart(solo: Solo) -> Dissected:
    """Do the next update of a training, and say what it is made of."""
    each, step = solo.member, solo.updates
    before = {name: parameter.detach().clone() for name, parameter in each.model.named_parameters()}
    groups = {id(own): dict(group) for group in each.optimizer.param_groups for own in group["params"]}
    chain = Chain(each.model)
    with chain.watched():
        loss = solo.update()
    links = tuple(link.passed(chain.passes) for link in chain.links)
    portions = tuple(
        _portion(name, parameter, before[name], each, groups.get(id(parameter)))
        for name, parameter in each.model.named_parameters()
    )
    return Dissected(step, loss, links, portions)


def _portion(name: str, parameter: nn.Parameter, weight: Tensor, each: Member, group: State | None) -> Portion:
    """Say what an update was made of in one parameter; `group` is as it was then, None of a frozen one."""
    after, gradient = parameter.detach(), parameter.grad
    parts: dict[str, Tensor | None] = {"weight": weight, "update": after - weight, "gradient": gradient}
    if gradient is not None and group is not None:
        state = each.optimizer.state.get(parameter, {})
        parts["momentum"] = momentum(state, group, descended(gradient, weight, group))
        parts["root_v"], parts["decay"] = root_v(state, group), decayed(weight, group)
    there = {key: part for key, part in parts.items() if part is not None}
    norms = {key: float(torch.linalg.vector_norm(part.float())) for key, part in there.items()}
    pictures = {key: Block.of(picture(part).cpu().numpy()) for key, part in there.items()}
    lr = 0.0 if group is None else float(group["lr"])
    return Portion(name, tuple(weight.shape), parameter.requires_grad, lr, norms, **pictures)


def picture(tensor: Tensor) -> Tensor:
    """Give a tensor as float32 (rows, columns) of at most 64 each, every place the mean over what lies in it.

    Rows are a layer's outputs and columns all its inputs; a vector is one row.
    """
    table = tensor.detach().float().reshape(1 if tensor.dim() < 2 else len(tensor), -1)
    rows, columns = (min(side, SIDE) for side in table.shape)
    return nn.functional.adaptive_avg_pool2d(table[None], (rows, columns))[0]
