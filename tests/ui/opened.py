"""A window as a person opens it, and how a test leaves it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from lrviz.ui.app import open_window
from lrviz.ui.window import Window


def opened(qtbot: QtBot) -> Window:
    """Open a window on the first session; its worker is being started."""
    made = open_window()
    qtbot.addWidget(made, before_close_func=give_up)
    made.resize(1280, 800)
    with qtbot.waitSignal(made.furnished):
        made.show()
    return made


def opened_alone(qtbot: QtBot) -> Window:
    """Open a window on the first session without any process beside it: nothing is raced, and texts are read in it."""
    made = open_window()
    made.furnished.disconnect(made.races.open)
    made.furnished.disconnect(made.aside.hire)
    qtbot.addWidget(made, before_close_func=give_up)
    made.resize(1280, 800)
    with qtbot.waitSignal(made.furnished):
        made.show()
    return made


def give_up(window: Window) -> None:
    """Leave nothing to ask about when a test's window is closed."""
    window.store.history.setClean()
    window.aside.close()
    window.races.close()
