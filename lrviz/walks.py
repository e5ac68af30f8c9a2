"""Walks: what an update on a surface was made of, as arrows."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers.rmsprop import RMSprop
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.experiment import Experiment
from lrviz.results import Curve, Floats, Trace
from lrviz.run import Run

NEGLIGIBLE = 1e-6
"""A mean this small beside its gradient tells nothing of the scale of an update."""


class Stride(NamedTuple):
    """One update from `place`, in parts that add up to `update`; all (2,).

    `gradient` is what this update's own gradient moves, `momentum` what earlier ones still do, and `decay` what a
    weight decay apart from the gradient takes away. An L2 penalty is part of the gradient, as in torch.
    """

    place: Floats
    gradient: Floats
    momentum: Floats
    decay: Floats
    update: Floats


def stride(experiment: Experiment, run: Run, trace: Trace, t: int) -> Stride:
    """Take update `t` of a run's trace on a surface apart; `experiment` is the plan that was raced.

    With d the gradient that was used (clipped, and with its L2 penalty), what is drawn as `gradient` is

    - for SGD, −lr · d, times 1 − dampening or Nesterov's 1 + β where these are on: exact, and so is the momentum, which
      is −lr · β times the running sum before (β² for Nesterov);
    - for RMSprop with momentum, all but −lr · β times the running sum before, as the last update shows it;
    - for Adam and its kin, which divide by a running size, the share of d in the running mean m, (1 − β₁) · d / m of
      the update, coordinate by coordinate. NAdam looks ahead of m, so that there it is an approximation;
    - for Adagrad, Adadelta and RMSprop without momentum, the whole update.
    """
    run, first = _remembered(experiment, run, t)
    curve = experiment.curve(run.untold(), np.arange(first, t + 1))
    trace, t = _since(trace, first), t - first
    groups, rates = _groups(run), _rates(run, curve, trace, t)
    update = trace.places[t + 1] - trace.places[t]
    decay = _decoupled(run, rates, groups) * trace.places[t]
    still = np.zeros(t + 1) if curve.momentum is None else curve.momentum
    momentum = _momentum(run, trace, rates, update - decay, still)
    return Stride(trace.places[t], update - decay - momentum, momentum, decay, update)


def _remembered(experiment: Experiment, run: Run, t: int) -> tuple[Run, int]:
    """Give the run by whose rules update `t` is done, and the first update that its optimizer remembers then."""
    done = [each for each in experiment.stretches(run) if each.first <= t]
    first = done[-1].first
    for before, after in reversed([*pairwise(done)]):
        if type(before.run.optimizer) is not type(after.run.optimizer):
            break
        first = before.first
    return done[-1].run, first


def _since(trace: Trace, first: int) -> Trace:
    """Give the trace of a run on a surface from update `first` on."""
    lrs, places, slopes = trace.lrs[first:], trace.places[first:], trace.slopes[first:]
    return replace(trace, losses=trace.losses[first:], lrs=lrs, places=places, slopes=slopes)


def _momentum(run: Run, trace: Trace, rates: Floats, moved: Floats, still: Floats) -> Floats:
    """Give what earlier gradients move in the last of the updates whose momenta are `still` (n,)."""
    t, beta, optimizer = len(still) - 1, float(still[-1]), run.optimizer
    if t == 0 or beta == 0:
        return np.zeros(2)
    pushed = _pushes(run, trace, t)
    match optimizer:
        case SGD(dampening=left_out, nesterov=ahead):
            return np.asarray(moved + rates * pushed[t] * (1 + beta if ahead else 1 - left_out))
        case RMSprop():
            before = trace.places[t] - trace.places[t - 1]
            share = trace.lrs[t] / trace.lrs[t - 1] if trace.lrs[t - 1] > 0 else 0.0
            return np.asarray(beta * share * before)
    weights = (1 - still) * np.append(np.cumprod(still[:0:-1])[::-1], 1.0)
    mean = weights @ pushed
    known = np.abs(mean) > NEGLIGIBLE * np.abs(pushed[t])
    own = np.divide((1 - beta) * pushed[t], mean, out=np.zeros(2), where=known)
    return np.asarray(moved * (1 - own))


def _pushes(run: Run, trace: Trace, t: int) -> Floats:
    """Give the gradients of the updates up to `t` as the optimizer takes them, (t + 1, 2)."""
    climbs = getattr(run.optimizer, "maximize", False)
    slopes = -trace.slopes[: t + 1] if climbs else trace.slopes[: t + 1]
    return slopes if _apart(run.optimizer) else slopes + _decays(run, _groups(run)) * trace.places[: t + 1]


def _decoupled(run: Run, rates: Floats, groups: tuple[int | None, ...]) -> Floats:
    """Give the share of each coordinate that a decay apart from the gradient adds: at most 0, (2,)."""
    return -rates * _decays(run, groups) if _apart(run.optimizer) else np.zeros(2)


def _apart(optimizer: Optimizer) -> bool:
    """Whether an optimizer shrinks weights apart from the gradient."""
    return type(optimizer).__name__ == "AdamW" or bool(getattr(optimizer, "decoupled_weight_decay", False))


def _decays(run: Run, groups: tuple[int | None, ...]) -> Floats:
    """Give the weight decay of x and of y; a frozen one has none."""
    own = float(getattr(run.optimizer, "weight_decay", 0.0))
    found = [own if place is None else _own(run.groups[place].weight_decay, own) for place in groups]
    frozen = [place is not None and run.groups[place].frozen for place in groups]
    return np.where(frozen, 0.0, found)


def _own(value: float | None, default: float) -> float:
    return default if value is None else value


def _groups(run: Run) -> tuple[int | None, ...]:
    """Give the index of the group that x belongs to, and y; None for the optimizer's own."""
    return tuple(run.group(name) for name in ("x", "y"))


def _rates(run: Run, curve: Curve, trace: Trace, t: int) -> Floats:
    """Give the learning rates of x and of y in update `t`, (2,); 0 of one that is frozen."""
    at: dict[int | None, int] = {None: 0}
    trained = (i for i, group in enumerate(run.groups) if not group.frozen)
    at |= {i: row for row, i in enumerate(trained, start=1)}
    planned = curve.lrs[:, t]
    scale = trace.lrs[t] / planned[0] if run.listens and planned[0] > 0 else 1.0
    return np.array([scale * planned[at[place]] if place in at else 0.0 for place in _groups(run)])
