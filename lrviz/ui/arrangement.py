"""The arrangement: where the view, the sidebar and the dock stand in the window, and how much room each has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from lrviz.ui import listed, metrics
from lrviz.ui.choices import sizes
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.split import Split

if TYPE_CHECKING:
    from lrviz.ui.window import Window

WHOLE = ("landscape", "finder", "overview")
"""Views that have panels of their own in the dock's place."""
DOCK_HEIGHTS = {
    "schedule": metrics.DOCK_SCHEDULE,
    "training": metrics.DOCK_TRAINING,
    "gradients": metrics.DOCK_HEAD,
}


class Arrangement(QObject):
    """Gives every part of a session the size a person gave it, or the one it starts with in a window of this size."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._put_away = False
        self.session = QWidget(window)
        """The top bar, and below it the rest."""
        self.desk = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        """What explains the session stands beside it here."""
        self.work = Split(Qt.Orientation.Vertical, window.tr("Room for the dock"), window)
        """The view and its bar, then the dock."""
        self.body = Split(Qt.Orientation.Horizontal, window.tr("Room for the sidebar"), window)
        """The sidebar, then the work."""
        self._lay_out()
        self.work.fold_wanted.connect(self._fold)
        self.work.splitterMoved.connect(lambda: sizes.remember(self._dock_key(), self.work.sizes()[1]))
        self.body.splitterMoved.connect(lambda: sizes.remember("sidebar", self.body.sizes()[0]))
        window.dock.rearranged.connect(self.arrange, Qt.ConnectionType.QueuedConnection)

    def _lay_out(self) -> None:
        window = self._window
        middle = QWidget(window)
        column = self._column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(window.stack, 1)
        column.addWidget(window.bars)
        self.work.addWidget(middle)
        self.work.addWidget(window.dock)
        self.work.setStretchFactor(0, 1)
        self.work.setCollapsible(0, False)
        self.body.addWidget(window.sidebar)
        self.body.addWidget(self.work)
        self.body.setStretchFactor(1, 1)
        self.body.setCollapsible(0, False)
        self.body.setCollapsible(1, False)
        window.sidebar.setMinimumWidth(metrics.SIDEBAR_MIN)
        window.stack.setMinimumSize(*metrics.VIEW_LEAST)
        rows = QVBoxLayout(self.session)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(window.top)
        self.desk.setSpacing(0)
        self.desk.addWidget(self.body, 1)
        rows.addLayout(self.desk, 1)

    def take_back(self, views: QWidget) -> None:
        """Put the views where they belong, after they were somewhere else."""
        self._column.insertWidget(0, views, 1)

    def arrange(self) -> None:
        """Put the dock below the view, or at its right on a wide window, and give every part its size."""
        dock, wide = self._window.dock, self._wide
        self._window.sidebar.setMaximumWidth(round(metrics.SIDEBAR_MAX * max(1.0, metrics.scale())))
        self._window.classroom.arrange()
        self.work.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        dock.stand(upright=wide)
        room = self.work.width() if wide else self.work.height()
        size = sizes.remembered(self._dock_key()) or self._dock_start()
        self.work.setSizes([max(1, room - size), size])
        start = metrics.SIDEBAR_WIDE if wide else metrics.SIDEBAR
        side = sizes.remembered("sidebar") or min(metrics.SIDEBAR_MAX, round(start * max(1.0, metrics.scale())))
        self.body.setSizes([side, max(1, self.body.width() - side)])

    def make_room(self, view: str) -> None:
        """Put the dock away where a view has its own panel, until another one is shown."""
        dock = self._window.dock
        if view in WHOLE and not self._put_away and dock.isVisibleTo(self.work):
            self._put_away = True
            dock.hide()
        elif view not in WHOLE and self._put_away:
            self._put_away = False
            dock.show()

    @property
    def dock_wanted(self) -> bool:
        """Whether a person wants to see the dock, though a view may have its own panel in its place."""
        return self._put_away or not self._window.dock.isHidden()

    def want_dock(self) -> None:
        """Show the dock where the view in sight has room for it."""
        self._put_away = self._window.view in WHOLE
        self._window.dock.setVisible(not self._put_away)

    def show_dock(self, part: str) -> None:
        """Bring numbers, findings or code into sight, with as much room as they start with where they had less."""
        dock = self._window.dock
        dock.show()
        dock.reveal(part)
        least = max(self._dock_start(), px(metrics.DOCK_LEAST))
        if not dock.upright and dock.height() < px(metrics.DOCK_LEAST):
            self.work.setSizes([max(1, self.work.height() - least), least])

    @property
    def _wide(self) -> bool:
        return self._window.width() >= px(metrics.WIDE)

    @property
    def _low(self) -> bool:
        """Whether the session and its bar have little height."""
        return self._window.height() - self._window.classroom.height < px(metrics.LOW)

    def _dock_start(self) -> int:
        """Give how high the dock is, or how wide at the right, until a person changes it."""
        if self._wide:
            return px(metrics.DOCK_RIGHT)
        if self._low:
            return px(metrics.DOCK_HEAD)
        view, runs = self._window.view, self._window.store.experiment.runs
        if view == "schedule" and any(map(listed.is_long, runs)):
            return px(metrics.DOCK_LISTING)
        return px(DOCK_HEIGHTS.get(view, metrics.DOCK_SCHEDULE))

    def _dock_key(self) -> str:
        if self._wide:
            return "dock/right"
        return f"dock/{self._window.view} low" if self._low else f"dock/{self._window.view}"

    def _fold(self) -> None:
        """Fold the dock below the view to its head; give a folded one, or one at the right, the size it starts with."""
        dock = self._window.dock
        if dock.upright:
            sizes.forget(self._dock_key())
        elif dock.height() > dock.minimumSizeHint().height():
            sizes.remember(self._dock_key(), px(metrics.DOCK_HEAD))
        else:
            sizes.remember(self._dock_key(), max(self._dock_start(), px(metrics.DOCK_LEAST)))
        self.arrange()
