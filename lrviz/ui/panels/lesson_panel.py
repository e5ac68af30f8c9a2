"""The panel of a lesson: what it says at this step, what to try, and the way on; a column, or a strip below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from lrviz.ui import keymap, metrics
from lrviz.ui.controls.button import Button, IconButton
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.progress import Progress
from lrviz.ui.controls.scrolled import scroll
from lrviz.ui.lesson.dots import Dots
from lrviz.ui.lesson.measured_list import MeasuredList
from lrviz.ui.lesson.measuring import Measuring
from lrviz.ui.lesson.player import Player
from lrviz.ui.lesson.prose import Prose
from lrviz.ui.lesson.tinted import Tinted
from lrviz.ui.lesson.trial_box import TrialBox
from lrviz.ui.palette import theme
from lrviz.ui.racing.races import Races
from lrviz.ui.speech import language
from lrviz.ui.store import Store


class LessonPanel(QWidget):
    """Shows where the player is; what its buttons do is the player's, or the classroom's."""

    closed = Signal()
    finished = Signal()

    def __init__(self, player: Player, store: Store, races: Races, parent: QWidget) -> None:
        super().__init__(parent)
        self._player, self._store, self._races = player, store, races
        self.measuring = Measuring(races, self)
        self.title = ElidedLabel("section", "text2", self)
        self.close_button = IconButton("x", self.tr("Leave the lesson"), parent=self)
        self.page = QWidget(self)
        self.error = Tinted("error", self.page)
        self.error_text = Prose("body", "text", self.error)
        self.question = Prose("headline", "text", self.page)
        self.text = Prose("lead", "text", self.page)
        self.trial = TrialBox(player.trial, self.page)
        self.measured = MeasuredList(self.measuring, self.page)
        self.racing = ElidedLabel("secondary", "text2", self.page)
        self.progress = Progress(self.tr("The race"), self.page)
        self.progress.setFixedHeight(px(metrics.S1))
        self.put_back = Button("", icon="rotate-ccw", kind="ghost", small=True, parent=self.page)
        self.back_button = Button("", parent=self)
        self.dots = Dots(self)
        self.next_button = Button("", parent=self)
        self._lay_out()
        self.close_button.clicked.connect(self.closed)
        self.back_button.clicked.connect(lambda: player.go(player.step - 1))
        self.next_button.clicked.connect(self.next)
        self.put_back.clicked.connect(player.put_back)
        player.opened.connect(self._show)
        player.went.connect(self._show)
        language.changes.spoken.connect(self._show, Qt.ConnectionType.QueuedConnection)
        player.ended.connect(self.measuring.stop)
        races.progressed.connect(self._show_race)
        store.changed.connect(self._show_change)

    def _lay_out(self) -> None:
        side = px(metrics.S4)
        head = QHBoxLayout()
        head.setContentsMargins(side, px(metrics.S2), px(metrics.S2), 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        self.error.column.addWidget(self.error_text)
        column = QVBoxLayout(self.page)
        column.setContentsMargins(side, px(metrics.S1), side, side)
        column.setSpacing(px(metrics.S4))
        self.told = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self.told.setSpacing(px(metrics.S4))
        self.told.addWidget(self.text, 1)
        self.told.addWidget(self.trial, 1)
        column.addWidget(self.error)
        column.addWidget(self.question)
        column.addLayout(self.told)
        for widget in (self.measured, self.racing, self.progress):
            column.addWidget(widget)
        column.addWidget(self.put_back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.area = QScrollArea(self)
        scroll(self.area, self.page)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = QHBoxLayout()
        foot.setContentsMargins(side, px(metrics.S2), side, px(metrics.S2))
        foot.setSpacing(px(metrics.S2))
        foot.addWidget(self.back_button)
        foot.addWidget(self.dots, 1)
        foot.addWidget(self.next_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.area, 1)
        whole.addLayout(foot)

    def stand(self, *, upright: bool) -> None:
        """Stand beside the session, or below it."""
        # in a strip what there is to try stands beside the text: below it nobody would see it
        way = QBoxLayout.Direction
        self.told.setDirection(way.TopToBottom if upright else way.LeftToRight)
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred
        if upright:
            self.setMinimumSize(px(metrics.LESSON_PANEL), 0)
            self.setMaximumSize(px(metrics.LESSON_PANEL), metrics.UNBOUND)
        else:
            self.setMinimumSize(0, px(metrics.LESSON_STRIP))
            self.setMaximumSize(metrics.UNBOUND, px(metrics.LESSON_STRIP))
        self.setSizePolicy(fixed if upright else free, free if upright else fixed)

    def next(self) -> None:
        """Go on to the next step, or finish after the last."""
        if self._player.step + 1 < self._player.count:
            self._player.go(self._player.step + 1)
        elif self._player.playing:
            self.finished.emit()

    def _show(self) -> None:
        player, lesson, step = self._player, self._player.lesson, self._player.shown
        if lesson is None:
            return
        spoken = language.language()
        self.title.setText(lesson.title.said(spoken))
        self.error.setVisible(bool(player.why))
        self.error_text.say(self.tr("{0}. What was read before is shown on.").format(player.why.rstrip(".")))
        first = player.step == 0
        self.question.setVisible(first or step is None)
        self.question.say(lesson.question.said(spoken) if step is not None else self.tr("What was measured"))
        self.text.setVisible(step is not None)
        self.text.say(step.text.said(spoken) if step is not None else "")
        self.trial.setVisible(step is not None and bool(step.until))
        self.measured.setVisible(step is None)
        if step is None:
            self.measured.show_lesson(lesson)
        elif step.until:
            self.trial.show_step(step)
        self.dots.show_at(player.step, player.count)
        self.back_button.setText(self.tr("Back"))
        self.back_button.setEnabled(not first)
        self.back_button.setToolTip(keymap.told(self.tr("Previous step"), "step_back"))
        self.next_button.setText(self.tr("Next") if step is not None else self.tr("Finish"))
        self.next_button.setToolTip(keymap.told(self.tr("Next step"), "next_step"))
        self.close_button.setToolTip(self.tr("Leave the lesson, back to {0}").format(player.session))
        self.setAccessibleName(self.tr("Lesson: {0}").format(lesson.title.said(spoken)))
        self._show_race()
        self._show_change()
        self.area.verticalScrollBar().setValue(0)

    def _show_race(self) -> None:
        """Say how far the race is that the step asked for."""
        step, races = self._player.shown, self._races
        running = step is not None and (step.race or bool(step.until)) and races.active
        self.racing.setVisible(running)
        self.progress.setVisible(running)
        if running and races.recording is not None:
            done, whole = races.recording.step, races.recording.experiment.training.steps
            self.racing.setText(self.tr("Racing: {0} of {1} step{1:|s}").format(done, whole))
            self.progress.setValue(round(1000 * done / whole))

    def _show_change(self) -> None:
        self.put_back.setText(self.tr("Put the experiment back"))
        self.put_back.setToolTip(self.tr("Makes the experiment what it was at the beginning; undo brings yours back"))
        self.put_back.setVisible(self._player.playing and self._player.shown is not None and self._player.changed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), theme()
        painter.fillRect(self.rect(), now.surface)
        painter.fillRect(0, 0, 1, self.height(), now.border)
        painter.fillRect(0, 0, self.width(), 1, now.border)
