"""What several metrics count is counted right, and once."""

from __future__ import annotations

from unittest.mock import Mock

import numpy as np
import pytest
import torch
from hypothesis import given
from sklearn.metrics import confusion_matrix

from lrviz.catalog import answers as module
from lrviz.catalog.answers import Answers, ranked
from lrviz.catalog.metrics import metrics_of
from lrviz.catalog.task import Task
from tests.catalog.metrics.drawn import of_classes, of_queries, of_yes_or_no


@given(of_classes())
def test_probabilities_are_the_softmax_in_double_precision(answers: Answers) -> None:
    expected = torch.tensor(answers.output).double().softmax(dim=1)
    np.testing.assert_allclose(answers.probabilities, expected.numpy(), rtol=1e-12)


@given(of_yes_or_no())
def test_a_yes_or_no_is_two_classes(answers: Answers) -> None:
    logit = torch.tensor(answers.output).double()
    expected = torch.cat([(-logit).sigmoid(), logit.sigmoid()], dim=1)
    np.testing.assert_allclose(answers.probabilities, expected.numpy(), rtol=1e-12)
    assert answers.classes == 2


def test_the_first_of_the_largest_logits_is_predicted_and_a_yes_is_above_0() -> None:
    target = np.zeros(3, dtype=np.int64)
    classes = Answers("classes", target, np.array([[1, 2, 2], [0, 0, 0], [-np.inf, 0, np.inf]], dtype=np.float32))
    assert classes.predicted.tolist() == [1, 0, 2]
    assert Answers("binary", target, np.array([[-0.1], [0], [1e-30]], np.float32)).predicted.tolist() == [0, 0, 1]


@given(of_classes() | of_yes_or_no())
def test_confusion_is_scikit_learns(answers: Answers) -> None:
    expected = confusion_matrix(answers.target, answers.predicted, labels=range(answers.classes))
    np.testing.assert_array_equal(answers.confusion, expected)
    np.testing.assert_array_equal(answers.right, np.diagonal(expected))
    np.testing.assert_array_equal(answers.of_class, np.bincount(answers.target, minlength=answers.classes))
    np.testing.assert_array_equal(answers.said_of_class, np.bincount(answers.predicted, minlength=answers.classes))


def test_an_example_without_an_answer_is_in_no_cell() -> None:
    output = np.array([[1, 0, 0], [0, np.nan, 1], [0, 0, 1]], dtype=np.float32)
    answers = Answers("classes", np.array([0, 1, 1]), output)
    assert answers.confusion.tolist() == [[1, 0, 0], [0, 0, 1], [0, 0, 0]]
    assert not answers.complete


def test_an_infinite_logit_is_a_certain_one() -> None:
    output = np.array([[np.inf, 0], [-np.inf, 5], [np.inf, np.inf]], dtype=np.float32)
    answers = Answers("classes", np.array([0, 0, 0]), output)
    assert answers.probabilities.tolist() == [[1, 0], [0, 1], [0.5, 0.5]]


@given(of_queries())
def test_places_count_who_scores_higher_and_who_as_high(answers: Answers) -> None:
    scores = answers.output[..., 0]
    ordered = scores.take(answers.ranked.item)
    np.testing.assert_array_equal(ordered, -np.sort(-scores, axis=1))
    np.testing.assert_array_equal(answers.ranked.above, (scores[:, None] > ordered[..., None]).sum(axis=2))
    np.testing.assert_array_equal(answers.ranked.through, (scores[:, None] >= ordered[..., None]).sum(axis=2))
    np.testing.assert_array_equal(answers.ranked.relevant, answers.target.take(answers.ranked.item) > 0)


def test_infinite_scores_are_ranked_and_tied_as_numbers_are() -> None:
    order = ranked(np.array([[-np.inf, np.inf, 0.0, np.inf, -0.0]]), np.zeros((1, 5), dtype=bool))
    assert order.above.tolist() == [[0, 0, 2, 2, 4]]
    assert order.through.tolist() == [[2, 2, 4, 4, 5]]


@pytest.mark.parametrize(("task", "outputs"), [("classes", 4), ("binary", 1)])
def test_all_metrics_together_sort_once(task: Task, outputs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Mock(wraps=ranked)
    monkeypatch.setattr(module, "ranked", counted)
    random = np.random.default_rng(0)
    output = random.normal(size=(50, outputs)).astype(np.float32)
    answers = Answers(task, random.integers(0, 2, 50), output)
    assert all(np.isfinite(metric.of(answers)) for metric in metrics_of(task))
    assert counted.call_count == 1
