"""Text has the size a person sets, at once, and everything still fits."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from lrviz.experiment import Experiment
from lrviz.ui import metrics
from lrviz.ui.access import text_size
from lrviz.ui.choices import settings
from lrviz.ui.controls.button import Button
from lrviz.ui.window import Window


@pytest.fixture(scope="module")
def plan() -> Experiment:
    return Experiment.first_open()


@pytest.fixture(autouse=True)
def followed(dressed: QApplication) -> Iterator[None]:
    before = dressed.property("systemPoints")
    dressed.setProperty("systemPoints", metrics.DEFAULT_POINTS)
    text_size.follow_settings()
    yield
    settings.TEXT_SIZE.keep(100)
    settings.changes.changed.disconnect(text_size._on_setting)
    dressed.setProperty("systemPoints", before)


def grown(window: Window, percent: int) -> Window:
    settings.TEXT_SIZE.keep(percent)
    QApplication.processEvents()
    return window


def test_text_is_as_much_larger_as_was_set_and_goes_back(window: Window) -> None:
    before = {widget: widget.font().pixelSize() for widget in window.findChildren(Button)}
    grown(window, 200)
    assert metrics.scale() == 2.0
    assert all(widget.font().pixelSize() == 2 * size for widget, size in before.items())
    grown(window, 100)
    assert all(widget.font().pixelSize() == size for widget, size in before.items())


def test_the_systems_size_counts_too(window: Window, dressed: QApplication) -> None:
    dressed.setProperty("systemPoints", 1.5 * metrics.DEFAULT_POINTS)
    grown(window, 125)
    assert metrics.scale() == pytest.approx(1.875)


@pytest.mark.parametrize("percent", [125, 150, 200])
@pytest.mark.parametrize("view", ["schedule", "training", "finder"])
def test_nothing_lies_over_something_else_or_outside(window: Window, view: str, percent: int) -> None:
    grown(window, percent).show_view(view)
    QApplication.processEvents()
    for bar in (window.top, window.transport):
        places = [child.geometry() for child in bar.children() if isinstance(child, QWidget) and child.isVisible()]
        assert all(bar.rect().contains(place) for place in places)
        assert not any(one.intersects(other) for at, one in enumerate(places) for other in places[:at])
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.visibleRegion().boundingRect() == button.rect():
            assert button.height() >= min(button.minimumSizeHint().height(), button.sizeHint().height()), button.text()


def test_at_twice_the_size_the_sidebar_is_400_wide_and_the_dock_folded(window: Window) -> None:
    grown(window, 200)
    assert window.sidebar.width() == metrics.SIDEBAR_MAX
    assert window.dock.height() <= 2 * metrics.DOCK_HEAD
    plot = window.stack.mapTo(window, QPoint()), window.stack.size()
    assert plot[1].height() >= 400


def test_a_plot_is_laid_out_for_larger_type(window: Window, qtbot: QtBot) -> None:
    page = grown(window, 200).page
    assert page is not None
    qtbot.waitUntil(lambda: page.canvas.sheet.times == 2.0)


def test_a_widget_that_was_given_another_height_meanwhile_keeps_that(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    box.setFixedHeight(41)
    heights = []
    for percent in (125, 150, 125, 100):
        settings.TEXT_SIZE.keep(percent)
        heights.append(box.height())
    assert heights == [51, 62, 51, 41], "nothing is lost by rounding"
    settings.TEXT_SIZE.keep(150)
    box.setFixedHeight(90)
    settings.TEXT_SIZE.keep(100)
    assert box.height() == 60
