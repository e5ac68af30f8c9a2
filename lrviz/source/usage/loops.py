"""Loops: what a loop of a text goes over, of what kind it is, and how often it goes round."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lrviz.errors import SourceError
from lrviz.sentences import say
from lrviz.source.usage.walk import Turn, added
from lrviz.source.values.callees import name_of
from lrviz.source.values.constants import Constants
from lrviz.source.values.names import Names

Kind = Literal["epochs", "batches", "steps", "other"]
WRAPPERS = frozenset({"tqdm", "enumerate", "track", "progress_bar", "master_bar", "list", "tuple", "iter", "reversed"})
"""Functions that go over what they are given, as often as that has items."""
RANGES = frozenset({"range", "trange"})
FROM = (ast.Gt, ast.GtE, ast.Eq)
"""What a variable that goes up is compared by where a loop is left from a number on."""
DEEPEST = 4  # names of wrappers of names
_EPOCH = re.compile(r"epoch", re.IGNORECASE)
_BATCH = re.compile(r"batch|iter|loader", re.IGNORECASE)


@dataclass(frozen=True)
class Course:
    """What a loop goes over: the expression without what is wrapped around it, and its variable's values if known.

    `counter` is the name that takes whole numbers in order: `i` of `for i, x in enumerate(loader)` and of `range(n)`.
    """

    over: ast.expr
    counter: str = ""
    values: range | tuple[object, ...] | None = None
    rounds: int | None = None
    ranges: bool = False


class Loops:
    """The loops of a text: their courses and kinds."""

    def __init__(self, names: Names, constants: Constants) -> None:
        self._names, self._constants = names, constants
        self._known: dict[Turn, Course] = {}
        self._values: dict[ast.expr, object] = {}
        self._stops: dict[Turn, Sequence[tuple[int, int]] | None] = {}
        self._texts: dict[ast.expr, str] = {}
        self._added: dict[int, frozenset[str]] = {}

    def text(self, node: ast.expr) -> str:
        """Give an expression as text."""
        if node not in self._texts:
            self._texts[node] = ast.unparse(node)
        return self._texts[node]

    def added(self, body: Sequence[ast.stmt]) -> frozenset[str]:
        """Give what goes up by one in a block of the text."""
        if id(body) not in self._added:
            self._added[id(body)] = frozenset(added(body))
        return self._added[id(body)]

    def number(self, node: ast.expr) -> int | None:
        """Give the whole number that an expression stands for, None where it isn't known to be one."""
        value = self.constant(node)
        if not isinstance(value, (int, float)) or isinstance(value, bool) or not math.isfinite(value):
            return None
        return int(value) if value == int(value) else None

    def constant(self, node: ast.expr) -> object:
        """Give the value of an expression; None, too, where it isn't known."""
        if node not in self._values:
            try:
                self._values[node] = self._constants.value(node)
            except (SourceError, RecursionError):
                self._values[node] = None
        return self._values[node]

    def course(self, turn: Turn) -> Course:
        """Give what a loop goes over."""
        if turn not in self._known:
            self._known[turn] = self._for(turn) if not isinstance(turn.node, ast.While) else Course(turn.over)
        return self._known[turn]

    def stops(self, turn: Turn) -> Sequence[tuple[int, int]] | None:
        """Give the lines where a loop is left by a condition on its variable, and after how many rounds.

        None where the text doesn't say it of any.
        """
        if turn not in self._stops:
            self._stops[turn] = self._left(turn)
        return self._stops[turn]

    def _left(self, turn: Turn) -> Sequence[tuple[int, int]] | None:
        course = self.course(turn)
        found: list[tuple[int, int]] = []
        for one in turn.own_breaks:
            match one.test:
                case ast.Compare(left=ast.Name(id=name), ops=[op], comparators=[right]) if name == course.counter:
                    bound = self.number(right)
                    if bound is None or not isinstance(op, FROM) or not isinstance(course.values, range):
                        return None
                    found.append((one.lineno, bound - course.values.start + isinstance(op, ast.Gt)))
        return found

    def kind(self, turn: Turn, outer: Sequence[Turn], *, nests: bool) -> Kind:
        """Say what a loop's rounds are, by its names and by those around it; `nests` says if a step is deeper in it.

        A loop over numbers without a hint is one of epochs where there are batches in it, else one of steps.
        """
        if isinstance(turn.node, ast.While):
            return "epochs" if _EPOCH.search(ast.unparse(turn.over)) and nests else "steps"
        course, target = self.course(turn), ast.unparse(turn.node.target)
        if isinstance(course.values, tuple):
            return "other"
        text = say("{target} {unparse}", target=target, unparse=ast.unparse(course.over))
        if _EPOCH.search(target) or (course.ranges and _EPOCH.search(text) and not _BATCH.search(text)):
            return "epochs"
        if not course.ranges:
            return "other" if _EPOCH.search(text) or "param" in text else "batches"
        if any(self.kind(one, outer[:i], nests=True) == "epochs" for i, one in enumerate(outer)):
            return "batches"
        return "epochs" if nests else "steps"

    def _for(self, turn: Turn) -> Course:
        assert not isinstance(turn.node, ast.While)  # noqa: S101 - asked for by its caller
        over, target, start = turn.over, turn.node.target, None
        for _ in range(DEEPEST):
            name = _name(over)
            if isinstance(over, ast.Call) and name in WRAPPERS and over.args:
                if name == "enumerate" and isinstance(target, (ast.Tuple, ast.List)) and target.elts:
                    start, target = (target.elts[0], over), target.elts[-1]
                over = over.args[0]
            elif isinstance(over, ast.Name) and isinstance(bound := self._names.value(over), (ast.Call, ast.List)):
                if _name(bound) not in WRAPPERS | RANGES and isinstance(bound, ast.Call):
                    break
                over = bound
            else:
                break
        if start is not None:
            rounds = self._length(over)
            first = self._first(start[1])
            known = None if rounds is None or first is None else range(first, first + rounds)
            return Course(over, _id(start[0]), known, rounds, ranges=_name(over) in RANGES)
        if isinstance(over, ast.Call) and _name(over) in RANGES:
            values = self._range(over)
            return Course(over, _id(target), values, None if values is None else len(values), ranges=True)
        if isinstance(over, (ast.List, ast.Tuple)) and all(isinstance(one, ast.Constant) for one in over.elts):
            written = tuple(one.value for one in over.elts if isinstance(one, ast.Constant))
            return Course(over, _id(target), written, len(written))
        return Course(over, "", None, self._length(over))

    def _first(self, enumerated: ast.Call) -> int | None:
        """Give the number that an enumerate begins with."""
        given = [*enumerated.args[1:2], *(one.value for one in enumerated.keywords if one.arg == "start")]
        return self.number(given[0]) if given else 0

    def _range(self, call: ast.Call) -> range | None:
        numbers = [self.number(one) for one in call.args]
        known = [one for one in numbers if one is not None]
        if not 1 <= len(numbers) <= 3 or len(known) < len(numbers) or (len(known) == 3 and known[2] == 0):
            return None
        try:
            found = range(*known)
            len(found)
        except OverflowError:
            return None
        return found

    def _length(self, over: ast.expr) -> int | None:
        """Give how many items an expression has: an answer to `len(…)`, or what a loader's text says."""
        if isinstance(over, ast.Call) and _name(over) in RANGES:
            values = self._range(over)
            return None if values is None else len(values)
        length = ast.copy_location(ast.Call(ast.Name("len", ast.Load()), [over], []), over)
        found = self.number(length)
        return self._batches(over) if found is None else found

    def _batches(self, loader: ast.expr) -> int | None:
        """Give how many batches a DataLoader has whose data set's length is known."""
        made = self._names.value(loader) if isinstance(loader, ast.Name) else loader
        if not isinstance(made, ast.Call) or _name(made) != "DataLoader":
            return None
        given = {one.arg: one.value for one in made.keywords}
        data, size = _argument(made, given, 0, "dataset"), _argument(made, given, 1, "batch_size")
        if data is None or given.keys() & {"sampler", "batch_sampler", None}:
            return None
        examples = self.number(ast.Call(ast.Name("len", ast.Load()), [data], []))
        each = 1 if size is None else self.number(size)
        if examples is None or not each or each < 1:
            return None
        drops = given.get("drop_last")
        return examples // each if drops is not None and self.constant(drops) is True else -(-examples // each)


def _argument(call: ast.Call, given: dict[str | None, ast.expr], place: int, name: str) -> ast.expr | None:
    return given.get(name) or (call.args[place] if place < len(call.args) else None)


def _name(node: ast.expr) -> str:
    """Give the last part of the name of what is called."""
    return name_of(node.func) if isinstance(node, ast.Call) else ""


def _id(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""
