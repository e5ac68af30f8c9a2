"""What a run's form offers in place of its schedule and of its loss."""

from __future__ import annotations

from lrviz.catalog.families import in_families
from lrviz.catalog.losses import LOSSES
from lrviz.catalog.schedules import SCHEDULES
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.controls.choice_list import Choice
from lrviz.ui.form.choices import choice_of, constant_choice, schedule_choice
from lrviz.ui.form.chosen import with_loss, with_schedule
from lrviz.ui.form.thumbnails import Late, Thumbnail, of_run


def present_schedule(run: Run, experiment: Experiment) -> Choice:
    """Give the choice that a run's schedule is, with its curve over the plan."""
    picture = of_run(experiment, run)
    return constant_choice(picture) if run.schedule is None else schedule_choice(type(run.schedule), picture)


def offered_schedules(run: Run, experiment: Experiment) -> list[Choice]:
    """Offer every schedule with the curve it would give a run of an experiment; the present one with its own."""

    def picture(name: str) -> Late:
        return Late(lambda: of_run(experiment, with_schedule(run, name, experiment)))

    constant = constant_choice(Thumbnail(None, run.optimizer.rate, experiment.scheduler_steps(run)))
    return [constant, *(schedule_choice(cls, picture(cls.__name__)) for cls in in_families(SCHEDULES))]


def offered_losses(run: Run, experiment: Experiment) -> list[Choice]:
    """Offer every loss, those that don't fit the problem with the reason, and last."""
    problem = experiment.problem
    examples = (with_loss(run, cls.__name__, experiment).loss for cls in LOSSES)
    choices = [choice_of(type(loss), unfit=loss.unfit(problem.task, problem.outputs)) for loss in examples]
    return sorted(choices, key=lambda choice: bool(choice.unfit))
