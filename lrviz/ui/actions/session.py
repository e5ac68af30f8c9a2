"""Sessions and lessons: new, open, save, undo, leave."""

from __future__ import annotations

from lrviz.ui.actions.action import Action, tr
from lrviz.ui.window import Window


def session(window: Window) -> tuple[Action, ...]:
    """Give what can be done with a session as a whole."""
    store, files = window.store, window.files
    return (
        Action("lessons", tr("Lessons"), ("Ctrl+0",), window.classroom.go_home_or_back, anywhere=True),
        Action("next_step", tr("Next step of the lesson"), ("Alt+Right", "PgDown"), window.classroom.next),
        Action("step_back", tr("Previous step of the lesson"), ("Alt+Left", "PgUp"), window.classroom.back),
        Action("leave_lesson", tr("Leave the lesson"), (), window.classroom.leave),
        Action("write_lesson", tr("Write a lesson from this session…"), (), window.classroom.write),
        Action("new", tr("New session"), ("Ctrl+N",), files.new, anywhere=True),
        Action("open", tr("Open…"), ("Ctrl+O",), files.open, anywhere=True),
        Action("save", tr("Save"), ("Ctrl+S",), files.save),
        Action("save_as", tr("Save as…"), ("Ctrl+Shift+S",), files.save_as),
        Action("paste", tr("Paste code"), ("Ctrl+V",), window.incoming.paste, anywhere=True),
        Action("presets", tr("Presets…"), ("Ctrl+Alt+N",), window.offer_presets, anywhere=True),
        Action("problem", tr("Problem and plan…"), ("Ctrl+P",), window.edit_problem),
        Action("undo", tr("Undo"), ("Ctrl+Z",), store.undo),
        Action("redo", tr("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), store.redo),
        Action("history", tr("History…"), ("Ctrl+Alt+Z",), window.hindsight.open),
        Action("quit", tr("Quit"), ("Ctrl+Q",), window.close, anywhere=True),
    )
