"""Lightning: what `configure_optimizers` gives back, and the loop that its trainer steps it in."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Mapping, Sequence

from lrviz.errors import SourceError
from lrviz.sentences import say
from lrviz.source.frames.decisions import Decisions
from lrviz.source.frames.plain import arguments, lines
from lrviz.source.values.blocks import rewrite

HOOK = "configure_optimizers"
MOST = 16
"""Hooks of one text, and how often one gives back."""
EPOCHS, STEPS, ESTIMATED = "max_epochs", "max_steps", "estimated_stepping_batches"
_LOOP = """\
for epoch in range(max_epochs):
    for batch in train_dataloader:
{batch}
{epoch}
"""
_STEPS = """\
for step in range(max_steps):
{batch}
"""


def put_in_trainer(tree: ast.Module, decisions: Decisions) -> bool:
    """Put the loop of Lightning's trainer where a module's hook gives back its optimizers and schedulers."""
    hooks = [node for node in decisions.nodes if isinstance(node, ast.FunctionDef) and _is_hook(node)][:MOST]
    called = any(isinstance(node, ast.Attribute) and node.attr == HOOK for node in decisions.nodes)
    if not hooks or called:
        return False
    given = _trainers(decisions)
    for hook in hooks:
        by_hand = _by_hand(tree, hook)
        _put_in(hook, decisions, given, by_hand=by_hand)
    _Trainer(given, by_steps=_ends_by_steps(decisions, given)).visit(tree)
    return True


def _is_hook(node: ast.FunctionDef) -> bool:
    returns = sum(isinstance(each, ast.Return) for each in ast.walk(node))
    return node.name == HOOK and [arg.arg for arg in node.args.args] == ["self"] and returns <= MOST


def _trainers(decisions: Decisions) -> dict[str, ast.expr]:
    """Give what the text's trainer is given."""
    for node in decisions.nodes:
        if isinstance(node, ast.Call) and decisions.names.dotted(node.func).rpartition(".")[2] == "Trainer":
            return arguments(node)
    return {}


def _by_hand(tree: ast.Module, hook: ast.FunctionDef) -> bool:
    """Whether a module steps by itself."""
    module = next((one for one in ast.walk(tree) if isinstance(one, ast.ClassDef) and hook in one.body), tree)
    return any(
        isinstance(node, ast.Assign)
        and ast.unparse(node.targets[0]) == "self.automatic_optimization"
        and ast.unparse(node.value) == "False"
        for node in ast.walk(module)
    )


def _put_in(hook: ast.AST, decisions: Decisions, given: Mapping[str, ast.expr], *, by_hand: bool) -> None:
    def before(statement: ast.stmt) -> list[ast.stmt]:
        if isinstance(statement, ast.Return) and statement.value is not None:
            return _loop(statement, statement.value, decisions, given, by_hand=by_hand)
        return []

    rewrite(hook, lambda statement: [*before(statement), statement])


def _loop(
    statement: ast.Return, value: ast.expr, decisions: Decisions, given: Mapping[str, ast.expr], *, by_hand: bool
) -> list[ast.stmt]:
    """Give the statements that name what is given back, and the trainer's loop."""
    reading = _Given(decisions)
    optimizers, batch, epoch = reading.read(value)
    named: list[ast.stmt] = []
    for made, name in reading.named.items():
        assert isinstance(made, ast.expr)  # noqa: S101 - only they are given names
        named.append(ast.copy_location(ast.Assign([ast.Name(name, ast.Store())], made), made))
    statement.value = None  # what it gives back has its names now
    for one in named:
        ast.fix_missing_locations(one)
    if by_hand or not optimizers:
        return named
    stepped = [*(f"{text}.step()" for text in optimizers), *batch]
    if _ends_by_steps(decisions, given) and not epoch:
        loop = _STEPS.format(batch=_block(4, stepped))
    else:
        loop = _LOOP.format(batch=_block(8, stepped), epoch=_block(4, epoch))
    return [*named, *lines(loop, statement, {k: v for k, v in given.items() if k in {EPOCHS, STEPS}})]


def _block(margin: int, statements: Sequence[str]) -> str:
    return "\n".join(f"{' ' * margin}{one}" for one in statements)


def _ends_by_steps(decisions: Decisions, given: Mapping[str, ast.expr]) -> bool:
    """Whether it is a number of updates, and no number of epochs, that the trainer ends at."""
    if STEPS not in given or EPOCHS in given:
        return False
    try:
        most = decisions.value(given[STEPS])
    except SourceError:  # asked for where it matters
        return False
    return isinstance(most, (int, float)) and most > 0


class _Given:
    """Reads what a hook gives back."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions
        self.named: dict[ast.AST, str] = {}
        self._optimizers: list[str] = []
        self._batch: list[str] = []
        self._epoch: list[str] = []

    def read(self, value: ast.expr) -> tuple[list[str], list[str], list[str]]:
        """Give the optimizers as text, and the steps of schedulers in each batch and in each epoch."""
        self._whole(value)
        return self._optimizers, self._batch, self._epoch

    def _whole(self, value: ast.expr) -> None:
        match self._resolved(value):
            case ast.Tuple(elts=[one, two]) if self._is_list(one) or self._is_list(two):
                for optimizer in self._items(one):
                    self._optimizers.append(self._text(optimizer, "optimizer"))
                for scheduler in self._items(two):
                    self._scheduler(scheduler)
            case ast.Tuple(elts=items) | ast.List(elts=items):
                for item in items:
                    self._whole(item)
            case ast.Dict() as table if "optimizer" in _entries(table):
                entries = _entries(table)
                self._optimizers.append(self._text(entries["optimizer"], "optimizer"))
                if "lr_scheduler" in entries:
                    self._scheduler(entries["lr_scheduler"])
            case ast.Constant(value=None):
                pass
            case _:
                self._optimizers.append(self._text(value, "optimizer"))

    def _scheduler(self, value: ast.expr) -> None:
        table = self._resolved(value)
        entries = _entries(table) if isinstance(table, ast.Dict) else {}
        scheduler = entries.get("scheduler", value)
        interval = self._decisions.value(entries["interval"]) if "interval" in entries else "epoch"
        every = self._decisions.value(entries["frequency"]) if "frequency" in entries else 1
        if every != 1:
            message = say(
                "Lightning steps this scheduler once in {every} of its {interval}s; it is drawn stepped in each",
                every=every,
                interval=interval,
            )
            self._decisions.note(message, value.lineno)
        step = f"{self._text(scheduler, 'scheduler')}.step()"
        (self._batch if interval == "step" else self._epoch).append(step)

    def _text(self, value: ast.expr, role: str) -> str:
        """Give the name of an object, and one of its own where it has none."""
        if isinstance(value, (ast.Name, ast.Attribute)):
            return ast.unparse(value)
        name = f"{role}_{len(self.named) + 1}"
        self.named[value] = name
        return name

    def _resolved(self, value: ast.expr) -> ast.expr:
        bound = self._decisions.names.value(value) if isinstance(value, ast.Name) else None
        return bound if isinstance(bound, (ast.Dict, ast.List, ast.Tuple)) else value

    def _is_list(self, value: ast.expr) -> bool:
        return isinstance(self._resolved(value), ast.List)

    def _items(self, value: ast.expr) -> Sequence[ast.expr]:
        found = self._resolved(value)
        return found.elts if isinstance(found, (ast.List, ast.Tuple)) else [found]


def _entries(table: ast.Dict) -> dict[str, ast.expr]:
    pairs: Iterator[tuple[ast.expr | None, ast.expr]] = zip(table.keys, table.values, strict=True)
    return {str(key.value): value for key, value in pairs if isinstance(key, ast.Constant)}


class _Trainer(ast.NodeTransformer):
    """Puts what the trainer is given where a module asks it: `self.trainer.max_epochs`.

    The updates it estimates are those it is given, where nothing else ends it.
    """

    def __init__(self, given: Mapping[str, ast.expr], *, by_steps: bool) -> None:
        self._given = {name: value for name, value in given.items() if name in {EPOCHS, STEPS}}
        if by_steps:
            self._given[ESTIMATED] = given[STEPS]

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if node.attr in self._given and ast.unparse(node.value) in {"self.trainer", "trainer"}:
            return ast.copy_location(copy.deepcopy(self._given[node.attr]), node)
        return self.generic_visit(node)
