"""The picture on a lesson's card: drawn from its own results when lrviz was built, or its schedules drawn here."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from lrviz.files import resource
from lrviz.teaching.lesson import Lesson
from lrviz.ui import metrics
from lrviz.ui.figure import Figure
from lrviz.ui.palette import Theme

FOLDER = "lessons", "thumbnails"


def shipped_picture(key: str, theme: Theme) -> QImage:
    """Give the picture that comes with a lesson; null where there is none."""
    path = resource(*FOLDER, f"{key}-{theme.name}.png")
    return QImage(str(path)) if path.is_file() else QImage()


def drawn_picture(lesson: Lesson, theme: Theme, ratio: float) -> QImage:
    """Draw the schedules of a lesson's first scene."""
    from lrviz.ui.views import schedule  # with the plots, which the window doesn't wait for
    from lrviz.ui.views.sight import Sight

    experiment = lesson.scenes[0].experiment
    sight = Sight(0, max(1, experiment.training.steps - 1), metrics.LESSON_CARD[0], momentum=False)
    return painted(schedule.figure(experiment, {}, sight), theme, ratio)


def painted(figure: Figure, theme: Theme, ratio: float, title: str = "") -> QImage:
    """Paint a figure in little, as large as a card's picture: its terrain, or its plot of that title."""
    from lrviz.ui.paint.vignette import paint_vignette

    size = QSize(metrics.LESSON_CARD[0], metrics.LESSON_PICTURE)
    image = QImage(size * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    try:
        paint_vignette(painter, QRectF(0, 0, size.width(), size.height()), figure, theme, title)
    finally:
        painter.end()
    return image
