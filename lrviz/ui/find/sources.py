"""Where entries come from: actions, runs, files, lessons, presets, schedulers, panes and looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lrviz.catalog.cards import cards
from lrviz.catalog.families import in_families
from lrviz.catalog.schedules import SCHEDULES
from lrviz.scenarios import Preset
from lrviz.ui import keymap
from lrviz.ui.arriving import recent
from lrviz.ui.arriving.presence import is_there
from lrviz.ui.choices.settings_rows import looks, start
from lrviz.ui.controls.choice_list import Choice
from lrviz.ui.find.entry import Entry
from lrviz.ui.form.choices import CONSTANT, schedule_choice
from lrviz.ui.form.chosen import with_schedule
from lrviz.ui.lesson.written import Written
from lrviz.ui.speech import language
from lrviz.ui.views import panes

if TYPE_CHECKING:
    from lrviz.ui.window import Window

ICONS = {
    "Session": "folder-open",
    "Edit": "undo-2",
    "Runs": "chart-spline",
    "Race and cursor": "play",
    "Views": "eye",
    "Take away": "share",
    "Lessons": "book-open",
    "Help": "info",
}
"""What stands for each group of actions, by its English name."""
APART = ("find",)
"""Actions that make no sense here."""


Beside = Callable[..., str]
"""Gives texts in the other languages."""


def at_hand(window: Window, also: Beside) -> tuple[Entry, ...]:
    """Give what can be done with what is open: actions, runs and the files opened last."""
    return (*_actions(window, also), *_runs(window), *_files(window, also))


def around(window: Window, lessons: Sequence[Written], presets: Sequence[Preset], also: Beside) -> Iterator[Entry]:
    """Give everything else that can be found, one after another: there is more of it, and it takes longer to gather."""
    yield from _schedulers(window, also)
    yield from _panes(window, also)
    yield from _presets(window, presets, also)
    yield from _lessons(window, lessons, also)
    yield from _settings(also)
    yield from _cards(window)


def _actions(window: Window, also: Beside) -> Iterator[Entry]:
    from lrviz.ui.actions import groups, why_not
    from lrviz.ui.actions.install import do

    for title, group in groups(window):
        for action in group:
            if action.key in APART:
                continue
            yield Entry(
                f"action/{action.key}",
                action.text.rstrip("…"),
                title,
                partial(do, action.act),
                ICONS.get(getattr(title, "source", title), "chevron-right"),
                beside=also(action.text, title),
                keys=tuple(map(keymap.native, keymap.keys(action.key))),
                why=why_not(window, action),
            )


def _runs(window: Window) -> Iterator[Entry]:
    store = window.store
    for at, run in enumerate(store.experiment.runs):
        kind = type(run.schedule).__name__ if run.schedule is not None else ""
        yield Entry(
            f"run/{run.name}",
            run.name,
            _tr("Go to run"),
            partial(_in_session, window, store.select, at),
            colour=run.colour,
            beside=f"{kind} {type(run.optimizer).__name__}",
        )


def _files(window: Window, also: Beside) -> Iterator[Entry]:
    words = _tr("Open recent file")
    for one in recent.recent():
        yield Entry(
            f"file/{one.path}",
            one.path.name,
            recent.place(one.path),
            partial(window.classroom.open_recent, one.path),
            "file-code",
            beside=f"{words} {also(words)}",
            why="" if is_there(one.path) else _tr("no longer there"),
        )


def _schedulers(window: Window, also: Beside) -> Iterator[Entry]:
    run = window.store.run
    group = _tr("Schedule of {0}").format(run.name) if run is not None else _tr("Schedule")
    why = "" if run is not None else QCoreApplication.translate("Actions", "There is no run")
    plain = Choice(CONSTANT, QCoreApplication.translate("Form", "constant"), "")
    for choice in (plain, *(schedule_choice(cls) for cls in in_families(SCHEDULES))):
        yield Entry(
            f"schedule/{choice.key}",
            choice.name,
            group,
            partial(_in_session, window, _choose_schedule, window, choice.key),
            "trending-down",
            beside=f"{choice.help} {also(choice.help)} {choice.words}",
            why=why,
        )


def _choose_schedule(window: Window, key: str) -> None:
    store = window.store
    if store.run is not None:
        changed = with_schedule(store.run, key, store.experiment)
        store.edit_run(store.selected, changed, _tr("schedule of {0}").format(store.run.name))


def _panes(window: Window, also: Beside) -> Iterator[Entry]:
    group, metric = _tr("Pane of Training"), _tr("metric")
    for choice in panes.choices(window.store.experiment):
        yield Entry(
            f"pane/{choice.key}",
            choice.title,
            group,
            partial(_in_session, window, _show_pane, window, choice.title),
            "eye",
            beside=f"{choice.key} {metric} {also(choice.title, metric)}",
        )


def _show_pane(window: Window, title: str) -> None:
    window.show_view("training")
    if window.page is not None and hasattr(window.page, "insist_on"):
        window.page.insist_on((title,))


def _presets(window: Window, presets: Sequence[Preset], also: Beside) -> Iterator[Entry]:
    group = _tr("Add preset")
    for one in presets:
        kinds = " ".join(type(run.schedule).__name__ for run in one.experiment.runs)
        yield Entry(
            f"preset/{one.name}",
            one.title,
            group,
            partial(_in_session, window, window.sidebar.add_preset, one),
            "plus",
            beside=f"{one.name} {kinds} {one.reference} {also(group)}",
        )


def _lessons(window: Window, lessons: Sequence[Written], also: Beside) -> Iterator[Entry]:
    spoken, group = language.language(), _tr("Lesson")
    for one in lessons:
        if one.lesson is not None:
            titles = (one.lesson.title.said(each) for each, _ in language.LANGUAGES)
            yield Entry(
                f"lesson/{one.key}",
                one.lesson.title.said(spoken),
                group,
                partial(window.classroom.open, one),
                "book-open",
                beside=" ".join((*titles, one.lesson.summary.said(spoken), also(group))),
            )


def _settings(also: Beside) -> Iterator[Entry]:
    group = _tr("Setting")
    for one in (*looks(), *start()):
        now = one.now()
        for key, text in one.options:
            yield Entry(
                f"setting/{one.key}/{key}",
                f"{one.title}: {text}",
                group,
                partial(one.choose, key),
                "settings",
                beside=f"{one.sentence} {also(one.title, text, group)}",
                why=_tr("This is chosen") if key == now else "",
            )


def _cards(window: Window) -> Iterator[Entry]:
    for card in cards():
        yield Entry(
            f"card/{card.kind}/{card.key}",
            _tr("{0}: what it is").format(card.name),
            _tr("Explanation"),
            partial(window.explaining.open, card),
            "book-open",
            beside=card.kind,
        )


def _in_session(window: Window, act: Callable[..., object], *given: object) -> None:
    """Act where it is seen: in the session, not behind the page of lessons."""
    window.classroom.go_to_session()
    act(*given)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Find", text)
