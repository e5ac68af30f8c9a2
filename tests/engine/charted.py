"""A small experiment, what its race leaves, and its landscapes."""

from __future__ import annotations

from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.problems.digits import Digits
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.engine.chart import chart
from lrviz.engine.race import race
from lrviz.engine.trails import Trail, Trails, keys
from lrviz.events import Chart, Event, Race, Sharpness
from lrviz.experiment import Experiment
from lrviz.results import Landscape
from lrviz.run import Run
from lrviz.sketch import Sketch
from lrviz.survey import Survey

RUNS = (
    Run("constant", optimizer=SGD(lr=0.2, momentum=0.9)),
    Run("step", StepLR(12, gamma=0.1), SGD(lr=0.2, momentum=0.9)),
    Run("cosine", CosineAnnealingLR(T_max=24), SGD(lr=0.2, momentum=0.9)),
)
PROBLEM = Digits(label_noise=0.2, held_out=0.9, model=MLP(hidden=(8,)))
EXPERIMENT = Experiment.of(*RUNS, problem=PROBLEM, steps=24)
COARSE = Survey(grid=5)


def left(experiment: Experiment) -> Trails:
    trails = Trails()
    for _ in race(Race(experiment, "cpu"), trails):
        pass
    return trails


def events_of(
    experiment: Experiment, survey: Survey, trails: Trails | None = None, *, sharp: bool = False
) -> list[Event]:
    """Give a chart's events; without its sharpness, which takes longest, unless that is known."""
    found: list[Event] = []
    for events in chart(Chart(experiment, survey, "cpu"), Trails() if trails is None else trails):
        if len(events) == 1 and isinstance(events[0], Sharpness) and not sharp:
            break
        found += events
    return found


def surveyed(experiment: Experiment, survey: Survey, trails: Trails | None = None, *, sharp: bool = False) -> Landscape:
    sketch = Sketch(experiment, survey)
    for event in events_of(experiment, survey, trails, sharp=sharp):
        sketch.add(event)
    assert sketch.landscape is not None
    return sketch.landscape


def walked(experiment: Experiment, trails: Trails) -> list[Trail]:
    found = [trails.of(key) for key in keys(experiment, experiment.runs)]
    return [trail for trail in found if trail is not None]
