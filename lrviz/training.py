"""Training: how long a plan trains, and on what batches."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta
from msgspec.structs import replace

from lrviz.sentences import say
from lrviz.spec import Value

BATCH = 32
"""Examples of an update where the planned one is larger than the data at hand."""


class Training(Value, frozen=True):
    """How long and on what batches every run trains."""

    steps: Annotated[
        int,
        Meta(ge=1, le=10**12, description="Updates of the whole plan.", extra={"scale": "log", "slider": (10, 10**6)}),
    ] = 440
    batch_size: Annotated[
        int, Meta(ge=1, description="Examples of one batch.", extra={"scale": "log", "slider": (1, 1024)})
    ] = BATCH
    accumulation: Annotated[
        int, Meta(ge=1, description="Batches summed into one update.", extra={"slider": (1, 64)})
    ] = 1
    world_size: Annotated[
        int, Meta(ge=1, description="Workers, each with its own batch.", extra={"slider": (1, 64)})
    ] = 1
    seeds: Annotated[
        tuple[Annotated[int, Meta(ge=0, lt=2**32)], ...],
        Meta(min_length=1, max_length=64, description="One training of every run for each."),
    ] = (0,)
    validate_every: Annotated[
        int,
        Meta(ge=1, description="Updates from one validation to the next.", extra={"scale": "log", "slider": (1, 1000)}),
    ] = 22
    probe: Annotated[
        bool,
        Meta(description="Measure critical sharpness and gradient noise too, at each validation: takes its time."),
    ] = False
    examples: (
        Annotated[
            int,
            Meta(
                ge=1,
                le=10**15,
                description="Examples of one epoch in the planned run; left out, those of the problem.",
                extra={"scale": "log", "slider": (1000, 10**9), "none": "the problem’s"},
            ),
        ]
        | None
    ) = None
    sequence_length: (
        Annotated[
            int,
            Meta(
                ge=1,
                le=10**9,
                description="Tokens in one example; left out, tokens aren’t counted.",
                extra={"scale": "log", "slider": (16, 10**5), "none": "not counted"},
            ),
        ]
        | None
    ) = None

    @property
    def examples_per_update(self) -> int:
        """Examples that one update has seen."""
        return self.batch_size * self.accumulation * self.world_size

    def within(self, examples: int) -> Training:
        """Give the same training with updates that a set of `examples` can fill: those planned, or one small batch."""
        if self.examples_per_update <= examples:
            return self
        return replace(self, batch_size=min(BATCH, examples), accumulation=1, world_size=1)

    def check(self) -> None:
        if len(set(self.seeds)) != len(self.seeds):
            raise self.refuse("seeds", say("a list without repeats"))
