"""Attributes: what `self.lr` stands for in a class, as the expression it is given where its object is made."""

from __future__ import annotations

import ast
import copy
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from lrviz.source.frames.decisions import Decisions
from lrviz.source.spelling.along import OWN
from lrviz.source.text.tree import walk
from lrviz.source.values import records
from lrviz.source.values.assigned import pairs
from lrviz.source.values.handed import defaults
from lrviz.source.values.named import names_in, names_set_in

DEEPEST = 8
"""Attributes of attributes that are followed."""
MOST = 300
"""Attributes that a class may set."""
LARGEST = 200
"""Nodes of an expression that is put in for an attribute."""
WORK = 10_000
"""Nodes that attributes are put into, in all of those of a class; where it takes more, none is put in."""
HYPERPARAMETERS = "hparams"
"""What Lightning keeps an object's arguments in."""

Values = Mapping[str, ast.expr]
_NOTHING: Mapping[str, set[str]] = MappingProxyType({})


def put_in_attributes(tree: ast.Module, decisions: Decisions) -> bool:
    """Put the values of a class's attributes where its methods, and those who hold its object, name them."""
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name not in OWN]
    local = _local(tree) if classes else set()
    calls = _constructions(decisions.nodes) if classes else {}
    functions = {node.name for node in decisions.nodes if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))}
    outside = _outside_of_functions(tree) if classes else set()
    for one in classes:
        constructions = calls.get(one.name, [])
        values = _values(one, constructions, decisions, functions)
        uses = _uses(values)
        for method in one.body:
            if isinstance(method, (ast.FunctionDef, ast.AsyncFunctionDef)):
                _Put(values, uses, _local(method) if outside.issuperset(constructions) else local).visit(method)
            if isinstance(method, ast.FunctionDef) and method.name == "__init__":
                _put_in_arguments(method, _everywhere(_given(method, constructions), local), decisions)
    return bool(classes)


def _outside_of_functions(tree: ast.Module) -> set[ast.AST]:
    """Give the nodes of a text that stand in none of its functions, so that their names are the module's."""
    found: set[ast.AST] = set()
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        found.add(node)
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            waiting += ast.iter_child_nodes(node)
    return found


def _local(tree: ast.AST) -> set[str]:
    """Give the names that mean something else elsewhere, or nothing: those that functions bind."""
    functions = [node for node in walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    return set[str]().union(*map(names_set_in, functions)) | {
        arg.arg for one in functions for arg in walk(one.args) if isinstance(arg, ast.arg)
    }


def _everywhere(values: Values, local: set[str]) -> dict[str, ast.expr]:
    """Give those values that mean the same wherever they stand."""
    uses = _uses(values)
    return {text: value for text, value in values.items() if not uses[text] & local}


def _uses(values: Values) -> dict[str, set[str]]:
    """Give the names that values use."""
    return {text: names_in(value) - {"self"} for text, value in values.items()}


def _put_in_arguments(begins: ast.FunctionDef, given: Values, decisions: Decisions) -> None:
    """Put what a class is given where its beginning names its parameters, those left out that it sets anew."""
    stored = names_set_in(begins)
    known = {name: value for name, value in given.items() if name not in stored and not decisions.made(value)}
    put = _PutNames(known, known.keys())
    begins.body = [put.visit(statement) for statement in begins.body]


class _Put(ast.NodeTransformer):
    """Puts the values of attributes of `self` where they are read, but those that use what is `local` there."""

    def __init__(self, values: Values, uses: Mapping[str, set[str]] = _NOTHING, local: Iterable[str] = ()) -> None:
        self._values, self._uses, self._local = values, uses, frozenset(local)

    def _value(self, text: str) -> ast.expr | None:
        return None if self._uses.get(text, set()) & self._local else self._values.get(text)

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if isinstance(node.ctx, ast.Load) and (value := self._value(_attribute(node))) is not None:
            return _here(value, node)
        return self.generic_visit(node)

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        match node:
            case ast.Subscript(value=ast.Attribute() as owner, slice=ast.Constant(value=str(key)), ctx=ast.Load()):
                value = self._value(f"{_attribute(owner)}.{key}")
                if value is not None and _attribute(owner).endswith(HYPERPARAMETERS):
                    return _here(value, node)
        return self.generic_visit(node)


def _here(value: ast.expr, node: ast.expr) -> ast.expr:
    """Give a copy of a value that stands where it is named, so that what is changed there is changed nowhere else."""
    return ast.copy_location(copy.deepcopy(value), node)


def _attribute(node: ast.expr) -> str:
    """Give `self.a.b` as text, nothing for what isn't of that form."""
    match node:
        case ast.Attribute(value=ast.Name(id="self"), attr=attr):
            return f"self.{attr}"
        case ast.Attribute(value=ast.Attribute() as owner, attr=attr):
            before = _attribute(owner)
            return f"{before}.{attr}" if before else ""
    return ""


def _values(
    one: ast.ClassDef, constructions: Sequence[ast.Call], decisions: Decisions, functions: set[str]
) -> dict[str, ast.expr]:
    """Give the values of the attributes that a class sets once, in terms of what is known outside of it."""
    methods = [each for each in one.body if isinstance(each, ast.FunctionDef)]
    begins = next((each for each in methods if each.name == "__init__"), None)
    given = {} if begins is None else _given(begins, constructions)
    found = {f"self.{name}": value for name, value in _of_the_class(one)}
    if begins is None and records.is_record(decisions.names, one):
        found = {f"self.{name}": value for name, value in _recorded(one, constructions, decisions).items()}
    found |= {f"self.{name}": value for name, value in _properties(one, decisions)}
    if begins is not None and _keeps_hyperparameters(begins):
        found |= {f"self.{HYPERPARAMETERS}.{name}": value for name, value in given.items()}
    sets = Counter(target for method in methods for node in walk(method) for target in _targets(node))
    if len(sets) > MOST:
        return {}
    for method in methods:
        known = _Method(method, given if method is begins else {})
        for target, value in known.pairs:
            found.pop(target, None)
            if sets[target] == 1 and _is_value(value, decisions, functions):
                closed = known.closed(value)
                if closed is not None:
                    found[target] = closed
    anew = {f"self.{name}" for name in _set_outside(constructions, decisions)}
    return _filled({text: value for text, value in found.items() if sets[text] <= 1 and text not in anew})


def _set_outside(constructions: Sequence[ast.Call], decisions: Decisions) -> set[str]:
    """Give the attributes that are set of a class's objects by those who hold them."""
    held = {target for call in constructions for target in decisions.assigned.get(call, ())}
    return {attribute for target in held for attribute in decisions.stored.get(target, ())}


def _is_value(value: ast.expr, decisions: Decisions, functions: set[str]) -> bool:
    """Whether an expression makes nothing, and calls none of the text's functions."""
    called = {ast.unparse(node.func).rpartition(".")[2] for node in walk(value) if isinstance(node, ast.Call)}
    return not decisions.made(value) and not called & functions


def _targets(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Attribute(value=ast.Name(id="self"), ctx=ast.Store() | ast.Del()):
            yield ast.unparse(node)


def _filled(found: dict[str, ast.expr]) -> dict[str, ast.expr]:
    """Put attributes into the values of others."""
    named, left = {text: _attributes(value) & found.keys() for text, value in found.items()}, WORK
    for _ in range(DEEPEST):
        for text in [text for text, inside in named.items() if inside - {text}]:
            if left < 0:
                return {}
            value = _Put({key: found[key] for key in named[text] - {text}}).visit(copy.deepcopy(found[text]))
            size = sum(1 for _ in walk(value))
            left -= size
            if size > LARGEST:
                named[text] = {text}  # stays as it is
                continue
            found[text], named[text] = value, _attributes(value) & found.keys()
    return {text: value for text, value in found.items() if text not in named[text]}


def _attributes(value: ast.expr) -> set[str]:
    return {_attribute(node) for node in walk(value) if isinstance(node, ast.Attribute)}


def _of_the_class(one: ast.ClassDef) -> Iterator[tuple[str, ast.expr]]:
    """Give what a class sets in its own body."""
    for node in one.body:
        for target, value in pairs(node):
            if target.isidentifier():
                yield target, records.unwrapped(value)


def _properties(one: ast.ClassDef, decisions: Decisions) -> Iterator[tuple[str, ast.expr]]:
    """Give what the properties of a class are that only return something."""
    for each in one.body:
        if isinstance(each, ast.FunctionDef) and records.computed(decisions.names, one, each.name) is each:
            match each.body[1:] if ast.get_docstring(each) is not None else each.body:
                case [ast.Return(value=ast.expr() as value)]:
                    yield each.name, value


def _recorded(one: ast.ClassDef, constructions: Sequence[ast.Call], decisions: Decisions) -> dict[str, ast.expr]:
    """Give what the fields of a record are: what every construction gives, else their defaults."""
    names = records.fields(decisions.names, one)
    without = {name: records.attribute(decisions.names, one, name) for name in names}
    known = {name: value for name, value in without.items() if value is not None}
    agreed = _agreed(names, known, constructions)
    return {name: value for name, value in agreed.items() if not decisions.names.changes(one, name)}


def _keeps_hyperparameters(begins: ast.FunctionDef) -> bool:
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "save_hyperparameters"
        for node in walk(begins)
    )


def _constructions(nodes: Sequence[ast.AST]) -> dict[str, list[ast.Call]]:
    """Give the calls of a text by the name that they call."""
    found: dict[str, list[ast.Call]] = defaultdict(list)
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            found[node.func.id].append(node)
    return found


def _given(begins: ast.FunctionDef, constructions: Sequence[ast.Call]) -> dict[str, ast.expr]:
    """Give what the parameters of a class stand for: what every construction gives, else their defaults."""
    own = [arg.arg for arg in (*begins.args.posonlyargs, *begins.args.args)]
    return _agreed(own[1:], defaults(begins), constructions)


def _agreed(
    places: Sequence[str], known: Mapping[str, ast.expr], constructions: Sequence[ast.Call]
) -> dict[str, ast.expr]:
    """Give what every construction gives by place or name, else what is known without; nothing where that isn't."""
    found: list[dict[str, ast.expr]] = []
    for call in constructions:
        if any(isinstance(arg, ast.Starred) for arg in call.args) or any(one.arg is None for one in call.keywords):
            return {}
        by_name = {str(one.arg): one.value for one in call.keywords}
        found.append({**known, **dict(zip(places, call.args, strict=False)), **by_name})
    if not found:
        return dict(known)
    first, *others = found
    return {
        name: value
        for name, value in first.items()
        if all(name in other and ast.dump(other[name]) == ast.dump(value) for other in others)
    }


class _Method:
    """A method and what its names stand for: what it is given, and what it sets once."""

    def __init__(self, method: ast.FunctionDef, given: Values) -> None:
        nodes = list(walk(method))
        stored = names_set_in(method)
        set_ = [pair for node in nodes for pair in pairs(node) if pair[0].isidentifier()]
        counts = Counter(target for target, _ in set_)
        once = {name: value for name, value in set_ if counts[name] == 1 and name not in given}
        self._given = {name: value for name, value in given.items() if name not in stored}
        self._put = {**once, **self._given}
        self._own = {arg.arg for arg in walk(method.args) if isinstance(arg, ast.arg)} - {"self"} | stored
        self.pairs = [pair for node in nodes for pair in pairs(node) if pair[0].startswith("self.")]

    def closed(self, value: ast.expr) -> ast.expr | None:
        """Give a value with what the method was given put in; None where it is one of the method's own."""
        own = self._own
        for _ in range(DEEPEST):
            names = names_in(value) & own
            if not names:
                return value
            if names - self._put.keys():
                return None
            value = _PutNames(self._put, names).visit(copy.deepcopy(value))
            own = own - {name for name in names if name in self._given}  # it is from outside, whatever it is called
            if sum(1 for _ in walk(value)) > LARGEST:
                return None
        return None


class _PutNames(ast.NodeTransformer):
    """Puts values where names stand for them."""

    def __init__(self, values: Values, names: Collection[str]) -> None:
        self._values, self._names = values, names

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return _here(self._values[node.id], node) if node.id in self._names else node
