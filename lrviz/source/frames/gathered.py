"""Gathered: schedulers that a text puts into a list one by one, as the list that is left."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from lrviz.source.calls.calls import makes
from lrviz.source.frames.decisions import Decisions
from lrviz.source.frames.unrolled import is_group
from lrviz.source.values.blocks import everywhere
from lrviz.source.values.names import MARK

MOST = 16
"""Lists of one text."""


class _List(NamedTuple):
    """A list, and what each of a block's statements puts into it, the one that begins it first."""

    name: str
    puts: dict[ast.stmt, list[ast.expr]]


def gather(tree: ast.Module, decisions: Decisions) -> bool:
    """Write out the lists that schedulers are put into by append, extend and +=, where nothing else is done to them.

    What is put in keeps its place, where it is made, under a name of its own.
    """
    names = _given(decisions)
    changed = False
    for holder, role in everywhere(tree) if names else ():
        for one in _lists(getattr(holder, role), names, decisions):
            setattr(holder, role, _written_out(getattr(holder, role), one))
            changed = True
    return changed


def _given(decisions: Decisions) -> set[str]:
    """Give the names that are given to what makes a scheduler, and that something is put into before."""
    put = {_of(node) for node in decisions.nodes} - {""}
    if not put:
        return set()
    calls = (node for node in decisions.nodes if isinstance(node, ast.Call) and makes(node, decisions.names))
    given = (one for call in calls for one in (*call.args, *(keyword.value for keyword in call.keywords)))
    return {*islice((one.id for one in given if isinstance(one, ast.Name) and one.id in put), MOST)}


def _of(node: ast.AST) -> str:
    """Give the name that something is put into."""
    match node:
        case ast.Attribute(value=ast.Name(id=name), attr="append" | "extend") | ast.AugAssign(target=ast.Name(id=name)):
            return name
    return ""


def _lists(body: Sequence[ast.stmt], names: set[str], decisions: Decisions) -> list[_List]:
    """Give the lists of those names that a block makes, of schedulers or of milestones: no parameter groups."""
    found: dict[str, _List] = {}
    for i, statement in enumerate(body):
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.List(elts=first)) if name in names - found.keys():
                puts = {one: items for one in body[i + 1 :] if (items := _put(one, name)) is not None}
                items = [*first, *itertools.chain(*puts.values())]
                plain = not _has_stars(items) and not any(map(is_group, items))
                if puts and plain and _is_only_read_behind(name, body[i : body.index([*puts][-1]) + 1], decisions):
                    found[name] = _List(name, {statement: first, **puts})
    return [*found.values()]


def _put(statement: ast.stmt, name: str) -> list[ast.expr] | None:
    """Give what a statement puts at the end of the list of that name."""
    match statement:
        case ast.Expr(
            value=ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr="append"), args=[one], keywords=[])
        ) if owner == name and not isinstance(one, ast.Starred):
            return [one]
        case (
            ast.Expr(
                value=ast.Call(
                    func=ast.Attribute(value=ast.Name(id=owner), attr="extend"),
                    args=[ast.List(elts=items) | ast.Tuple(elts=items)],
                    keywords=[],
                )
            )
            | ast.AugAssign(target=ast.Name(id=owner), op=ast.Add(), value=ast.List(elts=items) | ast.Tuple(elts=items))
        ) if owner == name and not _has_stars(items):
            return items
    return None


def _has_stars(items: Sequence[ast.expr]) -> bool:
    return any(isinstance(one, ast.Starred) for one in items)


def _is_only_read_behind(name: str, until: Sequence[ast.stmt], decisions: Decisions) -> bool:
    """Whether up to the last of the statements that make a list it is only they that have its name, once each.

    Behind them it may only be given to what makes a scheduler, or be counted: anything else might change it.
    """
    inside = {id(node) for statement in until for node in ast.walk(statement)}
    before = [one for one in _named(name, decisions.nodes) if id(one) in inside]
    own = sum(1 for one in until if _put(one, name) is not None) + 1
    behind = [one for one in _named(name, decisions.nodes) if id(one) not in inside]
    takers = [one for one in decisions.nodes if isinstance(one, ast.Call) and _only_looks(one, decisions)]
    given = {id(each) for one in takers for each in (*one.args, *(keyword.value for keyword in one.keywords))}
    return len(before) == own and all(id(one) in given for one in behind)


def _only_looks(call: ast.Call, decisions: Decisions) -> bool:
    return makes(call, decisions.names) or decisions.names.dotted(call.func) == "len"


def _named(name: str, nodes: Sequence[ast.AST]) -> list[ast.Name]:
    return [node for node in nodes if isinstance(node, ast.Name) and node.id == name]


def _written_out(body: Sequence[ast.stmt], one: _List) -> list[ast.stmt]:
    """Give a block with the list made where the last was put into it."""
    done: list[ast.stmt] = []
    items: list[ast.expr] = []
    begins, *_, last = one.puts
    for statement in body:
        if statement not in one.puts:
            done.append(statement)
            continue
        for item in one.puts[statement]:
            name = f"{one.name}{MARK}{len(items) + 1}"
            done.append(_assigned(name, item, statement))
            items.append(ast.copy_location(ast.Name(name, ast.Load()), item))
        if statement is last:
            done.append(_assigned(one.name, ast.copy_location(ast.List(items, ast.Load()), begins), statement))
    return done


def _assigned(name: str, value: ast.expr, at: ast.stmt) -> ast.stmt:
    target = ast.copy_location(ast.Name(name, ast.Store()), at)
    return ast.copy_location(ast.Assign([target], value), at)
