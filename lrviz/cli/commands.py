"""The commands that need no window; each takes its parsed arguments and gives its exit code."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lrviz.cli.explaining import explain
from lrviz.cli.finding import sought
from lrviz.cli.forecasting import forecast
from lrviz.cli.lessons import lessons
from lrviz.cli.linting import lint, rules
from lrviz.cli.outputs import PICTURES, destination, picture, write
from lrviz.cli.rendering import landscape_picture, race, render, trained
from lrviz.cli.reporting import report
from lrviz.cli.sending import session
from lrviz.cli.sources import read
from lrviz.errors import LrvizError, nearest, shown
from lrviz.experiment import Experiment
from lrviz.export.arrays import npz_of_landscape
from lrviz.export.tables import json_of_curve, json_of_result, pieces, rows_of_curve
from lrviz.results import Curve
from lrviz.scenarios import shelf
from lrviz.source.write import script as written

FINE, FOUND = 0, 1
__all__ = [
    "curve",
    "explain",
    "find_lr",
    "forecast",
    "landscape",
    "lessons",
    "lint",
    "presets",
    "render",
    "report",
    "rules",
    "script",
    "session",
    "train",
]

LONGEST_JSON = 10**7  # steps; JSON is made in one piece


def curve(arguments: Namespace) -> int:
    """`lrviz curve SOURCE --steps N`: CSV step,lr[,momentum], JSON, or a picture."""
    output = destination(arguments.output, (".csv", ".json", *PICTURES))
    kind = output.suffix.lower() if output else f".{arguments.format or 'csv'}"
    if arguments.format and kind != f".{arguments.format}":
        raise LrvizError(f"--format {arguments.format} and -o {arguments.output} contradict each other")
    run = read(arguments.source, arguments)
    if run.listens and kind not in PICTURES:
        print(f"lrviz: {type(run.schedule).__name__} is told no metric here, so its rate is never cut", file=sys.stderr)
    if output and kind in PICTURES:
        if arguments.steps is None:
            raise LrvizError("a picture shows --steps, not single ones with --at")
        picture(Experiment.of(run, steps=arguments.steps), "schedule", output)
        return FINE
    experiment = Experiment.of(run.untold())
    if kind == ".json":
        if (arguments.steps or 0) > LONGEST_JSON:
            raise LrvizError(f"JSON holds at most {LONGEST_JSON} steps, and --steps is {arguments.steps}: take csv")
        found = experiment.curve(0, np.arange(arguments.steps) if arguments.at is None else arguments.at)
        write(output, [json_of_curve(found)])
        return _ended(found.error)
    errors: list[str] = []
    chunks = pieces(arguments.steps) if arguments.at is None else [np.array(arguments.at, dtype=np.int64)]
    rows = rows_of_curve(_until(experiment, chunks, errors))
    write(output, (text.encode() for text in rows))
    return _ended(*errors)


def train(arguments: Namespace) -> int:
    """`lrviz train FILE|LESSON|PRESET`: progress bars, then a table; 1 if a run diverged or torch refused to go on."""
    output = destination(arguments.output, (".json",))
    experiment = trained(arguments)
    from lrviz.cli.reached import baseline_of, table

    baseline = baseline_of(experiment, arguments.baseline)
    result = race(experiment, arguments)
    if output:
        write(output, [json_of_result(result)])
    table(experiment, result, None if arguments.format == "table" else arguments.format, baseline)
    ended = any(trace.diverged_at is not None or trace.halted for run in result.runs for trace in run.by_seed.values())
    return FOUND if ended else FINE


def landscape(arguments: Namespace) -> int:
    """`lrviz landscape FILE|LESSON|PRESET -o x.npz`: a progress bar, then the landscape in a file, or a picture."""
    output = destination(arguments.output, (".npz", *PICTURES))
    experiment = trained(arguments)
    from lrviz.cli.progress import surveyed

    if output is not None and output.suffix.lower() != ".npz":
        return landscape_picture(experiment, arguments)
    write(output, [npz_of_landscape(surveyed(experiment, arguments))])
    return FINE


def find_lr(arguments: Namespace) -> int:
    """`lrviz find-lr FILE|LESSON|PRESET`: a progress bar, then a table; 1 where no rate is suggested."""
    return sought(trained(arguments), arguments)


def script(arguments: Namespace) -> int:
    """`lrviz script FILE|LESSON|PRESET`: a run as a training script."""
    experiment = trained(arguments)
    names = [run.name for run in experiment.runs]
    chosen = arguments.run if arguments.run is not None else names[0]
    if chosen not in names:
        close = nearest(chosen, names)
        raise LrvizError(f"there is no run {shown(chosen)}: {f'the nearest is {close}' if close else ', '.join(names)}")
    write(Path(arguments.output) if arguments.output else None, [written(experiment, names.index(chosen)).encode()])
    return FINE


def presets(_: Namespace) -> int:
    """`lrviz presets`: name, title and source of each, in columns that tabs part."""
    for one in shelf():
        print(one.name, one.title, one.reference, sep="\t")
    return FINE


def _until(experiment: Experiment, chunks: Iterable[NDArray[np.int64]], errors: list[str]) -> Iterator[Curve]:
    """Give the curve in pieces, up to where torch would raise; what it says there goes to `errors`."""
    for steps in chunks:
        found = experiment.curve(0, steps)
        yield found
        if found.error is not None:
            errors.append(found.error)
            return


def _ended(*errors: str | None) -> int:
    """Say on standard error where a curve ends before its last step."""
    for error in filter(None, errors):
        print(f"lrviz: the curve ends early: {error}", file=sys.stderr)
    return FOUND if any(errors) else FINE
