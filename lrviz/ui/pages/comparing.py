"""How runs are compared in a view: all together or each in a pane of its own, and as they are or as differences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from lrviz.run import Run
from lrviz.ui import keymap
from lrviz.ui.figure import Figure
from lrviz.ui.store import Store
from lrviz.ui.views import multiples

FIRST = {"schedule": "lr", "training": "val_loss"}
"""The plot that is split by run until another one is chosen."""


class Comparing(QObject):
    """What was chosen for one view; which plot was split last is remembered, not that one was."""

    changed = Signal()

    def __init__(self, view: str, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self._view, self._store = view, store
        self._key = ""
        self._known: tuple[tuple[str, str], ...] = ()
        self.differences = False
        store.opened.connect(self._forget)

    @property
    def splits(self) -> bool:
        """Whether each run is to have a pane of its own."""
        return bool(self._key)

    def know(self, figure: Figure) -> None:
        """Note which plots there are to split."""
        self._known = multiples.splits(figure)

    def split(self, figure: Figure, runs: Sequence[Run]) -> Figure:
        """Give a figure as it is chosen: with a pane for each run, or as it is."""
        return multiples.split(figure, self._key, runs) if self._key else figure

    def is_split(self, figure: Figure) -> bool:
        """Whether a figure has a pane for each run."""
        return bool(figure.plots) and figure.plots[0].colour is not None

    def choose(self, key: str) -> None:
        """Split the plot of this key by run; none where it is empty."""
        if key:
            QSettings().setValue(f"split/{self._view}", key)
        if key != self._key:
            self._key = key
            self.changed.emit()

    def toggle_split(self) -> None:
        """Split the plot that was split last, or put all together again."""
        kept = str(QSettings().value(f"split/{self._view}", FIRST.get(self._view, "")))
        known = dict(self._known)
        self.choose("" if self._key else kept if kept in known else next(iter(known), ""))

    def toggle_differences(self) -> None:
        """Show differences to the baseline, or values."""
        self.differences = not self.differences
        self.changed.emit()

    def menu(self, parent: QWidget) -> QMenu:
        """Give the menu of how runs are compared."""
        menu = QMenu(parent)
        group = QActionGroup(menu)
        each = self.tr("A pane for each run: {0}")
        split = [(key, each.format(title)) for key, title in self._known]
        for at, (key, title) in enumerate((("", self.tr("All runs together")), *split)):
            action = menu.addAction(title + (_key("split") if at == 0 else ""))
            action.setCheckable(True)
            action.setChecked(key == self._key)
            action.triggered.connect(lambda _=False, key=key: self.choose(key))
            group.addAction(action)
        menu.addSeparator()
        baseline = self._store.baseline
        words = self.tr("Differences to {0}").format(baseline) if baseline else self.tr("Differences: pin a run first")
        action = menu.addAction(words + _key("differences"))
        action.setCheckable(True)
        action.setChecked(self.differences and bool(baseline))
        action.setEnabled(bool(baseline))
        action.triggered.connect(self.toggle_differences)
        return menu

    def _forget(self) -> None:
        self._key, self.differences = "", False


def _key(action: str) -> str:
    """Give the key of an action as it stands in a menu."""
    return f"\t{keymap.shown(action)}" if keymap.shown(action) else ""
