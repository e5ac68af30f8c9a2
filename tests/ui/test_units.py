from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz.experiment import Experiment
from lrviz.ui import units
from lrviz.ui.units import UNITS, Unit, count, counted, length, measure, step_of

FIRST = Experiment.of(steps=440)
PRETRAINING = Experiment.of(
    steps=100_000, examples=10**9, batch_size=8, accumulation=8, world_size=32, sequence_length=4096
)


def test_accumulation_and_all_workers_count() -> None:
    assert count(PRETRAINING, "samples", 3) == 3 * 2048
    assert count(PRETRAINING, "tokens", 3) == 3 * 2048 * 4096
    assert count(PRETRAINING, "epoch", 10**9 // 2048) == 1


@pytest.mark.parametrize(
    ("experiment", "unit", "word", "updates", "said"),
    [
        (FIRST, "step", "step", 1, "440 steps"),
        (FIRST, "epoch", "epoch", 44, "10 epochs"),
        (FIRST, "samples", "samples", 1 / 32, "14\u202f080 samples"),
        (FIRST, "tokens", "step", 1, "440 steps"),
        (PRETRAINING, "samples", "million samples", 1e6 / 2048, "205 million samples"),
        (PRETRAINING, "tokens", "billion tokens", 1e9 / 2048 / 4096, "839 billion tokens"),
    ],
)
def test_an_axis_counts_in_what_can_be_read(
    experiment: Experiment, unit: Unit, word: str, updates: float, said: str
) -> None:
    found = measure(experiment, unit)
    assert found.word == word
    assert found.updates == pytest.approx(updates)
    if units.known(experiment, unit):
        assert length(experiment, unit) == said


@pytest.mark.parametrize(
    ("text", "unit", "step"),
    [
        ("264", "step", 264),
        ("6", "epoch", 264),
        ("50 epochs", "step", 2200),
        ("epoch 6", "samples", 264),
        ("1e9", "step", 10**9),
        ("1e12 steps", "epoch", 10**12),
        ("2×10⁹", "step", 2 * 10**9),
        ("10 000 updates", "step", 10_000),
        ("3.2k", "samples", 100),
        ("32 million examples", "step", 10**6),
        ("50 %", "epoch", 220),
        ("Step 7", "epoch", 7),
    ],
)
def test_a_place_is_read_in_any_unit(text: str, unit: Unit, step: int) -> None:
    assert step_of(text, FIRST, unit) == step


def test_tokens_are_read_where_they_are_counted() -> None:
    assert step_of("503.31648 B tokens", PRETRAINING, "step") == 60_000
    with pytest.raises(ValueError, match="tokens aren’t counted: the plan has no sequence_length"):
        step_of("5 tokens", FIRST, "step")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not a place like 1e9"),
        ("soon", "not a place like 1e9"),
        ("3 furlongs", "“furlongs” is no unit"),
        ("step 3 epochs", "not a place"),
        ("-1", "between 0 and 10¹² steps"),
        ("1e13", "between 0 and 10¹² steps"),
        ("1e308 epochs", "between 0 and 10¹² steps"),
        ("1e308 B samples", "between 0 and 10¹² steps"),
        ("1.2.3", "is not a number"),
    ],
)
def test_what_is_no_place_is_said_in_a_sentence(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        step_of(text, FIRST, "step")


@given(step=st.integers(0, 10**12), unit=st.sampled_from(UNITS), experiment=st.sampled_from((FIRST, PRETRAINING)))
def test_what_is_written_of_a_place_is_read_as_the_same(step: int, unit: Unit, experiment: Experiment) -> None:
    assert step_of(counted(experiment, unit, step), experiment, "step") == step


@given(st.text(max_size=20))
def test_any_text_is_a_place_or_refused(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert 0 <= step_of(text, FIRST, "epoch") <= 10**12
