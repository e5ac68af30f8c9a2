"""Event: what a job may yield."""

from __future__ import annotations

from lrviz.events.charting import Ground, Laid, PathLoss, Preparing, Ridge, Settled, Sharpness
from lrviz.events.dissecting import Dissected
from lrviz.events.finding import Raised
from lrviz.events.racing import (
    Diverged,
    Examined,
    Halted,
    Measured,
    Norms,
    Outlined,
    Predicted,
    Replayed,
    Started,
    Stopped,
    Told,
    Update,
)
from lrviz.events.seeking import Fitted, Fitting, Improved, Inspected, Looked

Event = (
    Started
    | Examined
    | Update
    | Told
    | Measured
    | Diverged
    | Halted
    | Stopped
    | Replayed
    | Outlined
    | Norms
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
    | Raised
    | Dissected
)
