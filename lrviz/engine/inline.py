"""Training, and surveying what was trained, in the caller's own process."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Literal

import numpy as np
import torch
from msgspec.structs import replace

from lrviz.catalog.models.own_model import foreign
from lrviz.dissection import Dissection
from lrviz.engine import probing
from lrviz.engine.chart import chart
from lrviz.engine.dissecting import dissect as dissecting
from lrviz.engine.failure import full, said
from lrviz.engine.finding import find
from lrviz.engine.race import race
from lrviz.engine.trails import Trails
from lrviz.errors import ResourceError, SpecError, expect, nearest, with_nearest
from lrviz.events import Chart, Device, Dissect, Dissected, Event, Find, Race
from lrviz.experiment import Experiment
from lrviz.finding import Search, check
from lrviz.recording import Recording
from lrviz.results import Landscape, LRFinder, Result
from lrviz.sentences import say
from lrviz.sketch import Sketch
from lrviz.survey import Method, Survey, What


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
    RefusedError
        An update is planned to see more examples than the problem has; `experiment.miniature(n)` can be trained.
    """
    expect(experiment, Experiment, "train.experiment", say("an Experiment"))
    recording = Recording(experiment)
    with _one_thread(), _memory_explained():
        for events in race(Race(experiment, device, _trusted(experiment, trust=trust))):
            for event in events:
                recording.add(event)
                if on_event is not None:
                    on_event(event)
    return recording.result()


def landscape(
    experiment: Experiment,
    *,
    runs: Sequence[str | int] | None = None,
    method: Method = "ends",
    what: What = "train_loss",
    grid: int = 51,
    span: float | Literal["auto"] = "auto",
    seed: int = 0,
    aspect: float = 1.0,
    origin: str = "",
    device: Device = "auto",
    trust: bool = False,
    on_event: Callable[[Event], None] | None = None,
) -> Landscape:
    """Train runs with the first seed, and survey the landscape they walked through: `grid` by `grid` values of `what`.

    `runs` are names or indices; without them those that are visible are looked at. The plane is laid by `method`
    (`lrviz.Survey` says how) from the end of the run `origin`, the last one's if empty; `seed` chooses among random
    ones. `span` is how far it reaches, `aspect` its width against its height. `on_event` is called with each event as
    it comes. A model of one's own (`lrviz.OwnModel`) is a file that is executed, which takes `trust`. The caller's
    random state and thread count are left as they were.

    Raises
    ------
    SpecError
        An argument is out of its bounds, or a run is unknown.
    RefusedError
        No run can be looked at or trained as it is planned, or there is no such thing to measure.
    ResourceError
        The device is absent, its memory is full, or the model's file isn't trusted.
    """
    expect(experiment, Experiment, "landscape.experiment", say("an Experiment"))
    chosen = experiment if runs is None else _restricted(experiment, runs)
    far = None if span == "auto" else span
    survey = Survey(method=method, what=what, grid=grid, span=far, seed=seed, aspect=aspect, origin=origin)
    sketch = Sketch(chosen, survey)
    with _one_thread(), _memory_explained():
        for events in chart(Chart(chosen, survey, device, _trusted(experiment, trust=trust)), Trails()):
            for event in events:
                sketch.add(event)
                if on_event is not None:
                    on_event(event)
    assert sketch.landscape is not None  # noqa: S101 - a chart that ends has laid its plane
    return sketch.landscape


def find_lr(
    experiment: Experiment,
    run: str | int = 0,
    *,
    seeds: int = 5,
    on: Literal["train", "val"] = "train",
    low: float = 1e-5,
    high: float = 10.0,
    updates: int = 100,
    group: str | int | None = None,
    device: Device = "auto",
    trust: bool = False,
    on_event: Callable[[Event], None] | None = None,
) -> LRFinder:
    """Raise a run's rate from `low` to `high` by the same factor each update, and read off what its losses suggest.

    The run, a name or an index, is trained anew with each of so many `seeds`, from the experiment's first one on; its
    schedule has no say. `on` is whose loss is watched: each training batch's, before the update, or the validation
    set's, after it. Of a parameter `group`, given by its pattern or its index among those that aren't frozen (0 is the
    optimizer's own), only the rate of that one is raised; without it those of all are, in their proportions.

    `suggestions` of what it gives are medians over the seeds: `lrviz.finding` says what each one looks for, and what
    was measured about it. `on_event` is called with each event as it comes. A model of one's own (`lrviz.OwnModel`) is
    a file that is executed, which takes `trust`. Nothing that is given is changed, and the caller's random state and
    thread count are left as they were.

    Raises
    ------
    SpecError
        An argument is out of its bounds, or a run or a group is unknown.
    RefusedError
        The run can't be trained as it is planned.
    ResourceError
        The device is absent, its memory is full, or the model's file isn't trusted.
    """
    expect(experiment, Experiment, "find_lr.experiment", say("an Experiment"))
    index = _index(run, [each.name for each in experiment.runs], "find_lr.run")
    patterns = ["", *(each.pattern for each in experiment.runs[index].groups if not each.frozen)]
    chosen = None if group is None else _index(group, patterns, "find_lr.group")
    asked = {"seeds": seeds, "low": low, "high": high, "updates": updates}
    numbers: dict[str, Any] = {
        key: each.item() if isinstance(each, np.generic) else each for key, each in asked.items()
    }
    trusted = _trusted(experiment, trust=trust)
    job = Find(experiment, index, on=on, group=chosen, device=device, trusted=trusted, **numbers)
    check(job)
    search = Search(job)
    with _one_thread(), _memory_explained():
        for events in find(job):
            for event in events:
                search.add(event)
                if on_event is not None:
                    on_event(event)
    return search.result()


def dissect(
    experiment: Experiment,
    run: str | int = 0,
    *,
    step: int,
    seed: int | None = None,
    device: Device = "auto",
    trust: bool = False,
) -> Dissection:
    """Train a run, given by its name or index, up to update `step`, and take that apart.

    `seed` is one of the experiment's, the first if left out. What is trained is what a race trains in which the run is
    alone with this seed. A model of one's own (`lrviz.OwnModel`) is a file that is executed, which takes `trust`. The
    caller's random state and thread count are left as they were.

    >>> found = dissect(Experiment.of("SGD(model.parameters(), lr=0.1, momentum=0.9)"), step=3)
    >>> [(layer.kind, layer.backward is None) for layer in found.chain]
    [('Linear 64→64', False), ('ReLU', False), ('Linear 64→10', False)]
    >>> weight = found.parts["2.weight"]
    >>> bool(abs(weight.update + weight.lr * weight.momentum).max() < 1e-7)
    True

    Raises
    ------
    SpecError
        There is no such run, seed or update in the plan.
    RefusedError
        The run ends before that update, or can't be trained.
    ResourceError
        The device is absent, its memory is full, or the model's file isn't trusted.
    """
    expect(experiment, Experiment, "dissect.experiment", say("an Experiment"))
    expect(step, int, "dissect.step", say("a whole number"))
    index, chosen = _chosen(experiment, run, seed, "dissect")
    place = experiment.training.seeds.index(chosen)
    job = Dissect(experiment, index, step, place, device, _trusted(experiment, trust=trust))
    with _one_thread(), _memory_explained():
        told = [event for events in dissecting(job) for event in events if isinstance(event, Dissected)]
    return Dissection.of(experiment.runs[index].name, chosen, told[-1])


def sharpness(
    experiment: Experiment,
    run: str | int = 0,
    *,
    seed: int | None = None,
    step: int | None = None,
    device: Device = "auto",
    trust: bool = False,
) -> float:
    """Train a run by itself, and give the largest eigenvalue of its training loss's Hessian after `step` updates.

    At its end, if `step` is left out; with the first seed, if `seed` is. Raises what `dissect` raises.
    """
    index, chosen = _chosen(experiment, run, seed, "sharpness")
    trusted = _trusted(experiment, trust=trust)
    with _one_thread(), _memory_explained():
        return _finished(probing.sharpness(experiment, index, chosen, step=step, device=device, trusted=trusted))


def gradient_noise(
    experiment: Experiment,
    run: str | int = 0,
    *,
    batch_size: int | None = None,
    seed: int | None = None,
    step: int = 0,
    device: Device = "auto",
    trust: bool = False,
) -> float:
    """Train a run by itself, and give batch_size · E‖g − G‖² after `step` updates: how gradients of batches vary.

    `batch_size` is the experiment's own if left out, `seed` the first. Raises what `dissect` raises.
    """
    index, chosen = _chosen(experiment, run, seed, "gradient_noise")
    trusted = _trusted(experiment, trust=trust)
    with _one_thread(), _memory_explained():
        turns = probing.gradient_noise(
            experiment, index, chosen, batch_size=batch_size, step=step, device=device, trusted=trusted
        )
        return _finished(turns)


def _finished(turns: Generator[None, None, float]) -> float:
    """Do a piece of work to its end, and give what it found."""
    while True:
        try:
            next(turns)
        except StopIteration as end:
            return float(end.value)


def _chosen(experiment: Experiment, run: str | int, seed: int | None, function: str) -> tuple[int, int]:
    """Give a run's index, and the seed that is asked for: the first where none is."""
    seeds = experiment.training.seeds
    index = _index(run, [each.name for each in experiment.runs], f"{function}.run")
    if seed is not None and seed not in seeds:
        raise SpecError(
            f"{function}.seed", seed, say("one of the experiment's seeds: {names}", names=", ".join(map(str, seeds)))
        )
    return index, seeds[0] if seed is None else seed


def laid(
    experiment: Experiment, run: str | int | None = None, *, device: Device = "auto", trust: bool = False
) -> Landscape:
    """Lay a plane with the first seed, and measure nothing on it: what it explains of the paths is known by then.

    It is laid through a run's path where that varies most; without a run, through the ends of all. Raises what
    `landscape` raises.
    """
    expect(experiment, Experiment, "laid.experiment", say("an Experiment"))
    chosen = experiment if run is None else _restricted(experiment, [run])
    survey = Survey(method="ends" if run is None else "pca")
    sketch = Sketch(chosen, survey)
    with _one_thread(), _memory_explained():
        turns = chart(Chart(chosen, survey, device, _trusted(experiment, trust=trust)), Trails())
        while sketch.landscape is None:
            for event in next(turns):
                sketch.add(event)
        turns.close()
    return sketch.landscape


def _restricted(experiment: Experiment, runs: Sequence[str | int]) -> Experiment:
    """Make only some runs visible."""
    names = [run.name for run in experiment.runs]
    bound = say("a list of names of runs, or of indices below {names}", names=len(names))
    if isinstance(runs, str) or not isinstance(runs, Sequence):
        raise SpecError("landscape.runs", runs, bound)
    chosen = {names[_index(run, names, "landscape.runs", bound)] for run in runs}
    return replace(experiment, runs=tuple(replace(run, visible=run.name in chosen) for run in experiment.runs))


def _index(given: str | int, names: Sequence[str], path: str, bound: str = "") -> int:
    """Give the index that a name or an index stands for; `path` names the argument."""
    if isinstance(given, (int, np.integer)) and not isinstance(given, bool) and -len(names) <= given < len(names):
        return range(len(names))[int(given)]
    if isinstance(given, str) and given in names:
        return names.index(given)
    bound = bound or say("a name, or an index below {names}", names=len(names))
    close = nearest(given, names) if isinstance(given, str) else None
    raise SpecError(path, given, with_nearest(bound, close))


def _trusted(experiment: Experiment, *, trust: bool) -> str:
    """Give the consent to executing the experiment's model, where it takes one and there is one."""
    own = foreign(experiment.problem.model)
    return own.consent if own is not None and trust else ""


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
