"""The Landscape view with the real worker: raced, surveyed, looked at from all sides, taken away."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz import MLP, SGD, CosineAnnealingLR, Digits, Experiment, Quadratic, Run, StepLR, Walk
from lrviz.events import Chart, Job
from lrviz.survey import Survey
from lrviz.ui.controls.entry_field import EntryField
from lrviz.ui.figure import Turn
from lrviz.ui.numbers import short
from lrviz.ui.pages.ground_page import GroundPage
from lrviz.ui.panels.run_row import RunDelegate
from lrviz.ui.window import Window
from tests.ui.exported import exported
from tests.ui.opened import opened

RUNS = (Run("constant"), Run("step", StepLR(10)), Run("cosine", CosineAnnealingLR(22)))
PLAN = Experiment.of(*RUNS, problem=Digits(model=MLP(hidden=(4,))), steps=22, batch_size=64, validate_every=11)
BOWL = Experiment.of(
    Run("a", optimizer=SGD(lr=0.01)),
    Run("b", CosineAnnealingLR(40), SGD(lr=0.01, momentum=0.9)),
    problem=Walk(model=Quadratic(), noise=0.5),
    steps=40,
    batch_size=1,
    seeds=(0, 1, 2),
    validate_every=20,
)
COARSE = Survey(grid=9)


@pytest.fixture
def window(server: None, qtbot: QtBot) -> Window:
    made = opened(qtbot)
    qtbot.waitUntil(lambda: made.races.ready)
    made.store.look_over(COARSE)
    return made


def raced(window: Window, qtbot: QtBot, plan: Experiment) -> GroundPage:
    window.store.open(plan, None)
    window.store.look_over(COARSE)
    window.show_view("landscape")
    window.transport.play_or_pause()
    qtbot.waitUntil(lambda: window.races.state == "done")
    assert window.ground is not None
    return window.ground


def surveyed(page: GroundPage, qtbot: QtBot) -> None:
    def whole() -> bool:
        landscape = page.panorama.landscape
        return not page.surveys.active and landscape is not None and landscape.done == 1

    qtbot.waitUntil(whole)
    page.draw()


def test_before_a_race_it_says_what_to_do_and_after_it_there_is_the_landscape(window: Window, qtbot: QtBot) -> None:
    window.show_view("landscape")
    page = window.ground
    assert page is not None
    assert page.figure.terrain is None
    assert "Race the runs" in page.figure.subline
    assert not page.panel.isVisible()
    assert not window.dock.isVisible()
    page = raced(window, qtbot, PLAN)
    surveyed(page, qtbot)
    terrain = page.figure.terrain
    assert terrain is not None
    assert terrain.heights is not None
    assert terrain.heights.values.shape == (9, 9)
    assert [trek.name for trek in terrain.treks] == ["constant", "step", "cosine"]
    assert page.panel.isVisible()
    assert any(char.isdigit() for char in page.headline.text())
    rows = window.sidebar.list.itemDelegate()
    assert isinstance(rows, RunDelegate)
    assert rows.told == {trek.name: f"ends at {trek.end}" for trek in terrain.treks}
    window.show_view("schedule")
    assert not rows.told
    assert window.dock.isVisible()


def test_the_first_survey_already_has_the_shape_that_it_is_seen_in(window: Window, qtbot: QtBot) -> None:
    asked: list[Job] = []
    ask = window.races.ask

    def heard(slot: str, job: Job) -> int:
        asked.append(job)
        return ask(slot, job)

    window.races.ask = heard  # type: ignore[method-assign]
    assert window.ground is not None
    assert window.ground.trusted.isHidden()  # though nothing was drawn yet: a race may be done before
    page = raced(window, qtbot, PLAN)
    surveyed(page, qtbot)
    [job] = asked
    assert isinstance(job, Chart)
    assert job.survey.aspect == pytest.approx(page.canvas.room.width() / page.canvas.room.height(), abs=0.02)


def test_other_planes_measures_and_views_are_chosen_in_the_form(window: Window, qtbot: QtBot) -> None:
    page = raced(window, qtbot, PLAN)
    surveyed(page, qtbot)
    form = window.sidebar.ground
    assert form.isVisible()
    QTest.mouseClick(form.what.button("accuracy"), Qt.MouseButton.LeftButton)
    assert window.store.survey.what == "accuracy"
    qtbot.waitUntil(lambda: page.panorama.landscape is not None and page.panorama.landscape.what == "accuracy")
    surveyed(page, qtbot)
    heights = page.figure.terrain.heights if page.figure.terrain is not None else None
    assert heights is not None
    assert heights.high_is_good
    assert ((heights.values >= 0) & (heights.values <= 1)).all()
    form.method.chosen.emit("line")
    qtbot.waitUntil(lambda: page.panorama.landscape is not None and page.panorama.landscape.method == "line")
    surveyed(page, qtbot)
    qtbot.waitUntil(lambda: page.subline.text().startswith("Straight lines"))
    assert [plot.title for plot in page.figure.plots] == ["constant → step", "constant → cosine", "step → cosine"]
    assert not form.rows["span"].isVisible()


def test_a_random_plane_is_about_the_selected_run(window: Window, qtbot: QtBot) -> None:
    page = raced(window, qtbot, PLAN)
    window.store.select(0)
    window.store.look_over(Survey(method="random", grid=3))
    qtbot.waitUntil(lambda: page.panorama.landscape is not None and page.panorama.landscape.method == "random")
    surveyed(page, qtbot)
    assert page.panorama.trust is not None
    assert page.panorama.trust.origin == "constant"
    window.store.select(2)
    qtbot.waitUntil(lambda: page.panorama.trust is not None and page.panorama.trust.origin == "cosine")


def test_a_place_in_sight_is_surveyed_anew_and_the_whole_comes_back(window: Window, qtbot: QtBot) -> None:
    page = raced(window, qtbot, PLAN)
    surveyed(page, qtbot)
    before = page.figure.terrain
    assert before is not None
    page.canvas.zoom(2.0)
    qtbot.waitUntil(lambda: window.store.survey.area is not None)
    area = window.store.survey.area
    qtbot.waitUntil(lambda: page.panorama.landscape is not None and page.panorama.landscape.area == area)
    surveyed(page, qtbot)
    nearer = page.figure.terrain
    assert nearer is not None
    assert nearer.x.high - nearer.x.low == pytest.approx((before.x.high - before.x.low) / 2, rel=1e-3)
    assert nearer.heights is not None
    assert nearer.heights.x[-1] - nearer.heights.x[0] == pytest.approx(nearer.x.high - nearer.x.low, rel=1e-3)
    page.look_at_all()
    page.draw()
    again = page.figure.terrain
    assert again is not None
    assert (again.x.low, again.x.high) == pytest.approx((before.x.low, before.x.high))


def test_a_place_in_sight_fills_the_room_for_it_when_that_changes(window: Window, qtbot: QtBot) -> None:
    page = raced(window, qtbot, PLAN)
    surveyed(page, qtbot)
    page.canvas.zoom(2.0)
    qtbot.waitUntil(lambda: window.store.survey.area is not None)
    surveyed(page, qtbot)
    window.resize(1280, 600)

    def filled() -> bool:
        shown = page.figure.terrain
        if shown is None or shown.heights is None:
            return False
        x, y = shown.heights.x[[0, -1]], shown.heights.y[[0, -1]]
        return bool(np.allclose([*x, *y], [shown.x.low, shown.x.high, shown.y.low, shown.y.high], rtol=1e-3))

    assert not filled()
    qtbot.waitUntil(filled)


def test_another_session_shows_nothing_of_the_one_before(window: Window, qtbot: QtBot) -> None:
    page = raced(window, qtbot, PLAN)
    surveyed(page, qtbot)
    window.store.open(replace(PLAN, training=replace(PLAN.training, steps=44)), None)
    window.show_view("landscape")
    assert page.figure.terrain is None
    assert "Nobody has walked here yet" in page.figure.headline


def test_runs_may_go_while_their_landscape_is_in_sight(window: Window, qtbot: QtBot) -> None:
    page = raced(window, qtbot, PLAN)
    surveyed(page, qtbot)
    store = window.store
    store.edit("fewer", replace(store.experiment, runs=(store.experiment.runs[0], Run("new"))))
    shown = page.figure.terrain
    assert shown is not None
    assert [trek.name for trek in shown.treks] == ["constant"]
    store.edit("none in sight", replace(store.experiment, runs=(replace(store.experiment.runs[0], visible=False),)))
    assert page.figure.headline == "No run is visible."


def test_an_edited_run_is_stale_and_undo_brings_it_back(window: Window, qtbot: QtBot) -> None:
    page = raced(window, qtbot, PLAN)
    surveyed(page, qtbot)
    store = window.store
    store.edit_run(1, replace(store.experiment.runs[1], schedule=StepLR(5)), "step size")
    terrain = page.figure.terrain
    assert terrain is not None
    assert [trek.stale for trek in terrain.treks] == [False, True, False]
    assert "step changed since this race" in page.figure.subline
    store.history.undo()
    terrain = page.figure.terrain
    assert terrain is not None
    assert not any(trek.stale for trek in terrain.treks)


def test_another_session_has_none_of_the_races_of_the_last(window: Window, qtbot: QtBot) -> None:
    raced(window, qtbot, PLAN)
    window.store.open(replace(PLAN, training=replace(PLAN.training, steps=33)), None)
    assert not window.races.of(window.store.experiment)
    window.store.open(PLAN, None)
    assert not window.races.of(window.store.experiment)["step"].stale


def test_it_is_seen_in_space_measured_along_a_line_and_replayed(window: Window, qtbot: QtBot) -> None:
    page = raced(window, qtbot, PLAN)
    surveyed(page, qtbot)
    page.toggle_space()
    assert page.figure.terrain is not None
    assert page.figure.terrain.turned == Turn()
    page.toggle_ruler()
    page.draw()
    assert page.figure.terrain.turned is None
    canvas = page.canvas
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 200))
    QTest.mouseMove(canvas, QPoint(300, 300))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    assert [plot.key for plot in page.figure.plots] == ["profile"]
    assert np.isfinite(page.figure.plots[0].lines[0].low).any()
    page.toggle_ruler()
    assert not page.figure.plots
    window.store.set_cursor(0)
    page.replay.set_speed(4.0)
    page.toggle_replay()
    with qtbot.waitSignal(window.store.cursor_changed):
        pass
    window.show_view("schedule")
    assert not page.replay.active


def test_a_survey_that_is_stopped_keeps_what_it_has(window: Window, qtbot: QtBot) -> None:
    page = raced(window, qtbot, PLAN)
    window.store.look_over(replace(COARSE, grid=201))
    qtbot.waitUntil(lambda: page.panorama.landscape is not None and 0 < page.panorama.landscape.done < 1)
    assert page.halt.isVisible()
    page.halt.click()
    assert not page.surveys.active
    page.draw()
    assert page.figure.terrain is not None
    assert page.panorama.landscape is not None
    assert page.panorama.landscape.done < 1
    assert "Ctrl+Shift+R" in page.figure.terrain.note
    assert not page.halt.isVisible()
    page.again()
    page.draw()
    assert page.surveys.active


def test_a_surface_is_walked_at_once_and_its_start_is_dragged(window: Window, qtbot: QtBot) -> None:
    window.store.open(BOWL, None)
    window.show_view("landscape")
    page = window.ground
    assert page is not None
    terrain = page.figure.terrain
    assert terrain is not None
    assert terrain.heights is not None
    assert not terrain.treks
    page = raced(window, qtbot, BOWL)
    window.store.set_cursor(20)
    window.store.look_from(dataclasses.replace(window.store.outlook, arrows=True))
    terrain = page.figure.terrain
    assert terrain is not None
    assert [len(trek.x) for trek in terrain.treks] == [41, 41]
    assert [trek.cloud.shape for trek in terrain.treks if trek.cloud is not None] == [(2, 2), (2, 2)]
    assert {arrow.kind for arrow in terrain.arrows} == {"gradient", "momentum", "update"}
    assert not page.surveys.active
    start = page.canvas.point(terrain.start[:2] if terrain.start else (0, 0)).toPoint()
    QTest.mousePress(page.canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page.canvas, start + QPoint(30, 30))
    QTest.mouseMove(page.canvas, start + QPoint(60, 40))
    QTest.mouseRelease(page.canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 40))
    moved = window.store.experiment.problem.model
    assert isinstance(moved, Quadratic)
    assert moved.start != Quadratic().start
    assert window.store.history.count() == 1
    window.store.history.undo()
    assert window.store.experiment == BOWL


def test_the_start_is_moved_and_typed_by_keys_alone(window: Window, qtbot: QtBot) -> None:
    window.store.open(BOWL, None)
    window.show_view("landscape")
    page = window.ground
    assert page is not None
    page.draw()
    grip, before = page.start.grip, Quadratic().start
    with qtbot.waitActive(window):
        window.activateWindow()
    page.canvas.setFocus()
    for _ in range(8):  # past what stands over the map
        focused = QApplication.focusWidget()
        if focused is not None and focused is not grip:
            QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is grip
    assert grip.accessibleName() == f"Start: x {short(before[0])} · y {short(before[1])}"
    assert page.start.chip.isVisible()

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyPress(grip, key)
    QTest.keyRelease(grip, Qt.Key.Key_Down)
    moved = window.store.experiment.problem.model
    assert isinstance(moved, Quadratic)
    step = (moved.start[0] - before[0]) / 2
    assert step > 0
    assert moved.start == pytest.approx((before[0] + 2 * step, before[1] - step))
    assert window.store.history.count() == 1, "keys pressed in a row are one step"
    page.draw()
    assert grip.middle.x() == pytest.approx(page.canvas.point(moved.start).x(), abs=1)

    QTest.keyClick(grip, Qt.Key.Key_1)
    field = QApplication.focusWidget()
    assert isinstance(field, EntryField)
    QTest.keyClicks(field, "; x")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.start.chip.refusing
    field.selectAll()
    QTest.keyClicks(field, "1.5, -2")
    QTest.keyClick(field, Qt.Key.Key_Return)
    typed = window.store.experiment.problem.model
    assert isinstance(typed, Quadratic)
    assert typed.start == (1.5, -2.0)
    assert QApplication.focusWidget() is grip

    page.toggle_space()
    page.draw()
    assert not grip.isVisible(), "in space there is no plane to move it on"
    assert QApplication.focusWidget() is page.canvas


def test_on_a_surface_runs_walk_anew_after_each_change(window: Window, qtbot: QtBot) -> None:
    page = raced(window, qtbot, BOWL)
    store = window.store
    before = page.figure.terrain
    assert before is not None
    window.sidebar.ground.noise.edited.emit(0.0, False)
    assert store.experiment.problem == replace(BOWL.problem, noise=0.0)

    def fresh() -> bool:
        known = window.races.of(store.experiment).values()
        return not window.races.active and all(not found.stale and not found.running for found in known)

    assert not fresh()
    qtbot.waitUntil(fresh)
    after = page.figure.terrain
    assert after is not None
    assert not any(trek.stale for trek in after.treks)
    assert after.treks[0].x[-1] != before.treks[0].x[-1]
    window.sidebar.ground.noise.edited.emit(-1.0, False)
    assert store.experiment.problem == replace(BOWL.problem, noise=0.0)
    window.show_view("schedule")
    store.history.undo()
    assert not window.races.active


def test_a_landscape_is_taken_away_as_arrays_and_picture(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    page = raced(window, qtbot, PLAN)
    surveyed(page, qtbot)
    window.files.export_landscape(page.panorama.landscape, tmp_path / "l.npz")
    with np.load(tmp_path / "l.npz", allow_pickle=False) as arrays:
        assert arrays["values"].shape == (9, 9)
    assert "cosine" in exported(window, tmp_path / "l.svg", qtbot).read_text(encoding="utf-8")
    walk = page.walk()
    assert walk is not None
    shot = walk(10)
    assert shot.plane.terrain is not None
    assert shot.beside is not None
    said: list[str] = []
    window.files.said.connect(lambda _kind, title, _text: said.append(title))
    window.files.export_film(None)
    assert said == ["No landscape yet"]
