"""Located: by its place in a run, the expression of a text that each part and each argument comes from."""

from __future__ import annotations

import ast

from lrviz.catalog.schedules.resumed import Resumed
from lrviz.errors import SourceError
from lrviz.source.calls.calls import Call
from lrviz.source.calls.parts import Parts
from lrviz.source.runs.arguments import bound
from lrviz.source.spelling.naming import PARTS


def located(call: Call, path: str, parts: Parts) -> dict[str, ast.expr]:
    """Give the expressions by path: the call itself (`schedule`), its arguments (`schedule.T_max`), and its parts'."""
    found: dict[str, ast.expr] = {path: call.node}
    found |= {f"{path}.{name}": node for name, node in bound(call).items()}
    try:
        made = parts.of(call) if parts.composes(call) else []
    except SourceError:
        return found
    for i, part in enumerate(made):
        own = ("schedule", "then")[i] if issubclass(call.cls, Resumed) else f"{PARTS}[{i}]"
        found |= located(part, f"{path}.{own}", parts)
    return found
