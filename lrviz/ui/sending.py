"""Sending: a session as a text on the clipboard, and the session in a text that comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from lrviz.errors import LrvizError
from lrviz.session import dumps, loads
from lrviz.ui.saying import reason

if TYPE_CHECKING:
    from lrviz.ui.window import Window

FENCE = "```"
"""Around it chats and issues leave every character as it is."""


class Sending(QObject):
    """Does for the window what goes by the clipboard: whole sessions."""

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

    def take(self, text: str, origin: str) -> None:
        """Open the session in a text, or say what is wrong with it; `origin` says where it comes from."""
        try:
            experiment = loads(text, origin)
        except LrvizError as error:
            title = self.tr("{0} holds a session that can’t be opened").format(origin)
            words = self.tr("{0}. Your open session is untouched.").format(reason(error).rstrip("."))
            self._window.notices.say("error", title, words)
            return
        if self._window.files.may_leave():
            self._window.store.open(experiment, None, self.tr("Pasted session"))
