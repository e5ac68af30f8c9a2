"""A sentence is its English text to whoever reads it, and keeps what another language needs."""

from __future__ import annotations

import pickle

import pytest

from lrviz.sentences import Sentence, changed, filled, say


def test_a_sentence_is_its_text() -> None:
    assert say("{run} stays at {rate}", run="cosine", rate=0.1) == "cosine stays at 0.1"
    assert say("{} is no place") == "{} is no place"


def test_it_keeps_what_it_was_made_of_through_a_pipe() -> None:
    inner = say("{n} steps", n=3)
    kept = pickle.loads(pickle.dumps(say("{what} of it", what=inner)))  # noqa: S301 - our own
    assert isinstance(kept, Sentence)
    assert (kept.template, str(kept), kept.values["what"].template) == ("{what} of it", "3 steps of it", "{n} steps")


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (0, "0 steps are left"),
        (1, "1 step is left"),
        (2, "2 steps are left"),
        ("1", "1 step is left"),
        (1.0, "1 step is left"),
        (1.0001, "1 step is left"),
        (0.5, "0.5 steps are left"),
    ],
)
def test_what_is_counted_has_its_plural_and_its_verb(n: object, said: str) -> None:
    number = "{n:.3g}" if isinstance(n, float) else "{n}"
    assert filled(number + " step{n:|s} {n:is|are} left", n=n) == said


def test_a_sentence_counts_several_things() -> None:
    sentence = say("{runs} run{runs:|s} of {steps} step{steps:|s}", runs=1, steps=3)
    assert sentence == "1 run of 3 steps"
    assert changed(sentence, str.upper) == sentence
