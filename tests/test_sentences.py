"""A sentence is its English text to whoever reads it, and keeps what another language needs."""

from __future__ import annotations

import pickle

from lrviz.sentences import Sentence, say


def test_a_sentence_is_its_text() -> None:
    assert say("{run} stays at {rate}", run="cosine", rate=0.1) == "cosine stays at 0.1"
    assert say("{} is no place") == "{} is no place"


def test_it_keeps_what_it_was_made_of_through_a_pipe() -> None:
    inner = say("{n} steps", n=3)
    kept = pickle.loads(pickle.dumps(say("{what} of it", what=inner)))  # noqa: S301 - our own
    assert isinstance(kept, Sentence)
    assert (kept.template, str(kept), kept.values["what"].template) == ("{what} of it", "3 steps of it", "{n} steps")
