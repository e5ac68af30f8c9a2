"""The digits shipped are scikit-learn's, split as it splits them, and only training labels are wrong."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

from lrviz.catalog.problems.digits import Digits


def test_digits_are_scikit_learns_in_its_own_split() -> None:
    x, y = load_digits(return_X_y=True)
    train_x, val_x, train_y, val_y = train_test_split(
        (x / 16).astype(np.float32), y, test_size=0.2, random_state=0, stratify=y
    )
    data = Digits(label_noise=0).data()
    np.testing.assert_array_equal(data.train_x, train_x)
    np.testing.assert_array_equal(data.train_y, train_y)
    np.testing.assert_array_equal(data.val_x, val_x)
    np.testing.assert_array_equal(data.val_y, val_y)


@pytest.mark.parametrize(("noise", "wrong"), [(0.2, 0.18), (0.5, 0.45), (1.0, 0.9)])
def test_label_noise_is_in_the_training_labels_only(noise: float, wrong: float) -> None:
    clean, noisy = Digits(label_noise=0).data(), Digits(label_noise=noise).data()
    np.testing.assert_array_equal(clean.val_y, noisy.val_y)
    np.testing.assert_array_equal(clean.train_x, noisy.train_x)
    assert (clean.train_y != noisy.train_y).mean() == pytest.approx(wrong, abs=0.03)
    np.testing.assert_array_equal(noisy.train_y, Digits(label_noise=noise).data().train_y)


def test_the_noise_is_the_recipe_of_the_first_open_session() -> None:
    clean = Digits(label_noise=0).data().train_y
    draw = np.random.default_rng(0)
    hit = draw.random(len(clean)) < 0.2
    clean[hit] = draw.integers(0, 10, hit.sum())
    np.testing.assert_array_equal(Digits().data().train_y, clean)


@pytest.mark.parametrize(("share", "seed"), [(0.5, 3), (0.05, 0), (1 / 3, 12)])
def test_another_split_is_scikit_learns_too(share: float, seed: int) -> None:
    x, y = load_digits(return_X_y=True)
    expected = train_test_split((x / 16).astype(np.float32), y, test_size=share, random_state=seed, stratify=y)
    data = Digits(label_noise=0, held_out=share, seed=seed).data()
    for ours, theirs in zip((data.train_x, data.val_x, data.train_y, data.val_y), expected, strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_standardised_pixels_have_deviation_1_or_are_constant() -> None:
    plain, scaled = Digits().data(), Digits(standardised=True).data()
    varied = plain.train_x.std(axis=0) > 0
    assert 0 < (~varied).sum() < 10
    np.testing.assert_allclose(scaled.train_x.std(axis=0), varied, atol=1e-5)
    np.testing.assert_allclose(scaled.train_x.mean(axis=0), 0, atol=1e-5)
    np.testing.assert_array_equal(scaled.train_y, plain.train_y)


def test_the_title_says_how_many_labels_are_wrong() -> None:
    assert Digits().title() == "digits, 18 % of labels wrong"
    assert Digits(label_noise=0).title() == "digits"
