"""The pictures of what runs answer are those of the answers at the cursor."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from sklearn.metrics import confusion_matrix, precision_recall_curve, precision_recall_fscore_support, roc_curve

from lrviz import SGD, Adam, Experiment, Imbalanced, Moons, Outliers, OwnData, Run, Spirals, train
from lrviz.catalog.source import chosen, flowers
from lrviz.datafile import inspected
from lrviz.results import Result
from lrviz.ui.figure import Axis, Figure, Plot
from lrviz.ui.paint.ticks import labels, ticks
from lrviz.ui.racing.raced import of_result
from lrviz.ui.views import panes, training
from lrviz.ui.views.sight import Sight

MOONS = Experiment.of(
    Run("adam", optimizer=Adam(lr=0.02)), Run("sgd", optimizer=SGD(lr=0.5)), problem=Moons(examples=200), steps=60
)
MOONS_RACED = train(MOONS, device="cpu")


def seen(experiment: Experiment, result: Result, *keys: str, **fields: Any) -> Figure:
    sight = Sight(**{"first": 0, "last": 59, "width": 400, "cursor": 59, "selected": "adam", "panes": keys, **fields})
    return training.figure(experiment, of_result(experiment, result), sight)


def pane(figure: Figure, key: str) -> Plot:
    return next(plot for plot in figure.plots if plot.key == key)


def test_the_confusion_matrix_is_scikit_learns_of_the_selected_run() -> None:
    plot = pane(seen(MOONS, MOONS_RACED, "confusion", selected="sgd"), "confusion")
    predictions = MOONS_RACED.predictions(1)
    assert predictions is not None
    expected = confusion_matrix(predictions.target, predictions.output.argmax(axis=1))
    assert plot.cells is not None
    assert [[int(text or 0) for text in row] for row in plot.cells.texts] == expected.tolist()
    np.testing.assert_allclose(plot.cells.shares.sum(axis=1), 1)
    assert plot.note.startswith("sgd")


def test_curves_of_yes_or_no_pass_through_scikit_learns_points() -> None:
    experiment = Experiment.of(
        Run("adam", optimizer=Adam(lr=0.05)), problem=Imbalanced(examples=600, positives=0.2), steps=40
    )
    result = train(experiment, device="cpu")
    figure = seen(experiment, result, "roc", "pr", "reliability")
    predictions = result.predictions(0)
    assert predictions is not None
    score = predictions.output[:, 0]
    [roc] = pane(figure, "roc").lines
    fpr, tpr, _ = roc_curve(predictions.target, score, drop_intermediate=False)
    np.testing.assert_allclose(roc.low, np.interp(roc.x, fpr, tpr), atol=1e-9)
    [pr] = pane(figure, "pr").lines
    precision, recall, _ = precision_recall_curve(predictions.target, score)
    assert set(np.round(pr.low, 9)) <= set(np.round(precision, 9))
    assert float(roc.end) == pytest.approx(result.runs[0].metrics["roc_auc"][-1], abs=5e-4)
    [reliability] = pane(figure, "reliability").lines
    assert ((reliability.x >= 0.5) & (reliability.x <= 1)).all()
    assert recall[0] == 1


def test_the_boundary_is_where_the_answer_changes() -> None:
    plot = pane(seen(MOONS, MOONS_RACED, "boundary"), "boundary")
    assert [path.name for path in plot.paths] == ["adam", "sgd"]
    plane = MOONS_RACED.runs[0].first.looks[-1].plane
    assert plane is not None
    ahead = plane.output[:, 0] - plane.output[:, 1]
    path = plot.paths[0]
    known = ~np.isnan(path.x)
    distance = np.hypot(
        plane.grid[:, 0] - path.x[known][len(path.x) // 3], plane.grid[:, 1] - path.y[known][len(path.x) // 3]
    )
    near = ahead[np.argsort(distance)[:4]]  # the four places around a point of the boundary disagree
    assert near.min() < 0 < near.max()
    assert plot.points is not None
    assert len(plot.points.x) == 100


def test_every_class_has_its_boundary() -> None:
    experiment = Experiment.of(Run("adam", optimizer=Adam(lr=0.02)), problem=Spirals(examples=120, arms=4), steps=22)
    result = train(experiment, device="cpu")
    [path] = pane(seen(experiment, result, "boundary"), "boundary").paths
    assert np.isnan(path.x).sum() >= 3


def test_the_fit_is_what_the_model_gives_all_over_the_input() -> None:
    experiment = Experiment.of(
        Run("adam", optimizer=Adam(lr=0.01)), problem=Outliers(examples=100), steps=30, validate_every=10
    )
    from msgspec.structs import replace

    from lrviz import MSELoss

    experiment = replace(experiment, runs=(replace(experiment.runs[0], loss=MSELoss()),))
    result = train(experiment, device="cpu")
    plot = pane(seen(experiment, result, "fit"), "fit")
    plane = result.runs[0].first.looks[-1].plane
    assert plane is not None
    np.testing.assert_allclose(plot.lines[0].low, plane.output[:, 0], rtol=1e-6)
    assert plot.points is not None
    assert len(plot.points.x) == 100
    assert plot.fixed


def test_before_anything_is_answered_a_picture_says_so() -> None:
    from lrviz.ui.views.answers import picture

    assert picture("confusion", [], Moons(), "").note == "nothing is answered yet"


@pytest.mark.parametrize("problem", [Moons(), Outliers(), Imbalanced()], ids=str)
def test_the_first_panes_are_panes_of_the_problem(problem: Any) -> None:
    experiment = Experiment.of(problem=problem)
    keys = {choice.key for choice in panes.choices(experiment)}
    for count in (4, 6):
        first = panes.first(experiment, count)
        assert len(first) == count
        assert set(first) <= keys
    assert panes.shown(experiment, ("nowhere",)) == panes.shown(experiment, panes.first(experiment, 4))
    assert [choice.key for choice in panes.shown(experiment, ("loss", "lr"))] == ["lr", "loss"]


def test_a_pane_that_needs_probing_is_offered_with_it_only() -> None:
    assert "sharpness" not in {choice.key for choice in panes.choices(MOONS)}
    assert "sharpness" in {choice.key for choice in panes.choices(Experiment.of(problem=Moons(), probe=True))}


def test_each_class_has_its_precision_recall_and_f1() -> None:
    plot = pane(seen(MOONS, MOONS_RACED, "per_class", selected="sgd"), "per_class")
    assert plot.cells is not None
    predictions = MOONS_RACED.predictions(1)
    assert predictions is not None
    said = predictions.output.argmax(axis=1)
    expected = precision_recall_fscore_support(predictions.target, said, zero_division=0)
    np.testing.assert_allclose(plot.cells.shares, np.stack([expected[2], expected[1], expected[0]]))
    assert plot.x.names == ("0", "1")
    assert plot.y.names == ("F1", "Recall", "Precision")
    assert plot.cells.texts[0][1] == f"{100 * expected[2][1]:.0f}"


def test_classes_with_names_are_called_by_them() -> None:
    experiment = Experiment.of(Run("sgd"), problem=OwnData(), steps=12, batch_size=16)
    figure = seen(experiment, train(experiment, device="cpu"), "confusion", "per_class")
    names = ("setosa", "versicolor", "virginica")
    confusion = pane(figure, "confusion")
    assert confusion.x.names == confusion.y.names == names
    assert pane(figure, "per_class").x.names == names
    assert labels(confusion.x, ticks(confusion.x)) == list(names)
    assert ticks(confusion.x, 2) == (0.0, 2.0)
    assert labels(Axis(0, 1, names=("a name that is long", "b")), (0.0, 1.0)) == ["a name that…", "b"]


def test_the_axes_of_a_boundary_are_called_by_the_columns() -> None:
    source = chosen(inspected(flowers().file), "species", ["petal length", "petal width"])
    experiment = Experiment.of(Run("sgd"), problem=OwnData(source=source), steps=4, batch_size=16)
    plot = pane(seen(experiment, train(experiment, device="cpu"), "boundary"), "boundary")
    assert plot.x.title == "petal length"
    assert "petal width upwards" in plot.note
