"""An envelope comes through whatever chats and mail programs do to it, or damage is told."""

from __future__ import annotations

import base64
import json
import textwrap
import zlib
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrviz.envelope import LARGEST, READABLE, WIDTH, TornError, holds, sealed, unsealed

DOCUMENT: dict[str, Any] = {
    "version": 1,
    "runs": [
        {
            "name": "a > b  and </script><img onerror=alert(1)> & `c`",
            "lr": 0.1,
            "note": "two\nlines, “turned”, é 한국어 \x7f",
        },
        {"name": "late drop of a rate whose name is longer than a line of a mail has room for, by far", "lr": 3e-4},
    ],
}
LETTER = sealed(json.dumps(DOCUMENT), "2 runs")


def read(text: str) -> Any:
    return json.loads(unsealed(text))


def test_a_line_says_what_it_is_and_the_document_can_be_read() -> None:
    head, *lines = LETTER.splitlines()
    assert head.startswith("lrviz session, 2 runs, check ")
    assert lines[1].startswith('{"name": "a \\u003e b')
    assert not set("<>&`“") & set(LETTER)
    assert all(len(line) <= WIDTH for line in lines if line.count('"') < 4 or '": "' not in line)
    assert read(LETTER) == DOCUMENT


@pytest.mark.parametrize(
    "changed",
    [
        f"Look at this:\n\n```json\n{LETTER}```\nWhat do you think of {{it}}?",
        "On Monday she wrote:\n" + "".join(f"> > {line}\n" for line in LETTER.splitlines()) + "> I agree.",
        "".join(f">> {line}\r\n" for line in LETTER.splitlines()),
        "\n".join(
            f"> {part}" for line in LETTER.splitlines() for part in textwrap.wrap(line, 40)
        ),  # quoted, then wrapped
        "\n".join(part for line in LETTER.splitlines() for part in textwrap.wrap(line, 30)),
        "\n".join(LETTER[i : i + 80] for i in range(0, len(LETTER), 80)),  # as a terminal breaks it
        LETTER.replace('"', "”").replace(" ", "\xa0", 9),
        " ".join(LETTER.split()),
        f"<html><body><pre>{LETTER}</pre></body></html>",
        "\ufeff" + LETTER,
    ],
)
def test_it_comes_through(changed: str) -> None:
    assert holds(changed)
    assert read(changed) == DOCUMENT


def test_damage_is_told() -> None:
    for damaged, words in (
        (LETTER.replace("0.1", "0.2"), "was changed on its way: its check is"),
        (LETTER.replace('"lr"', "lr", 1), "was changed on its way: 'lr"),
        (LETTER[:-20], "is cut off"),
        (LETTER.partition("\n")[0] + "\n", "is cut off"),
        ("nothing of the kind", "holds no lrviz session"),
    ):
        with pytest.raises(TornError, match=words):
            unsealed(damaged)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(
    st.dictionaries(st.text(), json_values, max_size=5), st.text(max_size=60), st.sampled_from(["", "> ", ">> ", ">"])
)
@settings(max_examples=150)
def test_any_document_comes_through_quoted(document: dict[str, Any], around: str, quote: str) -> None:
    if "lrviz session," in around:
        return
    text = "".join(f"{quote}{line}\n" for line in sealed(json.dumps(document), "3 runs").splitlines())
    assert read(f"{around}\n{text}{around}") == document


def test_a_long_one_is_packed_and_comes_through() -> None:
    letters = np.random.default_rng(0).choice(list("abcdefgh <"), 3 * READABLE)
    long = {"text": "".join(letters)}
    text = sealed(json.dumps(long), "1 run")
    assert len(text) < 0.9 * 3 * READABLE
    assert all(len(line) <= WIDTH for line in text.splitlines()[1:])
    assert read(f"> {text}".replace("\n", "\n> ") + "so long") == long
    assert read("".join(text.partition(":")[:2]) + "".join(text.partition(":")[2].split())) == long
    with pytest.raises(TornError, match=r"is cut off: \d+ of its \d+ characters are there"):
        unsealed(text[:-100])
    middle = len(text) // 2
    with pytest.raises(TornError, match="can’t be unpacked"):
        unsealed(text[:middle] + ("A" if text[middle] != "A" else "B") + text[middle + 1 :])


def test_a_bomb_is_not_unpacked() -> None:
    bomb = base64.b64encode(zlib.compress(b'{"a": "' + b" " * (LARGEST + 1) + b'"}', 9)).decode()
    with pytest.raises(TornError, match="can’t be unpacked"):
        unsealed(f"lrviz session, 1 run, check 00000000, packed {len(bomb)}:\n{bomb}")


def test_a_hostile_text_is_refused_in_words() -> None:
    head = "lrviz session, 1 run, check 00000000:\n"
    for body, words in (
        ("[" * 10, "is cut off"),
        ('{"a":' * 100_000, "nested|cut off"),
        ('{"a": ' + "9" * 5000 + "}", "changed"),
    ):
        with pytest.raises(TornError, match=words):
            unsealed(head + body)


def test_a_text_full_of_heads_is_given_up_before_all_of_it_is_read() -> None:
    assert not holds("> lrviz session,\n" * 50_000 + LETTER)
    torn = "> lrviz session, 1 run, check 00000000, packed 999999999:\n" + "> AAAA\n" * 1000
    with pytest.raises(TornError, match="is cut off"):
        unsealed(torn * 30 + LETTER)
