"""`lrviz report`: all of a session on one page; what it is to tell of is raced, surveyed and searched first."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from lrviz.cli.outputs import destination, reported
from lrviz.cli.rendering import race, trained
from lrviz.errors import LrvizError
from lrviz.experiment import Experiment
from lrviz.results import LRFinder

FINE = 0
SHAPE = 1000 / 600
"""Width against height of a landscape on the page."""
T = TypeVar("T")


def report(arguments: Namespace) -> int:
    """`lrviz report FILE|LESSON|PRESET -o x.html`; what can't be surveyed or searched is named on standard error."""
    output = destination(arguments.output, (".html", ".htm"))
    experiment = trained(arguments)
    names = [run.name for run in experiment.runs]
    if arguments.baseline and arguments.baseline not in names:
        raise LrvizError(f"there is no run {arguments.baseline!r}: choose {' or '.join(names)}")
    result = race(experiment, arguments) if arguments.race else None
    landscape = None
    if arguments.landscape and experiment.problem.task != "surface":
        from lrviz.cli.progress import surveyed

        landscape = _known("landscape", partial(surveyed, experiment, arguments, SHAPE))
    found = tuple(_searches(experiment, arguments)) if arguments.find_lr else ()
    given = {"landscape": landscape, "found": found, "baseline": arguments.baseline}
    reported(experiment, Path(str(output)), result, title=arguments.title, language=arguments.language, **given)
    return FINE


def _searches(experiment: Experiment, arguments: Namespace) -> Iterator[LRFinder]:
    from lrviz.cli.progress import searched

    for run in experiment.runs:
        if run.visible:
            own = Namespace(**vars(arguments) | {"run": run.name})
            one = _known(f"search for {run.name}", partial(searched, experiment, own))
            if one is not None:
                yield one


def _known(what: str, make: Callable[[], T]) -> T | None:
    """Give what is made; nothing, and a line on standard error, where it can't be."""
    try:
        return make()
    except LrvizError as error:
        print(f"lrviz: no {what}: {error}", file=sys.stderr)
        return None
