"""Any view as a picture, without a window: what the window would show of an experiment and a finished race."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from lrviz.errors import ResourceError
from lrviz.experiment import Experiment
from lrviz.results import Result
from lrviz.ui import palette
from lrviz.ui.figure import Figure
from lrviz.ui.pictures import application, save
from lrviz.ui.races import of_result
from lrviz.ui.views import VIEWS
from lrviz.ui.views.sight import Sight

ViewName = Literal["schedule", "loss", "training"]


def render(
    experiment: Experiment,
    view: ViewName,
    path: Path,
    *,
    size: tuple[int, int] = (1280, 800),
    theme: Literal["light", "dark"] = "light",
    result: Result | None = None,
) -> None:
    """Write a view as PNG, SVG or PDF, by the suffix of `path`.

    `size` is in pixels. The training view draws `result`, what `lrviz.train` gave for the experiment.

    Raises
    ------
    ResourceError
        The view is unknown or has nothing to draw, or the file can't be written.
    """
    application()
    save(
        figure(experiment, view, size[0], result),
        path,
        size=size,
        theme=palette.DARK if theme == "dark" else palette.LIGHT,
    )


def figure(experiment: Experiment, view: str, width: int, result: Result | None = None) -> Figure:
    """Give the figure of a view for a picture `width` pixels wide."""
    chosen = next((known for known in VIEWS if known.key == view), None)
    if chosen is None:
        raise ResourceError(f"there is no view {view!r}: choose {' or '.join(known.key for known in VIEWS)}")
    raced = of_result(experiment, result) if result is not None else {}
    if view == "training" and not raced:
        raise ResourceError("the training view needs a race: train the experiment first")
    return chosen.figure(experiment, raced, Sight.whole(experiment, width // chosen.columns))
