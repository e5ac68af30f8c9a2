"""What an LR finder has given of a run, as its view and table take it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.finding import SUGGESTIONS
from lrviz.results import Floats, LRFinder
from lrviz.ui.numbers import short
from lrviz.ui.speech.saying import said

FALLS = 0.02
"""The share of the first loss, or of the range of all losses, by which it falls where its rates mean anything."""


@dataclass(frozen=True, eq=False)
class Searched:
    """A search as far as it has come: its rate was to be raised from `low` to `high` in so many `updates`.

    A `stopped` one was ended by a person, or with its worker; a `stale` one belongs to an earlier version of its run,
    or to other settings.
    """

    found: LRFinder
    low: float
    high: float
    updates: int
    running: bool = False
    stopped: bool = False
    stale: bool = False

    @classmethod
    def whole(cls, found: LRFinder) -> Searched:
        """Take a search that has ended for one that went as far as it was meant to."""
        return cls(found, float(found.lrs[0]), float(found.lrs[-1]), len(found.lrs))


@dataclass(frozen=True, eq=False)
class Course:
    """The loss of all seeds at each rate: their `mean` while none is cut, and that of the `rest` from there on.

    `all` is the one and then the other; `least` and `most` are the lowest and the highest of the seeds that aren't cut;
    `raw` is the mean unsmoothed. All are (n,), NaN where there is none.
    """

    mean: Floats
    rest: Floats
    all: Floats
    least: Floats
    most: Floats
    raw: Floats


@lru_cache(maxsize=8)  # a cursor moves over the same curves
def course(found: LRFinder) -> Course:
    """Give the loss over all seeds at each rate of a search."""
    alive = np.isfinite(found.smoothed)
    some, every = alive.any(axis=0), alive.all(axis=0)
    total = np.where(alive, found.smoothed, 0.0).sum(axis=0)
    both = np.where(some, total / np.maximum(1, alive.sum(axis=0)), np.nan)
    rest = np.where(every, np.nan, both)
    last = np.flatnonzero(every)[-1:]
    rest[last] = both[last]  # it goes on where the other one ends
    return Course(
        np.where(every, both, np.nan),
        rest,
        both,
        np.where(some, np.where(alive, found.smoothed, np.inf).min(axis=0), np.nan),
        np.where(some, np.where(alive, found.smoothed, -np.inf).max(axis=0), np.nan),
        np.where(every, np.where(alive, found.losses, 0.0).sum(axis=0) / len(alive), np.nan),
    )


def falls(found: LRFinder) -> bool:
    """Say whether the mean loss falls by enough to tell it from standing still: else no rate is to be read off it."""
    curve = course(found).all
    curve = curve[np.isfinite(curve)]
    if not len(curve):
        return False
    return bool(curve[0] - curve.min() > FALLS * max(abs(curve[0]), curve.max() - curve.min()))


@dataclass(frozen=True)
class Suggested:
    """One suggestion: its rate with two digits (NaN where no seed has one), and from where to where the seeds' lie.

    Of all seeds so `many` have one; `spread` is their standard deviation in decades. `about` says what it looks for,
    `measured` what came of it elsewhere. A `trap` isn't to be taken.
    """

    name: str
    title: str
    rate: float
    low: float
    high: float
    spread: float
    many: int
    about: str
    measured: str
    trap: bool

    @property
    def there(self) -> bool:
        """Whether any seed has it."""
        return math.isfinite(self.rate)


@lru_cache(maxsize=16)  # view, table and headline ask for the same
def suggested(found: LRFinder) -> tuple[Suggested, ...]:
    """Give every suggestion, in the order they are told."""
    made = []
    for known in SUGGESTIONS:
        own = found.by_seed.get(known.name, np.zeros(0))
        own = own[np.isfinite(own)]
        median, spread = found.suggestions.get(known.name, (math.nan, math.nan))
        low, high = (two_digits(float(end)) for end in (own.min(), own.max())) if len(own) else (math.nan, math.nan)
        made.append(
            Suggested(
                known.name,
                title(known.name),
                two_digits(median) if len(own) else math.nan,
                low,
                high,
                spread,
                len(own),
                said(known.about),
                said(known.measured),
                known.trap,
            )
        )
    return tuple(made)


def named(found: LRFinder, name: str) -> Suggested:
    """Give the suggestion of a name."""
    return next(one for one in suggested(found) if one.name == name)


def title(name: str) -> str:
    """Give what a suggestion is called where it is read."""
    titles = {
        "valley": QCoreApplication.translate("Finder", "valley"),
        "min/10": QCoreApplication.translate("Finder", "min / 10"),
        "steepest": QCoreApplication.translate("Finder", "steepest"),
        "slide": QCoreApplication.translate("Finder", "slide"),
        "steepest linear": QCoreApplication.translate("Finder", "linear steepest"),
    }
    return titles.get(name, name)


def two_digits(value: float) -> float:
    """Round a rate to two digits: seeds differ by more than the third.

    >>> two_digits(0.02818), two_digits(1.0)
    (0.028, 1.0)
    """
    return float(f"{value:.2g}") if math.isfinite(value) else value


def rate(value: float) -> str:
    """Write a rate with two digits."""
    return short(two_digits(value))
