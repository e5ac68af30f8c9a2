"""Loops: the training of a run as a script does it, and before it that of those it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from lrviz.experiment import Experiment
from lrviz.lineage import Stretch
from lrviz.run import Run
from lrviz.source.writing.branches import branched, hears_epochs
from lrviz.source.writing.definitions import SECOND, taken

LOOKED_AT = 10**6
"""Steps in which a schedule that torch refuses to follow to its end is looked for."""


class Lap(NamedTuple):
    """What a run does of a script's training by its own rules; `epochs` says that others are to hear of its epochs."""

    experiment: Experiment
    run: Run
    first: int
    end: int | None
    epochs: bool

    @property
    def leaves(self) -> list[str]:
        """The line that keeps the branches of a run that has ended from going on."""
        return [] if self.end is None else ["        order = ()  # nothing is left for the branch"]


def parts(experiment: Experiment) -> int:
    """Give how many batches make an update."""
    return experiment.training.accumulation * experiment.training.world_size


def training(experiment: Experiment, line: Sequence[Run]) -> str:
    """Write the training of a lineage, one loop after the other, each up to where the next run leaves."""
    laps = [_lap(experiment, line, each) for each in experiment.stretches(line[-1])]
    early = any(run.early_stopping is not None for run in line)
    lines = ["losses = []", "lrs = []"]
    lines += ["val_losses = []"] if early else []
    lines += ["epoch_losses = []  # on the held-out examples, at the end of each epoch"] if laps[0].epochs else []
    lines += ["order = zip(range(1, STEPS + 1), updates())"] if len(laps) > 1 else []
    text = (_PATIENCE + "\n\n" if early else "") + "\n".join(lines) + "\n" + _loop(laps[0], early=early)
    for before, lap in pairwise(laps):
        refused = _refused(experiment, lap.run, lap.first, lap.first + 1)
        text += branched(experiment, before.run, lap.run, refused=refused)
        text += _loop(lap, early=early) if lap.end != lap.first else ""
    return text


def _lap(experiment: Experiment, line: Sequence[Run], stretch: Stretch) -> Lap:
    later = line[line.index(stretch.run) + 1 :]
    return Lap(experiment, *stretch, any(hears_epochs(run) for run in later))


_PATIENCE = '''\
def waited(losses, min_delta):
    """Give how many validations have passed since the loss was lower than the best before by more than min_delta."""
    best, passed = float("inf"), 0
    for loss in losses:
        best, passed = (loss, 0) if loss < best - min_delta else (best, passed + 1)
    return passed
'''
_ONE_BATCH = """\
    loss = criterion({output}, train_y[examples])
    loss.backward()
"""
_MANY_BATCHES = """\
    loss = torch.zeros(())
    for batch in examples.split(BATCH_SIZE):
        part = criterion({output}, train_y[batch]) / BATCHES_PER_UPDATE
        part.backward()
        loss += part.detach()
"""


def _loop(lap: Lap, *, early: bool) -> str:
    digits, task = len(str(lap.experiment.training.steps)), lap.experiment.problem.task
    lines = [
        f"for step, examples in {_steps(lap)}:",
        '    lrs.append(optimizer.param_groups[0]["lr"])',
        "    optimizer.zero_grad()",
        _backward(lap.experiment, lap.run) + _clipped(lap.run) + "    optimizer.step()",
        "    losses.append(loss.item())",
        "    if not losses[-1] <= 1e4 * max(losses[0], 1):",
        '        print(f"diverged at step {step - 1}")',
        *lap.leaves,
        "        break",
        "    if step % VALIDATE_EVERY == 0 or step == STEPS:",
        "        val_loss, second = validate()",
        f'        print(f"step {{step:{digits}}} of {{STEPS}}   lr {{lrs[-1]:.3g}}   loss {{losses[-1]:.4f}}   "',
        f'              f"val loss {{val_loss:.4f}}   {SECOND[task][0]} {{second:.3f}}")',
        *(["        val_losses.append(val_loss)"] if early else []),
        *_stopped(lap),
        *_stepped(lap),
    ]
    return "\n".join(lines) + "\n"


def _steps(lap: Lap) -> str:
    if lap.end is not None:
        return f"islice(order, {lap.end - lap.first})"
    return "order" if lap.first else "zip(range(1, STEPS + 1), updates())"


def _backward(experiment: Experiment, run: Run) -> str:
    single = parts(experiment) == 1
    inputs = "model(train_x[examples])" if single else "model(train_x[batch])"
    return (_ONE_BATCH if single else _MANY_BATCHES).format(output=taken(run.loss, experiment.problem, inputs))


def _clipped(run: Run) -> str:
    """Write the line that cuts the gradient's norm; nothing where it is never cut."""
    if run.clip is None:
        return ""
    return f"    torch.nn.utils.clip_grad_norm_(model.parameters(), max_norm={run.clip!r})\n"


def _stopped(lap: Lap) -> list[str]:
    """Write where a run stops early; one that stops just where another leaves it is done anyway."""
    early = lap.run.early_stopping
    if early is None:
        return []
    before = "" if lap.end is None else f"step < {lap.end} and "
    return [
        f"        if {before}waited(val_losses, min_delta={early.min_delta!r}) >= {early.patience}:",
        '            print(f"stopped early after {step} updates")',
        *(f"    {line}" for line in lap.leaves),
        "            break",
    ]


def _stepped(lap: Lap) -> list[str]:
    """Write the scheduler's turn, guarded where torch will refuse to go on, and what later runs are to hear."""
    run, per_epoch = lap.run, lap.run.stepped == "epoch"
    due = "    if step % UPDATES_PER_EPOCH == 0:\n    " if per_epoch else ""
    told = ["    if step % UPDATES_PER_EPOCH == 0:\n        epoch_losses.append(validate()[0])"] if lap.epochs else []
    if run.listens:
        return [*told, f"{due}    scheduler.step({'validate()[0]' if per_epoch else 'losses[-1]'})"]
    if not _refused(lap.experiment, run, lap.first, lap.experiment.training.steps if lap.end is None else lap.end + 1):
        return [*told, f"{due}    scheduler.step()"]
    leaves = [] if lap.end is None else [f"        order = order if step == {lap.end} else ()"]
    return [
        *told,
        "    try:",
        "        if step % UPDATES_PER_EPOCH == 0:\n            scheduler.step()"
        if per_epoch
        else "        scheduler.step()",
        "    except (ArithmeticError, LookupError, ValueError) as error:",
        '        print(f"after step {step}: {error}")',
        *leaves,
        "        break",
    ]


def _refused(experiment: Experiment, run: Run, first: int, end: int) -> bool:
    """Whether torch refuses to step a run's own scheduler to one of these updates."""
    return experiment.curve(run, np.arange(first, min(end, first + LOOKED_AT))).error is not None
