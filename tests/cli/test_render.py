"""`lrviz render` and `lrviz landscape`: any view as a picture, without a screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from lrviz import SGD, Digits, Experiment, Linear, Quadratic, Run, Walk, save
from lrviz.catalog.problem import Problem
from lrviz.cli import main
from tests.cli.commands import ran


@pytest.mark.parametrize("view", ["schedule", "training"])
def test_render_needs_no_screen(view: str, tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    env = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = ran("render", "first-open", "--view", view, "-o", str(path), "--size", "900x600", "--theme", "dark", env=env)
    assert (done.returncode, done.stderr) == (0, "")
    data = path.read_bytes()
    assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == (900, 600)


def test_a_landscape_is_written_whole_as_arrays(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    problem = Digits(held_out=0.9, model=Linear())
    runs = (Run("a", optimizer=SGD(0.1)), Run("b", optimizer=SGD(0.5)))
    save(Experiment.of(*runs, problem=problem, steps=3), tmp_path / "s.lrviz")
    target = tmp_path / "x.npz"
    asked = ("--method", "pca", "--what", "accuracy", "--grid", "4", "--span", "2", "--device", "cpu")
    assert main(("landscape", str(tmp_path / "s.lrviz"), *asked, "-o", str(target))) == 0
    assert capfd.readouterr().err == ""
    with np.load(target, allow_pickle=False) as loaded:
        assert loaded["values"].shape == (4, 4)
        assert (str(loaded["method"]), str(loaded["what"]), loaded["names"].tolist()) == ("pca", "accuracy", ["a", "b"])
        assert loaded["path_1"].shape == (4, 2)
        assert (loaded["path_loss_1"] >= 0).all()


def test_a_search_for_a_run_s_rate_is_a_picture(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    problem = Digits(held_out=0.9, model=Linear())
    save(Experiment.of(Run("quick"), Run("slow"), problem=problem, steps=3), tmp_path / "s.lrviz")
    target, file = tmp_path / "x.svg", str(tmp_path / "s.lrviz")
    asked = ("render", file, "--view", "finder", "--device", "cpu", "--no-outlines")
    assert main((*asked, "--run", "slow", "-o", str(target))) == 0
    drawn = target.read_text(encoding="utf-8")
    assert "Loss while the rate climbs" in drawn
    assert "valley" in drawn
    assert "Start slow" in drawn or "slow has" in drawn or "slow’s" in drawn
    assert main((*asked, "--run", "slwo", "-o", str(target))) == 2
    assert "slow" in capfd.readouterr().err


def test_the_gradients_of_an_update_are_a_picture(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    problem = Digits(held_out=0.9, model=Linear())
    save(Experiment.of(Run("quick"), Run("slow"), problem=problem, steps=12), tmp_path / "s.lrviz")
    target, file = tmp_path / "x.svg", str(tmp_path / "s.lrviz")
    asked = ("render", file, "--view", "gradients", "--device", "cpu", "--no-outlines")
    assert main((*asked, "--run", "slow", "--step", "7", "-o", str(target))) == 0
    drawn = target.read_text(encoding="utf-8")
    assert "slow, update 7 of 12" in drawn
    assert "Linear 64→10" in drawn
    assert "Update ÷ weight" in drawn
    assert main((*asked, "--step", "12", "-o", str(target))) == 2
    assert "step must be between 0 and 11" in capfd.readouterr().err


@pytest.mark.parametrize("command", [("landscape", "--grid", "4"), ("render", "--view", "landscape")])
@pytest.mark.parametrize("problem", [Digits(held_out=0.9, model=Linear()), Walk(model=Quadratic())])
def test_a_landscape_is_a_picture_too_without_a_screen(
    tmp_path: Path, command: tuple[str, ...], problem: Problem
) -> None:
    save(Experiment.of(Run("quick"), Run("slow"), problem=problem, steps=3), tmp_path / "s.lrviz")
    name, *options = command
    target = tmp_path / "x.svg"
    env = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    words = "--size", "700x500", "--no-outlines"
    done = ran(name, str(tmp_path / "s.lrviz"), *options, *words, "-o", str(target), env=env)
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
    tmp_path: Path, arguments: tuple[str, ...], words: str, capfd: pytest.CaptureFixture[str], monkeypatch: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(("landscape", "first-open", *arguments)) == 2
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith("lrviz: ")
    assert words in line
    assert not list(tmp_path.iterdir())


def test_a_picture_is_made_on_the_paper_that_the_options_say(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    plan, target = ("render", "first-open", "--view", "schedule"), tmp_path / "x.png"
    paper = ("--size", "60x40mm", "--dpi", "254", "--font-size", "6", "--transparent", "--no-headline")
    assert main((*plan, *paper, "--pane", "Learning rate", "-o", str(target))) == 0
    with Image.open(target) as image:
        assert (image.size, image.mode) == ((600, 400), "RGBA")
        assert image.info["dpi"] == pytest.approx((254, 254), abs=0.01)
        assert image.getpixel((0, 0))[3] == 0  # type: ignore[index]
    assert main((*plan, "--size", "column", "-o", str(tmp_path / "x.svg"))) == 0
    drawn = (tmp_path / "x.svg").read_text(encoding="utf-8")
    assert 'width="85mm"' in drawn
    assert "<text" not in drawn
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--dpi", "3"), "--dpi 3 must be a whole number between 36 and 1200"),
        (("--font-size", "100"), "--font-size 100.0 must be a number between 4 and 72"),
        (("--line-width", "0"), "--line-width 0.0 must be a number"),
        (("--pane", "Rate"), "there is no pane 'Rate': choose Learning rate or Forecast"),
        (("--size", "19000x19000"), "it may have 100 million in all"),
        (("--size", "A4"), "A4 is no size like 1280x800 or 85x60mm, nor slide, column, columns, square"),
        (("--size", "2x300mm"), "2x300mm is no size: each side must be at least 20"),
    ],
)
def test_paper_that_cannot_be_is_refused_in_words(
    options: tuple[str, ...], words: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(("render", "first-open", "--view", "schedule", *options, "-o", str(tmp_path / "x.png"))) == 2
    (line,) = capfd.readouterr().err.splitlines()
    assert words in line
    assert not list(tmp_path.iterdir())


def test_all_views_go_into_a_folder(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    problem = Digits(held_out=0.9, model=Linear())
    save(Experiment.of(Run("quick"), Run("slow"), problem=problem, steps=3), tmp_path / "s.lrviz")
    folder = tmp_path / "pictures"
    asked = ("render", str(tmp_path / "s.lrviz"), "--view", "all", "--format", "svg", "--device", "cpu")
    assert main((*asked, "-o", str(folder))) == 0
    known = {"schedule", "loss", "landscape", "training", "finder", "gradients"}
    assert {path.name for path in folder.iterdir()} == {f"{view}.svg" for view in known}
    assert main((*asked, "-o", str(tmp_path / "s.lrviz"))) == 2
    assert "is a file: --view all needs a folder" in capfd.readouterr().err
