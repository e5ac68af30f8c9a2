"""The dialog that offers presets: a list to search in, and beside it what the highlighted one is and who says so."""

from __future__ import annotations

import html

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lrviz.scenarios import Preset, shelf
from lrviz.ui import metrics
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.choice_list import Choice, ChoiceDelegate, ChoiceModel, ChoiceView
from lrviz.ui.controls.dialog_size import open_as
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.search_field import SearchField
from lrviz.ui.controls.wrapped import Paragraph
from lrviz.ui.figure import Figure
from lrviz.ui.form.section import order_tabs
from lrviz.ui.form.thumbnails import Late, of_run
from lrviz.ui.numbers import short
from lrviz.ui.palette import NEUTRAL, theme
from lrviz.ui.showing.portrait import Portrait
from lrviz.ui.speech import counts, saying

_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


class PresetDialog(QDialog):
    """Sends the preset that is taken: its runs for the present plan, or all of it with its own plan.

    The keys are the search field's: arrows move in the list, Enter takes the runs.
    """

    added = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Presets"))
        self.search = SearchField(self.tr("Search presets"), self)
        self._presets = {preset.name: preset for preset in shelf()}
        self.model = ChoiceModel([_choice(preset) for preset in self._presets.values()], self)
        self.view = ChoiceView(self)
        self.view.setModel(self.model)
        delegate = ChoiceDelegate(self.view)
        delegate.colour = NEUTRAL
        self.view.setItemDelegate(delegate)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAccessibleName(self.tr("Presets"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(self.view.ScrollMode.ScrollPerPixel)
        self.view.viewport().setAutoFillBackground(False)
        self.title = ElidedLabel("form_title", parent=self)
        self.plan = Paragraph("secondary", "text2", self)
        self.picture = Portrait(self)
        self.about = Paragraph("body", "text", self)
        self.reference = QLabel(self)
        self.add = Button(self.tr("Add as run"), kind="primary", parent=self)
        self.open_plan = Button(self.tr("Open with its plan"), kind="secondary", parent=self)
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        self.view.selectionModel().currentChanged.connect(self._show)
        self.view.doubleClicked.connect(lambda _: self._take())
        self.add.clicked.connect(self._take)
        self.open_plan.clicked.connect(self._open)
        self.view.setCurrentIndex(self.model.index(0))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(px(metrics.S2))
        left.addWidget(self.search)
        left.addWidget(self.view, 1)
        self.reference.setFont(metrics.font("secondary"))
        self.reference.setWordWrap(True)
        self.reference.setOpenExternalLinks(True)
        self.reference.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(metrics.S2))
        buttons.addStretch(1)
        buttons.addWidget(self.open_plan)
        buttons.addWidget(self.add)
        right = QVBoxLayout()
        right.setSpacing(px(metrics.S2))
        right.addWidget(self.title)
        right.addWidget(self.plan)
        right.addWidget(self.picture, 1)
        right.addWidget(self.about)
        right.addWidget(self.reference)
        right.addSpacing(px(metrics.S2))
        right.addLayout(buttons)
        row = QHBoxLayout(self)
        margin = px(metrics.S4)
        row.setContentsMargins(margin, margin, margin, margin)
        row.setSpacing(px(metrics.S6))
        row.addLayout(left, 2)
        row.addLayout(right, 3)
        open_as(self, metrics.PRESET_DIALOG)
        order_tabs((self.search, self.reference, self.open_plan, self.add))

    @property
    def preset(self) -> Preset | None:
        """The highlighted preset; None where none is found."""
        choice = self.model.choice(self.view.currentIndex())
        return self._presets[choice.key] if choice is not None else None

    def highlight(self, name: str) -> None:
        """Highlight a preset that is in the list."""
        row = self.model.row_of(name)
        if row is not None:
            self.view.setCurrentIndex(self.model.index(row))
            self.view.scrollTo(self.model.index(row))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _MOVES.get(Qt.Key(event.key()))
        if step is not None and self.search.hasFocus():
            row = self.model.beside(self.view.currentIndex().row(), step)
            if row is not None:
                self.view.setCurrentIndex(self.model.index(row))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.search.hasFocus():
            self._take()
        else:
            super().keyPressEvent(event)

    def _filter(self, text: str) -> None:
        before = self.preset
        self.model.filter(text)
        row = self.model.row_of(before.name) if before is not None and not text else None
        row = row if row is not None else self.model.beside(-1, 1)
        if row is None:
            self._show(QModelIndex(), QModelIndex())
        else:
            self.view.setCurrentIndex(self.model.index(row))

    def _show(self, _now: QModelIndex, _before: QModelIndex) -> None:
        preset = self.preset
        for widget in (self.title, self.plan, self.picture, self.about, self.reference):
            widget.setVisible(preset is not None)
        self.add.setEnabled(preset is not None)
        self.open_plan.setEnabled(preset is not None)
        if preset is None:
            return
        self.title.setText(saying.catalog(preset.title))
        self.plan.setText(_plan(preset))
        self.picture.show_figure(
            lambda width: _figure(preset, width), self.tr("Learning rate of {0}").format(saying.catalog(preset.title))
        )
        self.about.setText(saying.catalog(preset.about))
        link = f'<a href="{html.escape(preset.link)}" style="color:{theme().info.name()}">'
        self.reference.setText(f"{link}{html.escape(preset.reference)}</a>")

    def _take(self) -> None:
        if self.preset is not None:
            self.added.emit(self.preset)
            self.accept()

    def _open(self) -> None:
        if self.preset is not None:
            self.opened.emit(self.preset)
            self.accept()


def _figure(preset: Preset, width: int) -> Figure:
    from lrviz.ui.views import schedule  # with the plots, which the window doesn't wait for
    from lrviz.ui.views.sight import Sight

    experiment = preset.experiment
    sight = Sight(0, max(1, experiment.training.steps - 1), width, momentum=False)
    return schedule.figure(experiment, {}, sight)


def _choice(preset: Preset) -> Choice:
    experiment = preset.experiment
    first = experiment.runs[0]
    kinds = " ".join(type(run.schedule).__name__ for run in experiment.runs)
    source = f"{preset.reference} {preset.link}"
    words = f"{preset.name} {preset.title} {preset.about} {source} {kinds} {type(first.optimizer).__name__}"
    return Choice(
        preset.name,
        saying.catalog(preset.title),
        _plan(preset),
        "",
        Late(lambda: of_run(experiment, first)),
        words=words,
    )


def _plan(preset: Preset) -> str:
    """Say in one line what is trained how long."""
    experiment = preset.experiment
    runs = [f"{type(run.optimizer).__name__} {short(run.optimizer.rate)}" for run in experiment.runs]
    updates = counts.updates(experiment.training.steps)
    return f"{', '.join(dict.fromkeys(runs))} · {updates}"
