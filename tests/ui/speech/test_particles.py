"""Particles fit the sound of what stands before them, as Koreans read it."""

from __future__ import annotations

import pytest

from lrviz.ui.speech.particles import PAIRS, known, particle

READ = {
    "은": "step cosine SGD학습률 CosineAnnealingLR 220 0.1 3 10⁻⁴ Adam Muon plan 실행 loss_fn warmup block",
    "는": "constant T_max step_size loss batch AdamW ReLU gamma log linear 2 45 0.2 경주 10,005 study.lrviz train.py",
}


@pytest.mark.parametrize(("form", "text"), [(form, text) for form, texts in READ.items() for text in texts.split()])
def test_a_particle_goes_by_the_last_sound(form: str, text: str) -> None:
    assert particle(text, "은") == form
    assert particle(text, "는") == form


@pytest.mark.parametrize(
    ("text", "form"),
    [("0.1", "로"), ("7", "로"), ("3", "으로"), ("220", "으로"), ("LR", "로"), ("지형", "으로"), ("스케줄", "로")],
)
def test_after_an_l_it_is_ro(text: str, form: str) -> None:
    assert particle(text, "으로") == form


def test_quotes_and_brackets_are_not_heard() -> None:
    assert particle("“cosine”", "이") == "이"
    assert particle("conv (3×3)", "이") == particle("3", "이") == "이"
    assert particle("0.16 %", "을") == "를"


def test_both_forms_of_each_can_be_asked_for() -> None:
    for first, (one, other) in PAIRS.items():
        assert known(one)
        assert known(other)
        assert particle("값", first) == one
        assert particle("", first) == other
    assert not known(".3g")
