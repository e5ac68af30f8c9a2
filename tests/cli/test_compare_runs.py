"""`lrviz train --baseline --format`: what runs have more than another, as a table to paste."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from lrviz import SGD, Experiment, Run, StepLR, save
from lrviz.cli import main

PLAN = Experiment.of(Run("constant", None, SGD(lr=0.2)), Run("a_b", StepLR(10), SGD(lr=0.2)), steps=30, seeds=(0, 1))


@pytest.fixture
def session(tmp_path: Path) -> str:
    path = tmp_path / "study.lrviz"
    save(PLAN, path)
    return str(path)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["train", *arguments]) == 0
    return capsys.readouterr().out


def test_csv_has_differences_with_every_digit(session: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = told(capsys, session, "--baseline", "constant", "--format", "csv")
    constant, other = csv.DictReader(io.StringIO(text))
    apart = float(other["validation loss"]) - float(constant["validation loss"])
    assert float(other["Δ validation loss"]) == pytest.approx(apart)
    assert float(other["Δ validation loss ±"]) > 0
    assert constant["Δ validation loss"] == ""


def test_markdown_and_latex_hold_the_same_table(session: str, capsys: pytest.CaptureFixture[str]) -> None:
    markdown = told(capsys, session, "--format", "markdown").splitlines()
    assert [cell.strip() for cell in markdown[0].split("|")[1:-1]] == [
        "run", "loss, last epoch", "validation loss", "accuracy",
    ]  # fmt: skip
    assert r"a\_b" in markdown[3]
    latex = told(capsys, session, "--format", "latex", "--baseline", "constant")
    assert r"  a\_b & " in latex
    assert r"$\Delta$ accuracy" in latex


def test_the_table_for_people_gets_columns_only_for_a_baseline(
    session: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Δ" not in told(capsys, session)
    assert "Δ validation loss" in told(capsys, session, "--baseline", "a_b")


def test_a_baseline_that_isnt_there_is_named_before_anything_is_trained(
    session: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", session, "--baseline", "constnt"]) == 2
    assert "there is no run 'constnt': the nearest is constant" in capsys.readouterr().err
