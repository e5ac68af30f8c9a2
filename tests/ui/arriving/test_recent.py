"""The files last opened and saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from lrviz.ui.arriving.recent import MOST, ago, forget, place, recent, remember


def test_the_newest_file_is_first_and_each_is_there_once(tmp_path: Path) -> None:
    for name in ("a", "b", "a"):
        remember(tmp_path / name)
    assert [one.path.name for one in recent()] == ["a", "b"]
    forget(tmp_path / "a")
    assert [one.path.name for one in recent()] == ["b"]
    for number in range(MOST + 5):
        remember(tmp_path / str(number))
    assert len(recent()) == MOST


@pytest.mark.parametrize("kept", ["", "no list", "[1, 2]", '[["a"]]', '[["a", "b"]]', "null"])
def test_settings_that_hold_something_else_hold_no_files(kept: str) -> None:
    QSettings().setValue("recent", kept)
    assert recent() == ()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-5, "just now"),
        (90, "just now"),
        (150, "2 minutes ago"),
        (3700, "an hour ago"),
        (8000, "2 hours ago"),
        (90_000, "yesterday"),
        (3 * 86_400, "3 days ago"),
    ],
)
def test_how_long_ago_is_said_in_words(seconds: float, words: str) -> None:
    assert ago(1e9 - seconds, 1e9) == words


def test_what_is_long_ago_has_its_date() -> None:
    assert ago(1_000_000_000, 1_100_000_000).endswith("2001")


def test_a_folder_is_said_from_the_persons_own(tmp_path: Path) -> None:
    assert place(Path.home() / "runs" / "x.lrviz") == "~/runs"
    assert place(Path.home() / "x.lrviz") == "~"
    assert place(tmp_path / "x.lrviz") == str(tmp_path)
