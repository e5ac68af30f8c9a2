"""`lrviz train` and `lrviz script`: what becomes of a session's runs."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import msgspec
import pytest

import lrviz
from lrviz import (
    CNN,
    SGD,
    Adagrad,
    Branch,
    CosineAnnealingLR,
    Digits,
    EarlyStopping,
    Experiment,
    Group,
    HuberLoss,
    Moons,
    Muon,
    OneCycleLR,
    OwnData,
    OwnModel,
    Run,
    StepLR,
    Training,
    save,
)
from lrviz.cli import main
from tests.cli.commands import ran


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


def test_a_run_in_training_can_be_interrupted(tmp_path: Path) -> None:
    save(Experiment.of(Run("run", StepLR(3)), steps=10**6), tmp_path / "long.lrviz")
    command = [sys.executable, "-m", "lrviz", "train", str(tmp_path / "long.lrviz"), "-o", str(tmp_path / "r.json")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while process.poll() is None and "torch" not in Path(f"/proc/{process.pid}/maps").read_text():
        time.sleep(0.02)
    time.sleep(1.5)  # torch is loading; the race has no sign a stranger could wait for
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (130, b"lrviz: interrupted\n")
    assert not (tmp_path / "r.json").exists()


def test_output_of_any_encoding_never_fails(tmp_path: Path) -> None:
    save(Experiment.of(Run("경주", StepLR(3)), steps=3), tmp_path / "s.lrviz")
    done = ran("train", str(tmp_path / "s.lrviz"), env={"PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (0, "")


def test_a_session_s_own_model_is_executed_only_where_it_is_trusted(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "net.py").write_text(
        "from torch import nn\ndef net(inputs, outputs): return nn.Linear(inputs, outputs)\n"
    )
    problem = Digits(model=OwnModel.of(tmp_path / "net.py"))
    save(Experiment.of(Run("a"), problem=problem, steps=22), tmp_path / "s.lrviz")
    for command in (("train",), ("render", "--view", "training", "-o", str(tmp_path / "x.png"))):
        assert main((command[0], str(tmp_path / "s.lrviz"), *command[1:])) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert line == "lrviz: net.py is a program, and nobody has agreed to execute it (trust=True, or --trust)"
    assert ran("train", str(tmp_path / "s.lrviz"), "--trust").returncode == 0
    assert main(("script", str(tmp_path / "s.lrviz"))) == 0  # it is only named in it


def test_data_that_are_gone_are_said_in_a_line(tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "homes.csv"
    path.write_text("size,sold\n" + "1,yes\n2,no\n" * 30)
    save(Experiment.of(Run("a"), problem=OwnData.of(path, labels="sold"), steps=5), tmp_path / "s.lrviz")
    assert main(("train", str(tmp_path / "s.lrviz"))) == 0
    path.unlink()
    assert main(("train", str(tmp_path / "s.lrviz"))) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line == f"lrviz: {path} can’t be read: no such file or directory; choose the data anew"


def test_a_reader_that_leaves_the_table_is_no_diverged_run(tmp_path: Path) -> None:
    save(Experiment.of(*(Run(f"run {i}") for i in range(400)), steps=1), tmp_path / "s.lrviz")
    command = f"{sys.executable} -m lrviz train {tmp_path / 's.lrviz'} --device cpu | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_branch_and_an_early_stop_are_in_table_and_result(tmp_path: Path, capsys: Any) -> None:
    wild = Run("wild", None, SGD(lr=1.0, momentum=0.9))
    plan = Experiment.of(
        Run("calm", None, SGD(lr=0.1)),
        Run("child", None, SGD(lr=0.02), branch=Branch("calm", 20)),
        msgspec.structs.replace(wild, early_stopping=EarlyStopping(2)),
        steps=80,
        validate_every=5,
    )
    save(plan, tmp_path / "s.lrviz")
    assert main(("train", str(tmp_path / "s.lrviz"), "-o", str(tmp_path / "r.json"), "--device", "cpu")) == 0
    calm, child, stopped = json.loads((tmp_path / "r.json").read_text())["runs"]
    assert child["losses"][:21] == calm["losses"][:21]
    assert child["lrs"] == [0.1] * 20 + [0.02] * 60
    assert (calm["stopped_at"], child["stopped_at"]) == (None, None)
    assert stopped["stopped_at"] == len(stopped["losses"]) < 80
    assert f"stopped early after {stopped['stopped_at']} steps, best after" in capsys.readouterr().out
