"""Branches as lines of plain PyTorch: what a run that leaves another one takes over, and what it makes anew."""

from __future__ import annotations

from collections.abc import Sequence

from lrviz.catalog.problem import Problem
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.sentences import filled
from lrviz.source.spelling.lines import quoted
from lrviz.source.writing.definitions import criterion, definition, encoded, own_class
from lrviz.source.writing.statements import groups, optimizer, scheduler

LABELS = "labels"
"""What a script calls the training targets as the problem has them, where its runs take them in different forms."""


def catches_up(run: Run) -> bool:
    """Whether the scheduler of a branch is stepped, while it isn't told anything, to where it would have been."""
    return run.branch is not None and run.schedule is not None and not run.began and not run.listens


def hears_epochs(run: Run) -> bool:
    """Whether the scheduler of a branch is told what it would have been, at the end of each epoch."""
    return run.branch is not None and run.listens and run.stepped == "epoch" and not run.began


def targets(line: Sequence[Run], problem: Problem) -> str:
    """Write the training targets as the first of a lineage takes them, and keep them as they were for the others."""
    forms = [encoded(run.loss, problem, "train_y") for run in line]
    if len(set(forms)) > 1:
        return f"{LABELS} = train_y\ntrain_y = {encoded(line[0].loss, problem, LABELS)}  # as the loss takes it\n"
    return f"train_y = {forms[0]}  # as the loss takes it\n" if forms[0] != "train_y" else ""


def branched(experiment: Experiment, parent: Run, run: Run, *, refused: bool) -> str:
    """Write what happens where a run leaves its parent; `refused` where its scheduler can't come so far."""
    assert run.branch is not None  # noqa: S101 - the second of a lineage has one
    updates = filled("{n} update{n:|s}", n=run.branch.step)
    title = f"# {_plain(run.name)} leaves {_plain(parent.name)} after {updates} "
    sections = [
        _loss(experiment, parent, run),
        _optimizer(parent, run),
        scheduler(run),
        _caught_up(run, refused=refused),
    ]
    return "\n" + title + "-" * max(0, 89 - len(title)) + "\n\n" + "".join(sections) + "\n"


def _loss(experiment: Experiment, parent: Run, run: Run) -> str:
    """Write the loss of a branch where it is another one."""
    if run.loss == parent.loss:
        return ""
    defined = f"\n{definition(run.loss).rstrip()}\n\n\n" if own_class(run) else ""
    before, after = (encoded(each.loss, experiment.problem, LABELS) for each in (parent, run))
    return defined + criterion("criterion", run.loss) + (f"train_y = {after}\n" if before != after else "")


def _optimizer(parent: Run, run: Run) -> str:
    """Write the optimizer of a branch, which takes over what its parent's has in memory where it is of its class."""
    same = type(run.optimizer) is type(parent.optimizer)
    frozen = [group.pattern for group in parent.groups if group.frozen]
    lines = [f"{MEMORY} = optimizer.state\n"] if same else []
    if run.groups or frozen:
        lines.append("optimizer.zero_grad()  # what is frozen from here on has no gradient\n")
    if frozen:
        patterns = ", ".join(map(quoted, frozen))
        lines.append(
            "for name, parameter in model.named_parameters():\n"
            f"    if any(fnmatchcase(name, pattern) for pattern in [{patterns}]):\n"
            "        parameter.requires_grad_(True)\n"
        )
    lines += [groups(run), optimizer(run)]
    if same:
        held = any(group.frozen for group in run.groups)
        kept = f"{{one: held for one, held in {MEMORY}.items() if one.requires_grad}}" if held else MEMORY
        lines.append(f"optimizer.state.update({kept})\n")
        further = [key for key in run.optimizer.begun if key not in parent.optimizer.begun]
        if further:
            lines.append("for parameter, held in optimizer.state.items():\n")
        lines += [f"    held.setdefault({quoted(key)}, torch.zeros_like(parameter))\n" for key in further]
    return "".join(lines)


MEMORY = "memory"
"""What a script calls the state that one optimizer leaves to the next."""


def _caught_up(run: Run, *, refused: bool) -> str:
    """Write the steps of a scheduler that is where it would be had it been there from the start."""
    if run.branch is None or run.schedule is None or run.began:
        return ""
    epochs = run.stepped == "epoch"
    if run.listens:
        return f"for told in {'epoch_losses' if epochs else 'losses'}:\n    scheduler.step(told)\n"
    times = f"{run.branch.step} // UPDATES_PER_EPOCH" if epochs else run.branch.step
    steps = f"for _ in range({times}):\n    scheduler.step()\n"
    if not refused:
        return steps
    return (
        "try:\n"
        + "".join(f"    {line}\n" for line in steps.splitlines())
        + "except (ArithmeticError, LookupError, ValueError) as error:\n"
        + f'    print(f"after step {run.branch.step}: {{error}}")\n'
        + "    order = ()\n"
    )


def _plain(name: str) -> str:
    """Make a name safe in a comment."""
    return "".join(character if character.isprintable() else " " for character in name)
