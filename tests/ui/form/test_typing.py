"""What is being typed belongs to what is shown: another run or schedule in its place never gets it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions

from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.constant_lr import ConstantLR
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.knots import Knots
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.run import Group
from lrviz.ui.controls.entry_field import EntryField
from lrviz.ui.panels.sidebar import Sidebar

PARTS = LinearLR(0.1, total_iters=50), ConstantLR(0.5, 60), ExponentialLR(0.9)
TWO, THREE = SequentialLR(PARTS[:2], (50,)), SequentialLR(PARTS, (50, 110))
FEW, MANY = Knots((0, 100), (1.0, 0.5)), Knots((0, 100, 200), (1.0, 0.5, 0.1))
ONE, EACH = CyclicLR(0.01, 0.2), CyclicLR((0.01, 0.002), (0.2, 0.05))
CASES = [
    (StepLR(30), None, "gamma", "0.7"),
    (THREE, TWO, "gamma", "0.7"),
    (THREE, TWO, "milestone", "90"),
    (THREE, StepLR(30), "gamma", "0.7"),
    (MANY, FEW, "step of knot 3", "150"),
    (MANY, FEW, "factor of knot 3", "0.7"),
    (MANY, StepLR(30), "factor of knot 3", "0.7"),
    (EACH, ONE, "base_lr, group 1", "0.5"),
]


def put(sidebar: Sidebar, schedule: Schedule | None) -> None:
    run = sidebar._store.experiment.runs[2]
    sidebar._store.edit_run(2, replace(run, schedule=schedule, groups=(Group("bias"),)), "put")


def begin(sidebar: Sidebar, name: str, text: str) -> None:
    """Type a text in the last field of that name and leave the focus there."""
    composer = sidebar.form.schedule_form.composer
    if composer is not None and composer.isVisible():
        composer.parts[-1].unfold()
    QApplication.processEvents()
    fields = [one for one in sidebar.form.findChildren(EntryField) if one.accessibleName() == name and one.isVisible()]
    fields[-1].setFocus()
    assert fields[-1].hasFocus()
    fields[-1].setText(text)


@pytest.mark.parametrize(("before", "after", "name", "text"), CASES)
def test_what_was_typed_goes_with_the_schedule_it_was_typed_for(
    sidebar: Sidebar, before: Schedule, after: Schedule | None, name: str, text: str
) -> None:
    put(sidebar, after)
    put(sidebar, before)
    begin(sidebar, name, text)
    with capture_exceptions() as raised:
        sidebar._store.history.undo()
        QApplication.processEvents()
    assert raised == []
    assert sidebar._store.experiment.runs[2].schedule == after
    assert sidebar._store.history.canRedo()


@pytest.mark.parametrize(("before", "after", "name", "text"), CASES)
def test_another_run_never_gets_it(
    sidebar: Sidebar, before: Schedule, after: Schedule | None, name: str, text: str
) -> None:
    put(sidebar, before)
    runs = sidebar._store.experiment.runs
    begin(sidebar, name, text)
    with capture_exceptions() as raised:
        sidebar._store.select(0)
        QApplication.processEvents()
    assert raised == []
    assert sidebar._store.experiment.runs == runs
