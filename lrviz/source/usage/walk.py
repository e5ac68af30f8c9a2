"""Walk: a text's statements in the order they would be done, through its loops, conditions and own functions."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import cast

from lrviz.source.text.tree import children, walk
from lrviz.source.values.callees import name_of
from lrviz.source.values.functions import with_values
from lrviz.source.values.handed import defaults

DEEPEST = 4
"""Calls of the text's own functions that are followed into each other."""
MOST = 20_000
"""Statements, calls and arguments that are looked at, those of a function once for each call that is followed."""
MOST_STEPS = 200
"""Steps that are told; a text with more of them is none that a person wrote."""
LARGEST = 50
"""Nodes of an argument that is put in for a parameter."""
STEPS = frozenset({"step", "step_update"})
"""Methods that step; timm's schedulers have the second, too."""

Function = ast.FunctionDef | ast.AsyncFunctionDef
Repeated = ast.For | ast.AsyncFor | ast.While


@dataclass(frozen=True, eq=False)
class Turn:
    """A loop that the walk is in, and what it goes over, or until when: with what its function was given put in."""

    node: Repeated
    over: ast.expr

    @cached_property
    def added(self) -> frozenset[str]:
        """What goes up by one in its rounds."""
        return frozenset(added(self.node.body))

    @cached_property
    def breaks(self) -> tuple[ast.expr, ...]:
        """The conditions that it, or a loop in it, is left at."""
        ifs = (node for one in self.node.body for node in walk(one) if isinstance(node, ast.If))
        return tuple(one.test for one in ifs if any(isinstance(each, (ast.Break, ast.Return)) for each in one.body))

    @cached_property
    def own_breaks(self) -> tuple[ast.If, ...]:
        """The conditions in its own block that it is left at."""
        own = (one for one in self.node.body if isinstance(one, ast.If))
        return tuple(one for one in own if any(isinstance(each, ast.Break) for each in one.body))


@dataclass(frozen=True)
class Condition:
    """What has to hold, or must not, for a statement to be done, and how many of the turns are around it."""

    test: ast.expr
    holds: bool
    depth: int

    @cached_property
    def text(self) -> str:
        """The condition as text."""
        return ast.unparse(self.test) if self.holds else f"not ({ast.unparse(self.test)})"

    @cached_property
    def names(self) -> frozenset[str]:
        """The names in it."""
        return frozenset(one.id for one in walk(self.test) if isinstance(one, ast.Name))


@dataclass(frozen=True)
class Done:
    """A step where it is done: the call, what it is called on, and what is around it.

    `beside` are the statements of its block. `loose` says that it is in a function that the text never calls, and
    `function` is the one it is written in.
    """

    call: ast.Call
    owner: ast.expr
    given: ast.expr | None
    turns: tuple[Turn, ...]
    under: tuple[Condition, ...]
    beside: Sequence[ast.stmt]
    loose: bool
    function: str


@dataclass(frozen=True)
class Place:
    """Where the walk is."""

    turns: tuple[Turn, ...] = ()
    under: tuple[Condition, ...] = ()
    put: Mapping[str, ast.expr] = field(default_factory=dict)
    inside: tuple[Function, ...] = ()
    beside: Sequence[ast.stmt] = ()
    loose: bool = False

    def only_if(self, test: ast.expr, *, holds: bool = True) -> Place:
        """Give the same place under one more condition."""
        condition = Condition(with_values(test, self.put), holds, len(self.turns))
        return replace(self, under=(*self.under, condition))


def walked(nodes: Sequence[ast.AST]) -> list[Done]:
    """Give every step of a text in the order they would be done; nothing is executed."""
    walk = _Walk(nodes)
    walk.block(list(getattr(nodes[0], "body", ())) if nodes else [], Place())
    called = {name_of(node.func) for node in nodes if isinstance(node, ast.Call)}
    for last in (False, True):  # those that something calls come after, should nothing have got to them
        for function in walk.functions:
            if function not in walk.entered and (last or function.name not in called):
                walk.entered.add(function)
                walk.block(function.body, Place(inside=(function,), loose=True))
    return walk.done


class _Walk:
    def __init__(self, nodes: Sequence[ast.AST]) -> None:
        self.done: list[Done] = []
        self.entered: set[Function] = set()
        self._left = MOST
        classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
        methods = [each for one in classes for each in one.body if isinstance(each, Function)]
        self._classes = {one.name for one in classes}
        self.functions = [node for node in nodes if isinstance(node, Function)]
        self._methods = _alone(methods)
        self._plain = _alone([one for one in self.functions if one not in set(methods)])
        self._made = _assigned(nodes)
        self._inside: dict[ast.AST, tuple[ast.Call, ...]] = {}
        """The calls of a statement or an expression, in the order they are done."""

    def block(self, body: Sequence[ast.stmt], place: Place) -> None:
        place = replace(place, beside=body)
        for statement in body:
            if self._left <= 0 or len(self.done) == MOST_STEPS:
                return
            self._left -= 1
            self._statement(statement, place)
            if isinstance(statement, ast.If) and _leaves(statement.body):
                place = place.only_if(statement.test, holds=False)

    def _statement(self, node: ast.stmt, place: Place) -> None:
        match node:
            case ast.For() | ast.AsyncFor():
                self._calls(node.iter, place)
                self._for(node, place)
            case ast.While(test=test):
                self._calls(test, place)
                turn = Turn(node, with_values(test, place.put))
                self.block(node.body, replace(place, turns=(*place.turns, turn)))
            case ast.If(test=test):
                self._calls(test, place)
                self.block(node.body, place.only_if(test))
                self.block(node.orelse, place.only_if(test, holds=False))
            case ast.With() | ast.AsyncWith():
                for item in node.items:
                    self._calls(item.context_expr, place)
                    if _accumulates(item.context_expr):
                        place = place.only_if(item.context_expr)
                self.block(node.body, place)
            case ast.Try() | ast.TryStar():
                for body in (node.body, node.orelse, node.finalbody):
                    self.block(body, place)
            case ast.Match(subject=subject):
                for case in node.cases:
                    self.block(case.body, place.only_if(subject))
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                pass  # done where it is called
            case _:
                self._calls(node, place)

    def _for(self, node: ast.For | ast.AsyncFor, place: Place) -> None:
        """Walk a loop: one over a written list of optimizers or schedulers once for each of them."""
        each = self._listed(with_values(node.iter, place.put))
        if each and isinstance(node.target, ast.Name):
            for one in each:
                self.block(node.body, replace(place, put={**place.put, node.target.id: one}))
            return
        turn = Turn(node, with_values(node.iter, place.put))
        self.block(node.body, replace(place, turns=(*place.turns, turn)))
        self.block(node.orelse, place)

    def _listed(self, over: ast.expr) -> list[ast.expr]:
        """Give the names in a written list, where it holds nothing else."""
        if isinstance(over, (ast.Name, ast.Attribute)):
            over = self._made.get(ast.unparse(over), over)
        names = over.elts if isinstance(over, (ast.List, ast.Tuple)) else []
        return names if all(isinstance(one, (ast.Name, ast.Attribute)) for one in names) and len(names) <= 8 else []

    def _calls(self, node: ast.AST, place: Place) -> None:
        if node not in self._inside:
            self._inside[node] = tuple(_inner_first(node))
        self._left -= len(self._inside[node])
        for call in self._inside[node]:
            match call.func:
                case ast.Attribute(value=owner, attr=attr) if attr in STEPS:
                    self._step(call, owner, place)
                case ast.Attribute(attr="optimizer_step") if call.args:  # of torch_xla
                    self._step(call, call.args[0], place, given=False)
                case _ if (function := self._own(call.func)) is not None:
                    self._enter(function, call, place)

    def _step(self, call: ast.Call, owner: ast.expr, place: Place, *, given: bool = True) -> None:
        arguments = [*call.args, *(keyword.value for keyword in call.keywords)] if given else []
        first = with_values(arguments[0], place.put) if arguments else None
        own = with_values(owner, place.put)
        function = place.inside[-1].name if place.inside else ""
        self.done.append(Done(call, own, first, place.turns, place.under, place.beside, place.loose, function))

    def _own(self, called: ast.expr) -> Function | None:
        """Give the function of the text that is called, where only one is called so."""
        match called:
            case ast.Name(id=name):
                return self._plain.get(name)
            case ast.Attribute(value=ast.Name(id="self"), attr=attr):
                return self._methods.get(attr)
            case ast.Attribute(value=ast.Name(id=name), attr=attr):
                return self._methods.get(attr) if self._is_own(self._made.get(name)) else None
            case ast.Attribute(value=ast.Call() as made, attr=attr):
                return self._methods.get(attr) if self._is_own(made) else None
        return None

    def _is_own(self, made: ast.expr | None) -> bool:
        return isinstance(made, ast.Call) and isinstance(made.func, ast.Name) and made.func.id in self._classes

    def _enter(self, function: Function, call: ast.Call, place: Place) -> None:
        if len(place.inside) == DEEPEST or function in place.inside:
            return
        self.entered.add(function)
        self._left -= len(function.args.defaults) + len(function.args.kwonlyargs) + len(call.args) + len(call.keywords)
        if self._left <= 0:
            return
        put = given_to(function, call, place.put)
        self.block(function.body, replace(place, put=put, inside=(*place.inside, function)))


def added(body: Sequence[ast.stmt]) -> Iterator[str]:
    """Give what goes up by one in a block."""
    for one in body:
        match one:
            case ast.AugAssign(target=target, op=ast.Add(), value=ast.Constant(value=1)):
                yield ast.unparse(target)


def given_to(function: Function, call: ast.Call, put: Mapping[str, ast.expr]) -> dict[str, ast.expr]:
    """Give what a function's parameters stand for in a call of it: their defaults, too."""
    names = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
    if isinstance(call.func, ast.Attribute) and names[:1] == ["self"]:
        names = names[1:]
    known = defaults(function)
    if not any(isinstance(one, ast.Starred) for one in call.args):
        known |= {name: with_values(value, put) for name, value in zip(names, call.args, strict=False)}
    known |= {one.arg: with_values(one.value, put) for one in call.keywords if one.arg}
    return {name: value for name, value in known.items() if _is_small(value)}


def _is_small(node: ast.AST) -> bool:
    return sum(1 for _ in islice(walk(node), LARGEST + 1)) <= LARGEST


def _alone(functions: Sequence[Function]) -> dict[str, Function]:
    """Give the functions by name that no other shares."""
    counts = Counter(one.name for one in functions)
    return {one.name: one for one in functions if counts[one.name] == 1}


def _assigned(nodes: Sequence[ast.AST]) -> dict[str, ast.expr]:
    """Give what is assigned to a name or an attribute, as text, where that is only done once."""
    values: dict[str, ast.expr] = {}
    counts: Counter[str] = Counter()
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], (ast.Name, ast.Attribute)):
            text = ast.unparse(node.targets[0])
            counts[text] += 1
            values[text] = node.value
    return {text: value for text, value in values.items() if counts[text] == 1}


def _leaves(body: Sequence[ast.stmt]) -> bool:
    """Whether what follows in the block is only done where this isn't."""
    return bool(body) and isinstance(body[-1], (ast.Continue, ast.Return))


def _accumulates(context: ast.expr) -> bool:
    match context:
        case ast.Call(func=ast.Attribute(attr="accumulate")):
            return True
    return False


def _inner_first(node: ast.AST) -> Iterator[ast.Call]:
    """Give the calls of a statement as they are done: what a call is given comes before it."""
    waiting: list[tuple[ast.AST, bool]] = [(node, False)]
    while waiting:
        one, done = waiting.pop()
        if done:
            yield cast("ast.Call", one)
        elif not isinstance(one, ast.Lambda | Function):
            if isinstance(one, ast.Call):
                waiting.append((one, True))
            waiting += [(child, False) for child in reversed(children(one))]
