"""A member's groups, rates and momentum are what the experiment's curve says, for every schedule there is."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from lrviz.catalog.composite import Composite
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.optimizers.adagrad import Adagrad
from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.problems.digits import Digits
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.engine.member import Member, member, parameter_groups
from lrviz.errors import RefusedError
from lrviz.experiment import Experiment
from lrviz.run import Group, Run
from lrviz.spec import fields
from tests.strategies import UNTOLD, specs

TARGET = torch.from_numpy(Digits().data().train_y)
EVERY = [SGD(lr=0.1, momentum=0.9), *(cls.example() for cls in OPTIMIZERS)]
PAIRS = dict.fromkeys(
    (
        *((cls, optimizer) for cls in UNTOLD for optimizer in (EVERY[0], AdamW.example(), Adagrad.example())),
        *((cls, optimizer) for cls in (StepLR, CyclicLR, OneCycleLR) for optimizer in EVERY),
    )
)
"""Every schedule with momentum, with betas and with neither; every optimizer with each way to move them."""
GROUPS = (Group("0.bias", lr=0.02), Group("0.*", frozen=True), Group("*.bias", lr=0.3, weight_decay=0.0))


def built(run: Run, seed: int = 0) -> Member:
    return member(0, run, seed, Digits(), TARGET)


def momentum(group: dict[str, Any]) -> float:
    return float(group["betas"][0] if "betas" in group else group["momentum"])


@pytest.mark.parametrize("stepped", ["batch", "epoch"])
@pytest.mark.parametrize(("cls", "optimizer"), PAIRS, ids=lambda one: getattr(one, "__name__", type(one).__name__))
def test_rates_and_momentum_are_the_curves(cls: type[Schedule], stepped: Any, optimizer: Optimizer) -> None:
    run = Run("run", cls.example().scaled(0.3), groups=GROUPS, stepped=stepped).with_optimizer(optimizer, Digits())
    experiment = Experiment.of(run, steps=120, batch_size=256)  # 5 updates an epoch
    curve = experiment.curve(run, np.arange(120))
    if run.unfit:
        with pytest.raises(RefusedError, match=re.escape(run.unfit)):
            built(run)
        assert (len(curve), curve.momentum) == (0, None)
        assert curve.error == run.unfit
        return
    made = built(run)
    assert len(curve) > 5
    found: list[list[float]] = []
    momenta: list[float] = []
    for step in range(len(curve)):
        found.append([group["lr"] for group in made.optimizer.param_groups])
        if curve.momentum is not None:
            momenta.append(momentum(made.optimizer.param_groups[0]))
        made.optimizer.step()
        said = made.advance(step + 1, experiment.updates_per_epoch)
        assert (said is None) == (step + 1 < len(curve) or curve.error is None)
    np.testing.assert_allclose(np.array(found).T, curve.lrs, rtol=1e-9, atol=1e-12 * np.abs(curve.lrs).max())
    if curve.momentum is not None:
        np.testing.assert_allclose(momenta, curve.momentum, rtol=1e-9)
    else:
        assert not optimizer.momentum_or_beta


def levels(schedule: Schedule | None) -> list[float]:
    """Give the rates that a schedule, or a part of it, goes between."""
    if schedule is None:
        return []
    own = [getattr(schedule, field.name) for field in fields(type(schedule)) if field.unit == "lr"]
    flat = [level for each in own for level in (each if isinstance(each, tuple) else (each,)) if level is not None]
    parts = schedule.parts if isinstance(schedule, Composite) else ()
    return [*flat, *(level for part in parts for level in levels(part))]


@pytest.mark.parametrize("cls", UNTOLD, ids=lambda cls: cls.__name__)
@settings(max_examples=25)
@given(data=st.data())
def test_any_schedule_runs_along_its_curve_and_ends_with_it(cls: type[Schedule], data: st.DataObject) -> None:
    stepped: Any = data.draw(st.sampled_from(["batch", "epoch"]))
    optimizer = data.draw(st.sampled_from([SGD(lr=0.1, momentum=0.9), AdamW(lr=0.003), SGD(lr=2.0)]))
    run = Run("run", data.draw(specs(cls)), optimizer, groups=GROUPS, stepped=stepped)
    experiment = Experiment.of(run, steps=60, batch_size=256)
    curve = experiment.curve(run, np.arange(60))
    try:
        made = built(run)
    except RefusedError:
        assert len(curve) == 0
        return
    found: list[list[float]] = []
    said: str | None = None
    while said is None and len(found) < 60:
        found.append([group["lr"] for group in made.optimizer.param_groups])
        made.optimizer.step()
        said = made.advance(len(found), experiment.updates_per_epoch)
    if len(found) < 60:
        assert said == curve.error
    assert len(found) == len(curve)
    scale = max(
        np.abs(curve.lrs).max(), *levels(run.schedule), 0.0
    )  # a curve rounds at the scale of the levels it goes between
    np.testing.assert_allclose(np.array(found).T, curve.lrs, rtol=1e-9, atol=1e-12 * scale)


@pytest.mark.parametrize(
    "formula", ["0.95 ** t", "min(1, (t + 1) / 7)", "1 if t < 9 else 0.1", "0.5 * (1 + cos(pi * t / 30))", "t // 4 % 3"]
)
def test_a_formula_is_stepped_to_pythons_own_values(formula: str) -> None:
    from math import cos, pi

    made = built(Run("formula", LambdaLR(formula), SGD(lr=0.1)))
    for t in range(40):
        expected = 0.1 * eval(formula, {"cos": cos, "pi": pi, "min": min, "t": t})  # noqa: S307 - the texts above
        assert made.lr == expected
        made.optimizer.step()
        made.advance(t + 1, 1)


def test_groups_are_sorted_by_the_first_pattern_and_frozen_ones_left_out() -> None:
    run = Run("run", optimizer=SGD(lr=0.1, weight_decay=0.01), groups=GROUPS)
    made = built(run)
    names = {id(parameter): name for name, parameter in made.model.named_parameters()}
    groups = made.optimizer.param_groups
    assert [[names[id(p)] for p in group["params"]] for group in groups] == [["2.weight"], ["0.bias"], ["2.bias"]]
    assert [group["lr"] for group in groups] == list(run.rates()) == [0.1, 0.02, 0.3]
    assert [group["weight_decay"] for group in groups] == [0.01, 0.01, 0.0]
    frozen = {name for name, parameter in made.model.named_parameters() if not parameter.requires_grad}
    assert frozen == {"0.weight"}


def test_a_frozen_parameter_stays_and_the_others_move() -> None:
    made = built(Run("run", groups=GROUPS))
    before = {name: parameter.clone() for name, parameter in made.model.named_parameters()}
    batch = (torch.rand(8, 64), torch.arange(8))
    made.update([batch])
    moved = {name for name, parameter in made.model.named_parameters() if not torch.equal(parameter, before[name])}
    assert moved == {"0.bias", "2.weight", "2.bias"}


def test_a_pattern_may_match_everything_or_nothing() -> None:
    model = built(Run("run")).model
    everything = parameter_groups(Run("run", groups=(Group("*", lr=0.5),)), model)
    assert [len(group["params"]) for group in everything] == [0, 4]
    nothing = parameter_groups(Run("run", groups=(Group("encoder.*"),)), model)
    assert [len(group["params"]) for group in nothing] == [4, 0]


@pytest.mark.parametrize("cls", OPTIMIZERS, ids=lambda cls: cls.__name__)
def test_every_optimizer_is_built_with_its_own_values(cls: type[Optimizer]) -> None:
    made = built(Run("run").with_optimizer(cls.example().with_rate(0.25), Digits()))
    assert type(made.optimizer).__name__ == cls.__name__
    for name in cls.__struct_fields__:
        assert made.optimizer.defaults[name] == getattr(cls.example().with_rate(0.25), name)


def test_torchs_refusal_is_passed_on_in_one_line() -> None:
    with pytest.raises(RefusedError, match=r"^ZeroDivisionError: division by zero$"):
        built(Run("run", LambdaLR("1 / t")))
    with pytest.raises(RefusedError, match=r"^lr_lambda gives inf at step 0$"):
        built(Run("run", LambdaLR("1e300 * 1e300 + t")))


def test_seeds_choose_the_weights_and_nothing_else_does() -> None:
    torch.manual_seed(99)
    one, two, other = built(Run("a"), 4), built(Run("b", StepLR(3), AdamW()), 4), built(Run("a"), 5)
    for first, second, third in zip(
        one.model.parameters(), two.model.parameters(), other.model.parameters(), strict=True
    ):
        assert torch.equal(first, second)
        assert not torch.equal(first, third)


def test_a_schedule_may_start_above_the_optimizers_rate() -> None:
    made = built(Run("run", CyclicLR(base_lr=0.5, max_lr=1.0, step_size_up=2), SGD(lr=0.001, momentum=0.9)))
    assert made.lr == 0.5


def test_a_loss_diverges_when_it_is_no_number_or_out_of_proportion() -> None:
    made = built(Run("run"))
    assert [made.diverges(loss) for loss in (2.3, 22_999.0, 23_001.0, float("nan"), float("inf"), 0.1)] == [
        False, False, True, True, True, False,
    ]  # fmt: skip
    small = built(Run("run"))
    assert [small.diverges(loss) for loss in (1e-6, 9_999.0, 10_001.0)] == [False, False, True]
    assert built(Run("run")).diverges(float("nan"))
    assert built(Run("run")).diverges(float("inf"))
