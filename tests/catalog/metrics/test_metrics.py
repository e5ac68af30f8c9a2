"""One walk over all metrics: a new one is tested because it is there."""

from __future__ import annotations

import importlib
import typing
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrviz.catalog.answers import Answers
from lrviz.catalog.metric import Metric
from lrviz.catalog.metrics import METRICS, AnyMetric, metrics_of
from lrviz.catalog.task import Task
from lrviz.spec import Spec, fields
from tests.catalog.metrics.drawn import BY_TASK, SEEDS
from tests.strategies import specs

TASKS: tuple[Task, ...] = tuple(task for task in typing.get_args(Task) if task != "surface")
USES = [(cls, task) for cls in METRICS for task in TASKS if task in cls.tasks]
FEW = 40
"""Draws for each of the many uses."""


def test_every_metric_is_found() -> None:
    keys = {cls.key for cls in METRICS}
    assert keys >= {"accuracy", "balanced_accuracy", "precision", "recall", "f1", "roc_auc", "average_precision", "ece"}
    assert keys >= {"mae", "mse", "r2", "mrr", "ndcg", "map"}
    assert len(keys) == len(METRICS)


@pytest.mark.parametrize("cls", METRICS)
def test_every_metric_says_what_it_is(cls: type[Metric]) -> None:
    assert cls.summary().endswith(".")
    assert len(cls.summary()) > 20
    assert cls.summary() not in {Metric.summary(), Spec.summary()}
    assert cls.key.isidentifier()
    assert cls.key.islower()
    assert cls.example().title
    assert cls.best in {"high", "low"}
    assert cls.share in {True, False}
    assert cls.tasks
    assert cls.tasks <= set(TASKS)
    module, _, name = cls.target.rpartition(".")
    assert callable(getattr(importlib.import_module(module), name))


@pytest.mark.parametrize("cls", METRICS)
def test_every_field_has_help_a_default_and_a_slider_within_bounds(cls: type[Metric]) -> None:
    for field in fields(cls):
        assert field.help.endswith(".")
        assert not field.required
        assert (field.slider is not None) == (field.kind in {"int", "float"})
        for value in (*(field.slider or ()), *field.choices):
            cls(**{field.name: value})


@pytest.mark.parametrize("cls", METRICS)
@settings(max_examples=FEW)
@given(data=st.data())
def test_every_metric_comes_back_from_json(cls: type[Metric], data: st.DataObject) -> None:
    metric = data.draw(specs(cls))
    back = msgspec.json.decode(msgspec.json.encode(metric), type=AnyMetric)
    assert back == metric
    assert type(back) is cls


def test_lists_begin_with_the_plainest_and_no_two_titles_are_alike() -> None:
    first = {task: metrics_of(task)[0].key for task in TASKS}
    assert first == {"classes": "accuracy", "binary": "accuracy", "values": "mae", "ranking": "ndcg"}
    for task in TASKS:
        assert {type(metric) for metric in metrics_of(task)} == {cls for cls in METRICS if task in cls.tasks}
        assert len({metric.title for metric in metrics_of(task)}) == len(metrics_of(task))
        assert len({metric.place for metric in metrics_of(task)}) == len(metrics_of(task))


@pytest.mark.parametrize(("cls", "task"), USES)
@settings(max_examples=FEW)
@given(data=st.data())
def test_answers_give_a_number_whatever_the_fields(cls: type[Metric], task: Task, data: st.DataObject) -> None:
    result = data.draw(specs(cls)).of(data.draw(BY_TASK[task]()))
    assert type(result) is float
    assert not np.isinf(result)


@pytest.mark.parametrize(("cls", "task"), USES)
@settings(max_examples=FEW)
@given(data=st.data())
def test_right_answers_are_as_good_as_any(cls: type[Metric], task: Task, data: st.DataObject) -> None:
    metric, answers = data.draw(specs(cls)), data.draw(BY_TASK[task]())
    result, best = metric.of(answers), metric.of(right(answers))
    assert np.isnan(result) == np.isnan(best)
    assert not (result > best + 1e-12 if metric.best == "high" else result < best - 1e-12)
    if cls.share and best == best:  # noqa: PLR0124 - not NaN
        assert 0 <= result <= 1


@pytest.mark.parametrize(("cls", "task"), USES)
@settings(max_examples=FEW)
@given(data=st.data(), seed=SEEDS)
def test_the_order_and_number_of_copies_of_the_examples_are_nothing_to_a_metric(
    cls: type[Metric], task: Task, data: st.DataObject, seed: int
) -> None:
    metric, answers = data.draw(specs(cls)), data.draw(BY_TASK[task]())
    places = np.tile(np.random.default_rng(seed).permutation(len(answers.target)), 2)
    result = metric.of(answers)
    if result == result:  # noqa: PLR0124 - not NaN
        twice = metric.of(Answers(task, answers.target[places], answers.output[places]))
        assert twice == pytest.approx(result, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(("cls", "task"), USES)
@settings(max_examples=FEW)
@given(data=st.data(), seed=SEEDS, share=st.floats(0, 1))
def test_a_run_that_diverged_gives_nan_or_a_number_and_no_warning(
    cls: type[Metric], task: Task, data: st.DataObject, seed: int, share: float
) -> None:
    metric, answers = data.draw(specs(cls)), data.draw(BY_TASK[task]())
    random = np.random.default_rng(seed)
    huge = np.array([np.inf, -np.inf, np.finfo(np.float32).max, np.finfo(np.float32).min])
    output = np.where(
        random.random(answers.output.shape) < share, random.choice(huge, answers.output.shape), answers.output
    )
    measured(metric, diverged := Answers(task, answers.target, output.astype(np.float32)))
    assert np.isnan(metric.of(diverged)) == np.isnan(metric.of(answers))
    output[tuple(random.integers(output.shape))] = np.nan
    assert np.isnan(measured(metric, Answers(task, answers.target, output.astype(np.float32))))


@pytest.mark.parametrize(("cls", "task"), USES)
@pytest.mark.parametrize("examples", [0, 1, 5])
def test_nothing_and_nothing_but_nan_are_undefined(cls: type[Metric], task: Task, examples: int) -> None:
    shape = {"classes": (3,), "binary": (1,), "values": (1,), "ranking": (4, 1)}[task]
    output = np.full((examples, *shape), np.nan, dtype=np.float32)
    target = np.zeros((examples, *shape[:-1])).astype(np.int64 if task in {"classes", "binary"} else np.float32)
    assert np.isnan(measured(cls.example(), Answers(task, target, output)))


def right(answers: Answers) -> Answers:
    """Give the answers of a model that knows the targets."""
    match answers.task:
        case "classes":
            output = 1000 * np.eye(answers.classes)[answers.target]
        case "binary":
            output = 2000 * answers.target[:, None] - 1000
        case _:
            output = answers.target[..., None]
    return Answers(answers.task, answers.target, output.astype(np.float32))


def measured(metric: Metric, answers: Answers) -> float:
    """Measure, and draw the picture if there is one, where every complaint of numpy's is an error."""
    with np.errstate(divide="raise", over="raise", invalid="raise"):
        curve: Any = getattr(metric, "curve", None)
        if curve is not None:
            curve(answers)
        return metric.of(answers)
