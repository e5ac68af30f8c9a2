"""Revalued: a text in which some numbers are others, written where they stand."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from lrviz.catalog.schedule import Schedule
from lrviz.errors import Patch, SourceError
from lrviz.run import Run
from lrviz.source.reading import Reading
from lrviz.source.spelling.lines import literal
from lrviz.source.text.spots import Spots
from lrviz.source.text.syntax import syntax
from lrviz.source.writing.statements import value
from lrviz.spec import Field, Spec, fields


class _Change(NamedTuple):
    """An argument that is another one: the path of the call it is given to, its field, and its value as code."""

    owner: str
    field: str
    code: str


def values_of_the_optimizer(reading: Reading, run: Run) -> list[Patch] | None:
    """Give what writes the arguments of the run's optimizer; None where it is of another class."""
    return None if reading.run is None else _with(reading, _changes(reading.run.optimizer, run.optimizer, "optimizer"))


def values_of_the_schedule(reading: Reading, run: Run) -> list[Patch] | None:
    """Give what writes the arguments of the run's schedule and its parts; None where they are of other classes."""
    before = None if reading.run is None else reading.run.schedule
    if before is None or run.schedule is None:
        return None
    return _with(reading, _changes(before, run.schedule, "schedule"))


def clipped(reading: Reading, norm: float | None) -> list[Patch]:
    """Give what cuts gradients to another norm, where the text cuts them, or never."""
    return _Text(reading).clipped(norm)


def _with(reading: Reading, changes: Iterator[_Change | None]) -> list[Patch] | None:
    text = _Text(reading)
    patches = [None if change is None else text.patch(change) for change in changes]
    return None if None in patches else [patch for patch in patches if patch is not None]


def _changes(before: Spec, after: Spec, path: str) -> Iterator[_Change | None]:
    """Give what is another argument in the second of two values; None for what no argument can say."""
    if type(before) is not type(after):
        yield None
        return
    for field in fields(type(before)):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old == new:
            continue
        if isinstance(old, Schedule) and isinstance(new, Schedule):
            yield from _changes(old, new, f"{path}.{field.name}")
        elif _are_parts(old) and _are_parts(new):
            if len(old) != len(new):
                yield None
                return
            for i, (one, other) in enumerate(zip(old, new, strict=True)):
                yield from _changes(one, other, f"{path}.{field.name}[{i}]")
        else:
            yield _Change(path, field.name, _code(field, new))


def _are_parts(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and all(isinstance(one, Schedule) for one in value)


def _code(field: Field, given: Any) -> str:
    return value(field, given) if given is not None else literal(None)


class _Text:
    """A text, and where its values stand."""

    def __init__(self, reading: Reading) -> None:
        self._reading, self._spots = reading, Spots(reading.text)
        self._values: dict[str, list[ast.expr | None]] = {}
        self._uses: Counter[str] = Counter()
        try:
            self._nodes = syntax(reading.text)
        except SourceError:
            self._nodes = []
        for node in self._nodes:
            self._note(node)

    def patch(self, change: _Change) -> Patch | None:
        """Give what says a change: another value where it is written, or one more argument; None without its call."""
        node = self._reading.nodes.get(f"{change.owner}.{change.field}")
        if node is not None:
            node = self._origin(node)
            return Patch(self._spots.start(node), self._spots.end(node), change.code)
        call = self._reading.nodes.get(change.owner)
        if not isinstance(call, ast.Call) or not (call.args or call.keywords):
            return None
        given: list[ast.expr | ast.keyword] = [*call.args, *call.keywords]
        last = max(map(self._spots.end, given))
        return Patch(last, last, f", {change.field}={change.code}")

    def clipped(self, norm: float | None) -> list[Patch]:
        """Give what cuts gradients to another norm where the text cuts them, or takes the statement out."""
        for node in self._nodes:
            match node:
                case ast.Expr(
                    value=ast.Call(func=ast.Name(id="clip_grad_norm_") | ast.Attribute(attr="clip_grad_norm_")) as call
                ):
                    if norm is None:
                        end = self._spots.line((node.end_lineno or node.lineno) + 1)
                        return [Patch(self._spots.line(node.lineno), end, "")]
                    by_name = [one.value for one in call.keywords if one.arg == "max_norm"]
                    given = [*by_name, *call.args[1:2]][0]
                    return [Patch(self._spots.start(given), self._spots.end(given), repr(norm))]
        return []

    def _note(self, node: ast.AST) -> None:
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=given)
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as given)
            ):
                self._values.setdefault(name, []).append(given)
            case ast.Name(id=name, ctx=ast.Load()):
                self._uses[name] += 1
            case ast.arg(arg=name) | ast.Name(id=name):  # bound, by an assignment too
                self._values.setdefault(name, []).append(None)

    def _origin(self, node: ast.expr) -> ast.expr:
        """Give where a value is written: for a name that nothing else uses, what is assigned to it."""
        while isinstance(node, ast.Name) and self._uses[node.id] == 1:
            match self._values.get(node.id):
                case [ast.expr() as given, None] | [None, ast.expr() as given]:
                    node = given
                case _:
                    break
        return node
