"""Scopes: which of a text's bindings of a name reach a place; nothing of it is run."""

from __future__ import annotations

import ast
from bisect import bisect_left
from collections.abc import Sequence

from lrviz.source.values.bindings import MOST, Block, Choice, Function, Reach, Scope, Spot, either
from lrviz.source.values.layout import Layout
from lrviz.source.values.named import names_in

DEEPEST = 60
"""Branches that are followed one after another; behind more, a name is left open."""
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_ENDS = (ast.Return, ast.Raise, ast.Continue, ast.Break)
_CALLERS = 8
"""Functions calling each other that are followed."""


class Scopes:
    """What reaches the places of a text."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._reached: dict[tuple[str, Block, int], Reach] = {}
        self._bindings: dict[tuple[str, ast.stmt], list[Reach]] = {}

    def lookup(self, name: str, spot: Spot) -> Reach:
        """Give what gives a name its value at a place of the text."""
        scope = spot.scope
        if isinstance(scope.node, (ast.Lambda, *_COMPREHENSIONS)):
            return scope.bound[name][0] if name in scope.bound else self._outside(name, scope)
        found = self._before(name, spot.block, spot.index) if name in scope.bound else self._outside(name, scope)
        return either([found, *scope.anytime.get(name, ())])

    def at_end(self, name: str) -> Reach:
        """Give what gives a name its value when all of the module's statements are done."""
        block = self._layout.blocks[self._layout.module.node, "body"]
        return self.lookup(name, Spot(self._layout.module, block, len(block.statements), len(self._layout.spots)))

    def _outside(self, name: str, scope: Scope) -> Reach:
        """Give what gives a name its value in a scope that isn't its own."""
        spot = scope.spot
        if spot is None:
            return None
        late = isinstance(scope.node, Function)
        while spot is not None and isinstance(spot.scope.node, ast.ClassDef) and late:
            spot = spot.scope.spot
        if spot is None:
            return None
        owner = spot.scope
        if not late or name not in owner.bound or len(owner.bound[name]) + len(owner.anytime.get(name, ())) == 1:
            inner = spot if not late or name not in owner.bound else self._end(owner, spot)
            return self.lookup(name, inner)
        moments = self._moments(scope, owner, _CALLERS)
        if moments is not None:
            return either([self.lookup(name, moment) for moment in moments])
        later = [one for one in owner.bound[name] if one.spot.order > spot.order]
        return either([self.lookup(name, spot), *later])

    def _end(self, scope: Scope, spot: Spot) -> Spot:
        block = self._layout.blocks.get((scope.node, "body"))
        return spot if block is None else Spot(scope, block, len(block.statements), spot.order)

    def _moments(self, scope: Scope, owner: Scope, left: int) -> list[Spot] | None:
        """Give where in another scope a function is called, directly or through others; None where nothing says so."""
        name = getattr(scope.node, "name", "")
        calls = self._layout.calls.get(name, []) if name and left else []
        found: list[Spot] = []
        for call in calls:
            spot = self._layout.spots[call]
            while isinstance(spot.scope.node, _COMPREHENSIONS) and spot.scope.spot is not None:
                spot = spot.scope.spot
            inner = [spot] if spot.scope is owner else self._moments(spot.scope, owner, left - 1)
            if inner is None:
                return None
            found += inner
        return found[: MOST + 1] or None

    def _before(self, name: str, block: Block, index: int, hops: int = 0) -> Reach:
        """Give what a name is bound to before a statement of a block."""
        places = block.binds.get(name)
        i = bisect_left(places, index) if places else 0
        if not places or i == 0:
            return self._at_start(name, block, hops)
        key = (name, block, places[i - 1])
        if key not in self._reached:
            if hops > DEEPEST:
                return either(block.scope.bound[name])
            self._reached[key] = self._behind(name, block, places[i - 1], hops + 1)
        return self._reached[key]

    def _behind(self, name: str, block: Block, index: int, hops: int) -> Reach:
        """Give what a name is bound to after a statement that may bind it."""
        statement = block.statements[index]
        match statement:
            case ast.If(test=test):
                yes, no = (self._arm(name, statement, role, (block, index), hops) for role in ("body", "orelse"))
                ends = [_ends(getattr(statement, role)) for role in ("body", "orelse")]
                return no if ends[0] else yes if ends[1] else Choice(test, yes, no)
            case ast.With() | ast.AsyncWith():
                done = self._arm(name, statement, "body", (block, index), hops)
                left = _may_be_left(statement)
                return either([self._before(name, block, index, hops), done]) if left else done
            case ast.Try() | ast.TryStar():
                return self._tried(name, statement, (block, index), hops)
            case ast.For() | ast.AsyncFor() | ast.While() | ast.Match():
                return either([self._before(name, block, index, hops), *self._inside(name, statement)])
        return self._layout.own(name, statement)[-1]

    def _tried(self, name: str, statement: ast.Try | ast.TryStar, place: tuple[Block, int], hops: int) -> Reach:
        last = self._layout.blocks.get((statement, "finalbody"))
        if last is not None and name in last.binds:
            return self._arm(name, statement, "finalbody", place, hops)
        role = "orelse" if statement.orelse else "body"
        done = self._arm(name, statement, role, place, hops)
        others = [one for one in statement.handlers if not _ends(one.body) and not _is_import(one)]
        return either([done, *(self._arm(name, one, "body", place, hops) for one in others)])

    def _arm(self, name: str, node: ast.AST, role: str, place: tuple[Block, int], hops: int) -> Reach:
        block = self._layout.blocks.get((node, role))
        if block is not None:
            return self._before(name, block, len(block.statements), hops)
        own = self._layout.own(name, place[0].statements[place[1]])
        return own[-1] if own else self._before(name, *place, hops)

    def _at_start(self, name: str, block: Block, hops: int) -> Reach:
        """Give what a name is bound to where a block begins."""
        above, scope = block.above, block.scope
        if above is None:
            first = next(iter(scope.bound.get(name, ())), None)  # parameters are bound before all else
            if first is not None and isinstance(first.what.node, ast.arg):
                return first
            return None if scope.owns(name) else self._outside(name, scope)
        statement = above.block.statements[above.index]
        own = self._layout.own(name, statement)
        match statement:
            case ast.For() | ast.AsyncFor() | ast.While() if not own or block.role != "body":
                return either([self._before(name, above.block, above.index, hops), *self._inside(name, statement)])
            case ast.Try() | ast.TryStar() if block.role == "orelse":
                return self._arm(name, statement, "body", (above.block, above.index), hops)
            case ast.Try() | ast.TryStar() | ast.Match() if block.role != "body":
                return either([self._before(name, above.block, above.index, hops), *self._inside(name, statement)])
        return own[-1] if own else self._before(name, above.block, above.index, hops)

    def _inside(self, name: str, statement: ast.stmt) -> list[Reach]:
        """Give every binding of a name in a statement and in its blocks."""
        if (name, statement) not in self._bindings:
            self._bindings[name, statement] = self._found_inside(name, statement)
        return self._bindings[name, statement]

    def _found_inside(self, name: str, statement: ast.stmt) -> list[Reach]:
        found: list[Reach] = [*self._layout.own(name, statement)]
        waiting = self._layout.inner_blocks(statement)
        while waiting and len(found) <= MOST:
            block = waiting.pop()
            for index in block.binds.get(name, ()):
                one = block.statements[index]
                found += self._layout.own(name, one)
                waiting += self._layout.inner_blocks(one)
        return found


def _may_be_left(statement: ast.With | ast.AsyncWith) -> bool:
    """Whether a `with` goes on behind its block where something in it raises."""
    return any("suppress" in ast.unparse(item.context_expr) for item in statement.items)


def _ends(body: Sequence[ast.stmt]) -> bool:
    """Whether nothing goes on behind a block."""
    return bool(body) and isinstance(body[-1], _ENDS)


def _is_import(handler: ast.ExceptHandler) -> bool:
    """Whether a handler stands in for what can't be imported; what is there counts."""
    names = names_in(handler.type) if handler.type else set()
    return bool(names) and names <= {"ImportError", "ModuleNotFoundError"}
