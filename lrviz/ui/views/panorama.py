"""A landscape as a whole: its picture with the headline, and how far it can be trusted, wherever it is shown."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from lrviz.basins import Basins, basins
from lrviz.catalog.surface import Surface
from lrviz.experiment import Experiment
from lrviz.results import Floats, Landscape
from lrviz.run import Run
from lrviz.ui.figure import Figure
from lrviz.ui.numbers import short
from lrviz.ui.outlook import Outlook
from lrviz.ui.racing.raced import Raced, plan_behind, raced_plan
from lrviz.ui.views import ground_headline, trust
from lrviz.ui.views import surface as on_surface
from lrviz.ui.views.forks import forks
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
    plan, stale = _as_walked(experiment, walked), _changed_since(walked, experiment)
    cursor = _in_plan(view.cursor, plan, experiment)
    area, left = in_shape(view.area or landscape.area, view.aspect), _left(walked, visible(walked))
    ground = Ground(landscape, area, view.outlook, cursor + 1, stale, left=left)
    standing = trust.of(landscape, plan, cursor, raced)
    headline, subline = ground_headline.of(experiment, standing)
    subline = _changed(run.name for run in visible(experiment) if run.name in stale & {*landscape.names}) + subline
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
    """Give a surface, with what has been raced on it so far; `settle` finds the basins of ends, now or later.

    Words are of fresh races alone: the others may have been on other ground.
    """
    seen = {run.name: raced[run.name] for run in visible(experiment) if run.name in raced}
    plan = plan_behind(experiment, seen.values())
    cursor = _in_plan(view.cursor, plan, experiment)
    cursor += cursor == plan.training.steps - 1  # behind the last update lies the end
    area = in_shape(view.area or on_surface.area_of(surface, surface.start, seen), view.aspect)
    landscape = on_surface.landscape(surface, experiment, seen, area)
    with np.errstate(all="ignore"):
        height = float(surface.at(*surface.start))
    stale = frozenset(name for name, result in seen.items() if result.stale)
    ground = Ground(
        landscape,
        area,
        view.outlook,
        cursor,
        stale,
        on_surface.clouds(seen, cursor),
        on_surface.arrows(plan, seen, _on_their_own(plan, cursor), cursor) if view.outlook.arrows else (),
        (*surface.start, QCoreApplication.translate("Panorama", "start {0}").format(short(height))),
        _left(plan, [run for run in visible(plan) if run.name in seen and run.name not in stale]),
    )
    standing = trust.of(landscape, plan, cursor, seen)
    ended = on_surface.ends(seen)
    hollows = on_surface.hollows(ended, settle(surface, np.concatenate(list(ended.values()))) if ended else None)
    settled = on_surface.settled(surface, hollows)
    fresh = trust.of(_without(landscape, stale), plan, cursor, seen) if stale else standing
    headline, subline = ground_headline.of(experiment, fresh, settled) if fresh is not None else _unwalked()
    subline = _changed(name for name in seen if name in stale) + subline
    describe = partial(ground_headline.summary, experiment, fresh, settled)
    shown = dataclasses.replace(figure(experiment, ground, headline, subline), describe=describe)
    return Panorama(shown, standing, landscape, plan, hollows)


def _left(plan: Experiment, runs: Sequence[Run]) -> dict[str, int]:
    """Give after how many updates some runs leave others of them."""
    return {name: one.step for name, one in forks(plan, runs).items()}


def _on_their_own(plan: Experiment, cursor: int) -> list[Run]:
    """Give the visible runs whose update is by their own rules: a branch has left."""
    return [run for run in visible(plan) if run.branch is None or cursor >= run.branch.step]


def _unwalked() -> tuple[str, str]:
    tr = QCoreApplication.translate
    return tr("Panorama", "Nobody has walked here yet."), tr("Panorama", "Race the runs to see where they go.")


def _changed(names: Iterable[str]) -> str:
    """Say which runs aren't what they were when they were raced; nothing where all are."""
    listed = ", ".join(names)
    words = QCoreApplication.translate("Panorama", "{0} changed since this race.").format(listed)
    return f"{words} " if listed else ""


def _without(landscape: Landscape, names: frozenset[str]) -> Landscape:
    """Leave out what some runs did."""
    return dataclasses.replace(
        landscape,
        routes=tuple(route for route in landscape.routes if route.name not in names),
        crossings=tuple(each for each in landscape.crossings if names.isdisjoint((each.first, each.second))),
    )


def _in_plan(cursor: int, plan: Experiment, experiment: Experiment) -> int:
    """Give the update of the raced plan that an update of the whole plan belongs to."""
    return cursor * plan.training.steps // experiment.training.steps


@lru_cache(maxsize=8)
def _as_walked(experiment: Experiment, walked: Experiment) -> Experiment:
    """Give the plan that was walked, with its runs in the colours they have now."""
    colours = {run.name: run.colour for run in experiment.runs}
    runs = tuple(replace(run, colour=colours.get(run.name, run.colour)) for run in walked.runs)
    return replace(experiment, problem=walked.problem, training=walked.training, runs=runs)


@lru_cache(maxsize=8)
def _changed_since(walked: Experiment, experiment: Experiment) -> frozenset[str]:
    """Name the runs that would walk another way now, raced in the window or, as long as it is, without one."""
    same = walked.training.steps == experiment.training.steps
    plan = experiment if same else raced_plan(experiment)
    before = {run.name: walked.fingerprint(run) for run in walked.runs}
    return frozenset(run.name for run in plan.runs if before.get(run.name) != plan.fingerprint(run))
