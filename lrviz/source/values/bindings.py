"""Bindings: what gives a text's names their values, and where."""

from __future__ import annotations

import ast
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lrviz.source.values.targets import Bound

MOST = 64
"""Bindings that may reach one place."""

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


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
    """What gives a name a value in one place: `what` is said there, at `spot`, and before it `earlier`."""

    name: str
    what: Bound
    spot: Spot
    earlier: Binding | None = None

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


def options(reaches: Iterable[Reach], most: int | None = None) -> list[Binding]:
    """Give the bindings that any of several reaches may come to, looking at `most` of what leads there."""
    seen: dict[Reach, None] = {}
    waiting = deque(reaches)
    while waiting and (most is None or len(seen) < most):
        one = waiting.popleft()
        if one not in seen:
            seen[one] = None
            waiting += [one.yes, one.no] if isinstance(one, Choice) else one.options if isinstance(one, Either) else ()
    return [one for one in seen if isinstance(one, Binding)]


def either(options: Sequence[Reach]) -> Reach:
    """Give what may reach a place, where any of several does; what is one of them is itself."""
    if len(options) == 1:
        return options[0]
    found = list(dict.fromkeys(one for one in options[: 2 * MOST] if one is not None))
    if len(found) == 1 and len(options) <= 2 * MOST:
        return found[0]
    return Either(tuple(found)) if found else None
