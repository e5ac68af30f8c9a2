"""Changes: what an object is after a statement has changed it in place."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from lrviz.source.values import records
from lrviz.source.values.bindings import Binding, Reach
from lrviz.source.values.keyed import kept
from lrviz.source.values.left_open import Keys, LeftOpenError

if TYPE_CHECKING:
    from lrviz.source.values.members import Members


def is_computed(members: Members, reach: Reach, name: str) -> bool:
    """Whether an attribute is worked out from others, which may have been changed since the object was made."""
    while isinstance(reach, Binding) and reach.what.changes:
        reach = members.names.before(reach)
    made = reach.what.value if isinstance(reach, Binding) else None
    one = members.names.defined(made.func) if isinstance(made, ast.Call) and isinstance(made.func, ast.Name) else None
    return one is not None and records.computed(members.names, one, name) is not None


def changed(members: Members, binding: Binding, call: ast.Call, keys: Keys) -> Any:
    """Give what an object is after one of its methods has changed it."""
    at, before = binding.what.at, members.names.before(binding)
    if keys[: len(at)] != at[: len(keys)]:
        return members.reached(before, keys)
    method = getattr(call.func, "attr", "")
    rest = keys[len(at) :]
    if method == "update" and rest:
        try:
            return kept(members, call, rest)
        except LeftOpenError as error:
            if not error.absent:
                raise
            return members.reached(before, keys)
    if method not in ("append", "extend") or len(call.args) != 1 or len(keys) < len(at):
        raise LeftOpenError
    old, new = members.reached(before, at), members.constants.value(call.args[0])
    if not isinstance(old, list) or (method == "extend" and not isinstance(new, list)):
        raise LeftOpenError
    return members.constants.taken([*old, *(new if method == "extend" else [new])], rest)


def with_(old: dict[str, Any], keys: Keys, value: Any) -> dict[str, Any]:
    """Give a dict with a value set where keys lead to."""
    first, *rest = keys
    if not isinstance(old, dict) or not isinstance(first, str):
        raise LeftOpenError
    return {**old, first: with_(old.get(first, {}), tuple(rest), value) if rest else value}
