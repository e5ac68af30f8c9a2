"""How a window gets its pages: that of the view in sight first, one a turn, and words where one can't be made."""

from __future__ import annotations

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from lrviz.experiment import Experiment
from lrviz.ui.pages import furnishing
from lrviz.ui.racing.races import Races
from lrviz.ui.store import Store
from lrviz.ui.window import Window


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window(Store(Experiment.first_open()), Races())
    qtbot.addWidget(made)
    return made


def test_the_page_of_the_view_in_sight_is_made_first(window: Window, qtbot: QtBot) -> None:
    window.show_view("gradients")
    made: list[str] = []
    shown: list[bool] = []
    window.paged.connect(made.append)
    window.paged.connect(lambda _: shown.append(window.stack.currentWidget() is window.pages["gradients"]))
    with qtbot.waitSignal(window.furnished):
        window.show()
    assert made == ["gradients", "schedule", "loss", "training", "landscape", "finder"]
    assert all(shown)


def test_a_view_that_is_asked_for_before_its_page_is_there_is_shown_when_it_is(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.paged):
        window.show()
    assert "finder" not in window.pages
    window.show_view("finder")
    with qtbot.waitSignal(window.furnished):
        pass
    assert window.stack.currentWidget() is window.finder


def test_a_window_that_closes_meanwhile_gets_no_more(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.paged):
        window.show()
    window.close()
    with qtbot.assertNotEmitted(window.paged, wait=50):
        pass


def test_what_can_t_be_imported_is_raised_where_it_can_be_said(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(furnishing.MODULES, "finder", "lrviz.ui.no_such_page")
    with capture_exceptions() as caught, qtbot.waitSignal(window.furnished):
        window.show()
    assert "no_such_page" in str(caught[0][1])
    assert set(window.pages) == set(furnishing.MODULES) - {"finder"}, "no other page is missing"
