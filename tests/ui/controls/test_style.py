from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QMenu,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionSlider,
)
from pytestqt.qtbot import QtBot

from lrviz.ui import palette
from lrviz.ui.style import LrvizStyle


@pytest.fixture(autouse=True)
def styled(qapp: QApplication) -> Iterator[None]:
    before = qapp.style().name()
    qapp.setStyle(LrvizStyle())
    yield
    qapp.setStyle(before)


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidget(QLabel("line\n" * 200))
    area.resize(200, 300)
    area.show()
    return area


def handle(bar: QScrollBar) -> tuple[int, int]:
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    rect = bar.style().subControlRect(
        QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, bar
    )
    return rect.top(), rect.bottom()


def test_a_scroll_bar_is_ten_wide_and_has_no_arrows(area: QScrollArea, qtbot: QtBot) -> None:
    bar = area.verticalScrollBar()
    assert bar.width() == 10
    assert handle(bar)[0] == 0
    bar.setValue(bar.maximum())
    assert handle(bar)[1] == bar.height() - 1


def test_a_scroll_bar_s_handle_can_be_dragged(area: QScrollArea, qtbot: QtBot) -> None:
    bar = area.verticalScrollBar()
    top, bottom = handle(bar)
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, (top + bottom) // 2))
    QTest.mouseMove(bar, QPoint(5, bar.height() - 1))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, bar.height() - 1))
    assert bar.value() == bar.maximum()


def test_a_click_below_the_handle_turns_a_page(area: QScrollArea, qtbot: QtBot) -> None:
    bar = area.verticalScrollBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, bar.height() - 5))
    assert bar.value() == bar.pageStep()


@pytest.mark.parametrize("theme", [palette.LIGHT, palette.DARK])
def test_a_check_box_is_fourteen_and_filled_with_ink_when_on(qtbot: QtBot, theme: palette.Theme) -> None:
    palette.use(theme)
    box = QCheckBox("Follow the system")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    middle = box.height() // 2
    assert box.grab().toImage().pixelColor(9, middle + 3) == theme.surface
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(7, middle))
    assert box.isChecked()
    assert box.grab().toImage().pixelColor(11, middle + 4) == theme.primary


def test_a_menu_is_worked_by_keyboard_and_its_rows_are_roomy(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    chosen: list[str] = []
    for name in ("Add run", "Duplicate\tCtrl+D"):
        menu.addAction(name).triggered.connect(lambda _=False, name=name: chosen.append(name))
    menu.addSeparator()
    menu.addAction("Delete").setEnabled(False)
    menu.popup(QPoint(0, 0))
    assert menu.actionGeometry(menu.actions()[0]).height() == 30
    assert menu.grab().toImage().pixelColor(40, 4).name() == palette.LIGHT.raised.name()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    selected = menu.actionGeometry(menu.actions()[1])
    assert (
        menu.grab().toImage().pixelColor(selected.right() - 60, selected.top() + 4).name() == palette.LIGHT.hover.name()
    )
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert chosen == ["Duplicate\tCtrl+D"]
