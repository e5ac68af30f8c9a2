"""Presets: runs that people really train by, with their plan and the paper or code that says so; one a file."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from typing import Annotated

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from lrviz.errors import SessionError, nearest, shown
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.sentences import say
from lrviz.spec import Value

Text = Annotated[str, Meta(min_length=1)]


class Preset(Value, frozen=True):
    """A scenario: what is trained, how, and who says so.

    `about` is one paragraph, `reference` names the source as people cite it, and `link` is where it can be read.
    """

    name: Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    title: Text
    about: Text
    reference: Text
    link: Annotated[str, Meta(pattern=r"^https://")]
    experiment: Experiment

    def runs_over(self, steps: int) -> tuple[Run, ...]:
        """Give its runs as they would be in a plan of `steps` updates: every schedule keeps its shape.

        What the scheduler does once an epoch it does at every update there, since another plan has other epochs; one
        that listens is left as it is.
        """
        own = self.experiment
        return tuple(_over(run, steps / own.training.steps * own.updates_per_step(run)) for run in own.runs)


def _over(run: Run, ratio: float) -> Run:
    if run.schedule is None or run.listens:
        return run
    return replace(run, schedule=run.schedule.scaled(ratio), stepped="batch")


def presets() -> list[str]:
    """Give the names of the presets that come with lrviz, in order."""
    return [preset.name for preset in shelf()]


def preset(name: str) -> Experiment:
    """Give the experiment of the preset of that name.

    Raises
    ------
    SessionError
        There is no such preset; it names the nearest.
    """
    found = {one.name: one for one in shelf()}
    if isinstance(name, str) and name in found:
        return found[name].experiment
    close = nearest(name, found) if isinstance(name, str) else None
    nearby = say("the nearest is {close}", close=close)
    known = nearby if close else say("there are {names}", names=", ".join(found))
    raise SessionError(
        name if isinstance(name, str) else shown(name), say("there is no preset of that name; {known}", known=known)
    )


@functools.cache
def shelf() -> tuple[Preset, ...]:
    """Import every module here and give the preset it defines, in order of title; a new one is one new file."""
    modules = [importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
    return tuple(sorted((msgspec.convert(module.PRESET, Preset) for module in modules), key=lambda one: one.title))
