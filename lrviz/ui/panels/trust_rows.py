"""What the panel of trust shows, line by line: values that it paints, made of a Trust."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from lrviz.ui.numbers import column, portion, rough, short, whole
from lrviz.ui.speech import counts
from lrviz.ui.views import trust_words
from lrviz.ui.views.sight import percent
from lrviz.ui.views.surface import Hollow
from lrviz.ui.views.trust import Standing, Trust, Way

PENDING, NONE = "…", "–"
"""What isn't known yet, and what there isn't."""
FITS = 6
"""Letters that a column of numbers has room for."""
MOST_WAYS = 10
"""Straight lines that are listed; of more the worst."""
MOST_HOLLOWS = 4
"""Basins that are listed; of more the deepest."""


@dataclass(frozen=True)
class Head:
    """A section's title, and what its numbers are on the right."""

    title: str
    aside: str = ""


@dataclass(frozen=True)
class Big:
    """A big number with its words, and a bar of that share below (None: not known)."""

    number: str
    words: str
    share: float | None


@dataclass(frozen=True)
class Heads:
    """What the columns of the cells below are called."""

    titles: tuple[str, ...]


@dataclass(frozen=True)
class Cells:
    """A run and its numbers."""

    name: str
    colour: int
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Gauge:
    """A run, a bar of so large a share (None: not known), a tick at a limit, the number, and whether it is `past`."""

    name: str
    colour: int
    share: float | None
    tick: float | None
    text: str
    past: bool = False


@dataclass(frozen=True)
class Pair:
    """Two runs and the number that belongs to the way from one to the other."""

    first: str
    second: str
    colours: tuple[int, int]
    text: str
    ridge: bool = False


@dataclass(frozen=True)
class Note:
    """A quiet sentence below what it explains."""

    text: str


@dataclass(frozen=True)
class Point:
    """A sentence of the conclusions; `holds` says whether it may be concluded."""

    text: str
    holds: bool


Row = Head | Big | Heads | Cells | Gauge | Pair | Note | Point


def _tr(text: str) -> str:
    return QCoreApplication.translate("TrustPanel", text)


def rows(trust: Trust | None, hollows: Sequence[Hollow] = ()) -> tuple[Row, ...]:
    """Give all the panel shows of a landscape; without one, that nothing is known yet.

    On a surface the walks lead into `hollows`.
    """
    if trust is None:
        return (
            Head(_tr("How far to trust this plane")),
            Big(PENDING, _tr("No plane is laid yet."), None),
        )
    return (
        *_share(trust),
        *_hollows(trust, hollows),
        *_cursor(trust),
        *_curvature(trust),
        *_ways(trust),
        *_walked(trust),
        *_conclusions(trust),
    )


def _share(trust: Trust) -> Iterator[Row]:
    if trust.method == "line":
        yield Head(_tr("How far to trust these lines"))
        yield Note(_tr("Each point is measured on a straight line from end to end: there is no plane."))
        return
    yield Head(_tr("How far to trust this plane"))
    if trust.whole:
        yield Big(portion(1), _tr("The function has two variables: nothing is hidden."), 1.0)
        return
    if math.isnan(trust.explained):
        yield Big(NONE, _tr("No run has moved: there are no paths to hide."), None)
        return
    share, rest = trust_words.share_and_rest(trust.explained)
    words = _tr("of the paths’ motion lies in this plane; {0} is hidden.").format(rest)
    yield Big(share, words, trust.explained)
    if len(trust.runs) > 1:
        each = ", ".join(
            f"{run.name} {portion(run.explained) if math.isfinite(run.explained) else NONE}" for run in trust.runs
        )
        yield Note(_tr("Of each run’s own: {0}.").format(each))


def _hollows(trust: Trust, hollows: Sequence[Hollow]) -> Iterator[Row]:
    """Say which share of each run's seeds ends in which basin."""
    if not hollows:
        return
    seeds = max(count for _, _, count in hollows[0].seeds)
    yield Head(_tr("Where they settle"), counts.seeds(seeds) if seeds > 1 else "")
    for hollow in hollows[:MOST_HOLLOWS]:
        x, y = (short(value) for value in hollow.place)
        yield Note(_tr("{0} at ({1}, {2})").format(rough(hollow.height), x, y))
        for name, inside, count in hollow.seeds:
            if inside:
                yield Gauge(name, trust.colour(name), inside / count, None, portion(inside / count))
    if len(hollows) > MOST_HOLLOWS:
        yield Note(_tr("The deepest {0} of {1} basins.").format(MOST_HOLLOWS, len(hollows)))
    lost = [
        (name, count - sum(hollow.seeds[i][1] for hollow in hollows))
        for i, (name, _, count) in enumerate(hollows[0].seeds)
    ]
    gone = ", ".join(f"{name} {count}" for name, count in lost if count)
    if gone:
        yield Note(_tr("in no basin: {0}").format(gone))


def _cursor(trust: Trust) -> Iterator[Row]:
    titles = {
        "train_loss": _tr("Loss at the cursor"),
        "val_loss": _tr("Validation loss at the cursor"),
        "accuracy": _tr("Accuracy at the cursor"),
    }
    title = _tr("Height at the cursor") if trust.whole else titles[trust.what]
    yield Head(title, _tr("step {0}").format(whole(trust.step)))
    values = _narrow([value for run in trust.runs for value in (run.here, run.true)], share=trust.high_is_good)
    true, here = values[1::2], values[::2]
    if trust.method == "line" or trust.whole:  # all there is is true
        yield Heads(("f(x, y)" if trust.whole else _tr("true"),))
        yield from (Cells(run.name, run.colour, (text,)) for run, text in zip(trust.runs, true, strict=True))
        return
    off = _narrow([run.off for run in trust.runs])
    yield Heads((_tr("here"), _tr("true"), _tr("off plane")))
    for run, *texts in zip(trust.runs, here, true, off, strict=True):
        yield Cells(run.name, run.colour, tuple(texts))


def _curvature(trust: Trust) -> Iterator[Row]:
    limited = [run for run in trust.runs if not math.isnan(run.limit)]
    yield Head(_tr("Curvature"), _tr("λ / limit") if limited else _tr("λ"))
    scale = _scale([run.sharpness for run in trust.runs] + [run.limit for run in trust.runs])
    for run in trust.runs:
        text = _written([run.sharpness], digits=2)[0]
        if not math.isnan(run.limit):
            text = f"{text} / {_two(run.limit)}"
        tick = scale(run.limit) if math.isfinite(run.limit) else None
        share = None if run.sharpness is None or math.isnan(run.sharpness) else scale(run.sharpness)
        yield Gauge(run.name, run.colour, share, tick, text, past=(run.sharpness or 0.0) > run.limit)
    yield from _curvature_notes(trust, limited)


def _curvature_notes(trust: Trust, limited: Sequence[Standing]) -> Iterator[Note]:
    if limited:
        yield Note(_formula(limited))
    else:
        yield Note(_tr("largest eigenvalue λ of the training loss."))
    clipped = [run.name for run in trust.runs if math.isnan(run.limit) and run.clipped]
    if clipped:
        yield Note(_tr("{0}: no limit, since the gradient is clipped.").format(", ".join(clipped)))
    free = [run for run in trust.runs if math.isnan(run.limit) and not run.clipped]
    for optimizer in dict.fromkeys(run.optimizer for run in free):
        names = ", ".join(run.name for run in free if run.optimizer == optimizer)
        words = _tr("{0}: no limit of this kind, {1} rescales each weight.")
        if not any(run.lr >= 0 for run in free if run.optimizer == optimizer):
            words = _tr("{0}: no limit, for there is no rate at this step.")
        yield Note(words.format(names, optimizer))
    steps = {run.sharpness_step for run in trust.runs if run.sharpness is not None and not math.isnan(run.sharpness)}
    if steps:
        yield Note(
            _tr("λ is measured at step {0}, the nearest.").format(", ".join(whole(step) for step in sorted(steps)))
        )


def _formula(limited: Sequence[Standing]) -> str:
    """Say what the limit is, in a formula where all runs have the same."""
    finite = [run for run in limited if math.isfinite(run.limit) and run.lr > 0]
    if finite and all(math.isclose(run.limit * run.lr, 2 * (1 + run.momentum), rel_tol=1e-9) for run in finite):
        if any(run.momentum for run in finite):
            return _tr("largest eigenvalue λ against its limit 2(1 + momentum) / lr: past it, steps grow.")
        return _tr("largest eigenvalue λ against its limit 2 / lr: past it, steps grow.")
    return _tr("largest eigenvalue λ against the limit past which steps grow.")


def _ways(trust: Trust) -> Iterator[Row]:
    if len(trust.runs) < 2:
        return
    titles = {
        "train_loss": _tr("Highest loss on the straight line"),
        "val_loss": _tr("Highest validation loss on the straight line"),
        "accuracy": _tr("Lowest accuracy on the straight line"),
    }
    yield Head(titles[trust.what])
    if not trust.ways:
        yield Note(PENDING)
    shown = trust.ways
    if len(shown) > MOST_WAYS:
        shown = tuple(sorted(shown, key=lambda way: -way.rise)[:MOST_WAYS])
    texts = _written([way.worst for way in shown], share=trust.high_is_good)
    for way, text in zip(shown, texts, strict=True):
        yield Pair(way.first, way.second, _colours(trust, way), text, ridge=way.ridge is True)
    if len(trust.ways) > MOST_WAYS:
        yield Note(_tr("The worst {0} of {1}.").format(MOST_WAYS, len(trust.ways)))


def _colours(trust: Trust, way: Way) -> tuple[int, int]:
    return trust.colour(way.first), trust.colour(way.second)


def _walked(trust: Trust) -> Iterator[Row]:
    yield Head(_tr("Distance walked"), _tr("last {0} step{0:|s}").format(whole(trust.last)))
    most = max((run.walked for run in trust.runs if math.isfinite(run.walked)), default=0.0)
    texts = _written([run.walked for run in trust.runs])
    for run, text in zip(trust.runs, texts, strict=True):
        share = run.walked / most if most > 0 and math.isfinite(run.walked) else None
        yield Gauge(run.name, run.colour, share, None, text)
    whole_ways = _written([run.whole for run in trust.runs])
    listed = ", ".join(f"{run.name} {text}" for run, text in zip(trust.runs, whole_ways, strict=True))
    yield Note(_tr("in all {0} steps: {1}.").format(whole(trust.updates), listed))


def _conclusions(trust: Trust) -> Iterator[Row]:
    may, may_not = trust_words.may(trust), trust_words.may_not(trust)
    if may:
        yield Head(_tr("What this picture tells"))
        yield from (Point(text, holds=True) for text in may)
    if may_not:
        yield Head(_tr("What this picture can’t tell"))
        yield from (Point(text, holds=False) for text in may_not)


def _written(values: Sequence[float | None], *, share: bool = False, digits: int = 3) -> list[str]:
    """Write numbers of one kind alike; what isn't known yet and what there isn't as such."""
    known = [value for value in values if value is not None and not math.isnan(value)]
    texts = iter([percent(value) for value in known] if share else column(known, digits))
    return [PENDING if value is None else NONE if math.isnan(value) else next(texts) for value in values]


def _narrow(values: Sequence[float | None], *, share: bool = False) -> list[str]:
    """Write numbers for columns: with one or two digits where three are too long."""
    texts = _written(values, share=share)
    return [
        short(float(f"{value:.{0 if '×' in text else 1}e}")) if value is not None and len(text) > FITS else text
        for value, text in zip(values, texts, strict=True)
    ]


def _two(value: float) -> str:
    """Write a limit with two digits."""
    return "∞" if math.isinf(value) else column([value], 2)[0] if value < 100 else rough(float(f"{value:.1e}"))


class _scale:  # noqa: N801 - a function with a memory
    """Shares of a bar for numbers that differ by powers of ten."""

    def __init__(self, values: Sequence[float | None]) -> None:
        found = [value for value in values if value is not None and math.isfinite(value) and value > 0]
        self._low = math.log(min(found, default=1.0) / 1.6)
        self._high = math.log(max(found, default=1.0) * 2.0)

    def __call__(self, value: float) -> float:
        if value <= 0:
            return 0.0
        return min(1.0, max(0.0, (math.log(value) - self._low) / (self._high - self._low)))


def said(shown: Sequence[Row]) -> str:
    """Give all of it in words, for those who can't see it."""
    heads: tuple[str, ...] = ()
    parts: list[str] = []
    for row in shown:
        match row:
            case Head(title, aside):
                parts.append(f"{title}, {aside}:" if aside else f"{title}:")
            case Big(number, words, _):
                parts.append(f"{number} {words}")
            case Heads(titles):
                heads = titles
            case Cells(name, _, texts):
                pairs = ", ".join(f"{head} {text}" for head, text in zip(heads, texts, strict=True))
                parts.append(f"{name}: {pairs}.")
            case Gauge(name, _, _, _, text, past):
                parts.append(f"{name}: {text}" + (", " + _tr("past its limit") if past else "") + ".")
            case Pair(first, second, _, text, ridge):
                parts.append(f"{first} → {second}: {text}" + (", " + _tr("a ridge") if ridge else "") + ".")
            case Note(text) | Point(text, _):
                parts.append(text)
    return " ".join(parts)
