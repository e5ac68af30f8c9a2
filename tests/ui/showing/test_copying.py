"""What is in sight, on the clipboard: as a picture by its key, and from the menu of a plot."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from lrviz import CosineAnnealingLR, Experiment, Run
from lrviz.ui.pages.page import Page
from lrviz.ui.window import Window

installing = import_module("lrviz.ui.actions.install")
PLAN = Experiment.of(Run("constant"), Run("cosine", CosineAnnealingLR(66)), steps=66)


@pytest.fixture
def plan() -> Experiment:
    return PLAN


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def copied(window: Window, qtbot: QtBot) -> QMimeData:
    clipboard = QGuiApplication.clipboard()
    with qtbot.waitSignal(clipboard.dataChanged):
        QTest.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    return clipboard.mimeData()


def test_ctrl_shift_c_copies_what_is_in_sight_at_two_pixels_to_one(window: Window, page: Page, qtbot: QtBot) -> None:
    window.store.set_cursor(33)
    qtbot.waitUntil(lambda: page.canvas._easel.settled)  # painted finely
    data = copied(window, qtbot)
    png = bytes(data.data("image/png").data())
    with Image.open(io.BytesIO(png)) as image:
        width, height = image.size
        assert image.mode == "RGB"
        assert image.info["dpi"] == pytest.approx((192, 192), abs=0.01)
    assert width == 2 * page.canvas.width()
    assert height > 2 * page.canvas.height() + 2 * 26
    whole = QImage.fromData(png)
    plots = whole.copy(0, height - 2 * page.canvas.height(), width, 2 * page.canvas.height())
    assert difference(plots, page.canvas.grab().toImage().scaled(plots.size())) < 2.5
    svg = ET.fromstring(bytes(data.data("image/svg+xml").data()).decode())  # noqa: S314 - our own file
    words = {"".join(one.itertext()) for one in svg.iter("{http://www.w3.org/2000/svg}text")}
    assert {page.headline.text(), "Learning rate", "cosine"} <= words
    assert data.hasImage()
    said = window.notices.shown[-1]
    assert "The picture is on the clipboard" in said.accessibleName()


def difference(first: QImage, second: QImage) -> float:
    """Give by how much two pictures differ on average, of 255."""
    same = [one.convertToFormat(QImage.Format.Format_RGB32) for one in (first, second)]
    each = [np.frombuffer(one.constBits(), np.uint8).astype(float) for one in same]
    return float(np.abs(each[0] - each[1]).mean())


def test_a_right_click_on_a_plot_offers_to_copy_it(window: Window, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    offered: list[str] = []

    def opened(menu: QMenu, _at: QPoint) -> None:  # instead of a menu that would wait for a person
        offered.extend(action.text() for action in menu.actions() if action.text())
        menu.deleteLater()

    monkeypatch.setattr(installing, "open_menu", opened)
    at = QPoint(400, 200)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, page.canvas.mapToGlobal(at))
    QApplication.sendEvent(page.canvas.viewport(), event)
    known = ["Copy picture", "Export picture…", "Copy values at the cursor", "Copy the numbers of the curves"]
    assert offered[:4] == known


def test_the_values_at_the_cursor_are_copied_in_full(window: Window) -> None:
    window.store.set_cursor(33)
    QApplication.processEvents()
    window.copying.copy_values()
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    rates = {run: float(value) for plot, _, run, value in lines if plot == "Learning rate"}
    assert rates["cosine"] == PLAN.curve(1, np.array([33])).lr[0]
    assert {place for _, place, _, _ in lines} == {"step 33"}


def test_the_numbers_of_the_curves_are_those_of_the_schedule(window: Window) -> None:
    window.copying.copy_numbers()
    head, *lines = (line.split("\t") for line in QGuiApplication.clipboard().text().splitlines())
    assert head == ["plot", "run", "x", "low", "high"]
    cosine = [line for line in lines if line[:2] == ["Learning rate", "cosine"]]
    steps, rates = (np.array([float(line[k]) for line in cosine]) for k in (2, 3))
    exact = PLAN.curve(1, np.arange(66)).lr
    assert np.interp(np.arange(66), steps, rates) == pytest.approx(exact, abs=2e-4)


def test_a_name_is_one_cell_and_no_formula(window: Window) -> None:
    store = window.store
    store.edit_run(1, replace(store.experiment.runs[1], name="=1\t+\n2"), "rename")
    QApplication.processEvents()
    for copy, width in ((window.copying.copy_values, 4), (window.copying.copy_numbers, 5)):
        copy()
        lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
        assert {len(line) for line in lines} == {width}
        assert any("'=1 + 2" in line for line in lines)


def test_where_there_is_no_curve_nothing_is_copied(window: Window) -> None:
    window.show_view("finder")
    window.copying.copy_numbers()
    assert QGuiApplication.clipboard().text() == ""
    assert "Nothing to copy yet" in window.notices.shown[-1].accessibleName()


def test_the_window_ends_well_with_its_picture_on_the_clipboard(tmp_path: Path) -> None:
    code = """
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from lrviz.experiment import Experiment
from lrviz.ui.racing.races import Races
from lrviz.ui.store import Store
from lrviz.ui.window import Window

app = QApplication([])
window = Window(Store(Experiment.first_open()), Races())
window.furnished.connect(window.copying.copy_picture)
QGuiApplication.clipboard().dataChanged.connect(lambda: QTimer.singleShot(0, app.quit))
window.show()
app.exec()
print(QGuiApplication.clipboard().image().width())
"""
    env = {**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, int(done.stdout) > 500) == (0, True), done.stderr
