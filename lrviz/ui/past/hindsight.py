"""Hindsight: the list of all steps of a session, to see what each was and to go back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QMouseEvent

from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.controls.choice_list import Choice, ChoiceList
from lrviz.ui.past import steps
from lrviz.ui.past.changes import told

if TYPE_CHECKING:
    from lrviz.ui.window import Window

LONG_PRESS = 400
"""Milliseconds after which a press of Undo asks for the list."""
BEFORE, AFTER = "before", "after"


class Hindsight(QObject):
    """Opens the list below the Undo button: by its action, a right click or a long press.

    The step under the mouse is drawn over the schedules; taking it goes there at once, however many steps it is.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._store = window, window.store
        self.list: ChoiceList | None = None
        self._held = QTimer(self, singleShot=True, interval=LONG_PRESS)
        self._held.timeout.connect(self._press_long)
        for button in (window.top.undo, window.top.redo):
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            button.customContextMenuRequested.connect(self.open)
        window.top.undo.installEventFilter(self)

    def open(self) -> None:
        """Show all steps, the newest first and the present one highlighted."""
        choices = self.choices()
        if len(choices) < 2:
            text = self.tr("What you change is listed here, and every step can be gone back to.")
            self._window.notices.say("info", self.tr("Nothing to undo yet"), text)
            return
        self.list = made = ChoiceList(choices, self._window)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.view.setAccessibleName(self.tr("Steps"))
        made.highlighted.connect(self._preview)
        made.taken.connect(self.go_to)
        made.closed.connect(self._close)
        button = self._window.top.undo
        below = QRect(button.mapToGlobal(QPoint(0, 0)), button.size())
        run = self._store.run
        made.open_at(below, str(self._store.history.index()), run.colour if run is not None else 0)

    def choices(self) -> list[Choice]:
        """Give the steps, the newest first: those undone, those done, where the session began, and the one before."""
        past = self._store.history.past
        undone, done = self.tr("Undone"), self.tr("Done")
        made = [self._row(index, undone if index > past.at else done) for index in range(len(past.steps), 0, -1)]
        made.append(Choice("0", self._beginning(), self._mark(0), done))
        others = self.tr("Other sessions")
        if self._store.after is not None:
            made.insert(0, Choice(AFTER, self.tr("Forth to {0}").format(steps.called(self._store.after)), group=others))
        if self._store.before is not None:
            made.append(Choice(BEFORE, self.tr("Back to {0}").format(steps.called(self._store.before)), group=others))
        return made

    def go_to(self, key: str) -> None:
        """Go to a step, or to another session."""
        store = self._store
        if key.isdecimal():
            store.history.setIndex(int(key))
        elif key == BEFORE:
            store.history.setIndex(0)
            store.undo()
        else:
            store.history.setIndex(store.history.count())
            store.redo()

    def _row(self, index: int, group: str) -> Choice:
        step = self._store.history.past.steps[index - 1]
        said, run = told(step)
        line = " · ".join(word for word in (run, self._mark(index)) if word)
        return Choice(
            str(index), said[:1].upper() + said[1:] if said == step.what else said, line, group, words=step.what
        )

    def _mark(self, index: int) -> str:
        """Say of a step that it is the present one, or what the file holds."""
        past, path = self._store.history.past, self._store.path
        words = [self.tr("now")] if index == past.at else []
        if index == past.saved and path is not None:
            words.append(self.tr("as saved in {0}").format(path.name))
        return " · ".join(words)

    def _beginning(self) -> str:
        return self.tr("{0} as it was opened").format(steps.called(self._store.session))

    def _preview(self, key: str) -> None:
        there = self._at(int(key)) if key.isdecimal() else self._store.experiment
        self._window.propose(_other(self._store.experiment, there, self._store.run))

    def _at(self, index: int) -> Experiment:
        past = self._store.history.past
        if not past.steps:
            return self._store.experiment
        return past.steps[index - 1].after if index else past.steps[0].before

    def _close(self) -> None:
        self.list = None
        self._window.propose(None)

    def _press_long(self) -> None:
        self._window.top.undo.setDown(False)
        self.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            if event.type() == QEvent.Type.MouseButtonPress:
                self._held.start()
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._held.stop()
        return False


def _other(now: Experiment, there: Experiment, selected: Run | None) -> Run | None:
    """Give a run as it is there, where it is another one now: the selected one, else the first."""
    names = {run.name for run in now.runs}
    others = [run for run in there.runs if run not in now.runs and (run.branch is None or run.branch.run in names)]
    name = selected.name if selected is not None else ""
    return next((run for run in others if run.name == name), others[0] if others else None)
