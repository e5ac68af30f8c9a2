"""Every card has its parts, and its formula gives what the class gives, or what torch does."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
import torch

from lrviz.catalog.cards import CLASSES, Card, cards, find
from lrviz.catalog.composite import Composite
from lrviz.catalog.loss import Loss
from lrviz.catalog.losses import LOSSES
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.quantity import QUANTITIES, measured
from lrviz.catalog.recipe import Recipe
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules import SCHEDULES
from lrviz.catalog.signal import Signal
from lrviz.catalog.signals import SIGNALS
from lrviz.catalog.surface import Surface
from lrviz.catalog.surfaces import SURFACES
from lrviz.engine.build import build
from lrviz.errors import LrvizError
from lrviz.rules.linter import rules
from lrviz.spec import fields

PROSE = frozenset(
    {
        "CosineAnnealingWarmRestarts",
        "CosineLRScheduler",
        "Knots",
        "LambdaLR",
        "MultiStepLR",
        "MultiStepLRScheduler",
        "MultiplicativeLR",
        "PolyLRScheduler",
        "TanhLRScheduler",
        "WSDS",
    }
)
"""Schedules whose formula has a name that only its words define, or a function: it is read, not reckoned."""
SUMS = frozenset(
    ("CustomLoss", "Height", "KLDivLoss", "LambdaRankLoss", "ListNetLoss", "MultiMarginLoss", "SoftmaxGainLoss")
)
"""Losses that sum over classes or documents, or have a formula of a person's own."""
OUR_OWN = frozenset({"CustomLoss", "Height", "Resumed"})
WORDS: dict[str, Any] = {
    **{name: getattr(math, name) for name in ("cos", "sin", "exp", "log", "sqrt", "tanh", "pi", "e")},
    "abs": abs,
    "min": min,
    "max": max,
}


def reckoned(formula: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Reckon the lines of a formula one after the other; give all names."""
    names = {**WORDS, **values}
    exec(formula, names)  # noqa: S102 - our own docstrings
    return names


@pytest.mark.parametrize("card", cards(), ids=lambda card: card.name)
def test_every_card_has_its_parts(card: Card) -> None:
    told = card.manual
    assert told.summary.endswith(".")
    assert told.when.endswith((".", "?"))
    assert told.mistake.endswith(".")
    assert card.sources or card.kind in {"view", "problem", "model", "surface", "signal"} or card.key in OUR_OWN
    composed = card.cls is not None and issubclass(card.cls, Composite)
    assert bool(card.formula) is (card.kind not in {"problem", "model", "view"} and not composed)
    for text in told.texts:
        assert "  " not in text
        assert "Formula" not in text or card.key == "CustomLoss"


def test_rules_that_a_mistake_names_are_there() -> None:
    known = {rule.id for rule in rules()}
    named = {rule for card in cards() for rule in card.manual.rules}
    assert len(named) > 8
    assert named <= known


@pytest.mark.parametrize("cls", [cls for cls in SCHEDULES if not (cls.listens or issubclass(cls, Composite))])
def test_a_schedule_s_formula_gives_its_rates(cls: type[Schedule]) -> None:
    if cls.__name__ in PROSE:
        return
    schedule = cls.example()
    known = schedule.names() if isinstance(schedule, Recipe) else schedule.arguments()
    known = {"r": known.get("min_lr_rate"), **known, "lr": 0.4}
    rates = [reckoned(cls.manual().formula, {**known, "t": t})["rate"] for t in range(130)]
    expected = schedule.at(np.arange(130), 0.4)
    there = np.isfinite(expected)
    np.testing.assert_allclose(np.array(rates)[there], expected[there], rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("cls", [cls for cls in LOSSES if cls.__name__ not in SUMS])
def test_a_loss_s_formula_gives_its_losses(cls: type[Loss]) -> None:
    loss = cls.example()
    task = next(iter(cls.uses))
    rng = np.random.default_rng(0)
    output, target = {
        "classes": (rng.normal(size=(9, 4)), rng.integers(0, 4, 9)),
        "binary": (rng.normal(size=(9, 1)), rng.integers(0, 2, 9)),
        "values": (3 * rng.normal(size=(9, 1)), rng.normal(size=9)),
        "ranking": (rng.normal(size=(9, 2, 1)), np.tile([1.0, 0.0], (9, 1))),
        "surface": (rng.normal(size=(9, 1)), np.zeros(9)),
    }[task]
    own = {field.name: getattr(loss, field.name) for field in fields(cls)}
    found = []
    for i in range(9):
        one = output[i : i + 1], target[i : i + 1]
        known: dict[str, Any] = {str(name): float(measured(name, *one)[0]) for name in QUANTITIES if _is_of(name, task)}
        found.append(reckoned(cls.manual().formula, {**known, **own})["loss"])
    np.testing.assert_allclose(found, loss.each(output, target), rtol=1e-9)


def _is_of(name: str, task: str) -> bool:
    return name in {"classes": "pm", "binary": "pm", "values": "r", "ranking": "d", "surface": ""}[task]


@pytest.mark.parametrize("cls", [cls for cls in OPTIMIZERS if cls.__name__ != "Muon"])
def test_an_optimizer_s_formula_is_what_torch_does(cls: type[Optimizer]) -> None:
    own = {field.name: getattr(cls.example(), field.name) for field in fields(cls)}
    own |= (
        {"lr": 0.05}
        | ({"momentum": 0.9} if "momentum" in own else {})
        | ({"lr_decay": 0.1} if "lr_decay" in own else {})
    )
    made = cls(**own)
    weight = torch.tensor([1.5], dtype=torch.float64, requires_grad=True)
    optimizer = build(made, [weight])
    names: dict[str, Any] = {"w": 1.5, "m": 0.0, "v": 0.0, "u": 0.0, "k": 1.0, **own}
    if "betas" in own:
        names |= dict(zip(("beta1", "beta2"), own["betas"], strict=True))
    for t in range(1, 12):
        weight.grad = torch.cos(3 * weight.detach())
        optimizer.step()
        names = reckoned(cls.manual().formula, {**names, "g": math.cos(3 * names["w"]), "t": t})
        assert names["w"] == pytest.approx(weight.item(), rel=1e-7)


@pytest.mark.parametrize("cls", SURFACES)
def test_a_surface_s_formula_gives_its_heights(cls: type[Surface]) -> None:
    surface = cls.example()
    own = {field.name: getattr(surface, field.name) for field in fields(cls)}
    for x, y in ((0.3, -1.2), (2.5, 1.0)):
        height = reckoned(cls.manual().formula, {**own, "x": x, "y": y})["height"]
        assert cls.__name__ == "Formula" or height == pytest.approx(float(surface.at(x, y)))


@pytest.mark.parametrize("cls", SIGNALS)
def test_a_signal_s_formula_gives_its_values(cls: type[Signal]) -> None:
    own = {field.name: getattr(cls.example(), field.name) for field in fields(cls)}
    if "noise" not in own:
        return
    signal = cls(**{**own, "noise": 0.0})
    for share in (0.1, 0.5, 0.9):
        value = reckoned(cls.manual().formula, {**own, "share": share})["value"]
        assert value == pytest.approx(float(signal.at(np.array([share]))[0]))


def test_a_card_is_found_by_name_and_by_its_library_s() -> None:
    assert find("steplr").name == "StepLR"
    assert find("get_wsd_schedule").name == "WSDSchedule"
    assert find("LR finder").key == "finder"
    with pytest.raises(LrvizError, match="the nearest is CosineAnnealingLR"):
        find("CossineAnnealingLR")


def test_every_class_has_a_card() -> None:
    assert {card.cls for card in cards()} >= {cls for classes in CLASSES.values() for cls in classes}
    assert len({card.key.lower() for card in cards()}) == len(cards()), "found by name"
