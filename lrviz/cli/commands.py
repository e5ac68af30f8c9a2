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
from lrviz.cli.sending import session
from lrviz.cli.sources import opened, read
from lrviz.errors import LrvizError, nearest, shown
from lrviz.experiment import Experiment
from lrviz.export.arrays import npz_of_landscape
from lrviz.export.tables import json_of_curve, json_of_result, pieces, rows_of_curve
from lrviz.results import Curve, Result
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
    experiment = _trained(arguments)
    from lrviz.cli.reached import baseline_of, table

    baseline = baseline_of(experiment, arguments.baseline)
    result = _raced(experiment, arguments)
    if output:
        write(output, [json_of_result(result)])
    table(experiment, result, None if arguments.format == "table" else arguments.format, baseline)
    ended = any(trace.diverged_at is not None or trace.halted for run in result.runs for trace in run.by_seed.values())
    return FOUND if ended else FINE


def landscape(arguments: Namespace) -> int:
    """`lrviz landscape FILE|LESSON|PRESET -o x.npz`: a progress bar, then the landscape in a file, or a picture."""
    output = destination(arguments.output, (".npz", *PICTURES))
    experiment = _trained(arguments)
    from lrviz.cli.progress import surveyed

    if output is not None and output.suffix.lower() != ".npz":
        return _landscape_picture(experiment, arguments)
    write(output, [npz_of_landscape(surveyed(experiment, arguments))])
    return FINE


def find_lr(arguments: Namespace) -> int:
    """`lrviz find-lr FILE|LESSON|PRESET`: a progress bar, then a table; 1 where no rate is suggested."""
    return sought(_trained(arguments), arguments)


def render(arguments: Namespace) -> int:
    """`lrviz render FILE|LESSON|PRESET --view …`: the view as a picture; what it shows is trained first."""
    output = destination(arguments.output, PICTURES)
    raced = arguments.view not in ("schedule", "loss")
    experiment = _trained(arguments) if raced else opened(arguments.session, arguments.scene)
    if arguments.view == "landscape":
        return _landscape_picture(experiment, arguments)
    if arguments.view == "finder":
        return _finder_picture(experiment, arguments)
    if arguments.view == "gradients":
        return _gradients_picture(experiment, arguments)
    result = _raced(experiment, arguments) if arguments.view == "training" else None
    path = Path(str(output))
    picture(experiment, arguments.view, path, size=arguments.size, theme=arguments.theme, result=result)
    return FINE


def script(arguments: Namespace) -> int:
    """`lrviz script FILE|LESSON|PRESET`: a run as a training script."""
    experiment = _trained(arguments)
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


def _trained(arguments: Namespace) -> Experiment:
    """Give the session as it is to be trained: exactly, or in miniature."""
    experiment = opened(arguments.session, arguments.scene)
    if arguments.miniature == 0:
        raise LrvizError("--miniature 0 trains nothing: give at least 1")
    return experiment if arguments.miniature is None else experiment.miniature(arguments.miniature)


def _raced(experiment: Experiment, arguments: Namespace) -> Result:
    from lrviz.cli.progress import raced

    return raced(experiment, arguments.device, trust=arguments.trust)


def _finder_picture(experiment: Experiment, arguments: Namespace) -> int:
    from lrviz.cli.progress import searched

    path, found = Path(arguments.output), searched(experiment, arguments)
    picture(experiment, "finder", path, size=arguments.size, theme=arguments.theme, found=found)
    return FINE


def _gradients_picture(experiment: Experiment, arguments: Namespace) -> int:
    """Write a picture of one update taken apart, with the norms over the race."""
    from lrviz.engine.inline import dissect

    run, options = 0 if arguments.run is None else arguments.run, {"device": arguments.device, "trust": arguments.trust}
    dissection = dissect(experiment, run, step=arguments.step, **options)
    result, path = _raced(experiment, arguments), Path(arguments.output)
    size, theme = arguments.size, arguments.theme
    picture(experiment, "gradients", path, size=size, theme=theme, result=result, dissection=dissection)
    return FINE


def _landscape_picture(experiment: Experiment, arguments: Namespace) -> int:
    """Write a picture of a landscape; a surface needs no survey, but the walk on it."""
    from lrviz.cli.progress import surveyed
    from lrviz.ui.render import aspect

    path, size, theme = Path(arguments.output), arguments.size, arguments.theme
    if experiment.problem.task == "surface":
        result = _raced(experiment, arguments)
        picture(experiment, "landscape", path, size=size, theme=theme, result=result)
        return FINE
    picture(
        experiment,
        "landscape",
        path,
        size=size,
        theme=theme,
        landscape=surveyed(experiment, arguments, aspect(size)),
    )
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
