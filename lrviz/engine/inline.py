"""Training in the caller's own process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import torch

from lrviz.catalog.models.own_model import foreign
from lrviz.engine.failure import full, said
from lrviz.engine.race import race
from lrviz.errors import ResourceError, expect
from lrviz.events import Device, Event, Race
from lrviz.experiment import Experiment
from lrviz.recording import Recording
from lrviz.results import Result


def train(
    experiment: Experiment,
    *,
    device: Device = "auto",
    on_event: Callable[[Event], None] | None = None,
    trust: bool = False,
) -> Result:
    """Train every run of an experiment with every seed, and give what they did.

    `on_event` is called with each event as it comes. A model of one's own (`lrviz.OwnModel`) is a file that is
    executed, which takes `trust`. The caller's random state and thread count are left as they were.

    Raises
    ------
    ResourceError
        The device is absent, its memory is full, or the model's file isn't trusted.
    """
    expect(experiment, Experiment, "train.experiment", "an Experiment")
    recording = Recording(experiment)
    own = foreign(experiment.problem.model)
    trusted = own.consent if own is not None and trust else ""
    with _one_thread(), _memory_explained():
        for events in race(Race(experiment, device, trusted)):
            for event in events:
                recording.add(event)
                if on_event is not None:
                    on_event(event)
    return recording.result()


@contextmanager
def _one_thread() -> Iterator[None]:
    """Keep torch to one thread: a second one slows tiny operations, and may change the last bits of a sum."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


@contextmanager
def _memory_explained() -> Iterator[None]:
    try:
        yield
    except (MemoryError, RuntimeError) as error:
        if full(error):
            raise ResourceError(said(error)) from None
        raise
