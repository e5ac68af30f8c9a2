"""Searches: the latest is under way, what was known stays known, and what has no say in a search makes none stale."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from lrviz import MLP, SGD, Adam, Digits, Experiment, Run, StepLR
from lrviz.events import Died, Event, Failed, Find, Finished, Happened, Job, Raised, Started
from lrviz.peaks import with_peak
from lrviz.run import Group
from lrviz.ui.racing import searches as module
from lrviz.ui.racing.races import Races
from lrviz.ui.racing.searches import SLOT, Searches, key_of, quick
from lrviz.ui.sweep import Sweep
from tests.ui.views.searches import rates, typical

RUN = Run("a", StepLR(10), SGD(lr=0.2, momentum=0.9))
PLAN = Experiment.of(RUN, Run("b"), problem=Digits(model=MLP(hidden=(4,))), steps=20)
SWEEP = Sweep(updates=100, seeds=2)


@pytest.fixture
def searches(qtbot: QtBot) -> Searches:
    """Give searches whose worker isn't started: the test says what comes from it."""
    return Searches(Races())


def hear(searches: Searches, *events: Event) -> None:
    searches._races.heard.emit(Happened(SLOT, searches._errand.ticket, events))


def raised(first: int, last: int, seeds: int = 2) -> list[Event]:
    lrs = rates()
    return [Raised(i, lrs[i], (float(typical(lrs)[i]),) * seeds) for i in range(first, last)]


def finish(searches: Searches, qtbot: QtBot, seeds: int = 2) -> None:
    hear(searches, Started("cpu", "a processor"), *raised(0, 100, seeds))
    searches._races.heard.emit(Finished(SLOT, searches._errand.ticket))
    qtbot.waitUntil(lambda: not searches._turn.isActive())


def test_what_comes_in_is_known_at_once_and_suggests_something_at_the_end(searches: Searches, qtbot: QtBot) -> None:
    assert searches.of(PLAN, RUN, SWEEP) is None
    searches.start(PLAN, 0, SWEEP)
    hear(searches, *raised(0, 40))
    known = searches.of(PLAN, RUN, SWEEP)
    assert known is not None
    assert (known.running, known.stale, len(known.found.lrs), dict(known.found.suggestions)) == (True, False, 40, {})
    hear(searches, *raised(40, 100))
    searches._races.heard.emit(Finished(SLOT, searches._errand.ticket))
    qtbot.waitUntil(lambda: not searches._turn.isActive())
    done = searches.of(PLAN, RUN, SWEEP)
    assert done is not None
    assert (done.running, done.stopped, searches.active) == (False, False, False)
    assert np.isfinite(done.found.suggestions["valley"][0])
    assert done.found is searches.of(PLAN, RUN, SWEEP).found  # type: ignore[union-attr]  # the same picture again


def test_the_job_is_what_was_asked_for(searches: Searches) -> None:
    asked: list[tuple[str, Job]] = []
    searches._races.ask = lambda slot, job: asked.append((slot, job)) or 7  # type: ignore[method-assign,func-returns-value]
    searches.start(PLAN, 1, Sweep(1e-4, 1.0, 50, 3, "val", group=4))
    [(slot, job)] = asked
    assert slot == SLOT
    assert isinstance(job, Find)
    assert (job.run, job.low, job.high, job.updates, job.seeds, job.on) == (1, 1e-4, 1.0, 50, 3, "val")
    assert job.group is None  # the run has one group only
    assert job.experiment == PLAN


@pytest.mark.parametrize(
    "changed",
    [
        replace(RUN, schedule=None),
        replace(RUN, optimizer=SGD(lr=3.0, momentum=0.9)),
        replace(RUN, name="c", colour=5, visible=False),
        with_peak(RUN, 0.037),
    ],
)
def test_what_has_no_say_makes_no_search_stale(changed: Run) -> None:
    assert key_of(PLAN, changed, SWEEP) == key_of(PLAN, RUN, SWEEP)
    longer = replace(PLAN, training=replace(PLAN.training, steps=77, validate_every=3))
    assert key_of(longer, RUN, SWEEP) == key_of(PLAN, RUN, SWEEP)


@pytest.mark.parametrize(
    "changed",
    [
        replace(RUN, optimizer=SGD(lr=0.2, momentum=0.8)),
        replace(RUN, optimizer=Adam(lr=0.2)),
        replace(RUN, clip=1.0),
        replace(RUN, groups=(Group("*.bias", frozen=True),)),
    ],
)
def test_what_is_trained_otherwise_is_another_search(changed: Run) -> None:
    assert key_of(PLAN, changed, SWEEP) != key_of(PLAN, RUN, SWEEP)
    bigger = replace(PLAN, training=replace(PLAN.training, batch_size=7))
    assert key_of(bigger, RUN, SWEEP) != key_of(PLAN, RUN, SWEEP)
    assert key_of(PLAN, RUN, replace(SWEEP, seeds=3)) != key_of(PLAN, RUN, SWEEP)


def test_of_groups_only_the_proportions_count_and_of_one_only_the_others_rates() -> None:
    def grouped(own: float, bias: float) -> Run:
        return replace(RUN, optimizer=SGD(lr=own), groups=(Group("*.bias", lr=bias), Group("0.*", frozen=True)))

    assert key_of(PLAN, grouped(0.3, 0.1), SWEEP) == key_of(PLAN, grouped(0.6, 0.2), SWEEP)
    assert key_of(PLAN, grouped(0.3, 0.1), SWEEP) != key_of(PLAN, grouped(0.3, 0.2), SWEEP)
    bias = replace(SWEEP, group=1)
    assert key_of(PLAN, grouped(0.3, 0.1), bias) == key_of(PLAN, grouped(0.3, 0.2), bias)
    assert key_of(PLAN, grouped(0.3, 0.1), bias) != key_of(PLAN, grouped(0.6, 0.1), bias)


def test_another_sweep_leaves_the_last_one_stale_and_the_way_back_finds_it_fresh(
    searches: Searches, qtbot: QtBot
) -> None:
    searches.start(PLAN, 0, SWEEP)
    finish(searches, qtbot)
    other = replace(SWEEP, seeds=4)
    stale = searches.of(PLAN, RUN, other)
    assert stale is not None
    assert stale.stale
    fresh = searches.of(PLAN, RUN, SWEEP)
    assert fresh is not None
    assert not fresh.stale
    searches.forget()
    assert searches.of(PLAN, RUN, other) is None


def test_another_search_takes_the_place_of_the_one_under_way(searches: Searches, qtbot: QtBot) -> None:
    searches.start(PLAN, 0, SWEEP)
    first = searches._errand.ticket
    hear(searches, *raised(0, 40))
    searches.start(PLAN, 1, SWEEP)
    assert searches.of(PLAN, RUN, SWEEP) is None
    searches._races.heard.emit(Happened(SLOT, first, tuple(raised(40, 50))))
    other = searches.of(PLAN, PLAN.runs[1], SWEEP)
    assert other is not None
    assert len(other.found.lrs) == 0
    finish(searches, qtbot)
    assert searches.seconds(PLAN, PLAN.runs[1], SWEEP) >= 0


def test_what_was_stopped_stays_and_nothing_at_all_is_said_in_words(searches: Searches, qtbot: QtBot) -> None:
    searches.start(PLAN, 0, SWEEP)
    hear(searches, *raised(0, 60))
    searches.stop()
    qtbot.waitUntil(lambda: not searches._turn.isActive())
    known = searches.of(PLAN, RUN, SWEEP)
    assert known is not None
    assert (known.stopped, known.running, len(known.found.lrs)) == (True, False, 60)
    searches.start(PLAN, 1, SWEEP)
    searches.stop()
    assert searches.of(PLAN, PLAN.runs[1], SWEEP) is None
    assert "stopped before the first update" in searches.refused(PLAN, PLAN.runs[1], SWEEP)


def test_a_refusal_is_kept_until_it_is_searched_again(searches: Searches) -> None:
    searches.start(PLAN, 0, SWEEP)
    searches._races.heard.emit(Failed(SLOT, searches._errand.ticket, "torch refuses it"))
    assert searches.refused(PLAN, RUN, SWEEP) == "torch refuses it"
    assert not searches.active
    searches.start(PLAN, 0, SWEEP)
    assert searches.refused(PLAN, RUN, SWEEP) == ""


def test_what_came_before_the_worker_died_is_kept(searches: Searches, qtbot: QtBot) -> None:
    searches.start(PLAN, 0, SWEEP)
    hear(searches, *raised(0, 30))
    searches._races.heard.emit(Died("out of memory", tickets=(searches._errand.ticket,)))
    qtbot.waitUntil(lambda: not searches._turn.isActive())
    known = searches.of(PLAN, RUN, SWEEP)
    assert known is not None
    assert (known.stopped, len(known.found.lrs)) == (True, 30)
    searches.start(PLAN, 0, SWEEP)
    hear(searches, *raised(0, 30))
    searches._races.heard.emit(Died("out of memory", tickets=(searches._errand.ticket,)))
    assert searches.refused(PLAN, RUN, SWEEP) == "out of memory"


def test_beyond_the_memory_the_oldest_that_no_run_shows_goes(
    searches: Searches, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MEMORY", 2 * 100 * 2 * module.BYTES)
    sweeps = [replace(SWEEP, low=low) for low in (1e-5, 2e-5, 3e-5, 4e-5)]
    for sweep in sweeps:
        searches.start(PLAN, 0, sweep)
        finish(searches, qtbot)
    fresh = [sweep for sweep in sweeps if (known := searches.of(PLAN, RUN, sweep)) is not None and not known.stale]
    assert fresh[-1] == sweeps[-1]
    assert sweeps[0] not in fresh


def test_a_small_problem_is_quick_and_a_large_one_is_not() -> None:
    assert quick(PLAN, RUN, SWEEP)
    wide = replace(PLAN, problem=Digits(model=MLP(hidden=(2048, 2048))))
    assert not quick(wide, RUN, SWEEP)
    assert not quick(PLAN, RUN, replace(SWEEP, updates=10_000, seeds=64))
