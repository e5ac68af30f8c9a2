"""The sentence above the chain: each of its rules, on layers made for it and on models that torch has trained."""

from __future__ import annotations

import math

import pytest

import lrviz
from lrviz import MLP, Digits, Experiment, RMSprop, Run
from lrviz.freezing import freeze
from lrviz.ui.views.gradients_headline import finding, share
from lrviz.ui.views.layers import Layer, Parameter, layers_at


def layer(
    name: str, gradient: float | None, *, frozen: bool = False, weight: float = 10.0, update: float = 0.03
) -> Layer:
    return Layer(name, "Linear", (Parameter(f"{name}.weight".lstrip("."), (8, 8), frozen, gradient, weight, update),))


def test_it_compares_the_last_gradient_with_the_first_and_says_what_updates_move() -> None:
    words = finding([layer("0", 0.36), layer("2", 0.5), layer("4", 0.25)])
    assert words == "Layer 4’s gradient is 0.25, 0.69 × layer 0’s; updates are 0.3\u202f% of the weights."


def test_updates_larger_than_the_weights_are_a_multiple_of_them() -> None:
    assert finding([layer("", 0.5, update=9200.0)]).endswith("; updates are 920 × the weights.")


def test_a_named_layer_is_called_by_its_name() -> None:
    assert finding([layer("fc1", 1.0), layer("head", 2.0)]).startswith("head’s gradient is 2.00, 2.00 × fc1’s")


def test_one_layer_is_compared_with_none() -> None:
    assert finding([layer("", 0.5)]) == "weight’s gradient is 0.50; updates are 0.3\u202f% of the weights."


@pytest.mark.parametrize(("first", "says"), [(2.0e-4, "vanishes"), (2.1e-3, "; updates"), (0.0, "vanishes")])
def test_a_gradient_vanishes_below_a_thousandth(first: float, says: str) -> None:
    assert says in finding([layer("0", first), layer("2", 0.1), layer("4", 2.0)])


@pytest.mark.parametrize(("first", "says"), [(2001.0, "explodes"), (1999.0, "; updates")])
def test_a_gradient_explodes_beyond_a_thousandfold(first: float, says: str) -> None:
    assert says in finding([layer("0", first), layer("4", 2.0)])


def test_what_is_frozen_from_below_stops_backward() -> None:
    words = finding([layer("0", None, frozen=True), layer("2", 0.5), layer("4", 0.2)])
    assert words == (
        "0.weight gets no gradient: it is frozen, and nothing below asks for one, so backward stops after layer 2."
    )


def test_a_frozen_middle_layer_passes_the_chain_through() -> None:
    words = finding([layer("0", 0.3), layer("2", None, frozen=True), layer("4", 0.2)])
    assert words == (
        "2.weight gets no gradient: it is frozen. The chain passes through it, and layer 0 below gets one of 0.30."
    )


def test_all_frozen_leaves_nothing_to_train() -> None:
    assert "nothing to train" in finding([layer("0", None, frozen=True), layer("2", None, frozen=True)])


def test_a_parameter_that_the_loss_doesnt_depend_on_is_named() -> None:
    assert finding([layer("0", None), layer("2", 0.5)]) == ("0.weight gets no gradient: the loss doesn’t depend on it.")


def test_what_isnt_finite_is_said_before_sizes_are_compared() -> None:
    assert finding([layer("0", math.inf), layer("2", 1.0)]) == "The gradient of layer 0 is no finite number any more."


def test_a_gradient_of_zero_moves_nothing() -> None:
    assert "0" in finding([layer("0", 0.0), layer("2", 0.0)])


def test_before_anything_is_known_it_asks_the_question() -> None:
    assert finding([layer("0", math.nan), layer("2", math.nan)]).endswith("?")


def test_many_parameters_are_counted() -> None:
    words = finding([*(layer(f"{i}", None, frozen=True) for i in range(6)), layer("9", 1.0)])
    assert words.startswith("0.weight, 1.weight and 4 more get no gradient")


@pytest.mark.parametrize(
    ("value", "says"), [(0.0031, "0.31\u202f%"), (0.12, "12\u202f%"), (1e-5, "10⁻⁵"), (math.nan, "–")]
)
def test_a_share_has_two_digits(value: float, says: str) -> None:
    assert share(value) == says


def test_sigmoids_let_a_gradient_vanish_in_torch_too() -> None:
    problem = Digits(model=MLP(hidden=(16,) * 6, activation="Sigmoid"))
    plan = Experiment.of(Run("a", optimizer=RMSprop()), problem=problem, steps=2, batch_size=16)
    found = layers_at(plan.runs[0], problem.shapes, apart=lrviz.dissect(plan, step=1))
    assert "vanishes on the way back" in finding(found)


def test_frozen_layers_of_a_trained_model_are_told_as_they_are() -> None:
    problem = Digits(model=MLP(hidden=(8, 8)))
    run = freeze(Run("a"), ["0.weight", "0.bias"], list(problem.shapes))
    plan = Experiment.of(run, problem=problem, steps=2, batch_size=16)
    found = layers_at(run, problem.shapes, apart=lrviz.dissect(plan, step=0))
    assert finding(found) == (
        "0.weight and 0.bias get no gradient: they are frozen, and nothing below asks for one, "
        "so backward stops after layer 2."
    )
