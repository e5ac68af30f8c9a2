"""The pictures on the views' cards, from what the first session gives; run it after every change of a view."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from thumbnails import RATIO, in_few  # the script's own folder is where scripts import from

import lrviz
from lrviz.experiment import Experiment
from lrviz.files import resource
from lrviz.ui.card.shipped import SHIPPED, SHIPPED_SIZE
from lrviz.ui.figure import Figure
from lrviz.ui.paint.vignette import paint_vignette
from lrviz.ui.palette import DARK, LIGHT, Theme
from lrviz.ui.racing.raced import of_result
from lrviz.ui.render import HEADLINE, chain, figure, ground, search
from lrviz.ui.showing.pictures import application

ROOMY = 1400, 1200
"""Width and height at which the gradients view has its norms below the chain."""
TITLES = {"training": "Train loss", "gradients": "Update ÷ weight"}
"""The plot that stands for a view, where it isn't the first."""
GAP = 4
"""Pixels between the views that are shown at once."""


def figures() -> dict[str, Figure]:
    """Give what each view shows of the first session once it was raced, by its key."""
    experiment = Experiment.first_open()
    wide, high = SHIPPED_SIZE
    result = lrviz.train(experiment, device="cpu")
    raced = of_result(experiment, result)
    surveyed = lrviz.landscape(experiment, aspect=wide / high, device="cpu")
    run = experiment.runs[1].name
    apart = lrviz.dissect(experiment, run, step=264, device="cpu")
    return {
        "schedule": figure(experiment, "schedule", wide, {}),
        "loss": figure(experiment, "loss", wide, {}),
        "landscape": ground(experiment, surveyed, raced, (wide, high + HEADLINE)),
        "training": figure(experiment, "training", wide, raced),
        "finder": search(experiment, lrviz.find_lr(experiment, run, device="cpu")),
        "gradients": chain(experiment, apart, raced, ROOMY),
    }


def painted(shown: Mapping[str, Figure], theme: Theme) -> QImage:
    """Paint one figure, or several beside and below each other."""
    wide, high = SHIPPED_SIZE
    image = QImage(RATIO * wide, RATIO * high, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(RATIO)
    image.fill(theme.border)
    columns, rows = (1, 1) if len(shown) == 1 else (3, 2)
    across, down = (wide - (columns - 1) * GAP) / columns, (high - (rows - 1) * GAP) / rows
    painter = QPainter(image)
    for place, (key, one) in enumerate(shown.items()):
        row, column = divmod(place, columns)
        rect = QRectF(column * (across + GAP), row * (down + GAP), across, down)
        paint_vignette(painter, rect, one, theme, TITLES.get(key, ""))
    painter.end()
    return image


def main() -> None:
    """Draw every view in both themes."""
    application()
    made = figures()
    for key, shown in {**{key: {key: one} for key, one in made.items()}, "overview": made}.items():
        for theme in (LIGHT, DARK):
            path = Path(resource(*SHIPPED, f"{key}-{theme.name}.png"))
            path.parent.mkdir(exist_ok=True)
            in_few(painted(shown, theme)).save(path, "PNG", optimize=True)


if __name__ == "__main__":
    main()
