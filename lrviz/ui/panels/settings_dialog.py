"""The settings: few, on one page, each with a sentence; what is chosen counts at once."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lrviz.ui import keymap, metrics, palette
from lrviz.ui.arriving import recent
from lrviz.ui.choices import agreement, settings
from lrviz.ui.choices.settings_rows import Chosen, SettingRow, lay_out, looks, start
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.dialog_size import open_as
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.wrapped import Paragraph
from lrviz.ui.form.section import head
from lrviz.ui.slices import settled
from lrviz.ui.speech import language

if TYPE_CHECKING:
    from lrviz.ui.window import Window


class SettingsDialog(QDialog):
    """One page of rows, and below it what helps where something is wrong."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("settings")
        self.setWindowTitle(self.tr("Settings"))
        self._page = QWidget(self)
        self.rows: dict[str, SettingRow] = {}
        self.keys = Button(self.tr("Change keys…"), small=True, parent=self._page)
        self.forget = Button(self.tr("Forget them"), small=True, parent=self._page)
        self.revoke = Button(self.tr("Revoke"), small=True, parent=self._page)
        self.log = Button(self.tr("Log folder"), icon="folder-open", kind="ghost", small=True, parent=self)
        self.diagnostics = Button(self.tr("Copy diagnostics"), icon="copy", kind="ghost", small=True, parent=self)
        self.about = Button(self.tr("About"), icon="info", kind="ghost", small=True, parent=self)
        self.reset = Button(self.tr("Reset all"), icon="rotate-ccw", kind="ghost", small=True, parent=self)

    def furnish(self) -> Generator[None, None, None]:
        """Put everything in its place, a row at a time; it is to be shown when that is done."""
        open_as(self, metrics.SETTINGS_DIALOG)
        self._frame()
        yield
        column = QVBoxLayout(self._page)
        column.setContentsMargins(px(metrics.S6), px(metrics.S3), px(metrics.S6), px(metrics.S3))
        column.setSpacing(0)
        yield from self._add(column, self.tr("Look"), looks())
        yield from self._add(column, self.tr("Start and training"), (*start(), *self._devices()))
        column.addSpacing(px(metrics.S3))
        column.addWidget(head(self.tr("Keys and privacy"), self._page))
        self._row(column, self.tr("Keyboard shortcuts"), self.tr("Every action can have keys of your own."), self.keys)
        yield
        self._files = self._row(column, self.tr("Recent files"), "", self.forget)
        yield
        self._agreed = self._row(column, self.tr("Programs that may be executed"), "", self.revoke)
        column.addStretch(1)
        self._connect()
        self._show()
        yield from settled(self)

    def _frame(self) -> None:
        """Make what the page scrolls in, and the buttons below it."""
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._page)
        below = QHBoxLayout()
        below.setContentsMargins(px(metrics.S4), px(metrics.S1), px(metrics.S4), px(metrics.S3))
        for button in (self.log, self.diagnostics, self.about):
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self.reset)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area, 1)
        whole.addLayout(below)

    def _add(self, column: QVBoxLayout, title: str, group: tuple[Chosen, ...]) -> Generator[None, None, None]:
        column.addSpacing(px(metrics.S3))
        column.addWidget(head(title, self._page))
        for chosen in group:
            row = self.rows[chosen.key] = SettingRow(chosen, self._page)
            column.addWidget(row)
            yield

    def _row(self, column: QVBoxLayout, title: str, sentence: str, control: Button) -> Paragraph:
        row = QWidget(self._page)
        said = lay_out(row, title, sentence, control)
        control.setAccessibleDescription(title)
        column.addWidget(row)
        return said

    def _devices(self) -> tuple[Chosen, ...]:
        """Give the choice of a device; nothing before torch has said which there are."""
        races = self._window.races
        there = [info for info in races.devices if not info.missing]
        if not there:
            return ()
        known = {info.name: info for info in there}
        options = tuple((info.name, info.label) for info in there)
        title, sentence = self.tr("Train on"), self.tr("Where races run from now on; one under way stays where it is.")
        return (Chosen("device", title, sentence, options, lambda: races.device, lambda key: races.choose(known[key])),)

    def _connect(self) -> None:
        self.keys.clicked.connect(self._window.seeker.show_keys)
        self.forget.clicked.connect(self._window.classroom.forget_recent)
        self.forget.clicked.connect(self._show)
        self.revoke.clicked.connect(agreement.revoke)
        self.revoke.clicked.connect(self._show)
        self.log.clicked.connect(self._window.knowing.open_log)
        self.diagnostics.clicked.connect(self._window.knowing.copy)
        self.about.clicked.connect(self._window.knowing.about)
        self.reset.clicked.connect(self._reset)
        settings.changes.changed.connect(self._show)

    def _show(self) -> None:
        """Show what is set now, whoever set it."""
        for row in self.rows.values():
            row.show_now()
        files, agreed = len(recent.recent()), agreement.count()
        self._files.setText(
            self.tr("%n file(s) are listed on the page of lessons and in the menu.", "", files)
            if files
            else self.tr("No file is remembered.")
        )
        self._agreed.setText(
            self.tr("You agreed to execute %n model file(s); without that you are asked again.", "", agreed)
            if agreed
            else self.tr("No model file may be executed without asking you.")
        )
        self.forget.setEnabled(bool(files))
        self.revoke.setEnabled(bool(agreed))

    def _reset(self) -> None:
        """Set everything on the page as it was at first; recent files and agreements stay."""
        palette.choose("system")
        language.keep(language.SYSTEM)
        for setting in settings.ALL:
            QSettings().remove(setting.key)
            settings.changes.changed.emit(setting.key)
        keymap.reset_all()
        self._show()
