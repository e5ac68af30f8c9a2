"""Average precision and the precision-recall curve are scikit-learn's and torchmetrics'."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from sklearn.metrics import average_precision_score, precision_recall_curve
from torchmetrics.functional.classification import binary_average_precision, multiclass_average_precision

from lrviz.catalog.answers import Answers
from lrviz.catalog.metrics.average_precision import AveragePrecision, average_precisions
from tests.catalog.metrics.drawn import of_classes, of_classes_all_there, of_yes_or_no
from tests.catalog.metrics.test_roc_auc import rows


@given(of_yes_or_no())
def test_a_yes_or_no_has_the_precision_of_both_libraries(answers: Answers) -> None:
    result = AveragePrecision().of(answers)
    if not answers.target.any():
        assert np.isnan(result)
        return
    assert result == pytest.approx(average_precision_score(answers.target, answers.output[:, 0]), rel=1e-12)
    ranks = np.unique(answers.output[:, 0], return_inverse=True)[1] / len(answers.output)  # a score within 0 and 1
    theirs = binary_average_precision(torch.tensor(ranks), torch.tensor(answers.target))
    assert result == pytest.approx(float(theirs), abs=1e-6)


@given(of_classes())
def test_classes_have_the_mean_precision_over_those_that_are_there(answers: Answers) -> None:
    expected = np.mean([average_precision_score(member, scores) for member, scores in rows(answers) if member.any()])
    assert AveragePrecision().of(answers) == pytest.approx(expected, rel=1e-12)


@given(of_classes_all_there())
def test_classes_have_the_precision_of_both_libraries_where_all_are_there(answers: Answers) -> None:
    result = AveragePrecision().of(answers)
    p = answers.probabilities
    if answers.classes > 2:  # scikit-learn takes two classes for a yes or no
        assert result == pytest.approx(average_precision_score(answers.target, p), rel=1e-12)
    theirs = multiclass_average_precision(torch.tensor(p.copy()), torch.tensor(answers.target), answers.classes)
    assert result == pytest.approx(float(theirs), abs=1e-6)


@given(of_classes() | of_yes_or_no())
def test_curves_are_scikit_learns_point_by_point(answers: Answers) -> None:
    curves, areas = AveragePrecision().curve(answers), average_precisions(answers)
    for curve, area, (member, scores) in zip(curves, areas, rows(answers), strict=True):
        if member.any():
            precision, recall, _ = precision_recall_curve(member, scores)
            np.testing.assert_allclose(curve.precision, precision[::-1], rtol=1e-12)
            np.testing.assert_allclose(curve.recall, recall[::-1], rtol=1e-12)
            assert np.diff(curve.recall) @ curve.precision[1:] == pytest.approx(area)
        else:
            assert curve.recall.size == curve.precision.size == 0
            assert np.isnan(area)


@given(of_yes_or_no())
def test_the_same_score_for_all_has_the_precision_of_always_saying_yes(answers: Answers) -> None:
    same = Answers("binary", answers.target, 0 * answers.output)
    expected = answers.target.mean() if answers.target.any() else np.nan
    assert AveragePrecision().of(same) == pytest.approx(expected, nan_ok=True)
