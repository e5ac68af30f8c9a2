"""Used: what a text does with its optimizers and schedulers, read from its syntax and never executed."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from lrviz.source.usage.counted import times
from lrviz.source.usage.loops import Loops
from lrviz.source.usage.makers import made
from lrviz.source.usage.periods import period
from lrviz.source.usage.usage import Ask, Loop, Maker, Step, Usage
from lrviz.source.usage.walk import Condition, Done, Turn, walked
from lrviz.source.values.constants import Constants
from lrviz.source.values.names import Names

What = Literal["optimizer", "scheduler", "scaler", "other"]
_SCHEDULER = re.compile(r"sched|warmup|plateau|anneal", re.IGNORECASE)
_OPTIMIZER = re.compile(r"^_?(\w*_)?(opts?|optim|optimi[sz]er)(_?\w*)?$", re.IGNORECASE)
_BATCHES = frozenset({"gradient_accumulation_steps", "accumulate_grad_batches"})
"""Arguments that say how many batches a library makes an update of."""
NEAR = 8
"""How many steps before it one may be the alternative of."""
METHODS = frozenset({"train", "eval", "get_lr", "get_scale", "update", "state_dict", "load_state_dict"})
"""Methods whose calls are told."""


@dataclass(frozen=True)
class _One:
    """A step that is done, and what is stepped by it: an optimizer also by its scaler."""

    done: Done
    what: What
    subject: str


def used(nodes: Sequence[ast.AST], names: Names, constants: Constants) -> Usage:
    """Give what a text does, `nodes` being those of its syntax tree as `text.syntax` gives them."""
    loops = Loops(names, constants)
    optimizers, schedulers = made(nodes, names, loops.constant)
    done = [_one(each, optimizers, schedulers) for each in walked(nodes)]
    prepared = _prepared(nodes, loops)
    nesting = {turn for one in done if one.what != "other" for turn in one.done.turns[:-1]}
    steps = tuple(_step(one, nesting, loops, prepared) for one in done)
    updating = _by_subject(one for one in done if one.what in {"scaler", "optimizer"})
    stepping = _by_subject(one for one in done if one.what == "scheduler")
    return Usage(
        steps,
        optimizers,
        schedulers,
        _agreed(None if _remade(one, schedulers) else _total(done, loops, prepared) for one, done in stepping.items()),
        _agreed(None if _remade(one, optimizers) else _total(done, loops, prepared) for one, done in updating.items()),
        _agreed(_in_an_epoch(each, nesting, loops, prepared) for each in updating.values()),
        _accumulation(updating, loops) or prepared or 1,
        tuple(sorted(_asks(nodes), key=lambda one: one.line)),
    )


def _asks(nodes: Iterable[ast.AST]) -> Iterator[Ask]:
    for node in nodes:
        match node:
            case ast.Call(func=ast.Attribute(value=owner, attr=method)) if method in METHODS:
                yield Ask(ast.unparse(owner), method, node.func.end_lineno or node.lineno)


def _one(done: Done, optimizers: Iterable[Maker], schedulers: Iterable[Maker]) -> _One:
    """Say what a step is called on: by what makes it, else by its name."""
    owner = ast.unparse(done.owner)
    last = owner.rpartition(".")[2]
    if any(owner in one.names for one in schedulers):
        return _One(done, "scheduler", owner)
    if any(owner in one.names for one in optimizers):
        return _One(done, "optimizer", owner)
    if "scaler" in last.lower() and done.given is not None:
        return _One(done, "scaler", ast.unparse(done.given))
    if _SCHEDULER.search(last):
        return _One(done, "scheduler", owner)
    return _One(done, "optimizer" if _OPTIMIZER.search(last) else "other", owner)


def _step(one: _One, nesting: set[Turn], loops: Loops, prepared: int | None) -> Step:
    done = one.done
    around = tuple(
        Loop(
            turn.node.lineno,
            ast.unparse(turn.over if isinstance(turn.node, ast.While) else loops.course(turn).over),
            loops.course(turn).rounds,
            loops.kind(turn, done.turns[:i], nests=turn in nesting),
        )
        for i, turn in enumerate(done.turns)
    )
    given = "" if done.given is None else ast.unparse(done.given)
    under = tuple(condition.text for condition in done.under)
    counted = times(done, loops, neutral=_neutral(one), accumulation=prepared)
    return Step(ast.unparse(done.owner), one.what, done.call.lineno, around, given, under, counted, done.function)


def _neutral(one: _One) -> frozenset[str]:
    """Give the names that only say whether there is something to step."""
    owner = ast.unparse(one.done.owner)
    return frozenset({owner, one.subject, owner.rpartition(".")[2], f"args.{owner}"})


def _by_subject(done: Iterable[_One]) -> Mapping[str, list[_One]]:
    found: dict[str, list[_One]] = defaultdict(list)
    for one in done:
        found[one.subject].append(one)
    return found


def _total(done: Sequence[_One], loops: Loops, prepared: int | None) -> int | None:
    """Give how often something is stepped, by all that step it."""
    counts = [times(one.done, loops, neutral=_neutral(one), accumulation=prepared) for one in _merged(done)]
    return _sum(counts)


def _remade(subject: str, makers: Sequence[Maker]) -> bool:
    """Whether a name stands for one thing first and for another later, so that the steps are not all those of one."""
    own = [made for made in makers if subject in made.names][:NEAR]
    return any(not one.excludes(other) for i, one in enumerate(own) for other in own[:i])


def _merged(done: Sequence[_One]) -> list[_One]:
    """Give steps with those that are each other's alternative, as with a scaler and without, as one of no condition."""
    found: list[_One] = []
    for one in done:
        for i, other in list(enumerate(found))[-NEAR:]:
            if (both := _either(one.done, other.done)) is not None:
                found[i] = replace(other, done=replace(other.done, under=both))
                break
        else:
            found.append(one)
    return found


def _either(one: Done, other: Done) -> tuple[Condition, ...] | None:
    """Give the conditions that two steps share where they differ in one, which holds for one of them only."""
    if one.turns != other.turns or len(one.under) != len(other.under):
        return None
    apart = [(a, b) for a, b in zip(one.under, other.under, strict=True) if (a.holds, a.text) != (b.holds, b.text)]
    if len(apart) != 1 or ast.dump(apart[0][0].test) != ast.dump(apart[0][1].test):
        return None
    return tuple(each for each in one.under if each is not apart[0][0])


def _in_an_epoch(done: Sequence[_One], nesting: set[Turn], loops: Loops, prepared: int | None) -> int | None:
    """Give how often something is stepped in one round of the loop over epochs; None, too, where one is in none."""
    found: list[int | None] = []
    for one in _merged(done):
        turns = one.done.turns
        epochs = [i for i, turn in enumerate(turns) if loops.kind(turn, turns[:i], nests=turn in nesting) == "epochs"]
        if not epochs:
            return None
        first = epochs[-1] + 1
        under = [replace(each, depth=each.depth - first) for each in one.done.under if each.depth >= first]
        inside = replace(one.done, turns=turns[first:], under=tuple(under), loose=False)
        once = not inside.turns and not inside.under
        found.append(1 if once else times(inside, loops, neutral=_neutral(one), accumulation=prepared))
    return _sum(found)


def _accumulation(updating: Mapping[str, Sequence[_One]], loops: Loops) -> int | None:
    """Give how many batches an update is made of, where every optimizer is stepped in each so many."""
    found = {_every(one.done, loops) for each in updating.values() for one in each}
    return found.pop() if len(found) == 1 else None


def _every(done: Done, loops: Loops) -> int | None:
    cycles = [(each.holds, period(each.test, loops)) for each in done.under if each.depth == len(done.turns)]
    return next((cycle.every for holds, cycle in cycles if cycle is not None and cycle.equal == holds), None)


def _prepared(nodes: Sequence[ast.AST], loops: Loops) -> int | None:
    """Give how many batches a library is told to make an update of."""
    told = (one for node in nodes if isinstance(node, ast.Call) for one in node.keywords if one.arg in _BATCHES)
    return next((number for one in told if (number := loops.number(one.value)) is not None and number > 0), None)


def _sum(counts: Sequence[int | None]) -> int | None:
    known = [one for one in counts if one is not None]
    return sum(known) if known and len(known) == len(counts) else None


def _agreed(counts: Iterable[int | None]) -> int | None:
    """Give the count that all have."""
    found = set(counts)
    return found.pop() if len(found) == 1 else None
