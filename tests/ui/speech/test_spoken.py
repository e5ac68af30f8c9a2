"""Texts of the window remember what they say: put together as their language asks, and said again in another."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QLabel

from lrviz.errors import SpecError
from lrviz.sentences import say
from lrviz.ui.speech import counts, language, standing
from lrviz.ui.speech.saying import reason
from lrviz.ui.speech.spoken import Words, anew, joined, said, together, turned


@pytest.fixture
def korean(qapp: QApplication) -> Iterator[None]:
    language.keep("ko")
    yield
    language.keep("en")


def gone(name: str) -> Words:
    text = QCoreApplication.translate("Classroom", "{0} is no longer there").format(name)
    assert isinstance(text, Words)
    return text


def test_a_place_gets_the_particle_that_fits_it(korean: None) -> None:
    assert gone("step") == "step이 더 이상 없습니다"
    assert gone("study.lrviz") == "study.lrviz가 더 이상 없습니다"


def test_a_text_is_said_again_with_what_is_in_it(qapp: QApplication) -> None:
    text = gone("step")
    title = together("{0} ({1})", text, "Esc")
    loud = turned(text, str.upper)
    language.keep("ko")
    try:
        assert anew(text) == "step이 더 이상 없습니다"
        assert anew(title) == "step이 더 이상 없습니다 (Esc)"
        assert isinstance(loud, Words)
        assert anew(loud) == "STEP이 더 이상 없습니다"
    finally:
        language.keep("en")
    assert anew(text) == text


def test_what_a_widget_shows_is_known_as_it_was_said(qapp: QApplication) -> None:
    text = gone("a very special name")
    label = QLabel()
    label.setText(text)
    assert type(label.text()) is str
    assert standing.given(label, "setText") is text
    label.setText("a very special name")
    assert standing.given(label, "setText") == "a very special name"
    label.deleteLater()


def test_what_is_joined_leaves_out_what_says_nothing(korean: None) -> None:
    assert joined(", ", ("a", "", gone("step"))) == "a, step이 더 이상 없습니다"
    assert joined(", ", ()) == ""


def test_another_process_gets_the_text_alone(qapp: QApplication) -> None:
    assert type(pickle.loads(pickle.dumps(gone("x")))) is str  # noqa: S301


def test_an_error_says_itself_in_the_language_in_force(korean: None) -> None:
    error = SpecError("StepLR.step_size", 0, say("{noun} of at least {limit}", noun=say("a whole number"), limit=1))
    assert reason(error) == "StepLR(step_size=0): step_size는 1 이상의 정수여야 합니다"
    assert str(error) == "StepLR(step_size=0): step_size must be a whole number of at least 1"
    assert said(3) == 3


@pytest.mark.parametrize(("number", "english"), [(0, "0 steps"), (1, "1 step"), (2, "2 steps"), (440, "440 steps")])
def test_what_is_counted_has_its_plural(number: int, english: str, qapp: QApplication) -> None:
    assert counts.steps(number) == english
    language.keep("ko")
    try:
        assert counts.steps(number) == f"{number}스텝"
    finally:
        language.keep("en")


@pytest.mark.parametrize(("locale", "spoken"), [("ko_KR", "ko"), ("en_GB", "en"), ("de_DE", "en")])
def test_the_language_follows_the_system_until_one_is_chosen(
    locale: str, spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(locale))
    assert language.choice() == language.SYSTEM
    assert language.language() == spoken
    language.keep("ko")
    assert language.language() == "ko"
    language.keep(language.SYSTEM)
    assert language.language() == spoken
