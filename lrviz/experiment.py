"""Experiment: the one value every curve, picture, race, script and file derives from."""

from __future__ import annotations

import hashlib
import itertools
from functools import lru_cache
from typing import Any

import msgspec
import numpy as np
from msgspec.structs import replace
from numpy.typing import ArrayLike, NDArray

from lrviz.catalog import problems, signals
from lrviz.catalog.cuts import Cuts
from lrviz.catalog.losses.cross_entropy_loss import CrossEntropyLoss
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.problem import Problem
from lrviz.catalog.problems.digits import Digits
from lrviz.catalog.scan import Scan, scan_of
from lrviz.catalog.schedule import Rates, Steps
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.catalog.signals.learning_curve import LearningCurve
from lrviz.catalog.supposed import supposed
from lrviz.catalog.yardsticks import YARDSTICKS
from lrviz.errors import SpecError, expect, nearest
from lrviz.lineage import Stretch, branches, check, lineage, renamed, stretches, without
from lrviz.results import Curve
from lrviz.run import Branch, Run
from lrviz.sentences import say
from lrviz.shrinking import lost, shrunk
from lrviz.spec import Value
from lrviz.training import Training


class Experiment(Value, frozen=True):
    """A problem, a training plan and the runs compared on them.

    `metric` is what schedulers that listen are supposed to be told, before a race tells them its own.
    """

    problem: problems.AnyProblem = msgspec.field(default_factory=Digits)
    training: Training = msgspec.field(default_factory=Training)
    runs: tuple[Run, ...] = ()
    metric: signals.AnySignal = msgspec.field(default_factory=LearningCurve)

    @classmethod
    def of(cls, *runs: Run | str, problem: Any = None, metric: Any = None, **training: Any) -> Experiment:
        """Make an experiment from runs, each given the next colour where none was chosen.

        A run may be the text of its optimizer and scheduler lines, as `lrviz.parse` reads them; where such a run's
        name is taken it gets " 2", " 3", …. A run of the default loss gets the problem's own where that
        doesn't fit. `training` holds fields of Training (steps, batch_size, seeds, …).

        Raises
        ------
        SpecError
            A field is out of bounds or unknown, or two runs share a name.
        SourceError
            A text can't be read.
        """
        for name, value in training.items():
            if name not in Training.__struct_fields__:
                close = nearest(name, Training.__struct_fields__)
                bound = (
                    say("a field of Training; the nearest is {close}", close=close)
                    if close
                    else say("a field of Training")
                )
                raise SpecError(f"Training.{name}", value, bound)
        named = _named(runs)
        chosen = [run.colour for run in named if run.colour]
        free = iter(colour for colour in range(len(named) + len(chosen)) if colour not in chosen)
        coloured = tuple(run if run.colour else replace(run, colour=next(free)) for run in named)
        chosen_problem = Digits() if problem is None else problem
        expect(chosen_problem, Problem, "Experiment.problem", say("a problem of the catalog"))
        fitting = tuple(_fitting(run, chosen_problem) for run in coloured)
        return cls(chosen_problem, Training(**training), fitting, LearningCurve() if metric is None else metric)

    @classmethod
    def first_open(cls) -> Experiment:
        """Give the session a first launch opens, the first lesson: a cliff, a glide and no decay on noisy digits."""
        sgd = SGD(lr=0.2, momentum=0.9)
        runs = (
            Run("constant", optimizer=sgd),
            Run("step", StepLR(step_size=220), sgd, colour=1),
            Run("cosine", CosineAnnealingLR(T_max=440), sgd, colour=2),
        )
        return cls(Digits(label_noise=0.2), runs=runs)

    def check(self) -> None:
        names = [run.name for run in self.runs]
        if len(set(names)) != len(names):
            twice = next(name for name in names if names.count(name) > 1)
            raise SpecError("Experiment.runs", twice, say("a list of runs with different names; two have this one"))
        if self.training.examples_per_update > self.examples:
            which = "training" if self.training.examples is None else "planned"
            raise self.training.refuse(
                "batch_size",
                say(
                    "small enough that an update sees at most the {examples} {which} examples",
                    examples=self.examples,
                    which=which,
                ),
            )
        check(self.runs, self.training.steps)

    @property
    def examples(self) -> int:
        """Examples of one planned epoch."""
        return self.problem.train_size if self.training.examples is None else self.training.examples

    @property
    def updates_per_epoch(self) -> int:
        """Updates in one planned epoch; the last incomplete one is dropped."""
        return self.examples // self.training.examples_per_update

    @property
    def updates_per_pass(self) -> int:
        """Updates in one pass over the problem's own training examples, on which runs are raced; 0 if none fits."""
        return self.problem.train_size // self.training.examples_per_update

    @property
    def unfit(self) -> str:
        """Why its updates can't be trained as they are planned; empty where they can."""
        wanted, there = self.training.examples_per_update, self.problem.train_size
        if wanted <= there:
            return ""
        return say(
            "an update of {wanted} example{wanted:|s} is planned, and {title} has {there} to train on: a "
            "miniature of the plan has batches that fit",
            wanted=wanted,
            title=self.problem.title(),
            there=there,
        )

    def parent(self, run: Run) -> Run | None:
        """Give the run that a branch leaves; None of a run that is no branch."""
        return None if run.branch is None else self.lineage(run)[-2]

    def lineage(self, run: Run) -> tuple[Run, ...]:
        """Give a run behind those it comes from, the first of which branches off none."""
        return (run,) if run.branch is None else lineage(self.runs, run)

    def branches(self, run: Run) -> tuple[Run, ...]:
        """Give the runs that branch off a run, or off one that does, in order."""
        return branches(self.runs, run.name)

    def stretches(self, run: Run) -> tuple[Stretch, ...]:
        """Give which run's rules hold for which of a run's updates: its own, and before it left it its parent's."""
        return stretches(self.lineage(run))

    def renamed(self, run: Run, name: str) -> Experiment:
        """Give the experiment with a run called otherwise, which its branches follow."""
        return replace(self, runs=renamed(self.runs, run.name, name))

    def without(self, run: Run) -> Experiment:
        """Give the experiment without a run, and without its branches."""
        return replace(self, runs=without(self.runs, run.name))

    def scheduler_step(self, run: Run, t: Steps) -> Steps:
        """Give how often the run's own scheduler has stepped before update `t`, one that a branch does by its rules."""
        each = self.updates_per_step(run)
        return t // each if run.began == 0 else np.maximum(t // each - run.began // each, 0)

    def scheduler_steps(self, run: Run) -> int:
        """Give how many steps of its own scheduler the plan has room for: it is at the last of them in the end."""
        return int(self.scheduler_step(run, np.array(self.training.steps - 1))) + 1

    def updates_at(self, run: Run, k: Steps) -> Steps:
        """Give the updates at which the run's own scheduler takes its steps `k` ≥ 1."""
        each = self.updates_per_step(run)
        return (run.began // each + k) * each

    def update_at(self, run: Run, k: int) -> int:
        """Give the first update at which the run's own scheduler has stepped `k` times."""
        return int(self.updates_at(run, np.array(k))) if k else run.began

    def updates_per_step(self, run: Run) -> int:
        """Give how many updates the run's scheduler stays at each of its steps."""
        return self.updates_per_epoch if run.stepped == "epoch" else 1

    def curve(self, run: Run | int, at: ArrayLike) -> Curve:
        """Give a run's rates and momentum at the updates `at`: what torch would use there, in each parameter group.

        The only place where schedule, optimizer, groups, epochs and branches meet. Where torch would raise, the arrays
        end. A scheduler that listens is told `metric`. A branch has its parent's until it leaves it: where one of them
        has fewer groups than another the first stands for those, and 0 for a momentum that one hasn't.
        """
        run = self.runs[run] if isinstance(run, int) else run
        t = np.asarray(at, dtype=np.int64).reshape(-1)
        return self._own_curve(run, t) if run.branch is None else self._branched(run, t)

    def _branched(self, run: Run, t: Steps) -> Curve:
        """Give a branch's curve: its parents' and its own, each at the updates that follow its rules."""
        parts: list[tuple[NDArray[np.intp], Curve]] = []
        ended, error = len(t), None
        for own, first, end in self.stretches(run):
            places = np.flatnonzero((t >= first) & (t < np.inf if end is None else t < end))
            parts.append((places, curve := self._own_curve(own, t[places])))
            stop = own.ends()
            lost = [int(place) for place in places[len(curve) :][:1]]
            if first and not own.began and (failed := own.fails(first // self.updates_per_step(own))) is not None:
                lost, stop = places[:1].tolist(), failed
            if stop is not None and end is not None and (gone := max(first, self.update_at(own, stop))) < end:
                lost += np.flatnonzero(t >= gone)[:1].tolist()
            if lost and min(lost) < ended:
                ended, error = min(lost), curve.error or (None if stop is None else own.message(stop))
        groups = max(len(curve.lrs) for _, curve in parts)
        lrs, momenta = np.zeros((groups, len(t))), np.zeros(len(t))
        for places, curve in parts:
            lrs[:, places[: len(curve)]] = curve.lr
            lrs[: len(curve.lrs), places[: len(curve)]] = curve.lrs
            momenta[places[: len(curve)]] = 0.0 if curve.momentum is None else curve.momentum
        momentum = None if all(curve.momentum is None for _, curve in parts) else momenta[:ended]
        return Curve(t[:ended], lrs[:, :ended], momentum, error)

    def _own_curve(self, run: Run, t: Steps) -> Curve:
        """Give what a run's own optimizer and scheduler make of the updates `t`."""
        momentum = run.optimizer.momentum_or_beta or 0.0
        if run.schedule is None:
            lrs = np.tile(np.array(run.rates())[:, None], len(t))
            return Curve(t, lrs, np.full(len(t), momentum) if momentum else None)
        k = self.scheduler_step(run, t)
        end = run.ends()
        alive = len(k) if end is None else _first(k >= end)
        with np.errstate(all="ignore"):  # a user's expression may divide by zero; it ends the curve below
            lrs = np.stack([self._rates(run, i, k[:alive]) for i in range(len(run.rates()))])
        alive = min(alive, _first(~np.isfinite(lrs).all(axis=0)))
        moves = momentum or (run.schedule.cycles_momentum and not run.unfit)
        return Curve(
            t[:alive],
            lrs[:, :alive],
            run.schedule.momentum_at(k[:alive], momentum) if moves else None,
            run.message(int(k[alive])) if alive < len(k) else None,
        )

    def scans(self, run: Run) -> tuple[Scan, ...]:
        """Give the scans that a run's rates come from, in scheduler steps; none where any rate can be had at once."""
        return tuple(self.scanned(run))

    def scanned(self, run: Run) -> dict[Scan, int]:
        """Give the scans that a run's rates come from, and how many scheduler steps of each the plan takes."""
        found: dict[Scan, int] = {}
        for own, _, end in self.stretches(run):
            last = (self.training.steps if end is None else end) - 1
            steps = int(self.scheduler_step(own, np.array(last))) + 1
            found |= {scan: max(steps, found.get(scan, 0)) for scan in _scans(own)}
        return found

    def known(self, run: Run) -> int:
        """Give how many of the plan's updates have rates that can be given at once: all, unless it scans."""
        for own, first, end in self.stretches(run):
            known = min([scan.known for scan in _scans(own) if not scan.ended], default=None)
            if known is not None and (update := max(first, self.update_at(own, known))) < (end or self.training.steps):
                return update
        return self.training.steps

    def cuts(self, run: Run, group: int = 0) -> Cuts | None:
        """Give where a parameter group's rate would be cut, in scheduler steps; None if it doesn't listen."""
        if run.listener is None:
            return None
        listener, each = run.listener.for_group(group), self.updates_per_step(run)
        first = run.began // each * each
        return supposed(listener, self.metric, each, self.training.steps, run.rates()[group], first)

    def _rates(self, run: Run, group: int, k: Steps) -> Rates:
        """Give a group's rate at each of the scheduler steps `k`."""
        cuts = self.cuts(run, group)
        if cuts is not None:
            return cuts.at(k)
        return run.schedule.for_group(group).at(k, run.rates()[group])  # type: ignore[union-attr]  # asked for with one

    def fingerprint(self, run: Run) -> str:
        """Name what makes a run's result: the same for two runs that train alike, whatever they are called."""
        return _mark(self.problem, self.training, self.lineage(run))

    def miniature(self, steps: int) -> Experiment:
        """Give what can be trained on the problem in at most `steps` updates: every schedule keeps its shape.

        Planned examples are left out, and with them batches that the problem's own can't fill. A plan that is no
        longer than that and plans no examples of its own is returned as it is.
        """
        plan = self.training
        if steps >= plan.steps and plan.examples is None:
            return self
        ratio = min(steps, plan.steps) / plan.steps
        training = replace(
            plan.within(self.problem.train_size),
            steps=min(steps, plan.steps),
            validate_every=max(1, round(plan.validate_every * ratio)),
            examples=None,
        )
        small = Experiment(self.problem, training, (), self.metric)
        epochs = self.updates_per_epoch, small.updates_per_epoch
        return replace(small, runs=shrunk(self.runs, ratio, training.steps, *epochs))

    def rounded(self, steps: int) -> list[tuple[str, str]]:
        """Give (run, field) for every step count that the miniature of `steps` updates can't keep within 5 %."""
        small = self.miniature(steps)
        ratio = min(1, steps / self.training.steps)
        pairs = [(run, one) for run, one in zip(self.runs, small.runs, strict=True) if run != one]
        each = [(ratio, ratio * self.updates_per_step(run) / small.updates_per_step(one)) for run, one in pairs]
        return [(run.name, path) for (run, one), own in zip(pairs, each, strict=True) for path in lost(run, one, *own)]


def _scans(run: Run) -> tuple[Scan, ...]:
    """Give the scans that a run's own scheduler takes."""
    if run.schedule is None or not run.schedule.scans or run.unfit:
        return ()
    own = ((run.schedule.for_group(i), lr) for i, lr in enumerate(run.rates()))
    return tuple(dict.fromkeys(scan_of(schedule, lr) for schedule, lr in own if schedule.scans))


@lru_cache(maxsize=1024)  # asked for by every part of the window, of every run, at every redraw
def _mark(problem: Problem, training: Training, line: tuple[Run, ...]) -> str:
    trained = [
        replace(run, name="run", colour=0, visible=True, listing=None, branch=_nameless(run.branch)) for run in line
    ]
    counted = replace(training, sequence_length=None)  # a unit, no part of what trains
    text = msgspec.json.encode((problem, counted, trained), order="deterministic")
    return hashlib.sha256(text).hexdigest()[:16]


def _nameless(branch: Branch | None) -> Branch | None:
    return None if branch is None else replace(branch, run="run")


def _fitting(run: Run, problem: Problem) -> Run:
    """Give a run that was left its default loss the task's own, where the default doesn't fit."""
    left = run.loss == CrossEntropyLoss() and run.loss.unfit(problem.task, problem.outputs)
    return replace(run, loss=YARDSTICKS[problem.task]) if left else run


def _named(runs: tuple[Run | str, ...]) -> list[Run]:
    """Read the runs given as text, and number those whose name is taken."""
    from lrviz.source.read import parse  # here: most experiments are never written as text

    taken = {run.name for run in runs if isinstance(run, Run)}
    named: list[Run] = []
    for given in runs:
        if isinstance(given, Run):
            named.append(given)
            continue
        if not isinstance(given, str):
            raise SpecError("Experiment.runs", given, say("a Run, or the text of one"))
        run = parse(given)
        numbered = (f"{run.name} {n}" for n in itertools.count(2))
        free = next(name for name in itertools.chain([run.name], numbered) if name not in taken)
        taken.add(free)
        named.append(replace(run, name=free))
    return named


def _first(bad: np.ndarray[Any, np.dtype[np.bool_]]) -> int:
    """Give the index of the first True, or the length."""
    return int(bad.argmax()) if bad.any() else len(bad)
