"""A lesson to begin with can be read as it is written, and holds the session it was made of."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from lrviz import CrossEntropyLoss, Experiment, LrvizError, Run
from lrviz.scenarios import shelf
from lrviz.teaching.reading import read
from lrviz.teaching.skeleton import skeleton
from tests.strategies import specs


@pytest.mark.parametrize("name", ["my-lesson", "수업", 'a "quoted" name', ""])
def test_it_holds_the_session(name: str) -> None:
    lesson = read(skeleton(Experiment.first_open(), name))
    assert lesson.scenes[0].experiment == Experiment.first_open()
    assert [step.race for step in lesson.steps] == [False, True, False]


@given(specs(Run), st.text(min_size=1, max_size=20))
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_any_run_that_can_be_trained_comes_back(run: Run, name: str) -> None:
    assume(name.isprintable())
    run = replace(run, name=name, colour=0, visible=True, listing=None, branch=None, loss=CrossEntropyLoss())
    experiment = Experiment.of(run)
    assume(not (run.misfit(experiment.problem) or run.unfit))
    assert read(skeleton(experiment, "x")).scenes[0].experiment == experiment


@pytest.mark.parametrize("preset", shelf(), ids=lambda preset: preset.name)
def test_a_preset_in_miniature_comes_back(preset: object) -> None:
    experiment = preset.experiment.miniature(500)  # type: ignore[attr-defined]
    text = skeleton(experiment, "x")
    assert read(text).scenes[0].experiment == experiment
    assert "code = " in text


def test_there_is_nothing_to_teach_with_without_a_run() -> None:
    with pytest.raises(LrvizError, match="a lesson needs at least one run"):
        skeleton(Experiment.of(), "x")
