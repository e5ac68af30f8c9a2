"""Records: the fields of a text's own classes and of the namespaces it makes, as the expressions they are given."""

from __future__ import annotations

import ast
from collections import defaultdict
from functools import partial

from lrviz.source.values.callees import name_of
from lrviz.source.values.names import Names
from lrviz.source.values.once import once

NAMESPACES = frozenset(
    {"dict", "SimpleNamespace", "Namespace", "EasyDict", "edict", "AttrDict", "DotMap", "Munch", "Box", "ConfigDict",
     "Bunch", "OrderedDict", "DictConfig"}
)  # fmt: skip
"""Calls that keep what they are given by name, and what is in a dict that they are given first."""
COPIES = frozenset({"copy", "deepcopy", "vars", "asdict", "to_container", "create", "munchify", "_asdict", "to_dict"})
"""Functions and methods that give the same keys with the same values."""
FROM_COMMAND_LINE = frozenset({"cli", "parse"})
"""Functions that make an object of a class from the command line: tyro's, simple_parsing's."""
_RECORDS = frozenset({"NamedTuple", "BaseModel", "BaseSettings", "Struct", "TypedDict"})
_DECORATORS = frozenset({"dataclass", "define", "frozen", "attrs", "s", "mutable", "configclass"})
_FIELDS = frozenset({"field", "Field", "attrib", "ib"})
DEEPEST = 8


def attribute(names: Names, one: ast.ClassDef, name: str) -> ast.expr | None:
    """Give what a class, or one of the text's that it is made from, sets an attribute to in its own body."""
    return next((own[name] for own in map(partial(_set, names), lineage(names, one)) if name in own), None)


@once
def _set(_: Names, one: ast.ClassDef) -> dict[str, ast.expr]:
    """Give what a class sets in its own body."""
    found: dict[str, ast.expr] = {}
    for statement in one.body:
        match statement:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
            ):
                found[name] = unwrapped(value)
    return found


@once
def lineage(names: Names, one: ast.ClassDef) -> tuple[ast.ClassDef, ...]:
    """Give a class and those of the text that it is made from, each once, as its attributes are looked for."""
    found: dict[ast.ClassDef, None] = {}
    waiting = [(one, 0)]
    while waiting:
        each, depth = waiting.pop()
        if each not in found:
            found[each] = None
            bases = [base for base in each.bases if isinstance(base, ast.Name)] if depth < DEEPEST else []
            parents = [names.defined(base) for base in bases]
            waiting += [(parent, depth + 1) for parent in reversed(parents) if parent is not None]
    return tuple(found)


@once
def is_record(names: Names, one: ast.ClassDef) -> bool:
    """Whether a class takes its annotated fields as arguments: a dataclass, a NamedTuple and their like."""
    for each in lineage(names, one):
        decorators = {_last(mark.func if isinstance(mark, ast.Call) else mark) for mark in each.decorator_list}
        if decorators & _DECORATORS or any(_last(base) in _RECORDS for base in each.bases):
            return True
    return False


@once
def fields(names: Names, one: ast.ClassDef) -> tuple[str, ...]:
    """Give the annotated fields of a class in order, those it inherits first."""
    own = [
        statement.target.id
        for each in reversed(lineage(names, one))
        for statement in each.body
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
    ]
    return tuple(dict.fromkeys(own))


def begins(names: Names, one: ast.ClassDef) -> ast.FunctionDef | None:
    """Give the `__init__` of a class."""
    return _methods(names, one).get("__init__")


def computed(names: Names, one: ast.ClassDef, name: str) -> ast.FunctionDef | None:
    """Give the property of a class that has this name."""
    each = _methods(names, one).get(name)
    decorators = {_last(mark) for mark in each.decorator_list} if each is not None else set()
    return each if decorators and decorators <= {"property", "cached_property"} else None


def method(names: Names, one: ast.ClassDef, name: str) -> ast.FunctionDef | None:
    """Give the method of a class that has this name, and is called as one."""
    found = _methods(names, one).get(name)
    return None if found is None or found.decorator_list else found


@once
def _methods(_: Names, one: ast.ClassDef) -> dict[str, ast.FunctionDef]:
    """Give the methods of a class by name, the first of each."""
    return {each.name: each for each in reversed(one.body) if isinstance(each, ast.FunctionDef)}


def set_by(names: Names, one: ast.ClassDef, name: str) -> list[tuple[ast.FunctionDef, ast.expr | None]]:
    """Give the methods that set an attribute of `self`, and to what, where that is an expression."""
    return _sets(names, one).get(name, [])


@once
def _sets(_: Names, one: ast.ClassDef) -> dict[str, list[tuple[ast.FunctionDef, ast.expr | None]]]:
    """Give, for each attribute of `self`, the methods that set it."""
    found: dict[str, list[tuple[ast.FunctionDef, ast.expr | None]]] = defaultdict(list)
    for method in (each for each in one.body if isinstance(each, ast.FunctionDef)):
        given: dict[ast.AST, ast.expr | None] = {}
        for node in ast.walk(method):
            match node:
                case ast.Assign(targets=targets, value=value):
                    given |= dict.fromkeys(targets, value)
                case ast.AnnAssign(target=target, value=value):
                    given[target] = value
                case ast.Attribute(value=ast.Name(id="self"), attr=attr, ctx=ast.Store()):
                    found[attr].append((method, given.get(node)))
    return found


@once
def is_plain(names: Names, one: ast.ClassDef) -> bool:
    """Whether its objects keep what they are given, and give it back: nothing of the class steps in."""
    own = {each.name for one in lineage(names, one) for each in one.body if isinstance(each, ast.FunctionDef)}
    return not own & {"__getattribute__", "__setattr__"}


@once
def set_by_name(_: Names, one: ast.ClassDef) -> list[tuple[ast.FunctionDef, str]]:
    """Give the methods that set attributes of `self` by names that they are given, and the dict these come from.

    It is nothing where it has no name: `self.__dict__.update(kw)`, and `setattr(self, key, value)` for its items.
    """
    found: list[tuple[ast.FunctionDef, str]] = []
    for method in (each for each in one.body if isinstance(each, ast.FunctionDef)):
        loops = {
            ast.unparse(node.target): ast.unparse(node.iter).partition(".")[0]
            for node in ast.walk(method)
            if isinstance(node, ast.For) and _is_items(node.iter)
        }
        for node in ast.walk(method):
            match node:
                case ast.Call(func=ast.Name(id="setattr"), args=[ast.Name(id="self"), key, value]):
                    if not isinstance(key, ast.Constant):
                        found.append((method, loops.get(f"({ast.unparse(key)}, {ast.unparse(value)})", "")))
                case ast.Call(func=ast.Attribute(value=owner, attr="update"), args=[given]):
                    if ast.unparse(owner) in {"self.__dict__", "vars(self)"}:
                        found.append((method, given.id if isinstance(given, ast.Name) else ""))
                case ast.Assign(targets=[ast.Attribute(value=ast.Name(id="self"), attr="__dict__")]):
                    found.append((method, ""))
    return found


def _is_items(node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(), attr="items"), args=[]):
            return True
    return False


def begins_anew(method: ast.FunctionDef) -> ast.stmt | None:
    """Give the statement of a method that calls the `__init__` of what its class is made from."""
    for statement in method.body:
        for node in ast.walk(statement):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "__init__":
                return statement
    return None


def unwrapped(value: ast.expr) -> ast.expr:
    """Give the default in `field(default=…)`, `field(default_factory=lambda: …)` and `Field(…)`."""
    match value:
        case ast.Call(func=func, args=args, keywords=keywords) if _last(func) in _FIELDS:
            given = {keyword.arg: keyword.value for keyword in keywords}
            factory = given.get("default_factory", given.get("factory"))
            if isinstance(factory, ast.Lambda):
                return factory.body
            if factory is not None:
                return ast.copy_location(ast.Call(factory, [], []), value)
            return given.get("default", args[0] if args else value)
    return value


def _last(node: ast.expr) -> str:
    return name_of(node.value if isinstance(node, ast.Subscript) else node)
