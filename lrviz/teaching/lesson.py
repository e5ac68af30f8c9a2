"""Lesson: a question and its experiments, looked at step by step, with what was measured and the caveat."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from lrviz.experiment import Experiment
from lrviz.spec import Value
from lrviz.teaching.words import Words

View = Literal["schedule", "loss", "landscape", "training", "finder", "gradients"]


class Scene(Value, frozen=True):
    """An experiment of a lesson, by its name; most lessons have one."""

    name: Annotated[str, Meta(min_length=1, max_length=60, description="What it is called.")]
    experiment: Experiment


class Step(Value, frozen=True):
    """One step of a lesson: what is said, and what of the window is shown and pointed at meanwhile.

    `highlight` names places of the window:

    - "pane:Learning rate": a plot of the view, by its title in English
    - "run:cosine": a row in the list of runs
    - "form:schedule.T_max", "form:optimizer.lr": a field of the selected run's form
    - "race", "transport", "headline", "table", "findings", "code", "problem", "view"

    A step with an `until` asks a person to do something: it is done when that claim about the experiment as they have
    changed it, and about its race, holds. `done` is said then, `hint` when they ask.
    """

    text: Annotated[Words, Meta(description="What is said.")]
    scene: Annotated[str, Meta(max_length=60, description="The scene by its name; left out, the one before.")] = ""
    view: Annotated[View | None, Meta(description="The view to show; left out, the one before.")] = None
    run: Annotated[str, Meta(max_length=200, description="The run to select.")] = ""
    cursor: Annotated[int, Meta(ge=0, description="The step the cursor is put on.")] | None = None
    highlight: Annotated[tuple[str, ...], Meta(max_length=4, description="What is pointed at.")] = ()
    race: Annotated[bool, Meta(description="Whether the scene is raced first, if it wasn’t.")] = False
    until: Annotated[str, Meta(max_length=500, description="A claim that holds once it is done.")] = ""
    hint: Annotated[Words | None, Meta(description="How it is done, said when a person asks.")] = None
    done: Annotated[Words | None, Meta(description="What is said once it is done.")] = None


class Measured(Value, frozen=True):
    """What a lesson says was measured, and the claim behind it, which holds for other seeds too.

    `holds` is a claim (`lrviz.teaching.claims`) about the trainings of a scene with each of some seeds: `of` many, of
    which it holds for at least `at_least`. One that reckons with all seeds at once, as a mean does, is one claim.
    """

    text: Annotated[Words, Meta(description="The sentence.")]
    holds: Annotated[str, Meta(min_length=1, max_length=500, description="The claim behind it.")]
    of: Annotated[int, Meta(ge=1, le=64, description="Seeds that it is measured with.")] = 10
    at_least: Annotated[int, Meta(ge=1, le=64, description="With how many of them it holds.")] = 9
    scene: Annotated[str, Meta(max_length=60, description="The scene whose runs it names; left out, the first.")] = ""


class Lesson(Value, frozen=True):
    """A lesson as it is written in one file.

    `thumbnail` is the view of the first scene that its card shows, drawn from its own results.
    """

    title: Annotated[Words, Meta(description="What it is called.")]
    question: Annotated[Words, Meta(description="What it answers.")]
    summary: Annotated[Words, Meta(description="What its card says.")]
    minutes: Annotated[int, Meta(ge=1, le=60, description="How long it takes.")]
    scenes: Annotated[tuple[Scene, ...], Meta(min_length=1, max_length=12, description="Its experiments.")]
    steps: Annotated[tuple[Step, ...], Meta(min_length=1, max_length=30, description="What is gone through.")]
    measured: Annotated[
        tuple[Measured, ...], Meta(min_length=1, max_length=12, description="What holds, and is tested.")
    ]
    caveat: Annotated[Words, Meta(description="What it doesn’t show, and where it comes out otherwise.")]
    order: Annotated[float, Meta(description="Where it stands among the lessons.")] = 100.0
    thumbnail: Annotated[
        Literal["schedule", "loss", "landscape", "training"], Meta(description="The view on its card.")
    ] = "training"
    topics: Annotated[tuple[str, ...], Meta(description="What it is found by.")] = ()
