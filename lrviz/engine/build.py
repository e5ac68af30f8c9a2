"""The torch object a catalog value stands for."""

from __future__ import annotations

import functools
import importlib
from typing import Any

import torch

from lrviz.catalog.recipe import Recipe
from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.catalog.surface import Surface
from lrviz.expression import Expression
from lrviz.spec import PerGroup, Spec, fields


def build(spec: Spec, *given: Any) -> Any:
    """Call what `spec.target` names with `given` and the spec's own fields."""
    own = {field.name: getattr(spec, field.name) for field in fields(type(spec))}
    for field in fields(type(spec)):
        if field.tensor and own[field.name] is not None:
            own[field.name] = torch.tensor(own[field.name])
        if field.variable and own[field.name] is not None:  # torch takes a function where the catalog keeps its text
            own[field.name] = _functions(own[field.name], field.variable)
    if isinstance(spec, Surface):  # one module for all of them
        own = {"formula": spec.formula, "start": spec.start}
    if isinstance(spec, Recipe):
        rates = [group["lr"] for group in given[0].param_groups]
        own = {"lr_lambda": [functools.partial(spec.single, lr=lr) for lr in rates]}
    if isinstance(spec, SequentialLR | ChainedScheduler):  # each part is made for the same optimizer, in order
        own["schedulers"] = [build(part, *given) for part in spec.schedulers]
        if isinstance(spec, ChainedScheduler):  # it takes its optimizer from its parts
            given = ()
    return _target(type(spec).target)(*given, **own, **type(spec).fixed)


def _functions(texts: PerGroup[str], variable: str) -> Any:
    if isinstance(texts, tuple):
        return [_functions(text, variable) for text in texts]
    formula = Expression.parse(texts, (variable,))
    return lambda value: float(formula.single(**{variable: value}))


@functools.cache
def _target(name: str) -> Any:
    module, _, attribute = name.rpartition(".")
    return getattr(importlib.import_module(module), attribute)
