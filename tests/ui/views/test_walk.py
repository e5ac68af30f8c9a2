"""The views on a surface: heights instead of losses, on powers of ten, and no words about answers."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from lrviz import SGD, CosineAnnealingLR, Experiment, Run, Walk, train
from lrviz.catalog.surfaces.quadratic import Quadratic
from lrviz.catalog.surfaces.river_valley import RiverValley
from lrviz.ui.racing.raced import of_result
from lrviz.ui.views import loss, loss_table, panes, training, training_headline, training_table
from lrviz.ui.views.plotted import VIEWS
from lrviz.ui.views.sight import Sight

SGDS = SGD(lr=0.09)
PLAN = Experiment.of(
    Run("constant", None, SGDS),
    Run("cosine", CosineAnnealingLR(120), SGDS),
    problem=Walk(model=Quadratic(), noise=1.0),
    steps=120,
    batch_size=1,
    validate_every=20,
    seeds=tuple(range(12)),
)
RACED = of_result(PLAN, train(PLAN, device="cpu"))


def sight(**fields: Any) -> Sight:
    return Sight(**{"first": 0, "last": 119, "width": 400, "cursor": 119, "selected": "cosine", **fields})


def test_a_race_is_told_in_heights() -> None:
    figure = training.figure(PLAN, RACED, sight())
    assert figure.headline.startswith("cosine ends lowest, at a height of 0.0")
    assert "loss" not in figure.headline + figure.subline
    assert figure.subline.startswith("After 120 of 120 updates")
    assert "down Quadratic · noise 1." in figure.subline
    assert [plot.title for plot in figure.plots] == ["Learning rate", "Height", "Gradient norm", "Update norm"]
    assert figure.plots[1].y.log
    assert not figure.plots[2].y.log
    said = training_headline.summary(PLAN, RACED)
    assert "constant: height " in said
    assert "validation" not in said


def test_one_run_alone_and_a_race_under_way_are_told_too() -> None:
    alone = replace(PLAN, runs=PLAN.runs[:1])
    headline, _ = training_headline.of(alone, {"constant": RACED["constant"]})
    assert headline.startswith("constant is at a height of ")
    running = {name: type(one)(one.traces, one.steps, running=True) for name, one in RACED.items()}
    assert training_headline.of(PLAN, running)[0].startswith("cosine is ahead with a height of ")


def test_heights_below_0_are_compared_and_drawn() -> None:
    problem = Walk(model=RiverValley(), noise=0.5)
    runs = (Run("a", None, SGD(lr=0.02)), Run("b", None, SGD(lr=0.0200001)))
    plan = Experiment.of(*runs, problem=problem, steps=200, batch_size=1)
    raced = of_result(plan, train(plan, device="cpu"))
    assert raced["a"].mean.metrics["val_loss"][-1] < 0
    figure = training.figure(plan, raced, sight(last=199, cursor=199))
    assert figure.headline.startswith("All runs end level, at a height of −")
    assert not figure.plots[1].y.log
    assert figure.plots[1].y.low < 0


def test_the_table_has_heights_gradient_and_the_lowest() -> None:
    table = training_table.table(PLAN, RACED, sight())
    assert table.heads == ("LR", "Mean", "Height", "Gradient", "Lowest")
    constant, cosine = table.rows
    heights = RACED["cosine"].mean.metrics["val_loss"]
    assert cosine.cells[2].value == heights[-1]
    assert cosine.cells[3].value == RACED["cosine"].mean.metrics["grad_norm"][-1]
    lowest = [trace.metrics["val_loss"].min() for trace in RACED["cosine"].traces]
    assert cosine.cells[4].value == np.mean(lowest)
    assert cosine.cells[4].spread == np.std(lowest, ddof=1)
    assert [cell.best for cell in cosine.cells][:4] == [False, True, True, False]
    assert not any(cell.best for cell in constant.cells[:4])


def test_the_loss_view_says_that_there_is_no_other_loss() -> None:
    figure = loss.figure(PLAN, RACED, sight())
    assert (figure.headline, figure.plots) == ("On a surface, the loss is the height itself.", ())
    assert "Quadratic" in figure.subline
    assert [row.cells[0].text for row in loss_table.table(PLAN, RACED, sight()).rows] == ["the height"] * 2
    unfit = replace(PLAN, runs=(Run("digits"),))
    assert loss.figure(unfit, {}, sight()).headline == "On a surface, the loss is the height itself."


def test_no_pane_speaks_of_answers() -> None:
    offered = {choice.key for choice in panes.choices(PLAN)}
    assert {"lr", "loss", "val_loss", "grad_norm"} <= offered
    assert not {"accuracy", "confusion", "boundary", "fit", "mae"} & offered
    assert len(panes.first(PLAN, 6)) == 6


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.key)
def test_every_view_draws_a_walk_before_and_after_its_race(view: Any) -> None:
    for raced in ({}, RACED):
        figure = view.figure(PLAN, raced, sight())
        assert figure.headline
        assert view.table(PLAN, raced, sight()).rows
