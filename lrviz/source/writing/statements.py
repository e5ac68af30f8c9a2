"""Statements: a run's parameter groups, optimizer and scheduler, each as a line or two of plain PyTorch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.recipe import Recipe
from lrviz.catalog.schedules.constant_lr import ConstantLR
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.expression import Expression
from lrviz.run import Group, Run
from lrviz.source.spelling.along import OWN, class_of
from lrviz.source.spelling.lines import called, listed, literal, quoted, statement
from lrviz.source.spelling.naming import PARTS, Made, construction
from lrviz.source.spelling.recipes import definition, uses_rate
from lrviz.spec import Field, Spec, fields

STEP = {"t": "step"}
"""What the variables of formulas are called in Python, where that differs."""


def statements(run: Run) -> str:
    """Write the lines that make a run's optimizer and scheduler, without imports."""
    return "".join([groups(run), optimizer(run), scheduler(run)])


def imports(run: Run) -> list[str]:
    """Give the lines, besides `import torch`, that the statements need."""
    mathematics = ["import math"] if "math." in scheduler(run) else []
    return mathematics + (["from fnmatch import fnmatchcase"] if run.groups else [])


def optimizer(run: Run) -> str:
    """Write the statement that makes a run's optimizer."""
    params = "groups" if run.groups else "model.parameters()"
    return statement("optimizer", type(run.optimizer).target, [params, *arguments(run.optimizer)])


def scheduler(run: Run) -> str:
    """Write the statements that make a run's scheduler: recipes as functions, then parts, then what they make up."""
    rates = run.rates()
    made = construction(run.schedule or ConstantLR(factor=1.0, total_iters=0), "scheduler")
    functions = {
        one.function: definition(one.schedule, one.function, rates[0])
        for one in made
        if isinstance(one.schedule, Recipe)
    }
    *_, whole = made
    if isinstance(whole.schedule, Resumed):
        return _resumed(whole.schedule, made, [*functions.values()], rates)
    if (name := type(whole.schedule).__name__) in OWN:
        return f"\n\n{class_of(type(whole.schedule))}\n\n{statement(whole.name, name, _given(whole, rates))}"
    head = "".join(f"\n\n{text}" for text in functions.values()) + "\n\n" * bool(functions)
    return head + "".join(statement(one.name, type(one.schedule).target, _given(one, rates)) for one in made)


def _resumed(schedule: Resumed, made: Sequence[Made], functions: Sequence[str], rates: Sequence[float]) -> str:
    """Write the class of a resumed scheduler, the functions that make its parts, and what they make up."""
    *parts, whole = made
    seam = 1 + next(i for i, one in enumerate(parts) if one.name == whole.parts[0])
    further = [f"last_epoch={schedule.step - 1}"] if schedule.by == "last_epoch" else []
    before, after = _maker(parts[:seam], rates, []), _maker(parts[seam:], rates, further)
    defined = "".join(f"\n\n{text}" for text in (class_of(type(schedule)), *functions, before, after))
    given = ["optimizer", whole.parts[0], repr(schedule.step), whole.parts[1], f"by={quoted(schedule.by)}"]
    return f"{defined}\n\n{statement(whole.name, type(schedule).__name__, given)}"


def _maker(made: Sequence[Made], rates: Sequence[float], further: list[str]) -> str:
    """Write a function of the optimizer that makes a scheduler and its parts, and returns it."""
    starts = [*(f"    {one.name} = " for one in made[:-1]), "    return "]
    calls = (
        called(start, type(one.schedule).target, _given(one, rates) + (further if one is made[-1] else []))
        for start, one in zip(starts, made, strict=True)
    )
    return f"def {made[-1].name}(optimizer):\n{''.join(calls)}"


def groups(run: Run) -> str:
    """Write the statements that sort a model's parameters into a run's groups; nothing where it has none."""
    if not run.groups:
        return ""
    trained = [group for group in run.groups if not group.frozen]
    lines = ["groups = [", '    {"params": []},', *(f"    {_group(group)}," for group in trained), "]"]
    lines.append("for name, parameter in model.named_parameters():")
    place = 0
    for i, group in enumerate(run.groups):
        lines.append(f"    {'el' if i else ''}if fnmatchcase(name, {quoted(group.pattern)}):")
        place += not group.frozen
        freeze = "parameter.requires_grad_(False)"
        lines.append(f"        {freeze if group.frozen else _append(place)}")
    lines += ["    else:", f"        {_append(0)}"]
    return "\n".join(lines) + "\n"


def arguments(spec: Spec, parts: Sequence[str] = ()) -> list[str]:
    """Write a value's arguments: the required ones, an optimizer's rate, and what differs from torch's defaults.

    `parts` names those it is made of. A list too long for a line comes in several pieces, to be broken between them.
    """
    own = [
        piece
        for field in fields(type(spec))
        if field.required
        or getattr(spec, field.name) != field.default
        or (isinstance(spec, Optimizer) and field.name == "lr")
        for piece in (listed(PARTS, parts) if field.name == PARTS else _argument(field, getattr(spec, field.name)))
    ]
    return [*own, *(f"{name}={literal(value)}" for name, value in type(spec).fixed.items())]


def _given(made: Made, rates: Sequence[float]) -> list[str]:
    """Write what a scheduler is given: its optimizer, where torch takes it, and the rest."""
    schedule = made.schedule
    if isinstance(schedule, Recipe):
        return ["optimizer", *_factors(schedule, made.function, rates)]
    own = arguments(schedule, made.parts)
    return [*own, "optimizer=optimizer"] if schedule.places else ["optimizer", *own]


def _factors(recipe: Recipe, function: str, rates: Sequence[float]) -> list[str]:
    """Write a recipe's function as torch takes it: one for each group where their rates make a difference."""
    if len(set(rates)) == 1 or not uses_rate(recipe):
        return [f"lr_lambda={function}"]
    return listed("lr_lambda", [f"lambda step: {function}(step, lr={rate!r})" for rate in rates])


def value(field: Field, given: Any) -> str:
    """Write what is given for a field, in one line."""
    return ", ".join(_argument(field, given)).removeprefix(f"{field.name}=")


def _argument(field: Field, value: Any) -> list[str]:
    """Write an argument, in pieces where it is a long list."""
    if field.variable and value is not None:
        several = isinstance(value, tuple)
        functions = [_function(one, field.variable) for one in (value if several else (value,))]
        return listed(field.name, functions) if several else [f"{field.name}={functions[0]}"]
    if field.tensor and value is not None:
        return [f"{field.name}=torch.tensor({literal(value)})"]
    if isinstance(value, tuple) and value:
        return listed(field.name, [literal(one) for one in value])
    return [f"{field.name}={literal(value)}"]


def _function(formula: str, variable: str) -> str:
    argument = STEP.get(variable, variable)
    return f"lambda {argument}: {Expression.parse(formula, (variable,)).python(**{variable: argument})}"


def _append(place: int) -> str:
    return f'groups[{place}]["params"].append(parameter)'


def _group(group: Group) -> str:
    own = {"lr": group.lr, "weight_decay": group.weight_decay}
    given = "".join(f', "{name}": {value!r}' for name, value in own.items() if value is not None)
    return f'{{"params": []{given}}}'
