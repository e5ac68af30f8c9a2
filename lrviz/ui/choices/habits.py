"""Habits: how a person last had the window and looked at things, from one start to the next."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, TypeVar, cast

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, QTimer
from PySide6.QtGui import QGuiApplication

from lrviz.errors import LrvizError
from lrviz.survey import Survey
from lrviz.ui import metrics
from lrviz.ui.choices import settings
from lrviz.ui.outlook import Outlook
from lrviz.ui.sweep import Sweep

if TYPE_CHECKING:
    from lrviz.ui.units import Unit
    from lrviz.ui.window import Window

T = TypeVar("T")

LAG = 500
"""Milliseconds after which a move, or another size, is kept."""
LAYOUT = ("geometry", "size", "dock", "panes", settings.SIDEBAR.key, settings.DOCK.key)
"""What is forgotten when the layout is to be as at first."""
CHANGES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class Habits(QObject):
    """Gives a window the place, the parts and the outlook of last time, and keeps them as they change."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._due = QTimer(self, singleShot=True, interval=LAG)
        self._due.timeout.connect(self.keep)
        self._restore()
        for widget in (window, window.sidebar, window.dock):
            widget.installEventFilter(self)
        store = window.store
        for signal in (store.unit_changed, store.outlook_changed, store.sweep_changed, store.survey_changed):
            signal.connect(self._due.start)

    def _restore(self) -> None:
        window, store = self._window, self._window.store
        geometry = QSettings().value("geometry")
        if not isinstance(geometry, QByteArray) or not window.restoreGeometry(geometry):
            window.resize(*metrics.WINDOW)
        self._stay_in_sight()
        window.sidebar.setVisible(settings.SIDEBAR.value == "yes")
        window.dock.setVisible(settings.DOCK.value == "yes")
        store.set_unit(cast("Unit", settings.UNIT.value))
        store.look_from(_known("outlook", store.outlook))
        store.sweep_over(_known("sweep", store.sweep))
        store.look_over(_known("survey", store.survey))

    def _stay_in_sight(self) -> None:
        """Come to a screen that is there, if the one of last time is gone."""
        frame = self._window.frameGeometry()
        rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        if not any(room.intersected(frame).width() >= metrics.SIDEBAR_MIN for room in rooms):
            self._window.move(QGuiApplication.primaryScreen().availableGeometry().topLeft())

    def keep(self) -> None:
        """Keep all as it is now; a presentation is no habit."""
        self._due.stop()
        window, store = self._window, self._window.store
        if window.presentation.active:
            return
        QSettings().setValue("geometry", window.saveGeometry())
        settings.SIDEBAR.keep(_yes(shown=not window.sidebar.isHidden()))
        settings.DOCK.keep(_yes(shown=window.arrangement.dock_wanted))
        settings.UNIT.keep(store.unit)
        _keep("outlook", dataclasses.replace(store.outlook, line=None))
        _keep("sweep", replace(store.sweep, group=None))
        _keep("survey", replace(store.survey, area=None, origin=""))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in CHANGES:
            self._due.start()
        return False


def reset(window: Window) -> None:
    """Give the window the layout it had at first: its size, its parts and theirs, and the panes."""
    for key in LAYOUT:
        QSettings().remove(key)
    window.showNormal()
    window.resize(*metrics.WINDOW)
    window.sidebar.show()
    window.arrangement.want_dock()
    window.arrangement.arrange()
    for page in window.pages.values():
        panes = getattr(page, "chosen_panes", None)
        if panes is not None:
            panes.changed.emit()


def _known(key: str, otherwise: T) -> T:
    """Give what is kept; the other where there is nothing, or nothing that holds now."""
    text = str(QSettings().value(f"looks/{key}", ""))
    try:
        return msgspec.json.decode(text, type=type(otherwise)) if text else otherwise
    except (msgspec.MsgspecError, LrvizError, ValueError):
        return otherwise


def _keep(key: str, value: Outlook | Sweep | Survey) -> None:
    QSettings().setValue(f"looks/{key}", msgspec.json.encode(value).decode())


def _yes(*, shown: bool) -> str:
    return "yes" if shown else "no"
