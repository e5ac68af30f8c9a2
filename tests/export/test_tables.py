"""Tables: every value of a curve or a race, in columns with names, exactly."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
from types import MappingProxyType

import numpy as np
import pytest

import lrviz
from lrviz import SGD, AdamW, Experiment, OneCycleLR, Run, StepLR, load, train
from lrviz.export.tables import (
    CHUNK,
    csv_of_curves,
    csv_of_forecasts,
    csv_of_result,
    json_of_curve,
    json_of_result,
    pieces,
    rows_of_curve,
)
from lrviz.laws import law_of
from lrviz.results import Result, RunResult, Trace


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_curves_have_a_column_a_run_and_one_where_momentum_is() -> None:
    plain = Run('a "quoted", name', StepLR(2), SGD(0.1))
    experiment = Experiment.of(plain, Run("cycle", OneCycleLR(1.0, 3), SGD(0.1)), steps=6)
    rows = table(csv_of_curves(experiment))
    assert list(rows[0]) == ["step", 'a "quoted", name lr', "cycle lr", "cycle momentum"]
    assert [row["step"] for row in rows] == list("012345")
    assert [float(row['a "quoted", name lr']) for row in rows] == experiment.curve(0, range(6)).lr.tolist()
    ended = experiment.curve(1, range(6))
    assert [float(row["cycle lr"]) for row in rows[: len(ended)]] == ended.lr.tolist()
    assert [row["cycle momentum"] for row in rows[len(ended) :]] == [""] * (6 - len(ended))


def test_a_long_plan_is_thinned_and_keeps_its_ends() -> None:
    experiment = Experiment.of(Run("run", StepLR(10**8)), steps=10**9)
    tracemalloc.start()
    rows = table(csv_of_curves(experiment, most=1000))
    assert tracemalloc.get_traced_memory()[1] < 2**24
    tracemalloc.stop()
    assert len(rows) <= 1001
    assert (rows[0]["step"], rows[-1]["step"]) == ("0", "999999999")


def test_forecasts_have_a_loss_and_its_band_for_each_run_and_are_empty_where_the_law_says_nothing() -> None:
    runs = Run("adam", StepLR(15_000), AdamW(3e-4)), Run("sgd", StepLR(15_000), SGD(0.1))
    experiment, law = Experiment.of(*runs, steps=20_000), law_of("multi-power")
    rows = table(csv_of_forecasts(experiment, law))
    said = lrviz.forecast(experiment, law="multi-power")
    assert list(rows[0]) == [
        "step",
        *("adam loss by multi-power, nats", "adam low", "adam high"),
        *("sgd loss by multi-power, nats", "sgd low", "sgd high"),
    ]
    assert [int(row["step"]) for row in rows] == said.steps.tolist()
    assert rows[0]["adam low"] == "", "the law says nothing of the first updates"
    assert [float(row["adam high"]) for row in rows[100:]] == pytest.approx(said.high[100:].tolist(), rel=1e-3)
    assert {row["sgd high"] for row in rows} == {""}


def test_a_curve_is_written_in_pieces() -> None:
    experiment = Experiment.of(Run("run", StepLR(CHUNK), SGD(0.1)))
    text = "".join(rows_of_curve(experiment.curve(0, steps) for steps in pieces(2 * CHUNK + 5)))
    rows = table(text)
    assert [int(row["step"]) for row in rows] == list(range(2 * CHUNK + 5))
    assert [float(row["lr"]) for row in rows] == experiment.curve(0, range(2 * CHUNK + 5)).lr.tolist()
    assert "".join(rows_of_curve(experiment.curve(0, steps) for steps in pieces(0))) == "step,lr\n"


def test_a_race_is_written_update_by_update() -> None:
    result = train(load("first-open"), device="cpu")
    rows = table(csv_of_result(result))
    assert list(rows[0])[:7] == ["run", "seed", "step", "lr", "loss", "val_loss", "accuracy"]
    assert {"f1", "ece", "grad_norm", "effective_lr"} <= set(rows[0])
    own = [row for row in rows if row["run"] == "cosine"]
    assert [float(row["loss"]) for row in own] == result.runs[2].losses.tolist()
    assert [float(row["lr"]) for row in own] == result.runs[2].lrs.tolist()
    assert [float(row["accuracy"]) for row in own if row["accuracy"]] == result.runs[2].metrics["accuracy"].tolist()
    assert [int(row["step"]) + 1 for row in own if row["accuracy"]] == result.runs[2].metric_steps.tolist()


def test_no_name_is_worked_out_by_a_spreadsheet() -> None:
    formula = '=HYPERLINK("http://a","b")'
    experiment = Experiment.of(Run(formula), steps=2)
    assert f"'{formula} lr" in table(csv_of_curves(experiment))[0]
    assert f"'{formula} low" in table(csv_of_forecasts(experiment, law_of("bound")))[0]
    result = Result("cpu", (RunResult(formula, {0: Trace(np.ones(1), np.ones(1))}),))
    assert table(csv_of_result(result))[0]["run"] == f"'{formula}"


def test_json_has_null_for_what_is_no_number() -> None:
    trace = Trace(
        np.array([1.0, np.inf, np.nan]),
        np.array([0.1, 0.1, 0.1]),
        MappingProxyType({"val_loss": np.array([np.nan])}),
        np.array([3]),
        diverged_at=2,
    )
    result = Result("cpu", (RunResult("run", MappingProxyType({0: trace, 5: trace})),), "CPU")
    document = json.loads(json_of_result(result), parse_constant=lambda name: (_ for _ in ()).throw(ValueError(name)))
    (run,) = document["runs"]
    assert document["device"] == "cpu"
    assert run["losses"] == [1.0, None, None]
    assert run["metrics"] == {"val_loss": [None]}
    assert (run["metric_steps"], run["diverged_at"], run["name"]) == ([3], 2, "run")
    assert run["by_seed"]["5"]["losses"] == [1.0, None, None]


def test_json_of_a_curve_ends_with_what_torch_says() -> None:
    found = Experiment.of(Run("run", OneCycleLR(1.0, 3), SGD(0.1))).curve(0, range(9))
    document = json.loads(json_of_curve(found))
    assert document["lr"] == found.lr.tolist() == document["lrs"][0]
    assert document["steps"] == [0, 1, 2, 3]
    assert document["momentum"] == found.momentum.tolist()  # type: ignore[union-attr]  # this schedule moves it
    assert document["error"] == found.error
