"""Every rule's manual is its fixture: what it calls bad is found, and what it calls good is not."""

from __future__ import annotations

import ast
import re

import pytest

from lrviz.catalog import schedules
from lrviz.engine.inline import train
from lrviz.errors import Finding
from lrviz.experiment import Experiment
from lrviz.rules.linter import lint, rules
from lrviz.rules.rule import Example, Rule
from lrviz.run import Run
from lrviz.source.text.spots import patched
from lrviz.source.write import code

OF_EXAMPLES = pytest.mark.parametrize(
    ("rule", "example"),
    [(rule, one) for rule in rules() for one in rule.examples],
    ids=lambda value: getattr(value, "id", ""),
)


def found(rule: Rule, example: Example) -> list[Finding]:
    """Lint a text of a manual, raced first where it says so; what no text can say is written as the schedule it is."""
    if example.raced:
        experiment = Experiment.of(example.text, steps=example.steps, probe=True, validate_every=1)
        all_found = lint(experiment, result=train(experiment, device="cpu"))
    elif example.text.startswith("Resumed("):
        schedule = eval(example.text, vars(schedules))  # noqa: S307 - our own text
        all_found = lint(Experiment.of(Run("resumed", schedule), steps=example.steps))
    else:
        all_found = lint(example.text, steps=example.steps, steps_per_epoch=example.updates_per_epoch)
    return [one for one in all_found if one.rule == rule.id]


@OF_EXAMPLES
def test_what_a_manual_calls_bad_is_found_and_what_it_calls_good_is_not(rule: Rule, example: Example) -> None:
    assert bool(found(rule, example)) == (example.kind == "Bad")


@OF_EXAMPLES
def test_a_fix_is_no_longer_found(rule: Rule, example: Example) -> None:
    for one in found(rule, example):
        if one.fix is not None:
            again = found(rule, example._replace(text=code(one.fix)))
            assert not [other for other in again if other.field == one.field]
        if one.patches:
            fixed = patched(example.text, one.patches)
            ast.parse(fixed)
            assert len(found(rule, example._replace(text=fixed))) < len(found(rule, example))


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_a_rule_has_a_manual(rule: Rule) -> None:
    assert re.fullmatch(r"LR\d{3}", rule.id)
    kinds = {example.kind for example in rule.examples}
    assert kinds == {"Bad", "Good"}
    assert "Seen in: " in rule.manual
