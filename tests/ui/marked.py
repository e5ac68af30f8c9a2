"""A plan with seams and knots, and the hand that moves them in the plot."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from lrviz import SGD, CosineAnnealingLR, Experiment, Knots, LinearLR, Run, SequentialLR
from lrviz.catalog.schedule import Schedule
from lrviz.ui.controls.grip import Grip
from lrviz.ui.pages.markers import KEY, Markers
from lrviz.ui.pages.page import Page
from lrviz.ui.paint.layout import Pane

WARM = SequentialLR((LinearLR(0.01, total_iters=100), CosineAnnealingLR(300)), (100,))
KNOTS = Knots((0, 100, 300), (0.2, 1.0, 0.5))
PLAN = Experiment.of(
    Run("warm", WARM, SGD(lr=0.2)),
    Run("knots", KNOTS, SGD(lr=0.2)),
    Run("constant", None, SGD(lr=0.2)),
    steps=400,
)
LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
SEAM = "milestones[0]"


def shown(page: Page) -> Markers:
    """Give the markers as they are once all that changed is drawn."""
    QApplication.processEvents()
    page.draw()
    assert page.markers is not None
    return page.markers


def pane(page: Page) -> Pane:
    found = page.canvas.pane(KEY)
    assert found is not None
    return found


def entry(markers: Markers) -> QWidget:
    """Give the field that a value is typed in."""
    found = markers.field.focusProxy()
    assert found is not None
    return found


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def schedule(page: Page) -> Schedule | None:
    run = page._store.run
    assert run is not None
    return run.schedule


def move(grip: Grip, to: QPointF, *, held: bool = True) -> None:
    """Move the mouse to a place in the plot, seen from the grip."""
    there = QPointF(grip.mapFromParent(to.toPoint()))
    button = LEFT if held else Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, there, grip.mapToGlobal(there), Qt.MouseButton.NoButton, button, NONE)
    QApplication.sendEvent(grip, event)


def press(grip: Grip) -> None:
    QTest.mousePress(grip, LEFT, NONE, grip.rect().center())


def release(grip: Grip) -> None:
    QTest.mouseRelease(grip, LEFT, NONE, grip.rect().center())


def drag(page: Page, grip: Grip, step: float, rate: float | None = None) -> None:
    """Drag a grip to a step, in three moves."""
    start = grip.middle
    end = QPointF(pane(page).x.pixel(step), start.y() if rate is None else pane(page).y.pixel(rate))
    press(grip)
    for share in (0.3, 0.7, 1.0):
        move(grip, start + (end - start) * share)
        shown(page)
    release(grip)
    shown(page)


def choose(page: Page, changed: Schedule, **run: object) -> Markers:
    """Give the selected run another schedule."""
    store = page._store
    assert store.run is not None
    store.edit_run(store.selected, replace(store.run, schedule=changed, **run), "schedule")
    return shown(page)
