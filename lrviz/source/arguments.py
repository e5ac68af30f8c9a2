"""Arguments: what a call gives to the parameters of torch's object, as a catalog value."""

from __future__ import annotations

import ast
from typing import Any

from lrviz.catalog.optimizer import Optimizer
from lrviz.errors import Finding, SourceError, nearest
from lrviz.source.calls import Call
from lrviz.source.constants import Constants, refused, unknown
from lrviz.source.formulas import formula
from lrviz.spec import Field, Spec, fields

WITHOUT_EFFECT = frozenset({"foreach", "fused", "capturable", "differentiable", "verbose"})  # speed and printing
WHOLE_IN_TORCH = frozenset({"OneCycleLR", "CosineAnnealingWarmRestarts"})  # torch refuses 100.0 for 100 there


LEFT_OUT = {"RMSprop": ("centered", ("capturable", "foreach"))}
"""After which argument torch takes others by place that lrviz has no field for."""


def positional(cls: type[Spec]) -> tuple[str, ...]:
    """Give the names of the parameters of torch's object in order, as far as arguments may be given by place."""
    own = [field.name for field in fields(cls)]
    if cls.__name__ in LEFT_OUT:
        before, names = LEFT_OUT[cls.__name__]
        place = own.index(before) + 1
        own[place:place] = names
    elif "maximize" in own:  # elsewhere torch takes it, and what follows it, by name only
        own = own[: own.index("maximize")]
    return ("params", *own) if issubclass(cls, Optimizer) else ("optimizer", *own, "last_epoch")


def made(call: Call, constants: Constants) -> Any:
    """Make the catalog value a call stands for.

    Raises
    ------
    SourceError
        An argument is unknown (LR201), refused (LR202) or not in the text (LR203).
    SpecError, ScheduleError
        An argument is out of bounds, or torch would raise.
    """
    known = {field.name: field for field in fields(call.cls)}
    values: dict[str, Any] = {}
    for name, node in _bound(call).items():
        if name in known:
            values[name] = _value(known[name], call.cls, node, constants)
        elif name == "last_epoch" and constants.value(node) != -1:
            raise refused(node, "last_epoch other than -1 resumes a run, whose start the text doesn't hold")
    missing = [field.name for field in known.values() if field.required and field.name not in values]
    if missing:
        message = f"{call.cls.__name__} needs {' and '.join(missing)}"
        raise SourceError(Finding("LR201", "error", message, call.node.lineno))
    return call.cls(**values)


def _bound(call: Call) -> dict[str, ast.expr]:
    """Give the expression of every argument by the parameter's name, as Python binds them."""
    node, places = call.node, positional(call.cls)
    accepted = {*places, *(field.name for field in fields(call.cls)), *WITHOUT_EFFECT}
    bound: dict[str, ast.expr] = {}
    if starred := next((arg for arg in node.args if isinstance(arg, ast.Starred)), None):
        raise unknown(starred)
    if len(node.args) > len(places):
        message = f"{call.cls.__name__} takes {len(places)} arguments by place, not {len(node.args)}"
        raise SourceError(Finding("LR201", "error", message, node.lineno))
    bound.update(zip(places, node.args, strict=False))
    for keyword in node.keywords:
        if keyword.arg is None:
            raise unknown(keyword.value)
        if keyword.arg not in accepted:
            raise SourceError(Finding("LR201", "error", _unknown_argument(call.cls, keyword.arg), keyword.lineno))
        if keyword.arg in bound:
            message = f"{call.cls.__name__} is given {keyword.arg} twice"
            raise SourceError(Finding("LR201", "error", message, keyword.lineno))
        bound[keyword.arg] = keyword.value
    return bound


def _unknown_argument(cls: type[Spec], name: str) -> str:
    own = [field.name for field in fields(cls)]
    close = nearest(name, own)
    known = f"the nearest is {close}" if close else f"it takes {', '.join(own)}"
    return f"{cls.__name__} has no argument {name[:80]}; {known}"


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _value(field: Field, cls: type[Spec], node: ast.expr, constants: Constants) -> Any:
    if field.variable and not (field.optional and _is_none(node)):
        return formula(node, constants, field.variable)
    value = constants.value(node)
    whole = field.kind in {"int", "ints"} and cls.__name__ not in WHOLE_IN_TORCH
    return _whole(value) if whole else value


def _whole(value: Any) -> Any:
    """Give 100 for the 100.0 of 1e2, which torch's schedulers count with just as well."""
    if isinstance(value, list):
        return [_whole(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
