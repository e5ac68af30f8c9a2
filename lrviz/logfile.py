"""A table of numbers that a run wrote down: which of its columns are steps, rates and losses.

Whatever tool wrote it, its first line holds names. Where a column `run` names runs, as in lrviz's own tables of
metrics, each run is a part of its own, of which the first seed is read.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lrviz.datafile.found import DataError
from lrviz.datafile.table import DELIMITERS
from lrviz.files import cause, unfit
from lrviz.sentences import say

Floats = NDArray[np.float64]

LARGEST = 32 * 2**20
"""Bytes of a file that is read."""
MOST_COLUMNS = 512
MOST_UPDATES = 10**6
"""Updates that a log is spread over at most where it tells only some of them."""
LAST_STEP = 10**15
"""A number beyond is no step: what counts in nanoseconds ends before."""
STEPS = ("step", "steps", "global_step", "_step", "update", "updates", "iteration", "iterations", "iter", "it", "batch")
EPOCHS = ("epoch", "epochs")
RATES = ("lr", "learning_rate", "learning rate", "rate")
TRAINED = ("loss", "train_loss", "train/loss", "training_loss", "training loss", "train loss", "loss/train")


@dataclass(frozen=True, eq=False)
class Series:
    """One column over its steps: float64 (n,) each, finite, steps rising."""

    name: str
    steps: Floats
    values: Floats


@dataclass(frozen=True, eq=False)
class Part:
    """The log of one run: `name` is "" where the table names none."""

    name: str
    columns: tuple[Series, ...]

    @property
    def rates(self) -> tuple[Series, ...]:
        """Its columns of learning rates, none of which is negative anywhere."""
        return tuple(one for one in self.columns if _is_rate(one.name) and len(one.values) and one.values.min() >= 0)

    @property
    def losses(self) -> tuple[Series, ...]:
        """Its columns of losses, those of the training first."""
        found = [one for one in self.columns if "loss" in one.name.lower()]
        return tuple(sorted(found, key=lambda one: one.name.lower() not in TRAINED))

    @property
    def measured(self) -> tuple[Series, ...]:
        """Its columns that are no rates: losses of a validation first, then other losses, then metrics."""
        found = [one for one in self.columns if not _is_rate(one.name) and "momentum" not in one.name.lower()]
        return tuple(sorted(found, key=lambda one: (not _is_validation(one.name), "loss" not in one.name.lower())))


@dataclass(frozen=True, eq=False)
class Table:
    """What a file holds, a part for each run; `stepped` is whether it names steps, else its rows are counted."""

    name: str
    rows: int
    parts: tuple[Part, ...]
    stepped: bool


def read(path: Path) -> Table | str:
    """Read a file of at most `LARGEST` bytes; or say in one sentence why it can't be."""
    try:
        return _table(path)
    except DataError as error:
        return error.sentence
    except UnicodeDecodeError:
        return say("{name} is no UTF-8 text", name=path.name)
    except csv.Error as error:
        return say("{name} is no table: {error}", name=path.name, error=error)
    except OSError as error:
        return say("{name} can’t be read: {why}", name=path.name, why=cause(error))


def updates_of(rates: Series, losses: Series) -> tuple[Floats, Floats] | None:
    """Give rate and loss of each update from the first to the last that a log tells: float64 (n,) both.

    Between two that are told they go straight. None where the log tells fewer than two, or more than `MOST_UPDATES`
    would have to be spread.
    """
    if len(rates.steps) < 2 or len(losses.steps) < 2:
        return None
    first, last = max(rates.steps[0], losses.steps[0]), min(rates.steps[-1], losses.steps[-1])
    if not 2 <= last - first + 1 <= MOST_UPDATES:
        return None
    at = np.arange(math.ceil(first), math.floor(last) + 1, dtype=np.float64)
    return np.interp(at, rates.steps, rates.values), np.interp(at, losses.steps, losses.values)


def knotted(steps: Floats, values: Floats, most: int, within: float = 2e-3) -> tuple[tuple[int, ...], Floats]:
    """Give at most so many knots, each a step and its value, that a series goes straight between.

    Each next knot stands where the lines so far miss the series most, until they miss it by less than `within` of its
    highest value.
    """
    whole = np.round(steps).astype(np.int64)
    _, places = np.unique(whole, return_index=True)
    whole, values = whole[places], values[places]
    knots = [0, len(whole) - 1] if len(whole) > 1 else [0]
    bound = within * float(values.max(initial=0.0))
    while len(knots) < min(most, len(whole)):
        missed = np.abs(np.interp(whole, whole[knots], values[knots]) - values)
        worst = int(missed.argmax())
        if missed[worst] <= bound:
            break
        knots = sorted({*knots, worst})
    return tuple(int(step) for step in whole[knots]), values[knots]


def _table(path: Path) -> Table:
    if reason := unfit(path, LARGEST):
        raise DataError(say("{name} can’t be read: {why}", name=path.name, why=reason))
    text = path.read_text(encoding="utf-8-sig")
    first = next((line for line in text.splitlines() if line.strip()), "")
    records = csv.reader(text.splitlines(), delimiter=max(DELIMITERS, key=first.count))
    rows = [record for record in records if any(cell.strip() for cell in record)]
    if len(rows) < 2:
        raise DataError(say("{name} has names but no rows", name=path.name))
    names = [cell.strip() for cell in rows[0]]
    if len(names) > MOST_COLUMNS:
        raise DataError(
            say(
                "{name} has {columns} columns; at most {most} are read",
                name=path.name,
                columns=len(names),
                most=MOST_COLUMNS,
            )
        )
    if all(_number(name) is not None for name in names):
        names, body = [f"column {place}" for place in range(1, len(names) + 1)], rows
    else:
        body = rows[1:]
    parts = tuple(_part(name, names, mine) for name, mine in _by_run(names, body))
    return Table(path.name, len(body), parts, any(_is_step(name) for name in names))


def _by_run(names: Sequence[str], rows: list[list[str]]) -> list[tuple[str, list[list[str]]]]:
    """Give the rows of each run, of its first seed."""
    if "run" not in names:
        return [("", rows)]
    run, seed = names.index("run"), names.index("seed") if "seed" in names else -1
    found: dict[str, list[list[str]]] = {}
    for row in rows:
        if len(row) > max(run, seed):
            mine = found.setdefault(row[run].strip(), [])
            if not mine or seed < 0 or mine[0][seed] == row[seed]:
                mine.append(row)
    return list(found.items())


def _part(name: str, names: Sequence[str], rows: list[list[str]]) -> Part:
    columns = {
        title: np.array([_number(row[at]) if at < len(row) else None for row in rows], np.float64)
        for at, title in enumerate(names)
    }
    step = next((title for title in names if _is_step(title)), None)
    steps = columns[step] if step is not None else np.arange(len(rows), dtype=np.float64)
    ignored = {step, "run", "seed", *(title for title in names if title.lower() in EPOCHS)}
    series = (_series(title, steps, values) for title, values in columns.items() if title not in ignored)
    return Part(name, tuple(one for one in series if len(one.values)))


def _series(name: str, steps: Floats, values: Floats) -> Series:
    """Keep what is finite, in the order of its steps, and of one step the last."""
    there = np.isfinite(values) & (steps >= 0) & (steps <= LAST_STEP)
    steps, values = steps[there], values[there]
    order = np.argsort(steps, kind="stable")
    steps, values = steps[order], values[order]
    last = np.append(steps[1:] > steps[:-1], True) if len(steps) else np.zeros(0, bool)
    return Series(name, steps[last], values[last])


def _is_step(name: str) -> bool:
    return name.lower() in STEPS or name.lower().rpartition("/")[2] in STEPS


def _is_rate(name: str) -> bool:
    small = name.lower().removesuffix(", on the supposed metric")
    last = small.rpartition("/")[2]
    return last in RATES or small.endswith((" lr", "_lr", "learning_rate")) or last.startswith("lr-")


def _is_validation(name: str) -> bool:
    return any(word in name.lower() for word in ("val", "eval", "test"))


def _number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None
