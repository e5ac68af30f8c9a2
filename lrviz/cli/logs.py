"""Logs: the losses of real runs that a law is fitted to, from a CSV table or from what `lrviz train` wrote."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import numpy as np

from lrviz.datafile.table import DELIMITERS
from lrviz.errors import LrvizError, shown
from lrviz.experiment import Experiment
from lrviz.files import cause
from lrviz.forecasts import is_adaptive, pace_of, raced
from lrviz.laws import LAWS, AnyLaw, law_of
from lrviz.laws.fitting import FITTABLE, fitted
from lrviz.laws.pace import Counts
from lrviz.logfile import STEPS, TRAINED
from lrviz.results import Floats, RunResult, Trace
from lrviz.sentences import filled

LARGEST = 2**28
"""Bytes of a log at most."""


class _Trace(msgspec.Struct):
    losses: list[float | None]
    lrs: list[float | None]


class _Raced(_Trace):
    """What `lrviz train -o` wrote of a run; the traces of more than one seed by theirs."""

    name: str = ""
    by_seed: dict[str, _Trace] = {}


class _Result(msgspec.Struct):
    runs: list[_Raced]


def law_asked(law: str, fit: str | None, experiment: Experiment) -> AnyLaw:
    """Give a law with the set of coefficients that `fit` names, or fitted to the log that it is the path of.

    A table's losses are those of the experiment's first run; a result of `lrviz train` holds its own rates.

    Raises
    ------
    LrvizError
        There is no such set or file, or the file holds no log that the law can be fitted to.
    """
    if fit is None or fit in LAWS[law]:
        return law_of(law, fit)
    path = Path(fit)
    if path.suffix.lower() not in (".csv", ".tsv", ".json"):
        return law_of(law, fit)  # which refuses it
    if law not in FITTABLE:
        raise LrvizError(f"--fit {fit}: {law} has nothing to fit; give --law {' or '.join(FITTABLE)}")
    data = _read(path)
    if path.suffix.lower() == ".json":
        return fitted(law, *raced(experiment, _results(data, fit))).law
    run, steps = experiment.runs[0].untold(), experiment.training.steps
    at, losses = _table(data, fit)
    if len(at) and at[0] > 0 and at[-1] == steps:  # counted from 1
        at = at - 1
    if len(at) and at[-1] >= steps:
        raise LrvizError(
            filled(
                "--fit {fit} goes to step {at}, and the runs have {n} update{n:|s}: check --steps",
                fit=fit,
                at=at[-1],
                n=steps,
            )
        )
    return fitted(law, [(pace_of(experiment, run), at, losses)], is_adaptive(run)).law


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise LrvizError(f"--fit {path} is larger than {LARGEST >> 20} MB")
        return path.read_bytes()
    except OSError as error:
        raise LrvizError(f"--fit {path} can’t be read: {cause(error)}") from None


def _results(data: bytes, name: str) -> list[RunResult]:
    """Give the runs that `lrviz train -o` wrote, without those that diverged."""
    try:
        found = msgspec.json.decode(data, type=_Result).runs
    except msgspec.MsgspecError as error:
        raise LrvizError(f"--fit {name} is no result of lrviz train: {error}") from None
    finite = [run for run in found if None not in run.losses and None not in run.lrs]
    if not finite:
        raise LrvizError(f"--fit {name} holds no run that came to its end")
    return [RunResult(run.name, {seed: _trace(one) for seed, one in _traces(run)}) for run in finite]


def _traces(run: _Raced) -> Iterable[tuple[int, _Trace]]:
    return enumerate(run.by_seed.values()) if run.by_seed else [(0, run)]


def _trace(of: _Trace) -> Trace:
    return Trace(np.array(of.losses, np.float64), np.array(of.lrs, np.float64))


def _table(data: bytes, name: str) -> tuple[Counts, Floats]:
    """Give a table's steps, in order, and their losses; a row without a loss is left out.

    Of a step that comes twice, as in a run that was resumed, the last loss is taken.
    """
    try:
        lines = io.StringIO(data.decode("utf-8-sig"), newline="")
    except UnicodeDecodeError:
        raise LrvizError(f"--fit {name} is not UTF-8 text") from None
    first = lines.readline()
    lines.seek(0)
    rows = csv.reader(lines, delimiter=max(DELIMITERS, key=first.count))
    by_step: dict[int, float] = {}
    try:
        head = [cell.strip().lower() for cell in next(rows, [])]
        step, loss = _column(head, STEPS, name), _column(head, TRAINED, name)
        for row in rows:
            if len(row) > max(step, loss) and row[loss].strip():
                by_step[_step(row[step], name, rows.line_num)] = _number(row[loss], name, rows.line_num)
    except csv.Error as error:
        raise LrvizError(f"--fit {name}, line {rows.line_num} can’t be read: {error}") from None
    at = sorted(by_step)
    return np.array(at, np.int64), np.array([by_step[t] for t in at], np.float64)


def _column(head: Sequence[str], known: Sequence[str], name: str) -> int:
    for one in known:
        if one in head:
            return head.index(one)
    held = f"it has {', '.join(map(shown, head))}" if any(head) else "it is empty"
    raise LrvizError(f"--fit {name} has no column {' or '.join(known)} in its first line: {held}")


def _step(cell: str, name: str, line: int) -> int:
    value = _number(cell, name, line)
    if value < 0 or value != int(value):
        raise LrvizError(f"--fit {name}, line {line}: step {shown(cell.strip())} is no whole number of at least 0")
    return int(value)


def _number(cell: str, name: str, line: int) -> float:
    try:
        value = float(cell)
    except ValueError:
        value = np.nan
    if not np.isfinite(value):
        raise LrvizError(f"--fit {name}, line {line}: {shown(cell.strip())} is no number")
    return value
