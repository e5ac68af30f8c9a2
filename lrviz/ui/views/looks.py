"""What a run answered at the step cursor: the last of its looks that had been taken there."""

from __future__ import annotations

from collections.abc import Mapping

from lrviz.experiment import Experiment
from lrviz.results import Look
from lrviz.ui.racing.raced import Raced, plan_behind


def look_at(experiment: Experiment, raced: Mapping[str, Raced], name: str, cursor: int | None) -> Look | None:
    """Give a run's look at the cursor (the first after it, where none was taken before); None without a fresh race.

    Of several seeds it is the first one's.
    """
    result = raced.get(name)
    if result is None or result.stale or not result.traces[0].looks:
        return None
    looks = result.traces[0].looks
    ratio = plan_behind(experiment, [result]).training.steps / experiment.training.steps
    done = experiment.training.steps if cursor is None else cursor * ratio + 1
    return next((look for look in reversed(looks) if look.steps <= done), looks[0])
