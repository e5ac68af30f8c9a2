"""Optimizers of other libraries: torch's of the same rule, or another in its place, which is said."""

from __future__ import annotations

from typing import Any

import pytest

from lrviz.source.read import study


@pytest.mark.parametrize(
    ("line", "cls", "values"),
    [
        (
            "from transformers import AdamW\no = AdamW(m.parameters(), lr=2e-5)",
            "AdamW",
            {"eps": 1e-6, "weight_decay": 0.0},
        ),
        (
            "import transformers\no = transformers.AdamW(m.parameters(), eps=1e-8, correct_bias=False)",
            "AdamW",
            {"eps": 1e-8},
        ),
        ("import bitsandbytes as bnb\no = bnb.optim.PagedAdamW8bit(m.parameters(), lr=0.2)", "AdamW", {"lr": 0.2}),
        (
            "from apex.optimizers import FusedSGD\no = FusedSGD(m.parameters(), 0.3, momentum=0.9)",
            "SGD",
            {"momentum": 0.9},
        ),
    ],
)
def test_an_optimizer_of_the_same_rule_is_torch_s(line: str, cls: str, values: dict[str, Any]) -> None:
    reading = study(line)
    assert reading.run is not None
    assert reading.findings == ()
    assert type(reading.run.optimizer).__name__ == cls
    assert {name: getattr(reading.run.optimizer, name) for name in values} == values


@pytest.mark.parametrize(
    ("line", "cls"),
    [
        ("from lion_pytorch import Lion\no = Lion(m.parameters(), lr=0.02, use_triton=True)", "AdamW"),
        ("import torch\no = torch.optim.LBFGS(m.parameters(), lr=0.02, max_iter=9)", "SGD"),
    ],
)
def test_another_rule_has_its_rates_drawn_and_is_said(line: str, cls: str) -> None:
    reading = study(line)
    assert reading.run is not None
    assert (type(reading.run.optimizer).__name__, reading.run.optimizer.rate) == (cls, 0.02)
    assert [(found.rule, found.severity, found.line) for found in reading.findings] == [("LR202", "warning", 2)]
    assert f"with {cls} in its place" in reading.findings[0].message


def test_a_class_of_the_text_s_own_is_not_taken_for_another_s() -> None:
    reading = study("class Lion:\n    pass\no = Lion(m.parameters(), lr=0.02)")
    assert reading.run is None
