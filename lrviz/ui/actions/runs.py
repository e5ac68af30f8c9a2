"""Runs: more of them, fewer, in another order, seen or not."""

from __future__ import annotations

from lrviz.ui.actions.action import Action, tr
from lrviz.ui.eyes import shift
from lrviz.ui.window import Window


def runs(window: Window) -> tuple[Action, ...]:
    """Give what can be done with the selected run."""
    store, sidebar = window.store, window.sidebar
    return (
        Action("add", tr("Add run"), ("Ctrl+Shift+N",), sidebar.add_run),
        Action("duplicate", tr("Duplicate run"), ("Ctrl+D",), sidebar.duplicate_run),
        Action("branch", tr("Branch here"), ("Ctrl+Alt+B",), sidebar.branch_run),
        Action("rename", tr("Rename run"), ("F2",), sidebar.rename_run),
        Action("delete", tr("Delete run"), ("Del",), sidebar.delete_run),
        Action("eye", tr("Show or hide run"), ("V",), sidebar.toggle_run),
        Action("solo", tr("Show only this run"), ("S",), sidebar.solo_run),
        Action("up", tr("Move run up"), ("Alt+Up",), lambda: shift(store, -1)),
        Action("down", tr("Move run down"), ("Alt+Down",), lambda: shift(store, 1)),
    )
