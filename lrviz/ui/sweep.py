"""Sweep: how far an LR finder raises a rate, in how many updates, with how many seeds, and whose loss it watches."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from lrviz.sentences import say
from lrviz.spec import Value

On = Literal["train", "val"]


class Sweep(Value, frozen=True):
    """What a person asks an LR finder for; `group` is an index into `Run.rates()`, None for all in proportion."""

    low: Annotated[
        float,
        Meta(
            gt=0,
            le=1e6,
            description="The rate the first update is done with.",
            extra={"scale": "log", "slider": (1e-8, 1), "unit": "lr"},
        ),
    ] = 1e-5
    high: Annotated[
        float,
        Meta(
            gt=0,
            le=1e6,
            description="The rate the last update is done with, if no seed has diverged by then.",
            extra={"scale": "log", "slider": (1e-3, 1000), "unit": "lr"},
        ),
    ] = 10.0
    updates: Annotated[
        int,
        Meta(
            ge=10,
            le=10_000,
            description="Updates from the first rate to the last, each a fixed share higher than the one before.",
            extra={"scale": "log", "slider": (20, 1000)},
        ),
    ] = 100
    seeds: Annotated[
        int,
        Meta(
            ge=1,
            le=64,
            description="Trainings from other weights and batches: how far they differ is the spread of each rate.",
            extra={"slider": (1, 16)},
        ),
    ] = 5
    on: Annotated[Literal["train", "val"], Meta(description="Whose loss is watched.")] = "train"
    group: Annotated[int, Meta(ge=0)] | None = None

    def check(self) -> None:
        if not self.low < self.high:
            raise self.refuse("high", say("greater than {low:g}, the rate it begins with", low=self.low))

    def of(self, groups: int) -> Sweep:
        """Give the sweep for a run of so many parameter groups: of all where there is none of its index."""
        return (
            self
            if self.group is None or self.group < groups > 1
            else Sweep(self.low, self.high, self.updates, self.seeds, self.on)
        )
