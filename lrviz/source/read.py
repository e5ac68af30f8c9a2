"""Python source in: the optimizer and the scheduler a text makes, read from its syntax and never executed."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from types import NoneType
from typing import Any, Literal, NamedTuple, TypeVar

from lrviz.errors import Finding, LrvizError, ScheduleError, SourceError, expect
from lrviz.listing import Listing
from lrviz.run import Run
from lrviz.sentences import say
from lrviz.source.calls.calls import Call, Calls
from lrviz.source.calls.parts import Parts
from lrviz.source.frames.frames import framed
from lrviz.source.frames.inlined import made_on, named
from lrviz.source.reading import Choice, Reading, Span, questions
from lrviz.source.runs.arguments import Maker
from lrviz.source.runs.chosen import Chosen, UndecidedError, choose
from lrviz.source.runs.concerned import concerned
from lrviz.source.runs.groups import Grouped, grouped
from lrviz.source.runs.irregular import irregular
from lrviz.source.runs.located import located
from lrviz.source.runs.stepped import turn
from lrviz.source.spelling.along import outside
from lrviz.source.spelling.places import library
from lrviz.source.text.clean import cleaned
from lrviz.source.text.spots import Spots
from lrviz.source.text.syntax import syntax, too_deep
from lrviz.source.usage.usage import Usage
from lrviz.source.usage.used import used
from lrviz.source.values.constants import Constants
from lrviz.source.values.names import Names
from lrviz.source.values.refusals import written

Made = TypeVar("Made")


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
    made = _made(_parsed(source), names)
    with _in_words():
        chosen = choose(made.calls, made.parts, None)
    run = _said(made, chosen).run
    if run.unfit:
        raise ScheduleError(run.unfit)
    return run, chosen.optimizer is not None


def study(source: str, *, names: Mapping[str, Any] | None = None, optimizer: int | None = None) -> Reading:
    """Give all that can be known of a text, whatever is wrong with it.

    `optimizer` is the line of the one that is meant, where the text makes several; else it is the one whose scheduler
    is stepped, and the first of several of these.
    """
    usage, notes, made, chosen = Usage(), list[Finding](), None, None
    try:
        parsed = _parsed(source)
        usage, notes = _usage(parsed, names), parsed.notes
        made = _made(parsed, names)
        chosen = _chosen(made, optimizer)
        said = _said(made, chosen)
    except SourceError as error:
        found, asked = (*error.findings, *notes), questions(error.findings)
        return Reading(source, findings=found, questions=asked, usage=usage, **_choices(made, chosen))
    except LrvizError as error:
        finding = _wrong(error)
        return Reading(source, findings=(finding,), usage=usage, **_choices(made, chosen))
    spots = Spots(source)
    places = {path: Span(spots.start(node), spots.end(node), node.lineno) for path, node in said.nodes.items()}
    return Reading(
        source,
        said.run,
        chosen.optimizer is not None,
        (*made.notes, *said.notes),
        nodes=said.nodes,
        places={path: span for path, span in places.items() if span.end > span.start},
        usage=usage.left_to(said.does),
        **_choices(made, chosen),
    )


def _wrong(error: LrvizError) -> Finding:
    """Say what can't be made of what a text gives, and where it does."""
    if not isinstance(error, ScheduleError):
        return Finding("LR115", "error", error.sentence, error.line)
    message = error.sentence
    if error.instead:
        why = message.removesuffix(".") if message.endswith(".") else message
        message = say("{why}; {instead}", why=why, instead=error.instead)
    return Finding(error.rule, "error", message, error.line)


@lru_cache(maxsize=32)  # the window, its linter and what amends a text all ask
def studied(listing: Listing) -> Reading:
    """Give all that can be known of a person's text with their answers; a choice that isn't there is none."""
    said = study(listing.text, names=listing.names, optimizer=listing.optimizer)
    if listing.optimizer is None or said.chosen is not None:
        return said
    return study(listing.text, names=listing.names)


def _choices(made: _Made | None, chosen: Chosen | None) -> dict[str, Any]:
    """Give the optimizers to choose from, and the line of the one that is taken."""
    if made is None or chosen is None:
        return {}
    optimizers = tuple(Choice(made_on(call.node), written(call.node)) for call in made.calls.optimizers)
    return {"optimizers": optimizers, "chosen": None if chosen.optimizer is None else made_on(chosen.optimizer.node)}


class _Parsed(NamedTuple):
    """The nodes of a text's syntax, its names, and what is said of statements that are left out."""

    nodes: Sequence[ast.AST]
    names: Names
    notes: list[Finding]


def _parsed(source: str) -> _Parsed:
    nodes = syntax(source)
    try:
        names = Names(nodes)
        out = cleaned(source).left_out
        words = concerned(nodes, names) if out else None
    except (RecursionError, MemoryError):
        raise too_deep() from None
    missed = [one for one in out if one.words and (words is None or one.words & words)]
    if missed:
        raise SourceError(*(Finding("LR200", "error", one.why, one.line) for one in missed))
    return _Parsed(nodes, names, [Finding("LR200", "warning", one.told, one.line) for one in out])


def _usage(parsed: _Parsed, answers: Mapping[str, Any] | None) -> Usage:
    """Give what a text does; nothing where it can't be told."""
    try:
        constants = Constants(parsed.names, answers if isinstance(answers, Mapping) else {})
        return used(parsed.nodes, parsed.names, constants)
    except (SourceError, RecursionError, MemoryError):
        return Usage()


class _Made(NamedTuple):
    """What a text makes."""

    nodes: Sequence[ast.AST]
    notes: Sequence[Finding]
    names: Names
    constants: Constants
    calls: Calls
    parts: Parts


class _Said(NamedTuple):
    """What a text says that can be drawn: the run, and by its place in it the expression each part is from.

    `does` is what is done with it where libraries are taken apart.
    """

    run: Run
    nodes: Mapping[str, ast.expr]
    notes: Sequence[Finding]
    does: Usage


@contextmanager
def _in_words() -> Iterator[None]:
    """Say what goes wrong in the text's own words."""
    try:
        yield
    except UndecidedError:
        raise
    except SourceError as error:
        raise named(error) from None
    except (RecursionError, MemoryError):
        raise too_deep() from None


@_in_words()
def _made(parsed: _Parsed, answers: Mapping[str, Any] | None) -> _Made:
    """Take apart what is around the optimizers and schedulers of a text; its nodes are changed in place."""
    expect(answers, (Mapping, NoneType), "parse.names", say("a mapping from what the text says to values, or None"))
    own = outside(parsed.nodes)
    names = parsed.names if len(own) == len(parsed.nodes) else Names(own)
    nodes, names, constants, notes = framed(own, names, answers or {})
    calls = Calls(nodes, names)
    return _Made(nodes, [*parsed.notes, *notes], names, constants, calls, Parts(calls, names, nodes))


@_in_words()
def _chosen(made: _Made, line: int | None) -> Chosen:
    """Choose what a text is read as: the first of several optimizers, where nobody says which is meant."""
    try:
        return choose(made.calls, made.parts, line)
    except UndecidedError as several:
        return choose(made.calls, made.parts, several.lines[0])


@_in_words()
def _said(made: _Made, chosen: Chosen) -> _Said:
    scheduler, optimizer = chosen
    constants, parts = made.constants, made.parts
    does = used(made.nodes, made.names, constants) if scheduler and _has_loops(made.nodes) else Usage()
    own: dict[str, Any] = {"stepped": _stepped(scheduler, does, constants)} if scheduler else {}
    trouble: list[Finding] = []
    groups = _tried(lambda: grouped(optimizer, made.nodes, made.names, constants), trouble) if optimizer else None
    if optimizer:
        own["optimizer"] = _tried(lambda: Maker(constants, parts).made(optimizer), trouble)
    rate = own["optimizer"].rate if own.get("optimizer") else None
    schedule = _tried(lambda: Maker(constants, parts, rate).made(scheduler), trouble) if scheduler else None
    if trouble:
        raise SourceError(*sorted(dict.fromkeys(trouble), key=lambda one: one.line or 0))
    if groups is not None:
        own |= {"optimizer": groups.optimizer(own["optimizer"]), "groups": groups.groups}
        schedule = groups.schedule(schedule) if scheduler else None
    if (clip := _clipped(made.nodes)) is not None:
        own["clip"] = clip
    if _keeps_the_rate(schedule):
        schedule = None
    name = type(schedule).__name__ if schedule else "constant"
    run = Run(name, schedule, **own)
    places = {} if optimizer is None else located(optimizer, "optimizer", parts)
    if scheduler is not None:
        places |= located(scheduler, "schedule", parts)
    groups = groups or Grouped()
    steps = irregular(does, scheduler, made.nodes, schedule, rate) if scheduler is not None else ()
    return _Said(run, {**places, **groups.nodes}, (*groups.notes, *steps), does)


def _tried(make: Callable[[], Made], trouble: list[Finding]) -> Made | None:
    """Give what is made, None where something is wrong with it that goes into `trouble`, to be said all at once."""
    try:
        return make()
    except SourceError as error:
        trouble += error.findings
        return None


def _stepped(scheduler: Call, does: Usage, constants: Constants) -> Literal["batch", "epoch"]:
    """Say what a scheduler is stepped in: epochs where timm counts them, and where it stands in a loop over them."""
    if library(scheduler.cls) == "timm" and not scheduler.along:
        given = scheduler.given("t_in_epochs")
        return "epoch" if given is None or constants.value(given) is not False else "batch"
    return turn(does, scheduler.assigned)


def _has_loops(nodes: Sequence[ast.AST]) -> bool:
    return any(isinstance(node, (ast.For, ast.While)) for node in nodes)


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


def _keeps_the_rate(schedule: Any) -> bool:
    """Whether a schedule is the one that `write.code` gives a run without a scheduler."""
    return type(schedule).__name__ == "ConstantLR" and (schedule.factor, schedule.total_iters) == (1, 0)
