"""Sessions on disk: an experiment as readable JSON, read strictly and written whole."""

from __future__ import annotations

import json
import math
import os
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, NoReturn, Union, get_args, get_origin

import msgspec

from lrviz.errors import LrvizError, SessionError, SpecError, expect, nearest, shown
from lrviz.experiment import Experiment
from lrviz.files import resource, unfit, write_whole
from lrviz.spec import Spec, fields

VERSION = 1
SUFFIX = ".lrviz"
MOST_NAMES = 12
"""Names that a sentence lists."""
LARGEST = 16 * 2**20  # bytes; a session of a thousand runs takes half a megabyte


def lessons() -> list[str]:
    """Give the names of the lessons that come with lrviz, in order."""
    return sorted(path.stem for path in resource("lessons").glob(f"*{SUFFIX}"))


def load(path_or_lesson: str | os.PathLike[str]) -> Experiment:
    """Read a session file, or the lesson of that name.

    Raises
    ------
    SessionError
        Names the file, the place in the document and what is wrong there; nothing else is raised.
    """
    if not isinstance(path_or_lesson, str | os.PathLike):
        raise SessionError(shown(path_or_lesson), "it must be a path, or the name of a lesson")
    if isinstance(path_or_lesson, str) and path_or_lesson in lessons():
        return _opened(resource("lessons", path_or_lesson + SUFFIX), path_or_lesson)
    path = Path(path_or_lesson)
    return _opened(path, path.name or str(path))


def save(experiment: Experiment, path: str | os.PathLike[str]) -> None:
    """Write an experiment as a session file: whole or not at all, the same bytes for equal experiments.

    Raises
    ------
    SessionError
        The file can't be written; what stood there is untouched.
    """
    if not isinstance(path, str | os.PathLike):
        raise SessionError(shown(path), "it must be a path", verb="saved")
    expect(experiment, Experiment, "save.experiment", "an Experiment")
    path = Path(path)
    try:
        write_whole(path, encode(experiment))
    except OSError as error:
        raise SessionError(path.name, _said(error), verb="saved") from error
    except (UnicodeEncodeError, ValueError) as error:  # half a surrogate pair in a name; a NUL in the path
        raise SessionError(path.name, f"{error}", verb="saved") from error


def encode(experiment: Experiment) -> bytes:
    """Give the bytes of a session file."""
    document = {"version": VERSION, **msgspec.to_builtins(experiment)}
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


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
        given = "missing" if version is None else _json(version)
        raise SessionError(file, f"version is {given}; it must be a whole number of at least 1", path="version")
    if version > VERSION:
        newer = f"version is {version}, from a newer lrviz; this one reads up to version {VERSION}"
        raise SessionError(file, newer, path="version")
    try:
        return _experiment(document, file)
    except RecursionError:
        raise SessionError(file, "it is nested too deeply") from None


def _opened(path: Path, file: str) -> Experiment:
    try:
        if why := unfit(path, LARGEST):
            raise SessionError(file, why)
        with path.open("rb") as stream:
            data = stream.read(LARGEST)
    except FileNotFoundError:
        close = nearest(file, lessons())
        lesson = f"; the nearest lesson is {close}" if close else ""
        raise SessionError(file, f"there is no such file and no lesson of that name{lesson}") from None
    except OSError as error:
        raise SessionError(file, _said(error)) from error
    except ValueError as error:  # a NUL or half a surrogate pair in the path
        raise SessionError(file.replace("\0", "�").encode(errors="replace").decode(), str(error)) from error
    return decode(data, file)


def _said(error: OSError) -> str:
    """Say what the system said, without its number and path."""
    words = error.strerror or type(error).__name__
    return words[0].lower() + words[1:]


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
        raise SessionError(file, f"it is not UTF-8 text (line {line}, byte {error.start})") from None
    try:
        document = json.loads(text, object_pairs_hook=_object, parse_constant=_constant, parse_int=_integer)
    except json.JSONDecodeError as error:
        if not text.strip():
            raise SessionError(file, "it is empty") from None
        if text.startswith("\ufeff"):
            mark = "it starts with a byte-order mark; save it as UTF-8 without one"
            raise SessionError(file, mark) from None
        cut = "; it seems to be cut off" if error.pos >= len(text.rstrip()) else ""
        words = error.msg[0].lower() + error.msg[1:]
        raise SessionError(file, f"line {error.lineno}, column {error.colno}: {words}{cut}") from None
    except RecursionError:
        raise SessionError(file, "it is nested too deeply") from None
    for path, reason in _refusals(document):
        raise SessionError(file, f"{path or 'the document'} {reason}", path=path)
    if not isinstance(document, dict):
        raise SessionError(file, "it holds no JSON object")
    return document


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any] | _Refused:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    names = [name for name, _ in pairs]
    twice = next(name for name in names if names.count(name) > 1)
    return _Refused(f"has two fields called {_json(twice)}")


def _constant(name: str) -> _Refused:
    return _Refused(f"is {name}; it must be a finite number")


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
                yield path, "holds half a surrogate pair, which is no text"
            case dict():
                for name in value:
                    if not _written(name):
                        yield path, "has a field whose name is no text"
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
        return msgspec.convert(document, Experiment)
    except msgspec.ValidationError as error:
        _explain(document, Experiment, "", file)
        raise SessionError(file, str(error)) from None


# What is wrong, in words ----------------------------------------------------------------------------------------------


def _explain(given: Any, kind: Any, path: str, file: str) -> None:
    """Find the first place where a document doesn't fit its type, and raise what is wrong there.

    msgspec has refused it before; this finds the value, the bound and the nearest name for the sentence.
    """
    cls = _class_of(given, kind, path, file)
    if cls is None:
        return
    known = {field.name: field for field in fields(cls)}
    own = {name: value for name, value in given.items() if not (name == "type" and issubclass(cls, Spec))}
    for name in own:
        if name not in known:
            close = nearest(name, known)
            what = f"{cls.__name__} has no such field" + (f"; the nearest is {close}" if close else "")
            _refuse(file, _join(path, name), f"is unknown: {what}")
    for name, field in known.items():
        here = _join(path, name)
        if name not in own:
            if field.required:
                _refuse(file, here, f"is missing; it must be {field.bound}")
            continue
        if isinstance(own[name], list):
            for i, item in enumerate(own[name]):
                _explain(item, _item_type(field.type), f"{here}[{i}]", file)
        else:
            _explain(own[name], field.type, here, file)
        try:
            msgspec.convert(own[name], field.type)
        except msgspec.ValidationError:
            _refuse(file, here, f"is {_json(own[name])}; it must be {field.bound}")
    _check(given, cls, path, file)


def _check(given: dict[str, Any], cls: type[msgspec.Struct], path: str, file: str) -> None:
    """Raise what an object refuses as a whole, every field of it being well."""
    try:
        msgspec.convert(given, cls)
    except msgspec.ValidationError as error:
        if isinstance(error.__cause__, SpecError):
            here = _join(path, error.__cause__.path.partition(".")[2])
            _refuse(file, here, f"must be {error.__cause__.bound}")
        if isinstance(error.__cause__, LrvizError):
            _refuse(file, path, f"is refused: {error.__cause__}")


def _class_of(given: Any, kind: Any, path: str, file: str) -> type[msgspec.Struct] | None:
    """Give the class an object stands for, by its tag where there are several; None where none is meant."""
    classes = [cls for cls in _alternatives(kind) if isinstance(cls, type) and issubclass(cls, msgspec.Struct)]
    if not classes or not isinstance(given, dict):
        return None
    if not issubclass(classes[0], Spec):
        return classes[0]
    names = {cls.__name__: cls for cls in classes}
    tag = given.get("type")
    if isinstance(tag, str) and tag in names:
        return names[tag]
    close = nearest(tag, names) if isinstance(tag, str) else None
    wanted = f"the nearest is {close}" if close else f"it must be one of {_some(list(names))}"
    return _refuse(file, _join(path, "type"), f"is {'missing' if tag is None else _json(tag)}; {wanted}")


def _some(names: list[str]) -> str:
    """List names, of many the first."""
    more = len(names) - MOST_NAMES
    return ", ".join(names) if more <= 0 else f"{', '.join(names[:MOST_NAMES])} and {more} more"


def _alternatives(kind: Any) -> list[Any]:
    if get_origin(kind) is Annotated:
        return _alternatives(get_args(kind)[0])
    if get_origin(kind) in (Union, types.UnionType):
        return [one for arg in get_args(kind) for one in _alternatives(arg)]
    return [kind]


def _item_type(kind: Any) -> Any:
    lists = [one for one in _alternatives(kind) if get_origin(one) is tuple]
    return get_args(lists[0])[0] if lists else None


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _refuse(file: str, path: str, reason: str) -> NoReturn:
    raise SessionError(file, f"{path} {reason}", path=path)


def _json(value: Any) -> str:
    text = " ".join(json.dumps(value, ensure_ascii=False).split())
    return text if len(text) <= 60 else text[:57] + "…"
