"""Settings are kept, and anything that isn't one of the choices is the default."""

from __future__ import annotations

from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from lrviz.ui.choices import settings


def test_a_setting_is_kept_and_said(qtbot: QtBot) -> None:
    with qtbot.waitSignal(settings.changes.changed) as said:
        settings.TEXT_SIZE.keep(150)
    assert (said.args, settings.TEXT_SIZE.value) == (["text size"], 150)


def test_what_is_no_choice_is_the_default() -> None:
    QSettings().setValue(settings.MOTION.key, "sideways")
    assert settings.MOTION.value == "system"
