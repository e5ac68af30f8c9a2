"""Libraries: what their namespaces and parsers of the command line hold."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from lrviz.sentences import say
from lrviz.source.values import commandline, records
from lrviz.source.values.callees import name_of
from lrviz.source.values.instances import of_instance
from lrviz.source.values.keyed import copied, kept, last_of
from lrviz.source.values.left_open import Keys, LeftOpenError, Ungiven

if TYPE_CHECKING:
    from lrviz.source.values.members import Members

_PARSED = "parse_args_into_dataclasses"


def of_library(members: Members, node: ast.Call, keys: Keys) -> Any:
    """Give what keys lead to from what a library makes: a namespace, a copy, or what the command line says."""
    match node.func:
        case ast.Attribute(attr=attr) if attr in commandline.PARSES:
            return _parsed(members, node, keys if attr != "parse_known_args" else keys[1:])
        case ast.Attribute(value=owner, attr=attr) if attr == _PARSED and len(keys) > 1:
            return _of_parsed(members, owner, keys)
        case ast.Attribute(attr="merge") if node.args:
            return last_of(members, [(None, arg) for arg in node.args], keys)
        case ast.Attribute(attr="from_cli"):  # where it is started without any options
            raise LeftOpenError(absent=True)
    if (source := copied(node)) is not None:
        return members.member(source, keys)
    if name_of(node.func) in records.NAMESPACES:
        return kept(members, node, keys)
    if name_of(node.func).endswith("TrainingArguments"):
        return last_of(members, [(ast.Constant(one.arg), one.value) for one in node.keywords if one.arg], keys)
    made = node.args[0] if node.args and name_of(node.func) in records.FROM_COMMAND_LINE else None
    one = members.names.defined(made) if isinstance(made, ast.Name) else None
    if made is None or one is None:
        return members.constants.taken(members.constants.called(node), keys)
    return of_instance(members, ast.copy_location(ast.Call(made, [], []), node), one, keys)


def _parsed(members: Members, call: ast.Call, keys: Keys) -> Any:
    """Give what an option of the command line is without being given."""
    name = str(keys[0]) if keys else ""
    found = list(commandline.options(members.names.called("add_argument"), name))
    set_ = list(commandline.defaults(members.names.called("set_defaults"), name, max(_lines(found), default=0)))
    if not found and not set_:
        raise LeftOpenError(absent=bool(name) and members.names.adds_options())
    if any(one.arg == "namespace" for one in call.keywords) or None in set_:
        raise LeftOpenError
    if (words := _words(members, call)) is not None and found:
        try:
            follows = commandline.given(words, found[-1])
        except ValueError as error:
            raise LeftOpenError(say("is not told by {error} on the command line", error=str(error)[:40])) from None
        if follows is not None:
            if not found[-1].plain or len(follows) != 1:
                raise LeftOpenError
            return members.constants.converted(call, follows[0], found[-1].converts)
    if set_:
        return members.agreed_on(set_, keys[1:])
    if any(one.default is None for one in found):
        if len(found) == 1 and found[0].empty:
            return Ungiven()
        raise LeftOpenError(say("has no default"))
    value = members.agreed_on([one.default for one in found], keys[1:])
    if isinstance(value, str) and not keys[1:]:
        return members.constants.converted(found[0].call, value, found[0].converts)
    return value


def _lines(found: Sequence[commandline.Option]) -> list[int]:
    return [one.call.lineno for one in found]


def _words(members: Members, call: ast.Call) -> list[str] | None:
    """Give the words that a parser is given; None where they are those of the real command line."""
    given = [*call.args[:1], *(one.value for one in call.keywords if one.arg == "args")]
    if not given:
        return None
    words = members.constants.known(given[0])
    if isinstance(given[0], ast.Constant) and words is None:
        return None
    return [str(word) for word in words] if isinstance(words, list) else None


def _of_parsed(members: Members, owner: ast.expr, keys: Keys) -> Any:
    """Give a field of one of the dataclasses that a parser of transformers makes."""
    made = members.names.value(owner) if isinstance(owner, ast.Name) else owner
    if isinstance(made, ast.Call) and made.args and isinstance(keys[0], int):
        classes = made.args[0].elts if isinstance(made.args[0], (ast.Tuple, ast.List)) else [made.args[0]]
        one = classes[keys[0]] if keys[0] < len(classes) else None
        defined = members.names.defined(one) if isinstance(one, ast.Name) else None
        if one is not None and defined is not None:
            return of_instance(members, ast.copy_location(ast.Call(one, [], []), made), defined, keys[1:])
    raise LeftOpenError
