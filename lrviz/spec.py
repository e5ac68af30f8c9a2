"""What a catalog class is: a frozen value whose fields are the parameters of the torch object it stands for."""

from __future__ import annotations

import dataclasses
import functools
import importlib
import math
import pkgutil
import types
import typing
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, TypeAlias, TypeVar, Union, get_args, get_origin

import msgspec
import numpy as np
from msgspec import Meta
from msgspec.structs import force_setattr

from lrviz.errors import SpecError
from lrviz.manual import Manual, read
from lrviz.sentences import Sentence, say

S = TypeVar("S", bound="Spec")
T = TypeVar("T")

SOME = 6
"""Fields of an object that a sentence names."""

PerGroup: TypeAlias = T | Annotated[tuple[T, ...], Meta(min_length=1, max_length=64)]
"""One value for all parameter groups, or a tuple with one for each."""


@dataclass(frozen=True)
class Field:
    """One field of a value: its type and what its annotation says about it.

    `default` is what a new form starts from: the class's own, or the first example of a required field.
    `slider` is the range a slider offers (a hint, narrower than the bounds), from whose start it goes by `step`: a
    number, or the name of the field whose value the step is. `bound` ends "it must be …", and `none` is what None
    stands for, in a word or two. Where the value is a number or a list of them, torch may take a `tensor`. Few people
    change a `rare` one.

    A `grouped` one is a value of that kind or a tuple of them, one for each parameter group. A text that names a
    `variable` is a formula of it, where torch takes a function.
    """

    name: str
    type: Any
    kind: Literal["int", "float", "bool", "choice", "text", "ints", "floats", "value"]
    optional: bool
    default: Any
    required: bool
    help: str
    unit: str
    scale: Literal["linear", "log"]
    slider: tuple[float, float] | None
    step: int | str
    none: str
    choices: tuple[Any, ...]
    bound: str
    tensor: bool
    rare: bool
    grouped: bool
    variable: str


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An immutable value that is valid because it exists, however it was made."""

    def __post_init__(self) -> None:
        """Check and convert every field, since msgspec checks what it decodes but not what Python constructs.

        Raises
        ------
        SpecError
            Names the field, the value given and the bound it breaks.
        """
        for field in fields(type(self)):
            given = getattr(self, field.name)
            given = given.item() if isinstance(given, np.generic) else given
            try:
                value = msgspec.convert(_plain(given), field.type)
            except (msgspec.ValidationError, RecursionError):  # a list may hold itself
                raise SpecError(f"{type(self).__name__}.{field.name}", given, field.bound) from None
            if not _finite(value):
                raise SpecError(f"{type(self).__name__}.{field.name}", given, "finite")
            force_setattr(self, field.name, value)
        self.check()

    def check(self) -> None:
        """Raise what single fields can't know: a bound between two of them. Nothing by default."""

    def refuse(self, field: str, bound: str) -> SpecError:
        """Give the error that says `field` of this value must be `bound`."""
        return SpecError(f"{type(self).__name__}.{field}", getattr(self, field), bound)


class Spec(Value, frozen=True, tag=True):
    """One choice a user has: its fields are the parameters of `target`, under the same names."""

    target: ClassVar[str]
    fixed: ClassVar[Mapping[str, Any]] = {}
    """Arguments of the target that are no choice."""

    @classmethod
    def example(cls) -> typing.Self:
        """Give the value a new form starts from: torch's defaults, and an example where torch has none."""
        return cls(**{field.name: field.default for field in fields(cls) if field.required})

    def arguments(self) -> dict[str, Any]:
        """Give the arguments of the target that are a choice, by name."""
        return {field.name: getattr(self, field.name) for field in fields(type(self))}

    @classmethod
    def manual(cls) -> Manual:
        """Give what the class's docstring tells people."""
        return read(cls.__doc__ or "")

    @classmethod
    def summary(cls) -> str:
        """Give the first sentence of the class's docstring."""
        return cls.manual().summary

    @classmethod
    def about(cls) -> str:
        """Give the class's docstring as running text, without its examples and sections."""
        return "\n".join((cls.manual().summary, *cls.manual().more))


@functools.cache
def fields(cls: type[msgspec.Struct]) -> tuple[Field, ...]:
    """Give the fields of a value class in order, with what their annotations say."""
    return tuple(_field(info) for info in msgspec.structs.fields(cls))


def each(field: Field, name: str, help_text: str) -> Field:
    """Give the field that a single value of a list is, under a name of its own."""
    inner, _, _ = _unwrap(field.type)
    one = get_args(inner)[0]
    default = field.default[0] if field.default else None
    kind = _kind(_unwrap(one)[0])
    return dataclasses.replace(
        field, name=name, type=one, kind=kind, default=default, optional=False, help=help_text, bound=_bound(one)
    )


def found(package: str, path: Iterable[str], base: type[S]) -> tuple[type[S], ...]:
    """Import every module of a catalog package and give the subclasses of `base` they define, in order of name.

    The union msgspec decodes and every list the window shows come from this, so a new entry is one new file.
    """
    classes: list[type[S]] = []
    for module in pkgutil.iter_modules(path):
        for item in vars(importlib.import_module(f"{package}.{module.name}")).values():
            if isinstance(item, type) and issubclass(item, base) and "target" in vars(item) and item not in classes:
                classes.append(item)
    return tuple(sorted(classes, key=lambda cls: cls.__name__))


def union(classes: Iterable[type[Spec]]) -> Any:
    """Give the type msgspec decodes any of these classes from; a base class decodes no subclass."""
    return Union[tuple(classes)]  # noqa: UP007 - built at run time


def _field(info: msgspec.structs.FieldInfo) -> Field:
    inner, optional, meta = _unwrap(info.type)
    one = _grouped(inner)
    extra = (meta.extra if meta else None) or {}
    default = info.default if info.default_factory is msgspec.NODEFAULT else info.default_factory()
    if default is msgspec.NODEFAULT:
        default = meta.examples[0] if meta and meta.examples else None
    return Field(
        name=info.name,
        type=info.type,
        kind=_kind(inner if one is None else _unwrap(one)[0]),
        optional=optional,
        default=default,
        required=info.required,
        help=(meta.description if meta else None) or "",
        unit=extra.get("unit", ""),
        scale=extra.get("scale", "linear"),
        slider=extra.get("slider"),
        step=extra.get("step", 1),
        none=extra.get("none", ""),
        choices=get_args(inner) if get_origin(inner) is Literal else (),
        bound=_bound(info.type),
        tensor=extra.get("tensor", False),
        rare=extra.get("rare", False),
        grouped=one is not None,
        variable=extra.get("variable", ""),
    )


def _unwrap(annotation: Any) -> tuple[Any, bool, Meta | None]:
    """Split an annotation into its bare type, whether None is allowed, and its Meta."""
    meta: Meta | None = None
    if get_origin(annotation) is Annotated:
        annotation, *metas = get_args(annotation)
        given = [one for one in metas if isinstance(one, Meta)]  # the innermost type's own stands first
        meta = next((one for one in given if one.description), given[0] if given else None)
    if get_origin(annotation) in (Union, types.UnionType) and type(None) in get_args(annotation):
        rest = [arg for arg in get_args(annotation) if arg is not type(None)]
        inner, _, own = _unwrap(rest[0] if len(rest) == 1 else Union[tuple(rest)])  # noqa: UP007
        return inner, True, own or meta
    return annotation, False, meta


def _grouped(inner: Any) -> Any:
    """Give the type of one value where a type is that or a tuple of them; None of other types."""
    if get_origin(inner) not in (Union, types.UnionType) or len(get_args(inner)) != 2:
        return None
    one, many = get_args(inner)
    many = _unwrap(many)[0]
    return one if get_origin(many) is tuple and get_args(many) == (one, ...) else None


def _kind(inner: Any) -> Any:
    if get_origin(inner) is Literal:
        return "choice"
    if get_origin(inner) is tuple:
        return {int: "ints", float: "floats"}.get(_unwrap(get_args(inner)[0])[0], "value")
    return {int: "int", float: "float", bool: "bool", str: "text"}.get(inner, "value")


def _bound(annotation: Any) -> str:
    """Finish the sentence "it must be …" from an annotation."""
    inner, optional, meta = _unwrap(annotation)
    if (one := _grouped(inner)) is not None:
        words = say("{bound}, or one for each parameter group", bound=_bound(one))
    elif get_origin(inner) is Literal:
        words = say("one of {choices}", choices=", ".join(repr(choice) for choice in get_args(inner)))
    elif get_origin(inner) is tuple:
        words = _several(get_args(inner), meta)
    else:
        nouns = {int: say("a whole number"), float: say("a number"), bool: say("true or false"), str: say("text")}
        words = _ranged(nouns.get(inner) or _object(inner), meta)
    return say("{bound} or None", bound=words) if optional else words


def _several(args: tuple[Any, ...], meta: Meta | None) -> Sentence:
    """Say how many values a list may have, and what each is."""
    each = _bound(args[0])
    if args[-1] is not Ellipsis:
        return say("{count} value{count:|s}, each {bound}", count=len(args), bound=each)
    least, most = (meta.min_length or 0, meta.max_length) if meta is not None else (0, None)
    if most is not None:
        return say("a list of {least} to {most}, each {bound}", least=least, most=most, bound=each)
    if least:
        return say("a list of at least {least}, each {bound}", least=least, bound=each)
    return say("a list, each {bound}", bound=each)


def _object(inner: Any) -> Sentence:
    """Say what an object is: one of a kind, or of these fields."""
    if not (isinstance(inner, type) and issubclass(inner, Value)) or issubclass(inner, Spec):
        return say("one of the catalog's")
    names = inner.__struct_fields__
    return say("an object ({names})", names=", ".join(names[:SOME]) + ", …" * (len(names) > SOME))


def _ranged(noun: Sentence, meta: Meta | None) -> Sentence:
    """Say between which limits a number lies, or how long a text is."""
    if meta is None:
        return noun
    if meta.ge is not None and meta.le is not None:
        return say("{noun} between {low} and {high}", noun=noun, low=_limit(meta.ge), high=_limit(meta.le))
    words = noun
    if meta.ge is not None:
        words = say("{noun} of at least {limit}", noun=words, limit=_limit(meta.ge))
    if meta.gt is not None:
        words = say("{noun} greater than {limit}", noun=words, limit=_limit(meta.gt))
    if meta.le is not None:
        and_at_most = say("{noun} and of at most {limit}", noun=words, limit=_limit(meta.le))
        words = and_at_most if words is not noun else say("{noun} of at most {limit}", noun=noun, limit=_limit(meta.le))
    if meta.lt is not None:
        and_less = say("{noun} and less than {limit}", noun=words, limit=_limit(meta.lt))
        words = and_less if words is not noun else say("{noun} less than {limit}", noun=noun, limit=_limit(meta.lt))
    if meta.max_length is not None:
        return say(
            "{noun} of {least} to {most} characters", noun=words, least=meta.min_length or 0, most=meta.max_length
        )
    if meta.min_length is not None:
        return say("{noun} of {least} to any number of characters", noun=words, least=meta.min_length)
    return words


def _limit(value: float) -> str:
    """Write a bound as Python does: in full, or a large power of ten as one."""
    if not float(value).is_integer() or abs(value) >= 1e16:
        return f"{value:g}"
    sign, digits = "-" if value < 0 else "", f"{abs(value):.0f}"
    return sign + (f"10**{len(digits) - 1}" if len(digits) > 6 and digits.strip("0") == "1" else digits)


def _plain(value: Any) -> Any:
    """Turn numpy's scalars and arrays into Python's, and texts that are more than that into plain ones, at the door."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


def _finite(value: Any) -> bool:
    if isinstance(value, tuple):
        return all(_finite(item) for item in value)
    return not isinstance(value, float) or math.isfinite(value)
