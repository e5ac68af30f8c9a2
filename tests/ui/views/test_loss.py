"""The Loss view draws what each loss is along its quantity, and counts where the examples of a race sit."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from lrviz import (
    BCEWithLogitsLoss,
    CrossEntropyLoss,
    CustomLoss,
    Experiment,
    FocalLoss,
    HuberLoss,
    Imbalanced,
    L1Loss,
    MSELoss,
    Outliers,
    Ranking,
    RankNetLoss,
    Run,
    train,
)
from lrviz.catalog.quantity import pulls
from lrviz.run import Branch
from lrviz.ui.racing.raced import of_result
from lrviz.ui.views import loss, loss_table
from lrviz.ui.views.loss_sample import blame, sample
from lrviz.ui.views.sight import Sight

RUNS = (Run("ce"), Run("focal", loss=FocalLoss()), Run("smooth", loss=CrossEntropyLoss(label_smoothing=0.1)))
DIGITS = Experiment.of(*RUNS, steps=66, batch_size=64)
RACED = of_result(DIGITS, train(DIGITS, device="cpu"))


def sight(experiment: Experiment, **fields: Any) -> Sight:
    return Sight(**{"first": 0, "last": 65, "width": 800, "cursor": 65, "selected": "focal", **fields})


def test_each_run_is_a_line_of_its_loss_and_one_of_its_push() -> None:
    figure = loss.figure(DIGITS, {}, sight(DIGITS))
    losses, pushes = figure.plots
    assert [line.name for line in losses.lines] == ["ce", "focal", "smooth"]
    ce = losses.lines[0]
    np.testing.assert_allclose(ce.low, -np.log(ce.x), rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(pushes.lines[0].low, 1 - ce.x, atol=1e-6)
    assert [reading.text for reading in losses.readings] == ["0.693", "0.173", "0.891"]
    assert (losses.cursor, losses.x.low, losses.x.high) == (0.5, 0.0, 1.0)
    assert figure.headline == "At p = 0.5, ce pushes with 0.5, focal pushes with 0.298, smooth pushes with 0.41."
    assert "Race the runs" in figure.subline


def test_the_cursor_and_the_quantity_are_the_sights() -> None:
    figure = loss.figure(DIGITS, {}, sight(DIGITS, quantity="m", at=0.7))
    assert figure.plots[0].cursor == pytest.approx(2.0)
    assert figure.headline.startswith("At m = 2, ")
    zoomed = loss.figure(DIGITS, {}, sight(DIGITS, along=(0.2, 0.4))).plots[1]
    assert (zoomed.x.low, zoomed.x.high) == (0.2, 0.4)


def test_the_histogram_counts_the_examples_of_the_selected_runs_look() -> None:
    figure = loss.figure(DIGITS, RACED, sight(DIGITS))
    bars = figure.plots[2].bars
    assert bars is not None
    look = RACED["focal"].traces[0].looks[-1]
    output, target = look.train.output.astype(float), look.train.target
    powers = np.exp(output - output.max(axis=1, keepdims=True))
    p = (powers / powers.sum(axis=1, keepdims=True))[np.arange(1024), target]
    np.testing.assert_array_equal(bars.heights, np.histogram(p, np.linspace(0, 1, 21))[0])
    share = (p < 0.1).mean()
    assert bars.remark.startswith(f"{round(share * 1024)} have p < 0.1")
    assert "focal after 66 updates" in figure.plots[2].note


def test_the_headline_blames_the_loss_that_listens_most_to_what_is_wrong() -> None:
    look = RACED["focal"].traces[0].looks[-1]
    seen = sample("focal", look, "p")
    shares = {run.name: blame(seen, run.loss) for run in RUNS}
    output, target = look.train.output.astype(float), look.train.target
    size = pulls(FocalLoss(), output, target)
    assert shares["focal"] == pytest.approx(size[seen.values < 0.1].sum() / size.sum())
    headline = loss.figure(DIGITS, RACED, sight(DIGITS)).headline
    most = max(shares, key=lambda name: shares[name] or 0)
    assert headline.startswith((f"{most} takes ", "At p = 0.5"))


def test_the_cursor_chooses_the_look() -> None:
    note = loss.figure(DIGITS, RACED, sight(DIGITS, cursor=30)).plots[2].note
    assert "after 22 updates" in note


def test_what_does_not_fit_is_not_drawn_and_says_why() -> None:
    experiment = Experiment.of(*RUNS, Run("mse", loss=HuberLoss()), steps=66)
    figure = loss.figure(experiment, {}, sight(experiment))
    assert "mse" not in {line.name for line in figure.plots[0].lines}
    assert "mse is not drawn: HuberLoss is for a number or an order of documents" in figure.subline
    alone = Experiment.of(Run("mse", loss=HuberLoss()), steps=66)
    assert loss.figure(alone, {}, sight(alone)).headline == "No run’s loss fits this problem."


def test_a_loss_that_weighs_yes_apart_is_drawn_twice() -> None:
    experiment = Experiment.of(Run("bce", loss=BCEWithLogitsLoss(pos_weight=5.0)), problem=Imbalanced(), steps=9)
    lines = loss.figure(experiment, {}, sight(experiment)).plots[0].lines
    assert [(line.name, line.style) for line in lines] == [("bce, yes", "solid"), ("bce, no", "planned")]


@pytest.mark.parametrize(
    ("problem", "losses"),
    [
        (Outliers(examples=60), (MSELoss(), L1Loss(), CustomLoss("r**2 / (1 + r**2)"))),
        (Ranking(queries=20), (RankNetLoss(),)),
    ],
)
def test_numbers_and_orders_have_views_of_their_own(problem: Any, losses: Any) -> None:
    runs = [Run(str(i), loss=each) for i, each in enumerate(losses)]
    experiment = Experiment.of(*runs, problem=problem, steps=12, batch_size=4, validate_every=6)
    raced = of_result(experiment, train(experiment, device="cpu"))
    figure = loss.figure(experiment, raced, sight(experiment, selected="0"))
    assert len(figure.plots) == 3
    assert figure.headline
    table = loss_table.table(experiment, raced, sight(experiment))
    assert len(table.rows) == len(losses)
    assert all(len(row.cells) == len(table.heads) for row in table.rows)


def test_the_table_has_the_numbers_at_the_cursor() -> None:
    table = loss_table.table(DIGITS, RACED, sight(DIGITS))
    assert table.heads[0] == "Loss at p = 0.5"
    assert [row.cells[0].text for row in table.rows] == ["0.693", "0.173", "0.891"]
    empty = loss_table.table(DIGITS, {}, sight(DIGITS))
    assert [cell.text for cell in empty.rows[0].cells[2:]] == ["–"] * 3


def test_the_view_says_itself_in_words() -> None:
    words = loss.figure(DIGITS, RACED, sight(DIGITS)).describe()
    assert "Loss at p = 0.5: ce: 0.693. focal: 0.173. smooth: 0.891." in words


def test_a_branch_of_another_loss_says_from_where_on_it_counts() -> None:
    root = Run("root")
    plan = Experiment.of(root, Run("focal", loss=FocalLoss(), branch=Branch("root", 40)), steps=100)
    assert (
        "focal trains with its loss from step 40 on, where it leaves root."
        in loss.figure(plan, {}, Sight.whole(plan)).subline
    )
    same = Experiment.of(root, Run("same", branch=Branch("root", 40)), steps=100)
    assert "leaves" not in loss.figure(same, {}, Sight.whole(same)).subline
