"""The controls that lie over a landscape: replay and its pace, the ruler, and from where it is seen."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.below import below
from lrviz.ui.controls.button import Button, IconButton
from lrviz.ui.controls.drawing import px, rounded
from lrviz.ui.controls.menu import open_menu
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.pages.replay import SPEEDS, Replay
from lrviz.ui.palette import theme


class GroundTools(QWidget):
    """Stand on a ground of their own, at the upper right of the picture."""

    def __init__(self, replay: Replay, parent: QWidget) -> None:
        super().__init__(parent)
        self._replay = replay
        seen = [("map", self.tr("Map")), ("space", self.tr("3-D"))]
        self.player = IconButton("play", "", action="replay", parent=self)
        self.pace = Button("", kind="ghost", small=True, parent=self)
        self.ruler = IconButton("ruler", self.tr("Profile along a line"), action="ruler", parent=self)
        self.ruler.setCheckable(True)
        self.seen = Segmented(seen, name=self.tr("Seen"), parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(metrics.S1))
        for control in (self.player, self.pace, self.ruler, self.seen):
            row.addWidget(control)
        self.player.clicked.connect(replay.toggle)
        self.pace.clicked.connect(lambda: open_menu(self.pace_menu(), below(self.pace)))
        replay.changed.connect(self._show)
        self._show()

    def pace_menu(self) -> QMenu:
        """Give the speeds of the replay as a menu."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for speed in SPEEDS:
            action = menu.addAction(_times(speed))
            action.setCheckable(True)
            action.setChecked(speed == self._replay.speed)
            action.triggered.connect(lambda _=False, speed=speed: self._replay.set_speed(speed))
            group.addAction(action)
        return menu

    @property
    def room(self) -> tuple[float, float]:
        """The size of the corner they stand in, in pixels."""
        size = self.sizeHint()
        return size.width() + 2.0 * metrics.S4, size.height() + 2.0 * metrics.S4

    def place(self, width: int) -> None:
        """Stand at the right of a picture that is so wide."""
        size = self.sizeHint()
        self.setGeometry(width - size.width() - metrics.S4, metrics.S4, size.width(), size.height())

    def _show(self) -> None:
        playing = self._replay.active
        self.player.set_icon(*(("pause", self.tr("Pause")) if playing else ("play", self.tr("Replay the walk"))))
        self.pace.setText(_times(self._replay.speed))
        self.pace.setAccessibleName(self.tr("Speed of the replay: {0}").format(self.pace.text()))
        self.pace.setToolTip(self.tr("Speed of the replay"))

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), metrics.BUTTON, fill=theme().sunken)


def _times(speed: float) -> str:
    return {0.25: "¼×", 0.5: "½×"}.get(speed, f"{speed:g}×")
