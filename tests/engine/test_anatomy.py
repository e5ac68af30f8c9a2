"""What is said of an optimizer's step makes the update that torch has made."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from msgspec.structs import replace
from numpy.typing import NDArray
from torch.optim._muon import _zeropower_via_newtonschulz as orthogonal

from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.optimizers.adam import Adam
from lrviz.catalog.optimizers.muon import Muon
from lrviz.catalog.optimizers.rmsprop import RMSprop
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.problems.digits import Digits
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.dissection import Dissection, Part
from lrviz.engine.anatomy import rectification
from lrviz.engine.inline import dissect
from lrviz.experiment import Experiment
from lrviz.run import Group, Run
from tests.engine.test_ensemble import flagged

SMALL = Digits(model=MLP(hidden=(12,), activation="Tanh"))
"""Whose weights fit a picture as they are: nothing is averaged."""
MATRICES = (Group("*.bias", frozen=True),)
STEPS = 12


def dissected(optimizer: Optimizer, step: int, schedule: Schedule | None = None) -> Dissection:
    groups = MATRICES if isinstance(optimizer, Muon) else ()
    return dissect(
        Experiment.of(Run("a", schedule, optimizer, groups=groups), problem=SMALL, steps=STEPS), step=step, device="cpu"
    )


def made(part: Part, optimizer: Optimizer, t: int, momentum: float | None = None) -> NDArray[np.float64]:
    """Give what an optimizer's own formula makes of its momentum, √v̂ and decay in update `t`, which is 1 at first."""
    assert part.gradient is not None
    own: dict[str, Any] = optimizer.arguments()
    apart = type(optimizer).__name__ in {"AdamW", "Muon"} or own.get("decoupled_weight_decay", False)
    decay = own.get("weight_decay", 0.0)
    descent = np.float64(-1 if own.get("maximize") else 1) * part.gradient
    descent += 0 if apart else decay * part.weight
    along = descent if part.momentum is None else part.momentum
    lr = part.lr / (1 + (t - 1) * own.get("lr_decay", 0.0))
    size: Any = 1.0 if part.root_v is None else part.root_v
    if isinstance(optimizer, RMSprop) and part.momentum is not None:
        size = 1.0  # it was divided before it was added up
    elif type(optimizer).__name__ == "RAdam" and part.root_v is not None:  # whose ε is rectified as well
        beta = own["betas"][1]
        size = size + own["eps"] / (np.sqrt(1 - beta**t) * (rectification(t, beta) or 1))
    elif type(optimizer).__name__ not in {"Adamax", "Adadelta", "RAdam", "SGD", "Muon"}:
        size = size + own["eps"]
    if isinstance(optimizer, Muon):
        along = (
            orthogonal(torch.tensor(along), optimizer.ns_coefficients, optimizer.ns_steps, optimizer.eps)
            .float()
            .numpy()
        )
        lr *= max(1, along.shape[0] / along.shape[1]) ** 0.5
    step: NDArray[np.float64] = -lr * along / size - (part.lr * decay * part.weight if apart else 0)
    return step


EXAMPLES = [each for cls in OPTIMIZERS if cls.__name__ != "Adadelta" for each in (cls.example(), flagged(cls))]


@pytest.mark.parametrize("step", [0, 1, 9])
@pytest.mark.parametrize(
    "optimizer", [*EXAMPLES, SGD(0.1, momentum=0.9), SGD(0.1, momentum=0.5, dampening=0.3)], ids=str
)
def test_every_part_of_an_update_is_the_one_it_was_made_of(optimizer: Optimizer, step: int) -> None:
    found = dissected(optimizer, step)
    for part in found.parts.values():
        if part.gradient is not None:
            scale = float(np.abs(part.update).max())
            np.testing.assert_allclose(
                part.update, made(part, optimizer, step + 1), rtol=1e-4, atol=1e-4 * scale + 5e-8
            )


def test_sgd_with_momentum_and_adam_are_what_the_lecture_writes() -> None:
    for part in dissected(SGD(0.1, momentum=0.9), 5).parts.values():
        assert part.momentum is not None
        assert part.root_v is None
        np.testing.assert_allclose(part.update, -0.1 * part.momentum, rtol=0, atol=1e-6)
    for part in dissected(Adam(0.01), 5).parts.values():
        assert part.momentum is not None
        assert part.root_v is not None
        np.testing.assert_allclose(part.update, -0.01 * part.momentum / (part.root_v + 1e-8), rtol=0, atol=1e-6)


@pytest.mark.parametrize("cls", OPTIMIZERS, ids=lambda cls: cls.__name__)
def test_an_update_is_what_lies_between_two_updates_bit_for_bit(cls: type[Optimizer]) -> None:
    now, then = dissected(flagged(cls), 3), dissected(flagged(cls), 4)
    for name, part in now.parts.items():
        assert (part.update == then.parts[name].weight - part.weight).all()
        assert (part.update != 0).any() or not part.requires_grad


def test_adadelta_is_divided_by_the_root_of_its_running_square() -> None:
    optimizer = next(cls for cls in OPTIMIZERS if cls.__name__ == "Adadelta").example()
    own = optimizer.arguments()
    for part in dissected(optimizer, 0).parts.values():
        assert part.gradient is not None
        assert part.root_v is not None
        expected = np.sqrt((1 - own["rho"]) * part.gradient.astype(np.float64) ** 2 + own["eps"])
        np.testing.assert_allclose(part.root_v, expected, rtol=1e-5)
        ratio = -part.update * part.root_v / part.lr  # √eps times the gradient: nothing was moved before
        np.testing.assert_allclose(ratio, own["eps"] ** 0.5 * part.gradient, rtol=1e-3, atol=1e-8)


def test_what_a_schedule_does_to_the_momentum_is_in_it() -> None:
    cycle = OneCycleLR(max_lr=0.02, total_steps=STEPS)
    adam = Adam(0.01, betas=(0.9, 0.99))
    for part in dissected(adam, 6, cycle).parts.values():
        assert part.momentum is not None
        assert part.root_v is not None
        assert part.lr != 0.01
        np.testing.assert_allclose(part.update, -part.lr * part.momentum / (part.root_v + 1e-8), rtol=0, atol=1e-6)
    still = CyclicLR(base_lr=0.01, max_lr=0.1, step_size_up=2, base_momentum=0.0, max_momentum=0.9)
    for part in dissected(SGD(0.1, momentum=0.9), 2, still).parts.values():  # at the top of the rate
        assert part.momentum is None
        assert part.gradient is not None
        np.testing.assert_allclose(part.update, -part.lr * part.gradient, rtol=1e-4, atol=1e-7)


def test_what_weight_decay_did_is_said_where_it_can_be_told_apart() -> None:
    by_kind = {
        str(each): dissected(each, 4).parts["0.weight"]
        for each in (
            SGD(0.1, weight_decay=0.1),
            SGD(0.1, momentum=0.9, weight_decay=0.1),
            Adam(0.01, weight_decay=0.1),
            Adam(0.01),
            Adam(0.01, weight_decay=0.1, decoupled_weight_decay=True),
            Muon(0.02, weight_decay=0.1),
        )
    }
    said = [part.decay is not None for part in by_kind.values()]
    assert said == [True, False, False, False, True, True]
    for part in by_kind.values():
        if part.decay is not None:
            np.testing.assert_allclose(part.decay, -part.lr * 0.1 * part.weight, rtol=1e-6)
            assert part.norms["decay"] == pytest.approx(float(np.linalg.norm(part.decay)), rel=1e-5)
    plain = by_kind[str(SGD(0.1, weight_decay=0.1))]
    assert plain.gradient is not None
    assert plain.decay is not None
    np.testing.assert_allclose(plain.update - plain.decay, -0.1 * plain.gradient, rtol=1e-3, atol=1e-6)


def test_radam_is_divided_once_its_square_is_known_well_enough() -> None:
    radam = next(cls for cls in OPTIMIZERS if cls.__name__ == "RAdam").example()
    assert [dissected(radam, step).parts["0.weight"].root_v is None for step in (0, 4, 5)] == [True, True, False]
    assert rectification(5, 0.999) is None
    assert rectification(10**5, 0.999) == pytest.approx(1, abs=1e-3)


def test_an_update_that_climbs_is_told_as_one() -> None:
    part = dissected(replace(SGD(0.1, momentum=0.9), maximize=True), 0).parts["0.weight"]
    assert part.momentum is not None
    assert part.gradient is not None
    np.testing.assert_array_equal(part.momentum, -part.gradient)
