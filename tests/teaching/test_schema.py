"""The schema of a lesson's file knows all that may stand in one, and asks for what must."""

from __future__ import annotations

import json
from typing import Any

from lrviz.teaching.lesson import Lesson
from lrviz.teaching.schema import schema
from tests.cli.commands import ran


def test_it_is_printed_for_editors() -> None:
    assert json.loads(ran("lessons", "--schema").stdout) == json.loads(json.dumps(schema()))


def test_it_knows_what_a_file_may_leave_out() -> None:
    parts = schema()["$defs"]
    assert {"type": "string"}.items() <= parts["Words"]["anyOf"][1].items()
    assert parts["Scene"]["properties"].keys() == {"name", "like", "problem", "training", "runs", "metric"}
    assert "code" in parts["Run"]["properties"]
    assert parts["Run"]["required"] == ["name"]
    assert parts["Lesson"]["properties"].keys() == set(Lesson.__struct_fields__)
    assert parts["StepLR"]["required"] == ["type", "step_size"]


def test_every_part_it_refers_to_is_there() -> None:
    whole = schema()
    assert {name.rpartition("/")[2] for name in _references(whole)} <= whole["$defs"].keys()


def _references(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
        return own + [name for item in value.values() for name in _references(item)]
    return [name for item in value for name in _references(item)] if isinstance(value, list | tuple) else []
