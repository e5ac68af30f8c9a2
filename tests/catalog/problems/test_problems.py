"""Every problem: the sizes it states, the same data each time, and in a script the very same tensors."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sklearn.datasets import load_diabetes
from sklearn.model_selection import train_test_split

from lrviz import Blobs, Diabetes, Digits, Imbalanced, Moons, Outliers, Ranking, SpecError, Spirals
from lrviz.catalog.problem import Problem
from lrviz.catalog.problems import PROBLEMS
from lrviz.catalog.recipes import stratified
from lrviz.spec import fields
from tests.strategies import specs

LARGE = {"examples", "queries", "documents", "validation"}


def small(problem: Problem) -> Problem:
    """Give the problem with few examples, where it has a say in that."""
    own = {field.name for field in fields(type(problem))}
    sizes = {"examples": 400, "queries": 12, "documents": 9, "validation": 60}
    return replace(problem, **{name: size for name, size in sizes.items() if name in own and name in LARGE})


def as_written(problem: Problem) -> dict[str, Any]:
    """Run a problem's lines of a script."""
    names: dict[str, Any] = {"torch": torch}
    lines = ("from __future__ import annotations", *problem.imports(), problem.code())
    exec("\n".join(lines), names)  # noqa: S102 - the text under test
    return names


@pytest.mark.parametrize("cls", PROBLEMS, ids=lambda cls: cls.__name__)
def test_a_problem_states_the_sizes_and_types_its_data_have(cls: type[Problem]) -> None:
    problem = cls.example()
    data = problem.data()
    assert len(data.train_x) == len(data.train_y) == problem.train_size
    assert len(data.val_x) == len(data.val_y) > 0
    assert data.train_x.shape[1:] == data.val_x.shape[1:]
    assert data.train_x.shape[-1] == problem.inputs
    assert data.train_x.dtype == data.val_x.dtype == np.float32
    whole = problem.task in ("classes", "binary")
    assert data.train_y.dtype == data.val_y.dtype == (np.int64 if whole else np.float32)
    if whole:
        assert set(np.unique(data.val_y)) == set(range(max(2, problem.outputs)))
    assert problem.title()
    assert not problem.unfit


@pytest.mark.parametrize("cls", PROBLEMS, ids=lambda cls: cls.__name__)
@settings(max_examples=25)
@given(data=st.data())
def test_any_valid_problem_has_data_of_the_size_it_states(cls: type[Problem], data: st.DataObject) -> None:
    try:
        problem = small(data.draw(specs(cls)))
    except SpecError:  # too few for a share that was drawn for many
        return
    made = problem.data()
    assert len(made.train_x) == problem.train_size >= 1
    assert len(made.val_x) >= 1
    assert all(np.isfinite(part).all() for part in made)
    if problem.task in ("classes", "binary"):
        assert set(np.unique(made.val_y)) == set(range(max(2, problem.outputs)))


@pytest.mark.parametrize("cls", PROBLEMS, ids=lambda cls: cls.__name__)
def test_a_script_makes_the_very_same_tensors(cls: type[Problem]) -> None:
    assert_written_as_made(cls.example())


@pytest.mark.parametrize("cls", PROBLEMS, ids=lambda cls: cls.__name__)
@settings(max_examples=10)
@given(data=st.data())
def test_so_does_the_script_of_any_valid_problem(cls: type[Problem], data: st.DataObject) -> None:
    try:
        problem = small(data.draw(specs(cls)))
    except SpecError:
        return
    assert_written_as_made(problem)


def assert_written_as_made(problem: Problem) -> None:
    names, data = as_written(problem), problem.data()
    for name, part in zip(("train_x", "train_y", "val_x", "val_y"), data, strict=True):
        assert torch.equal(names[name], torch.from_numpy(part)), name


@pytest.mark.parametrize("cls", PROBLEMS, ids=lambda cls: cls.__name__)
def test_the_seed_draws_other_data_and_the_same_one_the_same(cls: type[Problem]) -> None:
    problem = cls.example()
    if "seed" not in cls.__struct_fields__:
        pytest.skip("its split is fixed")
    again, other = problem.data(), replace(problem, seed=7).data()
    assert all(np.array_equal(one, two) for one, two in zip(problem.data(), again, strict=True))
    assert not np.array_equal(problem.data().train_x, other.train_x)


@given(
    counts=st.lists(st.integers(20, 90), min_size=2, max_size=8),
    held_out=st.floats(0.05, 0.95),
    seed=st.integers(0, 99),
)
def test_a_stratified_split_is_scikit_learns(counts: list[int], held_out: float, seed: int) -> None:
    labels = np.random.default_rng(seed).permutation(np.repeat(np.arange(len(counts)), counts))
    expected = train_test_split(np.arange(len(labels)), test_size=held_out, random_state=seed, stratify=labels)
    for ours, theirs in zip(stratified(labels, held_out, seed), expected, strict=True):
        np.testing.assert_array_equal(ours, theirs)


@pytest.mark.parametrize(
    "problem", [Blobs(), Digits(label_noise=0), Moons(), Spirals(), Imbalanced(examples=2000, positives=0.3)], ids=str
)
def test_label_noise_is_in_the_training_labels_only(problem: Any) -> None:
    clean, noisy = problem.data(), replace(problem, label_noise=0.5).data()
    classes = max(2, problem.outputs)
    assert (clean.train_y != noisy.train_y).mean() == pytest.approx(0.5 * (1 - 1 / classes), abs=0.08)
    for part in ("train_x", "val_x", "val_y"):
        np.testing.assert_array_equal(getattr(clean, part), getattr(noisy, part))


def test_few_are_positive_in_both_halves() -> None:
    data = Imbalanced().data()
    assert data.train_y.mean() == data.val_y.mean() == pytest.approx(0.01)
    with pytest.raises(SpecError, match="positives must be enough of the 100 points for two to train on"):
        Imbalanced(examples=100, positives=0.01)


def test_outliers_lie_above_the_wave_and_validation_is_the_wave() -> None:
    data = Outliers().data()

    def wave(x: Any) -> Any:
        x = 1.73 * x[:, 0].astype(float)
        return np.sin(2 * x) + x / 2

    np.testing.assert_allclose(data.val_y, wave(data.val_x), atol=1e-5)
    above = data.train_y - wave(data.train_x)
    assert (above > 0.6).mean() == pytest.approx(0.1, abs=0.03)
    assert above.min() > -0.6


def test_grades_go_by_place_and_raters_shift_whole_queries() -> None:
    fair, shifted = Ranking(raters=0.0).data(), Ranking().data()
    assert sorted(fair.train_y[0].tolist()) == [0.0] * 14 + [1.0] * 3 + [2.0] * 2 + [3.0]
    moved = shifted.train_y - fair.train_y
    np.testing.assert_allclose(moved, np.broadcast_to(moved[:, :1], moved.shape), atol=1e-5)
    np.testing.assert_array_equal(fair.val_y, shifted.val_y)


def test_with_none_held_out_all_patients_are_trained_and_validated_on() -> None:
    data = Diabetes(held_out=0).data()
    np.testing.assert_array_equal(data.train_x, data.val_x)
    np.testing.assert_array_equal(data.train_y, data.val_y)
    assert len(data.train_x) == Diabetes(held_out=0).train_size == 442
    hessian = 2 * data.train_x.T.astype(float) @ data.train_x / 442  # of the mean squared error
    assert np.linalg.eigvalsh(hessian)[-1] == pytest.approx(8.048, abs=1e-3)


@pytest.mark.parametrize(
    ("cls", "given", "named"),
    [
        (Blobs, {"examples": 120}, "examples"),
        (Moons, {"examples": 20, "held_out": 0.9}, "examples"),
        (Spirals, {"examples": 100, "arms": 8, "held_out": 0.9}, "examples"),
        (Imbalanced, {"positives": 0.001, "examples": 1000}, "positives"),
        (Ranking, {"documents": 6}, "documents"),
        (Diabetes, {"held_out": 1.0}, "held_out"),
        (Digits, {"seed": -1}, "seed"),
        (Outliers, {"outliers": 1.1}, "outliers"),
    ],
)
def test_what_leaves_a_part_empty_is_refused_by_name(cls: type[Problem], given: dict[str, Any], named: str) -> None:
    with pytest.raises(SpecError, match=rf"{cls.__name__}\({named}="):
        cls(**given)


def test_diabetes_is_scikit_learns_standardised_by_its_training_part() -> None:
    features, progress = load_diabetes(return_X_y=True)
    data = Diabetes().data()
    together = np.concatenate([data.train_y, data.val_y]).astype(float)
    scale = progress.std() / together.std()
    assert np.sort(together)[-1] * scale == pytest.approx(np.sort(progress)[-1] - progress.mean(), rel=0.05)
    assert data.train_x.std(axis=0) == pytest.approx(np.ones(10), abs=1e-5)
    assert len(data.train_x) + len(data.val_x) == len(features)


@pytest.mark.parametrize(
    "problem", [Moons(examples=4000), Spirals(examples=4000, arms=4), Blobs(examples=4000), Digits(label_noise=0.0)]
)
def test_the_last_class_is_so_many_times_rarer_than_the_first(problem: Any) -> None:
    even = np.bincount(problem.data().train_y)
    counts = np.bincount(replace(problem, imbalance=8.0).data().train_y)
    assert even.max() / even.min() < 1.35
    assert counts[0] / counts[-1] == pytest.approx(8, rel=0.3)
    assert (np.diff(counts) < 0).all()


def test_a_class_too_rare_for_the_split_is_refused() -> None:
    for cls in (Moons, Spirals, Blobs, Digits):
        with pytest.raises(SpecError, match="enough for"):
            cls(imbalance=1000.0)
