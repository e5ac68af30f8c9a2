"""Home: what to begin with, the lessons, presets to start from, and the files last opened."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from lrviz.scenarios import Preset, shelf
from lrviz.ui import metrics
from lrviz.ui.arriving.recent import recent
from lrviz.ui.aside import Aside
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.wrapped import Wrapped
from lrviz.ui.home.home_bar import HomeBar
from lrviz.ui.home.lesson_grid import LessonGrid
from lrviz.ui.home.preset_card import PresetCard
from lrviz.ui.home.recent_row import RecentRow
from lrviz.ui.home.starts import Starts
from lrviz.ui.lesson.shelf import Shelf
from lrviz.ui.numbers import whole
from lrviz.ui.palette import theme
from lrviz.ui.speech import language
from lrviz.ui.store import Store

STARTS = ("llama-7b", "resnet-50-one-hour", "bert-fine-tune", "super-convergence")
"""The presets offered here; the dialog has all."""
FILES = 4


class Home(QWidget):
    """Says what a person wants; the window does it."""

    lesson_wanted = Signal(object)
    preset_wanted = Signal(Preset)
    presets_wanted = Signal()
    file_wanted = Signal(Path)
    paste_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    find_wanted = Signal()
    settings_wanted = Signal()
    clear_wanted = Signal()
    """The files last opened are to be forgotten."""
    left = Signal()
    """Back to the session."""
    language_chosen = Signal(str)

    def __init__(self, lessons: Shelf, aside: Aside, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self.lessons, self._aside, self._store = lessons, aside, store
        self.bar = HomeBar(self)
        self._page = QWidget(self)
        self._hero = Wrapped("hero", parent=self._page)
        self._sub = Wrapped("lead", "text2", self._page)
        self.starts = Starts(self._page)
        self._heads = [ElidedLabel("section", "text2", self._page) for _ in range(3)]
        self.all = Button("", kind="ghost", small=True, parent=self._page)
        self.all_presets = Button("", kind="ghost", small=True, parent=self._page)
        self.clear = Button("", kind="ghost", small=True, parent=self._page)
        self.grid = LessonGrid(self._page)
        self.presets: list[PresetCard] = []
        self.rows: list[RecentRow] = []
        self._none = ElidedLabel("secondary", "text3", self._page)
        self._fitting = QTimer(self, singleShot=True, interval=0)  # what comes in one turn is laid out once
        self._fitting.timeout.connect(self._fit)
        self._lay_out()
        self._connect()
        self._say()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(metrics.S12, metrics.S6, metrics.S12, metrics.S2)
        column.setSpacing(0)
        top, words = QBoxLayout(QBoxLayout.Direction.LeftToRight), QVBoxLayout()
        self._top = top
        words.setSpacing(metrics.S1)
        words.addWidget(self._hero)
        words.addWidget(self._sub)
        words.addStretch(1)
        top.setSpacing(metrics.S6)
        top.addLayout(words, 1)
        top.addWidget(self.starts, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addSpacing(metrics.S3)
        column.addLayout(_row(self._heads[0], self.all))
        column.addSpacing(metrics.S1)
        column.addWidget(self.grid)
        column.addSpacing(metrics.S3)
        left, right, below = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self._starts, self._files = QGridLayout(), QVBoxLayout()
        self._starts.setSpacing(metrics.S3)
        self._files.setSpacing(0)
        for part, head, content in (
            (left, _row(self._heads[1], self.all_presets), self._starts),
            (right, _row(self._heads[2], self.clear), self._files),
        ):
            part.setSpacing(metrics.S1)
            part.addLayout(head)
            part.addLayout(content)
            part.addStretch(1)
        self._files.addWidget(self._none)
        below.setSpacing(metrics.S6 + metrics.S4)
        below.addLayout(left, 13)
        below.addLayout(right, 7)
        column.addLayout(below)
        column.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidget(self._page)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.viewport().setAutoFillBackground(False)
        self._page.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.bar)
        outer.addWidget(self.area, 1)

    def _connect(self) -> None:
        self.bar.find_field.clicked.connect(self.find_wanted)
        self.bar.settings.clicked.connect(self.settings_wanted)
        self.bar.language_chosen.connect(self.language_chosen)
        self.starts.back.clicked.connect(self.left)
        self.starts.new.clicked.connect(self.new_wanted)
        self.starts.open.clicked.connect(self.open_wanted)
        self.starts.paste.clicked.connect(self.paste_wanted)
        self.clear.clicked.connect(self.clear_wanted)
        self.all.clicked.connect(lambda: self._unfold(whole=not self.grid.unfolded))
        self.all_presets.clicked.connect(self.presets_wanted)
        self.grid.chosen.connect(self.lesson_wanted)
        self.grid.focused.connect(lambda card: self.area.ensureWidgetVisible(card, 0, metrics.S4))
        self.lessons.changed.connect(self._follow)
        for say in (self._say, self._follow, self.show_recent):
            language.changes.spoken.connect(say, Qt.ConnectionType.QueuedConnection)

    def come(self) -> None:
        """Come into sight: read what isn't read yet, and say what can be gone on with."""
        self._say()
        self.lessons.read()
        self._show_lessons()
        self.grid.show_standings()
        self.show_recent()
        if not self.presets:
            self._aside.ask("presets", shelf, self._show_presets)
        self.starts.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        """Say everything in the language in force."""
        self.bar.say()
        store, experiment = self._store, self._store.experiment
        name = store.path.stem if store.path is not None else store.name or self.tr("First open")
        runs = self.tr("%n run(s)", "", len(experiment.runs))
        self.starts.say(name, self.tr("{0} · {1} step{1:|s}").format(runs, whole(experiment.training.steps)))
        self._hero.setText(self.tr("What will this schedule do?"))
        self._sub.setText(
            self.tr("See the curve, the loss it leads to and the road it takes, before you spend GPU hours.")
        )
        for head, text in zip(
            self._heads, (self.tr("Lessons"), self.tr("Start from a preset"), self.tr("Recent")), strict=True
        ):
            head.setText(text)
        self.all_presets.setText(self.tr("All presets"))
        self._none.setText(self.tr("Files that you open or save are kept here."))
        self.clear.setText(self.tr("Forget all"))
        for preset in self.presets:
            preset.say()

    def _follow(self) -> None:
        """Show what has been read by now; out of sight that waits until it comes."""
        if not self.isHidden():
            self._show_lessons()

    def _show_lessons(self) -> None:
        self.grid.show_lessons(self.lessons.lessons, self.lessons.count)
        self._unfold(whole=self.grid.unfolded)

    def _unfold(self, *, whole: bool) -> None:
        self.grid.unfold(whole=whole)
        count = len(self.grid.cards)
        self.all.setText(self.tr("Fewer") if whole else self.tr("All {0}").format(count))
        self._fitting.start()

    def _show_presets(self, found: tuple[Preset, ...]) -> None:
        offered = [preset for name in STARTS for preset in found if preset.name == name]
        self.presets = [PresetCard(preset, self._page) for preset in offered]
        for at, card in enumerate(self.presets):
            card.clicked.connect(lambda _=False, card=card: self.preset_wanted.emit(card.preset))
            self._starts.addWidget(card, *divmod(at, 2))
        self._fitting.start()

    def show_recent(self) -> None:
        """Show the files last opened and saved, as they are kept now."""
        for row in self.rows:
            row.deleteLater()
        now = time.time()
        self.rows = [RecentRow(one, now, self._page) for one in recent()[:FILES]]
        for row in self.rows:
            row.clicked.connect(lambda _=False, row=row: self.file_wanted.emit(row.one.path))
            self._files.addWidget(row)
        self._none.setVisible(not self.rows)
        self.clear.setVisible(bool(self.rows))
        self._fitting.start()

    def _fit(self) -> None:
        """Give the page its width, in the middle, and the height it needs for that."""
        layout, room = self._page.layout(), self.area.viewport().width()
        if layout is None:
            return
        side = max(metrics.S12, (room - px(metrics.HOME)) // 2)
        layout.setContentsMargins(side, metrics.S6, side, metrics.S2)
        narrow = room < px(metrics.NARROW)
        self._top.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        sight = self.area.viewport().height()
        self.grid.give_room(sight - _height(layout, room) + self.grid.sizeHint().height())
        self.all.setVisible(self.grid.unfolded or self.grid.foldable)
        self._page.resize(room, max(_height(layout, room), sight))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRect(0, 0, self.width(), self.height()), theme().bg)


def _height(layout: QLayout, width: int) -> int:
    """Give the height that a page needs for its width."""
    layout.activate()
    return layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()


def _row(head: ElidedLabel, *beside: QWidget) -> QHBoxLayout:
    """Lay out the head of a section, and what stands at its right end."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(head, 1)
    row.addStrut(px(metrics.BUTTON_SMALL))
    for widget in beside:
        row.addWidget(widget)
    return row
