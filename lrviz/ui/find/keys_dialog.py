"""The page of keyboard shortcuts: every action with its keys, and other keys for whoever wants them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QListView, QSizePolicy, QVBoxLayout, QWidget

from lrviz.ui import keymap, metrics
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.dialog_size import open_as
from lrviz.ui.controls.drawing import CENTRE, px, rounded, write
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.search_field import SearchField
from lrviz.ui.controls.wrapped import Paragraph
from lrviz.ui.find import pressing
from lrviz.ui.find.keys_rows import Bound, KeysDelegate, KeysModel, changed
from lrviz.ui.form.section import order_tabs
from lrviz.ui.palette import theme


class KeysDialog(QDialog):
    """A list to search in, and below it what can be done with the keys of the highlighted action."""

    def __init__(self, actions: Sequence[Bound], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._adds = False
        self._wanted = ""
        self.search = SearchField(self.tr("Search actions and keys"), self)
        self.reset_all = Button(self.tr("Reset all"), kind="ghost", parent=self)
        self.model = KeysModel(actions, self)
        self.view = QListView(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(KeysDelegate(self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setAccessibleName(self.tr("Actions and their keys"))
        self.view.setVerticalScrollMode(self.view.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.viewport().setAutoFillBackground(False)
        self.title = ElidedLabel("name", "text", self)
        self.said = Paragraph("secondary", "text2", self)
        self.capture = Capture(self)
        self.change = Button(self.tr("Change keys"), parent=self)
        self.add = Button(self.tr("Add keys"), parent=self)
        self.remove = Button(self.tr("Remove"), kind="ghost", parent=self)
        self.reset = Button(self.tr("Reset"), kind="ghost", parent=self)
        self.take = Button("", kind="primary", parent=self)
        self.keep = Button(self.tr("Leave it there"), parent=self)
        self._lay_out()
        self._connect()
        self._search("")

    def _lay_out(self) -> None:
        top, below, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        top.addWidget(self.search, 1)
        top.addWidget(self.reset_all)
        for widget in (self.change, self.add, self.remove, self.reset, self.take, self.keep):
            below.addWidget(widget)
        below.addStretch(1)
        margin = px(metrics.S4)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(px(metrics.S2))
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addWidget(self.title)
        column.addWidget(self.said)
        column.addWidget(self.capture)
        column.addLayout(below)
        open_as(self, metrics.KEYS_DIALOG)
        buttons = (self.change, self.add, self.remove, self.reset, self.take, self.keep)
        order_tabs((self.search, self.view, self.capture, *buttons, self.reset_all))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.view.selectionModel().currentChanged.connect(self._show)
        self.view.doubleClicked.connect(lambda _: self._ask(adds=False))
        self.change.clicked.connect(lambda: self._ask(adds=False))
        self.add.clicked.connect(lambda: self._ask(adds=True))
        self.remove.clicked.connect(lambda: self._give(()))
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(keymap.reset_all)
        self.capture.pressed.connect(self._hear)
        self.capture.left.connect(self._show_keys)
        self.take.clicked.connect(lambda: self._give(self._with(self._wanted)))
        self.keep.clicked.connect(self._show_keys)
        keymap.changes.changed.connect(self._show_keys)

    @property
    def action(self) -> Bound | None:
        """The highlighted action."""
        return self.model.action(self.view.currentIndex())

    def highlight(self, key: str) -> None:
        """Highlight an action that is in the list."""
        row = self.model.row_of(key)
        if row is not None:
            self.view.setCurrentIndex(self.model.index(row))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and (self.view.hasFocus() or self.search.hasFocus()):
            self._ask(adds=False)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.search.hasFocus():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.view.event(event)
        elif event.key() == Qt.Key.Key_Delete and self.view.hasFocus():
            self._give(())
        else:
            super().keyPressEvent(event)

    def _search(self, text: str) -> None:
        before = self.action
        self.model.search(text)
        row = self.model.row_of(before.key) if before is not None else None
        row = row if row is not None else self.model.first()
        self.view.setCurrentIndex(self.model.index(row) if row is not None else QModelIndex())
        self._show_keys()

    def _show(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_keys()

    def _show_keys(self) -> None:
        """Show the keys in force, and ask for none."""
        action = self.action
        focused = self.capture.hasFocus()
        self.model.show_keys()
        self.title.setText(action.title if action is not None else self.tr("Nothing is found by these words."))
        keys = [keymap.native(one) for one in keymap.keys(action.key)] if action is not None else []
        self.said.setText(self._tell(action, keys))
        self._offer(self.change, self.add, self.remove, self.reset)
        self.change.setEnabled(action is not None)
        self.add.setEnabled(bool(keys))
        self.remove.setEnabled(bool(keys))
        self.reset.setEnabled(action is not None and changed(action.key))
        self.reset_all.setEnabled(bool(keymap.chosen()))
        if focused:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, action: Bound | None, keys: list[str]) -> str:
        """Say which keys an action has, and which it has of its own."""
        if action is None:
            return ""
        own = ", ".join(map(keymap.native, keymap.own(action.key))) or self.tr("none")
        now = ", ".join(keys) or self.tr("none")
        return (
            self.tr("Keys: {0}. Its own: {1}.").format(now, own)
            if changed(action.key)
            else self.tr("Keys: {0}.").format(now)
        )

    def _offer(self, *widgets: QWidget) -> None:
        """Show these of what stands below the list, and nothing else."""
        for widget in (self.capture, self.change, self.add, self.remove, self.reset, self.take, self.keep):
            widget.setVisible(widget in widgets)

    def _ask(self, *, adds: bool) -> None:
        """Ask for new keys for the highlighted action, in place of those it has or beside them."""
        if self.action is None:
            return
        self._adds = adds
        self.said.setText(self.tr("Esc leaves its keys as they are."))
        self._offer(self.capture)
        self.capture.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hear(self, event: QKeyEvent) -> None:
        """Take keys that were pressed, unless they can't be given away or someone has them."""
        action, pressed = self.action, event.keyCombination()
        if action is None:
            return
        why = pressing.refused(pressed, bare=action.bare)
        if why:
            self.said.setText(why)
            return
        self._wanted = keymap.portable_of(pressed)
        other = keymap.holder(self._wanted, but=action.key)
        if not other:
            self._give(self._with(self._wanted))
            if pressing.acts_apart_from_fields(pressed):
                said = self.tr("{0} acts while no field has the focus.").format(keymap.native_of(pressed))
                self.said.setText(said)
            return
        self.said.setText(self.tr("{0} is “{1}”.").format(keymap.native_of(pressed), keymap.name(other).rstrip("…")))
        self.take.setText(self.tr("Use it here"))
        self._offer(self.take, self.keep)
        self.take.setFocus(Qt.FocusReason.TabFocusReason)

    def _with(self, keys: str) -> keymap.Keys:
        """Give the keys that the highlighted action would have with some more, or only these."""
        action = self.action
        had = keymap.keys(action.key) if action is not None and self._adds else ()
        return (*had, keys)

    def _give(self, keys: keymap.Keys) -> None:
        if self.action is not None:
            keymap.give(self.action.key, keys)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reset(self) -> None:
        if self.action is not None:
            keymap.reset(self.action.key)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)


class Capture(QWidget):
    """Hears the next keys that are pressed, whatever else they would do."""

    pressed = Signal(QKeyEvent)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Press the new keys"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(160), max(px(metrics.BUTTON_HEIGHT), metrics.HIT))

    def focusNextPrevChild(self, _next: bool) -> bool:
        return False  # the Tab key is heard like any other

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape and plain:
            self.left.emit()
        elif pressing.is_whole(event.keyCombination()) and not event.isAutoRepeat():
            self.pressed.emit(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.isVisible() and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        rounded(painter, box, metrics.FIELD, fill=now.surface, border=now.focus, width=2)
        write(painter, box, self.accessibleName(), metrics.font("name"), now.text, where=CENTRE)
