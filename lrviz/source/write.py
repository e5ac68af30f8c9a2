"""Python source out: a run as plain PyTorch, its two lines or the whole script that reproduces its losses."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from lrviz.catalog.models.own_model import OwnModel
from lrviz.catalog.yardsticks import YARDSTICKS
from lrviz.errors import RefusedError, SpecError, expect, shown
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.sentences import filled, say
from lrviz.source.spelling.naming import nests
from lrviz.source.writing.branches import catches_up, targets
from lrviz.source.writing.definitions import SECOND, criterion, definition, definitions, encoded, taken
from lrviz.source.writing.loops import parts, training
from lrviz.source.writing.statements import imports, statements


def code(run: Run) -> str:
    """Write the lines that make a run's optimizer and scheduler: they expect `model`, and run as they stand.

    They define `optimizer` and `scheduler`. Where the run has no scheduler, `scheduler` is a ConstantLR that keeps the
    rate for ever, so that the training loop around it needs no change.
    """
    expect(run, Run, "code.run", say("a Run"))
    standard = imports(run)
    lines = [*standard, *([""] if standard else []), "import torch", "", statements(run)]
    return "\n".join(lines)


def loss_code(run: Run) -> str:
    """Write the lines that make a run's loss, `criterion`, which run as they stand."""
    defined = definition(run.loss)
    head = ["from __future__ import annotations", ""] if defined else []
    parts = ["\n".join([*head, "import torch", "from torch import nn"]), *([defined.rstrip()] if defined else [])]
    return "\n\n\n".join(parts) + "\n\n" + criterion("criterion", run.loss)


def script(experiment: Experiment, run: int = 0) -> str:
    """Write the run of that index as a training script.

    It needs torch and what the data comes from, not lrviz. Run as `__main__` it trains on the CPU with the
    experiment's first seed, prints each validation and leaves `losses` and `lrs`, one value for each update: those
    of `lrviz.train` within rounding, and bitwise on the same machine where the run races alone.

    Raises
    ------
    SpecError
        There is no run of that index.
    RefusedError
        The run can't be trained: its model, loss, optimizer, scheduler or batch doesn't fit the rest.
    """
    expect(experiment, Experiment, "script.experiment", say("an Experiment"))
    expect(run, int, "script.run", say("the index of a run"))
    if not -len(experiment.runs) <= run < len(experiment.runs):
        raise SpecError(
            "script.run", run, say("the index of one of the experiment's {runs} runs", runs=len(experiment.runs))
        )
    one = experiment.runs[run]
    line = experiment.lineage(one)
    for each in line:
        if misfit := each.misfit(experiment.problem) or each.unfit or experiment.unfit:
            raise RefusedError(say("there is no script for {name}: {misfit}", name=shown(each.name), misfit=misfit))
    sections = [
        _head(experiment, line),
        _settings(experiment),
        "torch.set_num_threads(1)  # the same sums in the same order on every machine\n" + _unwarned(line),
        "# Data " + "-" * 82 + "\n\n" + experiment.problem.code(),
        "# Model, loss, optimizer and schedule " + "-" * 51 + "\n\n" + _made(experiment, line),
        "# Training " + "-" * 78 + "\n\n" + _batches(experiment),
        "\n" + _validate(experiment),
        "\n" + training(experiment, line),
    ]
    return "\n".join(sections)


def _head(experiment: Experiment, line: Sequence[Run]) -> str:
    problem, run = experiment.problem, line[-1]
    model = problem.model.outline(problem.inputs, problem.outputs)
    lines = ["import torch", "from torch import nn", *problem.imports(), *problem.model.imports()]
    lines += dict.fromkeys(text for each in line for text in imports(each))
    if len(line) > 1:
        lines.append("from itertools import islice")
    if _unwarned(line):
        lines.append("import warnings")
    taken_along = definitions(line, problem) + problem.code() + "".join(definition(each.loss) for each in line)
    if "def " in taken_along:  # with its annotations
        lines.append("from __future__ import annotations")
    plain = sorted(line for line in lines if line.startswith("import "))
    members = sorted(line for line in lines if line.startswith("from "))
    standard = [line for line in (*plain, *members) if line.split()[1] in sys.stdlib_module_names]
    standard.sort(key=lambda line: "__future__" not in line)
    others = [line for line in (*plain, *members) if line not in standard]
    block = "\n\n".join("\n".join(lines) for lines in (standard, others) if lines)
    updates = filled("{n} update{n:|s}", n=experiment.training.steps)
    about = _quoted(f"{run.name}: {model} on {problem.title()}, {updates}.")
    return f'"""{about}\n\nLeaves `losses` and `lrs`, one value for each update.\n"""\n\n{block}\n'


def _settings(experiment: Experiment) -> str:
    training = experiment.training
    lines = [f"SEED = {training.seeds[0]}", f"STEPS = {training.steps}", f"BATCH_SIZE = {training.batch_size}"]
    if parts(experiment) > 1:
        lines.append(f"BATCHES_PER_UPDATE = {parts(experiment)}{_shared(experiment)}")
    return "\n".join([*lines, f"VALIDATE_EVERY = {training.validate_every}", ""])


def _unwarned(line: Sequence[Run]) -> str:
    """Write the line that keeps torch from warning of what is right; nothing where it doesn't."""
    if any(nests(run.schedule) for run in line):
        why = say("a composed part takes its first step as it is made, which torch takes for one too many")
    elif any(catches_up(run) for run in line):
        why = say("a branch's scheduler is stepped as if it had been there from the start")
    else:
        return ""
    return f'# {why}\nwarnings.filterwarnings("ignore", message="Detected call of `lr_scheduler.step")\n'


def _shared(experiment: Experiment) -> str:
    training = experiment.training
    if training.world_size == 1:
        return ""
    return f"  # {training.accumulation} on each of {training.world_size} workers, here one after the other"


def _made(experiment: Experiment, line: Sequence[Run]) -> str:
    problem, root = experiment.problem, line[0]
    defined = definitions(line, problem)
    lines = [
        *([defined, ""] if defined else []),
        "torch.manual_seed(SEED)",
        f"model = {problem.model.code(problem.inputs, problem.outputs, problem.image)}",
        criterion("criterion", root.loss) + targets(line, problem),
        statements(root),
    ]
    return "\n".join(lines)


def _batches(experiment: Experiment) -> str:
    size = "BATCH_SIZE" if parts(experiment) == 1 else "BATCH_SIZE * BATCHES_PER_UPDATE"
    if experiment.training.examples is None:
        return _BATCHES.format(size=size, epoch="", round="EPOCH", word="epoch")
    epoch = _PLANNED.format(experiment.updates_per_epoch)
    return _BATCHES.format(size=size, epoch=epoch, round="PASS", word="pass")


_PLANNED = "UPDATES_PER_EPOCH = {}  # as it is planned\n"
_BATCHES = '''\
EXAMPLES = {size}  # of one update
{epoch}UPDATES_PER_{round} = len(train_x) // EXAMPLES


def updates():
    """Give the examples of one update after the other: each {word} in a fresh order, the incomplete end left out."""
    generator = torch.Generator().manual_seed(1000 + SEED)
    while True:
        order = torch.randperm(len(train_x), generator=generator)
        yield from order[: UPDATES_PER_{round} * EXAMPLES].split(EXAMPLES)
'''


def _validate(experiment: Experiment) -> str:
    problem = experiment.problem
    loss = YARDSTICKS[problem.task]
    name, second = SECOND[problem.task]
    return _VALIDATE.format(
        apart=_APART if isinstance(problem.model, OwnModel) else "",
        yardstick=criterion("yardstick", loss),
        what=f"the loss and the {name}"
        if name != "best document first"
        else "the loss and how often the best is first",
        output=taken(loss, problem, "output"),
        target=encoded(loss, problem, "val_y"),
        second=second,
    )


_APART = "@torch.random.fork_rng(devices=())  # should the model draw here, training draws as before\n"
_VALIDATE = '''\
{yardstick}

{apart}@torch.no_grad()
def validate():
    """Give {what}, on the held-out examples."""
    model.eval()
    output = model(val_x)
    model.train()
    loss = yardstick({output}, {target})
    return loss.item(), {second}.item()
'''


def _quoted(name: str) -> str:
    """Make a name safe between three double quotes, on one line."""
    plain = "".join(character if character.isprintable() else " " for character in name)
    return plain.replace("\\", "\\\\").replace('"', '\\"')
