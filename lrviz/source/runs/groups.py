"""Groups: the parameter groups of a text's optimizer, as a run has them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from msgspec.structs import replace

from lrviz.catalog.composite import Composite
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.schedule import Schedule
from lrviz.errors import Finding, SourceError
from lrviz.run import Group
from lrviz.sentences import say
from lrviz.source.calls.calls import Call
from lrviz.source.runs.parameters import FROZEN, STEM, Members, Parameters
from lrviz.source.values.constants import Constants
from lrviz.source.values.keyed import written_out
from lrviz.source.values.names import Names
from lrviz.source.values.refusals import unmade
from lrviz.spec import fields

OWN = ("lr", "weight_decay")
"""What a group of a run can have of its own."""
_NO_MATTER = frozenset({"params", "name", "initial_lr", "layer_name", "param_names"})


@dataclass(frozen=True)
class Listed:
    """A group as a text lists it: what it is given, which parameters it holds, and what they are put in, as text."""

    node: ast.expr
    given: Mapping[str, ast.expr]
    members: Members
    target: str


@dataclass(frozen=True)
class Grouped:
    """A run's groups, with what the optimizer has in the first, which holds the rest.

    `order` says which of the text's groups each of the run's is, the first and the frozen ones included as torch has
    them; `nodes` has the expressions by their places in the run.
    """

    groups: tuple[Group, ...] = ()
    own: Mapping[str, float] = field(default_factory=dict)
    order: tuple[int, ...] = ()
    nodes: Mapping[str, ast.expr] = field(default_factory=dict)
    notes: tuple[Finding, ...] = ()

    def optimizer(self, optimizer: Optimizer) -> Optimizer:
        """Give the optimizer with what its first group has."""
        known = {one.name for one in fields(type(optimizer))}
        return replace(optimizer, **{name: value for name, value in self.own.items() if name in known})

    def schedule(self, schedule: Any) -> Any:
        """Give a schedule whose lists for each group are in the order of the run's groups."""
        if not isinstance(schedule, Schedule) or self.order in {(), tuple(range(len(self.order)))}:
            return schedule
        changed: dict[str, Any] = {}
        for one in fields(type(schedule)):
            value = getattr(schedule, one.name)
            if one.grouped and isinstance(value, tuple) and len(value) == max(self.order) + 1:
                changed[one.name] = tuple(value[i] for i in self.order)
            elif isinstance(schedule, Composite) and isinstance(value, tuple):
                changed[one.name] = tuple(map(self.schedule, value))
        return replace(schedule, **changed)


def grouped(optimizer: Call, nodes: Sequence[ast.AST], names: Names, constants: Constants) -> Grouped:
    """Give the groups of an optimizer.

    Raises
    ------
    SourceError
        LR202: they are made in a loop; LR203: the text doesn't hold one's rate.
    """
    done = _done(nodes, constants)
    parameters = Parameters(done, names, constants)
    listed = list(_listed(optimizer, done, names, parameters))
    return _Run(optimizer, listed, parameters, constants).grouped()


def _done(nodes: Sequence[ast.AST], constants: Constants) -> Sequence[ast.AST]:
    """Leave out what adds to a list under a condition that doesn't hold."""
    conditions = [node for node in nodes if isinstance(node, ast.If) and any(_lists(each) for each in ast.walk(node))]
    undone = {
        each
        for node in conditions
        if (holds := constants.holds(node.test)) is not None
        for statement in (node.orelse if holds else node.body)
        for each in ast.walk(statement)
    }
    return [node for node in nodes if node not in undone] if undone else nodes


def _lists(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(attr="append" | "extend" | "add_param_group")):
            return True
    return False


def _listed(optimizer: Call, nodes: Sequence[ast.AST], names: Names, parameters: Parameters) -> Iterator[Listed]:
    """Give the groups that a text lists, one after the other, with those it adds later."""
    given = optimizer.given("params")
    text = "" if given is None else ast.unparse(given)
    resolved = ((item, _resolved(item, names)) for item in _items(optimizer, given, text, nodes, names))
    tables = [(item, table) for item, one in resolved if (table := written_out(one)) is not None]
    if len(tables) == 1 and not tables[0][1].keys() - {"params"}:
        return
    for i, (item, table) in enumerate(tables):
        if "params" not in table:
            raise unmade(item, say("is a parameter group without params: say which parameters are in it"))
        put, key = table["params"], f"{text}[{i}]['params']"
        target = put.id if isinstance(put, ast.Name) else key if key in parameters.sorted else f"group_{i}"
        members = parameters.of(ast.parse(key, mode="eval").body if target == key else put)
        yield Listed(item, table, members, target)


def _items(
    optimizer: Call, given: ast.expr | None, text: str, nodes: Sequence[ast.AST], names: Names
) -> list[ast.expr]:
    """Give what an optimizer's groups are written as: in the list that it is given, put into that, and added later."""
    if isinstance(given, ast.Name):
        given = names.value(given.id) or given
    if isinstance(given, ast.Name):
        begun = [one for one in _assigned(text, nodes) if isinstance(one, (ast.List, ast.Tuple))]
        given = begun[0] if len(begun) == 1 else given
    parts = [] if given is None else list(_parts(given, names))
    items = [one for one in parts if not isinstance(one, ast.Starred)]
    added = [*_added({text}, ("append",), nodes), *_extended({text}, nodes)]
    if _in_a_loop([one for one in added if written_out(one) is not None], nodes) or any(map(_many, parts)):
        line = getattr(given, "lineno", optimizer.node.lineno)
        message = say("parameter groups that are made in a loop are not read; write out one for each rate")
        raise SourceError(Finding("LR202", "error", message, line))
    items += [one for one in added if written_out(one) is not None]
    later = list(_added(optimizer.assigned, ("add_param_group",), nodes))
    if later and not any(written_out(_resolved(item, names)) for item in items) and given is not None:
        items = [ast.copy_location(ast.Dict([ast.Constant("params")], [given]), given)]
    return [*items, *later]


def _resolved(node: ast.expr, names: Names) -> ast.expr:
    return (names.value(node.id) or node) if isinstance(node, ast.Name) else node


def _parts(given: ast.expr, names: Names) -> Iterator[ast.expr]:
    """Give the items of a list that is written out, or put together from others; starred, what is no written list."""
    match given:
        case ast.List(elts=items) | ast.Tuple(elts=items):
            for item in items:
                yield from _parts(item.value, names) if isinstance(item, ast.Starred) else (item,)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            yield from (*_parts(left, names), *_parts(right, names))
        case ast.Call(func=ast.Name(id="list" | "tuple"), args=[one], keywords=[]):
            yield from _parts(one, names)
        case ast.Name(id=name) if isinstance(value := names.value(name), (ast.List, ast.Tuple, ast.BinOp)):
            yield from _parts(value, names)
        case _:
            yield ast.copy_location(ast.Starred(given), given)


def _many(part: ast.expr) -> bool:
    """Whether a part of a list makes groups that aren't written one by one."""
    return isinstance(part, ast.Starred) and any(
        isinstance(node, ast.expr) and written_out(node) is not None for node in ast.walk(part.value)
    )


def _added(owners: Any, methods: Sequence[str], nodes: Sequence[ast.AST]) -> Iterator[ast.expr]:
    for node in nodes:
        match node:
            case ast.Call(func=ast.Attribute(value=owner, attr=attr), args=[one]) if attr in methods:
                if ast.unparse(owner) in owners:
                    yield one


def _assigned(text: str, nodes: Sequence[ast.AST]) -> Iterator[ast.expr]:
    """Give what is assigned to a name."""
    for node in nodes:
        match node:
            case ast.Assign(targets=[target], value=value) if ast.unparse(target) == text:
                yield value


def _extended(owners: set[str], nodes: Sequence[ast.AST]) -> Iterator[ast.expr]:
    """Give the items of the written lists that a list gets by `+=`, or by its extend."""
    for node in nodes:
        match node:
            case (
                ast.AugAssign(target=owner, op=ast.Add(), value=ast.List(elts=items))
                | ast.Call(func=ast.Attribute(value=owner, attr="extend"), args=[ast.List(elts=items)])
            ) if ast.unparse(owner) in owners:
                yield from items


def _in_a_loop(items: Sequence[ast.expr], nodes: Sequence[ast.AST]) -> bool:
    """Whether any of some expressions stands in a loop."""
    loops = [node for node in nodes if isinstance(node, (ast.For, ast.While))] if items else []
    wanted, waiting = set(items), list[ast.AST](loops)
    seen: set[ast.AST] = set()
    while waiting:
        for node in ast.iter_child_nodes(waiting.pop()):
            if node in wanted:
                return True
            if node not in seen:
                seen.add(node)
                waiting.append(node)
    return False


class _Run:
    """Sorts a text's groups into a run's."""

    def __init__(self, optimizer: Call, listed: Sequence[Listed], parameters: Parameters, constants: Constants) -> None:
        self._optimizer, self._listed, self._constants = optimizer, listed, constants
        self._parameters = parameters
        self._groups: list[Group] = []
        self._notes: list[Finding] = []
        self._nodes: dict[str, ast.expr] = {}

    def grouped(self) -> Grouped:
        """Give the run's groups: the first is the one that holds the rest, else the text's first."""
        first = next((i for i, one in enumerate(self._listed) if one.members.rest), 0)
        self._base = self._own(first) if self._listed else {}
        for name in self._base:
            self._nodes[f"optimizer.{name}"] = self._listed[first].given[name]
        order = [first]
        for i, patterns in self._in_matching_order(first):
            for pattern in patterns:
                if i is None:
                    self._groups.append(Group(pattern, frozen=True))
                else:
                    self._add(i, pattern)
                    order.append(i)
        return Grouped(tuple(self._groups), self._base, tuple(order), self._nodes, tuple(self._notes))

    def _add(self, i: int, pattern: str) -> None:
        own = self._own(i)
        for name in OWN:
            if name in own:
                self._nodes[f"groups[{len(self._groups)}].{name}"] = self._listed[i].given[name]
            elif name in self._base and self._base[name] != (plain := self._plain(name)):
                own[name] = plain
        self._groups.append(Group(pattern, **own))

    def _own(self, i: int) -> dict[str, Any]:
        """Give what a group has of its own; what else it has is said in words."""
        one = self._listed[i]
        for name, node in one.given.items():
            if name not in {*OWN, *_NO_MATTER} and not any(note.line == node.lineno for note in self._notes):
                message = say(
                    "a parameter group’s own {name} is not read; the optimizer’s is drawn for all", name=name[:40]
                )
                self._notes.append(Finding("LR202", "warning", message, node.lineno))
        return {name: self._constants.value(one.given[name]) for name in OWN if name in one.given}

    def _plain(self, name: str) -> Any:
        """Give what the optimizer has for groups without their own."""
        given = self._optimizer.given(name)
        known = {one.name: one.default for one in fields(self._optimizer.cls)}
        return known.get(name) if given is None else self._constants.value(given)

    def _in_matching_order(self, first: int) -> Iterator[tuple[int | None, Sequence[str]]]:
        """Give the patterns of the other groups, and of what is frozen, in the order in which names are matched.

        That is a loop's where one sorts parameters, then the text's, and late ones come last.
        """
        places = {one.target: i for i, one in enumerate(self._listed)}
        sorted_ = {target for target, _ in self._parameters.order}
        for target, members in self._parameters.order:
            if target == FROZEN:
                yield None, _frozen(members)
            elif target in places and places[target] != first and members.said:
                yield places[target], _names(members)
        others = [i for i, one in enumerate(self._listed) if i != first]
        for i in sorted(others, key=lambda i: self._listed[i].members.late):
            one = self._listed[i]
            if not one.members.said or one.members.rest:
                yield i, [self._unsaid(one)]
            elif one.target not in sorted_:
                yield i, _names(one.members)

    def _unsaid(self, one: Listed) -> str:
        pattern = f"{one.target[:100]}.*"
        message = say(
            "which parameters are in this group can’t be told by their names; its rates are drawn, "
            "for the pattern {pattern}, which may match none",
            pattern=pattern,
        )
        self._notes.append(Finding("LR202", "warning", message, one.node.lineno))
        return pattern


def _frozen(members: Members) -> Sequence[str]:
    """Give the patterns of what is frozen; nothing for all of a model, part of which has to be trained."""
    whole = members.rest or any(pattern.count(STEM) == 1 for pattern in members.patterns)
    return [] if whole else _names(members)


def _names(members: Members) -> list[str]:
    """Give patterns of names as torch has them: the model's own is left out where it leads to a part of it."""
    parts = [pattern.split(STEM) for pattern in members.patterns]
    return [".".join(one[1:] if len(one) > 2 else one) for one in parts]
