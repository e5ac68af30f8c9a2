"""`lrviz lint` as a person, an editor or a workflow meets it: formats, exit codes, one-line errors."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import lrviz
from lrviz import CosineAnnealingLR, Experiment, Run, save
from lrviz.cli import main
from lrviz.rules.linter import rules
from lrviz.teaching.skeleton import skeleton

MADE = "opt = torch.optim.SGD(model.parameters(), lr=0.1)\nsched = CosineAnnealingLR(opt, T_max=50)\n"
EARLY = f"{MADE}for epoch in range(50):\n    sched.step()\n    for batch in loader:\n        opt.step()\n"


class Done(NamedTuple):
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


Ran = Callable[..., Done]


@pytest.fixture
def ran(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ran:
    """Run a command line in this process, `given` being what standard input holds."""

    def run(*arguments: str, given: str = "") -> Done:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
        capsys.readouterr()
        return Done(main(arguments), *capsys.readouterr())

    return run


@pytest.fixture
def file(tmp_path: Path) -> str:
    (tmp_path / "train.py").write_text(EARLY)
    return str(tmp_path / "train.py")


def test_a_finding_is_a_line(file: str, ran: Ran) -> None:
    done = ran("lint", file)
    assert (done.returncode, done.stderr) == (0, "")
    (line,) = done.stdout.splitlines()
    assert line.startswith(f"{file}:4: LR105 warning: sched.step() of line 4 comes before opt.step() of line 6")


def test_the_plan_is_what_is_said_or_what_the_loops_say(file: str, ran: Ran) -> None:
    assert "LR102 warning: after step 50 the learning rate rises again" in ran("lint", file, "--steps", "90").stdout
    late = EARLY.replace("    sched.step()\n", "") + "        sched.step()\n"
    done = ran("lint", "-", "--steps-per-epoch", "7", given=late)
    assert "-:2: LR102 warning: after step 50 the learning rate rises again, to 0.1 at step 100" in done.stdout
    assert "LR102" not in ran("lint", "-", given=late).stdout


def test_json_holds_every_field_and_the_lines_that_put_it_right(file: str, ran: Ran) -> None:
    first, second = json.loads(ran("lint", file, "--steps", "90", "--format", "json").stdout)
    assert list(first) == ["file", "rule", "severity", "message", "fix", "line"]
    assert (first["file"], first["rule"], first["severity"], first["line"]) == (file, "LR105", "warning", 4)
    assert first["fix"] == "    sched.step()"
    assert (second["rule"], second["line"]) == ("LR102", 2)
    assert second["fix"] == "sched = CosineAnnealingLR(opt, T_max=90)"
    assert json.loads(ran("lint", "-", "--format", "json", given="StepLR(opt, 30)").stdout) == []


def test_github_shows_a_finding_at_its_line(tmp_path: Path, ran: Ran, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a,b:c%.py").write_text(EARLY)
    done = ran("lint", "a,b:c%.py", "--format", "github")
    (line,) = done.stdout.splitlines()
    assert line.startswith("::warning file=a%2Cb%3Ac%25.py,line=4,title=LR105::sched.step() of line 4 comes before")
    info = ran("lint", "-", "--format", "github", given="StepLR(opt, n)")
    assert info.stdout.startswith(
        "::error file=-,line=1,title=LR203::n is not given in the text; say what it is: --name"
    )
    made = MADE.replace("CosineAnnealingLR(opt, T_max=50)", "StepLR(opt, 3)") + "other = ExponentialLR(opt, 0.9)\n"
    text = f"{made}for e in range(9):\n    opt.step()\n    other.step()\n    sched.step()\n"
    assert "::notice file=-,line=7,title=LR116::" in ran("lint", "-", "--format", "github", given=text).stdout


def test_an_error_ends_with_1_and_an_answer_mends_it(ran: Ran) -> None:
    text = "StepLR(opt, len(loader))"
    done = ran("lint", "-", given=text)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == (
        "-:1: LR203 error: len(loader) is not given in the text; say what it is: --name len(loader)=…\n"
    )
    assert ran("lint", "-", "--name", "len(loader)=9", given=text).stdout == ""


def test_a_session_s_runs_are_named(tmp_path: Path, ran: Ran) -> None:
    path = tmp_path / "study.lrviz"
    save(Experiment.of(Run("short", CosineAnnealingLR(10)), steps=30), path)
    done = ran("lint", str(path), "--format", "json")
    (found,) = [one for one in json.loads(done.stdout) if one["rule"] == "LR102"]
    assert (found["line"], found["file"]) == (None, str(path))
    assert "T_max=30" in found["fix"]
    assert f"{path} (short): LR102 warning: after step 10" in ran("lint", str(path)).stdout


def test_lessons_and_several_files_are_linted_together(file: str, ran: Ran) -> None:
    done = ran("lint", *lrviz.lessons(), file, file)
    assert done.stdout.count("LR105") == 2


def test_every_scene_of_a_lesson_is_linted(tmp_path: Path, ran: Ran) -> None:
    scene = '[[scenes]]\nname = "long"\nlike = "the experiment"\ntraining = { steps = 900 }\n'
    path = tmp_path / "mine.toml"
    path.write_text(skeleton(Experiment.first_open()) + scene, encoding="utf-8")
    assert "(cosine): LR102" in ran("lint", str(path)).stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nosuch.py",), "there is no file, lesson or preset 'nosuch.py'"),
        ((".",), ". is a folder"),
        ((), "the following arguments are required: FILE"),
        (("-", "--steps", "-4"), "argument --steps"),
        (("-", "--steps", "0"), "steps must be a whole number of at least 1"),
        (("-", "--format", "xml"), "argument --format"),
        (("-", "--name", "n"), "--name 'n' must be like args.lr=0.1"),
    ],
)
def test_wrong_use_is_one_line(arguments: tuple[str, ...], words: str, ran: Ran) -> None:
    done = ran("lint", *arguments, given="StepLR(opt, 3)")
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert words in line


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"\xff\xfe", 1),
        (b"StepLR(opt, 3)\n" * 700_000, 1),
        (b"(" * 90_000, 2),  # that it is no Python, and that nothing is left
        (b"\0", 1),
        (b"9**9**9**9", 1),
    ],
)
def test_whatever_a_file_holds_nothing_breaks(data: bytes, lines: int, tmp_path: Path, ran: Ran) -> None:
    (tmp_path / "bad.py").write_bytes(data)
    done = ran("lint", str(tmp_path / "bad.py"))
    assert done.returncode in (1, 2)
    assert len(done.stdout.splitlines()) + len(done.stderr.splitlines()) == lines
    assert "Traceback" not in done.stderr


def test_it_is_a_program_that_needs_no_torch(file: str) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "lrviz", "lint", file]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0
    assert done.stdout.startswith(f"{file}:4: LR105 warning: ")
    assert " torch\n" not in done.stderr
    assert "PySide6" not in done.stderr


def test_a_closed_pipe_is_silent(tmp_path: Path) -> None:
    (tmp_path / "many.py").write_text(MADE + "print(sched.get_lr())\n" * 1000)
    command = f"{sys.executable} -m lrviz lint {tmp_path}/many.py | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 1)


def test_rules_are_listed(ran: Ran) -> None:
    lines = [line.split("\t") for line in ran("rules").stdout.splitlines()]
    assert lines == [[one.id, one.title] for one in rules()]
