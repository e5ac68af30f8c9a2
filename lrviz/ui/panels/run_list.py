"""The runs in the sidebar: mark, name, schedule, sparkline and eye; one stop for the Tab key, arrows inside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, cast

import numpy as np
from msgspec.structs import replace
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QByteArray,
    QCoreApplication,
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from lrviz.catalog.quantity import BY_TASK
from lrviz.errors import SpecError
from lrviz.results import Floats
from lrviz.run import Run
from lrviz.spec import fields
from lrviz.ui import listed, metrics
from lrviz.ui.controls.drawing import write
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.controls.picture import Picture
from lrviz.ui.controls.words import said
from lrviz.ui.icons import paint_icon
from lrviz.ui.marks import paint_swatch
from lrviz.ui.paced import Paced
from lrviz.ui.palette import theme
from lrviz.ui.sparkline import cut_shape, loss_shape, paint_sparkline, shape
from lrviz.ui.store import Store

Index = QModelIndex | QPersistentModelIndex
RUN = Qt.ItemDataRole.UserRole
MIME = "application/x-lrviz-run"


class RunModel(QAbstractListModel):
    """The store's runs as rows; it keeps nothing but the experiment last shown."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._shown = store.experiment
        self._told = Paced(self)  # rows may lag a metric that is drawn by a moment, so that its curves needn't
        self._told.due.connect(self._show_told)
        store.changed.connect(self._follow)

    @property
    def _runs(self) -> tuple[Run, ...]:
        return self._shown.runs

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._runs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        run = self._runs[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return run.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            hidden = "" if run.visible else ", " + self.tr("hidden")
            return f"{run.name}, {subtitle(run)}{hidden}"
        return run if role == RUN else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        run, name = self._runs[index.row()], str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not name or name == run.name:
            return False
        try:
            self._store.edit_run(index.row(), replace(run, name=name), self.tr("rename {0}").format(run.name))
        except SpecError as error:
            self.refused.emit(self.tr("“{0}” can’t be the name").format(name), _reason(error))
            return False
        return True

    refused = Signal(str, str)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable | flag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, QByteArray(str(indexes[0].row()).encode()))
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not data.hasFormat(MIME):
            return False
        source = int(bytes(data.data(MIME).data()))
        move(self._store, source, row if row >= 0 else len(self._runs))
        return False  # the rows have moved already; a True would have Qt remove the source

    def _follow(self) -> None:
        before, now = self._shown, self._store.experiment
        if len(now.runs) != len(before.runs):
            self.beginResetModel()
            self._shown = now
            self.endResetModel()
            return
        self._shown = now
        # a row's curve depends on the plan too, and on the metric if its scheduler listens
        same_plan = (before.problem, before.training) == (now.problem, now.training)
        for row, (old, new) in enumerate(zip(before.runs, now.runs, strict=True)):
            if not same_plan or old != new:
                self.dataChanged.emit(self.index(row), self.index(row))
        if before.metric != now.metric:
            self._told.want()

    def _show_told(self) -> None:
        """Show the rows anew whose schedulers listen."""
        for row, run in enumerate(self._runs):
            if run.listens:
                self.dataChanged.emit(self.index(row), self.index(row))


def move(store: Store, source: int, before: int) -> None:
    """Move a run so that it stands before another (or at the end)."""
    runs = list(store.experiment.runs)
    target = before - 1 if before > source else before
    if target == source or not 0 <= source < len(runs):
        return
    runs.insert(target, runs.pop(source))
    store.edit("reorder", replace(store.experiment, runs=tuple(runs)))
    store.select(target)


Part = Literal["schedule", "loss"]
"""What of a run its row shows: what the view in sight is about."""


def subtitle(run: Run, part: Part = "schedule") -> str:
    """Say which schedule a run has, or which loss, with what is set apart from torch's defaults."""
    if part == "schedule":
        if run.schedule is None:
            return _tr("not read yet") if listed.is_unread(run) else _tr("no scheduler")
        name, parts = type(run.schedule).__name__, getattr(run.schedule, "schedulers", ())
        return _tr("{0} · {1} parts").format(name, len(parts)) if len(parts) > 1 else name
    values = [(field, getattr(run.loss, field.name)) for field in fields(type(run.loss))]
    apart = [f"{field.name} {said(value)}" for field, value in values if value != field.default]
    return ", ".join([type(run.loss).__name__, *apart])


def _reason(error: SpecError) -> str:
    return _tr("It must be {0}.").format(error.bound)


def _tr(text: str) -> str:
    return QCoreApplication.translate("RunList", text)


class RunDelegate(QStyledItemDelegate):
    """Paints a row and answers clicks on its eye."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self.part: Part = "schedule"
        self.told: Mapping[str, str] = {}
        self._pictures: dict[int, Picture] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(metrics.SIDEBAR_MIN, round(metrics.RUN_ROW * max(1.0, metrics.scale())))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        run, tokens = cast("Run", index.data(RUN)), theme()
        rect = QRectF(option.rect).adjusted(metrics.S2, 1, -metrics.S2, -1)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.selected if selected else tokens.hover)
            painter.drawRoundedRect(rect, metrics.CARD, metrics.CARD)
        painter.setOpacity(1.0 if run.visible else 0.45)
        middle = rect.top() + (rect.height() / 2 + 3) / 2  # of the name, not of the row
        paint_swatch(painter, QRectF(rect.left() + 8, middle - 6, 18, 12), run.colour, tokens)
        self._paint_text(painter, rect, run, selected=selected)
        self._paint_sparkline(painter, rect, run, index)
        painter.setOpacity(1.0)
        paint_icon(painter, eye_rect(rect), "eye" if run.visible else "eye-off", tokens.text2)
        painter.restore()

    def _paint_text(self, painter: QPainter, rect: QRectF, run: Run, *, selected: bool) -> None:
        tokens = theme()
        left, right = rect.left() + 34, rect.right() - 112
        name = metrics.font("name")
        if selected:
            name = QFont(name)
            name.setWeight(QFont.Weight.DemiBold)
        half = QRectF(left, rect.top() + 3, right - left, rect.height() / 2 - 3)
        write(painter, half, run.name, name, tokens.text)
        words = self.told.get(run.name) or subtitle(run, self.part)
        write(painter, half.translated(0, half.height() - 1), words, metrics.font("axis"), tokens.text2)

    def _paint_sparkline(self, painter: QPainter, rect: QRectF, run: Run, index: Index) -> None:
        row = index.row()
        if row not in self._pictures:
            shown = cast("RunList", self.parent())
            self._pictures[row] = Picture(self)
            self._pictures[row].renewed.connect(lambda: shown.update(shown.runs.index(row)))
        self._pictures[row].paint(
            painter,
            QRectF(rect.right() - 94, rect.center().y() - 7, 52, 14),
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
        plan = experiment.training.steps, experiment.updates_per_step(run), experiment.known(run)
        return self.part, run.schedule, run.optimizer.rate, plan, experiment.cuts(run)

    def _values(self, run: Run) -> Floats:
        """Give what its sparkline shows."""
        experiment = self._store.experiment
        problem = experiment.problem
        if self.part == "loss":
            unfit = run.loss.unfit(problem.task, problem.outputs) or not BY_TASK[problem.task]
            return np.zeros(0) if unfit else loss_shape(run.loss, self._store.quantity, problem.outputs, 52)
        steps = max(2, experiment.training.steps)
        if run.stepped == "epoch":
            steps = max(2, steps // experiment.updates_per_epoch)
        cuts = experiment.cuts(run)
        return shape(run.schedule, run.optimizer.rate, steps, 52) if cuts is None else cut_shape(cuts, steps, 52)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        rect = QRectF(option.rect).adjusted(metrics.S2, 1, -metrics.S2, -1)
        if isinstance(event, QMouseEvent) and eye_rect(rect).adjusted(-6, -6, 6, 6).contains(event.position()):
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
            view.setToolTip(
                self.tr("{0}: {1}. F2 renames, V shows or hides, S shows only this one.").format(
                    run.name, subtitle(run, self.part)
                )
            )
        return super().helpEvent(event, view, option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFont(metrics.font("name"))
        editor.setMaxLength(200)
        editor.setAccessibleName(self.tr("Name of the run"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect
        editor.setGeometry(rect.adjusted(metrics.S2 + 30, 6, -metrics.S2 - 40, -8))


class RunList(QListView):
    """The list itself; the selection is the store's."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.runs = RunModel(store, self)
        self.setModel(self.runs)
        self.setItemDelegate(RunDelegate(store, self))
        self.setAccessibleName(self.tr("Runs"))
        self.setFrameShape(self.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(self.EditTrigger.EditKeyPressed | self.EditTrigger.DoubleClicked)
        self.setDragDropMode(self.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.selectionModel().currentChanged.connect(self._chosen)
        self.runs.modelReset.connect(self.updateGeometry)
        self.runs.modelReset.connect(cast("RunDelegate", self.itemDelegate()).forget)
        store.changed.connect(self._show_selection)
        store.looked.connect(self.viewport().update)
        store.selected_changed.connect(self._show_selection)
        self._show_selection()

    def lead(self, part: Part) -> None:
        """Show of every run its schedule or its loss."""
        cast("RunDelegate", self.itemDelegate()).part = part
        self.viewport().update()

    def tell(self, told: Mapping[str, str]) -> None:
        """Say this of some runs instead, by name."""
        delegate = cast("RunDelegate", self.itemDelegate())
        if told != delegate.told:
            delegate.told = told
            self.viewport().update()

    def rename(self) -> None:
        """Edit the selected run's name in its row."""
        self.edit(self.runs.index(self._store.selected))

    def sizeHint(self) -> QSize:
        return QSize(metrics.SIDEBAR, self.wanted_height())

    def minimumSizeHint(self) -> QSize:
        row = round(metrics.RUN_ROW * max(1.0, metrics.scale()))
        return QSize(metrics.SIDEBAR_MIN, row * max(1, min(2, self.runs.rowCount())))

    def wanted_height(self) -> int:
        """Give the height that shows every run, up to seven."""
        row = round(metrics.RUN_ROW * max(1.0, metrics.scale()))
        return row * max(1, min(7, self.runs.rowCount())) + 2

    def dataChanged(self, topLeft: Index, bottomRight: Index, roles: Sequence[int] = ()) -> None:
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, roles)  # the list's own lays every row out anew

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event, metrics.CARD)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.rename()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_F2):
            super().keyPressEvent(event)
        else:
            event.ignore()  # the window's own keys: play, cursor, eye

    def _chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._store.select(current.row())

    def _show_selection(self) -> None:
        index = self.runs.index(self._store.selected)
        if index.isValid() and self.currentIndex() != index:
            self.setCurrentIndex(index)


def eye_rect(row: QRectF) -> QRectF:
    """Give where a row's eye is."""
    side = metrics.ICON
    return QRectF(row.right() - 8 - side, row.center().y() - side / 2, side, side)


def toggle(store: Store, index: int) -> None:
    """Show or hide a run."""
    run = store.experiment.runs[index]
    what = f"hide {run.name}" if run.visible else f"show {run.name}"
    store.edit_run(index, replace(run, visible=not run.visible), what)


def solo(store: Store, index: int) -> None:
    """Show only one run; once more shows all."""
    runs = store.experiment.runs
    alone = runs[index].visible and not any(run.visible for i, run in enumerate(runs) if i != index)
    changed = tuple(replace(run, visible=alone or i == index) for i, run in enumerate(runs))
    store.edit(f"show only {runs[index].name}", replace(store.experiment, runs=changed))
