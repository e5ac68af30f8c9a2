"""Members: what a text's names, attributes, keys and calls stand for, followed to the expressions that say it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lrviz.errors import SourceError
from lrviz.sentences import say
from lrviz.source.values import commandline, records
from lrviz.source.values.arithmetic import OPERATORS
from lrviz.source.values.bindings import Binding, Choice, Either, Function, Reach
from lrviz.source.values.changes import changed, is_computed, with_
from lrviz.source.values.handed import default, handed
from lrviz.source.values.instances import of_class, of_instance, returned
from lrviz.source.values.keyed import got, in_dict
from lrviz.source.values.left_open import CycleError, Keys, LeftOpenError, listed, plain, several
from lrviz.source.values.libraries import of_library
from lrviz.source.values.names import Names

if TYPE_CHECKING:
    from lrviz.source.values.constants import Constants

DEEPEST = 16
"""Functions of the text that are worked out inside each other."""


@dataclass(frozen=True, eq=False)
class Frame:
    """A call of a function that is being worked out: what it is given, where that is said, and inside how many."""

    function: Function
    given: dict[str, ast.expr]
    outer: Frame | None = None
    items: dict[ast.AST, Any] = field(default_factory=dict)
    depth: int = 0


class Members:
    """What expressions lead to: `member(node, ("sched", "step"))` is the value of `node.sched["step"]`."""

    def __init__(self, names: Names, constants: Constants) -> None:
        self.names, self.constants = names, constants
        self._frame: Frame | None = None
        self._items: dict[ast.AST, Any] = {}
        self._active: set[Any] = set()
        self._known: dict[Any, Any] = {}
        self._failed: dict[Any, Exception] = {}
        self._cycles = 0

    @property
    def busy(self) -> bool:
        """Whether something is being worked out that this may be a part of."""
        return bool(self._active)

    def member(self, node: ast.expr, keys: Keys) -> Any:
        """Give the value that keys lead to from what an expression stands for.

        Raises
        ------
        LeftOpenError
            The text doesn't say.
        SourceError
            It depends on something else that the text doesn't say.
        """
        self.constants.spend(node)
        if keys and self.constants.answers.to(node):
            return self.constants.taken(self.constants.loose(node), keys)
        match node:
            case ast.Name():
                return self.reached(self.names.reach(node), keys)
            case ast.Attribute(value=value, attr=attr):
                return self.member(value, keys if attr == "__dict__" else (attr, *keys))
            case ast.Subscript(value=value, slice=index):
                key = self.constants.value(index)
                if not isinstance(key, (str, int)):
                    raise LeftOpenError
                return self.member(value, (key, *keys))
            case ast.Call():
                return self._called(node, keys)
            case ast.Dict() | ast.BinOp(op=ast.BitOr()) if keys:
                return in_dict(self, node, keys)
            case ast.List(elts=items) | ast.Tuple(elts=items) if keys and isinstance(keys[0], int):
                if -len(items) <= keys[0] < len(items) and not any(isinstance(one, ast.Starred) for one in items):
                    return self.at(items[keys[0]], keys[1:])
            case ast.IfExp():
                return self.at(self.picked(node), keys)
        return self.constants.taken(self.constants.loose(node), keys)

    def at(self, node: ast.expr, keys: Keys) -> Any:
        """Give the value of an expression, or what keys lead to from it."""
        return self.member(node, keys) if keys else self.constants.loose(node)

    def picked(self, node: ast.IfExp) -> ast.expr:
        """Give the side of `a if test else b` that is taken."""
        holds = self.constants.holds(node.test)
        if holds is None and not self._same([node.body, node.orelse]):
            self.constants.value(node.test)  # says what isn't known
            raise LeftOpenError
        return node.orelse if holds is False else node.body

    def each(self, generators: Sequence[ast.comprehension], action: Callable[[], None]) -> None:
        """Do something for each round of a comprehension, its names bound."""
        first, *rest = generators
        items = self.constants.value(first.iter)
        if not isinstance(items, (list, str, dict)):
            raise LeftOpenError
        for item in items:
            self._items[first] = item
            held = [self.constants.holds(test) for test in first.ifs]
            if None in held:
                raise LeftOpenError
            if all(held):
                self.each(rest, action) if rest else action()
        self._items.pop(first, None)

    def _same(self, nodes: Sequence[ast.expr]) -> bool:
        try:
            return len({repr(self.constants.loose(node)) for node in nodes}) == 1
        except (SourceError, LeftOpenError):
            return False

    def reached(self, reach: Reach, keys: Keys) -> Any:
        """Give the value that keys lead to from what gives a name its value."""
        if isinstance(reach, Binding):
            return self._bound(reach, keys)
        return self._once((reach, keys, self._frame), lambda: self._chosen(reach, keys))

    def _chosen(self, reach: Choice | Either | None, keys: Keys) -> Any:
        match reach:
            case Choice(test=test, yes=yes, no=no):
                holds = self.constants.holds(test)
                if holds is None:
                    return self._agreed([yes, no], keys)
                return self.reached(yes if holds else no, keys)
            case Either(options=options):
                return self._agreed(options, keys)
        raise LeftOpenError

    def _agreed(self, options: Sequence[Reach], keys: Keys) -> Any:
        """Give the value that all of several bindings have."""
        values: list[Any] = []
        for one in options:
            if one is None:  # then the name would have no value at all
                continue
            try:
                values.append(self.reached(one, keys))
            except CycleError:
                self._cycles += 1
            except (SourceError, LeftOpenError):
                alone = len({self._origin(each, keys) for each in options}) == 1
                raise LeftOpenError("" if alone else several(options)) from None
        if not values:
            raise CycleError if any(options) else LeftOpenError
        if len({repr(value) for value in values}) > 1:
            raise LeftOpenError(several(options))
        return values[0]

    def _origin(self, reach: Reach, keys: Keys) -> Reach:
        """Give what a name stood for before what was only changed of it beside what keys lead to."""
        while isinstance(reach, Binding) and reach.what.changes and keys:
            at = reach.what.at
            if not at or keys[: len(at)] == at[: len(keys)]:
                break
            reach = self.names.before(reach)
        return reach

    def _bound(self, binding: Binding, keys: Keys) -> Any:
        """Give what a binding leads to; it is worked out once, inside a call that it belongs to once for each."""
        what = binding.what
        if isinstance(what.node, ast.comprehension):
            if what.node not in self._items:
                raise LeftOpenError
            return self.constants.taken(self._items[what.node], (*what.part, *keys))
        own = self._frame is not None and binding.spot.scope.node is self._frame.function
        frame = self._frame if own else None
        key = (binding, keys, frame)
        if key in self._active:
            raise CycleError
        self._active.add(key)
        try:
            with self.inside(frame, {}):
                return self._once(key, lambda: self._said(binding, keys))
        finally:
            self._active.discard(key)

    def _once(self, key: Any, work_out: Callable[[], Any]) -> Any:
        """Work something out a single time; over again only where it was a part of what depends on itself."""
        if key in self._known:
            return self._known[key]
        if key in self._failed:
            raise self._failed[key].with_traceback(None)
        cycles = self._cycles
        try:
            found = work_out()
        except (SourceError, LeftOpenError) as error:
            if self._cycles == cycles:
                self._failed[key] = error
            raise
        if self._cycles == cycles or self._active <= {key}:
            self._known[key] = found
        return found

    @contextmanager
    def inside(self, frame: Frame | None, items: dict[ast.AST, Any]) -> Iterator[None]:
        """Work out what follows inside a call of a function, if it is in one, with the items of comprehensions."""
        before = self._frame, self._items
        self._frame, self._items = frame, items
        try:
            yield
        finally:
            self._frame, self._items = before

    def _said(self, binding: Binding, keys: Keys) -> Any:
        what = binding.what
        match what.node:
            case ast.arg():
                return self._parameter(binding, keys)
            case ast.ClassDef() as one if keys:
                return of_class(self, one, keys)
            case ast.Call() as call if what.changes:
                return changed(self, binding, call, keys)
            case ast.AugAssign(op=op, value=value) as node if keys[: len(what.at)] == what.at:
                old = self.reached(self.names.before(binding), what.at)
                if type(op) not in OPERATORS:
                    raise LeftOpenError
                new = self.constants.made(node, OPERATORS[type(op)], [plain(old), self.constants.value(value)])
                return self.constants.taken(new, keys[len(what.at) :])
            case ast.ImportFrom() | ast.Import() if what.full in commandline.FLAGS:
                rest = keys if what.full.endswith(".FLAGS") else keys[1:] if keys[:1] == ("FLAGS",) else ()
                flags = self.names.defining_flags()
                return self.agreed_on([commandline.flag(flags, str(rest[0])) if rest else None], rest[1:])
        if not what.changes or keys[: len(what.at)] == what.at:
            if what.value is None:
                raise LeftOpenError
            return self.at(what.value, (*what.part, *keys[len(what.at) :]))
        if keys and is_computed(self, self.names.before(binding), str(keys[0])):
            raise LeftOpenError
        old = self.reached(self.names.before(binding), keys)
        if what.at[: len(keys)] != keys:
            return old
        if what.value is None or not isinstance(old, dict):
            raise LeftOpenError
        return with_(old, what.at[len(keys) :], self.at(what.value, what.part))

    def _parameter(self, binding: Binding, keys: Keys) -> Any:
        """Give what a parameter is: what the one call that is worked out gives it, or all that the text has."""
        function, name = binding.spot.scope.node, binding.name
        if not isinstance(function, Function):
            raise LeftOpenError
        usual = default(function, name)
        if self._frame is not None and self._frame.function is function:
            given = self._frame.given.get(name)
            if given is None:
                return self.agreed_on([usual], keys)
            with self.inside(self._frame.outer, self._frame.items):
                return self.at(given, keys)
        calls = [found for one in self.names.calls(function) if (found := handed(one, function)) is not None]
        if not calls and not isinstance(function, ast.Lambda):
            usual = commandline.decorated(function, name) or usual
        options = [one.get(name, usual) for one in calls] or [usual]
        return self.agreed_on(options, keys)

    def agreed_on(self, nodes: Sequence[ast.expr | None], keys: Keys) -> Any:
        """Give the value that several expressions have, none of them left open."""
        values: list[Any] = []
        for node in nodes:
            if node is None:
                raise LeftOpenError
            try:
                values.append(self.at(node, keys))
            except CycleError:
                self._cycles += 1
            except SourceError:
                if len(nodes) == 1:
                    raise
                raise LeftOpenError from None
        if not values:
            raise CycleError
        if len({repr(value) for value in values}) > 1:
            lines = sorted({node.lineno for node in nodes if node is not None})
            raise LeftOpenError(say("is given in more than one place (lines {listed})", listed=listed(lines)))
        return values[0]

    def _called(self, node: ast.Call, keys: Keys) -> Any:
        """Give what a call makes, or what keys lead to from that."""
        match node.func:
            case ast.Name() as func if (one := self.names.defined(func)) is not None:
                return of_instance(self, node, one, keys)
            case ast.Name() as func if (function := self.names.function(func)) is not None:
                return returned(self, node, function, keys)
            case ast.Lambda() as function:
                return returned(self, node, function, keys)
            case ast.Name(id="getattr") if len(node.args) > 1:
                return got(self, node.args[0], node.args[1:], keys)
            case ast.Attribute(value=owner, attr=attr) if (made := self._object(owner)) is not None:
                method = records.method(self.names, made[1], attr)
                if method is not None:
                    return returned(self, node, method, keys, {"self": made[0]})
            case ast.Attribute(value=owner, attr="get" | "pop") if node.args:
                return got(self, owner, node.args, keys)
        if not keys:
            raise LeftOpenError
        return of_library(self, node, keys)

    def _object(self, owner: ast.expr) -> tuple[ast.Call, ast.ClassDef] | None:
        """Give the call that makes an object of a class of the text, and the class."""
        made = self.names.value(owner) if isinstance(owner, ast.Name) else owner
        one = self.names.defined(made.func) if isinstance(made, ast.Call) and isinstance(made.func, ast.Name) else None
        return (made, one) if isinstance(made, ast.Call) and one is not None else None

    def framed(self, function: Function, given: dict[str, ast.expr]) -> Frame:
        """Give a call of a function, inside the one that is being worked out."""
        depth = 0 if self._frame is None else self._frame.depth + 1
        if depth > DEEPEST:
            raise LeftOpenError
        return Frame(function, given, self._frame, self._items, depth)
