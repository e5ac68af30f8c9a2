"""Scopes: where a text binds its names, and which of the bindings reach a place; nothing of it is run."""

from __future__ import annotations

import ast
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from lrviz.source.values.targets import Bound, changed, imported, stored

DEEPEST = 60
"""Blocks in blocks, and branches that are followed one after another; what has more is left open."""
MOST = 64
"""Bindings that may reach one place."""

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_ENDS = (ast.Return, ast.Raise, ast.Continue, ast.Break)
_CALLERS = 8
"""Functions calling each other that are followed."""


@dataclass(eq=False)
class Scope:
    """A module, a class, a function, a lambda or a comprehension, and where it stands.

    `bound` has what it binds by name, in the order of the text; of the names in `shared` it says that they are another
    scope's: the module's, where that is True. What others bind of its own, whenever they are called, is in `anytime`.
    """

    node: ast.AST
    spot: Spot | None = None
    bound: dict[str, list[Binding]] = field(default_factory=lambda: defaultdict(list))
    shared: dict[str, bool] = field(default_factory=dict)
    anytime: dict[str, list[Binding]] = field(default_factory=lambda: defaultdict(list))

    def owns(self, name: str) -> bool:
        """Whether a name is its own, not one that it only changes or shares."""
        return name not in self.shared and any(not one.what.changes for one in self.bound.get(name, ()))


@dataclass(eq=False)
class Block:
    """Statements one after another, and for each name which of them may bind it; `role` is what they are of `above`."""

    scope: Scope
    statements: Sequence[ast.stmt]
    above: Spot | None = None
    role: str = ""
    depth: int = 0
    binds: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True, eq=False)
class Spot:
    """A place in a text: before the statement of a block with that index; `order` counts them through the text."""

    scope: Scope
    block: Block
    index: int
    order: int


@dataclass(frozen=True, eq=False)
class Binding:
    """What gives a name a value in one place: `what` is said there, at `spot`."""

    name: str
    what: Bound
    spot: Spot

    @property
    def line(self) -> int:
        """Where it stands."""
        return int(getattr(self.what.node, "lineno", 1))


@dataclass(frozen=True, eq=False)
class Choice:
    """What reaches a place behind an `if`: either side where its test says so."""

    test: ast.expr
    yes: Reach
    no: Reach


@dataclass(frozen=True, eq=False)
class Either:
    """What may reach a place, where nothing says which."""

    options: tuple[Reach, ...]


Reach = Binding | Choice | Either | None
"""What gives a name its value at a place; None where nothing does."""


class Scopes:
    """The scopes and blocks of a module."""

    def __init__(self, tree: ast.AST) -> None:
        self.module = Scope(tree)
        self.spots: dict[ast.AST, Spot] = {}
        """Where the statements, names and calls of the text stand."""
        self.scopes: dict[ast.AST, Scope] = {tree: self.module}
        self.calls: dict[str, list[ast.Call]] = defaultdict(list)
        """The text's calls by the last name of what is called."""
        self.deep = False
        """Whether blocks are left out, since they are nested too deeply."""
        self._blocks: dict[tuple[ast.AST, str], Block] = {}
        self._said: dict[tuple[ast.stmt, str], list[Binding]] = {}
        self._reached: dict[tuple[str, Block, int], Reach] = {}
        self._lay_out(self._block(self.module, tree, "body", None, ""))
        for scope in self.scopes.values():
            self._hand_over(scope)

    def lookup(self, name: str, spot: Spot) -> Reach:
        """Give what gives a name its value at a place of the text."""
        scope = spot.scope
        if isinstance(scope.node, (ast.Lambda, *_COMPREHENSIONS)):
            return scope.bound[name][0] if name in scope.bound else self._outside(name, scope)
        found = self._before(name, spot.block, spot.index) if name in scope.bound else self._outside(name, scope)
        return _either([found, *scope.anytime.get(name, ())])

    def at_end(self, name: str) -> Reach:
        """Give what gives a name its value when all of the module's statements are done."""
        block = self._blocks[self.module.node, "body"]
        return self.lookup(name, Spot(self.module, block, len(block.statements), len(self.spots)))

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
            return _either([self.lookup(name, moment) for moment in moments])
        later = [one for one in owner.bound[name] if one.spot.order > spot.order]
        return _either([self.lookup(name, spot), *later])

    def _end(self, scope: Scope, spot: Spot) -> Spot:
        block = self._blocks.get((scope.node, "body"))
        return spot if block is None else Spot(scope, block, len(block.statements), spot.order)

    def _moments(self, scope: Scope, owner: Scope, left: int) -> list[Spot] | None:
        """Give where in another scope a function is called, directly or through others; None where nothing says so."""
        name = getattr(scope.node, "name", "")
        calls = self.calls.get(name, []) if name and left else []
        found: list[Spot] = []
        for call in calls:
            spot = self.spots[call]
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
                return _either(block.scope.bound[name])
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
                return self._arm(name, statement, "body", (block, index), hops)
            case ast.Try() | ast.TryStar():
                return self._tried(name, statement, (block, index), hops)
            case ast.For() | ast.AsyncFor() | ast.While() | ast.Match():
                return _either([self._before(name, block, index, hops), *self._inside(name, statement)])
        return self._own(name, statement)[-1]

    def _tried(self, name: str, statement: ast.Try | ast.TryStar, place: tuple[Block, int], hops: int) -> Reach:
        last = self._blocks.get((statement, "finalbody"))
        if last is not None and name in last.binds:
            return self._arm(name, statement, "finalbody", place, hops)
        role = "orelse" if statement.orelse else "body"
        done = self._arm(name, statement, role, place, hops)
        others = [one for one in statement.handlers if not _ends(one.body) and not _is_import(one)]
        return _either([done, *(self._arm(name, one, "body", place, hops) for one in others)])

    def _arm(self, name: str, node: ast.AST, role: str, place: tuple[Block, int], hops: int) -> Reach:
        block = self._blocks.get((node, role))
        if block is not None:
            return self._before(name, block, len(block.statements), hops)
        own = self._own(name, place[0].statements[place[1]])
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
        own = self._own(name, statement)
        match statement:
            case ast.For() | ast.AsyncFor() | ast.While() if not own or block.role != "body":
                return _either([self._before(name, above.block, above.index, hops), *self._inside(name, statement)])
            case ast.Try() | ast.TryStar() if block.role == "orelse":
                return self._arm(name, statement, "body", (above.block, above.index), hops)
            case ast.Try() | ast.TryStar() | ast.Match() if block.role != "body":
                return _either([self._before(name, above.block, above.index, hops), *self._inside(name, statement)])
        return own[-1] if own else self._before(name, above.block, above.index, hops)

    def _inside(self, name: str, statement: ast.stmt) -> list[Reach]:
        """Give every binding of a name in a statement and in its blocks."""
        found: list[Reach] = [*self._own(name, statement)]
        waiting = self._inner_blocks(statement)
        while waiting and len(found) <= MOST:
            block = waiting.pop()
            for index in block.binds.get(name, ()):
                one = block.statements[index]
                found += self._own(name, one)
                waiting += self._inner_blocks(one)
        return found

    def _inner_blocks(self, statement: ast.stmt) -> list[Block]:
        if isinstance(statement, Definition):
            return []
        return [block for node, role in _blocks(statement) if (block := self._blocks.get((node, role)))]

    def _own(self, name: str, statement: ast.stmt) -> list[Binding]:
        """Give what a statement itself says of a name, without its blocks."""
        return self._said.get((statement, name), [])

    def _lay_out(self, block: Block) -> None:
        for index, statement in enumerate(block.statements):
            spot = Spot(block.scope, block, index, len(self.spots))
            self.spots[statement] = spot
            self._note(statement, spot)
            scope = spot.scope
            if isinstance(statement, Definition):
                scope = self._scope(statement, spot)
            for node, role in _blocks(statement):
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
        self._blocks[node, role] = block
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
        for name, bound in (*stored(statement), *changed(statement)):
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
        binding = Binding(name, bound, spot)
        spot.scope.bound[name].append(binding)
        self._said.setdefault((statement, name), []).append(binding)
        place: Spot | None = spot
        while place is not None and place.block.binds[name][-1:] != [place.index]:
            place.block.binds[name].append(place.index)
            place = place.block.above

    def _expressions(self, statement: ast.stmt, spot: Spot) -> None:
        """Note where the expressions of a statement stand, without those of its blocks."""
        inside = {role for _, role in _blocks(statement)} | {"handlers", "cases"}
        waiting = [(one, spot) for one in _parts(statement, inside)]
        waiting += [(case.guard, spot) for case in getattr(statement, "cases", ()) if case.guard is not None]
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
                case ast.Lambda() | ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
                    where = self._inner(node, where)
                case ast.NamedExpr(target=ast.Name(id=name), value=value):
                    self._bind(name, Bound(node, value), spot, statement)
            waiting += [(child, where) for child in _parts(node)]

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


def _parts(node: ast.AST, without: Container[str] = ()) -> Iterator[ast.AST]:
    """Give the nodes in a node, but for its operators and contexts, which have nothing in them."""
    for name in node._fields:
        value = getattr(node, name, None)
        if name in without or value is None:
            continue
        if isinstance(value, list):
            yield from (each for each in value if isinstance(each, ast.AST))
        elif isinstance(value, ast.AST) and value._fields:
            yield value


def _blocks(statement: ast.stmt) -> Iterator[tuple[ast.AST, str]]:
    """Give the blocks in a statement, as the node that has them and the field that they are."""
    match statement:
        case ast.If() | ast.For() | ast.AsyncFor() | ast.While():
            roles: tuple[str, ...] = ("body", "orelse")
        case ast.Try(handlers=handlers) | ast.TryStar(handlers=handlers):
            yield statement, "body"
            yield from ((handler, "body") for handler in handlers)
            roles = ("orelse", "finalbody")
        case ast.With() | ast.AsyncWith() | ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            roles = ("body",)
        case ast.Match(cases=cases):
            yield from ((case, "body") for case in cases)
            return
        case _:
            return
    yield from ((statement, role) for role in roles if getattr(statement, role))


def _ends(body: Sequence[ast.stmt]) -> bool:
    """Whether nothing goes on behind a block."""
    return bool(body) and isinstance(body[-1], _ENDS)


def _is_import(handler: ast.ExceptHandler) -> bool:
    """Whether a handler stands in for what can't be imported; what is there counts."""
    names = [node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)] if handler.type else []
    return bool(names) and set(names) <= {"ImportError", "ModuleNotFoundError"}


def _either(options: Sequence[Reach]) -> Reach:
    if len(options) == 1:
        return options[0]
    found = list(dict.fromkeys(one for one in options[: 2 * MOST] if one is not None))
    if len(found) == 1 and len(options) <= 2 * MOST:
        return found[0]
    return Either(tuple(found)) if found else None
