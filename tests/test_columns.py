from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pytest
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from numpy.typing import ArrayLike

from lrviz.catalog.composite import Composite
from lrviz.catalog.recipe import Recipe
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules import SCHEDULES
from lrviz.catalog.schedules.constant_lr import ConstantLR
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.cosine_annealing_warm_restarts import CosineAnnealingWarmRestarts
from lrviz.catalog.schedules.cosine_lr_scheduler import CosineLRScheduler
from lrviz.catalog.schedules.cosine_schedule_with_warmup import CosineScheduleWithWarmup
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.knots import Knots
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.multi_step_lr import MultiStepLR
from lrviz.catalog.schedules.multiplicative_lr import MultiplicativeLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.plateau_lr_scheduler import PlateauLRScheduler
from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.catalog.schedules.step_lr_scheduler import StepLRScheduler
from lrviz.catalog.signals.drawn import Drawn
from lrviz.columns import EVERY_STEP, READY, Columns, columns
from lrviz.errors import SpecError
from lrviz.experiment import Experiment
from lrviz.results import Curve
from lrviz.run import Run
from lrviz.spec import fields
from tests.strategies import specs

PLAN = 10**6
WAVES = (0.5, 1.0, 2.5, 0.45, 1 / 3)
"""Waves of a cosine whose turns come in a pattern; of others only the first few hundred are known."""


FORMULAS = (LambdaLR, MultiplicativeLR)
"""What turns wherever a formula does, and is looked at below and in tests/ui/test_scanning.py."""

STEPPED: st.SearchStrategy[Literal["batch", "epoch"]] = st.sampled_from(["batch", "epoch"])


def plan(schedule: Schedule | None, steps: int = PLAN, stepped: Literal["batch", "epoch"] = "batch") -> Experiment:
    return Experiment.of(Run("run", schedule, stepped=stepped), steps=steps)


def drawn(experiment: Experiment, first: int, last: int, width: int) -> Columns:
    return columns(experiment, experiment.runs[0], first, last, width)


@st.composite
def plausible(draw: st.DrawFn, cls: type[Schedule]) -> Schedule:
    """Draw a schedule whose counts lie, on a logarithmic scale, within the plan."""
    schedule = draw(specs(cls))
    counts = st.floats(0, 6.3).map(lambda decades: int(10**decades))
    changes: dict[str, Any] = {
        field.name: draw(st.lists(counts, max_size=8)) if field.kind == "ints" else draw(counts)
        for field in fields(cls)
        if field.unit == "steps"
    }
    if isinstance(schedule, (CyclicLR, ExponentialLR)):
        changes["gamma"] = draw(st.floats(-7, 0).map(lambda decades: float(1 - 10**decades)))
    if isinstance(schedule, (CyclicLR, OneCycleLR)):
        changes["cycle_momentum"] = True
    if isinstance(schedule, OneCycleLR):
        assume(schedule.pct_start * changes["total_steps"] != 1)
    if isinstance(schedule, Knots):
        return schedule
    if isinstance(schedule, Recipe):
        changes = {name: sorted(set(value)) if isinstance(value, list) else value for name, value in changes.items()}
        if "total_steps" in changes:
            changes["total_steps"] = sum(changes.values())
        waves = getattr(schedule, "num_cycles", 0)
        if waves:
            changes["num_cycles"] = draw(st.integers(1, 9)) if isinstance(waves, int) else draw(st.sampled_from(WAVES))
    try:
        made = replace(schedule, **changes)
    except SpecError:  # counts that the class refuses together
        reject()
    assume(not isinstance(made, CyclicLR) or made.turns(PLAN) is not None)  # a function of the step may turn anywhere
    return made


@pytest.mark.parametrize(
    ("cls", "quantity"),
    [
        *((cls, "lr") for cls in SCHEDULES if cls not in FORMULAS and not issubclass(cls, Composite)),
        (CyclicLR, "momentum"),
        (OneCycleLR, "momentum"),
    ],
)
@settings(max_examples=25)
@given(
    data=st.data(),
    window=st.tuples(st.floats(0, 1), st.floats(0, 6)),
    width=st.floats(0, 3.5).map(lambda decades: int(10**decades)),
    stepped=st.sampled_from(["batch", "epoch"]),
)
def test_no_step_lies_outside_its_column_and_every_band_is_attained(  # noqa: PLR0917 - all drawn
    cls: type[Schedule],
    quantity: Literal["lr", "momentum"],
    data: st.DataObject,
    window: tuple[float, float],
    width: int,
    stepped: Literal["batch", "epoch"],
) -> None:
    schedule = data.draw(plausible(cls))
    experiment = plan(schedule, stepped=stepped)
    first = int(window[0] * (PLAN - 1))
    last = min(PLAN - 1, first + int(10 ** window[1]))
    found = columns(experiment, experiment.runs[0], first, last, width, quantity)
    every = experiment.curve(0, np.arange(first, last + 1))
    values = every.lr if quantity == "lr" else every.momentum
    assert not found.sampled or cls.listens
    assert found.error == every.error
    if values is None or len(values) <= width:
        assert found.low is found.high
        return
    starts = len(values) * np.arange(width) // width
    low, high = np.minimum.reduceat(values, starts), np.maximum.reduceat(values, starts)
    # "up to rounding": of many cosines' peaks, which torch rounds differently, the first and last are drawn; a recipe's
    # cosine goes on for ever without ever coming back to a small argument
    rounding = 1e-9 if issubclass(cls, Recipe) else 1e-11
    np.testing.assert_allclose(found.low, low, rtol=rounding, atol=rounding / 100 * np.abs(values).max())
    np.testing.assert_allclose(found.high, high, rtol=rounding, atol=rounding / 100 * np.abs(values).max())


FAR = [
    None,
    StepLR(3, 0.999),
    MultiStepLR((10**8, 5 * 10**8)),
    CosineAnnealingLR(1),
    CosineAnnealingLR(10**9),
    CosineAnnealingWarmRestarts(1000),
    CosineAnnealingWarmRestarts(7, 2),
    CyclicLR(0.01, 0.1, 50),
    CyclicLR(0.01, 0.1, 50, mode="exp_range", gamma=0.999999),
    OneCycleLR(0.1, 10**9),
    CosineScheduleWithWarmup(10**6, 10**9),
    CosineScheduleWithWarmup(10, 1000, 3.3),
    CosineLRScheduler(1000, cycle_limit=10**9, cycle_decay=0.99),
    CosineLRScheduler(7, cycle_mul=1.01, cycle_limit=10**9),
    StepLRScheduler(2.4, 0.999),
]


@pytest.mark.parametrize("stepped", ["batch", "epoch"])
@pytest.mark.parametrize("schedule", FAR, ids=repr)
def test_a_thousand_million_steps_cost_pixels(
    schedule: Schedule | None, stepped: Literal["batch", "epoch"], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, curve = [], Experiment.curve

    def counted(experiment: Experiment, run: Run | int, at: ArrayLike) -> Curve:
        asked.append(np.size(at))
        return curve(experiment, run, at)

    monkeypatch.setattr(Experiment, "curve", counted)
    assert not drawn(plan(schedule, 10**9, stepped), 0, 10**9, 1280).sampled
    assert 0 < sum(asked) < 100 * 1280


def test_columns_are_centred_on_their_steps() -> None:
    found = drawn(plan(StepLR(300, 0.5), 1000), 0, 999, 10)
    np.testing.assert_array_equal(found.x, np.arange(10) * 100 + 49.5)
    np.testing.assert_allclose(found.high, 0.1 * 0.5 ** np.array([0, 0, 0, 1, 1, 1, 2, 2, 2, 3]))
    np.testing.assert_array_equal(found.low, found.high)  # cliffs at 300, 600, 900 fall between columns


def test_a_cliff_within_a_column_spans_both_its_levels() -> None:
    found = drawn(plan(StepLR(250, 0.5), 1000), 0, 999, 10)
    assert (found.low[2], found.high[2]) == pytest.approx((0.05, 0.1))


def test_few_steps_are_drawn_one_by_one_and_cliffs_stand_upright() -> None:
    found = drawn(plan(StepLR(4, 0.5), 10), 0, 9, 100)
    assert found.low is found.high
    np.testing.assert_array_equal(found.x, [0, 1, 2, 3, 4, 4, 5, 6, 7, 8, 8, 9])
    np.testing.assert_allclose(found.low, 0.1 * np.array([1, 1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25]))


@pytest.mark.parametrize(
    "schedule",
    [
        OneCycleLR(0.1, 60),
        CosineAnnealingLR(20),
        CyclicLR(0.01, 0.1, 10),
        LambdaLR("0.95 ** t"),
        CosineScheduleWithWarmup(10, 60),
        Knots((0, 10, 30, 50), (0.0, 1.0, 1.0, 0.0)),
        SequentialLR((LinearLR(0.01, total_iters=10), ConstantLR(1.0)), (10,)),
        Knots((0, 10, 60), (0, 1, 1)),
    ],
    ids=repr,
)
def test_what_turns_without_a_jump_gets_no_corner(schedule: Schedule) -> None:
    np.testing.assert_array_equal(drawn(plan(schedule, 60), 0, 59, 100).x, np.arange(60))


def test_jumps_that_follow_each_other_stand_upright_too() -> None:
    found = drawn(plan(MultiStepLR((20, 21), 0.5), 60), 0, 59, 100)
    assert found.x[1:][np.diff(found.x) == 0].tolist() == [20, 21]


@pytest.mark.parametrize("schedule", [CosineAnnealingWarmRestarts(20), LambdaLR("1 if t % 20 < 10 else 0.1")], ids=repr)
def test_a_jump_gets_its_corner_though_it_is_no_staircase(schedule: Schedule) -> None:
    found = drawn(plan(schedule, 60), 0, 59, 100)
    twice = found.x[1:][np.diff(found.x) == 0]
    assert set(twice) >= {20.0, 40.0}
    assert found.low[np.flatnonzero(found.x == 20)[0]] == drawn(plan(schedule, 60), 19, 19, 5).low[0]


def test_cuts_stand_upright_and_cost_pixels() -> None:
    hand = Drawn((1.0, 0.5, 0.5))
    plateau = Run("run", ReduceLROnPlateau(patience=9))
    short = Experiment.of(plateau, steps=100, metric=hand)
    band = drawn(short, 0, 99, 200)
    assert band.low[band.x == 60].tolist() == [0.1, pytest.approx(0.01)]
    assert not band.sampled
    long = Experiment.of(replace(plateau, schedule=ReduceLROnPlateau(patience=10**8)), steps=10**9, metric=hand)
    band = drawn(long, 0, 10**9 - 1, 500)
    assert band.sampled
    assert band.low[299] == 0.1
    assert band.low[302] == pytest.approx(0.01)


@settings(max_examples=60)
@given(
    warmup=st.integers(0, 700), start=st.sampled_from([0.0, 0.05, 0.3]), patience=st.integers(0, 40),
    width=st.integers(1, 200), stepped=st.sampled_from(["batch", "epoch"]), first=st.integers(0, 500),
)  # fmt: skip
def test_a_plateau_that_warms_up_is_exact_in_each_column(  # noqa: PLR0917 - all drawn
    warmup: int, start: float, patience: int, width: int, stepped: Literal["batch", "epoch"], first: int
) -> None:
    schedule = PlateauLRScheduler(
        0.5, patience, warmup_t=warmup // 44 if stepped == "epoch" else warmup, warmup_lr_init=start, mode="min"
    )
    experiment = replace(plan(schedule, 600, stepped), metric=Drawn((1.0, 0.6, 0.6)))
    found = drawn(experiment, first, 599, width)
    every = experiment.curve(0, np.arange(first, 600)).lr
    if len(every) <= width:
        assert set(found.low) == set(every)
        return
    starts = len(every) * np.arange(width) // width
    assert found.low.tolist() == np.minimum.reduceat(every, starts).tolist()
    assert found.high.tolist() == np.maximum.reduceat(every, starts).tolist()


def test_a_warm_up_leans_and_a_cut_after_it_stands_upright() -> None:
    run = Run("run", PlateauLRScheduler(0.5, patience_t=9, warmup_t=40, mode="min"))
    band = drawn(Experiment.of(run, steps=100, metric=Drawn((1.0, 0.5, 0.5))), 0, 99, 200)
    assert band.x[1:][np.diff(band.x) == 0].tolist() == [60, 70, 80, 90]
    assert band.low[:3].tolist() == [0.0, 0.0025, 0.005]


def test_epochs_are_stairs() -> None:
    experiment = plan(CosineAnnealingLR(10), 440, "epoch")
    found = drawn(experiment, 0, 439, 1000)
    np.testing.assert_array_equal(found.x[1:][np.diff(found.x) == 0], np.arange(44, 440, 44))


def test_a_window_is_cut_to_the_plan_and_an_empty_one_is_empty() -> None:
    experiment = plan(StepLR(4), 10)
    np.testing.assert_array_equal(np.unique(drawn(experiment, -50, 50, 100).x), np.arange(10))
    for empty in (drawn(experiment, 10, 20, 100), drawn(experiment, 5, 4, 100), drawn(experiment, 0, 9, 0)):
        assert len(empty.x) == 0
        assert empty.error is None


@pytest.mark.parametrize("width", [10, 200])
def test_a_curve_stops_where_torch_does_and_says_why(width: int) -> None:
    found = drawn(plan(OneCycleLR(0.1, 100), 500), 0, 499, width)
    assert found.error == "Tried to step 101 times. The specified number of total steps is 100"
    assert 90 < found.x[-1] <= 100
    assert drawn(plan(OneCycleLR(0.1, 100), 500), 0, 100, width).error is None
    beyond = drawn(plan(OneCycleLR(0.1, 100), 500), 200, 300, width)
    assert (len(beyond.x), beyond.error) == (0, found.error)


@pytest.mark.parametrize("width", [10, 2000])
@pytest.mark.parametrize(
    ("schedule", "end", "words"),
    [
        (ConstantLR(0.0, 70), 70, "ZeroDivisionError: float division by zero"),
        (ExponentialLR(1e100), 4, "the learning rate at step 4 is not a finite number"),
        (LambdaLR("1 / (t - 321)"), 321, "ZeroDivisionError: division by zero"),
        (LambdaLR("1 / t"), 0, "ZeroDivisionError: division by zero"),
    ],
    ids=repr,
)
def test_a_curve_ends_before_its_first_step_without_a_rate(
    schedule: Schedule, end: int, words: str, width: int
) -> None:
    found = drawn(plan(schedule, 1000), 0, 999, width)
    assert found.error == words
    assert np.isfinite(found.low).all()
    assert np.isfinite(found.high).all()
    assert len(found.x) == 0 if end == 0 else found.x[-1] <= end - 1
    if width > 1000 and end:
        assert found.x[-1] == end - 1


def test_a_formula_is_exact_up_to_a_length_and_sampled_beyond() -> None:
    spike = LambdaLR("9 if t == 123457 else 1")
    exact = drawn(plan(spike, EVERY_STEP), 0, EVERY_STEP, 100)
    assert not exact.sampled
    assert exact.high.max() == pytest.approx(0.9)
    sampled = drawn(plan(spike, 10**9), 0, 10**9, 100)
    assert sampled.sampled
    assert len(sampled.x) == 100
    constant = drawn(plan(LambdaLR("0.5"), 10**9), 0, 10**9, 100)
    assert not constant.sampled


@pytest.mark.parametrize("stepped", ["batch", "epoch"])
@given(first=st.integers(0, PLAN - 1), length=st.integers(1, PLAN), width=st.integers(1, 3000))
def test_no_rate_of_a_scan_lies_outside_its_band(
    stepped: Literal["batch", "epoch"], first: int, length: int, width: int
) -> None:
    experiment = plan(MultiplicativeLR("1 + 1e-4 * sin(t / 300)"), stepped=stepped)
    last = min(PLAN - 1, first + length)
    assume(last - first >= width)
    rates = experiment.curve(0, np.arange(PLAN)).lr
    found = drawn(experiment, first, last, width)
    assert (found.scanned, found.sampled) == (None, False)
    assert found.low.min() == rates[first : last + 1].min() or last - first >= READY
    band = np.clip(np.searchsorted(found.x, np.arange(first, last + 1)), 0, len(found.x) - 1)
    before = np.maximum(band - 1, 0)  # a step lies in the band whose centre is before it, or in the one after
    inside = rates[first : last + 1]
    assert (np.minimum(found.low[band], found.low[before]) <= inside).all()
    assert (np.maximum(found.high[band], found.high[before]) >= inside).all()


def test_a_run_without_momentum_has_no_momentum_to_draw() -> None:
    experiment = plan(StepLR(4), 10)
    assert len(columns(experiment, experiment.runs[0], 0, 9, 100, "momentum").x) == 0
