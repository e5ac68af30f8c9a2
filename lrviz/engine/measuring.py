"""Measuring a lesson: its scenes are trained with some seeds, and looked at further only where a claim asks for it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from msgspec.structs import replace

from lrviz.engine.inline import find_lr, laid, sharpness, train
from lrviz.errors import RefusedError
from lrviz.events import Device, Event
from lrviz.experiment import Experiment
from lrviz.results import Floats, Landscape
from lrviz.teaching.evidence import Evidence
from lrviz.teaching.lesson import Lesson
from lrviz.teaching.verdicts import wants


def measure(
    lesson: Lesson,
    seeds: Sequence[int] | None = None,
    *,
    device: Device = "auto",
    trust: bool = False,
    on_event: Callable[[Event], None] | None = None,
) -> dict[str, Evidence]:
    """Measure what a lesson's claims are about: for each scene, with the first of `seeds`, as many as they ask for.

    Without `seeds` it is with those of the scenes, and those that follow the last of them. A model of one's own is a
    file that is executed, which takes `trust`.

    Raises
    ------
    RefusedError
        A scene can't be trained as it is planned.
    ResourceError
        The device is absent, its memory is full, or the model's file isn't trusted.
    """
    needs = wants(lesson)
    found: dict[str, Evidence] = {}
    for scene in lesson.scenes:
        own = {need: many for need, many in needs.items() if need.scene == scene.name}
        experiment = seeded(scene.experiment, seeds, max(own.values(), default=1))
        seen = Evidence(experiment)
        if any(need.what == "training" for need in own):
            seen = Evidence.of(experiment, train(experiment, device=device, trust=trust, on_event=on_event))
        planes = {
            need.run: _planes(seeded(scene.experiment, seeds, many), need.run, device, trust=trust)
            for need, many in own.items()
            if need.what == "landscape"
        }
        finders = {
            need.run: find_lr(
                seeded(scene.experiment, seeds, 1), need.run, seeds=many, device=device, trust=trust, on_event=on_event
            )
            for need, many in own.items()
            if need.what == "finder"
        }
        sharp = {
            need.run: _sharpness(seeded(scene.experiment, seeds, many), need.run, device, trust=trust)
            for need, many in own.items()
            if need.what == "sharpness"
        }
        found[scene.name] = Evidence(experiment, seen.raced, finders, planes, sharp)
    return found


def seeded(experiment: Experiment, seeds: Sequence[int] | None, many: int) -> Experiment:
    """Give the experiment with the first so many seeds."""
    own = experiment.training.seeds
    given = (*own, *range(max(own) + 1, max(own) + 1 + many)) if seeds is None else tuple(seeds)
    return replace(experiment, training=replace(experiment.training, seeds=given[:many]))


def _sharpness(experiment: Experiment, run: str, device: Device, *, trust: bool) -> Floats:
    """Give how sharp a run's end is with each seed, (seeds,); NaN where it doesn't get there."""

    def of(seed: int) -> float:
        try:
            return sharpness(experiment, run, seed=seed, device=device, trust=trust)
        except RefusedError:
            return math.nan

    return np.array([of(seed) for seed in experiment.training.seeds])


def _planes(experiment: Experiment, run: str, device: Device, *, trust: bool) -> tuple[Landscape, ...]:
    """Lay a plane for each seed: through a run's path where it varies most, or through the ends of all runs."""
    alone = (seeded(experiment, [seed], 1) for seed in experiment.training.seeds)
    return tuple(laid(one, run or None, device=device, trust=trust) for one in alone)
