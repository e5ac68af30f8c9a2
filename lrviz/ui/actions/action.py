"""What can be done: its words, its keys and the act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lrviz.ui.speech.spoken import Words, translate


def tr(text: str) -> Words:
    """Give an action's words in the language in force; they remember their `source`, and are found by both."""
    return translate("Actions", text)


def _nothing() -> str:
    return ""


@dataclass(frozen=True)
class Action:
    """What can be done: its words, the keys it has of its own (`keymap` says which are in force) and the act.

    `bare` keys move things in most controls too; they act only where the control with focus leaves them alone.
    """

    key: str
    text: str
    keys: tuple[str, ...]
    act: Callable[[], object]
    bare: bool = False
    anywhere: bool = False
    """Whether it can be done on the page of lessons too, where what it acts on isn't in sight."""
    parted: bool = False
    """Whether a line parts it from the action before it in a menu."""
    why: Callable[[], str] = _nothing
    """Says why it can't be done now; nothing where it can."""
