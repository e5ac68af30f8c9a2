"""Which keys do what: an action's own, or those a person gave it; no two actions share one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from lrviz.ui import keymap

OWN = {"race": ("Ctrl+R",), "undo": ("Ctrl+Z",), "redo": ("Ctrl+Shift+Z", "Ctrl+Y"), "about": ()}
KEYS = st.sampled_from(["Ctrl+R", "Ctrl+Z", "Ctrl+Y", "F5", "L", "Alt+Up"])
CHOSEN = st.dictionaries(st.sampled_from([*OWN, "gone"]), st.lists(KEYS, max_size=3).map(tuple))


@pytest.fixture(autouse=True)
def known() -> Iterator[None]:
    before = dict(keymap._own), dict(keymap._names)
    keymap.know(OWN)
    keymap.call({key: key.title() for key in OWN})
    yield
    keymap.know(before[0])
    keymap.call(before[1])


@given(CHOSEN)
def test_no_two_actions_share_a_key_whatever_was_chosen(chosen: dict[str, tuple[str, ...]]) -> None:
    found = keymap.in_force(OWN, chosen)
    keys = list(chain.from_iterable(found.values()))
    assert len(keys) == len(set(keys))
    assert list(found) == sorted(OWN, key=lambda one: (one not in chosen, list(OWN).index(one)))
    assert all(set(found[one]) <= set(chosen.get(one, OWN[one])) for one in OWN)


def test_an_action_has_its_own_keys_until_it_is_given_others(qapp: object) -> None:
    assert keymap.keys("redo") == ("Ctrl+Shift+Z", "Ctrl+Y")
    keymap.give("redo", ("f5",))
    assert (keymap.keys("redo"), keymap.shown("redo"), keymap.own("redo")[0]) == (("F5",), "F5", "Ctrl+Shift+Z")
    keymap.reset("redo")
    assert keymap.keys("redo") == ("Ctrl+Shift+Z", "Ctrl+Y")
    assert not keymap.chosen()


def test_keys_that_are_taken_are_gone_where_they_were_and_come_back_with_a_reset() -> None:
    keymap.give("race", ("Ctrl+Y", "Ctrl+R"))
    assert keymap.keys("redo") == ("Ctrl+Shift+Z",)
    assert keymap.holder("ctrl+y") == "race"
    keymap.reset("redo")
    assert (keymap.keys("race"), keymap.keys("redo")) == (("Ctrl+R",), ("Ctrl+Shift+Z", "Ctrl+Y"))
    keymap.give("undo", ())
    keymap.reset_all()
    assert keymap.keys("undo") == ("Ctrl+Z",)


def test_an_action_has_its_own_key_again_once_the_other_lets_it_go() -> None:
    keymap.give("race", ("Ctrl+Z",))
    assert (keymap.keys("race"), keymap.keys("undo")) == (("Ctrl+Z",), ())
    keymap.reset("race")
    assert (keymap.keys("race"), keymap.keys("undo")) == (("Ctrl+R",), ("Ctrl+Z",))
    keymap.give("about", ("F5",))
    keymap.give("undo", ("F5",))
    assert (keymap.keys("about"), keymap.keys("undo")) == ((), ("F5",)), "what was chosen is taken for good"


def test_what_was_chosen_is_there_at_the_next_start() -> None:
    keymap.give("race", ("L",))
    keymap.know(OWN)
    assert keymap.keys("race") == ("L",)


@pytest.mark.parametrize("kept", ["nonsense", "{}", "[1, 2]", '["no such key"]', '[["Ctrl+L"]]'])
def test_settings_that_hold_something_else_give_no_keys_that_are_none(kept: str) -> None:
    QSettings().setValue("keys/race", kept)
    keymap.know(OWN)
    assert keymap.keys("race") in (("Ctrl+R",), ())


def test_hints_name_the_key_in_force_or_the_action_where_it_has_none() -> None:
    assert keymap.told("Run it", "race") == "Run it (Ctrl+R)"
    assert keymap.by("race") == "Ctrl+R"
    keymap.give("race", ())
    assert keymap.told("Run it", "race") == "Run it"
    assert keymap.by("race") == "Race"


def test_a_modifier_is_spelled_as_in_the_menus() -> None:
    for modifier in ("Ctrl", "Alt"):
        assert keymap.held(modifier)
        assert keymap.native(f"{modifier}+Home").startswith(keymap.held(modifier))
