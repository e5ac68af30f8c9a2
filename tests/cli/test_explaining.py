"""`lrviz explain`: every card as text, by any of its names."""

from __future__ import annotations

import pytest

from lrviz.catalog.cards import cards
from lrviz.cli import main
from lrviz.cli.explaining import written


def test_a_card_is_written_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "steplr"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("StepLR (schedule)\n\nMultiplies the rate by gamma every step_size steps.")
    assert "    rate = lr · gamma^⌊t / step_size⌋\n" in said
    assert (
        "  gamma      What a drop multiplies the rate by. It must be a number of at least 0, 0.1 unless given." in said
    )
    assert "stable/generated/torch.optim.lr_scheduler.StepLR.html" in said


@pytest.mark.parametrize("name", ["get_wsd_schedule", "LR finder", "focalloss", "NDCG"])
def test_it_is_found_by_other_names_too(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", name]) == 0
    assert "Common mistake: " in capsys.readouterr().out


def test_a_typo_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "CossineAnnealingLR"]) == 2
    assert capsys.readouterr().err == "lrviz: there is no card 'CossineAnnealingLR'; the nearest is CosineAnnealingLR\n"


def test_every_card_can_be_written() -> None:
    for card in cards():
        said = written(card)
        assert card.manual.when.split()[0] in said
        assert max(map(len, said.splitlines())) < 400
