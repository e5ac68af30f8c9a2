"""The LR finder: a run's rate is raised from update to update, and its losses are those of a race of it."""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec.structs import replace

from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.engine.examination import Losses
from lrviz.engine.race import Events, Turns, race
from lrviz.errors import RefusedError, SpecError
from lrviz.events import Event, Find, Halted, Measured, Race, Raised, Replayed, Started, Update
from lrviz.experiment import Experiment
from lrviz.finding import Search, check, factor, rates, seeds
from lrviz.results import Floats
from lrviz.run import Run
from lrviz.sentences import say


def find(job: Find) -> Turns:
    """Raise a run's rate from `low` to `high`, by the same factor at each update, with several seeds.

    It starts at the run's initial weights, that of a branch where this leaves its parent, in the state it has there.
    What trains is a race of copies, as one ensemble where they can: seeds are paired as in any race, and torch's global
    random state is left as it was. The run keeps its loss, optimizer, groups and clipping. Its schedule has no say, and
    what would listen or stop early isn't asked. It ends early once every seed is cut.

    Raises
    ------
    SpecError
        The job asks for a run, a group or rates that there aren't.
    RefusedError
        The run can't be trained, or torch refuses every seed's first update.
    ResourceError
        The device is absent, or the model is a person's own and nobody agreed to have it executed.
    """
    check(job)
    search, refused, lrs = Search(job), "", rates(job)
    experiment = raised(job)
    turns = race(Race(experiment, job.device, job.trusted, (experiment.runs[-1].name,)), examiner=Losses)
    for events in turns:
        refused = next((event.message for event in events if isinstance(event, Halted)), refused)
        told = tuple(_told(job, lrs, events))
        for event in told:
            search.add(event)
        if search.done:
            turns.close()
        yield told
    if refused and not search.updates:
        raise RefusedError(refused)


def raised(job: Find) -> Experiment:
    """Give an experiment whose last run has the search's rates, and as many seeds as it asks for.

    Before it come the runs it branches off. It plans an update more than is done: the last one would be validated.
    """
    run, training = job.experiment.runs[job.run], job.experiment.training
    *parents, _ = job.experiment.lineage(run)
    steps = begun(job) + job.updates + 1
    often = 1 if job.on == "val" else steps
    plan = replace(training, steps=steps, seeds=seeds(job), validate_every=often, probe=False)
    return replace(job.experiment, runs=(*parents, _raised(run, job)), training=plan)


def begun(job: Find) -> int:
    """Give how many updates a search begins behind: those before a branch leaves its parent."""
    branch = job.experiment.runs[job.run].branch
    return 0 if branch is None else branch.step


def _raised(run: Run, job: Find) -> Run:
    """Give a run whose rates begin at the search's lowest and grow with each update: that of one group, or all."""
    begin = _lowest(run, job)
    grows = [job.group in (None, i) for i in range(len(begin))]
    own = iter(begin[1:])
    return replace(
        run,
        schedule=LambdaLR(tuple(f"{factor(job)!r} ** t" if each else "1" for each in grows)),
        optimizer=run.optimizer.with_rate(begin[0]),
        groups=tuple(group if group.frozen else replace(group, lr=next(own)) for group in run.groups),
        stepped="batch",
        branch=run.branch and replace(run.branch, scheduler="starts"),
        early_stopping=None,
    )


def _lowest(run: Run, job: Find) -> list[float]:
    """Give the rate of each group in the first update: `low` for the raised one, or for the first and in proportion.

    Raises
    ------
    SpecError
        The first group's rate is 0 and another's isn't: they have no proportion.
    """
    own = run.rates()
    if job.group is not None:
        return [job.low if i == job.group else rate for i, rate in enumerate(own)]
    if not any(own):
        return [job.low] * len(own)
    if not own[0]:
        raise SpecError(
            "find_lr.group", None, say("an index: the first group’s rate is 0, so the groups have no proportion")
        )
    return [rate / own[0] * job.low for rate in own]


def _told(job: Find, lrs: Floats, events: Events) -> Iterator[Event]:
    """Give what a race's events say of the search: its device, and the losses of an update that is done.

    Its members are the last of the race: what they branch off comes before them.
    """
    yield from (event for event in events if isinstance(event, (Started, Replayed)))
    validated = {event.member: event.metrics["val_loss"] for event in events if isinstance(event, Measured)}
    for event in events:
        if isinstance(event, Update) and 0 <= (step := event.step - begun(job)) < job.updates:
            members = range(len(event.losses) - job.seeds, len(event.losses))
            after = tuple(validated.get(member, math.nan) for member in members)
            yield Raised(step, float(lrs[step]), after if job.on == "val" else event.losses[-job.seeds :])
