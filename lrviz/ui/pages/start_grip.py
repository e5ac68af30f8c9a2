"""Where walks on a surface start, under the keyboard: a grip over the point, moved by arrows or by what is typed."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from lrviz.catalog.surface import Surface
from lrviz.ui import numbers
from lrviz.ui.controls.chip import Chip, ChipField
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.grip import Grip
from lrviz.ui.outlook import Place
from lrviz.ui.pages.terrain_canvas import TerrainCanvas
from lrviz.ui.palette import NEUTRAL
from lrviz.ui.store import Store

STEPS = 50
"""An arrow key moves it by the power of ten that is nearest below so small a part of what is in sight."""
BESIDE = 14
"""Pixels from its middle to its chip."""


class StartGrip(QObject):
    """Moves the start by keys, as the mouse does on the canvas: a run of arrow keys is one undo step."""

    moved = Signal(float, float, bool)
    """A person wants the start here; whether that goes on."""
    rested = Signal()
    """The key that moved it is let go."""

    def __init__(self, store: Store, canvas: TerrainCanvas) -> None:
        super().__init__(canvas)
        self._store, self._canvas = store, canvas
        self.grip, self.chip, self.field = Grip("start", canvas), Chip(canvas), ChipField(canvas)
        self.grip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # the canvas drags it
        self.grip.hide()
        hint = self.tr("Use the arrow keys (Shift: by 10), or type x; y.")
        self.grip.setToolTip(hint)
        self.grip.setAccessibleDescription(hint)
        self.grip.stepped.connect(self._step)
        self.grip.rested.connect(self.rested)
        self.grip.typed.connect(self._type)
        self.grip.pointed.connect(self._tell)
        self.field.entered.connect(lambda place: self.moved.emit(*place, False))
        self.field.refused.connect(self._refuse)
        self.field.closed.connect(self._end_typing)

    @property
    def at(self) -> Place | None:
        """Where the start is now, drawn or not: a key comes faster. None where it isn't seen from above."""
        surface, terrain = self._store.experiment.problem.model, self._canvas.figure.terrain
        flat = terrain is not None and terrain.start is not None and terrain.turned is None
        return surface.start if isinstance(surface, Surface) and flat and not self._canvas.stage.bare else None

    def place(self) -> None:
        """Stand over the start; nowhere where that is out of sight."""
        at = self.at
        seen = at is not None and self._canvas.room.contains(self._canvas.point(at))
        if at is None or not seen:
            if self.grip.hasFocus():
                self._canvas.setFocus()
            self.grip.hide()
            self.field.hide()
            self.chip.hide()
            return
        point, room = self._canvas.point(at), self._canvas.room
        self.grip.put(point.x(), point.y(), NEUTRAL)
        self.grip.show_share((point.x() - room.left()) / max(1.0, room.width()))
        self.grip.setAccessibleName(self.tr("Start: {0}").format(_said(at)))
        self.grip.show()
        self._tell()

    def _step(self, across: int, up: int) -> None:
        at, terrain = self.at, self._canvas.figure.terrain
        if at is not None and terrain is not None:
            step = 10.0 ** math.floor(math.log10(max(1e-12, (terrain.x.high - terrain.x.low) / STEPS)))
            x, y = (float(f"{value + by * step:.12g}") for value, by in zip(at, (across, up), strict=True))
            self.moved.emit(x, y, True)

    def _type(self, begun: str) -> None:
        at = self.at
        if at is not None:
            self.field.ask(self.tr("Another place for the start"), "; ".join(map(numbers.full, at)), begun, _read)
            self._tell()

    def _tell(self) -> None:
        """Show where it is while it has the focus, or the field while a place is typed."""
        at, refused = self.at, self.chip.refusing and self.field.isVisible()
        self.chip.setVisible(at is not None and (self.grip.hasFocus() or refused))
        if at is None or refused:
            return
        self.chip.say(_said(at), NEUTRAL)
        for box in (self.chip, self.field):
            right = self.grip.middle.x() + px(BESIDE)
            fits = right + box.width() <= self._canvas.width()
            x = right if fits else self.grip.middle.x() - px(BESIDE) - box.width()
            y = min(self.grip.middle.y() + px(BESIDE), self._canvas.height() - 2.0 * box.height())
            box.move(round(max(0.0, x)), round(y))
            box.raise_()

    def _refuse(self, why: str) -> None:
        self.chip.refuse(why)
        self.chip.move(self.field.x(), self.field.geometry().bottom() + px(4))
        self.chip.raise_()
        self.chip.show()

    def _end_typing(self, by_key: bool) -> None:
        if by_key:
            self.grip.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()


def _said(at: Place) -> str:
    return f"x {numbers.short(at[0])} · y {numbers.short(at[1])}"


def _read(text: str) -> Place:
    """Read a place: two numbers with a semicolon, a comma or a space between them.

    Raises
    ------
    ValueError
        It isn't one; the message is a sentence.
    """
    parts = text.replace(";", " ").split() if ";" in text else text.replace(",", " ").split()
    if len(parts) != 2:
        raise ValueError(QCoreApplication.translate("StartGrip", "A place is two numbers: x; y"))
    x, y = map(numbers.parse, parts)
    return x, y
