"""Ignite: what its engines do in each batch and each epoch, as the loops that they are."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lrviz.sentences import say
from lrviz.source.frames.decisions import Decisions
from lrviz.source.frames.plain import arguments, lines
from lrviz.source.values.blocks import rewrite

SUPERVISED, ENGINE = "create_supervised_trainer", "Engine"
_LOOP = """\
for epoch in range(max_epochs):
    EPOCH_STARTED
    for batch in data:
        ITERATION_STARTED
        update
        ITERATION_COMPLETED
    EPOCH_COMPLETED
"""
_EVENTS = frozenset({"EPOCH_STARTED", "ITERATION_STARTED", "ITERATION_COMPLETED", "EPOCH_COMPLETED"})


def put_in_engine(tree: ast.Module, decisions: Decisions) -> bool:
    """Write `trainer.run(data, max_epochs=9)` as loops over epochs and batches, with what is done at their events."""
    if not decisions.words & {SUPERVISED, ENGINE}:
        return False
    updates = dict(_updates(decisions))
    handlers = _handlers(updates, decisions)
    rewrite(tree, lambda statement: [_loop(statement, updates, handlers) or statement])
    return bool(updates)


def _updates(decisions: Decisions) -> Iterator[tuple[str, list[ast.stmt]]]:
    """Give for every engine, as text, what it does with a batch."""
    for node in decisions.nodes:
        match node:
            case ast.Assign(targets=[target], value=ast.Call() as call):
                name = decisions.names.dotted(call.func).rpartition(".")[2]
                if name == SUPERVISED:
                    optimizer = arguments(call, ("model", "optimizer")).get("optimizer")
                    if optimizer is not None:
                        yield ast.unparse(target), lines("optimizer.step()", call, {"optimizer": optimizer})
                elif name == ENGINE and call.args:
                    given = {"process": call.args[0], "engine": target}
                    yield ast.unparse(target), lines("process(engine, batch)", call, given)


def _handlers(engines: Mapping[str, object], decisions: Decisions) -> dict[tuple[str, str], list[ast.stmt]]:
    """Give what steps something at an event of an engine."""
    found: dict[tuple[str, str], list[ast.stmt]] = defaultdict(list)
    for node in decisions.nodes:
        match node:
            case ast.FunctionDef(decorator_list=marks, name=name) if _steps(node):
                for mark in marks:
                    match mark:
                        case ast.Call(func=ast.Attribute(value=owner, attr="on"), args=[event, *_]):
                            found[ast.unparse(owner), _event(event, decisions)] += lines(f"{name}()", mark, {})
            case ast.Call(func=ast.Attribute(value=owner, attr="add_event_handler"), args=[event, handler, *_]):
                if ast.unparse(owner) in engines:
                    found[ast.unparse(owner), _event(event, decisions)] += _called(handler, decisions)
    return found


def _called(handler: ast.expr, decisions: Decisions) -> list[ast.stmt]:
    own = decisions.names.function(handler) if isinstance(handler, ast.Name) else handler
    match own:
        case ast.Lambda(body=body):
            return [ast.copy_location(ast.Expr(body), handler)]
        case ast.FunctionDef():
            return lines("handler()", handler, {"handler": handler}) if _steps(own) else []
    return []


def _event(event: ast.expr, decisions: Decisions) -> str:
    """Give the name of an event; what is done at some of them only is told."""
    if isinstance(event, ast.Call):
        decisions.note(say("{unparse} is drawn as if it came each time", unparse=ast.unparse(event)[:60]), event.lineno)
        event = event.func
    return event.attr if isinstance(event, ast.Attribute) else ""


def _steps(function: ast.FunctionDef) -> bool:
    return any(isinstance(node, ast.Attribute) and node.attr == "step" for node in ast.walk(function))


def _loop(
    statement: ast.stmt, updates: Mapping[str, list[ast.stmt]], handlers: Mapping[tuple[str, str], list[ast.stmt]]
) -> ast.stmt | None:
    match statement:
        case ast.Expr(value=call) | ast.Assign(value=call):
            pass
        case _:
            return None
    match call:
        case ast.Call(func=ast.Attribute(value=owner, attr="run")) if ast.unparse(owner) in updates:
            engine = ast.unparse(owner)
            given = arguments(call, ("data", "max_epochs"))
            known = {name: value for name, value in given.items() if name in {"data", "max_epochs"}}
            done = {event: handlers.get((engine, event), []) for event in _EVENTS}
            return _filled(lines(_LOOP, statement, known), {**done, "update": updates[engine]})[0]
    return None


def _filled(body: Sequence[ast.stmt], done: Mapping[str, list[ast.stmt]]) -> list[ast.stmt]:
    """Put statements where a loop has their names."""
    filled: list[ast.stmt] = []
    for statement in body:
        match statement:
            case ast.Expr(value=ast.Name(id=name)) if name in done:
                filled += done[name]
            case ast.For():
                statement.body = _filled(statement.body, done)
                filled.append(statement)
            case _:
                filled.append(statement)
    return filled
