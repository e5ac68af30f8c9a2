"""What holds for all rules that look at a run: they raise nothing, their numbers hold, and their fixes are ones."""

from __future__ import annotations

import re
from dataclasses import replace
from graphlib import TopologicalSorter

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import lrviz
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules import SCHEDULES
from lrviz.rules.fixes import standing
from lrviz.rules.linter import judged, rules
from lrviz.rules.rule import Case
from lrviz.run import Run
from tests.rules.judging import case_of
from tests.strategies import parts, resumed, specs

OF_RUNS = [rule for rule in rules() if rule.at is Case]
RATE = r"([\d.e+-]+)"
AT = [
    re.compile(rf"(?:to|at|is) {RATE}(?: or less)? (?:at|from) step (\d+)"),
    re.compile(rf"(?:ends at) {RATE} (?:at) step (\d+)"),
]
COMPARED = [
    re.compile(rf"{RATE} (?:instead of|and not|and not at) {RATE}"),
    re.compile(rf"from {RATE} to {RATE}"),
    re.compile(rf"={RATE} is above (?:max_lr=|the learning rate of ){RATE}"),
    re.compile(rf"the learning rate {RATE}, and {RATE} was meant"),
]
JUMP = re.compile(rf"at step (\d+) the learning rate jumps from {RATE} to {RATE}")


def schedules() -> st.SearchStrategy[Schedule | None]:
    plain = st.sampled_from(SCHEDULES).flatmap(specs)
    fitted = st.sampled_from(SCHEDULES).flatmap(_fitted)
    return st.none() | plain | parts() | resumed() | fitted | fitted


def _fitted(cls: type[Schedule]) -> st.SearchStrategy[Schedule]:
    return st.builds(cls.fitted, st.integers(1, 10_000), st.sampled_from((1e-5, 1e-3, 0.1, 1.0)))


def optimizers() -> st.SearchStrategy[Optimizer]:
    return st.sampled_from(OPTIMIZERS).flatmap(specs) | st.just(lrviz.SGD(lr=0.1, momentum=0.9))


def cases() -> st.SearchStrategy[Case]:
    """Draw runs in plans; many are made for another length than the plan's, as mistakes are."""
    return st.builds(
        case_of,
        schedules(),
        optimizers(),
        steps=st.integers(1, 80) | st.integers(1, 10_000) | st.just(10**9),
        epoch=st.integers(1, 400),
        stepped=st.sampled_from(("batch", "epoch")),
    )


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_no_rule_raises_its_numbers_are_the_curve_s_and_its_fix_is_no_longer_found(case: Case) -> None:
    for rule in OF_RUNS:
        for one in judged(case, [rule]):
            assert one.message, rule.id
            for pattern in AT:
                for rate, step in pattern.findall(one.message):
                    assert rate == f"{case.rates([int(step)])[0]:.3g}", one.message
            for step, before, after in JUMP.findall(one.message):
                rates = case.rates(np.array([int(step) - 1, int(step)]))
                assert [before, after] == [f"{rate:.3g}" for rate in rates], one.message
            if one.fix is not None:
                again = [other for other in rule(replace(case, run=one.fix)) if other.field == one.field]
                assert again == []


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_numbers_that_are_compared_differ_and_a_fix_makes_nothing_else_wrong(case: Case) -> None:
    found = judged(case, rules())
    for one in found:
        for pattern in COMPARED:
            for number, other in pattern.findall(one.message):
                assert number != other, one.message
        if one.fix is not None:
            after = judged(replace(case, run=one.fix), rules())
            assert not [new for new in after if (new.rule, new.field) == (one.rule, one.field)]
            new = [new for new in after if new.rule not in {known.rule for known in found}]
            assert not [each for each in new if _changed(case.run, one.fix, each.field)]


def _changed(before: Run, after: Run, field: str) -> bool:
    return bool(standing(before, field) != standing(after, field))


def test_no_two_rules_cover_each_other() -> None:
    """Else a run with both mistakes would be told of neither."""
    covers: dict[str, set[str]] = {}
    for rule in OF_RUNS:
        covers.setdefault(rule.id, set()).update(rule.covers)
    assert covers["LR101"]
    TopologicalSorter(covers).prepare()


@pytest.mark.parametrize("rule", OF_RUNS, ids=lambda rule: f"{rule.id} {rule.title}")
def test_without_a_plan_nothing_that_depends_on_its_length_is_found(rule: lrviz.rules.rule.Rule) -> None:
    for cls in SCHEDULES:
        case = replace(case_of(cls.fitted(100, 0.1)), steps=None, updates_per_epoch=None)
        assert [*rule(case)] == []
