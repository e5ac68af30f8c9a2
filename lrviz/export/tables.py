"""Curves and races as tables: CSV with named columns and full precision, and the JSON of `lrviz train`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from lrviz.experiment import Experiment
from lrviz.export.typeset import inert
from lrviz.forecasts import POINTS, of
from lrviz.laws.law import Law
from lrviz.results import Curve, LRFinder, Result, Trace

CHUNK = 2**15
"""Steps that are worked out at a time, so that a table of any length takes little memory."""

MOST = 10**6
"""Rows of a table that is made in memory; a longer plan is thinned out."""

STRETCHES = 2**14
"""Stretches in which a longer run is looked at for its forecast."""


def csv_of_curves(experiment: Experiment, *, most: int = MOST) -> str:
    """Give the rates (and, where there is one, the momentum) of every run at every step, one column each.

    Of a plan of more than `most` steps every n-th step is given, and the last. Cells are empty where torch would
    have raised.
    """
    steps = experiment.training.steps
    stride = -(-steps // most)
    return "".join(rows_of_curves(experiment, _thinned(steps, stride)))


def rows_of_curves(experiment: Experiment, chunks: Iterable[NDArray[np.int64]]) -> Iterator[str]:
    """Give the table of `csv_of_curves` piece by piece, for the steps in `chunks`."""
    moving = [run.name for i, run in enumerate(experiment.runs) if experiment.curve(i, [0]).momentum is not None]
    head = ["step"]
    for run in experiment.runs:
        head += [
            f"{run.name} lr, on the supposed metric" if run.listens else f"{run.name} lr",
            *([f"{run.name} momentum"] if run.name in moving else []),
        ]
    yield _lines([map(inert, head)])
    for steps in chunks:
        columns: list[list[Any]] = [steps.tolist()]
        for i, run in enumerate(experiment.runs):
            curve = experiment.curve(i, steps)
            columns.append(_padded(curve.lr, len(steps)))
            if run.name in moving:
                columns.append(_padded(curve.momentum, len(steps)))
        yield _lines(zip(*columns, strict=True))


def rows_of_curve(curves: Iterable[Curve]) -> Iterator[str]:
    """Give one run's curve, that comes in pieces, as CSV: step,lr and, where there is one, momentum."""
    for i, curve in enumerate(curves):
        columns = [curve.steps.tolist(), curve.lr.tolist()]
        if curve.momentum is not None:
            columns.append(curve.momentum.tolist())
        if i == 0:
            yield _lines([("step", "lr", "momentum")[: len(columns)]])
        yield _lines(zip(*columns, strict=True))


def pieces(steps: int) -> Iterator[NDArray[np.int64]]:
    """Give the steps 0 … steps − 1 in arrays of at most `CHUNK`; one empty array for no step."""
    for first in range(0, max(steps, 1), CHUNK):
        yield np.arange(first, min(first + CHUNK, steps), dtype=np.int64)


def csv_of_forecasts(experiment: Experiment, law: Law) -> str:
    """Give what a law says of every run: the loss after some hundred updates, and the band it lies in.

    Cells are empty where the law says nothing, as of a run that is outside of it. A run of more than `STRETCHES`
    updates is looked at in so many stretches.
    """
    steps = experiment.training.steps
    at = np.unique(np.linspace(0, steps - 1, POINTS).astype(np.int64))
    unit = f", {law.unit}" if law.unit else ""
    head, columns = ["step"], [at.tolist()]
    for run in experiment.runs:
        said = of(experiment, run.untold(), law, at, STRETCHES)
        head += [f"{run.name} loss by {law.name}{unit}", f"{run.name} low", f"{run.name} high"]
        columns += [[_written(v) for v in values] or [None] * len(at) for values in (said.loss, said.low, said.high)]
    return _lines([map(inert, head), *zip(*columns, strict=True)])


def _written(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def csv_of_result(result: Result) -> str:
    """Give a race update by update: the rate and loss of each, and the metrics where the run was validated after it."""
    metrics = list(dict.fromkeys(name for run in result.runs for t in run.by_seed.values() for name in t.metrics))
    rows: list[Iterable[Any]] = [("run", "seed", "step", "lr", "loss", *metrics)]
    for run in result.runs:
        for seed, trace in run.by_seed.items():
            measured = {int(done) - 1: i for i, done in enumerate(trace.metric_steps)}
            for step, (lr, loss) in enumerate(zip(trace.lrs.tolist(), trace.losses.tolist(), strict=True)):
                at = measured.get(step)
                values = (_metric(trace, name, at) for name in metrics)
                rows.append((inert(run.name), seed, step, lr, loss, *values))
    return _lines(rows)


def json_of_curve(curve: Curve) -> bytes:
    """Give a curve as JSON: steps, lr (first group), lrs (all groups), momentum and error."""
    momentum = None if curve.momentum is None else curve.momentum.tolist()
    document = {
        "steps": curve.steps.tolist(),
        "lr": curve.lr.tolist(),
        "lrs": curve.lrs.tolist(),
        "momentum": momentum,
        "error": curve.error,
    }
    return msgspec.json.encode(document, enc_hook=str) + b"\n"


def json_of_result(result: Result) -> bytes:
    """Give a race as JSON; what is not finite is null. The traces of more than one seed stand under `by_seed`."""
    runs = []
    for run in result.runs:
        own = {"name": run.name, **_plain(run.first)}
        if len(run.by_seed) > 1:
            own["by_seed"] = {str(seed): _plain(trace) for seed, trace in run.by_seed.items()}
        runs.append(own)
    document = {"device": result.device, "card": result.card, "runs": runs}
    return msgspec.json.encode(document, enc_hook=str) + b"\n"


def csv_of_search(found: LRFinder) -> str:
    """Give the losses of a search, a row a rate: each seed's own and its smoothed one; empty from where it is cut."""
    head = ["lr", *(f"loss, seed {seed}" for seed in found.seeds), *(f"smoothed, seed {seed}" for seed in found.seeds)]
    columns = [found.lrs.tolist(), *([_written(v) for v in row] for row in (*found.losses, *found.smoothed))]
    return _lines([head, *zip(*columns, strict=True)])


def json_of_search(found: LRFinder) -> bytes:
    """Give a search as JSON; what is not finite is null, as a spread of less than two seeds."""
    suggestions = {
        name: {"lr": rate, "spread": spread, "by_seed": found.by_seed[name].tolist()}
        for name, (rate, spread) in found.suggestions.items()
    }
    document = {
        "run": found.run,
        "on": found.on,
        "group": found.group,
        "device": found.device,
        "seeds": found.seeds,
        "lrs": found.lrs.tolist(),
        "losses": found.losses.tolist(),
        "smoothed": found.smoothed.tolist(),
        "suggestions": suggestions,
    }
    return msgspec.json.encode(document, enc_hook=str) + b"\n"


def _plain(trace: Trace) -> dict[str, Any]:
    return {
        "losses": trace.losses.tolist(),
        "lrs": trace.lrs.tolist(),
        "metrics": {name: values.tolist() for name, values in trace.metrics.items()},
        "metric_steps": trace.metric_steps.tolist(),
        "diverged_at": trace.diverged_at,
        "halted": trace.halted,
        "stopped_at": None if trace.stopped is None else trace.stopped.steps,
    }


def _metric(trace: Trace, name: str, at: int | None) -> float | None:
    return float(trace.metrics[name][at]) if at is not None and name in trace.metrics else None


def _thinned(steps: int, stride: int) -> Iterator[NDArray[np.int64]]:
    for first in range(0, steps, CHUNK * stride):
        piece = np.arange(first, min(first + CHUNK * stride, steps), stride, dtype=np.int64)
        last = first + CHUNK * stride >= steps and piece[-1] != steps - 1
        yield np.append(piece, steps - 1) if last else piece


def _padded(values: NDArray[np.float64] | None, length: int) -> list[Any]:
    given: list[Any] = [] if values is None else values.tolist()
    return given + [None] * (length - len(given))


def _lines(rows: Iterable[Iterable[Any]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
