"""`lrviz find-lr`: a table, a sentence, and the losses in a file."""

from __future__ import annotations

import csv
import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import lrviz
from lrviz import SGD, Digits, Experiment, Group, OwnModel, Run, save
from lrviz.cli import main
from lrviz.cli.finding import headline
from lrviz.finding import SUGGESTIONS, found
from tests.cli.commands import ran

FAST = ("--seeds", "2", "--updates", "40", "--device", "cpu")


def rows(printed: str) -> dict[str, str]:
    """Give the lines of a table by the suggestion they are of."""
    lines = {
        each.name: [line for line in printed.splitlines() if line.strip().startswith(each.name)] for each in SUGGESTIONS
    }
    return {name: found[0] for name, found in lines.items()}


def test_it_prints_what_is_suggested_and_writes_what_was_lost(tmp_path: Path) -> None:
    done = ran("find-lr", "first-open", "--run", "cosine", *FAST, "-o", str(tmp_path / "x.json"))
    assert (done.returncode, done.stderr) == (0, "")
    search = lrviz.find_lr(lrviz.load("first-open"), "cosine", seeds=2, updates=40, device="cpu")
    for name, line in rows(done.stdout).items():
        rate, own = search.suggestions[name][0], search.by_seed[name]
        assert f"{rate:.2g}  " in line
        assert f"{own.min():.2g} to {own.max():.2g}" in line
    assert headline(search) in done.stdout
    document = json.loads((tmp_path / "x.json").read_text())
    assert document["lrs"] == search.lrs.tolist()
    assert [document[key] for key in ("run", "on", "group", "device", "seeds")] == [
        "cosine",
        "train",
        None,
        "cpu",
        [0, 1],
    ]
    assert document["suggestions"]["valley"]["lr"] == search.suggestions["valley"][0]
    assert document["suggestions"]["valley"]["by_seed"] == search.by_seed["valley"].tolist()


def test_what_is_no_number_is_null_and_an_empty_cell(tmp_path: Path) -> None:
    arguments = ["find-lr", "first-open", *FAST, "--to", "1e5"]
    assert main([*arguments, "-o", str(tmp_path / "x.json")]) == 0
    assert main([*arguments, "-o", str(tmp_path / "x.csv")]) == 0
    document = json.loads((tmp_path / "x.json").read_text())
    table = list(csv.DictReader((tmp_path / "x.csv").read_text().splitlines()))
    assert list(table[0]) == ["lr", "loss, seed 0", "loss, seed 1", "smoothed, seed 0", "smoothed, seed 1"]
    assert None in document["losses"][0]
    for row, losses, smoothed in zip(table, document["losses"][0], document["smoothed"][0], strict=True):
        assert row["loss, seed 0"] == ("" if losses is None else repr(losses))
        assert row["smoothed, seed 0"] == ("" if smoothed is None else repr(smoothed))
    assert [float(row["lr"]) for row in table] == document["lrs"]


def test_a_picture_shows_the_search_without_a_screen(tmp_path: Path) -> None:
    env = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    words = "--size", "700x500", "--no-outlines"
    done = ran("find-lr", "first-open", *FAST, *words, "-o", str(tmp_path / "x.svg"), env=env)
    assert (done.returncode, done.stderr) == (0, "")
    drawn = (tmp_path / "x.svg").read_text(encoding="utf-8")
    assert 'width="700"' in drawn or 'viewBox="0 0 700 500"' in drawn
    assert ">valley" in drawn


def test_options_are_those_of_the_function(tmp_path: Path, capsys: Any) -> None:
    groups = (Group("*.bias", lr=0.01),)
    save(Experiment.of(Run("a"), Run("b", None, SGD(0.1), groups=groups)), session := tmp_path / "s.lrviz")
    given = ["--run", "b", "--group", "*.bias", "--on", "val", "--from", "0.001", "--to", "0.5"]
    assert main(["find-lr", str(session), *FAST, *given, "-o", str(tmp_path / "x.json")]) == 0
    search = lrviz.find_lr(
        lrviz.load(session), 1, group=1, on="val", low=0.001, high=0.5, seeds=2, updates=40, device="cpu"
    )
    document = json.loads((tmp_path / "x.json").read_text())
    assert (document["run"], document["group"], document["on"]) == ("b", 1, "val")
    np.testing.assert_array_equal(document["losses"], search.losses)
    capsys.readouterr()
    assert main(["find-lr", str(session), *FAST, "--run", "b", "--group", "1"]) == 0


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["--run", "cosin"], "run must be a name, or an index below 3; the nearest is cosine"),
        (["--from", "1", "--to", "0.5"], "find_lr(high=0.5): high must be a number above low, which is 1"),
        (["--seeds", "0"], "find_lr(seeds=0): seeds must be a whole number between 1 and 64"),
        (["--updates", "5"], "find_lr(updates=5)"),
        (["--to", "nan"], "find_lr(high=nan): high must be finite"),
        (["--group", "*.bias"], "find_lr(group='*.bias')"),
        (["-o", "x.txt"], "-o x.txt must end in"),
    ],
)
def test_wrong_use_is_one_line(given: list[str], words: str, capsys: Any) -> None:
    assert main(["find-lr", "first-open", "--device", "cpu", *given]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("lrviz: ")
    assert words in line


def test_a_program_is_executed_with_trust_only(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "net.py").write_text(
        "from torch import nn\n\ndef net(inputs, outputs):\n    return nn.Linear(inputs, outputs)\n"
    )
    problem = Digits(model=OwnModel.of(tmp_path / "net.py", "net"))
    save(Experiment.of(Run("a"), problem=problem), session := tmp_path / "s.lrviz")
    assert main(["find-lr", str(session), *FAST]) == 2
    assert "net.py is a program" in capsys.readouterr().err
    assert main(["find-lr", str(session), *FAST, "--trust"]) == 0


def test_a_plan_of_other_data_is_searched_in_miniature(capsys: Any) -> None:
    assert main(["find-lr", "llama-7b", *FAST]) == 2
    assert "a miniature of the plan has batches that fit" in capsys.readouterr().err
    assert main(["find-lr", "llama-7b", *FAST, "--miniature", "100"]) == 0


def test_nothing_suggested_is_said_and_is_a_finding(tmp_path: Path, capsys: Any) -> None:
    save(Experiment.of(Run("a", None, SGD(0.1))), session := tmp_path / "s.lrviz")
    assert main(["find-lr", str(session), *FAST, "--from", "1e30", "--to", "1e31"]) == 1
    assert "never falls by more than its noise from 1e+30" in capsys.readouterr().out


LRS = np.geomspace(1e-3, 1, 40)
SHORT = "The loss of a run falls longest around 0.012 and is lowest around 0.2"
FALL = np.r_[np.linspace(2, 1, 30), np.linspace(1.2, 3, 10)]


@pytest.mark.parametrize(
    ("losses", "words"),
    [
        ([np.full(40, math.nan)], "No seed of a run has a loss that is a number."),
        ([np.linspace(1, 2, 40)], "The loss of a run never falls by more than its noise from 0.001 to 1."),
        ([np.linspace(2, 1, 40)], "The loss of a run falls longest around 0.024, and has no lowest point up to 1."),
        ([FALL], f"{SHORT}."),
        (
            [FALL, np.r_[FALL[:35], np.full(5, math.nan)]],
            f"{SHORT}; 1 of 2 seeds was cut, the first at 0.49.",
        ),
    ],
)
def test_the_headline_says_what_can_be_said(losses: list[Any], words: str) -> None:
    assert headline(found("a run", LRS, np.array(losses))) == words
