"""Every action of the window with its key: one list, so that no two share a key and all can be found."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from lrviz.ui import palette
from lrviz.ui.controls.entry_field import EntryField
from lrviz.ui.eyes import shift
from lrviz.ui.panels.code_editor import CodeEditor
from lrviz.ui.window import Window


@dataclass(frozen=True)
class Action:
    """What can be done: its words, its keys and the act.

    `bare` keys move things in most controls too; they act only where the control with focus leaves them alone.
    """

    key: str
    text: str
    keys: tuple[str, ...]
    act: Callable[[], object]
    bare: bool = False
    anywhere: bool = False
    """Whether it can be done on the page of lessons too, where what it acts on isn't in sight."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


def actions(window: Window) -> tuple[Action, ...]:
    """Give all actions of a window."""
    store, files, sidebar, transport = window.store, window.files, window.sidebar, window.transport

    def cursor(by: int) -> Callable[[], None]:
        return lambda: window.move_cursor(by, by / 100)

    def epochs(by: int) -> Callable[[], None]:
        return lambda: window.move_cursor(by * store.experiment.updates_per_epoch, by / 20)

    def page(act: str) -> Callable[[], object]:
        def do() -> None:
            known = getattr(window.page, act, None)
            if known is not None:  # not every view has everything
                known()

        return do

    return (
        Action("lessons", _tr("Lessons"), ("Ctrl+0",), window.classroom.go_home_or_back, anywhere=True),
        Action("next_step", _tr("Next step of the lesson"), ("Alt+Right", "PgDown"), window.classroom.next),
        Action("step_back", _tr("Previous step of the lesson"), ("Alt+Left", "PgUp"), window.classroom.back),
        Action("leave_lesson", _tr("Leave the lesson"), (), window.classroom.leave),
        Action("write_lesson", _tr("Write a lesson from this session…"), (), window.classroom.write),
        Action("new", _tr("New session"), ("Ctrl+N",), files.new, anywhere=True),
        Action("open", _tr("Open…"), ("Ctrl+O",), files.open, anywhere=True),
        Action("save", _tr("Save"), ("Ctrl+S",), files.save),
        Action("save_as", _tr("Save as…"), ("Ctrl+Shift+S",), files.save_as),
        Action("picture", _tr("Export picture…"), ("Ctrl+E",), lambda: _export_picture(window)),
        Action("curves", _tr("Export curves as CSV…"), (), files.export_curves),
        Action("forecasts", _tr("Export forecasts as CSV…"), (), lambda: _export_forecasts(window)),
        Action("metrics", _tr("Export metrics as CSV…"), (), files.export_metrics),
        Action("film", _tr("Export film of the walk…"), ("Ctrl+Alt+E",), lambda: _export_film(window)),
        Action("landscape_data", _tr("Export landscape as NPZ…"), (), lambda: _export_landscape(window)),
        Action("search_data", _tr("Export LR search as CSV…"), (), lambda: _export_search(window)),
        Action("script", _tr("Export training script…"), ("Ctrl+Shift+E",), files.export_script),
        Action("quit", _tr("Quit"), ("Ctrl+Q",), window.close, anywhere=True),
        Action("undo", _tr("Undo"), ("Ctrl+Z",), store.history.undo),
        Action("redo", _tr("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), store.history.redo),
        Action("schedule", _tr("Schedule view"), ("Ctrl+1",), lambda: window.show_view("schedule"), anywhere=True),
        Action("loss", _tr("Loss view"), ("Ctrl+2",), lambda: window.show_view("loss"), anywhere=True),
        Action("landscape", _tr("Landscape view"), ("Ctrl+3",), lambda: window.show_view("landscape"), anywhere=True),
        Action("training", _tr("Training view"), ("Ctrl+4",), lambda: window.show_view("training"), anywhere=True),
        Action("finder", _tr("LR finder"), ("Ctrl+5",), lambda: window.show_view("finder"), anywhere=True),
        Action("gradients", _tr("Gradients view"), ("Ctrl+6",), lambda: window.show_view("gradients"), anywhere=True),
        Action("race", _tr("Race"), ("Ctrl+R",), window.race),
        Action("play", _tr("Play or pause"), ("Space",), window.race, bare=True),
        Action("one", _tr("One update"), (".",), transport.one_update),
        Action("back", _tr("Cursor back"), ("Left",), cursor(-1), bare=True),
        Action("on", _tr("Cursor on"), ("Right",), cursor(1), bare=True),
        Action("back10", _tr("Cursor back by ten"), ("Shift+Left",), cursor(-10), bare=True),
        Action("on10", _tr("Cursor on by ten"), ("Shift+Right",), cursor(10), bare=True),
        Action("back_epoch", _tr("Cursor back by an epoch"), ("Ctrl+Left",), epochs(-1), bare=True),
        Action("on_epoch", _tr("Cursor on by an epoch"), ("Ctrl+Right",), epochs(1), bare=True),
        Action("home", _tr("Cursor to the start"), ("Home",), lambda: window.move_cursor(-math.inf, -1), bare=True),
        Action("end", _tr("Cursor to the end"), ("End",), lambda: window.move_cursor(math.inf, 1), bare=True),
        Action("add", _tr("Add run"), ("Ctrl+Shift+N",), sidebar.add_run),
        Action("paste", _tr("Paste code"), ("Ctrl+V",), window.incoming.paste, anywhere=True),
        Action("presets", _tr("Presets…"), ("Ctrl+Alt+N",), window.offer_presets, anywhere=True),
        Action("about", _tr("What the schedule does"), ("F1",), sidebar.explain),
        Action("duplicate", _tr("Duplicate run"), ("Ctrl+D",), sidebar.duplicate_run),
        Action("branch", _tr("Branch here"), ("Ctrl+Alt+B",), sidebar.branch_run),
        Action("rename", _tr("Rename run"), ("F2",), sidebar.rename_run),
        Action("delete", _tr("Delete run"), ("Del",), sidebar.delete_run),
        Action("eye", _tr("Show or hide run"), ("V",), sidebar.toggle_run),
        Action("solo", _tr("Show only this run"), ("S",), sidebar.solo_run),
        Action("up", _tr("Move run up"), ("Alt+Up",), lambda: shift(store, -1)),
        Action("down", _tr("Move run down"), ("Alt+Down",), lambda: shift(store, 1)),
        Action("log", _tr("Logarithmic axis"), ("L",), page("toggle_log")),
        Action("momentum", _tr("Momentum pane"), ("M",), page("toggle_momentum")),
        Action("forecast", _tr("Forecast pane"), ("F",), page("toggle_forecast")),
        Action("weights", _tr("Update weights pane"), ("W",), page("toggle_weights")),
        Action("improve", _tr("Improve the schedule by its forecast…"), ("I",), page("improve")),
        Action("pencil", _tr("Draw the metric by hand"), ("D",), page("toggle_pencil")),
        Action("space", _tr("See the landscape in 3-D or from above"), ("T",), page("toggle_space")),
        Action("ruler", _tr("Profile along a line"), ("P",), page("toggle_ruler")),
        Action("replay", _tr("Replay the walk"), ("R",), page("toggle_replay")),
        Action("again", _tr("Survey, search or take apart again"), ("F5",), page("again")),
        Action("place", _tr("Go to a step…"), ("Ctrl+G",), transport.type_place),
        Action("unit", _tr("Next unit"), ("U",), transport.next_unit),
        Action("all", _tr("Show the whole plan"), ("0",), page("look_at_all")),
        Action("sidebar", _tr("Show or hide the sidebar"), ("Ctrl+B",), lambda: _flip(window.sidebar)),
        Action("dock", _tr("Show or hide the dock"), ("Ctrl+J",), lambda: _flip(window.dock)),
        Action("copy", _tr("Copy code"), ("Ctrl+Alt+C",), window.dock.code.copy),
        Action("problem", _tr("Problem and plan…"), ("Ctrl+P",), window.edit_problem),
    )


def install(window: Window) -> dict[str, QAction]:
    """Give the window its actions, their keys and the menus that hold them."""
    made: dict[str, QAction] = {}
    for action in actions(window):
        qt = QAction(action.text, window)
        if not action.bare:
            qt.setShortcuts([QKeySequence(keys) for keys in action.keys])
        qt.triggered.connect(lambda _=False, act=action.act: _do(act))
        window.addAction(qt)
        made[action.key] = qt
        window.bare_keys.update({keys: action.act for keys in action.keys if action.bare})
        if not action.anywhere:
            window.classroom.at_home_changed.connect(qt.setDisabled)
    for key in ("next_step", "step_back", "leave_lesson"):
        made[key].setEnabled(False)
        window.classroom.playing_changed.connect(made[key].setEnabled)
    window.top.session_menu_wanted.connect(lambda at: session_menu(window, made).exec(at))
    window.top.export_menu_wanted.connect(lambda at: export_menu(window, made).exec(at))
    return made


def _do(act: Callable[[], object]) -> None:
    """Act, on what a person has typed by then."""
    typed = QApplication.focusWidget()
    if isinstance(typed, EntryField):
        typed.finish()
    elif isinstance(typed, CodeEditor):
        typed.left.emit()
    act()


def session_menu(window: Window, made: dict[str, QAction]) -> QMenu:
    """Give the menu of the session: files, lessons, theme."""
    menu = QMenu(window)
    menu.addActions([made["new"], made["open"], made["presets"]])
    menu.addActions([made["lessons"], made["leave_lesson"]])
    menu.addSeparator()
    menu.addActions([made["save"], made["save_as"], made["write_lesson"]])
    menu.addSeparator()
    menu.addActions([made["problem"], made["sidebar"], made["dock"]])
    menu.addMenu(_theme_menu(menu))
    menu.addSeparator()
    menu.addAction(made["quit"])
    return menu


def export_menu(window: Window, made: dict[str, QAction]) -> QMenu:
    """Give the menu of what can be taken away."""
    menu = QMenu(window)
    menu.addActions([made["picture"], made["film"]])
    menu.addSeparator()
    menu.addActions([made["curves"], made["forecasts"], made["metrics"]])
    menu.addActions([made["landscape_data"], made["search_data"]])
    menu.addSeparator()
    menu.addActions([made["script"], made["copy"]])
    return menu


def _theme_menu(parent: QMenu) -> QMenu:
    menu = QMenu(_tr("Theme"), parent)
    group = QActionGroup(menu)
    chosen = palette.choice()
    for key, text in (("system", _tr("As the system")), ("light", _tr("Light")), ("dark", _tr("Dark"))):
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(key == chosen)
        action.triggered.connect(lambda _=False, key=key: palette.choose(key))
        group.addAction(action)
    return menu


def _export_picture(window: Window) -> None:
    if window.page is not None:
        window.files.export_picture(window.page.figure, window.view)


def _export_forecasts(window: Window) -> None:
    foresight = getattr(window.pages.get("schedule"), "foresight", None)
    if foresight is not None:
        window.files.export_forecasts(foresight.law)


def _export_film(window: Window) -> None:
    window.files.export_film(window.ground.walk() if window.ground is not None else None)


def _export_landscape(window: Window) -> None:
    window.files.export_landscape(window.ground.panorama.landscape if window.ground is not None else None)


def _export_search(window: Window) -> None:
    searched = window.finder.searched if window.finder is not None else None
    window.files.export_search(searched.found if searched is not None else None)


def _flip(widget: QWidget) -> None:
    widget.setVisible(not widget.isVisible())
