"""The plots that lessons point at are there, under the titles they are pointed at by."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import lrviz
from lrviz import Experiment
from lrviz.teaching.lesson import Lesson
from lrviz.teaching.shelf import known
from lrviz.ui.views.panes import choices


def pointed_at(lesson: Lesson) -> Iterator[tuple[str, str, Experiment]]:
    """Give the view, the title and the experiment of each plot that a lesson points at."""
    view, scene = "schedule", lesson.scenes[0]
    for step in lesson.steps:
        view = step.view or view
        scene = next(one for one in lesson.scenes if one.name == (step.scene or scene.name))
        for spot in step.highlight:
            kind, _, title = spot.partition(":")
            if kind == "pane":
                yield view, title, scene.experiment


def titles(view: str, experiment: Experiment) -> set[str]:
    """Give the titles of a view's plots."""
    if view == "training":
        return {choice.title for choice in choices(experiment)}
    moves = any(experiment.curve(run, [0]).momentum is not None for run in experiment.runs)
    return {"Learning rate", *(["Momentum"] if moves else [])} if view == "schedule" else set()


@pytest.mark.parametrize("name", known())
def test_every_plot_that_is_pointed_at_is_there(name: str) -> None:
    for view, title, experiment in pointed_at(lrviz.lesson(name)):
        assert title in titles(view, experiment), view
