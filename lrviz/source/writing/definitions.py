"""Definitions: the classes of lrviz's own that a script takes along, and its loss and its measures as torch code."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence

from lrviz.catalog.loss import OUTPUT_CODE, TARGET_CODE, Loss
from lrviz.catalog.losses.custom_loss import FUNCTIONS, CustomLoss
from lrviz.catalog.problem import Problem
from lrviz.catalog.task import Task
from lrviz.catalog.yardsticks import YARDSTICKS
from lrviz.excerpt import excerpt
from lrviz.run import Run
from lrviz.source.writing.statements import arguments


def definitions(line: Sequence[Run], problem: Problem) -> str:
    """Write the classes that the script of a run needs beside torch's own, and of those it comes from."""
    models = [excerpt("lrviz.engine.models", name) for name in problem.model.parts()]
    losses: dict[str, str] = {}
    for loss in (line[0].loss, YARDSTICKS[problem.task], *(run.loss for run in line[1:] if not own_class(run))):
        losses.setdefault(type(loss).__name__, definition(loss))
    return "\n\n".join(text for text in (*models, *losses.values()) if text)


def own_class(run: Run) -> bool:
    """Whether the class of a branch's loss is its own: formulas share a name, and are written where they are used."""
    return isinstance(run.loss, CustomLoss)


def criterion(name: str, loss: Loss) -> str:
    """Write the statement that makes a loss."""
    made = type(loss).target.removeprefix("torch.").rpartition("lrviz.engine.")[2].rpartition("losses.")[2]
    given = [] if isinstance(loss, CustomLoss) else arguments(loss)
    return f"{name} = {made.removeprefix('custom_loss.')}({', '.join(given)})\n"


def taken(loss: Loss, problem: Problem, output: str) -> str:
    """Write a model's output in the form a loss takes it in."""
    return OUTPUT_CODE[loss.uses[problem.task].output].format(output)


def encoded(loss: Loss, problem: Problem, target: str) -> str:
    """Write a problem's targets in the form a loss takes them in."""
    return TARGET_CODE[loss.uses[problem.task].target].format(target, problem.outputs)


SECOND: Mapping[Task, tuple[str, str]] = {
    "classes": ("accuracy", "(output.argmax(dim=1) == val_y).float().mean()"),
    "binary": ("accuracy", "((output.squeeze(-1) > 0) == val_y).float().mean()"),
    "values": ("mean absolute error", "(output.squeeze(-1) - val_y).abs().mean()"),
    "ranking": ("best document first", "(output.squeeze(-1).argmax(dim=1) == val_y.argmax(dim=1)).float().mean()"),
    "surface": ("distance from the origin", "torch.hypot(model.x, model.y)"),
}
"""What a script prints of each task beside the validation loss, and how it is worked out."""


def definition(loss: Loss) -> str:
    """Write the class of a loss that torch has none of; nothing for torch's own."""
    if isinstance(loss, CustomLoss):
        return _custom(loss)
    module, _, name = type(loss).target.rpartition(".")
    return excerpt(module, name) if module.startswith("lrviz.") else ""


def _custom(loss: CustomLoss) -> str:
    """Write a formula as a module, with the functions that give its variables."""
    needed = [
        excerpt("lrviz.engine.quantities", name) for name in (*map(FUNCTIONS.get, loss.variables), loss.mean) if name
    ]
    values = "".join(f"        {name} = {FUNCTIONS[name]}(output, target)\n" for name in loss.variables)
    formula = ast.unparse(loss.in_torch)
    return "\n\n".join([*needed, _CUSTOM.format(text=loss.formula, values=values, mean=loss.mean, formula=formula)])


_CUSTOM = '''\
class CustomLoss(nn.Module):
    """{text}"""

    def forward(self, output, target):
{values}        return {mean}({formula}, target)
'''
