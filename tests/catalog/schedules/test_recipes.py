from __future__ import annotations

import itertools
import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from lrviz.catalog import schedules
from lrviz.catalog.recipe import Recipe
from lrviz.catalog.schedule import MOST, Schedule
from lrviz.catalog.schedules.cosine_lr_scheduler import CosineLRScheduler
from lrviz.catalog.schedules.cosine_schedule_with_warmup import CosineScheduleWithWarmup
from lrviz.catalog.schedules.cosine_with_min_lr_schedule_with_warmup import CosineWithMinLrScheduleWithWarmup
from lrviz.catalog.schedules.inverse_sqrt_schedule import InverseSqrtSchedule
from lrviz.catalog.schedules.knots import Knots
from lrviz.catalog.schedules.linear_to_zero import LinearToZero
from lrviz.catalog.schedules.megatron_cosine import MegatronCosine
from lrviz.catalog.schedules.multi_step_lr_scheduler import MultiStepLRScheduler
from lrviz.catalog.schedules.noam import Noam
from lrviz.catalog.schedules.polynomial_decay_schedule_with_warmup import PolynomialDecayScheduleWithWarmup
from lrviz.catalog.schedules.power_scheduler import PowerScheduler
from lrviz.catalog.schedules.step_lr_scheduler import StepLRScheduler
from lrviz.catalog.schedules.tanh_lr_scheduler import TanhLRScheduler
from lrviz.catalog.schedules.wsd_schedule import WSDSchedule
from lrviz.catalog.schedules.wsds import WSDS
from lrviz.engine.build import build
from lrviz.errors import SpecError
from tests.strategies import specs

GOLDEN = json.loads(Path(__file__).with_name("golden_recipes.json").read_text(encoding="utf-8"))
"""What the libraries give, written down by benchmarks/golden_recipes.py."""
RECIPES = [cls for cls in schedules.SCHEDULES if issubclass(cls, Recipe)]
NAMED = {cls.__name__: cls for cls in RECIPES}
FEW = settings(max_examples=30)


def name(case: dict[str, Any]) -> str:
    return f"{case['class']}({', '.join(f'{key}={value}' for key, value in case['given'].items())}) {case['lr']}"


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=name)
def test_a_recipe_is_what_its_library_gives(case: dict[str, Any]) -> None:
    recipe, lr = NAMED[case["class"]](**case["given"]), case["lr"]
    steps, expected = np.array(GOLDEN["steps"]), np.array(case["rates"])
    known = steps[: len(expected)]
    scale = 1e-15 * max(expected, default=0)
    np.testing.assert_allclose(recipe.at(known, lr), expected, rtol=1e-9, atol=scale)
    np.testing.assert_allclose([lr * recipe.single(int(t), lr) for t in known], expected, rtol=1e-12, atol=scale)
    if case["error"] is not None:
        failing = int(steps[len(expected)])
        assert np.isnan(recipe.at(np.array([failing]), lr)).all()
        assert recipe.message(failing, lr) == case["error"]


PAPERS: dict[str, tuple[dict[str, Any], dict[int, float]]] = {
    # steps and rates of an optimizer with lr=0.01, each worked out from the paper's formula
    "Noam": ({"d_model": 512, "warmup_steps": 4000}, {0: 1.7469281e-9, 3999: 6.98771243e-6, 99_999: 1.39754249e-6}),
    "REX": ({"total_steps": 10}, {0: 0.01, 5: 0.01 / 1.5, 9: 0.01 * 0.1 / 0.55, 10: 0.0, 99: 0.0}),
    "SqrtCooldown": (
        {"warmup_steps": 10, "cooldown_steps": 20, "total_steps": 100, "final_factor": 0.1},
        {0: 0.0, 5: 0.005, 10: 0.01, 80: 0.01, 85: 0.0055, 99: 0.001 + 0.009 * (1 - math.sqrt(0.95)), 100: 0.001},
    ),
    "WSDS": (
        {"warmup_steps": 10, "decay_ends": (100, 200), "decay_steps": 10, "min_ratio": 0.1},
        {
            5: 0.005,
            90: 0.01,
            95: 0.01 / 5.5,
            99: 0.01 / 9.1,
            100: 0.01,
            190: 0.01,
            195: 0.01 / 5.5,
            200: 0.001,
            500: 0.001,
        },
    ),
    "InfiniteLR": (
        {"warmup_steps": 10, "cooldown_steps": 20, "constant_steps": 50, "anneal_steps": 20, "constant_ratio": 0.5},
        {5: 0.005, 10: 0.01, 20: 0.0075, 30: 0.005, 79: 0.005, 90: 0.005 * math.sqrt(0.2), 100: 0.001, 999: 0.001},
    ),
    "PowerScheduler": (
        {"warmup_steps": 10, "decay_steps": 50, "total_steps": 1000, "batch_size": 32, "tokens_per_step": 524288.0},
        {0: 0.0, 5: 0.005, 10: 0.01, 900: 5.549622882e-3, 975: 2.699343278e-3, 1000: 0.0},
    ),
    "LinearToZero": (
        {"warmup_steps": 10, "total_steps": 110, "final_ratio": 0.1},
        {5: 0.005, 10: 0.01, 60: 0.0055, 110: 0.001, 500: 0.001},
    ),
    "MegatronCosine": (
        {"lr_warmup_steps": 10, "lr_decay_steps": 110, "min_lr": 0.001, "init_lr": 0.0001},
        {0: 0.0001, 5: 0.00505, 10: 0.01, 60: 0.0055, 110: 0.001, 500: 0.001},
    ),
    "CosineDecay": (
        {"initial_learning_rate": 0.001, "decay_steps": 100, "alpha": 0.1, "warmup_steps": 10},
        {0: 0.001, 5: 0.0055, 10: 0.01, 60: 0.0055, 110: 0.001, 500: 0.001},
    ),
}


@pytest.mark.parametrize("paper", PAPERS)
def test_a_recipe_is_what_its_paper_says(paper: str) -> None:
    given, expected = PAPERS[paper]
    recipe = NAMED[paper](**given)
    rates = recipe.at(np.array([*expected]), 0.01)
    np.testing.assert_allclose(rates, [*expected.values()], rtol=1e-8, atol=1e-17)


@pytest.mark.parametrize("cls", RECIPES)
@FEW
@given(
    data=st.data(),
    lr=st.floats(1e-6, 10),
    t=st.lists(st.integers(0, 200) | st.integers(0, 10**9), min_size=1, max_size=20),
)
def test_the_curve_is_what_python_makes_of_its_formulas(
    cls: type[Recipe], data: st.DataObject, lr: float, t: list[int]
) -> None:
    recipe = data.draw(specs(cls))
    rates = recipe.at(np.array(t), lr)
    for step, rate in zip(t, rates, strict=True):
        expected = one(recipe, step, lr)
        assert rate == pytest.approx(expected, rel=1e-9, abs=1e-12 * max(lr, expected), nan_ok=True)
        assert not rate < 0


def one(recipe: Recipe, step: int, lr: float) -> float:
    """Give what Python makes of a formula at a step, nan where it raises."""
    try:
        rate = lr * recipe.single(step, lr)
    except (ArithmeticError, ValueError, TypeError):
        return math.nan
    return rate if math.isfinite(rate) else math.nan


@pytest.mark.parametrize("cls", RECIPES)
@FEW
@given(data=st.data(), steps=st.integers(2, 400))
def test_the_curve_only_turns_at_its_turns(cls: type[Recipe], data: st.DataObject, steps: int) -> None:
    recipe = data.draw(specs(cls))
    assert_turns(recipe, steps)


def assert_turns(recipe: Schedule, steps: int) -> None:
    turns, rates = recipe.turns(steps), recipe.at(np.arange(steps), 0.1)
    if turns is None:
        return
    slack = 1e-9 * np.nanmax(np.abs(rates), initial=0)  # a cosine of many waves rounds its argument
    for one in turns:
        assert not one or 0 < one[0] <= one[-1] < steps
        for along in (rates[list(one)], rates[[turn - 1 for turn in one]]):
            assert monotone(along, slack)
    bounds = sorted({0, steps, *(turn for one in turns for turn in one)})
    for first, last in itertools.pairwise(bounds):
        assert monotone(rates[first:last], slack), (first, last)


def monotone(values: np.ndarray[Any, np.dtype[np.float64]], slack: float) -> bool:
    if not np.isfinite(values).all():
        return True
    change = np.diff(values)
    return bool((change >= -slack).all() or (change <= slack).all())


@pytest.mark.parametrize(
    "recipe",
    [
        CosineScheduleWithWarmup(3, 10, 70.5),  # waves shorter than a step
        CosineScheduleWithWarmup(3, 10, 1.7),
        CosineScheduleWithWarmup(0, 3, 0.5),
        CosineScheduleWithWarmup(7, 10_000, 1 / 3),
        CosineScheduleWithWarmup(7, 1000, 3.3),
        CosineLRScheduler(7, cycle_limit=MOST, cycle_decay=0.9, warmup_t=10, warmup_prefix=True),
        CosineLRScheduler(1, cycle_limit=9, cycle_mul=3.0),
        CosineLRScheduler(100, cycle_limit=50, cycle_mul=0.5),
        CosineLRScheduler(121, cycle_limit=2, cycle_mul=3.0),
        StepLRScheduler(2.4, 0.9, warmup_t=3),
        StepLRScheduler(0.4, 0.99),
    ],
    ids=repr,
)
def test_waves_of_any_length_turn_where_they_are_said_to(recipe: Recipe) -> None:
    assert_turns(recipe, 5000)


@pytest.mark.parametrize("cls", RECIPES)
def test_torch_steps_what_is_drawn(cls: type[Recipe]) -> None:
    recipe = cls.fitted(40, 0.1)
    on = torch.optim.SGD([{"params": [torch.nn.Parameter(torch.zeros(1))], "lr": lr} for lr in (0.1, 0.03, 0.0)])
    scheduler = build(recipe, on)
    on.step()
    found = []
    for _ in range(60):
        found.append([group["lr"] for group in on.param_groups])
        scheduler.step()
    for i, lr in enumerate((0.1, 0.03, 0.0)):
        np.testing.assert_allclose(recipe.at(np.arange(60), lr), np.array(found)[:, i], rtol=1e-9, atol=1e-16)


@pytest.mark.parametrize("cls", [cls for cls in RECIPES if cls is not Knots])
def test_a_new_form_fills_the_plan(cls: type[Recipe]) -> None:
    small, large = cls.fitted(100, 0.1), cls.fitted(100_000, 0.1)
    t = np.linspace(0, 120, 60).astype(int)
    np.testing.assert_allclose(large.at(1000 * t, 0.1), small.at(t, 0.1), atol=0.02)
    assert np.isfinite(small.at(t, 0.1)).all()


REFUSED = [
    (lambda: CosineWithMinLrScheduleWithWarmup(1, 9), "min_lr_rate must be given, or else min_lr"),
    (
        lambda: CosineWithMinLrScheduleWithWarmup(1, 9, min_lr=0.1, min_lr_rate=0.1),
        "min_lr must be left out where min_lr_rate is given",
    ),
    (lambda: WSDSchedule(1, 9), "num_training_steps must be given, or else num_stable_steps"),
    (lambda: TanhLRScheduler(9, lb=3.0), "lb must be below ub, 3"),
    (lambda: CosineLRScheduler(9, cycle_mul=1.001), "cycle_mul must be 1, or at least 0.01 away from it"),
    (lambda: MultiStepLRScheduler((5, 3)), "decay_t must be a list in order"),
    (lambda: MegatronCosine(9, 9), "lr_warmup_steps must be below lr_decay_steps, 9"),
    (lambda: WSDS(1, (9, 9), 2), "decay_ends must be a list in which each is after the one before"),
    (lambda: InverseSqrtSchedule(1, 0), "timescale must be a whole number between 1 and"),
    (lambda: LinearToZero(1, 9, 1.5), "final_ratio must be a number between 0 and 1"),
]


@pytest.mark.parametrize(("make", "words"), REFUSED, ids=[words for _, words in REFUSED])
def test_what_a_library_refuses_is_refused_by_name(make: Any, words: str) -> None:
    with pytest.raises(SpecError) as caught:
        make()
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("recipe", "ratio", "scaled"),
    [
        (MegatronCosine(9, 10), 0.3, MegatronCosine(2, 3)),
        (StepLRScheduler(1e-6, 0.5), 0.3, StepLRScheduler(1e-6, 0.5)),
        (WSDS(3, (9, 10, 20), 2), 0.1, WSDS(1, (1, 2, 3), 1)),
    ],
    ids=repr,
)
def test_steps_that_would_meet_stay_apart(recipe: Recipe, ratio: float, scaled: Recipe) -> None:
    assert recipe.scaled(ratio) == scaled


@pytest.mark.parametrize(
    ("recipe", "small"),
    [
        (InverseSqrtSchedule(0), InverseSqrtSchedule(0, 1000)),
        (InverseSqrtSchedule(100), InverseSqrtSchedule(10)),
        (Noam(512, 4000), Noam(5120, 400)),
        (StepLRScheduler(24, 0.97, warmup_t=30), StepLRScheduler(2.4000000000000004, 0.97, warmup_t=3)),
        (PowerScheduler(100, 50, 1000, 128, 2e5), PowerScheduler(10, 5, 100, 128, 2e6)),
    ],
    ids=repr,
)
def test_a_miniature_goes_as_high(recipe: Recipe, small: Recipe) -> None:
    assert recipe.scaled(0.1) == small
    t = np.arange(5, 100)
    np.testing.assert_allclose(small.at(t, 0.1), recipe.at(10 * t, 0.1), rtol=0.5)


def test_a_rate_below_the_last_one_is_refused_in_the_librarys_words() -> None:
    recipe = PolynomialDecayScheduleWithWarmup(2, 9, lr_end=0.2)
    assert np.isnan(recipe.at(np.arange(3), 0.1)).all()
    assert recipe.message(0, 0.1) == "lr_end (0.2) must be smaller than initial lr"
    assert (recipe.at(np.arange(3), 0.0) == 0).all(), "a group that is held at 0"
    with pytest.raises(ValueError, match="must be smaller than initial lr"):
        build(recipe, torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1))
