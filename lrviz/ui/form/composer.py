"""The form of a composed schedule: its parts in order, each with a form of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from lrviz.catalog.composing import (
    MOST_PARTS,
    Composed,
    alone,
    duplicated,
    extended,
    inserted,
    moved,
    rooms,
    with_milestone,
    with_more,
    with_part,
    with_warmup,
    without,
)
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.errors import SpecError
from lrviz.ui import metrics
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.drawing import px, rounded
from lrviz.ui.controls.menu import open_menu
from lrviz.ui.form.part_form import PartForm
from lrviz.ui.form.room import Room
from lrviz.ui.palette import theme

_LINE = 2
"""Thickness of the line where a dragged part would go."""


class Composer(QWidget):
    """Shows a composite and sends the schedule it would be with one change: `edited(schedule, what, dragging)`.

    `previewed` is sent with the schedule a highlighted choice or the place of a dragged part would make, and with None
    afterwards. Which parts are unfolded goes with them when they move; nothing else is kept.
    """

    edited = Signal(object, str, bool)
    previewed = Signal(object)
    rebuilt = Signal()
    """What the Tab key stops at is another list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schedule: Composed | None = None
        self._colour = 0
        self._room = Room.of(1, 0.0, "")
        self._pulled: SequentialLR | None = None
        """The sequence as it was when a milestone of it began to be dragged: what fitted then goes on fitting."""
        self._gap: int | None = None
        """Before which part the dragged one would go."""
        self.parts: list[PartForm] = []
        self.add = Button(self.tr("Add part"), icon="plus", kind="ghost", small=True, parent=self)
        self.add.clicked.connect(self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, px(metrics.S1), 0, 0)
        self._column.setSpacing(px(metrics.S1))
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self._column.addLayout(row)

    @property
    def schedule(self) -> Composed:
        """The composite it shows."""
        if self._schedule is None:
            raise RuntimeError("no schedule was shown yet")
        return self._schedule

    def show_composite(self, schedule: Composed, colour: int, room: Room) -> None:
        """Show a composite in a run's colour, with room for so many steps; nothing is sent."""
        self._schedule, self._colour, self._room = schedule, colour, room
        self._arrange(schedule.schedulers)
        spans = rooms(schedule, room.steps)
        starts = (None, *schedule.milestones) if isinstance(schedule, SequentialLR) else (None,) * len(spans)
        for form, part, span, start in zip(self.parts, schedule.schedulers, spans, starts, strict=True):
            form.show_part(part, colour, room.within(span), span if isinstance(schedule, SequentialLR) else None, start)
        self.add.setEnabled(len(self.parts) < MOST_PARTS)

    def stops(self) -> list[QWidget]:
        """Give what the Tab key stops at, from top to bottom."""
        return [*(stop for part in self.parts for stop in part.stops()), self.add]

    def menu(self, index: int) -> QMenu:
        """Give the menu of what can be done with a part."""
        menu, schedule, room = QMenu(self), self.schedule, self._room
        count, part = len(self.parts), self.parts[index]
        more = count < MOST_PARTS

        def act(text: str, change: Callable[[], Schedule], *, possible: bool = True, shown: int | None = None) -> None:
            action = menu.addAction(text)
            action.setEnabled(possible)
            action.triggered.connect(lambda: self._do(change, text.partition("\t")[0], shown))

        menu.addAction(self.tr("Replace…")).triggered.connect(part.choose)
        act(self.tr("Duplicate"), lambda: duplicated(schedule, index, room.steps), possible=more)
        if isinstance(schedule, SequentialLR):
            ahead, after = self.tr("Add part before"), self.tr("Add part after")
            act(ahead, lambda: _ahead(schedule, index, room.steps), possible=more, shown=index)
            act(after, lambda: _after(schedule, index, room.steps), possible=more, shown=index + 1)
        menu.addSeparator()
        up, down = self.tr("Move up"), self.tr("Move down")
        act(f"{up}\tAlt+Up", lambda: moved(schedule, index, index - 1, room.steps), possible=index > 0)
        act(f"{down}\tAlt+Down", lambda: moved(schedule, index, index + 1, room.steps), possible=index < count - 1)
        menu.addSeparator()
        act(self.tr("Keep only this part"), lambda: alone(schedule, index, room.steps))
        removal = self.tr("Remove")
        act(f"{removal}\tDelete", lambda: without(schedule, index, room.steps), possible=count > 1)
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._gap is not None:
            top = self.parts[self._gap].y() if self._gap < len(self.parts) else self.add.y()
            y = top - (px(metrics.S1) + _LINE) / 2
            rounded(QPainter(self), QRectF(0, y, self.width(), _LINE), _LINE / 2, fill=theme().focus)

    def _arrange(self, schedulers: tuple[Schedule, ...]) -> None:
        """Give every part the form it had, wherever it is now: one that is equal, else of its class, else any."""
        left = list(self.parts)
        forms: list[PartForm | None] = [None for _ in schedulers]
        for alike in (_equal, _same_class, _any):
            for i, part in enumerate(schedulers):
                if forms[i] is None and (form := next((one for one in left if alike(one, part)), None)) is not None:
                    left.remove(form)
                    forms[i] = form
        arranged = [form if form is not None else self._made() for form in forms]
        if arranged == self.parts:
            return
        for gone in left:
            gone.hide()
            gone.deleteLater()
        self.parts = arranged
        if self._gap is not None:  # undone while a part is dragged
            self._gap = None
            self.previewed.emit(None)
        for place, form in enumerate(arranged):
            self._column.insertWidget(place, form)
            form.show()
        self.rebuilt.emit()

    def _made(self) -> PartForm:
        form = PartForm(self)
        form.edited.connect(lambda part, what, dragging: self._put(form, part, what, dragging))
        form.previewed.connect(lambda part: self._preview(form, part))
        form.milestone_edited.connect(lambda step, dragging: self._pull(form, step, dragging))
        form.rebuilt.connect(self.rebuilt)
        form.head.dragged.connect(lambda at: self._drag(form, at))
        form.head.dropped.connect(lambda stay: self._drop(form, stay))
        form.head.moved.connect(lambda by: self._move(form, self.parts.index(form) + by))
        form.head.removed.connect(lambda: self._remove(form))
        form.head.menu_wanted.connect(lambda at: open_menu(self.menu(self.parts.index(form)), at))
        return form

    def _put(self, form: PartForm, part: Schedule, what: str, dragging: bool) -> None:
        index = self.parts.index(form)
        try:
            changed = with_part(self.schedule, index, part)
        except SpecError as error:
            form.refuse(error)
            return
        self.edited.emit(changed, f"{self.tr('part {0}').format(index + 1)} {what}", dragging)

    def _preview(self, form: PartForm, part: Schedule | None) -> None:
        self.previewed.emit(None if part is None else with_part(self.schedule, self.parts.index(form), part))

    def _pull(self, form: PartForm, step: int, dragging: bool) -> None:
        """Put a milestone at another step, or say what is wrong with it."""
        schedule, seam, steps = self.schedule, self.parts.index(form) - 1, self._room.steps
        if not isinstance(schedule, SequentialLR):
            return
        try:
            start = self._pulled
            if start is None or with_milestone(start, seam, schedule.milestones[seam], steps) != schedule:
                start = schedule
            changed = with_milestone(start, seam, step, steps)
        except SpecError as error:
            form.refuse_milestone(step, error)
            return
        form.milestone_taken()
        self._pulled = start if dragging else None
        self.edited.emit(changed, f"{self.tr('part {0}').format(seam + 2)} milestone", dragging)

    def _add(self) -> None:
        self._do(
            lambda: with_more(self.schedule, self._room.steps, self._room.lr), self.tr("add part"), len(self.parts)
        )

    def _move(self, form: PartForm, target: int) -> None:
        if 0 <= target < len(self.parts):
            source = self.parts.index(form)
            self._do(lambda: moved(self.schedule, source, target, self._room.steps), self.tr("move part"))

    def _remove(self, form: PartForm) -> None:
        if len(self.parts) > 1:
            index = self.parts.index(form)
            self._do(lambda: without(self.schedule, index, self._room.steps), self.tr("remove part"))
            if self.parts and self.isVisible():
                self.parts[min(index, len(self.parts) - 1)].head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, change: Callable[[], Schedule], what: str, shown: int | None = None) -> None:
        """Send a change, and unfold the part at `shown` once it is there."""
        count = len(self.parts)
        changed = change()
        if changed != self.schedule:
            self.edited.emit(changed, what[:1].lower() + what[1:], False)
        if shown is not None and count < len(self.parts):
            self.parts[shown].unfold()

    def _drag(self, form: PartForm, at: QPoint) -> None:
        """Show where the dragged part would go, and what it would make."""
        if form not in self.parts:
            return
        y = self.mapFromGlobal(at).y()
        gap = sum(y > part.y() + part.height() / 2 for part in self.parts)
        _bring_into_sight(self, y)
        if gap != self._gap:
            self._gap = gap
            self.previewed.emit(moved(self.schedule, *self._way(form, gap), self._room.steps))
            self.update()

    def _drop(self, form: PartForm, stay: bool) -> None:
        gap, self._gap = self._gap, None
        self.update()
        self.previewed.emit(None)
        if stay and gap is not None and form in self.parts:
            self._move(form, self._way(form, gap)[1])

    def _way(self, form: PartForm, gap: int) -> tuple[int, int]:
        """Give from which place to which a part goes that is let go in a gap."""
        source = self.parts.index(form)
        return source, gap - 1 if gap > source else gap


def _ahead(schedule: SequentialLR, index: int, steps: int) -> Composed:
    return inserted(schedule, index, steps) if index else with_warmup(schedule, steps)


def _after(schedule: SequentialLR, index: int, steps: int) -> Composed:
    last = index == len(schedule.schedulers) - 1
    return extended(schedule, steps) if last else inserted(schedule, index + 1, steps)


def _equal(form: PartForm, part: Schedule) -> bool:
    return form.part == part


def _same_class(form: PartForm, part: Schedule) -> bool:
    return type(form.part) is type(part)


def _any(_form: PartForm, _part: Schedule) -> bool:
    return True


def _bring_into_sight(widget: QWidget, y: int) -> None:
    """Scroll the form so that a place in a widget is in sight."""
    around: Iterable[QWidget] = _parents(widget)
    area = next((one for one in around if isinstance(one, QScrollArea)), None)
    content = area.widget() if area is not None else None
    if area is not None and content is not None:
        place = widget.mapTo(content, QPoint(0, y))
        area.ensureVisible(0, place.y(), 0, px(metrics.S6))


def _parents(widget: QWidget) -> Iterable[QWidget]:
    above = widget.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()
