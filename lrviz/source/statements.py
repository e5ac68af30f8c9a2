"""Statements: a run's parameter groups, optimizer and scheduler, each as a line or two of plain PyTorch."""

from __future__ import annotations

from typing import Any

from lrviz.catalog.optimizer import Optimizer
from lrviz.expression import Expression
from lrviz.run import Group, Run
from lrviz.spec import Field, Spec, fields

WIDTH = 60  # what the window's code panel shows without scrolling


def imports(run: Run) -> list[str]:
    """Give the lines, besides `import torch`, that the statements need."""
    mathematics = ["import math"] if "math." in scheduler(run) else []
    return mathematics + (["from fnmatch import fnmatchcase"] if run.groups else [])


def optimizer(run: Run) -> str:
    """Write the statement that makes a run's optimizer."""
    params = "groups" if run.groups else "model.parameters()"
    return _statement("optimizer", type(run.optimizer).target, [params, *arguments(run.optimizer)])


def scheduler(run: Run) -> str:
    """Write the statement that makes a run's scheduler."""
    if run.schedule is None:
        own = ["optimizer", "factor=1.0", "total_iters=0"]
        return _statement("scheduler", "torch.optim.lr_scheduler.ConstantLR", own)
    return _statement("scheduler", type(run.schedule).target, ["optimizer", *arguments(run.schedule)])


def groups(run: Run) -> str:
    """Write the statements that sort a model's parameters into a run's groups; nothing where it has none."""
    if not run.groups:
        return ""
    trained = [group for group in run.groups if not group.frozen]
    lines = ["groups = [", '    {"params": []},', *(f"    {_group(group)}," for group in trained), "]"]
    lines.append("for name, parameter in model.named_parameters():")
    place = 0
    for i, group in enumerate(run.groups):
        lines.append(f"    {'el' if i else ''}if fnmatchcase(name, {_text(group.pattern)}):")
        place += not group.frozen
        freeze = "parameter.requires_grad_(False)"
        lines.append(f"        {freeze if group.frozen else _append(place)}")
    lines += ["    else:", f"        {_append(0)}"]
    return "\n".join(lines) + "\n"


def arguments(spec: Spec) -> list[str]:
    """Write a value's arguments: the required ones, an optimizer's rate, and what differs from torch's defaults."""
    own = [
        f"{field.name}={_argument(field, getattr(spec, field.name))}"
        for field in fields(type(spec))
        if field.required
        or getattr(spec, field.name) != field.default
        or (isinstance(spec, Optimizer) and field.name == "lr")
    ]
    return [*own, *(f"{name}={literal(value)}" for name, value in type(spec).fixed.items())]


def _argument(field: Field, value: Any) -> str:
    if field.variable and value is not None:
        texts = (value,) if isinstance(value, str) else value
        written = [_function(Expression.parse(text, (field.variable,))) for text in texts]
        return written[0] if isinstance(value, str) else f"[{', '.join(written)}]"
    return f"torch.tensor({literal(value)})" if field.tensor and value is not None else literal(value)


def _function(formula: Expression) -> str:
    (variable,) = formula.variables
    name = "step" if variable == "t" else variable
    return f"lambda {name}: {formula.python(**{variable: name})}"


def literal(value: Any) -> str:
    """Write a value as Python does: the shortest text that reads back as exactly this number."""
    if isinstance(value, tuple):
        items = ", ".join(map(literal, value))
        return f"[{items}]"
    return _text(value) if isinstance(value, str) else repr(value)


def _append(place: int) -> str:
    return f'groups[{place}]["params"].append(parameter)'


def _group(group: Group) -> str:
    own = {"lr": group.lr, "weight_decay": group.weight_decay}
    given = "".join(f', "{name}": {value!r}' for name, value in own.items() if value is not None)
    return f'{{"params": []{given}}}'


def _text(value: str) -> str:
    """Write a text in double quotes, as the formatter does."""
    single = repr(value)
    return f'"{single[1:-1]}"' if single[0] == "'" and '"' not in value else single


def _statement(name: str, target: str, given: list[str]) -> str:
    """Write an assignment of a call: in one line where it is short, else its arguments on lines of their own."""
    line = f"{name} = {target}({', '.join(given)})"
    if len(line) <= WIDTH:
        return line + "\n"
    packed = _packed(given)
    return f"{name} = {target}(\n" + "".join(f"    {part}\n" for part in packed)[:-1] + ")\n"


def _packed(given: list[str]) -> list[str]:
    """Fill lines with arguments, never breaking one."""
    lines = [""]
    for i, argument in enumerate(given):
        text = argument + ("," if i < len(given) - 1 else "")
        if lines[-1] and len(lines[-1]) + len(text) + 6 > WIDTH:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + text
    return lines
