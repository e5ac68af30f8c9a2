from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz.ui import palette
from lrviz.ui.controls.choice_box import ChoiceBox
from lrviz.ui.controls.choice_list import Choice, ChoiceList, Thumbnail


def picture(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.fillRect(rect, colour)


CHOICES = [
    Choice("none", "constant", "No scheduler at all.", "", picture),
    Choice("step", "StepLR", "A cliff every step_size steps.", "torch", picture),
    Choice("cos", "CosineAnnealingLR", "Glides down.", "torch", picture),
    Choice("warm", "CosineAnnealingWarmRestarts", "Glides down again and again.", "torch", picture),
    Choice("hf", "inverse sqrt", "Warms up.", "recipes", None),
]


@pytest.fixture
def box(qtbot: QtBot) -> ChoiceBox:
    box = ChoiceBox(lambda: CHOICES, name="Schedule")
    qtbot.addWidget(box)
    box.show_choice(CHOICES[1])
    box.set_colour(1)
    box.resize(256, 36)
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()
    return box


def opened(box: ChoiceBox) -> ChoiceList:
    box.open()
    assert box.list is not None
    return box.list


def rows(popup: ChoiceList) -> list[str]:
    return [popup.model.index(row).data() for row in range(popup.model.rowCount())]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_F4])
def test_keys_open_the_list_at_the_present_choice(box: ChoiceBox, qtbot: QtBot, key: Qt.Key) -> None:
    QTest.keyClick(box, key)
    assert box.list is not None
    assert box.list.isVisible()
    assert box.list.view.currentIndex().data() == "StepLR"
    assert rows(box.list) == [
        "constant",
        "torch",
        "StepLR",
        "CosineAnnealingLR",
        "CosineAnnealingWarmRestarts",
        "recipes",
        "inverse sqrt",
    ]
    box.list.close()


def test_a_click_opens_it_and_a_click_on_a_row_takes_it(box: ChoiceBox, qtbot: QtBot) -> None:
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    popup = box.list
    assert popup is not None
    place = popup.view.visualRect(popup.model.index(popup.model.row_of("cos") or 0)).center()
    with qtbot.waitSignal(box.chosen) as sent, qtbot.waitSignal(box.closed):
        QTest.mouseClick(popup.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sent.args == ["cos"]
    assert box.list is None
    assert box.choice == "step"  # until whoever owns the value shows it


def test_arrows_highlight_enter_takes_and_says_so_once(box: ChoiceBox, qtbot: QtBot) -> None:
    highlighted: list[str] = []
    chosen: list[str] = []
    box.highlighted.connect(highlighted.append)
    box.chosen.connect(chosen.append)
    popup = opened(box)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(popup.search, key)
    with qtbot.waitSignal(box.closed):
        QTest.keyClick(popup.search, Qt.Key.Key_Return)
    assert highlighted == ["step", "cos", "warm", "hf", "warm"]
    assert chosen == ["warm"]


def test_typing_filters_and_the_first_match_is_highlighted(box: ChoiceBox, qtbot: QtBot) -> None:
    popup = opened(box)
    tall = popup.height()
    QTest.keyClicks(popup.search, "restart")
    assert rows(popup) == ["CosineAnnealingWarmRestarts"]
    assert popup.view.currentIndex().data() == "CosineAnnealingWarmRestarts"
    assert popup.height() < tall
    popup.search.clear()
    assert len(rows(popup)) == 7
    QTest.keyClicks(popup.search, "step size")  # the help counts too, and _ is a blank
    assert rows(popup) == ["StepLR"]
    popup.close()


def test_a_hyphen_makes_no_difference_and_hidden_words_count(qtbot: QtBot) -> None:
    choices = [Choice("a", "ramp", "A warm-up.", "one"), Choice("b", "fall", "Down.", "two", words="transformers hf")]
    box = ChoiceBox(lambda: choices, name="Schedule")
    qtbot.addWidget(box)
    popup = opened(box)
    for words, name in (("warmup", "ramp"), ("warm-up", "ramp"), ("hf", "fall"), ("two", "fall")):
        popup.search.setText(words)
        assert rows(popup) == [name]
    popup.close()


def test_the_one_that_is_named_comes_first(qtbot: QtBot) -> None:
    box = ChoiceBox(lambda: [Choice("a", "WSDSchedule"), Choice("b", "WSDS")], name="Schedule")
    qtbot.addWidget(box)
    popup = opened(box)
    popup.search.setText("wsds")
    assert rows(popup) == ["WSDS", "WSDSchedule"]
    popup.close()


def test_pictures_come_one_a_turn_after_it_is_open(box: ChoiceBox, qtbot: QtBot) -> None:
    painted: list[str] = []

    def painting(name: str) -> Thumbnail:
        return lambda *_: painted.append(name)

    choices = [Choice(name, name, "", "", painting(name)) for name in "abcdef"]
    popup = ChoiceList(choices, box)
    popup.open_at(box.rect(), "a", 0)
    popup.view.grab()
    assert painted == []
    qtbot.waitUntil(lambda: len(painted) == len(choices))
    popup.view.grab()
    assert sorted(painted) == list("abcdef")  # each once
    popup.close()


def test_nothing_found_takes_nothing(box: ChoiceBox, qtbot: QtBot) -> None:
    popup = opened(box)
    QTest.keyClicks(popup.search, "zzz")
    assert rows(popup) == []
    with qtbot.assertNotEmitted(box.chosen):
        QTest.keyClick(popup.search, Qt.Key.Key_Return)
        QTest.keyClick(popup.search, Qt.Key.Key_Down)
    assert popup.isVisible()
    popup.close()


def test_escape_closes_and_changes_nothing(box: ChoiceBox, qtbot: QtBot) -> None:
    popup = opened(box)
    QTest.keyClick(popup.search, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(box.chosen), qtbot.waitSignal(box.closed):
        QTest.keyClick(popup.search, Qt.Key.Key_Escape)
    assert (box.list, box.choice) == (None, "step")


def test_taking_the_present_choice_is_no_edit(box: ChoiceBox, qtbot: QtBot) -> None:
    popup = opened(box)
    with qtbot.assertNotEmitted(box.chosen), qtbot.waitSignal(box.closed):
        QTest.keyClick(popup.search, Qt.Key.Key_Return)


def test_a_letter_opens_the_list_and_searches(box: ChoiceBox, qtbot: QtBot) -> None:
    QTest.keyClicks(box, "c")
    assert box.list is not None
    assert box.list.search.text() == "c"
    assert rows(box.list)[0] == "constant"
    box.list.close()


def test_the_mouse_highlights_what_it_is_over(box: ChoiceBox, qtbot: QtBot) -> None:
    popup = opened(box)
    place = popup.view.visualRect(popup.model.index(popup.model.row_of("warm") or 0)).center()
    with qtbot.waitSignal(box.highlighted) as sent:
        QTest.mouseMove(popup.view.viewport(), place - QPoint(0, 4))
        QTest.mouseMove(popup.view.viewport(), place)
    assert sent.args == ["warm"]
    popup.close()


def test_heads_can_not_be_taken(box: ChoiceBox, qtbot: QtBot) -> None:
    popup = opened(box)
    head = popup.model.index(1)
    assert head.data() == "torch"
    with qtbot.assertNotEmitted(box.chosen):
        QTest.mouseClick(popup.view.viewport(), Qt.MouseButton.LeftButton, pos=popup.view.visualRect(head).center())
    assert popup.isVisible()
    popup.close()


def test_opening_it_twice_opens_one(box: ChoiceBox) -> None:
    assert opened(box) is opened(box)
    assert box.list is not None
    box.list.close()


def test_it_says_what_is_chosen(box: ChoiceBox) -> None:
    spoken = QAccessible.queryAccessibleInterface(box)
    assert spoken.text(QAccessible.Text.Name) == "Schedule: StepLR"
    assert box.toolTip() == "A cliff every step_size steps."
    popup = opened(box)
    row = popup.model.index(2)
    assert row.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "A cliff every step_size steps."
    assert QAccessible.queryAccessibleInterface(popup.view).role() == QAccessible.Role.List
    popup.close()


def test_the_picture_is_painted_in_the_run_s_colour_of_the_theme(box: ChoiceBox) -> None:
    for theme in (palette.LIGHT, palette.DARK):
        palette.use(theme)
        assert box.grab().toImage().pixelColor(20, 18).name() == theme.line(1).name()


def test_the_list_stays_on_the_screen(box: ChoiceBox) -> None:
    screen = QApplication.primaryScreen().availableGeometry()
    box.move(screen.right() - 100, screen.bottom() - 40)
    popup = opened(box)
    assert screen.contains(popup.geometry())
    assert popup.geometry().bottom() <= box.mapToGlobal(QPoint(0, 0)).y() + 24
    popup.close()


def test_a_box_that_goes_takes_its_list_with_it(qtbot: QtBot) -> None:
    box = ChoiceBox(lambda: CHOICES, name="Schedule")
    qtbot.addWidget(box)
    box.show()
    popup = opened(box)
    with qtbot.waitSignal(popup.destroyed):
        box.deleteLater()
