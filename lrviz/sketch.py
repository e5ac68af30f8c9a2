"""Sketch: a landscape as far as it is known, folded from its survey's events as they come."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np

from lrviz.events import Event, Ground, Laid, PathLoss, Preparing, Ridge, Sharpness
from lrviz.experiment import Experiment
from lrviz.results import Crossing, Floats, Landscape, Route
from lrviz.survey import Survey


class Sketch:
    """What the events of one `Chart` have said until now; what was handed out stays as it is."""

    def __init__(self, experiment: Experiment, survey: Survey) -> None:
        self.experiment, self.survey = experiment, survey
        self.names = tuple(run.name for run in experiment.runs if run.visible)
        self.preparing: Preparing | None = None
        self._laid: Laid | None = None
        self._ground: Ground | None = None
        self._losses: dict[int, Floats] = {}
        self._ridges: dict[tuple[int, int], Floats] = {}
        self._sharpness: dict[int, dict[int, float]] = {}
        self._folded: Landscape | None = None

    def add(self, event: Event) -> None:
        """Take in the next event."""
        self._folded = None
        match event:
            case Preparing():
                self.preparing = event
            case Laid():
                self._laid, self.preparing = event, None
            case Ground():
                self._ground = event
            case PathLoss(run=run, values=values):
                self._losses[run] = values.array.astype(np.float64)
            case Ridge(runs=runs, values=values):
                self._ridges[runs] = values.array.astype(np.float64)
            case Sharpness(run=run, steps=steps, value=value):
                self._sharpness.setdefault(run, {})[steps] = value

    @property
    def landscape(self) -> Landscape | None:
        """The landscape as far as it is known; None before its plane is laid. The same one until the next event."""
        if self._folded is None:
            self._folded = self._fold()
        return self._folded

    def _fold(self) -> Landscape | None:
        laid, ground = self._laid, self._ground
        if laid is None:
            return None
        none = np.zeros(0)
        x, y = (none, none) if ground is None else (part.array.astype(np.float64) for part in (ground.x, ground.y))
        bent = ground.bent if ground is not None else None
        return Landscape(
            method=self.survey.method,
            what=self.survey.what,
            x=x,
            y=y,
            values=np.zeros((0, 0)) if ground is None else ground.values.array.astype(np.float64),
            routes=tuple(self._route(laid, run) for run in range(len(self.names))),
            explained=laid.explained,
            crossings=tuple(
                Crossing(self.names[pair[0]], self.names[pair[1]], self._ridges[pair])
                for pair in combinations(range(len(self.names)), 2)
                if pair in self._ridges
            ),
            axes=laid.axes,
            area=laid.area,
            done=0.0 if ground is None else ground.done,
            bent=None if bent is None else bent.array.astype(np.float64),
        )

    def _route(self, laid: Laid, run: int) -> Route:
        places = laid.places.array[run].astype(np.float64)
        there = np.isfinite(places).all(axis=1)
        steps = laid.steps.array[there]
        sharpness = sorted(self._sharpness.get(run, {}).items())
        share = laid.each[run]
        return Route(
            name=self.names[run],
            steps=steps,
            places=places[there],
            off=laid.off.array[run][there].astype(np.float64),
            walked=laid.walked.array[run][there].astype(np.float64),
            loss=self._losses.get(run, np.full(len(there), math.nan))[there],
            sharpness_steps=np.array([step for step, _ in sharpness], np.int64),
            sharpness=np.array([value for _, value in sharpness]),
            explained=share if share >= 0 else None,
        )
