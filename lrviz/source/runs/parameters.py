"""Parameters: which of a model’s an expression stands for, as patterns of their names."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lrviz.errors import SourceError
from lrviz.source.values.constants import Constants
from lrviz.source.values.names import Names

DEEPEST = 8  # names of names
MOST = 32
"""Patterns of one group."""
FROZEN = "frozen"
"""What parameters are put in that aren't trained."""
_AROUND = frozenset({"list", "tuple", "iter", "sorted", "set"})
_JOINED = frozenset({"chain", "itertools.chain"})


STEM = "\0"
"""Stands for the dots of a pattern that come from how a text leads to a module, from the model's own name on."""


@dataclass(frozen=True)
class Members:
    """The parameters whose names match any of the patterns, or with `rest` all others too; else what can't be said.

    Those that are `late` are what others leave of the patterns, which have to be matched before.
    """

    patterns: tuple[str, ...] = ()
    rest: bool = False
    late: bool = False

    @property
    def said(self) -> bool:
        """Whether names tell which they are."""
        return bool(self.patterns) or self.rest


UNSAID, REST = Members(), Members(rest=True)


@dataclass(frozen=True)
class Test:
    """A condition on a parameter's name: it matches one of the patterns, or with `other` none of them."""

    patterns: tuple[str, ...] = ()
    other: bool = False


class Parameters:
    """What a text's expressions of parameters stand for, and what its loops over parameters sort them into."""

    def __init__(self, nodes: Sequence[ast.AST], names: Names, constants: Constants) -> None:
        self._names, self._constants = names, constants
        self.sorted: dict[str, list[Members]] = defaultdict(list)
        self.order: list[tuple[str, Members]] = []
        for node in nodes:
            if isinstance(node, ast.For):
                self._loop(node)
            elif isinstance(node, ast.Call):
                self._frozen(node)

    def of(self, node: ast.expr, depth: int = 0) -> Members:  # noqa: PLR0911 - one for each way to write them
        """Give the parameters that an expression stands for."""
        text = ast.unparse(node)
        if text in self.sorted:
            return _joined(self.sorted[text])
        match node:
            case ast.Call(func=ast.Attribute(value=owner, attr="parameters")):
                return _inside(owner)
            case ast.Call(func=ast.Name(id=name), args=[one]) if name in _AROUND:
                return self.of(one, depth)
            case ast.Call(func=ast.Name(id="filter"), args=[ast.Lambda(body=test), one]):
                return self.of(one, depth) if _is_trained(test) else REST if _is_other(test) else UNSAID
            case ast.Call(func=func, args=several) if self._names.dotted(func) in _JOINED:
                return _joined([self.of(each, depth) for each in several])
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return _joined([self.of(left, depth), self.of(right, depth)])
            case ast.List(elts=items) | ast.Tuple(elts=items) if items:
                return _joined(
                    [self.of(item.value if isinstance(item, ast.Starred) else item, depth) for item in items]
                )
            case ast.ListComp(elt=elt, generators=[one]) | ast.GeneratorExp(elt=elt, generators=[one]):
                return self._comprehended(elt, one)
            case ast.Attribute(attr="weight" | "bias"):
                path = _path(node)
                return Members((STEM.join(path),)) if path else UNSAID
            case ast.Name() as name if depth < DEEPEST and (bound := self._names.value(name)) is not None:
                return self.of(bound, depth + 1)
        return UNSAID

    def _comprehended(self, elt: ast.expr, one: ast.comprehension) -> Members:
        match one.target, one.iter:
            case ast.Tuple(elts=[ast.Name(id=name), ast.Name(id=value)]), ast.Call(
                func=ast.Attribute(value=owner, attr="named_parameters")
            ) if isinstance(elt, ast.Name) and elt.id == value:
                tests = [self.test(each, name) for each in one.ifs if not _is_trained(each)]
                return _within(_inside(owner), tests)
            case ast.Name(id=value), over if isinstance(elt, ast.Name) and elt.id == value:
                return self.of(over) if all(map(_is_trained, one.ifs)) else UNSAID
        return UNSAID

    def test(self, node: ast.expr, name: str) -> Test | None:  # noqa: PLR0911 - one for each way to ask
        """Give what a condition asks of the name; None where it asks anything else."""
        match node:
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                found = self.test(operand, name)
                return None if found is None else Test(found.patterns, not found.other)
            case ast.BoolOp(op=op, values=values):
                tests = [self.test(each, name) for each in values if not _is_trained(each)]
                known = [one for one in tests if one is not None]
                wanted = isinstance(op, ast.And)
                if len(known) < len(tests) or (len(known) > 1 and any(one.other != wanted for one in known)):
                    return None
                return Test(tuple(each for one in known for each in one.patterns), known[0].other) if known else None
            case ast.Compare(left=left, ops=[ast.In() | ast.NotIn() as op], comparators=[ast.Name(id=asked)]) if (
                asked == name
            ):
                return self._patterns([left], "*{}*", other=isinstance(op, ast.NotIn))
            case ast.Compare(left=ast.Name(id=asked), ops=[op], comparators=[right]) if asked == name:
                if isinstance(op, (ast.Eq, ast.In, ast.NotEq, ast.NotIn)):
                    return self._patterns([right], "{}", other=isinstance(op, (ast.NotEq, ast.NotIn)))
            case ast.Call(func=ast.Attribute(value=ast.Name(id=asked), attr="startswith"), args=[one]) if asked == name:
                return self._patterns([one], "{}*")
            case ast.Call(func=ast.Attribute(value=ast.Name(id=asked), attr="endswith"), args=[one]) if asked == name:
                return self._patterns([one], "*{}")
            case ast.Call(func=func, args=[ast.Name(id=asked), pattern]) if asked == name:
                if self._names.dotted(func).rpartition(".")[2] in {"fnmatch", "fnmatchcase"}:
                    given = self._text(pattern)
                    return Test((given,)) if isinstance(given, str) else None
            case ast.Call(func=ast.Name(id="any"), args=[ast.GeneratorExp() | ast.ListComp() as each]):
                return self._any(each, name)
        return None

    def _any(self, each: ast.GeneratorExp | ast.ListComp, name: str) -> Test | None:
        """Give `any(part in name for part in parts)` as the patterns of its parts."""
        (one, *more) = each.generators
        parts = self._text(one.iter)
        if more or one.ifs or not isinstance(one.target, ast.Name) or not isinstance(parts, list) or not parts:
            return None
        tests = [self.test(_with(each.elt, one.target.id, part), name) for part in parts[:MOST]]
        known = [test for test in tests if test is not None and not test.other]
        return Test(tuple(p for test in known for p in test.patterns)) if len(known) == len(parts) else None

    def _patterns(self, nodes: Sequence[ast.expr], form: str, *, other: bool = False) -> Test | None:
        given = [self._text(node) for node in nodes]
        texts = [text for each in given for text in (each if isinstance(each, list) else [each])]
        if not all(isinstance(text, str) and text for text in texts):
            return None
        return Test(tuple(form.format(_escaped(str(text))) for text in texts), other)

    def _text(self, node: ast.expr) -> object:
        items = node.elts if isinstance(node, (ast.Tuple, ast.List, ast.Set)) else None
        try:
            found: object = self._constants.value(node) if items is None else [self._constants.value(i) for i in items]
        except SourceError:
            return None
        return list(found) if isinstance(found, tuple) else found

    def _loop(self, loop: ast.For) -> None:
        """Read what a loop over parameters sorts them into."""
        match loop.target, loop.iter:
            case ast.Tuple(elts=[ast.Name(id=name), ast.Name(id=value)]), ast.Call(
                func=ast.Attribute(value=owner, attr="named_parameters")
            ):
                self._sort(loop.body, [], name, value, _inside(owner))
            case ast.Name(id=value), over if "parameters" in ast.unparse(over):
                self._sort(loop.body, [], "", value, self.of(over))

    def _sort(self, body: Sequence[ast.stmt], tests: list[Test | None], name: str, value: str, among: Members) -> None:
        """Follow the branches of a loop to where a parameter is put under the conditions so far."""
        for statement in body:
            match statement:
                case ast.If(test=test, body=yes, orelse=no):
                    if _is_trained(test):
                        continue
                    asked = self.test(test, name)
                    otherwise = None if asked is None else Test(asked.patterns, not asked.other)
                    self._sort(yes, [*tests, asked], name, value, among)
                    self._sort(no, [*tests, otherwise], name, value, among)
                case _:
                    for target in _puts(statement, value):
                        members = _after(tests, among)
                        self.sorted[target].append(members)
                        self.order.append((target, members))

    def _frozen(self, node: ast.Call) -> None:
        """Read `model.backbone.requires_grad_(False)`."""
        match node:
            case ast.Call(func=ast.Attribute(value=owner, attr="requires_grad_"), args=[ast.Constant(value=False)]) if (
                _path(owner)
            ):
                self.order.append((FROZEN, _inside(owner)))


def _puts(statement: ast.stmt, value: str) -> Iterator[str]:
    """Give where a statement puts the parameter of that name: in a list, as text, or among the frozen ones."""
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=owner, attr="append"), args=[ast.Name(id=put)])):
            if put == value:
                yield ast.unparse(owner)
        case ast.Expr(
            value=ast.Call(
                func=ast.Attribute(value=ast.Name(id=put), attr="requires_grad_"), args=[ast.Constant(value=False)]
            )
        ) if put == value:
            yield FROZEN
        case ast.Assign(
            targets=[ast.Attribute(value=ast.Name(id=put), attr="requires_grad")], value=ast.Constant(value=False)
        ) if put == value:
            yield FROZEN


def _after(tests: Sequence[Test | None], among: Members) -> Members:
    """Give the members that conditions lead to: the last that a name has to match, after those it doesn't."""
    if not tests:
        return among
    *before, last = tests
    if None in tests or any(test is not None and not test.other for test in before):
        return UNSAID
    return _within(among, [last])


def _within(among: Members, tests: Sequence[Test | None]) -> Members:
    """Give those of the members that meet all of some conditions on their names below a module."""
    if not tests:
        return among
    if all(test is not None and test.other for test in tests):
        whole = among.rest or all(pattern.count(STEM) == 1 for pattern in among.patterns)
        return REST if whole else Members(among.patterns, late=True)
    match among, tests:
        case Members(rest=True), [Test(patterns=patterns)]:
            return Members(patterns)
        case Members(patterns=(one,)), [Test(patterns=patterns)]:
            inside = one.removesuffix("*") if one.count(STEM) > 1 else ""
            return Members(tuple(inside + pattern for pattern in patterns))
    return UNSAID


def _joined(several: Sequence[Members]) -> Members:
    if not all(one.said for one in several):
        return UNSAID
    patterns = dict.fromkeys(pattern for one in several for pattern in one.patterns)
    late = any(one.late for one in several)
    return REST if any(one.rest for one in several) else Members(tuple(patterns)[:MOST], late=late)


def _inside(owner: ast.expr) -> Members:
    """Give the parameters of a module: all where it is the model."""
    path = _path(owner)
    return UNSAID if path is None else Members((STEM.join([*path, "*"]),)) if path else REST


def _path(node: ast.expr) -> list[str] | None:
    """Give the names that lead from a model to a part of it; None where it isn't written as such."""
    match node:
        case ast.Name(id=name):
            return [] if name == "self" else [name]
        case ast.Attribute(value=owner, attr="module"):
            return _path(owner)
        case ast.Attribute(value=owner, attr=attr):
            before = _path(owner)
            return None if before is None else [*before, attr]
        case ast.Subscript(value=owner, slice=ast.Constant(value=int() | str() as key)):
            before = _path(owner)
            return None if before is None else [*before, str(key)]
    return None


def _is_trained(test: ast.expr) -> bool:
    """Whether a condition only asks if a parameter is trained."""
    match test:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return _is_trained(operand)
        case ast.Attribute(attr="requires_grad"):
            return True
    return False


def _is_other(test: ast.expr) -> bool:
    """Whether a condition asks if a parameter is none of some others: `id(p) not in others`."""
    match test:
        case ast.Compare(left=ast.Call(func=ast.Name(id="id")), ops=[ast.NotIn()]):
            return True
    return False


def _with(node: ast.expr, name: str, value: object) -> ast.expr:
    """Give an expression with a value in place of a name."""
    put = {name: ast.parse(repr(value), mode="eval").body}

    class Put(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            return put.get(node.id, node)

    found: ast.expr = Put().visit(ast.parse(ast.unparse(node), mode="eval").body)
    return found


def _escaped(text: str) -> str:
    """Give a text as a pattern that stands for itself."""
    return "".join(f"[{each}]" if each in "*?[" else each for each in text)
