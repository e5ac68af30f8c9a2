"""Arguments: what a call gives to the parameters of torch's object, as a catalog value."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, replace
from typing import Any

from lrviz.catalog.recipe import TARGET, Recipe
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.errors import Finding, ScheduleError, SourceError, SpecError, nearest
from lrviz.sentences import both, either, say
from lrviz.source.calls.calls import Call
from lrviz.source.calls.parts import Parts
from lrviz.source.runs.callables import listed
from lrviz.source.runs.formulas import formula
from lrviz.source.spelling.naming import PARTS
from lrviz.source.spelling.places import ANY, WITHOUT_EFFECT, library, others, positional
from lrviz.source.spelling.recipes import recognised
from lrviz.source.values.constants import Constants
from lrviz.source.values.refusals import refused, unknown
from lrviz.spec import Field, Spec, fields

NEW = -1
"""The last_epoch of a scheduler that begins."""
WHOLE_IN_TORCH = frozenset({"OneCycleLR", "CosineAnnealingWarmRestarts"})  # torch refuses 100.0 for 100 there


@dataclass(frozen=True)
class Maker:
    """Makes catalog values of a text's calls.

    `rate` is that of the optimizer the schedulers are for, None where the text leaves it open. `last_epoch` is what
    they are made with where they go on from another session.
    """

    constants: Constants
    parts: Parts
    rate: float | None = None
    last_epoch: int = NEW

    def made(self, call: Call) -> Any:
        """Make the catalog value a call stands for.

        Raises
        ------
        SourceError
            An argument is unknown (LR201), refused (LR202) or not in the text (LR203).
        SpecError, ScheduleError
            An argument is out of bounds, or torch would raise.
        """
        known = {field.name: field for field in fields(call.cls)}
        given = bound(call)
        if recipe := self._recipe(call, given):
            for name, node in given.items():
                if name not in known:
                    self._refuse_other(call.cls, name, node)
            return recipe
        values: dict[str, Any] = self._sessions(call, given) if issubclass(call.cls, Resumed) else {}
        trouble: list[Finding] = []
        for name, node in given.items():
            try:
                if name == PARTS and name in known:
                    values[name] = self._several(call)
                elif name in known and name not in values:
                    values[name] = self._value(known[name], call.cls, node)
                elif name not in known:
                    self._refuse_other(call.cls, name, node)
            except SourceError as error:
                trouble += error.findings
        if trouble:
            raise SourceError(*trouble)
        missing = [field.name for field in known.values() if field.required and field.name not in values]
        if missing:
            message = say("{kind} needs {names}", kind=call.cls.__name__, names=both(missing))
            raise SourceError(Finding("LR201", "error", message, call.node.lineno))
        made = _constructed(call, values, given)
        if isinstance(made, Schedule) and _order_counts(made) and not self.parts.are_made_in_order(call):
            why = say(
                "its parts are made in another order than they are listed in, where torch gives other rates for that"
            )
            raise refused(call.node, why)
        return made

    def _sessions(self, call: Call, given: dict[str, ast.expr]) -> dict[str, Any]:
        """Make the schedulers of both sessions of a resumed one, each by a function that has to fit how it resumes."""
        before, after = self.parts.of(call)
        by, step = (self.constants.value(given[name]) if name in given else None for name in ("by", "step"))
        last = step - 1 if by == "last_epoch" and isinstance(step, int) else NEW
        begun = after.given("last_epoch")
        if (NEW if begun is None else self.constants.value(begun)) != last:
            why = say(
                "resumed at step {step} by {value} it is made with last_epoch={last}",
                step=step,
                value=by or "load_state_dict",
                last=last,
            )
            raise refused(after.node, why)
        return {
            "schedule": self.part(call, "schedule", before),
            "then": replace(self, last_epoch=last).part(call, "then", after),
        }

    def _several(self, call: Call) -> tuple[Any, ...]:
        """Make the parts of a composed scheduler; what is wrong with any of them is raised together."""
        made: list[Any] = []
        trouble: list[Finding] = []
        for i, part in enumerate(self.parts.of(call)):
            try:
                made.append(self._listed(call, i, part))
            except SourceError as error:
                trouble += error.findings
        if trouble:
            raise SourceError(*trouble)
        return tuple(made)

    def _listed(self, call: Call, index: int, part: Call) -> Any:
        """Make a part of several in a list."""
        if issubclass(part.cls, Schedule) and part.cls.listens and library(part.cls) == "torch":
            message = _NO_LISTENER.format(call.cls.__name__, part.cls.__name__, index)
            beside = say(
                "step the other schedulers first, and then {name} on its own, with its metric",
                name=part.cls.__name__,
            )
            error = ScheduleError(message, rule="LR108", instead=beside)
            error.line = part.node.lineno
            raise error
        return self.part(call, f"{PARTS}[{index}]", part)

    def part(self, call: Call, where: str, part: Call) -> Any:
        """Make a part; an error in it says which part it is in."""
        try:
            return self.made(part)
        except SpecError as error:
            field = error.path.partition(".")[2]
            outer = SpecError(f"{call.cls.__name__}.{where}.{field}", error.value, error.bound)
            outer.line = error.line
            raise outer from None
        except SourceError as error:
            raise SourceError(*(replace(one, message=_within(where, one.message)) for one in error.findings)) from None

    def _recipe(self, call: Call, given: dict[str, ast.expr]) -> Recipe | None:
        """Give the recipe whose function a LambdaLR is given, where it is one that lrviz writes."""
        function = given.get("lr_lambda")
        if call.cls.target != TARGET or issubclass(call.cls, Recipe) or not isinstance(function, ast.Name):
            return None
        defined = self.constants.function(function)
        return recognised(defined, self.constants, self.rate) if isinstance(defined, ast.FunctionDef) else None

    def _refuse_other(self, cls: type[Spec], name: str, node: ast.expr) -> None:
        if name == "last_epoch" and self.constants.value(node) == self.last_epoch:
            return
        read = others(cls).get(name, (ANY,))
        if ANY in read or self.constants.value(node) in read:
            return
        if name == "last_epoch":
            raise refused(
                node,
                say("last_epoch other than -1 resumes a run, whose start the text doesn’t hold; leave it out"),
            )
        raise refused(
            node,
            say("{name} other than {names} is not read; leave it out", name=name, names=either(map(repr, read))),
        )

    def _value(self, field: Field, cls: type[Spec], node: ast.expr) -> Any:
        if field.variable and not (field.optional and _is_none(node)):
            return self._formula(field, node)
        value = self.constants.value(node)
        whole = field.kind in {"int", "ints"} and cls.__name__ not in WHOLE_IN_TORCH
        return _whole(value) if whole else value

    def _formula(self, field: Field, node: ast.expr) -> Any:
        """Give a function as its formula; a list of several as one for each parameter group."""
        several = listed(node, self.constants)
        if several is None:
            return formula(node, field.variable, self.constants)
        one_for_all = len(several) == 1 and not isinstance(node, (ast.List, ast.Tuple))
        made = tuple(formula(one, field.variable, self.constants) for one in several)
        return made[0] if one_for_all else made


def _constructed(call: Call, values: dict[str, Any], given: dict[str, ast.expr]) -> Spec:
    """Construct a call's value; an error says on which line the text has what is wrong."""
    try:
        return call.cls(**values)
    except SpecError as error:
        field = re.match(r"\w*", error.path.partition(".")[2])
        node = given.get("" if field is None else field[0], call.node)
        error.line = error.line or node.lineno
        raise
    except ScheduleError as error:
        error.line = error.line or call.node.lineno
        raise


def _within(where: str, message: str) -> str:
    """Say which part something is found in."""
    if message.startswith(f"{PARTS}["):
        return say("{where}.{message}", where=where, message=message)
    return say("{where}: {message}", where=where, message=message)


def _order_counts(schedule: Schedule) -> bool:
    """Whether it makes a difference in torch in which order the parts of a schedule are made.

    It does where one leaves something in the parameter groups, and where the first rate of a chain is what they make
    of each other's.
    """
    parts: tuple[Schedule, ...] = getattr(schedule, PARTS, ())
    chained = bool(schedule.places) and any(part.acts != "multiplies" for part in parts)
    return chained or bool(schedule.writes()) or any(map(_order_counts, parts))


_NO_LISTENER = (
    "{} does not support `{}` scheduler as it requires additional kwargs to be specified when calling `step`, "
    "but got one at index {} in the given schedulers sequence."
)
"""torch's words."""


def bound(call: Call) -> dict[str, ast.expr]:
    """Give the expression of every argument by the parameter's name, as Python binds them."""
    node, places = call.node, positional(call.cls)
    further = others(call.cls) if issubclass(call.cls, Schedule) and call.cls.origin else WITHOUT_EFFECT
    accepted = {*places, *(field.name for field in fields(call.cls)), *further}
    bound: dict[str, ast.expr] = {}
    if starred := next((arg for arg in node.args if isinstance(arg, ast.Starred)), None):
        raise unknown(starred)
    if len(node.args) > len(places):
        message = say(
            "{kind} takes {places} arguments by place, not {args}",
            kind=call.cls.__name__,
            places=len(places),
            args=len(node.args),
        )
        raise SourceError(Finding("LR201", "error", message, node.lineno))
    bound.update(zip(places, node.args, strict=False))
    for keyword in node.keywords:
        if keyword.arg is None:
            raise unknown(keyword.value)
        if keyword.arg not in accepted:
            raise SourceError(Finding("LR201", "error", _unknown_argument(call.cls, keyword.arg), keyword.lineno))
        if keyword.arg in bound:
            message = say("{kind} is given {arg} twice", kind=call.cls.__name__, arg=keyword.arg)
            raise SourceError(Finding("LR201", "error", message, keyword.lineno))
        bound[keyword.arg] = keyword.value
    return bound


def _unknown_argument(cls: type[Spec], name: str) -> str:
    own = [field.name for field in fields(cls)]
    close = nearest(name, own)
    nearby = say("the nearest is {close}", close=close)
    known = nearby if close else say("it takes {names}", names=", ".join(own))
    return say("{kind} has no argument {name}; {known}", kind=cls.__name__, name=name[:80], known=known)


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _whole(value: Any) -> Any:
    """Give 100 for the 100.0 of 1e2, which torch's schedulers count with just as well."""
    if isinstance(value, list):
        return [_whole(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
