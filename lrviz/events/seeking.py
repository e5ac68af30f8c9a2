"""Events of looking through data, of improving schedules and of fitting laws."""

from __future__ import annotations

from lrviz.datafile import Inspection
from lrviz.events.message import Message
from lrviz.laws import fitting


class Looked(Message, frozen=True):
    """A share of a data file was looked through."""

    done: float


class Inspected(Message, frozen=True):
    """A data file was looked through to its end."""

    found: Inspection


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
