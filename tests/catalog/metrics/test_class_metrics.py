"""Accuracy, balanced accuracy, precision, recall and F1 are scikit-learn's and torchmetrics'."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from sklearn import metrics as sklearn_metrics
from torchmetrics.functional import classification

from lrviz.catalog.answers import Answers
from lrviz.catalog.metric import ClassMetric
from lrviz.catalog.metrics.accuracy import Accuracy
from lrviz.catalog.metrics.balanced_accuracy import BalancedAccuracy
from lrviz.catalog.metrics.f1 import F1
from lrviz.catalog.metrics.precision import Precision
from lrviz.catalog.metrics.recall import Recall
from tests.catalog.metrics.drawn import of_classes, of_classes_all_there, of_yes_or_no

SHARES: list[tuple[type[ClassMetric], Any, str]] = [
    (Precision, sklearn_metrics.precision_score, "precision"),
    (Recall, sklearn_metrics.recall_score, "recall"),
    (F1, sklearn_metrics.f1_score, "f1_score"),
]
AVERAGES = st.sampled_from(["macro", "micro", "weighted"])


def tensors(answers: Answers) -> tuple[torch.Tensor, torch.Tensor]:
    return torch.tensor(answers.predicted), torch.tensor(answers.target)


@given(of_classes() | of_yes_or_no())
def test_accuracy_is_the_share_of_right_answers(answers: Answers) -> None:
    assert Accuracy().of(answers) == sklearn_metrics.accuracy_score(answers.target, answers.predicted)
    theirs = classification.multiclass_accuracy(*tensors(answers), num_classes=answers.classes, average="micro")
    assert Accuracy().of(answers) == pytest.approx(float(theirs), abs=1e-6)


@given(of_classes() | of_yes_or_no())
def test_balanced_accuracy_is_scikit_learns(answers: Answers) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # a class is predicted that is not in the target
        expected = sklearn_metrics.balanced_accuracy_score(answers.target, answers.predicted)
    assert BalancedAccuracy().of(answers) == pytest.approx(expected, rel=1e-12)


@given(of_classes_all_there())
def test_balanced_accuracy_is_torchmetrics_where_every_class_is_there(answers: Answers) -> None:
    theirs = classification.multiclass_accuracy(*tensors(answers), num_classes=answers.classes, average="macro")
    assert BalancedAccuracy().of(answers) == pytest.approx(float(theirs), abs=1e-6)


@pytest.mark.parametrize(("cls", "sklearns", "name"), SHARES)
@given(answers=of_classes(), average=AVERAGES)
def test_averages_over_classes_are_those_of_both_libraries(
    cls: type[ClassMetric], sklearns: Any, name: str, answers: Answers, average: Any
) -> None:
    result = cls(average=average).of(answers)
    expected = sklearns(answers.target, answers.predicted, average=average, zero_division=0)
    assert result == pytest.approx(expected, rel=1e-12)
    theirs = getattr(classification, f"multiclass_{name}")
    assert result == pytest.approx(float(theirs(*tensors(answers), answers.classes, average=average)), abs=1e-6)


@pytest.mark.parametrize(("cls", "sklearns", "name"), SHARES)
@given(answers=of_yes_or_no(), average=AVERAGES)
def test_of_a_yes_or_no_the_yes_is_measured_whatever_the_average(
    cls: type[ClassMetric], sklearns: Any, name: str, answers: Answers, average: Any
) -> None:
    result = cls(average=average).of(answers)
    assert result == pytest.approx(sklearns(answers.target, answers.predicted, zero_division=0), rel=1e-12)
    theirs = getattr(classification, f"binary_{name}")
    assert result == pytest.approx(float(theirs(*tensors(answers))), abs=1e-6)


@pytest.mark.parametrize(("cls", "sklearns", "name"), SHARES)
@given(answers=of_classes() | of_yes_or_no())
def test_each_class_has_its_own(cls: type[ClassMetric], sklearns: Any, name: str, answers: Answers) -> None:
    labels = range(answers.classes)
    expected = sklearns(answers.target, answers.predicted, average=None, labels=labels, zero_division=0)
    np.testing.assert_allclose(cls().per_class(answers), expected, rtol=1e-12)


def test_a_class_that_is_neither_there_nor_said_is_left_out_of_the_mean() -> None:
    output = np.array([[1, 0, 0], [0, 1, 0], [1, 0, 0], [0, 1, 0]], dtype=np.float32)
    answers = Answers("classes", np.array([0, 1, 0, 1]), output)
    assert Recall().of(answers) == Precision().of(answers) == F1().of(answers) == 1
    said = Answers("classes", np.array([0, 1, 0, 1]), np.where([[0], [0], [0], [1]], [[0, 0, 1]], output).astype("f4"))
    assert Recall().of(said) == pytest.approx((1 + 0.5 + 0) / 3)
    assert BalancedAccuracy().of(said) == 0.75
