"""What a schedule is: a pure function of the step, in closed form."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, Self, TypeVar

import msgspec
import numpy as np
from msgspec import Meta
from numpy.typing import NDArray

from lrviz.catalog.parts import Handle, Stretch
from lrviz.expression import LARGEST, Expression
from lrviz.sentences import say
from lrviz.spec import PerGroup, Spec, fields

Steps = NDArray[np.int64]
Rates = NDArray[np.float64]

MOST = 10**15
"""The largest step count a field takes: float64, in which torch divides steps, still tells neighbours apart."""

FEW = 4096
"""Turns of one range that are looked at one by one, so that nothing need be known of them; of more, only some."""
EXAMPLE_STEPS = 100
"""How long the plans are that the catalog's examples are made for."""
SHARES: dict[str, tuple[float, ...]] = {
    "T_max": (1,),
    "total_steps": (1,),
    "total_iters": (1,),
    "step_size": (1 / 2,),
    "milestones": (1 / 2, 3 / 4),
    "T_0": (1 / 4,),
    "step_size_up": (1 / 8,),
    "base_lr": (1 / 10,),
}
"""Which share of the plan's steps, or of the optimizer's rate, a parameter of that name starts from in a new form."""


NO_MOMENTUM = "optimizer must support momentum or beta1 with `cycle_momentum` option enabled"
"""torch's words."""

T = TypeVar("T")

NotNegative = Annotated[float, Meta(ge=0)]
CycleMomentum = Annotated[bool, Meta(description="Move the momentum, or β₁, against the rate.")]
BaseMomentum = Annotated[
    PerGroup[NotNegative], Meta(description="Momentum at the highest rate.", extra={"slider": (0, 0.999)})
]
MaxMomentum = Annotated[
    PerGroup[NotNegative], Meta(description="Momentum at the lowest rate.", extra={"slider": (0, 0.999)})
]


class Link(NamedTuple):
    """What one step makes of a rate: a · rate + b."""

    a: float
    b: float

    def after(self, other: Link) -> Link:
        """Give what this step makes of what the other one made."""
        return Link(self.a * other.a, self.a * other.b + self.b if self.a else self.b)


class Later(NamedTuple):
    """A scheduler that torch is given a function of the optimizer for, with further arguments for its class."""

    schedule: Schedule
    further: Mapping[str, Any]


class Schedule(Spec, frozen=True):
    """A learning rate for every step: torch's scheduler of the same name, as a function.

    "The rate at step t" is what the optimizer uses for its t-th update, t = 0, 1, …: the value after t calls of
    `scheduler.step()`.

    What raises NotImplementedError here is what each entry has to say for itself; the test that walks the catalog asks
    every one. From the outside in:

    - alone: `at`, and where they aren't the plain ones `turns`, `scaled`, `fitted`, `handles`, `momentum_at`, `ends`,
      `message` and `unfit`;
    - as a part of a composed schedule: nothing where each step of torch's sets the rate whatever it was. Where a step
      changes the rate it finds, `acts` says how, and `grown` (or `links` and `carried`) by what. The rest of what is
      below `scans` are torch's ways with a part: made, begun anew at a milestone, set back, resumed.

    A schedule that torch has no class for is a Recipe, which has all of it from its formulas.
    """

    listens: ClassVar[bool] = False
    """Whether each step is told a metric, so that the rate is no function of the step alone."""
    apart: ClassVar[str] = ""
    """Why it is a run's whole schedule and never a part of another, as in "which …"; empty where it can be one."""
    reckons: ClassVar[bool] = False
    """Whether its formula holds the group's own rate, though another scheduler may have set a new base rate since."""
    acts: ClassVar[Literal["sets", "multiplies", "pulls"]] = "sets"
    """What torch's step() does with a rate that others may have changed, where this is a part of a composed schedule:
    it sets it to `at`, multiplies it (`grown` says by what), or pulls it towards a floor (`links` and `carried`)."""
    places: ClassVar[tuple[str, ...]] = ()
    """The parameters that torch takes by place, where they aren't optimizer, the fields and last_epoch."""
    peak: ClassVar[str] = ""
    """The parameter that holds its highest rate, where it sets the rate itself and the optimizer's own has no say."""
    origin: ClassVar[str] = ""
    """Where it comes from, if torch has no class for it: a library's function, as its users import it, or a paper."""

    def at(self, t: Steps, lr: float) -> Rates:
        """Give the rate at each of the steps `t` (≥ 0, any shape, any order) of a group whose own rate is `lr`."""
        raise NotImplementedError(type(self).__name__)

    def momentum_at(self, t: Steps, momentum: float) -> Rates:
        """Give the momentum (β₁ for Adam's kind) at each of the steps `t`; only some schedules move it."""
        return np.full(np.shape(t), momentum, dtype=np.float64)

    @property
    def cycles_momentum(self) -> bool:
        """Whether `momentum_at` moves."""
        return False

    def turns(self, steps: int) -> tuple[range, ...] | None:
        """Give the steps in [0, steps) where the curve turns or jumps.

        Along each range of more than `FEW` the values (and those of the steps before each) are monotone, and between
        two neighbouring turns the rate and the momentum are monotone. None: not known, so the curve has to be sampled.
        """
        return ()

    def scaled(self, ratio: float) -> Self:
        """Give the schedule with the same shape over `ratio` times as many steps.

        Fields of unit "steps" are multiplied and rounded, never below 1 where they were at least 1.
        """
        changes: dict[str, Any] = {}
        for field in fields(type(self)):
            value = getattr(self, field.name)
            if field.unit == "steps" and value is not None:
                changes[field.name] = (
                    tuple(rescaled(one, ratio) for one in value) if isinstance(value, tuple) else rescaled(value, ratio)
                )
        return msgspec.structs.replace(self, **changes)

    @classmethod
    def fitted(cls, steps: int, lr: float) -> Self:
        """Give the schedule a new form starts from: the example over a plan of `steps` scheduler steps from `lr`.

        Step counts and required rates take their share of the plan and of `lr`; the rest keeps the example's shape.
        """
        example = cls.example().scaled(steps / EXAMPLE_STEPS)
        changes: dict[str, Any] = {}
        for field in fields(cls):
            shares = SHARES.get(field.name, (1,))
            if field.unit == "lr" and field.required:
                changes[field.name] = float(f"{lr * shares[0]:.6g}")
            elif field.unit == "steps" and field.name in SHARES:
                counts = tuple(max(1, round(steps * share)) for share in shares)
                changes[field.name] = counts if field.kind == "ints" else counts[0]
        return msgspec.structs.replace(example, **changes)

    def arguments_for(self, rates: Sequence[float]) -> dict[str, Any]:
        """Give what torch's class takes beside the optimizer, whose groups have these rates, by name.

        A formula is a function there; parts are schedules still.
        """
        given = self.arguments()
        for field in fields(type(self)):
            formula = given.get(field.name)
            if field.variable and formula is not None:
                several = isinstance(formula, tuple)
                given[field.name] = (
                    tuple(_function(one, field.variable) for one in formula)
                    if several
                    else _function(formula, field.variable)
                )
        return given

    def stretches(self, steps: int) -> tuple[Stretch, ...]:
        """Give which part acts when in a plan of `steps` scheduler steps; nothing where there is only one."""
        return ()

    def handles(self, steps: int) -> tuple[Handle, ...]:
        """Give the steps a person can move in a plan of `steps` scheduler steps: those its fields hold.

        A class whose fields count from elsewhere than step 0, or count something else, says so here.
        """
        names = [field.name for field in fields(type(self)) if field.unit == "steps"]
        return tuple(handle for name in names for handle in self.handles_of(name))

    def handles_of(self, name: str, *, origin: int = 0) -> tuple[Handle, ...]:
        """Give the handles of a field that holds a step, a list of them or None, counted from the step `origin`."""
        value = getattr(self, name)
        if isinstance(value, tuple):
            return tuple(self._listed(name, value, i) for i in range(len(value)))
        if not isinstance(value, int):
            return ()

        def moved(step: int, _factor: float) -> Schedule:
            return msgspec.structs.replace(self, **{name: step - origin})

        return (Handle(name, name, origin + value, value, moved, origin, origin + MOST),)

    def _listed(self, name: str, steps: tuple[int, ...], i: int) -> Handle:
        def moved(step: int, _factor: float) -> Schedule:
            return msgspec.structs.replace(self, **{name: (*steps[:i], step, *steps[i + 1 :])})

        return Handle(f"{name}[{i}]", name.removesuffix("s"), steps[i], steps[i], moved, *bounded(steps, i, 0, MOST))

    def knotted(self, step: int) -> Schedule | None:
        """Give the schedule with one more knot on its curve at a step; None where it has no knots, or one there."""
        return None

    def for_group(self, group: int) -> Self:
        """Give the schedule of one parameter group, where fields hold a value for each."""
        own = {field.name: getattr(self, field.name) for field in fields(type(self)) if field.grouped}
        many = {name: of_group(value, group) for name, value in own.items() if isinstance(value, tuple)}
        return msgspec.structs.replace(self, **many) if many else self

    def unfit(self, groups: int, *, has_momentum: bool) -> str:
        """Give what torch says when it refuses an optimizer of so many parameter groups; empty where it takes it."""
        return uneven(self, groups, *(field.name for field in fields(type(self)) if field.grouped))

    def ends(self, lr: float = 1.0) -> int | None:
        """Give the first step torch refuses to take for a group whose own rate is `lr`, None if it takes any."""
        return None

    def message(self, t: int, lr: float = 1.0) -> str:
        """Give what torch says where the curve of a group whose own rate is `lr` has no value at step `t`."""
        return say("the learning rate at step {t} is not a finite number", t=t)

    def raised(self, t: int, lr: float = 1.0) -> str:
        """Give what torch raises when it steps to `t`; empty where it takes the step, whatever the rate is then."""
        end = self.ends(lr)
        return "" if end is None or t < end else self.message(t, lr)

    @property
    def scans(self) -> bool:
        """Whether the rate at a step can only be had from that at the step before, by `links`."""
        return False

    def links(self, t: Steps, lr: float) -> tuple[Rates, Rates | None]:
        """Give a and b of rate(t) = a · rate(t − 1) + b, as torch steps, for each of the steps `t`.

        `lr` is the group's own rate, and what stands for rate(−1). Without b it is a running product.
        """
        steps = np.asarray(t)
        if self.acts == "multiplies":
            first = float(self.at(np.zeros(1, np.int64), 1.0)[0])
            return np.where(steps == 0, first, self.grown(np.maximum(steps - 1, 0), steps)), None
        return np.zeros(steps.shape), self.at(steps, lr)

    def grown(self, since: Steps, t: Steps) -> Rates:
        """Give the product of what the steps after `since` (≥ 0) up to `t` multiply the rate by, both of any shape."""
        raise NotImplementedError(type(self).__name__)

    def carried(self, rate: float, since: int, t: Steps, lr: float) -> Rates:
        """Give the rates at the steps `t` ≥ `since` if it is `rate` at `since` (≥ 0); the group's own one is `lr`."""
        if self.acts == "multiplies":
            return np.asarray(rate * self.grown(np.full(1, since), t))
        return self.at(t, lr)

    def entered(self, t: int, lr: float) -> Link:
        """Give what an ordinary step to `t` ≤ 0 does, which a part takes that another one has set back."""
        if self.acts == "multiplies":
            return Link(float(self.grown(np.full(1, t - 1), np.full(1, t))[0]), 0.0)
        return Link(0.0, float(self.at(np.full(1, t), lr)[0]))

    def constructed(self, lr: float) -> Link:
        """Give what the constructor makes of the rate it finds."""
        a, b = self.links(np.zeros(1, np.int64), lr)
        return Link(float(a[0]), 0.0 if b is None else float(b[0]))

    def rebuilt(self, t: int, lr: float) -> tuple[int, Link]:
        """Give its own step, and what it makes of the rate it finds, where it is built with last_epoch = t − 1.

        What sets the rate does; what changes it mostly leaves it as it is.
        """
        return t, Link(1.0, 0.0) if self.acts != "sets" else Link(0.0, float(self.at(np.full(1, t), lr)[0]))

    def restarted(self, lr: float) -> Link:
        """Give what torch does where SequentialLR begins with it anew; it raises what torch raises."""
        return Link(0.0, float(self.at(np.zeros(1, np.int64), lr)[0]))

    def undone(self, t: int) -> int:
        """Give the step it stands at once SequentialLR has set it back by one."""
        return t - 1

    def settles(self) -> int | None:
        """Give the step after which it never multiplies the rate any more; None where it goes on."""
        return None

    @property
    def rises(self) -> bool:
        """Whether a step of it can multiply a rate by more than 1."""
        return True

    def floored(self, t: Steps) -> Steps | None:
        """Give the last step up to each of `t` at which it pulls any rate down to 0, −1 before the first.

        None where it never does.
        """
        return None

    def writes(self) -> Mapping[str, float]:
        """Give what its constructor leaves in the optimizer's parameter group, for others to find there."""
        return {}

    def rewrites(self) -> Mapping[str, float]:
        """Give what of it is left there too where it is built with last_epoch, as it goes on from another session."""
        return {}

    def beside(self, written: Mapping[str, float]) -> Self:
        """Give the schedule it becomes once others have written to the parameter group."""
        return self


def _function(formula: str, variable: str) -> Callable[[float], float]:
    """Give a formula as a function that computes as Python does, with whatever it raises."""
    expression = Expression.parse(formula, (variable,))
    return lambda value: float(expression.single(**{variable: value}))


def of_group(value: PerGroup[T], group: int = 0) -> T:
    """Give the value of one parameter group; of more groups than values, the last one's."""
    return value[min(group, len(value) - 1)] if isinstance(value, tuple) else value


def uneven(schedule: Schedule, groups: int, *names: str) -> str:
    """Give torch's words on the first of these fields that has another number of values than there are groups."""
    for name in names:
        value = getattr(schedule, name)
        if isinstance(value, tuple) and len(value) != groups:
            return (
                f"{name} must have the same length as optimizer.param_groups. "
                f"{name} has {len(value)} values, param_groups has {groups}."
            )
    return ""


def bounded(steps: Sequence[int], i: int, low: int, high: int) -> tuple[int, int]:
    """Give how far the i-th of some steps can be moved without passing another of them."""
    ranked = sorted((step, at) for at, step in enumerate(steps))
    rank = ranked.index((steps[i], i))
    before = ranked[rank - 1][0] if rank else low
    after = ranked[rank + 1][0] if rank + 1 < len(ranked) else high
    return max(low, before), min(high, after)


def rescaled(steps: int, ratio: float) -> int:
    """Give `ratio` times as many steps, rounded, and at least 1 where there was at least 1."""
    return min(MOST, max(round(steps * ratio), min(steps, 1)))


def rescaled_apart(steps: Sequence[int], ratio: float) -> tuple[int, ...]:
    """Give `ratio` times as many steps for each of some in order; those that would meet stay a step apart."""
    meant = [rescaled(step, ratio) for step in steps]
    after = accumulate(meant, lambda before, step: max(step, before + 1))
    before = accumulate(reversed([*after]), lambda following, step: min(step, following - 1), initial=MOST + 1)
    return tuple(reversed([*before][1:]))


def slowed(gamma: float, ratio: float) -> float:
    """Give the factor per step that does in `ratio` steps what `gamma` does in one."""
    if gamma == 0:
        return 0.0
    return min(math.exp(min(math.log(gamma) / ratio, 709.0)), LARGEST)
