from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lrviz.ui import palette
from lrviz.ui.controls.notice import Kind, Notice
from lrviz.ui.controls.shadow import SHADOW


def test_the_action_and_the_cross_say_so(qtbot: QtBot) -> None:
    notice = Notice("restart", "Training restarted after a crash", "All 212 steps are kept.", action="Resume")
    qtbot.addWidget(notice)
    notice.show()
    with qtbot.waitSignal(notice.acted):
        QTest.mouseClick(notice.action, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(notice.closed):
        QTest.mouseClick(notice.close_button, Qt.MouseButton.LeftButton)
    assert notice.accessibleName() == "Training restarted after a crash"
    assert notice.accessibleDescription() == "All 212 steps are kept."


def test_a_notice_is_sixty_high_and_grows_with_its_text(qtbot: QtBot) -> None:
    short = Notice("info", "T_max is now 9000", "warm-up + cosine ends at 0.")
    long = Notice("error", "study.lrviz can’t be opened", "runs[1].schedule.step_size is “fast”. " * 8)
    for notice in (short, long):
        qtbot.addWidget(notice)
    assert short.heightForWidth(440) == 60 + 2 * SHADOW
    assert long.heightForWidth(440) > short.heightForWidth(440) + 40


def test_without_an_action_there_is_no_button(qtbot: QtBot) -> None:
    notice = Notice("info", "Saved")
    qtbot.addWidget(notice)
    notice.show()
    assert not notice.action.isVisible()
    assert not notice.text.isVisible()


@pytest.mark.parametrize(
    ("kind", "token"),
    [("info", "info"), ("success", "best"), ("warning", "warning"), ("error", "error"), ("restart", "info")],
)
def test_its_icon_is_in_the_colour_of_its_kind(qtbot: QtBot, kind: Kind, token: str) -> None:
    notice = Notice(kind, " ")
    qtbot.addWidget(notice)
    notice.resize(400, 60 + 2 * SHADOW)
    image = notice.grab().toImage()
    wanted = getattr(palette.LIGHT, token)
    seen = [image.pixelColor(x, y) for x in range(20, 50) for y in range(SHADOW, 60 + SHADOW)]
    assert any(
        max(abs(c.red() - wanted.red()), abs(c.green() - wanted.green()), abs(c.blue() - wanted.blue())) < 40
        for c in seen
    )
