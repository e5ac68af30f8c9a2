"""What goes between the window and the worker: jobs, commands, events; plain values that msgpack carries."""

from __future__ import annotations

from typing import Any, Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from lrviz.catalog import surfaces
from lrviz.datafile import Inspection
from lrviz.experiment import Experiment
from lrviz.laws import AnyLaw, fitting
from lrviz.survey import Survey

Device = Literal["auto", "cpu", "cuda", "mps"]


class Message(msgspec.Struct, frozen=True, tag=True):
    """Anything that crosses the pipe."""


class Block(msgspec.Struct, frozen=True):
    """An array as bytes."""

    dtype: str
    shape: tuple[int, ...]
    data: bytes

    @classmethod
    def of(cls, array: NDArray[Any]) -> Block:
        """Pack an array."""
        return cls(array.dtype.str, array.shape, array.tobytes())

    @property
    def array(self) -> NDArray[Any]:
        """The array, read-only."""
        return np.frombuffer(self.data, self.dtype).reshape(self.shape)


# Jobs ---------------------------------------------------------------------------------------------------------------


class Race(Message, frozen=True):
    """Train every run of an experiment with every seed, all moving forward together."""

    experiment: Experiment
    device: Device = "auto"
    trusted: str = ""
    """The model's file that a person agreed to have executed: its `consent`."""


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


Job = Race | Inspect | Chart | Settle | Improve | Fit


# Commands: window → worker ------------------------------------------------------------------------------------------


class Start(Message, frozen=True):
    """Run a job in a slot, in place of what was there; its events carry the ticket."""

    slot: str
    ticket: int
    job: Job


class Steer(Message, frozen=True):
    """Pause, advance by one update, resume or stop what runs in a slot."""

    slot: str
    order: Literal["pause", "step", "resume", "stop"]


Command = Start | Steer


# Events: a job yields them ------------------------------------------------------------------------------------------
#
# A member is one training: run r with the s-th seed is member r * len(seeds) + s.


class Started(Message, frozen=True):
    """The job is set up. `device` is what torch calls it, `card` its name for people."""

    device: str
    card: str


class Examined(Message, frozen=True):
    """The targets of the examples whose outputs are shown: the first of the training set, and the validation set's.

    Of one or two features also these training examples' inputs, and a grid of places all over their range.
    """

    train: Block
    validation: Block
    inputs: Block | None = None
    grid: Block | None = None


class Update(Message, frozen=True):
    """Update `step` is done in every member still alive: its loss, and the rate it used (first group).

    On a surface, `places` holds where each is after it, and the slope it used as it was clipped: x, y, ∂f/∂x, ∂f/∂y.
    NaN stands for a member that ended before.
    """

    step: int
    losses: tuple[float, ...]
    lrs: tuple[float, ...]
    places: tuple[tuple[float, float, float, float], ...] = ()


class Measured(Message, frozen=True):
    """What was measured of one member after `steps` updates; NaN stands for what is undefined there.

    "val_loss" is the validation loss by the task's own yardstick (`lrviz.catalog.yardsticks`) whatever loss the run
    trains with, so that runs of different losses compare; other names are those of `lrviz.catalog.metrics`, taken on
    the validation set, and those of `lrviz.engine.dynamics`.
    """

    member: int
    steps: int
    metrics: dict[str, float]


class Told(Message, frozen=True):
    """A member's scheduler, stepped once an epoch, was told this validation loss after `steps` updates.

    One that is stepped once a batch is told the loss of each `Update`: that isn't said again.
    """

    member: int
    steps: int
    value: float


class Diverged(Message, frozen=True):
    """The loss of a member left all bounds at update `step`; it trains no further."""

    member: int
    step: int


class Halted(Message, frozen=True):
    """A member goes no further than its `steps` updates: torch raised, or its rate is no number; `message` says why.

    OneCycleLR ends so behind its last step, and so does a run that torch refuses to construct (after 0 updates).
    """

    member: int
    steps: int
    message: str


class Predicted(Message, frozen=True):
    """A member's float32 outputs after `steps` updates for the examples of `Examined`: as often as memory allows.

    Always sent after a member's last update, unless it diverged.
    """

    member: int
    steps: int
    train: Block
    validation: Block
    grid: Block | None = None


class Looked(Message, frozen=True):
    """A share of a data file was looked through."""

    done: float


class Inspected(Message, frozen=True):
    """A data file was looked through to its end."""

    found: Inspection


# Of a Chart; its runs are those of the experiment that are visible, in order, with the first seed each.


class Preparing(Message, frozen=True):
    """What is under way, as training the runs or joining their ends, and the share of it that is done.

    It goes on until other words come, or the plane is laid.
    """

    words: Literal["training the runs", "joining the ends", "looking along the paths"]
    done: float


class Laid(Message, frozen=True):
    """The plane is laid: where each run was on it after so many updates, and how far away from it.

    `steps` (n,); `places` (runs, n, 2), `off` (runs, n) and `walked` (runs, n), the way gone since the start, are in
    the plane's units, which are those of the weights; NaN after a run's end. `explained` is the share of the paths'
    squared distance from the plane's origin that lies in it, of all runs and of each (-1 of one that never moved).
    `area` is the part in sight. `axes` says in words what x and y are.
    """

    steps: Block
    places: Block
    off: Block
    walked: Block
    explained: float
    each: tuple[float, ...]
    area: tuple[float, float, float, float]
    axes: tuple[str, str]


class Ground(Message, frozen=True):
    """What was measured so far: float32 `values` (y, x) at places along `x` and `y`, and the share of the whole grid.

    Of a line there is a row for each pair of runs, by `pairs`, and `x` is the share of the way from the first to the
    second; `bent` rows are measured along the curve that was trained to join them.
    """

    x: Block
    y: Block
    values: Block
    done: float
    bent: Block | None = None


class PathLoss(Message, frozen=True):
    """What is true along a run's path: measured at its own weights, one value for each of the plane's `steps`."""

    run: int
    values: Block


class Ridge(Message, frozen=True):
    """What was measured on the straight line from one run's end to another's: float32 values, at even shares."""

    runs: tuple[int, int]
    values: Block


class Sharpness(Message, frozen=True):
    """The largest eigenvalue of a run's training loss's Hessian after so many updates; NaN where it isn't found."""

    run: int
    steps: int
    value: float


class Settled(Message, frozen=True):
    """The minima (m, 3) that the ends of a Settle lead to, each with its x, y and height, the deepest first.

    `of` (k,) is the index of each end's own, −1 of one that leads to none.
    """

    minima: Block
    of: Block


class Improved(Message, frozen=True):
    """The best schedule after an iteration: its knots' steps and factors, and the loss that the law says it ends at."""

    iteration: int
    value: float
    steps: tuple[int, ...]
    factors: tuple[float, ...]


class Fitting(Message, frozen=True):
    """A share of a fit is done."""

    done: float


class Fitted(Message, frozen=True):
    """A law was fitted."""

    found: fitting.Fitted


Event = (
    Started
    | Examined
    | Update
    | Told
    | Measured
    | Diverged
    | Halted
    | Predicted
    | Looked
    | Inspected
    | Preparing
    | Laid
    | Ground
    | PathLoss
    | Ridge
    | Sharpness
    | Settled
    | Improved
    | Fitting
    | Fitted
)


# Replies: worker → window -------------------------------------------------------------------------------------------


class DeviceInfo(msgspec.Struct, frozen=True):
    """A device torch may use: `name` as --device spells it, `label` for people, `missing` says why it can't be used."""

    name: str
    label: str
    missing: str = ""


class Ready(Message, frozen=True):
    """torch is loaded; these are the devices."""

    devices: tuple[DeviceInfo, ...]
    torch: str


class Happened(Message, frozen=True):
    """Events of the job in a slot, in order; `ticket` tells an old job's from a new one's."""

    slot: str
    ticket: int
    events: tuple[Event, ...]


class Finished(Message, frozen=True):
    """The job in a slot came to its end, or was stopped."""

    slot: str
    ticket: int
    stopped: bool = False


class Failed(Message, frozen=True):
    """The job in a slot ended in an error, said in one line."""

    slot: str
    ticket: int
    message: str


class Died(Message, frozen=True):
    """The worker is gone, and with it the jobs whose `tickets` these are; `final` when no other will be started.

    Made by the client; a worker that can't load the engine sends one as its last word, to say why.
    """

    message: str
    final: bool = False
    tickets: tuple[int, ...] = ()


Reply = Ready | Happened | Finished | Failed | Died
