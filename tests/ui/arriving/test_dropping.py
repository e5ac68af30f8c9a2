"""What is dragged over the window: said while it is dragged, and taken on every part of it when it is dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from lrviz.catalog.schedules.knots import Knots
from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau
from lrviz.catalog.signals.drawn import Drawn
from lrviz.experiment import Experiment
from lrviz.export.tables import csv_of_curves
from lrviz.run import Run
from lrviz.session import save
from lrviz.ui.arriving import drops
from lrviz.ui.controls.entry_field import EntryField
from lrviz.ui.panels.data_dialog import DataDialog
from lrviz.ui.panels.table_dialog import TableDialog
from lrviz.ui.window import Window

CODE = "opt = torch.optim.AdamW(model.parameters(), lr=3e-4)\n"
LOG = "step,loss,lr\n" + "".join(f"{step},{2 - step / 100},{0.1 - step / 1000}\n" for step in range(80))
COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="module")
def plan() -> Experiment:
    return Experiment.of(Run("step"), Run("plateau", schedule=ReduceLROnPlateau()), steps=80)


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def words(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def enter(over: QWidget, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NONE)
    QApplication.sendEvent(over, event)
    return event.isAccepted()


def may_drop(over: QWidget, data: QMimeData) -> bool:
    event = QDragMoveEvent(QPoint(5, 5), COPY, data, LEFT, NONE)
    QApplication.sendEvent(over, event)
    return event.isAccepted()


def drop(window: Window, data: QMimeData, qtbot: QtBot) -> None:
    enter(window, data)
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), COPY, data, LEFT, NONE))
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not window.aside.busy)


def asked(window: Window, name: str, text: str, tmp_path: Path, qtbot: QtBot) -> TableDialog:
    (tmp_path / name).write_text(text, encoding="utf-8")
    drop(window, files(tmp_path / name), qtbot)
    return next(one for one in window.findChildren(TableDialog) if one.isVisible())


def test_it_is_said_what_dropping_does_until_it_leaves(window: Window, tmp_path: Path) -> None:
    overlay = window.dropping.overlay
    paths = [tmp_path / name for name in ("a.py", "study.lrviz", "other.lrviz", "log.csv", "photo.png")]
    assert enter(window, files(*paths))
    assert overlay.isVisible()
    assert overlay.lines == (
        "Open study.lrviz",
        "Ask what log.csv is: a log, a curve or data",
        "Add a.py as a run; it is read, never run",
        "other.lrviz is left aside: one at a time is opened",
        "photo.png can’t be used",
    )
    assert may_drop(window, files(*paths))
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not overlay.isVisible()


def test_a_question_is_asked_once_the_drop_is_over(
    window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program that a file is dragged from stands still until the event returns."""
    save(Experiment.of("SGD(model.parameters(), lr=0.4)", steps=50), tmp_path / "study.lrviz")
    window.sidebar.duplicate_run()
    asked: list[str] = []

    def discard(_parent: QWidget, title: str, *_: object) -> QMessageBox.StandardButton:
        asked.append(title)
        return QMessageBox.StandardButton.Discard

    monkeypatch.setattr(QMessageBox, "question", discard)
    data = files(tmp_path / "study.lrviz")
    enter(window, data)
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), COPY, data, LEFT, NONE))
    assert not asked
    qtbot.waitUntil(lambda: window.store.path == tmp_path / "study.lrviz")
    assert asked == ["Save changes?"]


def test_what_cannot_be_used_is_refused_in_words(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    for data in (files(tmp_path / "photo.png"), files(tmp_path)):
        assert enter(window, data)
        assert "can’t be used" in window.dropping.overlay.lines[0]
        assert ".lrviz" in window.dropping.overlay.lines[-1]
        assert not may_drop(window, data)
    before = window.store.experiment
    drop(window, files(tmp_path / "photo.png"), qtbot)
    assert window.store.experiment == before
    assert window.notices.shown[-1].title.text() == "photo.png can’t be used"


def test_files_go_to_the_window_over_fields_and_code_and_texts_to_them(window: Window, tmp_path: Path) -> None:
    field = next(one for one in window.sidebar.form.findChildren(EntryField) if one.isVisible())
    data = files(tmp_path / "a.py")
    data.setText(str(tmp_path / "a.py"))  # as file managers do
    for over in (field, window.dock.code.text.viewport(), window.sidebar.list.viewport()):
        window.dropping.overlay.hide()
        assert enter(over, data)
        assert window.dropping.overlay.isVisible()
    window.dropping.overlay.hide()
    assert enter(window.dock.code.text.viewport(), words(CODE))
    assert not window.dropping.overlay.isVisible()


def test_files_and_texts_are_taken_on_the_page_of_lessons_too(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "a.py").write_text(CODE, encoding="utf-8")
    save(Experiment.of("SGD(model.parameters(), lr=0.4)", steps=50), tmp_path / "study.lrviz")
    window.classroom.go_home()
    assert enter(window.classroom.home.starts.paste, files(tmp_path / "a.py"))
    drop(window, files(tmp_path / "a.py", tmp_path / "study.lrviz"), qtbot)
    assert not window.classroom.at_home
    assert window.store.path == tmp_path / "study.lrviz"
    assert [run.optimizer.rate for run in window.store.experiment.runs] == [0.4, 3e-4]
    window.classroom.go_home()
    drop(window, words(CODE.replace("3e-4", "1e-4")), qtbot)
    assert len(window.store.experiment.runs) == 3


def test_a_curve_that_was_exported_comes_back_as_runs(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = asked(window, "curves.csv", csv_of_curves(Experiment.first_open()), tmp_path, qtbot)
    qtbot.mouseClick(dialog.options["curve"], Qt.MouseButton.LeftButton)
    runs = window.store.experiment.runs[2:]
    assert [run.name for run in runs] == ["constant", "step 2", "cosine"]
    assert all(isinstance(run.schedule, Knots) for run in runs)
    curve = window.store.experiment.curve(4, [0, 79]).lr
    assert curve == pytest.approx(Experiment.first_open().curve(2, [0, 79]).lr, rel=5e-3)
    notice = window.notices.shown[-1]
    assert notice.title.text() == "curves.csv ends at step 439"
    qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)
    assert window.store.experiment.training.steps == 440


def test_a_log_tells_its_loss_to_schedulers_that_listen(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = asked(window, "log.csv", LOG, tmp_path, qtbot)
    qtbot.mouseClick(dialog.options["metric"], Qt.MouseButton.LeftButton)
    metric = window.store.experiment.metric
    assert isinstance(metric, Drawn)
    assert (metric.values[0], metric.values[-1]) == (2, 1.21)
    window.store.undo()
    assert not isinstance(window.store.experiment.metric, Drawn)


def test_a_log_is_given_to_the_worker_to_fit_a_law_to(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = asked(window, "log.csv", LOG, tmp_path, qtbot)
    qtbot.mouseClick(dialog.options["fit"], Qt.MouseButton.LeftButton)
    fits = window.page.forecast_bar.fits  # type: ignore[union-attr]
    assert fits.active
    fits.stop()


def test_what_a_table_cannot_be_is_dim_and_says_why(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = asked(window, "data.csv", "height,name\n1,a\n2,b\n", tmp_path, qtbot)
    assert [kind for kind, option in dialog.options.items() if option.isEnabled()] == ["metric", "data"]
    assert dialog.options["curve"].accessibleDescription() == "No column is called lr or learning_rate."
    qtbot.mouseClick(dialog.options["data"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(QApplication.instance().findChildren(DataDialog)) or _looks(window))  # type: ignore[union-attr]


def _looks(window: Window) -> bool:
    return bool(window.findChildren(DataDialog))


def test_a_table_that_is_none_is_said(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "empty.csv").write_text("step,lr\n", encoding="utf-8")
    drop(window, files(tmp_path / "empty.csv"), qtbot)
    assert window.notices.shown[-1].title.text() == "empty.csv can’t be used"


def test_what_is_neither_files_nor_text_is_left_alone(window: Window) -> None:
    data = QMimeData()
    data.setData("application/x-lrviz-run", b"1")
    assert not enter(window, data)
    assert not window.dropping.overlay.isVisible()


def test_many_files_are_named_by_the_first(tmp_path: Path) -> None:
    paths = drops.by_kind([tmp_path / f"{number}.py" for number in range(5)])
    assert drops.promised(drops.Dropped(paths)) == ("Add 0.py and 4 more as a run; it is read, never run",)


def test_a_path_that_cannot_be_looked_at_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / f"{300 * 'x'}.py"
    assert drops.by_kind([path]) == {"code": (path,)}
