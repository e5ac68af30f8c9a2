"""What torch does oddly with a composed schedule, in numbers: it jumps at a seam, or a part of it has no effect."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from lrviz.catalog.composing import rooms
from lrviz.catalog.composite import Composite
from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.experiment import Experiment
from lrviz.results import Floats
from lrviz.rules.lr121_resumed_horizon import resumed_horizon
from lrviz.run import Run
from lrviz.ui.numbers import apart, whole

SMALL = 0.05
"""Share of the highest rate about a seam that a change has to make up to be called a jump."""
STEEP = 3
"""A jump is so many times as large as the changes beside it."""
SCANNED = 100_000
"""Steps of a plan up to which a curve may be looked at whose turns aren't known: it may have to be stepped through."""
LOOKED = 65
"""Updates over the plan at which two curves are compared."""


def oddities(experiment: Experiment, run: Run, steps: int) -> list[str]:
    """Say what a person might not expect of a run's composed schedule over `steps` scheduler steps."""
    if not isinstance(run.schedule, Composite):
        return []
    seen = steps <= SCANNED or run.schedule.turns(steps) is not None
    if isinstance(run.schedule, ChainedScheduler):
        return [*_raises(run, steps), *(_erased(experiment, run, run.schedule) if seen else ())]
    if isinstance(run.schedule, Resumed):
        return [*_raises(run, steps), *(resuming(run, steps) if seen else ())]
    if not isinstance(run.schedule, SequentialLR):
        return []
    seams = sorted({seam for seam in run.schedule.milestones if seen and 0 < seam < steps})
    return [*_raises(run, steps), *_never(run.schedule, steps), *_jumps(experiment, run, seams, steps)]


def resuming(run: Run, steps: int) -> Iterator[str]:
    """Say in numbers what keeps a resumed schedule from going on as its new horizon means it."""
    if isinstance(run.schedule, Resumed):
        if run.schedule.then == run.schedule.schedule:
            yield _tr("Both schedulers are the same: give the new one another horizon.")
        for message in resumed_horizon(run.schedule, steps, run.optimizer.rate):
            yield f"{message[:1].upper()}{message[1:]}."


def _raises(run: Run, steps: int) -> Iterator[str]:
    end = run.ends()
    if end is None or end >= steps:
        return
    if run.message(end) == "NotImplementedError":  # all that torch says
        yield _tr("At step {0} torch raises: only the first part of a sequence may be composed itself.").format(
            whole(end)
        )
    else:
        yield _tr("At step {0} torch raises: {1}.").format(whole(end), run.message(end).rstrip("."))


def _never(schedule: SequentialLR, steps: int) -> Iterator[str]:
    """Say which parts have no step of the plan."""
    for part, room in zip(schedule.schedulers, rooms(schedule, steps), strict=True):
        name, start = type(part).__name__, whole(room.start)
        if room.start >= steps:
            yield _tr("{0} never runs: it begins at step {1} of {2}.").format(name, start, whole(steps))
        elif room.stop <= max(0, room.start):
            yield _tr("{0} never runs: it begins at step {1} and ends at {2}.").format(name, start, whole(room.stop))


def _jumps(experiment: Experiment, run: Run, seams: list[int], steps: int) -> Iterator[str]:
    """Say where the rate jumps, though it is about level before and after."""
    around = np.clip(np.add.outer(seams, np.arange(-2, 2)), 0, steps - 1) * experiment.updates_per_step(run)
    rates = experiment.curve(run, around).lr  # where torch raises it ends, and so do the seams that are looked at
    for seam, near in zip(seams, rates[: len(rates) // 4 * 4].reshape(-1, 4), strict=False):
        if _is_jump(near):
            before, after = apart([float(near[1]), float(near[2])])
            yield _tr("At step {0} the rate jumps from {1} to {2}.").format(whole(seam), before, after)


def _is_jump(rates: Floats) -> bool:
    before, jump, after = np.abs(np.diff(rates))
    return bool(jump > SMALL * rates.max() and jump > STEEP * max(before, after))


def _erased(experiment: Experiment, run: Run, schedule: ChainedScheduler) -> Iterator[str]:
    """Say which part sets the rate whatever those before it made of it: without them it is the same from step 1 on."""
    last = experiment.training.steps - 1
    at = np.linspace(min(experiment.updates_per_step(run), last), last, LOOKED).astype(np.int64)

    def rates(parts: tuple[object, ...]) -> Floats:
        chain = replace(run, schedule=replace(schedule, schedulers=parts))
        return np.asarray(experiment.curve(chain, at).lr)

    with_all = rates(schedule.schedulers)
    for index in range(len(schedule.schedulers) - 1, 0, -1):
        before = rates(schedule.schedulers[:index])
        if np.array_equal(with_all, rates(schedule.schedulers[index:])) and np.ptp(before) > 0:
            names = ", ".join(type(part).__name__ for part in schedule.schedulers[:index])
            yield _tr("{0} sets the rate itself: {1} before it has no effect.").format(
                type(schedule.schedulers[index]).__name__, names
            )
            return


def _tr(text: str) -> str:
    return QCoreApplication.translate("Form", text)
