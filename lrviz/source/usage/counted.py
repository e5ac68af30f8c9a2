"""Counted: how often a text does what stands in its loops and under its conditions, where its numbers say it."""

from __future__ import annotations

import ast
import math
from collections.abc import Iterator, Sequence

from lrviz.source.usage.loops import FROM, Course, Loops
from lrviz.source.usage.periods import held, period
from lrviz.source.usage.walk import Condition, Done, Turn


def times(done: Done, loops: Loops, *, neutral: frozenset[str], accumulation: int | None = None) -> int | None:
    """Give how often a step is done in all, None where the text doesn't say.

    A condition on nothing but the `neutral` names (`if scheduler is not None`) is taken to hold. `accumulation` is how
    many batches accelerate makes an update of, for what is done where it says.
    """
    if not done.turns:
        return None
    if done.loose and loops.kind(done.turns[0], (), nests=len(done.turns) > 1) not in ("epochs", "steps"):
        return None  # who calls it, and how often, isn't known
    conditions = [one for one in done.under if not is_neutral(one, neutral)]
    divided = 1
    if any(syncs(one.test) for one in conditions):
        conditions = [one for one in conditions if not syncs(one.test)]
        if accumulation is None:
            return None
        divided = accumulation
    counters = {loops.course(turn).counter for turn in done.turns} - {""}
    cycles = [one for one in conditions if not one.names & counters]
    if len(cycles) > 1:
        return None
    counts = [_rounds(turn, i + 1, done, conditions, loops) for i, turn in enumerate(done.turns)]
    found = math.prod(one for one in counts if one is not None) if None not in counts else None
    for cycle in cycles:
        found = _every(cycle, done, counts, loops)
    return _capped(None if found is None else found // divided, done, loops)


def _rounds(turn: Turn, depth: int, done: Done, conditions: Sequence[Condition], loops: Loops) -> int | None:
    """Give in how many rounds of a loop a step is done, as far as conditions on its variable say."""
    course = loops.course(turn)
    if course.rounds is None:
        return None
    own = [one for one in conditions if one.depth >= depth and course.counter in one.names]
    stop = _stop(turn, course, done, loops)
    if not own:
        return None if stop is None else min(course.rounds, stop)
    if len(own) > 1 or course.values is None or stop is None or stop < course.rounds:
        return None
    found = held(own[0].test, course.counter, course.values, loops)
    return found if found is None or own[0].holds else course.rounds - found


def _every(cycle: Condition, done: Done, counts: Sequence[int | None], loops: Loops) -> int | None:
    """Give how often a step is done in every k-th round by a counter of its own.

    The counter may begin anywhere: it is only told where that makes no difference, in the innermost loop.
    """
    found, counters = period(cycle.test, loops), {name for turn in done.turns for name in turn.added}
    whole = counts[-1]
    known = found is not None and found.equal == cycle.holds and cycle.names & counters
    if found is None or not known or whole is None or None in counts or cycle.depth < len(counts):
        return None
    outer = math.prod(one for one in counts[:-1] if one is not None)
    return outer * whole // found.every if whole % found.every == 0 else None


def _capped(count: int | None, done: Done, loops: Loops) -> int | None:
    """Give a count that goes no further than a counter beside the step: `while i < n`, or `if i >= n: break`."""
    counters = loops.added(done.beside)
    for turn in done.turns:
        until = isinstance(turn.node, ast.While)
        for test in [turn.over] if until else turn.breaks:
            match test:
                case ast.Compare(left=left, ops=[op], comparators=[right]) if loops.text(left) in counters:
                    number, further = loops.number(right), isinstance(op, (ast.LtE, ast.Gt))
                    if number is None or not isinstance(op, _UNTIL if until else FROM):
                        return None
                    if count is not None:
                        count = min(number + further, count)
                    elif isinstance(done.turns[0].node, ast.While):
                        count = number + further
    return count


_UNTIL = (ast.Lt, ast.LtE)


def _stop(turn: Turn, course: Course, done: Done, loops: Loops) -> int | None:
    """Give after how many rounds a loop is left by a condition on its variable: all, or None where that isn't known."""
    stops = loops.stops(turn)
    if stops is None:
        return None
    done_before = (turn.node.lineno <= done.call.lineno < line for line, _ in stops)
    rounds = (max(rounds + before, 0) for before, (_, rounds) in zip(done_before, stops, strict=True))
    return min([course.rounds or 0, *rounds])


def is_neutral(condition: Condition, neutral: frozenset[str]) -> bool:
    """Whether a condition asks for nothing but whether something is there."""
    whole = {ast.unparse(one) for one in _outermost(condition.test)}
    return condition.holds and bool(whole) and whole <= neutral


def syncs(test: ast.expr) -> bool:
    """Whether it is accelerate that says whether a batch ends an update."""
    match test:
        case ast.Call(func=ast.Attribute(attr="accumulate")) | ast.Attribute(attr="sync_gradients"):
            return True
    return False


def _outermost(node: ast.AST) -> Iterator[ast.expr]:
    """Give the names and attributes of an expression, each whole."""
    if isinstance(node, (ast.Name, ast.Attribute)):
        yield node
        return
    for child in ast.iter_child_nodes(node):
        yield from _outermost(child)
