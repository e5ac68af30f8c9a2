"""Makers: the calls of a text that make optimizers and schedulers, known to lrviz or not, and what becomes of them."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from lrviz.source.text.tree import children
from lrviz.source.usage.usage import Maker
from lrviz.source.values.names import Names

SCHEDULER = re.compile(r"((?<![A-Z])LR|SWALR|Scheduler|Restarts|Plateau)$|^get_\w*schedule\w*$|^create_scheduler")
"""What schedulers are named like, known or not."""
_OPTIMIZER = re.compile(
    r"^(AdamW?|SGD|RMSprop|Adagrad|Adadelta|Adamax|NAdam|RAdam|LBFGS|Muon|Lion|Adafactor|LAMB|Prodigy|\w*Adam\w*|SGD\w+"
    r"|create_optimizer\w*|\w*ScheduleFree\w*)$"
)
ASKED = frozenset({"step", "step_update", "get_last_lr", "get_lr", "zero_grad", "state_dict", "load_state_dict"})
"""Methods of an optimizer or a scheduler that hand it to nobody."""
SECOND = frozenset({"ChainedScheduler", "get_scheduler"})
"""What is given its optimizer second, if at all; all else is given it first."""


def made(
    nodes: Sequence[ast.AST], names: Names, value: Callable[[ast.expr], object]
) -> tuple[tuple[Maker, ...], tuple[Maker, ...]]:
    """Give what makes optimizers, and what makes schedulers, in the order of their lines.

    `value` gives that of an expression, or None where it isn't known.
    """
    called = {node: names.dotted(node.func).rpartition(".")[2] for node in nodes if isinstance(node, ast.Call)}
    schedulers = [node for node, cls in called.items() if SCHEDULER.search(cls)]
    optimizers = [node for node, cls in called.items() if not SCHEDULER.search(cls) and _OPTIMIZER.match(cls)]
    if not schedulers and not optimizers:
        return (), ()
    targets = _targets(nodes, {*schedulers, *optimizers})
    handed, places = _handed(nodes, {text for texts in targets.values() for text in texts}), _places(nodes[:1])

    def maker(node: ast.Call) -> Maker:
        own = frozenset(targets.get(node, ()))
        passed = node not in targets or bool(own & handed)
        return Maker(called[node], node.lineno, own, "", passed, "", "", *places.get(node, ("", ())))

    return (
        tuple(replace(maker(one), params=_given(one, "params", 0)) for one in sorted(optimizers, key=_line)),
        tuple(
            replace(maker(one), optimizer=_optimizer(one, called[one]), last_epoch=_last_epoch(one, value))
            for one in sorted(schedulers, key=_line)
        ),
    )


def _places(tree: Iterable[ast.AST]) -> dict[ast.AST, tuple[str, tuple[tuple[int, bool], ...]]]:
    """Give for every call the function it is written in, and the branches around it."""
    found: dict[ast.AST, tuple[str, tuple[tuple[int, bool], ...]]] = {}
    waiting: list[tuple[ast.AST, str, tuple[tuple[int, bool], ...]]] = [(node, "", ()) for node in tree]
    while waiting:
        node, function, arms = waiting.pop()
        if isinstance(node, ast.Call):
            found[node] = (function, arms)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            function, arms = node.name, ()
        for child in children(node):
            own = ((node.lineno, child in node.orelse),) if isinstance(node, ast.If) else ()
            waiting.append((child, function, (*arms, *own)))
    return found


def _line(node: ast.Call) -> int:
    return node.lineno


def _given(node: ast.Call, name: str, place: int | None = None) -> str:
    """Give an argument by its name, or its place, as text; empty where there is none."""
    by_name = [one.value for one in node.keywords if one.arg == name]
    given = [*by_name, *(node.args[place : place + 1] if place is not None else [])]
    return ast.unparse(given[0]) if given else ""


def _optimizer(node: ast.Call, cls: str) -> str:
    """Give what a scheduler is for, as text; empty where it isn't told."""
    return _given(node, "optimizer", int(cls in SECOND))


def _last_epoch(node: ast.Call, value: Callable[[ast.expr], object]) -> str:
    """Give where a scheduler goes on from: the number, where it is known, else as text."""
    for one in node.keywords:
        if one.arg == "last_epoch":
            number = value(one.value)
            return ast.unparse(one.value) if number is None else str(number)
    return ""


def _targets(nodes: Iterable[ast.AST], wanted: set[ast.Call]) -> dict[ast.expr, list[str]]:
    """Give, for every wanted value that is assigned, the targets as text."""
    found: dict[ast.expr, list[str]] = defaultdict(list)
    for node in nodes:
        match node:
            case ast.Assign(targets=targets, value=value):
                pairs = [pair for target in targets for pair in _pairs(target, value)]
            case ast.AnnAssign(target=target, value=ast.expr() as value) | ast.NamedExpr(target=target, value=value):
                pairs = _pairs(target, value)
            case _:
                continue
        for one, given in pairs:
            if given in wanted:
                found[given].append(ast.unparse(_first(one)))
    return dict(found)


def _first(target: ast.expr) -> ast.expr:
    """Give what takes the optimizer or scheduler of a call that gives more, as timm's factory does: it comes first."""
    match target:
        case ast.Tuple(elts=[first, *_]) | ast.List(elts=[first, *_]):
            return first
    return target


def _pairs(target: ast.expr, value: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    match target, value:
        case ((ast.Tuple(elts=targets) | ast.List(elts=targets)), (ast.Tuple(elts=values) | ast.List(elts=values))):
            return [pair for one, given in zip(targets, values, strict=False) for pair in _pairs(one, given)]
    return [(target, value)]


def _handed(nodes: Sequence[ast.AST], wanted: set[str]) -> set[str]:
    """Give the wanted names and attributes, as text, that are used for anything but to ask them themselves."""
    asked = {
        id(node.value)
        for node in nodes
        if isinstance(node, ast.Attribute) and (node.attr in ASKED or isinstance(node.value, ast.Name))
    }
    last = {text.rpartition(".")[2] for text in wanted}
    found: set[str] = set()
    for node in nodes:
        match node:
            case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name, ctx=ast.Load()):
                if name in last and id(node) not in asked:
                    found.add(ast.unparse(node))
    return found & wanted
