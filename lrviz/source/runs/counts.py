"""Counts: how many of a list's numbers a step has passed, as a sum of conditions; `bisect_right([3, 6], t)` is one."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Sequence

MOST = 50
"""Items that are written out."""
_PASSED: dict[str, ast.cmpop] = {"bisect": ast.GtE(), "bisect_right": ast.GtE(), "bisect_left": ast.Gt()}


def counted(node: ast.Call, listed: Callable[[ast.expr], Sequence[ast.expr] | None]) -> ast.expr | None:
    """Give what a call counts or sums up over a list of constants, written out; None where it does neither.

    `listed` gives the items of a list that the text holds.
    """
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
    match node.args:
        case [over, value] if name in _PASSED:
            items = listed(over)
            found = items and [_one(ast.Compare(value, [_PASSED[name]], [item])) for item in items]
        case [ast.GeneratorExp(elt=elt, generators=[each]) | ast.ListComp(elt=elt, generators=[each])]:
            found = _over(name, elt, each, listed)
        case _:
            found = None
    if found is None or len(found) > MOST:
        return None
    total: ast.expr = ast.Constant(0)
    for i, one in enumerate(found):
        total = ast.BinOp(total, ast.Add(), one) if i else one
    return ast.fix_missing_locations(ast.copy_location(total, node))


def _over(
    name: str, elt: ast.expr, each: ast.comprehension, listed: Callable[[ast.expr], Sequence[ast.expr] | None]
) -> list[ast.expr] | None:
    """Give the terms of `sum(… for m in list if …)` and of `len([… for m in list if …])`."""
    items = listed(each.iter)
    if name not in {"sum", "len"} or items is None or not isinstance(each.target, ast.Name):
        return None
    term: ast.expr = ast.Constant(1) if name == "len" else _one(elt) if isinstance(elt, ast.Compare) else elt
    for test in each.ifs:
        term = ast.IfExp(test, term, ast.Constant(0))
    return [_Put(each.target.id, item).visit(copy.deepcopy(term)) for item in items]


def _one(test: ast.expr) -> ast.expr:
    return ast.IfExp(test, ast.Constant(1), ast.Constant(0))


class _Put(ast.NodeTransformer):
    def __init__(self, name: str, value: ast.expr) -> None:
        self._name, self._value = name, value

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._value if node.id == self._name else node
