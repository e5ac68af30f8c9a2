"""Claims: what a lesson says was measured, as a condition that is read once, never executed, and checked on trainings.

Numbers, `+ - * / **`, comparisons, `and or not`, and the words of `lrviz.teaching.wording`; texts stand between quotes.
"""

from __future__ import annotations

import ast
import functools
import itertools
import math
import operator
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from lrviz.errors import LrvizError, nearest, shown
from lrviz.experiment import Experiment
from lrviz.results import Floats, RunResult
from lrviz.teaching.evidence import LOSSES, Evidence, known_metrics
from lrviz.teaching.wording import NAMED, WORDS, Argument, Kind, Word

LONGEST = 500
"""Characters of a claim."""
NODES, DEPTH = 200, 30
"""Numbers, names and operations of a claim, and how deep they may be nested."""
LARGEST = 1e300
ANY = "any run"
"""In a claim about the experiment as it is: each of its runs in turn, until the claim holds."""
SIGNS: Mapping[type[ast.cmpop], tuple[str, Callable[[Any, Any], Any]]] = {
    ast.Lt: ("<", operator.lt),
    ast.LtE: ("≤", operator.le),
    ast.Gt: (">", operator.gt),
    ast.GtE: ("≥", operator.ge),
    ast.Eq: ("=", operator.eq),
    ast.NotEq: ("≠", operator.ne),
}
OPERATORS: Mapping[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


class ClaimError(LrvizError, ValueError):
    """A text is no claim, or one about what isn't there; the message says what, in one line."""


class Need(NamedTuple):
    """What has to be measured for a claim: the training of a scene, or a run's LR finder or landscape in it."""

    what: str
    scene: str
    run: str = ""


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


@dataclass(frozen=True, eq=False)
class Verdict:
    """Whether a claim holds with each seed (n,), or of all at once (1,), and what was compared for it."""

    holds: NDArray[np.bool_]
    compared: tuple[Compared, ...]

    @property
    def count(self) -> int:
        """With how many seeds it holds."""
        return int(np.count_nonzero(self.holds))


@dataclass(frozen=True)
class Claim:
    """A condition about trainings. One that is `at_once` reckons with all seeds and is one condition for all of them.

    `runs` are the names of runs in it, each maybe behind that of its scene and a colon.
    """

    text: str
    at_once: bool
    runs: tuple[str, ...]
    body: ast.expr = field(repr=False, compare=False)

    @classmethod
    def parse(cls, text: str) -> Claim:
        """Read a claim.

        Raises
        ------
        ClaimError
            It isn't one, is too large, or holds something that isn't allowed, which is named.
        """
        return _parsed(text)

    def needs(self, scenes: Mapping[str, Experiment], scene: str) -> frozenset[Need]:
        """Give what has to be measured for it, of a lesson's scenes and with the one that it is about."""
        found: set[Need] = set()
        for call, word in _calls(self.body):
            if word.needs == "nothing":
                continue
            names = [_text(given) for given, kind in zip(call.args, word.takes, strict=False) if kind == "run"]
            for name in names or [""]:
                where, run = _place(name, scenes, scene)
                found.add(Need("training", where) if word.needs == "training" else Need(word.needs, where, run))
        return frozenset(found)

    def check(self, scenes: Mapping[str, Experiment], scene: str) -> None:
        """Look whether all it speaks of is there.

        Raises
        ------
        ClaimError
            Names a run, a metric, a step or a field that isn't, and what is nearest.
        """
        for call, word in _calls(self.body):
            given = dict(zip(word.takes, call.args, strict=False))
            where, run = _place(_text(given["run"]) if "run" in given else "", scenes, scene)
            experiment = scenes[where]
            for argument, kind in zip(call.args, word.takes, strict=False):
                if kind == "run":
                    _check_run(_text(argument), scenes, scene)
                elif kind == "metric":
                    _check_name("metric", _text(argument), known_metrics(experiment))
            if "step" in given:
                _check_step(call, word, _number(given["step"]), experiment)
            if "path" in given and run != ANY:
                _check_path(call, word, Evidence(experiment), [_text(a) for a in call.args])

    def holds(self, evidence: Mapping[str, Evidence], scene: str) -> Verdict:
        """Weigh it against what the trainings of a lesson's scenes gave, paired by seed.

        What isn't known is NaN, which is neither more nor less than anything.
        """
        asked = {need.scene for need in self.needs({name: seen.experiment for name, seen in evidence.items()}, scene)}
        seeds = min((len(evidence[name].seeds) for name in asked | {scene}), default=1)
        judge = _Judge({name: seen.first(seeds) for name, seen in evidence.items()}, scene)
        with np.errstate(all="ignore"):
            held = np.atleast_1d(np.asarray(judge.visit(self.body), dtype=np.bool_))
        many = 1 if self.at_once else seeds
        return Verdict(np.broadcast_to(held, (max(many, len(held)),)), tuple(judge.compared))

    def done(self, experiment: Experiment, raced: Mapping[str, RunResult]) -> bool:
        """Tell whether it holds of an experiment as it is now, with the first seed of what was raced of it.

        `raced` holds the results of runs by name, as they are now. Of `"any run"` it holds where it does of one.
        """
        now = {"": Evidence(experiment, raced)}
        names = [run.name for run in experiment.runs] if ANY in self.runs else [""]
        with np.errstate(all="ignore"):
            return any(bool(np.ravel(_Judge(now, "", name).visit(self.body))[0]) for name in names)


# Reading --------------------------------------------------------------------------------------------------------------


@functools.lru_cache(maxsize=256)
def _parsed(text: str) -> Claim:
    body = _python(text)
    reader = _Reader()
    if reader.visit(body) not in ("truth", "any"):
        raise ClaimError(f"{shown(text)} is a number; a claim compares, as in {shown(f'{text} > 0.9')}")
    return Claim(" ".join(text.split()), not _varies(body), tuple(dict.fromkeys(reader.runs)), body)


def _python(text: str) -> ast.expr:
    """Parse a text as Python, without running any of it."""
    if len(text) > LONGEST:
        raise ClaimError(f"a claim has at most {LONGEST} characters, this one has {len(text):,}")
    if not text.strip():
        raise ClaimError("the claim is empty")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(" ".join(text.split()), mode="eval").body
    except SyntaxError as error:
        raise ClaimError(f"{error.msg} at character {error.offset or 1}") from None
    except (ValueError, RecursionError, MemoryError):
        raise ClaimError("it is no text that can be read") from None


class _Reader(ast.NodeVisitor):
    """Looks through a claim, names what isn't allowed, and gives the kind of each part."""

    def __init__(self) -> None:
        self.runs: list[str] = []
        self._nodes = self._depth = 0
        self._over_seeds = False

    def visit(self, node: ast.AST) -> Kind:
        self._nodes += 1
        self._depth += 1
        if self._nodes > NODES or self._depth > DEPTH:
            raise ClaimError("it is too long, or nested too deeply")
        kind: Kind = super().visit(node)
        self._depth -= 1
        return kind

    def generic_visit(self, node: ast.AST) -> Kind:
        raise ClaimError(f"{shown(ast.unparse(node))} is no part of a claim")

    def visit_Constant(self, node: ast.Constant) -> Kind:
        if isinstance(node.value, (bool, str)):
            return "any"
        if not isinstance(node.value, (int, float)):
            raise ClaimError(f"{shown(node.value)} is neither a number nor a text")
        if not abs(node.value) <= LARGEST:
            raise ClaimError(f"a number may be at most {LARGEST:g}")
        return "number"

    def visit_Name(self, node: ast.Name) -> Kind:
        hint = f"; {node.id}(…) takes arguments" if node.id in WORDS else ""
        raise ClaimError(f"{node.id} stands alone: texts stand between quotes{hint}")

    def visit_UnaryOp(self, node: ast.UnaryOp) -> Kind:
        if isinstance(node.op, ast.Not):
            self._must(node.operand, "truth")
            return "truth"
        if isinstance(node.op, ast.Invert):
            raise ClaimError("~ is no part of a claim")
        self._must(node.operand, "number")
        return "number"

    def visit_BinOp(self, node: ast.BinOp) -> Kind:
        if type(node.op) not in OPERATORS:
            raise ClaimError(f"{shown(ast.unparse(node))}: of the operators there are + - * / **")
        self._must(node.left, "number")
        self._must(node.right, "number")
        return "number"

    def visit_BoolOp(self, node: ast.BoolOp) -> Kind:
        for value in node.values:
            self._must(value, "truth")
        return "truth"

    def visit_Compare(self, node: ast.Compare) -> Kind:
        for sign in node.ops:
            if type(sign) not in SIGNS:
                raise ClaimError(f"{shown(ast.unparse(node))}: compare with < <= > >= == !=")
        for side in (node.left, *node.comparators):
            if self.visit(side) == "truth":
                raise ClaimError(f"{shown(ast.unparse(side))} is a condition, which isn’t compared")
        return "truth"

    def visit_Call(self, node: ast.Call) -> Kind:
        name = node.func.id if isinstance(node.func, ast.Name) else ast.unparse(node.func)
        if name not in WORDS:
            close = nearest(name, WORDS)
            raise ClaimError(f"there is no {shown(name)}: " + (f"the nearest is {close}" if close else _known()))
        word = WORDS[name]
        if node.keywords or any(isinstance(argument, ast.Starred) for argument in node.args):
            raise ClaimError(f"{name} takes its arguments in their order, without names")
        most = word.most or len(word.takes)
        if not len(word.takes) - word.optional <= len(node.args) <= most:
            raise ClaimError(f"{called(name)}: this one has {len(node.args)} arguments")
        takes = (*word.takes, *itertools.repeat(word.takes[-1], most - len(word.takes))) if word.takes else ()
        for given, kind in zip(node.args, takes, strict=False):
            self._argument(name, given, kind)
        if word.per == "all" and not _varies(node.args[0]):
            raise ClaimError(f"{shown(ast.unparse(node))}: {name} is taken over seeds, and that is one number")
        return word.gives

    def _argument(self, name: str, given: ast.expr, kind: Argument) -> None:
        if kind in ("number", "truth"):
            self._must(given, kind)
            return
        self._nodes += 1
        value = given.value if isinstance(given, ast.Constant) else None
        if kind in NAMED and not isinstance(value, str):
            raise ClaimError(f"{called(name)}: {kind} is a text between quotes, not {shown(ast.unparse(given))}")
        whole = isinstance(value, int) and not isinstance(value, bool)
        if kind not in NAMED and not (whole and 0 <= int(value or 0) <= 10**12):
            raise ClaimError(f"{called(name)}: {kind} is a whole number, not {shown(ast.unparse(given))}")
        if kind == "run":
            self.runs.append(str(value))

    def _must(self, node: ast.expr, kind: Kind) -> None:
        given = self.visit(node)
        if isinstance(node, ast.Constant) and (kind == "number" or isinstance(node.value, str)) and given == "any":
            raise ClaimError(f"{shown(node.value)} is no {'number' if kind == 'number' else 'condition'}")
        if given not in (kind, "any"):
            nouns = {"number": "a number", "truth": "a condition"}
            raise ClaimError(f"{shown(ast.unparse(node))} is {nouns[given]}, and {nouns[kind]} is wanted there")


def called(name: str) -> str:
    """Write how a word is used: end(run, metric)."""
    word = WORDS[name]
    more = ", …" if word.most else ""
    return f"{name}({', '.join(word.takes)}{more})"


def _known() -> str:
    return f"there are {', '.join(WORDS)}"


def _calls(body: ast.expr) -> list[tuple[ast.Call, Word]]:
    return [
        (node, WORDS[node.func.id])
        for node in ast.walk(body)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]


def _varies(node: ast.expr) -> bool:
    """Tell whether a part has a value for each seed."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        word = WORDS[node.func.id]
        if word.per == "all":
            return False
        if word.per in ("each", "seed"):
            return True
    return any(_varies(child) for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr))


def _text(node: ast.expr) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else ""


def _number(node: ast.expr) -> int:
    return int(node.value) if isinstance(node, ast.Constant) and isinstance(node.value, int) else 0


def _place(name: str, scenes: Mapping[str, Any], scene: str) -> tuple[str, str]:
    """Give the scene and the run that a name means: "run", or "scene: run"."""
    where, colon, run = name.partition(": ")
    return (where, run) if colon and where in scenes else (scene, name)


# Whether all is there -------------------------------------------------------------------------------------------------


def _check_run(name: str, scenes: Mapping[str, Experiment], scene: str) -> None:
    if name == ANY:
        return
    where, run = _place(name, scenes, scene)
    names = [one.name for one in scenes[where].runs]
    if run not in names:
        _check_name("run", run, names, f" in {shown(where)}" if len(scenes) > 1 else "")


def _check_name(noun: str, name: str, names: Any, where: str = "") -> None:
    if name not in names:
        close = nearest(name, names)
        known = f"the nearest is {close}" if close else f"there are {', '.join(names)}"
        raise ClaimError(f"there is no {noun} {shown(name)}{where}: {known}")


def _check_step(call: ast.Call, word: Word, step: int, experiment: Experiment) -> None:
    """Refuse an update that isn't trained, and one after which nothing is measured."""
    training = experiment.training
    last = training.steps if word is WORDS["at"] else training.steps - 1
    if step > last:
        raise ClaimError(f"{shown(ast.unparse(call))}: the training has {training.steps} updates")
    each = training.validate_every
    if word is WORDS["at"] and _text(call.args[1]) not in LOSSES and step % each and step != training.steps:
        below = step - step % each
        raise ClaimError(
            f"{shown(ast.unparse(call))}: there is no validation after {step} updates; the nearest are after {below} "
            f"and {min(below + each, training.steps)}"
        )


def _check_path(call: ast.Call, word: Word, seen: Evidence, given: list[str]) -> None:
    """Refuse a place that the experiment doesn't know as the lesson has it."""
    value = word.of(seen, *given)
    if isinstance(value, float) and math.isnan(value):
        raise ClaimError(f"{shown(ast.unparse(call))}: there is no such field; see the session file for their names")


# Weighing -------------------------------------------------------------------------------------------------------------


class _Judge(ast.NodeVisitor):
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
        word = WORDS[_text_of_function(node)]
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
                return self._each(word, places, seen)
            case "seed":
                return np.array([word.of(seen, i, *arguments) for i in range(len(seen.seeds))], dtype=np.float64)
            case _:
                return _plain(word.of(seen, *arguments))

    def _run(self, given: ast.expr) -> tuple[str, str]:
        where, run = _place(_text(given), self._evidence, self._scene)
        return where, (self._any if run == ANY else run)

    def _each(self, word: Word, places: list[tuple[str, Any]], seen: Evidence) -> Floats | NDArray[np.bool_]:
        """Work a word out for each seed, from the traces of the runs it names."""
        traces = [
            self._evidence[where].traces(name)
            for (where, name), kind in zip(places, word.takes, strict=True)
            if kind == "run"
        ]
        others = [value for (_, value), kind in zip(places, word.takes, strict=True) if kind != "run"]
        further = (seen,) if word is WORDS["best"] else ()
        unknown: Any = False if word.gives == "truth" else math.nan
        values = [
            unknown if None in together else word.of(*together, *others, *further)
            for together in zip(*traces, strict=False)
        ]
        return np.array(values, dtype=np.bool_ if word.gives == "truth" else np.float64)


def _text_of_function(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else ""


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


def _written(value: Any) -> str:
    if not _is_number(value):
        return "none" if value is None else str(value)
    return f"{float(value):.4g}"
