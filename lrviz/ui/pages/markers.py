"""The handles of the selected run on the plot of its rate: seams above it, knots on the curve."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from lrviz.catalog.parts import Handle
from lrviz.catalog.schedule import Schedule
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui import metrics
from lrviz.ui.controls.chip import Chip, ChipField
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.grip import Grip
from lrviz.ui.pages.canvas import Canvas
from lrviz.ui.store import Store
from lrviz.ui.views import parts, seen
from lrviz.ui.views.marked import Mark, Marked, named, typed

KEY = "lr"
"""The plot they stand on."""
ON_CURVE = 8.0
"""Pixels from the curve within which a double click puts a knot on it."""
BESIDE = 10
"""Pixels from the middle of a handle to its chip."""


class _Held(NamedTuple):
    """What the mouse holds: the handle, the run and its pane as they were when it was taken, and the run by `now`."""

    handle: Handle
    at: int
    marked: Marked
    now: Run


class Markers(QObject):
    """Puts a grip on every step of the selected run that can be moved, and moves it: a drag is one undo step.

    Where they would lie on top of each other only one of them is shown, and says how many more there are.
    """

    settled = Signal()
    """A drag ended, during which the axis of rates may have been kept still."""

    def __init__(self, store: Store, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._store, self._canvas = store, canvas
        self._run: Run | None = None
        self._plan = seen.plan(store.experiment)
        self._marked: Marked | None = None
        self._marks: dict[str, Mark] = {}
        self._grips: dict[str, Grip] = {}
        self._held: _Held | None = None
        self._typing = ""
        self.chip = Chip(canvas.viewport())
        self.field = ChipField(canvas.viewport())
        self.field.entered.connect(self._take_entry)
        self.field.refused.connect(self._refuse)
        self.field.closed.connect(self._end_typing)
        canvas.laid_out.connect(self._place)
        canvas.viewport().installEventFilter(self)

    @property
    def grips(self) -> dict[str, Grip]:
        """The grips in sight, by the paths of their handles, from left to right."""
        return {path: self._grips[path] for path in self._marks}

    def look_at(self, run: Run | None, experiment: Experiment) -> None:
        """Put the grips on another run of an experiment, or none, with the next figure."""
        self._run, self._plan = run, seen.plan(experiment)

    # where they are

    def _place(self) -> None:
        """Put each grip where its handle is on the plot now, and hide the others."""
        pane, run, before = self._canvas.pane(KEY), self._run, self._marks
        if pane is None or run is None:
            self._marked, self._marks = None, {}
        else:
            self._marked = Marked(self._plan, run, pane, self._store.unit)
            found = self._marked.marks([path for path, grip in self._grips.items() if self._kept(path, grip)])
            self._marks = {mark.handle.path: mark for mark in found}
            for mark in found:
                if not mark.like(before.get(mark.handle.path)) or self._grips[mark.handle.path].isHidden():
                    self._put(mark, self._marked)
        for path, grip in self._grips.items():
            if path not in self._marks and not grip.held:
                self._hide(grip)
        if list(before) != list(self._marks):
            self._order()
        self._tell()

    def _kept(self, path: str, grip: Grip) -> bool:
        return grip.held or grip.hasFocus() or path == self._typing

    def _put(self, mark: Mark, marked: Marked) -> None:
        grip = self._grip(mark.handle)
        grip.put(mark.x, mark.y, mark.colour)
        grip.show_share(marked.share(mark))
        grip.setAccessibleName(marked.words(mark))
        grip.show()

    def _grip(self, handle: Handle) -> Grip:
        """Give the grip of a handle, made where there is none yet."""
        path = handle.path
        shape: Literal["seam", "knot"] = "seam" if handle.factor is None else "knot"
        if path in self._grips and self._grips[path].shape == shape:
            return self._grips[path]
        if path in self._grips:  # of another schedule
            self._grips.pop(path).deleteLater()
        self._grips[path] = grip = Grip(shape, self._canvas.viewport())
        grip.taken.connect(lambda: self._take(path))
        grip.dragged.connect(self._drag)
        grip.dropped.connect(self._drop)
        grip.cancelled.connect(self._cancel)
        grip.stepped.connect(lambda across, up: self._step(path, across, up))
        grip.rested.connect(self._store.end_gesture)
        grip.typed.connect(lambda begun: self._type(path, begun))
        grip.opened.connect(lambda: self._open(path))
        grip.removed.connect(lambda: self._remove(path))
        grip.pointed.connect(self._tell)
        grip.setToolTip(self._hint(handle))
        grip.setAccessibleDescription(self._hint(handle))
        return grip

    def _hint(self, handle: Handle) -> str:
        if handle.factor is None:
            return self.tr("Drag it, use the arrow keys (Shift: by 10), or type a number.")
        return self.tr(
            "Drag it, use the arrow keys (Shift: by 10), or type a step; a rate. Delete or a double click removes it."
        )

    def _hide(self, grip: Grip) -> None:
        if grip.hasFocus():
            self._canvas.setFocus()
        grip.hide()

    def _order(self) -> None:
        """Let the Tab key go through the grips from left to right, after the plot."""
        before: QWidget = self._canvas
        for grip in self.grips.values():
            QWidget.setTabOrder(before, grip)
            before = grip

    # what they say

    def _tell(self) -> None:
        """Show the chip of what is held, or pointed at, or has the focus; the field while one is typed."""
        if self._typing in self._marks:
            self._stand(self.field, self._marks[self._typing])
            self.chip.setVisible(self.chip.refusing)
            return
        looked_at = [(path, grip) for path, grip in self.grips.items() if grip.looked_at]
        looked_at.sort(key=lambda pair: (not pair[1].held, not pair[1].underMouse()))
        self.chip.setVisible(bool(looked_at))
        if looked_at and self._marked is not None:
            mark = self._marks[looked_at[0][0]]
            self.chip.say(self._marked.words(mark), mark.colour)
            self._stand(self.chip, mark)
            self.chip.raise_()

    def _stand(self, chip: Chip | ChipField, mark: Mark) -> None:
        """Put a chip right of a handle, or left of it where there is no room."""
        gap = px(BESIDE)
        fits = mark.x + gap + chip.width() <= self._canvas.viewport().width()
        left = mark.x + gap if fits else max(0.0, mark.x - gap - chip.width())
        chip.move(round(left), round(max(0.0, mark.y - chip.height() / 2)))

    # what moves them

    def _catch_up(self) -> None:
        """Place the handles of the run as it is, where the plot is still to be drawn: a key comes faster."""
        run = self._store.run
        if self._marked is not None and run is not None and run != self._marked.run:
            self.look_at(run, self._store.experiment)
            self._place()

    def _take(self, path: str) -> None:
        self._catch_up()
        if path not in self._marks or self._marked is None:
            return
        handle = self._marks[path].handle
        self._store.end_gesture()
        self._held = _Held(handle, self._store.selected, self._marked, self._marked.run)
        if handle.factor is not None:
            self._canvas.keep_still(KEY)
        self._tell()

    def _drag(self, to: QPointF) -> None:
        self._let_go()
        if self._held is not None:
            handle, run = self._held.handle, self._held.marked.put(self._held.handle, to)
            self._held = self._held._replace(now=run)
            self._move(handle, run)

    def _let_go(self) -> None:
        """Let go of a run that was undone, edited, removed or left for another while it was held."""
        if self._held is not None and (self._store.selected, self._store.run) != (self._held.at, self._held.now):
            self._held = None

    def _drop(self) -> None:
        self._held = None
        self._store.end_gesture()
        self._canvas.keep_still("")
        self._tell()
        self.settled.emit()

    def _cancel(self) -> None:
        self._let_go()
        if self._held is not None:
            self._move(self._held.handle, self._held.marked.run)
        self._drop()

    def _step(self, path: str, across: int, up: int) -> None:
        self._catch_up()
        if path in self._marks and self._marked is not None:
            handle = self._marks[path].handle
            self._move(handle, self._marked.stepped(handle, across, up))

    def _move(self, handle: Handle, run: Run) -> None:
        at = self._store.selected
        self._store.edit_run(at, run, self._moving(handle), gesture=f"{at} {handle.path} marker")

    def _moving(self, handle: Handle) -> str:
        return self.tr("move {0}").format(named(handle))

    def _open(self, path: str) -> None:
        """Take a knot away that was clicked twice; ask for another step of what is no knot."""
        if path in self._marks and self._marks[path].handle.factor is None:
            self._type(path, "")
        else:
            self._remove(path)

    def _remove(self, path: str) -> None:
        self._catch_up()
        removed = self._marks[path].handle.removed if path in self._marks else None
        if removed is not None:
            self._edit(removed(), self.tr("remove a knot"))

    def _edit(self, schedule: Schedule, what: str) -> None:
        if self._marked is not None:
            self._store.edit_run(self._store.selected, parts.with_schedule(self._marked.run, schedule), what)

    # what is typed

    def _type(self, path: str, begun: str) -> None:
        self._catch_up()
        if path in self._marks and self._marked is not None:
            mark, marked = self._marks[path], self._marked
            self._typing = path
            name = self.tr("Another place for {0}").format(named(mark.handle))
            self.field.ask(name, typed(mark), begun, lambda text: marked.read(mark.handle, text))
            self._tell()

    def _take_entry(self, run: Run) -> None:
        if self._typing in self._marks:
            self._store.edit_run(self._store.selected, run, self._moving(self._marks[self._typing].handle))

    def _refuse(self, why: str) -> None:
        self.chip.refuse(why)
        self.chip.move(self.field.x(), self.field.y() + self.field.height() + metrics.S1)
        self.chip.raise_()
        self.chip.show()

    def _end_typing(self, by_key: bool) -> None:
        path, self._typing = self._typing, ""
        if by_key and path in self._grips:
            self._grips[path].setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    # new knots

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            return event.button() == Qt.MouseButton.LeftButton and self._add(event.position())
        return False

    def _add(self, at: QPointF) -> bool:
        """Put a knot on the curve where it was clicked twice; say whether there is one now."""
        self._catch_up()
        marked = self._marked
        if marked is None or marked.run.schedule is None or not marked.pane.area.contains(at):
            return False
        step = marked.step_at(at.x())
        rate = marked.rate_at(step)
        if rate is None or abs(marked.pane.y.pixel(rate) - at.y()) > ON_CURVE or not self._put_knot(step):
            return False
        self._canvas.undo_click()
        return True

    def add_at_cursor(self) -> bool:
        """Put a knot on the curve at the cursor; say whether there is one now."""
        self._catch_up()
        marked = self._marked
        cursor = marked.pane.plot.cursor if marked is not None else None
        return marked is not None and cursor is not None and self._put_knot(marked.step_at(marked.pane.x.pixel(cursor)))

    def _put_knot(self, step: int) -> bool:
        """Put a knot on the curve at a step; say whether there is one now."""
        schedule = self._marked.run.schedule if self._marked is not None else None
        knotted = schedule.knotted(step) if schedule is not None else None
        if knotted is None:
            return False
        self._edit(knotted, self.tr("add a knot"))
        return True
