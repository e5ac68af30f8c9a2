"""A landscape as a whole: its picture with the headline, and how far it can be trusted, wherever it is shown."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from lrviz.basins import Basins, basins
from lrviz.catalog.surface import Surface
from lrviz.experiment import Experiment
from lrviz.results import Floats, Landscape
from lrviz.ui.figure import Figure
from lrviz.ui.numbers import short
from lrviz.ui.outlook import Outlook
from lrviz.ui.races import Raced, plan_behind, raced_plan
from lrviz.ui.views import ground_headline, trust
from lrviz.ui.views import surface as on_surface
from lrviz.ui.views.ground import Area, Ground, figure, in_shape
from lrviz.ui.views.sight import visible


@dataclass(frozen=True)
class Viewpoint:
    """How it is looked at: the step cursor, on an update of the plan, the picture's shape, and a part that is in sight.

    Without an `area` all of it is.
    """

    cursor: int
    aspect: float
    outlook: Outlook = Outlook()  # noqa: RUF009 - a frozen value
    area: Area | None = None


@dataclass(frozen=True, eq=False)
class Panorama:
    """The picture, what can be said of it, and what it shows: a landscape, and the plan that was raced.

    Only the picture is there before anything is known.
    """

    figure: Figure
    trust: trust.Trust | None = None
    landscape: Landscape | None = None
    plan: Experiment | None = None
    hollows: tuple[on_surface.Hollow, ...] = ()


def of_survey(
    experiment: Experiment, walked: Experiment, landscape: Landscape, raced: Mapping[str, Raced], view: Viewpoint
) -> Panorama:
    """Give a landscape that was surveyed for `walked`, what the experiment's runs were when they were raced."""
    plan = plan_behind(experiment, raced.values())
    stale = _changed_since(walked, raced_plan(experiment))
    cursor = _in_plan(view.cursor, plan, experiment)
    ground = Ground(landscape, in_shape(view.area or landscape.area, view.aspect), view.outlook, cursor + 1, stale)
    plan = _as_walked(plan, walked, stale)
    standing = trust.of(landscape, plan, cursor, raced)
    headline, subline = ground_headline.of(experiment, standing)
    changed = [run.name for run in visible(experiment) if run.name in stale and run.name in landscape.names]
    if changed:
        words = QCoreApplication.translate("Panorama", "{0} changed since this race.").format(", ".join(changed))
        subline = f"{words} {subline}"
    describe = partial(ground_headline.summary, experiment, standing)
    shown = dataclasses.replace(figure(experiment, ground, headline, subline), describe=describe)
    return Panorama(shown, standing, landscape, plan)


def of_surface(
    experiment: Experiment,
    surface: Surface,
    raced: Mapping[str, Raced],
    view: Viewpoint,
    settle: Callable[[Surface, Floats], Basins | None] = basins,
) -> Panorama:
    """Give a surface, with what has been raced on it so far; `settle` finds the basins of ends, now or later."""
    seen = {run.name: raced[run.name] for run in visible(experiment) if run.name in raced}
    plan = plan_behind(experiment, seen.values())
    cursor = _in_plan(view.cursor, plan, experiment)
    area = in_shape(view.area or on_surface.area_of(surface, surface.start, seen), view.aspect)
    landscape = on_surface.landscape(surface, experiment, seen, area)
    with np.errstate(all="ignore"):
        height = float(surface.at(*surface.start))
    tr = QCoreApplication.translate
    ground = Ground(
        landscape,
        area,
        view.outlook,
        cursor,
        frozenset(name for name, result in seen.items() if result.stale),
        on_surface.clouds(seen, cursor),
        on_surface.arrows(plan, seen, visible(plan), cursor) if view.outlook.arrows else (),
        (*surface.start, tr("Panorama", "start {0}").format(short(height))),
    )
    standing = trust.of(landscape, plan, cursor, seen)
    ended = on_surface.ends(seen)
    hollows = on_surface.hollows(ended, settle(surface, np.concatenate(list(ended.values()))) if ended else None)
    settled = on_surface.settled(hollows)
    words = ground_headline.of(experiment, standing, settled)
    if standing is None:
        words = tr("Panorama", "Nobody has walked here yet."), tr("Panorama", "Race the runs to see where they go.")
    describe = partial(ground_headline.summary, experiment, standing, settled)
    return Panorama(
        dataclasses.replace(figure(experiment, ground, *words), describe=describe), standing, landscape, plan, hollows
    )


def _in_plan(cursor: int, plan: Experiment, experiment: Experiment) -> int:
    """Give the update of the raced plan that an update of the whole plan belongs to."""
    return cursor * plan.training.steps // experiment.training.steps


def _as_walked(plan: Experiment, walked: Experiment, stale: frozenset[str]) -> Experiment:
    """Give the plan with its stale runs as they were when they walked."""
    before = {run.name: run for run in walked.runs}
    return replace(plan, runs=tuple(before.get(run.name, run) if run.name in stale else run for run in plan.runs))


def _changed_since(walked: Experiment, plan: Experiment) -> frozenset[str]:
    """Name the runs that would walk another way now."""
    before = {run.name: walked.fingerprint(run) for run in walked.runs}
    return frozenset(run.name for run in plan.runs if before.get(run.name) != plan.fingerprint(run))
