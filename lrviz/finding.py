"""The LR finder's numbers: losses smoothed, where a seed is cut, and the rates that they suggest."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import msgspec
import numpy as np
from numpy.typing import ArrayLike

from lrviz.errors import SpecError
from lrviz.events import Event, Find, Raised, Started
from lrviz.results import Floats, LRFinder
from lrviz.sentences import say
from lrviz.spec import fields

ASKED = ("run", "seeds", "on", "low", "high", "updates", "group")
"""The fields of a search that are a choice of its own."""
SEEDS = 2**32
"""Seeds that there are."""
MEMORY = 0.9
"""What a smoothed loss keeps of the one before it."""
CUT = 4.0
"""A seed is cut where its smoothed loss is more than so many times the lowest before it."""
LEAST = 0.01
"""The share of the first loss that the lowest counts as at least: one that comes near 0 and leaves it isn't cut."""
SETTLING = 10
"""Updates until a smoothed loss is a mean of as many as it will be: a slope before that is that of a batch or two."""
NOISE = 2.0
"""A loss falls where its mean comes down by more than so many standard deviations of a single loss about it.

Of pure noise it comes down by 0.8 of them, and once in a hundred times by 1.5. With Adam it does by 2.4 to 300 on the
catalog's problems, but by 0.7 where outliers make a batch's loss mostly noise: nothing is to be read off that.
"""
LEAST_FALL = 3
"""Losses of the shortest fall that has a middle."""
WINDOW, BEND = 15, 0.005
"""Updates of the window that slides, and by how much the slopes at its ends differ where it goes on."""


@dataclass(frozen=True)
class Suggestion:
    """A way to read a rate off the losses of a seed.

    `of` takes the rates (n,) and the smoothed losses (n,), NaN from where the seed was cut, and gives a rate, NaN where
    they suggest none. `about` says what it looks for, `measured` what came of it where it was compared with the best
    constant rate. A `trap` is shown for what is wrong with it.
    """

    name: str
    of: Callable[[Floats, Floats], float]
    about: str
    measured: str
    trap: bool = False


class Watch:
    """The losses of several seeds as they come: smoothed, and cut where one leaves all bounds."""

    def __init__(self, seeds: int) -> None:
        self.going = np.ones(seeds, dtype=bool)
        self._mean, self._weight = np.zeros(seeds), 0.0
        self._first, self._lowest = np.full(seeds, math.nan), np.full(seeds, math.inf)

    def add(self, losses: ArrayLike) -> Floats:
        """Give the debiased exponential mean of each seed's losses until now, NaN from where it is cut.

        Of losses l₀ … l_t it is Σ β^(t−i)·lᵢ / Σ β^(t−i) with β = 0.9. A seed is cut at a loss that is no number, and
        where the mean m is above 4 times the lowest before it: m − lowest > 3·max(|lowest|, |l₀| / 100).
        """
        given = np.where(self.going, np.asarray(losses, np.float64), math.nan)
        self._first = given if not self._weight else self._first
        self._weight = MEMORY * self._weight + 1
        with np.errstate(all="ignore"):  # what leaves all bounds is cut
            self._mean += (given - self._mean) / self._weight  # of equal losses exactly these
            scale = np.maximum(np.abs(self._lowest), LEAST * np.abs(self._first))
            self.going = np.isfinite(self._mean) & ~(self._mean - self._lowest > (CUT - 1) * scale)
        self._lowest = np.fmin(self._lowest, self._mean)
        return np.where(self.going, self._mean, math.nan)


def found(
    run: str,
    lrs: ArrayLike,
    losses: ArrayLike,
    *,
    on: str = "train",
    group: int | None = None,
    device: str = "",
    seeds: Sequence[int] = (),
) -> LRFinder:
    """Smooth and cut the losses (seeds, n) at the rates (n,), rising, and read off what they suggest.

    A loss that is no number is where a seed ends. What is said of several seeds is the median of their rates, and
    their standard deviation in decades, NaN of one alone. A seed that suggests nothing has no say in it, and none does
    whose loss never falls by more than its noise.
    """
    rates, given = np.asarray(lrs, np.float64), np.asarray(losses, np.float64)
    watch = Watch(len(given))
    columns = [watch.add(column) for column in given.T]
    smoothed = np.stack(columns, axis=1) if columns else np.zeros_like(given)
    losses = np.where(np.isnan(smoothed), math.nan, given)
    return last(reading(LRFinder(run, rates, losses, smoothed, {}, {}, on, group, device, tuple(seeds))))


class Search:
    """What a search has come to until now, folded from its events; cheap to look at after each."""

    def __init__(self, job: Find) -> None:
        self.job = job
        self.device = ""
        self._watch = Watch(job.seeds)
        self._losses = np.full((job.seeds, job.updates), math.nan)
        self._smoothed = self._losses.copy()
        self.updates = 0
        """How many updates are done."""

    def add(self, event: Event) -> None:
        """Take in the next event of the search."""
        match event:
            case Raised(losses=losses):
                self._losses[:, self.updates] = losses
                self._smoothed[:, self.updates] = self._watch.add(losses)
                self.updates += 1
            case Started(device=device):
                self.device = device

    @property
    def done(self) -> bool:
        """Whether it is through: at the highest rate, or every seed is cut."""
        return self.updates == self.job.updates or not self._watch.going.any()

    def so_far(self) -> LRFinder:
        """Give the losses as far as they have come, with nothing read off them yet."""
        job, done = self.job, self.updates
        losses, smoothed = self._losses[:, :done], self._smoothed[:, :done]
        return LRFinder(
            run=job.experiment.runs[job.run].name,
            lrs=rates(job)[:done],
            losses=np.where(np.isnan(smoothed), math.nan, losses),
            smoothed=smoothed,
            suggestions={},
            by_seed={},
            on=job.on,
            group=job.group,
            device=self.device,
            seeds=seeds(job),
        )

    def result(self) -> LRFinder:
        """Give the search as far as it has come, and what it suggests."""
        return last(reading(self.so_far()))


def seeds(job: Find) -> tuple[int, ...]:
    """Give the seeds of a search: so many numbers from the experiment's first seed on."""
    first = job.experiment.training.seeds[0]
    return tuple((first + i) % SEEDS for i in range(job.seeds))


def rates(job: Find) -> Floats:
    """Give the rate of each update, (updates,): from the lowest to the highest by the same factor each time."""
    return np.asarray(job.low * factor(job) ** np.arange(job.updates, dtype=np.float64))


def factor(job: Find) -> float:
    """Give what the rate is multiplied by from one update to the next."""
    return float((job.high / job.low) ** (1 / (job.updates - 1)))


def check(job: Find) -> None:
    """Refuse a search that can't be: a run, a group, seeds or rates that there aren't.

    Raises
    ------
    SpecError
        It names the argument, its value and the bound, as `find_lr(low=…)`.
    """
    for field in fields(Find):
        given = getattr(job, field.name)
        if field.name in ASKED and not _is(given, field.type):
            infinite = isinstance(given, float) and not math.isfinite(given)
            raise SpecError(f"find_lr.{field.name}", given, "finite" if infinite else field.bound)
    runs = job.experiment.runs
    if not 0 <= job.run < len(runs):
        raise SpecError("find_lr.run", job.run, say("an index below {runs}", runs=len(runs)))
    groups = len(runs[job.run].rates())
    if job.group is not None and not 0 <= job.group < groups:
        raise SpecError(
            "find_lr.group", job.group, say("an index below {groups}: the run has so many groups", groups=groups)
        )
    if job.high <= job.low:
        raise SpecError("find_lr.high", job.high, say("a number above low, which is {low:g}", low=job.low))


def _is(given: object, kind: object) -> bool:
    try:
        value = msgspec.convert(given, kind)
    except msgspec.ValidationError:
        return False
    return not isinstance(value, float) or math.isfinite(value)


def falls(losses: Floats, smoothed: Floats) -> bool:
    """Whether a seed's smoothed losses (n,) come down by more than noise does: else nothing is read off them.

    The first ones, which are hardly means yet, are left out. The noise is that of one loss to the next: their median
    difference is 0.954 standard deviations of a normal one.
    """
    kept = _kept(smoothed)
    if len(kept) < 2:
        return False
    settled = kept[min(SETTLING, len(kept) // 4) :]
    down = float((np.maximum.accumulate(settled) - settled).max())
    return down > NOISE * float(np.median(np.abs(np.diff(losses[: len(kept)])))) / 0.954


def valley(lrs: Floats, smoothed: Floats) -> float:
    """Give the rate in the middle of the longest fall, as fastai does.

    That is the longest subsequence of losses each lower than the one before. Of a length L and an end at e it is taken
    for the L losses up to e, and the suggestion is half way through it: e − L + ⌊L/3⌋ + ⌊L/6⌋.
    """
    tails: list[float] = []  # the highest last loss of a falling subsequence of each length, negated
    longest, end = 0, 0
    for i, loss in enumerate(_kept(smoothed).tolist()):
        length = bisect_left(tails, -loss)
        tails[length : length + 1] = [-loss]
        if length + 1 > longest:
            longest, end = length + 1, i
    return math.nan if longest < LEAST_FALL else float(lrs[end - longest + longest // 3 + longest // 6])


def tenth_of_lowest(lrs: Floats, smoothed: Floats) -> float:
    """Give a tenth of the rate at which the loss is lowest; none while it is lowest at either end."""
    kept = _kept(smoothed)
    lowest = int(kept.argmin()) if len(kept) else 0
    return float(lrs[lowest]) / 10 if 0 < lowest < len(lrs) - 1 else math.nan


def steepest(lrs: Floats, smoothed: Floats) -> float:
    """Give the rate at which the loss falls fastest along log lr; none where it falls nowhere."""
    return _steepest(lrs, smoothed, np.log(lrs))


def steepest_linear(lrs: Floats, smoothed: Floats) -> float:
    """Give the rate at which the loss falls fastest along lr itself."""
    return _steepest(lrs, smoothed, lrs)


def slide(lrs: Floats, smoothed: Floats) -> float:
    """Slide a window of 15 updates down from the highest rate, as fastai does, and give the rate where it halts.

    It goes on while the loss's slopes per update at its two ends differ by more than 0.005, and gives its lower end.
    """
    kept = _kept(smoothed)
    if len(kept) <= WINDOW + 1:
        return math.nan
    slopes = np.gradient(kept)
    settled = np.flatnonzero(~(np.abs(slopes[WINDOW:] - slopes[:-WINDOW]) > BEND))
    low = int(settled[-1]) + 1 if len(settled) else 0
    return float(lrs[low]) if low < len(kept) - WINDOW else math.nan


def _kept(smoothed: Floats) -> Floats:
    """Give the losses of a seed up to where it was cut."""
    gone = np.isnan(smoothed)
    return smoothed[: int(gone.argmax())] if gone.any() else smoothed


def _steepest(lrs: Floats, smoothed: Floats, along: Floats) -> float:
    kept = _kept(smoothed)
    if len(kept) < SETTLING + 2:
        return math.nan
    slopes = _slopes(kept, along[: len(kept)])
    at = SETTLING + int(slopes[SETTLING:].argmin())
    return float(lrs[at]) if slopes[at] < 0 else math.nan


def _slopes(values: Floats, along: Floats) -> Floats:
    """Give the slope at each place as numpy's gradient does, but of equal values exactly 0."""
    width = np.diff(along)
    slopes = np.diff(values) / width
    inner = (slopes[:-1] * width[1:] + slopes[1:] * width[:-1]) / (width[:-1] + width[1:])
    return np.concatenate((slopes[:1], inner, slopes[-1:]))


SUGGESTIONS = (
    Suggestion(
        "valley",
        valley,
        say("The middle of the longest fall (fastai’s choice)."),
        say(
            "Low by up to 13×, on validation losses by up to 320×, but the steadiest from seed to seed (0.04 to 0.26 "
            "decades apart), and it never diverged."
        ),
    ),
    Suggestion(
        "min/10",
        tenth_of_lowest,
        say("A tenth of the rate at which the loss is lowest."),
        say("Among the best rates for SGD with momentum, some 7× low without it, some 2× high for Adam."),
    ),
    Suggestion(
        "steepest",
        steepest,
        say("Where the loss falls fastest along log lr."),
        say("Above the cliff as often as not, and up to 0.7 decades apart from seed to seed."),
    ),
    Suggestion(
        "slide",
        slide,
        say("Where a window that slides down from the highest rate first finds an even slope (fastai’s too)."),
        say("From 0.4 to 1 decade apart from seed to seed: what is even is a fixed number, whatever the loss."),
        trap=True,
    ),
    Suggestion(
        "steepest linear",
        steepest_linear,
        say("Where the loss falls fastest along lr itself."),
        say(
            "Always some 10⁻⁴ on batch losses, whatever was trained: where lr is small, any fall is steep. On "
            "validation losses up to 2 decades apart."
        ),
        trap=True,
    ),
)
"""In the order they are shown in; what was measured of them was so by `BASIS`."""
BASIS = say(
    "on digits with 100 updates from 1e-5 to 10 and 20 seeds each of SGD with and without momentum and of Adam, "
    "against the constant rates that end within 10 % of the lowest validation loss after 440 updates"
)


def reading(search: LRFinder) -> Iterator[LRFinder]:
    """Read off a search what its losses suggest, one seed after the other: first as it was, at last with all of it.

    Of many seeds and updates that takes a while, which nobody has to wait for in one piece.
    """
    rows: list[list[float]] = []
    for losses, smoothed in zip(search.losses, search.smoothed, strict=True):
        yield search
        there = falls(losses, smoothed)
        rows.append([each.of(search.lrs, smoothed) if there else math.nan for each in SUGGESTIONS])
    columns = np.array(rows, np.float64).reshape(len(rows), len(SUGGESTIONS)).T
    by_seed = {each.name: own for each, own in zip(SUGGESTIONS, columns, strict=True)}
    yield replace(
        search,
        suggestions=MappingProxyType({name: _together(own) for name, own in by_seed.items()}),
        by_seed=MappingProxyType(by_seed),
    )


def last(found: Iterable[LRFinder]) -> LRFinder:
    """Give what comes last."""
    return deque(found, maxlen=1)[0]


def _together(own: Floats) -> tuple[float, float]:
    """Give the median of rates, and their standard deviation in decades; NaN where there are none, or not two."""
    decades = np.log10(own[np.isfinite(own)])
    spread = float(np.std(decades, ddof=1)) if len(decades) > 1 else math.nan
    return (float(10 ** np.median(decades)), spread) if len(decades) else (math.nan, math.nan)
