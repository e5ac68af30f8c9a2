"""`lrviz forecast`: the loss that schedules lead to, as a table, as JSON or as a picture."""

from __future__ import annotations

import itertools
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from lrviz.cli.logs import law_asked
from lrviz.cli.outputs import PICTURES, destination, picture, write
from lrviz.cli.sources import opened, read
from lrviz.errors import LrvizError
from lrviz.experiment import Experiment
from lrviz.forecasts import is_adaptive, of
from lrviz.laws.law import Law
from lrviz.laws.places import Place, places
from lrviz.results import Forecast
from lrviz.run import Run
from lrviz.scenarios import presets as known_presets
from lrviz.session import HOLDERS
from lrviz.teaching.shelf import is_lesson

FINE, FOUND = 0, 1


class _Foreseen(NamedTuple):
    """A run and what a law says of it; `place` is None where it is told apart from no other."""

    run: Run
    forecast: Forecast
    place: Place | None = None


def forecast(arguments: Namespace) -> int:
    """`lrviz forecast SOURCE… --steps N`: a row a run; 1 if torch would raise before the end of one."""
    output = destination(arguments.output, (".json", *PICTURES))
    kind = output.suffix.lower() if output else f".{arguments.format or 'table'}"
    if arguments.format and kind != f".{arguments.format}":
        raise LrvizError(f"--format {arguments.format} and -o {arguments.output} contradict each other")
    experiment = _together(arguments)
    law = law_asked(arguments.law, arguments.fit, experiment)
    if kind in PICTURES:
        picture(experiment, "schedule", Path(arguments.output), law=law)
        return FINE
    found = [_Foreseen(run, of(experiment, run.untold(), law)) for run in experiment.runs]
    if kind == ".json":
        write(output, [_json(found)])
    else:
        _table(_placed(found, law), law)
    raises = any(not len(experiment.curve(run.untold(), [experiment.training.steps - 1])) for run in experiment.runs)
    return FOUND if raises else FINE


def _together(arguments: Namespace) -> Experiment:
    """Give one experiment of all the runs that are asked for, since only runs of one length can be compared."""
    sessions = [(given, opened(given, arguments.scene)) for given in arguments.sources if _is_session(given)]
    texts = [read(given, arguments) for given in arguments.sources if not _is_session(given)]
    if texts and not sessions and arguments.steps is None:
        raise LrvizError("--steps is missing: how many updates the runs have")
    if arguments.steps == 0:
        raise LrvizError("--steps 0 leaves nothing to forecast: give at least 1")
    plan = sessions[0][1] if sessions else Experiment.of()
    plan = replace(plan, training=replace(plan.training, steps=arguments.steps or plan.training.steps))
    runs: list[Run] = []
    for name, other in sessions:
        if arguments.steps is None and other.training.steps != plan.training.steps:
            raise LrvizError(
                f"{sessions[0][0]} plans {plan.training.steps} updates and {name} {other.training.steps}, and runs of "
                "different lengths can’t be compared: give --steps"
            )
        epochs = {plan.updates_per_epoch, other.updates_per_epoch}
        if len(epochs) > 1 and any(run.stepped == "epoch" for run in other.runs):
            raise LrvizError(f"{name} steps once an epoch, and its epochs differ from those of {sessions[0][0]}")
        runs += other.runs
    return replace(plan, runs=tuple(_named([*runs, *texts])))


def _is_session(given: str) -> bool:
    return given.endswith(HOLDERS) or given in known_presets() or is_lesson(given)


def _named(runs: Sequence[Run]) -> Iterator[Run]:
    """Give the runs, visible and in the order of the colours, with a number behind a name that is taken."""
    taken: set[str] = set()
    for i, run in enumerate(runs):
        numbered = (f"{run.name} {n}" for n in itertools.count(2))
        name = next(name for name in itertools.chain([run.name], numbered) if name not in taken)
        taken.add(name)
        yield replace(run, name=name, colour=i, visible=True)


def _placed(found: Sequence[_Foreseen], law: Law) -> list[_Foreseen]:
    """Give each its place among those of its kind, where the law tells any of them apart."""
    said = list(found)
    for adaptive in (False, True):
        own = [i for i, one in enumerate(found) if is_adaptive(one.run) is adaptive and not one.forecast.outside]
        among = places([found[i].forecast.final for i in own], law)
        if any(place != (1, len(own)) for place in among):
            for i, place in zip(own, among, strict=True):
                said[i] = said[i]._replace(place=place)
    return said


def _table(found: Sequence[_Foreseen], law: Law) -> None:
    """Print what each run leads to, and what that rests on."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from lrviz.cli.progress import console

    shown = Table(box=SIMPLE_HEAD, pad_edge=False)
    peaks = any(one.forecast.best_lr for one in found)
    shown.add_column("run", no_wrap=True)
    for title in (f"final, {law.unit}" if law.unit else "final", "band", "place", *(["best peak"] if peaks else [])):
        shown.add_column(title, justify="right", no_wrap=True)
    shown.add_column("")
    first = next((one.forecast.best_lr for one in found if one.forecast.best_lr), None)
    for one in found:
        shown.add_row(*map(Text, (one.run.name, *_cells(one), *([_peak(one, first)] if peaks else []), _note(one))))
    printed = console()
    printed.print(shown)
    for line in _basis(found, law):
        printed.print(Text(line))


def _cells(one: _Foreseen) -> tuple[str, str, str]:
    said = one.forecast
    if said.outside:
        return "–", "–", "–"
    low, high = one.place or (0, 0)
    place = "–" if one.place is None else f"{low}" if low == high else f"{low}–{high}"
    return f"{said.final:#.4g}", f"{said.low[-1]:#.4g} – {said.high[-1]:#.4g}", place


def _peak(one: _Foreseen, first: float | None) -> str:
    """Give the best peak rate as a multiple of the first run's: what a tuned peak is carried over by."""
    return f"× {one.forecast.best_lr / first:.2f}" if first and one.forecast.best_lr else "–"


def _note(one: _Foreseen) -> str:
    return one.forecast.outside or "; ".join(one.forecast.notes)


def _basis(found: Sequence[_Foreseen], law: Law) -> list[str]:
    there = [one for one in found if not one.forecast.outside]
    said = [f"{law.assumes} {law.source}."]
    if len(there) > 1 and all(one.place is None for one in there):
        said.append("No run is told apart from another.")
    if len({is_adaptive(one.run) for one in there}) > 1:
        said.append("SGD’s kind and Adam’s are not ranked against each other.")
    return said


def _json(found: Sequence[_Foreseen]) -> bytes:
    """Give the forecasts as JSON; what is not finite is null."""
    rows = [
        {
            "name": one.run.name,
            "law": one.forecast.law,
            "unit": one.forecast.unit,
            "steps": one.forecast.steps.tolist(),
            "loss": one.forecast.loss.tolist(),
            "low": one.forecast.low.tolist(),
            "high": one.forecast.high.tolist(),
            "final": one.forecast.final,
            "best_lr": one.forecast.best_lr,
            "outside": one.forecast.outside or None,
        }
        for one in found
    ]
    return msgspec.json.encode(rows, enc_hook=str) + b"\n"
