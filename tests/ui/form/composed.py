"""A sidebar with a composed schedule, and what a person does with it."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.constant_lr import ConstantLR
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.experiment import Experiment
from lrviz.ui.controls.number_row import NumberRow
from lrviz.ui.form.composer import Composer
from lrviz.ui.form.part_form import PartForm
from lrviz.ui.form.part_head import PartHead
from lrviz.ui.panels.sidebar import Sidebar

FIRST = Experiment.first_open()
COSINE = FIRST.runs[2]
WARMUP, HOLD, DECAY = LinearLR(0.01, total_iters=44), ConstantLR(1.0, total_iters=198), CosineAnnealingLR(198)
WHD = SequentialLR((WARMUP, HOLD, DECAY), (44, 242))
LEFT = Qt.MouseButton.LeftButton


def put(sidebar: Sidebar, schedule: Schedule | None) -> None:
    sidebar._store.edit_run(2, replace(COSINE, schedule=schedule), "put")


def schedule(sidebar: Sidebar) -> Any:
    return sidebar._store.experiment.runs[2].schedule


def composer(sidebar: Sidebar) -> Composer:
    found = sidebar.form.schedule_form.composer
    assert found is not None
    return found


def heads(sidebar: Sidebar) -> list[PartHead]:
    return [part.head for part in composer(sidebar).parts]


def names(sidebar: Sidebar) -> list[str]:
    return [head.text() for head in heads(sidebar)]


def choose(form: PartForm, name: str) -> None:
    assert form.body is not None
    form.body.choice.open()
    assert form.body.choice.list is not None
    QTest.keyClicks(form.body.choice.list.search, name)
    QTest.keyClick(form.body.choice.list.search, Qt.Key.Key_Return)


def undone(sidebar: Sidebar, before: object) -> None:
    """Check that one undo takes the last edit back."""
    after = schedule(sidebar)
    assert after != before
    sidebar._store.history.undo()
    assert schedule(sidebar) == before
    sidebar._store.history.redo()
    assert schedule(sidebar) == after


def press_and_move(head: PartHead, to: QPoint) -> None:
    start = QPoint(6, head.height() // 2)
    QTest.mousePress(head, LEFT, pos=start)
    for tenths in (2, 6, 10):
        QTest.mouseMove(head, start + (to - start) * tenths / 10)


def typed(row: NumberRow, text: str) -> None:
    row.entry.setFocus()
    row.entry.setText(text)
    QTest.keyClick(row.entry, Qt.Key.Key_Return)
