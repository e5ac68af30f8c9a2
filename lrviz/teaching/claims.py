"""Claims: what a lesson says was measured, as a condition that is read once, never executed, and checked on trainings.

Numbers, `+ - * / **`, comparisons, `and or not`, and the words of `lrviz.teaching.wording`; texts stand between quotes.
"""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.losses import LOSSES as LOSS_CLASSES
from lrviz.catalog.models import MODELS
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.problems import PROBLEMS
from lrviz.catalog.schedules import SCHEDULES
from lrviz.catalog.surfaces import SURFACES
from lrviz.documents import instead
from lrviz.errors import shown
from lrviz.experiment import Experiment
from lrviz.finding import SUGGESTIONS
from lrviz.results import RunResult
from lrviz.run import Branch, EarlyStopping, Group, Run
from lrviz.sentences import say
from lrviz.spec import Value
from lrviz.teaching.evidence import LOSSES, Evidence, known_metrics
from lrviz.teaching.grammar import ClaimError, body_of, calls, name_of, number_of, place, text_of, varies
from lrviz.teaching.weighing import ANY, Compared, Judge
from lrviz.teaching.wording import WORDS, Word
from lrviz.training import Training


class Need(NamedTuple):
    """What has to be measured for a claim: the training of a scene, or a run's LR finder or landscape in it."""

    what: str
    scene: str
    run: str = ""


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
        for call, word in calls(self.body):
            if word.needs == "nothing":
                continue
            names = [text_of(given) for given, kind in zip(call.args, word.takes, strict=False) if kind == "run"]
            for name in names or [""]:
                where, run = place(name, scenes, scene)
                found.add(Need("training", where) if word.needs == "training" else Need(word.needs, where, run))
        return frozenset(found)

    def check(self, scenes: Mapping[str, Experiment], scene: str) -> None:
        """Look whether all it speaks of is there.

        Raises
        ------
        ClaimError
            Names a run, a metric, a step or a field that isn't, and what is nearest.
        """
        for call, word in calls(self.body):
            given = dict(zip(word.takes, call.args, strict=False))
            where, _ = place(text_of(given["run"]) if "run" in given else "", scenes, scene)
            experiment = scenes[where]
            for argument, kind in zip(call.args, word.takes, strict=False):
                if kind == "run":
                    _check_run(text_of(argument), scenes, scene)
                elif kind == "metric":
                    _check_name("metric", text_of(argument), known_metrics(experiment))
                elif kind == "parameter":
                    _check_name("parameter", text_of(argument), tuple(experiment.problem.shapes))
                elif kind == "suggestion":
                    _check_name("suggestion", text_of(argument), tuple(each.name for each in SUGGESTIONS))
            if "step" in given:
                _check_step(call, word, number_of(given["step"]), experiment)
            if "path" in given:
                _check_path(name_of(call), text_of(given["path"]))

    def holds(self, evidence: Mapping[str, Evidence], scene: str) -> Verdict:
        """Weigh it against what the trainings of a lesson's scenes gave, paired by seed.

        What isn't known is NaN, which is neither more nor less than anything.
        """
        asked = {need.scene for need in self.needs({name: seen.experiment for name, seen in evidence.items()}, scene)}
        seeds = min(len(evidence[name].seeds) for name in asked or {scene})
        judge = Judge({name: seen.first(seeds) for name, seen in evidence.items()}, scene)
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
            return any(bool(np.ravel(Judge(now, "", name).visit(self.body))[0]) for name in names)


@functools.lru_cache(maxsize=256)
def _parsed(text: str) -> Claim:
    body, runs = body_of(text)
    return Claim(" ".join(text.split()), not varies(body), runs, body)


def _check_run(name: str, scenes: Mapping[str, Experiment], scene: str) -> None:
    if name == ANY:
        return
    where, run = place(name, scenes, scene)
    names = [one.name for one in scenes[where].runs]
    if run not in names:
        _check_name("run", run, names, f" in {shown(where)}" if len(scenes) > 1 else "")


def _check_name(noun: str, name: str, names: Sequence[str], where: str = "") -> None:
    if name not in names:
        raise ClaimError(
            say(
                "there is no {noun} {name}{where}: {instead}",
                noun=noun,
                name=shown(name),
                where=where,
                instead=instead(name, names),
            )
        )


def _check_step(call: ast.Call, word: Word, step: int, experiment: Experiment) -> None:
    """Refuse an update that isn't trained, and one after which nothing is measured."""
    training = experiment.training
    last = training.steps if word is WORDS["at"] else training.steps - 1
    if step > last:
        raise ClaimError(
            say(
                "{unparse}: the training has {steps} update{steps:|s}",
                unparse=shown(ast.unparse(call)),
                steps=training.steps,
            )
        )
    each = training.validate_every
    if word is WORDS["at"] and text_of(call.args[1]) not in LOSSES and step % each and step != training.steps:
        below = step - step % each
        raise ClaimError(
            say(
                "{unparse}: there is no validation after {step} update{step:|s}; the nearest are after "
                "{below} and {below2}",
                unparse=shown(ast.unparse(call)),
                step=step,
                below=below,
                below2=min(below + each, training.steps),
            )
        )


def _check_path(word: str, path: str) -> None:
    """Refuse a place whose last field no class has: a person may choose another class than the lesson's."""
    name = re.sub(r"\[\d+\]$", "", path).rpartition(".")[2]
    _check_name("field", name, _fields(word))


@functools.cache
def _fields(word: str) -> tuple[str, ...]:
    """Give the fields there may be at the places that a word looks at."""
    run: tuple[type[Value], ...] = (Run, Group, Branch, EarlyStopping, *SCHEDULES, *OPTIMIZERS, *LOSS_CLASSES)
    owners: Mapping[str, tuple[type[Value], ...]] = {"plan": (Training,), "problem": (*PROBLEMS, *MODELS, *SURFACES)}
    return tuple(dict.fromkeys(name for cls in owners.get(word, run) for name in cls.__struct_fields__))
