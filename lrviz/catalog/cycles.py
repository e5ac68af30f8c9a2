"""What timm's schedulers share: a warm-up, and a curve that comes again in cycles of their own length."""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Callable
from typing import Annotated, Protocol

from msgspec import Meta

from lrviz.catalog.recipe import Piece
from lrviz.catalog.schedule import MOST
from lrviz.sentences import say

NEAR = 0.01
"""How much longer or shorter the next cycle is at least, where cycles aren't all as long."""

TInitial = Annotated[
    int,
    Meta(
        ge=1, le=MOST, description="Steps of the first cycle.", examples=[100], extra={"scale": "log", "unit": "steps"}
    ),
]
LrMin = Annotated[
    float, Meta(ge=0, description="The floor, as a rate.", extra={"scale": "log", "slider": (1e-8, 1), "unit": "lr"})
]
CycleMul = Annotated[
    float, Meta(gt=0, description="How much longer each next cycle is.", extra={"slider": (0.5, 4), "rare": True})
]
CycleDecay = Annotated[
    float,
    Meta(ge=0, description="What each next cycle’s top is multiplied by.", extra={"slider": (0.01, 1), "rare": True}),
]
CycleLimit = Annotated[
    int, Meta(ge=0, le=MOST, description="Cycles until the floor for good.", extra={"slider": (1, 20), "rare": True})
]
WarmupT = Annotated[
    int, Meta(ge=0, le=MOST, description="Steps of the warm-up.", extra={"scale": "log", "unit": "steps"})
]
WarmupLrInit = Annotated[
    float,
    Meta(ge=0, description="The rate it starts from.", extra={"scale": "log", "slider": (1e-8, 1), "unit": "lr"}),
]
WarmupPrefix = Annotated[
    bool, Meta(description="Start the curve after the warm-up; otherwise the warm-up covers its beginning.")
]
KDecay = Annotated[
    float,
    Meta(
        ge=0,
        description="The power of the time in a cycle (k-decay): above 1, high for longer.",
        extra={"slider": (0.25, 4), "rare": True},
    ),
]


class Warmed(Protocol):
    """A scheduler with a warm-up."""

    @property
    def warmup_t(self) -> int: ...

    @property
    def warmup_prefix(self) -> bool: ...


class Cycled(Warmed, Protocol):
    """A scheduler whose curve comes again."""

    @property
    def t_initial(self) -> int: ...

    @property
    def cycle_mul(self) -> float: ...

    @property
    def cycle_decay(self) -> float: ...

    @property
    def cycle_limit(self) -> int: ...


Curve = Callable[[str, str, str], str]
"""Gives the formula of a rate from those of the cycle's top, of the steps into the cycle, and of its length."""


def climb(to: str = "lr") -> Piece:
    """Give the warm-up, straight from warmup_lr_init to a rate."""
    return Piece(f"(warmup_lr_init + t * (({to} - warmup_lr_init) / warmup_t)) / lr", until="warmup_t")


def now(scheduler: Warmed) -> str:
    """Give the steps that the curve has gone."""
    return "(t - warmup_t)" if scheduler.warmup_t and scheduler.warmup_prefix else "t"


def since(scheduler: Warmed, step: str) -> str:
    """Give the formula of a step that is counted from the curve's beginning."""
    return f"warmup_t + {step}" if scheduler.warmup_t and scheduler.warmup_prefix else step


def begins(scheduler: Warmed) -> int:
    """Give the step from which the curve counts."""
    return scheduler.warmup_t if scheduler.warmup_prefix else 0


def told_apart(scheduler: Cycled) -> bool:
    """Say whether the cycles are all as long, or their lengths differ by so much that they can be counted."""
    return scheduler.cycle_mul == 1 or abs(scheduler.cycle_mul - 1) >= NEAR


APART = say("1, or at least {near} away from it, since cycles that hardly differ can't be counted", near=NEAR)
"""What `cycle_mul` must be."""


def cycles(scheduler: Cycled, curve: Curve) -> tuple[Piece, ...]:
    """Give the curve in its cycles, and the floor after them."""
    floor: tuple[Piece, ...] = (Piece("lr_min / lr"),)
    if scheduler.cycle_mul < 1:  # timm takes the logarithm of what is left of them all, even on the floor
        stop = since(scheduler, str(_over(scheduler.t_initial, scheduler.cycle_mul)))
        floor = (Piece("lr_min / lr", until=stop), Piece(_index(now(scheduler))))
    if scheduler.cycle_limit == 0:
        return floor
    if scheduler.cycle_mul == 1:
        return (_alike(scheduler, curve), *floor)
    return (_growing(scheduler, curve), *floor)


def _alike(scheduler: Cycled, curve: Curve) -> Piece:
    """Give cycles of one length."""
    steps, limit, first = scheduler.t_initial, scheduler.cycle_limit, begins(scheduler)
    if limit == 1:
        return Piece(f"({curve('lr', now(scheduler), 't_initial')}) / lr", until=since(scheduler, "t_initial"))
    decays = scheduler.cycle_decay != 1
    return Piece(
        f"({curve('top' if decays else 'lr', f'({now(scheduler)} - t_initial * i)', 't_initial')}) / lr",
        until=since(scheduler, "t_initial * cycle_limit"),
        turns=(range(first + steps, first + min(steps * limit, MOST), steps),),
        where=(("i", f"{now(scheduler)} // t_initial"), *((("top", "lr * cycle_decay ** i"),) if decays else ())),
    )


def _growing(scheduler: Cycled, curve: Curve) -> Piece:
    """Give cycles each of which is longer, or shorter, than the one before."""
    first = begins(scheduler)
    starts = _starts(scheduler.t_initial, scheduler.cycle_mul, scheduler.cycle_limit)
    until = since(scheduler, "t_initial" if starts[-1] == scheduler.t_initial else str(starts[-1]))
    if scheduler.cycle_limit == 1:
        return Piece(f"({curve('lr', now(scheduler), 't_initial')}) / lr", until=until)
    decays = scheduler.cycle_decay != 1
    return Piece(
        f"({curve('top' if decays else 'lr', f'({now(scheduler)} - gone)', 't_i')}) / lr",
        until=until,
        turns=tuple(range(first + start, first + start + 1) for start in sorted({*starts[:-1]})),
        where=(
            ("i", f"floor({_index(now(scheduler))})"),
            ("t_i", "cycle_mul ** i * t_initial"),
            ("gone", "(1 - cycle_mul ** i) / (1 - cycle_mul) * t_initial"),
            *((("top", "lr * cycle_decay ** i"),) if decays else ()),
        ),
    )


def reached(scheduler: Cycled, curve: Curve, step: int, name: str) -> str:
    """Give the formula of the rate at one step of the curve, which goes by a name."""
    if scheduler.cycle_mul < 1 and step >= _over(scheduler.t_initial, scheduler.cycle_mul):
        return _index(name)
    i = (
        step // scheduler.t_initial
        if scheduler.cycle_mul == 1
        else _cycle(scheduler.t_initial, scheduler.cycle_mul, step)
    )
    if i >= scheduler.cycle_limit:
        return "lr_min"
    if i == 0:
        return curve("lr", name, "t_initial")
    if scheduler.cycle_mul == 1:
        return curve(f"lr * cycle_decay ** {i}", f"({name} - t_initial * {i})", "t_initial")
    gone = f"(1 - cycle_mul ** {i}) / (1 - cycle_mul) * t_initial"
    return curve(f"lr * cycle_decay ** {i}", f"({name} - {gone})", f"(cycle_mul ** {i} * t_initial)")


def _index(steps: str) -> str:
    return f"log(1 - {steps} / t_initial * (1 - cycle_mul), cycle_mul)"


def _cycle(t_initial: int, cycle_mul: float, step: int) -> int:
    """Give the cycle that timm takes a step for, with its rounding."""
    return math.floor(math.log(1 - step / t_initial * (1 - cycle_mul), cycle_mul))


@functools.lru_cache(maxsize=256)
def _over(t_initial: int, cycle_mul: float) -> int:
    """Give the first step for which cycles that get shorter have nothing left."""
    step = math.ceil(t_initial / (1 - cycle_mul))
    while 1 - (step - 1) / t_initial * (1 - cycle_mul) <= 0:
        step -= 1
    while 1 - step / t_initial * (1 - cycle_mul) > 0:
        step += 1
    return step


@functools.lru_cache(maxsize=256)
def _starts(t_initial: int, cycle_mul: float, limit: int) -> tuple[int, ...]:
    """Give the first step of every cycle but the first, and of what comes after so many: of those there are."""
    over = _over(t_initial, cycle_mul) if cycle_mul < 1 else MOST
    found: list[int] = []
    for cycle in itertools.count(1) if limit > over else range(1, limit + 1):
        start = _start(t_initial, cycle_mul, cycle, over)
        found.append(min(start, over))
        if start >= over:
            break
    return tuple(found)


def _start(t_initial: int, cycle_mul: float, cycle: int, over: int) -> int:
    try:
        step = math.ceil(min(t_initial * (1 - cycle_mul**cycle) / (1 - cycle_mul), over))
    except OverflowError:
        return over
    while step > 0 and step <= over and _cycle(t_initial, cycle_mul, step - 1) >= cycle:
        step -= 1
    while step < over and _cycle(t_initial, cycle_mul, step) < cycle:
        step += 1
    return step
