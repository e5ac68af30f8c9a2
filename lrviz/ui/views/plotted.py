"""The views that are plots: what each of them draws and says in numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lrviz.experiment import Experiment
from lrviz.ui.figure import Figure
from lrviz.ui.racing.raced import Raced
from lrviz.ui.table import Table
from lrviz.ui.views import loss, loss_table, schedule, schedule_table, training, training_table
from lrviz.ui.views.sight import Sight


def _nothing(_experiment: Experiment, _sight: Sight) -> Iterator[None]:
    return iter(())


@dataclass(frozen=True)
class View:
    """A way to look at an experiment: what it is called, what it draws and what it says in numbers."""

    key: str
    title: str
    figure: Callable[[Experiment, Mapping[str, Raced], Sight], Figure]
    table: Callable[[Experiment, Mapping[str, Raced], Sight], Table]
    columns: int = 1
    along: Literal["steps", "quantity"] = "steps"
    """What runs across its panes, and what its cursor moves along."""
    prepare: Callable[[Experiment, Sight], Iterator[None]] = _nothing
    """Works out what its figure is made of and keeps it, one thing after another: all at once holds the window up."""


VIEWS = (
    View("schedule", "Schedule", schedule.figure, schedule_table.table, prepare=schedule.prepare),
    View("loss", "Loss", loss.figure, loss_table.table, along="quantity"),
    View("training", "Training", training.figure, training_table.table, columns=2),
)
