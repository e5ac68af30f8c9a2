"""What can be done: its words, its keys and the act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


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


def tr(text: str) -> str:
    """Give an action's words in the language in force."""
    return QCoreApplication.translate("Actions", text)
