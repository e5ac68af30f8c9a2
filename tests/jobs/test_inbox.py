"""What a client keeps for a window that doesn't take it, without a worker."""

from __future__ import annotations

import pytest

from lrviz.events import Died, Event, Failed, Finished, Happened, Race, Ready, Update
from lrviz.experiment import Experiment
from lrviz.jobs.client import Client

JOB = Race(Experiment.first_open())
READY = Ready((), "2.13.0")


def update(step: int) -> Event:
    return Update(step, (1.0,), (0.1,))


def test_events_of_a_job_are_merged_in_order_and_one_wake_announces_them() -> None:
    wakes: list[None] = []
    client = Client(lambda: wakes.append(None))
    one, two = client.run("one", JOB), client.run("two", JOB)
    client._hear(READY)
    client._hear(Happened("one", one, (update(0), update(1))))
    client._hear(Happened("two", two, (update(0),)))
    client._hear(Happened("one", one, (update(2),)))
    client._hear(Finished("one", one))
    assert len(wakes) == 1
    assert client.take() == [
        READY,
        Happened("one", one, (update(0), update(1), update(2))),
        Happened("two", two, (update(0),)),
        Finished("one", one),
    ]
    assert client.take() == []
    client._hear(READY)
    assert len(wakes) == 2


def test_a_new_job_drops_all_that_the_old_one_of_its_slot_said_or_says_later() -> None:
    client = Client(lambda: None)
    old, other = client.run("one", JOB), client.run("two", JOB)
    client._hear(Happened("one", old, (update(0),)))
    client._hear(Happened("two", other, (update(0),)))
    new = client.run("one", JOB)
    client._hear(Happened("one", old, (update(1),)))
    client._hear(Finished("one", old))
    client._hear(Happened("one", new, (update(0),)))
    assert client.take() == [Happened("two", other, (update(0),)), Happened("one", new, (update(0),))]


def test_a_wake_that_takes_and_runs_does_not_wait_for_itself() -> None:
    def wake() -> None:
        taken.extend(client.take())
        client.run("two", JOB)
        client.steer("two", "pause")

    taken: list[object] = []
    client = Client(wake)
    client._hear(READY)
    assert taken == [READY]


@pytest.mark.parametrize("orders", [(), ("pause",), ("pause", "step", "stop")])
def test_what_waits_for_a_worker_is_only_the_last_job_of_a_slot_and_its_orders(orders: tuple[str, ...]) -> None:
    client = Client(lambda: None)
    for _ in range(100):
        last = client.run("race", JOB)
        for order in orders:
            client.steer("race", order)  # type: ignore[arg-type]  # a tuple of literals is one of str to mypy
    assert len(client._outbox) == 1 + len(orders)
    assert client._outbox[0].ticket == last  # type: ignore[union-attr]  # the Start comes first


def test_a_job_that_ends_before_its_order_is_even_sent_is_not_lost_with_the_worker() -> None:
    client = Client(lambda: None)

    class Prompt:
        def send_bytes(self, order: bytes) -> None:
            client._hear(Failed("landscape", 1, "refused"))

    client._pipe = Prompt()  # type: ignore[assignment]  # all a client asks of it here
    ticket = client.run("landscape", JOB)
    client._mourn("killed", final=False)
    assert client.take() == [
        Failed("landscape", ticket, "refused"),
        Died("the training process ended unexpectedly (killed)"),
    ]
