"""What is known of layers, from an update taken apart and from a race, and which of them are shown as one."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import lrviz
from lrviz import CNN, MLP, SGD, Digits, Experiment, Run, Transformer
from lrviz.catalog.model import Model
from lrviz.dissection import Dissection
from lrviz.results import Norms
from lrviz.run import Group
from lrviz.ui.paint.chain_layout import chain_rows
from lrviz.ui.views.folding import ROWS, Fold, folded
from lrviz.ui.views.gradients import figure
from lrviz.ui.views.layers import Layer, Parameter, layers_at, norm, recent, together
from lrviz.ui.views.study import Study

MODELS: tuple[Model, ...] = (MLP(hidden=(8,)), MLP(hidden=(8,) * 3), CNN(), Transformer(blocks=6))


@cache
def apart(model: Model, frozen: str = "") -> tuple[Experiment, Dissection]:
    groups = (Group(frozen, frozen=True),) if frozen else ()
    run = Run("a", optimizer=SGD(lr=0.1, momentum=0.9), groups=groups)
    plan = Experiment.of(run, problem=Digits(model=model), steps=4, batch_size=8)
    return plan, lrviz.dissect(plan, step=1)


def layers(model: Model, frozen: str = "") -> tuple[Layer, ...]:
    plan, found = apart(model, frozen)
    return layers_at(plan.runs[0], plan.problem.shapes, apart=found)


@pytest.mark.parametrize("model", MODELS)
def test_every_parameter_is_in_one_layer(model: Model) -> None:
    names = [parameter.name for layer in layers(model) for parameter in layer.parameters]
    assert sorted(names) == sorted(Digits(model=model).shapes)


def test_a_layer_has_the_norms_of_its_parameters_together() -> None:
    _, found = apart(MODELS[0])
    layer = layers(MODELS[0])[0]
    weight, bias = found.parts["0.weight"], found.parts["0.bias"]
    assert layer.gradient == pytest.approx(math.hypot(weight.norms["gradient"], bias.norms["gradient"]))
    moved = math.hypot(weight.norms["update"], bias.norms["update"])
    assert layer.moved == pytest.approx(moved / math.hypot(weight.norms["weight"], bias.norms["weight"]))


def test_a_frozen_middle_layer_passes_the_chain_through() -> None:
    first, _, middle, *_, last = layers(MODELS[1], "2.*")
    assert middle.frozen
    assert middle.gradient is None
    assert all(layer.backward for layer in (first, middle, last))
    assert first.gradient


def test_backward_stops_above_what_is_frozen_from_below() -> None:
    found = layers(MODELS[1], "[02].*")
    assert [layer.backward is None for layer in found] == [True, True, True, True, False, False, False]


def test_before_anything_was_watched_the_groups_say_where_backward_stops() -> None:
    plan, _ = apart(MODELS[1], "[02].*")
    found = layers_at(plan.runs[0], plan.problem.shapes)
    assert [layer.backward is None for layer in found] == [True, True, False, False]
    assert [layer.gradient is None for layer in found] == [True, True, False, False]


def test_norms_of_a_race_say_what_its_layers_had_at_a_moment() -> None:
    plan, found = apart(MODELS[0])
    names = tuple(found.parts)
    values = np.arange(1, 1 + 3 * len(names), dtype=np.float32).reshape(3, -1)
    outline = (("0", "Linear", names[:2]), ("2", "Linear", names[2:]))
    norms = Norms(names, outline, np.array([1, 11, 21]), values, values + 100, values + 200)
    layer, other = layers_at(plan.runs[0], plan.problem.shapes, norms=norms, at=1)
    assert layer.gradient == pytest.approx(math.hypot(5, 6))
    assert other.weight == pytest.approx(math.hypot(107, 108))
    assert recent(norms, 1, layer).tolist() == pytest.approx([math.hypot(1, 2), math.hypot(5, 6)])


@given(st.lists(st.lists(st.none() | st.floats(0, 10, width=32), min_size=3, max_size=3), min_size=1, max_size=5))
def test_a_norm_of_several_leaves_out_what_has_no_gradient(rows: list[list[float | None]]) -> None:
    found = norm(np.array([[math.nan if v is None else v for v in row] for row in rows], np.float32))
    for row, value in zip(rows, found.tolist(), strict=True):
        known = [v for v in row if v is not None]
        assert value == pytest.approx(math.hypot(*known), rel=1e-5) if known else math.isnan(value)


@given(
    names=st.lists(st.sampled_from(["0", "1", "2", "3.a", "3.b", "3.c.x", "4.a", "4.b", "5"]), min_size=1, max_size=40),
    opened=st.sampled_from(["", "3", "4", "0"]),
    wide=st.floats(200, 1900),
)
def test_folds_hold_every_layer_once_and_in_order(names: list[str], opened: str, wide: float) -> None:
    given_layers = [Layer(name, "Linear 8→8", (Parameter(f"{i}", (8,)),)) for i, name in enumerate(sorted(names))]
    folds = folded(given_layers, opened, wide)
    shown = [parameter.name for fold in folds for parameter in fold.layer.parameters]
    assert shown == [f"{i}" for i in range(len(names))]


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("wide", [992, 1184, 1600])
def test_a_model_takes_two_rows_and_so_does_an_opened_block(model: Model, wide: int, qapp: object) -> None:
    plan, found = apart(model)
    closed = folded(layers(model), "", wide)
    for opened in ("", *(fold.key for fold in closed if fold.layer.layers > 1)):
        shown = figure(plan, {}, Study(1, "a", (wide, 600), opened=opened, apart=found))
        assert shown.chain is not None
        assert chain_rows(shown.chain, wide, 1.0) <= ROWS
        assert not opened or any(box.open for box in shown.chain.boxes)


def test_layers_taken_together_give_what_the_last_of_them_gives() -> None:
    found = layers(MODELS[3])
    block = [layer for layer in found if layer.name.startswith("4")]
    one = Fold("4", together("4", block)).layer
    assert (one.layers, one.output, one.backward) == (len(block), block[-1].output, block[-1].backward)
    assert one.gradient == pytest.approx(math.hypot(*(layer.gradient for layer in block if layer.gradient)))
