from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lrviz.catalog import schedules
from lrviz.catalog.carried import fitted
from lrviz.catalog.families import in_families
from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.constant_lr import ConstantLR
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.cosine_annealing_warm_restarts import CosineAnnealingWarmRestarts
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.multi_step_lr import MultiStepLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.polynomial_lr import PolynomialLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.spec import fields
from lrviz.ui import metrics
from lrviz.ui.controls.choice_list import ChoiceList
from lrviz.ui.controls.number_row import NumberRow
from lrviz.ui.form.run_form import RunForm

Edits = list[tuple[Run, str, bool]]
FIRST = Experiment.first_open()
CONSTANT, STEP, COSINE = FIRST.runs


@pytest.fixture
def form(qtbot: QtBot) -> RunForm:
    form = RunForm()
    qtbot.addWidget(form)
    form.resize(288, 700)
    form.show_run(STEP, FIRST)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    return form


@pytest.fixture
def edits(form: RunForm) -> Edits:
    edits: Edits = []
    form.edited.connect(lambda run, what, dragging: edits.append((run, what, dragging)))
    return edits


def opened(form: RunForm) -> ChoiceList:
    form.schedule.open()
    assert form.schedule.list is not None
    return form.schedule.list


def choose(form: RunForm, qtbot: QtBot, name: str) -> None:
    popup = opened(form)
    QTest.keyClicks(popup.search, name)
    QTest.keyClick(popup.search, Qt.Key.Key_Return)


def number_row(form: RunForm, name: str) -> NumberRow:
    row = (form.schedule_form.values.rows | form.optimizer_form.rows | form.loss_form.rows)[name]
    assert isinstance(row, NumberRow)
    return row


def test_it_shows_the_run_and_sends_nothing(form: RunForm, edits: Edits) -> None:
    for run in FIRST.runs:
        form.show_run(run, FIRST)
        assert form.title.text() == run.name
        assert form.schedule.text() == (type(run.schedule).__name__ if run.schedule else "constant")
        assert (form.optimizer.text(), form.loss.text()) == ("SGD", "CrossEntropyLoss")
        assert form.stepped.isVisible() is (run.schedule is not None)
        assert form.schedule_form.values.spec == run.schedule
        assert form.optimizer_form.spec == run.optimizer
    assert edits == []


def test_an_edit_sends_the_whole_run_with_one_thing_changed(form: RunForm, edits: Edits, qtbot: QtBot) -> None:
    QTest.keyClick(number_row(form, "step_size").slider, Qt.Key.Key_Up)
    QTest.keyClick(number_row(form, "lr").slider, Qt.Key.Key_Up)
    QTest.keyClick(number_row(form, "label_smoothing").slider, Qt.Key.Key_Up)
    assert edits == [
        (replace(STEP, schedule=StepLR(221)), "step_size", False),
        (replace(STEP, optimizer=replace(STEP.optimizer, lr=0.21)), "lr", False),
        (replace(STEP, loss=replace(STEP.loss, label_smoothing=0.005)), "label_smoothing", False),
    ]


@pytest.mark.parametrize("cls", schedules.SCHEDULES, ids=lambda cls: cls.__name__)
def test_every_schedule_can_be_chosen_and_fits_the_plan(
    form: RunForm, edits: Edits, qtbot: QtBot, cls: type[Schedule]
) -> None:
    form.show_run(CONSTANT, FIRST)
    popup = opened(form)
    popup.highlight(cls.__name__)
    with qtbot.waitSignal(form.edited):
        QTest.keyClick(popup.search, Qt.Key.Key_Return)
    ((run, what, dragging),) = edits
    assert (type(run.schedule), what, dragging) == (cls, "schedule", False)
    assert run == replace(CONSTANT, schedule=run.schedule)
    curve = FIRST.curve(run, np.arange(440))
    assert curve.lr.shape[-1] == 440  # torch raises nowhere on the plan
    assert np.ptp(curve.lr) > 0 or cls is ConstantLR or cls.listens or not fields(cls)  # nothing to set: it is flat
    assert curve.lr.max() <= 0.2 * (1 + 1e-12)
    form.show_run(run, FIRST)
    assert form.schedule.text() == cls.__name__


def test_a_schedule_for_the_plan_is_the_one_a_person_would_begin_with() -> None:
    assert fitted(CosineAnnealingLR, None, 440, 0.2) == CosineAnnealingLR(T_max=440)
    assert fitted(StepLR, None, 440, 0.2) == StepLR(step_size=220)
    assert fitted(MultiStepLR, None, 440, 0.2) == MultiStepLR(milestones=(220, 330))
    assert fitted(OneCycleLR, None, 440, 0.2) == OneCycleLR(max_lr=0.2, total_steps=440)
    assert fitted(CyclicLR, None, 440, 0.2) == CyclicLR(base_lr=0.02, max_lr=0.2, step_size_up=55)
    assert fitted(CosineAnnealingWarmRestarts, None, 440, 0.2) == CosineAnnealingWarmRestarts(T_0=110)
    assert fitted(LinearLR, None, 440, 0.2) == LinearLR(total_iters=440)
    assert fitted(PolynomialLR, None, 440, 0.2) == PolynomialLR(total_iters=440)


@pytest.mark.parametrize("cls", schedules.SCHEDULES, ids=lambda cls: cls.__name__)
@pytest.mark.parametrize(("steps", "lr"), [(1, 0.0), (2, 1e-8), (3, 10.0), (10**12, 0.1)])
def test_a_schedule_fits_any_plan(cls: type[Schedule], steps: int, lr: float) -> None:
    for old in schedules.SCHEDULES:
        assert isinstance(fitted(cls, old.fitted(steps, lr), steps, lr), cls)


def test_what_means_the_same_is_kept_and_what_does_not_is_not(form: RunForm, edits: Edits, qtbot: QtBot) -> None:
    form.show_run(replace(STEP, schedule=StepLR(100, 0.3)), FIRST)
    choose(form, qtbot, "MultiStepLR")
    assert edits[-1][0].schedule == MultiStepLR(milestones=(220, 330), gamma=0.3)
    choose(form, qtbot, "ExponentialLR")
    exponential = edits[-1][0].schedule
    assert isinstance(exponential, ExponentialLR)
    assert exponential.gamma > 0.9  # a factor per step, not per drop


def test_the_highlighted_choice_is_previewed_until_the_list_closes(form: RunForm, qtbot: QtBot) -> None:
    previews: list[Run | None] = []
    form.previewed.connect(previews.append)
    popup = opened(form)
    QTest.keyClicks(popup.search, "cosine")
    QTest.keyClick(popup.search, Qt.Key.Key_Escape)
    assert previews[0] == STEP
    assert replace(STEP, schedule=CosineAnnealingLR(T_max=440)) in previews
    assert previews[-1] is None


def test_the_list_has_the_constant_first_and_a_line_and_a_curve_for_each(form: RunForm) -> None:
    popup = opened(form)
    choices = [
        choice for row in range(popup.model.rowCount()) if (choice := popup.model.choice(popup.model.index(row)))
    ]
    assert [choice.name for choice in choices] == [
        "constant",
        *(cls.__name__ for cls in in_families(schedules.SCHEDULES)),
    ]
    assert all(choice.help and choice.thumbnail for choice in choices)
    popup.close()


def test_another_optimizer_starts_from_torch_s_defaults(form: RunForm, edits: Edits, qtbot: QtBot) -> None:
    form.optimizer.open()
    assert form.optimizer.list is not None
    QTest.keyClicks(form.optimizer.list.search, "AdamW")
    QTest.keyClick(form.optimizer.list.search, Qt.Key.Key_Return)
    assert edits == [(replace(STEP, optimizer=AdamW()), "optimizer", False)]


def test_stepping_by_epoch_keeps_the_shape_and_counts_in_epochs(form: RunForm, edits: Edits, qtbot: QtBot) -> None:
    form.show_run(COSINE, FIRST)
    QTest.mouseClick(form.stepped.button("epoch"), Qt.MouseButton.LeftButton)
    ((run, what, _),) = edits
    assert (run.stepped, run.schedule, what) == ("epoch", CosineAnnealingLR(T_max=10), "stepped")
    form.show_run(run, FIRST)
    row = number_row(form, "T_max")
    assert (row.slider.scale.high, FIRST.scheduler_steps(run)) == (10, 10)
    QTest.mouseClick(form.stepped.button("batch"), Qt.MouseButton.LeftButton)
    assert edits[-1][0] == COSINE


def test_the_plan_s_length_is_the_sliders_reach(form: RunForm) -> None:
    for steps in (1, 440, 10**9):
        form.show_run(STEP, replace(FIRST, training=replace(FIRST.training, steps=steps)))
        assert number_row(form, "step_size").slider.scale.high == max(2, steps)


def test_the_form_redraws_from_what_it_is_shown(form: RunForm, edits: Edits, qtbot: QtBot) -> None:
    QTest.mouseClick(form.stepped.button("epoch"), Qt.MouseButton.LeftButton)
    choose(form, qtbot, "OneCycleLR")
    assert form.run == STEP
    form.show_run(STEP, FIRST)
    assert (form.stepped.choice, form.schedule.text()) == ("batch", "StepLR")
    assert [what for _, what, _ in edits] == ["stepped", "schedule"]


def test_every_control_has_a_name_and_a_size_a_finger_hits(form: RunForm) -> None:
    form.show_run(replace(STEP, schedule=OneCycleLR.fitted(440, 0.2)), FIRST)
    for more in (form.schedule_form.values.more, form.optimizer_form.more):
        assert more is not None
        more.click()
    QApplication.processEvents()
    for control in form.findChildren(QWidget):
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisible():
            spoken = QAccessible.queryAccessibleInterface(control)
            assert spoken.text(QAccessible.Text.Name), control
            assert spoken.role() not in {QAccessible.Role.Client, QAccessible.Role.NoRole}, control
            assert control.height() >= 24, control


def test_tab_order_goes_from_top_to_bottom(form: RunForm, qtbot: QtBot) -> None:
    form.schedule.setFocus(Qt.FocusReason.TabFocusReason)
    tops: list[int] = []
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert isinstance(focused, QWidget)
        tops.append(focused.mapTo(form, QPoint(0, 0)).y())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert tops == sorted(tops)


@pytest.mark.parametrize("width", [248, 288, 400])
@pytest.mark.parametrize("points", [10.0, 20.0])
def test_nothing_sticks_out_at_any_width_and_font_size(qtbot: QtBot, width: int, points: float) -> None:
    metrics.enlarge(points / metrics.DEFAULT_POINTS)
    try:
        form = RunForm()
        qtbot.addWidget(form)
        long = replace(STEP, name="아주 긴 이름을 가진 실행 " * 5, schedule=OneCycleLR.fitted(10**9, 0.2))
        form.show_run(long, replace(FIRST, training=replace(FIRST.training, steps=10**9)))
        width = width if points == 10.0 else 400
        form.resize(width, form.sizeHint().height())
        form.show()
        assert form.width() == width
        for child in form.findChildren(QWidget):
            if child.isVisible():
                assert child.mapTo(form, QPoint(child.width(), 0)).x() <= width - 8, child
        assert form.title.toolTip() == long.name
    finally:
        metrics.enlarge(1)


def test_the_bound_of_the_gradient_is_set_taken_away_and_refused(form: RunForm, edits: Edits, qtbot: QtBot) -> None:
    row = form.clip
    assert isinstance(row, NumberRow)
    assert row.value is None

    def typed(text: str) -> None:
        row.entry.setFocus()
        row.entry.setText(text)
        QTest.keyClick(row.entry, Qt.Key.Key_Return)

    typed("2.5")
    assert edits[-1] == (replace(STEP, clip=2.5), "clip", False)
    form.show_run(replace(STEP, clip=2.5), FIRST)
    assert row.value == 2.5
    typed("0")
    assert row.error.isVisible()
    assert "clip must be greater than 0" in row.error.text()
    assert len(edits) == 1
    typed("never")
    assert edits[-1] == (STEP, "clip", False)


def test_each_section_s_book_asks_for_the_card_of_what_is_chosen_there(form: RunForm) -> None:
    form.show_run(STEP, FIRST)
    asked: list[object] = []
    form.card_wanted.connect(asked.append)
    for part in ("schedule", "optimizer", "loss"):
        form.cards[part].click()
    assert asked == [form.schedule, form.optimizer, form.loss]
    assert [form.part_of(box) for box in (form.schedule, form.optimizer, form.loss)] == [
        "schedule",
        "optimizer",
        "loss",
    ]


def test_schedules_are_found_by_library_and_by_what_is_said_of_them(form: RunForm) -> None:
    popup = opened(form)
    for words, found in (("hf warmup", "LinearScheduleWithWarmup"), ("hand", "Knots"), ("composed", "SequentialLR")):
        popup.search.setText(words)
        rows = [popup.model.index(row).data() for row in range(popup.model.rowCount())]
        assert found in rows
        assert "StepLR" not in rows
    popup.close()
