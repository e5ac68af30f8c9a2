"""Usage: what a text does with its optimizers and schedulers: its loops, its steps and their order."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple


@dataclass(frozen=True)
class Loop:
    """A loop around a step: its line, what it goes over as text, and how often it goes round where that is known."""

    line: int
    over: str
    rounds: int | None = None
    kind: Literal["epochs", "batches", "steps", "other"] = "other"


@dataclass(frozen=True)
class Step:
    """A call of `.step()`: what it is called on, as text, its line, and the loops around it from the outermost in.

    `given` is its argument, as text, empty where it has none; `under` are the conditions that it stands under, those
    it is the `else` of as `not (…)`. `times` is how often the text does it in all, None where that isn't known.
    `function` is the one it is written in, empty outside of any.
    """

    owner: str
    what: Literal["optimizer", "scheduler", "scaler", "other"]
    line: int
    loops: tuple[Loop, ...] = ()
    given: str = ""
    under: tuple[str, ...] = ()
    times: int | None = None
    function: str = ""

    @property
    def each(self) -> Literal["epochs", "batches", "steps"] | None:
        """What it is done once for: the innermost loop's rounds, where they are known to be any of these."""
        return next((loop.kind for loop in reversed(self.loops) if loop.kind != "other"), None)


@dataclass(frozen=True)
class Maker:
    """A call that makes an optimizer or a scheduler: its class, its line, its names, and for which optimizer it is.

    `handed` says whether what it makes is given to anything else: a list, a call, another scheduler, a return. `params`
    is what an optimizer is given first, and `last_epoch` where a scheduler goes on from, as text. `function` is the
    one it is written in, and `arms` are the branches around it, each as its `if`'s line and whether it is the `else`.
    """

    cls: str
    line: int
    names: frozenset[str]
    optimizer: str = ""
    handed: bool = False
    params: str = ""
    last_epoch: str = ""
    function: str = ""
    arms: tuple[tuple[int, bool], ...] = ()

    def excludes(self, other: Maker) -> bool:
        """Whether only one of both is made: they are in different branches of one `if`."""
        return any((line, not no) in other.arms for line, no in self.arms)


class Ask(NamedTuple):
    """A call of another method of an optimizer, a scheduler or a model: `optimizer.train()`, `scheduler.get_lr()`."""

    owner: str
    method: str
    line: int


@dataclass(frozen=True)
class Usage:
    """What a text does, in the order it is done; all of it empty where that can't be told.

    `scheduler_steps` is how often the text steps its scheduler, where it has one, and `updates` its optimizer, as far
    as its loops say; `updates_per_epoch` likewise. `accumulation` is how many batches make an update. `asks` are in the
    order of their lines. Where the text leaves it to a library to step its scheduler, `library` are the steps it does.
    """

    steps: tuple[Step, ...] = ()
    optimizers: tuple[Maker, ...] = ()
    schedulers: tuple[Maker, ...] = ()
    scheduler_steps: int | None = None
    updates: int | None = None
    updates_per_epoch: int | None = None
    accumulation: int = 1
    asks: tuple[Ask, ...] = ()
    library: tuple[Step, ...] = ()

    def left_to(self, library: Usage) -> Usage:
        """Give this with how often a library's loop does what the text itself doesn't, where it steps no scheduler."""
        if any(step.what == "scheduler" for step in self.steps):
            return self
        return replace(
            self,
            scheduler_steps=library.scheduler_steps,
            updates=library.updates,
            updates_per_epoch=library.updates_per_epoch,
            library=library.steps,
        )

    def steps_of(self, scheduler: AbstractSet[str]) -> list[Step]:
        """Give the steps of a scheduler of these names; where it has none, those under names that the text never gives.

        That is one that is handed over to an object or a function, which has a name of its own for it.
        """
        made = {name for one in self.schedulers for name in one.names}
        others = [step for step in self.steps if step.what == "scheduler" and step.owner not in made]
        return [step for step in self.steps if step.owner in scheduler] or others

    def planned(self, updates_per_epoch: int | None) -> int | None:
        """Give how often the scheduler is stepped, where updates in an epoch may be known from elsewhere."""
        if self.scheduler_steps is not None or updates_per_epoch is None:
            return self.scheduler_steps
        epochs = None if (step := self.stepped_in_epochs()) is None else step.loops[0].rounds
        return None if epochs is None else epochs * updates_per_epoch

    def stepped_in_epochs(self) -> Step | None:
        """Give the scheduler's step that is done with every update of some epochs, whose batches aren't counted."""
        steps = self.library or self.steps
        match [one for one in steps if one.what == "scheduler"]:
            case [Step(loops=(Loop(kind="epochs"), Loop(kind="batches"))) as step]:
                with_updates = any(one.what != "scheduler" and one.under == step.under for one in steps)
                return step if with_updates or not step.under else None
        return None
