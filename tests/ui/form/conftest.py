"""Random values of any class, drawn from what its annotations allow."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from lrviz.catalog.composite import Composite
from lrviz.catalog.losses.custom_loss import CustomLoss
from lrviz.catalog.models import MODELS
from lrviz.catalog.schedules.knots import Knots
from lrviz.catalog.surfaces import SURFACES
from lrviz.errors import SpecError
from lrviz.spec import Field, Value, fields
from lrviz.ui.controls.scales import Limits, allows, length, limits_of
from lrviz.ui.panels.sidebar import Sidebar
from lrviz.ui.store import Store
from tests import strategies
from tests.ui.form.composed import FIRST, WHD, put

Drawn = Callable[[type[Value]], st.SearchStrategy[Value]]
EXPRESSIONS = ("0.95 ** t", "1 / (1 + t)", "(1 + cos(pi * t / 100)) / 2", "min(1, t / 10)")


@pytest.fixture(scope="session")
def specs() -> Drawn:
    """Give the strategy of a class: valid values only."""
    return valid


@functools.cache
def valid(cls: type[Value]) -> st.SearchStrategy[Value]:
    composed = issubclass(cls, Composite)
    # formulas of their own, lists with bounds of their own, parts
    if cls in {CustomLoss, Knots} or cls in MODELS or cls in SURFACES or composed:
        return strategies.specs(cls)
    shown = [field for field in fields(cls) if field.kind != "value"]
    drawn = st.fixed_dictionaries({field.name: values(field) for field in shown})
    return drawn.map(lambda given: made(cls, given)).filter(lambda value: value is not None).map(lambda value: value)  # type: ignore[arg-type,return-value]  # None is filtered out


def made(cls: type[Value], given: dict[str, Any]) -> Value | None:
    try:
        return cls(**given)
    except SpecError:  # what a bound between two fields forbids
        return None


def values(field: Field) -> st.SearchStrategy[Any]:
    drawn = _one(field)
    return st.none() | drawn if field.optional else drawn


def _one(field: Field) -> st.SearchStrategy[Any]:
    match field.kind:
        case "bool":
            return st.booleans()
        case "choice":
            return st.sampled_from(field.choices)
        case "text":
            return st.sampled_from(EXPRESSIONS)
        case "int" | "float":
            return number(field, limits_of(field))
        case _:
            each = st.integers(0, 10**6) if field.kind == "ints" else st.floats(0, 0.999)
            count = length(field)
            sizes = (1, 4) if count is None else (count, count)
            return (
                st.lists(each, min_size=sizes[0], max_size=sizes[1], unique=True)
                .map(tuple)
                .filter(lambda drawn: all(allows(field, one) for one in drawn) if count is None else True)
            )


def number(field: Field, limits: Limits) -> st.SearchStrategy[Any]:
    low = limits.ge if limits.ge is not None else limits.gt if limits.gt is not None else -1e6
    high = limits.le if limits.le is not None else limits.lt if limits.lt is not None else max(low, 0) + 1e6
    if field.kind == "int":
        return st.integers(int(low), int(min(high, 10**9)))
    open_low, open_high = limits.gt is not None, limits.le is None and limits.lt is not None
    return st.floats(low, high, exclude_min=open_low, exclude_max=open_high)


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    """Give a sidebar that shows the cosine run."""
    sidebar = Sidebar(Store(FIRST))
    qtbot.addWidget(sidebar)
    sidebar.resize(288, 1600)
    with qtbot.waitActive(sidebar):
        sidebar.show()
        sidebar.activateWindow()
    sidebar._store.select(2)
    return sidebar


@pytest.fixture
def composed(sidebar: Sidebar) -> Sidebar:
    put(sidebar, WHD)
    return sidebar
