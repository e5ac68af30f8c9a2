"""The command line as a person or a script meets it: real processes, exit codes, one-line errors, no screen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import lrviz
from lrviz.cli import main
from lrviz.cli.parsers import COMMANDS
from tests.cli.commands import STEP, complaint, ran


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), *((name, "--help") for name in COMMANDS)])
def test_help_and_version_leave_standard_error_empty(arguments: tuple[str, ...]) -> None:
    done = ran(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout
    if arguments == ("--version",):
        assert done.stdout == f"lrviz {lrviz.__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("trian", "x"), "there is no command trian; the nearest is train"),
        (("trian",), "there is no file and no command trian; the nearest command is train"),
        (("curve", STEP), "--steps"),
        (("curve", STEP, "--steps", "5", "--at", "3"), "not allowed with"),
        (("curve", STEP, "--at", "1,x"), "1,x is no list of steps like 0,1000,1e9"),
        (("curve", STEP, "--at", "9e15"), "9000000000000000 is beyond step 1000000000000000"),
        (("curve", STEP, "--at", "3", "-o", "x.png"), "a picture shows --steps"),
        (("train", "first-open", "--miniature", "0"), "--miniature 0"),
        (("curve", STEP, "--steps", "-1"), "-1"),
        (("curve", STEP, "--steps", "x"), "x is not a whole number"),
        (("curve", STEP, "--steps", "5", "--lr", "-1"), "lr must be"),
        (("curve", STEP, "--steps", "5", "-o", "x.txt"), "-o x.txt must end in .csv, .json"),
        (("curve", STEP, "--steps", "5", "-o", "/no/such/x.csv"), "no folder"),
        (("curve", STEP, "--steps", "5", "-o", "x.csv", "--format", "json"), "contradict"),
        (("curve", STEP, "--steps", "99999999999", "--format", "json"), "JSON holds at most"),
        (("curve", "nothing.py", "--steps", "5"), "there is no file 'nothing.py'"),
        (("curve", "/", "--steps", "5"), "is a folder"),
        (("curve", "StpLR(o, 3)", "--steps", "5"), "the nearest is StepLR"),
        (("curve", "StepLR(o, args.n)", "--steps", "5"), "args.n is not given"),
        (("curve", STEP, "--steps", "5", "--name", "x"), "--name"),
        (("train", "first-opne"), "the nearest lesson is first-open"),
        (("train", "first-open", "-o", "x.csv"), "must end in .json"),
        (("train", "first-open", "--device", "tpu"), "tpu"),
        (("train", "train.py"), "is no session"),
        (("script", "first-open", "--run", "cosin"), "the nearest is cosine"),
        (("render", "first-open", "--view", "nowhere", "-o", "x.png"), "nowhere"),
        (("render", "first-open", "--view", "schedule", "-o", "x.gif"), "must end in .png"),
        (("render", "first-open", "--view", "schedule", "-o", "x.png", "--size", "9x9"), "9x9 is no size"),
        (("render", "first-open", "--view", "schedule"), "-o"),
    ],
)
def test_wrong_use_is_one_line(
    arguments: tuple[str, ...], words: str, capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    out, err = capfd.readouterr()
    (line,) = err.splitlines()
    assert line.startswith("lrviz: ")
    assert words in line
    assert out == ""
    assert not list(tmp_path.iterdir())


def test_a_broken_session_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "study.lrviz").write_text('{"version": 1, "training": {"steps": "many"}}')
    line = complaint(ran("train", str(tmp_path / "study.lrviz")))
    assert line.startswith('lrviz: study.lrviz can’t be opened: training.steps is "many"; it must be a whole number')


def test_a_read_only_place_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    def denied(*_: Any, **__: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "touch", denied)
    assert main(("curve", STEP, "--steps", "3", "-o", str(tmp_path / "x.csv"))) == 2
    assert "can’t be written: permission denied" in capsys.readouterr().err


def test_something_unexpected_is_one_line_and_a_log(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    def broken() -> list[str]:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr("lrviz.cli.lessons.in_order", broken)
    assert main(("lessons",)) == 1
    (line,) = capsys.readouterr().err.splitlines()
    log = Path(line.partition("(more in ")[2].removesuffix(")"))
    assert "RuntimeError: two lines" in line
    assert "Traceback" in log.read_text(encoding="utf-8")


def test_without_a_display_the_commands_that_need_none_are_named() -> None:
    line = complaint(ran(env={"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}))
    assert "no display" in line
    assert "lrviz train and lrviz render" in line
    assert "nothing answers" in complaint(ran(env={"DISPLAY": ":4321", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}))


def test_a_full_disk_behind_standard_output_is_one_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "lrviz", "lessons"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert ended.returncode == 2
    assert ended.stderr.decode().startswith("lrviz: the output can’t be written: ")
    assert ended.stderr.count(b"\n") == 1


def test_an_interrupt_amid_an_import_ends_with_the_same_code(tmp_path: Path) -> None:
    (tmp_path / "interrupted.py").write_text("""
import sys
from lrviz import cli
from lrviz.cli import commands
def train(arguments):
    exec("import os, signal; os.kill(os.getpid(), signal.SIGINT)\\nwhile True: pass")
commands.train = train
sys.exit(cli.main(["train", "first-open"]))
""")
    command = [sys.executable, "-m", "interrupted"]  # with -m Python looks at the end for an interrupt it saw
    ended = subprocess.run(command, stderr=subprocess.PIPE, timeout=120, check=False, cwd=tmp_path)
    assert (ended.returncode, ended.stderr) == (130, b"lrviz: interrupted\n")


def test_a_wrong_command_is_named_also_before_arguments() -> None:
    line = complaint(ran("trian", "first-open"))
    assert line == "lrviz: there is no command trian; the nearest is train"


def test_presets_are_listed_with_their_sources_and_stand_for_a_session() -> None:
    lines = [line.split("\t") for line in ran("presets").stdout.splitlines()]
    assert [name for name, *_ in lines] == lrviz.presets()
    assert all("arXiv" in source for _, _, source in lines)
    assert "BERT" in ran("script", "bert-fine-tune").stdout
    missed = ran("script", "bert-fine-tun")
    assert missed.returncode == 2
    assert (
        "there is no file, lesson or preset 'bert-fine-tun'; the nearest is the preset bert-fine-tune" in missed.stderr
    )
