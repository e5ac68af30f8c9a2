"""All views at once: their own figures on cards, the cursor through all, and each opens its view."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz import CosineAnnealingLR, Experiment, Run, StepLR
from lrviz.ui.figure import Figure
from lrviz.ui.paint.board import fitted, inside, placed
from lrviz.ui.showing.overview_page import OverviewPage
from lrviz.ui.views.plotted import VIEWS
from lrviz.ui.views.sight import Sight
from lrviz.ui.window import Window
from tests.ui.exported import exported

PLAN = Experiment.of(Run("step", StepLR(30)), Run("cosine", CosineAnnealingLR(66)), steps=66)
KEYS = ["schedule", "loss", "landscape", "training", "finder", "gradients"]


@pytest.fixture
def plan() -> Experiment:
    return PLAN


@pytest.fixture
def overview(window: Window, qtbot: QtBot) -> OverviewPage:
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert window.overview.shown
    page = window.overview.page
    assert page is not None
    settle(page, qtbot)
    return page


def settle(page: OverviewPage, qtbot: QtBot) -> None:
    QApplication.processEvents()
    qtbot.waitUntil(lambda: page._work is None and not page._wanted and not page.canvas.busy)


def tile(page: OverviewPage, key: str) -> Figure:
    return next(tile.figure for tile in page.canvas.figure.board if tile.key == key)


def test_ctrl_9_shows_all_views_and_esc_the_one_before(window: Window, overview: OverviewPage) -> None:
    assert [tile.key for tile in overview.canvas.figure.board] == KEYS
    assert not window.dock.isVisible()
    assert window.transport.isVisible()
    assert window.overview.shown
    QTest.keyClick(overview.canvas.cards[0], Qt.Key.Key_Escape)
    assert window.pages["schedule"].isVisible()
    assert window.dock.isVisible()


def test_what_is_not_known_says_so_on_its_card_and_nothing_is_begun(window: Window, overview: OverviewPage) -> None:
    assert tile(overview, "landscape").headline == "Nobody has walked here yet."
    assert not tile(overview, "training").plots or not window.races.active
    assert window.finder is not None
    assert not window.finder.searches.active


def test_the_cursor_goes_through_all(window: Window, overview: OverviewPage, qtbot: QtBot) -> None:
    QTest.keyClick(overview.canvas.cards[0], Qt.Key.Key_Home)
    for _ in range(3):
        QTest.keyClick(overview.canvas.cards[0], Qt.Key.Key_Right)
    assert window.store.cursor == 3
    settle(overview, qtbot)
    assert tile(overview, "schedule").plots[0].cursor == 3


def test_an_edit_is_drawn_on_the_card_as_in_its_view(window: Window, overview: OverviewPage, qtbot: QtBot) -> None:
    window.store.open(Experiment.of(Run("other", StepLR(5)), steps=66), None)
    if not window.overview.shown:
        window.overview.toggle()
    settle(overview, qtbot)
    assert {line.name for line in tile(overview, "schedule").plots[0].lines} == {"other"}


def test_a_click_on_a_card_opens_its_view_and_so_does_enter(window: Window, overview: OverviewPage) -> None:
    QTest.mouseClick(overview.canvas.cards[1], Qt.MouseButton.LeftButton)
    assert window.view == "loss"
    assert window.page is window.pages["loss"]
    assert window.quantity_bar.isVisible()
    window.overview.toggle()
    overview.canvas.cards[1].setFocus()
    QTest.keyClick(overview.canvas.cards[1], Qt.Key.Key_Down)
    assert overview.canvas.cards[4].hasFocus()
    QTest.keyClick(overview.canvas.cards[4], Qt.Key.Key_Return)
    assert window.view == "finder"


def test_each_card_says_what_it_shows(overview: OverviewPage, qtbot: QtBot) -> None:
    card = overview.canvas.cards[0]
    qtbot.waitUntil(lambda: bool(card.accessibleDescription()))
    assert card.accessibleName() == "Open Schedule"
    assert tile(overview, "schedule").headline in card.accessibleDescription()


def test_all_views_are_one_picture(window: Window, overview: OverviewPage, tmp_path: Path, qtbot: QtBot) -> None:
    made = QImage(str(exported(window, tmp_path / "all.png", qtbot)))
    assert made.width() == overview.canvas.width()
    drawn = exported(window, tmp_path / "all.svg", qtbot).read_text(encoding="utf-8")
    assert all(title in drawn for title in ("Schedule", "Landscape", "LR finder", "Nobody has walked here yet."))
    assert (exported(window, tmp_path / "all.pdf", qtbot)).read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("wide", "high", "columns"), [(990, 640, 3), (600, 900, 2), (1600, 900, 3)])
def test_cards_lie_beside_each_other_within_the_board(wide: int, high: int, columns: int) -> None:
    rect = QRectF(0, 0, wide, high)
    cells = placed(rect, 6, 1.0)
    assert sum(cell.top() == cells[0].top() for cell in cells) == columns
    assert all(rect.contains(cell) for cell in cells)
    assert not any(one.intersects(other) for k, one in enumerate(cells) for other in cells[:k])


def test_a_small_card_has_fewer_plots(qapp: QApplication) -> None:
    figure = VIEWS[1].figure(PLAN, {}, Sight.whole(PLAN, 400))
    assert len(figure.plots) > 1
    small, large = (inside(QRectF(0, 0, 320, high), 1.0).size() for high in (230, 600))
    assert len(fitted(figure, small).plots) == 1
    assert len(fitted(figure, large).plots) == len(figure.plots)
