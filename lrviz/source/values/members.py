"""Members: what a text's names, attributes, keys and calls stand for, followed to the expressions that say it."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lrviz.errors import SourceError
from lrviz.source.values import commandline, records
from lrviz.source.values.arithmetic import OPERATORS
from lrviz.source.values.handed import handed
from lrviz.source.values.names import Names
from lrviz.source.values.scopes import Binding, Choice, Either, Function, Reach
from lrviz.source.values.targets import Key

if TYPE_CHECKING:
    from lrviz.source.values.constants import Constants

Keys = tuple[Key, ...]
DEEPEST = 16
"""Functions of the text that are worked out inside each other."""
MOST = 100
"""Bindings that a message is made of."""
_PARSED = "parse_args_into_dataclasses"


class LeftOpenError(Exception):
    """The text doesn't say what something stands for; or it says that it has no such key, which is `absent`."""

    def __init__(self, why: str = "", *, absent: bool = False) -> None:
        super().__init__(why)
        self.why, self.absent = why, absent


class CycleError(Exception):
    """Something depends on itself."""


@dataclass(frozen=True)
class Ungiven:
    """What an option of the command line without default is: None, where that is asked for, and else a question.

    `node` is the expression that it is got by.
    """

    node: ast.expr | None = None

    def __bool__(self) -> bool:
        return False


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
        self._names, self._constants = names, constants
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
        if keys and self._constants.answered(node):
            return self._constants.taken(self._constants.loose(node), keys)
        match node:
            case ast.Name():
                return self._reached(self._names.reach(node), keys)
            case ast.Attribute(value=value, attr=attr):
                return self.member(value, keys if attr == "__dict__" else (attr, *keys))
            case ast.Subscript(value=value, slice=index):
                key = self._constants.value(index)
                if not isinstance(key, (str, int)):
                    raise LeftOpenError
                return self.member(value, (key, *keys))
            case ast.Call():
                return self._called(node, keys)
            case ast.Dict() | ast.BinOp(op=ast.BitOr()) if keys:
                return self._in_dict(node, keys)
            case ast.List(elts=items) | ast.Tuple(elts=items) if keys and isinstance(keys[0], int):
                if -len(items) <= keys[0] < len(items) and not any(isinstance(one, ast.Starred) for one in items):
                    return self.at(items[keys[0]], keys[1:])
            case ast.IfExp():
                return self.at(self.picked(node), keys)
        return self._constants.taken(self._constants.loose(node), keys)

    def at(self, node: ast.expr, keys: Keys) -> Any:
        """Give the value of an expression, or what keys lead to from it."""
        return self.member(node, keys) if keys else self._constants.loose(node)

    def entries(self, node: ast.expr) -> dict[str, Any]:
        """Give what a dict or a namespace has by name: expressions, or values where they are worked out."""
        match node:
            case ast.Dict(keys=keys, values=values):
                found: dict[str, Any] = {}
                for key, value in zip(keys, values, strict=True):
                    found |= self.entries(value) if key is None else {self._constants.value(key): value}
                return found
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                return {**self.entries(left), **self.entries(right)}
            case ast.Name():
                return self._entries_of(self._names.reach(node))
            case ast.Attribute(value=value, attr="__dict__"):
                return self.entries(value)
            case ast.Attribute(value=value, attr=str(key)) | ast.Subscript(value=value, slice=ast.Constant(value=key)):
                inner = self.entries(value).get(str(key))
                if isinstance(inner, ast.expr):
                    return self.entries(inner)
            case ast.IfExp():
                return self.entries(self.picked(node))
            case ast.Call():
                return self._entries_of_call(node)
        raise LeftOpenError

    def picked(self, node: ast.IfExp) -> ast.expr:
        """Give the side of `a if test else b` that is taken."""
        holds = self._constants.holds(node.test)
        if holds is None and not self._same([node.body, node.orelse]):
            self._constants.value(node.test)  # says what isn't known
            raise LeftOpenError
        return node.orelse if holds is False else node.body

    def each(self, generators: Sequence[ast.comprehension], action: Callable[[], None]) -> None:
        """Do something for each round of a comprehension, its names bound."""
        first, *rest = generators
        items = self._constants.value(first.iter)
        for item in items if isinstance(items, (list, str, dict)) else self._open():
            self._items[first] = item
            held = [self._constants.holds(test) for test in first.ifs]
            if None in held:
                raise LeftOpenError
            if all(held):
                self.each(rest, action) if rest else action()
        self._items.pop(first, None)

    @staticmethod
    def _open() -> Any:
        raise LeftOpenError

    def _same(self, nodes: Sequence[ast.expr]) -> bool:
        try:
            return len({repr(self._constants.loose(node)) for node in nodes}) == 1
        except (SourceError, LeftOpenError):
            return False

    def _reached(self, reach: Reach, keys: Keys) -> Any:
        match reach:
            case Binding():
                return self._bound(reach, keys)
            case Choice(test=test, yes=yes, no=no):
                holds = self._constants.holds(test)
                if holds is None:
                    return self._agreed([yes, no], keys)
                return self._reached(yes if holds else no, keys)
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
                values.append(self._reached(one, keys))
            except CycleError:
                self._cycles += 1
            except (SourceError, LeftOpenError):
                raise LeftOpenError(_several(options)) from None
        if not values:
            raise CycleError if any(options) else LeftOpenError
        if len({repr(value) for value in values}) > 1:
            raise LeftOpenError(_several(options))
        return values[0]

    def _bound(self, binding: Binding, keys: Keys) -> Any:
        """Give what a binding leads to; it is worked out once, inside a call that it belongs to once for each."""
        what = binding.what
        if isinstance(what.node, ast.comprehension):
            if what.node not in self._items:
                raise LeftOpenError
            return self._constants.taken(self._items[what.node], (*what.part, *keys))
        own = self._frame is not None and binding.spot.scope.node is self._frame.function
        frame = self._frame if own else None
        key = (binding, keys, frame)
        if key in self._known:
            return self._known[key]
        if key in self._failed:
            raise self._failed[key]
        if key in self._active:
            raise CycleError
        cycles = self._cycles
        self._active.add(key)
        try:
            with self._inside(frame, {}):
                found = self._said(binding, keys)
        except (SourceError, LeftOpenError) as error:
            if self._cycles == cycles:
                self._failed[key] = error
            raise
        finally:
            self._active.discard(key)
        if self._cycles == cycles or not self._active:
            self._known[key] = found
        return found

    @contextmanager
    def _inside(self, frame: Frame | None, items: dict[ast.AST, Any]) -> Iterator[None]:
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
                return self._of_class(one, keys)
            case ast.Call() as call if what.changes:
                return self._changed(binding, call, keys)
            case ast.AugAssign(op=op, value=value) as node if keys[: len(what.at)] == what.at:
                old = self._reached(self._names.before(binding), what.at)
                if type(op) not in OPERATORS:
                    raise LeftOpenError
                new = self._constants.made(node, OPERATORS[type(op)], [_plain(old), self._constants.value(value)])
                return self._constants.taken(new, keys[len(what.at) :])
            case ast.ImportFrom() | ast.Import() if what.full in commandline.FLAGS:
                rest = keys if what.full.endswith(".FLAGS") else keys[1:] if keys[:1] == ("FLAGS",) else ()
                flags = self._names.defining_flags()
                return self._agreed_on([commandline.flag(flags, str(rest[0])) if rest else None], rest[1:])
        if not what.changes:
            return self.at(what.value, (*what.part, *keys)) if what.value is not None else self._open()
        if keys[: len(what.at)] == what.at:
            return self.at(what.value, (*what.part, *keys[len(what.at) :])) if what.value is not None else self._open()
        if keys and self._is_computed(self._names.before(binding), str(keys[0])):
            raise LeftOpenError
        old = self._reached(self._names.before(binding), keys)
        if what.at[: len(keys)] != keys:
            return old
        if what.value is None or not isinstance(old, dict):
            raise LeftOpenError
        return _with(old, what.at[len(keys) :], self.at(what.value, what.part))

    def _is_computed(self, reach: Reach, name: str) -> bool:
        """Whether an attribute is worked out from others, which may have been changed since the object was made."""
        while isinstance(reach, Binding) and reach.what.changes:
            reach = self._names.before(reach)
        made = reach.what.value if isinstance(reach, Binding) else None
        one = self._names.defined(made.func) if isinstance(made, ast.Call) and isinstance(made.func, ast.Name) else None
        return one is not None and records.computed(one, name) is not None

    def _changed(self, binding: Binding, call: ast.Call, keys: Keys) -> Any:
        """Give what an object is after one of its methods has changed it."""
        at, before = binding.what.at, self._names.before(binding)
        if keys[: len(at)] != at[: len(keys)]:
            return self._reached(before, keys)
        method = getattr(call.func, "attr", "")
        rest = keys[len(at) :]
        if method == "update" and rest:
            try:
                return self._kept(call, rest)
            except LeftOpenError as error:
                if not error.absent:
                    raise
                return self._reached(before, keys)
        if method not in ("append", "extend") or len(call.args) != 1 or len(keys) < len(at):
            raise LeftOpenError
        old, new = self._reached(before, at), self._constants.value(call.args[0])
        if not isinstance(old, list) or (method == "extend" and not isinstance(new, list)):
            raise LeftOpenError
        return self._constants.taken([*old, *(new if method == "extend" else [new])], rest)

    def _parameter(self, binding: Binding, keys: Keys) -> Any:
        """Give what a parameter is: what the one call that is worked out gives it, or all that the text has."""
        function, name = binding.spot.scope.node, binding.name
        if not isinstance(function, Function):
            raise LeftOpenError
        default = _default(function, name)
        if self._frame is not None and self._frame.function is function:
            given = self._frame.given.get(name)
            if given is None:
                return self._agreed_on([default], keys)
            with self._inside(self._frame.outer, self._frame.items):
                return self.at(given, keys)
        calls = [found for one in self._names.calls(function) if (found := handed(one, function)) is not None]
        if not calls and not isinstance(function, ast.Lambda):
            default = commandline.decorated(function, name) or default
        options = [one.get(name, default) for one in calls] or [default]
        return self._agreed_on(options, keys)

    def _agreed_on(self, nodes: Sequence[ast.expr | None], keys: Keys) -> Any:
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
            raise LeftOpenError(f"is given in more than one place (lines {_listed(lines)})")
        return values[0]

    def _of_class(self, one: ast.ClassDef, keys: Keys) -> Any:
        value = records.attribute(one, str(keys[0]), self._names)
        if value is None:
            raise LeftOpenError
        return self.at(value, keys[1:])

    def _called(self, node: ast.Call, keys: Keys) -> Any:
        """Give what a call makes, or what keys lead to from that."""
        match node.func:
            case ast.Name() as func if (one := self._names.defined(func)) is not None:
                return self._of_instance(node, one, keys)
            case ast.Name() as func if (function := self._names.function(func)) is not None:
                return self._returned(node, function, keys)
            case ast.Lambda() as function:
                return self._returned(node, function, keys)
            case ast.Name(id="getattr") if len(node.args) > 1:
                return self._got(node.args[0], node.args[1:], keys)
            case ast.Attribute(value=owner, attr="get" | "pop") if node.args:
                return self._got(owner, node.args, keys)
        return self._of_library(node, keys) if keys else self._open()

    def _of_library(self, node: ast.Call, keys: Keys) -> Any:
        """Give what keys lead to from what a library makes: a namespace, a copy, or what the command line says."""
        match node.func:
            case ast.Attribute(attr=attr) if attr in commandline.PARSES:
                return self._parsed(node, keys if attr != "parse_known_args" else keys[1:])
            case ast.Attribute(value=owner, attr=attr) if attr == _PARSED and len(keys) > 1:
                return self._of_parsed(owner, keys)
        if (source := self._copied(node)) is not None:
            return self.member(source, keys)
        if _last(node.func) in records.NAMESPACES:
            return self._kept(node, keys)
        made = node.args[0] if node.args and _last(node.func) in records.FROM_COMMAND_LINE else None
        one = self._names.defined(made) if isinstance(made, ast.Name) else None
        if made is None or one is None:
            return self._constants.taken(self._constants.called(node), keys)
        return self._of_instance(ast.copy_location(ast.Call(made, [], []), node), one, keys)

    @staticmethod
    def _copied(node: ast.Call) -> ast.expr | None:
        """Give what a call makes a copy of, or shows the attributes of."""
        if _last(node.func) not in records.COPIES:
            return None
        by_method = isinstance(node.func, ast.Attribute) and not node.args
        return node.func.value if by_method and isinstance(node.func, ast.Attribute) else (*node.args, None)[0]

    def _got(self, owner: ast.expr, given: Sequence[ast.expr], keys: Keys) -> Any:
        """Give what `owner.get(key, default)` does."""
        key = self._constants.value(given[0])
        try:
            return self.member(owner, (key, *keys))
        except LeftOpenError as error:
            if not error.absent:
                raise
        return self.at(given[1], keys) if len(given) > 1 else self._constants.taken(None, keys)

    def _in_dict(self, node: ast.Dict | ast.BinOp, keys: Keys) -> Any:
        if isinstance(node, ast.BinOp):
            parts: list[tuple[ast.expr | None, ast.expr]] = [(None, node.left), (None, node.right)]
        else:
            parts = list(zip(node.keys, node.values, strict=True))
        return self._last_of(parts, keys)

    def _kept(self, call: ast.Call, keys: Keys) -> Any:
        """Give what a namespace keeps of what it is made of."""
        by_name = [(ast.Constant(one.arg) if one.arg else None, one.value) for one in call.keywords]
        return self._last_of([*((None, arg) for arg in call.args[:1]), *by_name], keys)

    def _last_of(self, parts: Sequence[tuple[ast.expr | None, ast.expr]], keys: Keys) -> Any:
        """Give what keys lead to from pairs of a key and a value; one without a key is itself made of such pairs."""
        for key, value in reversed(parts):
            if key is None:
                try:
                    return self.member(value, keys)
                except LeftOpenError as error:
                    if not error.absent:
                        raise
            elif self._constants.value(key) == keys[0]:
                return self.at(value, keys[1:])
        raise LeftOpenError(absent=True)

    def _parsed(self, call: ast.Call, keys: Keys) -> Any:
        """Give what an option of the command line is without being given."""
        name = str(keys[0]) if keys else ""
        words = self._constants.known(call.args[0]) if call.args else None
        set_ = list(commandline.defaults(self._names.called("set_defaults"), name))
        found = list(commandline.options(self._names.called("add_argument"), name))
        if not found and not set_:
            raise LeftOpenError(absent=bool(name) and self._names.adds_options())
        if isinstance(words, list) and (text := commandline.given([str(word) for word in words], name)) is not None:
            return self._constants.converted(call, text, found[0].converts if found else "str")
        if set_:
            return self._agreed_on(set_, keys[1:])
        if any(one.default is None for one in found):
            if len(found) == 1 and found[0].empty:
                return Ungiven()
            raise LeftOpenError("has no default")
        value = self._agreed_on([one.default for one in found], keys[1:])
        if isinstance(value, str) and not keys[1:]:
            return self._constants.converted(found[0].call, value, found[0].converts)
        return value

    def _of_parsed(self, owner: ast.expr, keys: Keys) -> Any:
        """Give a field of one of the dataclasses that a parser of transformers makes."""
        made = self._names.value(owner) if isinstance(owner, ast.Name) else owner
        if isinstance(made, ast.Call) and made.args and isinstance(keys[0], int):
            classes = made.args[0].elts if isinstance(made.args[0], (ast.Tuple, ast.List)) else [made.args[0]]
            one = classes[keys[0]] if keys[0] < len(classes) else None
            defined = self._names.defined(one) if isinstance(one, ast.Name) else None
            if one is not None and defined is not None:
                return self._of_instance(ast.copy_location(ast.Call(one, [], []), made), defined, keys[1:])
        raise LeftOpenError

    def _of_instance(self, call: ast.Call, one: ast.ClassDef, keys: Keys) -> Any:
        """Give an attribute of an object that is made of a class of the text."""
        if not keys:
            raise LeftOpenError
        name, rest = str(keys[0]), keys[1:]
        begins, sets = records.begins(one), list(records.set_by(one, name))
        if begins is not None and len(sets) == 1 and sets[0][0] is begins and sets[0][1] is not None:
            given = handed(call, begins)
            if given is None:
                raise LeftOpenError
            with self._inside(self._framed(begins, {**given, "self": call}), {}):
                return self.at(sets[0][1], rest)
        computed = records.computed(one, name)
        if computed is not None:
            with self._inside(self._framed(computed, {"self": call}), {}):
                return self._given_back(computed.body, rest)
        if sets:
            raise LeftOpenError
        if begins is None:
            by_place = records.fields(one, self._names) if records.is_record(one, self._names) else []
            places = [(ast.Constant(key), value) for key, value in zip(by_place, call.args, strict=False)]
            by_name = [(ast.Constant(each.arg) if each.arg else None, each.value) for each in call.keywords]
            try:
                return self._last_of([*places, *by_name], keys)
            except LeftOpenError as error:
                if not error.absent:
                    raise
        return self._of_class(one, keys)

    def _framed(self, function: Function, given: dict[str, ast.expr]) -> Frame:
        depth = 0 if self._frame is None else self._frame.depth + 1
        if depth > DEEPEST:
            raise LeftOpenError
        return Frame(function, given, self._frame, self._items, depth)

    def _returned(self, call: ast.Call, function: ast.Lambda | ast.FunctionDef, keys: Keys) -> Any:
        """Give what a function of the text returns for what a call gives it."""
        given = handed(call, function)
        if given is None or (isinstance(function, ast.FunctionDef) and function.decorator_list):
            raise LeftOpenError
        try:
            with self._inside(self._framed(function, given), {}):
                if isinstance(function, ast.Lambda):
                    return self.at(function.body, keys)
                return self._given_back(function.body, keys)
        except SourceError as error:
            own = self._names.own(function)
            if any(own & set(re.findall(r"\w+", one.asks)) for one in error.findings):
                raise LeftOpenError from None  # nobody outside knows what its own names stand for
            raise

    def _given_back(self, body: Sequence[ast.stmt], keys: Keys) -> Any:
        for i, statement in enumerate(body):
            match statement:
                case ast.Return(value=ast.expr() as value):
                    return self.at(value, keys)
                case ast.If(test=test, body=yes, orelse=no) if _returns(statement):
                    holds = self._constants.holds(test)
                    if holds is None:
                        raise LeftOpenError
                    return self._given_back([*(yes if holds else no), *body[i + 1 :]], keys)
            if _returns(statement):
                raise LeftOpenError
        raise LeftOpenError

    def _entries_of(self, reach: Reach) -> dict[str, Any]:
        if isinstance(reach, Choice):
            holds = self._constants.holds(reach.test)
            if holds is None:
                raise LeftOpenError(_several([reach]))
            return self._entries_of(reach.yes if holds else reach.no)
        if not isinstance(reach, Binding) or reach.what.part:
            raise LeftOpenError
        what = reach.what
        match what.node:
            case ast.Assign() if what.changes and len(what.at) == 1 and what.value is not None:
                return {**self._entries_of(self._names.before(reach)), str(what.at[0]): what.value}
            case ast.Call(func=ast.Attribute(attr="update")) as call if what.changes and not what.at:
                return {**self._entries_of(self._names.before(reach)), **self._entries_of_namespace(call)}
            case ast.Assign() | ast.AnnAssign() if not what.changes and what.value is not None:
                return self.entries(what.value)
            case ast.arg():
                function = reach.spot.scope.node
                calls = self._names.calls(function) if isinstance(function, Function) else []
                given = handed(calls[0], function) if len(calls) == 1 and isinstance(function, Function) else None
                if given and reach.name in given:
                    return self.entries(given[reach.name])
        raise LeftOpenError

    def _entries_of_call(self, node: ast.Call) -> dict[str, Any]:
        copied = self._copied(node)
        if copied is not None:
            return self.entries(copied)
        one = self._names.defined(node.func) if isinstance(node.func, ast.Name) else None
        if one is not None:
            return {name: self._of_instance(node, one, (name,)) for name in records.fields(one, self._names)}
        if _last(node.func) in records.NAMESPACES:
            return self._entries_of_namespace(node)
        raise LeftOpenError

    def _entries_of_namespace(self, node: ast.Call) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for arg in node.args[:1]:
            found |= self.entries(arg)
        for one in node.keywords:
            found |= {one.arg: one.value} if one.arg else self.entries(one.value)
        return found


def _default(function: Function, name: str) -> ast.expr | None:
    """Give the default of a parameter; `typer.Option(0.1)` has it inside."""
    given = function.args
    own = [arg.arg for arg in (*given.posonlyargs, *given.args)]
    known = dict(zip(own[len(own) - len(given.defaults) :], given.defaults, strict=True)) if given.defaults else {}
    named = zip(given.kwonlyargs, given.kw_defaults, strict=True)
    known |= {arg.arg: value for arg, value in named if value is not None}
    found = known.get(name)
    match found:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="typer")), args=[default, *_]):
            return default
    return found


def _with(old: dict[str, Any], keys: Keys, value: Any) -> dict[str, Any]:
    """Give a dict with a value set where keys lead to."""
    first, *rest = keys
    if not isinstance(old, dict) or not isinstance(first, str):
        raise LeftOpenError
    return {**old, first: _with(old.get(first, {}), tuple(rest), value) if rest else value}


def _plain(value: Any) -> Any:
    if isinstance(value, Ungiven):
        raise LeftOpenError
    return value


def _returns(statement: ast.stmt) -> bool:
    return any(isinstance(node, ast.Return) for node in ast.walk(statement))


def _several(options: Sequence[Reach]) -> str:
    """Say in which lines a name is set that has no one value."""
    lines: set[int] = set()
    waiting, seen = list(options), set(options)
    while waiting and len(seen) < MOST:
        match waiting.pop():
            case Binding() as one:
                lines.add(one.line)
            case Choice(yes=yes, no=no):
                waiting += {yes, no} - seen
                seen |= {yes, no}
            case Either(options=more):
                waiting += set(more) - seen
                seen |= set(more)
    return f"is set in more than one place (lines {_listed(sorted(lines))})"


def _listed(lines: Sequence[int]) -> str:
    if len(lines) > 6:
        return f"{lines[0]} to {lines[-1]}"
    return " and ".join([*filter(None, [", ".join(map(str, lines[:-1]))]), *map(str, lines[-1:])])


def _last(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
