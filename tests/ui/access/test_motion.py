"""Nothing moves by itself where a person wants it still."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget
from pytestqt.qtbot import QtBot

from lrviz.ui.access import motion
from lrviz.ui.choices import settings


class Still(QProxyStyle):
    """A system that has its animations off."""

    def styleHint(  # noqa: N802 - Qt’s name
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, returned)


@pytest.mark.parametrize(("chosen", "milliseconds"), [("full", 160), ("reduced", 0)])
def test_what_was_set_is_what_moves(dressed: QApplication, chosen: str, milliseconds: int) -> None:
    settings.MOTION.keep(chosen)
    assert motion.duration(motion.PANEL) == milliseconds


def test_else_the_system_says(dressed: QApplication, qtbot: QtBot) -> None:
    before = QApplication.style().name()
    try:
        assert motion.duration(motion.NOTICE) == 160
        QApplication.setStyle(Still("Fusion"))
        assert motion.duration(motion.NOTICE) == 0
        settings.MOTION.keep("full")
        assert motion.duration(motion.NOTICE) == 160
    finally:
        QApplication.setStyle(before)
