"""How a lesson's text is marked up."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import lrviz
from lrviz.teaching.shelf import known
from lrviz.ui.lesson.prose import Prose, plain, rich


def test_code_bold_and_paragraphs_are_shown_and_nothing_else_is_markup(qapp: QApplication) -> None:
    made = rich("Set `a**b < c` to **half**.\nIt <b>is</b> & stays.\n\nThen race.", 21)
    assert made.count("<p ") == 2
    assert "a**b &lt; c" in made
    assert "<b>half</b>" in made
    assert "It &lt;b&gt;is&lt;/b&gt; &amp; stays." in made


@pytest.mark.parametrize("name", known())
def test_no_mark_of_a_lesson_is_seen_as_it_is_written(name: str, qapp: QApplication) -> None:
    lesson = lrviz.lesson(name)
    steps = [words for step in lesson.steps for words in (step.text, step.hint, step.done) if words is not None]
    for words in (lesson.question, lesson.caveat, *steps, *(one.text for one in lesson.measured)):
        for text in (words.en, words.ko):
            assert not re.search(r"[*`]", plain(text)), text


@pytest.mark.parametrize("text", ["", "`", "**", "a ** b", "`**`", "``"])
def test_marks_without_a_partner_stay_as_they_are(text: str, qapp: QApplication) -> None:
    rich(text, 21)
    assert plain("`lr` is **high**") == "lr is high"


def test_a_text_is_as_high_as_its_width_makes_it_whatever_it_was_before(qtbot: QtBot) -> None:
    text = Prose("body")
    qtbot.addWidget(text)
    text.say("word " * 60)
    text.resize(100, 10)
    high = text.minimumSizeHint().height()
    text.resize(400, 10)
    assert text.minimumSizeHint().height() < high / 2
    text.say("word")
    assert text.minimumSizeHint().height() < high / 4


def test_lines_of_every_paragraph_are_as_far_apart(qtbot: QtBot) -> None:
    text = Prose("body")
    qtbot.addWidget(text)
    lines = [f"{'word ' * many}word" for many in (9, 19)]  # of so many words two and four lines are made
    text.say(lines[0])
    wide = text.fontMetrics().horizontalAdvance("word " * 5) + 4
    short = text.heightForWidth(wide)
    text.say(lines[1])
    apart = (text.heightForWidth(wide) - short) / 2
    heights = []
    for both in ((0, 0), (0, 1)):
        text.say("\n\n".join(lines[each] for each in both))
        heights.append(text.heightForWidth(wide))
    assert heights[1] - heights[0] == 2 * apart


def test_korean_is_wrapped_at_its_spaces(qtbot: QtBot) -> None:
    text = Prose("body")
    qtbot.addWidget(text)
    word = "학습률을낮추면무엇이달라질까요"
    text.say(f"{word} {word}")
    wide = text.fontMetrics().horizontalAdvance(word)
    one = text.heightForWidth(2 * wide + 100)
    assert text.heightForWidth(wide + 12) >= 2 * one - 8
