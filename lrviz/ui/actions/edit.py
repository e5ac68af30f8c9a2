"""What changes the experiment as a whole: undo and redo, code that comes in, the problem and its plan."""

from __future__ import annotations

from lrviz.ui.actions.action import Action, tr
from lrviz.ui.past import steps
from lrviz.ui.window import Window


def edit(window: Window) -> tuple[Action, ...]:
    """Give what changes the experiment as a whole."""
    store = window.store

    def nothing_undone() -> str:
        return "" if steps.back(store) else tr("Nothing was changed yet")

    def nothing_redone() -> str:
        return "" if steps.forth(store) else tr("Nothing was undone")

    return (
        Action("undo", tr("Undo"), ("Ctrl+Z",), store.undo, why=nothing_undone),
        Action("redo", tr("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), store.redo, why=nothing_redone),
        Action("history", tr("History…"), ("Ctrl+Alt+Z",), window.hindsight.open),
        Action("paste", tr("Paste code"), ("Ctrl+V",), window.incoming.paste, anywhere=True, parted=True),
        Action("problem", tr("Problem and plan…"), ("Ctrl+P",), window.edit_problem, parted=True),
    )
