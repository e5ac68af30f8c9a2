"""Composed schedules at random, and what torch makes of them."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
from hypothesis import strategies as st
from msgspec.structs import replace

from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.recipe import Recipe
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.multiplicative_lr import MultiplicativeLR
from lrviz.catalog.schedules.polynomial_lr import PolynomialLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.engine.build import build
from lrviz.errors import SpecError
from lrviz.run import Group, Run
from lrviz.spec import fields
from tests.catalog.stepped import Truth, optimizer
from tests.strategies import SIMPLE, specs

FORMULAS = {
    LambdaLR: ("0.95 ** t", "1 / (1 + t)", "1 / (t - 17)", "(t + 3) / 20", "0.7"),
    MultiplicativeLR: ("0.95", "1 - t / 200", "1 / t", "0.9 + 0.01 * t", "1 / (t - 23)"),
}
COUNTS = st.sampled_from((0, 1, 2, 3, 5, 8, 13, 40, 1000))
SEAMS = st.sampled_from((-3, 0, 0, 1, 1, 2, 3, 5, 9, 14, 25, 40, 70, 500))


@st.composite
def leaves(draw: st.DrawFn, cls: type[Schedule]) -> Schedule:
    """Draw a schedule made of no others, of plausible counts, rates and factors, so that no float64 ends."""
    if cls in FORMULAS:
        return draw(st.sampled_from(FORMULAS[cls]).map(cls))
    if issubclass(cls, Recipe):  # its corners are compared with its library's
        return cls.example().scaled(draw(st.sampled_from((0.1, 0.3, 1.0))))
    drawn = draw(specs(cls))
    near: dict[str, st.SearchStrategy[Any]] = {"gamma": st.floats(0, 1.05), "power": st.sampled_from((0.5, 1.0, 2.0))}
    changes: dict[str, Any] = {}
    for field in fields(cls):
        if field.name in near and not isinstance(drawn, CyclicLR):
            changes[field.name] = draw(near[field.name])
        elif field.unit == "lr" and field.kind != "choice":
            changes[field.name] = draw(st.sampled_from((0.0, 0.01, 0.05, 0.3)))
        elif field.unit == "steps" and field.kind == "int" and field.name != "total_steps":
            changes[field.name] = draw(COUNTS) or (0 if isinstance(drawn, PolynomialLR) or _none(field.bound) else 1)
    try:
        return replace(drawn, **changes)
    except SpecError:
        return drawn


def _none(bound: str) -> bool:
    """Say whether a count may be 0."""
    return "between 0" in bound or "at least 0" in bound


def trees(depth: int, part: st.SearchStrategy[Schedule] | None = None) -> st.SearchStrategy[Schedule]:
    """Draw a composed schedule, nested up to `depth` deep."""
    leaf = part if part is not None else st.sampled_from(SIMPLE).flatmap(leaves)
    inner = leaf if depth <= 1 else leaf | trees(depth - 1, leaf)
    return chains(inner) | sequences(inner)


def chains(inner: st.SearchStrategy[Schedule]) -> st.SearchStrategy[Schedule]:
    return st.lists(inner, min_size=1, max_size=4).map(lambda parts: ChainedScheduler(tuple(parts)))


@st.composite
def sequences(draw: st.DrawFn, inner: st.SearchStrategy[Schedule]) -> Schedule:
    """Draw a sequence whose milestones are mostly in order, but may be equal, below 0 or anywhere."""
    parts = draw(st.lists(inner, min_size=1, max_size=5))
    seams = draw(st.lists(SEAMS, min_size=len(parts) - 1, max_size=len(parts) - 1))
    return SequentialLR(tuple(parts), tuple(seams if draw(st.integers(0, 3)) == 0 else sorted(seams)))


def stepped(schedule: Schedule, rates: list[float], steps: int, kind: str = "SGD") -> Truth:
    """Step torch's own objects; what the constructors raise ends the curve at step 0."""
    on = optimizer(kind, rates)
    lrs: list[list[float]] = []
    momenta: list[float] = []
    error: str | None = None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            made = build(schedule, on)
            on.step()
            for _ in range(steps):
                lrs.append([group["lr"] for group in on.param_groups])
                momenta.append(on.param_groups[0]["momentum"] if kind == "SGD" else on.param_groups[0]["betas"][0])
                made.step()
        except (ValueError, ArithmeticError, NotImplementedError) as raised:
            error = _words(raised)
    return Truth(np.array(lrs).reshape(-1, len(rates)).T, np.array(momenta), error)


def _words(error: Exception) -> str:
    text = str(error)
    own = isinstance(error, ValueError) and text.startswith(("Tried to step", "AssertionError", "lr_end"))
    return text if own else f"{type(error).__name__}: {text}" if text else type(error).__name__


def assert_as_torch(schedule: Schedule, rates: list[float], steps: int, kind: str = "SGD") -> None:
    """Compare rates, momentum, the end and its words with torch's, as far as its rates are numbers."""
    truth = stepped(schedule, rates, steps, kind)
    finite = np.isfinite(truth.lrs).all(axis=0)
    alive = int(np.argmin(finite)) if not finite.all() else len(finite)
    t = np.arange(alive)
    for i, lr in enumerate(rates):
        found, expected = schedule.for_group(i).at(np.arange(len(finite)), lr), truth.lrs[i]
        atol = 1e-12 * np.abs(expected[:alive]).max(initial=0.3)
        np.testing.assert_allclose(found[:alive], expected[:alive], rtol=1e-9, atol=atol)
    np.testing.assert_allclose(schedule.momentum_at(t, 0.5), truth.momentum[:alive], rtol=1e-9)
    if alive < len(finite):
        assert not all(np.isfinite(schedule.for_group(i).at(np.full(1, alive), lr)) for i, lr in enumerate(rates))
        return
    run = Run("run", schedule, SGD(lr=rates[0], momentum=0.5), groups=tuple(Group("*", lr=lr) for lr in rates[1:]))
    end = run.ends()
    if truth.error is None:
        assert end is None or end >= steps
        return
    assert run.message(alive) == truth.error
    if end != alive:  # a formula without a value, which isn't known beforehand
        assert not all(np.isfinite(schedule.for_group(i).at(np.full(1, alive), lr)) for i, lr in enumerate(rates))


def assert_links(schedule: Schedule, lr: float, steps: int) -> None:
    """Hold what a scan would give against the rates."""
    end = schedule.ends(lr)
    t = np.arange(steps if end is None else min(end, steps))
    rates = schedule.at(t, lr)
    alive = len(t) if np.isfinite(rates).all() else int(np.argmin(np.isfinite(rates)))
    if alive:
        a, b = schedule.links(t[:alive], lr)
        rate, found = lr, []
        for along, across in zip(a, np.zeros(alive) if b is None else b, strict=True):
            rate = along * rate + across if along else across
            found.append(rate)
        np.testing.assert_allclose(found, rates[:alive], rtol=1e-9, atol=1e-12 * np.abs(rates[:alive]).max(initial=0.3))
