"""NDCG, MRR and MAP are scikit-learn's and torchmetrics', and a random order has what the lessons say."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score, label_ranking_average_precision_score, ndcg_score
from torchmetrics.functional.retrieval import (
    retrieval_average_precision,
    retrieval_normalized_dcg,
    retrieval_reciprocal_rank,
)

from lrviz.catalog.answers import Answers
from lrviz.catalog.metrics.mean_average_precision import MeanAveragePrecision
from lrviz.catalog.metrics.mean_reciprocal_rank import MeanReciprocalRank
from lrviz.catalog.metrics.ndcg import NDCG
from tests.catalog.metrics.drawn import of_queries, of_queries_without_ties

Queries = list[tuple[NDArray[np.float32], NDArray[np.float32]]]
K = st.integers(1, 30)


def with_relevant(answers: Answers) -> Queries:
    """Give grades and scores of each query that has a relevant document; draw again where none has."""
    pairs = zip(answers.target, answers.output[..., 0], strict=True)
    queries = [(grades, scores) for grades, scores in pairs if grades.any()]
    assume(queries)
    return queries


def positive(scores: NDArray[np.float32]) -> torch.Tensor:
    """Shift scores above 0, for torchmetrics finds no document with a lower one."""
    return torch.tensor(np.unique(scores, return_inverse=True)[1] + 1.0)


@given(answers=of_queries(), k=K)
def test_ndcg_is_that_of_both_libraries_ties_and_all(answers: Answers, k: int) -> None:
    queries = with_relevant(answers)
    result = NDCG(k).of(answers)
    gains, scores = (np.array(values) for values in zip(*((2**g - 1, s) for g, s in queries), strict=True))
    assert result == pytest.approx(ndcg_score(gains, scores, k=k), rel=1e-6)
    theirs = [
        retrieval_normalized_dcg(positive(s), torch.tensor(g.astype(np.int64)), top_k=k)
        for g, s in zip(gains, scores, strict=True)
    ]
    assert result == pytest.approx(float(np.mean(theirs)), abs=1e-5)


@given(of_queries())
def test_map_is_scikit_learns_by_its_two_names(answers: Answers) -> None:
    queries = with_relevant(answers)
    result = MeanAveragePrecision().of(answers)
    relevant, scores = np.array([g > 0 for g, _ in queries]), np.array([s for _, s in queries])
    assert result == pytest.approx(label_ranking_average_precision_score(relevant, scores), rel=1e-12)
    assert result == pytest.approx(np.mean([average_precision_score(g > 0, s) for g, s in queries]), rel=1e-12)


@given(of_queries_without_ties())
def test_map_is_torchmetrics_without_ties(answers: Answers) -> None:
    queries = with_relevant(answers)
    theirs = [retrieval_average_precision(positive(s), torch.tensor(g > 0)) for g, s in queries]
    assert MeanAveragePrecision().of(answers) == pytest.approx(float(np.mean(theirs)), abs=1e-6)


@given(of_queries_without_ties())
def test_mrr_is_torchmetrics_without_ties(answers: Answers) -> None:
    queries = with_relevant(answers)
    theirs = [retrieval_reciprocal_rank(positive(s), torch.tensor(g == g.max())) for g, s in queries]
    assert MeanReciprocalRank().of(answers) == pytest.approx(float(np.mean(theirs)), abs=1e-6)


@given(of_queries())
def test_mrr_lets_lesser_documents_of_the_same_score_stand_before_the_best(answers: Answers) -> None:
    places = []
    for grades, scores in with_relevant(answers):
        order = np.lexsort((grades, -scores))  # of equal scores, the lowest grade first
        ties = scores[order] == scores[order][np.argmax(grades[order] == grades.max())]
        places.append(1 + np.argmax(ties & (grades[order] == grades.max())))
    assert MeanReciprocalRank().of(answers) == pytest.approx(np.mean(1 / np.array(places)), rel=1e-12)


def test_best_documents_do_not_stand_in_each_others_way() -> None:
    target = np.array([[3, 3, 1]], dtype=np.float32)
    tied = Answers("ranking", target, np.array([[[5], [5], [0]]], dtype=np.float32))
    assert MeanReciprocalRank().of(tied) == 1
    same = Answers("ranking", target, np.zeros((1, 3, 1), dtype=np.float32))
    assert MeanReciprocalRank().of(same) == 0.5


@given(of_queries())
def test_a_single_best_document_has_the_average_precision_of_scikit_learn(answers: Answers) -> None:
    grades = answers.target.copy()
    grades[:, 0] = 4
    expected = label_ranking_average_precision_score(grades == 4, answers.output[..., 0])
    assert MeanReciprocalRank().of(Answers("ranking", grades, answers.output)) == pytest.approx(expected, rel=1e-12)


@given(of_queries())
def test_only_the_order_of_the_scores_counts(answers: Answers) -> None:
    ranks = np.unique(answers.output, return_inverse=True)[1].reshape(answers.output.shape).astype(np.float32)
    same = Answers("ranking", answers.target, np.exp(ranks / 50))
    for metric in (NDCG(), MeanReciprocalRank(), MeanAveragePrecision()):
        assert metric.of(same) == pytest.approx(metric.of(answers), nan_ok=True)


def test_a_random_order_has_what_the_ranking_lesson_says() -> None:
    """One document of 20 has grade 3, two have 2 and three have 1."""
    target = np.tile(np.repeat(np.array([3, 2, 1, 0], dtype=np.float32), [1, 2, 3, 14]), (20_000, 1))
    output = np.random.default_rng(0).normal(size=(*target.shape, 1)).astype(np.float32)
    answers = Answers("ranking", target, output)
    assert NDCG(10).of(answers) == pytest.approx(0.317, abs=0.006)
    assert MeanReciprocalRank().of(answers) == pytest.approx(0.183, abs=0.006)
    assert MeanAveragePrecision().of(answers) == pytest.approx(0.398, abs=0.006)


def test_queries_without_a_relevant_document_are_left_out() -> None:
    target = np.array([[0, 1, 0], [0, 0, 0]], dtype=np.float32)
    output = np.array([[[2], [1], [0]], [[2], [1], [0]]], dtype=np.float32)
    for metric in (NDCG(), MeanReciprocalRank(), MeanAveragePrecision()):
        both, first = Answers("ranking", target, output), Answers("ranking", target[:1], output[:1])
        assert metric.of(both) == metric.of(first) > 0
        assert np.isnan(metric.of(Answers("ranking", target[1:], output[1:])))


def test_the_title_says_how_many_documents_count() -> None:
    assert NDCG().title == "NDCG@10"
    assert NDCG(k=3).title == "NDCG@3"
