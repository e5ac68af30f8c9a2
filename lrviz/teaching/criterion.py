"""A loss given as torch code: `nn.HuberLoss(delta=1.0)`, read and never executed."""

from __future__ import annotations

import ast
from typing import Any

from lrviz.catalog.loss import Loss
from lrviz.catalog.losses import LOSSES
from lrviz.documents import instead
from lrviz.errors import LrvizError, shown
from lrviz.sentences import say
from lrviz.spec import fields

LONGEST = 1000
"""Characters of such a text."""


def criterion_of(text: str) -> Loss:
    """Read the call that makes a loss; lrviz's own are called as they are in a script it writes.

    Raises
    ------
    LrvizError
        It is no such call, or an argument is unknown or out of its bounds.
    """
    call = _call(text)
    name = ast.unparse(call.func).rpartition(".")[2]
    known = {cls.__name__: cls for cls in LOSSES}
    if name not in known:
        raise LrvizError(say("there is no loss {name}: {instead}", name=shown(name), instead=instead(name, known)))
    cls, given = known[name], _arguments(call)
    names = [field.name for field in fields(cls)]
    if len(given[0]) > len(names):
        raise LrvizError(
            say(
                "{name} takes {names} arguments, and {given} are given",
                name=name,
                names=len(names),
                given=len(given[0]),
            )
        )
    arguments = {**dict(zip(names, given[0], strict=False)), **given[1]}
    for unknown in arguments.keys() - set(names):
        raise LrvizError(
            say(
                "{name} has no argument {unknown}: {instead}",
                name=name,
                unknown=unknown,
                instead=instead(unknown, names),
            )
        )
    try:
        return cls(**arguments)
    except TypeError:
        missing = next(field.name for field in fields(cls) if field.required and field.name not in arguments)
        raise LrvizError(say("{name} needs its argument {missing}", name=name, missing=missing)) from None


def _call(text: str) -> ast.Call:
    body: Any = None
    if len(text) <= LONGEST:
        try:
            body = ast.parse(text.strip(), mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            body = None
    if not isinstance(body, ast.Call):
        raise LrvizError(say("{text} is no loss as torch code, like nn.HuberLoss(delta=1.0)", text=shown(text)))
    return body


def _arguments(call: ast.Call) -> tuple[list[Any], dict[str, Any]]:
    if any(keyword.arg is None for keyword in call.keywords):
        raise LrvizError(say("{unparse}: arguments stand by themselves, without **", unparse=shown(ast.unparse(call))))
    named = {keyword.arg: _value(keyword.value) for keyword in call.keywords if keyword.arg is not None}
    return [_value(given) for given in call.args], named


def _value(node: ast.expr) -> Any:
    """Give a literal, or that of a tensor's."""
    if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "tensor" and len(node.args) == 1:
        node = node.args[0]
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, RecursionError, MemoryError):
        raise LrvizError(say("{unparse} is no plain value", unparse=shown(ast.unparse(node)))) from None
