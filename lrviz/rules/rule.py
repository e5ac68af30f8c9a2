"""What a rule is: a function that looks at a run and says what is wrong with it."""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from lrviz.catalog.schedule import Rates
from lrviz.errors import Finding, Patch, Severity
from lrviz.experiment import Experiment
from lrviz.rules.ceiling import Ceiling
from lrviz.run import Run
from lrviz.source.reading import Reading


@dataclass(frozen=True)
class Case:
    """A run to be judged, in the experiment that it is part of, and the text it is read from, where it is.

    Of a text nobody may have said how long the plan is: then `steps`, those of its scheduler, is None, as
    `updates_per_epoch` is where epochs aren't known, and a rule that needs them has nothing to say. `ceiling` is what a
    race of just this plan measured, where there was one.
    """

    experiment: Experiment
    run: Run
    steps: int | None
    updates_per_epoch: int | None
    reading: Reading | None = None
    ceiling: Ceiling | None = None

    def rates(self, at: ArrayLike) -> Rates:
        """Give the rates of group 0 at scheduler steps, NaN behind where torch raises."""
        t = np.atleast_1d(np.asarray(at, dtype=np.int64))
        found = np.full(t.shape, np.nan)
        curve = self.experiment.curve(first(self.run), t)
        found[: len(curve)] = curve.lr
        return found


@lru_cache(maxsize=256)  # asked for by every rule, and a drag changes one run of many
def bare(run: Run) -> Run:
    """Give what a run's rates come from, counted in scheduler steps, while its scheduler is told nothing."""
    told = run.untold()
    return Run("run", told.schedule, told.optimizer, groups=told.groups)


@lru_cache(maxsize=256)
def first(run: Run) -> Run:
    """Give what the rates of a run's first group come from; with all groups where any may end them."""
    whole = bare(run)
    if not run.groups or whole.schedule is None or whole.ends() is not None:
        return whole
    return Run("run", whole.schedule.for_group(0), whole.optimizer)


class Found(NamedTuple):
    """What a rule finds; the rest of a finding is the rule's own.

    `field` is the place in the run (`schedule.T_max`), which says the line, too, unless `line` does; `severity` stands
    where it isn't the rule's.
    """

    message: str
    fix: Run | None = None
    field: str = ""
    step: int | None = None
    line: int | None = None
    patches: tuple[Patch, ...] = ()
    severity: Severity | None = None


Looks = Callable[[Case], Iterator[Found]]
Reads = Callable[[Reading], Iterator[Found]]


class Example(NamedTuple):
    """A text of a manual that is "Bad" or "Good" where the plan has so many scheduler steps, `raced` before or not."""

    kind: str
    text: str
    steps: int | None
    updates_per_epoch: int | None
    raced: bool = False


@dataclass(frozen=True)
class Rule:
    """A rule: its id, how bad what it finds is, and the function that looks; its docstring is the rule's manual.

    It looks `at` a case, or at the reading of a text, whether or not that says enough to draw it; at nothing where its
    findings are made by whoever reads the text. What it finds in a case is the cause of what the rules it `covers`
    would find there, and those say nothing unless it is worse. What it gives as a fix is tried by the linter, and left
    out where the rule would find the same place again, or another something else.

    The docstring's first paragraph says what happens and why. Then come lines `Bad: …` and `Good: …`, each a text that
    the test of all rules lints, of one line or an indented block below it, and `Seen in: …`, where people report it.
    `# 1000 steps` says how long the plan is, `# 1000 steps of 50` how many updates an epoch has, and `# 40 steps raced`
    that a race has measured it before.
    """

    id: str
    severity: Severity
    looks: Callable[..., Any]
    at: type[Case | Reading] | None = Case
    covers: frozenset[str] = frozenset()

    def __call__(self, seen: Case | Reading) -> Iterator[Finding]:
        reading, run = (seen.reading, seen.run.name) if isinstance(seen, Case) else (seen, "")
        for found in self.looks(seen):
            yield Finding(
                self.id,
                found.severity or self.severity,
                found.message,
                line_of(reading, found.field) if found.line is None else found.line,
                found.fix,
                found.patches,
                run,
                found.field,
                found.step,
            )

    @property
    def manual(self) -> str:
        """The docstring, unindented."""
        return inspect.cleandoc(self.looks.__doc__ or "")

    @property
    def title(self) -> str:
        """What the rule is called: `lr102_cosine_rises_again` says "cosine rises again"."""
        return self.looks.__name__.replace("_", " ")

    @property
    def examples(self) -> list[Example]:
        """The texts that are given as bad and good ones."""
        pattern = r"^(Bad|Good):(.*?)(?:# (\d+) steps(?: of (\d+))?( raced)?)?$((?:\n(?: .*)?)*)"
        return [
            Example(
                kind,
                line.strip() or textwrap.dedent(block).strip(),
                int(steps) if steps else None,
                int(epoch) if epoch else None,
                bool(raced),
            )
            for kind, line, steps, epoch, raced, block in re.findall(pattern, self.manual, re.MULTILINE)
        ]


def line_of(reading: Reading | None, field: str) -> int | None:
    """Give the line a field stands on; where it isn't written, that of the call it is an argument of."""
    places = {} if reading is None else reading.places
    while field and field not in places:
        field = field.rpartition(".")[0]
    return places[field].line if field in places else None


def rule(number: str, severity: Severity, covers: Iterable[str] = ()) -> Callable[[Looks], Rule]:
    """Make a rule of a function that looks at a case.

    Every module of this package named after a rule holds one, and is found by that; two may share an id.
    """
    return lambda looks: Rule(number, severity, looks, covers=frozenset(covers))


def text_rule(number: str, severity: Severity) -> Callable[[Reads], Rule]:
    """Make a rule of a function that looks at the reading of a text."""
    return lambda reads: Rule(number, severity, reads, Reading)


def while_reading(number: str, severity: Severity) -> Callable[[Callable[[], None]], Rule]:
    """Make a rule whose findings are made while a text is read; the function is only its manual."""
    return lambda manual: Rule(number, severity, manual, None)
