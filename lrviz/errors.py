"""Every error lrviz raises on purpose: one line each, naming the field, the value and the bound."""

from __future__ import annotations

from typing import Any


class LrvizError(Exception):
    """The base of all: `str(error)` is one line a person can act on."""


class SpecError(LrvizError, ValueError):
    """A parameter is out of its bounds.

    `path` names the field as `StepLR.step_size`, `value` is what was given and `bound` finishes the sentence
    "it must be …", so that the window and its translations make sentences of their own.
    """

    def __init__(self, path: str, value: Any, bound: str) -> None:
        owner, _, field = path.partition(".")
        super().__init__(f"{owner}({field}={shown(value)}): {field} must be {bound}")
        self.path, self.value, self.bound = path, value, bound


class ScheduleError(LrvizError):
    """torch would raise when the scheduler is constructed; the message is torch's own."""


class SessionError(LrvizError):
    """A session can't be read or written; the message names the file and the path in the document."""


class ResourceError(LrvizError):
    """Something outside lrviz is missing or refused: a device, a folder, a worker."""


def shown(value: Any) -> str:
    """Give a value's text for a message: one line of at most 60 characters."""
    text = " ".join(repr(value).split())
    return text if len(text) <= 60 else text[:57] + "…"
