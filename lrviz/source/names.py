"""Names: what the names of a text are bound to, from its syntax alone."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable

ASSUMED = {  # what a snippet without its imports means by these
    "torch": "torch",
    "optim": "torch.optim",
    "lr_scheduler": "torch.optim.lr_scheduler",
    "swa_utils": "torch.optim.swa_utils",
    "math": "math",
}
DEEPEST = 8  # aliases of aliases


class Names:
    """Every binding of every name in a text, whatever its scope.

    Scopes are not told apart: a name bound twice anywhere is ambiguous, so nothing is ever guessed.
    """

    def __init__(self, nodes: Iterable[ast.AST]) -> None:
        self._values: dict[str, list[ast.expr | None]] = defaultdict(list)
        self._imports: dict[str, str] = {}
        self._definitions: dict[str, ast.FunctionDef | ast.ClassDef] = {}
        self.stars: list[str] = []
        for node in nodes:
            self._bind(node)

    def value(self, name: str) -> ast.expr | None:
        """Give the expression a name is assigned, None where it is bound otherwise or more than once."""
        values = self._values.get(name, [])
        return values[0] if len(values) == 1 else None

    def again(self, name: str) -> bool:
        """Whether a name is bound in more than one place."""
        return len(self._values.get(name, [])) > 1

    def function(self, name: str) -> ast.Lambda | ast.FunctionDef | None:
        """Give the function a name stands for: a lambda assigned to it, or its only def."""
        value = self.value(name)
        if isinstance(value, ast.Lambda):
            return value
        found = None if self.again(name) else self._definitions.get(name)
        return found if isinstance(found, ast.FunctionDef) else None

    def defined(self, name: str) -> ast.ClassDef | None:
        """Give the class that a name stands for, where the text defines it once and nothing else by that name."""
        found = None if self.again(name) else self._definitions.get(name)
        return found if isinstance(found, ast.ClassDef) else None

    def dotted(self, node: ast.AST, depth: int = 0) -> str:
        """Give the full dotted name an expression like `optim.SGD` stands for, "" if it is no such thing."""
        match node:
            case ast.Attribute(value=value, attr=attr):
                owner = self.dotted(value, depth)
                return f"{owner}.{attr}" if owner else ""
            case ast.Name(id=name) if name in self._imports and not self.again(name):
                return self._imports[name]
            case ast.Name(id=name) if name not in self._values:
                return ASSUMED.get(name, name)
            case ast.Name(id=name):
                alias = self.value(name)
                if depth < DEEPEST and isinstance(alias, (ast.Name, ast.Attribute)):  # S = torch.optim.SGD
                    return self.dotted(alias, depth + 1)
                return f".{name}"  # bound in this text: no torch name, whatever it is called
        return ""

    def _bind(self, node: ast.AST) -> None:
        match node:
            case ast.Import(names=names):
                for alias in names:
                    local = alias.asname or alias.name.partition(".")[0]
                    self._import(local, alias.name if alias.asname else local)
            case ast.ImportFrom(module=module, names=names, level=level):
                for alias in names:
                    if alias.name == "*":
                        self.stars.append(str(module))
                    else:
                        self._import(alias.asname or alias.name, f"{'.' * level}{module or ''}.{alias.name}")
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    self._assign(target, value)
            case ast.AnnAssign(target=target, value=ast.expr() as value) | ast.NamedExpr(target=target, value=value):
                self._assign(target, value)
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                self._definitions[name] = node
                self._values[name].append(None)
            case _:
                for name in _otherwise(node):
                    self._values[name].append(None)

    def _import(self, local: str, full: str) -> None:
        if self._imports.get(local) != full:
            self._imports[local] = full
            self._values[local].append(None)

    def _assign(self, target: ast.expr, value: ast.expr) -> None:
        match target, value:
            case ast.Name(id=name), _:
                self._values[name].append(value)
            case ((ast.Tuple(elts=targets) | ast.List(elts=targets)), (ast.Tuple(elts=values) | ast.List(elts=values))):
                if len(targets) == len(values):
                    for one, given in zip(targets, values, strict=True):
                        self._assign(one, given)
                    return
                self._unknown(target)
            case _:
                self._unknown(target)

    def _unknown(self, target: ast.expr) -> None:
        for node in ast.walk(target):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                self._values[node.id].append(None)


def _otherwise(node: ast.AST) -> list[str]:
    """Give the names a node binds in a way that says nothing of their value."""
    match node:
        case ast.AsyncFunctionDef(name=name):
            return [name]
        case ast.arg(arg=name) | ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)):
            return [name]
        case ast.MatchStar(name=str(name)) | ast.MatchMapping(rest=str(name)):
            return [name]
        case ast.For(target=target) | ast.AsyncFor(target=target) | ast.comprehension(target=target):
            return _stored(target)
        case ast.AugAssign(target=target) | ast.withitem(optional_vars=ast.expr() as target):
            return _stored(target)
        case ast.Delete(targets=targets):
            return [name for target in targets for name in _stored(target)]
    return []


def _stored(target: ast.expr) -> list[str]:
    return [node.id for node in ast.walk(target) if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)]
