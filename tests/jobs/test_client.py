"""What a worker does with jobs and orders, and what becomes of them when it dies."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from msgspec.structs import replace

from lrviz.engine.inline import landscape, train
from lrviz.events import (
    Chart,
    Died,
    Examined,
    Failed,
    Finished,
    Ground,
    Happened,
    Laid,
    Measured,
    Outlined,
    Preparing,
    Race,
    Ready,
    Started,
    Update,
)
from lrviz.experiment import Experiment
from lrviz.recording import Recording
from lrviz.results import Landscape
from lrviz.sketch import Sketch
from lrviz.survey import Survey

if TYPE_CHECKING:
    from tests.jobs.conftest import Talk


def race(steps: int) -> Race:
    """Give a race of the first-open session's runs."""
    return Race(Experiment.of(*Experiment.first_open().runs, steps=steps), "cpu")


def updates(talk: Talk, ticket: int) -> list[int]:
    return [event.step for event in talk.events(ticket) if isinstance(event, Update)]


def happened(ticket: int) -> Any:
    return lambda reply: isinstance(reply, Happened) and reply.ticket == ticket


def barrier(talk: Talk, updates: int = 5) -> None:
    """Wait until the worker has obeyed all orders before this, and given each job as many turns after them."""
    assert isinstance(talk.until_end(talk.client.run("barrier", race(updates))), Finished)


def test_a_ready_worker_says_what_it_can_run_on(talk: Talk) -> None:
    ready = talk.until_ready()
    assert [device.name for device in ready.devices] == ["auto", "cpu", "cuda", "mps"]
    assert not ready.devices[0].missing
    assert not ready.devices[1].missing
    assert ready.torch
    assert talk.client.pid not in {None, os.getpid()}


def test_a_race_in_the_worker_is_the_race_in_this_process(talk: Talk) -> None:
    job = race(60)
    ticket = talk.client.run("race", job)
    assert talk.until_end(ticket) == Finished("race", ticket)
    recording = Recording(job.experiment)
    for event in talk.events(ticket):
        recording.add(event)
    assert recording.done
    for here, there in zip(train(job.experiment, device="cpu").runs, recording.result().runs, strict=True):
        np.testing.assert_array_equal(here.losses, there.losses)
        np.testing.assert_array_equal(here.lrs, there.lrs)
        np.testing.assert_array_equal(here.metrics["val_loss"], there.metrics["val_loss"])


def test_the_first_report_comes_with_the_first_update(talk: Talk) -> None:
    ticket = talk.client.run("race", race(300))
    first = talk.until(happened(ticket))
    assert isinstance(first, Happened)
    assert [type(event) for event in first.events[:4]] == [Started, Examined, Outlined, Update]
    assert isinstance(talk.until_end(ticket), Finished)


def test_a_job_that_starts_paused_does_nothing_but_what_it_is_told(talk: Talk) -> None:
    ticket = talk.client.run("race", race(100_000), paused=True)
    barrier(talk)
    assert not talk.events(ticket)
    talk.client.steer("race", "step")
    talk.until(happened(ticket))
    barrier(talk)
    assert len(updates(talk, ticket)) == 1
    talk.client.steer("race", "stop")
    talk.until_end(ticket)


def test_pause_step_and_resume_lose_no_update(talk: Talk) -> None:
    ticket = talk.client.run("race", race(100_000))
    talk.until(happened(ticket))
    talk.client.steer("race", "pause")
    barrier(talk)
    paused = len(updates(talk, ticket))
    barrier(talk)
    assert len(updates(talk, ticket)) == paused
    for more in (1, 2):
        talk.client.steer("race", "step")
        barrier(talk)
        assert len(updates(talk, ticket)) == paused + more
    talk.client.steer("race", "step")
    talk.client.steer("race", "step")
    barrier(talk)
    assert len(updates(talk, ticket)) == paused + 4
    talk.client.steer("race", "resume")
    talk.until(happened(ticket))
    talk.client.steer("race", "stop")
    assert talk.until_end(ticket) == Finished("race", ticket, stopped=True)
    done = updates(talk, ticket)
    assert len(done) > paused + 4
    assert done == list(range(len(done)))


def test_a_step_that_ends_a_validation_period_brings_its_metrics_at_once(talk: Talk) -> None:
    ticket = talk.client.run("race", race(22))
    talk.client.steer("race", "pause")
    barrier(talk)
    for _ in range(22 - len(updates(talk, ticket))):
        talk.client.steer("race", "step")
    barrier(talk, 30)
    assert updates(talk, ticket) == list(range(22))
    assert len([event for event in talk.events(ticket) if isinstance(event, Measured)]) == 3
    talk.client.steer("race", "resume")
    assert isinstance(talk.until_end(ticket), Finished)


def test_a_race_that_was_paused_can_be_stopped_and_another_started(talk: Talk) -> None:
    ticket = talk.client.run("race", race(100_000))
    talk.client.steer("race", "pause")
    talk.client.steer("race", "stop")
    assert talk.until_end(ticket) == Finished("race", ticket, stopped=True)
    again = talk.client.run("race", race(3))
    assert talk.until_end(again) == Finished("race", again)


def test_orders_to_an_empty_slot_do_nothing(talk: Talk) -> None:
    for order in ("pause", "step", "resume", "stop"):
        talk.client.steer("nothing", order)
    barrier(talk)
    assert not any(isinstance(reply, (Finished, Failed)) and reply.slot == "nothing" for reply in talk.heard)


def test_the_latest_job_of_a_slot_wins_and_the_others_fall_silent(talk: Talk) -> None:
    tickets = [talk.client.run("race", race(100_000)) for _ in range(20)]
    last = talk.client.run("race", race(4))
    assert talk.until_end(last) == Finished("race", last)
    barrier(talk)
    said = {reply.ticket for reply in talk.heard if isinstance(reply, (Happened, Finished, Failed))}
    assert not said & set(tickets)
    assert updates(talk, last) == [0, 1, 2, 3]


def test_slots_run_side_by_side(talk: Talk) -> None:
    slow = talk.client.run("race", race(100_000))
    quick = talk.client.run("landscape", race(30))
    assert isinstance(talk.until_end(quick), Finished)
    assert 0 < len(updates(talk, slow)) < 100_000
    talk.client.steer("race", "stop")
    assert talk.until_end(slow) == Finished("race", slow, stopped=True)


CHART = Chart(Experiment.of(*Experiment.first_open().runs, steps=60), Survey(grid=30), "cpu")


def charted(talk: Talk, ticket: int) -> Landscape:
    sketch = Sketch(CHART.experiment, CHART.survey)
    for event in talk.events(ticket):
        sketch.add(event)
    assert sketch.landscape is not None
    return sketch.landscape


def test_a_chart_of_what_was_raced_trains_nothing_and_is_the_chart_in_this_process(talk: Talk) -> None:
    assert isinstance(talk.until_end(talk.client.run("race", Race(CHART.experiment, "cpu"))), Finished)
    ticket = talk.client.run("landscape", CHART)
    assert talk.until_end(ticket) == Finished("landscape", ticket)
    prepared = {event.words for event in talk.events(ticket) if isinstance(event, Preparing)}
    assert prepared == {"looking along the paths"}
    here, there = landscape(CHART.experiment, grid=30, device="cpu"), charted(talk, ticket)
    np.testing.assert_array_equal(here.values, there.values)
    for one, two in zip(here.routes, there.routes, strict=True):
        np.testing.assert_array_equal(one.loss, two.loss)
        np.testing.assert_array_equal(one.sharpness, two.sharpness)


def test_a_picture_is_reported_as_soon_as_it_is_there(talk: Talk) -> None:
    ticket = talk.client.run("landscape", CHART)
    assert talk.until_end(ticket) == Finished("landscape", ticket)
    batches = [reply.events for reply in talk.heard if isinstance(reply, Happened) and reply.ticket == ticket]
    pictures = [batch for batch in batches if any(isinstance(event, (Laid, Ground)) for event in batch)]
    assert len(pictures) >= 4
    assert all(isinstance(batch[-1], (Laid, Ground)) or isinstance(batch[0], Laid) for batch in pictures)
    assert all(sum(isinstance(event, (Laid, Ground)) for event in batch) == 1 for batch in pictures)


def test_a_chart_runs_beside_a_race_which_goes_on(talk: Talk) -> None:
    slow = talk.client.run("race", race(100_000))
    talk.until(happened(slow))
    ticket = talk.client.run("landscape", CHART)
    talk.until(happened(ticket))
    before = len(updates(talk, slow))
    assert talk.until_end(ticket) == Finished("landscape", ticket)
    assert before < len(updates(talk, slow)) < 100_000
    talk.client.steer("race", "stop")
    assert talk.until_end(slow) == Finished("race", slow, stopped=True)


def test_the_latest_chart_wins_amid_another_and_one_can_be_stopped(talk: Talk) -> None:
    fine = Chart(CHART.experiment, replace(CHART.survey, grid=401), "cpu")
    first = talk.client.run("landscape", fine)
    talk.until(happened(first))
    second = talk.client.run("landscape", CHART)
    assert talk.until_end(second) == Finished("landscape", second)
    assert not any(isinstance(reply, (Finished, Failed)) and reply.ticket == first for reply in talk.heard)
    assert charted(talk, second).done == 1
    third = talk.client.run("landscape", fine)
    talk.until(happened(third))
    talk.client.steer("landscape", "stop")
    assert talk.until_end(third) == Finished("landscape", third, stopped=True)


def test_a_chart_that_is_refused_says_why(talk: Talk) -> None:
    ticket = talk.client.run("landscape", Chart(CHART.experiment, Survey(origin="nobody"), "cpu"))
    assert talk.until_end(ticket) == Failed(
        "landscape", ticket, "Survey(origin='nobody'): origin must be a visible run"
    )


def test_a_job_that_raises_fails_in_one_line_and_the_worker_goes_on(talk: Talk) -> None:
    absent = [device.name for device in talk.until_ready().devices if device.missing]
    if not absent:
        pytest.skip("every device is there")
    before = talk.client.pid
    ticket = talk.client.run("race", Race(Experiment.first_open(), absent[0]))  # type: ignore[arg-type]  # a str
    failed = talk.until_end(ticket)
    assert isinstance(failed, Failed)
    assert failed.message.startswith(f"device '{absent[0]}' can't be used: ")
    assert "\n" not in failed.message
    barrier(talk)
    assert talk.client.pid == before


def test_ctrl_c_in_the_terminal_is_not_for_the_worker(talk: Talk) -> None:
    ticket = talk.client.run("race", race(60))
    assert talk.client.pid is not None
    os.kill(talk.client.pid, signal.SIGINT)
    assert talk.until_end(ticket) == Finished("race", ticket)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_a_killed_worker_is_said_and_replaced_and_the_next_race_works(talk: Talk) -> None:
    ticket = talk.client.run("race", race(100_000))
    talk.until(happened(ticket))
    killed = talk.client.pid
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    died = talk.until(lambda reply: isinstance(reply, Died))
    assert died == Died("the training process ended unexpectedly (killed by SIGKILL)", final=False, tickets=(ticket,))
    kept = updates(talk, ticket)
    assert kept == list(range(len(kept)))
    assert isinstance(talk.until_ready(), Ready)
    assert talk.client.pid not in {None, killed}
    again = talk.client.run("race", race(5))
    assert talk.until_end(again) == Finished("race", again)
    assert updates(talk, ticket) == kept  # what died is not run again


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_a_job_given_to_a_worker_just_killed_is_either_lost_and_said_so_or_run(talk: Talk) -> None:
    for _ in range(5):
        talk.until_ready()
        assert talk.client.pid is not None
        os.kill(talk.client.pid, signal.SIGKILL)
        ticket = talk.client.run("race", race(3))
        died = talk.until(lambda reply: isinstance(reply, Died))
        assert isinstance(died, Died)
        if died.tickets:
            assert died.tickets == (ticket,)
        else:
            assert isinstance(talk.until_end(ticket), Finished)
