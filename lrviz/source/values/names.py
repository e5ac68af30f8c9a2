"""Names: what the names of a text stand for, from its syntax alone."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from typing import Any

from lrviz.source.text.syntax import too_deep
from lrviz.source.values.bindings import Binding, Choice, Either, Function, Reach, options
from lrviz.source.values.layout import Layout
from lrviz.source.values.scopes import Scopes

ASSUMED = {  # what a snippet without its imports means by these
    "torch": "torch",
    "optim": "torch.optim",
    "lr_scheduler": "torch.optim.lr_scheduler",
    "swa_utils": "torch.optim.swa_utils",
    "math": "math",
    "np": "numpy",
}
MARK = "′"
"""Stands between a name and a number, where a function's own is told from another by that name; no name has it."""
DEEPEST = 8  # aliases of aliases
MOST = 50_000
"""Bindings that are looked at for what names stand for in full; behind these, one is no torch name."""


class Names:
    """Every binding of every name in a text, and which of them reach a place.

    What a name stands for is asked at a node, one that uses it, wherever it can be; asked by its text alone it is only
    known where the text binds it once, in whatever scope, so that nothing is ever guessed.
    """

    def __init__(self, nodes: Iterable[ast.AST]) -> None:
        self.nodes = several = list(nodes)
        tree = next((node for node in several if isinstance(node, ast.Module)), ast.Module([], []))
        self._layout = Layout(tree)
        self._scopes = Scopes(self._layout)
        if self._layout.deep:
            raise too_deep()
        self._reached: dict[ast.Name, Reach] = {}
        self._left = MOST
        self._agreed: dict[tuple[Reach, int], str] = {}
        self.memory: dict[Any, Any] = {}
        """What is worked out once of the text, see `once`."""
        self._bound: dict[str, list[Binding]] = {}
        own = {tree, *several}
        for scope in self._layout.scopes.values():
            for name, bindings in scope.bound.items():
                seen = [one for one in bindings if not one.what.changes and one.what.node in own]
                self._bound.setdefault(name, []).extend(seen)
        self._bound = {name: bindings for name, bindings in self._bound.items() if bindings}
        self.stars = [str(node.module) for node in several if isinstance(node, ast.ImportFrom) and _is_star(node)]

    def reach(self, node: ast.Name) -> Reach:
        """Give what gives a name its value where it is used; None where the text doesn't."""
        if node not in self._reached:
            self._reached[node] = self._found(node)
        return self._reached[node]

    def _found(self, node: ast.Name) -> Reach:
        spot = self._layout.spots.get(node)
        if spot is not None:
            return self._scopes.lookup(node.id, spot)
        found = _distinct(self._bound.get(node.id, []))  # of a node that was put in since
        return found[0] if len(found) == 1 else self._scopes.at_end(node.id)

    def before(self, binding: Binding) -> Reach:
        """Give what the name of a binding stood for before."""
        return binding.earlier or self._scopes.lookup(binding.name, binding.spot)

    def calls(self, function: Function) -> list[ast.Call]:
        """Give the calls of a function of the text: of a class, where it is its `__init__`."""
        scope = self._layout.scopes.get(function)
        owner = scope.spot.scope if scope is not None and scope.spot is not None else None
        name = getattr(function, "name", "")
        if owner is not None and isinstance(owner.node, ast.ClassDef):
            if name == "__init__":
                return [one for one in self._layout.calls.get(owner.node.name, []) if self._is(one.func, owner.node)]
            calls = self._layout.calls.get(name, [])
            alone = len(self._bound.get(name, [])) == 1
            return [one for one in calls if isinstance(one.func, ast.Attribute)] if alone else []
        return [one for one in self._layout.calls.get(name, []) if self._is(one.func, function)] if name else []

    def changes(self, one: ast.ClassDef, attribute: str) -> bool:
        """Whether a text sets an attribute of a class itself anew."""
        spot = self._layout.spots.get(one)
        if spot is None:
            return False
        bindings = (*spot.scope.bound.get(one.name, ()), *spot.scope.anytime.get(one.name, ()))
        return any(each.what.changes and each.what.at[:1] in ((), (attribute,)) for each in bindings)

    def own(self, function: Function) -> frozenset[str]:
        """Give the names that a function of the text has of its own."""
        scope = self._layout.scopes.get(function)
        return frozenset(name for name in scope.bound if scope.owns(name)) if scope is not None else frozenset()

    def called(self, name: str) -> list[ast.Call]:
        """Give the text's calls whose last name is this one."""
        return self._layout.calls.get(name, [])

    def adds_options(self) -> bool:
        """Whether the text has a command line of its own."""
        return bool(self.called("add_argument"))

    def defining_flags(self) -> list[ast.Call]:
        """Give the text's calls that define a flag, as `flags.DEFINE_float("lr", 0.1, "…")` does."""
        return [call for name, calls in self._layout.calls.items() if name.startswith("DEFINE_") for call in calls]

    def value(self, name: ast.Name | str) -> ast.expr | None:
        """Give the expression a name is assigned, None where it is bound otherwise or by more than one statement."""
        found = self._only(name)
        return found.what.value if found is not None and not found.what.part and not _is_added(found) else None

    def again(self, name: ast.Name | str) -> bool:
        """Whether a name is bound in more than one place."""
        if isinstance(name, ast.Name):
            return isinstance(self.reach(name), (Choice, Either))
        return len(_distinct(self._bound.get(name, []))) > 1

    def function(self, name: ast.Name | str) -> ast.Lambda | ast.FunctionDef | None:
        """Give the function a name stands for: a lambda assigned to it, or its only def."""
        found = self._only(name)
        if found is None:
            return None
        value = found.what.node if isinstance(found.what.node, ast.FunctionDef) else self.value(name)
        return value if isinstance(value, (ast.Lambda, ast.FunctionDef)) else None

    def defined(self, name: ast.Name | str) -> ast.ClassDef | None:
        """Give the class that a name stands for, where the text defines it once and nothing else by that name."""
        found = self._only(name)
        return found.what.node if found is not None and isinstance(found.what.node, ast.ClassDef) else None

    def dotted(self, node: ast.AST, depth: int = 0) -> str:
        """Give the full dotted name an expression like `optim.SGD` stands for, "" if it is no such thing."""
        attributes: list[str] = []
        while isinstance(node, ast.Attribute):
            attributes.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name):
            return ""
        return ".".join([self._full(node, depth), *reversed(attributes)])

    def _full(self, node: ast.Name, depth: int) -> str:
        reach = self.reach(node)
        if reach is None and node.id not in self._bound:
            return ASSUMED.get(node.id, node.id)
        if (reach, depth) not in self._agreed:
            if self._left < 0:
                return f".{node.id}"
            bindings = options([reach])
            self._left -= max(1, len(bindings))
            full = self._stands_for(bindings[0], depth) if bindings else ""
            same = bool(full) and all(self._stands_for(one, depth) == full for one in bindings[1:])
            self._agreed[reach, depth] = full if same else ""
        return self._agreed[reach, depth] or f".{node.id}"  # bound in this text: no torch name, whatever it is called

    def _stands_for(self, binding: Binding, depth: int) -> str:
        """Give the full name that a binding gives: an import's, or that of an alias (`S = torch.optim.SGD`)."""
        value = binding.what.value
        if isinstance(value, (ast.Name, ast.Attribute)) and depth < DEEPEST and not _is_added(binding):
            return "" if binding.what.part else self.dotted(value, depth + 1)
        return binding.what.full

    def _is(self, node: ast.expr, definition: ast.AST) -> bool:
        """Whether an expression stands for a definition of the text, as far as its name says."""
        reach = self.reach(node) if isinstance(node, ast.Name) else None
        return any(one.what.node is definition for one in options([reach]))

    def _only(self, name: ast.Name | str) -> Binding | None:
        """Give the one binding of a name."""
        if isinstance(name, ast.Name):
            reach = self.reach(name)
            return reach if isinstance(reach, Binding) and not reach.what.changes else None
        found = _distinct(self._bound.get(name, []))
        return found[0] if len(found) == 1 else None


def _distinct(bindings: Sequence[Binding]) -> list[Binding]:
    """Give bindings without imports of what is imported before."""
    seen: set[str] = set()
    found: list[Binding] = []
    for one in bindings:
        if not one.what.full or one.what.full not in seen:
            found.append(one)
            seen.add(one.what.full)
    return found


def _is_added(binding: Binding) -> bool:
    return isinstance(binding.what.node, ast.AugAssign)


def _is_star(node: ast.ImportFrom) -> bool:
    return any(alias.name == "*" for alias in node.names)
