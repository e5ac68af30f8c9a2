from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import norm

from lrviz.catalog.metric import Metric
from lrviz.catalog.metrics import METRICS
from lrviz.catalog.metrics.accuracy import Accuracy
from lrviz.catalog.metrics.average_precision import AveragePrecision
from lrviz.catalog.metrics.calibration_error import CalibrationError
from lrviz.catalog.metrics.mean_absolute_error import MeanAbsoluteError
from lrviz.catalog.metrics.mean_reciprocal_rank import MeanReciprocalRank
from lrviz.catalog.metrics.precision import Precision
from lrviz.catalog.metrics.r2 import R2
from lrviz.catalog.metrics.recall import Recall
from lrviz.catalog.metrics.roc_auc import ROCAUC
from lrviz.catalog.moved import APART, rare


@pytest.mark.parametrize("cls", METRICS)
def test_every_metric_is_moved_by_something(cls: type[Metric]) -> None:
    moved = cls.example().moved()
    assert moved.x.shape == moved.y.shape
    assert moved.across
    assert moved.note
    assert (np.diff(moved.x) >= 0).all()
    assert np.isfinite(moved.y).all()
    assert np.ptp(moved.y) > 0.05


def test_the_rare_class_is_as_far_off_and_as_sure_as_is_said() -> None:
    answers = rare()
    assert answers.target.mean() == pytest.approx(0.2)
    assert ROCAUC().of(answers) == pytest.approx(norm.cdf(APART / np.sqrt(2)), abs=1e-3)
    assert CalibrationError().of(answers) < 0.01
    assert CalibrationError().of(rare(sureness=2.0)) > 0.03


def test_a_threshold_trades_precision_for_recall() -> None:
    precision, recall = Precision().moved(), Recall().moved()
    assert (np.diff(recall.y) <= 0).all()
    assert precision.y[-1] > precision.y[0]
    middle = int(np.searchsorted(precision.x, 0.5))
    assert precision.y[middle] == pytest.approx(Precision().of(rare()))
    best = Accuracy().moved()
    assert abs(best.x[best.y.argmax()] - 0.5) < 0.06  # of answers that are as sure as they should be


def test_curves_are_those_of_the_area_beneath_them() -> None:
    roc, pr = ROCAUC().moved(), AveragePrecision().moved()
    assert np.trapezoid(roc.y, roc.x) == pytest.approx(ROCAUC().of(rare()))
    assert np.trapezoid(pr.y, pr.x) == pytest.approx(AveragePrecision().of(rare()), abs=5e-3)
    assert pr.beside is not None
    assert pr.beside[0] == pytest.approx(0.2)


def test_one_number_that_is_off_and_a_document_that_falls() -> None:
    error, share = MeanAbsoluteError().moved(), R2().moved()
    np.testing.assert_allclose(error.y, np.abs(error.x) / 10, atol=1e-7)
    assert share.y.max() == pytest.approx(1.0)
    assert share.y.min() < 0
    np.testing.assert_allclose(MeanReciprocalRank().moved().y, 1 / np.arange(1, 11))
