"""The race and the step cursor."""

from __future__ import annotations

import math
from collections.abc import Callable

from lrviz.ui.actions.action import Action, tr
from lrviz.ui.window import Window


def cursor(window: Window) -> tuple[Action, ...]:
    """Give what moves a race on, and the cursor over it."""
    store, transport = window.store, window.transport

    def steps(by: int) -> Callable[[], None]:
        return lambda: window.move_cursor(by, by / 100)

    def epochs(by: int) -> Callable[[], None]:
        return lambda: window.move_cursor(by * store.experiment.updates_per_epoch, by / 20)

    def none_visible() -> str:
        return window.races.why_not(store.experiment)

    return (
        Action("race", tr("Race"), ("Ctrl+R",), window.race, why=none_visible),
        Action("play", tr("Play or pause"), ("Space",), window.race, bare=True),
        Action("one", tr("One update"), (".",), transport.one_update),
        Action("place", tr("Go to a step…"), ("Ctrl+G",), transport.type_place),
        Action("back", tr("Cursor back"), ("Left",), steps(-1), bare=True),
        Action("on", tr("Cursor on"), ("Right",), steps(1), bare=True),
        Action("back10", tr("Cursor back by ten"), ("Shift+Left",), steps(-10), bare=True),
        Action("on10", tr("Cursor on by ten"), ("Shift+Right",), steps(10), bare=True),
        Action("back_epoch", tr("Cursor back by an epoch"), ("Ctrl+Left",), epochs(-1), bare=True),
        Action("on_epoch", tr("Cursor on by an epoch"), ("Ctrl+Right",), epochs(1), bare=True),
        Action("home", tr("Cursor to the start"), ("Home",), lambda: window.move_cursor(-math.inf, -1), bare=True),
        Action("end", tr("Cursor to the end"), ("End",), lambda: window.move_cursor(math.inf, 1), bare=True),
    )
