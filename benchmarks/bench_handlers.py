"""How long one handler holds the window's event loop while a person drags, zooms and opens lists.

Eight runs of 10⁶ steps, composed ones among them, at three widths. A handler is what the loop calls with one event: a
move of the mouse, a timer, a repaint. Its CPU time counts, of this thread alone, so that a busy machine doesn't change
it; those of less than 1 ms, in which nothing was done, are left out. Budget: 8 ms; the ratio is the longest's to it.
"""

from __future__ import annotations

import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QSettings, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.constant_lr import ConstantLR
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.cosine_annealing_warm_restarts import CosineAnnealingWarmRestarts
from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.knots import Knots
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.app import application, open_window
from lrviz.ui.controls.number_row import NumberRow
from lrviz.ui.pages.page import Page
from lrviz.ui.window import Window

BUDGET = 8.0
STEPS = 1_000_000
MOVES = 60
SIZES = (800, 600), (1280, 800), (1920, 1080)
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


class Watched(QApplication):
    """Notes the CPU time, in ms, of each handler the loop calls; one called by another is a part of it."""

    def __init__(self) -> None:
        super().__init__([])
        self.took: list[tuple[float, str]] = []
        self._inside = False

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self._inside:
            return super().notify(receiver, event)
        self._inside, name = True, named(receiver, event)
        began = time.thread_time()
        try:
            return super().notify(receiver, event)
        finally:
            self.took.append(((time.thread_time() - began) * 1e3, name))
            self._inside = False


def named(receiver: QObject, event: QEvent) -> str:
    """Name a handler: what it is called with, and for a timer whose that is."""
    parent = receiver.parent() if type(receiver) is QTimer else None
    owner = f"{type(parent).__name__}’s " if parent is not None else ""
    return f"{owner}{type(receiver).__name__} {event.type().name}"


def session() -> Experiment:
    """Give eight runs, three of them composed."""
    warm = LinearLR(0.01, total_iters=50_000)
    whd = SequentialLR((warm, ConstantLR(1.0, total_iters=700_000), CosineAnnealingLR(250_000)), (50_000, 750_000))
    restarts = CosineAnnealingWarmRestarts(T_0=70_000)
    schedules = {
        "whd": whd,
        "chained": ChainedScheduler((warm, ExponentialLR(0.999998))),
        "nested": SequentialLR((ChainedScheduler((warm, ExponentialLR(0.999999))), restarts), (500_000,)),
        "step": StepLR(step_size=200_000, gamma=0.5),
        "cosine": CosineAnnealingLR(STEPS),
        "restarts": restarts,
        "one cycle": OneCycleLR(max_lr=0.2, total_steps=STEPS),
        "knots": Knots(steps=(0, 100_000, 600_000, 1_000_000), factors=(0.0, 1.0, 0.5, 0.0)),
    }
    runs = [Run(name, schedule=schedule, colour=i) for i, (name, schedule) in enumerate(schedules.items())]
    return Experiment.of(*runs, steps=STEPS)


def settle(app: QApplication, seconds: float = 0.3) -> None:
    """Let the loop turn until nothing is left to do."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        app.processEvents()


def send(widget: QWidget, kind: QEvent.Type, at: QPointF) -> None:
    """Send a move of the mouse, held."""
    QApplication.sendEvent(widget, QMouseEvent(kind, at, widget.mapToGlobal(at), Qt.MouseButton.NoButton, LEFT, NONE))


def frames(app: QApplication, act: Callable[[int], None]) -> None:
    """Act once a frame, with what that leaves to do."""
    for move in range(MOVES):
        act(move)
        settle(app, 0.016)
    settle(app)


def drag_milestone(app: QApplication, window: Window) -> None:
    """Drag a milestone in the plot."""
    page = window.page
    assert isinstance(page, Page)
    assert page.markers is not None
    grip = page.markers.grips["milestones[1]"]
    start = grip.middle
    QTest.mousePress(grip, LEFT, NONE, grip.rect().center())

    def act(move: int) -> None:
        to = start - QPointF(2.0 * move + 5, 0)
        send(grip, QEvent.Type.MouseMove, QPointF(grip.mapFromParent(to.toPoint())))

    frames(app, act)
    QTest.mouseRelease(grip, LEFT, NONE, grip.rect().center())
    settle(app)
    window.store.history.undo()


def drag_slider(app: QApplication, window: Window) -> None:
    """Drag the slider of a milestone in the form."""
    composer = window.sidebar.form.schedule_form.composer
    assert composer is not None
    composer.parts[1].head.setChecked(True)
    settle(app)
    body = composer.parts[1].body
    assert body is not None
    drag_row(app, window, body.milestone)
    composer.parts[1].head.setChecked(False)
    settle(app)


def drag_step_size(app: QApplication, window: Window) -> None:
    """Drag the slider of a plain schedule."""
    window.store.select(3)
    settle(app)
    row = window.sidebar.form.schedule_form.values.rows["step_size"]
    assert isinstance(row, NumberRow)
    drag_row(app, window, row)
    window.store.select(0)
    settle(app)


def drag_row(app: QApplication, window: Window, row: NumberRow) -> None:
    """Drag the slider of a row."""
    slider = row.slider
    middle = slider.height() / 2
    start = slider._x(slider._share())  # noqa: SLF001 - where the knob is
    QTest.mousePress(slider, LEFT, NONE, QPoint(round(start), round(middle)))
    frames(app, lambda move: send(slider, QEvent.Type.MouseMove, QPointF(start + 5 + move / 2, middle)))
    QTest.mouseRelease(slider, LEFT, NONE, QPoint(round(start), round(middle)))
    settle(app)
    window.store.history.undo()


def drag_cursor(app: QApplication, window: Window) -> None:
    """Drag the scrubber of the step cursor."""
    frames(app, lambda move: window.transport.take_cursor(500_000 + 5_000 * move))


def zoom(app: QApplication, window: Window) -> None:
    """Zoom in and out with the wheel."""
    page = window.page
    assert isinstance(page, Page)
    viewport = page.canvas.viewport()
    at = QPointF(viewport.width() / 2, viewport.height() / 2)

    def act(move: int) -> None:
        turn = QPoint(0, 120 if move < MOVES // 2 else -120)
        where = viewport.mapToGlobal(at)
        phase, button = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
        event = QWheelEvent(at, where, QPoint(), turn, button, NONE, phase, False)
        QApplication.sendEvent(viewport, event)

    frames(app, act)
    page.look_at_all()


def open_chooser(app: QApplication, window: Window) -> None:
    """Open the list of schedules and go through it."""
    box = window.sidebar.form.schedule
    box.click()
    settle(app)
    assert box.list is not None
    for _ in range(12):
        QTest.keyClick(box.list.search, Qt.Key.Key_Down)
        settle(app, 0.05)
    QTest.keyClick(box.list.search, Qt.Key.Key_Escape)
    settle(app)


def open_presets(app: QApplication, window: Window) -> None:
    """Open the presets and go through them."""
    from lrviz.ui.panels.preset_dialog import PresetDialog

    window.offer_presets()
    settle(app)
    dialog = next(child for child in window.children() if isinstance(child, PresetDialog))
    for _ in range(12):
        QTest.keyClick(dialog.search, Qt.Key.Key_Down)
        settle(app, 0.05)
    dialog.reject()
    settle(app)


def unfold(app: QApplication, window: Window) -> None:
    """Unfold the parts of a composed schedule, and fold them again."""
    window.store.select(2)
    settle(app)
    composer = window.sidebar.form.schedule_form.composer
    assert composer is not None
    for part in composer.parts:
        QTest.mouseClick(part.head, LEFT)
        settle(app)
    for part in composer.parts:
        QTest.mouseClick(part.head, LEFT)
        settle(app)
    window.store.select(0)
    settle(app)


ACTS: tuple[Callable[[QApplication, Window], None], ...] = (
    drag_milestone,
    drag_slider,
    drag_step_size,
    drag_cursor,
    zoom,
    open_chooser,
    open_presets,
    unfold,
)


def _is_drawn(window: Window) -> bool:
    """Whether the session's first run is drawn, with what it can be dragged by."""
    page = window.page
    return isinstance(page, Page) and page.markers is not None and "milestones[1]" in page.markers.grips


@contextmanager
def opened(app: QApplication, size: tuple[int, int]) -> Iterator[Window]:
    """Open a window of a size on the session, without a worker."""
    window = open_window()
    window.furnished.disconnect(window.races.open)
    window.resize(*size)
    window.show()
    settle(app, 1.0)
    window.store.open(session(), None)
    window.store.select(0)
    settle(app, 1.0)
    while window.aside.busy or not _is_drawn(window):
        settle(app)
    try:
        yield window
    finally:
        end(app, window)


def end(app: QApplication, window: Window) -> None:
    """Close a window and delete it: one that is only closed would go on doing things."""
    window.store.history.setClean()
    window.close()
    window.deleteLater()
    app.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    settle(app)


def main() -> None:
    app = Watched()
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        os.environ["XDG_STATE_HOME"] = folder  # no session of anybody's
        application()
        for size in SIZES:
            with opened(app, size) as window:
                for act in ACTS:
                    report(app, window, size, act)


def report(app: Watched, window: Window, size: tuple[int, int], act: Callable[[QApplication, Window], None]) -> None:
    """Print how long the handlers of an act took, and which took longest."""
    gc.collect()
    app.took.clear()
    act(app, window)
    worked = np.asarray([took for took, _ in app.took if took >= 1.0] or [0.0])
    p50, p99 = np.percentile(worked, (50, 99))
    longest = sorted(app.took, reverse=True)[:3]
    said = ", ".join(f"{name} {took:.1f}" for took, name in longest)
    print(
        f"{size[0]:5} {act.__name__:15} p50 {p50:5.1f}  p99 {p99:5.1f}  max {worked.max():5.1f} ms"
        f"   {worked.max() / BUDGET:4.1f} × the budget, {np.mean(worked > BUDGET):4.0%} over it   {said}",
        flush=True,
    )


if __name__ == "__main__":
    main()
