"""How a lesson's text is marked up."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz.ui.lesson.prose import Prose, plain, rich


def test_code_bold_and_paragraphs_are_shown_and_nothing_else_is_markup(qapp: QApplication) -> None:
    made = rich("Set `a**b < c` to **half**.\nIt <b>is</b> & stays.\n\nThen race.")
    assert made.count("<p ") == 2
    assert "a**b &lt; c" in made
    assert "<b>half</b>" in made
    assert "It &lt;b&gt;is&lt;/b&gt; &amp; stays." in made


@pytest.mark.parametrize("text", ["", "`", "**", "a ** b", "`**`", "``"])
def test_marks_without_a_partner_stay_as_they_are(text: str, qapp: QApplication) -> None:
    rich(text)
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


def test_korean_is_wrapped_at_its_spaces(qtbot: QtBot) -> None:
    text = Prose("body")
    qtbot.addWidget(text)
    word = "학습률을낮추면무엇이달라질까요"
    text.say(f"{word} {word}")
    wide = text.fontMetrics().horizontalAdvance(word)
    one = text.heightForWidth(2 * wide + 100)
    assert text.heightForWidth(wide + 12) >= 2 * one - 8
