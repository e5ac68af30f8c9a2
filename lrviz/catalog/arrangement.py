"""How the parts of a composed schedule lie in a plan: in a row, or on top of each other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeVar

from lrviz.catalog.parts import Handle, Stretch
from lrviz.catalog.schedule import MOST, Schedule, bounded
from lrviz.errors import SpecError

Parts = tuple[Schedule, ...]
Into = Callable[[Parts, tuple[int, ...]], Schedule]
"""Makes the composed schedule of its parts and milestones."""
S = TypeVar("S", bound=Schedule)


class Place(NamedTuple):
    """The stretch [first, last) of a plan in which the part of this index acts."""

    part: int
    first: int
    last: int


def places(milestones: Sequence[int], steps: int) -> list[Place]:
    """Give which part acts when, of parts that follow each other in a plan of `steps` steps."""
    bounds = sorted({0, steps, *(step for step in milestones if 0 < step < steps)})
    return [Place(bisect_right(milestones, first), first, last) for first, last in pairwise(bounds)]


def stretches_in_row(parts: Parts, milestones: Sequence[int], steps: int) -> tuple[Stretch, ...]:
    """Give the stretches of parts that follow each other, those of composed parts in their place."""
    found: list[Stretch] = []
    for place in places(milestones, steps):
        inner = named_stretches(parts[place.part], place.last - place.first)
        found += [Stretch(place.first + one.first, place.first + one.last, one.name) for one in inner]
    return tuple(found)


def stretches_on_top(parts: Parts, steps: int) -> tuple[Stretch, ...]:
    """Give the stretches of parts that act together, cut wherever one of them is."""
    layers = [named_stretches(part, steps) for part in parts]
    bounds = sorted({bound for layer in layers for one in layer for bound in (one.first, one.last)})
    return tuple(
        Stretch(first, last, " × ".join(_at(layer, first).name for layer in layers)) for first, last in pairwise(bounds)
    )


def _at(layer: tuple[Stretch, ...], step: int) -> Stretch:
    return layer[bisect_right([one.first for one in layer], step) - 1]


def named_stretches(schedule: Schedule, steps: int) -> tuple[Stretch, ...]:
    """Give the stretches of a schedule; of one that isn't composed the whole, by its name."""
    return schedule.stretches(steps) or (Stretch(0, steps, type(schedule).__name__),)


@lru_cache(maxsize=256)  # each is asked for by the milestones beside it too, which doubles with every level
def handles_in_row(parts: Parts, milestones: tuple[int, ...], steps: int, into: Into) -> tuple[Handle, ...]:
    """Give the handles of parts that follow each other: every milestone, and what the parts have inside their stretch.

    A milestone takes along what the part before it has there, and what the part after it has at its own end stays.
    """
    found = [_milestone(parts, milestones, i, steps, into) for i in range(len(milestones))]
    for place in places(milestones, steps):
        into_part = _into_part(parts, milestones, place.part, into)
        limit = MOST if place.last == steps else place.last
        for handle in parts[place.part].handles(place.last - place.first):
            step = place.first + handle.step
            first = place.first if handle.factor is not None else place.first + 1
            if first <= step < place.last or step == place.last == steps:
                found.append(handle.of_part(f"schedulers[{place.part}]", place.first, limit, into_part))
    return tuple(found)


def handles_on_top(parts: Parts, steps: int, into: Callable[[Parts], Schedule]) -> tuple[Handle, ...]:
    """Give the handles of parts that act together."""
    return tuple(
        handle.of_part(f"schedulers[{i}]", 0, MOST, _into_part(parts, (), i, lambda changed, _: into(changed)))
        for i, part in enumerate(parts)
        for handle in part.handles(steps)
    )


def knotted_in_row(parts: Parts, milestones: tuple[int, ...], step: int, into: Into) -> Schedule | None:
    """Give parts that follow each other with one more knot at a step; None where no part of them has knots there."""
    place = places(milestones, step + 1)[-1]
    knotted = parts[place.part].knotted(step - place.first)
    return None if knotted is None else _into_part(parts, milestones, place.part, into)(knotted)


def knotted_on_top(parts: Parts, step: int, into: Callable[[Parts], Schedule]) -> Schedule | None:
    """Give parts that act together with one more knot at a step; None where none of them has knots."""
    found = ((i, part.knotted(step)) for i, part in enumerate(parts))
    i, knotted = next(((i, one) for i, one in found if one is not None), (0, None))
    return None if knotted is None else into((*parts[:i], knotted, *parts[i + 1 :]))


def _milestone(parts: Parts, milestones: tuple[int, ...], i: int, steps: int, into: Into) -> Handle:
    low, high = bounded(milestones, i, 0, MOST)
    start = milestones[i - 1] if i else 0
    end = milestones[i + 1] if i + 1 < len(milestones) else steps
    own = milestones[i]
    ending = _paths(parts[i], own - start, {own - start})
    lasting = _paths(parts[i + 1], end - own, {end - own, *({end - 1 - own} if end == steps else ())})

    def moved(step: int, _factor: float) -> Schedule:
        before = _put(parts[i], own - start, dict.fromkeys(ending, step - start))
        after = _put(parts[i + 1], end - own, {path: at - (step - own) for path, at in lasting.items()})
        return into((*parts[:i], before, after, *parts[i + 2 :]), (*milestones[:i], step, *milestones[i + 1 :]))

    return Handle(f"milestones[{i}]", "milestone", own, own, moved, low, high)


def _paths(part: Schedule, steps: int, where: set[int]) -> dict[str, int]:
    """Give the handles of a part that stand at certain steps, by path."""
    if steps <= 0:
        return {}
    return {one.path: one.step for one in part.handles(steps) if one.step in where and one.factor is None}


def _put(part: S, steps: int, wanted: dict[str, int]) -> S:
    """Give a part with handles at other steps, as far as it can have them there."""
    for path, step in wanted.items():
        handle = next((one for one in part.handles(steps) if one.path == path), None)
        try:
            part = part if handle is None else handle.moved(step, 0.0)  # type: ignore[assignment]  # a handle moves its own schedule, whose class it keeps
        except SpecError:
            continue
    return part


def _into_part(parts: Parts, milestones: tuple[int, ...], i: int, into: Into) -> Callable[[Schedule], Schedule]:
    return lambda part: into((*parts[:i], part, *parts[i + 1 :]), milestones)
