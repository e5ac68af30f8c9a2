"""Freezing and thawing: what is asked for is frozen, all else stays what it was, and what was behind comes back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lrviz import MLP, SGD, Digits, Muon, Run, Transformer
from lrviz.freezing import freeze, is_frozen, thaw
from lrviz.run import Group

MODEL = tuple(Digits(model=MLP(hidden=(8, 8, 8))).shapes)
LAYERS = tuple(f"{i}." for i in (0, 2, 4, 6))
PATTERNS = ("*", "*.bias", "*.weight", "0.*", "2.*", "2.weight", "4.b*", "[46].*", "none")

groups = st.lists(
    st.builds(Group, st.sampled_from(PATTERNS), lr=st.none() | st.just(0.5), frozen=st.booleans()), max_size=5
)


def of(layer: str) -> tuple[str, ...]:
    return tuple(name for name in MODEL if name.startswith(layer))


@given(groups=groups, layer=st.sampled_from(LAYERS))
def test_freezing_a_layer_freezes_it_and_nothing_else(groups: list[Group], layer: str) -> None:
    run = Run("a", groups=tuple(groups))
    frozen = freeze(run, of(layer), MODEL)
    assert all(is_frozen(frozen, name) for name in of(layer))
    others = [name for name in MODEL if name not in of(layer)]
    assert [_group(frozen, name) for name in others] == [_group(run, name) for name in others]


@given(groups=groups, layer=st.sampled_from(LAYERS))
def test_thawing_a_layer_trains_it_and_leaves_who_else_is_frozen(groups: list[Group], layer: str) -> None:
    run = Run("a", groups=tuple(groups))
    thawed = thaw(run, of(layer), MODEL)
    assert not any(is_frozen(thawed, name) for name in of(layer))
    others = [name for name in MODEL if name not in of(layer)]
    assert [is_frozen(thawed, name) for name in others] == [is_frozen(run, name) for name in others]
    assert [_group(thawed, name) for name in others if not is_frozen(run, name)] == [
        _group(run, name) for name in others if not is_frozen(run, name)
    ]


@given(groups=groups, layer=st.sampled_from(LAYERS))
def test_what_was_frozen_has_its_own_rate_again_once_it_thaws(groups: list[Group], layer: str) -> None:
    run = thaw(Run("a", groups=tuple(groups)), of(layer), MODEL)
    again = thaw(freeze(run, of(layer), MODEL), of(layer), MODEL)
    assert again == run


def test_one_pattern_freezes_a_layer() -> None:
    assert freeze(Run("a"), of("2."), MODEL).groups == (Group("2.*", frozen=True),)


def test_a_block_of_many_layers_is_frozen_by_one_pattern() -> None:
    model = tuple(Digits(model=Transformer(blocks=2)).shapes)
    block = [name for name in model if name.startswith("3.")]
    assert freeze(Run("a"), block, model).groups == (Group("3.*", frozen=True),)


def test_names_that_patterns_would_catch_with_others_are_frozen_one_by_one() -> None:
    frozen = freeze(Run("a"), ("2.weight",), MODEL)
    assert frozen.groups == (Group("2.weight", frozen=True),)
    assert not is_frozen(frozen, "2.bias")


def test_a_group_that_freezes_all_gives_way_to_those_that_freeze_the_others() -> None:
    run = Run("a", groups=(Group("*", frozen=True),))
    assert thaw(run, of("0."), MODEL).groups == tuple(Group(f"{layer}*", frozen=True) for layer in ("2.", "4.", "6."))


def test_what_an_optimizer_calls_for_stays_frozen_beside_a_layer_that_thaws() -> None:
    problem = Digits(model=MLP(hidden=(8, 8, 8)))
    run = freeze(Run("a", optimizer=SGD(lr=0.1)).with_optimizer(Muon(), problem), of("2."), MODEL)
    thawed = thaw(run, ("2.weight",), MODEL)
    assert not is_frozen(thawed, "2.weight")
    assert is_frozen(thawed, "2.bias")
    assert thawed.misfit(problem) == ""


def _group(run: Run, name: str) -> Group | None:
    place = run.group(name)
    return None if place is None else run.groups[place]
