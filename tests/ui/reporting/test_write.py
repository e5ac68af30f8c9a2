"""Reports of real experiments: what the views say and draw, what raced runs reached, and the session in them."""

from __future__ import annotations

import datetime as dt
import json
import pickle
import re
import shlex
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

import lrviz
from lrviz import Experiment, ResourceError, Result, Run, SpecError, StepLR, load, report
from lrviz.cli.parsers import parser_of
from lrviz.run import Run as AnyRun
from lrviz.ui.actions import actions
from lrviz.ui.racing.raced import of_result
from lrviz.ui.render import figure
from lrviz.ui.reporting.numbers import ROWS, commands
from lrviz.ui.reporting.order import Told, sendable, sendable_search
from lrviz.ui.views.suggested import Searched
from lrviz.ui.window import Window
from tests.strategies import specs
from tests.ui.opened import opened_alone


@cache
def raced() -> tuple[Experiment, Result]:
    """Give a short race of three runs with two seeds."""
    experiment = Experiment.first_open().miniature(40)
    experiment = replace(experiment, training=replace(experiment.training, seeds=(3, 4)))
    return experiment, lrviz.train(experiment, device="cpu")


def curves(path: Path) -> list[dict[str, Any]]:
    found = re.search(r'id="curves">(.*?)</script>', path.read_text(), re.DOTALL)
    assert found is not None
    known = json.loads(found[1])
    panes: list[dict[str, Any]] = known["panes"]
    for curve in (curve for pane in panes for curve in pane["curves"]):
        curve["x"] = known["xs"][curve["x"]]
    return panes


def planes(path: Path) -> list[dict[str, Any]]:
    found = re.search(r'id="curves">(.*?)</script>', path.read_text(), re.DOTALL)
    assert found is not None
    known: list[dict[str, Any]] = json.loads(found[1])["grounds"]
    return known


def test_a_report_says_what_the_window_says(tmp_path: Path, qapp: object) -> None:
    experiment, result = raced()
    path = tmp_path / "경주 report.html"
    report(experiment, path, result, title="A & B")
    text = path.read_text()
    assert load(path) == experiment
    assert "<title>A &amp; B</title>" in text
    for view in ("schedule", "training"):
        assert f"<h2>{escape(figure(experiment, view, 1000, of_result(experiment, result)).headline)}</h2>" in text
    assert "Means over 2 seeds." in text
    assert re.search(r'<td data-value="0\.\d+">0\.\d+ ± ', text)
    assert "CosineAnnealingLR(" in text
    assert "LR120" in text
    assert f"<dd>{lrviz.__version__}</dd>" in text
    assert "lrviz report &#x27;경주 report.html&#x27; --race" in text
    titles = [pane["title"] for pane in curves(path)]
    assert titles[:3] == ["Learning rate", "Forecast", "Train loss"]
    assert {curve["style"] for pane in curves(path)[:2] for curve in pane["curves"]} == {"solid", "band"}
    assert len(path.read_bytes()) < 2 * 2**20


def test_what_the_runs_answered_and_how_large_their_gradients_were_is_in_it(tmp_path: Path, qapp: object) -> None:
    experiment, result = raced()
    report(experiment, tmp_path / "r.html", result)
    text, found = (tmp_path / "r.html").read_text(), curves(tmp_path / "r.html")
    titles = [pane["title"] for pane in found]
    assert [title for title in titles if title in ("ROC curve", "Precision", "Reliability")] == titles[6:9]
    assert titles.count("Update ÷ weight") == 3, "of each run"
    assert {curve["run"] for pane in found if "by layer, step" in text for curve in pane["curves"]} <= {-1, 0, 1, 2}
    one = result.runs[0].by_seed[3].predictions
    assert one is not None
    right = int((one.output.argmax(axis=1) == one.target).sum())
    assert text.count("<caption>Confusion matrix") == 3
    cells = re.findall(r'<td class="s\d+">(\d*)</td>', text.partition("<caption>Confusion")[2].partition("</table>")[0])
    assert sum(int(cell or 0) for cell in cells) == len(one.target)
    assert sum(int(cells[11 * i] or 0) for i in range(10)) == right, "on the diagonal"


def test_searches_stand_beside_the_schedule(tmp_path: Path, qapp: object) -> None:
    experiment = Experiment.first_open().miniature(40)
    found = lrviz.find_lr(experiment, "step", seeds=2, updates=30, device="cpu")
    report(experiment, tmp_path / "r.html", found=found)
    pane = curves(tmp_path / "r.html")[2]
    assert pane["title"] == "Loss while the rate climbs"
    assert pane["x"]["log"]
    assert {curve["run"] for curve in pane["curves"]} == {1}
    assert {"valley", "now"} & {pin["name"] for pin in pane["pins"]}
    with pytest.raises(SpecError, match=r"report\(found="):
        report(Experiment.of("SGD(model.parameters(), lr=0.1)"), tmp_path / "no.html", found=found)
    assert not (tmp_path / "no.html").exists()


def test_a_baseline_has_a_view_of_differences(tmp_path: Path, qapp: object) -> None:
    experiment, result = raced()
    report(experiment, tmp_path / "r.html", result, baseline="step")
    titles = [pane["title"] for pane in curves(tmp_path / "r.html")]
    assert {"Learning rate ÷ step", "Train loss − step", "Accuracy − step"} <= {*titles}
    assert '"baseline":1' in (tmp_path / "r.html").read_text()
    with pytest.raises(SpecError, match=r"report\(baseline="):
        report(experiment, tmp_path / "no.html", result, baseline="nobody")


def test_the_commands_it_gives_are_understood_whatever_a_run_is_called(qapp: object) -> None:
    odd = "-x 'y'"
    told = Told(Experiment.of(Run(odd)), {}, dt.datetime.now(dt.UTC), baseline=odd)
    lines = [shlex.split(one.line)[1:] for one in commands(told, "a page.html")]
    assert lines[0] == ["a page.html"]
    report, _, script = (parser_of(name).parse_args(rest) for name, *rest in lines[1:])
    assert (report.baseline, script.run) == (odd, odd)


def test_without_a_race_it_says_nothing_of_training(tmp_path: Path, qapp: object) -> None:
    path = tmp_path / "plain.html"
    report(Experiment.first_open(), path)
    assert [pane["title"] for pane in curves(path)] == ["Learning rate", "Forecast", "Loss", "Gradient"]
    assert "nothing is trained" in path.read_text()
    assert "Where they ended" not in path.read_text()


def test_the_curve_of_a_long_plan_is_a_band_and_its_table_is_thinned(tmp_path: Path, qapp: object) -> None:
    path = tmp_path / "long.html"
    report(Experiment.of(Run("long", lrviz.CosineAnnealingWarmRestarts(1000)), steps=10**7), path)
    (curve,) = curves(path)[0]["curves"]
    assert curve["high"] is not None
    assert len(curve["x"]) <= 1600
    assert "Save the rates at every 500 steps (CSV)" in path.read_text()
    assert path.stat().st_size < 2 * 2**20
    assert ROWS == 20_000


@given(st.lists(specs(AnyRun), max_size=2, unique_by=lambda run: run.name))
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_experiment_comes_back_from_its_report(
    tmp_path_factory: pytest.TempPathFactory, qapp: object, runs: list[Run]
) -> None:
    path = tmp_path_factory.mktemp("report") / "r.html"
    experiment = Experiment(runs=tuple(runs))
    report(experiment, path)
    assert load(path) == experiment


def test_it_is_written_in_korean_too(tmp_path: Path, qapp: object) -> None:
    path = tmp_path / "ko.html"
    report(Experiment.first_open(), path, language="ko")
    assert '<html lang="ko">' in path.read_text()
    assert curves(path)[0]["title"] == "학습률"
    report(Experiment.first_open(), path)
    assert curves(path)[0]["title"] == "Learning rate"


def test_what_is_wrong_is_named_and_nothing_is_left(tmp_path: Path, qapp: object) -> None:
    with pytest.raises(SpecError, match=r"report\(experiment="):
        report("StepLR", tmp_path / "x.html")  # type: ignore[arg-type]
    with pytest.raises(SpecError, match=r"report\(result="):
        report(Experiment.first_open(), tmp_path / "x.html", {})  # type: ignore[arg-type]
    with pytest.raises(ResourceError, match="can’t be written"):
        report(Experiment.first_open(), tmp_path / "no" / "x.html")
    assert list(tmp_path.iterdir()) == []


def test_an_experiment_without_runs_has_a_report(tmp_path: Path, qapp: object) -> None:
    report(Experiment(), tmp_path / "x.html")
    assert load(tmp_path / "x.html") == Experiment()
    hidden = Experiment(runs=(Run("a", StepLR(3), visible=False),))
    report(hidden, tmp_path / "x.html")
    assert load(tmp_path / "x.html") == hidden


def test_a_surface_shows_its_walk(tmp_path: Path, qapp: object) -> None:
    walk = Experiment.of(Run("a", StepLR(10)), problem=lrviz.Walk(), steps=30, batch_size=1)
    result = lrviz.train(walk, device="cpu")
    report(walk, tmp_path / "x.html", result)
    text = (tmp_path / "x.html").read_text()
    assert "Landscape</p>" in text
    assert text.count("data:image/svg+xml") == 3, "for readers without scripts"
    (plane,) = planes(tmp_path / "x.html")
    (trek,) = plane["treks"]
    steps = list(range(-1, len(result.runs[0].losses)))
    assert (trek["name"], trek["steps"]) == ("a", steps), "the start is before the first update"
    assert trek["at"][:2] == plane["start"][:2]
    assert len(trek["at"]) == 2 * len(trek["steps"])
    assert len(plane["light"]) == len(plane["dark"]) == len(plane["edges"]) - 1 - 2 * 8
    assert {len(row) for row in plane["bands"]} == {len(plane["xs"])}
    assert any(contour["text"] for contour in plane["contours"])


def test_what_the_window_orders_can_be_sent_to_another_process() -> None:
    experiment, result = raced()
    found = lrviz.find_lr(experiment, "step", seeds=1, updates=20, device="cpu")
    raced_ = sendable(of_result(experiment, result))
    searches = (sendable_search(Searched.whole(found)),)
    told = Told(experiment, raced_, dt.datetime(2026, 1, 2, tzinfo=dt.UTC), "title", found=searches)
    again: Told = pickle.loads(pickle.dumps(told))  # noqa: S301 - our own
    assert again.experiment == experiment
    assert [*again.raced] == ["constant", "step", "cosine"]
    assert {*again.found[0].found.suggestions} == {*found.suggestions}
    assert again.found[0].found.lrs.tolist() == found.lrs.tolist()
    assert again.raced["step"].mean.metrics["accuracy"].tolist() == told.raced["step"].mean.metrics["accuracy"].tolist()


def test_the_window_writes_one_and_opens_it_again(tmp_path: Path, qtbot: QtBot) -> None:
    window: Window = opened_alone(qtbot)
    experiment, result = raced()
    window.store.edit("other", experiment)
    window.store.pin("step")
    path = tmp_path / "out.html"
    assert any(action.key == "report" for action in actions(window))
    window.sending.report(path)
    qtbot.waitUntil(lambda: bool(window.notices.shown))
    assert [notice.title.text() for notice in window.notices.shown] == ["out.html is written"]
    assert '"baseline":1' in path.read_text()
    window.store.open(Experiment.first_open(), None)
    window.files.read(path)
    assert window.store.experiment == experiment
    assert (window.store.path, window.store.name) == (None, "out"), "saving must not write over the page"
    assert of_result(experiment, result)
    window.sending.report(tmp_path / "no" / "out.html")
    qtbot.waitUntil(lambda: any("wasn’t written" in notice.title.text() for notice in window.notices.shown))
