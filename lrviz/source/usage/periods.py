"""Periods: for how many of a loop's rounds a condition on its variable holds."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable
from typing import NamedTuple

from lrviz.source.usage.loops import Loops

Values = range | tuple[object, ...]
_SAME: dict[type[ast.cmpop], Callable[[object, object], bool]] = {ast.Eq: operator.eq, ast.NotEq: operator.ne}


class Period(NamedTuple):
    """What `(i + offset) % every == rest` says, or with `!=` where it isn't `equal`."""

    every: int
    offset: int
    rest: int
    equal: bool

    def held(self, values: range) -> int:
        """Give for how many of consecutive numbers it holds."""
        rest = self.rest - self.offset
        found = (values.stop - 1 - rest) // self.every - (values.start - 1 - rest) // self.every if values else 0
        return found if self.equal else len(values) - found


def period(test: ast.expr, loops: Loops) -> Period | None:
    """Give a condition's period; `if i % k` asks whether it isn't 0. Of `… or it is the last` it is the first's."""
    match test:
        case ast.BoolOp(op=ast.Or(), values=values):
            return next((found for one in values if (found := period(one, loops)) is not None), None)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            found = period(operand, loops)
            return None if found is None else found._replace(equal=not found.equal)
        case ast.Compare(left=ast.BinOp(op=ast.Mod()) as left, ops=[ast.Eq() | ast.NotEq() as op], comparators=[right]):
            rest, equal = loops.number(right), isinstance(op, ast.Eq)
        case ast.BinOp(op=ast.Mod()) as left:
            rest, equal = 0, False
        case _:
            return None
    every, offset = loops.number(left.right), 0
    match left.left:
        case ast.BinOp(op=ast.Add(), right=added):
            offset = loops.number(added) or 0
    return None if every is None or every < 1 or rest is None else Period(every, offset, rest, equal)


def held(test: ast.expr, counter: str, values: Values, loops: Loops) -> int | None:
    """Give for how many values of the variable `counter` a condition holds, None where that isn't known."""
    if isinstance(values, range) and values.step != 1:
        return None
    match test:
        case ast.BoolOp(op=ast.Or(), values=[one, other]) if isinstance(values, range):
            return _or_last(one, other, counter, values, loops) or _or_last(other, one, counter, values, loops)
        case ast.Compare(left=ast.Name(id=name), ops=[op], comparators=[right]) if name == counter:
            bound = loops.constant(right)
            if isinstance(values, range):
                return _compared(values, op, bound) if isinstance(bound, (int, float)) else None
            same = _SAME.get(type(op))
            return None if same is None or bound is None else sum(same(value, bound) for value in values)
    found = period(test, loops)
    return None if found is None or not isinstance(values, range) else found.held(values)


def _or_last(cycle: ast.expr, end: ast.expr, counter: str, values: range, loops: Loops) -> int | None:
    """Give for how many rounds of a loop a period holds or it is the last one."""
    found = period(cycle, loops)
    if found is None or not values or not _is_last(end, counter, values, loops):
        return None
    return found.held(values) + (not found.held(values[-1:]))


def _is_last(test: ast.expr, counter: str, values: range, loops: Loops) -> bool:
    """Whether a condition is that a loop is in its last round."""
    match test:
        case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
            for one, other in ((left, right), (right, left)):
                match one:
                    case ast.Name(id=name) if name == counter:
                        return loops.number(other) == values[-1]
                    case ast.BinOp(left=ast.Name(id=name), op=ast.Add(), right=added) if name == counter:
                        return loops.number(other) == values[-1] + (loops.number(added) or 0)
    return False


def _compared(values: range, op: ast.cmpop, bound: float) -> int | None:
    """Give how many of consecutive numbers compare so with a bound."""
    if not math.isfinite(bound):
        return None
    below = min(max(math.ceil(bound) - values.start, 0), len(values))
    up_to = min(max(math.floor(bound) + 1 - values.start, 0), len(values))
    counts: dict[type[ast.cmpop], int] = {
        ast.Lt: below,
        ast.LtE: up_to,
        ast.Gt: len(values) - up_to,
        ast.GtE: len(values) - below,
        ast.Eq: up_to - below,
        ast.NotEq: len(values) - up_to + below,
    }
    return counts.get(type(op))
