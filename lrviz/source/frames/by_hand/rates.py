"""Rates: what statements that set an optimizer's rate by hand set it to, as one expression."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from lrviz.sentences import say
from lrviz.source.values.blocks import blocks
from lrviz.source.values.callees import Function, arguments, name_of
from lrviz.source.values.functions import behind, chosen, filled, rounds
from lrviz.source.values.named import names_set_in

BRANCHES = 12
"""Conditions one after another that are followed."""
CONDITIONS = 200
"""Conditions that are looked at in all."""
DEEPEST = 4
"""Functions that are followed into each other."""
GROUPS, LR, FIRST = "param_groups", "lr", "initial_lr"
_NOTHING = (ast.Expr, ast.Pass, ast.Import, ast.ImportFrom, ast.Assert, ast.Global, ast.Nonlocal, ast.FunctionDef)

Known = Mapping[str, ast.expr]


class UnclearError(Exception):
    """What a rate is set to is no one expression; says why, and where."""

    def __init__(self, why: str, node: ast.AST) -> None:
        super().__init__(why)
        self.why, self.line = why, int(getattr(node, "lineno", 1))


class Written(NamedTuple):
    """A rate that is set by hand: of which optimizer, to what, or by what the one before it is multiplied."""

    optimizer: ast.expr
    value: ast.expr
    how: Literal["set", "multiplied"]
    node: ast.stmt


def writes(node: ast.AST) -> bool:
    """Whether a rate is written into an optimizer's groups anywhere in a node."""
    return any(written(each) is not None for each in ast.walk(node) if isinstance(each, ast.stmt))


def written(statement: ast.stmt) -> Written | None:
    """Give what a statement itself sets a rate to: a loop over the groups, or an assignment to the first of them."""
    match statement:
        case ast.For(target=target, iter=over, body=body) if (optimizer := _groups(over)) is not None:
            name = target.elts[-1] if isinstance(target, ast.Tuple) and target.elts else target
            if isinstance(name, ast.Name):
                found = [one for one in map(_of_group(name.id), _plainly(body, name.id)) if one is not None]
                if found:
                    value, how = found[-1]
                    return Written(optimizer, value, how, statement)
        case ast.Assign(targets=[ast.Subscript(value=ast.Subscript(value=group), slice=ast.Constant(value="lr"))]):
            if (optimizer := _groups(group)) is not None:
                return Written(optimizer, statement.value, "set", statement)
        case ast.AugAssign(target=ast.Subscript(value=ast.Subscript(value=group), slice=ast.Constant(value="lr"))):
            if (optimizer := _groups(group)) is not None and (times := _times(statement)) is not None:
                return Written(optimizer, times, "multiplied", statement)
    return None


def _groups(node: ast.expr) -> ast.expr | None:
    """Give the optimizer whose groups an expression is."""
    match node:
        case ast.Call(func=ast.Name(id="enumerate"), args=[one]):
            return _groups(one)
        case ast.Attribute(value=optimizer, attr="param_groups"):
            return optimizer
    return None


def _plainly(body: Sequence[ast.stmt], group: str) -> Iterator[ast.stmt]:
    """Give the statements of a loop over groups; of `if "lr_scale" in group` what is done for those without."""
    for one in body:
        match one:
            case ast.If(test=ast.Compare(left=ast.Constant(), ops=[ast.In()], comparators=[ast.Name(id=name)])) if (
                name == group and one.orelse
            ):
                yield from one.orelse
            case _:
                yield one


def _of_group(group: str) -> Callable[[ast.stmt], tuple[ast.expr, Literal["set", "multiplied"]] | None]:
    def found(statement: ast.stmt) -> tuple[ast.expr, Literal["set", "multiplied"]] | None:
        match statement:
            case ast.Assign(targets=[target], value=value) if _is_rate(target, group):
                match value:
                    case ast.BinOp(left=left, op=ast.Mult(), right=right) if _is_rate(left, group):
                        return right, "multiplied"
                    case ast.BinOp(left=left, op=ast.Mult(), right=right) if _is_rate(right, group):
                        return left, "multiplied"
                return value, "set"
            case ast.AugAssign(target=target) if _is_rate(target, group) and (times := _times(statement)) is not None:
                return times, "multiplied"
        return None

    return found


def _is_rate(node: ast.expr, group: str) -> bool:
    match node:
        case ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value="lr")):
            return name == group
    return False


def _times(node: ast.AugAssign) -> ast.expr | None:
    """Give what `*=` or `/=` multiplies by."""
    if isinstance(node.op, ast.Mult):
        return node.value
    if isinstance(node.op, ast.Div):
        return ast.copy_location(ast.BinOp(ast.Constant(1), ast.Div(), node.value), node)
    return None


class Rates:
    """Reads rates through the text's own functions.

    `holds` says what a condition comes to, and `items` what a list holds, where that is known.
    """

    def __init__(
        self,
        functions: Mapping[str, Function],
        holds: Callable[[ast.expr], bool | None],
        items: Callable[[ast.expr], Sequence[ast.expr] | None],
    ) -> None:
        self._functions, self._holds, self._items = functions, holds, items
        self._inside: list[ast.AST] = []
        self._known: dict[tuple[ast.AST, int], bool] = {}
        self._conditions = CONDITIONS

    def does(self, statement: ast.stmt) -> bool:
        """Whether a statement sets a rate, itself or by a function that it calls, but for what loops in it do."""
        if written(statement) is not None or self._called(statement) is not None:
            return True
        if isinstance(statement, (ast.FunctionDef, ast.ClassDef, ast.For, ast.While)):
            return False
        return any(self.does(one) for block in blocks(statement) for one in block)

    def rate(self, body: Sequence[ast.stmt], known: Known, left: int = BRANCHES) -> Written | None:
        """Give what statements set a rate to in the end, where `known` says what names stand for; None for nothing.

        Raises
        ------
        UnclearError
            It isn't one expression.
        """
        match body:
            case [] | [ast.Return(), *_]:
                return None
            case [ast.If() as statement, *rest]:
                return self._either(statement, rest, known, left)
            case [ast.With(body=inner), *rest]:
                return self.rate([*inner, *rest], known, left)
            case [statement, *rest] if (one := written(statement)) is not None:
                self._refuse_second(rest, known, left)
                return one._replace(optimizer=_put(one.optimizer, known), value=_put(one.value, known))
            case [statement, *rest] if (called := self._called(statement)) is not None:
                self._refuse_second(rest, known, left)
                return self._by_call(*called, known)
            case [ast.For(target=ast.Name(id=name), iter=over, body=inner, orelse=[]), *rest] if (
                not any(map(self.does, inner)) and (items := self._items(_put(over, known))) is not None
            ):
                return self.rate([*rounds(name, items, inner), *rest], known, left)
            case [statement, *rest]:
                if writes(statement) or self.does(statement):
                    raise UnclearError(say("is set in a loop or a block of its own"), statement)
                return self.rate(rest, _behind(statement, known), left)
        return None

    def _refuse_second(self, rest: Sequence[ast.stmt], known: Known, left: int) -> None:
        second = self.rate(rest, known, left)
        if second is not None:
            raise UnclearError(say("is set more than once a round"), second.node)

    def _either(self, node: ast.If, rest: Sequence[ast.stmt], known: Known, left: int) -> Written | None:
        self._conditions -= 1
        if self._conditions < 0:
            raise UnclearError(say("depends on too many conditions"), node)
        test = _put(node.test, known)
        holds = self._holds(test)
        if holds is not None:
            return self.rate([*(node.body if holds else node.orelse), *rest], known, left)
        if not self.does(node) and (both := chosen(node, test, known)) is not None:
            return self.rate(rest, {**known, **both}, left)
        if not left:
            raise UnclearError(say("depends on too many conditions"), node)
        yes, no = (self.rate([*branch, *rest], known, left - 1) for branch in (node.body, node.orelse))
        if yes is None and no is None:
            return None
        if yes is not None and no is not None and yes.how == no.how == "set":
            return yes._replace(value=ast.copy_location(ast.IfExp(test, yes.value, no.value), test))
        one, other = (yes, no) if yes is not None else (no, yes)
        if other is None and one is not None and one.how == "multiplied":
            same = ast.copy_location(ast.Constant(1.0), test)
            pair = (one.value, same) if one is yes else (same, one.value)
            return one._replace(value=ast.copy_location(ast.IfExp(test, *pair), test))
        raise UnclearError(say("is only set under a condition, and stays what it was otherwise"), node)

    def _called(self, statement: ast.stmt) -> tuple[ast.Call, Function] | None:
        """Give the call in a statement of a function of the text that sets a rate."""
        match statement:
            case ast.Expr(value=ast.Call() as call) | ast.Assign(value=ast.Call() as call):
                function = self._functions.get(name_of(call.func))
                if function is None or isinstance(function.node, ast.Lambda) or len(self._inside) == DEEPEST:
                    return None
                return (call, function) if function.node not in self._inside and self._sets(function) else None
        return None

    def _sets(self, function: Function) -> bool:
        assert isinstance(function.node, ast.FunctionDef)  # noqa: S101 - lambdas are left out before
        key = (function.node, len(self._inside))
        if key not in self._known:
            self._inside.append(function.node)
            self._known[key] = any(self.does(one) for one in function.node.body)
            self._inside.pop()
        return self._known[key]

    def _by_call(self, call: ast.Call, function: Function, known: Known) -> Written | None:
        given = arguments(call, function)
        if given is None:
            raise UnclearError(say("is set by a function that is given other arguments than it takes"), call)
        assert isinstance(function.node, ast.FunctionDef)  # noqa: S101 - lambdas are left out before
        self._inside.append(function.node)
        try:
            found = self.rate(function.node.body, {name: _put(one, known) for name, one in given.items()})
        finally:
            self._inside.pop()
        return found


def _behind(statement: ast.stmt, known: Known) -> Known:
    """Give what names stand for behind a statement that sets no rate."""
    match statement:
        case (
            ast.Assign(targets=[ast.Name()])
            | ast.AnnAssign(target=ast.Name(), value=ast.expr())
            | ast.AugAssign(target=ast.Name())
        ):
            then = behind(statement, known)
            if then is None:
                raise UnclearError(say("grows too large"), statement)
            return then
    gone = set() if isinstance(statement, _NOTHING) else names_set_in(statement)
    return {name: one for name, one in known.items() if name not in gone}


def _put(node: ast.expr, known: Known) -> ast.expr:
    found = filled(node, known)
    if found is None:
        raise UnclearError(say("grows too large"), node)
    return found
