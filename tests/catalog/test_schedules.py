from __future__ import annotations

import itertools
import math
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from lrviz.catalog.composite import Composite
from lrviz.catalog.recipe import Recipe
from lrviz.catalog.schedule import MOST, Schedule, of_group
from lrviz.catalog.schedules.constant_lr import ConstantLR
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.cosine_annealing_warm_restarts import CosineAnnealingWarmRestarts
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.multi_step_lr import MultiStepLR
from lrviz.catalog.schedules.multiplicative_lr import MultiplicativeLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.polynomial_lr import PolynomialLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.catalog.schedules.swalr import SWALR
from lrviz.errors import SpecError
from lrviz.spec import fields
from tests.catalog.stepped import assert_same, assert_steps_as_torch, optimizer, stepped
from tests.strategies import SIMPLE, UNTOLD, grouped, specs

STEPPED = 130
"""Steps torch is stepped in a property test."""
CLOSED = [cls for cls in UNTOLD if cls not in (LambdaLR, MultiplicativeLR) and not issubclass(cls, (Composite, Recipe))]
"""What has a closed form of lrviz's; a user's formula has its own tests below and in test_expression.py, a recipe in
schedules/test_recipes.py."""


UNEVEN = {
    "CosineScheduleWithWarmup": "swings once a step where there are none after the warm-up",
    "CosineWithMinLrScheduleWithWarmup": "the same",
    "CosineWithMinLrScheduleWithWarmupLrRate": "a step ahead",
    "InverseSqrtSchedule": "has a timescale of its own where it doesn't warm up",
    "MultiStepLRScheduler": "drops a step early",
    "Noam": "counts from 1",
    "OneCycleLR": "its phases end a step earlier",
    "StepLRScheduler": "drops between whole steps",
}
"""What has not quite the same shape over more steps."""


@pytest.mark.parametrize("kind", ["SGD", "AdamW"])
@pytest.mark.parametrize("cls", CLOSED)
@settings(max_examples=60)
@given(data=st.data(), rates=st.lists(st.floats(1e-6, 10), min_size=2, max_size=2))
def test_the_closed_form_is_what_torch_steps(
    cls: type[Schedule], kind: str, data: st.DataObject, rates: list[float]
) -> None:
    schedule = data.draw(specs(cls))
    # torch multiplies one ratio ** power a step, so that each step rounds `power` times
    assume(not isinstance(schedule, PolynomialLR) or schedule.power <= 1000)
    assert_steps_as_torch(schedule, rates, STEPPED, kind)


@pytest.mark.parametrize("kind", ["SGD", "AdamW"])
@pytest.mark.parametrize("cls", [CyclicLR, OneCycleLR, SWALR])
@settings(max_examples=60)
@given(data=st.data(), rates=st.lists(st.floats(1e-6, 10), min_size=3, max_size=3))
def test_groups_with_values_of_their_own_are_what_torch_steps(
    cls: type[Schedule], kind: str, data: st.DataObject, rates: list[float]
) -> None:
    assert_steps_as_torch(data.draw(grouped(data.draw(specs(cls)), 3)), rates, STEPPED, kind)


CORNERS = [
    StepLR(3, 0.5),
    StepLR(1, 0.0),
    StepLR(1, 1e200),
    MultiStepLR((0, 5, 5, 2), 0.3),
    MultiStepLR(()),
    ConstantLR(),
    ConstantLR(0.0, 3),
    ConstantLR(0.0, 0),
    ConstantLR(0.5, 0),
    LinearLR(),
    LinearLR(0.5, 0.0, 10),
    LinearLR(0.1, 1.0, 0),
    LinearLR(1.0, 0.0, 1),
    ExponentialLR(0.0),
    ExponentialLR(1e200),
    PolynomialLR(0),
    PolynomialLR(1),
    PolynomialLR(5, 0.0),
    PolynomialLR(30, 2.5),
    CosineAnnealingLR(1),
    CosineAnnealingLR(2, 0.05),
    CosineAnnealingLR(7, 1.0),
    CosineAnnealingWarmRestarts(1),
    CosineAnnealingWarmRestarts(1, 3),
    CosineAnnealingWarmRestarts(3, 2, 0.01),
    CyclicLR(0.01, 0.1, 5),
    CyclicLR(0.01, 0.1, 5, 0),
    CyclicLR(0.1, 0.01, 1, 9),
    CyclicLR(0.01, 0.1, 3, 7, "triangular2"),
    CyclicLR(0.01, 0.1, 13, 7, "exp_range", 0.9),
    CyclicLR(0.01, 0.1, 4, 3, "exp_range", 0.0),
    CyclicLR(0.01, 0.1, 1, None, "exp_range", 100.0),
    CyclicLR(0.01, 0.1, 5, 3, scale_fn="0.5 ** (x - 1)"),
    CyclicLR(0.01, 0.1, 5, 3, "triangular2", scale_fn="0.99 ** x", scale_mode="iterations"),
    CyclicLR(0.01, 0.1, 5, 3, "exp_range", 2.0, scale_fn="1 / x"),
    SWALR(0.05),
    SWALR(0.0, 0),
    SWALR(0.0, 1, "linear"),
    SWALR(0.5, 40, "linear"),
    SWALR((0.5, 0.0), 100),
    MultiplicativeLR("0.9"),
    MultiplicativeLR("0"),
    MultiplicativeLR("-0.9"),
    MultiplicativeLR("t % 2 + 0.5"),
    MultiplicativeLR(("0.9", "1 - t / 200")),
    LambdaLR(("0.9 ** t", "1.0")),
]


@pytest.mark.parametrize("schedule", CORNERS, ids=repr)
def test_corners_are_what_torch_makes_of_them(schedule: Schedule) -> None:
    assert_steps_as_torch(schedule, [0.1, 1.0], 160)


@pytest.mark.parametrize("three_phase", [False, True])
@pytest.mark.parametrize("anneal_strategy", ["cos", "linear"])
def test_one_cycle_is_torchs_at_every_length(three_phase: bool, anneal_strategy: Any) -> None:
    for total, pct_start in itertools.product([1, 2, 3, 7, 50], [0.0, 0.1, 0.3, 0.5, 0.6, 0.9, 1.0]):
        if pct_start * total != 1:
            cycle = OneCycleLR(
                0.1, total, pct_start=pct_start, three_phase=three_phase, anneal_strategy=anneal_strategy
            )
            assert_steps_as_torch(cycle, [0.3], total + 10)


@pytest.mark.parametrize(("total", "pct_start"), [(1, 1.0), (2, 0.5), (10, 0.1)])
def test_a_first_phase_of_no_length_is_refused_because_torch_divides_by_it(total: int, pct_start: float) -> None:
    with pytest.raises(SpecError, match=rf"pct_start must be anything but 1/{total}, where torch divides by zero"):
        OneCycleLR(0.1, total, pct_start=pct_start)
    with pytest.raises(ZeroDivisionError):
        torch.optim.lr_scheduler.OneCycleLR(optimizer("SGD", [0.1]), 0.1, total, pct_start=pct_start)


def test_triangular2_ends_where_python_cant_halve_any_more() -> None:
    assert_steps_as_torch(CyclicLR(0.01, 0.1, 1, mode="triangular2"), [0.1], 2200)


LONG = [
    StepLR(300, 0.99),
    MultiStepLR((100, 20_000, 7)),
    LinearLR(1.0, 0.0, 30_000),
    LinearLR(1e-8, 1.0, 35_000),
    ExponentialLR(0.9999),
    PolynomialLR(30_000, 2.5),
    PolynomialLR(30_000, 0.3),
    CosineAnnealingLR(1),
    CosineAnnealingLR(1000, 0.01),
    CosineAnnealingLR(15_000, 1e-4),
    CosineAnnealingWarmRestarts(1, 2),
    CosineAnnealingWarmRestarts(13, 3, 0.01),
    CyclicLR(0.001, 0.1, 1, 9999),
    CyclicLR(0.001, 0.1, 7777, mode="exp_range", gamma=0.9999),
    OneCycleLR(0.1, 40_000),
    OneCycleLR(0.1, 30_000, three_phase=True, anneal_strategy="linear"),
    LambdaLR("0.9999 ** t"),
    SWALR(0.001, 30_000),
    MultiplicativeLR("0.9999"),
    MultiplicativeLR("1 - 1e-4 * (t % 3)"),
    CyclicLR(0.001, 0.1, 77, scale_fn="0.9 ** x"),
]


@pytest.mark.parametrize("schedule", LONG, ids=repr)
def test_long_curves_stay_with_torch(schedule: Schedule) -> None:
    # 40 000 steps are more than one block, and enough for torch's rounding at a cosine's floor to show
    assert_steps_as_torch(schedule, [0.1], 40_000 if schedule.ends() is None else 30_000)


@pytest.mark.parametrize("cls", UNTOLD)
@given(data=st.data(), shape=st.sampled_from([(), (0,), (1,), (2, 3), (40_001,)]))
def test_any_shape_and_order_gives_the_same_rates(
    cls: type[Schedule], data: st.DataObject, shape: tuple[int, ...]
) -> None:
    schedule = data.draw(specs(cls))
    t = np.random.default_rng(0).integers(0, 500, shape)
    rates, momentum = schedule.at(t, 0.1), schedule.momentum_at(t, 0.5)
    assert rates.shape == momentum.shape == shape
    assert rates.dtype == momentum.dtype == np.float64
    one_by_one = [schedule.at(step, 0.1) for step in t.ravel()[:20]]
    np.testing.assert_allclose(rates.ravel()[:20], np.array(one_by_one).ravel(), rtol=1e-12)


@pytest.mark.parametrize("cls", CLOSED)
@given(data=st.data(), lr=st.floats(0, 10), t=st.lists(st.integers(0, 10**12), min_size=1))
def test_rates_are_never_negative_before_torch_refuses(
    cls: type[Schedule], data: st.DataObject, lr: float, t: list[int]
) -> None:
    schedule = data.draw(specs(cls))
    end = schedule.ends()
    if isinstance(schedule, OneCycleLR):  # one step beyond its total torch extrapolates, below 0 if linear
        end = schedule.total
    steps = np.array([step for step in t if end is None or step < end], dtype=np.int64)
    rates = schedule.at(steps, lr)
    assert (rates[np.isfinite(rates)] >= 0).all()


@pytest.mark.parametrize("cls", [cls for cls in SIMPLE if cls.__name__ not in UNEVEN])
@given(data=st.data(), times=st.integers(2, 9))
def test_a_miniature_keeps_the_shape(cls: type[Schedule], data: st.DataObject, times: int) -> None:
    schedule = data.draw(specs(cls))
    assume(not schedule.scans)  # of a product, only about: it has a factor for each step
    whole = Schedule.scaled(schedule, times)  # counts alone, so that each of them divides again
    assume(all(count * times <= MOST for count in _counts(schedule)))
    small = whole.scaled(1 / times)
    assert _counts(small) == _counts(schedule)
    t = np.arange(100)
    expected = whole.at(times * t, 0.1)
    finite = np.isfinite(expected)
    np.testing.assert_allclose(small.at(t, 0.1)[finite], expected[finite], rtol=1e-9, atol=1e-12)


def _counts(schedule: Schedule) -> list[int]:
    """Give every step count a schedule holds."""
    values = [getattr(schedule, field.name) for field in fields(type(schedule)) if field.unit == "steps"]
    return [int(count) for value in values if value is not None for count in np.ravel(value)]


@given(data=st.data(), ratio=st.floats(1e-4, 10))
def test_a_miniature_one_cycle_is_a_cycle_that_ends_as_low(data: st.DataObject, ratio: float) -> None:
    cycle = replace(data.draw(specs(OneCycleLR)), pct_start=0.3)
    small = cycle.scaled(ratio)
    top = of_group(cycle.max_lr)
    assert small.total == MOST or abs(small.total - cycle.total * ratio) <= 1.5
    assert (small.epochs, small.steps_per_epoch) == (None, None)
    last = small.at(np.array([small.total - 1]), 0.1)
    lowest = top / cycle.div_factor / cycle.final_div_factor
    assert last == pytest.approx(lowest, rel=1e-9, abs=1e-12 * max(top, top / cycle.div_factor))


@pytest.mark.parametrize("cls", UNTOLD)
@given(data=st.data(), ratio=st.floats(1e-9, 1e9))
def test_every_schedule_can_be_shrunk_and_stretched(cls: type[Schedule], data: st.DataObject, ratio: float) -> None:
    assert type(data.draw(specs(cls)).scaled(ratio)) is cls


@given(step_size=st.integers(max_value=0) | st.floats() | st.text() | st.booleans() | st.none())
@example(step_size=MOST + 1)
@example(step_size=10**5000)
def test_a_bad_step_size_is_refused_by_name(step_size: Any) -> None:
    assume(not (isinstance(step_size, float) and step_size.is_integer() and step_size >= 1))
    with pytest.raises(SpecError, match=r"^StepLR\(step_size="):
        StepLR(step_size)


REFUSED = [
    (lambda: MultiStepLR((30, -1)), "MultiStepLR(milestones=(30, -1)): milestones must be a list, each a whole number"),
    (lambda: MultiStepLR((30, 0.5)), "MultiStepLR(milestones=(30, 0.5)): milestones must be a list"),  # type: ignore[arg-type]  # on purpose
    (lambda: ConstantLR(1.5), "ConstantLR(factor=1.5): factor must be a number between 0 and 1"),
    (
        lambda: LinearLR(0.0),
        "LinearLR(start_factor=0.0): start_factor must be a number greater than 0 and of at most 1",
    ),
    (lambda: LinearLR(1e-310), "start_factor must be at least 1e-300; below that torch's rates are not numbers"),
    (lambda: LinearLR(end_factor=-0.1), "LinearLR(end_factor=-0.1): end_factor must be a number between 0 and 1"),
    (lambda: ExponentialLR(-0.5), "ExponentialLR(gamma=-0.5): gamma must be a number of at least 0"),
    (lambda: ExponentialLR(math.inf), "ExponentialLR(gamma=inf): gamma must be finite"),
    (lambda: PolynomialLR(power=math.nan), "PolynomialLR(power=nan): power must be"),
    (lambda: PolynomialLR(power=-1.0), "PolynomialLR(power=-1.0): power must be a number of at least 0"),
    (lambda: CosineAnnealingLR(0), "CosineAnnealingLR(T_max=0): T_max must be a whole number"),
    (lambda: CosineAnnealingLR(5, -0.1), "CosineAnnealingLR(eta_min=-0.1): eta_min must be a number of at least 0"),
    (lambda: CosineAnnealingWarmRestarts(5, 0), "CosineAnnealingWarmRestarts(T_mult=0): T_mult must be a whole number"),
    (lambda: CyclicLR(0.1, 1.0, 0), "CyclicLR(step_size_up=0): step_size_up must be a whole number"),
    (lambda: CyclicLR(0.1, 1.0, mode="square"), "CyclicLR(mode='square'): mode must be one of 'triangular'"),  # type: ignore[arg-type]  # on purpose
    (lambda: CyclicLR(1.0, 0.1, mode="exp_range", gamma=2.0), "gamma must be at most 1 when max_lr is below base_lr"),
    (lambda: OneCycleLR(0.1), "OneCycleLR(total_steps=None): total_steps must be given, or else both epochs and"),
    (lambda: OneCycleLR(0.1, epochs=3), "total_steps must be given, or else both epochs and steps_per_epoch"),
    (lambda: OneCycleLR(0.1, 10, pct_start=0.1), "OneCycleLR(pct_start=0.1): pct_start must be anything but 1/10"),
    (
        lambda: OneCycleLR(0.1, 10, div_factor=0.0),
        "OneCycleLR(div_factor=0.0): div_factor must be a number greater than 0",
    ),
    (lambda: OneCycleLR(1e300, 10, div_factor=1e-9), "div_factor must be large enough for max_lr / div_factor to be"),
    (lambda: OneCycleLR(1e300, 10, final_div_factor=1e-12), "final_div_factor must be large enough for the last rate"),
    (lambda: LambdaLR("open('x')"), "lr_lambda must be an expression of t: `open` isn’t allowed here"),
]


@pytest.mark.parametrize(("make", "words"), REFUSED, ids=[words for _, words in REFUSED])
def test_what_torch_refuses_or_cant_follow_is_refused_by_name(make: Any, words: str) -> None:
    with pytest.raises(SpecError) as caught:
        make()
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_one_cycle_counts_epochs_where_no_total_is_given() -> None:
    assert OneCycleLR(0.1, epochs=3, steps_per_epoch=7).total == 21
    assert OneCycleLR(0.1, 5, epochs=3, steps_per_epoch=7).total == 5
    assert_steps_as_torch(OneCycleLR(0.1, epochs=3, steps_per_epoch=7), [0.1], 40)


def test_a_cycle_without_momentum_leaves_it_alone() -> None:
    for schedule in (CyclicLR(0.1, 1.0, cycle_momentum=False), OneCycleLR(0.1, 10, cycle_momentum=False)):
        assert not schedule.cycles_momentum
        assert (schedule.momentum_at(np.arange(10), 0.3) == 0.3).all()
        assert replace(schedule, cycle_momentum=True).cycles_momentum


LAMBDAS = [
    "0.95 ** t",
    "1 / (1 + 0.01 * t)",
    "min((t + 1) ** -0.5, (t + 1) * 40 ** -1.5)",
    "t / 20 if t < 20 else 0.5 * (1 + math.cos(math.pi * (t - 20) / 80))",
    "max(0.0, 1 - t / 60)",
    "0.1 ** (t // 30)",
    "(t % 10 == 0) + 0.5 * (not t % 7)",
    "1 - 2 * (t > 40)",
    "int(t / 7) + floor(t / 5) - ceil(t / 3) + round(t / 2)",
    "-0.5",
]


@pytest.mark.parametrize("text", LAMBDAS)
def test_a_formula_steps_as_its_lambda_does(text: str) -> None:
    truth = stepped(LambdaLR(text), [0.1, 0.01], 120)
    assert_same(LambdaLR(text).at(np.arange(120), 0.1), truth.lrs[0])
    assert_same(LambdaLR(text).at(np.arange(120), 0.01), truth.lrs[1])


@pytest.mark.parametrize(
    ("text", "step", "words"),
    [
        ("1 / (t - 5)", 5, "ZeroDivisionError: division by zero"),
        ("1 / (t - 5.0)", 5, "ZeroDivisionError: float division by zero"),
        ("1.5 ** (t * 100)", 18, "OverflowError: (34, 'Numerical result out of range')"),
        ("10 ** (t * 100)", 4, "OverflowError: int too large to convert to float"),
        ("exp(t * 100)", 8, "OverflowError: math range error"),
        ("sqrt(3 - t)", 4, "ValueError: math domain error"),
        ("log(3 - t)", 3, "ValueError: math domain error"),
        ("(3 - t) ** 0.5", 4, "1j"),
        ("1e300 * t * 1e300", 1, "inf"),
    ],
)
def test_a_formula_ends_where_python_raises_and_says_what(text: str, step: int, words: str) -> None:
    rates = LambdaLR(text).at(np.arange(step + 1), 0.1)
    assert np.isfinite(rates[:step]).all()
    assert not np.isfinite(rates[step])
    assert words in LambdaLR(text).message(step)


def test_equal_formulas_are_equal_schedules() -> None:
    assert LambdaLR("lambda epoch: 0.95**epoch") == LambdaLR(" (0.95) ** t ") == LambdaLR("lambda e: (0.950 ** e)")
    assert LambdaLR("np.cos(math.pi*t)").lr_lambda == "cos(pi * t)"
    assert LambdaLR("0.5").turns(10) == ()
    assert LambdaLR("0.5 ** t").turns(10) is None


@given(st.data())
def test_a_formulas_text_reads_back_as_itself(data: st.DataObject) -> None:
    formula = data.draw(specs(LambdaLR))
    assert LambdaLR(formula.lr_lambda) == formula
    assert LambdaLR(formula.lr_lambda).lr_lambda == formula.lr_lambda
