"""Sending: a session as a text on the clipboard or as a report, and the session in a text that comes back."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from lrviz.errors import LrvizError
from lrviz.results import Landscape
from lrviz.session import dumps
from lrviz.ui.arriving import folders, saving
from lrviz.ui.arriving.sessiontext import SessionText, session_text
from lrviz.ui.racing.raced import raced_plan
from lrviz.ui.reporting.order import Told, attempt, sendable, sendable_search
from lrviz.ui.speech import language
from lrviz.ui.speech.saying import reason, said
from lrviz.ui.views.suggested import Searched

if TYPE_CHECKING:
    from lrviz.ui.window import Window

FENCE = "```"
"""Around it chats and issues leave every character as it is."""


class Sending(QObject):
    """Does for the window what sends a whole session away, and takes one that comes."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.incoming.session_found.connect(self.take)
        window.dock.code.text.session_found.connect(lambda text: self.take(text, self.tr("The clipboard")))

    def copy(self) -> None:
        """Put the session on the clipboard, as a text that can be pasted into a chat, a mail, or a window."""
        try:
            text = dumps(self._window.store.experiment)
        except LrvizError as error:
            self._window.notices.say("error", self.tr("The session can’t be copied"), f"{reason(error)}.")
            return
        QGuiApplication.clipboard().setText(f"{FENCE}\n{text}{FENCE}\n")
        title = self.tr("The session is on the clipboard as text")
        self._window.notices.say("info", title, self.tr("Pasted into a window of lrviz, it opens there."))

    def report(self, path: Path | None = None) -> None:
        """Write a report of the session: what the views say of it, its races, its code and the session itself."""
        window, experiment = self._window, self._window.store.experiment
        if path is None:
            name = f"{self._name() or 'report'}.html"
            path = saving.ask(window, self.tr("Export report"), name, "HTML (*.html)", ".html")
        if path is None:
            return
        raced = sendable(window.races.of(experiment))
        panes = getattr(window.pages.get("training"), "chosen_panes", None)
        told = Told(
            experiment,
            raced,
            datetime.now().astimezone(),
            str(self._name()),
            self._landscape(),
            self._found(),
            window.store.baseline,
            panes.keys if panes is not None else (),
        )
        act = partial(attempt, told, path, language.language())
        window.aside.ask("report", act, partial(self._say, path))

    def _say(self, path: Path, why: str) -> None:
        """Say that a report is written, or why it isn't."""
        say = self._window.notices.say
        if why:
            say("error", self.tr("{0} wasn’t written").format(path.name), f"{why}.")
            return
        folders.remember("folder", path)
        title, text = self.tr("{0} is written").format(path.name), str(path.parent)
        say("info", title, text, self.tr("Show it"), lambda: _show(path))

    def _name(self) -> str:
        store = self._window.store
        return store.path.stem if store.path is not None else store.name

    def _landscape(self) -> Landscape | None:
        """Give the landscape in the window where it belongs to the session as it is."""
        ground = self._window.ground
        if ground is None or ground.panorama.landscape is None or not ground.panorama.landscape.routes:
            return None
        current = ground.panorama.plan == raced_plan(self._window.store.experiment)
        return ground.panorama.landscape if current else None

    def _found(self) -> tuple[Searched, ...]:
        """Give the searches for a rate that are done, of runs as they are."""
        finder, store = self._window.finder, self._window.store
        if finder is None:
            return ()
        of, experiment = finder.searches.of, store.experiment
        known = [of(experiment, run, store.sweep.of(len(run.rates()))) for run in experiment.runs]
        done = [one for one in known if one is not None and not one.running and not one.stale and len(one.found.lrs)]
        return tuple(map(sendable_search, done))

    def take(self, text: str, origin: str, name: str = "") -> None:
        """Open the session in a text by this name, or say what is wrong; `origin` says where it comes from."""
        act = partial(session_text, text, str(origin))

        def then(read: SessionText) -> None:  # in a turn of its own: nothing else would come while it asks
            QTimer.singleShot(0, self, partial(self._open, read, origin, name))

        self._window.aside.ask("session", act, then)

    def _open(self, read: SessionText, origin: str, name: str) -> None:
        if read.experiment is None:
            title = self.tr("{0} holds a session that can’t be opened").format(origin)
            words = self.tr("{0}. Your open session is untouched.").format(said(read.why).rstrip("."))
            self._window.notices.say("error", title, words)
        elif self._window.files.may_leave():
            self._window.store.open(read.experiment, None, name or self.tr("Pasted session"))


def _show(path: Path) -> None:
    """Show a file in what the system shows such files with."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
