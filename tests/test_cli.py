"""The command line as a person or a script meets it: real processes, exit codes, one-line errors, no screen."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import lrviz
from lrviz import (
    CNN,
    SGD,
    Adagrad,
    CosineAnnealingLR,
    Digits,
    Experiment,
    Group,
    HuberLoss,
    Linear,
    Moons,
    Muon,
    OneCycleLR,
    OwnData,
    OwnModel,
    Quadratic,
    Run,
    StepLR,
    Training,
    Walk,
    save,
)
from lrviz.catalog.problem import Problem
from lrviz.cli import main
from lrviz.cli.parsers import COMMANDS

STEP = "StepLR(optimizer, step_size=2)"


def ran(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run `python -m lrviz` as a program."""
    environment = {**os.environ, **options.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-m", "lrviz", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        timeout=120,
        **options,
    )


def complaint(done: subprocess.CompletedProcess[str], code: int = 2) -> str:
    """Give the one line a command complained with."""
    assert done.returncode == code, done.stderr
    (line,) = done.stderr.splitlines()
    assert line.startswith("lrviz: ")
    return line


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), *((name, "--help") for name in COMMANDS)])
def test_help_and_version_leave_standard_error_empty(arguments: tuple[str, ...]) -> None:
    done = ran(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout
    if arguments == ("--version",):
        assert done.stdout == f"lrviz {lrviz.__version__}\n"


def test_curve_prints_every_step() -> None:
    rows = list(csv.DictReader(io.StringIO(ran("curve", STEP, "--steps", "5", "--lr", "1").stdout)))
    assert [int(row["step"]) for row in rows] == [0, 1, 2, 3, 4]
    assert [float(row["lr"]) for row in rows] == lrviz.curve(STEP, lr=1, steps=5).lr.tolist()
    head = ran("curve", "OneCycleLR(o, 1, 9)", "--steps", "3").stdout.splitlines()[0]
    assert head == "step,lr,momentum"


def test_curve_prints_single_steps_of_the_longest_plan() -> None:
    done = ran("curve", "CosineAnnealingLR(o, T_max=10**12)", "--at", "0,1e9,500_000_000_000")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    schedule = lrviz.CosineAnnealingLR(10**12)
    assert [int(row["step"]) for row in rows] == [0, 10**9, 5 * 10**11]
    assert [float(row["lr"]) for row in rows] == lrviz.curve(schedule, at=[0, 10**9, 5 * 10**11]).lr.tolist()


def test_curve_supposes_no_metric_for_a_plateau() -> None:
    rows = csv.DictReader(io.StringIO(ran("curve", "ReduceLROnPlateau(o, patience=0)", "--steps", "50").stdout))
    assert {row["lr"] for row in rows} == {"0.1"}


def test_a_picture_of_a_plateau_shows_the_metric_it_supposes(tmp_path: Path) -> None:
    path = tmp_path / "plateau.svg"
    done = ran("curve", "ReduceLROnPlateau(o, patience=0)", "--steps", "50", "-o", str(path))
    assert done.returncode == 0, done.stderr
    text = path.read_text(encoding="utf-8")
    assert "supposed: LearningCurve" in text


def test_curve_reads_a_file_standard_input_and_answers(tmp_path: Path) -> None:
    text = "opt = SGD(m.parameters(), lr=args.lr)\ns = StepLR(opt, len(loader))"
    (tmp_path / "train.py").write_text("\ufeff" + text, encoding="utf-8")
    answers = ("--name", "args.lr=0.5", "--name", "len(loader)=2", "--steps", "3", "--format", "json")
    from_file = ran("curve", str(tmp_path / "train.py"), *answers)
    from_input = ran("curve", "-", *answers, input=text)
    assert from_file.stdout == from_input.stdout
    assert json.loads(from_file.stdout)["lr"] == pytest.approx([0.5, 0.5, 0.05])


@pytest.mark.parametrize("suffix", ["csv", "json", "png", "svg", "pdf"])
def test_curve_writes_a_file(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"x.{suffix}"
    done = ran("curve", STEP, "--steps", "50", "-o", str(path))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    start = {"csv": b"step,lr\n", "json": b"{", "png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[suffix]
    assert path.read_bytes().startswith(start)
    assert list(tmp_path.iterdir()) == [path]


def test_a_curve_that_ends_early_says_so(tmp_path: Path) -> None:
    done = ran("curve", "OneCycleLR(o, 1, total_steps=4)", "--steps", "9")
    assert "Tried to step 5 times" in complaint(done, 1)
    assert len(done.stdout.splitlines()) == 6


def test_a_closed_pipe_is_silent() -> None:
    command = f"{sys.executable} -m lrviz curve '{STEP}' --steps 3000000 | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "step,lr\n", "")


def test_lessons_are_listed() -> None:
    assert ran("lessons").stdout.split() == lrviz.lessons()


def test_train_ends_with_a_table_and_a_result(tmp_path: Path) -> None:
    done = ran("train", "first-open", "--device", "cpu", "-o", str(tmp_path / "result.json"))
    assert (done.returncode, done.stderr) == (0, "")
    result = lrviz.train(lrviz.load("first-open"), device="cpu")
    document = json.loads((tmp_path / "result.json").read_text())
    assert [run["name"] for run in document["runs"]] == ["constant", "step", "cosine"]
    for run, raced in zip(document["runs"], result.runs, strict=True):
        assert run["losses"] == raced.losses.tolist()
        assert run["metrics"]["accuracy"] == raced.metrics["accuracy"].tolist()
    lines = {line.split()[0]: line for line in done.stdout.splitlines() if line.strip()}
    best = max(result.runs, key=lambda run: run.metrics["accuracy"][-1])
    assert f"{best.metrics['accuracy'][-1]:.2%} *" in lines[best.name]
    assert "Trained on CPU (cpu)" in done.stdout


def test_a_diverged_run_is_marked_and_the_others_go_on(tmp_path: Path) -> None:
    runs = (Run("hot", None, SGD(1e6, momentum=0.9)), Run("[red]mild", StepLR(5)), Run("short", OneCycleLR(0.1, 3)))
    save(Experiment.of(*runs, steps=30), tmp_path / "study.lrviz")
    done = ran("train", str(tmp_path / "study.lrviz"), "-o", str(tmp_path / "r.json"))
    assert (done.returncode, done.stderr) == (1, "")
    assert "diverged at step" in done.stdout
    assert "[red]mild" in done.stdout
    assert "halted after" in done.stdout
    document = json.loads((tmp_path / "r.json").read_text())
    assert document["runs"][0]["diverged_at"] is not None
    assert len(document["runs"][1]["losses"]) == 30


def test_script_writes_the_chosen_run(tmp_path: Path) -> None:
    session = lrviz.load("first-open")
    assert ran("script", "first-open").stdout == lrviz.script(session, 0)
    assert ran("script", "first-open", "--run", "cosine", "-o", str(tmp_path / "t.py")).returncode == 0
    assert (tmp_path / "t.py").read_text(encoding="utf-8") == lrviz.script(session, 2)


def test_a_plan_of_other_data_is_refused_in_a_sentence_and_trained_in_miniature(tmp_path: Path, capsys: Any) -> None:
    plan = Experiment.of(Run("run", CosineAnnealingLR(9000)), steps=9000, examples=10**6, batch_size=4096)
    save(plan, session := tmp_path / "plan.lrviz")
    assert main(["train", str(session)]) == 2
    assert capsys.readouterr().err.startswith("lrviz: an update of 4096 examples is planned, and digits")
    assert main(["train", str(session), "--miniature", "4", "-o", str(tmp_path / "r.json")]) == 0
    [result] = json.loads((tmp_path / "r.json").read_text())["runs"]
    assert result["lrs"] == plan.miniature(4).curve(0, range(4)).lr.tolist()
    capsys.readouterr()
    assert main(["script", str(session), "--miniature", "4"]) == 0
    assert capsys.readouterr().out == lrviz.script(plan.miniature(4))


UNFIT = {
    "model": (Run("run"), Moons(model=CNN()), "CNN needs pictures"),
    "loss": (Run("run", loss=HuberLoss()), Digits(), "HuberLoss is for a number"),
    "optimizer": (Run("run", optimizer=Muon()), Digits(), "Muon takes only matrices, and 0.bias (64) isn't one"),
    "scheduler": (Run("run", OneCycleLR(0.1, 9), Adagrad()), Digits(), "optimizer must support momentum"),
    "groups": (Run("run", groups=(Group("*", frozen=True),)), Digits(), "all parameters are frozen"),
}


@pytest.mark.parametrize("what", UNFIT)
def test_a_run_whose_parts_do_not_fit_is_halted_with_a_sentence_and_has_no_script(
    what: str, tmp_path: Path, capsys: Any
) -> None:
    run, problem, why = UNFIT[what]
    session = tmp_path / "unfit.lrviz"
    save(Experiment(problem, Training(steps=3), (run,)), session)
    assert main(["train", str(session), "-o", str(tmp_path / "result.json")]) == 1
    [result] = json.loads((tmp_path / "result.json").read_text())["runs"]
    assert result["losses"] == []
    assert why[:30] in " ".join(capsys.readouterr().out.split())
    assert main(["script", str(session)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"lrviz: there is no script for 'run': {why}")


@pytest.mark.parametrize("view", ["schedule", "training"])
def test_render_needs_no_screen(view: str, tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    env = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = ran("render", "first-open", "--view", view, "-o", str(path), "--size", "900x600", "--theme", "dark", env=env)
    assert (done.returncode, done.stderr) == (0, "")
    data = path.read_bytes()
    assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == (900, 600)


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
        (("render", "first-open", "--view", "finder", "-o", "x.png"), "finder"),
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

    monkeypatch.setattr("tempfile.mkstemp", denied)
    assert main(("curve", STEP, "--steps", "3", "-o", str(tmp_path / "x.csv"))) == 2
    assert "can’t be written: Permission denied" in capsys.readouterr().err


def test_something_unexpected_is_one_line_and_a_log(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    def broken() -> list[str]:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr("lrviz.cli.commands.known_lessons", broken)
    assert main(("lessons",)) == 1
    (line,) = capsys.readouterr().err.splitlines()
    log = Path(line.partition("(more in ")[2].removesuffix(")"))
    assert "RuntimeError: two lines" in line
    assert "Traceback" in log.read_text(encoding="utf-8")


def test_an_interrupt_leaves_no_half_file(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    process = subprocess.Popen(
        [sys.executable, "-m", "lrviz", "curve", STEP, "--steps", "500000000", "-o", str(path)], stderr=subprocess.PIPE
    )
    while process.poll() is None and not any(part.stat().st_size for part in tmp_path.iterdir()):
        time.sleep(0.01)  # until it is amid writing
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, b"lrviz: interrupted\n")
    assert list(tmp_path.iterdir()) == []


def test_a_run_in_training_can_be_interrupted(tmp_path: Path) -> None:
    save(Experiment.of(Run("run", StepLR(3)), steps=10**6), tmp_path / "long.lrviz")
    command = [sys.executable, "-m", "lrviz", "train", str(tmp_path / "long.lrviz"), "-o", str(tmp_path / "r.json")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while process.poll() is None and "torch" not in Path(f"/proc/{process.pid}/maps").read_text():
        time.sleep(0.02)
    time.sleep(1.5)  # torch is loading; the race has no sign a stranger could wait for
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, b"lrviz: interrupted\n")
    assert not (tmp_path / "r.json").exists()


def test_without_a_display_the_commands_that_need_none_are_named() -> None:
    line = complaint(ran(env={"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}))
    assert "no display" in line
    assert "lrviz train and lrviz render" in line
    assert "nothing answers" in complaint(ran(env={"DISPLAY": ":4321", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}))


def test_output_of_any_encoding_never_fails(tmp_path: Path) -> None:
    save(Experiment.of(Run("경주", StepLR(3)), steps=3), tmp_path / "s.lrviz")
    done = ran("train", str(tmp_path / "s.lrviz"), env={"PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (0, "")


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
    ended = subprocess.run(command, stderr=subprocess.PIPE, timeout=30, check=False, cwd=tmp_path)
    assert (ended.returncode, ended.stderr) == (130, b"lrviz: interrupted\n")


def test_a_landscape_is_written_whole_as_arrays(tmp_path: Path) -> None:
    problem = Digits(held_out=0.9, model=Linear())
    runs = (Run("a", optimizer=SGD(0.1)), Run("b", optimizer=SGD(0.5)))
    save(Experiment.of(*runs, problem=problem, steps=3), tmp_path / "s.lrviz")
    target = tmp_path / "x.npz"
    asked = ("--method", "pca", "--what", "accuracy", "--grid", "4", "--span", "2", "--device", "cpu")
    done = ran("landscape", str(tmp_path / "s.lrviz"), *asked, "-o", str(target))
    assert (done.returncode, done.stderr) == (0, "")
    with np.load(target, allow_pickle=False) as loaded:
        assert loaded["values"].shape == (4, 4)
        assert (str(loaded["method"]), str(loaded["what"]), loaded["names"].tolist()) == ("pca", "accuracy", ["a", "b"])
        assert loaded["path_1"].shape == (4, 2)
        assert (loaded["path_loss_1"] >= 0).all()


@pytest.mark.parametrize("command", [("landscape", "--grid", "4"), ("render", "--view", "landscape")])
@pytest.mark.parametrize("problem", [Digits(held_out=0.9, model=Linear()), Walk(model=Quadratic())])
def test_a_landscape_is_a_picture_too_without_a_screen(
    tmp_path: Path, command: tuple[str, ...], problem: Problem
) -> None:
    save(Experiment.of(Run("quick"), Run("slow"), problem=problem, steps=3), tmp_path / "s.lrviz")
    name, *options = command
    target = tmp_path / "x.svg"
    env = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = ran(name, str(tmp_path / "s.lrviz"), *options, "--size", "700x500", "-o", str(target), env=env)
    assert (done.returncode, done.stderr) == (0, "")
    drawn = target.read_text(encoding="utf-8")
    assert 'width="700"' in drawn or 'viewBox="0 0 700 500"' in drawn
    assert ">slow" in drawn


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-o", "x.txt"), "-o x.txt must end in .npz"),
        (("-o", "x.npz", "--grid", "2"), "Survey(grid=2): grid must be a whole number between 3 and 401"),
        (("-o", "x.npz", "--span", "wide"), "argument --span: wide is neither auto nor a number"),
        (("-o", "x.npz", "--method", "ends", "--seed", "-1"), "argument --seed"),
        ((), "the following arguments are required: -o/--output"),
    ],
)
def test_a_landscape_that_can_not_be_made_is_said_in_a_line(
    tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    assert words in complaint(ran("landscape", "first-open", *arguments, cwd=tmp_path))
    assert not list(tmp_path.iterdir())


def test_a_session_s_own_model_is_executed_only_where_it_is_trusted(tmp_path: Path) -> None:
    (tmp_path / "net.py").write_text(
        "from torch import nn\ndef net(inputs, outputs): return nn.Linear(inputs, outputs)\n"
    )
    problem = Digits(model=OwnModel.of(tmp_path / "net.py"))
    save(Experiment.of(Run("a"), problem=problem, steps=22), tmp_path / "s.lrviz")
    for command in (("train",), ("render", "--view", "training", "-o", str(tmp_path / "x.png"))):
        line = complaint(ran(command[0], str(tmp_path / "s.lrviz"), *command[1:]))
        assert line == "lrviz: net.py is a program, and nobody has agreed to execute it (trust=True, or --trust)"
    assert ran("train", str(tmp_path / "s.lrviz"), "--trust").returncode == 0
    assert ran("script", str(tmp_path / "s.lrviz")).returncode == 0  # it is only named in it


def test_data_that_are_gone_are_said_in_a_line(tmp_path: Path) -> None:
    path = tmp_path / "homes.csv"
    path.write_text("size,sold\n" + "1,yes\n2,no\n" * 30)
    save(Experiment.of(Run("a"), problem=OwnData.of(path, labels="sold"), steps=5), tmp_path / "s.lrviz")
    assert ran("train", str(tmp_path / "s.lrviz")).returncode == 0
    path.unlink()
    line = complaint(ran("train", str(tmp_path / "s.lrviz")))
    assert line == f"lrviz: {path} can’t be read: No such file or directory; choose the data anew"


def test_a_wrong_command_is_named_also_before_arguments() -> None:
    line = complaint(ran("trian", "first-open"))
    assert line == "lrviz: there is no command trian; the nearest is train"


def test_what_a_text_does_not_say_is_asked_for_as_the_command_line_takes_it() -> None:
    line = complaint(ran("curve", "StepLR(optimizer, step_size=n)", "--steps", "3"))
    assert "say what it is: --name n=…" in line


def test_a_plateau_s_numbers_say_that_it_is_told_nothing() -> None:
    done = ran("curve", "ReduceLROnPlateau(optimizer)", "--steps", "3")
    assert done.returncode == 0
    assert done.stderr == "lrviz: ReduceLROnPlateau is told no metric here, so its rate is never cut\n"
    warm = ran("curve", "PlateauLRScheduler(optimizer, patience_t=0, warmup_t=4)", "--steps", "7", "--lr", "1")
    assert [line.partition(",")[2] for line in warm.stdout.split()[1:]] == [
        "0.0", "0.25", "0.5", "0.75", "1.0", "1.0", "1.0",
    ]  # fmt: skip
    assert warm.stderr == "lrviz: PlateauLRScheduler is told no metric here, so its rate is never cut\n"


def test_a_reader_that_leaves_the_table_is_no_diverged_run(tmp_path: Path) -> None:
    save(Experiment.of(*(Run(f"run {i}") for i in range(400)), steps=1), tmp_path / "s.lrviz")
    command = f"{sys.executable} -m lrviz train {tmp_path / 's.lrviz'} --device cpu | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")


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
