"""What may be surveyed of a landscape: what the visible runs have walked to their ends, and which plane of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec.structs import replace

from lrviz.catalog.task import Task
from lrviz.experiment import Experiment
from lrviz.survey import Survey
from lrviz.ui.form.ground_form import measured
from lrviz.ui.racing.raced import Raced, raced_plan
from lrviz.ui.views.sight import visible

ABOUT_ONE = ("random", "pca", "hessian")
"""Planes that are laid about one run's end."""


@lru_cache(maxsize=8)
def survey_in_sight(survey: Survey, task: Task, aspect: float, selected: str) -> Survey:
    """Give a survey of what can be measured for a task, in the shape it is seen in, about the end of the selected run.

    A plane through all ends, and lines between them, are about none.
    """
    chosen = replace(survey, what=measured(survey, task), origin=selected if survey.method in ABOUT_ONE else "")
    return chosen if survey.area is not None else replace(chosen, aspect=aspect)


@lru_cache(maxsize=8)
def of_visible(plan: Experiment) -> Experiment:
    """Give a plan of the visible runs alone, and those they come from."""
    wanted = {one.name for run in visible(plan) for one in plan.lineage(run)}
    return Experiment(plan.problem, plan.training, tuple(run for run in plan.runs if run.name in wanted))


def walked_by(experiment: Experiment, raced: Mapping[str, Raced]) -> Experiment | None:
    """Give what was raced of the visible runs, as it was trained; None while one of them isn't at its end."""
    plan = raced_plan(experiment)
    for run in visible(plan):
        result = raced.get(run.name)
        if result is None or result.stale or result.running or not result.ended:
            return None
    return of_visible(plan) if visible(plan) else None


def outdated(experiment: Experiment, raced: Mapping[str, Raced]) -> bool:
    """Whether what was walked on a surface, and is at its end, isn't what the visible runs would walk now."""
    runs = visible(experiment)
    known = [raced[run.name] for run in runs if run.name in raced]
    return bool(known) and (len(known) < len(runs) or any(each.stale for each in known))
