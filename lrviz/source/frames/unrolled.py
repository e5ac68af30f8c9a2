"""Unrolled: loops over a written list of modules, optimizers or schedulers, as what they do for each of them."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Mapping, Sequence

from lrviz.source.frames.decisions import Decisions
from lrviz.source.text.tree import walk
from lrviz.source.values.blocks import rewrite
from lrviz.source.values.named import names_in

MOST = 40
"""Rounds of a loop that are written out."""
LARGEST = 3_000
"""Nodes that are written out in all."""
_SIMPLE = (ast.Expr, ast.Assign, ast.AugAssign, ast.AnnAssign)

Round = Mapping[str, ast.expr]


def unroll(tree: ast.Module, decisions: Decisions) -> bool:
    """Write out the rounds of loops that step a list's schedulers, or put a parameter group in a list in each."""
    unrolling = _Unrolling(decisions)
    rewrite(tree, unrolling.statement)
    if any(isinstance(node, ast.ListComp) for node in decisions.nodes):
        unrolling.visit(tree)
    return unrolling.changed


class _Unrolling(ast.NodeTransformer):
    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions
        self._left = LARGEST
        self.changed = False

    def statement(self, statement: ast.stmt) -> Sequence[ast.stmt]:
        """Give what a statement is written out as: itself, where it is no such loop."""
        match statement:
            case ast.For(target=target, iter=over, body=body, orelse=[]) if _steps(target, body) or _makes_groups(body):
                rounds = self._rounds(target, over)
                if rounds is not None and self._spend(len(rounds), body):
                    return [_Put(one).visit(copy.deepcopy(each)) for one in rounds for each in body]
        return [statement]

    def visit_ListComp(self, node: ast.ListComp) -> ast.expr:
        """Write a list of parameter groups that a comprehension makes out as a list."""
        match node.generators:
            case [ast.comprehension(target=target, iter=over, ifs=[])] if is_group(node.elt):
                rounds = self._rounds(target, over)
                if rounds is not None and self._spend(len(rounds), [node.elt]):
                    items = [_Put(one).visit(copy.deepcopy(node.elt)) for one in rounds]
                    return ast.copy_location(ast.List(items, ast.Load()), node)
        return node

    def _spend(self, rounds: int, body: Sequence[ast.AST]) -> bool:
        self._left -= rounds * sum(1 for one in body for _ in walk(one))
        self.changed = self.changed or self._left >= 0
        return self._left >= 0

    def _rounds(self, target: ast.expr, over: ast.expr) -> list[Round] | None:
        """Give what a loop's names stand for in each of its rounds; None where the text doesn't write them out."""
        items = self._items(over)
        if not items or len(items) > MOST:
            return None
        rounds = [dict(_named(target, item)) for item in items]
        names = names_in(target)
        return rounds if all(one.keys() == names for one in rounds) else None  # type: ignore[return-value]

    def _items(self, over: ast.expr) -> list[ast.expr] | None:
        match over:
            case ast.List(elts=items) | ast.Tuple(elts=items):
                return None if any(isinstance(one, ast.Starred) for one in items) else items
            case ast.Name():
                return self._of_name(over)
            case ast.Call(func=ast.Name(id="range")):  # of epochs or batches, which are counted as a loop
                return None
            case ast.Call(func=ast.Name(id="enumerate"), args=[one]):
                return self._together([None, one], over)
            case ast.Call(func=ast.Name(id="zip"), args=several, keywords=[]):
                return self._together(several, over)
            case ast.Call(func=ast.Name(id="reversed"), args=[one]):
                items = self._items(one) or []
                return items[::-1]
            case ast.Call(func=ast.Attribute(value=table, attr="items"), args=[]):
                found = self._decisions.names.value(table) if isinstance(table, ast.Name) else table
                if isinstance(found, ast.Dict) and None not in found.keys:
                    pairs = zip(found.keys, found.values, strict=True)
                    return [ast.copy_location(ast.Tuple([k, v], ast.Load()), over) for k, v in pairs if k is not None]
                return None
        return self._decisions.constants.items(over, MOST)

    def _of_name(self, name: ast.Name) -> list[ast.expr] | None:
        """Give the items of a list with a name: what they are called, else their places in it."""
        listed = self._decisions.names.value(name)
        if not isinstance(listed, (ast.List, ast.Tuple)) or any(isinstance(one, ast.Starred) for one in listed.elts):
            return None
        made = any(map(self._decisions.made, listed.elts))
        if not made:
            return listed.elts
        numbers = [ast.copy_location(ast.Constant(i), name) for i in range(len(listed.elts))]
        return [ast.copy_location(ast.Subscript(name, number, ast.Load()), name) for number in numbers]

    def _together(self, several: Sequence[ast.expr | None], over: ast.expr) -> list[ast.expr] | None:
        """Give the items of several lists as tuples, numbers for None."""
        known = [None if one is None else self._items(one) for one in several]
        lists = [one for one in known if one is not None]
        if not lists or len(lists) < sum(one is not None for one in several):
            return None
        rounds = range(min(map(len, lists)))
        parts = [[ast.copy_location(ast.Constant(i), over) for i in rounds] if one is None else one for one in known]
        return [ast.copy_location(ast.Tuple([part[i] for part in parts], ast.Load()), over) for i in rounds]


def _named(target: ast.expr, item: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    match target, item:
        case ast.Name(id=name), _:
            yield name, item
        case ((ast.Tuple(elts=targets) | ast.List(elts=targets)), (ast.Tuple(elts=items) | ast.List(elts=items))):
            for one, given in zip(targets, items, strict=False):
                yield from _named(one, given)


def _steps(target: ast.expr, body: Sequence[ast.stmt]) -> bool:
    """Whether a loop's statements are plain, and step what it goes over."""
    if not all(isinstance(one, _SIMPLE) for one in body):
        return False
    names = names_in(target)
    nodes = [node for one in body for node in walk(one)]
    steps = (node.func for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute))
    return any(one.attr == "step" and isinstance(one.value, ast.Name) and one.value.id in names for one in steps)


def _makes_groups(body: Sequence[ast.stmt]) -> bool:
    """Whether a loop's statements are plain, and one of them writes a parameter group."""
    return all(isinstance(one, _SIMPLE) for one in body) and any(is_group(node) for one in body for node in walk(one))


def is_group(node: ast.AST) -> bool:
    """Whether an expression is a parameter group that is written out."""
    match node:
        case ast.Dict(keys=keys):
            return any(isinstance(key, ast.Constant) and key.value == "params" for key in keys)
        case ast.Call(func=ast.Name(id="dict"), keywords=keywords):
            return any(one.arg == "params" for one in keywords)
    return False


class _Put(ast.NodeTransformer):
    """Puts a round's items where names stand for them, and attributes that are got by such a name."""

    def __init__(self, put: Round) -> None:
        self._put = put

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return ast.copy_location(copy.deepcopy(self._put[node.id]), node) if node.id in self._put else node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        match node:
            case ast.Call(func=ast.Name(id="getattr"), args=[owner, ast.Constant(value=str(attr))]) if (
                attr.isidentifier()
            ):
                return ast.copy_location(ast.Attribute(owner, attr, ast.Load()), node)
        return node
