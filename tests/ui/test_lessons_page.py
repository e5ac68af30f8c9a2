"""The page of lessons in the real window, driven as a person would."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz import LrvizError, lessons
from lrviz.experiment import Experiment
from lrviz.session import save
from lrviz.teaching.shelf import lesson
from lrviz.ui.arriving import recent
from lrviz.ui.home.home import Home
from lrviz.ui.home.lesson_card import LessonCard
from lrviz.ui.lesson import bookmarks
from lrviz.ui.speech import translation
from lrviz.ui.speech.language import keep, language
from lrviz.ui.window import Window
from tests.ui.lessons import LOOK, written
from tests.ui.opened import opened_alone


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    return opened_alone(qtbot)


def home(window: Window, qtbot: QtBot) -> Home:
    window.classroom.go_home()
    page = window.classroom.home
    qtbot.waitUntil(lambda: not page.lessons.busy and bool(page.presets))
    return page


def titles(page: Home) -> list[str]:
    return [card.text() for card in page.grid.cards]


def test_every_lesson_has_a_card_in_the_order_they_are_taught_in(window: Window, qtbot: QtBot) -> None:
    page = home(window, qtbot)
    assert titles(page) == [lesson(name).title.en for name in lessons()]
    assert all(card.isEnabled() for card in page.grid.cards)
    qtbot.waitUntil(lambda: not page.grid.cards[0].picture.isNull())


def test_the_mark_and_its_key_go_to_the_lessons_and_back(window: Window, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.top.home, Qt.MouseButton.LeftButton)
    assert window.classroom.at_home
    page = home(window, qtbot)
    qtbot.keyClick(page, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert not window.classroom.at_home
    window.classroom.go_home()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not window.classroom.at_home
    window.classroom.go_home()
    qtbot.mouseClick(page.starts.back, Qt.MouseButton.LeftButton)
    assert not window.classroom.at_home
    assert window.store.experiment == Experiment.first_open()


def test_arrows_go_from_card_to_card_and_enter_opens(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("one", "two"):
        recent.remember(written(tmp_path, name, LOOK.replace("Two rates", f"Lesson {name}")))
    page = home(window, qtbot)
    cards = page.grid.cards
    assert titles(page)[-2:] == ["Lesson one", "Lesson two"]
    page.grid.unfold(whole=True)
    cards[0].setFocus()
    for _ in cards[1:]:
        card = QApplication.focusWidget()
        assert isinstance(card, LessonCard)
        qtbot.keyClick(card, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is cards[-1]
    qtbot.keyClick(cards[-1], Qt.Key.Key_Right)
    qtbot.keyClick(cards[-1], Qt.Key.Key_Return)
    assert window.classroom.player.lesson is not None
    assert window.classroom.player.lesson.title.en == "Lesson two"
    assert not window.classroom.at_home


def test_two_rows_are_shown_and_a_button_unfolds_all(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    for number in range(9):
        recent.remember(written(tmp_path, f"own-{number}"))
    page = home(window, qtbot)
    count = len(lessons()) + 9
    assert page.all.text() == f"All {count}"
    assert [card.isVisible() for card in page.grid.cards] == [True] * 8 + [False] * (count - 8)
    high = page.grid.height()
    qtbot.mouseClick(page.all, Qt.MouseButton.LeftButton)
    assert all(card.isVisible() for card in page.grid.cards)
    qtbot.waitUntil(lambda: page.grid.height() > high)
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: page.grid.cards[2].y() > page.grid.cards[1].y())
    assert page.grid.cards[1].y() == page.grid.cards[0].y()


def test_a_high_window_has_more_rows_than_two(window: Window, qtbot: QtBot) -> None:
    page = home(window, qtbot)
    rows = lambda: {card.y() for card in page.grid.cards if card.isVisible()}  # noqa: E731
    assert len(rows()) == 2
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: len(rows()) == 3)
    assert page.area.verticalScrollBar().maximum() == 0
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: len(rows()) == 2)


def test_the_language_is_switched_on_the_page_and_kept(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    recent.remember(written(tmp_path))
    page = home(window, qtbot)
    try:
        qtbot.mouseClick(page.bar.language.button("ko"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: titles(page)[-1] == "두 학습률")
        assert page.starts.new.text() == "새 세션"
        assert page.starts.paste.text() == "코드 붙여넣기 또는 놓기"
        assert language() == "ko"
        qtbot.mouseClick(page.bar.language.button("en"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: titles(page)[-1] == "Two rates")
        assert page.starts.new.text() == "New session"
    finally:
        keep("en")
        translation.speak()


def test_a_card_says_quietly_how_far_a_person_has_come(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = written(tmp_path)
    recent.remember(path)
    bookmarks.leave_at(str(path), 2)
    card = home(window, qtbot).grid.cards[-1]
    assert card.accessibleName() == "Two rates, 2 min, left at step 3 of 4"
    bookmarks.finish(str(path))
    window.classroom.go_home()
    assert card.accessibleName() == "Two rates, 2 min, done"


def test_files_that_were_opened_and_saved_are_offered_again(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    save(Experiment.of("SGD(model.parameters(), lr=0.4)", steps=50), tmp_path / "study.lrviz")
    window.files.open(tmp_path / "study.lrviz")
    page = home(window, qtbot)
    assert [row.text() for row in page.rows] == ["study"]
    window.files.write(tmp_path / "other.lrviz")
    window.store.open(Experiment.first_open(), None)
    window.classroom.go_home()
    assert [row.text() for row in page.rows] == ["other", "study"]
    qtbot.mouseClick(page.rows[1], Qt.MouseButton.LeftButton)
    assert window.store.path == tmp_path / "study.lrviz"
    assert not window.classroom.at_home


def test_a_file_that_is_gone_is_said_and_forgotten(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    recent.remember(tmp_path / "gone.lrviz")
    page = home(window, qtbot)
    qtbot.mouseClick(page.rows[0], Qt.MouseButton.LeftButton)
    assert window.notices.shown[-1].title.text() == "gone.lrviz is no longer there"
    assert window.notices.shown[-1].isVisible()
    assert page.rows == []
    assert recent.recent() == ()


def test_a_preset_opens_with_its_plan(window: Window, qtbot: QtBot) -> None:
    page = home(window, qtbot)
    card = page.presets[0]
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert window.store.experiment == card.preset.experiment
    assert not window.classroom.at_home


def test_code_is_pasted_into_the_session(window: Window, qtbot: QtBot) -> None:
    page = home(window, qtbot)
    QGuiApplication.clipboard().setText("nothing of use")
    qtbot.mouseClick(page.starts.paste, Qt.MouseButton.LeftButton)
    assert window.classroom.at_home
    assert window.notices.shown[-1].title.text() == "The clipboard is no run"
    QGuiApplication.clipboard().setText("optimizer = torch.optim.SGD(model.parameters(), lr=0.3)")
    qtbot.mouseClick(page.starts.paste, Qt.MouseButton.LeftButton)
    assert len(window.store.experiment.runs) == 4
    assert not window.classroom.at_home


def test_what_isnt_in_sight_isnt_changed_by_a_key(window: Window, qtbot: QtBot) -> None:
    home(window, qtbot)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_V, Qt.Key.Key_Space, Qt.Key.Key_Right):
        qtbot.keyClick(window, key)
    assert window.store.experiment == Experiment.first_open()
    assert not window.races.active
    window.classroom.go_to_session()
    qtbot.keyClick(window, Qt.Key.Key_Delete)
    assert len(window.store.experiment.runs) == 2


def test_a_lesson_that_cant_be_read_has_no_card(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    recent.remember(written(tmp_path, "broken", LOOK.replace("minutes = 2", "minutes = 0")))
    with pytest.raises(LrvizError, match="minutes"):
        lesson(tmp_path / "broken.toml")
    page = home(window, qtbot)
    assert len(page.grid.cards) == len(lessons())
