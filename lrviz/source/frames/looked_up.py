"""Looked up: classes that a text takes by their name, from a table, or with some of their arguments given before."""

from __future__ import annotations

import ast
import copy
from collections.abc import Sequence

from lrviz.errors import SourceError
from lrviz.sentences import say
from lrviz.source.frames.decisions import DEEPEST, Decisions
from lrviz.source.values.bindings import Binding, Choice, Reach
from lrviz.source.values.callees import PARTIAL
from lrviz.source.values.keyed import written_out
from lrviz.source.values.names import Names
from lrviz.source.values.refusals import refused


def look_up(_: ast.Module, decisions: Decisions) -> bool:
    """Put in place of what is looked up what is found: `getattr(optim, "SGD")` is `optim.SGD`.

    Raises
    ------
    SourceError
        LR203: the text doesn't say by which name; LR202: there is nothing by that name.
    """
    looking = _LookUp(decisions)
    for node in decisions.nodes:
        looking.plain(node)
    return looking.changed


class _LookUp:
    def __init__(self, decisions: Decisions) -> None:
        self._decisions, self._names = decisions, decisions.names
        self.changed = False

    def plain(self, node: ast.AST) -> None:
        match node:
            case ast.Call():
                node.func = self._found(node.func)
                if "partial" in self._decisions.words:
                    self._complete(node)
            case (
                ast.Assign(value=value)
                | ast.AnnAssign(value=ast.expr() as value)
                | ast.Return(value=ast.expr() as value)
            ):
                node.value = self._found(value)

    def _found(self, node: ast.expr) -> ast.expr:
        """Give the class or function that an expression looks up; other expressions as they are."""
        found = self._looked_up(node)
        self.changed = self.changed or found is not node
        return found

    def _looked_up(self, node: ast.expr) -> ast.expr:
        match node:
            case ast.Name():
                return self._chosen(node, self._names.reach(node), node)
            case ast.Call(func=ast.Name(id="getattr"), args=[owner, key, *_]) if self._is_module(owner):
                name = self._value(node, key, [])
                return ast.copy_location(ast.Attribute(owner, name, ast.Load()), node) if name else node
            case ast.Subscript(value=ast.Attribute(value=owner, attr="__dict__"), slice=key) if self._is_module(owner):
                name = self._value(node, key, [])
                return ast.copy_location(ast.Attribute(owner, name, ast.Load()), node) if name else node
            case ast.Subscript(value=table, slice=key):
                return self._entry(node, table, key)
            case ast.Call(func=ast.Attribute(value=table, attr="get"), args=[key, *_]):
                return self._entry(node, table, key)
        return node

    def _chosen(self, node: ast.Name, reach: Reach, otherwise: ast.expr) -> ast.expr:
        """Give the class that a name stands for where conditions say which, of classes that make something."""
        match reach:
            case Choice(test=test, yes=yes, no=no):
                holds = self._decisions.known(test)
                if holds is not None:
                    return self._chosen(node, yes if holds else no, otherwise)
                sides = [self._chosen(node, side, otherwise) for side in (yes, no)]
                if all(side is not otherwise and self._makes(side) for side in sides):
                    raise self._decisions.ask(test, sides)
            case Binding(what=what) if not what.changes and not what.part:
                if isinstance(what.value, ast.IfExp):
                    return self._picked(what.value, otherwise)
                if isinstance(what.value, (ast.Name, ast.Attribute)) and isinstance(self._names.reach(node), Choice):
                    return copy.deepcopy(what.value)
        return otherwise

    def _picked(self, value: ast.IfExp, otherwise: ast.expr) -> ast.expr:
        sides = [value.body, value.orelse]
        if not any(isinstance(side, (ast.Name, ast.Attribute)) and self._makes(side) for side in sides):
            return otherwise
        holds = self._decisions.known(value.test)
        if holds is None:
            raise self._decisions.ask(value.test, sides)
        return copy.deepcopy(value.body if holds else value.orelse)

    def _is_module(self, node: ast.expr) -> bool:
        return self._names.dotted(node).startswith("torch.optim")

    def _entry(self, node: ast.expr, table: ast.expr, key: ast.expr) -> ast.expr:
        entries = _table(table, self._names) or self._registered(table)
        if not entries or not any(self._makes(value) for value in entries.values()):
            return node
        name = self._value(node, key, [*entries.values()], [*entries])
        if name not in entries:
            known = ", ".join(map(repr, entries))
            raise refused(node, say("the table has no {name!r}; it has {known}", name=name, known=known[:200]))
        return copy.deepcopy(entries[name])

    def _registered(self, table: ast.expr) -> dict[str, ast.expr]:
        """Give the functions and classes that decorators put into a table, by the names that they are given."""
        found: dict[str, ast.expr] = {}
        for node in self._decisions.nodes if isinstance(table, ast.Name) else ():
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                for mark in node.decorator_list:
                    given = mark.args[:1] if isinstance(mark, ast.Call) else []
                    puts = mark.func if isinstance(mark, ast.Call) else mark
                    key = given[0].value if given and isinstance(given[0], ast.Constant) else node.name
                    if self._puts(puts, ast.unparse(table)):
                        found[str(key)] = ast.copy_location(ast.Name(node.name, ast.Load()), table)
        return found

    def _puts(self, decorator: ast.expr, table: str) -> bool:
        """Whether a decorator puts what it decorates into a table."""
        match decorator:
            case ast.Attribute(value=owner, attr=attr):
                return attr.startswith("register") and ast.unparse(owner) == table
            case ast.Name() if (function := self._names.function(decorator)) is not None:
                stores = (node for node in ast.walk(function) if isinstance(node, ast.Subscript))
                return any(isinstance(one.ctx, ast.Store) and ast.unparse(one.value) == table for one in stores)
        return False

    def _makes(self, value: ast.expr) -> bool:
        """Whether an entry of a table is a class of torch's, or a call or a function that makes one's object."""
        own = self._names.function(value) if isinstance(value, ast.Name) else None
        if own is not None:
            return self._decisions.made(own)
        if isinstance(value, (ast.Name, ast.Attribute)):
            return self._decisions.made(ast.Call(value, [], []))
        called = value.args[0] if isinstance(value, ast.Call) and _is_partial(value, self._names) else value
        return self._decisions.made(called if called is value else ast.Call(called, [], []))

    def _value(self, node: ast.expr, key: ast.expr, branches: Sequence[ast.expr], known: Sequence[object] = ()) -> str:
        try:
            return str(self._decisions.value(key))
        except SourceError:
            raise self._decisions.ask(key, branches or [node], known) from None

    def _complete(self, node: ast.Call) -> None:
        """Give a call of a partial function all its arguments: `partial(StepLR, step_size=30)(o)`."""
        for _ in range(DEEPEST):
            partial = node.func
            if isinstance(partial, ast.Name):
                bound = self._names.value(partial)
                partial = bound if isinstance(bound, ast.Call) else partial
            if not isinstance(partial, ast.Call) or not _is_partial(partial, self._names):
                return
            self.changed = True
            first, *args = partial.args
            own = {keyword.arg for keyword in node.keywords}
            given = [keyword for keyword in partial.keywords if keyword.arg not in own]
            node.func = first
            node.args = [*map(copy.deepcopy, args), *node.args]
            node.keywords = [*map(copy.deepcopy, given), *node.keywords]


def _is_partial(node: ast.Call, names: Names) -> bool:
    return bool(node.args) and names.dotted(node.func) in PARTIAL


def _table(node: ast.expr, names: Names) -> dict[str, ast.expr] | None:
    """Give the entries of a table by name, where it is written out."""
    table = names.value(node) if isinstance(node, ast.Name) else node
    return None if table is None else written_out(table)
