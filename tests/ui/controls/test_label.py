from __future__ import annotations

from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from lrviz.ui import palette
from lrviz.ui.controls.error_line import ErrorLine
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.wrapped import Wrapped


def test_what_does_not_fit_is_told_in_the_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("headline")
    qtbot.addWidget(label)
    label.setText("cosine should end lowest; constant leaves a third more loss.")
    label.resize(120, label.sizeHint().height())
    label.show()
    assert label.toolTip() == label.text()
    label.resize(label.sizeHint())
    assert label.toolTip() == ""
    assert QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name) == label.text()


def test_what_nearly_fits_is_written_smaller_before_it_is_cut(qtbot: QtBot) -> None:
    label = ElidedLabel("headline", least=7 / 9)
    qtbot.addWidget(label)
    label.setText("All 3 end in one basin: nowhere between them does the loss rise above 0.97.")
    whole = label.sizeHint()
    label.resize(whole)
    label.show()
    assert label._fitting().pixelSize() == 18
    label.resize(round(0.85 * whole.width()), whole.height())
    assert label._fitting().pixelSize() == 15
    assert label.toolTip() == ""
    label.resize(round(0.5 * whole.width()), whole.height())
    assert label._fitting().pixelSize() == 14
    assert label.toolTip() == label.text()


def test_a_cut_text_leaves_the_last_pixels_free(qtbot: QtBot) -> None:
    label = ElidedLabel("body")
    qtbot.addWidget(label)
    label.setText("W" * 200)
    label.resize(100, 20)
    image = label.grab().toImage()
    ground = image.pixelColor(0, 0)
    assert any(image.pixelColor(x, 10) != ground for x in range(80))
    assert all(image.pixelColor(99, y) == ground for y in range(20))


def test_a_label_takes_the_tone_of_the_theme_in_force(qtbot: QtBot) -> None:
    label = ElidedLabel("hero", "text2")
    qtbot.addWidget(label)
    label.setText("■■■")
    label.resize(label.sizeHint())
    for theme in (palette.LIGHT, palette.DARK):
        palette.use(theme)
        image = label.grab().toImage()
        colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
        assert theme.text2.name() in colours


def test_an_error_takes_as_many_lines_as_it_needs(qtbot: QtBot) -> None:
    line = ErrorLine()
    qtbot.addWidget(line)
    assert not line.isVisible()
    line.say("gamma must be at least 0.")
    one = line.heightForWidth(288)
    line.say("gamma must be at least 0. " * 6)
    assert one == 18
    assert line.heightForWidth(288) > 3 * one
    line.say("")
    assert line.isHidden()


def test_a_wrapped_text_is_higher_where_it_is_narrower(qtbot: QtBot) -> None:
    label = Wrapped("secondary")
    qtbot.addWidget(label)
    label.setText("runs[1].schedule.step_size is “fast”; it must be a whole number of at least 1.")
    assert label.heightForWidth(1000) == 18
    assert label.heightForWidth(100) > 3 * 18


def test_a_word_that_is_wider_than_its_place_is_wrapped_within(qtbot: QtBot) -> None:
    label = Wrapped("body")
    qtbot.addWidget(label)
    label.setText("LinearScheduleWithWarmup")
    one = label.heightForWidth(label.sizeHint().width())
    assert label.heightForWidth(label.sizeHint().width() // 2) >= one + label.fontMetrics().lineSpacing() - 1
