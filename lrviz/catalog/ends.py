"""Where the pieces of a recipe end, and which of its fields move an end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from lrviz.catalog.parts import Handle
from lrviz.catalog.schedule import MOST
from lrviz.errors import SpecError
from lrviz.spec import fields

if TYPE_CHECKING:
    from lrviz.catalog.recipe import Recipe


class _Mover(NamedTuple):
    """A field of steps, its value, and how far each end goes when it grows by one."""

    name: str
    value: int
    moves: list[int]

    @property
    def many(self) -> int:
        """How many ends it moves."""
        return sum(move != 0 for move in self.moves)


def handles_of_ends(recipe: Recipe, steps: int) -> tuple[Handle, ...]:
    """Give the ends of a recipe's pieces that a field of steps moves: of several the one that moves the fewest ends.

    A field that moves none, but at whose step the curve turns, has a handle there.
    """
    movers = [mover for field in fields(type(recipe)) if field.unit == "steps" for mover in _mover(recipe, field.name)]
    held: dict[str, Handle] = {}
    for i, end in enumerate(recipe.firsts()[1:]):
        able = [mover for mover in movers if mover.moves[i] and mover.name not in held]
        if able:
            mover = min(able, key=lambda mover: mover.many)
            held[mover.name] = _handle(recipe, mover, i, end)
    turns = recipe.turns(steps + 1) or ()
    idle = [handle for mover in movers if not mover.many for handle in recipe.handles_of(mover.name)]
    return (*held.values(), *(handle for handle in idle if any(handle.step in turn for turn in turns)))


def _mover(recipe: Recipe, name: str) -> list[_Mover]:
    """Give how a field moves the ends; nothing where it is left out, or can't be another."""
    value, ends = getattr(recipe, name), recipe.firsts()[1:]
    if not isinstance(value, int):
        return []
    for by in (1, -1):
        try:
            after = replace(recipe, **{name: value + by}).firsts()[1:]
        except SpecError:
            continue
        if len(after) == len(ends):
            return [_Mover(name, value, [(new - old) * by for new, old in zip(after, ends, strict=True)])]
    return []


def _handle(recipe: Recipe, mover: _Mover, i: int, end: int) -> Handle:
    name, value, slope = mover.name, mover.value, mover.moves[i]

    def moved(step: int, _factor: float) -> Recipe:
        return replace(recipe, **{name: value + round((step - end) / slope)})

    return Handle(name, name, end, moved, 0, MOST, end - value if slope == 1 else 0)
