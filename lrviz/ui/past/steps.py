"""Steps: what undoing and redoing would do next, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lrviz.ui.past.changes import told
from lrviz.ui.past.history import Step
from lrviz.ui.store import Session, Store


def back(store: Store) -> str:
    """Name what undoing takes back: a step, or that another session was opened; empty where there is nothing."""
    past = store.history.past
    if past.at:
        return words(past.steps[past.at - 1])
    return _opened(called(store.session)) if store.before is not None else ""


def forth(store: Store) -> str:
    """Name what redoing does again; empty where there is nothing."""
    past = store.history.past
    if past.at < len(past.steps):
        return words(past.steps[past.at])
    return _opened(called(store.after)) if store.after is not None else ""


def words(step: Step) -> str:
    """Name a step: "cosine: T_max 440 → 500"."""
    said, run = told(step)
    return f"{run}: {said}" if run else said


def called(session: Session) -> str:
    """Give what a session is called."""
    if session.path is not None:
        return session.path.name
    return session.name or QCoreApplication.translate("TopBar", "First open")


def _opened(name: str) -> str:
    return QCoreApplication.translate("Steps", "open {0}").format(name)
