"""Every rule's manual is its fixture: what it calls bad is found, and what it calls good is not."""

from __future__ import annotations

import ast
import re

import pytest

from lrviz.catalog import schedules
from lrviz.errors import Finding
from lrviz.experiment import Experiment
from lrviz.rules.linter import lint, rules
from lrviz.rules.rule import Rule
from lrviz.run import Run
from lrviz.source.text.spots import patched
from lrviz.source.write import code

EXAMPLES = [(rule, *example) for rule in rules() for example in rule.examples]
OF_EXAMPLES = pytest.mark.parametrize(
    ("rule", "kind", "text", "steps", "epoch"), EXAMPLES, ids=lambda value: getattr(value, "id", None)
)


def found(rule: Rule, text: str, steps: int | None, updates_per_epoch: int | None) -> list[Finding]:
    """Lint a line of a manual; what no text can say is written as the schedule it is."""
    if text.startswith("Resumed("):
        schedule = eval(text, vars(schedules))  # noqa: S307 - our own text
        all_found = lint(Experiment.of(Run("resumed", schedule), steps=steps))
    else:
        all_found = lint(text, steps=steps, steps_per_epoch=updates_per_epoch)
    return [one for one in all_found if one.rule == rule.id]


@OF_EXAMPLES
def test_what_a_manual_calls_bad_is_found_and_what_it_calls_good_is_not(
    rule: Rule, kind: str, text: str, steps: int | None, epoch: int | None
) -> None:
    assert bool(found(rule, text, steps, epoch)) == (kind == "Bad")


@OF_EXAMPLES
def test_a_fix_is_no_longer_found(rule: Rule, kind: str, text: str, steps: int | None, epoch: int | None) -> None:
    for one in found(rule, text, steps, epoch):
        if one.fix is not None:
            assert not [again for again in found(rule, code(one.fix), steps, epoch) if again.field == one.field]
        if one.patches:
            fixed = patched(text, one.patches)
            ast.parse(fixed)
            assert len(found(rule, fixed, steps, epoch)) < len(found(rule, text, steps, epoch))


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_a_rule_has_a_manual(rule: Rule) -> None:
    assert re.fullmatch(r"LR\d{3}", rule.id)
    kinds = {example.kind for example in rule.examples}
    assert kinds == {"Bad", "Good"}
    assert "Seen in: " in rule.manual
