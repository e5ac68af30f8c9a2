"""What the runs answer at the step cursor, drawn: confusion, ROC, precision and recall, reliability, fit, boundary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from lrviz.catalog.answers import Answers
from lrviz.catalog.metrics.average_precision import AveragePrecision
from lrviz.catalog.metrics.calibration_error import CalibrationError
from lrviz.catalog.metrics.f1 import F1
from lrviz.catalog.metrics.precision import Precision
from lrviz.catalog.metrics.recall import Recall
from lrviz.catalog.metrics.roc_auc import ROCAUC
from lrviz.catalog.problem import Problem
from lrviz.catalog.task import Task
from lrviz.results import Look, Predictions
from lrviz.run import Run
from lrviz.ui.figure import Axis, Cells, Line, Path, Plot, Points
from lrviz.ui.numbers import short, whole
from lrviz.ui.speech import saying

MOST_CURVES = 400
"""Points of a staircase that are drawn."""


class Answered(NamedTuple):
    """A run and its look at the cursor."""

    run: Run
    look: Look


def picture(key: str, answered: Sequence[Answered], problem: Problem, selected: str) -> Plot:
    """Draw a picture of the visible runs' answers; of the selected run only, where it holds no more."""
    if not answered:
        return Plot("", Axis(0, 1), Axis(0, 1), note=_tr("nothing is answered yet"), key=key, fixed=True)
    chosen = next((one for one in answered if one.run.name == selected), answered[0])
    match key:
        case "confusion":
            return _confusion(chosen, problem.task, problem.class_names)
        case "per_class":
            return _per_class(chosen, problem.task, problem.class_names)
        case "fit":
            return _fit(answered, *problem.feature_names[:1])
        case "boundary":
            return _boundary(answered, problem.task, problem.feature_names)
    return _curves(key, answered, problem.task)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Answers", text)


@lru_cache(maxsize=64)
def _answers(predictions: Predictions, task: Task) -> Answers:
    return Answers(task, predictions.target, predictions.output)


def confusion(one: Answered, task: Task) -> NDArray[np.intp]:
    """Count the validation examples of each true class (rows) by what a run takes them for (columns)."""
    return _answers(one.look.validation, task).confusion


def _confusion(one: Answered, task: Task, names: tuple[str, ...]) -> Plot:
    counts = confusion(one, task)
    rows = np.maximum(counts.sum(axis=1, keepdims=True), 1)
    texts = tuple(tuple(whole(int(count)) if count else "" for count in row) for row in counts)
    classes = len(counts)
    note = _tr("{0}: true class upwards, predicted across").format(one.run.name)
    return Plot(
        _tr("Confusion matrix"),
        Axis(-0.5, classes - 0.5, _tr("predicted"), form="whole", names=names),
        Axis(-0.5, classes - 0.5, form="whole", names=names),
        note=note,
        key="confusion",
        cells=Cells(counts / rows, texts, one.run.colour),
        fixed=True,
    )


def _per_class(one: Answered, task: Task, names: tuple[str, ...]) -> Plot:
    """Draw precision, recall and F1 of each class as a matrix, classes across."""
    answers = _answers(one.look.validation, task)
    metrics = (F1(), Recall(), Precision())
    shares = np.stack([metric.per_class(answers) for metric in metrics])
    texts = tuple(tuple(f"{100 * share:.0f}" for share in row) for row in shares)
    classes = shares.shape[1]
    return Plot(
        _tr("Per class"),
        Axis(-0.5, classes - 0.5, _tr("class"), form="whole", names=names or tuple(map(str, range(classes)))),
        Axis(-0.5, len(metrics) - 0.5, names=tuple(saying.catalog(metric.title) for metric in metrics)),
        note=_tr("{0}: in per cent").format(one.run.name),
        key="per_class",
        cells=Cells(shares, texts, one.run.colour),
        fixed=True,
    )


def _curves(key: str, answered: Sequence[Answered], task: Task) -> Plot:
    """Draw one curve a run: the mean over the classes that have one, at the same places across."""
    title, across, note, of = _CURVES[key]()
    lines: list[Line] = []
    for run, look in answered:
        x, y, end = of(_answers(look.validation, task))
        lines.append(Line(run.name, run.colour, x, y, y, end=end))
    return Plot(title, Axis(0.0, 1.0, across), Axis(0.0, 1.0), tuple(lines), note=note, key=key, fixed=True)


Curve = tuple[np.ndarray[tuple[int], np.dtype[np.float64]], np.ndarray[tuple[int], np.dtype[np.float64]], str]
GRID = np.linspace(0, 1, MOST_CURVES)


@lru_cache(maxsize=64)
def _roc(answers: Answers) -> Curve:
    metric = ROCAUC()
    steps = [
        np.interp(GRID, curve.false_positive_rate, curve.true_positive_rate)
        for curve in metric.curve(answers)
        if np.isfinite(curve.true_positive_rate).all() and np.isfinite(curve.false_positive_rate).all()
    ]
    return GRID, _mean(steps), short(metric.of(answers))


@lru_cache(maxsize=64)
def _precision_recall(answers: Answers) -> Curve:
    metric = AveragePrecision()
    steps = []
    for curve in metric.curve(answers):
        if np.isfinite(curve.recall).all():
            at = np.minimum(np.searchsorted(curve.recall, GRID), len(curve.recall) - 1)
            steps.append(curve.precision[at])
    return GRID, _mean(steps), short(metric.of(answers))


@lru_cache(maxsize=64)
def _reliability(answers: Answers) -> Curve:
    metric = CalibrationError()
    curve = metric.curve(answers)
    held = curve.examples > 0
    return curve.confidence[held], curve.accuracy[held], short(metric.of(answers))


def _mean(
    curves: Sequence[np.ndarray[tuple[int], np.dtype[np.float64]]],
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.mean(curves, axis=0) if curves else np.full(MOST_CURVES, np.nan)


_CURVES: dict[str, Callable[[], tuple[str, str, str, Callable[[Answers], Curve]]]] = {
    "roc": lambda: (_tr("ROC curve"), _tr("false positive rate"), _tr("true positive rate; area at the end"), _roc),
    "pr": lambda: (
        _tr("Precision"),
        _tr("recall"),
        _tr("over recall; average precision at the end"),
        _precision_recall,
    ),
    "reliability": lambda: (
        _tr("Reliability"),
        _tr("confidence"),
        _tr("accuracy where so sure; ECE at the end"),
        _reliability,
    ),
}


def _fit(answered: Sequence[Answered], feature: str = "") -> Plot:
    """Draw the number each run gives all over the range of its one feature, over the training examples."""
    lines: list[Line] = []
    seen: list[np.ndarray[tuple[int], np.dtype[np.float64]]] = []
    points = None
    across = Axis(0.0, 1.0)
    for run, look in answered:
        if look.plane is None:
            continue
        x = look.plane.grid[:, 0].astype(np.float64)
        y = look.plane.output[:, 0].astype(np.float64)
        lines.append(Line(run.name, run.colour, x, y, y))
        across = Axis(float(x[0]), float(x[-1]), feature or _tr("input"))
        target = look.train.target.astype(np.float64)
        points = Points(look.plane.inputs[:, 0].astype(np.float64), target, np.zeros(len(target), np.int64))
        seen = [*seen, y[np.isfinite(y)], np.quantile(target, [0.0, 0.93])]
    values = np.concatenate([np.zeros(0), *seen])
    low, high = (float(values.min()), float(values.max())) if len(values) else (0.0, 1.0)
    room = 0.06 * (high - low) or 1.0
    up = Axis(low - room, high + room)
    note = _tr("what each run makes of the input, over the training examples")
    return Plot(_tr("Fit"), across, up, tuple(lines), note=note, key="fit", points=points, fixed=True)


def _boundary(answered: Sequence[Answered], task: Task, features: tuple[str, ...]) -> Plot:
    """Draw where each run changes its mind, over the training examples."""
    first = next((one.look for one in answered if one.look.plane is not None), None)
    if first is None or first.plane is None:
        return Plot(_tr("Decision boundary"), Axis(0, 1), Axis(0, 1), key="boundary", fixed=True)
    grid, inputs = first.plane.grid.astype(np.float64), first.plane.inputs.astype(np.float64)
    paths: list[Path] = []
    for run, look in answered:
        if look.plane is not None:
            x, y = _edges(look, task)
            paths.append(Path(run.name, run.colour, x, y))
    return Plot(
        _tr("Decision boundary"),
        Axis(float(grid[0, 0]), float(grid[-1, 0]), features[0] if features else _tr("first feature")),
        Axis(float(grid[0, 1]), float(grid[-1, 1])),
        note=_tr("of each run; {0} upwards").format(features[1] if features else _tr("the second feature")),
        key="boundary",
        points=Points(inputs[:, 0], inputs[:, 1], first.train.target.astype(np.int64)),
        paths=tuple(paths),
        fixed=True,
    )


@lru_cache(maxsize=64)
def _edges(look: Look, task: Task) -> tuple[np.ndarray[tuple[int], np.dtype[np.float64]], ...]:
    """Give the lines on which the largest logit is another one to each side; NaN parts them."""
    from contourpy import contour_generator  # few problems have two features

    if look.plane is None:
        return np.zeros(0), np.zeros(0)
    side = round(len(look.plane.grid) ** 0.5)
    x = look.plane.grid[:side, 0].astype(np.float64)
    y = look.plane.grid[::side, 1].astype(np.float64)
    logits = look.plane.output.astype(np.float64).reshape(side, side, -1)
    if task == "binary":
        logits = np.concatenate([np.zeros_like(logits), logits], axis=-1)
    pieces: list[np.ndarray[tuple[int, int], np.dtype[np.float64]]] = []
    gap = np.full((1, 2), np.nan)
    for index in range(logits.shape[-1] - 1 if logits.shape[-1] == 2 else logits.shape[-1]):
        others = np.delete(logits, index, axis=-1).max(axis=-1)
        ahead = np.nan_to_num(logits[..., index] - others)
        for line in contour_generator(x, y, ahead).lines(0.0):
            pieces += [np.asarray(line), gap]
    points = np.concatenate(pieces) if pieces else np.zeros((0, 2))
    return points[:, 0], points[:, 1]
