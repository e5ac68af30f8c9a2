"""Every rule's manual is its fixture: what it calls bad is found, and what it calls good is not."""

from __future__ import annotations

import ast
import re

import pytest

from lrviz.errors import Finding
from lrviz.rules.linter import lint, rules
from lrviz.rules.rule import Rule
from lrviz.source.spots import patched
from lrviz.source.write import code

EXAMPLES = [(rule, *example) for rule in rules() for example in rule.examples]


def found(rule: Rule, text: str, steps: int | None) -> list[Finding]:
    return [one for one in lint(text, steps=steps) if one.rule == rule.id]


@pytest.mark.parametrize(("rule", "kind", "text", "steps"), EXAMPLES, ids=lambda value: getattr(value, "id", None))
def test_what_a_manual_calls_bad_is_found_and_what_it_calls_good_is_not(
    rule: Rule, kind: str, text: str, steps: int | None
) -> None:
    assert bool(found(rule, text, steps)) == (kind == "Bad")


@pytest.mark.parametrize(("rule", "kind", "text", "steps"), EXAMPLES, ids=lambda value: getattr(value, "id", None))
def test_a_fix_is_no_longer_found(rule: Rule, kind: str, text: str, steps: int | None) -> None:
    for one in found(rule, text, steps):
        if one.fix is not None:
            assert not found(rule, code(one.fix), steps)
        if one.patches:
            fixed = patched(text, one.patches)
            ast.parse(fixed)
            assert len(found(rule, fixed, steps)) < len(found(rule, text, steps))


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_a_rule_has_a_manual(rule: Rule) -> None:
    assert re.fullmatch(r"LR\d{3}", rule.id)
    kinds = {kind for kind, _, _ in rule.examples}
    assert kinds == {"Bad", "Good"}
    assert "Seen in: " in rule.manual
