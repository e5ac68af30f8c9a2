"""What is said of a worker that died."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication

from lrviz.events import Died
from lrviz.ui.speech.saying import said

Notice = tuple[Literal["info", "error"], str, str]
"""Its kind, its title and its text."""


def ended(seconds: int, kept: int) -> Notice:
    """Say that a race was ended, which didn't stop within so many seconds, and that so many steps of it are kept."""
    words = _tr(
        "It didn’t stop within {0} second{0:|s}, so its process was replaced. {1:The|All} {1} "
        "step{1:|s} {1:is|are} kept."
    )
    return "info", _tr("The race was ended"), words.format(seconds, kept)


def crashed(died: Died, kept: int | None) -> Notice:
    """Say why training can't start, or started anew, and what is kept of a race; None where there was none."""
    told = said(died.message)
    if died.final:
        return "error", _tr("Training can’t start"), told
    rest = (
        _tr("No race was running.") if kept is None else _tr("{0:The|All} {0} step{0:|s} {0:is|are} kept.").format(kept)
    )
    why = f"{told[:1].upper()}{told[1:].rstrip('.')}."
    return "error", _tr("Training restarted after a crash"), f"{why} {rest}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Races", text)
