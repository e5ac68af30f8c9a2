"""The session in a text, read where nobody waits for it. It knows nothing of Qt."""

from __future__ import annotations

from typing import NamedTuple

from lrviz.errors import LrvizError
from lrviz.experiment import Experiment
from lrviz.session import loads


class SessionText(NamedTuple):
    """What a text holds; or why it can't be had, as a sentence that can be said in another language."""

    experiment: Experiment | None = None
    why: str = ""


def session_text(text: str, origin: str) -> SessionText:
    """Read the session in a text; `origin` says where it comes from."""
    try:
        return SessionText(loads(text, origin))
    except LrvizError as error:
        return SessionText(why=error.args[0])
