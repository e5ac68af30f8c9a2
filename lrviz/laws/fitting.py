"""Fitting: a law's coefficients from the losses of real runs, and by how much it misses losses kept from it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeAlias, TypeVar

import numpy as np
from numpy.typing import ArrayLike

from lrviz.crossing import Said
from lrviz.errors import SpecError
from lrviz.laws import annealing, multi_power
from lrviz.laws.descent import Landed, descend
from lrviz.laws.origin import Origin, rises_again
from lrviz.laws.pace import Counts, Pace
from lrviz.results import Floats
from lrviz.sentences import say

T = TypeVar("T")
Empirical: TypeAlias = multi_power.MultiPower | annealing.Annealing

KEPT = 256
"""Losses of a curve that are fitted: of a longer log, means of as many stretches."""
EACH = 4
"""Losses that a law needs for each of its coefficients."""
LEAST_FALL = 0.05
"""The share of the peak by which some rate must fall for a fit to show what that gives."""
TWO = 2
"""Schedules, up to which each gives a part of its own to be foretold."""
BEGUN = 10
"""Steps from every start, before the best is followed to its end."""
STRETCH = 16
"""Losses in a row whose mean a law is held to: one by one they are noise."""
ELSEWHERE, OTHERS = 0.02, 0.0125
"""The share of a final loss by which fits to one or two of the published curves missed the others, and fits to three:
from one schedule no law learns more than how that one ends."""
LAST = 0.2
"""The share of a curve that is kept from a fit to see how well the law foretells it."""


class Form(Protocol):
    """A law's shape over some curves: see `annealing.Form`."""

    def starts(self, losses: Floats) -> Iterator[Floats]: ...

    def at(self, logs: Floats) -> tuple[Floats, Floats]: ...

    def law(self, logs: Floats, origin: Origin, band: float) -> Empirical: ...


class Fittable(NamedTuple):
    """A law that can be fitted: its forms over some curves, how many coefficients they have, and its paper."""

    forms: Callable[[Sequence[tuple[Pace, Counts]]], Iterator[Form]]
    coefficients: int
    source: str


FITTABLE: Mapping[str, Fittable] = {
    "multi-power": Fittable(multi_power.forms, len(multi_power.Coefficients._fields), "arXiv 2503.12811"),
    "annealing": Fittable(annealing.forms, len(annealing.Coefficients._fields), "arXiv 2408.11029"),
}


@dataclass(frozen=True)
class Fitted:
    """A law that was fitted to so many `points`, and by how much it misses losses, in their own unit.

    Each error is the most by which it misses the mean of some losses in a row: `train_error` of those it was fitted
    to, `held_out` of what `left_out` names, by laws that were fitted without it.
    """

    law: Empirical
    train_error: float
    held_out: float
    points: int
    left_out: Said


class Curve(NamedTuple):
    """The losses of a run after some of its updates."""

    pace: Pace
    updates: Counts
    losses: Floats


def fitted(
    law: str,
    curves: Iterable[tuple[Pace, ArrayLike, ArrayLike]],
    adaptive: bool | None = None,
    *,
    start: Fitted | None = None,
) -> Fitted:
    """Fit a law to the losses of one run or several.

    The coefficients are those that make the sum of Huber's losses (δ = 0.001) of ln(predicted / loss) least, by
    Levenberg and Marquardt's descent from several starts. Of three or more schedules each is left out once, else the
    last fifth of every curve, or the second half of its fall where that is later. The law's band is what it missed of
    these at most, and no less than what such fits to published curves missed of other schedules.

    Parameters
    ----------
    law
        "multi-power" or "annealing".
    curves
        Of each run its pace, the indices of some of its updates in order, and its loss after (or at) each of them.
    adaptive
        Whether the runs' optimizers were of Adam's kind, if that is known.
    start
        An earlier fit of the law, whose coefficients are tried as well.

    Raises
    ------
    SpecError
        The losses can't show what the law says: too few, not above 0, not falling, from a rate that never falls or
        that rises again.
    """
    turns = fit(law, curves, adaptive, start=start)
    while True:
        try:
            next(turns)
        except StopIteration as stop:
            return stop.value  # type: ignore[no-any-return]


def fit(
    law: str,
    curves: Iterable[tuple[Pace, ArrayLike, ArrayLike]],
    adaptive: bool | None = None,
    *,
    start: Fitted | None = None,
) -> Generator[float, None, Fitted]:
    """Fit as `fitted` does, some milliseconds at each `next()`, which gives the share that is done."""
    if law not in FITTABLE:
        raise SpecError("fitted.law", law, " or ".join(FITTABLE))
    whole = [_averaged(_checked(*curve)) for curve in curves]
    _refuse(law, whole)
    earlier = () if start is None or start.law.name != law else (np.log(start.law.coefficients),)
    parts, left_out = _parts(whole)
    best = yield from _told(0.0, _best(law, whole, earlier))
    held_out = 0.0
    for i, (kept, tested) in enumerate(parts):
        part = yield from _told((i + 1) / (len(parts) + 1), _best(law, kept, tried=(best.logs,)))
        held_out = max(held_out, _error(part, tested))
    train_error = _error(best, whole)
    band = max(
        held_out, train_error, (OTHERS if len(parts) > 1 else ELSEWHERE) * min(float(c.losses[-1]) for c in whole)
    )
    points = sum(len(curve.losses) for curve in whole)
    off = say(
        "{left_out} kept from the fit, it was off by {held_out:.2g} at most.", left_out=left_out, held_out=held_out
    )
    told = say("Fitted to {points} losses of {runs} run{runs:|s}; {off}", points=points, runs=len(whole), off=off)
    peaks = [curve.pace.peak for curve in whole]
    first, last = zip(
        *(curve.pace.area[curve.pace.until(curve.updates[[0, -1]])].tolist() for curve in whole), strict=True
    )
    origin = Origin(
        told, FITTABLE[law].source, (min(peaks), max(peaks)), (min(first), max(last)), adaptive, say("the log’s unit")
    )
    return Fitted(best.law(origin, band), train_error, held_out, points, left_out)


def _told(done: float, turns: Generator[None, None, T]) -> Generator[float, None, T]:
    """Give what turns lead to, and at each of them the share that was done before."""
    while True:
        try:
            next(turns)
        except StopIteration as stop:
            return stop.value  # type: ignore[no-any-return]
        yield done


def _checked(pace: Pace, updates: ArrayLike, losses: ArrayLike) -> Curve:
    """Give a curve from its first update that moves a weight, or refuse it."""
    at, loss = np.asarray(updates), np.asarray(losses, np.float64)
    if at.ndim != 1 or at.shape != loss.shape or not np.issubdtype(at.dtype, np.integer):
        raise SpecError("fitted.curves", updates, say("whole numbers, one for each loss: the updates they belong to"))
    if len(at) and (at[0] < 0 or at[-1] >= pace.steps or (np.diff(at) <= 0).any()):
        raise SpecError(
            "fitted.curves",
            updates,
            say("indices of some of {steps} updates, each above the one before", steps=pace.steps),
        )
    bad = np.flatnonzero(~(np.isfinite(loss) & (loss > 0)))
    if len(bad):
        raise SpecError(
            "fitted.curves", float(loss[bad[0]]), say("losses above 0; this one is of update {at}", at=at[bad[0]])
        )
    if (again := rises_again(pace)) is not None:
        raise SpecError("fitted.curves", f"update {again}", say("of rates that only fall; here it rises again"))
    moved = pace.until(at) >= 0
    return Curve(pace, at[moved].astype(np.int64), loss[moved])


def _averaged(curve: Curve) -> Curve:
    """Give a curve of at most `KEPT` losses: means of neighbours, each at the middle of its stretch."""
    n = len(curve.losses)
    if n <= KEPT:
        return curve
    edges = np.arange(KEPT + 1) * n // KEPT
    means = np.add.reduceat(curve.losses, edges[:-1]) / np.diff(edges)
    return Curve(curve.pace, curve.updates[(edges[:-1] + edges[1:] - 1) // 2], means)


def _refuse(law: str, curves: Sequence[Curve]) -> None:
    """Refuse curves that can't show what a law's coefficients are."""
    needed, points = EACH * FITTABLE[law].coefficients, sum(len(curve.losses) for curve in curves)
    if points < needed:
        raise SpecError(
            "fitted.curves",
            points,
            say("at least {needed} losses: {law} has {EACH} coefficients", needed=needed, law=law, EACH=needed // EACH),
        )
    for curve in curves:
        tenth = max(len(curve.losses) // 10, 1)
        begun, ended = float(curve.losses[:tenth].mean()), float(curve.losses[-tenth:].mean())
        if not ended < begun:
            raise SpecError(
                "fitted.curves", ended, say("losses that fall: they begin at {begun:.3g} and end no lower", begun=begun)
            )
    if not any(_fallen(curve)[-1] > LEAST_FALL for curve in curves):
        raise SpecError(
            "fitted.curves", say("a constant rate"), say("of a rate that falls: nothing else shows what a fall gives")
        )


def _fallen(curve: Curve) -> Floats:
    """Give the share of the peak rate by which it has fallen at each loss, shape (m,)."""
    reached = curve.pace.until(curve.updates)
    return np.asarray(np.where(reached >= curve.pace.warmup, 1 - curve.pace.rates[reached] / curve.pace.peak, 0.0))


@dataclass(frozen=True, eq=False)
class _Best:
    """Where the best of several descents landed, and of which of a law's forms."""

    form: Form
    landed: Landed

    @property
    def logs(self) -> Floats:
        return self.landed.logs

    def law(self, origin: Origin, band: float) -> Empirical:
        return self.form.law(self.logs, origin, band)


def _best(
    law: str, curves: Sequence[Curve], earlier: Sequence[Floats] = (), tried: Sequence[Floats] = ()
) -> Generator[None, None, _Best]:
    """Descend from the starts `tried`, or from a form's own and `earlier` ones, and follow the best to its end."""
    losses = np.concatenate([curve.losses for curve in curves])
    begun = []
    for form in FITTABLE[law].forms([(curve.pace, curve.updates) for curve in curves]):
        for start in tried or (*earlier, *form.starts(losses)):
            begun += [_Best(form, (yield from descend(form, losses, start, BEGUN)))]
    best = min(begun, key=lambda one: one.landed.cost)
    return _Best(best.form, (yield from descend(best.form, losses, best.logs)))


def _parts(curves: Sequence[Curve]) -> tuple[list[tuple[list[Curve], list[Curve]]], str]:
    """Give what is fitted and what is kept from it, once or more, and words for the latter."""
    each = range(len(curves))
    if len({curve.pace.rates.tobytes() for curve in curves}) > TWO:
        return [([curves[i] for i in each if i != k], [curves[k]]) for k in each], say("of each run when it was")
    parts = [_parted(curve) for curve in curves]
    return [([kept for kept, _ in parts], [tested for _, tested in parts])], say("of each run’s end")


def _parted(curve: Curve) -> tuple[Curve, Curve]:
    """Part a curve before its last fifth, or where it has fallen by half if that is later."""
    fallen, n = _fallen(curve), len(curve.losses)
    half = int(np.argmax(fallen >= fallen[-1] / 2)) + 1 if fallen[-1] > LEAST_FALL else 0
    first = min(max(int((1 - LAST) * n), half), n - 1)
    return (
        Curve(curve.pace, curve.updates[:first], curve.losses[:first]),
        Curve(curve.pace, curve.updates[first:], curve.losses[first:]),
    )


def _error(best: _Best, curves: Sequence[Curve]) -> float:
    """Give the most by which a law misses the mean of a stretch of some curves' losses."""
    law = best.law(Origin("", "", (0.0, np.inf), (0.0, np.inf)), 0.0)
    return max(_missed(law.predicted(curve.pace, curve.updates).loss - curve.losses) for curve in curves)


def _missed(by: Floats) -> float:
    stretches = np.array_split(by, max(len(by) // STRETCH, 1))
    return max(abs(float(stretch.mean())) for stretch in stretches)
