"""get_scheduler: schedulers that transformers and diffusers make by name, as calls of what the name stands for."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from lrviz.errors import Finding, SourceError, nearest
from lrviz.sentences import say
from lrviz.source.frames.decisions import Decisions
from lrviz.source.values.refusals import refused

LIBRARY = "transformers"
BY_NAME = "get_scheduler"
_WARMUP, _BOTH = ("num_warmup_steps",), ("num_warmup_steps", "num_training_steps")
_NAMED: dict[str, tuple[str, tuple[str, ...]]] = {
    "linear": ("get_linear_schedule_with_warmup", _BOTH),
    "cosine": ("get_cosine_schedule_with_warmup", _BOTH),
    "cosine_with_restarts": ("get_cosine_with_hard_restarts_schedule_with_warmup", _BOTH),
    "polynomial": ("get_polynomial_decay_schedule_with_warmup", _BOTH),
    "constant": ("get_constant_schedule", ()),
    "constant_with_warmup": ("get_constant_schedule_with_warmup", _WARMUP),
    "inverse_sqrt": ("get_inverse_sqrt_schedule", _WARMUP),
    "cosine_with_min_lr": ("get_cosine_with_min_lr_schedule_with_warmup", _BOTH),
    "cosine_warmup_with_min_lr": ("get_cosine_with_min_lr_schedule_with_warmup_lr_rate", _BOTH),
    "warmup_stable_decay": ("get_wsd_schedule", _BOTH),
}
"""What each name stands for, and which of the step counts it passes on (transformers 5.24)."""
_PLACES = {
    LIBRARY: ("name", "optimizer", *_BOTH, "scheduler_specific_kwargs"),
    "diffusers": ("name", "optimizer", "step_rules", *_BOTH, "num_cycles", "power", "last_epoch"),
}
_FURTHER = {"num_cycles": "cosine_with_restarts", "power": "polynomial"}
"""What diffusers takes for one of the schedules only."""


def spell_schedules(_: ast.Module, decisions: Decisions) -> bool:
    """Turn every get_scheduler of transformers and diffusers into a call of the function its name stands for.

    Raises
    ------
    SourceError
        LR201: an unknown name or argument; LR202: further arguments that are not written as a dict.
    """
    changed = False
    for node in decisions.nodes if BY_NAME in decisions.words else ():
        if isinstance(node, ast.Call) and (places := _places(decisions.names.dotted(node.func))):
            _spell_out(node, places, decisions)
            changed = True
    return changed


def _places(full: str) -> Sequence[str]:
    """Give the arguments of the function of that name, in order; none where it is another."""
    package, _, _ = full.partition(".")
    if full == BY_NAME:
        return _PLACES[LIBRARY]
    return _PLACES.get(package, ()) if full.endswith(f".{BY_NAME}") else ()


def _spell_out(node: ast.Call, places: Sequence[str], decisions: Decisions) -> None:
    given = dict(zip(places, node.args, strict=False))
    given |= {keyword.arg or "**": keyword.value for keyword in node.keywords}
    if unknown := next((name for name in given if name not in places), ""):
        raise _error(
            node,
            say(
                "{by_name} has no argument {unknown}; it takes {names}",
                by_name=BY_NAME,
                unknown=unknown[:80],
                names=", ".join(places),
            ),
        )
    if "name" not in given:
        raise _error(node, f"{BY_NAME} needs name")
    name = decisions.constants.value(given["name"])
    if name not in _NAMED:
        close = nearest(str(name), _NAMED)
        nearest_one = say("the nearest is {close}", close=close)
        known = nearest_one if close else say("known are {names}", names=", ".join(_NAMED))
        raise _error(
            node,
            say(
                "{name} is no schedule that {by_name} makes; {known}", name=str(name)[:80], by_name=BY_NAME, known=known
            ),
        )
    function, counts = _NAMED[name]
    passed = [ast.keyword(count, given[count]) for count in counts if count in given]
    node.func = ast.copy_location(ast.Attribute(ast.Name(LIBRARY, ast.Load()), function, ast.Load()), node.func)
    node.args = [given["optimizer"]] if "optimizer" in given else []
    further = _further(given.get("scheduler_specific_kwargs"))
    further += [ast.keyword(one, given[one]) for one, taker in _FURTHER.items() if one in given and name == taker]
    if further and counts != _BOTH:
        raise refused(
            further[0].value,
            say(
                "{by_name} passes further arguments on to {name} in some versions only; call {function}",
                by_name=BY_NAME,
                name=name,
                function=function,
            ),
        )
    node.keywords = [*passed, *further]
    ast.fix_missing_locations(node)


def _further(given: ast.expr | None) -> list[ast.keyword]:
    if given is None:
        return []
    match given:
        case ast.Constant(value=None):
            return []
        case ast.Dict(keys=keys, values=values) if all(_is_text(key) for key in keys):
            named = [ast.literal_eval(key) for key in keys if key]
            return [ast.keyword(name, value) for name, value in zip(named, values, strict=True)]
        case ast.Call(func=ast.Name(id="dict"), args=[], keywords=keywords):
            return keywords
    raise refused(given, say("further arguments have to be written out as a dict"))


def _is_text(key: ast.expr | None) -> bool:
    return isinstance(key, ast.Constant) and isinstance(key.value, str)


def _error(node: ast.Call, message: str) -> SourceError:
    return SourceError(Finding("LR201", "error", message, node.lineno))
