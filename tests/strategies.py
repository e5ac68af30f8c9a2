"""Hypothesis strategies that draw values of any class from the class's own fields and bounds."""

from __future__ import annotations

import functools
from typing import Any, TypeVar, cast, get_args

from hypothesis import strategies as st
from msgspec import inspect
from msgspec.structs import replace

from lrviz.catalog.composite import Composite
from lrviz.catalog.losses.custom_loss import CustomLoss
from lrviz.catalog.models.own_model import ModelFile, OwnModel
from lrviz.catalog.resumption import By
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules import SCHEDULES
from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.knots import Knots
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.multiplicative_lr import MultiplicativeLR
from lrviz.catalog.schedules.resumed import Resumed
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.catalog.source import Source, chosen, flowers
from lrviz.catalog.surfaces.formula import Formula
from lrviz.datafile import inspected
from lrviz.errors import SpecError
from lrviz.run import Run
from lrviz.spec import Field, Value, fields

V = TypeVar("V", bound=Value)

NEAR = 60
"""Half of all whole numbers are drawn within this distance of their lowest, where curves have their corners."""
HIGH = 1e6
"""The largest number drawn for a field without an upper bound."""

UNTOLD = [cls for cls in SCHEDULES if not cls.listens]
"""Schedules that are a function of the step."""
SIMPLE = [cls for cls in UNTOLD if not issubclass(cls, Composite)]
"""Those that are made of no others."""
FACTORS = ("1 - 0.01 * (t % 3)", "0.95 if t < 40 else 1.01", "0.9 + 0.2 * cos(t)", "1 / (1 + t / 50)", "0.97", "1")
"""What a step may multiply a rate by."""
HEIGHTS = ("0.9 ** x", "1 / (2.0 ** (x - 1))", "0.5 * (1 + sin(x * pi / 2))", "1 / (5 ** (x * 0.01))", "0.5")
"""How high a cycle may be."""
WAYS: tuple[By, ...] = get_args(By)
"""How training may be resumed."""
LOSS_FORMULAS = (
    "-log(p)",
    "-(1 - p)**2 * log(p)",
    "max(0, 1 - m)",
    "r**2",
    "abs(r) if abs(r) > 1 else r**2",
    "log(1 + exp(-d))",
)


def specs(cls: type[V]) -> st.SearchStrategy[V]:
    """Draw a valid value of a class: every field from its bounds, what fields refuse together left out."""
    return cast("st.SearchStrategy[V]", _specs(cls))


@functools.cache
def _specs(cls: Any) -> st.SearchStrategy[Any]:  # noqa: PLR0911 - one for each kind of class
    if cls is LambdaLR:
        return formulas().map(cls)
    if cls is MultiplicativeLR:
        return (st.sampled_from(FACTORS) | st.floats(0, 1.1).map(repr)).map(cls)
    if cls is CustomLoss:
        return st.sampled_from(LOSS_FORMULAS).map(cls)
    if cls is Formula:
        formula = st.sampled_from(("x**2 + 3 * y**2", "sin(x) * cos(y)", "abs(x) + y", "1 / (1 + x**2)"))
        return st.builds(Formula, formula, st.floats(0.5, 50))
    if cls is ModelFile:
        return st.just(OwnModel().source)
    if cls is Source:
        return st.sampled_from((flowers(), chosen(inspected(flowers().file), "petal width", ["sepal length"])))
    if cls is SequentialLR:
        return _in_sequence(parts())
    if cls is ChainedScheduler:
        return st.lists(parts(), min_size=1, max_size=4).map(lambda made: ChainedScheduler(tuple(made)))
    if cls is Resumed:
        return resumed()
    if cls is Knots:
        return knots()
    drawn = {field.name: _drawn(field) for field in fields(cls)}
    if cls is Run:
        drawn["branch"] = st.none()  # it leaves another run, whose name only an experiment knows
    return st.fixed_dictionaries(drawn).map(lambda given: _made(cls, given)).filter(bool).map(lambda made: made[0])


def _drawn(field: Field) -> st.SearchStrategy[Any]:
    """Draw a field's value, of a grouped one the same for all groups."""
    if field.variable == "x":
        return st.none() | st.sampled_from(HEIGHTS)
    kind = inspect.type_info(field.type)
    return _one_for_all(kind) if field.grouped else _of(kind)


def grouped(schedule: Schedule, groups: int) -> st.SearchStrategy[Schedule]:
    """Draw a schedule that has, in some of the fields that can hold them, values for each of so many groups."""
    others = specs(type(schedule))
    own = [field.name for field in fields(type(schedule)) if field.grouped]

    def mixed(drawn: list[Schedule], names: set[str]) -> list[Schedule]:
        values = {name: tuple(getattr(one, name) for one in drawn) for name in names}
        try:
            return [replace(schedule, **values)]
        except SpecError:
            return []

    several = st.lists(others, min_size=groups, max_size=groups)
    names = st.sets(st.sampled_from(own), min_size=1)
    return st.builds(mixed, several, names).filter(bool).map(lambda made: made[0])


@functools.cache
def parts() -> st.SearchStrategy[Schedule]:
    """Draw a schedule that can be a part of another, composed or not."""
    alone = st.sampled_from(SIMPLE).flatmap(specs)
    return st.recursive(
        alone,
        lambda inner: (
            _in_sequence(inner)
            | st.lists(inner, min_size=1, max_size=3).map(lambda made: ChainedScheduler(tuple(made)))
        ),
        max_leaves=4,
    )


def _in_sequence(inner: st.SearchStrategy[Schedule]) -> st.SearchStrategy[Schedule]:
    def sequence(made: list[Schedule]) -> st.SearchStrategy[Schedule]:
        return st.builds(
            SequentialLR,
            st.just(tuple(made)),
            st.lists(st.integers(0, NEAR), min_size=len(made) - 1, max_size=len(made) - 1).map(sorted).map(tuple),
        )

    return st.lists(inner, min_size=1, max_size=4).flatmap(sequence)


@functools.cache
def resumed() -> st.SearchStrategy[Schedule]:
    """Draw a schedule that is resumed, half of the time by one of its own class."""

    def after(before: Schedule) -> st.SearchStrategy[Schedule]:
        alike = st.just(before) if isinstance(before, Composite) else specs(type(before))
        drawn = st.tuples(st.just(before), st.integers(1, NEAR), alike | parts(), st.sampled_from(WAYS))
        return drawn.map(lambda given: _resumed(*given)).filter(bool).map(lambda made: made[0])

    return parts().flatmap(after)


def _resumed(before: Schedule, step: int, then: Schedule, by: By) -> list[Schedule]:
    try:
        return [Resumed(before, step, then, by)]
    except SpecError:
        return []


@functools.cache
def knots() -> st.SearchStrategy[Schedule]:
    """Draw a curve of knots."""

    def curve(steps: list[int]) -> st.SearchStrategy[Schedule]:
        factors = st.lists(st.floats(0.001, 2), min_size=len(steps), max_size=len(steps)).map(tuple)
        return st.builds(Knots, st.just(tuple(sorted(steps))), factors, st.sampled_from(("linear", "log")))

    return st.lists(st.integers(0, 2 * NEAR), min_size=1, max_size=6, unique=True).flatmap(curve)


@functools.cache
def formulas() -> st.SearchStrategy[str]:
    """Draw the text of a formula of t."""
    numbers = st.integers(0, 40).map(str) | st.floats(-50, 50).map(lambda value: repr(round(value, 3)))
    leaves = st.just("t") | st.just("t") | numbers | st.sampled_from(["pi", "e", "math.pi"])
    return st.recursive(leaves, _larger, max_leaves=12)


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    one = [
        "abs",
        "ceil",
        "cos",
        "exp",
        "math.floor",
        "int",
        "log",
        "log2",
        "round",
        "np.sin",
        "sqrt",
        "tanh",
        "-",
        "not ",
    ]
    two = ["+", "-", "*", "/", "//", "%", "**", "<", "<=", ">", "==", "!=", " and ", " or "]
    return st.one_of(
        st.builds("({}({}))".format, st.sampled_from(one), inner),
        st.builds("({}{}{})".format, inner, st.sampled_from(two), inner),
        st.builds("{}({}, {})".format, st.sampled_from(["min", "max", "pow"]), inner, inner),
        st.builds("({} if {} else {})".format, inner, inner, inner),
        st.builds("({} < {} <= {})".format, inner, inner, inner),
    )


def _made(cls: type[V], given: dict[str, Any]) -> list[V]:
    try:
        return [cls(**given)]
    except SpecError:
        return []


def _of(kind: inspect.Type) -> st.SearchStrategy[Any]:  # noqa: PLR0911 - one for each kind of type
    """Draw from a field's type, as msgspec describes it."""
    match kind:
        case inspect.IntType():
            low = kind.ge if kind.ge is not None else 0
            high = kind.le if kind.le is not None else 10**9
            return st.integers(low, min(high, low + NEAR)) | st.integers(low, high)
        case inspect.FloatType():
            return _floats(kind)
        case inspect.BoolType():
            return st.booleans()
        case inspect.LiteralType(values=choices):
            return st.sampled_from(choices)
        case inspect.NoneType():
            return st.none()
        case inspect.StrType():
            return st.text(min_size=kind.min_length or 0, max_size=min(kind.max_length or 20, 20))
        case inspect.UnionType(types=types):
            return st.one_of([_of(one) for one in types])
        case inspect.TupleType(item_types=items):
            return st.tuples(*map(_of, items))
        case inspect.VarTupleType(item_type=item):
            return st.lists(_of(item), min_size=kind.min_length or 0, max_size=min(kind.max_length or 6, 6)).map(tuple)
        case inspect.StructType(cls=cls):
            return specs(cls)
        case inspect.Metadata(type=inner):
            return _of(inner)
    raise TypeError(kind)


def _one_for_all(kind: inspect.Type) -> st.SearchStrategy[Any]:
    while isinstance(kind, inspect.Metadata):
        kind = kind.type
    return _of(cast("inspect.UnionType", kind).types[0])


def _floats(kind: inspect.FloatType) -> st.SearchStrategy[float]:
    low = next((bound for bound in (kind.ge, kind.gt) if bound is not None), -HIGH)
    high = next((bound for bound in (kind.le, kind.lt) if bound is not None), HIGH)
    open_low, open_high = kind.gt is not None, kind.lt is not None
    wide, near = (
        st.floats(low, top, exclude_min=open_low, exclude_max=open_high, allow_subnormal=False)
        for top in (high, min(high, max(low, 0) + 2))
    )
    return wide | near
