"""Parts: which calls of a text make what a composed scheduler is given, however the text hands them over."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Sequence

from lrviz.catalog.composite import Composite
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.errors import Finding, SourceError
from lrviz.sentences import say
from lrviz.source.calls.calls import Call, Calls
from lrviz.source.spelling.naming import PARTS
from lrviz.source.values.names import Names
from lrviz.source.values.refusals import refused, unmade
from lrviz.source.values.targets import CHANGES

DEEPEST = 8  # names of names
_MAKE = say("paste or write the one line that makes it")
MOST = 3_000
"""Schedulers that one may be made of in all, each counted as often as it is a part."""


class Parts:
    """The parts of a text's composed schedulers."""

    def __init__(self, calls: Calls, names: Names, nodes: Sequence[ast.AST]) -> None:
        self._calls, self._names = calls, names
        self._made: dict[ast.AST, Call] = {call.node: call for call in calls.schedulers}
        self._changed = {ast.unparse(node) for node in _changed(nodes)}
        self._known: dict[Call, list[Call] | SourceError] = {}
        self._counts: dict[Call, int] = {}
        self.taken = dict.fromkeys(part for call in calls.schedulers for part in self._some(call))

    @staticmethod
    def composes(call: Call) -> bool:
        """Whether a call makes a scheduler of others."""
        return issubclass(call.cls, Composite)

    def of(self, call: Call) -> list[Call]:
        """Give the calls that make the parts of a composed scheduler, in order.

        Raises
        ------
        SourceError
            LR202: they are not written as a list, one is there twice, or they are too many; LR203: the text doesn't
            hold one.
        """
        if call not in self._known:
            try:
                self._known[call] = self._found(call)
            except SourceError as error:
                self._known[call] = error
        found = self._known[call]
        if isinstance(found, SourceError):
            raise found.with_traceback(None)
        return found

    def count(self, call: Call) -> int:
        """Give how many schedulers one is made of in all."""
        if call not in self._counts:
            self._counts[call] = 0  # should it be a part of itself
            parts = self.of(call) if self.composes(call) else []
            self._counts[call] = sum(1 + self.count(part) for part in parts)
        return self._counts[call]

    def _found(self, call: Call) -> list[Call]:
        if issubclass(call.cls, Resumed):
            return [self._returned(call, name) for name in ("schedule", "then")]
        given = call.given(PARTS)
        if given is None:
            message = say("{kind} needs {parts}", kind=call.cls.__name__, parts=PARTS)
            raise SourceError(Finding("LR201", "error", message, call.node.lineno))
        listed = self._resolved(given)
        if not isinstance(listed, (ast.List, ast.Tuple)):
            raise refused(given, say("the parts of a scheduler have to be written out as a list"))
        parts = [self._part(node) for node in listed.elts]
        if twice := next((part for part, many in Counter(parts).items() if many > 1), None):
            raise refused(given, say("the scheduler of line {lineno} is in it twice", lineno=twice.node.lineno))
        return parts

    def _returned(self, call: Call, name: str) -> Call:
        """Give the call that makes what a function of the optimizer returns."""
        given = call.given(name)
        if given is None:
            raise SourceError(
                Finding(
                    "LR201", "error", say("{kind} needs {name}", kind=call.cls.__name__, name=name), call.node.lineno
                )
            )
        function = self._names.function(given) if isinstance(given, ast.Name) else given
        match function:
            case ast.Lambda(body=made) | ast.FunctionDef(body=[*_, ast.Return(value=ast.expr() as made)]):
                return self._part(made)
        raise refused(given, say("only a lambda, or a function that ends in a return, is read"))

    def _some(self, call: Call) -> list[Call]:
        """Give what can be known of the parts of a call, to be told from schedulers that are no part."""
        inside = [self._made[node] for node in ast.walk(call.node) if node in self._made and node is not call.node]
        try:
            return [*inside, *(self.of(call) if self.composes(call) else [])]
        except SourceError:  # said again where the call is read
            return inside

    def are_made_in_order(self, call: Call) -> bool:
        """Whether the parts of a composed scheduler, theirs and it are made in the order that they are listed in."""
        order = [self._calls.order[one.node] for one in self._listed(call)]
        return order == sorted(order)

    def _listed(self, call: Call) -> list[Call]:
        parts = self.of(call) if self.composes(call) else []
        return [*(one for part in parts for one in self._listed(part)), call]

    def _part(self, node: ast.expr) -> Call:
        made = self._resolved(node)
        if isinstance(made, ast.Call) and made in self._made:
            return self._made[made]
        raise refused(node, say("it is no scheduler that the text makes; write the call that makes it"))

    def _resolved(self, node: ast.expr, depth: int = 0) -> ast.expr:
        """Give the list or the call that an expression stands for: itself, or what is assigned to it once."""
        if not isinstance(node, (ast.Name, ast.Attribute)):
            return node
        text = ast.unparse(node)
        if text in self._changed:
            raise refused(node, say("it is changed after it is made; write it out as it is in the end"))
        values = self._calls.values(text)
        again = len(values) > 1 or (isinstance(node, ast.Name) and self._names.again(node))
        if again or not values or depth == DEEPEST:
            raise unmade(
                node,
                say("is set in more than one place: {make}", make=_MAKE)
                if again
                else say("is not made in the text: {make}", make=_MAKE),
            )
        return self._resolved(values[0], depth + 1)


def _changed(nodes: Sequence[ast.AST]) -> list[ast.expr]:
    """Give what a text changes in place."""
    found: list[ast.expr] = []
    for node in nodes:
        match node:
            case ast.Call(func=ast.Attribute(value=owner, attr=attr)) if attr in CHANGES:
                found.append(owner)
            case ast.Subscript(value=owner, ctx=ast.Store() | ast.Del()):
                found.append(owner)
            case ast.AugAssign(target=target):
                found.append(target)
    return found
