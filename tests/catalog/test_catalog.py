"""One walk over the whole catalog: a new class is tested because it is there."""

from __future__ import annotations

import ast
import importlib
import inspect
from typing import Any

import hypothesis
import msgspec
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from lrviz.catalog.composite import Composite
from lrviz.catalog.losses import LOSSES, AnyLoss
from lrviz.catalog.metrics import METRICS, AnyMetric
from lrviz.catalog.model import Model
from lrviz.catalog.models import MODELS, AnyModel
from lrviz.catalog.models.own_model import OwnModel
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers import OPTIMIZERS, AnyOptimizer
from lrviz.catalog.problem import Problem
from lrviz.catalog.problems import PROBLEMS, AnyProblem
from lrviz.catalog.recipe import Recipe
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules import SCHEDULES, AnySchedule
from lrviz.catalog.signals import SIGNALS, AnySignal
from lrviz.catalog.surfaces import SURFACES, AnySurface
from lrviz.engine.build import build
from lrviz.run import Group
from lrviz.spec import Field, Spec, fields
from lrviz.training import Training
from tests.strategies import grouped, specs

UNIONS: dict[type[Spec], Any] = {
    cls: union
    for classes, union in (
        (SCHEDULES, AnySchedule),
        (OPTIMIZERS, AnyOptimizer),
        (LOSSES, AnyLoss),
        (METRICS, AnyMetric),
        (MODELS, AnyModel),
        (PROBLEMS, AnyProblem),
        (SIGNALS, AnySignal),
        (SURFACES, AnySurface),
    )
    for cls in classes
}
CATALOG = list(UNIONS)
TORCHS = [cls for cls in CATALOG if cls.target.startswith("torch.") and not issubclass(cls, Recipe)]
SPEED = {"foreach", "fused", "capturable", "differentiable"}
"""Parameters that change how fast torch is and not what it gives."""
LATER = {
    **{cls.__name__: {"size_average", "reduce", "reduction", "ignore_index", "log_target"} for cls in LOSSES},
    "BCEWithLogitsLoss": {"size_average", "reduce", "reduction", "weight"},  # a weight of each element of a batch
    "KLDivLoss": {"size_average", "reduce", "reduction", "log_target"},  # told by the data
}
"""Parameters of torch's that have no field yet."""


def target(cls: type[Spec]) -> Any:
    module, _, name = cls.target.rpartition(".")
    return getattr(importlib.import_module(module), name)


def parameters(cls: type[Spec]) -> dict[str, inspect.Parameter]:
    """Give torch's parameters without those that are no choice of a user's."""
    given = inspect.signature(target(cls)).parameters
    left_out = {"optimizer", "params", "last_epoch", "args", "kwargs"} | SPEED | LATER.get(cls.__name__, set())
    return {name: parameter for name, parameter in given.items() if name not in left_out}


def test_the_whole_catalog_is_found() -> None:
    names = {cls.__name__ for cls in CATALOG}
    assert names >= {"LambdaLR", "StepLR", "OneCycleLR", "SGD", "AdamW", "CrossEntropyLoss", "MLP", "Digits"}
    assert len(SCHEDULES) >= 16
    assert len(names) == len(CATALOG)


@pytest.mark.parametrize("cls", CATALOG)
def test_every_class_says_what_it_is(cls: type[Spec]) -> None:
    assert cls.summary().endswith((".", ":")) or "." in cls.summary(), cls.summary()
    assert len(cls.summary()) > 20
    assert cls.summary() != Spec.summary()
    assert target(cls) is not None


@pytest.mark.parametrize("cls", [*CATALOG, Group, Training])
def test_every_field_says_what_it_is_and_has_a_row_in_a_form(cls: type[Spec]) -> None:
    for field in fields(cls):
        assert_can_be_shown(field)


def assert_can_be_shown(field: Field) -> None:
    parts = field.name == "schedulers"
    nested = field.name in ("model", "source", "schedule", "then") or parts
    assert field.help.endswith((".", "?")) or (nested and not parts), field.help
    assert (field.kind == "value") is nested
    assert field.bound
    composed = field.name in (
        "schedulers",
        "milestones",
        "schedule",
        "then",
    )  # they belong together: the class's example says both
    assert field.default is not None or field.optional or composed
    assert bool(field.none) is field.optional, "what None stands for"
    assert not field.variable or field.kind == "text"
    if field.slider is not None:
        low, high = field.slider
        assert low < high
        assert field.scale == "linear" or low > 0
    if field.kind in {"int", "float"} and field.scale == "log":
        assert field.slider is not None or field.unit == "steps", "a log slider needs its range"


@pytest.mark.parametrize("cls", CATALOG)
def test_every_slider_and_choice_is_within_bounds(cls: type[Spec]) -> None:
    for field in fields(cls):
        for value in (*(field.slider or ()), *field.choices):
            many = field.kind == "floats"
            given = (value,) * len(field.default) if many else int(value) if field.kind == "int" else value
            msgspec.convert(given, field.type)
            if field.grouped:
                msgspec.convert((given, given), field.type)


@pytest.mark.parametrize("cls", CATALOG)
@given(data=st.data())
def test_every_value_comes_back_from_json(cls: type[Spec], data: st.DataObject) -> None:
    value = data.draw(specs(cls))
    text = msgspec.json.encode(value, order="deterministic")
    back = msgspec.json.decode(text, type=UNIONS[cls])
    assert back == value
    assert type(back) is cls
    assert msgspec.json.encode(back, order="deterministic") == text


@pytest.mark.parametrize("cls", CATALOG)
def test_a_form_starts_from_a_valid_value(cls: type[Spec]) -> None:
    example = cls.example()
    assert msgspec.json.decode(msgspec.json.encode(example), type=UNIONS[cls]) == example


@pytest.mark.parametrize("cls", TORCHS)
def test_fields_are_torchs_parameters_with_torchs_defaults(cls: type[Spec]) -> None:
    given = parameters(cls)
    assert [field.name for field in fields(cls)] == list(given)
    for field in fields(cls):
        default = given[field.name].default
        assert field.required == (default is inspect.Parameter.empty), field.name
        if not field.required:
            assert field.default == default, field.name


@pytest.mark.parametrize("cls", [cls for cls in TORCHS if not issubclass(cls, Composite)])
@given(data=st.data())
def test_torch_makes_its_object_from_the_fields(cls: type[Spec], data: st.DataObject) -> None:
    value = data.draw(specs(cls))
    given = {field.name: getattr(value, field.name) for field in fields(cls)}
    given |= {f.name: torch.tensor(given[f.name]) for f in fields(cls) if f.tensor and given[f.name] is not None}
    given |= {f.name: lambda value: 0.5**value for f in fields(cls) if f.variable and given[f.name] is not None}
    weights = [torch.nn.Parameter(torch.zeros(1, 1))]
    if cls in SCHEDULES:
        assert target(cls)(torch.optim.SGD(weights, lr=0.1), **given).get_last_lr()
    elif cls in OPTIMIZERS:
        assert target(cls)(weights, **given).defaults.items() >= given.items()
    else:
        assert isinstance(target(cls)(**given), torch.nn.Module)


@pytest.mark.parametrize("cls", [cls for cls in SCHEDULES if any(field.grouped for field in fields(cls))])
@given(data=st.data())
def test_values_for_each_group_come_back_from_json_and_are_picked(cls: type[Schedule], data: st.DataObject) -> None:
    value = data.draw(grouped(cls.example(), 3))
    assert msgspec.json.decode(msgspec.json.encode(value), type=UNIONS[cls]) == value
    for field in fields(cls):
        many = getattr(value, field.name)
        for i in range(3):
            own = getattr(value.for_group(i), field.name)
            assert own == (many[i] if field.grouped and isinstance(many, tuple) else many)
    assert value.unfit(3, has_momentum=True) == ""


@pytest.mark.parametrize("cls", PROBLEMS)
def test_a_problem_says_for_itself_what_every_problem_has_to(cls: type[Problem]) -> None:
    problem = cls.example()
    data = problem.data()
    assert len(data.train_x) == len(data.train_y) == problem.train_size
    assert data.train_x.shape[-1] == problem.inputs
    assert not problem.unfit
    assert problem.title()
    ast.parse("\n".join((*problem.imports(), problem.code())))


@pytest.mark.parametrize("cls", MODELS)
@settings(max_examples=40)
@given(data=st.data(), outputs=st.integers(1, 12))
def test_a_model_knows_the_shapes_of_torchs_parameters(cls: type[Model], data: st.DataObject, outputs: int) -> None:
    model, image = data.draw(specs(cls)), (9, 17)
    hypothesis.assume(not model.unfit("classes", image))
    with torch.device("meta"):  # two layers of 65536 units would fill any memory
        module = build(model, 153, outputs, image)
    torchs = [(name, tuple(parameter.shape)) for name, parameter in module.named_parameters()]
    assert list(model.shapes(153, outputs, image).items()) == ([] if isinstance(model, OwnModel) else torchs)


@pytest.mark.parametrize("cls", OPTIMIZERS)
@pytest.mark.parametrize("shape", [(2,), (2, 3), (2, 1, 3, 3)], ids=str)
def test_an_optimizer_takes_what_torchs_takes(cls: type[Optimizer], shape: tuple[int, ...]) -> None:
    weight = [torch.nn.Parameter(torch.zeros(shape))]
    if cls.takes(shape):
        assert target(cls)(weight, lr=0.1).param_groups
        assert cls.unfit({"0.weight": shape}) == ""
        return
    with pytest.raises(ValueError, match="only supports"):
        target(cls)(weight, lr=0.1)
    assert cls.unfit({"1.weight": (2, 2), "0.weight": shape}).startswith(f"{cls.__name__} takes only {cls.only}, ")
    assert "0.weight" in cls.unfit({"1.weight": (2, 2), "0.weight": shape})


@pytest.mark.parametrize("cls", MODELS)
def test_a_model_can_be_written_as_an_expression(cls: type[Model]) -> None:
    ast.parse(cls.example().code(64, 10, (8, 8)), mode="eval")


@pytest.mark.parametrize("cls", SCHEDULES)
def test_a_schedule_has_a_rate_for_each_step(cls: type[Schedule]) -> None:
    assert cls.example().at(np.arange(5), 0.1).shape == (5,)
