"""Places: the arguments that torch's classes take, and the functions recipes come from, and in which order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.schedule import Schedule
from lrviz.spec import Spec, fields

WITHOUT_EFFECT = frozenset({"foreach", "fused", "capturable", "differentiable", "verbose"})  # speed and printing
LEFT_OUT = {"RMSprop": ("centered", ("capturable", "foreach"))}
"""After which argument torch takes others by place that lrviz has no field for."""

ANY = object()
"""Stands for every value of an argument that changes nothing where the others are as they have to be."""
ONLY: Mapping[str, Mapping[str, Sequence[Any]]] = {
    "torch": {"last_epoch": (-1,)},
    "transformers": {"last_epoch": (-1,)},
    "timm": {
        "noise_range_t": (None,),
        "noise_pct": (ANY,),
        "noise_std": (ANY,),
        "noise_seed": (ANY,),
        "initialize": (True,),
    },
}
"""By library, the values that are read of arguments no field stands for: those that leave the curve as it is."""


def library(cls: type[Spec]) -> str:
    """Give the library that a class's torch object, or a recipe's function, is from."""
    origin = cls.origin if issubclass(cls, Schedule) else ""
    return (origin or cls.target).partition(".")[0]


def others(cls: type[Spec]) -> Mapping[str, Sequence[Any]]:
    """Give the arguments no field of a class stands for, and the values of them that are read."""
    if library(cls) != "timm":
        return ONLY.get(library(cls), {})
    own = {"noise_type": (ANY,)} if _once_an_epoch(cls) else {"t_in_epochs": (True, False)}
    return {**own, **ONLY["timm"]}


def positional(cls: type[Spec]) -> tuple[str, ...]:
    """Give the names of the parameters in order, as far as arguments may be given by place."""
    own = [field.name for field in fields(cls)]
    if issubclass(cls, Schedule) and cls.origin:
        return ("optimizer", *_borrowed(cls, own))
    if issubclass(cls, Schedule):
        return cls.places or ("optimizer", *own, "last_epoch")
    if cls.__name__ in LEFT_OUT:
        before, names = LEFT_OUT[cls.__name__]
        place = own.index(before) + 1
        own[place:place] = names
    elif "maximize" in own:  # elsewhere torch takes it, and what follows it, by name only
        own = own[: own.index("maximize")]
    return ("params", *own) if issubclass(cls, Optimizer) else tuple(own)


def _once_an_epoch(cls: type[Spec]) -> bool:
    """Whether timm steps a scheduler once an epoch and no other way, as it does what is told a metric."""
    return issubclass(cls, Schedule) and cls.listens


def _borrowed(cls: type[Schedule], own: list[str]) -> list[str]:
    package = library(cls)
    if package == "transformers":  # what came later stands behind last_epoch
        later = own.index("min_lr") if "min_lr" in own else len(own)
        return [*own[:later], "last_epoch", *own[later:]]
    if package == "timm" and not _once_an_epoch(cls):  # then comes the noise, which is taken by name here
        prefix = own.index("warmup_prefix") + 1 if "warmup_prefix" in own else 1
        return [*own[:prefix], "t_in_epochs"]
    return own
