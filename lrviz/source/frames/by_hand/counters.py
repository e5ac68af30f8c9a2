"""Counters: the loops in which a text sets a rate, and what counts their rounds as formulas of the step."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lrviz.sentences import say
from lrviz.source.frames.by_hand.rates import Known, Rates, UnclearError, Written, written
from lrviz.source.frames.plain import put_names
from lrviz.source.usage.loops import Loops
from lrviz.source.usage.walk import Turn
from lrviz.source.values.blocks import blocks
from lrviz.source.values.callees import arguments, functions, name_of
from lrviz.source.values.functions import filled
from lrviz.source.values.named import names_in, names_set_in

STEP = "t"
DEEPEST = 3
"""Functions with loops that are called in loops."""
Loop = ast.For | ast.While


@dataclass(frozen=True)
class Place:
    """A loop in which a rate is set, and the loops around it from the outermost in.

    `known` says what names stand for in its rounds, and the outermost loop is in the block, at `index`.
    """

    loop: Loop
    outer: tuple[Loop, ...]
    block: list[ast.stmt]
    index: int
    known: Known = field(default_factory=dict)

    @property
    def first(self) -> Loop:
        """The outermost loop."""
        return self.outer[0] if self.outer else self.loop

    def before(self, name: str, nodes: Sequence[ast.AST]) -> ast.expr | None:
        """Give what a name stands for before the loops, where it is assigned once there and else in them only."""
        inside = {id(each) for each in ast.walk(self.first)}
        found = [
            node.value
            for node in nodes
            if isinstance(node, ast.Assign) and id(node) not in inside and _is_name(node.targets, name)
        ]
        return found[0] if len(found) == 1 and found[0].lineno < self.first.lineno else None

    def first_optimizer(self, optimizer: ast.expr) -> ast.expr:
        """Give the optimizer as it is called where the outermost loop is."""
        return copy.deepcopy(filled(optimizer, self.known) or optimizer)


def _is_name(targets: Sequence[ast.expr], name: str) -> bool:
    return len(targets) == 1 and isinstance(targets[0], ast.Name) and targets[0].id == name


def places(tree: ast.Module, rates: Rates) -> list[Place]:
    """Give the innermost loops that set a rate in their rounds; through the calls of the functions that they are in."""
    found: list[Place] = []
    for body, function in _bodies(tree):
        inside = _in_block(body, rates, (), {})
        found += [one if function is None else _called(one, function, tree, DEEPEST) for one in inside]
    return found


def _bodies(tree: ast.Module) -> Iterator[tuple[list[ast.stmt], ast.FunctionDef | None]]:
    yield tree.body, None
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            yield node.body, node


def _in_block(body: list[ast.stmt], rates: Rates, outer: tuple[Loop, ...], known: Known) -> Iterator[Place]:
    """Give the innermost loops of a block that set a rate."""
    for index, statement in enumerate(body):
        if written(statement) is not None or isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
            continue
        if isinstance(statement, Loop):
            inner = list(_in_block(statement.body, rates, (*outer, statement), known))
            if not inner and any(map(rates.does, statement.body)):
                inner = [Place(statement, outer, body, index, known)]
            for one in inner:
                before = _set_before(statement.body, one.loop) if one.loop is not statement else {}
                yield Place(one.loop, one.outer, body, index, {**before, **one.known})
            continue
        for block in blocks(statement):
            yield from _in_block(block, rates, outer, known)


def _set_before(body: Sequence[ast.stmt], inner: Loop) -> dict[str, ast.expr]:
    """Give what an outer loop's round sets before the inner one."""
    found: dict[str, ast.expr] = {}
    for statement in body:
        if any(each is inner for each in ast.walk(statement)):
            break
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                found[name] = filled(value, found) or value
    return found


def _called(place: Place, function: ast.FunctionDef, tree: ast.Module, left: int) -> Place:
    """Give a place in a function that is called in one loop, as a place in that; else as it is."""
    known = functions(list(ast.walk(tree)))
    one = known.get(function.name)
    if one is None or one.node is not function or not left:
        return place
    calls = list(_calls(tree.body, function.name, (), None))
    calls += [
        each
        for body, other in _bodies(tree)
        if other not in (None, function)
        for each in _calls(body, function.name, (), other)
    ]
    if len(calls) != 1 or not calls[0][1]:
        return place
    call, loops, block, index, inside = calls[0]
    given = arguments(call, one)
    if given is None:
        return place
    values = {**given, **{name: filled(value, given) or value for name, value in place.known.items()}}
    own = {**_set_before(loops[-1].body, loops[-1]), **values}
    moved = Place(place.loop, (*loops, *place.outer), block, index, own)
    return moved if inside is None else _called(moved, inside, tree, left - 1)


_Found = tuple[ast.Call, tuple[Loop, ...], list[ast.stmt], int, ast.FunctionDef | None]


def _calls(
    body: list[ast.stmt], name: str, outer: tuple[Loop, ...], inside: ast.FunctionDef | None
) -> Iterator[_Found]:
    """Give the calls of a function in a block's statements, with the loops around them."""
    for index, statement in enumerate(body):
        if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
            continue
        inner = list(blocks(statement))
        loops = (*outer, statement) if isinstance(statement, Loop) else outer
        for block in inner:
            for call, around, _, _, _ in _calls(block, name, loops, inside):
                yield call, around, body, index, inside
        if not inner:
            for node in ast.walk(statement):
                if isinstance(node, ast.Call) and name_of(node.func) == name:
                    yield node, outer, body, index, inside


def in_steps(
    value: ast.expr, found: Written, place: Place, loops: Loops, nodes: Sequence[ast.AST], *, late: bool
) -> ast.expr:
    """Give a rate as a formula of the step `t`, in place of what counts the rounds of the loops.

    `late` says that a round's rate is set behind its update, so that it is the next one's.

    Raises
    ------
    UnclearError
        It depends on something else that the rounds change.
    """
    step: ast.expr = ast.Name(STEP, ast.Load())
    if late:
        step = ast.BinOp(step, ast.Sub(), ast.Constant(1))
    names = names_in(value)
    own = _counters(place.loop, place, loops, nodes)
    above = _counters(place.outer[-1], place, loops, nodes) if place.outer else {}
    again = {name for name in own if place.outer and _is_loops(name, place.loop)}
    put: dict[str, ast.expr] = {}
    if names & (above.keys() | again):
        batches = _rounds(place, loops)
        value = _joined(value, above, {name: own[name] for name in again}, batches, step)
        put |= {name: _plus(ast.BinOp(step, ast.FloorDiv(), batches), start) for name, start in above.items()}
        put |= {name: _plus(ast.BinOp(step, ast.Mod(), batches), own[name]) for name in again}
    put |= {name: _plus(step, start) for name, start in own.items() if name not in again}
    changed = (names & names_set_in(place.first)) - put.keys()
    if changed:
        raise UnclearError(say("depends on {changed}, which each round changes", changed=min(changed)[:40]), found.node)
    placed = put_names(value, put)
    for node in ast.walk(placed):
        if isinstance(node, ast.expr) and not hasattr(node, "lineno"):
            ast.copy_location(node, found.node)
    return placed


def begins_with(name: str, place: Place, loops: Loops, nodes: Sequence[ast.AST]) -> ast.expr | None:
    """Give the number that a counter of a place's loop begins with; None for what is none."""
    return _counters(place.loop, place, loops, nodes).get(name)


def _counters(loop: Loop, place: Place, loops: Loops, nodes: Sequence[ast.AST]) -> dict[str, ast.expr]:
    """Give the names that count a loop's rounds, each with what it begins with."""
    found: dict[str, ast.expr] = {}
    if isinstance(loop, ast.For):
        course = loops.course(Turn(loop, loop.iter))
        if course.counter:
            found[course.counter] = _begins(loop, course.over)
    added = [
        one.target.id
        for one in loop.body
        if isinstance(one, ast.AugAssign) and isinstance(one.target, ast.Name) and _is_one(one)
    ]
    for name in added:
        before = place.before(name, nodes)
        times = sum(
            isinstance(each, ast.Name) and each.id == name and isinstance(each.ctx, ast.Store)
            for each in ast.walk(place.first)
        )
        if before is not None and times == 1:
            found[name] = before
    return found


def _is_one(node: ast.AugAssign) -> bool:
    return isinstance(node.op, ast.Add) and isinstance(node.value, ast.Constant) and node.value.value == 1


def _is_loops(name: str, loop: Loop) -> bool:
    return isinstance(loop, ast.For) and name in names_set_in(loop.target)


def _rounds(place: Place, loops: Loops) -> ast.expr:
    """Give how many rounds a loop has in one of the loop around it."""
    loop = place.loop
    if isinstance(loop, ast.While):
        raise UnclearError(say("counts the rounds of a loop without an end"), loop)
    over = loops.course(Turn(loop, loop.iter)).over
    over = filled(over, place.known) or over
    match over:
        case ast.Call(func=ast.Name(id="range" | "trange"), args=[one]):
            return one
    return ast.copy_location(ast.Call(ast.copy_location(ast.Name("len", ast.Load()), over), [over], []), loop.iter)


def _begins(loop: ast.For, over: ast.expr) -> ast.expr:
    """Give the number that a loop's counter begins with."""
    match over:
        case ast.Call(func=ast.Name(id="range" | "trange"), args=[start, _, *_]):
            return start
    for node in ast.walk(loop.iter):
        match node:
            case ast.Call(func=ast.Name(id="enumerate"), args=[_, start]):
                return start
            case ast.Call(func=ast.Name(id="enumerate"), keywords=[ast.keyword(arg="start", value=start)]):
                return start
    return ast.copy_location(ast.Constant(0), loop.iter)


def _plus(step: ast.expr, start: ast.expr) -> ast.expr:
    return step if isinstance(start, ast.Constant) and start.value == 0 else ast.BinOp(step, ast.Add(), start)


def _joined(
    value: ast.expr, epochs: Mapping[str, ast.expr], batches: Mapping[str, ast.expr], each: ast.expr, step: ast.expr
) -> ast.expr:
    """Put the step where a text counts the batches of all epochs, and its share where it counts parts of epochs."""
    zero = all(isinstance(one, ast.Constant) and one.value == 0 for one in (*epochs.values(), *batches.values()))
    if not zero or len(epochs) != 1 or len(batches) != 1:
        return value
    (epoch,), (i,), n = epochs, batches, ast.unparse(each)
    whole = {f"{epoch} * {n} + {i}", f"{i} + {epoch} * {n}", f"{n} * {epoch} + {i}", f"{i} + {n} * {epoch}"}
    share = {f"{i} / {n} + {epoch}", f"{epoch} + {i} / {n}"}
    joined: ast.expr = _Join(whole, share, each, step).visit(value)
    return joined


class _Join(ast.NodeTransformer):
    def __init__(self, whole: set[str], share: set[str], each: ast.expr, step: ast.expr) -> None:
        self._whole, self._share, self._each, self._step = whole, share, each, step

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        text = ast.unparse(node)
        if text in self._whole:
            return copy.deepcopy(self._step)
        if text in self._share:
            return ast.BinOp(copy.deepcopy(self._step), ast.Div(), copy.deepcopy(self._each))
        return self.generic_visit(node)
