"""Sentences keep what they are made of on their way from one process to another, and are texts for all others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import msgspec
import msgspec.inspect
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz.crossing import decoder, encoder, plain
from lrviz.events import Command, DeviceInfo, Failed, Halted, Improve, Ready, Reply, Start
from lrviz.experiment import Experiment
from lrviz.laws import LAWS, AnyLaw
from lrviz.run import Run
from lrviz.sentences import Sentence, say

REPLIES = decoder(Reply)
PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
CODE = {"name", "device", "card", "slot", "torch", "dtype", "path", "digest", "kind", "source"}
"""Fields whose texts are names or code, the same in every language."""
MANY = {"metrics", "names", "parameters", "classes", "preview", "norms"}
"""The same, several of them."""


def crossed(message: str) -> str:
    """Give what comes out at the other end."""
    reply = REPLIES.decode(encoder.encode(Failed("race", 1, message)))
    assert isinstance(reply, Failed)
    return reply.message


@given(values=st.dictionaries(st.sampled_from(["a", "b", "c"]), PLAIN, min_size=3))
def test_a_sentence_comes_with_its_template_and_its_values(values: dict[str, Any]) -> None:
    sentence = say("{a} and {b}, but {c}", **values)
    again = crossed(sentence)
    assert again == sentence
    assert isinstance(again, Sentence)
    small = all(not isinstance(one, int) or abs(one) < 2**63 for one in values.values())
    assert (again.template, again.values) == (sentence.template, sentence.values) or not small


def test_sentences_in_a_sentence_come_along() -> None:
    inner = say("diverged at step {step}", step=7)
    again = crossed(say("{parent}, which it leaves after {step:.1f} steps, {why}", parent="a", step=3, why=inner))
    assert isinstance(again, Sentence)
    assert again.values["why"].template == inner.template
    assert again == "a, which it leaves after 3.0 steps, diverged at step 7"


@pytest.mark.parametrize("value", [np.float32(0.5), np.int64(3), (1, 2), {"a": 1}, ValueError("x"), 2**70, type])
def test_values_that_msgpack_has_no_word_for_leave_the_text_as_it_is(value: Any) -> None:
    sentence = say("{value} there", value=value)
    assert crossed(sentence) == sentence


def test_a_format_that_only_the_value_itself_understands_is_sent_as_text() -> None:
    assert crossed(say("in {value:%Y}", value=dt.date(2026, 11, 30))) == "in 2026"


@given(text=st.text())
def test_a_plain_text_stays_as_it_is(text: str) -> None:
    assert crossed(text) == text


def test_the_worker_says_so_too() -> None:
    devices = (DeviceInfo("cuda", "CUDA", say("no NVIDIA GPU, or no driver for it")),)
    ready = REPLIES.decode(encoder.encode(Ready(devices, "2.7")))
    assert isinstance(ready, Ready)
    assert isinstance(ready.devices[0].missing, Sentence)
    assert Halted(0, 1, say("x")) == decoder(Halted).decode(encoder.encode(Halted(0, 1, say("x"))))


@pytest.mark.parametrize("law", [law for sets in LAWS.values() for law in sets.values()])
def test_every_law_reaches_the_worker_and_so_does_a_run_whose_name_is_a_sentence(law: AnyLaw) -> None:
    experiment = Experiment.of(Run(say("{name}, improved", name="step")))
    start = Start("improve", 1, Improve(experiment, 0, law, 0, 0.0))
    assert decoder(Command).decode(plain.encode(start)) == start


def test_every_other_text_of_a_reply_is_a_name() -> None:
    """A sentence in a field that isn't `Said` could not be read at the other end."""
    assert {*texts(msgspec.inspect.type_info(Reply), "")} <= CODE | MANY


def texts(kind: msgspec.inspect.Type, field: str) -> Iterator[str]:
    """Give the names of the fields that hold plain texts, wherever they are."""
    match kind:
        case msgspec.inspect.StrType():
            yield field
        case msgspec.inspect.StructType(fields=fields) | msgspec.inspect.DataclassType(fields=fields):
            for each in fields:
                yield from texts(each.type, each.name)
        case msgspec.inspect.UnionType(types=kinds) | msgspec.inspect.TupleType(item_types=kinds):
            for one in kinds:
                yield from texts(one, field)
        case msgspec.inspect.VarTupleType(item_type=item) | msgspec.inspect.ListType(item_type=item):
            yield from texts(item, field)
        case msgspec.inspect.DictType(key_type=key, value_type=value):
            yield from texts(key, field)
            yield from texts(value, field)
