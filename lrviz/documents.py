"""Documents: what JSON or TOML holds, turned into a value, and what is wrong where it doesn't fit."""

from __future__ import annotations

import json
import threading
import types
from collections.abc import Iterable
from typing import Annotated, Any, NoReturn, TypeVar, Union, get_args, get_origin

import msgspec

from lrviz.errors import LrvizError, SpecError, nearest
from lrviz.sentences import say
from lrviz.spec import Spec, Value, fields

V = TypeVar("V", bound=Value)
MOST_NAMES = 12
"""Names that a sentence lists."""


_learnt: set[type[Value]] = set()
_learning = threading.Lock()


class MisfitError(LrvizError):
    """A document doesn't fit: at `path` (`runs[1].schedule.step_size`, empty for all of it), for the `reason`."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(reason)
        self.path, self.reason = path, reason


def fitted(document: dict[str, Any], kind: type[V]) -> V:
    """Make a value of what a document holds, strictly.

    Raises
    ------
    MisfitError
        Names the first place where it doesn't fit, what is there and what must be.
    """
    _learn(kind)
    try:
        return msgspec.convert(document, kind)
    except msgspec.ValidationError as error:
        _explain(document, kind, "")
        raise MisfitError("", str(error)) from None


def _learn(kind: type[Value]) -> None:
    """Have msgspec learn what a kind is made of, in one thread at a time: two that do so at once crash Python."""
    if kind not in _learnt:
        with _learning:
            msgspec.json.Decoder(kind)
            _learnt.add(kind)


def shown_as_json(value: Any) -> str:
    """Give a value's text for a message as a document writes it: one line of at most 60 characters."""
    text = " ".join(json.dumps(value, ensure_ascii=False, default=str).split())
    return text if len(text) <= 60 else text[:57] + "…"


def instead(name: Any, names: Iterable[str]) -> str:
    """Say what a wrong name may have meant: the nearest one, or which there are."""
    known = list(names)
    close = nearest(name, known) if isinstance(name, str) else None
    if close:
        return say("the nearest is {close}", close=close)
    return say("there are {names}", names=some(known)) if known else say("there are none")


def some(names: list[str]) -> str:
    """List names, of many the first."""
    more = len(names) - MOST_NAMES
    if more <= 0:
        return ", ".join(names)
    return say("{names} and {more} more", names=", ".join(names[:MOST_NAMES]), more=more)


def _explain(given: Any, kind: Any, path: str) -> None:
    """Find the first place where a document doesn't fit its type, and raise what is wrong there.

    msgspec has refused it before; this finds the value, the bound and the nearest name for the sentence.
    """
    cls = _class_of(given, kind, path)
    if cls is None:
        return
    known = {field.name: field for field in fields(cls)}
    own = {name: value for name, value in given.items() if not (name == "type" and issubclass(cls, Spec))}
    for name in own:
        if name not in known:
            close = nearest(name, known)
            unknown = say("is unknown: {kind} has no such field", kind=cls.__name__)
            _refuse(
                _join(path, name),
                say("{unknown}; the nearest is {close}", unknown=unknown, close=close) if close else unknown,
            )
    for name, field in known.items():
        here = _join(path, name)
        if name not in own:
            if field.required:
                _refuse(here, say("is missing; it must be {bound}", bound=field.bound))
            continue
        if isinstance(own[name], list):
            for i, item in enumerate(own[name]):
                _explain(item, _item_type(field.type), f"{here}[{i}]")
        else:
            _explain(own[name], field.type, here)
        try:
            msgspec.convert(own[name], field.type)
        except msgspec.ValidationError:
            _refuse(
                here,
                say("is {given}; it must be {bound}", given=shown_as_json(own[name]), bound=field.bound),
            )
    _check(given, cls, path)


def _check(given: dict[str, Any], cls: type[msgspec.Struct], path: str) -> None:
    """Raise what an object refuses as a whole, every field of it being well."""
    try:
        msgspec.convert(given, cls)
    except msgspec.ValidationError as error:
        if isinstance(error.__cause__, SpecError):
            here = _join(path, error.__cause__.path.partition(".")[2])
            _refuse(here, say("must be {bound}", bound=error.__cause__.bound))
        if isinstance(error.__cause__, LrvizError):
            _refuse(path, say("is refused: {cause}", cause=error.__cause__))


def _class_of(given: Any, kind: Any, path: str) -> type[msgspec.Struct] | None:
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
    nearby = say("the nearest is {close}", close=close)
    wanted = nearby if close else say("it must be one of {names}", names=some(list(names)))
    missing = say("is missing; {wanted}", wanted=wanted)
    why = missing if tag is None else say("is {given}; {wanted}", given=shown_as_json(tag), wanted=wanted)
    return _refuse(_join(path, "type"), why)


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


def _refuse(path: str, reason: str) -> NoReturn:
    raise MisfitError(path, say("{path} {reason}", path=path, reason=reason))
