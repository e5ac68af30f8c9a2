"""The area under the ROC curve and the curve itself are scikit-learn's and torchmetrics'."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from sklearn.metrics import roc_auc_score, roc_curve
from torchmetrics.functional.classification import binary_auroc, multiclass_auroc

from lrviz.catalog.answers import Answers
from lrviz.catalog.metrics.roc_auc import ROCAUC
from tests.catalog.metrics.drawn import of_classes, of_classes_all_there, of_yes_or_no


def rows(answers: Answers) -> list[tuple[np.ndarray, np.ndarray]]:
    """Give what belongs to each class, and its scores."""
    if answers.task == "binary":
        return [(answers.target, answers.output[:, 0])]
    return [(answers.target == label, answers.probabilities[:, label]) for label in range(answers.classes)]


@given(of_yes_or_no())
def test_a_yes_or_no_has_the_area_of_both_libraries(answers: Answers) -> None:
    result = ROCAUC().of(answers)
    if not 0 < answers.target.sum() < len(answers.target):
        assert np.isnan(result)
        return
    assert result == pytest.approx(roc_auc_score(answers.target, answers.output[:, 0]), rel=1e-12, abs=1e-12)
    ranks = np.unique(answers.output[:, 0], return_inverse=True)[1] / len(answers.output)  # a score within 0 and 1
    assert result == pytest.approx(float(binary_auroc(torch.tensor(ranks), torch.tensor(answers.target))), abs=1e-6)


@given(of_classes())
def test_classes_have_the_mean_area_over_those_that_have_one(answers: Answers) -> None:
    areas = [roc_auc_score(member, scores) for member, scores in rows(answers) if 0 < member.mean() < 1]
    expected = np.mean(areas) if areas else np.nan
    assert ROCAUC().of(answers) == pytest.approx(expected, rel=1e-12, abs=1e-12, nan_ok=True)


@given(of_classes_all_there())
def test_classes_have_the_area_of_both_libraries_where_all_are_there(answers: Answers) -> None:
    result = ROCAUC().of(answers)
    p = answers.probabilities
    if answers.classes > 2:  # scikit-learn takes two classes for a yes or no
        assert result == pytest.approx(roc_auc_score(answers.target, p, multi_class="ovr"), rel=1e-12, abs=1e-12)
    theirs = multiclass_auroc(torch.tensor(p.copy()), torch.tensor(answers.target), answers.classes)
    assert result == pytest.approx(float(theirs), abs=1e-6)


@given(of_classes() | of_yes_or_no())
def test_curves_are_scikit_learns_step_by_step(answers: Answers) -> None:
    curves = ROCAUC().curve(answers)
    areas = ROCAUC().per_class(answers)
    assert len(curves) == len(areas) == len(rows(answers))
    for curve, area, (member, scores) in zip(curves, areas, rows(answers), strict=True):
        if 0 < member.mean() < 1:
            fpr, tpr, _ = roc_curve(member, scores, drop_intermediate=False)
            np.testing.assert_allclose(curve.false_positive_rate, fpr, rtol=1e-12)
            np.testing.assert_allclose(curve.true_positive_rate, tpr, rtol=1e-12)
            assert np.trapezoid(curve.true_positive_rate, curve.false_positive_rate) == pytest.approx(area)
        else:
            assert curve.false_positive_rate.size == curve.true_positive_rate.size == 0
            assert np.isnan(area)


@given(of_yes_or_no())
def test_only_the_order_of_the_scores_counts(answers: Answers) -> None:
    ranks = np.unique(answers.output, return_inverse=True)[1].reshape(answers.output.shape).astype(np.float32)
    result = ROCAUC().of(answers)
    assert ROCAUC().of(Answers("binary", answers.target, np.exp(ranks / 10))) == pytest.approx(result, nan_ok=True)
    assert ROCAUC().of(Answers("binary", answers.target, -ranks)) == pytest.approx(1 - result, nan_ok=True)
    if result == result:  # noqa: PLR0124 - not NaN
        assert ROCAUC().of(Answers("binary", answers.target, 0 * ranks)) == 0.5


def test_one_class_alone_has_no_area() -> None:
    output = np.arange(4, dtype=np.float32)[:, None]
    assert np.isnan(ROCAUC().of(Answers("binary", np.zeros(4, dtype=np.int64), output)))
    assert np.isnan(ROCAUC().of(Answers("binary", np.ones(4, dtype=np.int64), output)))
