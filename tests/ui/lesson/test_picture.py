"""The pictures on the cards: each lesson ships one in each theme, small; one without is drawn from its schedules."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from lrviz import lessons
from lrviz.files import resource
from lrviz.teaching.reading import read
from lrviz.teaching.shelf import lesson
from lrviz.ui import metrics
from lrviz.ui.lesson.picture import drawn_picture, shipped_picture
from lrviz.ui.palette import DARK, LIGHT, Theme
from tests.ui.lessons import LOOK

LARGEST = 15_000


@pytest.mark.parametrize("name", lessons())
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_lesson_ships_a_small_picture(name: str, theme: Theme, qapp: QApplication) -> None:
    image = shipped_picture(name, theme)
    assert (image.width(), image.height()) == (2 * metrics.LESSON_CARD[0], 2 * metrics.LESSON_PICTURE)
    assert resource("lessons", "thumbnails", f"{name}-{theme.name}.png").stat().st_size < LARGEST


def test_a_lesson_without_one_is_drawn_in_its_runs_colours(qapp: QApplication) -> None:
    assert shipped_picture("no-such-lesson", LIGHT).isNull()
    image = drawn_picture(read(LOOK), LIGHT, 1.0)
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert {LIGHT.line(0).name(), LIGHT.line(1).name(), LIGHT.bg.name()} <= seen


def test_a_run_that_isnt_there_has_no_colour_in_it(qapp: QApplication) -> None:
    image = drawn_picture(lesson("first-open"), DARK, 1.0)
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert DARK.line(2).name() in seen
    assert DARK.line(3).name() not in seen
