"""`lrviz lessons`, and a lesson wherever a command takes a session."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import lrviz
from lrviz.cli import main
from lrviz.teaching.skeleton import skeleton
from tests.cli.commands import complaint, ran


@pytest.fixture
def two_scenes(tmp_path: Path) -> Path:
    """A short lesson of two scenes, whose second sentence doesn't hold."""
    experiment = lrviz.Experiment.of(lrviz.Run("a"), lrviz.Run("b"), steps=20, validate_every=10)
    more = """
[[measured]]
text = "A miracle."
holds = 'end("short: a", "loss") < at("short: b", "loss", 4) / 100 and mean(end("a", "accuracy")) > 2'

[[scenes]]
name = "short"
like = "the experiment"
training = { steps = 4, validate_every = 2 }
"""
    path = tmp_path / "mine.toml"
    path.write_text(skeleton(experiment, "mine") + more, encoding="utf-8")
    return path


def test_names_come_first_then_title_and_minutes() -> None:
    rows = [line.split("\t") for line in ran("lessons").stdout.splitlines()]
    assert [row[0] for row in rows] == lrviz.lessons()
    titles = [(lrviz.lesson(name).title.en, f"{lrviz.lesson(name).minutes} min") for name in lrviz.lessons()]
    assert [(title, minutes) for _, title, minutes in rows] == titles


def test_what_a_lesson_says_is_checked(two_scenes: Path, capsys: Any) -> None:
    assert main(("lessons", "--check", str(two_scenes), "--seeds", "300-302", "--device", "cpu")) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{two_scenes}: Mine"
    assert lines[1].startswith("  holds  3 of 3    The validation loss falls")
    assert "end('a', 'val_loss') < at('a', 'val_loss', 10): " in lines[2]
    assert " ± " in lines[2]
    assert lines[3].startswith("  FAILS  0 of 3    A miracle.")
    assert len(lines) == 6


def test_a_lesson_that_cannot_be_read_is_one_line(two_scenes: Path) -> None:
    two_scenes.write_text(two_scenes.read_text(encoding="utf-8").replace("of = 10", "of = 8"), encoding="utf-8")
    line = complaint(ran("lessons", "--check", str(two_scenes)))
    assert line.startswith("lrviz: mine.toml can’t be opened: line ")
    assert "measured[0].at_least is 9; it must be at most 8" in line


def test_a_new_lesson_can_be_read_and_is_never_written_over(tmp_path: Path, capsys: Any) -> None:
    name, session = str(tmp_path / "my-first"), tmp_path / "study.lrviz"
    large = lrviz.Experiment.of("StepLR(optimizer, 30_000)", steps=100_000)
    lrviz.save(large, session)
    assert main(("lessons", "--new", name, "--from", str(session))) == 0
    assert capsys.readouterr().err == f"lrviz: {name}.toml has 5000 updates for the 100000 of the plan\n"
    lesson = lrviz.lesson(f"{name}.toml")
    assert lesson.title.en == "My first"
    assert lesson.scenes[0].experiment == large.miniature(5000)
    assert main(("lessons", "--new", name)) == 2
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--seeds", "3-5"), "--seeds are those to --check with"),
        (("--from", "x.lrviz"), "--from is the session"),
        (("--check", "--seeds", "5-3"), "5-3 are no seeds like 200-209"),
        (("--check", "--seeds", "0-64"), "at most 64"),
        (("--check", "first-opne"), "there is no lesson of that name: the nearest is first-open"),
        (("--new", "x", "--from", "none.lrviz"), "there is no such file"),
    ],
)
def test_wrong_use_of_lessons_is_one_line(
    arguments: tuple[str, ...], words: str, capsys: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(("lessons", *arguments)) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert words in line
    assert not list(tmp_path.iterdir())


def test_a_scene_is_taken_wherever_a_session_is(two_scenes: Path, tmp_path: Path, capsys: Any) -> None:
    file, out = str(two_scenes), tmp_path / "result.json"
    assert main(("train", file, "--scene", "short", "--device", "cpu", "-o", str(out))) == 0
    assert len(json.loads(out.read_text(encoding="utf-8"))["runs"][0]["losses"]) == 4
    assert main(("train", file, "--device", "cpu", "-o", str(out))) == 0
    assert len(json.loads(out.read_text(encoding="utf-8"))["runs"][0]["losses"]) == 20
    capsys.readouterr()
    assert main(("script", file, "--scene", "short")) == 0
    assert "4" in capsys.readouterr().out
    assert main(("forecast", file, "--scene", "short")) == 0
    assert main(("lint", file)) == 0
    picture = tmp_path / "x.svg"
    done = ran("render", file, "--scene", "short", "--view", "schedule", "-o", str(picture))  # it has a Qt of its own
    assert (done.returncode, done.stderr) == (0, "")
    assert picture.is_file()


def test_a_scene_that_is_none_is_named(two_scenes: Path, capsys: Any) -> None:
    assert main(("script", str(two_scenes), "--scene", "shrt")) == 2
    assert "it has no scene 'shrt': the nearest is short" in capsys.readouterr().err
    assert main(("script", "llama-7b", "--scene", "short")) == 2
    assert "llama-7b is no lesson, and has no scenes" in capsys.readouterr().err
