"""A window as a person opens it, and how a test leaves it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from lrviz.ui.app import open_window
from lrviz.ui.window import Window


def opened(qtbot: QtBot) -> Window:
    """Open a window on the first session; its worker is being started."""
    return _shown(open_window(), qtbot)


def opened_alone(qtbot: QtBot) -> Window:
    """Open a window on the first session without a worker: nothing is raced."""
    made = open_window()
    made.furnished.disconnect(made.races.open)
    return _shown(made, qtbot)


def _shown(made: Window, qtbot: QtBot) -> Window:
    """Show a window that reads texts in itself: the process beside it takes longer to load than what it is asked."""
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
