from __future__ import annotations

import pytest
from PySide6.QtGui import QFont

from lrviz.ui.controls.drawing import ZERO_WIDTH_SPACE, breakable, text_width


@pytest.mark.usefixtures("qtbot")
def test_only_a_word_that_is_wider_than_a_line_is_broken() -> None:
    font, text = QFont(), "The loops of CosineScheduleWithWarmup make 3 epochs"
    width = text_width("CosineSchedule", font)
    broken = breakable(text, font, width)
    assert broken.replace(ZERO_WIDTH_SPACE, "") == text
    assert broken.split(" ")[3].split(ZERO_WIDTH_SPACE) == [*"CosineScheduleWithWarmup"]
    assert broken.split(" ")[4:] == ["make", "3", "epochs"]
    assert breakable(text, font, 10 * width) == text
