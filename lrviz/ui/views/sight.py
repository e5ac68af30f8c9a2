"""What a view looks at: the stretch of the plan in sight and what the person chose to see in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lrviz.catalog.quantity import BY_TASK, Name
from lrviz.catalog.task import Task
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.numbers import short
from lrviz.ui.store import Heard
from lrviz.ui.units import Measure, Unit, measure

if TYPE_CHECKING:
    from lrviz.ui.views.foreseen import Foreseen

LABELLED = 8
"""With more visible runs than this, only the selected, the highest and the lowest are named at their ends."""


@dataclass(frozen=True)
class Sight:
    """The updates `first` to `last` on `width` pixels, the step cursor, and how axes are drawn.

    Of a loss it is a stretch `along` its quantity (None for all of it), where the cursor stands a share `at` of the
    whole way across. Metrics that schedulers listen to are the supposed one or, of runs that have raced, their own. A
    race is seen in the `panes` that were chosen (none: those shown at first), three side by side
    where the window is `wide`. A run as a fix would make it is `proposed`. Without what is `foreseen` there is no
    forecast. With `weights` there is a pane of what each update leaves in the final ones. Where there is a `baseline`
    the other runs are read against it, or (`differences`) drawn as what they have more. Of a race's numbers these
    `columns` are told (none: those shown at first). Where it is `split` each run is to have a pane of its own.
    """

    first: float
    last: float
    width: int
    cursor: int | None = None
    unit: Unit = "step"
    log: bool = False
    momentum: bool = True
    selected: str = ""
    quantity: Name = "p"
    at: float = 0.5
    along: tuple[float, float] | None = None
    heard: Heard = "supposed"
    panes: tuple[str, ...] = ()
    wide: bool = False
    proposed: Run | None = None
    foreseen: Foreseen | None = None
    weights: bool = False
    baseline: str = ""
    columns: tuple[str, ...] = ()
    differences: bool = False
    split: bool = False

    @classmethod
    def whole(cls, experiment: Experiment, width: int = 1000) -> Sight:
        """See the whole plan."""
        return cls(0, max(1, experiment.training.steps - 1), width)

    def quantity_of(self, task: Task) -> Name:
        """Give the quantity a loss is looked at along: the chosen one, if examples of this task have it or none."""
        known = BY_TASK[task]
        return self.quantity if self.quantity in known or not known else known[0]

    def scale(self, experiment: Experiment) -> float:
        """Give how many updates make one of what axes count in."""
        return self.measure(experiment).updates

    def measure(self, experiment: Experiment) -> Measure:
        """Give what axes along the steps count in."""
        return measure(experiment, self.unit)


def visible(experiment: Experiment) -> tuple[Run, ...]:
    """Give the runs whose eye is open."""
    return tuple(run for run in experiment.runs if run.visible)


def named(names: list[str], ends: list[float], sight: Sight) -> set[str]:
    """Give the runs to name at their ends: all, or of many the selected, the baseline, the highest and the lowest."""
    if len(names) <= LABELLED or sight.split:
        return set(names)
    order = sorted(zip(ends, names, strict=True))
    return {order[0][1], order[-1][1], sight.selected, sight.baseline}


def percent(share: float) -> str:
    """Write a share as a percentage."""
    return short(share, "percent")
