"""Notices at the bottom right of the view: at most two, gone after eight seconds unless there is a choice."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.notice import Kind, Notice

SECONDS = 8
MOST = 2


class Notices(QObject):
    """Stacks notices over a widget and keeps them in its corner."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._shown: list[Notice] = []
        self._runs: frozenset[str] = frozenset()
        self._about: dict[Notice, frozenset[str]] = {}
        over.installEventFilter(self)

    @property
    def shown(self) -> list[Notice]:
        """The notices in sight, the newest last."""
        return list(self._shown)

    def say(self, kind: Kind, title: str, text: str, action: str = "", act: Callable[[], None] | None = None) -> Notice:
        """Show a notice and give it; with an action it stays until it is answered, closed or dropped."""
        while len(self._shown) >= MOST:
            self.drop(self._shown[0])
        notice = Notice(kind, title, text, action=action, parent=self._over)
        notice.closed.connect(lambda: self.drop(notice))
        if act is not None:
            notice.acted.connect(act)
            notice.acted.connect(lambda: self.drop(notice))
        else:
            timer = QTimer(notice)
            timer.setSingleShot(True)
            timer.timeout.connect(lambda: self.drop(notice))
            timer.start(SECONDS * 1000)
        self._shown.append(notice)
        values = (value for words in (title, text) for value in getattr(words, "values", ()))
        self._about[notice] = frozenset(value for value in values if isinstance(value, str))
        notice.show()
        notice.announce()
        self._place()
        return notice

    def stand_over(self, over: QWidget) -> None:
        """Stand over another widget from now on."""
        if over is self._over:
            return
        self._over.removeEventFilter(self)
        self._over = over
        over.installEventFilter(self)
        for notice in self._shown:
            notice.setParent(over)
            notice.show()
        self._place()

    def clear(self) -> None:
        """Take all notices away: what they are about is gone."""
        for notice in self.shown:
            self.drop(notice)

    def keep_to(self, names: Iterable[str]) -> None:
        """Take the notices away that are about a run which was there and has none of these names: it is gone."""
        there = frozenset(names)
        gone, self._runs = self._runs - there, there
        for notice in self.shown:
            if self._about[notice] & gone:
                self.drop(notice)

    def drop(self, notice: Notice) -> None:
        """Take a notice away, if it is still there."""
        if notice in self._shown:
            self._shown.remove(notice)
            self._about.pop(notice)
            notice.hide()
            notice.deleteLater()
            self._place()

    def _place(self) -> None:
        bottom = self._over.height() - metrics.S4
        for notice in reversed(self._shown):
            width = min(px(metrics.NOTICE), self._over.width() - 2 * metrics.S4)
            height = max(notice.sizeHint().height(), notice.heightForWidth(width))
            notice.setGeometry(self._over.width() - width - metrics.S4, bottom - height, width, height)
            notice.raise_()
            bottom -= height + metrics.S2

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        return False
