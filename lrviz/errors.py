"""Every error lrviz raises on purpose: one line each, naming the field, the value and the bound."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from lrviz.sentences import say

if TYPE_CHECKING:
    from lrviz.run import Run

Severity = Literal["error", "warning", "info"]


class LrvizError(Exception):
    """The base of all: `str(error)` is one line a person can act on, and `line` where in a text, if it is in one."""

    line: int | None = None

    @property
    def sentence(self) -> str:
        """What `str(error)` says, as it was said: what another language needs is kept."""
        said = self.args[0] if self.args else ""
        return said if isinstance(said, str) else str(self)


class SpecError(LrvizError, ValueError):
    """A parameter is out of its bounds.

    `path` names the field as `StepLR.step_size`, `value` is what was given and `bound` finishes the sentence
    "it must be …", so that the window and its translations make sentences of their own.
    """

    def __init__(self, path: str, value: Any, bound: str) -> None:
        owner, _, field = path.partition(".")
        text = say(
            "{owner}({field}={value}): {field} must be {bound}",
            owner=owner,
            field=field,
            value=shown(value),
            bound=bound,
        )
        super().__init__(text)
        self.path, self.value, self.bound = path, value, bound


class ScheduleError(LrvizError):
    """torch would raise when the scheduler is constructed; the message is torch's own.

    `rule` is the one that says so of a text, and `instead` what to write there.
    """

    def __init__(self, message: str, *, rule: str = "LR115", instead: str = "") -> None:
        super().__init__(message)
        self.rule, self.instead = rule, instead


class RefusedError(LrvizError):
    """A run can't be trained: its parts don't fit each other, or torch refuses what it is made of and says why."""


class Patch(NamedTuple):
    """A change of a text: its characters from `start` up to `end` make way for `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Finding:
    """One thing found in a text or an experiment: the rule's id (LR102), how bad it is, and a sentence with numbers.

    `line` (from 1) is where in the text. `fix` is the run with it put right; where the run is right and its text isn't,
    `patches` put the text right. `run` names the run of an experiment, `field` the place in it (`schedule.T_max`), and
    `step` is the scheduler step from which it shows in the curve. `asks` is the expression whose value would help.
    """

    rule: str
    severity: Severity
    message: str
    line: int | None = None
    fix: Run | None = None
    patches: tuple[Patch, ...] = ()
    run: str = ""
    field: str = ""
    step: int | None = None
    asks: str = ""


class SourceError(LrvizError):
    """A text can't be read as a schedule; `findings` say why, and `line` is that of the first."""

    def __init__(self, *findings: Finding) -> None:
        first = findings[0]
        text = say("{message} [{rule}]", message=first.message, rule=first.rule)
        super().__init__(text if first.line is None else say("line {line}: {text}", line=first.line, text=text))
        self.findings, self.line = findings, first.line


class SessionError(LrvizError):
    """A session can't be read or written.

    `file` names it, `reason` is the sentence after "can’t be opened:" or "can’t be saved:", and `path` is the place in
    the document (`runs[1].schedule.step_size`), empty where the whole document is meant.
    """

    def __init__(self, file: str, reason: str, *, path: str = "", verb: str = "opened") -> None:
        if reason.split() != reason.split(" "):  # names of fields may hold anything
            reason = " ".join(reason.split())
        said = {
            "opened": say("{file} can’t be opened: {reason}", file=file, reason=reason),
            "saved": say("{file} can’t be saved: {reason}", file=file, reason=reason),
            "written": say("{file} can’t be written: {reason}", file=file, reason=reason),
        }
        super().__init__(said[verb])
        self.file, self.reason, self.path = file, reason, path


class LessonError(SessionError):
    """A lesson can't be read: as SessionError, with the `line` of its file where that is known."""

    def __init__(self, file: str, reason: str, *, path: str = "", line: int | None = None) -> None:
        super().__init__(
            file, reason if line is None else say("line {line}: {text}", line=line, text=reason), path=path
        )
        self.line = line


class ResourceError(LrvizError):
    """Something outside lrviz is missing or refused: a device, a folder, a worker."""


def expect(value: Any, kind: type | tuple[type, ...], path: str, bound: str) -> None:
    """Refuse an argument of another kind: `path` names it as `train.experiment`, it must be `bound`."""
    if not isinstance(value, kind):
        raise SpecError(path, value, bound)


def shown(value: Any) -> str:
    """Give a value's text for a message: one line of at most 60 characters."""
    if isinstance(value, (str, bytes, list, tuple)):
        value = value[:61]  # more can't be seen, and writing out ten megabytes takes seconds
    try:
        text = " ".join(repr(value).split())
    except ValueError:  # Python refuses to write out an integer of thousands of digits
        text = f"a number of {value.bit_length()} bits" if isinstance(value, int) else "a value too long to write"
    return text if len(text) <= 60 else text[:57] + "…"


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Give the one of `names` that a misspelt `name` most likely means, whatever its capitals."""
    lower = {known.lower(): known for known in names}
    close = difflib.get_close_matches(name[:100].lower(), lower, n=1, cutoff=0.6)
    return lower[close[0]] if close else None


def with_nearest(text: str, close: str | None) -> str:
    """Give a text on a name that isn't known with the one `nearest` to it, where there is one."""
    return say("{bound}; the nearest is {close}", bound=text, close=close) if close else text
