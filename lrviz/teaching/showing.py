"""Showing: the experiment that does what a step asks for, where its claim says that by itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from lrviz.catalog.losses import LOSSES
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.schedules import SCHEDULES
from lrviz.errors import LrvizError
from lrviz.experiment import Experiment
from lrviz.teaching.claims import Claim
from lrviz.teaching.weighing import ANY

_PART = re.compile(r"(\w+)|\[(\d+)\]")
MIRRORED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.Gt,
    ast.Gt: ast.Lt,
    ast.LtE: ast.GtE,
    ast.GtE: ast.LtE,
    ast.Eq: ast.Eq,
}
BEYOND = 2.0
"""What has to be below a number is shown as this part of it, and what has to be above as so many times it."""


def shown_by(until: str, experiment: Experiment) -> Experiment | None:
    """Give the experiment with all that a claim asks to be set; that it is raced then is all that may be left to do.

    None where the claim doesn't say what to set: it asks for some value but one, or for what a race is to give.
    """
    try:
        changed = experiment
        for word, names, value in _wanted(Claim.parse(until).body):
            changed = _with(changed, word, names, value)
    except (LrvizError, TypeError, AttributeError, LookupError):
        return None
    return changed


def _wanted(node: ast.expr) -> Iterator[tuple[str, tuple[str, ...], Any]]:
    """Give (word, names, value) for each setting that has to have a value; of several ways the first."""
    match node:
        case ast.BoolOp(op=ast.And(), values=parts):
            for part in parts:
                yield from _wanted(part)
        case ast.BoolOp(values=[part, *_]):
            yield from _wanted(part)
        case ast.Compare(left=left, ops=signs, comparators=others):
            sides = (left, *others)
            pairs = zip(sides, signs, others, strict=False)
            found = [_asked(one, type(sign), other) or _mirrored(one, sign, other) for one, sign, other in pairs]
            known = [one for one in found if one is not None]
            yield known[0]
        case ast.Call(func=ast.Name(id="raced")):
            return
        case _:
            raise LookupError


def _mirrored(one: ast.expr, sign: ast.cmpop, other: ast.expr) -> tuple[str, tuple[str, ...], Any] | None:
    """Read a comparison from its other side."""
    return _asked(other, MIRRORED.get(type(sign), ast.NotEq), one)


def _asked(call: ast.expr, sign: type[ast.cmpop], value: ast.expr) -> tuple[str, tuple[str, ...], Any] | None:
    named = isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in WAYS
    if not named or not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
        return None
    try:
        names = tuple(str(ast.literal_eval(name)) for name in call.args)
        given = ast.literal_eval(value)
    except ValueError:
        return None
    scale = {ast.Eq: None, ast.LtE: None, ast.GtE: None, ast.Lt: 1 / BEYOND, ast.Gt: BEYOND}
    if sign not in scale:
        return None
    factor = scale[sign]
    return call.func.id, names, given if factor is None else type(given)(given * factor)


def _with(experiment: Experiment, word: str, names: tuple[str, ...], value: Any) -> Experiment:
    if word == "plan":
        return replace(experiment, training=_put(experiment.training, names[0], value))
    if word == "problem":
        return replace(experiment, problem=_put(experiment.problem, names[0], value))
    runs = list(experiment.runs)
    at = 0 if names[0] == ANY else [run.name for run in runs].index(names[0]) if _is_run(experiment, names[0]) else -1
    if at < 0:
        raise IndexError
    if word == "setting":
        runs[at] = _put(runs[at], names[1], value)
    elif type(getattr(runs[at], names[1])).__name__ != value:
        runs[at] = _put(runs[at], names[1], _entry(value))
    return replace(experiment, runs=tuple(runs))


def _is_run(experiment: Experiment, name: str) -> bool:
    return any(run.name == name for run in experiment.runs)


def _entry(name: str) -> Any:
    """Give a schedule, loss or optimizer of that class, as a form begins it; None for no schedule."""
    if name == "NoneType":
        return None
    known = {cls.__name__: cls for cls in (*SCHEDULES, *LOSSES, *OPTIMIZERS)}
    return known[name].example()


def _put(value: Any, path: str, new: Any) -> Any:
    """Give a value with another one at a path in it."""
    first, rest = _head(path)
    if first.isdigit():
        items = list(value)
        items[int(first)] = _put(items[int(first)], rest, new) if rest else new
        return tuple(items)
    return replace(value, **{first: _put(getattr(value, first), rest, new) if rest else new})


def _head(path: str) -> tuple[str, str]:
    found = _PART.match(path)
    if found is None:
        raise AttributeError(path)
    return found[1] or found[2], path[found.end() :].removeprefix(".")


WAYS = ("setting", "plan", "problem", "kind")
"""The words of claims that say what has to be set."""
