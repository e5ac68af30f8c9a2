"""The pictures on the lessons' cards, from what their first scenes give; run it after every change of one."""

from __future__ import annotations

import dataclasses
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtGui import QImage

import lrviz
from lrviz.experiment import Experiment
from lrviz.files import resource
from lrviz.teaching.lesson import Lesson
from lrviz.teaching.shelf import lesson, lessons
from lrviz.ui import metrics
from lrviz.ui.figure import Figure
from lrviz.ui.lesson.picture import FOLDER, painted
from lrviz.ui.palette import DARK, LIGHT
from lrviz.ui.racing.raced import Raced, of_result
from lrviz.ui.render import HEADLINE, figure, ground
from lrviz.ui.showing.pictures import application
from lrviz.ui.views import panes, training
from lrviz.ui.views.sight import Sight

RATIO = 2
SIZE = metrics.LESSON_CARD[0], metrics.LESSON_PICTURE
COLOURS = 256
LARGEST = 15_000
"""Bytes of a picture."""


def drawn(one: Lesson) -> tuple[Figure, str]:
    """Give what a lesson's card shows, and the title of the plot that it is."""
    experiment = one.scenes[0].experiment
    if one.thumbnail == "landscape":
        raced = of_result(experiment, lrviz.train(experiment, device="cpu"))
        surface = experiment.problem.task == "surface"
        surveyed = None if surface else lrviz.landscape(experiment, aspect=SIZE[0] / SIZE[1], device="cpu")
        return ground(experiment, surveyed, raced, (SIZE[0], SIZE[1] + HEADLINE)), ""
    if one.thumbnail == "training":
        return in_pane(one, experiment, of_result(experiment, lrviz.train(experiment, device="cpu")))
    return figure(experiment, one.thumbnail, RATIO * SIZE[0], {}), pane(one, one.thumbnail)


def in_pane(one: Lesson, experiment: Experiment, raced: dict[str, Raced]) -> tuple[Figure, str]:
    """Draw the pane of the Training view that the lesson points at first, or the last of those shown at first."""
    title, known = pane(one, "training"), {choice.title: choice for choice in panes.choices(experiment)}
    shown = panes.shown(experiment, panes.first(experiment, 4))
    chosen = known.get(title, shown[-1])
    sight = dataclasses.replace(Sight.whole(experiment, RATIO * SIZE[0]), panes=(chosen.key,))
    return training.figure(experiment, raced, sight), chosen.title


def pane(one: Lesson, view: str) -> str:
    """Give the title of the first plot of a view that a lesson points at in its first scene; "" where there is none."""
    shown = ""
    for step in one.steps:
        if step.scene not in {"", one.scenes[0].name}:
            break
        shown = step.view or shown
        for place in step.highlight:
            if shown == view and place.startswith("pane:"):
                return place.partition(":")[2]
    return ""


def in_few(image: QImage) -> Image.Image:
    """Give a picture in few colours, undithered, which makes a small file."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)  # held: Pillow reads its memory
    size, row = (plain.width(), plain.height()), plain.bytesPerLine()
    whole = Image.frombuffer("RGB", size, plain.constBits(), "raw", "RGB", row, 1)
    return whole.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


def main() -> None:
    """Draw the lessons named, or all."""
    application()
    folder = resource(*FOLDER)
    folder.mkdir(exist_ok=True)
    for name in sys.argv[1:] or lessons():
        made, title = drawn(lesson(name))
        for theme in (LIGHT, DARK):
            path = folder / f"{name}-{theme.name}.png"
            in_few(painted(made, theme, RATIO, title)).save(path, "PNG", optimize=True)
            if path.stat().st_size > LARGEST:
                sys.exit(f"{path.name} has {path.stat().st_size} bytes, and at most {LARGEST} are shipped")


if __name__ == "__main__":
    main()
