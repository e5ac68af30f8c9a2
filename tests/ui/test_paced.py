"""What may lag is done at once, and then once for all that came meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from lrviz.ui.paced import Paced


def test_the_first_time_is_at_once_and_what_follows_is_gathered(qtbot: QtBot) -> None:
    parent, came, said = QObject(), [0], []
    paced = Paced(parent)
    paced.due.connect(lambda: said.append(came[-1]))
    paced.want()
    assert said == [0]
    for number in range(1, 5):
        came.append(number)
        paced.want()
    assert said == [0]
    with qtbot.waitSignal(paced.due):
        pass
    assert said == [0, 4]


def test_what_was_done_meanwhile_is_not_done_again(qtbot: QtBot) -> None:
    parent, said = QObject(), []
    paced, other = Paced(parent), Paced(parent)
    paced.due.connect(lambda: said.append("done"))
    paced.want()
    paced.want()
    paced.now()
    other.want()
    other.want()
    with qtbot.waitSignal(other.due):  # its lag began later, so the first one's is over too
        pass
    assert said == ["done", "done"]
