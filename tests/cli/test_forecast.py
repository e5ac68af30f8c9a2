"""`lrviz forecast`: a row a run, what it rests on, and what it says where it says nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

import lrviz
from lrviz.cli import main
from tests.cli.commands import complaint, ran

COSINE, STEPS, LINEAR = (
    "CosineAnnealingLR(o, T_max=24000)",
    "StepLR(o, 12000)",
    "LinearLR(o, 1.0, 0.0, 24000)",
)
Said = Callable[..., tuple[int, str, str]]
THREE = (COSINE, STEPS, LINEAR)


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """Run a command line in this process, and give its code, its output and its complaints."""

    def run(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        return main(("forecast", *arguments)), *capsys.readouterr()

    return run


def rows(output: str) -> dict[str, list[str]]:
    """Give a table's rows by the run's name."""
    lines = output.splitlines()
    rule = next(i for i, line in enumerate(lines) if "──" in line)
    table = lines[rule + 1 : next(i for i in range(rule, len(lines)) if not lines[i].strip())]
    cells = [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in table]
    return {name: rest for name, *rest in cells}


def test_a_row_says_what_a_run_leads_to_and_its_place(said: Said) -> None:
    code, output, complaints = said(*THREE, "--steps", "24000")
    assert (code, complaints) == (0, "")
    table = rows(output)
    assert list(table) == ["CosineAnnealingLR", "StepLR", "LinearLR"]
    assert table["LinearLR"][0] == "2.000"
    assert [row[2] for row in table.values()] == ["1–2", "3", "1–2"]
    assert table["CosineAnnealingLR"][3] == "× 1.00"
    assert "arXiv 2501.18965" in output


def test_json_holds_the_curve(said: Said) -> None:
    code, output, _ = said(COSINE, "--steps", "24000", "--format", "json")
    (row,) = json.loads(output)
    wanted = lrviz.forecast(COSINE, steps=24000)
    assert code == 0
    assert list(row) == ["name", "law", "unit", "steps", "loss", "low", "high", "final", "best_lr", "outside"]
    assert row["steps"] == wanted.steps.tolist()
    np.testing.assert_allclose(row["loss"], wanted.loss)
    assert (row["final"], row["outside"]) == (pytest.approx(wanted.final), None)


def test_a_run_that_ends_too_early_is_said_to(said: Said) -> None:
    code, output, _ = said("OneCycleLR(o, 1, 12)", "--steps", "20", "--format", "json")
    (row,) = json.loads(output)
    assert code == 1
    assert (row["final"], row["best_lr"], row["loss"]) == (None, None, [])
    assert row["outside"].startswith("torch raises before step 19")
    assert "torch raises before step 19" in said("OneCycleLR(o, 1, 12)", "--steps", "20")[1]


def test_runs_of_a_session_and_texts_stand_together(said: Said) -> None:
    code, output, _ = said("cool-down", COSINE, COSINE, "--steps", "15000")
    assert code == 0
    assert list(rows(output)) == ["1 − √ cool-down", "cosine", "CosineAnnealingLR", "CosineAnnealingLR 2"]
    assert "not ranked against each other" in output


def test_a_law_s_coefficients_are_chosen_by_name(said: Said) -> None:
    text = "AdamW(m, lr=3e-4); s = CosineAnnealingLR(o, T_max=24000)".replace("AdamW", "o = AdamW")
    finals = [
        json.loads(said(text, "--steps", "24000", "--law", "multi-power", "--fit", fit, "--format", "json")[1])[0]
        for fit in ("25M", "400M")
    ]
    assert finals[0]["final"] > finals[1]["final"]
    assert finals[0]["unit"] == "nats"


def test_a_file_s_scheduler_is_read_with_the_answers_given(tmp_path: Path, said: Said) -> None:
    (tmp_path / "train.py").write_text("opt = SGD(m.parameters(), lr=args.lr)\ns = StepLR(opt, 10)", encoding="utf-8")
    code, output, _ = said(str(tmp_path / "train.py"), "--name", "args.lr=0.5", "--steps", "100")
    assert code == 0
    assert "train" in output or "StepLR" in output


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_a_picture_is_the_schedule_view(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"forecast.{suffix}"
    done = ran("forecast", *THREE, "--steps", "24000", "-o", str(path))
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert path.stat().st_size > 1000
    if suffix == "svg":
        assert "Forecast" in path.read_text(encoding="utf-8")


def test_json_goes_to_a_file(tmp_path: Path, said: Said) -> None:
    path = tmp_path / "forecast.json"
    assert said(COSINE, "--steps", "100", "-o", str(path)) == (0, "", "")
    assert json.loads(path.read_text(encoding="utf-8"))[0]["name"] == "CosineAnnealingLR"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((COSINE,), "--steps is missing: how many updates the runs have"),
        ((COSINE, "--steps", "0"), "--steps 0 leaves nothing to forecast"),
        (("first-open", "super-convergence"), "first-open plans 440 updates and super-convergence 10000"),
        ((COSINE, "--steps", "9", "--fit", "100M"), "fit must be left out: bound has nothing to fit"),
        ((COSINE, "--steps", "9", "--law", "multi-power", "--fit", "1B"), "fit must be 100M, 25M or 400M"),
        ((COSINE, "--steps", "9", "--format", "table", "-o", "x.json"), "contradict each other"),
        ((COSINE, "--steps", "9", "-o", "x.csv"), "must end in .json, .png, .svg, .pdf or .tex"),
        (("SGD(p, lr=args.lr); StepLR(o, 3)", "--steps", "9"), "--name args.lr=…"),
        (("missing.py", "--steps", "9"), "there is no file 'missing.py'"),
    ],
)
def test_what_can_t_be_forecast_is_refused_in_a_line(arguments: tuple[str, ...], sentence: str, said: Said) -> None:
    code, output, complaints = said(*arguments)
    assert (code, output) == (2, "")
    (line,) = complaints.splitlines()
    assert line.startswith("lrviz: ")
    assert sentence in line


def test_help_leaves_standard_error_empty() -> None:
    done = ran("forecast", "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "--law" in done.stdout
    assert "invalid choice" in complaint(ran("forecast", COSINE, "--steps", "9", "--law", "bund"))
