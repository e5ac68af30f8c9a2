"""What the LR finder's view says above its plot: a short list of rules, each with numbers that were measured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.experiment import Experiment
from lrviz.peaks import Peak, peak
from lrviz.results import Floats, LRFinder
from lrviz.run import Run
from lrviz.ui.numbers import rough, short, whole
from lrviz.ui.views.suggested import Searched, Suggested, named, rate, suggested

FALLS = 0.02
"""The share of the first loss, or of the range of all losses, by which it falls where its rates mean anything."""
AT_ONCE = 0.1
"""The share of the updates before which all seeds are cut, where a search diverges at once."""
APART = 0.5
"""Decades that seeds' suggestions spread by, from which on they disagree."""
DECAYED = 0.5
"""The share of its peak that a schedule ends below, where it decays."""
TIMES = 3.0
"""How many times min / 10 a decaying schedule was seen to bear."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Finder", text)


def of(experiment: Experiment, run: Run, searched: Searched) -> tuple[str, str]:
    """Give the headline, and the line of what it rests on: the first rule that has something to say."""
    seen = _Seen(experiment, run, searched)
    return next(said for rule in RULES if (said := rule(seen)) is not None)


def summary(experiment: Experiment, run: Run, searched: Searched) -> str:
    """Give the whole view in words, for those who can't see it."""
    found = searched.found
    ranges = _tr("{0} {1}, from {2} to {3} over {4} of {5} seeds.")
    told = [
        ranges.format(one.title, rate(one.rate), rate(one.low), rate(one.high), one.many, len(found.losses))
        for one in suggested(found)
        if one.there
    ]
    return " ".join(part for part in (*of(experiment, run, searched), *told) if part)


@dataclass(frozen=True)
class _Seen:
    """What the rules look at."""

    experiment: Experiment
    run: Run
    searched: Searched

    @property
    def found(self) -> LRFinder:
        return self.searched.found

    @property
    def who(self) -> str:
        """The run's name, with that of the group that is raised alone."""
        group = self.found.group
        if group is None:
            return self.run.name
        patterns = [one.pattern for one in self.run.groups if not one.frozen]
        rest = _tr("{0}’s other parameters").format(self.run.name)
        return rest if group == 0 else _tr("{0}’s {1}").format(self.run.name, patterns[group - 1])

    @property
    def seeds(self) -> int:
        return len(self.found.losses)

    @cached_property
    def own(self) -> Peak:
        return peak(self.run, self.found.group)

    @cached_property
    def cuts(self) -> Floats:
        """How many losses of each seed there are before it is cut."""
        return np.asarray(np.isfinite(self.found.smoothed).sum(axis=1), np.float64)

    @cached_property
    def curve(self) -> Floats:
        """The mean of all seeds that aren't cut."""
        alive = np.isfinite(self.found.smoothed)
        total = np.where(alive, self.found.smoothed, 0.0).sum(axis=0)
        return np.where(alive.any(axis=0), total / np.maximum(1, alive.sum(axis=0)), np.nan)

    @property
    def ended_early(self) -> bool:
        """Whether every seed was cut before the highest rate."""
        searched = self.searched
        return not searched.running and not searched.stopped and bool((self.cuts < searched.updates).all())

    @cached_property
    def falls(self) -> bool:
        """Whether the mean falls by enough to tell it from standing still."""
        curve = self.curve[np.isfinite(self.curve)]
        if not len(curve):
            return False
        return bool(curve[0] - curve.min() > FALLS * max(abs(curve[0]), curve.max() - curve.min()))

    @cached_property
    def lowest(self) -> tuple[float, float]:
        """The rate of the lowest mean loss, and that loss."""
        at = int(np.nanargmin(self.curve))
        return float(self.found.lrs[at]), float(self.curve[at])

    @cached_property
    def start(self) -> tuple[Suggested, ...]:
        """The suggestions between which to start, the lower first."""
        both = [one for one in (named(self.found, "valley"), named(self.found, "min/10")) if one.there]
        return tuple(sorted(both, key=lambda one: one.rate))

    def raised(self) -> str:
        """Say what is raised, and from where to where."""
        searched = self.searched
        return _tr("from {0} to {1} in {2} updates").format(
            rate(searched.low), rate(searched.high), whole(searched.updates)
        )


Said = tuple[str, str] | None


def _nothing_yet(seen: _Seen) -> Said:
    if len(seen.found.lrs) and np.isfinite(seen.curve).any():
        return None
    if not len(seen.found.lrs):
        return _tr("{0}’s rate is about to climb, {1}.").format(seen.who, seen.raised()), ""
    words = _tr("{0} has no loss that is a number, at {1} already.").format(seen.who, rate(float(seen.found.lrs[0])))
    return words, _tr("None of {0} seeds went further.").format(seen.seeds)


def _under_way(seen: _Seen) -> Said:
    if not seen.searched.running:
        return None
    at, done = float(seen.found.lrs[-1]), len(seen.found.lrs)
    words = _tr("{0}’s rate has climbed to {1}, {2} of {3} updates.")
    lowest, loss = seen.lowest
    basis = _tr("Its lowest loss so far is {0}, at {1}.").format(rough(loss), rate(lowest))
    return words.format(seen.who, rate(at), whole(done), whole(seen.searched.updates)), basis


def _at_once(seen: _Seen) -> Said:
    if not seen.ended_early or seen.falls or seen.cuts.max() > max(2, AT_ONCE * seen.searched.updates):
        return None
    last = float(seen.found.lrs[int(seen.cuts.max()) - 1])
    words = (
        _tr("{0} diverges at once: {1} of {1} seeds are cut by {2}.")
        if seen.seeds > 1
        else _tr("{0} diverges at once: it is cut at {2}.")
    )
    lower = rate(seen.searched.low / 1000)
    return words.format(seen.who, seen.seeds, rate(last)), _tr("Begin lower than {0}, as at {1}.").format(
        rate(seen.searched.low), lower
    )


def _never_falls(seen: _Seen) -> Said:
    if seen.falls:
        return None
    loss = seen.lowest[1]
    first = float(seen.curve[np.isfinite(seen.curve)][0])
    words = _tr("{0}’s loss never falls: its lowest is {1}, and it begins at {2}.")
    reached = rate(float(seen.found.lrs[int(np.flatnonzero(np.isfinite(seen.curve))[-1])]))
    basis = (
        _tr("Every seed is cut by {0}; no rate below it helps.").format(reached)
        if seen.ended_early
        else _tr("Raised {0}: no rate up to {1} helps.").format(seen.raised(), reached)
    )
    return words.format(seen.who, rough(loss), rough(first)), basis


def _still_falls(seen: _Seen) -> Said:
    lowest, loss = seen.lowest
    there = np.flatnonzero(np.isfinite(seen.curve))
    if seen.ended_early or int(np.nanargmin(seen.curve)) < there[-1] - max(1, len(there) // 50):
        return None
    words = _tr("{0}’s loss still falls at {1}, the highest rate tried: it is {2} there.")
    basis = (
        _tr("The search was stopped after {0} of {1} updates.").format(
            whole(len(seen.found.lrs)), whole(seen.searched.updates)
        )
        if seen.searched.stopped
        else _tr("Raise it further: what is suggested below may be too low.")
    )
    return words.format(seen.who, rate(lowest), rough(loss)), basis


def _no_suggestion(seen: _Seen) -> Said:
    if seen.start:
        return None
    lowest, loss = seen.lowest
    words = _tr("{0}’s loss is lowest at {1}, where it is {2}; no rule finds a rate to start from.")
    return words.format(seen.who, rate(lowest), rough(loss)), _tr("Raised {0}.").format(seen.raised())


def _disagree(seen: _Seen) -> Said:
    spreads = [one.spread for one in seen.start]
    if seen.seeds == 1 or not min(spreads) > APART:
        return None
    low, high = min(one.low for one in seen.start), max(one.high for one in seen.start)
    words = _tr("The seeds disagree: {0} would start anywhere from {1} to {2}.").format(seen.who, rate(low), rate(high))
    one = min(seen.start, key=lambda one: one.spread)
    basis = _tr("{0} alone spreads over {1} decades (standard deviation). Try more updates.")
    return words, basis.format(one.title, rough(one.spread))


def _between(seen: _Seen) -> Said:
    low, high = (rate(seen.start[0].rate), rate(seen.start[-1].rate))
    has = short(seen.own.rate)
    now = _tr("it now has {0}") if seen.own.name == "lr" else _tr("its {1} is {0} now")
    now = now.format(has, seen.own.name)
    if low == high:
        words = _tr("Start {0} at {1}; {2}.").format(seen.who, low, now)
    elif seen.start[0].rate <= seen.own.rate <= seen.start[-1].rate:
        words = _tr("{0} has {1}, which lies between {2} and {3}, where to start.").format(seen.who, has, low, high)
    else:
        words = _tr("Start {0} between {1} and {2}; {3}.").format(seen.who, low, high, now)
    return words, " ".join(part for part in (_past(seen), _stopped(seen), _alone(seen), _decaying(seen)) if part)


RULES: tuple[Callable[[_Seen], Said], ...] = (
    _nothing_yet,
    _under_way,
    _at_once,
    _never_falls,
    _still_falls,
    _no_suggestion,
    _disagree,
    _between,
)


def _past(seen: _Seen) -> str:
    """Say that the run's own rate is one that seeds were cut at."""
    lrs, own = seen.found.lrs, seen.own.rate
    gone = int(((seen.cuts < len(lrs)) & (lrs[np.minimum(seen.cuts.astype(int), len(lrs) - 1)] <= own)).sum())
    if not gone:
        return ""
    return _tr("By {0}, {1} of {2} seeds had diverged.").format(short(own), gone, seen.seeds)


def _stopped(seen: _Seen) -> str:
    if not seen.searched.stopped:
        return ""
    done = whole(len(seen.found.lrs)), whole(seen.searched.updates)
    return _tr("Stopped after {0} of {1} updates.").format(*done)


def _alone(seen: _Seen) -> str:
    if seen.seeds > 1:
        missing = [one for one in seen.start if one.many < seen.seeds]
        few = _tr("Only {0} of {1} seeds have {2}.")
        return few.format(missing[0].many, seen.seeds, missing[0].title) if missing else ""
    return _tr("One seed: how far another one would be from it isn’t known.")


def _decaying(seen: _Seen) -> str:
    """Say what a schedule that decays may begin with, where this one does."""
    tenth = named(seen.found, "min/10")
    if not tenth.there or seen.run.schedule is None or seen.run.listens:
        return ""
    last = seen.experiment.training.steps - 1
    end = seen.experiment.curve(seen.run, at=[last]).lr
    if not len(end) or not end[0] <= DECAYED * seen.own.rate:
        return ""
    words = _tr("Under a decaying schedule up to three times min / 10, here {0}, held in our sweeps.")
    return words.format(rate(TIMES * tenth.rate))
