"""Constants: the values a text's expressions stand for, worked out within bounds and never by running them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from lrviz.errors import Finding, SourceError
from lrviz.sentences import say
from lrviz.source.values.answers import Answers
from lrviz.source.values.arithmetic import (
    COMPARES,
    FUNCTIONS,
    LONGEST,
    METHODS,
    NUMBERS,
    OPERATORS,
    SIGNS,
    TooLargeError,
    size,
    worked,
)
from lrviz.source.values.entries import entries
from lrviz.source.values.left_open import CycleError, Keys, LeftOpenError, Ungiven
from lrviz.source.values.members import Members
from lrviz.source.values.names import Names
from lrviz.source.values.refusals import refused, unknown

MOST = 30_000
"""Expressions that are worked out for one text, in comprehensions over and over, and steps on the way to them."""
CALLED = 4
"""A call is as much work as so many more expressions: what it is given has to be bound."""
GRAIN = 64
"""Items of a list, or characters of a text, that are as much work as an expression."""
_ALWAYS = {"__name__": "__main__", "TYPE_CHECKING": False, "__debug__": True}
_ONLY = say("it is not a number, a text, a list of these, or arithmetic on them")


class Constants:
    """The values of a text's expressions: what `answers` say, else what the text itself does."""

    def __init__(self, names: Names, answers: Mapping[str, Any]) -> None:
        self._names = names
        self.answers = Answers(answers)
        self._members = Members(names, self)
        self._left = MOST

    def value(self, node: ast.expr) -> Any:
        """Give the number, text, None, truth value, list or dict an expression stands for.

        Raises
        ------
        SourceError
            LR203 where the text doesn't hold the value, LR202 where the expression is none that is worked out. Where
            several values are missing, all of them are found.
        """
        try:
            found = self.loose(node)
        except CycleError:
            if self._members.busy:
                raise
            raise unknown(node, say("depends on itself")) from None
        if isinstance(found, Ungiven):
            raise unknown(found.node or node, say("has no default"))
        return found

    def items(self, node: ast.expr, most: int) -> list[ast.expr] | None:
        """Give the items of a list of at most so many, as expressions; None where the text holds no such list."""
        value = self.known(node)
        return [constant(one, node) for one in value] if isinstance(value, list) and len(value) <= most else None

    def known(self, node: ast.expr) -> Any:
        """Give the value of an expression, None where the text doesn't hold it."""
        try:
            return self.value(node)
        except SourceError:
            return None

    def holds(self, test: ast.expr) -> bool | None:
        """Say whether a condition holds, None where the text doesn't say."""
        match test:
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                held = self.holds(operand)
                return None if held is None else not held
            case ast.BoolOp(op=op, values=values):
                found = [self.holds(one) for one in values]
                settles = isinstance(op, ast.Or)
                return settles if settles in found else None if None in found else not settles
        try:
            return bool(self.loose(test))
        except SourceError:
            return None

    def entries(self, node: ast.expr) -> dict[str, ast.expr]:
        """Give what `**node` passes on: an expression for each name.

        Raises
        ------
        SourceError
            LR203: the text doesn't hold it.
        """
        try:
            found = entries(self._members, node)
        except LeftOpenError as error:
            raise unknown(node, error.why) from None
        return {name: each if isinstance(each, ast.expr) else constant(each, node) for name, each in found.items()}

    @property
    def names(self) -> Names:
        """What the text's names stand for."""
        return self._names

    def function(self, name: ast.Name | str) -> ast.Lambda | ast.FunctionDef | None:
        """Give the function of that name, where the text defines it once."""
        return self._names.function(name)

    def loose(self, node: ast.expr) -> Any:
        """Give the value of an expression, of an option of the command line without default that it is Ungiven."""
        self.spend(node)
        if answers := self.answers.to(node):
            return answers[0]
        try:
            found = self._worked_out(node)
        except LeftOpenError as error:
            raise unknown(node, error.why) from None
        return Ungiven(node) if isinstance(found, Ungiven) and found.node is None else found

    def spend(self, node: ast.AST, work: int = 1) -> None:
        """Count work that a text takes, and refuse what there is too much of.

        Raises
        ------
        SourceError
            LR202: all that one text may take is spent.
        """
        self._left -= work
        if self._left < 0:
            raise refused(node, say("it takes too long to work out; write its value"))

    def taken(self, value: Any, keys: Keys) -> Any:
        """Give the item of a value that keys lead to."""
        for key in keys:
            several = isinstance(value, (list, str)) and isinstance(key, int)
            if not (-len(value) <= int(key) < len(value) if several else isinstance(value, dict) and key in value):
                raise LeftOpenError(absent=isinstance(value, dict))
            value = value[key]
        return value

    def _worked_out(self, node: ast.expr) -> Any:
        match node:
            case ast.Constant():
                return self._literal(node)
            case ast.Name() | ast.Attribute() | ast.Subscript():
                return self._led_to(node)
            case ast.Call():
                return self.called(node)
            case ast.UnaryOp(op=op, operand=operand) if type(op) in SIGNS:
                return self._operated(node, SIGNS[type(op)], [operand])
            case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
                return self._operated(node, OPERATORS[type(op)], [left, right])
            case ast.IfExp():
                return self.loose(self._members.picked(node))
            case ast.BoolOp():
                return self._either(node)
            case ast.Compare(left=left, ops=ops, comparators=comparators):
                return self._compared(node, [left, *comparators], ops)
        return self._several(node)

    def _literal(self, node: ast.Constant) -> Any:
        if node.value is ...:
            raise LeftOpenError(say("is left out"))
        if node.value is None or isinstance(node.value, (bool, int, float, str)):
            return node.value
        raise refused(node, _ONLY)

    def _led_to(self, node: ast.Name | ast.Attribute | ast.Subscript) -> Any:
        """Give what a name, or attributes and keys, lead to."""
        match node:
            case ast.Subscript(value=several, slice=ast.Slice() as cut):
                return self._cut(node, several, cut)
            case ast.Name(id=name) if name in _ALWAYS and self._names.reach(node) is None:
                return _ALWAYS[name]
        full = "" if isinstance(node, ast.Subscript) else self._names.dotted(node)
        if full == "typing.TYPE_CHECKING":
            return False
        return NUMBERS[full] if full in NUMBERS else self._members.member(node, ())

    def _several(self, node: ast.expr) -> Any:
        """Give the list or the dict that a display stands for, or the text that is put together."""
        match node:
            case ast.List(elts=items) | ast.Tuple(elts=items) | ast.Set(elts=items):
                return self._listed(items)
            case ast.Dict() | ast.BinOp(op=ast.BitOr()):
                found = entries(self._members, node)
                values = gathered([each for each in found.values() if isinstance(each, ast.expr)], self.value)
                return {name: values.pop(0) if isinstance(each, ast.expr) else each for name, each in found.items()}
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp():
                found_items: list[Any] = []
                self._members.each(node.generators, lambda: found_items.append(self.value(node.elt)))
                if size(found_items) > LONGEST:
                    raise refused(node, say("it is too long"))
                return found_items
            case ast.JoinedStr(values=parts):
                return self._joined(node, parts)
            case ast.NamedExpr(value=value):
                return self.loose(value)
            case ast.Starred() | ast.Await() | ast.DictComp():
                raise LeftOpenError
        raise refused(node, _ONLY)

    def _listed(self, items: Sequence[ast.expr]) -> list[Any]:
        values = gathered([one.value if isinstance(one, ast.Starred) else one for one in items], self.value)
        found: list[Any] = []
        for one, value in zip(items, values, strict=True):
            starred = isinstance(one, ast.Starred)
            if starred and not isinstance(value, list):
                raise refused(one, say("it is no list"))
            found += value if starred else [value]
        if size(found) > LONGEST:
            raise refused(items[0], say("the list that it is in is too long"))
        return found

    def _operated(self, node: ast.expr, function: Callable[..., Any], operands: Sequence[ast.expr]) -> Any:
        return self.made(node, function, gathered(operands, self.value))

    def converted(self, node: ast.AST, text: str, converts: str) -> Any:
        """Give what the command line makes of a text."""
        if converts not in ("int", "float", "str"):
            raise LeftOpenError
        return self.made(node, {"int": int, "float": float, "str": str}[converts], [text])

    def made(self, node: ast.AST, function: Callable[..., Any], given: Sequence[Any]) -> Any:
        """Work out an operator or a function on values."""
        if isinstance(node, (ast.BinOp, ast.UnaryOp)) and any(value is None for value in given):
            raise unknown(node, say("has a None in it"))
        try:
            value = worked(function, given)
        except TooLargeError:
            raise refused(node, say("its value is too large")) from None
        except (ArithmeticError, ValueError, TypeError, AttributeError, MemoryError) as error:
            raise refused(node, str(error)) from None
        self.spend(node, 1 + size(value) // GRAIN)
        return value

    def _compared(self, node: ast.expr, operands: Sequence[ast.expr], ops: Sequence[ast.cmpop]) -> bool:
        values = [None if isinstance(one, Ungiven) else one for one in gathered(operands, self.loose)]
        try:
            return all(COMPARES[type(op)](*pair) for op, pair in zip(ops, pairwise(values), strict=True))
        except TypeError as error:
            raise refused(node, str(error)) from None

    def _either(self, node: ast.BoolOp) -> Any:
        """Give the operand that an `and` or an `or` comes to."""
        settles = isinstance(node.op, ast.Or)
        for one in node.values[:-1]:
            held = self.holds(one)
            if held is None:
                self.value(one)  # says what isn't known
                raise LeftOpenError
            if held is settles:
                return self.loose(one)
        return self.loose(node.values[-1])

    def _cut(self, node: ast.expr, several: ast.expr, cut: ast.Slice) -> Any:
        bounds = [None if one is None else self.value(one) for one in (cut.lower, cut.upper, cut.step)]
        whole = self.value(several)
        if not isinstance(whole, (list, str)):
            raise LeftOpenError
        self.spend(node, len(whole) // GRAIN)
        try:
            return whole[slice(*bounds)]
        except (TypeError, ValueError) as error:
            raise refused(node, str(error)) from None

    def _joined(self, node: ast.expr, parts: Sequence[ast.expr]) -> str:
        texts: list[str] = []
        for part in parts:
            match part:
                case ast.FormattedValue(value=value, conversion=-1, format_spec=None):
                    texts.append(str(self.value(value)))
                case ast.Constant(value=str(text)):
                    texts.append(text)
                case _:
                    raise LeftOpenError
        if sum(map(len, texts)) > LONGEST:
            raise refused(node, say("its value is too large"))
        return "".join(texts)

    def called(self, node: ast.Call) -> Any:
        """Give what a call comes to.

        Raises
        ------
        LeftOpenError
            It is none that is worked out.
        """
        self.spend(node, CALLED)
        name = self._names.dotted(node.func)
        plain = not node.keywords and not any(isinstance(arg, ast.Starred) for arg in node.args)
        match node:
            case ast.Call(func=ast.Name(id="len"), args=[several], keywords=[]) if name == "len":
                return self._length(several)
            case ast.Call(func=ast.Name(id="map"), args=[function, several]) if name == "map":
                made = FUNCTIONS.get(self._names.dotted(function))
                if made is not None:
                    return [self.made(node, made, [one]) for one in self._list(several)]
            case ast.Call(args=args) if plain and name in FUNCTIONS:
                return self._operated(node, FUNCTIONS[name], args)
            case ast.Call(func=ast.Attribute(value=owner, attr=attr), args=args) if plain and attr in METHODS:
                text = self.value(owner)
                if isinstance(text, str):
                    return self.made(node, METHODS[attr], [text, *gathered(args, self.value)])
            case ast.Call(func=ast.Attribute(value=owner, attr="tolist" | "item" | "copy"), args=[], keywords=[]):
                return self.value(owner)
        return self._members.member(node, ())

    def _list(self, node: ast.expr) -> list[Any]:
        found = self.value(node)
        if not isinstance(found, (list, str)):
            raise LeftOpenError
        return list(found)

    def _length(self, several: ast.expr) -> int:
        """Give how long something is that the text writes out; of anything else its length is asked for."""
        try:
            found = self.value(several)
        except SourceError as error:
            if all(one.rule == "LR203" for one in error.findings):
                raise LeftOpenError from None
            raise
        if not isinstance(found, (list, dict, str)):
            raise LeftOpenError
        return len(found)


def gathered(nodes: Sequence[ast.expr], work_out: Callable[[ast.expr], Any]) -> list[Any]:
    """Give the values of several expressions; what is wrong with any of them is raised together."""
    values: list[Any] = []
    findings: list[Finding] = []
    for node in nodes:
        try:
            values.append(work_out(node))
        except SourceError as error:
            findings += error.findings
    if findings:
        raise SourceError(*dict.fromkeys(findings))
    return values


def constant(value: Any, place: ast.expr) -> ast.expr:
    """Give a value as an expression that stands where another does."""
    if isinstance(value, list):
        made: ast.expr = ast.List([constant(item, place) for item in value], ast.Load())
    else:
        made = ast.Constant(value)
    return ast.copy_location(made, place)
