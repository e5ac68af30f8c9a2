"""A row of the list of runs: mark, name, schedule, sparkline and eye."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast

import numpy as np
from msgspec.structs import replace
from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from lrviz.catalog.quantity import BY_TASK
from lrviz.results import Floats
from lrviz.run import Run
from lrviz.spec import fields
from lrviz.ui import branching, keymap, listed, metrics
from lrviz.ui.controls.drawing import px, rounded, write
from lrviz.ui.controls.picture import Picture
from lrviz.ui.controls.words import said
from lrviz.ui.eyes import pin, solo, toggle
from lrviz.ui.icons import paint_icon
from lrviz.ui.marks import paint_swatch
from lrviz.ui.numbers import whole
from lrviz.ui.palette import theme
from lrviz.ui.past.changes import alike, changed
from lrviz.ui.sparkline import cut_shape, forked_shape, loss_shape, paint_sparkline, shape
from lrviz.ui.store import Store

Index = QModelIndex | QPersistentModelIndex
RUN = Qt.ItemDataRole.UserRole
Part = Literal["schedule", "loss"]
"""What of a run its row shows: what the view in sight is about."""
PIN = 14
"""The side of the icon that pins the baseline."""
NAMED = 232
"""A row of fewer pixels, at the default size of type, has no curve beside its name."""
FORK, FORK_ICON, DEEPEST = 14, 12, 3
"""Pixels that a branch is set in from the run it leaves, up to so many times, and the size of its icon."""


def subtitle(run: Run, part: Part = "schedule", left: Run | None = None) -> str:
    """Say which schedule a run has, or which loss, with what is set apart from torch's defaults.

    Of a branch, where it leaves and what it changes of the run that is `left`.
    """
    if part == "schedule" and run.branch is not None and left is not None:
        change = changed(left, run) or (_tr("unchanged") if alike(left, run) else subtitle(_whole(run)))
        return _tr("at {0}: {1}").format(whole(run.branch.step), change)
    if part == "schedule":
        if run.schedule is None:
            return _tr("not read yet") if listed.is_unread(run) else _tr("no scheduler")
        name, parts = type(run.schedule).__name__, getattr(run.schedule, "schedulers", ())
        return _tr("{0} · {1} part{1:|s}").format(name, len(parts)) if len(parts) > 1 else name
    values = [(field, getattr(run.loss, field.name)) for field in fields(type(run.loss))]
    apart = [f"{field.name} {said(value)}" for field, value in values if value != field.default]
    return ", ".join([type(run.loss).__name__, *apart])


class RunDelegate(QStyledItemDelegate):
    """Paints a row and answers clicks on its eye."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self.part: Part = "schedule"
        self.told: Mapping[str, str] = {}
        self.stale: frozenset[str] = frozenset()
        """The runs that have changed since their race, by name."""
        self._pictures: dict[int, Picture] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(metrics.SIDEBAR_MIN, round(metrics.RUN_ROW * max(1.0, metrics.scale())))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        run, tokens = cast("Run", index.data(RUN)), theme()
        rect = QRectF(option.rect).adjusted(metrics.S2, 1, -metrics.S2, -1)
        indent = self._indent(run)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.selected if selected else tokens.hover)
            painter.drawRoundedRect(rect, metrics.CARD, metrics.CARD)
        painter.setOpacity(1.0 if run.visible else 0.45)
        middle = rect.top() + (rect.height() / 2 + px(3)) / 2  # of the name, not of the row
        if indent:
            fork = _square(rect.left() + px(8) + indent - px(FORK), middle, px(FORK_ICON))
            paint_icon(painter, fork, "git-branch", tokens.text2)
        swatch = QRectF(rect.left() + px(8) + indent, middle - px(6), px(18), px(12))
        if selected or state & QStyle.StateFlag.State_MouseOver:  # pale colours would be lost on the row’s own
            rounded(painter, swatch.adjusted(-2, -2, 2, 2), metrics.CHIP, fill=tokens.surface)
        paint_swatch(painter, swatch, run.colour, tokens)
        self._paint_text(painter, rect.adjusted(indent, 0, 0, 0), run, selected=selected)
        if self._curved(rect):
            self._paint_sparkline(painter, rect, run, index)
        painter.setOpacity(1.0)
        pinned = run.name == self._store.baseline
        if pinned or state & QStyle.StateFlag.State_MouseOver:
            paint_icon(painter, pin_rect(rect), "pin", tokens.text if pinned else tokens.text3)
        paint_icon(painter, eye_rect(rect), "eye" if run.visible else "eye-off", tokens.text2)
        painter.restore()

    def _paint_text(self, painter: QPainter, rect: QRectF, run: Run, *, selected: bool) -> None:
        tokens = theme()
        left, right = rect.left() + px(34), rect.right() - px(114 if self._curved(rect) else 58)
        name = metrics.font("name")
        if selected:
            name = QFont(name)
            name.setWeight(QFont.Weight.DemiBold)
        half = QRectF(left, rect.top() + px(3), right - left, rect.height() / 2 - px(3))
        write(painter, half, run.name, name, tokens.text)
        words = self.said(run)
        write(painter, half.translated(0, half.height() - 1), words, metrics.font("axis"), tokens.text2)

    def said(self, run: Run) -> str:
        """Say in a row what a run is."""
        above = branching.ancestors(self._store.experiment.runs, run)
        words = self.told.get(run.name) or subtitle(run, self.part, above[0] if above else None)
        return _tr("stale · {0}").format(words) if run.name in self.stale else words

    def _indent(self, run: Run) -> int:
        return px(FORK) * min(branching.depth(self._store.experiment.runs, run), DEEPEST)

    def _curved(self, rect: QRectF) -> bool:
        """Whether there is room for a curve beside the name."""
        return rect.width() >= px(NAMED)

    def _paint_sparkline(self, painter: QPainter, rect: QRectF, run: Run, index: Index) -> None:
        row = index.row()
        if row not in self._pictures:
            shown = cast("QAbstractItemView", self.parent())
            self._pictures[row] = Picture(self)
            self._pictures[row].renewed.connect(lambda: shown.update(shown.model().index(row, 0)))
        self._pictures[row].paint(
            painter,
            QRectF(rect.right() - px(104), rect.center().y() - px(7), px(52), px(14)),
            self._shown(run),
            theme().line(run.colour),
            lambda onto, room, colour: paint_sparkline(onto, room, self._values(run), colour),
        )

    def forget(self) -> None:
        """Let go of the pictures of other runs."""
        while self._pictures:
            self._pictures.popitem()[1].deleteLater()

    def _shown(self, run: Run) -> tuple[object, ...]:
        """Give what its sparkline depends on."""
        experiment, store = self._store.experiment, self._store
        if self.part == "loss":
            return self.part, run.loss, store.quantity, experiment.problem
        if listed.is_unread(run):
            return (self.part,)
        if run.branch is not None:
            return self.part, run, experiment.training, branching.ancestors(experiment.runs, run)
        plan = experiment.training.steps, experiment.updates_per_step(run), experiment.known(run)
        return self.part, run.schedule, run.optimizer.rate, plan, experiment.cuts(run)

    def _values(self, run: Run) -> Floats:
        """Give what its sparkline shows."""
        experiment = self._store.experiment
        problem = experiment.problem
        if self.part == "loss":
            unfit = run.loss.unfit(problem.task, problem.outputs) or not BY_TASK[problem.task]
            return np.zeros(0) if unfit else loss_shape(run.loss, self._store.quantity, problem.outputs, 52)
        if listed.is_unread(run):
            return np.zeros(0)
        steps = max(2, experiment.training.steps)
        if run.branch is not None:
            return forked_shape(experiment, run, 52)
        if run.stepped == "epoch":
            steps = max(2, steps // experiment.updates_per_epoch)
        cuts = experiment.cuts(run)
        return shape(run.schedule, run.optimizer.rate, steps, 52) if cuts is None else cut_shape(cuts, steps, 52)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        rect = QRectF(option.rect).adjusted(metrics.S2, 1, -metrics.S2, -1)
        if isinstance(event, QMouseEvent) and _around(pin_rect(rect)).contains(event.position()):
            if event.type() == QEvent.Type.MouseButtonRelease:
                pin(self._store, index.row())
            return True
        if isinstance(event, QMouseEvent) and _around(eye_rect(rect)).contains(event.position()):
            if event.type() == QEvent.Type.MouseButtonRelease:
                if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                    solo(self._store, index.row())
                else:
                    toggle(self._store, index.row())
            return True
        return super().editorEvent(event, model, option, index)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        run = index.data(RUN)
        if run is not None:
            view.setToolTip(self._hint(run, QRectF(option.rect), event.pos().toPointF()))
        return super().helpEvent(event, view, option, index)

    def _hint(self, run: Run, row: QRectF, at: QPointF) -> str:
        """Say what a row is, or what a click on its pin does."""
        if _around(pin_rect(row.adjusted(metrics.S2, 1, -metrics.S2, -1))).contains(at):
            if run.name == self._store.baseline:
                return keymap.told(self.tr("Compare with {0} no longer").format(run.name), "baseline")
            return keymap.told(self.tr("Compare all runs with {0}").format(run.name), "baseline")
        text = self.tr("{0}: {1}. {2} renames, {3} shows or hides, {4} shows only this one, {5} compares with it.")
        return text.format(run.name, self.said(run), *map(keymap.by, ("rename", "eye", "solo", "baseline")))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFont(metrics.font("name"))
        editor.setMaxLength(200)
        editor.setAccessibleName(self.tr("Name of the run"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        indent = self._indent(cast("Run", index.data(RUN)))
        editor.setGeometry(option.rect.adjusted(metrics.S2 + px(30) + indent, px(6), -metrics.S2 - px(40), -px(8)))


def eye_rect(row: QRectF) -> QRectF:
    """Give where a row's eye is."""
    return _square(row.right() - px(8) - px(metrics.ICON), row.center().y(), px(metrics.ICON))


def pin_rect(row: QRectF) -> QRectF:
    """Give where a row's pin is: left of its eye."""
    return _square(row.right() - px(48), row.center().y(), px(PIN))


def _square(left: float, middle: float, side: float) -> QRectF:
    return QRectF(left, middle - side / 2, side, side)


def _around(icon: QRectF) -> QRectF:
    """Give where a click is one on an icon."""
    return icon.adjusted(-5, -6, 5, 6)


def _whole(run: Run) -> Run:
    return replace(run, branch=None)


def _tr(text: str) -> str:
    return QCoreApplication.translate("RunList", text)
