"""The Training view in numbers: what was chosen of each run, the best of all marked, and how sure differences are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.differences import best_of, difference
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.numbers import Form, give_or_take, signed, whole
from lrviz.ui.racing.raced import Raced, plan_behind
from lrviz.ui.table import MISSING, Cell, Offer, Row, Table
from lrviz.ui.views.paired import pairs
from lrviz.ui.views.sight import Sight, visible
from lrviz.ui.views.training_columns import Column, columns, shown_first

STOPPED = "stopped"


def table(experiment: Experiment, raced: Mapping[str, Raced], sight: Sight) -> Table:
    """Give what the race has measured of all visible runs, in the columns that were chosen."""
    offered = columns(experiment, raced, sight)
    wanted = sight.columns or (*shown_first(experiment, offered), STOPPED)
    chosen = [column for column in offered if column.key in wanted] or list(offered[:1])
    order = {key: at for at, key in enumerate(wanted)}
    chosen.sort(key=lambda column: order.get(column.key, 0))
    runs = visible(experiment)
    base = raced.get(sight.baseline)
    words = _Words.now()
    cells = {run.name: [_cell(column, raced.get(run.name), base, words) for column in chosen] for run in runs}
    fresh = [run.name for run in runs if run.name in raced and not raced[run.name].stale]
    for at, column in enumerate(chosen):
        if column.best is not None and not column.apart:
            values = [column.values(raced[name]) for name in fresh]
            for place in best_of(values, high=column.best == "high"):
                cells[fresh[place]][at] = replace(cells[fresh[place]][at], best=True)
    heads, keys = tuple(column.head for column in chosen), tuple(column.key for column in chosen)
    offers = tuple(Offer(column.key, column.head, column.group, column.about) for column in offered)
    if any(result.stopped for result in raced.values()):
        ratio = plan_behind(experiment, raced.values()).training.steps / experiment.training.steps
        offers = (*offers, Offer(STOPPED, _tr("Stopped (best)"), _tr("How fast")))
        if STOPPED in wanted:
            heads, keys = (*heads, _tr("Stopped (best)")), (*keys, STOPPED)
            for run in runs:
                cells[run.name].append(_stopped(raced.get(run.name), ratio))
    rows = tuple(_row(run, raced.get(run.name), cells[run.name], sight) for run in runs)
    key = f"training/{experiment.problem.task}"
    return Table(_tr("Metrics"), heads, rows, key=key, keys=keys, offers=offers)


def _row(run: Run, raced: Raced | None, cells: Sequence[Cell], sight: Sight) -> Row:
    stale, pinned = raced is not None and raced.stale, run.name == sight.baseline
    selected, note = run.name == sight.selected, _tr("stale") if stale else ""
    return Row(run.name, run.colour, tuple(cells), raced is None or stale, selected, note, pinned)


@dataclass(frozen=True)
class _Words:
    """What is said about cells, in the language in force: found once for all of them."""

    some: str
    spread: str
    one: str
    sure: str
    level: str

    @classmethod
    def now(cls) -> _Words:
        """Give the words in the language in force."""
        return cls(
            _tr("Only {0} of {1} seed{1:|s} {0:has|have} one."),
            _tr("Mean and standard deviation of {0} seeds."),
            _tr("Of one seed: how sure that is, nobody can tell."),
            _tr("{0} seeds tell them apart."),
            _tr("Not told apart by {0} seeds."),
        )


@lru_cache(maxsize=64)
def _filled(text: str, *counts: int) -> str:
    return text.format(*counts)


def _cell(column: Column, raced: Raced | None, base: Raced | None, words: _Words) -> Cell:
    if raced is None:
        return MISSING
    if column.apart:
        if base is None or base is raced or (base.stale and not raced.stale):  # that is no baseline any more
            return MISSING
        return _apart(column, raced, base, words)
    values = column.values(raced)
    known = values[np.isfinite(values)]
    if not len(known):
        return MISSING
    if len(known) < len(values):
        return Cell("–", about=_filled(words.some, len(known), len(values)))
    mean = float(values.mean())
    if len(values) < 2 or not np.ptp(values):
        return Cell(column.write(mean), mean)
    spread = float(values.std(ddof=1))
    text = give_or_take(mean, spread, "percent" if column.share else "number")
    return Cell(text, mean, spread=spread, about=_filled(words.spread, len(values)))


def _apart(column: Column, raced: Raced, base: Raced, words: _Words) -> Cell:
    """Give what a run has more than the baseline, seed by seed, and how sure that is."""
    values = np.array([(column.of(own), column.of(other)) for own, other in pairs(raced, base)]).reshape(-1, 2)
    found = difference(values[:, 0], values[:, 1])
    if not found.pairs:
        return MISSING
    form: Form = "percent" if column.share else "number"
    if found.pairs > 1 and found.error > 0:
        text = give_or_take(found.mean, found.error, form, sign=True)
    else:
        text = signed(found.mean, column.write(float(np.mean(values[:, 0]))), form)
    sure = found.sure
    about = words.one if sure is None else _filled(words.sure if sure else words.level, found.pairs)
    text = f"≈ {text}" if sure is False else text
    return Cell(text, found.mean, spread=found.error, quiet=sure is False, about=about)


def _stopped(raced: Raced | None, ratio: float) -> Cell:
    """Give after how many steps of the plan a run was stopped early, and after how many it was best."""
    stopped = () if raced is None else raced.stopped
    if not stopped:
        return MISSING
    end, best = (round(steps / ratio) for steps in (stopped[0].steps, stopped[0].best))
    return Cell(f"{whole(end)} ({whole(best)})", float(end))


def _tr(text: str) -> str:
    return QCoreApplication.translate("TrainingTable", text)
