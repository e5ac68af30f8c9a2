"""What the worker has to do so that a lesson's claims can be weighed with other seeds. It knows nothing of Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from lrviz.events import Chart, Event, Find, Job, Race
from lrviz.experiment import Experiment
from lrviz.finding import Search
from lrviz.recording import Recording
from lrviz.results import Landscape, LRFinder
from lrviz.sketch import Sketch
from lrviz.survey import Survey
from lrviz.teaching.claims import Claim, Need
from lrviz.teaching.evidence import Evidence
from lrviz.teaching.lesson import Lesson, Measured
from lrviz.teaching.verdicts import Weighed, experiments, wants, weighed
from lrviz.ui.racing.raced import raced_plan

COARSE = 3
"""Points along each side of a plane of which only the paths are asked for."""


@dataclass(eq=False)
class Task:
    """One job for what is needed, and what its events are folded into."""

    need: Need
    job: Job
    fold: Recording | Sketch | Search

    @property
    def share(self) -> float:
        """The share of it that is done, as far as that is known."""
        if isinstance(self.fold, Recording):
            return self.fold.step / self.fold.experiment.training.steps
        preparing = self.fold.preparing if isinstance(self.fold, Sketch) else None
        return preparing.done if preparing is not None else 0.0

    def add(self, event: Event) -> None:
        """Take in an event of its job."""
        self.fold.add(event)


def tasks(lesson: Lesson, seeds: Sequence[int]) -> list[Task]:
    """Give all that is to be done for a lesson's claims, with as many of the seeds as each asks for."""
    found: list[Task] = []
    for need, many in wants(lesson).items():
        experiment = seeded(experiments(lesson)[need.scene], seeds[:many])
        if need.what == "training":
            found.append(Task(need, Race(experiment), Recording(experiment)))
        elif need.what in {"landscape", "sharpness"}:  # a landscape says how sharp its paths end, too
            found += [_plane(need, seeded(experiment, (seed,))) for seed in seeds[:many]]
        elif need.what == "finder":
            names = [run.name for run in experiment.runs]
            job = Find(seeded(experiment, seeds[:1]), names.index(need.run), seeds=many)
            found.append(Task(need, job, Search(job)))
    return found


def _plane(need: Need, experiment: Experiment) -> Task:
    """Lay a plane through a run's path where it varies most, or through the ends of all runs."""
    runs = tuple(replace(run, visible=need.run in {"", run.name}) for run in experiment.runs)
    shown, survey = replace(experiment, runs=runs), Survey(method="pca" if need.run else "ends", grid=COARSE)
    return Task(need, Chart(shown, survey), Sketch(shown, survey))


def gathered(lesson: Lesson, seeds: Sequence[int], done: Sequence[Task]) -> dict[str, Evidence]:
    """Give what the tasks that are done say of each scene."""
    found: dict[str, Evidence] = {}
    for name, experiment in experiments(lesson).items():
        raced: Evidence | None = None
        planes: dict[str, tuple[Landscape, ...]] = {}
        finders: dict[str, LRFinder] = {}
        for task in (one for one in done if one.need.scene == name):
            if isinstance(task.fold, Recording):
                raced = Evidence.of(task.fold.experiment, task.fold.result())
            elif isinstance(task.fold, Search):
                finders[task.need.run] = task.fold.result()
            elif task.fold.landscape is not None:
                planes[task.need.run] = (*planes.get(task.need.run, ()), task.fold.landscape)
        seen = raced or Evidence(seeded(experiment, seeds))
        found[name] = Evidence(seen.experiment, seen.raced, finders, planes)
    return found


def found_of(
    lesson: Lesson, seeds: Sequence[int], waiting: Sequence[Task], done: Sequence[Task]
) -> list[Weighed | None]:
    """Give how each claim fares; None of one that waits for a task, or for what no task here can tell."""
    evidence = gathered(lesson, seeds, done)
    known = {task.need for task in done} - {task.need for task in waiting}
    return [_weighed(lesson, one, evidence) if _needs(lesson, one) <= known else None for one in lesson.measured]


def _needs(lesson: Lesson, measured: Measured) -> frozenset[Need]:
    return Claim.parse(measured.holds).needs(experiments(lesson), measured.scene or lesson.scenes[0].name)


def _weighed(lesson: Lesson, measured: Measured, evidence: dict[str, Evidence]) -> Weighed:
    return next(weighed(replace(lesson, measured=(measured,)), evidence))


def seeded(experiment: Experiment, seeds: Sequence[int]) -> Experiment:
    """Give an experiment as it is raced, with other seeds."""
    plan = raced_plan(experiment)
    return replace(plan, training=replace(plan.training, seeds=tuple(seeds)))
