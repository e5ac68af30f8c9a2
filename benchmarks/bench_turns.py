"""How long one handler holds the window's event loop while a person goes around: views, lessons, languages, many runs.

A handler is what the loop calls with one event; its CPU time counts, of this thread alone. What is done the first time
is told apart from what is done again; a part that is done several times is told by the time it went quickest, since a
busy machine makes CPU time longer too. Budget: 8 ms; the ratio is the longest's to it. Run by
`python -m benchmarks.bench_turns`, with the names of acts to run only these.
"""

from __future__ import annotations

import gc
import itertools
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from msgspec.structs import replace
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from benchmarks.bench_handlers import BUDGET, LEFT, Watched, end, settle
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.app import application, open_window
from lrviz.ui.pages.page import Page
from lrviz.ui.speech import language
from lrviz.ui.window import VIEWS, Window

TIMES = "first", "again", "again", "again"
SIZES = (1280, 800), (1920, 1080)
RUNS, SEEDS = 16, 3
WAIT = 120.0
"""Seconds after which an act that waits for something gives up."""

Act = Callable[[Watched, Window], Iterator[str]]
"""Does one thing after another, and names each before it is begun."""


def until(app: Watched, there: Callable[[], bool]) -> None:
    """Let the loop turn until something is there, and nothing is left to do."""
    for _ in range(round(WAIT / 0.05)):
        if there():
            break
        settle(app, 0.05)
    settle(app)


def press(button: QWidget) -> None:
    """Click the middle of a button."""
    QTest.mouseClick(button, LEFT, Qt.KeyboardModifier.NoModifier, button.rect().center())


def views(app: Watched, window: Window) -> Iterator[str]:
    """Go through the views, twice."""
    for again in TIMES:
        for key in (*(key for key, _ in VIEWS[1:]), VIEWS[0][0]):
            yield f"{key}, {again}"
            press(window.top.views.button(key))
            settle(app, 0.6)


def lesson(app: Watched, window: Window) -> Iterator[str]:
    """Go to the page of lessons, open one, go through some of its steps, and leave it; twice."""
    classroom = window.classroom
    for again in TIMES:
        yield f"lessons, {again}"
        press(window.top.home)
        until(app, lambda: len(classroom.home.presets) > 0 and not classroom.home.lessons.busy)
        yield f"open, {again}"
        press(classroom.home.grid.cards[0])
        until(app, lambda: classroom.playing and not window.races.active)
        for step in range(3):
            yield f"step {step + 1}, {again}"
            press(classroom.panel.next_button)
            until(app, lambda: not window.races.active)
        yield f"leave, {again}"
        press(classroom.panel.close_button)
        settle(app, 0.6)


def speak(app: Watched, window: Window) -> Iterator[str]:
    """Say everything in Korean and in English again, from the view of schedules and from the page of lessons."""
    for place in ("session", "lessons"):
        (window.classroom.go_home if place == "lessons" else window.classroom.go_to_session)()
        until(app, lambda: not window.aside.busy)
        for tongue in ("ko", "en") * 3:
            yield f"{tongue} in {place}"
            press(window.classroom.home.bar.language.button(tongue))
            settle(app, 1.5)
    window.classroom.go_to_session()


def differences(app: Watched, window: Window) -> Iterator[str]:
    """Race many runs with several seeds, and read how they differ from one of them."""
    yield "race"
    first = Experiment.first_open()
    runs = [Run(f"run {i}", schedule=StepLR(20 + 5 * i), colour=i % 8) for i in range(RUNS)]
    training = replace(first.training, steps=300, seeds=tuple(range(SEEDS)))
    window.store.open(replace(first, runs=tuple(runs), training=training), None)
    settle(app, 1.0)
    press(window.top.views.button("training"))
    press(window.top.race)
    until(app, lambda: window.races.active)
    until(app, lambda: not window.races.active)
    window.store.pin("run 0")
    settle(app)
    page = window.pages["training"]
    assert isinstance(page, Page)
    for again in TIMES:
        for what in ("differences", "values"):
            yield f"{what}, {again}"
            QTimer.singleShot(0, page.comparing.toggle_differences)
            settle(app, 1.0)
    yield "cursor"
    for step in range(0, 300, 20):
        QTimer.singleShot(0, partial(window.transport.take_cursor, step))
        settle(app, 0.1)
    settle(app)


ACTS: tuple[Act, ...] = (views, lesson, speak, differences)


def report(size: tuple[int, int], act: str, part: str, times: list[list[tuple[float, str]]]) -> None:
    """Print how long the handlers of a part took, the time it went quickest, and which of them took longest."""
    longest = min((sorted(took, reverse=True)[:3] for took in times), key=lambda took: took[0])
    worst, said = longest[0][0], ", ".join(f"{name} {took:.1f}" for took, name in longest)
    print(f"{size[0]:5} {act:11} {part:19} max {worst:6.1f} ms {worst / BUDGET:5.1f} × the budget   {said}", flush=True)


def go_through(app: Watched, window: Window, size: tuple[int, int], act: Act) -> None:
    """Do an act, and report on each part of it; one that is done several times is told by the quickest."""
    times: dict[str, list[list[tuple[float, str]]]] = {}
    before = ""
    for part in itertools.chain(act(app, window), ("",)):
        if before:
            times.setdefault(before, []).append([*app.took])
        before = part
        gc.collect()
        app.took.clear()
    for part, took in times.items():
        report(size, act.__name__, part, took)


def open_furnished(app: Watched, size: tuple[int, int]) -> Window:
    """Open a window of a size, and wait until all of it is made and its worker is there."""
    window = open_window()
    window.resize(*size)
    window.show()
    until(app, lambda: window.races.ready and "home" in window.classroom.__dict__)
    return window


def main() -> None:
    app = Watched()
    chosen = [act for act in ACTS if act.__name__ in sys.argv[1:]] or ACTS
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        os.environ["XDG_STATE_HOME"] = folder  # no session of anybody's
        application()
        language.keep("en")
        for size in SIZES:
            for act in chosen:
                app.took.clear()
                window = open_furnished(app, size)
                report(size, "opening", act.__name__, [app.took])
                go_through(app, window, size, act)
                end(app, window)


if __name__ == "__main__":
    main()
