"""What the Landscape view says above its plane: where the runs end and what lies between, with numbers that hold."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from lrviz.experiment import Experiment
from lrviz.ui.numbers import portion, rough, whole
from lrviz.ui.views import trust_words
from lrviz.ui.views.sight import percent, visible
from lrviz.ui.views.trust import Trust, Way
from lrviz.ui.views.trust_words import write

SPOKEN = 3
"""Of more runs than this a sentence gives their number instead of their names."""
LOW = 0.05
"""A ridge that rises by less than this share of the higher end may well be walked round: it parts no basins."""
LEVEL = 0.02
"""Two ends closer than this share of the better one are called level."""


@dataclass(frozen=True)
class Settled:
    """How many of a run's `seeds` ended in the deepest basin found of a function of two variables."""

    name: str
    seeds: int
    deepest: int


Rule = Callable[[Trust], str]
"""Gives a sentence, or "" where it has nothing to say."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("GroundHeadline", text)


def empty(experiment: Experiment) -> tuple[str, str]:
    """Say what a landscape would show."""
    runs = visible(experiment)
    if not experiment.runs:
        return _tr("No run yet."), _tr("Add one to see where it walks.")
    if not runs:
        return _tr("No run is visible."), _tr("Open the eye of a run to see where it walks.")
    words = _tr("The plane is laid through the {0} runs’ weights: they are trained first, {1} updates each.")
    if len(runs) == 1:
        words = _tr("The plane is laid through the run’s weights: it is trained first, {1} update{1:|s}.")
    return _tr("No landscape is measured yet."), words.format(len(runs), whole(experiment.training.steps))


def of(experiment: Experiment, trust: Trust | None, settled: Sequence[Settled] = ()) -> tuple[str, str]:
    """Give the headline and the line of what it rests on.

    `experiment` is the plan as the person wrote it, `settled` what is known of basins: a value for each run with
    several seeds on a function of two variables.
    """
    if trust is None:
        return empty(experiment)
    sentence = next((words for rule in RULES if (words := rule(trust))), "")
    return _basins(settled) or sentence or _drawn(trust), _basis(experiment, trust)


def summary(experiment: Experiment, trust: Trust | None, settled: Sequence[Settled] = ()) -> str:
    """Give the whole view in words, for those who can't see it."""
    said = [*of(experiment, trust, settled)]
    if trust is not None:
        said.append(_tr("At step {0}:").format(whole(trust.step)))
        said += [trust_words.standing(trust, run) for run in trust.runs]
        said += [_way_said(trust, way) for way in trust.ways]
        said += [*trust_words.may(trust), *trust_words.may_not(trust)]
    return " ".join(words for words in said if words)


# The rules, the first that has something to say ---------------------------------------------------------------------


def _basins(settled: Sequence[Settled]) -> str:
    """Say who ends in the deepest basin how often, of those that were found."""
    known = sorted((run for run in settled if run.seeds), key=lambda run: -run.deepest / run.seeds)
    if not known:
        return ""
    first, last = known[0], known[-1]
    text = _tr("{1} of {2} seed{2:|s} of {0} {1:ends|end} in the deepest basin found").format(
        first.name, first.deepest, first.seeds
    )
    if len(known) == 1:
        return f"{text}."
    return _tr("{0}; {1} {2} of {3}.").format(text, last.name, last.deepest, last.seeds)


def _lost(trust: Trust) -> str:
    """Say which run got lost the most: it lies in no basin."""
    lost = [run for run in trust.runs if run.lost and _finite(run.end) and _finite(run.start)]
    if not lost:
        return ""
    if trust.high_is_good:
        run = min(lost, key=lambda run: run.end or 0.0)
        return _tr("{0} diverged, to an accuracy of {1}: it ends in no basin.").format(
            run.name, write(trust, run.end or 0.0)
        )
    run = max(lost, key=lambda run: run.end or 0.0)
    words = _tr("{0} ends above its start, at a loss of {1} from {2}: it lies in no basin.")
    return words.format(run.name, write(trust, run.end or 0.0), write(trust, run.start or 0.0))


def _joined(trust: Trust) -> str:
    """Say that a bent way joins what a straight line parts."""
    ways = [way for way in trust.ways if way.bent is not None and math.isfinite(way.bent) and way.ridge]
    if not ways:
        return ""
    way = max(ways, key=lambda way: way.rise)
    bent, straight = write(trust, way.bent or 0.0), write(trust, way.worst)
    better = way.bent is not None and (way.bent > way.worst if trust.high_is_good else way.bent < way.worst)
    if not better or bent == straight:
        return ""
    if trust.high_is_good:
        words = _tr(
            "A bent way joins {0}’s end and {1}’s with an accuracy of at least {2}; the straight line falls to {3}."
        )
    else:
        words = _tr("A bent way joins {0}’s end and {1}’s with a loss of at most {2}; the straight line rises to {3}.")
    return words.format(way.first, way.second, bent, straight)


def _parted(trust: Trust) -> str:
    """Say which two ends a ridge parts: the pair it stands highest above."""
    ridges = [way for way in trust.ways if way.ridge and math.isfinite(way.worst)]
    if not ridges or trust.whole:  # a valley may bend, and where all is seen that is no guess
        return ""
    way = max(ridges, key=lambda way: way.rise)
    if not trust.high_is_good and way.rise < LOW * abs(way.worst - way.rise):
        words = _tr("Straight from {0} to {1} the loss rises by {2}, to {3}.")
        return words.format(*_by_end(trust, way), write(trust, way.rise), write(trust, way.worst))
    if len(ridges) == len(trust.ways) > 1 and _every_pair(trust):
        lowest = min(ridges, key=lambda way: -way.worst if trust.high_is_good else way.worst)
        words = _tr("All {0} end in basins of their own; the lowest ridge between two of them is {1}, from {2} to {3}.")
        if trust.high_is_good:
            words = _tr(
                "All {0} end in basins of their own; the shallowest dip between two of them is to {1}, from {2} to {3}."
            )
        return words.format(_count(len(trust.runs)), write(trust, lowest.worst), lowest.first, lowest.second)
    words = _tr("{0} and {1} end in two different basins; a ridge of {2} lies between.")
    if trust.high_is_good:
        words = _tr("{0} and {1} end in two different basins; accuracy falls to {2} between.")
    return words.format(*_by_end(trust, way), write(trust, way.worst))


def _one_basin(trust: Trust) -> str:
    """Say that no straight line from end to end rises."""
    if (
        trust.whole
        or len(trust.runs) < 2
        or not _every_pair(trust)
        or any(way.ridge is not False for way in trust.ways)
    ):
        return ""
    worst = (min if trust.high_is_good else max)(way.worst for way in trust.ways)
    if not math.isfinite(worst):
        return ""
    if len(trust.runs) == 2:
        words = _tr(
            "{0} and {1} end in one basin: nowhere on the straight line between them does the loss rise above {2}."
        )
        if trust.high_is_good:
            words = _tr(
                "{0} and {1} end in one basin: nowhere on the straight line between them does accuracy fall below {2}."
            )
        return words.format(trust.runs[0].name, trust.runs[1].name, _bound(trust, worst))
    words = _tr("All {0} end in one basin: nowhere on the straight lines between them does the loss rise above {1}.")
    if trust.high_is_good:
        words = _tr(
            "All {0} end in one basin: nowhere on the straight lines between them does accuracy fall below {1}."
        )
    return words.format(_count(len(trust.runs)), _bound(trust, worst))


def _alone(trust: Trust) -> str:
    """Say how far above the lowest point of the plane a single run ends."""
    run = trust.runs[0]
    if len(trust.runs) > 1 or not _finite(run.end) or trust.best is None or trust.method == "line":
        return ""
    end, gap = run.end or 0.0, (trust.best - (run.end or 0.0)) * (1 if trust.high_is_good else -1)
    apart = percent(gap) if trust.high_is_good else rough(gap)
    if gap <= 0 or write(trust, end) == write(trust, trust.best):
        words = _tr("{0} ends at {1}; no point measured in this plane is lower.")
        if trust.high_is_good:
            words = _tr("{0} ends at {1}; no point measured in this plane is higher.")
        return words.format(run.name, write(trust, end)) if gap <= 0 else ""
    words = _tr("{0} ends at {1}, {2} above the lowest point of this plane.")
    if trust.high_is_good:
        words = _tr("{0} ends at {1}, {2} below the highest point of this plane.")
    return words.format(run.name, write(trust, end), apart)


def _ranked(trust: Trust) -> str:
    """Compare the ends by what is true there."""
    ends = sorted((run for run in trust.runs if _finite(run.end)), key=lambda run: run.end or 0.0)
    if len(ends) < 2 or len(ends) < len(trust.runs):
        return ""
    low, high = ends[0], ends[-1]
    apart = (high.end or 0.0) - (low.end or 0.0)
    if apart <= LEVEL * max(abs(low.end or 0.0), 1e-12):
        return ""
    if trust.high_is_good:
        words = _tr("{0} ends highest, at an accuracy of {1}; {2} ends at {3}.")
        return words.format(high.name, write(trust, high.end or 0.0), low.name, write(trust, low.end or 0.0))
    words = _tr("{0} ends lowest, at a loss of {1}; {2} ends at {3}.")
    return words.format(low.name, write(trust, low.end or 0.0), high.name, write(trust, high.end or 0.0))


RULES: tuple[Rule, ...] = (_lost, _joined, _parted, _one_basin, _alone, _ranked)


def _drawn(trust: Trust) -> str:
    """Say what is drawn, where nothing else can be said."""
    what = {
        "train_loss": _tr("Training loss"),
        "val_loss": _tr("Validation loss"),
        "accuracy": _tr("Accuracy"),
    }[trust.what]
    if trust.method == "line":
        return _tr("{0} on the straight lines between the ends of {1} run{1:|s}.").format(what, len(trust.runs))
    if len(trust.runs) == 1:
        return _tr("{0} over a plane, and the path that {1} walked in {2} update{2:|s}.").format(
            what, trust.runs[0].name, whole(trust.updates)
        )
    return _tr("{0} over a plane, and the paths that {1} runs walked in {2} updates.").format(
        what, len(trust.runs), whole(trust.updates)
    )


def _basis(experiment: Experiment, trust: Trust) -> str:
    """Say what it rests on: the plane, how much of it is measured, and which plan was raced."""
    parts = [_plane(trust)]
    if trust.done < 1:
        parts.append(_tr("{0} of the grid is measured.").format(portion(trust.done)))
    if trust.planned != experiment.training.steps:
        parts.append(
            _tr("A {0}-step miniature of the {1}-step plan.").format(
                whole(trust.planned), whole(experiment.training.steps)
            )
        )
    return " ".join(part for part in parts if part)


def _plane(trust: Trust) -> str:
    exact = sum(run.exact for run in trust.runs)
    if trust.whole:
        return _tr("The function itself: its two variables are the axes, and nothing is hidden.")
    if trust.method == "line":
        return _tr("Straight lines from end to end: each point is exact, what lies beside them isn’t shown.")
    share = portion(trust.explained) if math.isfinite(trust.explained) else portion(0)
    end = trust.origin or _tr("a run")
    match trust.method:
        case "ends" if exact == len(trust.runs) == SPOKEN:
            return _tr("The plane through the three end points: every end is exact, everything else is a projection.")
        case "ends":
            return _tr(
                "The plane through {0} of {1} end points: these are exact, everything else is a projection."
            ).format(exact, len(trust.runs))
        case "pca":
            return _tr(
                "The two directions the paths vary most in, {0} of their motion; exact only at {1}’s end."
            ).format(share, end)
        case "random":
            return _tr("Two random directions from {0}’s end, which hold {1} of the paths’ motion.").format(end, share)
    return _tr("The two sharpest directions at {0}’s end, which hold {1} of the paths’ motion.").format(end, share)


def _way_said(trust: Trust, way: Way) -> str:
    words = _tr("Straight from {0} to {1}: at worst {2}.")
    return words.format(way.first, way.second, write(trust, way.worst))


def _every_pair(trust: Trust) -> bool:
    count = len(trust.runs)
    return len(trust.ways) == count * (count - 1) // 2


def _by_end(trust: Trust, way: Way) -> tuple[str, str]:
    """Name the two runs of a way in the order they have in the list."""
    names = [run.name for run in trust.runs]
    first, second = sorted((way.first, way.second), key=names.index)
    return first, second


def _bound(trust: Trust, worst: float) -> str:
    """Write a bound so that it holds: a loss rounded up, an accuracy rounded down."""
    if trust.high_is_good:
        return percent(math.floor(worst * 1000) / 1000)
    written = rough(worst)
    if not 0.1 <= abs(worst) < 1000:
        return written
    place = 10.0 ** -(len(written.partition(".")[2]))
    return rough(math.ceil(worst / place - 1e-9) * place)


def _finite(value: float | None) -> bool:
    return value is not None and math.isfinite(value)


def _count(number: int) -> str:
    """Write a small number of runs in words."""
    return {2: _tr("two"), 3: _tr("three"), 4: _tr("four"), 5: _tr("five")}.get(number, whole(number))
