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
from lrviz.ui.views.suggested import Searched, Suggested, course, falls, named, rate, suggested

LOWER = 1000.0
"""By how much lower a search is to begin that only diverged."""
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
    ranges = _tr("{0} {1}, from {2} to {3} over {4} of {5} seed{5:|s}.")
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

    @property
    def curve(self) -> Floats:
        """The mean of all seeds that aren't cut."""
        return course(self.found).all

    @property
    def ended_early(self) -> bool:
        """Whether every seed was cut before the highest rate."""
        searched = self.searched
        return not searched.running and not searched.stopped and bool((self.cuts < searched.updates).all())

    @cached_property
    def lowest(self) -> tuple[float, float]:
        """The rate of the lowest mean loss, and that loss."""
        at = int(np.nanargmin(self.curve))
        return float(self.found.lrs[at]), float(self.curve[at])

    @cached_property
    def start(self) -> tuple[Suggested, ...]:
        """The suggestions between which to start, the lower first."""
        names = ("valley", "min/10") if self.found.on == "train" else ("min/10",)  # where valley errs too far
        known = [one for one in (named(self.found, name) for name in names) if one.there]
        return tuple(sorted(known, key=lambda one: one.rate))

    def raised(self) -> str:
        """Say what is raised, and from where to where."""
        searched = self.searched
        return _tr("from {0} to {1} in {2} update{2:|s}").format(
            rate(searched.low), rate(searched.high), whole(searched.updates)
        )


Said = tuple[str, str] | None


def _nothing_yet(seen: _Seen) -> Said:
    if len(seen.found.lrs) and np.isfinite(seen.curve).any():
        return None
    if not len(seen.found.lrs):
        return _tr("{0}’s rate is about to climb, {1}.").format(seen.who, seen.raised()), _tr(
            "The first losses come in a moment."
        )
    words = _tr("{0} has no loss that is a number, at {1} already.").format(seen.who, rate(float(seen.found.lrs[0])))
    return words, _tr("None of {0} seed{0:|s} went further.").format(seen.seeds)


def _under_way(seen: _Seen) -> Said:
    if not seen.searched.running:
        return None
    at, done = float(seen.found.lrs[-1]), len(seen.found.lrs)
    words = _tr("{0}’s rate has climbed to {1}, {2} of {3} update{3:|s}.")
    lowest, loss = seen.lowest
    basis = _tr("Its lowest loss so far is {0}, at {1}.").format(rough(loss), rate(lowest))
    return words.format(seen.who, rate(at), whole(done), whole(seen.searched.updates)), basis


def _only_diverges(seen: _Seen) -> Said:
    if not seen.ended_early or falls(seen.found):
        return None
    first, last = float(seen.curve[0]), float(seen.found.lrs[int(seen.cuts.max()) - 1])
    words = _tr("{0} only diverges: its loss never falls below the {1} it begins with, and it is cut by {2}.")
    low = seen.searched.low
    basis = _tr("Begin lower than {0}, as at {1}.").format(rate(low), rate(low / LOWER))
    return words.format(seen.who, rough(first), rate(last)), basis


def _stopped_too_soon(seen: _Seen) -> Said:
    if not seen.searched.stopped or falls(seen.found):
        return None
    words = _tr("{0}’s loss hasn’t fallen by {1}, where the search was stopped.")
    return words.format(seen.who, rate(float(seen.found.lrs[-1]))), _stopped(seen)


def _never_falls(seen: _Seen) -> Said:
    if falls(seen.found):
        return None
    loss, first = seen.lowest[1], float(seen.curve[0])
    words = _tr("{0}’s loss never falls: its lowest is {1}, and it begins at {2}.")
    return words.format(seen.who, rough(loss), rough(first)), _tr("Raised {0}; raise it further.").format(seen.raised())


def _still_falls(seen: _Seen) -> Said:
    lowest, loss = seen.lowest
    there = np.flatnonzero(np.isfinite(seen.curve))
    if seen.ended_early or int(np.nanargmin(seen.curve)) < there[-1] - max(1, len(there) // 50):
        return None
    words = _tr("{0}’s loss still falls at {1}, the highest rate tried: it is {2} there.")
    basis = _stopped(seen) or _tr("Raise it further: what is suggested below may be too low.")
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
    basis = _tr("{0} alone spreads over {1} decade{1:|s} (standard deviation). Try more updates.")
    return words, basis.format(one.title, rough(one.spread))


def _between(seen: _Seen) -> Said:
    low, high = (rate(seen.start[0].rate), rate(seen.start[-1].rate))
    has = short(seen.own.rate)
    now = _tr("it now has {0}") if seen.own.name == "lr" else _tr("its {1} is {0} now")
    now = now.format(has, seen.own.name)
    if low == high:
        words = _tr("Start {0} at {1}; {2}.").format(seen.who, low, now)
    elif seen.start[0].rate <= seen.own.rate <= seen.start[-1].rate:
        words = _tr("{0} has {1}: it lies between {2} and {3}, where to start.").format(seen.who, has, low, high)
    else:
        words = _tr("Start {0} between {1} and {2}; {3}.").format(seen.who, low, high, now)
    basis = (_past(seen), _stopped(seen), _alone(seen), _decaying(seen))
    return words, " ".join(part for part in basis if part) or _ranges(seen)


RULES: tuple[Callable[[_Seen], Said], ...] = (
    _nothing_yet,
    _under_way,
    _only_diverges,
    _stopped_too_soon,
    _never_falls,
    _still_falls,
    _no_suggestion,
    _disagree,
    _between,
)


def _past(seen: _Seen) -> str:
    """Say that the run's own rate is one that seeds were cut at, or that lies beyond the lowest loss."""
    lrs, own = seen.found.lrs, seen.own.rate
    last = lrs[np.maximum(0, seen.cuts.astype(int) - 1)]
    gone = int(((seen.cuts < len(lrs)) & (last < own)).sum())
    if gone:
        return _tr("By {0}, {1} of {2} seed{2:|s} had diverged.").format(short(own), gone, seen.seeds)
    lowest, loss = seen.lowest
    words = _tr("Beyond {0}, where it is {1}, the loss rises.")
    return words.format(rate(lowest), rough(loss)) if own > lowest else ""


def _ranges(seen: _Seen) -> str:
    """Say how far the seeds are apart in what the headline says."""
    text = _tr("{0} lies from {1} to {2}")
    told = "; ".join(text.format(one.title, rate(one.low), rate(one.high)) for one in seen.start)
    return _tr("Over {0} seed{0:|s} {1}.").format(seen.seeds, told)


def _stopped(seen: _Seen) -> str:
    if not seen.searched.stopped:
        return ""
    done = whole(len(seen.found.lrs)), whole(seen.searched.updates)
    return _tr("Stopped after {0} of {1} update{1:|s}.").format(*done)


def _alone(seen: _Seen) -> str:
    if seen.seeds > 1:
        missing = [one for one in seen.start if one.many < seen.seeds]
        few = _tr("Only {0} of {1} seed{1:|s} {0:has|have} {2}.")
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
