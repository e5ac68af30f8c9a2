"""What to do where there is no run yet: two buttons over the ghost of a plot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lrviz.ui import metrics
from lrviz.ui.controls.button import Button
from lrviz.ui.paint.empty import area
from lrviz.ui.store import Store


class Beginning(QWidget):
    """Adds a run, or takes the code on the clipboard; there only while the session has no run."""

    added = Signal()
    pasted = Signal()

    def __init__(self, store: Store, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._store = store
        self.add = Button(self.tr("Add run"), icon="plus", kind="primary", parent=self)
        self.paste = Button(self.tr("Paste code"), icon="clipboard-paste", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.S2)
        row.addWidget(self.add)
        row.addWidget(self.paste)
        self.add.clicked.connect(self.added)
        self.paste.clicked.connect(self.pasted)
        canvas.installEventFilter(self)
        store.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.setVisible(not self._store.experiment.runs)
        self._place()

    def _place(self) -> None:
        """Stand below the sentence, where the ghost of the plot leaves room."""
        canvas = self.parentWidget()
        if canvas is None or self.isHidden():
            return
        self.adjustSize()
        middle = area(canvas.rect().toRectF()).center()
        self.move(round(middle.x() - self.width() / 2), round(middle.y() + metrics.S3))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False
