"""By hand: rates that a text's own loop sets, written as the scheduler that sets the same ones."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lrviz.errors import Finding, SourceError
from lrviz.source.calls.calls import makes_optimizer
from lrviz.source.frames.decisions import BLOCKS, Decisions
from lrviz.source.frames.rates import FIRST, Rates, UnclearError, Written, stored, writes, written
from lrviz.source.spelling.places import positional
from lrviz.source.usage.loops import Loops
from lrviz.source.usage.walk import Turn
from lrviz.source.values.callees import functions, name_of
from lrviz.source.values.constants import written as said
from lrviz.spec import fields

STEP = "t"
_STEPPED = frozenset({"step", "backward"})
Loop = ast.For | ast.While


class _Place(NamedTuple):
    """A loop in which a rate is set, the loops around it from the outermost in, and the block that the first is in."""

    loop: Loop
    outer: tuple[Loop, ...]
    block: list[ast.stmt]


def schedule_by_hand(tree: ast.Module, decisions: Decisions) -> bool:
    """Write what sets the rate in a loop as a LambdaLR, or a MultiplicativeLR, that is stepped there.

    Raises
    ------
    SourceError
        LR202: the rate is no formula of the loop's counters.
    """
    if not any(isinstance(node, ast.stmt) and written(node) is not None for node in decisions.nodes):
        return False
    rates = Rates(functions(decisions.nodes), decisions.known)
    optimizers = [node for node in decisions.nodes if makes_optimizer(node, decisions.names) is not None]
    made = any(decisions.made(node) for node in decisions.nodes if isinstance(node, ast.Call) and node not in optimizers)
    places = list(_places(tree.body, rates, ()))
    if made or len(optimizers) != 1 or len(places) != 1:
        return False
    optimizer = optimizers[0]
    assert isinstance(optimizer, ast.Call)  # noqa: S101 - nothing else makes one
    try:
        _put_in(tree, places[0], _ByHand(places[0], optimizer, rates, decisions).scheduler())
    except UnclearError as unclear:
        message = f"the learning rate is set by hand in line {unclear.line} and {unclear.why}; write it as a function for LambdaLR"
        raise SourceError(Finding("LR202", "error", message, unclear.line)) from None
    return True


def _places(body: list[ast.stmt], rates: Rates, outer: tuple[Loop, ...], block: list[ast.stmt] | None = None) -> Iterator[_Place]:
    """Give the innermost loops that set a rate in their own rounds."""
    for statement in body:
        if isinstance(statement, ast.For) and written(statement) is not None:
            continue
        if isinstance(statement, Loop):
            inner = list(_places(statement.body, rates, (*outer, statement), block or body))
            if inner:
                yield from inner
            elif any(rates.does(one) for one in statement.body):
                yield _Place(statement, outer, block or body)
            continue
        for name in (*BLOCKS, "handlers", "cases"):
            for one in _blocks(statement, name):
                yield from _places(one, rates, outer, block)


def _blocks(statement: ast.stmt, name: str) -> list[list[ast.stmt]]:
    found = getattr(statement, name, None)
    if not isinstance(found, list):
        return []
    return [found] if name in BLOCKS else [one.body for one in found]


class _Made(NamedTuple):
    """A scheduler: the class, its function of the step, and for which optimizer it is."""

    cls: str
    function: ast.expr
    optimizer: ast.expr
    node: ast.stmt


class _ByHand:
    """A rate that is set by hand, as a scheduler of the same rates."""

    def __init__(self, place: _Place, optimizer: ast.Call, rates: Rates, decisions: Decisions) -> None:
        self._place, self._optimizer, self._rates, self._decisions = place, optimizer, rates, decisions
        self._loops = Loops(decisions.names, decisions.constants)
        self._base = self._first_rate()

    def scheduler(self) -> _Made:
        """Give the scheduler.

        Raises
        ------
        UnclearError
            The rate is no formula of the counters.
        """
        body = self._place.loop.body
        known = {name: one for loop in self._place.outer for name, one in _set_before(loop, self._place)}
        found = self._rates.rate(body, known)
        if found is None:
            raise UnclearError("may be left out", self._place.loop)
        late = self._is_late(body)
        step: ast.expr = ast.Name(STEP, ast.Load())
        if late:
            step = ast.BinOp(step, ast.Sub(), ast.Constant(1))
        value = self._counted(found, step)
        if found.how == "multiplied":
            return self._multiplied(found, value, late=late)
        factor = _divided(value, self._base, self._decisions)
        if late:
            first = ast.Compare(ast.Name(STEP, ast.Load()), [ast.Lt()], [ast.Constant(1)])
            factor = ast.IfExp(first, ast.Constant(1.0), factor)
        return _Made("LambdaLR", factor, found.optimizer, found.node)

    def _multiplied(self, found: Written, value: ast.expr, *, late: bool) -> _Made:
        """Give the scheduler of a rate that is multiplied in each round: before the first, only by 1 is read."""
        if not late:
            for name in ("T", STEP):
                if name == STEP and not any(_is_step(each) for each in ast.walk(value)):
                    power = ast.BinOp(value, ast.Pow(), ast.BinOp(ast.Name(STEP, ast.Load()), ast.Add(), ast.Constant(1)))
                    return _Made("LambdaLR", power, found.optimizer, found.node)
            begins = _Put({STEP: ast.Constant(0)}).visit(copy.deepcopy(value))
            if not isinstance(begins, ast.IfExp) or self._decisions.known(begins.test) is None:
                raise UnclearError("is multiplied in the first round already", found.node)
            taken = begins.body if self._decisions.known(begins.test) else begins.orelse
            if not isinstance(taken, ast.Constant) or taken.value != 1:
                raise UnclearError("is multiplied in the first round already", found.node)
        return _Made("MultiplicativeLR", value, found.optimizer, found.node)

    def _first_rate(self) -> ast.expr:
        """Give the rate that the optimizer is made with."""
        cls = makes_optimizer(self._optimizer, self._decisions.names)
        assert cls is not None  # noqa: S101 - asked for by the caller
        by_name = next((one.value for one in self._optimizer.keywords if one.arg == "lr"), None)
        place = positional(cls).index("lr")
        if by_name is not None:
            return by_name
        if place < len(self._optimizer.args):
            return self._optimizer.args[place]
        default = next((one.default for one in fields(cls) if one.name == "lr"), None)
        return ast.copy_location(ast.Constant(default), self._optimizer)

    def _is_late(self, body: Sequence[ast.stmt]) -> bool:
        """Whether a round's update comes before its rate is set."""
        for statement in body:
            if self._rates.does(statement):
                return False
            if isinstance(statement, Loop) or any(map(_is_step_call, ast.walk(statement))) or _trains(statement):
                return True
        return False

    def _counted(self, found: Written, step: ast.expr) -> ast.expr:
        """Give the rate as a formula of the step: with it in place of what counts the rounds."""
        value: ast.expr = _InitialRate(self._base).visit(copy.deepcopy(found.value))
        names = {node.id for node in ast.walk(value) if isinstance(node, ast.Name)}
        loop, outer = self._place.loop, self._place.outer
        counters = [self._counter(one, outer) for one in (*outer, loop)]
        put: dict[str, ast.expr] = {}
        own, above = counters[-1], next((one for one in reversed(counters[:-1]) if one is not None), None)
        if above is not None and above[0] in names:
            batches = self._rounds(loop)
            value = _joined(value, above, own, batches, step)
            put[above[0]] = _plus(ast.BinOp(step, ast.FloorDiv(), batches), above[1])
            if own is not None:
                put[own[0]] = _plus(ast.BinOp(step, ast.Mod(), batches), own[1])
        elif own is not None and own[0] in names:
            if outer and self._begins_again(own[0]):
                put[own[0]] = _plus(ast.BinOp(step, ast.Mod(), self._rounds(loop)), own[1])
            else:
                put[own[0]] = _plus(step, own[1])
        changed = (names & set(stored(loop))) - put.keys()
        if changed:
            raise UnclearError(f"depends on {min(changed)[:40]}, which each round changes", found.node)
        placed = _Put(put).visit(value)
        for node in ast.walk(placed):
            if isinstance(node, ast.expr) and not hasattr(node, "lineno"):
                ast.copy_location(node, found.node)
        return placed  # type: ignore[no-any-return]

    def _counter(self, loop: Loop, outer: Sequence[Loop]) -> tuple[str, ast.expr] | None:
        """Give the name that counts a loop's rounds, and with what it begins."""
        if isinstance(loop, ast.For):
            course = self._loops.course(Turn(loop, loop.iter))
            if course.counter:
                return course.counter, _begins(loop, course.over)
        for one in loop.body:
            match one:
                case ast.AugAssign(target=ast.Name(id=name), op=ast.Add(), value=ast.Constant(value=1)):
                    before = self._before(name, outer[0] if outer else loop)
                    if before is not None:
                        return name, before
        return None

    def _begins_again(self, name: str) -> bool:
        return isinstance(self._place.loop, ast.For) and name in set(stored(self._place.loop.target))

    def _before(self, name: str, loop: Loop) -> ast.expr | None:
        """Give what a counter is before a loop."""
        found: ast.expr | None = None
        for node in self._decisions.nodes:
            match node:
                case ast.Assign(targets=[ast.Name(id=other)], value=value) if other == name:
                    if node.lineno >= loop.lineno or found is not None:
                        return None
                    found = value
        return found

    def _rounds(self, loop: Loop) -> ast.expr:
        """Give how many rounds a loop has in one of the loop around it."""
        if isinstance(loop, ast.While):
            raise UnclearError("counts the rounds of a loop without an end", loop)
        over = self._loops.course(Turn(loop, loop.iter)).over
        match over:
            case ast.Call(func=ast.Name(id="range" | "trange"), args=[one]):
                return one
        return ast.copy_location(ast.Call(ast.Name("len", ast.Load()), [over], []), loop.iter)


def _set_before(loop: Loop, place: _Place) -> Iterator[tuple[str, ast.expr]]:
    """Give what an outer loop's round sets before the inner one."""
    for statement in loop.body:
        if any(each is place.loop for each in ast.walk(statement)):
            return
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                yield name, value


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
    value: ast.expr, epoch: tuple[str, ast.expr], batch: tuple[str, ast.expr] | None, batches: ast.expr, step: ast.expr
) -> ast.expr:
    """Put the step where a text counts the batches of all epochs, and its share where it counts parts of epochs."""
    zero = all(isinstance(one[1], ast.Constant) and one[1].value == 0 for one in (epoch, batch) if one is not None)
    if batch is None or not zero:
        return value
    long, short, i, n = (ast.unparse(one) for one in (ast.Name(epoch[0]), ast.Name(batch[0]), ast.Name(batch[0]), batches))
    whole = {f"{long} * {n} + {short}", f"{short} + {long} * {n}", f"{n} * {long} + {i}", f"{i} + {n} * {long}"}
    share = {f"{i} / {n} + {long}", f"{long} + {i} / {n}"}

    class Join(ast.NodeTransformer):
        def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
            text = ast.unparse(node)
            if text in whole:
                return step
            return ast.BinOp(step, ast.Div(), batches) if text in share else self.generic_visit(node)

    found: ast.expr = Join().visit(copy.deepcopy(value)) if any(one in ast.unparse(value) for one in whole | share) else value
    return found


def _divided(value: ast.expr, base: ast.expr, decisions: Decisions) -> ast.expr:
    """Give what a rate is of the one that the optimizer is made with."""
    text = ast.unparse(base)
    match value:
        case ast.IfExp(test=test, body=yes, orelse=no):
            return ast.copy_location(ast.IfExp(test, *(_divided(one, base, decisions) for one in (yes, no))), value)
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            if ast.unparse(left) == text:
                return right
            if ast.unparse(right) == text:
                return left
    return ast.copy_location(ast.BinOp(value, ast.Div(), copy.deepcopy(base)), value)


class _InitialRate(ast.NodeTransformer):
    """Puts the optimizer's rate where a group's first one is asked for."""

    def __init__(self, base: ast.expr) -> None:
        self._base = base

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        match node.slice:
            case ast.Constant(value=key) if key == FIRST:
                return copy.deepcopy(self._base)
        return self.generic_visit(node)


class _Put(ast.NodeTransformer):
    def __init__(self, put: dict[str, ast.expr]) -> None:
        self._put = put

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return copy.deepcopy(self._put[node.id]) if node.id in self._put else node


def _is_step(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id == STEP


def _is_step_call(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _STEPPED


def _trains(statement: ast.stmt) -> bool:
    return any(isinstance(node, ast.Call) and name_of(node.func).startswith("train") for node in ast.walk(statement))


def _put_in(tree: ast.Module, place: _Place, made: _Made) -> None:
    """Put the scheduler before the loops, its step in the loop, and leave out what set the rate."""
    here = made.node
    named = "scheduler_by_hand"
    lambda_ = ast.Lambda(ast.arguments([], [ast.arg(STEP)], None, [], [], None, []), made.function)
    cls = ast.Attribute(_dotted("torch.optim.lr_scheduler"), made.cls, ast.Load())
    call = ast.Call(cls, [made.optimizer, lambda_], [])
    step = ast.Expr(ast.Call(ast.Attribute(ast.Name(named, ast.Load()), "step", ast.Load()), [], []))
    first = place.outer[0] if place.outer else place.loop
    index = next(i for i, one in enumerate(place.block) if any(each is first for each in ast.walk(one)))
    assign = ast.Assign([ast.Name(named, ast.Store())], call)
    for each in (assign, step):
        for node in ast.walk(each):
            if isinstance(node, (ast.expr, ast.stmt, ast.arg)) and not hasattr(node, "lineno"):
                ast.copy_location(node, here)
    place.block.insert(index, assign)
    place.loop.body.append(step)
    _leave_out(tree)


def _dotted(name: str) -> ast.expr:
    return ast.parse(name, mode="eval").body


def _leave_out(tree: ast.Module) -> None:
    """Take what sets a rate by hand out of a text."""
    for node in ast.walk(tree):
        for name in BLOCKS:
            body = getattr(node, name, None)
            if isinstance(body, list) and any(isinstance(one, ast.stmt) and written(one) is not None for one in body):
                setattr(node, name, [one for one in body if written(one) is None] or [ast.Pass()])
