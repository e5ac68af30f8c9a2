"""Units: what a race moves at a time, an ensemble or a member by itself, and what came of that."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import islice
from typing import NamedTuple

import torch
from torch import Tensor

from lrviz.engine.ahead import Ahead
from lrviz.engine.ensemble import Ensemble
from lrviz.engine.examination import Before
from lrviz.engine.member import Batch, Member
from lrviz.events import Halted, Norms

Unit = Ensemble | Ahead | Member
Footing = tuple[float, float, float, float]


class Drawn(dict[int, list[Batch]]):
    """The batches of an update by seed, each drawn when it is first asked for."""

    def __init__(self, draw: Callable[[int], list[Batch]]) -> None:
        super().__init__()
        self._draw = draw

    def __missing__(self, seed: int) -> list[Batch]:
        self[seed] = self._draw(seed)
        return self[seed]


class Moved(NamedTuple):
    """An update that a unit has done: what its members used and lost, and what is measured of it or to be measured."""

    unit: Unit
    members: tuple[Member, ...]
    lrs: tuple[float, ...]
    losses: Tensor | list[float]
    befores: dict[Member, Before]
    norms: list[Norms]


def halted(each: Member, steps: int, words: str) -> Halted:
    """Say that a member can't do its next update, in torch's words and what they mean."""
    return Halted(each.index, steps, each.run.optimizer.explained(words))


def crew(unit: Unit) -> tuple[Member, ...]:
    """Give the members of a unit."""
    return (unit,) if isinstance(unit, Member) else tuple(unit.members)


def footings(moved: Sequence[Moved], members: int) -> tuple[Footing, ...]:
    """Give where each of so many members stands on a surface, and the slope that it used; NaN of those that ended."""
    found: list[Footing] = [(math.nan,) * 4] * members
    for one in moved:
        if isinstance(one.unit, Ahead):
            raise TypeError("a walk is told update by update, and is never ahead")
        for each, footing in zip(one.members, one.unit.footing().tolist(), strict=True):
            found[each.index] = tuple(footing)
    return tuple(found)


def copied(losses: Sequence[Tensor | list[float]]) -> list[list[float]]:
    """Give losses as numbers; those that are still on the device come from it at once."""
    there = [each for each in losses if isinstance(each, Tensor)]
    numbers = iter(torch.cat(there).tolist() if there else ())
    return [list(islice(numbers, len(each))) if isinstance(each, Tensor) else each for each in losses]
