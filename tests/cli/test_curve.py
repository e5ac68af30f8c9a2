"""`lrviz curve`: numbers, pictures, and where they end."""

from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import lrviz
from tests.cli.commands import STEP, complaint, ran


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
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (0, "step,lr\n", "")


def test_an_interrupt_leaves_no_half_file(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    process = subprocess.Popen(
        [sys.executable, "-m", "lrviz", "curve", STEP, "--steps", "500000000", "-o", str(path)], stderr=subprocess.PIPE
    )
    while process.poll() is None and not any(part.stat().st_size for part in tmp_path.iterdir()):
        time.sleep(0.01)  # until it is amid writing
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (130, b"lrviz: interrupted\n")
    assert list(tmp_path.iterdir()) == []


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
