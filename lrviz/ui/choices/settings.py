"""What a person has set, kept by the system: every key once, with its default and what it may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QSettings, Signal

T = TypeVar("T", str, int)


class _Changes(QObject):
    changed = Signal(str)
    """The setting of this key is another."""


changes = _Changes()


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One thing that can be set: its key, what it starts as, and what it may be."""

    key: str
    default: T
    choices: tuple[T, ...]

    @property
    def value(self) -> T:
        """What is set; the default where that is nothing known."""
        kept = QSettings().value(self.key)
        return next((choice for choice in self.choices if str(choice) == str(kept)), self.default)

    def keep(self, value: T) -> None:
        """Set it, and tell whoever shows it."""
        if value != self.value:
            QSettings().setValue(self.key, value)
            changes.changed.emit(self.key)


MOTION = Setting("motion", "system", ("system", "full", "reduced"))
"""Whether panels slide and curves morph: as the system, always, or never."""
CONTRAST = Setting("contrast", "system", ("system", "normal", "high"))
"""Stronger edges and grid, and no tints: as the system, never, or always."""
LINES = Setting("lines", "solid", ("solid", "dashed"))
"""Whether each run's line has dashes of its own beside its mark, for print and for who sees no colours."""
TEXT_SIZE = Setting("text size", 100, (75, 90, 100, 110, 125, 150, 175, 200))
"""Percent of the system's own font size."""
REOPEN = Setting("reopen", "last", ("last", "first-open", "lessons"))
"""What a launch without a file shows: the session of last time, the first-open one, or the page of lessons."""
DEVICE = Setting("device", "auto", ("auto", "cpu", "cuda", "mps"))
"""Where races run; the best there is where it is gone."""
THEME = Setting[str]("theme", "system", ("system", "light", "dark"))
"""The theme, and `lrviz.ui.palette` puts it in force."""
ALL: tuple[Setting[str] | Setting[int], ...] = (MOTION, CONTRAST, LINES, TEXT_SIZE, REOPEN, DEVICE)

SIDEBAR = Setting[str]("shown/sidebar", "yes", ("yes", "no"))
"""What follows is on no page: it is as a person left it."""
DOCK = Setting[str]("shown/dock", "yes", ("yes", "no"))
LOG = Setting[str]("shown/log", "no", ("yes", "no"))
MOMENTUM = Setting[str]("shown/momentum", "yes", ("yes", "no"))
WEIGHTS = Setting[str]("shown/weights", "no", ("yes", "no"))
UNIT = Setting[str]("unit", "step", ("step", "epoch", "samples", "tokens"))
