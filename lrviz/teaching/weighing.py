"""Weighing: a claim worked out on arrays over the seeds, and what it compares on the way."""

from __future__ import annotations

import ast
import functools
import math
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lrviz.teaching.evidence import Evidence
from lrviz.teaching.grammar import OPERATORS, SIGNS, name_of, place, text_of
from lrviz.teaching.wording import WORDS, Word

ANY = "any run"
"""In a claim about the experiment as it is: each of its runs in turn, until the claim holds."""


@dataclass(frozen=True, eq=False)
class Compared:
    """One comparison of a claim: both sides as they are written, and their values (n,) over the seeds, or (1,)."""

    left: str
    sign: str
    right: str
    values: tuple[Any, Any]

    def said(self, seed: int = 0) -> str:
        """Write both sides' values with one seed: 0.956 > 0.878."""
        one, other = (_value(side, seed) for side in self.values)
        return f"{_written(one)} {self.sign} {_written(other)}"

    def summed(self) -> str:
        """Write the mean of both sides over the seeds, and the standard deviation: 0.956 ± 0.004 > 0.878 ± 0.033."""
        one, other = map(_summed, self.values)
        return f"{one} {self.sign} {other}"


class Judge(ast.NodeVisitor):
    """Works a claim out on arrays over the seeds (n,), and keeps what it compares on the way."""

    def __init__(self, evidence: Mapping[str, Evidence], scene: str, any_run: str = "") -> None:
        self.compared: list[Compared] = []
        self._evidence, self._scene, self._any = evidence, scene, any_run

    def visit_Constant(self, node: ast.Constant) -> Any:
        return np.float64(node.value) if isinstance(node.value, (int, float)) else node.value

    def visit_UnaryOp(self, node: ast.UnaryOp) -> Any:
        value = self.visit(node.operand)
        if isinstance(node.op, ast.Not):
            return np.logical_not(_truth(value))
        return -_numbers(value) if isinstance(node.op, ast.USub) else _numbers(value)

    def visit_BinOp(self, node: ast.BinOp) -> Any:
        return OPERATORS[type(node.op)](_numbers(self.visit(node.left)), _numbers(self.visit(node.right)))

    def visit_BoolOp(self, node: ast.BoolOp) -> Any:
        join = np.logical_and if isinstance(node.op, ast.And) else np.logical_or
        return functools.reduce(join, (_truth(self.visit(value)) for value in node.values))

    def visit_Compare(self, node: ast.Compare) -> Any:
        sides = [node.left, *node.comparators]
        values = [self.visit(side) for side in sides]
        held: Any = np.True_
        for i, sign in enumerate(node.ops):
            shown_sign, compare = SIGNS[type(sign)]
            one, other = values[i], values[i + 1]
            self.compared.append(Compared(ast.unparse(sides[i]), shown_sign, ast.unparse(sides[i + 1]), (one, other)))
            held = np.logical_and(held, _compare(compare, one, other))
        return held

    def visit_Call(self, node: ast.Call) -> Any:
        word = WORDS[name_of(node)]
        if word.per in ("all", "plain"):
            outside = len(self.compared)
            values = [self.visit(given) for given in node.args]
            if word.per == "all":
                del self.compared[outside:]  # what is taken together isn't said one by one
                return np.float64(word.of(values[0]))
            return word.of(*map(_numbers, values))
        places = [
            self._run(given) if kind == "run" else (self._scene, given.value)  # type: ignore[attr-defined]
            for given, kind in zip(node.args, word.takes, strict=False)
        ]
        seen = self._evidence[places[0][0] if places else self._scene]
        arguments = [value for _, value in places]
        match word.per:
            case "each":
                return self._each(word, places)
            case "seed":
                return np.array([word.of(seen, i, *arguments) for i in range(len(seen.seeds))], dtype=np.float64)
            case _:
                return _plain(word.of(seen, *arguments))

    def _run(self, given: ast.expr) -> tuple[str, str]:
        where, run = place(text_of(given), self._evidence, self._scene)
        return where, (self._any if run == ANY else run)

    def _each(self, word: Word, places: list[tuple[str, Any]]) -> NDArray[Any]:
        """Work a word out for each seed, from the traces of the runs it names."""
        traces = [
            self._evidence[where].traces(name)
            for (where, name), kind in zip(places, word.takes, strict=True)
            if kind == "run"
        ]
        others = [value for (_, value), kind in zip(places, word.takes, strict=True) if kind != "run"]
        unknown: Any = False if word.gives == "truth" else math.nan
        values = [
            unknown if None in together else word.of(*together, *others) for together in zip(*traces, strict=False)
        ]
        return np.array(values, dtype=np.bool_ if word.gives == "truth" else np.float64)


def _plain(value: Any) -> Any:
    """Give a setting as it can be compared: a number as numpy's, all else as it is."""
    return np.float64(value) if isinstance(value, (int, float)) else value


def _is_number(value: Any) -> bool:
    return isinstance(value, (np.generic, np.ndarray, int, float))


def _numbers(value: Any) -> Any:
    return value if _is_number(value) else np.float64(math.nan)


def _truth(value: Any) -> Any:
    """Give a condition; a setting that is true or false is one too."""
    return np.asarray(value, dtype=np.bool_) if _is_number(value) else np.bool_(False)


def _compare(compare: Callable[[Any, Any], Any], one: Any, other: Any) -> Any:
    """Compare numbers; what isn't one can only be the same or not."""
    if _is_number(one) and _is_number(other):
        return compare(one, other)
    if compare in (operator.eq, operator.ne):
        alike = not _is_number(one) and not _is_number(other) and bool(one == other)
        return np.bool_(alike if compare is operator.eq else not alike)
    return np.bool_(False)


def _value(side: Any, seed: int) -> Any:
    values = np.ravel(side) if _is_number(side) else [side]
    return values[min(seed, len(values) - 1)]


def _summed(side: Any) -> str:
    if not _is_number(side) or np.size(side) < 2:
        return _written(_value(side, 0))
    return f"{_written(np.mean(side))} ± {np.std(side, ddof=1):.2g}"


def _written(value: Any) -> str:
    if not _is_number(value):
        return "none" if value is None else str(value)
    return f"{float(value):.4g}"
