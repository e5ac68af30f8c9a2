"""Records: the fields of a text's own classes and of the namespaces it makes, as the expressions they are given."""

from __future__ import annotations

import ast

from lrviz.source.values.names import Names

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
_FIELDS = frozenset({"field", "Field", "attrib", "ib"})
DEEPEST = 8


def attribute(one: ast.ClassDef, name: str, names: Names, depth: int = 0) -> ast.expr | None:
    """Give what a class, or one of the text's that it is made from, sets an attribute to in its own body."""
    found: ast.expr | None = None
    for statement in one.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=own)], value=value) if own == name:
                found = value
            case ast.AnnAssign(target=ast.Name(id=own), value=ast.expr() as value) if own == name:
                found = value
    if found is not None:
        return _unwrapped(found)
    for base in one.bases if depth < DEEPEST else ():
        parent = names.defined(base) if isinstance(base, ast.Name) else None
        inherited = attribute(parent, name, names, depth + 1) if parent is not None else None
        if inherited is not None:
            return inherited
    return None


def is_record(one: ast.ClassDef, names: Names, depth: int = 0) -> bool:
    """Whether a class takes its annotated fields as arguments: a dataclass, a NamedTuple and their like."""
    decorators = {_last(each.func if isinstance(each, ast.Call) else each) for each in one.decorator_list}
    if decorators & {"dataclass", "define", "frozen", "attrs", "s", "mutable", "configclass"}:
        return True
    parents = [names.defined(base) for base in one.bases if isinstance(base, ast.Name) and depth < DEEPEST]
    return any(_last(base) in _RECORDS for base in one.bases) or any(
        is_record(parent, names, depth + 1) for parent in parents if parent is not None
    )


def fields(one: ast.ClassDef, names: Names, depth: int = 0) -> list[str]:
    """Give the annotated fields of a class in order, those it inherits first."""
    found: dict[str, None] = {}
    for base in one.bases if depth < DEEPEST else ():
        parent = names.defined(base) if isinstance(base, ast.Name) else None
        found |= dict.fromkeys(fields(parent, names, depth + 1)) if parent is not None else {}
    for statement in one.body:
        match statement:
            case ast.AnnAssign(target=ast.Name(id=name)):
                found[name] = None
    return list(found)


def begins(one: ast.ClassDef) -> ast.FunctionDef | None:
    """Give the `__init__` of a class."""
    return next((each for each in one.body if isinstance(each, ast.FunctionDef) and each.name == "__init__"), None)


def computed(one: ast.ClassDef, name: str) -> ast.FunctionDef | None:
    """Give the property of a class that has this name."""
    for each in one.body:
        if isinstance(each, ast.FunctionDef) and each.name == name:
            decorators = {_last(mark) for mark in each.decorator_list}
            return each if decorators and decorators <= {"property", "cached_property"} else None
    return None


def set_by(one: ast.ClassDef, name: str) -> list[tuple[ast.FunctionDef, ast.expr | None]]:
    """Give the methods that set an attribute of `self`, and to what, where that is an expression."""
    found: list[tuple[ast.FunctionDef, ast.expr | None]] = []
    for method in (each for each in one.body if isinstance(each, ast.FunctionDef)):
        given: dict[ast.AST, ast.expr | None] = {}
        for node in ast.walk(method):
            match node:
                case ast.Assign(targets=targets, value=value):
                    given |= dict.fromkeys(targets, value)
                case ast.AnnAssign(target=target, value=value):
                    given[target] = value
                case ast.Attribute(value=ast.Name(id="self"), attr=attr, ctx=ast.Store()) if attr == name:
                    found.append((method, given.get(node)))
    return found


def is_plain(one: ast.ClassDef, names: Names, depth: int = 0) -> bool:
    """Whether its objects keep what they are given, and give it back: nothing of the class steps in."""
    own = {each.name for each in one.body if isinstance(each, ast.FunctionDef)}
    parents = [names.defined(base) for base in one.bases if isinstance(base, ast.Name) and depth < DEEPEST]
    return not own & {"__getattribute__", "__setattr__"} and all(
        is_plain(parent, names, depth + 1) for parent in parents if parent is not None
    )


def set_by_name(one: ast.ClassDef) -> list[tuple[ast.FunctionDef, str]]:
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


def _unwrapped(value: ast.expr) -> ast.expr:
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
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Subscript(value=value):
            return _last(value)
    return ""
