"""Where the pieces of a recipe end, and which of its fields move an end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from lrviz.catalog.parts import Handle
from lrviz.catalog.schedule import MOST, Schedule
from lrviz.errors import SpecError
from lrviz.spec import fields

if TYPE_CHECKING:
    from lrviz.catalog.recipe import Recipe

TRIES = 8
"""How often the field is corrected until its end is where it is wanted."""


class _Mover(NamedTuple):
    """A field of steps, or one of its list, its handle as if it were a step, and how far each end goes with it."""

    handle: Handle
    moves: list[int]

    @property
    def many(self) -> int:
        """How many ends it moves."""
        return sum(move != 0 for move in self.moves)


def handles_of_ends(recipe: Recipe, steps: int) -> tuple[Handle, ...]:
    """Give the ends of a recipe's pieces that a field of steps moves: of several the one that moves the fewest ends.

    A field that moves none, but at whose step the curve turns, has a handle there.
    """
    names = [field.name for field in fields(type(recipe)) if field.unit == "steps"]
    movers = [mover for name in names for handle in recipe.handles_of(name) for mover in _mover(recipe, handle)]
    held: dict[str, Handle] = {}
    for i, end in enumerate(recipe.firsts()[1:]):
        able = [mover for mover in movers if mover.moves[i] and mover.handle.path not in held]
        if able and end <= MOST:
            mover = min(able, key=lambda mover: mover.many)
            held[mover.handle.path] = _handle(mover, i, end)
    turns = recipe.turns(steps + 1) or ()
    idle = [mover.handle for mover in movers if not mover.many]
    return (*held.values(), *(handle for handle in idle if any(handle.step in turn for turn in turns)))


def _mover(recipe: Recipe, handle: Handle) -> list[_Mover]:
    """Give how a field moves the ends; nothing where it can't be another by one step."""
    ends = recipe.firsts()[1:]
    for by in (1, -1):
        try:
            after = cast("Recipe", handle.moved(handle.step + by, 0.0)).firsts()[1:]
        except SpecError:
            continue
        if len(after) == len(ends):
            return [_Mover(handle, [(new - old) * by for new, old in zip(after, ends, strict=True)])]
    return []


def _handle(mover: _Mover, i: int, end: int) -> Handle:
    held, slope = mover.handle, mover.moves[i]

    def moved(step: int, factor: float) -> Schedule:
        number = held.step + round((step - end) / slope)
        made = held.moved(number, factor)
        for _ in range(TRIES):  # an end that isn't straight in the field is rounded, or bends
            ends = cast("Recipe", made).firsts()[1:]
            off = round((step - ends[i]) / slope) if i < len(ends) else 0
            if not off:
                break
            number += off
            made = held.moved(number, factor)
        return made

    return held._replace(step=end, moved=moved, low=0, high=MOST, slope=slope)
