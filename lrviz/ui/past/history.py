"""The history of a session: its steps as a value, and the stack that goes back and forth in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from lrviz.experiment import Experiment


@dataclass(frozen=True)
class Step:
    """One step: what it is called, and the experiment before and after; those of one `gesture` become one."""

    what: str
    before: Experiment
    after: Experiment
    gesture: str = ""


@dataclass(frozen=True)
class Past:
    """All steps of a session, those undone too.

    `at` of them are done; after `saved` of them the experiment was as its file holds it, None where it never was.
    """

    steps: tuple[Step, ...] = ()
    at: int = 0
    saved: int | None = 0


class History(QObject):
    """Goes back and forth in a past, however far, by putting one experiment in the place of another once.

    Its names are those of Qt's undo stack.
    """

    indexChanged = Signal(int)
    """Another number of steps is done, or the last one is another."""
    cleanChanged = Signal(bool)

    def __init__(self, put: Callable[[Experiment, Experiment], None], parent: QObject) -> None:
        super().__init__(parent)
        self._put = put
        self._past = Past()

    @property
    def past(self) -> Past:
        """All steps, as a value."""
        return self._past

    def take_up(self, past: Past) -> None:
        """Go on with another past; its experiment is in place already."""
        self._become(past)

    def push(self, step: Step) -> None:
        """Note a step that was done; what was undone before it is gone."""
        past = self._past
        done = past.steps[: past.at]
        saved = past.saved if past.saved is not None and past.saved <= past.at else None
        if not self._merges(step):
            self._become(Past((*done, step), past.at + 1, saved))
            return
        merged = replace(step, what=done[-1].what, before=done[-1].before)
        nothing = merged.after == merged.before
        self._become(Past(done[:-1] if nothing else (*done[:-1], merged), past.at - nothing, saved))

    def end_gesture(self) -> None:
        """Let the next step be one of its own, whatever its gesture is called."""
        past = self._past
        if past.at and past.steps[past.at - 1].gesture:
            ended = replace(past.steps[past.at - 1], gesture="")
            self._past = replace(past, steps=(*past.steps[: past.at - 1], ended, *past.steps[past.at :]))

    def undo(self) -> None:
        """Go back by a step."""
        self.setIndex(self._past.at - 1)

    def redo(self) -> None:
        """Go forth by a step."""
        self.setIndex(self._past.at + 1)

    def setIndex(self, index: int) -> None:
        """Go to where so many steps are done."""
        past = self._past
        if not 0 <= index <= len(past.steps) or index == past.at:
            return
        before = past.steps[past.at - 1].after if past.at else past.steps[0].before
        after = past.steps[index - 1].after if index else past.steps[0].before
        self._past = replace(past, at=index)
        self._put(before, after)
        self._told(past)

    def canUndo(self) -> bool:
        """Say whether a step is done."""
        return self._past.at > 0

    def canRedo(self) -> bool:
        """Say whether a step is undone."""
        return self._past.at < len(self._past.steps)

    def count(self) -> int:
        """Give how many steps there are."""
        return len(self._past.steps)

    def index(self) -> int:
        """Give how many of them are done."""
        return self._past.at

    def isClean(self) -> bool:
        """Say whether the experiment is as its file holds it."""
        return self._past.saved == self._past.at

    def setClean(self) -> None:
        """Note that the file holds the experiment as it is."""
        self._become(replace(self._past, saved=self._past.at))

    def resetClean(self) -> None:
        """Note that the file holds the experiment as it was at no step."""
        self._become(replace(self._past, saved=None))

    def clear(self) -> None:
        """Forget all steps."""
        self._become(Past())

    def _merges(self, step: Step) -> bool:
        """Say whether a step goes on with the gesture of the last one, which no file holds."""
        past = self._past
        last = past.steps[past.at - 1] if past.at else None
        return bool(step.gesture) and last is not None and last.gesture == step.gesture and past.saved != past.at

    def _become(self, past: Past) -> None:
        before, self._past = self._past, past
        self._told(before)

    def _told(self, before: Past) -> None:
        """Tell what is another since then."""
        if (before.steps, before.at) != (self._past.steps, self._past.at):
            self.indexChanged.emit(self._past.at)
        if (before.saved == before.at) != self.isClean():
            self.cleanChanged.emit(self.isClean())
