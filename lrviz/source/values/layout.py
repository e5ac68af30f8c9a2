"""Layout: where the statements, the names and the calls of a text stand, and what each statement binds."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator

from lrviz.source.values.aliases import behind
from lrviz.source.values.bindings import Binding, Block, Definition, Function, Scope, Spot
from lrviz.source.values.blocks import parts, places
from lrviz.source.values.targets import Bound, changed, imported, stored

DEEPEST = 60
"""Blocks in blocks; what is deeper is left out."""


class Layout:
    """The scopes and blocks of a module."""

    def __init__(self, tree: ast.Module) -> None:
        self.module = Scope(tree)
        self.spots: dict[ast.AST, Spot] = {}
        """Where the statements, names and calls of the text stand."""
        self.scopes: dict[ast.AST, Scope] = {tree: self.module}
        self.calls: dict[str, list[ast.Call]] = defaultdict(list)
        """The text's calls by the last name of what is called."""
        self.deep = False
        """Whether blocks are left out, since they are nested too deeply."""
        self.blocks: dict[tuple[ast.AST, str], Block] = {}
        """By the node that has them, and the field that they are."""
        self._said: dict[tuple[ast.stmt, str], list[Binding]] = {}
        self._behind = behind(tree)
        self._lay_out(self._block(self.module, tree, "body", None, ""))
        for scope in self.scopes.values():
            self._hand_over(scope)
        for node, name, bound, statement in self._behind.anytime:
            if node in self.scopes and statement in self.spots:
                self.scopes[node].anytime[name].append(Binding(name, bound, self.spots[statement]))

    def own(self, name: str, statement: ast.stmt) -> list[Binding]:
        """Give what a statement itself says of a name, without its blocks."""
        return self._said.get((statement, name), [])

    def inner_blocks(self, statement: ast.stmt) -> list[Block]:
        """Give the blocks in a statement; those of a definition are done at another time."""
        if isinstance(statement, Definition):
            return []
        return [block for node, role in places(statement) if (block := self.blocks.get((node, role)))]

    def _lay_out(self, block: Block) -> None:
        for index, statement in enumerate(block.statements):
            spot = Spot(block.scope, block, index, len(self.spots))
            self.spots[statement] = spot
            self._note(statement, spot)
            scope = spot.scope
            if isinstance(statement, Definition):
                scope = self._scope(statement, spot)
            for node, role in places(statement):
                if scope is not spot.scope:
                    inner = self._block(scope, node, role, None, "")
                    self._parameters(statement, Spot(scope, inner, 0, len(self.spots)))
                else:
                    kind = role if isinstance(node, ast.stmt) else type(node).__name__
                    inner = self._block(scope, node, role, spot, kind)
                self._lay_out(inner)

    def _block(self, scope: Scope, node: ast.AST, role: str, above: Spot | None, kind: str) -> Block:
        outer = above if above is not None else scope.spot
        depth = outer.block.depth + 1 if outer else 0
        self.deep = self.deep or depth >= DEEPEST
        block = Block(scope, [] if depth >= DEEPEST else getattr(node, role), above, kind, depth)
        self.blocks[node, role] = block
        return block

    def _note(self, statement: ast.stmt, spot: Spot) -> None:
        """Note what a statement binds, and where its expressions stand."""
        match statement:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                self._bind(statement.name, Bound(statement), spot, statement)
            case ast.Global(names=names) | ast.Nonlocal(names=names):
                spot.scope.shared.update(dict.fromkeys(names, isinstance(statement, ast.Global)))
            case ast.Import() | ast.ImportFrom():
                for name, full in imported(statement):
                    self._bind(name, Bound(statement, full=full), spot, statement)
            case ast.Try(handlers=handlers) | ast.TryStar(handlers=handlers):
                for handler in handlers:
                    if handler.name:
                        self._bind(handler.name, Bound(handler), spot, statement)
        behind = self._behind.by.get(statement, ())
        for name, bound in (*changed(statement, self._behind.calls[statement]), *behind, *stored(statement)):
            self._bind(name, bound, spot, statement)
        self._expressions(statement, spot)

    def _scope(self, node: ast.AST, spot: Spot) -> Scope:
        scope = Scope(node, spot)
        self.scopes[node] = scope
        return scope

    @staticmethod
    def _parameters(node: ast.AST, spot: Spot) -> None:
        if isinstance(node, Function):
            given = node.args
            for arg in (*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg):
                if arg is not None:
                    spot.scope.bound[arg.arg].append(Binding(arg.arg, Bound(arg), spot))

    def _bind(self, name: str, bound: Bound, spot: Spot, statement: ast.stmt) -> None:
        said = self._said.setdefault((statement, name), [])
        binding = Binding(name, bound, spot, said[-1] if said else None)
        spot.scope.bound[name].append(binding)
        said.append(binding)
        place: Spot | None = spot
        while place is not None and place.block.binds[name][-1:] != [place.index]:
            place.block.binds[name].append(place.index)
            place = place.block.above

    def _expressions(self, statement: ast.stmt, spot: Spot) -> None:
        """Note where the expressions of a statement stand, without those of its blocks."""
        waiting = [(one, spot) for one in parts(statement)]
        while waiting:
            node, where = waiting.pop()
            match node:
                case ast.Name():
                    self.spots[node] = where
                    continue
                case ast.Constant():
                    continue
                case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
                    self.spots[node] = where
                    self.calls[name].append(node)
                case ast.Lambda(args=given):  # whose defaults are worked out where it stands
                    waiting += [(one, where) for one in (*given.defaults, *given.kw_defaults) if one is not None]
                    waiting.append((node.body, self._inner(node, where)))
                    continue
                case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
                    where = self._inner(node, where)
                case ast.NamedExpr(target=ast.Name(id=name), value=value):
                    self._bind(name, Bound(node, value), spot, statement)
            waiting += [(child, where) for child in _inside(node)]

    def _inner(self, node: ast.AST, spot: Spot) -> Spot:
        scope = self._scope(node, spot)
        inner = Spot(scope, spot.block, spot.index, spot.order)
        self._parameters(node, inner)
        for generator in getattr(node, "generators", ()):
            for name, bound in stored(generator):
                scope.bound[name].append(Binding(name, bound, inner))
        return inner

    def _hand_over(self, scope: Scope) -> None:
        """Count what a function binds of another scope's names, at whatever time, among that scope's bindings."""
        if not isinstance(scope.node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            return
        for name, bindings in scope.bound.items():
            if not scope.owns(name):
                owner = scope.spot.scope if scope.spot is not None else self.module
                while owner.spot is not None and (scope.shared.get(name) or not owner.owns(name)):
                    owner = owner.spot.scope
                owner.anytime[name] += bindings


def _inside(node: ast.AST) -> Iterator[ast.AST]:
    """Give the nodes in a node, but for its operators and contexts, which have nothing in them."""
    for name in node._fields:
        value = getattr(node, name, None)
        if isinstance(value, list):
            yield from (each for each in value if isinstance(each, ast.AST))
        elif isinstance(value, ast.AST) and value._fields:
            yield value
