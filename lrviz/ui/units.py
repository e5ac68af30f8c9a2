"""What steps of a plan are counted in, steps, epochs, samples or tokens, and how places in it are written and read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

from PySide6.QtCore import QCoreApplication

from lrviz.experiment import Experiment
from lrviz.ui import numbers
from lrviz.ui.speech import counts

Unit = Literal["step", "epoch", "samples", "tokens"]
UNITS: tuple[Unit, ...] = get_args(Unit)

LONG = 10**7
"""An axis of more samples or tokens counts in millions, billions or trillions of them."""
FURTHEST = 10**12
"""The longest plan there is, in steps."""
PLACES = 17
"""Digits that tell any two numbers apart."""

_LETTERS = r"[^\W\d_⁰¹²³⁴⁵⁶⁷⁸⁹]+"
_TYPED = re.compile(rf"\s*({_LETTERS})?\s*([+\-−]?[\d.].*?)\s*({_LETTERS})?(?:\s+({_LETTERS}))?\s*")
_MANY = {
    **dict.fromkeys(("k", "thousand"), 10**3),
    **dict.fromkeys(("m", "million"), 10**6),
    **dict.fromkeys(("b", "g", "billion"), 10**9),
    **dict.fromkeys(("t", "trillion"), 10**12),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Unit", text)


@dataclass(frozen=True)
class Measure:
    """What an axis counts in: `updates` of the plan make one of it, `word` names it."""

    updates: float
    word: str
    form: numbers.Form


def known(experiment: Experiment, unit: Unit) -> bool:
    """Say whether a plan can be counted in a unit: in tokens only where it says how many an example has."""
    return unit != "tokens" or experiment.training.sequence_length is not None


def updates_per(experiment: Experiment, unit: Unit) -> float:
    """Give how many updates make one step, epoch, sample or token; what accumulation and all workers see counts.

    A unit that isn't known counts steps.
    """
    training = experiment.training
    if unit == "epoch":
        return experiment.updates_per_epoch
    if unit == "samples":
        return 1 / training.examples_per_update
    if unit == "tokens" and training.sequence_length is not None:
        return 1 / (training.examples_per_update * training.sequence_length)
    return 1


def measure(experiment: Experiment, unit: Unit) -> Measure:
    """Give what an axis of the whole plan counts in: many samples or tokens by the million, billion or trillion."""
    updates = updates_per(experiment, unit)
    if unit == "step" or not known(experiment, unit):
        return Measure(updates, _tr("step"), "whole")
    if unit == "epoch":
        return Measure(updates, _tr("epoch"), "number")
    words = {
        "samples": (_tr("samples"), _tr("million samples"), _tr("billion samples"), _tr("trillion samples")),
        "tokens": (_tr("tokens"), _tr("million tokens"), _tr("billion tokens"), _tr("trillion tokens")),
    }[unit]
    total = experiment.training.steps / updates
    power = next((power for power in (3, 2, 1) if total >= LONG * 1000 ** (power - 1)), 0)
    return Measure(updates * (1000 ** (power + 1) if power else 1), words[power], "number" if power else "whole")


def count(experiment: Experiment, unit: Unit, step: int) -> int | float:
    """Give how many epochs, samples or tokens were seen before update `step`; epochs in as few digits as tell it."""
    training = experiment.training
    if unit == "epoch":
        epochs = step / experiment.updates_per_epoch
        rounded = (float(f"{epochs:.{digits}g}") for digits in range(1, PLACES))
        return next((one for one in rounded if round(one * experiment.updates_per_epoch) == step), epochs)
    if unit == "samples":
        return step * training.examples_per_update
    if unit == "tokens" and training.sequence_length is not None:
        return step * training.examples_per_update * training.sequence_length
    return step


def counted(experiment: Experiment, unit: Unit, step: int) -> str:
    """Write a place of the plan in full, so that `step_of` reads it back: "step 264", "epoch 6", "8448 samples"."""
    words = {
        "step": _tr("step {0}"),
        "epoch": _tr("epoch {0}"),
        "samples": _tr("{0} samples"),
        "tokens": _tr("{0} tokens"),
    }
    return words[unit if known(experiment, unit) else "step"].format(numbers.full(count(experiment, unit, step)))


def length(experiment: Experiment, unit: Unit) -> str:
    """Write how long the plan is, short: "440 steps", "10 epochs", "115 million samples"."""
    steps = experiment.training.steps
    if unit in ("samples", "tokens"):
        found = measure(experiment, unit)
        total = steps / found.updates
        return f"{numbers.short(total) if found.form == 'number' else numbers.whole(round(total))} {found.word}"
    if unit == "epoch":
        epochs = steps / experiment.updates_per_epoch
        return counts.epochs(epochs, numbers.short(epochs) if epochs < LONG else numbers.whole(round(epochs)))
    return counts.steps(steps)


def step_of(text: str, experiment: Experiment, unit: Unit) -> int:
    """Read a typed place of a plan as a step: 1e9, "50 epochs", "1.2 B tokens" or "80 %"; without a unit, `unit` is.

    Raises
    ------
    ValueError
        It isn't one, or lies outside all plans; the message is a sentence.
    """
    typed = _TYPED.fullmatch(text)
    if typed is None:
        raise ValueError(_tr("“{0}” is not a place like 1e9 or 50 epochs").format(text.strip()))
    words = [word for word in (typed[1], typed[3], typed[4]) if word]
    factor = 1
    if typed[3] and typed[3].lower() in _MANY:
        factor = _MANY[typed[3].lower()]
        words.remove(typed[3])
    if len(words) > 1:
        raise ValueError(_tr("“{0}” is not a place like 1e9 or 50 epochs").format(text.strip()))
    if words:
        unit = _unit_called(words[0])
    if not known(experiment, unit):
        raise ValueError(_tr("tokens aren’t counted: the plan has no sequence_length"))
    number = numbers.parse(typed[2]) * factor
    percent = typed[2].rstrip().endswith("%")
    place = number * (experiment.training.steps if percent else updates_per(experiment, unit))
    if not 0 <= place <= FURTHEST:
        raise ValueError(_tr("{0} must be between 0 and 10¹² steps").format(text.strip()))
    return round(place)


def _unit_called(word: str) -> Unit:
    plain = word.lower()
    english: dict[str, Unit] = {"update": "step", "example": "samples"}
    for unit in UNITS:
        singular = unit.removesuffix("s")
        english[singular] = english[_tr(unit).lower().removesuffix("s")] = unit
    found = english.get(plain) or english.get(plain.removesuffix("s"))
    if found is None:
        raise ValueError(_tr("“{0}” is no unit like steps or epochs").format(word))
    return found
