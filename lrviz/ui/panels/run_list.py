"""The runs in the sidebar: mark, name, schedule, sparkline and eye; one stop for the Tab key, arrows inside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QWidget,
)

from lrviz.errors import SpecError
from lrviz.run import Run
from lrviz.ui import branching, metrics
from lrviz.ui.controls.focus import hide_ring, show_ring
from lrviz.ui.eyes import move
from lrviz.ui.paced import Paced
from lrviz.ui.panels.run_row import RUN, Index, Part, RunDelegate, subtitle
from lrviz.ui.store import Store

MIME = "application/x-lrviz-run"


class RunModel(QAbstractListModel):
    """The store's runs as rows; it keeps nothing but the experiment last shown."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._shown = store.experiment
        self.stale: frozenset[str] = frozenset()
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
            above = branching.ancestors(self._runs, run)
            branch = ", " + self.tr("branch of {0}").format(above[0].name) if above else ""
            stale = ", " + self.tr("changed since its race") if run.name in self.stale else ""
            pinned = ", " + self.tr("baseline") if run.name == self._store.baseline else ""
            return f"{run.name}{branch}, {subtitle(run, left=above[0] if above else None)}{hidden}{stale}{pinned}"
        return run if role == RUN else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        run, name = self._runs[index.row()], str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not name or name == run.name:
            return False
        try:
            renamed = self._store.experiment.renamed(run, name)
            self._store.edit(self.tr("rename {0}").format(run.name), renamed)
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


def _reason(error: SpecError) -> str:
    return QCoreApplication.translate("RunList", "It must be {0}.").format(error.bound)


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
        store.baseline_changed.connect(self.viewport().update)
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

    def show_stale(self, names: frozenset[str]) -> None:
        """Say of these runs that they have changed since their race."""
        delegate = cast("RunDelegate", self.itemDelegate())
        if names != delegate.stale:
            delegate.stale = self.runs.stale = names
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
