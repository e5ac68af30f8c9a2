"""The lessons that come with lrviz: each can be read in both languages, and what it says was measured holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import pytest

import lrviz
from lrviz.engine.measuring import measure
from lrviz.teaching.lesson import Lesson
from lrviz.teaching.shelf import known
from lrviz.teaching.verdicts import weighed
from lrviz.teaching.words import Words

SEEDS = range(200, 264)
"""None of those that the lessons' numbers were measured with, 0 to 19 and 100 to 109."""


def test_they_are_listed_in_their_order() -> None:
    orders = [lrviz.lesson(name).order for name in lrviz.lessons()]
    assert sorted(lrviz.lessons()) == list(known())
    assert orders == sorted(orders)
    assert len(set(orders)) == len(orders)
    assert lrviz.lessons()[0] == "first-open"


@pytest.mark.parametrize("name", known())
def test_a_lesson_is_told_in_two_languages(name: str) -> None:
    for words in _words(lrviz.lesson(name)):
        assert re.search("[가-힣]", words.ko), words.en
        assert not re.search("[가-힣]", words.en), words.en
        assert words.ko != words.en


@pytest.mark.parametrize("name", known())
def test_a_lesson_is_a_value_that_can_be_sent(name: str) -> None:
    lesson = lrviz.lesson(name)
    assert msgspec.json.decode(msgspec.json.encode(lesson), type=Lesson) == lesson
    assert lrviz.load(name) == lesson.scenes[0].experiment
    assert all(lrviz.load(f"{name}: {scene.name}") == scene.experiment for scene in lesson.scenes)


@pytest.mark.parametrize("name", known())
def test_what_a_lesson_says_was_measured_holds_of_other_seeds(name: str) -> None:
    lesson = lrviz.lesson(name)
    for each in weighed(lesson, measure(lesson, SEEDS, device="cpu")):
        numbers = "; ".join(compared.summed() for compared in each.verdict.compared)
        assert each.holds, f"{each.said}: {each.measured.text.en} {numbers}"


def _words(value: object) -> Iterator[Words]:
    """Give every text of a lesson."""
    if isinstance(value, Words):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _words(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _words(item)
