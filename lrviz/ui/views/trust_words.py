"""What may be concluded from a landscape and what not, in sentences whose numbers hold."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import chain

from PySide6.QtCore import QCoreApplication

from lrviz.ui.numbers import portion, rough, short, whole
from lrviz.ui.views.sight import percent
from lrviz.ui.views.trust import Standing, Trust, Way

NAMED = 3
"""Of more runs than this a sentence names only the one it is about."""
APART = 0.02
"""What the plane shows at a path is called wrong from this share of the true value on."""

Sentences = Callable[[Trust], Iterator[str]]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Trust", text)


def may(trust: Trust) -> tuple[str, ...]:
    """Say what may be concluded."""
    return tuple(chain.from_iterable(rule(trust) for rule in MAY))


def may_not(trust: Trust) -> tuple[str, ...]:
    """Say what may not."""
    return tuple(chain.from_iterable(rule(trust) for rule in MAY_NOT))


def folded(trust: Trust, selected: str = "") -> str:
    """Say the most important in one line: the share in the plane, and how far off the selected run is (or the first).

    Of a line there is no plane: the worst value on it is said.
    """
    if trust.method == "line":
        return "" if not trust.ways else _worst_way(trust, max(trust.ways, key=lambda way: way.rise))
    parts = [_tr("{0} in plane").format(portion(trust.explained))] if math.isfinite(trust.explained) else []
    run = next((run for run in trust.runs if run.name == selected), trust.runs[0])
    if run.off is not None and run.off > 0 and not trust.whole:
        parts.append(_tr("{0} off by {1}").format(run.name, rough(run.off)))
    return " · ".join(parts)


def write(trust: Trust, value: float) -> str:
    """Write a value of what was measured."""
    return percent(value) if trust.what == "accuracy" else rough(value)


def share_and_rest(share: float) -> tuple[str, str]:
    """Write a share and the rest of it, so that the two add up."""
    percent_in = round(100 * share) if 0.01 <= share <= 0.99 else 100 * share
    return portion(percent_in / 100), portion((100 - percent_in) / 100)


def _worst_way(trust: Trust, way: Way) -> str:
    words = _tr("lowest {0} from {1} to {2}") if trust.high_is_good else _tr("highest {0} from {1} to {2}")
    return words.format(write(trust, way.worst), way.first, way.second)


# What may be concluded ----------------------------------------------------------------------------------------------


def _all_there_is(trust: Trust) -> Iterator[str]:
    if trust.whole:
        yield _tr("The function has 2 variables, and both are drawn: nothing is hidden.")


def _ends(trust: Trust) -> Iterator[str]:
    """Say which ends can be read off and compared: those in the plane."""
    exact = [run for run in trust.runs if run.exact]
    if trust.whole or trust.method == "line" or not exact:
        return
    ends = ", ".join(f"{run.name} {write(trust, run.end)}" for run in exact if run.end is not None)
    listed = f": {ends}" if ends and len(exact) <= NAMED else ""
    if len(exact) == len(trust.runs) == 1:
        yield _tr("Its end is exact in this plane{0}.").format(listed)
    elif len(exact) == len(trust.runs):
        yield _tr("All {0} ends are exact in this plane{1}.").format(len(exact), listed)
    else:
        words = (
            _tr("1 end of {1} is exact in this plane{2}.")
            if len(exact) == 1
            else _tr("{0} ends of {1} are exact in this plane{2}.")
        )
        yield words.format(len(exact), len(trust.runs), listed)


def _ridge(trust: Trust) -> Iterator[str]:
    """Say which ridge stands highest above the ends: it is measured at weights of its own."""
    ridges = [way for way in trust.ways if way.ridge]
    if ridges:
        way = max(ridges, key=lambda way: way.rise)
        words = (
            _tr("On the straight line from {0} to {1} accuracy falls to {2}, {3} below the lower end.")
            if trust.high_is_good
            else _tr("On the straight line from {0} to {1} the loss rises to {2}, {3} above the higher end.")
        )
        rise = percent(way.rise) if trust.high_is_good else rough(way.rise)
        yield words.format(way.first, way.second, write(trust, way.worst), rise)


def _sharp(trust: Trust) -> Iterator[str]:
    """Say whose λ is past its limit."""
    past = [run for run in trust.runs if run.sharpness is not None and run.sharpness > run.limit]
    for run in past[:NAMED]:
        yield _tr("{0}’s λ of {1} is past its limit of {2}: along that direction its steps grow.").format(
            run.name, rough(run.sharpness or 0.0), rough(run.limit)
        )


# What may not -------------------------------------------------------------------------------------------------------


def _coarse(trust: Trust) -> Iterator[str]:
    if trust.done < 1:
        yield _tr("Only {0} of the grid is measured yet: what lies between is interpolated.").format(
            portion(trust.done)
        )


def _depths(trust: Trust) -> Iterator[str]:
    """Say how much of the paths isn't seen, for which the depths below them aren't theirs."""
    if trust.whole or trust.method == "line" or not math.isfinite(trust.explained):
        return
    share, unseen = share_and_rest(trust.explained)
    end = trust.origin or _tr("one run")
    if trust.method == "ends":
        yield _tr(
            "Between the ends the plane holds {0} of the motion: don’t read depths along the paths off the map."
        ).format(share)
    elif trust.method == "pca":
        yield _tr(
            "The plane holds {0} of the motion but passes exactly only through {1}’s end: don’t compare depths."
        ).format(share, end)
    elif trust.method == "random":
        yield _tr("A slice through {0}’s end along two random directions: {1} of the paths’ motion is hidden.").format(
            end, unseen
        )
    else:
        yield _tr("The two sharpest directions at {0}’s end: {1} of the paths’ motion is along others.").format(
            end, unseen
        )


def _gap(trust: Trust) -> Iterator[str]:
    """Say where the plane shows most falsely what is true on a path."""
    gaps = [
        (abs(run.here - run.true), run)
        for run in trust.runs
        if run.here is not None and run.true is not None and math.isfinite(run.here - run.true)
    ]
    if not gaps or trust.whole or trust.done < 1:
        return
    gap, run = max(gaps, key=lambda found: found[0])
    if gap > APART * abs(run.true or 0.0) and gap > 0:
        yield _tr("At step {0} the map shows {1} under {2}; the truth is {3}.").format(
            whole(trust.step), write(trust, run.here or 0.0), run.name, write(trust, run.true or 0.0)
        )


def _off_ends(trust: Trust) -> Iterator[str]:
    """Say which ends lie elsewhere than they are drawn."""
    off = [run for run in trust.runs if not run.exact]
    if off and trust.method == "ends" and not trust.whole:
        yield _tr("A plane holds three ends: {0} of {1} lie off it and are drawn where they fall on it.").format(
            len(off), len(trust.runs)
        )


def _way_round(trust: Trust) -> Iterator[str]:
    """Say that a ridge on the straight line tells nothing of bent ways."""
    ridges = [way for way in trust.ways if way.ridge]
    if not ridges or trust.whole:
        return
    way = max(ridges, key=lambda way: way.rise)
    if way.bent is None:
        words = _tr("{0} is the worst on the straight line from {1} to {2}; a bent way round may be lower.")
        if trust.high_is_good:
            words = _tr("{0} is the worst on the straight line from {1} to {2}; a bent way round may be higher.")
        yield words.format(write(trust, way.worst), way.first, way.second)


def _beside(trust: Trust) -> Iterator[str]:
    if trust.method == "line" and trust.parameters > 2:
        yield _tr("A line is 1 of {0} dimensions: what lies beside it isn’t shown.").format(whole(trust.parameters))
    elif trust.parameters > 2:
        yield _tr("A plane is 2 of {0} dimensions: a wall in it may be a valley beside it.").format(
            whole(trust.parameters)
        )


def _grain(trust: Trust) -> Iterator[str]:
    if trust.high_is_good and trust.examples:
        yield _tr("Accuracy moves in steps of 1/{0}, because there are {0} validation examples.").format(trust.examples)


def _one_seed(trust: Trust) -> Iterator[str]:
    if trust.seeds > 1:
        yield _tr("Of {0} seed{0:|s} the first is drawn: the others may end elsewhere.").format(trust.seeds)


def _early(trust: Trust) -> Iterator[str]:
    for run in trust.runs:
        if run.updates < trust.updates:
            yield _tr("{0} ended after {1} of {2} update{2:|s}: its end is no minimum.").format(
                run.name, whole(run.updates), whole(trust.updates)
            )


MAY: tuple[Sentences, ...] = (_all_there_is, _ends, _ridge, _sharp)
MAY_NOT: tuple[Sentences, ...] = (
    _coarse,
    _depths,
    _gap,
    _off_ends,
    _way_round,
    _beside,
    _grain,
    _one_seed,
    _early,
)


def standing(trust: Trust, run: Standing) -> str:
    """Say in words how one run stands at the cursor, for those who can't see the table."""
    parts: list[str] = []
    if run.here is not None and math.isfinite(run.here):
        parts.append(_tr("{0} in the plane").format(write(trust, run.here)))
    if run.true is not None and not math.isnan(run.true):
        parts.append(_tr("{0} in truth").format(write(trust, run.true)))
    if run.off is not None and math.isfinite(run.off) and trust.method != "line":
        parts.append(_tr("{0} off the plane").format(rough(run.off)))
    if run.sharpness is not None and math.isfinite(run.sharpness):
        curved = _tr("λ {0}").format(rough(run.sharpness))
        if math.isfinite(run.limit):
            curved = _tr("λ {0} of a limit of {1}").format(rough(run.sharpness), rough(run.limit))
        parts.append(curved)
    if math.isfinite(run.walked):
        parts.append(_tr("{0} walked in the last {1} step{1:|s}").format(short(run.walked), whole(trust.last)))
    return f"{run.name}: {', '.join(parts)}." if parts else ""
