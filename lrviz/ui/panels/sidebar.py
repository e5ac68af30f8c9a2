"""The sidebar: the runs, the form of the selected one, and below it the card of the problem they are raced on."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from lrviz.catalog.signal import Signal as Metric
from lrviz.run import Run
from lrviz.scenarios import Preset
from lrviz.ui import branching, keymap, metrics
from lrviz.ui.controls.below import below
from lrviz.ui.controls.button import Button, IconButton
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.few_lines import FewLines
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.menu import open_menu
from lrviz.ui.eyes import pin, shift, solo, toggle
from lrviz.ui.form.choices import with_fitting_losses
from lrviz.ui.form.finder_form import FinderForm
from lrviz.ui.form.ground_form import GroundForm
from lrviz.ui.form.pointing import control
from lrviz.ui.form.run_form import RunForm
from lrviz.ui.form.section import stops_of
from lrviz.ui.marks import paint_swatch
from lrviz.ui.naming import free_name
from lrviz.ui.numbers import whole
from lrviz.ui.palette import theme
from lrviz.ui.panels.problem_card import ProblemCard
from lrviz.ui.panels.run_list import RunList
from lrviz.ui.speech import saying
from lrviz.ui.store import Store

COLOURS = 8


class Sidebar(QWidget):
    """Runs, form and problem card, one above the other."""

    previewed = Signal(object)
    """A run as it would be if the highlighted choice were taken, or None."""
    problem_wanted = Signal()
    presets_wanted = Signal()
    paste_wanted = Signal()
    deleted = Signal(str, int)
    """A run by its name, and how many branches went with it."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.list = RunList(store, self)
        self.form = RunForm(self)
        self.ground = GroundForm(store, self)
        self.ground.hide()
        self.finder = FinderForm(store, self)
        self.finder.hide()
        self.card = ProblemCard(store, self)
        self._count = ElidedLabel("secondary", "text3", self)
        self._more = IconButton("ellipsis", self.tr("Actions for the selected run"), parent=self)
        self._add = Button(self.tr("Add run"), icon="plus", kind="ghost", small=True, parent=self)
        self._presets = Button(self.tr("Presets…"), icon="book-open", kind="ghost", small=True, parent=self)
        self._paste = IconButton("clipboard-paste", self.tr("Paste code"), action="paste", parent=self)
        self._rest = QWidget(self)  # keeps what is above it together while there is no run
        self._empty = FewLines("secondary", "text2", most=3, parent=self)
        self._lay_out()
        self._more.clicked.connect(lambda: open_menu(self.run_menu(), below(self._more)))
        self.list.customContextMenuRequested.connect(self._context_menu)
        self._add.clicked.connect(self.add_run)
        self._presets.clicked.connect(self.presets_wanted)
        self._paste.clicked.connect(self.paste_wanted)
        self.form.edited.connect(self._edited)
        self.form.metric_edited.connect(self._edited_metric)
        self.form.previewed.connect(self.previewed)
        self.card.clicked.connect(self.problem_wanted)
        store.changed.connect(self._show)
        store.selected_changed.connect(self._show)
        store.cursor_changed.connect(lambda: self.form.point_at(store.cursor))
        self._show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(metrics.S4, 0, metrics.S2, 0)
        title = ElidedLabel("section", "text2", self)
        title.setText(self.tr("Runs"))
        title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        head.setSpacing(metrics.S2)
        head.addWidget(title)
        head.addWidget(self._count, 1)
        head.addWidget(self._more)
        add = QHBoxLayout()
        add.setContentsMargins(metrics.S2 + 2, 0, metrics.S2, 0)
        add.addWidget(self._add)
        add.addWidget(self._presets)
        add.addStretch(1)
        add.addWidget(self._paste)
        forms = QWidget(self)
        inside = QVBoxLayout(forms)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.ground)
        inside.addWidget(self.finder)
        inside.addWidget(self.form, 1)
        forms.setAutoFillBackground(False)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(forms)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form.setAutoFillBackground(False)
        card = QVBoxLayout()
        card.setContentsMargins(metrics.S3, metrics.S1, metrics.S3, metrics.S3)
        card.addWidget(self.card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, metrics.S1, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addLayout(add)
        column.addSpacing(metrics.S2)
        column.addWidget(_Rule(self))
        said = QHBoxLayout()
        said.setContentsMargins(px(metrics.S4), px(metrics.S4), px(metrics.S4), 0)
        said.addWidget(self._empty)
        column.addLayout(said)
        column.addWidget(self._rest, 1)
        column.addWidget(self._scroll, 1)
        column.addLayout(card)
        self._empty.setText(self.tr("No run yet. Add one, or paste your scheduler code."))

    def lead(self, part: Literal["schedule", "loss"]) -> None:
        """Show the schedule or the loss first, in the rows and in the form: what the view in sight is about."""
        self.list.lead(part)
        self.form.lead(part)

    def add_run(self) -> None:
        """Add a run: the selected one's optimizer and loss, no schedule, the next free colour."""
        experiment = self._store.experiment
        base = self._store.run
        name = free_name(self.tr("constant"), experiment.runs)
        fresh = Run(name, colour=free_colour(self._store.experiment.runs))
        plain = {"schedule": None, "branch": None, "visible": True}
        run = replace(base, name=name, colour=fresh.colour, **plain) if base else fresh
        self._store.edit(self.tr("add {0}").format(name), replace(experiment, runs=(*experiment.runs, run)))
        self._store.select(len(experiment.runs))

    def add_preset(self, preset: Preset) -> None:
        """Add the runs of a preset, scaled to the present plan, each with the next free colour."""
        experiment = self._store.experiment
        at, changed = len(experiment.runs), experiment
        for run in preset.runs_over(experiment.training.steps):
            name = free_name(run.name, changed.runs)
            coloured = replace(run, name=name, colour=free_colour(changed.runs))
            changed = replace(changed, runs=(*changed.runs, coloured))
        self._store.edit(self.tr("add {0}").format(saying.catalog(preset.title)), with_fitting_losses(changed))
        self._store.select(at)

    @property
    def branches(self) -> bool:
        """Whether the plan is long enough for a branch: one leaves after an update, and before the last."""
        return self._store.experiment.training.steps > 1

    def branch_run(self) -> None:
        """Let a branch that changes nothing yet leave the selected run at the cursor."""
        self.branch_at(self._store.cursor)

    def branch_at(self, step: int) -> None:
        """Let a branch that changes nothing yet leave the selected run after so many updates."""
        run, runs = self._store.run, self._store.experiment.runs
        if run is not None and self.branches:
            made = branching.branch_of(runs, run, step, self.tr("{0} from {1}"), free_colour(runs))
            self._take_in(made, self.tr("branch {0}").format(run.name))

    def _take_in(self, run: Run, what: str) -> None:
        """Add a run and select it."""
        changed = branching.added(self._store.experiment, run)
        self._store.edit(what, changed)
        self._store.select(changed.runs.index(run))

    def duplicate_run(self) -> None:
        """Put a copy of the selected run below it and its branches; the copy has none."""
        run, experiment, at = self._store.run, self._store.experiment, self._store.selected
        if run is None:
            return
        copy = replace(run, name=free_name(run.name, experiment.runs), colour=free_colour(self._store.experiment.runs))
        at += 1 + len(experiment.branches(run))
        runs = branching.in_order((*experiment.runs[:at], copy, *experiment.runs[at:]))
        self._store.edit(self.tr("duplicate {0}").format(run.name), replace(experiment, runs=runs))
        self._store.select(runs.index(copy))

    def delete_run(self) -> None:
        """Delete the selected run, and with it its branches; undo brings them back."""
        run, experiment, at = self._store.run, self._store.experiment, self._store.selected
        if run is not None:
            changed = experiment.without(run)
            branches = len(experiment.runs) - len(changed.runs) - 1
            what = self.tr("delete {0} and {1} branches") if branches else self.tr("delete {0}")
            self._store.edit(what.format(run.name, branches), changed)
            self._store.select(max(0, min(at, len(changed.runs) - 1)))
            self.deleted.emit(run.name, branches)

    def toggle_run(self) -> None:
        """Show or hide the selected run."""
        if self._store.run is not None:
            toggle(self._store, self._store.selected)

    def solo_run(self) -> None:
        """Show only the selected run; once more shows those seen before."""
        if self._store.run is not None:
            solo(self._store, self._store.selected)

    def pin_run(self) -> None:
        """Compare all runs with the selected one, or with none."""
        if self._store.run is not None:
            pin(self._store, self._store.selected)

    def rename_run(self) -> None:
        """Edit the selected run's name in its row."""
        if self._store.run is not None:
            self.list.rename()

    def point_out(self, path: str) -> None:
        """Put the focus on the control of a place in the selected run, such as `schedule.T_max`."""
        found = self.bring_out(path)
        if found is not None:
            stops = stops_of(found)
            (stops[0] if stops else found).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def bring_out(self, path: str) -> QWidget | None:
        """Scroll to the control of a place in the selected run and give it; None where there is none."""
        found = control(self.form, path) if self._store.run is not None and path else None
        if found is not None:
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(found))  # once it is unfolded
        return found

    @property
    def room(self) -> QWidget:
        """What the form is seen through."""
        return self._scroll.viewport()

    def run_menu(self) -> QMenu:
        """Give the menu of what can be done with the selected run."""
        menu = QMenu(self)
        run, at = self._store.run, self._store.selected
        shown = run is not None and run.visible
        branches = 0 if run is None else len(self._store.experiment.branches(run))
        delete = self.tr("Delete with its branches ({0})").format(branches) if branches else self.tr("Delete")
        actions = (
            (self.tr("Add run"), "add", self.add_run, True),
            (self.tr("Paste code"), "paste", self.paste_wanted.emit, True),
            (self.tr("Duplicate"), "duplicate", self.duplicate_run, run is not None),
            (self._branching(), "branch", self.branch_run, run is not None and self.branches),
            (self.tr("Rename"), "rename", self.rename_run, run is not None),
            (self.tr("Hide") if shown else self.tr("Show"), "eye", self.toggle_run, run is not None),
            (self.tr("Show only this"), "solo", self.solo_run, run is not None),
            (self._pinning(), "baseline", self.pin_run, run is not None),
            (self.tr("Move up"), "up", lambda: shift(self._store, -1), self._shifts(at, -1)),
            (self.tr("Move down"), "down", lambda: shift(self._store, 1), self._shifts(at, 1)),
            (delete, "delete", self.delete_run, run is not None),
        )
        for text, key, act, possible in actions:
            action = menu.addAction(f"{text}\t{keymap.shown(key)}")
            action.triggered.connect(act)
            action.setEnabled(possible)
        if run is not None:
            menu.insertMenu(menu.actions()[-1], self._colour_menu(run, menu))
        return menu

    def _pinning(self) -> str:
        """Say what pinning does."""
        run = self._store.run
        pinned = run is not None and run.name == self._store.baseline
        return self.tr("Unpin as baseline") if pinned else self.tr("Pin as baseline")

    def _branching(self) -> str:
        """Say where a branch would leave."""
        return self.tr("Branch at step {0}").format(whole(max(1, self._store.cursor)))

    def _shifts(self, at: int, by: int) -> bool:
        """Say whether a run can be moved up or down."""
        runs = self._store.experiment.runs
        return at < len(runs) and branching.shifted(runs, at, by) != runs

    def _colour_menu(self, run: Run, parent: QWidget) -> QMenu:
        menu = QMenu(self.tr("Colour and mark"), parent)
        names = self.tr("circle,square,triangle,diamond,triangle down,hexagon,cross,plus").split(",")
        for colour in range(COLOURS):
            action = QAction(swatch_icon(colour), names[colour], menu)
            action.setCheckable(True)
            action.setChecked(colour == run.colour)
            action.triggered.connect(lambda _=False, colour=colour: self._recolour(run, colour))
            menu.addAction(action)
        return menu

    def _recolour(self, run: Run, colour: int) -> None:
        changed = replace(run, colour=colour)
        self._store.edit_run(self._store.selected, changed, self.tr("colour of {0}").format(run.name))

    def _context_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if index.isValid():
            self._store.select(index.row())
        open_menu(self.run_menu(), self.list.viewport().mapToGlobal(at))

    def _edited(self, run: Run, what: str, dragging: bool) -> None:
        self._store.edit_run(self._store.selected, run, what, gesture=f"{self._store.selected} {what}")
        if not dragging:
            self._store.end_gesture()

    def _edited_metric(self, metric: Metric, what: str, dragging: bool) -> None:
        self._store.edit(what, replace(self._store.experiment, metric=metric), gesture=f"metric {what}")
        if not dragging:
            self._store.end_gesture()

    def _show(self) -> None:
        run = self._store.run
        self._count.setText(str(len(self._store.experiment.runs)))
        self.list.setMaximumHeight(self.list.wanted_height())
        self.list.setVisible(run is not None)
        self._scroll.setVisible(run is not None)
        self._empty.setVisible(run is None)
        self._rest.setVisible(run is None)
        if run is not None:
            self.form.show_run(run, self._store.experiment)
            self.form.point_at(self._store.cursor)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:  # rows may be higher now
            self.list.setMaximumHeight(self.list.wanted_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().bg)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme().border)


class _Rule(QWidget):
    """A line of one pixel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().border)


def free_colour(runs: tuple[Run, ...]) -> int:
    """Give the first colour that no run has."""
    taken = [run.colour for run in runs]
    return next(colour for colour in range(len(taken) + 1) if colour not in taken)


def swatch_icon(colour: int) -> QIcon:
    """Give a run colour's line and mark as an icon for menus."""
    pixmap = QPixmap(40, 32)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_swatch(painter, QRectF(1, 2, 18, 12), colour, theme())
    painter.end()
    return QIcon(pixmap)
