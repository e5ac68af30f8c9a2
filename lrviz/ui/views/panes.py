"""The panes of the Training view: which there are for a task, what they are called, and which are shown at first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from lrviz.catalog.metrics import metrics_of
from lrviz.catalog.task import Task
from lrviz.experiment import Experiment
from lrviz.ui.speech import saying

Kind = Literal["rates", "losses", "metric", "picture"]


@dataclass(frozen=True)
class PaneChoice:
    """A pane that can be shown. Its values may be written in per cent (`share`) and be good when they are `high`.

    Where they run over many powers of ten, they are drawn on a log axis (`decades`) as long as all are above 0.
    """

    key: str
    title: str
    kind: Kind
    share: bool = False
    high: bool = False
    decades: bool = False


def _tr(text: str) -> str:
    return QCoreApplication.translate("Training", text)


def choices(experiment: Experiment) -> tuple[PaneChoice, ...]:
    """Give every pane there is for an experiment's task, in the order they are offered."""
    problem = experiment.problem
    measured = tuple(
        PaneChoice(metric.key, saying.catalog(metric.title), "metric", share=metric.share, high=metric.best == "high")
        for metric in metrics_of(problem.task)
    )
    dynamics = (
        ("grad_norm", _tr("Gradient norm")),
        ("update_norm", _tr("Update norm")),
        ("weight_norm", _tr("Weight norm")),
        ("update_ratio", _tr("Update ÷ weights")),
        ("effective_lr", _tr("Effective learning rate")),
    )
    probes = (("sharpness", _tr("Critical sharpness")), ("noise_scale", _tr("Gradient noise scale")))
    walked = problem.task == "surface"
    return (
        PaneChoice("lr", _tr("Learning rate"), "rates"),
        PaneChoice("loss", _tr("Height") if walked else _tr("Train loss"), "losses", decades=walked),
        PaneChoice(
            "val_loss", _tr("Height at validations") if walked else _tr("Validation loss"), "metric", decades=walked
        ),
        *(PaneChoice(key, title, "picture") for key, title in _pictures(experiment)),
        *measured,
        *(PaneChoice(key, title, "metric") for key, title in dynamics),
        *(
            PaneChoice(key, title, "metric", decades=True)
            for key, title in (probes if experiment.training.probe else ())
        ),
    )


FIRST: dict[Task, tuple[str, ...]] = {
    "classes": ("lr", "loss", "val_loss", "accuracy", "grad_norm", "confusion"),
    "binary": ("lr", "loss", "val_loss", "f1", "roc", "confusion"),
    "values": ("lr", "loss", "val_loss", "mae", "grad_norm", "r2"),
    "ranking": ("lr", "loss", "val_loss", "ndcg", "mrr", "map"),
    "surface": ("lr", "loss", "grad_norm", "update_norm", "val_loss", "effective_lr"),
}
"""What is shown until a person chooses: four of them, all six on a wide window."""


def first(experiment: Experiment, count: int) -> tuple[str, ...]:
    """Give the keys of the panes shown at first: what the data can be drawn as, instead of the last."""
    keys = FIRST[experiment.problem.task][:count]
    drawn = {1: "fit", 2: "boundary"}.get(experiment.problem.inputs)
    offered = {choice.key for choice in choices(experiment)}
    return (*keys[:-1], drawn) if drawn in offered else keys


def shown(experiment: Experiment, keys: tuple[str, ...]) -> tuple[PaneChoice, ...]:
    """Give the chosen panes that the experiment has, in the order they are offered; the first four if it has none."""
    found = tuple(choice for choice in choices(experiment) if choice.key in keys)
    return found or tuple(choice for choice in choices(experiment) if choice.key in first(experiment, 4))


def _pictures(experiment: Experiment) -> tuple[tuple[str, str], ...]:
    problem = experiment.problem
    found: list[tuple[str, str]] = []
    if problem.task in ("classes", "binary"):
        found += [
            ("confusion", _tr("Confusion matrix")),
            ("per_class", _tr("Precision, recall and F1 per class")),
            ("roc", _tr("ROC curve")),
            ("pr", _tr("Precision and recall")),
            ("reliability", _tr("Reliability")),
        ]
        if problem.inputs == 2:
            found.append(("boundary", _tr("Decision boundary")))
    if problem.task == "values" and problem.inputs == 1:
        found.append(("fit", _tr("Fit")))
    return tuple(found)
