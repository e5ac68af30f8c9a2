"""Mean absolute error, mean squared error and R² are scikit-learn's and torchmetrics'."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import assume, given
from sklearn.metrics import mean_absolute_error, mean_squared_error, r2_score
from torchmetrics import functional

from lrviz.catalog.answers import Answers
from lrviz.catalog.metric import Metric
from lrviz.catalog.metrics.mean_absolute_error import MeanAbsoluteError
from lrviz.catalog.metrics.mean_squared_error import MeanSquaredError
from lrviz.catalog.metrics.r2 import R2
from tests.catalog.metrics.drawn import of_values

VALUES: list[tuple[Metric, Any, Any]] = [
    (MeanAbsoluteError(), mean_absolute_error, functional.mean_absolute_error),
    (MeanSquaredError(), mean_squared_error, functional.mean_squared_error),
    (R2(), r2_score, functional.r2_score),
]


@pytest.mark.parametrize(("metric", "sklearns", "torchmetrics"), VALUES, ids=lambda value: type(value).__name__)
@given(answers=of_values())
def test_a_number_is_measured_as_both_libraries_do(
    metric: Metric, sklearns: Any, torchmetrics: Any, answers: Answers
) -> None:
    assume(len(answers.target) > 1)
    result = metric.of(answers)
    target, output = answers.target.astype(np.float64), answers.output[:, 0].astype(np.float64)
    assert result == pytest.approx(sklearns(target, output), rel=1e-12, abs=1e-12)
    if len(set(target)) > 1:  # torchmetrics and scikit-learn differ in the R² of a constant
        assert result == pytest.approx(float(torchmetrics(torch.tensor(output), torch.tensor(target))), rel=1e-6)


def test_what_does_not_vary_can_only_be_met_or_missed() -> None:
    target = np.full(3, 0.1, dtype=np.float32)
    assert R2().of(Answers("values", target, target[:, None])) == 1
    assert R2().of(Answers("values", target, target[:, None] + np.float32(1e-3))) == 0
    assert np.isnan(R2().of(Answers("values", target[:1], target[:1, None])))


def test_the_mean_as_an_answer_explains_nothing_and_an_infinite_answer_less() -> None:
    target = np.array([1, 2, 6], dtype=np.float32)
    assert R2().of(Answers("values", target, np.full((3, 1), 3, dtype=np.float32))) == 0
    answers = Answers("values", target, np.array([[1], [np.inf], [-np.inf]], dtype=np.float32))
    assert R2().of(answers) == -np.inf
    assert MeanAbsoluteError().of(answers) == MeanSquaredError().of(answers) == np.inf
