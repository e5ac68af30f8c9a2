"""Fits of the two empirical laws: to losses that they made themselves, against scipy's fits, and what is refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from scipy.optimize import least_squares

from lrviz.errors import SpecError
from lrviz.laws import annealing, multi_power
from lrviz.laws.annealing import Annealing
from lrviz.laws.descent import NEAR, descend, huber
from lrviz.laws.fitting import KEPT, Empirical, Fitted, fit, fitted
from lrviz.laws.multi_power import MultiPower
from lrviz.laws.origin import Origin
from lrviz.laws.pace import Counts, Pace
from lrviz.results import Floats

T, PEAK = 3000, 0.02
STEP = np.arange(T)
WARM = np.minimum(1, (STEP + 1) / 100)
SHAPES = {
    "cosine": 0.1 + 0.45 * (1 + np.cos(np.pi * STEP / T)),
    "constant": np.ones(T),
    "step": np.where(STEP < T // 2, 1.0, 0.3),
    "cooldown": np.clip(5 * (1 - STEP / T), 0.01, 1),
}
ANY = Origin("", "", (0.0, 1.0), (0.0, np.inf))
TRUTH: dict[str, Empirical] = {
    "multi-power": MultiPower(multi_power.Coefficients(0.5, 0.6, 0.5, 8.0, 1.0, 0.5, 0.6), ANY, 0.0),
    "annealing": Annealing(annealing.Coefficients(0.5, 0.6, 0.5, 0.05), 0.99, ANY, 0.0),
}
LAWS = sorted(TRUTH)


def pace(shape: str) -> Pace:
    rates = PEAK * WARM * SHAPES[shape]
    return Pace.of(lambda t: rates[t], T)


def curve(law: str, shape: str, noise: float = 0.0, seed: int = 0) -> tuple[Pace, Counts, Floats]:
    at = np.arange(99, T, 40)
    clean = TRUTH[law].predicted(pace(shape), at).loss
    return pace(shape), at, clean * np.exp(noise * np.random.default_rng(seed).normal(size=len(at)))


def curves(law: str, *shapes: str, noise: float = 0.0) -> list[tuple[Pace, Counts, Floats]]:
    return [curve(law, shape, noise, seed) for seed, shape in enumerate(shapes)]


def form_of(law: str, these: Sequence[tuple[Pace, Counts, Floats]]) -> multi_power.Form | annealing.Form:
    seen = [(pace, at) for pace, at, _ in these]
    return next(multi_power.forms(seen)) if law == "multi-power" else annealing.Form.of(seen, 0.99)


def test_an_annealing_law_is_found_again() -> None:
    found = fitted("annealing", curves("annealing", "cosine", "step", noise=1e-3)).law
    assert isinstance(found, Annealing)
    assert found.decay == pytest.approx(0.99)
    np.testing.assert_allclose(found.coefficients, TRUTH["annealing"].coefficients, rtol=0.03)


def test_a_multi_power_law_is_found_again() -> None:
    found = fitted("multi-power", curves("multi-power", "cosine", "step", "cooldown")).law
    np.testing.assert_allclose(found.coefficients[:4], TRUTH["multi-power"].coefficients[:4], rtol=0.1)


@pytest.mark.parametrize("law", LAWS)
def test_a_fit_foretells_a_schedule_it_has_not_seen(law: str) -> None:
    found = fitted(law, curves(law, "cosine", "constant", "step", noise=1e-3))
    unseen, at, loss = curve(law, "cooldown")
    said = found.law.predicted(unseen, at)
    np.testing.assert_allclose(said.loss, loss, atol=found.law.band)
    assert found.law.band < 0.1 * (loss[0] - loss[-1])
    assert found.points == 3 * len(at)
    assert found.left_out == "of each run when it was"


@pytest.mark.parametrize("law", LAWS)
def test_outliers_move_a_fit_little(law: str) -> None:
    whole, at, loss = curve(law, "step", noise=1e-3)
    wild = np.where(np.arange(len(at)) % 17 == 5, 3 * loss, loss)
    clean, rough = (fitted(law, [(whole, at, one)]).law.predicted(whole, at).loss for one in (loss, wild))
    np.testing.assert_allclose(clean, rough, rtol=3e-3)


@pytest.mark.parametrize("law", LAWS)
def test_the_descent_ends_as_low_as_scipys(law: str) -> None:
    these = curves(law, "cosine", "step", noise=1e-3)
    form, losses = form_of(law, these), np.concatenate([loss for *_, loss in these])
    ours = min(_last(descend(form, losses, start)).cost for start in form.starts(losses))
    theirs = least_squares(
        lambda logs: np.log(form.at(logs)[0] / losses),
        np.log(TRUTH[law].coefficients),
        jac=lambda logs: (form.at(logs)[1] / form.at(logs)[0]).T,
        loss="huber",
        f_scale=NEAR,
    )
    assert ours <= huber(theirs.fun) * (1 + 1e-3)


def _last(turns: Any) -> Any:
    while True:
        try:
            next(turns)
        except StopIteration as stop:
            return stop.value


def test_a_fit_goes_in_turns() -> None:
    turns = fit("annealing", curves("annealing", "cosine"))
    assert next(turns) == 0.0
    assert isinstance(_last(turns), Fitted)


def test_one_schedule_is_foretold_from_its_beginning_and_trusted_less_elsewhere() -> None:
    cosine = fitted("annealing", curves("annealing", "cosine"))
    assert cosine.left_out == "of each run’s end"
    assert cosine.held_out < 1e-3
    assert cosine.law.band == pytest.approx(0.02 * curve("annealing", "cosine")[2][-1])
    assert not cosine.law.apart(1.0, 1.0 + 0.9 * cosine.law.band)
    assert cosine.law.apart(1.0, 1.0 + 1.1 * cosine.law.band)


def test_the_same_schedule_three_times_is_one() -> None:
    assert fitted("annealing", curves("annealing", *3 * ["cosine"], noise=1e-3)).left_out == "of each run’s end"


def test_a_fall_at_the_end_is_half_seen_and_half_foretold() -> None:
    cooldown = fitted("annealing", curves("annealing", "cooldown"))
    assert cooldown.held_out < 0.01


def test_the_error_is_that_on_what_was_kept_from_the_fit() -> None:
    whole, at, loss = curve("annealing", "cosine")
    broken = loss + np.where(at > 0.9 * T, 0.2, 0.0)
    assert fitted("annealing", [(whole, at, broken)]).held_out > 0.05


def test_a_long_log_is_fitted_by_its_means() -> None:
    whole, at = pace("cosine"), np.arange(50, T)
    loss = TRUTH["annealing"].predicted(whole, at).loss
    noisy = loss * np.exp(0.05 * np.random.default_rng(0).normal(size=len(at)))
    found = fitted("annealing", [(whole, at, noisy)])
    assert found.points == KEPT
    np.testing.assert_allclose(found.law.predicted(whole, at[200:]).loss, loss[200:], rtol=0.02)


def test_an_earlier_fit_may_be_started_from() -> None:
    first = fitted("annealing", curves("annealing", "cosine"))
    again = fitted("annealing", curves("annealing", "cosine"), start=first)
    np.testing.assert_allclose(again.law.coefficients, first.law.coefficients, rtol=0.05)


def test_a_fitted_law_holds_for_runs_like_those_it_was_fitted_to() -> None:
    law = fitted("annealing", curves("annealing", "cosine"), adaptive=False).law
    assert not law.outside(pace("step"), adaptive=False)
    assert "none of them" in law.outside(pace("step"), adaptive=True)
    high = Pace.of(lambda t: np.full(len(t), 3 * PEAK), T)
    assert law.outside(high, adaptive=False).startswith("its peak rate 0.06 is not within")
    assert law.assumes.startswith("Fitted to 73 losses of 1 run; of each run’s end kept from the fit, it was off by")


N = 100
UPDATES = np.arange(99, 99 + 29 * N, 29)
FALLING = np.linspace(2.0, 1.0, N)


@pytest.mark.parametrize(
    ("shape", "updates", "losses", "message"),
    [
        ("cosine", UPDATES[:9], FALLING[:9], "fitted(curves=9): curves must be at least 28 losses: multi-power has 7"),
        (
            "cosine",
            UPDATES,
            np.where(UPDATES[4] == UPDATES, np.nan, FALLING),
            "losses above 0; this one is of update 215",
        ),
        ("cosine", UPDATES, FALLING - 1.0, "losses above 0; this one is of update 2970"),
        ("cosine", UPDATES, np.ones(N), "losses that fall: they begin at 1 and end no lower"),
        ("cosine", UPDATES, FALLING[::-1], "losses that fall: they begin at 1.05 and end no lower"),
        ("cosine", UPDATES[::-1], FALLING, "indices of some of 3000 updates, each above the one before"),
        ("cosine", UPDATES + 200, FALLING, "indices of some of 3000 updates, each above the one before"),
        ("cosine", UPDATES / 2, FALLING, "whole numbers, one for each loss"),
        ("cosine", UPDATES[:-1], FALLING, "whole numbers, one for each loss"),
        ("constant", UPDATES, FALLING, "of a rate that falls: nothing else shows what a fall gives"),
    ],
)
def test_what_shows_nothing_is_refused(shape: str, updates: Any, losses: Any, message: str) -> None:
    with pytest.raises(SpecError) as caught:
        fitted("multi-power", [(pace(shape), updates, losses)])
    assert message in str(caught.value)


def test_rates_that_rise_again_are_refused() -> None:
    saw = Pace.of(lambda t: PEAK * (1 - t % 1000 / 1000), T)
    with pytest.raises(SpecError, match="of rates that only fall; here it rises again"):
        fitted("annealing", [(saw, UPDATES, FALLING)])


def test_no_curve_and_no_such_law_are_refused() -> None:
    with pytest.raises(SpecError, match="at least 16 losses"):
        fitted("annealing", [])
    with pytest.raises(SpecError, match="multi-power or annealing"):
        fitted("bound", [])
