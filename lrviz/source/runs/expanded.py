"""Expanded: calls that a formula has no word for, written out in the words that it has."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from functools import reduce

from lrviz.source.values.callees import name_of
from lrviz.source.values.constants import Constants, constant
from lrviz.source.values.functions import filled

MOST = 24
"""Items of a list that are written out."""
_BISECT = {"bisect": ast.GtE, "bisect_right": ast.GtE, "bisect_left": ast.Gt}
_ZERO, _ONE = ast.Constant(0), ast.Constant(1)


def expanded(node: ast.expr, constants: Constants) -> ast.expr | None:
    """Give an expression of the formulas' language for one that isn't; None where there is none."""
    made = _expanded(node, constants)
    if made is not None:
        for each in ast.walk(made):
            if isinstance(each, ast.expr) and not hasattr(each, "lineno"):
                ast.copy_location(each, node)
    return made


def _expanded(node: ast.expr, constants: Constants) -> ast.expr | None:
    match node:
        case ast.NamedExpr(value=value):
            return value
        case ast.Call(func=ast.Lambda(args=given, body=body), args=args, keywords=[]) if not given.defaults:
            return filled(body, {arg.arg: one for arg, one in zip(given.args, args, strict=False)})
        case ast.Subscript(value=ast.Call(func=func, args=[ast.List(elts=[x]), *rest]), slice=ast.Constant(value=0)):
            return _interpolated([x, *rest], constants) if name_of(func) == "interp" else None
        case ast.Subscript(value=ast.Call(func=ast.Name(id="divmod"), args=[one, other]), slice=ast.Constant(value=i)):
            return ast.BinOp(one, ast.FloorDiv() if i == 0 else ast.Mod(), other) if i in (0, 1) else None
        case ast.Subscript(value=several, slice=index):
            return _taken(several, index, None, constants)
        case ast.Call(func=ast.Attribute(value=table, attr="get"), args=[key, other]):
            return _taken(table, key, other, constants)
        case ast.Call(func=func, args=args, keywords=[]):
            return _called(name_of(func), args, constants)
    return None


def _called(name: str, args: Sequence[ast.expr], constants: Constants) -> ast.expr | None:
    match name, args:
        case "interp", [_, _, _]:
            return _interpolated(args, constants)
        case (("bisect" | "bisect_right" | "bisect_left"), [several, x]):
            items = _items(several, constants)
            return None if items is None else _sum([ast.Compare(x, [_BISECT[name]()], [one]) for one in items])
        case (("sum" | "prod" | "min" | "max"), [several]):
            items = _each(several, constants)
            if not items:
                return None
            if name in ("min", "max"):
                return ast.Call(ast.Name(name, ast.Load()), items, []) if len(items) > 1 else items[0]
            return _sum(items) if name == "sum" else reduce(lambda one, other: ast.BinOp(one, ast.Mult(), other), items)
        case "len", [ast.ListComp(generators=[one]) as several]:
            counted = ast.ListComp(ast.copy_location(ast.Constant(1), several), [one])
            items = _each(ast.copy_location(counted, several), constants)
            return _sum(items) if items else None
        case "clip", [x, low, high]:
            lifted = ast.Call(ast.Name("max", ast.Load()), [x, low], [])
            return ast.Call(ast.Name("min", ast.Load()), [lifted, high], [])
        case "where", [test, yes, no]:
            return ast.IfExp(test, yes, no)
    return None


def _sum(items: Sequence[ast.expr]) -> ast.expr:
    if not items:
        return _ZERO
    return reduce(lambda one, other: ast.BinOp(one, ast.Add(), other), items)


def _items(node: ast.expr, constants: Constants) -> list[ast.expr] | None:
    """Give the items of a list that the text holds."""
    if isinstance(node, (ast.List, ast.Tuple)):
        return node.elts if len(node.elts) <= MOST else None
    return constants.items(node, MOST)


def _each(node: ast.expr, constants: Constants) -> list[ast.expr] | None:
    """Give what a comprehension over a known list makes of each item: 0 for those that a condition leaves out."""
    match node:
        case ast.ListComp(elt=elt, generators=[ast.comprehension(target=ast.Name(id=name), iter=over, ifs=ifs)]) | (
            ast.GeneratorExp(elt=elt, generators=[ast.comprehension(target=ast.Name(id=name), iter=over, ifs=ifs)])
        ):
            items = _items(over, constants)
            found: list[ast.expr] = []
            for item in items or ():
                made = filled(elt, {name: item})
                tests = [filled(test, {name: item}) for test in ifs]
                if made is None or None in tests:
                    return None
                for test in tests:
                    assert test is not None  # noqa: S101 - asked right before
                    made = ast.IfExp(test, made, _ZERO)
                found.append(made)
            return found if items is not None else None
        case ast.List() | ast.Tuple():
            return _items(node, constants)
    return None


def _interpolated(args: Sequence[ast.expr], constants: Constants) -> ast.expr | None:
    """Write numpy.interp between known points as straight pieces, as numpy works them out."""
    if len(args) != 3:
        return None
    x, *lists = args
    points = [constants.known(one) for one in lists]
    xs, ys = points
    if not isinstance(xs, list) or not isinstance(ys, list) or not 0 < len(xs) == len(ys) <= MOST:
        return None
    if not all(isinstance(one, (int, float)) for one in (*xs, *ys)) or xs != sorted(set(xs)):
        return None
    made: ast.expr = ast.Constant(ys[-1])
    for i in range(len(xs) - 2, -1, -1):
        slope = (ys[i + 1] - ys[i]) / (xs[i + 1] - xs[i])
        along = ast.BinOp(x, ast.Sub(), ast.Constant(xs[i]))
        piece = ast.BinOp(ast.BinOp(ast.Constant(slope), ast.Mult(), along), ast.Add(), ast.Constant(ys[i]))
        made = ast.IfExp(ast.Compare(x, [ast.Lt()], [ast.Constant(xs[i + 1])]), piece, made)
    return ast.IfExp(ast.Compare(x, [ast.Lt()], [ast.Constant(xs[0])]), ast.Constant(ys[0]), made)


def _taken(several: ast.expr, index: ast.expr, other: ast.expr | None, constants: Constants) -> ast.expr | None:
    """Write what an index that depends on the step takes out of a known list, or of a dict by its numbers."""
    value = constants.known(several)
    if isinstance(value, dict) and all(isinstance(key, int) for key in value) and len(value) <= MOST:
        pairs, made = list(value.items()), other
    elif isinstance(value, list) and other is None and 0 < len(value) <= MOST:
        *pairs, (_, last) = enumerate(value)
        made = constant(last, several)
    else:
        return None
    if made is None or not all(isinstance(one, (int, float)) for _, one in pairs):
        return None
    for key, one in reversed(pairs):
        made = ast.IfExp(ast.Compare(index, [ast.Eq()], [ast.Constant(key)]), constant(one, several), made)
    return made
