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


def test_the_title_says_how_many_labels_are_wrong() -> None:
    assert Digits().title() == "digits, 18 % of labels wrong"
    assert Digits(label_noise=0).title() == "digits"
