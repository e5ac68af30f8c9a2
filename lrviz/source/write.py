"""Python source out: a run as plain PyTorch, its two lines or the whole script that reproduces its losses."""

from __future__ import annotations

import sys

import numpy as np

from lrviz.catalog.models.own_model import OwnModel
from lrviz.catalog.yardsticks import YARDSTICKS
from lrviz.errors import RefusedError, SpecError, expect, shown
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.source.spelling.naming import nests
from lrviz.source.writing.definitions import SECOND, criterion, definition, definitions, encoded, taken
from lrviz.source.writing.statements import groups, imports, optimizer, scheduler

LOOKED_AT = 10**6
"""Steps in which a schedule that torch refuses to follow to its end is looked for."""


def code(run: Run) -> str:
    """Write the lines that make a run's optimizer and scheduler: they expect `model`, and run as they stand.

    They define `optimizer` and `scheduler`. Where the run has no scheduler, `scheduler` is a ConstantLR that keeps the
    rate for ever, so that the training loop around it needs no change.
    """
    expect(run, Run, "code.run", "a Run")
    standard = imports(run)
    lines = [*standard, *([""] if standard else []), "import torch", "", statements(run)]
    return "\n".join(lines)


def statements(run: Run) -> str:
    """Write the lines of `code` without its imports."""
    return "".join([groups(run), optimizer(run), scheduler(run)])


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
    expect(experiment, Experiment, "script.experiment", "an Experiment")
    expect(run, int, "script.run", "the index of a run")
    if not -len(experiment.runs) <= run < len(experiment.runs):
        raise SpecError("script.run", run, f"the index of one of the experiment's {len(experiment.runs)} runs")
    one = experiment.runs[run]
    if misfit := one.misfit(experiment.problem) or one.unfit or experiment.unfit:
        raise RefusedError(f"there is no script for {shown(one.name)}: {misfit}")
    parts = [
        _head(experiment, one),
        _settings(experiment),
        "torch.set_num_threads(1)  # the same sums in the same order on every machine\n" + _unwarned(one),
        "# Data " + "-" * 82 + "\n\n" + experiment.problem.code(),
        "# Model, loss, optimizer and schedule " + "-" * 51 + "\n\n" + _made(experiment, one),
        "# Training " + "-" * 78 + "\n\n" + _batches(experiment),
        "\n" + _validate(experiment),
        "\n" + _loop(experiment, one),
    ]
    return "\n".join(parts)


def _head(experiment: Experiment, run: Run) -> str:
    problem = experiment.problem
    model = problem.model.outline(problem.inputs, problem.outputs)
    lines = ["import torch", "from torch import nn", *problem.imports(), *problem.model.imports(), *imports(run)]
    if nests(run.schedule):
        lines.append("import warnings")
    if "def " in definitions(run, problem) + problem.code():  # taken along with its annotations
        lines.append("from __future__ import annotations")
    plain = sorted(line for line in lines if line.startswith("import "))
    members = sorted(line for line in lines if line.startswith("from "))
    standard = [line for line in (*plain, *members) if line.split()[1] in sys.stdlib_module_names]
    standard.sort(key=lambda line: "__future__" not in line)
    others = [line for line in (*plain, *members) if line not in standard]
    block = "\n\n".join("\n".join(lines) for lines in (standard, others) if lines)
    about = _quoted(f"{run.name}: {model} on {problem.title()}, {experiment.training.steps} updates.")
    return f'"""{about}\n\nLeaves `losses` and `lrs`, one value for each update.\n"""\n\n{block}\n'


def _settings(experiment: Experiment) -> str:
    training = experiment.training
    lines = [f"SEED = {training.seeds[0]}", f"STEPS = {training.steps}", f"BATCH_SIZE = {training.batch_size}"]
    if _parts(experiment) > 1:
        lines.append(f"BATCHES_PER_UPDATE = {_parts(experiment)}{_shared(experiment)}")
    return "\n".join([*lines, f"VALIDATE_EVERY = {training.validate_every}", ""])


def _unwarned(run: Run) -> str:
    """Write the line that keeps torch from warning of what is right; nothing where it doesn't."""
    if not nests(run.schedule):
        return ""
    return (
        "# a composed part takes its first step as it is made, which torch takes for one too many\n"
        'warnings.filterwarnings("ignore", message="Detected call of `lr_scheduler.step")\n'
    )


def _parts(experiment: Experiment) -> int:
    return experiment.training.accumulation * experiment.training.world_size


def _shared(experiment: Experiment) -> str:
    training = experiment.training
    if training.world_size == 1:
        return ""
    return f"  # {training.accumulation} on each of {training.world_size} workers, here one after the other"


def _made(experiment: Experiment, run: Run) -> str:
    problem = experiment.problem
    defined = definitions(run, problem)
    encoding = encoded(run.loss, problem, "train_y")
    lines = [
        *([defined, ""] if defined else []),
        "torch.manual_seed(SEED)",
        f"model = {problem.model.code(problem.inputs, problem.outputs, problem.image)}",
        criterion("criterion", run.loss)
        + (f"train_y = {encoding}  # as the loss takes it\n" if encoding != "train_y" else ""),
        statements(run),
    ]
    return "\n".join(lines)


def _batches(experiment: Experiment) -> str:
    size = "BATCH_SIZE" if _parts(experiment) == 1 else "BATCH_SIZE * BATCHES_PER_UPDATE"
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


def _loop(experiment: Experiment, run: Run) -> str:
    digits = len(str(experiment.training.steps))
    lines = [
        "losses = []",
        "lrs = []",
        "for step, examples in zip(range(1, STEPS + 1), updates()):",
        '    lrs.append(optimizer.param_groups[0]["lr"])',
        "    optimizer.zero_grad()",
        _backward(experiment, run) + _clipped(run) + "    optimizer.step()",
        "    losses.append(loss.item())",
        "    if not losses[-1] <= 1e4 * max(losses[0], 1):",
        '        print(f"diverged at step {step - 1}")',
        "        break",
        "    if step % VALIDATE_EVERY == 0 or step == STEPS:",
        "        val_loss, second = validate()",
        f'        print(f"step {{step:{digits}}} of {{STEPS}}   lr {{lrs[-1]:.3g}}   loss {{losses[-1]:.4f}}   "',
        f'              f"val loss {{val_loss:.4f}}   {SECOND[experiment.problem.task][0]} {{second:.3f}}")',
        *_stepped(experiment, run),
    ]
    return "\n".join(lines) + "\n"


def _backward(experiment: Experiment, run: Run) -> str:
    single = _parts(experiment) == 1
    inputs = "model(train_x[examples])" if single else "model(train_x[batch])"
    return (_ONE_BATCH if single else _MANY_BATCHES).format(output=taken(run.loss, experiment.problem, inputs))


def _clipped(run: Run) -> str:
    """Write the line that cuts the gradient's norm; nothing where it is never cut."""
    if run.clip is None:
        return ""
    return f"    torch.nn.utils.clip_grad_norm_(model.parameters(), max_norm={run.clip!r})\n"


def _stepped(experiment: Experiment, run: Run) -> list[str]:
    """Write the scheduler's turn, guarded where torch will refuse to go on before the plan's end."""
    per_epoch = run.stepped == "epoch"
    due = "    if step % UPDATES_PER_EPOCH == 0:\n    " if per_epoch else ""
    if run.listens:
        return [f"{due}    scheduler.step({'validate()[0]' if per_epoch else 'losses[-1]'})"]
    if not _refuses(experiment, run):
        return [f"{due}    scheduler.step()"]
    return [
        "    try:",
        "        if step % UPDATES_PER_EPOCH == 0:\n            scheduler.step()"
        if per_epoch
        else "        scheduler.step()",
        "    except (ArithmeticError, LookupError, ValueError) as error:",
        '        print(f"after step {step}: {error}")',
        "        break",
    ]


def _refuses(experiment: Experiment, run: Run) -> bool:
    steps = min(experiment.training.steps, LOOKED_AT)
    return experiment.curve(run, np.arange(steps)).error is not None


def _quoted(name: str) -> str:
    """Make a name safe between three double quotes, on one line."""
    plain = "".join(character if character.isprintable() else " " for character in name)
    return plain.replace("\\", "\\\\").replace('"', '\\"')
