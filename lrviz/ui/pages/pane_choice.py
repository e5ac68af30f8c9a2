"""Which panes a person chose to see, kept for all problems that ask for the same, and the menu to choose them from."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QMenu, QWidget

from lrviz.ui.store import Store
from lrviz.ui.views import panes
from lrviz.ui.views.sight import Sight

FEW = 4


class ChosenPanes(QObject):
    """The panes chosen for problems like the store's."""

    changed = Signal()

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._insisted: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The panes by their keys, what is insisted on in place of the last; none until a person chose some."""
        kept = QSettings().value(self._kept_under())
        chosen = tuple(kept.split(",")) if isinstance(kept, str) and kept else ()
        shown = chosen or panes.first(self._store.experiment, FEW)
        missing = [key for key in self._insisted if key not in shown]
        if not missing:
            return chosen
        free = [key for key in shown if key not in self._insisted]
        given_up = free[max(0, len(free) - len(missing)) :]
        return (*(key for key in shown if key not in given_up), *missing)

    def choose(self, keys: tuple[str, ...]) -> None:
        """Show these panes from now on; none stands for those shown at first."""
        QSettings().setValue(self._kept_under(), ",".join(keys))
        self._insisted = ()
        self.changed.emit()

    def insist(self, titles: tuple[str, ...]) -> None:
        """Show the pane of one of these titles too, though it wasn't chosen, until it is let go; nothing is kept."""
        wanted = (choice.key for choice in panes.choices(self._store.experiment) if choice.title in titles)
        key = next(wanted, "")
        if key and key not in self._insisted:
            self._insisted = (*self._insisted, key)
            self.changed.emit()

    def let_go(self) -> None:
        """Show what was chosen again."""
        if self._insisted:
            self._insisted = ()
            self.changed.emit()

    def menu(self, sight: Sight, parent: QWidget) -> QMenu:
        """Give the menu of all panes, those in sight checked."""
        menu = QMenu(parent)
        experiment = self._store.experiment
        wanted = sight.panes or panes.first(experiment, 6 if sight.wide else 4)
        shown = {choice.key for choice in panes.shown(experiment, wanted)}
        for choice in panes.choices(experiment):
            action = menu.addAction(choice.title)
            action.setCheckable(True)
            action.setChecked(choice.key in shown)
            changed = tuple(sorted(shown ^ {choice.key}))
            action.setEnabled(bool(changed))  # the last one stays
            action.triggered.connect(lambda _=False, keys=changed: self.choose(keys))
        menu.addSeparator()
        menu.addAction(self.tr("As at first")).triggered.connect(lambda: self.choose(()))
        return menu

    def _kept_under(self) -> str:
        return f"panes/{self._store.experiment.problem.task}"
