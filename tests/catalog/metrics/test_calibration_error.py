"""The calibration error is torchmetrics', and its bins are those of the reliability diagram."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import assume, given
from hypothesis import strategies as st
from torchmetrics.functional.classification import multiclass_calibration_error

from lrviz.catalog.answers import Answers
from lrviz.catalog.metrics.calibration_error import CalibrationError
from tests.catalog.metrics.drawn import of_classes, of_yes_or_no

BINS = st.integers(1, 40)


def far_from_borders(answers: Answers, bins: int) -> Answers:
    """Leave out what torchmetrics' single precision may put into another bin; 1 has one of its own there."""
    confidence = answers.probabilities.max(axis=1)
    far = np.abs(confidence[:, None] - np.arange(1, bins + 1) / bins).min(axis=1) > 1e-6
    assume(far.any())
    return Answers(answers.task, answers.target[far], answers.output[far])


@given(drawn=of_classes() | of_yes_or_no(), bins=BINS)
def test_the_error_is_torchmetrics(drawn: Answers, bins: int) -> None:
    answers = far_from_borders(drawn, bins)
    given = torch.tensor(answers.probabilities.astype(np.float32)), torch.tensor(answers.target)
    theirs = multiclass_calibration_error(*given, answers.classes, n_bins=bins)
    assert CalibrationError(bins).of(answers) == pytest.approx(float(theirs), abs=2e-6)


@given(answers=of_classes() | of_yes_or_no(), bins=BINS)
def test_the_diagram_shows_what_the_error_is_made_of(answers: Answers, bins: int) -> None:
    curve = CalibrationError(bins).curve(answers)
    full = curve.examples > 0
    assert curve.examples.sum() == len(answers.target)
    assert np.isnan(curve.confidence[~full]).all()
    assert np.isnan(curve.accuracy[~full]).all()
    low, high = (np.arange(bins) / bins)[full], (np.arange(1, bins + 1) / bins)[full]
    assert (low <= curve.confidence[full] + 1e-12).all()
    assert (curve.confidence[full] <= high + 1e-12).all()
    gaps = np.abs(curve.accuracy - curve.confidence)[full] @ curve.examples[full]
    assert CalibrationError(bins).of(answers) == pytest.approx(gaps / len(answers.target), abs=1e-12)


@pytest.mark.parametrize("classes", range(2, 100))
def test_a_confidence_on_a_border_is_in_the_bin_above(classes: int) -> None:
    answers = Answers("classes", np.array([0]), np.zeros((1, classes), dtype=np.float32))
    assert CalibrationError(classes).curve(answers).examples.tolist() == [0, 1, *[0] * (classes - 2)]


def test_certainty_is_in_the_last_bin() -> None:
    output = np.array([[1000, 0], [1000, 0], [3, 0]], dtype=np.float32)
    answers = Answers("classes", np.array([0, 1, 1]), output)
    curve = CalibrationError().curve(answers)
    p = 1 / (1 + np.exp(-3))
    assert curve.examples.tolist() == [0] * 14 + [3]
    assert CalibrationError().of(answers) == pytest.approx((2 + p) / 3 - 1 / 3)


def test_of_a_yes_or_no_the_confidence_is_that_of_the_answer() -> None:
    logit = np.log(0.9 / 0.1)
    answers = Answers("binary", np.array([0, 1, 1, 1]), np.array([[-logit], [logit], [logit], [-logit]], np.float32))
    assert CalibrationError().of(answers) == pytest.approx(0.9 - 0.75, abs=1e-6)


def test_an_example_without_an_answer_is_in_no_bin() -> None:
    output = np.array([[np.nan, 0], [1000, 0]], dtype=np.float32)
    assert CalibrationError(2).curve(Answers("classes", np.array([0, 0]), output)).examples.tolist() == [0, 1]
