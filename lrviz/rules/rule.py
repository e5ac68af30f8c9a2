"""What a rule is: a function that looks at a run and says what is wrong with it."""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from msgspec.structs import replace
from numpy.typing import ArrayLike

from lrviz.catalog.schedule import Rates
from lrviz.errors import Finding, Patch, Severity
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.source.reading import Reading


@dataclass(frozen=True)
class Case:
    """A run to be judged, in the experiment that it is part of, and the text it is read from, where it is.

    Of a text nobody may have said how long the plan is: then `steps`, those of its scheduler, is None, as
    `updates_per_epoch` is where epochs aren't known, and a rule that needs them has nothing to say.
    """

    experiment: Experiment
    run: Run
    steps: int | None
    updates_per_epoch: int | None
    reading: Reading | None = None

    def rates(self, at: ArrayLike) -> Rates:
        """Give the rates of group 0 at scheduler steps, NaN behind where torch raises."""
        run, t = replace(self.run.untold(), stepped="batch"), np.atleast_1d(np.asarray(at, dtype=np.int64))
        found = np.full(t.shape, np.nan)
        curve = self.experiment.curve(run, t)
        found[: len(curve)] = curve.lr
        return found


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


@dataclass(frozen=True)
class Rule:
    """A rule: its id, how bad what it finds is, and the function that looks; its docstring is the rule's manual.

    It looks `at` a case, or at the reading of a text, whether or not that says enough to draw it; at nothing where its
    findings are made by whoever reads the text.

    The docstring's first paragraph says what happens and why. Then come lines `Bad: …` and `Good: …`, each a text that
    the test of all rules lints, of one line or an indented block below it (`# 1000 steps` says how long the plan is),
    and `Seen in: …`, where people report it.
    """

    id: str
    severity: Severity
    looks: Callable[..., Any]
    at: type[Case | Reading] | None = Case

    def __call__(self, seen: Case | Reading) -> Iterator[Finding]:
        reading, run = (seen.reading, seen.run.name) if isinstance(seen, Case) else (seen, "")
        places = reading.places if reading is not None else {}
        for found in self.looks(seen):
            place = places.get(found.field)
            yield Finding(
                self.id,
                found.severity or self.severity,
                found.message,
                found.line if found.line is not None or place is None else place.line,
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
    def examples(self) -> list[tuple[str, str, int | None]]:
        """The texts that are given as bad and good ones, as (kind, text, planned scheduler steps)."""
        found = re.findall(r"^(Bad|Good):(.*?)(?:# (\d+) steps)?$((?:\n(?: .*)?)*)", self.manual, re.MULTILINE)
        return [
            (kind, line.strip() or textwrap.dedent(block).strip(), int(steps) if steps else None)
            for kind, line, steps, block in found
        ]


def rule(number: str, severity: Severity) -> Callable[[Looks], Rule]:
    """Make a rule of a function that looks at a case.

    Every module of this package named after a rule holds one, and is found by that; two may share an id.
    """
    return lambda looks: Rule(number, severity, looks)


def text_rule(number: str, severity: Severity) -> Callable[[Reads], Rule]:
    """Make a rule of a function that looks at the reading of a text."""
    return lambda reads: Rule(number, severity, reads, Reading)


def while_reading(number: str, severity: Severity) -> Callable[[Callable[[], None]], Rule]:
    """Make a rule whose findings are made while a text is read; the function is only its manual."""
    return lambda manual: Rule(number, severity, manual, None)
