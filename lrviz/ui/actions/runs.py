"""Runs: more of them, fewer, in another order, seen or not."""

from __future__ import annotations

from lrviz.ui.actions.action import Action, tr
from lrviz.ui.eyes import shift
from lrviz.ui.window import Window


def runs(window: Window) -> tuple[Action, ...]:
    """Give what can be done with the selected run."""
    store, sidebar = window.store, window.sidebar

    def none() -> str:
        return "" if store.run is not None else tr("There is no run")

    def one_step() -> str:
        return none() or ("" if sidebar.branches else tr("A plan of one step has no place to branch at"))

    return (
        Action("add", tr("Add run"), ("Ctrl+Shift+N",), sidebar.add_run),
        Action("duplicate", tr("Duplicate run"), ("Ctrl+D",), sidebar.duplicate_run, why=none),
        Action("branch", tr("Branch here"), ("Ctrl+Alt+B",), sidebar.branch_run, why=one_step),
        Action("rename", tr("Rename run"), ("F2",), sidebar.rename_run, why=none),
        Action("delete", tr("Delete run"), ("Del",), sidebar.delete_run, why=none),
        Action("eye", tr("Show or hide run"), ("V",), sidebar.toggle_run, why=none),
        Action("solo", tr("Show only this run"), ("S",), sidebar.solo_run, why=none),
        Action("baseline", tr("Compare with this run"), ("B",), sidebar.pin_run, why=none),
        Action("up", tr("Move run up"), ("Alt+Up",), lambda: shift(store, -1), why=none),
        Action("down", tr("Move run down"), ("Alt+Down",), lambda: shift(store, 1), why=none),
    )
