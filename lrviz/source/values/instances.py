"""Instances: what the text's own classes and functions make of what they are given."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lrviz.errors import SourceError
from lrviz.source.values import commandline, records
from lrviz.source.values.handed import handed, handed_further
from lrviz.source.values.keyed import last_of
from lrviz.source.values.left_open import Keys, LeftOpenError

if TYPE_CHECKING:
    from lrviz.source.values.members import Members

Set = tuple[ast.FunctionDef, ast.expr | None]
"""A method that sets an attribute, and to what."""


def of_instance(members: Members, call: ast.Call, one: ast.ClassDef, keys: Keys) -> Any:
    """Give an attribute of an object that is made of a class of the text."""
    if not keys:
        raise LeftOpenError
    name, rest = str(keys[0]), keys[1:]
    begins, sets = records.begins(members.names, one), records.set_by(members.names, one, name)
    _refuse_changing(members, one, name, begins, sets)
    further = _by_name(members, call, one, begins)
    if name in further:
        return members.at(further[name], rest)
    if begins is not None and len(sets) == 1 and sets[0][0] is begins and sets[0][1] is not None:
        given = handed(call, begins)
        if given is None:
            raise LeftOpenError
        with members.inside(members.framed(begins, {**given, "self": call}), {}):
            return members.at(sets[0][1], rest)
    computed = records.computed(members.names, one, name)
    if computed is not None:
        with members.inside(members.framed(computed, {"self": call}), {}):
            return _given_back(members, computed.body, rest)
    if len(sets) == 1 and commandline.is_parsed(sets[0][1]):  # it is the same whenever it is asked
        return members.at(sets[0][1], rest)
    if sets:
        raise LeftOpenError
    if begins is None:
        by_place = records.fields(members.names, one) if records.is_record(members.names, one) else ()
        places = [(ast.Constant(key), value) for key, value in zip(by_place, call.args, strict=False)]
        by_name = [(ast.Constant(each.arg) if each.arg else None, each.value) for each in call.keywords]
        try:
            return last_of(members, [*places, *by_name], keys)
        except LeftOpenError as error:
            if not error.absent:
                raise
    return of_class(members, one, keys)


def _refuse_changing(
    members: Members, one: ast.ClassDef, name: str, begins: ast.FunctionDef | None, sets: Sequence[Set]
) -> None:
    """Leave an attribute open that something beside its own assignment may change."""
    if not records.is_plain(members.names, one) or members.names.changes(one, name):
        raise LeftOpenError
    if sets and (sets[1:] and records.set_by_name(members.names, one)):
        raise LeftOpenError
    if sets and begins is not None and _begins_anew_after(begins, sets[0][1]):
        raise LeftOpenError


def _by_name(
    members: Members, call: ast.Call, one: ast.ClassDef, begins: ast.FunctionDef | None
) -> dict[str, ast.expr]:
    """Give what a class sets its attributes to by their names, from what it is given with `**`."""
    found: dict[str, ast.expr] = {}
    for method, given_by in records.set_by_name(members.names, one):
        further = handed_further(call, method) if method is begins else None
        if further is None or method.args.kwarg is None or given_by != method.args.kwarg.arg:
            raise LeftOpenError
        found |= further
    return found


def _begins_anew_after(begins: ast.FunctionDef, value: ast.expr | None) -> bool:
    """Whether a class's `__init__` calls that of what it is made from after it has set an attribute to a value."""
    anew = records.begins_anew(begins)
    return anew is not None and value is not None and value.lineno < anew.lineno


def of_class(members: Members, one: ast.ClassDef, keys: Keys) -> Any:
    """Give an attribute of a class of the text."""
    value = records.attribute(members.names, one, str(keys[0]))
    if value is None:
        raise LeftOpenError
    return members.at(value, keys[1:])


def returned(
    members: Members,
    call: ast.Call,
    function: ast.Lambda | ast.FunctionDef,
    keys: Keys,
    own: Mapping[str, ast.expr] = MappingProxyType({}),
) -> Any:
    """Give what a function of the text returns for what a call gives it; `own` is what a method's object is made by."""
    given = handed(call, function)
    if given is None or (isinstance(function, ast.FunctionDef) and (function.decorator_list or _shares(function))):
        raise LeftOpenError
    try:
        with members.inside(members.framed(function, {**given, **own}), {}):
            if isinstance(function, ast.Lambda):
                return members.at(function.body, keys)
            return _given_back(members, function.body, keys)
    except SourceError as error:
        its = members.names.own(function)
        if any(its & set(re.findall(r"\w+", one.asks)) for one in error.findings):
            raise LeftOpenError from None  # nobody outside knows what its own names stand for
        raise


def _shares(function: ast.FunctionDef) -> bool:
    """Whether a function sets names that aren't its own, and may give something else each time."""
    return any(isinstance(node, (ast.Global, ast.Nonlocal)) for node in ast.walk(function))


def _given_back(members: Members, body: Sequence[ast.stmt], keys: Keys) -> Any:
    for i, statement in enumerate(body):
        match statement:
            case ast.Return(value=ast.expr() as value):
                return members.at(value, keys)
            case ast.If(test=test, body=yes, orelse=no) if _returns(statement):
                holds = members.constants.holds(test)
                if holds is None:
                    raise LeftOpenError
                return _given_back(members, [*(yes if holds else no), *body[i + 1 :]], keys)
        if _returns(statement):
            raise LeftOpenError
    raise LeftOpenError


def _returns(statement: ast.stmt) -> bool:
    return any(isinstance(node, ast.Return) for node in ast.walk(statement))
