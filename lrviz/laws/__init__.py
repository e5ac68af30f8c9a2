"""Forecasts of the loss from the schedule alone, one law a file; numpy only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from lrviz.errors import SpecError, nearest, with_nearest
from lrviz.laws import annealing, bound, multi_power
from lrviz.laws.bound import Bound
from lrviz.sentences import either, say

AnyLaw: TypeAlias = Bound | multi_power.MultiPower | annealing.Annealing
"""A law as it goes to the worker."""
LAWS: Mapping[str, Mapping[str, AnyLaw]] = {
    "bound": {"": Bound()},
    "multi-power": multi_power.PUBLISHED,
    "annealing": annealing.FITTED,
}
"""Each law by its name, with the sets of coefficients that it has by theirs, the default first."""
FOUND: Mapping[str, str] = {"bound": bound.FOUND}
"""What training had to say of a law, by its name, for people."""


def law_of(name: str, fit: Any = None) -> AnyLaw:
    """Give a law by its name, with a published set of coefficients by its name, or with those that `fit` holds.

    Raises
    ------
    SpecError
        There is no such law or set.
    """
    if name not in LAWS:
        close = nearest(name, LAWS) if isinstance(name, str) else None
        raise SpecError("forecast.law", name, with_nearest(either(LAWS), close))
    sets = LAWS[name]
    if fit is None:
        return next(iter(sets.values()))
    if isinstance(fit, str) and fit in sets:
        return sets[fit]
    if not isinstance(fit, str) and getattr(fit, "name", None) == name:
        return fit  # type: ignore[no-any-return]  # a law of this name, as `fitted` gives it
    raise SpecError(
        "forecast.fit",
        fit,
        either(filter(None, sets)) if any(sets) else say("left out: {name} has nothing to fit", name=name),
    )
