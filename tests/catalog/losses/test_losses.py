"""Every loss: what numpy says of it is what torch computes and differentiates, for each task it fits."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from lrviz import Digits, SpecError
from lrviz.catalog.loss import Loss
from lrviz.catalog.losses import LOSSES
from lrviz.catalog.losses.bce_with_logits_loss import BCEWithLogitsLoss
from lrviz.catalog.losses.cross_entropy_loss import CrossEntropyLoss
from lrviz.catalog.losses.custom_loss import CustomLoss
from lrviz.catalog.losses.focal_loss import FocalLoss
from lrviz.catalog.losses.height import Height
from lrviz.catalog.losses.huber_loss import HuberLoss
from lrviz.catalog.losses.mse_loss import MSELoss
from lrviz.catalog.losses.rank_net_loss import RankNetLoss
from lrviz.catalog.losses.smooth_l1_loss import SmoothL1Loss
from lrviz.catalog.quantity import BY_TASK, QUANTITIES, example, measured, shapes
from lrviz.catalog.task import Task
from lrviz.catalog.yardsticks import YARDSTICKS
from lrviz.engine import losses as modules
from lrviz.engine.build import build
from lrviz.engine.criterion import Criterion
from tests.strategies import specs

PAIRS = [(cls, task) for cls in LOSSES for task in cls.uses]
OUTPUTS: dict[Task, int] = {"classes": 4, "binary": 1, "values": 1, "ranking": 1, "surface": 1}


def examples(task: Task, seed: int, n: int = 6) -> tuple[NDArray[np.float64], NDArray[Any]]:
    """Draw outputs and targets of a task."""
    draw = np.random.default_rng(seed)
    if task == "ranking":
        return 2 * draw.normal(size=(n, 5, 1)), draw.integers(0, 4, (n, 5)).astype(np.float64)
    output = 2 * draw.normal(size=(n, OUTPUTS[task]))
    if task == "surface":
        return output, np.zeros(n)
    if task == "values":
        return output, draw.normal(size=n)
    return output, draw.integers(0, 4 if task == "classes" else 2, n)


def criterion(loss: Loss, task: Task) -> Criterion:
    module = build(loss).double()
    return Criterion(module, loss.uses[task], OUTPUTS[task])


def of_torch(loss: Loss, task: Task, output: torch.Tensor, target: NDArray[Any]) -> torch.Tensor:
    made = criterion(loss, task)
    encoded = made.encoded(torch.from_numpy(target))
    return made(output, encoded.double() if encoded.is_floating_point() else encoded)


def unweighted(loss: Loss) -> bool:
    """Whether the batch's mean is the mean of the examples' losses; torch divides class weights out."""
    return not isinstance(loss, CrossEntropyLoss) or loss.weight is None


@pytest.mark.parametrize(("cls", "task"), PAIRS, ids=lambda part: getattr(part, "__name__", part))
@settings(max_examples=60)
@given(data=st.data(), seed=st.integers(0, 2**32 - 1))
def test_a_loss_is_torchs(cls: type[Loss], task: Task, data: st.DataObject, seed: int) -> None:
    loss = data.draw(specs(cls))
    if loss.unfit(task, OUTPUTS[task]):
        return
    output, target = examples(task, seed)
    found = loss.each(output, target)
    assert found.shape == (len(output),)
    expected = float(of_torch(loss, task, torch.from_numpy(output), target))
    if unweighted(loss):
        assert np.mean(found) == pytest.approx(expected, rel=1e-6, abs=1e-9, nan_ok=True)
    else:
        weight = np.asarray(loss.weight)[target]  # type: ignore[attr-defined]
        if weight.sum() > 0:
            assert found.sum() / weight.sum() == pytest.approx(expected, rel=1e-6, abs=1e-9)


SMOOTH = [
    CrossEntropyLoss(), CrossEntropyLoss(label_smoothing=0.1), CrossEntropyLoss(weight=(1, 2, 0.5, 3)), FocalLoss(),
    FocalLoss(gamma=0.5, alpha=0.25), BCEWithLogitsLoss(), BCEWithLogitsLoss(pos_weight=5.0), MSELoss(), HuberLoss(),
    SmoothL1Loss(beta=0.3), RankNetLoss(sigma=2.0), CustomLoss("-(1 - p)**2 * log(p)"), CustomLoss("r**2 / (1 + r**2)"),
    CustomLoss("exp(-d)"), CustomLoss("log(1 + exp(-m))"),
    *(cls.example() for cls in LOSSES if cls.example() not in (FocalLoss(), CrossEntropyLoss())),
]  # fmt: skip


@pytest.mark.parametrize("loss", SMOOTH, ids=str)
def test_the_push_is_torchs_gradient(loss: Loss) -> None:
    for task in loss.uses:
        for name in BY_TASK[task]:
            if loss.unfit(task, OUTPUTS[task]):
                continue
            quantity = QUANTITIES[name]
            x = np.linspace(quantity.low, quantity.high, 41)[1:-1] + 0.0123  # between kinks
            for shape in shapes(loss, name, x, OUTPUTS[task]):
                output, target = example(name, x, OUTPUTS[task], shape.right)
                given = torch.from_numpy(output).requires_grad_()
                losses = torch.stack([of_torch(loss, task, given[i : i + 1], target[i : i + 1]) for i in range(len(x))])
                losses.sum().backward()
                assert given.grad is not None
                gradient = np.moveaxis(given.grad.numpy(), 0, -1)[_place(name, OUTPUTS[task], shape.right)]
                sign = 1 if name == "r" or (task == "binary" and shape.right == 0) else -1
                weight = loss.weight[shape.right] if isinstance(loss, CrossEntropyLoss) and loss.weight else 1.0
                np.testing.assert_allclose(shape.push, weight * sign * gradient, rtol=2e-5, atol=1e-8)


def _place(name: str, outputs: int, right: int) -> tuple[int, ...]:
    return (0, 0) if name == "d" else (right,) if outputs > 1 else (0,)


@pytest.mark.parametrize("task", list(BY_TASK))
@given(seed=st.integers(0, 10**6))
def test_an_example_of_a_quantity_measures_as_it(task: Task, seed: int) -> None:
    for name in BY_TASK[task]:
        quantity = QUANTITIES[name]
        x = np.random.default_rng(seed).uniform(quantity.low, quantity.high, 9)
        for right in range(2):
            np.testing.assert_allclose(measured(name, *example(name, x, OUTPUTS[task], right)), x, atol=1e-12)


def test_a_loss_that_weighs_classes_apart_has_two_shapes_and_others_one() -> None:
    x = np.linspace(0.1, 0.9, 5)
    assert len(shapes(CrossEntropyLoss(), "p", x, 4)) == 1
    assert [shape.right for shape in shapes(CrossEntropyLoss(weight=(1, 2, 0.5, 3)), "p", x, 4)] == [3, 2]
    assert [shape.right for shape in shapes(BCEWithLogitsLoss(pos_weight=5.0), "p", x, 1)] == [1, 0]
    assert len(shapes(FocalLoss(gamma=2.0), "p", x, 1)) == 1


@pytest.mark.parametrize("task", list(YARDSTICKS))
def test_every_task_has_a_yardstick_that_fits_and_a_few_losses_to_choose_from(task: Task) -> None:
    assert not YARDSTICKS[task].unfit(task, OUTPUTS[task])
    assert sum(task in cls.uses for cls in LOSSES) >= 5 or task == "surface"


def test_a_surface_has_its_height_for_a_loss_and_no_other() -> None:
    assert [cls.__name__ for cls in LOSSES if not cls.fitted("surface").unfit("surface", 1)] == ["Height"]
    for task, outputs in OUTPUTS.items():
        assert bool(Height().unfit(task, outputs)) == (task != "surface")
    assert CustomLoss("r**2").unfit("surface", 1) == (
        "CustomLoss is for several classes, yes or no, a number or an order of documents; "
        "these data ask for a low place on a surface"
    )


def test_a_loss_that_does_not_fit_says_why() -> None:
    digits = Digits()
    said = HuberLoss().unfit(digits.task, digits.outputs)
    assert said == "HuberLoss is for a number or an order of documents; these data ask for several classes"
    assert CrossEntropyLoss(weight=(1, 2)).unfit("classes", 10) == "weight has 2 values; these data have 10 classes"
    assert CustomLoss("r**2").unfit("classes", 10) == (
        "CustomLoss uses r; data that ask for several classes have p and m"
    )


@pytest.mark.parametrize(
    ("formula", "why"),
    [
        ("x + 1", "`x` isn’t allowed"),
        ("3", "uses p, m, r or d"),
        ("p + 1 / 0", "division by zero"),
        ("__import__('os')", "isn’t allowed"),
        ("p.detach()", "isn’t allowed"),
        ("", "text"),
        ("torch.load(p)", "isn’t allowed"),
    ],
)
def test_a_bad_formula_is_refused_by_name(formula: str, why: str) -> None:
    with pytest.raises(SpecError, match=r"CustomLoss\(formula=") as refused:
        CustomLoss(formula)
    assert why in str(refused.value)


@pytest.mark.parametrize(
    "formula",
    ["max(0, 1 - m)", "0 if m > 1 else (1 - m)**2", "min(m, 3, p)", "m > 0 and p", "not m", "abs(m) // 2 + m % 3",
     "pow(p, 2) - log(p, 2)", "log(2, p)", "1 < m <= 2", "max(2, 3) * p", "int(m) + float(m)", "tanh(m) + round(m)"],
)  # fmt: skip
def test_a_formula_means_the_same_in_numpy_and_torch(formula: str) -> None:
    output, target = examples("classes", 3, 40)
    loss = CustomLoss(formula)
    found = of_torch(loss, "classes", torch.from_numpy(output), target)
    assert float(found) == pytest.approx(float(loss.each(output, target).mean()), rel=1e-7)


def test_a_jump_has_no_slope() -> None:
    [shape] = shapes(CustomLoss("1 if p < 0.5 else p**2"), "p", np.array([0.2, 0.5, 0.8]), 1)[:1]
    assert shape.push[0] == 0
    assert shape.push[1:] == pytest.approx([-2 * p * p * (1 - p) for p in (0.5, 0.8)], rel=1e-3)


def test_a_probability_of_nothing_still_has_a_logarithm_and_a_gradient() -> None:
    output = torch.tensor([[-1e4, 0.0]], requires_grad=True)
    build(CustomLoss("-log(p)"))(output, torch.tensor([0])).backward()
    assert output.grad is not None
    assert torch.isfinite(output.grad).all()


def test_focal_loss_has_a_gradient_where_all_is_right() -> None:
    output = torch.tensor([[100.0, 0.0]], requires_grad=True)
    build(FocalLoss(gamma=0.5))(output, torch.tensor([0])).backward()
    assert output.grad is not None
    assert torch.isfinite(output.grad).all()


@pytest.mark.parametrize("task", ["classes", "binary"])
def test_focal_loss_is_reduced_as_torchs_losses_are(task: Task) -> None:
    numbers, classes = examples(task, 3)
    output, target = torch.from_numpy(numbers), torch.from_numpy(classes)
    each = modules.FocalLoss(1.5, 0.3, reduction="none")(output, target)
    np.testing.assert_allclose(each, FocalLoss(1.5, 0.3).each(numbers, classes), rtol=1e-9)
    assert torch.equal(modules.FocalLoss(1.5, 0.3)(output, target), each.mean())
    assert torch.equal(modules.FocalLoss(1.5, 0.3, reduction="sum")(output, target), each.sum())
