"""Jobs: what the worker can be asked to do."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from lrviz.catalog import surfaces
from lrviz.events.message import Block, Device, Message
from lrviz.experiment import Experiment
from lrviz.laws import AnyLaw
from lrviz.survey import Survey


class Race(Message, frozen=True):
    """Train every run of an experiment with every seed, all moving forward together."""

    experiment: Experiment
    device: Device = "auto"
    trusted: str = ""
    """The model's file that a person agreed to have executed: its `consent`."""
    runs: tuple[str, ...] = ()
    """The runs to train, by name; all where none is named. Others are there for what branches off them."""


class Inspect(Message, frozen=True):
    """Look through a data file."""

    path: str


class Chart(Message, frozen=True):
    """Survey the landscape that an experiment's runs walk through; they are trained first where that isn't known."""

    experiment: Experiment
    survey: Survey
    device: Device = "auto"
    trusted: str = ""


class Settle(Message, frozen=True):
    """Find the basins of a surface that the `ends` (k, 2) of some walks lie in."""

    surface: surfaces.AnySurface
    ends: Block


class Improve(Message, frozen=True):
    """Look for the best schedule of an experiment's run under a law."""

    experiment: Experiment
    run: int
    law: AnyLaw
    warmup: int
    floor: float


class Log(msgspec.Struct, frozen=True):
    """The rate and the loss of each update of a run, float64 (n,)."""

    rates: Block
    losses: Block


class Fit(Message, frozen=True):
    """Fit a law, by its name, to runs of a race, which were all `adaptive` or none of them."""

    law: str
    logs: tuple[Log, ...]
    adaptive: bool


class Find(Message, frozen=True):
    """Raise the rate of a run from `low` to `high` in so many updates, with the first seeds, and watch the loss.

    `on` is whose loss: each training batch's, or the validation set's. Of a parameter `group` (an index into
    `Run.rates()`) only its own rate is raised, the others keep theirs; None raises all, in their proportions.
    """

    experiment: Experiment
    run: int = 0
    seeds: Annotated[int, Meta(ge=1, le=64)] = 5
    on: Literal["train", "val"] = "train"
    low: Annotated[float, Meta(gt=0)] = 1e-5
    high: Annotated[float, Meta(gt=0)] = 10.0
    updates: Annotated[int, Meta(ge=10, le=10_000)] = 100
    group: int | None = None
    device: Device = "auto"
    trusted: str = ""


class Dissect(Message, frozen=True):
    """Take update `step` of a run apart, with the seed of that index: the state before it is kept, or trained again."""

    experiment: Experiment
    run: int
    step: int
    seed: int = 0
    device: Device = "auto"
    trusted: str = ""


Job = Race | Inspect | Chart | Settle | Improve | Fit | Find | Dissect
