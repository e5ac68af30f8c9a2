"""Python source in: the optimizer and the scheduler a text makes, read from its syntax and never executed."""

from __future__ import annotations

import ast
import math
from collections.abc import Mapping, Sequence
from types import NoneType
from typing import Any, NamedTuple

from lrviz.errors import Finding, LrvizError, ScheduleError, SourceError, expect
from lrviz.run import Run
from lrviz.source.along import outside
from lrviz.source.arguments import Maker
from lrviz.source.calls import Call, Calls
from lrviz.source.constants import Constants, refused, unknown, written
from lrviz.source.frames import framed
from lrviz.source.located import located
from lrviz.source.names import Names
from lrviz.source.parts import Parts
from lrviz.source.places import library, positional
from lrviz.source.reading import Reading, Span
from lrviz.source.spelled import spell_out
from lrviz.source.spots import Spots
from lrviz.source.text import syntax, unreadable
from lrviz.source.usage import Usage
from lrviz.source.used import used


def parse(source: str, *, names: Mapping[str, Any] | None = None) -> Run:
    """Read the optimizer and the scheduler that a text of PyTorch code makes. Nothing is executed.

    `names` answers what the text doesn't say: `{"len(train_loader)": 391, "args.lr": 0.1}`. A text with an optimizer
    and no scheduler is a run at a constant rate; so is `ConstantLR(factor=1.0, total_iters=0)`, which `lrviz.code`
    writes for one.

    Raises
    ------
    SourceError
        LR200 unreadable text, LR201 an unknown class or argument, LR202 a refused expression, LR203 a value the text
        doesn't hold, LR204 no scheduler.
    SpecError, ScheduleError
        An argument is out of bounds, or torch would raise when the object is made.
    """
    return read(source, names=names)[0]


def read(source: str, *, names: Mapping[str, Any] | None = None) -> tuple[Run, bool]:
    """Read as `parse` does, and say whether the text has an optimizer, which is only assumed otherwise."""
    said = _said(source, names)
    return said.run, said.has_optimizer


def study(source: str, *, names: Mapping[str, Any] | None = None) -> Reading:
    """Give all that can be known of a text, whatever is wrong with it."""
    usage = _usage(source, names)
    try:
        said = _said(source, names)
    except SourceError as error:
        return Reading(source, findings=error.findings, usage=usage)
    except LrvizError as error:
        return Reading(source, findings=(Finding("LR115", "error", str(error)),), usage=usage)
    spots = Spots(source)
    places = {path: Span(spots.start(node), spots.end(node), node.lineno) for path, node in said.nodes.items()}
    return Reading(source, said.run, said.has_optimizer, nodes=said.nodes, places=places, usage=usage)


def _usage(source: str, answers: Mapping[str, Any] | None) -> Usage:
    """Give what a text does; nothing where it can't be read at all, which is said elsewhere."""
    try:
        nodes = syntax(source)
        names = Names(nodes)
        return used(nodes, names, Constants(names, answers if isinstance(answers, Mapping) else {}))
    except (SourceError, RecursionError, MemoryError):
        return Usage()


class _Said(NamedTuple):
    """What a text says that can be drawn: the run, and by its place in it the expression that each part comes from."""

    run: Run
    has_optimizer: bool
    nodes: Mapping[str, ast.expr]


def _said(source: str, names: Mapping[str, Any] | None) -> _Said:
    expect(names, (Mapping, NoneType), "parse.names", "a mapping from what the text says to values, or None")
    try:
        return _read(outside(syntax(source)), names or {})
    except (RecursionError, MemoryError):
        raise unreadable("it is nested too deeply") from None


def _read(nodes: Sequence[ast.AST], answers: Mapping[str, Any]) -> _Said:
    nodes = framed(nodes, answers)
    names = Names(nodes)
    constants = Constants(names, answers)
    spell_out(nodes, names, constants)
    calls = Calls(nodes, names)
    parts = Parts(calls, names, nodes)
    scheduler = _chosen(_whole(calls, parts), calls.stepped, "scheduler")
    optimizer = (
        _optimizer_of(scheduler, calls, parts) if scheduler else _chosen(calls.optimizers, calls.stepped, "optimizer")
    )
    if scheduler is None:
        _refuse_hidden(optimizer, calls)
    if optimizer:
        _refuse_groups(optimizer, names)
    own: dict[str, Any] = {"stepped": "epoch"} if scheduler and _counts_epochs(scheduler, constants) else {}
    if optimizer:
        own["optimizer"] = Maker(constants, parts).made(optimizer)
    if (clip := _clipped(nodes)) is not None:
        own["clip"] = clip
    rate = own["optimizer"].rate if optimizer else None
    schedule = Maker(constants, parts, rate).made(scheduler) if scheduler else None
    if _keeps_the_rate(schedule):
        schedule = None
    name = type(schedule).__name__ if schedule else "constant"
    run = Run(name, schedule, **own)
    if run.unfit:
        raise ScheduleError(run.unfit)
    places = {} if optimizer is None else located(optimizer, "optimizer", parts)
    if scheduler is not None:
        places |= located(scheduler, "schedule", parts)
    return _Said(run, optimizer is not None, places)


def _whole(calls: Calls, parts: Parts) -> list[Call]:
    """Give the schedulers that are no part of another; a part that is stepped on its own too has no curve of theirs."""
    for part in parts.taken:
        if part.assigned & calls.stepped:
            message = f"the scheduler of line {part.node.lineno} is a part of another one, and stepped on its own"
            raise SourceError(Finding("LR202", "error", message, part.node.lineno))
    whole = [call for call in calls.schedulers if call not in parts.taken]
    if calls.schedulers and not whole:
        raise refused(next(filter(parts.composes, calls.schedulers)).node, "it is a part of itself")
    return whole


def _counts_epochs(scheduler: Call, constants: Constants) -> bool:
    """Whether the steps of a scheduler are epochs: timm's are, unless they are said not to be."""
    given = scheduler.given("t_in_epochs")
    return (
        library(scheduler.cls) == "timm"
        and not scheduler.along
        and (given is None or constants.value(given) is not False)
    )


def _clipped(nodes: Sequence[ast.AST]) -> float | None:
    """Give the norm that gradients are cut to, where one call says so with a plain number above 0."""
    found: list[float] = []
    for node in nodes:
        match node:
            case ast.Call(func=ast.Name(id="clip_grad_norm_") | ast.Attribute(attr="clip_grad_norm_")):
                by_name = [keyword.value for keyword in node.keywords if keyword.arg == "max_norm"]
                match [*by_name, *node.args[1:2]]:
                    case [ast.Constant(value=int() | float() as norm)] if norm is not True and 0 < norm < math.inf:
                        found.append(float(norm))
                    case _:
                        return None
    return found[0] if len(found) == 1 else None


def _refuse_groups(optimizer: Call, names: Names) -> None:
    """Refuse parameter groups with rates of their own, instead of giving the first group's curve for all."""
    given = optimizer.given("params")
    if isinstance(given, ast.Name):
        given = names.value(given.id)
    groups = given.elts if isinstance(given, (ast.List, ast.Tuple)) else []
    for group in groups:
        match group:
            case ast.Dict(keys=keys):
                own = {key.value if isinstance(key, ast.Constant) else None for key in keys}
            case ast.Call(func=ast.Name(id="dict"), keywords=keywords):
                own = {keyword.arg for keyword in keywords}
            case _:
                continue
        if len(groups) > 1 or own != {"params"}:
            message = (
                "parameter groups are not read; give the optimizer model.parameters() to see the first group's curve"
            )
            raise SourceError(Finding("LR202", "error", message, group.lineno))


def _keeps_the_rate(schedule: Any) -> bool:
    """Whether a schedule is the one that `write.code` gives a run without a scheduler."""
    return type(schedule).__name__ == "ConstantLR" and (schedule.factor, schedule.total_iters) == (1, 0)


def _chosen(calls: Sequence[Call], stepped: set[str], what: str) -> Call | None:
    """Give the call whose object is stepped, else the last; more than one stepped is a choice the text leaves open."""
    taken = [call for call in calls if call.assigned & stepped]
    if len(taken) > 1:
        lines = ", ".join(str(call.node.lineno) for call in taken)
        message = f"more than one {what} is made and stepped (lines {lines}); keep one of them"
        raise SourceError(Finding("LR202", "error", message, taken[-1].node.lineno))
    return taken[0] if taken else calls[-1] if calls else None


def _optimizer_of(scheduler: Call, calls: Calls, parts: Parts) -> Call | None:
    """Give the optimizer a scheduler and its parts are made for; None where the text leaves it open."""
    given = scheduler.given("optimizer")
    composed = parts.of(scheduler) if parts.composes(scheduler) else []
    theirs = [_optimizer_of(part, calls, parts) for part in composed]
    if given is None and not (theirs and positional(scheduler.cls)[0] != "optimizer"):
        message = f"{scheduler.cls.__name__} needs its optimizer as the first argument"
        raise SourceError(Finding("LR201", "error", message, scheduler.node.lineno))
    own = theirs[0] if given is None else _given_optimizer(given, scheduler, calls)
    other = next((i for i, one in enumerate(theirs) if one is not own), None)
    if other is not None:
        message = (
            f"{scheduler.cls.__name__} expects all schedulers to belong to the same optimizer, "
            f"but schedulers[{other}] is made for another one"
        )
        raise SourceError(Finding("LR202", "error", message, composed[other].node.lineno))
    return own


def _given_optimizer(given: ast.expr, scheduler: Call, calls: Calls) -> Call | None:
    """Give the optimizer that an argument stands for; None where the text leaves it open."""
    own = [call for call in calls.optimizers if call.node is given or ast.unparse(given) in call.assigned]
    left_open = calls.is_open(given) and not isinstance(given, ast.Call)
    if not own and left_open:
        own = list(calls.optimizers)  # made elsewhere under another name, and handed over
    if len(own) > 1:
        lines = ", ".join(str(call.node.lineno) for call in own)
        message = f"{written(given)} could be any of the optimizers of lines {lines}; keep one of them"
        raise SourceError(Finding("LR203", "error", message, scheduler.node.lineno))
    if not own and not left_open:
        raise unknown(given, "is no optimizer that the text makes")
    return own[0] if own else None


def _refuse_hidden(optimizer: Call | None, calls: Calls) -> None:
    """Refuse to take a text for a constant rate where it speaks of a scheduler that it doesn't make."""
    hidden = next((name for name in sorted(calls.stepped) if "sched" in name.lower()), None)
    hidden = hidden or next((t for texts in calls.assigned.values() for t in texts if "sched" in t.lower()), None)
    if hidden:
        message = f"no scheduler found: the text doesn't say how {hidden} is made"
        raise SourceError(Finding("LR204", "error", message))
    if optimizer is None:
        raise SourceError(Finding("LR204", "error", "no scheduler found, and no optimizer"))
