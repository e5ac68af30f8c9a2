"""Knowing: the settings, what lrviz is and runs on, and what helps where something is wrong."""

from __future__ import annotations

import contextlib
import html
from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from lrviz import __version__
from lrviz.files import log_folder
from lrviz.ui import metrics
from lrviz.ui.choices.diagnostics import report, versions
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.popup import PopUp
from lrviz.ui.palette import theme
from lrviz.ui.slices import Slices

if TYPE_CHECKING:
    from lrviz.ui.window import Window

ARXIV = "https://arxiv.org/abs/"
LAWS = ("2501.18965", "2310.07831", "2503.12811", "2408.11029")
"""Papers that the forecasts come from."""


class Knowing(QObject):
    """Opens the pages of a window that are about lrviz itself."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def settings(self) -> None:
        """Open the settings once they are furnished, or bring them to the front."""
        from lrviz.ui.panels.settings_dialog import SettingsDialog

        shown = self._window.findChild(SettingsDialog)
        if shown is None:
            made = SettingsDialog(self._window)
            Slices(made.furnish(), made).done.connect(made.open)
        elif shown.isVisible():
            shown.raise_()
            shown.activateWindow()

    def copy(self) -> None:
        """Copy the diagnostics, and say so."""
        QGuiApplication.clipboard().setText(report(self._window))
        told = self.tr("Versions, settings and the last lines of the logs, without your name or folders.")
        self._window.notices.say("info", self.tr("The diagnostics are on the clipboard"), told)

    def open_log(self) -> None:
        """Open the folder of the logs in the system's file browser, or say where it is."""
        folder = log_folder()
        with contextlib.suppress(OSError):  # in a home that can't be written there may be none
            folder.mkdir(parents=True, exist_ok=True)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._window.notices.say("info", self.tr("No program opens folders here"), str(folder))

    def about(self) -> PopUp:
        """Open what lrviz is."""
        page = self._window.findChild(QWidget, "settings")
        over = page if page is not None and page.isVisible() else self._window
        made = PopUp(f"lrviz {__version__}", metrics.ABOUT_WIDTH, over)
        Slices(self._tell(made), made)
        return made

    def _tell(self, made: PopUp) -> Generator[None, None, None]:
        """Fill what lrviz is and show it, in as many turns of the event loop as it takes."""
        made.say(self.tr("Shows what a learning-rate schedule will do, before anyone spends GPU hours on it."))
        made.say(self.tr("MIT licence, © 2026 the lrviz authors. PySide6 and Qt: LGPL 3."), "secondary")
        yield
        made.section(self.tr("Versions"))
        made.say("\n".join(f"{name} {said}" for name, said in versions(self._window.races.torch).items()), "code")
        races = self._window.races
        device = next((info.label for info in races.devices if info.name == races.device), races.device)
        made.say(self.tr("Races run on {0}.").format(device))
        yield
        made.section(self.tr("Sources"))
        ink = theme().info.name()
        links = (f'<a href="{ARXIV}{number}" style="color:{ink}">arXiv {number}</a>' for number in LAWS)
        words = self.tr("The forecasts come from {0}.")
        plain = words.format(", ".join(f"arXiv {number}" for number in LAWS))
        made.link(html.escape(words, quote=False).format(", ".join(links)), plain)
        made.say(
            self.tr(
                "The digits are UCI’s and the diabetes data Efron’s, both by way of scikit-learn. Every card names "
                "where its subject was first described."
            )
        )
        made.words.addStretch(1)
        made.copies()
        yield
        middle = self._window.mapToGlobal(
            QPoint((self._window.width() - px(metrics.ABOUT_WIDTH)) // 2, px(metrics.TOP_BAR))
        )
        made.fit(QRect(middle, middle))
        yield
        made.open_at(QRect(middle, middle))
