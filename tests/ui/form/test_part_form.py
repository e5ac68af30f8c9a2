"""A part of a composed schedule is put elsewhere, made another and changed in its own form."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.knots import Knots
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.run import Run
from lrviz.ui.controls.number_row import NumberRow
from lrviz.ui.panels.sidebar import Sidebar
from tests.ui.form.composed import (
    COSINE,
    DECAY,
    HOLD,
    LEFT,
    WARMUP,
    WHD,
    choose,
    composer,
    heads,
    put,
    schedule,
    typed,
    undone,
)


def test_a_scheduler_that_listens_is_offered_nothing_and_is_no_part(sidebar: Sidebar) -> None:
    put(sidebar, ReduceLROnPlateau())
    assert not sidebar.form.compose.isVisible()
    put(sidebar, WHD)
    part = composer(sidebar).parts[0]
    part.unfold()
    refused = {choice.name for choice in part.offered() if choice.unfit}
    assert refused == {"PlateauLRScheduler", "ReduceLROnPlateau", "Resumed"}
    choose(part, "ReduceLROnPlateau")
    assert schedule(sidebar) == WHD


def test_its_form_is_made_ahead_and_not_seen_before_it_is_unfolded(composed: Sidebar) -> None:
    part = composer(composed).parts[1]
    QApplication.processEvents()
    made = part.body
    assert made is not None
    assert made.isHidden()
    QTest.mouseClick(part.head, LEFT)
    assert part.body is made
    assert made.isVisible()
    QTest.mouseClick(part.head, LEFT)
    assert made.isHidden()


def test_a_milestone_is_typed_dragged_and_refused(composed: Sidebar) -> None:
    part = composer(composed).parts[1]
    QTest.mouseClick(part.head, LEFT)
    assert part.body is not None
    row = part.body.milestone
    assert row.slider.scale.high == 440
    typed(row, "100")
    assert schedule(composed).milestones == (100, 242)
    assert schedule(composed).schedulers[0].total_iters == 100
    before = schedule(composed)
    typed(row, "1.5")
    assert "milestone must be a whole number" in row.error.text()
    assert "Still drawn with 100." in row.error.text()
    typed(row, "1e16")
    assert "at most" in row.error.text()
    assert schedule(composed) == before
    typed(row, "44")
    assert not row.error.isVisible()
    assert schedule(composed) == WHD


def test_a_milestone_dragged_to_zero_and_back_leaves_nothing_behind(composed: Sidebar) -> None:
    drawn = SequentialLR((Knots((0, 10, 44), (0.0, 1.0, 0.5)), HOLD, DECAY), (44, 242))
    put(composed, drawn)
    part = composer(composed).parts[1]
    QTest.mouseClick(part.head, LEFT)
    assert part.body is not None
    slider = part.body.milestone.slider
    count = composed._store.history.count()
    for step in (20, 0, 300, 61):
        part.milestone_edited.emit(step, True)
    assert schedule(composed).schedulers[0].steps == (0, 14, 61)
    part.milestone_edited.emit(44, False)
    assert schedule(composed) == drawn
    assert composed._store.history.count() == count, "a drag back to where it began is no step"
    QTest.mousePress(slider, LEFT, pos=QPoint(30, 12))
    QTest.mouseMove(slider, QPoint(90, 12))
    QTest.mouseRelease(slider, LEFT, pos=QPoint(90, 12))
    assert composed._store.history.count() == count + 1
    undone(composed, drawn)


def test_a_part_is_another_schedule_by_typing_its_name(composed: Sidebar) -> None:
    previews: list[Run | None] = []
    composed.previewed.connect(previews.append)
    part = composer(composed).parts[2]
    QTest.mouseClick(part.head, LEFT)
    choose(part, "PolynomialLR")
    assert any(run is not None and run.schedule != WHD for run in previews)
    assert previews[-1] is None
    assert schedule(composed).schedulers[2].total_iters == 198, "fitted to its room"
    assert part.head.isChecked()
    undone(composed, WHD)


def test_a_part_s_own_values_are_edited_in_one_step_a_drag(composed: Sidebar) -> None:
    part = composer(composed).parts[0]
    QTest.mouseClick(part.head, LEFT)
    assert part.body is not None
    row = part.body.schedule.values.rows["start_factor"]
    assert isinstance(row, NumberRow)
    count = composed._store.history.count()
    QTest.mousePress(row.slider, LEFT, pos=QPoint(30, 12))
    QTest.mouseMove(row.slider, QPoint(60, 12))
    QTest.mouseMove(row.slider, QPoint(90, 12))
    QTest.mouseRelease(row.slider, LEFT, pos=QPoint(90, 12))
    assert composed._store.history.count() == count + 1
    assert schedule(composed).schedulers[0].start_factor > 0.1
    undone(composed, WHD)


def test_composites_nest_to_any_depth(composed: Sidebar) -> None:
    form = composer(composed).parts[0]
    for _ in range(4):
        form.unfold()
        choose(form, "SequentialLR")
        assert form.body is not None
        inner = form.body.schedule.composer
        assert inner is not None
        form = inner.parts[0]
    at = schedule(composed)
    for _ in range(4):
        at = at.schedulers[0]
        assert isinstance(at, SequentialLR)
    assert type(at.schedulers[0]) is LinearLR
    form.unfold()
    assert form.body is not None
    row = form.body.schedule.values.rows["end_factor"]
    assert isinstance(row, NumberRow)
    typed(row, "0.5")
    assert schedule(composed).schedulers[0].schedulers[0].schedulers[0].schedulers[0].schedulers[0].end_factor == 0.5
    inside = form.mapTo(composed, QPoint(form.width(), 0)).x()
    assert inside <= composed.width()


def test_a_plain_part_chosen_to_be_a_chain_is_its_first_part(composed: Sidebar) -> None:
    part = composer(composed).parts[0]
    part.unfold()
    choose(part, "ChainedScheduler")
    chain = schedule(composed).schedulers[0]
    assert chain == ChainedScheduler((WARMUP, ExponentialLR.fitted(44, COSINE.optimizer.rate)))


def test_counted_in_epochs_the_rows_say_so(sidebar: Sidebar) -> None:
    put(sidebar, SequentialLR((LinearLR(total_iters=2), CosineAnnealingLR(8)), (2,)))
    QTest.mouseClick(sidebar.form.stepped.button("epoch"), LEFT)
    assert "epochs" in heads(sidebar)[0].accessibleName()
