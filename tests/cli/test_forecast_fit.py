"""`lrviz forecast --fit`: a law fitted to a log, or to what `lrviz train` wrote."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

import lrviz
from lrviz.cli import main
from lrviz.export.tables import json_of_result
from lrviz.laws.fitting import fitted
from lrviz.laws.pace import Pace
from lrviz.results import Result, RunResult, Trace

STEPS = 400
COSINE, STEP = "CosineAnnealingLR(o, T_max=400)", "StepLR(o, 200)"
T = np.arange(STEPS)
RATES = lrviz.curve(COSINE, steps=STEPS).lr
LOSSES = 0.5 + 2 / np.sqrt(T + 1) - 2 * (0.1 - RATES)
Said = Callable[..., tuple[int, str, str]]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """Run a command line in this process by the annealing law, and give its code, its output and its complaints."""

    def run(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        return main(("forecast", *arguments, "--steps", str(STEPS), "--law", "annealing")), *capsys.readouterr()

    return run


def finals(output: str) -> list[float]:
    return [row["final"] for row in json.loads(output)]


def wanted() -> float:
    """Give what the law says of the cosine that is fitted to its own losses."""
    law = fitted("annealing", [(Pace.of(lambda t: RATES[t], STEPS), T, LOSSES)], adaptive=False).law
    return lrviz.forecast(COSINE, steps=STEPS, law="annealing", fit=law).final


def log(path: Path, head: str = "step,loss", first: int = 0, between: str = ",") -> str:
    rows = (f"{t + first}{between}{loss!r}" for t, loss in zip(T.tolist(), LOSSES.tolist(), strict=True))
    path.write_text("\n".join([head.replace(",", between), *rows]), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("head", "first", "between"),
    [
        ("step,loss", 0, ","),
        ("Iter,train_loss", 0, ";"),
        ("global_step,train/loss", 1, "\t"),
        ("_step,loss/train", 0, "|"),
    ],
)
def test_a_law_is_fitted_to_a_log_of_the_first_run(
    head: str, first: int, between: str, said: Said, tmp_path: Path
) -> None:
    path = log(tmp_path / "log.csv", head, first, between)
    code, output, complaints = said(COSINE, STEP, "--fit", path, "--format", "json")
    assert (code, complaints) == (0, "")
    cosine, step = finals(output)
    assert cosine == pytest.approx(wanted())
    assert cosine == pytest.approx(LOSSES[-1], abs=0.02)
    assert step != pytest.approx(cosine, rel=1e-3)
    assert json.loads(output)[0]["unit"] == "the log’s unit"


def test_the_table_says_what_it_was_fitted_to(said: Said, tmp_path: Path) -> None:
    output = said(COSINE, "--fit", log(tmp_path / "log.csv"))[1]
    assert "Fitted to 256 losses of 1 run" in " ".join(output.split())


def test_rows_without_a_loss_are_left_out_and_a_step_that_comes_twice_has_its_last(said: Said, tmp_path: Path) -> None:
    rows = [f"0,9.0,{T[0]}", *(f"0,{loss!r},{t}" for t, loss in zip(T, LOSSES.tolist(), strict=True))]
    mixed = [line for row, t in zip(rows[1:], T, strict=True) for line in (row, f"1,,{t}")]
    (tmp_path / "log.csv").write_text("\n".join(["x,loss,step", rows[0], *mixed, "", "1"]), encoding="utf-8")
    assert finals(said(COSINE, "--fit", str(tmp_path / "log.csv"), "--format", "json")[1])[0] == pytest.approx(wanted())


def test_a_law_is_fitted_to_what_train_wrote(said: Said, tmp_path: Path) -> None:
    traces = {seed: Trace(LOSSES + by, RATES) for seed, by in ((0, -0.1), (3, 0.1))}
    bad = Trace(np.array([1.0, np.inf]), RATES[:2], diverged_at=1)
    result = Result("cpu", (RunResult("CosineAnnealingLR", traces), RunResult("bad", {0: bad})))
    (tmp_path / "race.json").write_bytes(json_of_result(result))
    code, output, complaints = said(COSINE, "--fit", str(tmp_path / "race.json"), "--format", "json")
    assert (code, complaints) == (0, "")
    assert finals(output)[0] == pytest.approx(wanted())


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("log.csv", "epoch,loss\n1,2", "has no column step or steps or global_step"),
        ("log.csv", "step,accuracy\n1,2", "has no column loss or train_loss or train/loss"),
        ("log.csv", "", "it is empty"),
        ("log.csv", "step,loss\n0,1\n1,high", "log.csv, line 3: 'high' is no number"),
        ("log.csv", "step,loss\n0,nan", "log.csv, line 2: 'nan' is no number"),
        ("log.csv", "step,loss\n0.5,1", "line 2: step '0.5' is no whole number of at least 0"),
        ("log.csv", "step,loss\n9000,1", "goes to step 9000, and the runs have 400 updates: check --steps"),
        ("log.csv", "step,loss\n0,2\n1,1", "at least 16 losses: annealing has 4 coefficients"),
        ("log.csv", "step,loss\n" + "x" * 200_000, "can’t be read: field larger than"),
        ("race.json", "[1", "is no result of lrviz train"),
        ("race.json", '{"runs": [{"name": "a", "losses": [null], "lrs": [0.1]}]}', "holds no run that came to its end"),
        ("gone.csv", None, "gone.csv can’t be read: no such file"),
        ("log.txt", "step,loss", "fit must be 100M, 25M or 400M"),
    ],
)
def test_what_holds_no_log_is_refused_in_a_line(
    name: str, text: str | None, sentence: str, said: Said, tmp_path: Path
) -> None:
    path = tmp_path / name
    if text is not None:
        path.write_text(text, encoding="utf-8")
    code, output, complaints = said(COSINE, "--fit", str(path))
    assert (code, output) == (2, "")
    (line,) = complaints.splitlines()
    assert sentence in line


def test_the_bound_has_nothing_to_fit(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(("forecast", COSINE, "--steps", "9", "--fit", log(tmp_path / "log.csv"))) == 2
    assert "bound has nothing to fit; give --law multi-power or annealing" in capsys.readouterr().err
