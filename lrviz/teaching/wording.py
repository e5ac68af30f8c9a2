"""The words of claims: what each function says, what it takes, and how it is worked out."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import msgspec
import numpy as np

from lrviz.teaching import evidence
from lrviz.teaching.evidence import Evidence

Kind = Literal["number", "truth", "any"]
Argument = Literal["run", "metric", "step", "count", "path", "parameter", "suggestion", "number", "truth"]
NAMED: tuple[Argument, ...] = ("run", "metric", "path", "parameter", "suggestion")
"""Arguments that are texts between quotes."""


@dataclass(frozen=True)
class Word:
    """A function of the language: what it `takes` (the last `optional` ones may be left out) and what it gives.

    `of` works it out. One `each` seed: from the trace of each run it names and its other arguments; of a `seed`: from
    the evidence, the seed's index and its arguments; of a `scene`: from the evidence and its arguments; of `all` seeds:
    from the values of its argument over them; `plain`: from the values of its arguments.
    """

    takes: tuple[Argument, ...]
    gives: Kind
    per: Literal["each", "seed", "scene", "all", "plain"]
    of: Callable[..., Any]
    about: str
    optional: int = 0
    most: int = 0
    """How many arguments there may be where the last one may be repeated."""
    needs: Literal["training", "finder", "sharpness", "landscape", "nothing"] = "nothing"


def look_up(value: Any, path: str) -> Any:
    """Give what stands at a path in a value (`schedule.schedulers[0].gamma`), NaN where there is no such place."""
    for part in path.replace("[", ".[").split("."):
        if part.startswith("["):
            index = part[1:-1]
            fits = isinstance(value, tuple) and part.endswith("]") and index.isdigit() and int(index) < len(value)
            value = value[int(index)] if fits else math.nan
        else:
            known = isinstance(value, msgspec.Struct) and part in value.__struct_fields__
            value = getattr(value, part) if known else math.nan
    return value


def is_there(value: Any, path: str) -> bool:
    """Tell whether there is such a place in a value."""
    found = look_up(value, path)
    return not (isinstance(found, float) and math.isnan(found))


def _setting(seen: Evidence, run: str, path: str) -> Any:
    return look_up(seen.run(run), path)


def _kind(seen: Evidence, run: str, path: str) -> Any:
    return type(look_up(seen.run(run), path)).__name__


def _found(seen: Evidence, seed: int, run: str, name: str) -> float:
    finder = seen.finders.get(run)
    return math.nan if finder is None or name not in finder.by_seed else float(finder.by_seed[name][seed])


def _sharpness(seen: Evidence, seed: int, run: str) -> float:
    if run in seen.sharpness:
        return float(seen.sharpness[run][seed])
    planes = seen.planes.get(run, ())
    routes = planes[seed].routes if seed < len(planes) else ()
    ends = [route.sharpness[-1] for route in routes if route.name == run and len(route.sharpness)]
    return float(ends[0]) if ends else math.nan


def _explained(seen: Evidence, seed: int, run: str = "") -> float:
    planes = seen.planes.get(run, ())
    return planes[seed].explained if seed < len(planes) else math.nan


def _positive_log10(value: Any) -> Any:
    return np.log10(np.where(np.asarray(value) > 0, value, np.nan))


def _sd(values: Any) -> float:
    return float(np.std(values, ddof=1)) if np.size(values) > 1 else math.nan


WORDS: Mapping[str, Word] = {
    "end": Word(
        ("run", "metric"),
        "number",
        "each",
        evidence.end,
        "the last value of a metric, or the mean loss of the last 20 batches; a loss is infinite where it diverged",
        needs="training",
    ),
    "at": Word(
        ("run", "metric", "step"),
        "number",
        "each",
        evidence.at,
        "the same after so many updates; a metric is there after each validation",
        needs="training",
    ),
    "best": Word(
        ("run", "metric"),
        "number",
        "each",
        evidence.best,
        "the best value of a metric, whichever that is; of a loss, the lowest mean of 20 batches",
        needs="training",
    ),
    "highest": Word(
        ("run", "metric"),
        "number",
        "each",
        evidence.highest,
        "the highest value of a metric, or loss of a single batch",
        needs="training",
    ),
    "lowest": Word(
        ("run", "metric"),
        "number",
        "each",
        evidence.lowest,
        "the lowest value of a metric, or loss of a single batch",
        needs="training",
    ),
    "spread": Word(
        ("run", "metric", "count"),
        "number",
        "each",
        evidence.spread,
        "the standard deviation of the last so many values",
        needs="training",
    ),
    "rate": Word(
        ("run", "step"),
        "number",
        "each",
        evidence.rate,
        "the learning rate at an update, counted from 0",
        needs="training",
    ),
    "cuts": Word(
        ("run",),
        "number",
        "each",
        evidence.cuts,
        "how often the rate was lower than at the update before",
        needs="training",
    ),
    "first_cut": Word(
        ("run",), "number", "each", evidence.first_cut, "the first update with a lower rate", needs="training"
    ),
    "updates": Word(
        ("run",),
        "number",
        "each",
        lambda trace: float(len(trace.losses)),
        "how many updates were done, fewer where it diverged or stopped early",
        needs="training",
    ),
    "diverged": Word(
        ("run",),
        "truth",
        "each",
        lambda trace: trace.diverged_at is not None,
        "whether the loss left all bounds",
        needs="training",
    ),
    "same": Word(
        ("run", "run"),
        "truth",
        "each",
        evidence.same,
        "whether two runs had the same losses, bit for bit",
        needs="training",
    ),
    "has_grad": Word(
        ("run", "parameter"),
        "truth",
        "each",
        evidence.has_grad,
        'whether a parameter has a gradient, by its name in torch, as in "0.weight"',
        needs="training",
    ),
    "moved": Word(
        ("run", "parameter"),
        "truth",
        "each",
        evidence.moved,
        "whether any update measured changed a parameter",
        needs="training",
    ),
    "found": Word(
        ("run", "suggestion"),
        "number",
        "seed",
        _found,
        'the rate that the LR finder suggests, as in found("mine", "valley")',
        needs="finder",
    ),
    "sharpness": Word(
        ("run",),
        "number",
        "seed",
        _sharpness,
        "the largest eigenvalue of the training loss’s Hessian at the end",
        needs="sharpness",
    ),
    "explained": Word(
        ("run",),
        "number",
        "seed",
        _explained,
        "the share of a run’s path that lies in the plane of its two main directions; without a run, the share of all "
        "paths that lies in the plane through their ends",
        optional=1,
        needs="landscape",
    ),
    "mean": Word(("number",), "number", "all", lambda values: float(np.mean(values)), "the mean over the seeds"),
    "median": Word(("number",), "number", "all", lambda values: float(np.median(values)), "the median over the seeds"),
    "sd": Word(("number",), "number", "all", _sd, "the standard deviation over the seeds"),
    "share": Word(
        ("truth",),
        "number",
        "all",
        lambda values: float(np.mean(values)),
        "of how many of the seeds a condition holds: 0.9 is nine in ten",
    ),
    "abs": Word(("number",), "number", "plain", np.abs, "without its sign"),
    "log10": Word(("number",), "number", "plain", _positive_log10, "the logarithm to base 10"),
    "min": Word(
        ("number", "number"),
        "number",
        "plain",
        lambda *values: functools.reduce(np.minimum, values),
        "the least",
        most=16,
    ),
    "max": Word(
        ("number", "number"),
        "number",
        "plain",
        lambda *values: functools.reduce(np.maximum, values),
        "the most",
        most=16,
    ),
    "setting": Word(
        ("run", "path"),
        "any",
        "scene",
        _setting,
        'what a field of a run is set to, as in "schedule.T_max" or "groups[0].frozen"',
    ),
    "kind": Word(
        ("run", "path"),
        "any",
        "scene",
        _kind,
        'the class that stands there, as in kind("mine", "schedule") == "StepLR"; "NoneType" where none does',
    ),
    "plan": Word(
        ("path",),
        "any",
        "scene",
        lambda seen, path: look_up(seen.experiment.training, path),
        'a field of the training plan, as in plan("steps")',
    ),
    "problem": Word(
        ("path",),
        "any",
        "scene",
        lambda seen, path: look_up(seen.experiment.problem, path),
        'a field of the problem, as in problem("label_noise")',
    ),
    "raced": Word(
        ("run",), "truth", "scene", lambda seen, run: run in seen.raced, "whether a run was raced as it is now"
    ),
    "runs": Word((), "number", "scene", lambda seen: float(len(seen.experiment.runs)), "how many runs there are"),
}
