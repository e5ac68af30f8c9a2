"""What an optimizer says an update is made of, reckoned in the numbers that torch had for it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import lrviz
from lrviz import MLP, SGD, Adam, AdamW, Digits, Experiment, NAdam, RAdam, RMSprop, Run
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.ui.views.anatomy import formula

UNSAID = ("Muon", "Adadelta")
"""Their formulas name what no picture shows: an orthogonal matrix, and the size of past updates."""
VARIANTS = (
    SGD(lr=0.1, momentum=0.9),
    SGD(lr=0.1, momentum=0.9, nesterov=True),
    SGD(lr=0.1, weight_decay=0.1),
    SGD(lr=0.1, maximize=True),
    Adam(weight_decay=0.1),
    Adam(amsgrad=True),
    Adam(weight_decay=0.1, decoupled_weight_decay=True),
    AdamW(weight_decay=0.1),
    AdamW(weight_decay=0.0),
    NAdam(weight_decay=0.1, decoupled_weight_decay=True),
    RAdam(betas=(0.9, 0.9)),
    RMSprop(momentum=0.9),
    RMSprop(centered=True),
)
PYTHON = {"−": "-", "·": "*", "m̂": "m", "√v̂": "v", "√v": "v", "ε": "eps", "λ": "decay"}


@pytest.mark.parametrize("step", [0, 7])
@pytest.mark.parametrize(
    "optimizer",
    [*(cls() for cls in OPTIMIZERS if cls.__name__ not in UNSAID), *VARIANTS],
    ids=lambda optimizer: repr(optimizer)[:60],
)
def test_the_formula_gives_the_update_that_torch_made(optimizer: Optimizer, step: int) -> None:
    problem = Digits(model=MLP(hidden=(4,)))
    plan = Experiment.of(Run("a", optimizer=optimizer), problem=problem, steps=8, batch_size=16)
    part = lrviz.dissect(plan, step=step).parts["2.weight"]
    said = formula(optimizer, [part]).removeprefix("Δw = ").split(" = ")[0]
    for symbol, name in PYTHON.items():
        said = said.replace(symbol, name)
    numbers: dict[str, Any] = {
        "lr": part.lr,
        "g": part.gradient,
        "m": part.momentum,
        "v": part.root_v,
        "u": part.root_v,
        "w": part.weight,
        "eps": getattr(optimizer, "eps", None),
        "decay": getattr(optimizer, "weight_decay", None),
    }
    update = eval(said, {}, numbers)  # noqa: S307 - a formula of the catalog's own
    # an update is the difference of two weights in float32
    np.testing.assert_allclose(update, part.update, rtol=1e-3, atol=2e-7 * float(np.abs(part.weight).max()))
