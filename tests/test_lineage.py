"""Branches: whose rules hold when, their curves against torch, and what an experiment refuses of them."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from lrviz import SGD, AdamW, CosineAnnealingLR, Experiment, LambdaLR, OneCycleLR, Run, SpecError, StepLR
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.columns import columns
from lrviz.engine.build import build
from lrviz.engine.member import REFUSALS
from lrviz.run import Branch, Group
from tests.strategies import UNTOLD

STEPS, PER_EPOCH = 60, 7
OPTIMIZERS: tuple[Optimizer, ...] = (SGD(lr=0.3, momentum=0.9), AdamW(lr=0.02), SGD(lr=0.1))
GROUPS = (Group("*.bias", lr=0.05), Group("0.*", frozen=True))


def experiment(*runs: Run) -> Experiment:
    return Experiment.of(*runs, steps=STEPS, batch_size=32, examples=32 * PER_EPOCH)


def branched(parent: Run, step: int = 20, **own: Any) -> Experiment:
    own = {"scheduler": "continues", **own}
    branch = Branch(parent.name, step, own.pop("scheduler"))
    return experiment(parent, replace(parent, name="child", branch=branch, **own))


def stepped(plan: Experiment, run: Run, count: int, loop: int) -> tuple[list[list[float]], list[float], bool]:
    """Give a run's rates and momenta in a loop that begins at `loop`, its scheduler having stepped `count` times."""
    tensors = [torch.zeros(1, requires_grad=True) for _ in run.rates()]
    optimizer = build(
        run.optimizer, [{"params": [one], "lr": lr} for one, lr in zip(tensors, run.rates(), strict=True)]
    )
    rates: list[list[float]] = []
    momenta: list[float] = []
    try:
        scheduler: Any = run.schedule and build(run.schedule, optimizer)
        for _ in range(count if scheduler else 0):
            scheduler.step()
        for t in range(loop, STEPS):
            held = optimizer.param_groups[0]
            rates.append([group["lr"] for group in optimizer.param_groups])
            momenta.append(held["betas"][0] if "betas" in held else held["momentum"])
            if scheduler and (t + 1) % plan.updates_per_step(run) == 0:
                scheduler.step()
    except REFUSALS:
        return rates, momenta, True
    return rates, momenta, False


schedules = st.none() | st.sampled_from([cls for cls in UNTOLD if cls is not Resumed]).flatmap(
    lambda cls: st.sampled_from([cls.fitted(STEPS, 0.3), cls.fitted(STEPS // 4, 0.3), cls.example()])
)
runs = st.builds(
    Run,
    st.just("parent"),
    schedules,
    st.sampled_from(OPTIMIZERS),
    groups=st.sampled_from(((), GROUPS)),
    stepped=st.sampled_from(("batch", "epoch")),
)


@given(parent=runs, child=runs, step=st.integers(1, STEPS - 1), way=st.sampled_from(("continues", "starts")))
@settings(max_examples=40, deadline=None)
def test_a_branchs_curve_is_what_torch_does(parent: Run, child: Run, step: int, way: Any) -> None:
    plan = experiment(parent, replace(child, name="child", branch=Branch("parent", step, way)))
    warnings.simplefilter("ignore")
    head, early, ended = stepped(plan, plan.runs[0], 0, 0)
    own = plan.runs[1]
    count = step // plan.updates_per_step(own) if way == "continues" else 0
    tail, late, _ = ([], [], False) if ended and len(head) < step else stepped(plan, own, count, step)
    rates = [each[0] for each in (*head[:step], *tail)]
    finite = np.isfinite(rates)
    length = len(rates) if finite.all() else int(finite.argmin())
    curve = plan.curve(1, range(STEPS))
    scale = np.abs(rates[:length]).max(initial=0)
    assert (len(curve) == length) or (own.groups or parent.groups)  # another group may end before the first does
    np.testing.assert_allclose(curve.lr, rates[: len(curve)], rtol=1e-9, atol=1e-12 * scale)
    momenta = np.zeros(len(curve)) if curve.momentum is None else curve.momentum
    np.testing.assert_allclose(momenta, [*early[:step], *late][: len(curve)], rtol=1e-9, atol=1e-12)
    assert (curve.error is None) == (len(curve) == STEPS)


@given(parent=runs, child=runs, step=st.integers(1, STEPS - 1), data=st.data())
@settings(max_examples=15, deadline=None)
def test_any_update_of_a_branch_can_be_asked_for_in_any_order(
    parent: Run, child: Run, step: int, data: st.DataObject
) -> None:
    plan = experiment(parent, replace(child, name="child", branch=Branch("parent", step)))
    whole = plan.curve(1, range(STEPS))
    asked = np.array(data.draw(st.lists(st.integers(0, max(len(whole) - 1, 0)))), np.int64)
    if len(whole):
        found = plan.curve(1, asked)
        np.testing.assert_array_equal(found.lrs, whole.lrs[:, asked])


def test_before_the_fork_the_groups_of_the_parent_hold() -> None:
    plan = branched(Run("parent", StepLR(10), SGD(lr=0.3)), groups=GROUPS)
    curve = plan.curve(1, [0, 19, 20])
    np.testing.assert_allclose(curve.lrs, [[0.3, 0.03, 0.003], [0.3, 0.03, 0.0005]])


def test_a_branch_amid_an_epoch_steps_with_the_loops_epochs() -> None:
    plan = branched(Run("parent", None, SGD(lr=0.5)), 10, schedule=StepLR(1), stepped="epoch", scheduler="starts")
    curve = plan.curve(1, range(STEPS))
    assert curve.lr[9:14].tolist() == [0.5] * 5  # the epoch ends at update 14
    assert curve.lr[14] == pytest.approx(0.05)
    assert plan.update_at(plan.runs[1], 1) == 14
    assert plan.scheduler_steps(plan.runs[1]) == 59 // PER_EPOCH - 10 // PER_EPOCH + 1


def test_a_branch_has_no_rates_where_its_parent_has_none() -> None:
    plan = branched(Run("parent", OneCycleLR(0.5, 8), SGD(lr=0.1)), 20, schedule=None)
    for at in (range(STEPS), [50, 3]):
        curve = plan.curve(1, at)
        assert curve.error is not None
        assert "total steps is 8" in curve.error
        assert len(curve) == (9 if len(at) > 2 else 0)
    early = branched(Run("parent", OneCycleLR(0.5, 20), SGD(lr=0.1)), 20, schedule=None)
    assert len(early.curve(1, range(STEPS))) == STEPS


def test_a_formula_without_a_value_before_the_fork_never_comes_so_far() -> None:
    plan = branched(Run("parent", None, SGD(lr=0.1)), 20, schedule=LambdaLR("1 / (t - 5)"))
    curve = plan.curve(1, range(STEPS))
    assert len(curve) == 20
    assert curve.error == "ZeroDivisionError: division by zero"
    assert len(plan.curve(1, [40, 3])) == 0
    later = branched(Run("parent", None, SGD(lr=0.1)), 20, schedule=LambdaLR("1 / (t - 50)"))
    assert len(later.curve(1, range(STEPS))) == 50
    drawn = columns(plan, plan.runs[1], 0, STEPS - 1, 7)
    assert drawn.error == curve.error
    assert drawn.x[-1] < 20


def test_a_grandchild_has_three_stretches() -> None:
    root = Run("root", None, SGD(lr=1))
    child = Run("child", None, SGD(lr=2), branch=Branch("root", 10))
    plan = experiment(root, child, Run("grandchild", None, SGD(lr=3), branch=Branch("child", 30)))
    assert plan.curve(2, [0, 9, 10, 29, 30, 59]).lr.tolist() == [1, 1, 2, 2, 3, 3]
    assert [run.name for run in plan.lineage(plan.runs[2])] == ["root", "child", "grandchild"]
    assert plan.parent(plan.runs[2]) == plan.runs[1]
    assert plan.parent(root) is None
    assert [run.name for run in plan.branches(root)] == ["child", "grandchild"]


@pytest.mark.parametrize(
    ("child", "words"),
    [
        (Run("b", branch=Branch("x", 3)), "runs[1].branch.run must be the name of another run"),
        (Run("b", branch=Branch("aa", 3)), "the nearest is a"),
        (Run("b", branch=Branch("b", 3)), "must be another run"),
        (Run("b", branch=Branch("a", STEPS)), "runs[1].branch.step must be less than 60, the updates of the plan"),
    ],
)
def test_an_impossible_branch_is_refused_by_name(child: Run, words: str) -> None:
    with pytest.raises(SpecError) as refused:
        experiment(Run("a"), child)
    assert words in str(refused.value)


def test_no_run_comes_from_itself_and_none_leaves_before_its_parent_does() -> None:
    with pytest.raises(SpecError, match="a run that doesn’t branch off 'a' itself"):
        experiment(Run("a", branch=Branch("b", 3)), Run("b", branch=Branch("a", 3)))
    with pytest.raises(SpecError, match=r"at least 9, where 'b' leaves 'a'"):
        experiment(Run("a"), Run("b", branch=Branch("a", 9)), Run("c", branch=Branch("b", 8)))


def test_what_the_parent_does_makes_another_result_and_what_it_is_called_does_not() -> None:
    plan = branched(Run("parent", StepLR(10)))
    before = plan.fingerprint(plan.runs[1])
    again = plan.renamed(plan.runs[0], "mother")
    assert again.runs[1].branch == Branch("mother", 20)
    assert again.fingerprint(again.runs[1]) == before
    changed = replace(plan, runs=(replace(plan.runs[0], schedule=StepLR(11)), plan.runs[1]))
    assert changed.fingerprint(changed.runs[1]) != before
    moved = branched(Run("parent", StepLR(10)), 21)
    assert moved.fingerprint(moved.runs[1]) != before
    assert plan.fingerprint(plan.runs[0]) != before


def test_a_run_goes_with_its_branches() -> None:
    plan = branched(Run("parent", StepLR(10)))
    more = replace(plan, runs=(*plan.runs, Run("other"), Run("grandchild", branch=Branch("child", 30))))
    assert [run.name for run in more.without(more.runs[0]).runs] == ["other"]
    assert [run.name for run in more.without(more.runs[1]).runs] == ["parent", "other"]


@given(steps=st.integers(1, STEPS), step=st.integers(1, STEPS - 1))
def test_in_a_miniature_a_branch_leaves_at_its_share_of_the_plan(steps: int, step: int) -> None:
    plan = experiment(Run("a"), Run("b", CosineAnnealingLR(STEPS), branch=Branch("a", step, "starts")))
    small = plan.miniature(steps)
    if steps == 1:
        assert small.runs[1] == replace(small.runs[0], name="b", colour=small.runs[1].colour)
    else:
        branch = small.runs[1].branch
        assert branch is not None
        assert 1 <= branch.step < steps
        assert abs(branch.step - step * steps / STEPS) <= 1
    off = 1.0 if small.runs[1].branch is None else abs(step * steps / STEPS / small.runs[1].branch.step - 1)
    assert off < 0.051 or ("b", "branch.step") in plan.rounded(steps)
    assert off > 0.049 or ("b", "branch.step") not in plan.rounded(steps)
