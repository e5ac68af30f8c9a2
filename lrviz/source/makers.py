"""Makers: the calls of a text that make optimizers and schedulers, known to lrviz or not, and what becomes of them."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lrviz.source.names import Names
from lrviz.source.usage import Maker

_SCHEDULER = re.compile(r"(LR|Scheduler|Restarts|Plateau)$|^get_\w*schedule\w*$|^create_scheduler")
_OPTIMIZER = re.compile(
    r"^(AdamW?|SGD|RMSprop|Adagrad|Adadelta|Adamax|NAdam|RAdam|LBFGS|Muon|Lion|Adafactor|LAMB|Prodigy|\w*Adam\w*|SGD\w+"
    r"|create_optimizer\w*|\w*ScheduleFree\w*)$"
)
ASKED = frozenset({"step", "step_update", "get_last_lr", "get_lr", "zero_grad", "state_dict", "load_state_dict"})
"""Methods of an optimizer or a scheduler that hand it to nobody."""


def made(nodes: Sequence[ast.AST], names: Names) -> tuple[tuple[Maker, ...], tuple[Maker, ...]]:
    """Give what makes optimizers, and what makes schedulers, in the order of their lines."""
    targets, handed, places = _targets(nodes), _handed(nodes), _places(nodes[:1])
    optimizers: list[Maker] = []
    schedulers: list[Maker] = []
    for node in nodes:
        if not isinstance(node, ast.Call):
            continue
        cls = names.dotted(node.func).rpartition(".")[2]
        own = frozenset(targets.get(node, ()))
        function, arms = places.get(node, ("", ()))
        maker = Maker(
            cls, node.lineno, own, handed=node not in targets or bool(own & handed), function=function, arms=arms
        )
        if _SCHEDULER.search(cls):
            last = _given(node, "last_epoch")
            schedulers.append(replace(maker, optimizer=_given(node, "optimizer", 0), last_epoch=last))
        elif _OPTIMIZER.search(cls):
            optimizers.append(replace(maker, params=_given(node, "params", 0)))
    return tuple(sorted(optimizers, key=_line)), tuple(sorted(schedulers, key=_line))


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
        for child in ast.iter_child_nodes(node):
            own = ((node.lineno, child in node.orelse),) if isinstance(node, ast.If) else ()
            waiting.append((child, function, (*arms, *own)))
    return found


def _line(maker: Maker) -> int:
    return maker.line


def _given(node: ast.Call, name: str, place: int | None = None) -> str:
    """Give an argument by its name, or its place, as text; empty where there is none."""
    by_name = [one.value for one in node.keywords if one.arg == name]
    given = [*by_name, *(node.args[place : place + 1] if place is not None else [])]
    return ast.unparse(given[0]) if given else ""


def _targets(nodes: Iterable[ast.AST]) -> dict[ast.expr, list[str]]:
    """Give, for every value that is assigned, the targets as text."""
    found: dict[ast.expr, list[str]] = defaultdict(list)
    for node in nodes:
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    _pair(target, value, found)
            case ast.AnnAssign(target=target, value=ast.expr() as value) | ast.NamedExpr(target=target, value=value):
                _pair(target, value, found)
    return dict(found)


def _pair(target: ast.expr, value: ast.expr, found: dict[ast.expr, list[str]]) -> None:
    match target, value:
        case ((ast.Tuple(elts=targets) | ast.List(elts=targets)), (ast.Tuple(elts=values) | ast.List(elts=values))):
            for one, given in zip(targets, values, strict=False):
                _pair(one, given, found)
        case _:
            found[value].append(ast.unparse(target))


def _handed(nodes: Sequence[ast.AST]) -> set[str]:
    """Give the names and attributes, as text, that are used for anything but to ask them themselves."""
    asked = {
        id(node.value)
        for node in nodes
        if isinstance(node, ast.Attribute) and (node.attr in ASKED or isinstance(node.value, ast.Name))
    }
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, (ast.Name, ast.Attribute)) and isinstance(node.ctx, ast.Load) and id(node) not in asked:
            found.add(ast.unparse(node))
    return found
