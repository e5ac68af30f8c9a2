"""Chosen: which of the schedulers and optimizers that a text makes are the ones it is read as."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import NamedTuple

from lrviz.errors import Finding, SourceError
from lrviz.sentences import say
from lrviz.source.calls.calls import Call, Calls
from lrviz.source.calls.in_turn import in_turn
from lrviz.source.calls.parts import MOST, Parts
from lrviz.source.frames.inlined import made_on
from lrviz.source.spelling.places import library, positional
from lrviz.source.values.refusals import refused, unmade, written

_HINT = say("what is read are the lines that make them, such as torch.optim.SGD(model.parameters(), lr=0.1)")


class Chosen(NamedTuple):
    """The scheduler and the optimizer that a text is read as; None where it makes none."""

    scheduler: Call | None
    optimizer: Call | None


class UndecidedError(SourceError):
    """A text steps several optimizers, each with a schedule of its own; `lines` are those they are made on."""

    def __init__(self, finding: Finding, lines: Sequence[int]) -> None:
        super().__init__(finding)
        self.lines = tuple(lines)


def choose(calls: Calls, parts: Parts, line: int | None) -> Chosen:
    """Choose the scheduler that is stepped, else the last, and its optimizer; or those of the optimizer on a line.

    Raises
    ------
    UndecidedError
        Several optimizers with a scheduler each are stepped, and no line says which is meant.
    SourceError
        LR202: several schedulers of one optimizer are stepped, or none is made on that line; LR203: an optimizer could
        be any of several; LR204: there is nothing to choose from.
    """
    whole = _whole(calls, parts)
    if line is not None:
        return _made_on(line, whole, calls, parts)
    stepped = calls.stepping(whole)
    if len(stepped) > 1:
        owners = [_optimizer_of(call, calls, parts) for call in stepped]
        if len(set(owners)) > 1 or (one := in_turn(stepped, calls)) is None:
            _refuse_several(stepped, [owner for owner in owners if owner is not None], "scheduler")
        else:
            return Chosen(one, owners[0])
    if scheduler := _last(stepped or whole):
        return Chosen(scheduler, _optimizer_of(scheduler, calls, parts))
    optimizers = calls.stepping(calls.optimizers)
    if len(optimizers) > 1:
        _refuse_several(optimizers, optimizers, "optimizer")
    optimizer = _last(optimizers or calls.optimizers)
    _refuse_hidden(optimizer, calls)
    return Chosen(None, optimizer)


def _last(calls: Sequence[Call]) -> Call | None:
    return calls[-1] if calls else None


def _made_on(line: int, whole: Sequence[Call], calls: Calls, parts: Parts) -> Chosen:
    """Choose the optimizer that is made on a line, and the scheduler for it."""
    optimizer = next((call for call in calls.optimizers if made_on(call.node) == line), None)
    if optimizer is None:
        raise SourceError(
            Finding(
                "LR202",
                "error",
                say("no optimizer is made on line {line}; {choices}", line=line, choices=_choices(calls)),
                line,
            )
        )
    own = [call for call in whole if _is_for(call, optimizer, calls, parts)]
    stepped = calls.stepping(own)
    if len(stepped) > 1:
        if (one := in_turn(stepped, calls)) is not None:
            return Chosen(one, optimizer)
        _refuse_several(stepped, [optimizer], "scheduler")
    return Chosen(_last(stepped or own), optimizer)


def _choices(calls: Calls) -> str:
    lines = [str(made_on(call.node)) for call in calls.optimizers]
    return say("there are those of lines {names}", names=", ".join(lines)) if lines else say("the text makes none")


def _is_for(call: Call, optimizer: Call, calls: Calls, parts: Parts) -> bool:
    try:
        return _optimizer_of(call, calls, parts) is optimizer
    except UndecidedError as several:  # it is made for each of them
        return made_on(optimizer.node) in several.lines
    except SourceError:
        return False


def _refuse_several(made: Sequence[Call], optimizers: Sequence[Call], what: str) -> None:
    """Refuse to choose between what is made and stepped; a person can, where each has an optimizer of its own."""
    lines = [made_on(call.node) for call in made]
    own = list(dict.fromkeys(made_on(call.node) for call in optimizers))
    message = say(
        "more than one {what} is made and stepped (lines {names}); keep one of them",
        what=what,
        names=", ".join(map(str, lines)),
    )
    if what == "scheduler" and len(own) == 1:
        message = say(
            "{several}, or make them one SequentialLR or ChainedScheduler: they are not stepped one "
            "right after the other",
            several=message,
        )
    finding = Finding("LR202", "error", message, lines[-1])
    raise UndecidedError(finding, own) if len(own) > 1 else SourceError(finding)


def _whole(calls: Calls, parts: Parts) -> list[Call]:
    """Give the schedulers that are no part of another; a part that is stepped on its own too has no curve of theirs."""
    for part in parts.taken:
        if part.assigned & calls.stepped:
            message = say(
                "the scheduler of line {lineno} is a part of another one, and stepped on its own; step only the whole",
                lineno=part.node.lineno,
            )
            raise SourceError(Finding("LR202", "error", message, part.node.lineno))
    whole = [call for call in calls.schedulers if call not in parts.taken]
    if calls.schedulers and not whole:
        raise refused(next(filter(parts.composes, calls.schedulers)).node, say("it is a part of itself"))
    return whole


def _optimizer_of(scheduler: Call, calls: Calls, parts: Parts) -> Call | None:
    """Give the optimizer a scheduler and its parts are made for; None where the text leaves it open."""
    given = scheduler.given("optimizer")
    if (many := parts.count(scheduler)) > MOST:
        raise refused(
            scheduler.node, say("it is made of {many:,} schedulers; at most {most:,} are read", many=many, most=MOST)
        )
    composed = parts.of(scheduler) if parts.composes(scheduler) else []
    theirs = [_optimizer_of(part, calls, parts) for part in composed]
    if given is None and not (theirs and positional(scheduler.cls)[0] != "optimizer"):
        message = say("{kind} needs its optimizer as the first argument", kind=scheduler.cls.__name__)
        if library(scheduler.cls) == "keras":
            message = say(
                "{kind} is given to an optimizer of Keras here; only torch’s are read", kind=scheduler.cls.__name__
            )
        raise SourceError(Finding("LR201", "error", message, scheduler.node.lineno))
    own = theirs[0] if given is None else _given_optimizer(given, scheduler, calls)
    other = next((i for i, one in enumerate(theirs) if one is not own), None)
    if other is not None:
        message = say(
            "{kind} expects all schedulers to belong to the same optimizer, but schedulers[{other}] "
            "is made for another one",
            kind=scheduler.cls.__name__,
            other=other,
        )
        raise SourceError(Finding("LR202", "error", message, composed[other].node.lineno))
    return own


def _given_optimizer(given: ast.expr, scheduler: Call, calls: Calls) -> Call | None:
    """Give the optimizer that an argument stands for; None where the text leaves it open."""
    text = ast.unparse(given)
    own = [call for call in calls.optimizers if call.node is given or text in call.assigned]
    own = calls.latest(own, [given])
    left_open = calls.is_open(given) and not isinstance(given, ast.Call)
    if not own and left_open:
        own = list(calls.optimizers)  # made elsewhere under another name, and handed over
    if len(own) > 1:
        lines = ", ".join(str(made_on(call.node)) for call in own)
        message = say(
            "{written} could be any of the optimizers of lines {lines}; keep one of them",
            written=written(given),
            lines=lines,
        )
        finding = Finding("LR203", "error", message, scheduler.node.lineno)
        each = [made_on(call.node) for call in own]
        raise UndecidedError(finding, each) if calls.is_repeated(given) else SourceError(finding)
    if not own and not left_open:
        raise unmade(given, say("is no optimizer that the text makes: paste the lines that make it, too"))
    return own[0] if own else None


def _refuse_hidden(optimizer: Call | None, calls: Calls) -> None:
    """Refuse to take a text for a constant rate where it speaks of a scheduler that it doesn't make."""
    assigned = {text: value for value, texts in calls.assigned.items() for text in texts}
    named = [*sorted(calls.stepped), *assigned]
    hidden = next((text for text in named if "sched" in text.lower()), None)
    if hidden:
        made = assigned.get(hidden)
        call = "" if made is None else f", which is {written(made)},"
        message = say(
            "no scheduler found: the text doesn’t say how {hidden}{call} is made; paste what makes it, too",
            hidden=hidden,
            call=call,
        )
        raise SourceError(Finding("LR204", "error", message, None if made is None else made.lineno))
    if optimizer is None:
        nothing = Finding("LR204", "error", say("no scheduler found, and no optimizer: {hint}", hint=_HINT))
        raise SourceError(calls.elsewhere() or nothing)
