"""Command line: what a text's own options stand for where it is started without any."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple, TypeGuard

PARSES = frozenset({"parse_args", "parse_known_args", "parse_intermixed_args"})
"""Methods of a parser that give its options, the second and their like as the first of two."""
FLAGS = frozenset({"absl.flags", "absl.flags.FLAGS"})
"""What absl keeps its flags in."""
_FLAGS = {"store_true": False, "store_false": True}
_CONVERTS = ("int", "float", "str")


class Option(NamedTuple):
    """An option of a text: what it is without being given, None where the text doesn't say, and the call that adds it.

    A text is converted by the function named `converts`; an option without a default that is `empty` is None. `spelled`
    are its words on the command line, and `plain` says that one word follows them.
    """

    default: ast.expr | None
    converts: str
    empty: bool
    call: ast.Call
    spelled: tuple[str, ...]
    plain: bool


def is_parsed(node: ast.expr | None) -> TypeGuard[ast.Call]:
    """Whether an expression is what the command line says where the text is started."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in PARSES


def options(added: Iterable[ast.Call], name: str) -> Iterator[Option]:
    """Give the options of that name among calls of `add_argument`."""
    for call in added:
        if _name(call) == name:
            given = {keyword.arg: keyword.value for keyword in call.keywords}
            spelled = tuple(str(one.value) for one in call.args if isinstance(one, ast.Constant))
            plain = not given.keys() & {"action", "nargs", "const"}
            yield Option(_default(given), _word(given.get("type")), _is_empty(call, given), call, spelled, plain)


def defaults(set_: Iterable[ast.Call], name: str, after: int) -> Iterator[ast.expr | None]:
    """Give what calls of `set_defaults` below a line say of an option; None where they don't say what they set."""
    for call in set_:
        if call.lineno >= after:
            yield from (keyword.value for keyword in call.keywords if keyword.arg == name)
            yield from (None for keyword in call.keywords if keyword.arg is None)


def decorated(function: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> ast.expr | None:
    """Give the default of a parameter that a decorator makes an option of: `@click.option("--lr", default=0.1)`."""
    for one in function.decorator_list:
        match one:
            case ast.Call(func=ast.Attribute(attr="option" | "argument")) if _name(one) == name:
                return next((keyword.value for keyword in one.keywords if keyword.arg == "default"), None)
    return None


def flag(defined: Iterable[ast.Call], name: str) -> ast.expr | None:
    """Give the default of a flag that `flags.DEFINE_float("lr", 0.1, "…")` defines."""
    for call in defined:
        match call:
            case ast.Call(args=[ast.Constant(value=value), default, *_]) if value == name:
                return default
    return None


def given(words: Sequence[str], option: Option) -> Sequence[str] | None:
    """Give the words that follow an option on a command line: none where it isn't there, the last where it is twice."""
    found: list[str] | None = None
    for i, word in enumerate(words):
        name, equals, value = word.partition("=")
        for spelled in option.spelled:
            short = spelled[:2] == word[:2] and not spelled.startswith("--") and len(word) > 2
            if name in (spelled, spelled.replace("--", "--no-", 1)):
                found = [value] if equals else list(takewhile(lambda one: not _is_option(one), words[i + 1 :]))
            elif short or (name.startswith("--") and len(name) > 2 and spelled.startswith(name)):
                raise ValueError(word)  # shortened, or several in one
    return found


def _is_option(word: str) -> bool:
    return word.startswith("-") and not word[1:2].isdigit() and word[1:2] != "."


def _name(call: ast.Call) -> str:
    """Give the name of the attribute that an option is kept in."""
    names = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    for keyword in call.keywords:
        if keyword.arg == "dest" and isinstance(keyword.value, ast.Constant):
            return str(keyword.value.value)
    bare = [name for name in names if not name.startswith("-")]  # click has both: "--epochs", "number"
    long = [name for name in names if name.startswith("--")]
    chosen = (bare or long or names or [""])[0]
    return chosen.lstrip("-").replace("-", "_") if chosen.startswith("-") else chosen


def _default(given: dict[str | None, ast.expr]) -> ast.expr | None:
    action = given.get("action")
    if "default" in given:
        return given["default"]
    if isinstance(action, ast.Constant) and action.value in _FLAGS:
        return ast.copy_location(ast.Constant(_FLAGS[action.value]), action)
    return None


def _is_empty(call: ast.Call, given: dict[str | None, ast.expr]) -> bool:
    """Whether an option may be left out, and is None then."""
    by_place = any(isinstance(arg, ast.Constant) and not str(arg.value).startswith("-") for arg in call.args)
    required = given.get("required")
    return not by_place and not (isinstance(required, ast.Constant) and required.value)


def _word(node: ast.expr | None) -> str:
    return node.id if isinstance(node, ast.Name) and node.id in _CONVERTS else "" if node is not None else "str"
