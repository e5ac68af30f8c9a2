"""The validation metrics are those of the libraries people compare with."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import accuracy_score, log_loss
from torchmetrics.functional.classification import multiclass_accuracy

from lrviz.engine.metrics import measure, named


@given(seed=st.integers(0, 2**32 - 1), rows=st.integers(1, 400), spread=st.floats(0.01, 2))
def test_loss_and_accuracy_are_scikit_learns_and_torchmetrics(seed: int, rows: int, spread: float) -> None:
    generator = torch.Generator().manual_seed(seed)
    output = spread * torch.randn((rows, 10), generator=generator)
    target = torch.randint(0, 10, (rows,), generator=generator)
    loss, right = measure(output, target).tolist()
    metrics = named((loss, right), rows)
    assert metrics["accuracy"] == accuracy_score(target.numpy(), output.argmax(1).numpy())
    expected = multiclass_accuracy(output, target, num_classes=10, average="micro")
    assert metrics["accuracy"] == pytest.approx(float(expected), abs=1e-7)
    p = output.double().softmax(1).numpy()  # scikit-learn cuts it at 2e-16
    assert metrics["val_loss"] == pytest.approx(log_loss(target.numpy(), p, labels=range(10)), rel=1e-5)
