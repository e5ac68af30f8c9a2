from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from lrviz.ui import metrics
from lrviz.ui.controls.drawing import ZERO_WIDTH_SPACE, breakable, fitting, text_width


@pytest.mark.usefixtures("qtbot")
def test_only_a_word_that_is_wider_than_a_line_is_broken() -> None:
    font, text = QFont(), "The loops of CosineScheduleWithWarmup make 3 epochs"
    width = text_width("CosineSchedule", font)
    broken = breakable(text, font, width)
    assert broken.replace(ZERO_WIDTH_SPACE, "") == text
    assert broken.split(" ")[3].split(ZERO_WIDTH_SPACE) == [*"CosineScheduleWithWarmup"]
    assert broken.split(" ")[4:] == ["make", "3", "epochs"]
    assert breakable(text, font, 10 * width) == text


def test_a_text_is_written_smaller_until_it_fits_and_never_smaller_than_the_least(qapp: QApplication) -> None:
    usual, text = metrics.font("plot_title"), "Same number, different optimizer"
    wide = text_width(text, usual)
    assert fitting(text, usual, wide + 1, 11 / 13) is usual
    smaller = fitting(text, usual, 0.95 * wide, 11 / 13)
    assert smaller.pixelSize() == 12
    assert text_width(text, smaller) <= 0.95 * wide
    assert fitting(text, usual, 10, 11 / 13).pixelSize() == 11
    assert usual.pixelSize() == 13
