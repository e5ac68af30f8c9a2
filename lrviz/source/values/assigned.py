"""Assigned: what a text assigns its values to, and under which other names it hands the same object on."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lrviz.source.text.tree import children

MOST = 64
"""Names that one object is followed under."""

Assigned = dict[ast.expr, list[str]]


def assigned(nodes: Sequence[ast.AST]) -> Assigned:
    """Give, for every value that is assigned, the targets as text; a class's own names are known nowhere else."""
    found: Assigned = defaultdict(list)
    own = {id(each) for node in nodes if isinstance(node, ast.ClassDef) for each in node.body}
    for node in nodes:
        if id(node) not in own:
            for target, value in pairs(node):
                found[value].append(target)
    return dict(found)


def pairs(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Give what a statement or a walrus assigns: each target as text with its value, those of a tuple one by one."""
    match node:
        case ast.Assign(targets=targets, value=value):
            for target in targets:
                yield from _pair(target, value)
        case ast.AnnAssign(target=target, value=ast.expr() as value) | ast.NamedExpr(target=target, value=value):
            yield from _pair(target, value)


def _pair(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    match target, value:
        case ((ast.Tuple(elts=targets) | ast.List(elts=targets)), (ast.Tuple(elts=values) | ast.List(elts=values))):
            for one, given in zip(targets, values, strict=False):
                yield from _pair(one, given)
            return
        case _, (ast.Tuple(elts=items) | ast.List(elts=items)):
            for i, item in enumerate(items):
                yield f"{ast.unparse(target)}[{i}]", item
        case _, ast.Dict(keys=keys, values=values):
            for key, item in zip(keys, values, strict=True):
                if isinstance(key, ast.Constant):
                    yield f"{ast.unparse(target)}[{ast.unparse(key)}]", item
    yield ast.unparse(target), value


def other_names(nodes: Sequence[ast.AST], made: Assigned) -> dict[str, set[str]]:
    """Give, by each name or attribute as text, those that the same object has too: `a = b`, and parameters given it."""
    after: dict[str, set[str]] = defaultdict(set)
    for value, targets in made.items():
        if isinstance(value, (ast.Name, ast.Attribute, ast.Subscript)):
            after[ast.unparse(value)].update(targets)
    for text, parameter in _handed(nodes):
        after[text].add(parameter)
    return {text: _reached(text, after) for text in list(after)}


def _reached(text: str, after: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [text]
    while waiting and len(found) < MOST:
        new = after.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


def _handed(nodes: Sequence[ast.AST]) -> Iterator[tuple[str, str]]:
    """Give what is handed to the text's own functions and classes: a name as text, and the parameter it is there."""
    takers: dict[str, ast.FunctionDef] = {}
    for node in nodes:
        match node:
            case ast.FunctionDef(name=name) if name != "__init__":
                takers[name] = node
            case ast.ClassDef(name=name, body=body):
                takers.update(
                    (name, one) for one in body if isinstance(one, ast.FunctionDef) and one.name == "__init__"
                )
    for node in nodes:
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in takers:
                yield from _given(node, takers[name])


def _given(call: ast.Call, taker: ast.FunctionDef) -> Iterator[tuple[str, str]]:
    own = [arg.arg for arg in (*taker.args.posonlyargs, *taker.args.args)]
    own = own[1:] if own[:1] == ["self"] else own
    named = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}
    for parameter, given in [*zip(own, call.args, strict=False), *named.items()]:
        if isinstance(given, (ast.Name, ast.Attribute)) and ast.unparse(given) != parameter:
            yield ast.unparse(given), parameter


def in_order(node: ast.AST) -> Iterator[ast.AST]:
    """Give the nodes of a tree in the order they are worked out: what a call is given comes before it."""
    waiting: list[tuple[ast.AST, bool]] = [(node, False)]
    while waiting:
        one, done = waiting.pop()
        if done:
            yield one
            continue
        waiting.append((one, True))
        waiting += [(child, False) for child in reversed(children(one))]
