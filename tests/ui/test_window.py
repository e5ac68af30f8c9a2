"""The real window with the real worker, driven as a person would."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.session import load
from lrviz.ui.pages.page import Page
from lrviz.ui.window import Window
from tests.ui.exported import exported
from tests.ui.opened import opened

QUICK = Experiment.of(
    Run("constant", None, SGD(lr=0.2, momentum=0.9)), Run("step", StepLR(30), SGD(lr=0.2, momentum=0.9)), steps=66
)
LONG = replace(QUICK, training=replace(QUICK.training, steps=4000))


@pytest.fixture
def window(server: None, qtbot: QtBot) -> Window:
    return opened(qtbot)


@pytest.fixture
def ready(window: Window, qtbot: QtBot) -> Window:
    qtbot.waitUntil(lambda: window.races.ready)
    return window


def raced(window: Window, experiment: Experiment, qtbot: QtBot) -> None:
    window.store.open(experiment, None)
    window.race()
    qtbot.waitUntil(lambda: window.races.state == "done")


def lines(window: Window) -> list[str]:
    assert window.page is not None
    return [line.name for line in window.page.figure.plots[0].lines]


def test_a_first_launch_shows_three_schedules_side_by_side(window: Window) -> None:
    assert lines(window) == ["constant", "step", "cosine"]
    assert window.page is not None
    assert window.page.headline.text() == window.page.figure.headline
    assert "StepLR" in window.dock.code.text.toPlainText()
    assert not window.store.modified


def test_the_session_menu_and_the_export_menu_open(window: Window) -> None:
    from lrviz.ui.actions import export_menu, install, session_menu

    made = install(window)
    assert {action.text() for action in session_menu(window, made).actions()} >= {"Open…", "Save", "Theme", "Quit"}
    assert any("picture" in action.text() for action in export_menu(window, made).actions())


def test_typing_a_step_size_moves_the_curve_and_undo_moves_it_back(window: Window, qtbot: QtBot) -> None:
    from lrviz.ui.controls.number_field import NumberField

    field = next(f for f in window.sidebar.form.findChildren(NumberField) if f.accessibleName().startswith("step_size"))
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "110")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.store.experiment.runs[1].schedule == StepLR(110)
    assert window.page is not None
    step = window.page.figure.plots[0].lines[1]
    assert step.low[step.x == 110].tolist() == pytest.approx([0.2, 0.02])
    qtbot.mouseClick(window.top.undo, Qt.MouseButton.LeftButton)
    assert window.store.experiment == Experiment.first_open()
    assert field.text().startswith("220")


def test_a_refused_number_leaves_the_curve_and_says_why(window: Window, qtbot: QtBot) -> None:
    from lrviz.ui.controls.number_field import NumberField

    field = next(f for f in window.sidebar.form.findChildren(NumberField) if f.accessibleName().startswith("step_size"))
    field.selectAll()
    qtbot.keyClicks(field, "0")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.store.experiment == Experiment.first_open()
    assert not window.store.history.canUndo()


def test_dragging_a_slider_is_one_undo_step(window: Window, qtbot: QtBot) -> None:
    from lrviz.ui.controls.slider import Slider

    slider = next(one for one in window.sidebar.form.findChildren(Slider) if one.isVisible())
    middle = slider.height() // 2
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, middle))
    for x in range(slider.width() // 2, slider.width() // 4, -5):
        qtbot.mouseMove(slider, QPoint(x, middle))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 4, middle))
    assert window.store.experiment != Experiment.first_open()
    assert window.store.history.count() == 1
    window.store.history.undo()
    assert window.store.experiment == Experiment.first_open()


def test_runs_are_added_duplicated_renamed_hidden_and_deleted(window: Window, qtbot: QtBot) -> None:
    store, sidebar = window.store, window.sidebar
    sidebar.duplicate_run()
    assert [run.name for run in store.experiment.runs] == ["constant", "step", "step 2", "cosine"]
    assert store.experiment.runs[2].colour == 3
    assert store.selected == 2
    sidebar.rename_run()
    editor = QApplication.focusWidget()
    assert editor is not None
    editor.selectAll()  # type: ignore[attr-defined]  # the delegate's QLineEdit
    qtbot.keyClicks(editor, "cliff")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: store.experiment.runs[2].name == "cliff")  # Qt takes an editor's Return a turn later
    sidebar.toggle_run()
    assert "cliff" not in lines(window)
    sidebar.solo_run()
    assert lines(window) == ["cliff"]
    sidebar.delete_run()
    assert [run.name for run in store.experiment.runs] == ["constant", "step", "cosine"]
    sidebar.add_run()
    assert store.experiment.runs[-1].name == "constant 2"
    while store.history.canUndo():
        store.history.undo()
    assert store.experiment == Experiment.first_open()


def test_a_name_that_is_taken_is_refused_in_words(window: Window) -> None:
    model = window.sidebar.list.runs
    assert not model.setData(model.index(1), "cosine")
    assert window.store.experiment == Experiment.first_open()
    (notice,) = window.notices.shown
    assert "cosine" in notice.title.text()


def test_the_last_run_can_be_deleted_and_the_window_says_what_to_do(window: Window) -> None:
    for _ in range(3):
        window.sidebar.delete_run()
    assert window.page is not None
    assert window.page.figure.headline == "No run yet."
    window.sidebar.delete_run()
    window.sidebar.add_run()
    assert lines(window) == ["constant"]


def test_without_a_run_the_gradients_too_say_what_to_do(window: Window, qtbot: QtBot) -> None:
    window.store.edit("none", replace(window.store.experiment, runs=()))
    qtbot.waitUntil(lambda: "gradients" in window.pages)
    window.show_view("gradients")
    qtbot.waitUntil(lambda: window.pages["gradients"].figure.headline == "No run yet")


def test_where_no_run_is_seen_race_says_why_it_cant(window: Window, qtbot: QtBot) -> None:
    race, one = window.top.race, window.store.experiment.runs[0]
    window.store.edit("alone", replace(window.store.experiment, runs=(one,)))
    assert race.isEnabled()
    window.store.edit_run(0, replace(one, visible=False), "hide")
    assert not race.isEnabled()
    assert race.toolTip() == "No run to race: Show a run, or add one."
    window.store.undo()
    assert race.isEnabled()


def test_keys_move_the_cursor_and_change_the_axis(window: Window, qtbot: QtBot) -> None:
    window.store.set_cursor(100)
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Right)
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert window.store.cursor == 100 + 1 + 10 + 44
    qtbot.keyClick(window, Qt.Key.Key_Home)
    assert window.store.cursor == 0
    qtbot.keyClick(window, Qt.Key.Key_End)
    assert window.store.cursor == 439
    assert isinstance(window.page, Page)
    window.page.toggle_log()
    assert window.page.figure.plots[0].y.log


def test_a_race_is_watched_to_its_end(ready: Window, qtbot: QtBot) -> None:
    ready.store.open(QUICK, None)
    qtbot.mouseClick(ready.top.race, Qt.MouseButton.LeftButton)
    assert ready.view == "training"
    qtbot.waitUntil(lambda: ready.races.state == "done")
    assert ready.page is not None
    figure = ready.page.figure
    assert [plot.key for plot in figure.plots] == ["lr", "loss", "val_loss", "accuracy"]
    assert ready.store.cursor == 65
    raced = ready.races.of(ready.store.experiment)
    assert [(one.steps_done, bool(one.device)) for one in raced.values()] == [(66, True), (66, True)]
    assert ready.top.race.text() == "Race again"


def test_pause_one_update_resume_and_stop(ready: Window, qtbot: QtBot) -> None:
    ready.store.open(LONG, None)
    ready.race()
    qtbot.waitUntil(lambda: ready.races.recording is not None and ready.races.recording.step > 3)
    ready.race()
    assert ready.races.state == "paused"
    recording = ready.races.recording
    assert recording is not None
    with qtbot.waitSignal(ready.races.progressed):
        ready.transport.one_update()
    qtbot.waitUntil(lambda: recording.step > 0)
    before = recording.step
    ready.transport.one_update()
    qtbot.waitUntil(lambda: recording.step >= before + 1)
    ready.race()
    qtbot.waitUntil(lambda: ready.races.state == "running")
    qtbot.waitUntil(lambda: recording.step > before + 20)
    ready.races.steer("stop")
    qtbot.waitUntil(lambda: ready.races.state == "done")
    assert recording.step < 4000


def test_a_worker_killed_in_a_race_is_replaced_and_what_came_is_kept(ready: Window, qtbot: QtBot) -> None:
    ready.store.open(LONG, None)
    ready.race()
    qtbot.waitUntil(lambda: ready.races.recording is not None and ready.races.recording.step > 10)
    killed = ready.races.worker
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    qtbot.waitUntil(lambda: ready.races.state == "done")
    recording = ready.races.recording
    assert recording is not None
    assert recording.step > 10
    assert any("crash" in notice.title.text() for notice in ready.notices.shown)
    qtbot.waitUntil(lambda: ready.races.ready and ready.races.worker != killed)
    raced(ready, QUICK, qtbot)
    assert ready.races.recording is not None
    assert ready.races.recording.step == 66


def test_editing_deleting_and_undoing_a_run_does_not_disturb_its_race(ready: Window, qtbot: QtBot) -> None:
    ready.store.open(replace(QUICK, training=replace(QUICK.training, steps=400)), None)
    ready.race()
    recording = ready.races.recording
    assert recording is not None
    qtbot.waitUntil(lambda: recording.step > 5)
    ready.store.edit_run(1, replace(ready.store.experiment.runs[1], schedule=StepLR(7)), "step_size")
    stale = ready.races.of(ready.store.experiment)["step"].stale
    assert stale
    ready.store.select(1)
    ready.sidebar.delete_run()
    ready.store.history.undo()
    ready.store.history.undo()
    qtbot.waitUntil(lambda: ready.races.state == "done")
    result = ready.races.of(ready.store.experiment)["step"]
    assert not result.stale
    assert len(result.traces[0].losses) == 400


def test_a_diverging_run_is_marked_and_the_other_goes_on(ready: Window, qtbot: QtBot) -> None:
    hot = replace(QUICK, runs=(QUICK.runs[0], Run("hot", None, SGD(lr=1e9), colour=1)))
    raced(ready, hot, qtbot)
    assert ready.page is not None
    assert ready.page.figure.headline.startswith("hot diverged at step")
    crosses = {line.name: line.cross for line in ready.page.figure.plots[1].lines if line.style == "solid"}
    assert crosses["hot"].startswith("diverged at step")
    assert crosses["constant"] == ""


def test_renaming_keeps_a_result_and_an_edit_makes_it_stale(ready: Window, qtbot: QtBot) -> None:
    raced(ready, QUICK, qtbot)
    model = ready.sidebar.list.runs
    assert model.setData(model.index(1), "cliff")
    assert not ready.races.of(ready.store.experiment)["cliff"].stale
    ready.store.edit_run(1, replace(ready.store.experiment.runs[1], schedule=StepLR(7)), "step_size")
    assert ready.races.of(ready.store.experiment)["cliff"].stale
    ready.store.history.undo()
    assert not ready.races.of(ready.store.experiment)["cliff"].stale


def test_save_and_open_bring_the_same_experiment_back(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "study.lrviz"
    window.sidebar.duplicate_run()
    kept = window.store.experiment
    assert window.files.write(path)
    assert not window.store.modified
    window.store.open(Experiment.first_open(), None)
    window.files.read(path)
    assert window.store.experiment == kept
    assert window.store.path == path
    assert load(path) == kept


def test_pictures_tables_and_scripts_are_written_also_while_a_race_runs(
    ready: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    ready.store.open(LONG, None)
    ready.race()
    qtbot.waitUntil(lambda: ready.races.recording is not None and ready.races.recording.step > 50)
    assert ready.page is not None
    for suffix in ("png", "svg", "pdf"):
        assert exported(ready, tmp_path / f"training.{suffix}", qtbot).stat().st_size > 1000
    assert not QImage(str(tmp_path / "training.png")).isNull()
    ready.files.export_curves(tmp_path / "curves.csv")
    ready.files.export_metrics(tmp_path / "metrics.csv")
    ready.files.export_script(tmp_path / "train.py")
    assert "step" in (tmp_path / "curves.csv").read_text().splitlines()[0]
    assert "constant" in (tmp_path / "metrics.csv").read_text()
    (tmp_path / "metrics.csv").unlink()
    store = ready.store
    store.edit("seed", replace(store.experiment, training=replace(store.experiment.training, seeds=(7,))))
    ready.files.export_metrics(tmp_path / "metrics.csv")
    assert not (tmp_path / "metrics.csv").exists(), "what was raced is of another seed"
    compile((tmp_path / "train.py").read_text(), "train.py", "exec")
    assert ready.races.active


def test_a_failed_export_is_said_and_leaves_no_file(window: Window, tmp_path: Path) -> None:
    target = tmp_path / "no" / "folder" / "curves.csv"
    window.files.export_curves(target)
    (notice,) = window.notices.shown
    assert "wasn’t written" in notice.title.text()
    assert not target.exists()


def test_the_code_is_copied(window: Window) -> None:
    window.dock.code.copy()
    assert "torch.optim.lr_scheduler.StepLR" in QGuiApplication.clipboard().text()


def test_closing_in_a_race_asks_once_and_staying_keeps_the_race(
    ready: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready.store.open(LONG, None)
    ready.race()
    asked: list[str] = []

    def answer(box: QMessageBox) -> int:
        asked.append(box.text())
        keep = next(b for b in box.findChildren(QPushButton) if "Keep" in b.text())
        keep.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    assert not ready.close()
    assert asked == ["Stop the race and close?"]
    assert ready.races.active


def test_every_size_fits(window: Window) -> None:
    for width, height in ((760, 480), (1024, 600), (1280, 800), (1920, 1080)):
        window.resize(width, height)
        QApplication.processEvents()
        for part in (window.top, window.sidebar, window.stack, window.transport):
            assert part.isVisible()
            assert part.width() > 200
        assert window.top.race.geometry().right() <= window.width()
        views = window.top.views if window.top.views.isVisible() else window.top.one_view
        assert window.top.session.geometry().right() < views.geometry().left()
        assert views.geometry().right() < window.top.undo.geometry().left()
    assert window.top.views.isVisible()


def test_in_a_narrow_window_the_views_are_one_menu(window: Window) -> None:
    window.resize(760, 480)
    QApplication.processEvents()
    assert not window.top.views.isVisible()
    assert window.top.one_view.text() == "Schedule"
    landscape = next(action for action in window.top.view_menu().actions() if action.text() == "Landscape")
    landscape.trigger()
    assert window.view == "landscape"
    assert window.top.one_view.text() == "Landscape"


def test_every_control_has_a_name(window: Window) -> None:
    from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QLineEdit

    for kind in (QAbstractButton, QAbstractSlider, QLineEdit):
        for widget in window.findChildren(kind):
            if (
                widget.isVisible()
                and "qt_" not in widget.objectName()
                and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            ):
                assert widget.accessibleName() or getattr(widget, "text", lambda: "")(), widget
