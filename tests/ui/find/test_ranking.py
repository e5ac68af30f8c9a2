"""How typed words find texts: abbreviations, Korean as it is typed, and what comes first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz.catalog.schedules import SCHEDULES
from lrviz.ui.find.entry import Entry, ordered
from lrviz.ui.find.letters import spelled
from lrviz.ui.find.ranking import match

NAMES = [cls.__name__ for cls in SCHEDULES]
TITLES = st.text(st.characters(categories=("L", "N", "Zs", "P")), min_size=1, max_size=30)


def entry(title: str, key: str = "", *, beside: str = "", why: str = "") -> Entry:
    return Entry(key or title, title, "", lambda: None, beside=beside, why=why)


def first(query: str, titles: list[str]) -> str:
    return ordered(query, [entry(title) for title in titles])[0].entry.title


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("cawr", "CosineAnnealingWarmRestarts"),
        ("calr", "CosineAnnealingLR"),
        ("onecycle", "OneCycleLR"),
        ("ocl", "OneCycleLR"),
        ("rlrop", "ReduceLROnPlateau"),
        ("multistep", "MultiStepLR"),
        ("msl", "MultiStepLR"),
        ("cyc", "CyclicLR"),
        ("warm rest", "CosineAnnealingWarmRestarts"),
    ],
)
def test_a_scheduler_is_found_by_what_people_call_it(query: str, name: str) -> None:
    assert first(query, NAMES) == name


def test_a_word_that_begins_so_comes_before_one_that_holds_it() -> None:
    assert first("race", ["Trace of the race again", "Race"]) == "Race"
    assert first("open", ["Reopen", "Open recent", "Open"]) == "Open"
    entries = [entry("Go to the next one of them"), entry("gone.lrviz", why="no longer there")]
    assert ordered("gone", entries)[0].entry.title == "gone.lrviz", "even where it can't be opened"


def test_letters_here_and_there_find_nothing() -> None:
    assert match("race", "Surface of the eye") is None
    assert match("xyz", "Schedule view") is None
    assert match("e", "Race") is None


@pytest.mark.parametrize("typed", ["ㄱ", "겨", "경", "경ㅈ", "경주", "ㄱㅈ", "ㄱㅕㅇㅈㅜ"])
def test_korean_is_found_from_the_first_key_on_and_by_its_first_consonants(typed: str) -> None:
    found = match(typed, "다시 경주")
    assert found is not None
    assert found.hits <= {3, 4}


@pytest.mark.parametrize("typed", ["기", "깆", "기주", "기준"])
def test_a_syllable_whose_final_becomes_the_next_first_is_found_meanwhile(typed: str) -> None:
    assert match(typed, "기준") is not None


@pytest.mark.parametrize(("typed", "text"), [("올", "옳게"), ("올ㅎ", "옳게"), ("고", "과정"), ("ㅇㅡㅣ", "의미")])
def test_letters_of_two_keys_are_found_by_the_first_of_them(typed: str, text: str) -> None:
    assert match(typed, text) is not None


def test_the_hits_are_the_letters_that_were_typed() -> None:
    found = match("cawr", "CosineAnnealingWarmRestarts")
    assert found is not None
    assert sorted(found.hits) == [0, 6, 15, 19]


def test_words_beside_a_title_find_it_but_come_after_titles() -> None:
    entries = [entry("경주", beside="Race"), entry("Race again")]
    assert [shown.entry.title for shown in ordered("race", entries)] == ["Race again", "경주"]
    assert not ordered("ace", [entry("경주", beside="Race")]), "beside a title only whole words count"


def test_what_was_used_last_comes_first_while_nothing_is_typed() -> None:
    entries = [entry(title) for title in "abcde"]
    assert [shown.entry.key for shown in ordered(" ", entries, ["d", "gone", "b"])] == ["d", "b", "a", "c", "e"]


def test_among_equals_what_was_used_comes_first_and_what_cannot_be_done_last() -> None:
    entries = [entry("Run one", why="no"), entry("Run two"), entry("Run six")]
    assert [shown.entry.title for shown in ordered("run", entries, ["Run six"])] == ["Run six", "Run two", "Run one"]


@given(TITLES)
def test_a_title_finds_itself(title: str) -> None:
    found = match(title, title)
    assert found is not None
    assert {i for i, char in enumerate(title) if spelled(char).letters} <= found.hits | _repeated(title)


def _repeated(title: str) -> set[int]:
    """Places of letters that stand elsewhere in the title too: a word may be found there."""
    letters = spelled(title.replace(" ", "")).letters
    return {i for i, char in enumerate(title) if letters.count(spelled(char).letters[:1] or " ") > 1}


@given(TITLES, st.data())
def test_the_beginning_of_a_word_finds_its_title_and_hits_only_what_was_typed(title: str, data: st.DataObject) -> None:
    words = [word for word in title.split() if spelled(word).letters]
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    typed = word[: data.draw(st.integers(1, len(word)))]
    if not spelled(typed).starts or not spelled(typed).starts[0]:
        return
    found = match(typed, title)
    assert found is not None
    assert all(set(spelled(title[at]).letters) & set(spelled(typed).letters) for at in found.hits)


@given(st.lists(TITLES, max_size=8), TITLES)
def test_what_is_found_is_among_the_entries_each_once_and_always_in_one_order(titles: list[str], query: str) -> None:
    entries = [entry(title, str(at)) for at, title in enumerate(titles)]
    keys = [shown.entry.key for shown in ordered(query, entries)]
    assert len(keys) == len(set(keys))
    assert set(keys) <= {one.key for one in entries}
    assert keys == [shown.entry.key for shown in ordered(query, entries)]


@given(st.text(max_size=40))
def test_any_text_is_spelled_from_left_to_right(text: str) -> None:
    found = spelled(text)
    assert len(found.letters) == len(found.at) == len(found.starts)
    assert list(found.at) == sorted(found.at)
    assert sorted(at for places in found.places.values() for at in places) == list(range(len(found.letters)))
