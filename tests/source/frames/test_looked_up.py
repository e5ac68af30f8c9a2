"""Looked up: what a text finds by name in a table that decorators fill, and classes that its conditions pick."""

from __future__ import annotations

import pytest

from lrviz.source.read import study

_MAKERS = """
{mark}("step")
def by_steps(optimizer, every):
    return torch.optim.lr_scheduler.StepLR(optimizer, every)

{mark}("cosine")
def by_cosine(optimizer, every):
    return torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, every)

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = {found}(optimizer, 7)
"""
_OWN_TABLE = """
TABLE = {}
def register(name):
    def put(function):
        TABLE[name] = function
        return function
    return put
"""


@pytest.mark.parametrize(
    ("begin", "mark", "found"),
    [
        (_OWN_TABLE, "@register", "TABLE['step']"),
        (_OWN_TABLE, "@register", "TABLE.get('step')"),
        ("TABLE = Registry('schedulers')", "@TABLE.register_module", "TABLE.get('step')"),
    ],
)
def test_a_table_that_decorators_fill_has_what_they_are_given(begin: str, mark: str, found: str) -> None:
    run = study(begin + _MAKERS.format(mark=mark, found=found)).run
    assert run is not None
    assert type(run.schedule).__name__ == "StepLR"
    assert getattr(run.schedule, "step_size", None) == 7


def test_a_name_that_a_table_has_not_is_refused() -> None:
    finding = study(_OWN_TABLE + _MAKERS.format(mark="@register", found="TABLE['poly']")).findings[0]
    assert (finding.rule, "it has 'step', 'cosine'" in finding.message) == ("LR202", True)


@pytest.mark.parametrize(("kind", "cls"), [("'adam'", "Adam"), ("'sgd'", "SGD")])
def test_a_class_that_a_condition_picks_is_the_one_that_is_called(kind: str, cls: str) -> None:
    picked = "if kind == 'adam':\n    made = torch.optim.Adam\nelse:\n    made = torch.optim.SGD\n"
    at_once = "made = torch.optim.Adam if kind == 'adam' else torch.optim.SGD\n"
    for way in (picked, at_once):
        run = study(f"kind = {kind}\n{way}optimizer = made(model.parameters(), lr=0.1)").run
        assert run is not None
        assert type(run.optimizer).__name__ == cls
    finding = study(f"{picked}optimizer = made(model.parameters(), lr=0.1)").findings[0]
    assert (finding.rule, finding.asks) == ("LR203", "kind")
