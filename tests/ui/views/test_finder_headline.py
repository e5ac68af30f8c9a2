"""What is said above the LR finder's plot: each rule where it holds, with numbers that were measured."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from lrviz import SGD, Adam, CosineAnnealingLR, Experiment, OneCycleLR, Run
from lrviz.results import Floats
from lrviz.run import Group
from lrviz.ui.views import finder_headline
from lrviz.ui.views.suggested import Searched, named, rate
from tests.ui.views.searches import five, rates, search, typical

RUN = Run("step", None, SGD(lr=0.2), colour=1)


def said(searched: Searched, run: Run = RUN) -> tuple[str, str]:
    return finder_headline.of(Experiment.of(run, steps=440), run, searched)


def low_and_high(searched: Searched) -> tuple[str, str]:
    ends = sorted(named(searched.found, name).rate for name in ("valley", "min/10"))
    return rate(ends[0]), rate(ends[1])


def test_a_run_outside_is_told_between_which_rates_to_start() -> None:
    searched = five()
    low, high = low_and_high(searched)
    headline, basis = said(searched, replace(RUN, optimizer=SGD(lr=1.5)))
    assert headline == f"Start step between {low} and {high}; it now has 1.5."
    assert basis.startswith("Beyond ")
    assert said(searched, replace(RUN, optimizer=SGD(lr=1e-4)))[1].startswith("Over 5 seeds valley lies from ")


def test_a_run_between_them_is_told_so() -> None:
    searched = five()
    low, high = low_and_high(searched)
    middle = float(f"{np.sqrt(float(low) * float(high)):.3g}")
    headline, _ = said(searched, replace(RUN, optimizer=SGD(lr=middle)))
    assert headline == f"step has {middle:g}: it lies between {low} and {high}, where to start."


def test_a_rate_that_seeds_diverged_at_is_told() -> None:
    _, basis = said(five(), replace(RUN, optimizer=SGD(lr=9.0)))
    assert basis == "By 9, 5 of 5 seeds had diverged."


def test_a_schedule_that_sets_its_rate_is_told_by_that() -> None:
    headline, _ = said(five(), replace(RUN, schedule=OneCycleLR(0.5, 440)))
    assert headline.endswith("; its max_lr is 0.5 now.")


def test_only_a_schedule_that_decays_is_told_what_it_may_begin_with() -> None:
    searched = five()
    three = rate(3 * named(searched.found, "min/10").rate)
    assert f"here {three}, held in our sweeps." in said(searched, replace(RUN, schedule=CosineAnnealingLR(440)))[1]
    assert "sweeps" not in said(searched, replace(RUN, schedule=CosineAnnealingLR(440, eta_min=0.15)))[1]
    assert "sweeps" not in said(searched)[1]


def test_one_group_is_named_by_its_pattern() -> None:
    searched = five()
    grouped = replace(RUN, groups=(Group("*.weight", frozen=True), Group("*.bias", lr=0.1)))
    for group, who in ((1, "step’s *.bias"), (0, "step’s other parameters")):
        found = _with(searched, group=group)
        assert said(found, grouped)[0].startswith((f"Start {who} between", f"{who} has"))


def test_while_it_climbs_it_says_how_far() -> None:
    lrs = rates()
    headline, basis = said(search(typical(lrs)[:40], running=True))
    assert headline == f"step’s rate has climbed to {rate(lrs[39])}, 40 of 100 updates."
    assert basis.startswith("Its lowest loss so far is 2.3")


def test_what_only_diverges_is_told_to_begin_lower() -> None:
    lrs = rates(1.0, 100.0)
    headline, basis = said(search(*(2.3 * (1 + k * np.arange(100.0)) for k in (1, 2)), lrs=lrs))
    assert headline.startswith("step only diverges: its loss never falls below the 2.30 it begins with")
    assert basis == "Begin lower than 1, as at 0.001."


def test_no_number_at_all_is_said_so() -> None:
    headline, _ = said(search(np.full(100, np.nan), np.full(100, np.inf)))
    assert headline == "step has no loss that is a number, at 10⁻⁵ already."


@pytest.mark.parametrize("flat", [np.full(100, 2.3), 2.3 + 0.01 * np.sin(np.arange(100.0)), np.zeros(100)])
def test_a_loss_that_never_falls_is_told_so(flat: Floats) -> None:
    headline, basis = said(search(flat))
    assert headline.startswith("step’s loss never falls: its lowest is ")
    assert basis == "Raised from 10⁻⁵ to 10 in 100 updates; raise it further."


def test_of_a_search_that_was_stopped_too_soon_nothing_is_said_for_ever() -> None:
    lrs = rates()
    headline, basis = said(search(np.full(25, 2.3), lrs=lrs, stopped=True))
    assert headline == f"step’s loss hasn’t fallen by {rate(lrs[24])}, where the search was stopped."
    assert basis == "Stopped after 25 of 100 updates."


def test_a_loss_that_falls_to_the_end_wants_a_higher_rate() -> None:
    lrs = rates(1e-5, 0.1)
    headline, basis = said(search(typical(lrs), lrs=lrs))
    assert headline.startswith("step’s loss still falls at 0.1, the highest rate tried: it is ")
    assert basis.startswith("Raise it further")
    assert said(search(typical(lrs)[:90], lrs=lrs, stopped=True))[1] == "Stopped after 90 of 100 updates."


def test_seeds_that_are_far_apart_disagree() -> None:
    searched = search(*(typical(rates(), shift) for shift in (-2.4, -1.2, 0.0)))
    headline, basis = said(searched)
    ends = [named(searched.found, name) for name in ("valley", "min/10")]
    low, high = min(one.low for one in ends), max(one.high for one in ends)
    assert headline == f"The seeds disagree: step would start anywhere from {rate(low)} to {rate(high)}."
    assert "decades" in basis


def test_one_seed_says_that_it_is_one() -> None:
    assert said(search(typical(rates())))[1].startswith("One seed: ")


def test_on_the_validation_loss_valley_has_no_say() -> None:
    searched = _with(five(), on="val")
    assert said(searched)[0].startswith(f"Start step at {rate(named(searched.found, 'min/10').rate)};")


def test_the_summary_tells_every_suggestion_with_its_seeds() -> None:
    searched = five()
    words = finder_headline.summary(Experiment.of(RUN), RUN, searched)
    for name in ("valley", "min / 10", "steepest"):
        assert f"{name} " in words
    assert words.count("of 5 seeds.") == 5


def test_an_optimizer_of_another_kind_is_no_matter() -> None:
    assert said(five(), replace(RUN, optimizer=Adam(lr=0.2)))[0] == said(five())[0]


def _with(searched: Searched, **changed: object) -> Searched:
    import dataclasses

    found = dataclasses.replace(searched.found, **changed)  # type: ignore[arg-type]
    return dataclasses.replace(searched, found=found)
