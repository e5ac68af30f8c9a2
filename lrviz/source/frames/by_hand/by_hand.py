"""By hand: rates that a text's own loop sets, written as the scheduler that sets the same ones."""

from __future__ import annotations

import ast
import copy
from collections.abc import Sequence
from typing import NamedTuple

from lrviz.errors import Finding, SourceError
from lrviz.sentences import say
from lrviz.source.calls.calls import makes_optimizer
from lrviz.source.frames.by_hand.counters import STEP, Place, begins_with, in_steps, places
from lrviz.source.frames.by_hand.rates import FIRST, Rates, UnclearError, Written, writes, written
from lrviz.source.frames.decisions import Decisions
from lrviz.source.frames.plain import put_names
from lrviz.source.spelling.places import positional
from lrviz.source.usage.loops import Loops
from lrviz.source.values.blocks import rewrite
from lrviz.source.values.callees import functions, name_of
from lrviz.source.values.named import names_in, names_set_in
from lrviz.spec import fields

NAMED = "scheduler_by_hand"
ROUNDS = 12
"""Items of a list that a function goes over to find a rate."""
_STEPPED = frozenset({"step", "backward"})


def schedule_by_hand(tree: ast.Module, decisions: Decisions) -> bool:
    """Write what sets the rate in a loop as a LambdaLR, or a MultiplicativeLR, that is stepped there.

    Raises
    ------
    SourceError
        LR202: the rate is no formula of the loop's counters.
    """
    if not any(isinstance(node, ast.stmt) and written(node) is not None for node in decisions.nodes):
        return False
    optimizers = [node for node in decisions.nodes if makes_optimizer(node, decisions.names) is not None]
    calls = [node for node in decisions.nodes if isinstance(node, ast.Call) and node not in optimizers]
    if len(optimizers) != 1 or any(decisions.made(call) for call in calls):
        return False
    optimizer = optimizers[0]
    assert isinstance(optimizer, ast.Call)  # noqa: S101 - nothing else makes one
    rates = _rates(decisions, optimizer)
    found = list(places(tree, rates))
    if len(found) != 1:
        return False
    try:
        made = _ByHand(found[0], optimizer, rates, decisions).scheduler()
    except UnclearError as unclear:
        message = say("the learning rate is set by hand in line {line} and {why}", line=unclear.line, why=unclear.why)
        why = say("{message}; write it as a function for LambdaLR", message=message)
        raise SourceError(Finding("LR202", "error", why, unclear.line)) from None
    _put_in(tree, found[0], made)
    said = say(
        "no scheduler: the learning rate that is set by hand in line {line} is read as {cls}",
        line=made.line,
        cls=made.cls,
    )
    decisions.notes.append(Finding("LR204", "info", said, made.line))
    return True


def _rates(decisions: Decisions, optimizer: ast.Call) -> Rates:
    """Give what reads rates, by what is known of the text's values and of the optimizer's groups."""

    def holds(test: ast.expr) -> bool | None:
        match test:
            case ast.Compare(left=ast.Call(func=ast.Name(id="len"), args=[ast.Attribute(attr="param_groups")])):
                if not _lists_groups(optimizer, decisions):
                    one = copy.copy(test)
                    one.left = ast.copy_location(ast.Constant(1), test)
                    return decisions.known(one)
                return None
        return decisions.known(test)

    def items(several: ast.expr) -> Sequence[ast.expr] | None:
        return decisions.constants.items(several, ROUNDS)

    return Rates(functions(decisions.nodes), holds, items)


def _lists_groups(optimizer: ast.Call, decisions: Decisions) -> bool:
    """Whether an optimizer is given a list of groups, or something that may be one."""
    given = [*optimizer.args[:1], *(one.value for one in optimizer.keywords if one.arg == "params")]
    for one in given:
        bound = decisions.names.value(one) if isinstance(one, ast.Name) else one
        match bound:
            case ast.Call(func=ast.Attribute(attr="parameters")) | ast.Call(func=ast.Name(id="filter")):
                return False
    return True


class _Made(NamedTuple):
    """A scheduler: the class, its function of the step, for which optimizer it is, and where the rate was set."""

    cls: str
    function: ast.expr
    optimizer: ast.expr
    node: ast.stmt

    @property
    def line(self) -> int:
        """The line that sets the rate."""
        return self.node.lineno


class _ByHand:
    """A rate that is set by hand, as a scheduler of the same rates."""

    def __init__(self, place: Place, optimizer: ast.Call, rates: Rates, decisions: Decisions) -> None:
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
        found = self._held(body) or self._rates.rate(body, self._place.known)
        if found is None:
            raise UnclearError(say("may be left out"), self._place.loop)
        if found.how == "set":
            found = self._recurring(found)
        late = self._is_late(body)
        value = in_steps(
            _InitialRate(self._base).visit(copy.deepcopy(found.value)),
            found,
            self._place,
            self._loops,
            self._decisions.nodes,
            late=late,
        )
        if found.how == "multiplied":
            return self._multiplied(found, value, late=late)
        if not _is_of_groups(found.value) and self._has_rates_of_groups():
            raise UnclearError(say("is the same for groups that have rates of their own"), found.node)
        if self._decisions.constants.known(self._base) == 0:
            self._begin_with_one()
        factor = _divided(value, self._base)
        if late:
            first = ast.Compare(ast.Name(STEP, ast.Load()), [ast.Lt()], [ast.Constant(1)])
            factor = ast.IfExp(first, ast.Constant(1.0), factor)
        return _Made("LambdaLR", factor, found.optimizer, found.node)

    def _held(self, body: Sequence[ast.stmt]) -> Written | None:
        """Give a rate that is set anew in some rounds only."""
        found = _set_in(body)
        if not found:
            return None
        name, first, _ = found[0]
        begins = begins_with(name, self._place, self._loops, self._decisions.nodes)
        start = None if begins is None else self._decisions.constants.known(begins)
        if not isinstance(start, int) or start > first:
            raise UnclearError(say("depends on where {name} begins", name=name[:40]), found[0][2].node)
        return _stays(found)

    def _recurring(self, found: Written) -> Written:
        """Give a rate that is the last one times something as that: `lr *= 0.9`, and then it is set."""
        names = names_in(found.value) & names_set_in(self._place.loop)
        for name in sorted(names):
            before = self._place.before(name, self._decisions.nodes)
            times = _times(found.value, name)
            if times is not None and before is not None and self._is_base(before):
                return found._replace(value=times, how="multiplied")
        return found

    def _is_base(self, node: ast.expr) -> bool:
        known = self._decisions.constants.known
        return ast.unparse(node) == ast.unparse(self._base) or (
            known(node) is not None and known(node) == known(self._base)
        )

    def _multiplied(self, found: Written, value: ast.expr, *, late: bool) -> _Made:
        """Give the scheduler of a rate that is multiplied in each round: before the first, only by 1 is read."""
        if late or self._leaves_first(value):
            return _Made("MultiplicativeLR", value, found.optimizer, found.node)
        if STEP in names_in(value):
            raise UnclearError(say("is multiplied in the first round already"), found.node)
        power = ast.BinOp(value, ast.Pow(), ast.BinOp(ast.Name(STEP, ast.Load()), ast.Add(), ast.Constant(1)))
        return _Made("LambdaLR", power, found.optimizer, found.node)

    def _leaves_first(self, value: ast.expr) -> bool:
        """Whether a rate is multiplied by 1 at the first step."""
        if not isinstance(value, ast.IfExp):
            return False
        test = put_names(value.test, {STEP: ast.copy_location(ast.Constant(0), value)})
        holds = self._decisions.known(ast.fix_missing_locations(test))
        taken = value.body if holds else value.orelse
        return holds is not None and isinstance(taken, ast.Constant) and taken.value == 1

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

    def _begin_with_one(self) -> None:
        """Give the optimizer 1 for the 0 that it is made with, which no factor makes the rate of."""
        one = ast.copy_location(ast.Constant(1.0), self._base)
        self._optimizer.args = [one if arg is self._base else arg for arg in self._optimizer.args]
        for keyword in self._optimizer.keywords:
            keyword.value = one if keyword.value is self._base else keyword.value
        self._base = one

    def _has_rates_of_groups(self) -> bool:
        for node in self._decisions.nodes:
            match node:
                case ast.Dict(keys=keys):
                    names = {key.value for key in keys if isinstance(key, ast.Constant)}
                    if names >= {"params", "lr"}:
                        return True
        return False

    def _is_late(self, body: Sequence[ast.stmt]) -> bool:
        """Whether a round's update comes before its rate is set."""
        for statement in body:
            if self._rates.does(statement):
                return False
            loop = isinstance(statement, (ast.For, ast.While)) and not isinstance(
                getattr(statement, "iter", None), ast.List
            )
            if loop or any(map(_is_step_call, ast.walk(statement))) or _trains(statement):
                return True
        return False


def _set_in(body: Sequence[ast.stmt]) -> list[tuple[str, int, Written]]:
    """Give the rounds that a rate is set anew in, where each is named by one number, with what counts them."""
    found: list[tuple[str, int, Written]] = []
    for statement in body:
        match statement:
            case ast.If(
                test=ast.Compare(
                    left=ast.Name(id=name), ops=[ast.Eq()], comparators=[ast.Constant(value=int() as round_)]
                ),
                body=[inner],
                orelse=[],
            ) if (one := written(inner)) is not None and isinstance(one.value, ast.Constant) and one.how == "set":
                found.append((name, round_, one))
            case _ if writes(statement):
                return []
    return sorted(found, key=lambda one: one[1]) if len({name for name, _, _ in found}) == 1 else []


def _stays(found: Sequence[tuple[str, int, Written]]) -> Written:
    """Give a rate that is set anew in some rounds, and stays till the next of them."""
    here = found[0][2].node
    value: ast.expr = ast.copy_location(
        ast.Subscript(ast.Name("group", ast.Load()), ast.Constant(FIRST), ast.Load()), here
    )
    for name, round_, one in found:
        test = ast.Compare(ast.Name(name, ast.Load()), [ast.GtE()], [ast.Constant(round_)])
        value = ast.IfExp(test, one.value, value)
    for node in ast.walk(value):
        if isinstance(node, ast.expr) and not hasattr(node, "lineno"):
            ast.copy_location(node, here)
    return Written(found[0][2].optimizer, value, "set", here)


def _times(value: ast.expr, name: str) -> ast.expr | None:
    """Give what an expression multiplies a name by, which nothing else of it depends on."""
    match value:
        case ast.Name(id=own) if own == name:
            return ast.copy_location(ast.Constant(1.0), value)
        case ast.BinOp(left=ast.Name(id=own), op=ast.Mult(), right=right) if own == name and name not in names_in(
            right
        ):
            return right
        case ast.BinOp(left=left, op=ast.Mult(), right=ast.Name(id=own)) if own == name and name not in names_in(left):
            return left
        case ast.BinOp(left=ast.Name(id=own), op=ast.Div(), right=right) if own == name and name not in names_in(right):
            return ast.copy_location(ast.BinOp(ast.copy_location(ast.Constant(1), value), ast.Div(), right), value)
        case ast.IfExp(test=test, body=yes, orelse=no) if name not in names_in(test):
            one, other = _times(yes, name), _times(no, name)
            return None if one is None or other is None else ast.copy_location(ast.IfExp(test, one, other), value)
    return None


def _is_of_groups(value: ast.expr) -> bool:
    """Whether a rate is a multiple of each group's own."""
    return any(isinstance(node, ast.Constant) and node.value == FIRST for node in ast.walk(value))


def _divided(value: ast.expr, base: ast.expr) -> ast.expr:
    """Give what a rate is of the one that the optimizer is made with."""
    text = ast.unparse(base)
    match value:
        case ast.IfExp(test=test, body=yes, orelse=no):
            return ast.copy_location(ast.IfExp(test, *(_divided(one, base) for one in (yes, no))), value)
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            if ast.unparse(left) == text:
                return right
            if ast.unparse(right) == text:
                return left
        case _ if ast.unparse(value) == text:
            return ast.copy_location(ast.Constant(1.0), value)
    return value if text == "1.0" else ast.copy_location(ast.BinOp(value, ast.Div(), copy.deepcopy(base)), value)


class _InitialRate(ast.NodeTransformer):
    """Puts the optimizer's rate where a group's first one is asked for."""

    def __init__(self, base: ast.expr) -> None:
        self._base = base

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        match node.slice:
            case ast.Constant(value=key) if key == FIRST:
                return copy.deepcopy(self._base)
        return self.generic_visit(node)


def _is_step_call(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _STEPPED


def _trains(statement: ast.stmt) -> bool:
    return any(isinstance(node, ast.Call) and name_of(node.func).startswith("train") for node in ast.walk(statement))


def _put_in(tree: ast.Module, place: Place, made: _Made) -> None:
    """Put the scheduler before the loops, its step in the loop, and leave out what set the rate."""
    lambda_ = ast.Lambda(ast.arguments([], [ast.arg(STEP)], None, [], [], None, []), made.function)
    torchs = ast.parse(f"torch.optim.lr_scheduler.{made.cls}", mode="eval").body
    call = ast.Call(torchs, [place.first_optimizer(made.optimizer), lambda_], [])
    step = ast.Expr(ast.Call(ast.Attribute(ast.Name(NAMED, ast.Load()), "step", ast.Load()), [], []))
    assign = ast.Assign([ast.Name(NAMED, ast.Store())], call)
    for each in (assign, step):
        for node in ast.walk(each):
            if isinstance(node, (ast.expr, ast.stmt, ast.arg)) and not hasattr(node, "lineno"):
                ast.copy_location(node, made.node)
    place.block.insert(place.index, assign)
    place.loop.body.append(step)
    rewrite(tree, lambda statement: [statement] if written(statement) is None else [])
