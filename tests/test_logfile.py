"""Tables that runs wrote: which columns are what, whatever tool wrote them; and knots through a series."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from lrviz.experiment import Experiment
from lrviz.export.tables import csv_of_curves
from lrviz.logfile import Table, knotted, read, updates_of

LOG = "step,train/loss,lr,val_loss\n0,2.5,0.1,\n10,2,0.1,2.2\n20,1.5,0.05,\n"


def table(text: str, tmp_path: Path, name: str = "log.csv") -> Table:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    found = read(path)
    assert isinstance(found, Table), found
    return found


def test_columns_are_known_by_their_names_and_empty_cells_are_left_out(tmp_path: Path) -> None:
    found = table(LOG, tmp_path)
    (part,) = found.parts
    assert (found.rows, found.stepped) == (3, True)
    assert [one.name for one in part.rates] == ["lr"]
    assert [one.name for one in part.losses] == ["train/loss", "val_loss"]
    assert [one.name for one in part.measured] == ["val_loss", "train/loss"]
    assert part.measured[0].steps.tolist() == [10]


@pytest.mark.parametrize("head", ["lr", "learning_rate", "train/learning_rate", "lr-SGD", "optim/lr", "cosine lr"])
def test_learning_rates_are_found_under_the_names_tools_give_them(tmp_path: Path, head: str) -> None:
    assert table(f"global_step;{head}\n0;0.1\n1;0.2\n", tmp_path).parts[0].rates[0].values.tolist() == [0.1, 0.2]


def test_a_rate_below_zero_is_none(tmp_path: Path) -> None:
    assert table("step,lr\n0,-1\n1,1\n", tmp_path).parts[0].rates == ()


def test_rows_are_counted_where_no_step_is_named_and_of_one_step_the_last_counts(tmp_path: Path) -> None:
    assert table("loss\n3\n2\n1\n", tmp_path).parts[0].losses[0].steps.tolist() == [0, 1, 2]
    again = table("step,loss\n5,3\n1,2\n5,1\n", tmp_path).parts[0].losses[0]
    assert (again.steps.tolist(), again.values.tolist()) == ([1, 5], [2, 1])


def test_each_run_of_a_table_of_metrics_is_a_part_with_its_first_seed(tmp_path: Path) -> None:
    text = "run,seed,step,lr,loss\na,0,0,0.1,2\na,1,0,0.1,9\na,0,1,0.1,1\nb,0,0,0.2,3\n"
    first, second = table(text, tmp_path).parts
    assert (first.name, first.losses[0].values.tolist()) == ("a", [2, 1])
    assert (second.name, second.rates[0].values.tolist()) == ("b", [0.2])


def test_a_row_without_its_last_cells_and_a_step_beyond_all_counting_are_left_out(tmp_path: Path) -> None:
    (part,) = table("run,step,loss,seed\na,0,9\na,1,0.5,0\na,2,0.4,0\na,1e300,7,0\n", tmp_path).parts
    assert (part.losses[0].steps.tolist(), part.losses[0].values.tolist()) == ([1, 2], [0.5, 0.4])


def test_curves_that_were_exported_come_back(tmp_path: Path) -> None:
    experiment = Experiment.first_open()
    (part,) = table(csv_of_curves(experiment), tmp_path).parts
    for at, one in enumerate(part.rates):
        steps, rates = knotted(one.steps, one.values, 64)
        drawn = np.interp(one.steps, steps, rates)
        exact = experiment.curve(at, np.arange(440)).lr
        assert np.abs(drawn - exact).max() <= 2e-3 * exact.max()


def test_a_log_of_every_tenth_update_is_spread_over_all(tmp_path: Path) -> None:
    (part,) = table(LOG, tmp_path).parts
    spread = updates_of(part.rates[0], part.losses[0])
    assert spread is not None
    rates, losses = spread
    assert (len(rates), rates[15], losses[5]) == (21, pytest.approx(0.075), pytest.approx(2.25))


@pytest.mark.parametrize(
    ("text", "words"), [("", "no rows"), ("step,lr\n", "no rows"), ("a\0b,c\n1,2\n\0", ""), ('"open\n', "no rows")]
)
def test_what_is_no_table_is_said(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(text, encoding="utf-8")
    found = read(path)
    if words:
        assert isinstance(found, str)
        assert "odd.csv" in found
        assert words in found


def test_a_file_that_is_gone_or_no_text_is_said(tmp_path: Path) -> None:
    (tmp_path / "bytes.csv").write_bytes(b"\xff\xfe,1\n1,2\n")
    assert "UTF-8" in str(read(tmp_path / "bytes.csv"))
    assert "gone.csv" in str(read(tmp_path / "gone.csv"))
    assert "can’t be read" in str(read(tmp_path))


@given(arrays(np.float64, st.integers(1, 60), elements=st.floats(0, 10)), st.integers(2, 64))
def test_knots_are_on_the_series_in_order_and_no_more_than_allowed(values: np.ndarray, most: int) -> None:
    steps, rates = knotted(np.arange(len(values), dtype=np.float64), values, most)
    assert len(steps) == len(rates) <= max(most, 1)
    assert list(steps) == sorted(set(steps))
    assert np.array_equal(values[list(steps)], rates)
    assert steps[0] == 0
    assert steps[-1] == len(values) - 1
