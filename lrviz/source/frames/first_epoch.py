"""First epoch: a scheduler that warms up within one epoch beside the main one, as detection scripts have it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from itertools import islice

from lrviz.sentences import say
from lrviz.source.calls.calls import makes, makes_optimizer
from lrviz.source.frames.decisions import Decisions
from lrviz.source.values.blocks import of_scope

MOST = 16
"""Conditions of one function."""
Scope = ast.Module | ast.FunctionDef


def leave_out_first_epoch(tree: ast.Module, decisions: Decisions) -> bool:
    """Leave out the schedulers that are only there in one epoch, and say so; another one has to be left."""
    if not any(isinstance(one, ast.If) and _is_of_one_epoch(one.test) for one in decisions.nodes):
        return False
    schedulers = {one for one in decisions.nodes if _makes_scheduler(one, decisions)}
    changed = False
    scopes: list[Scope] = [tree, *(one for one in decisions.nodes if isinstance(one, ast.FunctionDef))]
    for scope in scopes:
        for block, condition in [*islice(_conditions(scope), MOST)]:
            made = {one: name for one, name in _named(condition.body) if one.value in schedulers}
            inside = {each for one in made for each in ast.walk(one) if each in schedulers}
            passes = all(_passes(name, block, condition, scope) for name in made.values())
            if not made or not schedulers - inside or not passes:
                continue
            for one, name in made.items():
                _note(one.value, name, condition.test, decisions)
            schedulers -= inside
            _take_out(scope, set(made), set(made.values()))
            changed = True
    return changed


def _is_of_one_epoch(test: ast.expr) -> bool:
    """Whether a condition asks for the first epoch: `epoch == 0`, and whatever else."""
    match test:
        case ast.BoolOp(op=ast.And(), values=values):
            return any(map(_is_of_one_epoch, values))
        case ast.Compare(left=ast.Name(id=name), ops=[ast.Eq()], comparators=[ast.Constant(value=0 | 1)]):
            return "epoch" in name.lower()
        case ast.Compare(left=ast.Name(id=name), ops=[ast.Lt()], comparators=[ast.Constant(value=1)]):
            return "epoch" in name.lower()
    return False


def _makes_scheduler(node: ast.AST, decisions: Decisions) -> bool:
    return makes(node, decisions.names) and makes_optimizer(node, decisions.names) is None


def _conditions(scope: ast.AST) -> Iterator[tuple[Sequence[ast.stmt], ast.If]]:
    """Give the conditions of a scope that ask for the first epoch, each with the block that it stands in."""
    for block in of_scope(scope):
        yield from ((block, one) for one in block if isinstance(one, ast.If) and _is_of_one_epoch(one.test))


def _named(body: Sequence[ast.stmt]) -> Iterator[tuple[ast.Assign, str]]:
    for one in body:
        match one:
            case ast.Assign(targets=[ast.Name(id=name)]):
                yield one, name


def _passes(name: str, block: Sequence[ast.stmt], condition: ast.If, scope: Scope) -> bool:
    """Whether what is made under a condition is gone where that doesn't hold.

    Either its name is set to None right before, or it is only stepped under the same condition.
    """
    before = block[: block.index(condition)]
    if any(one == name and _is_none(each.value) for each, one in _named(before)):
        return True
    test = ast.unparse(condition.test)
    same = [one for _, one in _conditions(scope) if ast.unparse(one.test) == test]
    under = {each for one in same for inner in of_scope(one) if inner is not one.orelse for each in inner}
    steps = [each for inner in of_scope(scope) for each in inner if _steps(each, {name})]
    return bool(steps) and all(each in under for each in steps)


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _steps(statement: ast.stmt, names: set[str]) -> bool:
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="step"))):
            return name in names
    return False


def _note(made: ast.expr, name: str, test: ast.expr, decisions: Decisions) -> None:
    called = ast.unparse(made.func).rpartition(".")[2] if isinstance(made, ast.Call) else name
    message = say(
        "{name}, a {called}, is only there if {unparse}; the curve leaves out what it does in "
        "that epoch, and what stays of it if it isn’t through by then",
        name=name,
        called=called,
        unparse=ast.unparse(test)[:80],
    )
    decisions.note(message, made.lineno)


def _take_out(scope: Scope, made: set[ast.Assign], names: set[str]) -> None:
    """Take statements and the steps of what they make out of a scope."""
    for block in [*of_scope(scope)]:
        kept = [one for one in block if one not in made and not _steps(one, names)]
        if len(kept) < len(block):
            block[:] = kept or [ast.copy_location(ast.Pass(), block[0])]
