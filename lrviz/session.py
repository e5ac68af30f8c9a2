"""Sessions as files and as text: an experiment as readable JSON, read strictly and written whole."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from lrviz import envelope
from lrviz.documents import MisfitError, fitted, shown_as_json
from lrviz.errors import SessionError, expect, shown
from lrviz.experiment import Experiment
from lrviz.files import cause, unfit, write_whole
from lrviz.sentences import filled, say
from lrviz.spec import Spec, Value, fields

VERSION = 1
SUFFIX = ".lrviz"
HOLDERS = (SUFFIX, ".html", ".htm")
"""How files end that are known to hold a session: its own, and reports."""
LARGEST = 16 * 2**20  # bytes; a session of a thousand runs takes half a megabyte


def load(path: str | os.PathLike[str]) -> Experiment:
    """Read a session file, or any text with a session in it, such as a report.

    Raises
    ------
    SessionError
        Names the file, the place in the document and what is wrong there; nothing else is raised.
    """
    path = Path(path)
    return _opened(path, path.name or str(path))


def save(experiment: Experiment, path: str | os.PathLike[str]) -> None:
    """Write an experiment as a session file: whole or not at all, the same bytes for equal experiments.

    Raises
    ------
    SessionError
        The file can't be written; what stood there is untouched.
    """
    if not isinstance(path, str | os.PathLike):
        raise SessionError(shown(path), say("it must be a path"), verb="saved")
    expect(experiment, Experiment, "save.experiment", say("an Experiment"))
    path = Path(path)
    try:
        write_whole(path, encode(experiment))
    except OSError as error:
        raise SessionError(path.name, cause(error), verb="saved") from error
    except (UnicodeEncodeError, ValueError) as error:  # half a surrogate pair in a name; a NUL in the path
        raise SessionError(path.name, say("{error}", error=error), verb="saved") from error


def dumps(experiment: Experiment) -> str:
    """Give an experiment as a short text to be pasted into a chat, a mail or an issue; `loads` reads it.

    What is at its default is left out, and a check tells damage.

    Raises
    ------
    SessionError
        A name in it is no text.
    """
    expect(experiment, Experiment, "dumps.experiment", "an Experiment")
    document = {"version": VERSION, **_told(experiment)}
    runs, steps = len(experiment.runs), experiment.training.steps
    about = filled("{runs} run{runs:|s}, {steps} step{steps:|s}", runs=runs, steps=steps)
    try:
        return envelope.sealed(msgspec.json.encode(document).decode(), about)
    except UnicodeEncodeError as error:  # half a surrogate pair
        raise SessionError(say("the session"), f"{error}", verb="written") from None


def loads(text: str, name: str = "the text") -> Experiment:
    """Read what `dumps` gave, whatever stands around it, or the JSON of a session file; `name` is for errors.

    Raises
    ------
    SessionError
        As `load`, or the text is cut off or was changed on its way.
    """
    expect(text, str, "loads.text", "a text")
    return decode(text.encode(errors="surrogatepass"), name)


def encode(experiment: Experiment) -> bytes:
    """Give the bytes of a session file."""
    document = {"version": VERSION, **msgspec.to_builtins(experiment)}
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def packed(experiment: Experiment) -> bytes:
    """Give the same document in one line: it takes a millisecond for a thousand runs."""
    parts = {name: getattr(experiment, name) for name in experiment.__struct_fields__}
    return msgspec.json.encode({"version": VERSION, **parts})


def decode(data: bytes, file: str) -> Experiment:
    """Read the bytes of a session file; `file` names it in errors.

    Raises
    ------
    SessionError
        As `load`.
    """
    document = _document(data, file)
    version = document.pop("version", None)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        given = "missing" if version is None else shown_as_json(version)
        raise SessionError(
            file, say("version is {given}; it must be a whole number of at least 1", given=given), path="version"
        )
    if version > VERSION:
        newer = say(
            "version is {version}, from a newer lrviz; this one reads up to version {latest}",
            version=version,
            latest=VERSION,
        )
        raise SessionError(file, newer, path="version")
    try:
        return _experiment(document, file)
    except RecursionError:
        raise SessionError(file, say("it is nested too deeply")) from None


def _opened(path: Path, file: str) -> Experiment:
    try:
        if why := unfit(path, LARGEST):
            raise SessionError(file, why)
        with path.open("rb") as stream:
            data = stream.read(LARGEST)
    except OSError as error:
        raise SessionError(file, cause(error)) from error
    except ValueError as error:  # a NUL or half a surrogate pair in the path
        raise SessionError(file.replace("\0", "�").encode(errors="replace").decode(), str(error)) from error
    return decode(data, file)


def _told(value: Any) -> Any:
    """Give a value as JSON has it, without what is at its default."""
    if isinstance(value, tuple):
        return [_told(one) for one in value]
    if not isinstance(value, Value):
        return value
    told = {"type": type(value).__name__} if isinstance(value, Spec) else {}
    for field in fields(type(value)):
        own = getattr(value, field.name)
        if field.required or own != field.default:
            told[field.name] = _told(own)
    return told


# The document ---------------------------------------------------------------------------------------------------------


class _Refused:
    """What stands where the document holds something JSON lets through and a session doesn't."""

    def __init__(self, reason: str) -> None:
        self.reason = reason


def _document(data: bytes, file: str) -> dict[str, Any]:
    """Read strict UTF-8 JSON: an object, without NaN, infinities, repeated keys or broken text."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SessionError(
            file, say("it is not UTF-8 text (line {line}, byte {start})", line=line, start=error.start)
        ) from None
    try:
        text = envelope.unsealed(text) if not text.lstrip().startswith("{") and envelope.holds(text) else text
    except envelope.TornError as error:
        raise SessionError(file, error.args[0]) from None
    try:
        document = json.loads(text, object_pairs_hook=_object, parse_constant=_constant, parse_int=_integer)
    except json.JSONDecodeError as error:
        if not text.strip():
            raise SessionError(file, say("it is empty")) from None
        if text.startswith("\ufeff"):
            mark = say("it starts with a byte-order mark; save it as UTF-8 without one")
            raise SessionError(file, mark) from None
        cut = say("; it seems to be cut off") if error.pos >= len(text.rstrip()) else ""
        words = error.msg[0].lower() + error.msg[1:]
        raise SessionError(
            file,
            say(
                "line {lineno}, column {colno}: {words}{cut}",
                lineno=error.lineno,
                colno=error.colno,
                words=words,
                cut=cut,
            ),
        ) from None
    except RecursionError:
        raise SessionError(file, say("it is nested too deeply")) from None
    for path, reason in _refusals(document):
        raise SessionError(file, say("{value} {reason}", value=path or "the document", reason=reason), path=path)
    if not isinstance(document, dict):
        raise SessionError(file, say("it holds no JSON object"))
    return document


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any] | _Refused:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    names = [name for name, _ in pairs]
    twice = next(name for name in names if names.count(name) > 1)
    return _Refused(say("has two fields called {shown_as_json}", shown_as_json=shown_as_json(twice)))


def _constant(name: str) -> _Refused:
    return _Refused(say("is {name}; it must be a finite number", name=name))


def _integer(digits: str) -> int | _Refused:
    # Python itself refuses more than 4300 digits; no field holds more than 10**12
    return int(digits) if len(digits) < 400 else _Refused(f"is a number of {len(digits)} digits")


def _refusals(document: Any) -> Iterator[tuple[str, str]]:
    """Give (path, reason) for all that JSON lets through and a session doesn't; no recursion, whatever the depth."""
    waiting: list[tuple[str, Any]] = [("", document)]
    while waiting:
        path, value = waiting.pop()
        match value:
            case _Refused():
                yield path, value.reason
            case float() if not math.isfinite(value):
                yield path, "is too large a number"
            case str() if not _written(value):
                yield path, say("holds half a surrogate pair, which is no text")
            case dict():
                for name in value:
                    if not _written(name):
                        yield path, say("has a field whose name is no text")
                waiting += [(f"{path}.{name}" if path else name, item) for name, item in reversed(value.items())]
            case list():
                waiting += [(f"{path}[{i}]", item) for i, item in reversed(list(enumerate(value)))]


def _written(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _experiment(document: dict[str, Any], file: str) -> Experiment:
    try:
        return fitted(document, Experiment)
    except MisfitError as error:
        raise SessionError(file, error.reason, path=error.path) from None
