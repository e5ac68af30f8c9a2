"""Inlined: the text's own functions that give what they make, put in where they are called."""

from __future__ import annotations

import ast
import copy
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

from lrviz.errors import SourceError
from lrviz.sentences import changed, say
from lrviz.source.calls.calls import makes_optimizer
from lrviz.source.frames.decisions import Decisions
from lrviz.source.frames.unrolled import is_group
from lrviz.source.text.tree import walk
from lrviz.source.values.answers import Answers
from lrviz.source.values.assigned import pairs
from lrviz.source.values.blocks import places, rewrite
from lrviz.source.values.callees import Function, arguments, functions, is_static, name_of
from lrviz.source.values.named import names_in
from lrviz.source.values.names import MARK
from lrviz.source.values.refusals import refused

DEEPEST = 6
"""Functions that are followed into each other."""
MOST = 8_000
"""Nodes that are put in, in all."""
_OWN = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


def inline(tree: ast.Module, decisions: Decisions) -> bool:
    """Put every function that gives what it makes in place of its calls.

    What comes from a function that is called more than once has the line of the call as its `made_on`.

    Raises
    ------
    SourceError
        LR203: a condition that isn't known decides what is given; LR202: the function raises what it is given.
    """
    inliner = _Inliner(tree, decisions)
    if inliner.giving:
        tree.body = inliner.block(tree.body, ())
        inliner.drop(tree)
        ast.fix_missing_locations(tree)
    return bool(inliner.giving)


def named(error: SourceError) -> SourceError:
    """Give an error that calls what a function has of its own as the function does."""

    def plain(text: str) -> str:
        return re.sub(f"{MARK}[0-9]+", "", text)

    findings = (replace(one, message=changed(one.message, plain), asks=plain(one.asks)) for one in error.findings)
    return SourceError(*findings)


def made_on(node: ast.expr) -> int:
    """Give the line that an object is made on: that of the call where its function is called more than once."""
    return int(getattr(node, "made_on", node.lineno))


class _Inliner:
    def __init__(self, tree: ast.Module, decisions: Decisions) -> None:
        self._decisions = decisions
        self._functions = functions(decisions.nodes)
        self._made = cache(decisions.made)
        self._gift = cache(_gift)
        self.giving = self._gives()
        self._bound = Counter(_names_bound(tree)) if self.giving else Counter()
        self._left = MOST
        self._number = 0
        self._used: Counter[ast.AST] = Counter()
        self._calls = Counter(
            function.node
            for node in decisions.nodes
            if isinstance(node, ast.Call) and (function := self._called(node)) is not None
        )

    def _gives(self) -> set[ast.AST]:
        """Give the functions that give what they make, or what another of them makes."""
        giving: set[ast.AST] = set(self._give_groups())
        for _ in range(DEEPEST):
            more = {
                one.node
                for one in self._functions.values()
                if one.node not in giving and self._gives_made(one.node, giving)
            }
            if not more:
                break
            giving |= more
        return giving

    def _give_groups(self) -> Iterator[ast.AST]:
        """Give the functions that give an optimizer its parameters, where these list groups."""
        for node in self._decisions.nodes:
            if not isinstance(node, ast.Call) or makes_optimizer(node, self._decisions.names) is None:
                continue
            for one in (*node.args[:1], *(keyword.value for keyword in node.keywords if keyword.arg == "params")):
                given = self._decisions.names.value(one) if isinstance(one, ast.Name) else one
                found = self._functions.get(name_of(given.func)) if isinstance(given, ast.Call) else None
                if found is not None and any(map(is_group, walk(found.node))):
                    yield found.node

    def _gives_made(self, function: ast.FunctionDef | ast.Lambda, giving: set[ast.AST]) -> bool:
        def makes(node: ast.expr) -> bool:
            if not isinstance(node, ast.Call):
                return isinstance(node, ast.IfExp) and (makes(node.body) or makes(node.orelse))
            called = self._functions.get(name_of(node.func))
            return self._made(node) or (called is not None and called.node in giving)

        gift = self._gift(function)
        made = {target for target, parts in gift.assigned if any(map(makes, parts))}
        return any(makes(each) or (bool(made) and ast.unparse(each) in made) for each in gift.returned)

    def _called(self, node: ast.Call) -> Function | None:
        found = self._functions.get(name_of(node.func))
        if found is None or found.node not in self.giving:
            return None
        return found if isinstance(node.func, (ast.Name, ast.Lambda)) or found.bound or is_static(found) else None

    def block(self, body: Sequence[ast.stmt], inside: tuple[ast.AST, ...]) -> list[ast.stmt]:
        """Give statements with what they call put in before them."""
        done: list[ast.stmt] = []
        for statement in body:
            for holder, role in places(statement):
                setattr(holder, role, self.block(getattr(holder, role), inside))
            calls = _Calls(self, inside)
            for name, value in ast.iter_fields(statement):
                if isinstance(value, ast.expr):
                    setattr(statement, name, calls.visit(value))
                elif isinstance(value, list) and name == "items":  # of a with
                    value[:] = [calls.visit(item) for item in value]
            done += [*calls.before, statement]
        return done

    def put_in(self, node: ast.Call, inside: tuple[ast.AST, ...]) -> tuple[list[ast.stmt], ast.expr] | None:
        """Give the statements of the function that is called, and what it gives; None where it isn't put in."""
        function = self._called(node)
        if function is None or function.node in inside or len(inside) >= DEEPEST:
            return None
        size = sum(1 for _ in walk(function.node))
        known = arguments(node, function)
        if known is None or size > self._left:
            return None
        self._left -= size
        self._used[function.node] += 1
        body, bindings = self._own(function.node, known)
        statements, value = self._straight(body)
        statements = [*bindings, *statements]
        calls = _Calls(self, (*inside, function.node))
        done = self.block(statements, (*inside, function.node))
        given: ast.expr = calls.visit(value)  # type: ignore[assignment]
        if self._calls[function.node] > 1:
            for each in (*done, *calls.before, given):
                for one in walk(each):
                    if isinstance(one, ast.Call):
                        one.made_on = node.lineno  # type: ignore[attr-defined]
        return [*done, *calls.before], given

    def _own(
        self, function: ast.FunctionDef | ast.Lambda, known: dict[str, ast.expr]
    ) -> tuple[list[ast.stmt], list[ast.stmt]]:
        """Give a copy of a function's body with what it is given put in, and with names that are no other's."""
        body: list[ast.stmt] = (
            [ast.copy_location(ast.Return(function.body), function.body)]
            if isinstance(function, ast.Lambda)
            else function.body
        )
        body, known = _with_parameters_set(body, known)
        stored = set(_stored(body))
        own = Counter(_names_bound(function))
        often = self._calls[function] > 1
        self._number += 1
        renamed = {
            name: f"{name}{MARK}{self._number}"
            for name in {*stored, *known}
            if (name in stored and (often or self._bound[name] > own[name])) or (name in known and name in stored)
        }
        kept = {name: value for name, value in known.items() if name in stored or self._decisions.made(value)}
        renamed |= {name: f"{name}{MARK}{self._number}" for name in kept}
        put = {name: value for name, value in known.items() if name not in kept}
        bindings: list[ast.stmt] = [
            ast.copy_location(ast.Assign([ast.Name(renamed[name], ast.Store())], value), value)
            for name, value in kept.items()
        ]
        writer = _Put(put, renamed, self._decisions.constants.answers)
        return [writer.visit(copy.deepcopy(statement)) for statement in body], bindings

    def _straight(self, body: Sequence[ast.stmt]) -> tuple[list[ast.stmt], ast.expr]:
        """Give the statements up to the one that returns, along the branches that are taken, and what it returns."""
        done: list[ast.stmt] = []
        for i, statement in enumerate(body):
            match statement:
                case ast.Return(value=value):
                    return done, value or ast.copy_location(ast.Constant(None), statement)
                case ast.Raise():
                    raise refused(statement, say("the function raises for what it is given; give it something else"))
                case ast.If(test=test, body=yes, orelse=no) if _returns(statement):
                    holds = self._decisions.known(test)
                    if holds is None:
                        raise self._decisions.ask(test, [*yes[:1], *no[:1], *body[i + 1 : i + 2 - len(no[:1])]])
                    rest, given = self._straight([*(yes if holds else no), *body[i + 1 :]])
                    return [*done, *rest], given
                case ast.With(body=inner) | ast.Try(body=inner) if _returns(statement):
                    rest, given = self._straight([*inner, *body[i + 1 :]])
                    return [*done, *rest], given
            done.append(statement)
        return done, ast.Constant(None)

    def drop(self, tree: ast.Module) -> None:
        """Take the functions that are put in out of the text, and the others' bodies leave as they are."""
        rewrite(tree, lambda statement: [] if statement in self._used else [statement])
        for node in walk(tree):
            if isinstance(node, ast.Assign) and node.value in self._used:
                node.value = ast.copy_location(ast.Constant(None), node.value)


class _Gift(NamedTuple):
    """The parts of what a function assigns, by the targets as text, and of what it returns."""

    assigned: Sequence[tuple[str, Sequence[ast.expr]]] = ()
    returned: Sequence[ast.expr] = ()


def _gift(function: ast.FunctionDef | ast.Lambda) -> _Gift:
    """Give what a function may give; nothing for a generator."""
    if isinstance(function, ast.Lambda):
        return _Gift((), _parts(function.body))
    own = [node for statement in function.body for node in _own_nodes(statement)]
    if any(isinstance(node, (ast.Yield, ast.YieldFrom)) for node in own):
        return _Gift()
    returned = [each for node in own if isinstance(node, ast.Return) and node.value for each in _parts(node.value)]
    return _Gift([(target, _parts(value)) for node in own for target, value in pairs(node)], returned)


class _Calls(ast.NodeTransformer):
    """Puts functions in place of their calls, inner ones first; what they do comes `before`."""

    def __init__(self, inliner: _Inliner, inside: tuple[ast.AST, ...]) -> None:
        self._inliner, self._inside = inliner, inside
        self.before: list[ast.stmt] = []

    def visit(self, node: ast.AST) -> ast.AST:
        return node if isinstance(node, _OWN) else super().visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        put = self._inliner.put_in(node, self._inside)
        if put is None:
            return node
        self.before += put[0]
        return put[1]


class _Put(ast.NodeTransformer):
    """Puts values where names stand for them, other names in place of names, and answers for what they are given to."""

    def __init__(self, put: Mapping[str, ast.expr], renamed: Mapping[str, str], answers: Answers | None = None) -> None:
        self._put, self._renamed, self._answers = dict(put), dict(renamed), answers

    def visit(self, node: ast.AST) -> Any:
        if self._answers is not None and isinstance(node, (ast.Call, ast.Attribute, ast.Subscript)):
            match self._answers.to(node):
                case [bool() | int() | float() | str() as value]:
                    return ast.copy_location(ast.Constant(value), node)
        return super().visit(node)

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in self._renamed:
            return ast.copy_location(ast.Name(self._renamed[node.id], node.ctx), node)
        return copy.deepcopy(self._put.get(node.id, node))

    def visit_Call(self, node: ast.Call) -> ast.AST:
        keywords: list[ast.keyword] = []
        for keyword in node.keywords:
            given = self._put.get(keyword.value.id) if isinstance(keyword.value, ast.Name) else None
            if keyword.arg is None and isinstance(given, ast.Dict):
                named = zip(given.keys, given.values, strict=True)
                keywords += [
                    ast.keyword(str(key.value), value) for key, value in named if isinstance(key, ast.Constant)
                ]
            else:
                keywords.append(keyword)
        node.keywords = keywords
        return self.generic_visit(node)

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        own = {arg.arg for arg in walk(node.args) if isinstance(arg, ast.arg)}
        inner = _Put(
            {name: value for name, value in self._put.items() if name not in own},
            {name: value for name, value in self._renamed.items() if name not in own},
        )
        node.args.defaults = [self.visit(each) for each in node.args.defaults]
        node.body = inner.visit(node.body)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        own = {arg.arg for arg in walk(node.args) if isinstance(arg, ast.arg)}
        inner = _Put(
            {name: value for name, value in self._put.items() if name not in own},
            {name: value for name, value in self._renamed.items() if name not in own},
        )
        node.name = self._renamed.get(node.name, node.name)
        node.args.defaults = [self.visit(each) for each in node.args.defaults]
        node.body = [inner.visit(each) for each in node.body]
        return node


def _with_parameters_set(
    body: Sequence[ast.stmt], known: Mapping[str, ast.expr]
) -> tuple[list[ast.stmt], dict[str, ast.expr]]:
    """Give statements without those at their beginning that set parameters anew, as in `name = name.lower()`."""
    counts, now = Counter(_stored(body)), dict(known)
    kept: list[ast.stmt] = []
    for statement in body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in now and counts[name] == 1:
                before = set[str]().union(*map(names_in, kept))
                if name not in before:
                    now[name] = _Put(now, {}).visit(copy.deepcopy(value))
                    continue
        kept.append(statement)
    return kept, now


def _own_nodes(statement: ast.AST) -> Iterator[ast.AST]:
    """Give the nodes of a statement, without those of what it defines."""
    waiting = [statement]
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, _DEFINITIONS):
            waiting += ast.iter_child_nodes(node)


def _parts(node: ast.expr) -> list[ast.expr]:
    """Give what a value is made of: the items of a tuple, a list or a dict, else itself."""
    match node:
        case ast.Tuple(elts=items) | ast.List(elts=items) | ast.Dict(values=items):
            return [part for item in items for part in _parts(item)]
    return [node]


def _returns(statement: ast.AST) -> bool:
    return any(isinstance(node, ast.Return) for node in _own_nodes(statement))


def _stored(body: Sequence[ast.stmt]) -> Iterator[str]:
    """Give the names that a function's statements bind."""
    for statement in body:
        for node in _own_nodes(statement):
            match node:
                case ast.Name(id=name, ctx=ast.Store()) | ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                    yield name


def _names_bound(tree: ast.AST) -> Iterator[str]:
    """Give every name that is bound anywhere in a tree, once for each time."""
    for node in walk(tree):
        match node:
            case (
                ast.Name(id=name, ctx=ast.Store())
                | ast.arg(arg=name)
                | ast.FunctionDef(name=name)
                | ast.ClassDef(name=name)
            ):
                yield name
