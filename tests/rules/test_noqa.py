"""A line says itself what isn't to be found in it."""

from __future__ import annotations

import pytest

from lrviz.rules.linter import lint

BEFORE = (
    "optimizer = torch.optim.SGD(model.parameters(), lr=0.1)\n"
    "scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=50)"
)


def rules(comment: str, end: str = "\n") -> list[str]:
    return [one.rule for one in lint(f"{BEFORE}{comment}{end}".replace("\n", end), steps=100)]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "comment",
    ["  # noqa", "  # NOQA: LR102", "  # noqa:LR102, LR105", "  # noqa: E501,LR102", "  # why  # noqa: LR102"],
)
def test_a_line_with_noqa_is_not_complained_of(comment: str, end: str) -> None:
    assert "LR102" in rules("", end)
    assert rules(comment, end) == []


@pytest.mark.parametrize("comment", ["  # noqa: E501", "  # noqa: LR105", "  # noqable", "  # no qa", "\n# noqa"])
def test_another_rule_s_noqa_or_another_line_s_silences_nothing(comment: str) -> None:
    assert "LR102" in rules(comment)
