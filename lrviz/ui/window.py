"""The window: top bar, sidebar, views, transport and dock, and what they do together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from lrviz.catalog.models.own_model import OwnModel
from lrviz.experiment import Experiment
from lrviz.modelfile import ModelFileError
from lrviz.run import Run
from lrviz.ui import keymap, leaving, metrics
from lrviz.ui.access import tabbing
from lrviz.ui.arrangement import Arrangement
from lrviz.ui.arriving.dropping import Dropping
from lrviz.ui.arriving.incoming import Incoming
from lrviz.ui.arriving.sending import Sending
from lrviz.ui.arriving.session_files import SessionFiles
from lrviz.ui.arriving.tables import Tables
from lrviz.ui.aside import Aside
from lrviz.ui.choices.knowing import Knowing
from lrviz.ui.compared.pinned import Pinned
from lrviz.ui.compared.reckoning import Reckoning
from lrviz.ui.explaining import Explaining
from lrviz.ui.find.seeker import Seeker
from lrviz.ui.lesson.classroom import Classroom
from lrviz.ui.linting import Linting
from lrviz.ui.notices import Notices
from lrviz.ui.pages.furnishing import Furnishing
from lrviz.ui.panels.dock import Dock
from lrviz.ui.panels.quantity_bar import QuantityBar
from lrviz.ui.panels.sidebar import Sidebar
from lrviz.ui.panels.top_bar import TopBar
from lrviz.ui.panels.transport import Transport
from lrviz.ui.past.hindsight import Hindsight
from lrviz.ui.racing.detour import Detour
from lrviz.ui.racing.races import Races
from lrviz.ui.racing.scanning import Scanning
from lrviz.ui.remedies import Remedies
from lrviz.ui.showing.copying import Copying
from lrviz.ui.showing.overview import Overview
from lrviz.ui.showing.presentation import Presentation
from lrviz.ui.speech.retelling import Retelling
from lrviz.ui.speech.saying import reason
from lrviz.ui.speech.spoken import noop
from lrviz.ui.store import Store

if TYPE_CHECKING:
    from lrviz.ui.choices.habits import Habits
    from lrviz.ui.pages.finder_page import FinderPage
    from lrviz.ui.pages.gradients_page import GradientsPage
    from lrviz.ui.pages.ground_page import GroundPage
    from lrviz.ui.pages.page import Page
    from lrviz.ui.panels.problem_dialog import ProblemDialog
    from lrviz.ui.recovery.comeback import Comeback
    from lrviz.ui.showing.overview_page import OverviewPage

    AnyPage = Page | GroundPage | FinderPage | GradientsPage
    Shown = AnyPage | OverviewPage

VIEWS = (
    ("schedule", noop("View", "Schedule")),
    ("loss", noop("View", "Loss")),
    ("landscape", noop("View", "Landscape")),
    ("training", noop("View", "Training")),
    ("finder", noop("View", "LR finder")),
    ("gradients", noop("View", "Gradients")),
)
WATCHED = ("landscape", "gradients")
"""Views in which a race is watched too: others give way to Training."""


class Window(QMainWindow):
    """Everything a person sees; it holds widgets and no truth of its own."""

    furnished = Signal()
    """The views are there. Plots are imported after the first paint, so that the window never waits for them."""

    paged = Signal(str)
    """The page of this view is there."""
    viewed = Signal(str)
    """Another view is in sight."""

    def __init__(self, store: Store, races: Races) -> None:
        super().__init__()
        self.store, self.races = store, races
        self.scanning = Scanning(store, self)
        self.setMinimumSize(*metrics.WINDOW_LEAST)
        self.pages: dict[str, AnyPage] = {}
        self.ground: GroundPage | None = None
        self.finder: FinderPage | None = None
        self.stack = QStackedWidget(self)
        titles = [(key, QCoreApplication.translate("View", title)) for key, title in VIEWS]
        self.top = TopBar(store, races, titles, self)
        self.sidebar = Sidebar(store, self)
        self.transport = Transport(store, races, self)
        self.quantity_bar = QuantityBar(store, self)
        self.bars = QStackedWidget(self)
        self.bars.addWidget(self.transport)
        self.bars.addWidget(self.quantity_bar)
        self.bars.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.aside = Aside(self)
        self.linting = Linting(store, races, self.aside, self)
        self.dock = Dock(store, self, aside=self.aside)
        self.remedies = Remedies(self)
        self.explaining = Explaining(self)
        self.knowing = Knowing(self)
        self.files = SessionFiles(store, races, self)
        self.incoming = Incoming(store, self.aside, self)
        self.notices = Notices(self.stack)
        self.sending = Sending(self)
        self.detour = Detour(store, races, self.notices, self)
        self.bare_keys: dict[str, Callable[[], object]] = {}
        self._painted = False
        self.arrangement = Arrangement(self)
        self.front = QStackedWidget(self)  # the session, or the page of lessons in front of it
        self.front.addWidget(self.arrangement.session)
        self.setCentralWidget(self.front)
        self.classroom = Classroom(self)
        Retelling(self)
        self.seeker = Seeker(self)
        self.tables = Tables(self)
        self.dropping = Dropping(self)
        self.hindsight = Hindsight(self)
        self.furnishing = Furnishing(self)
        self.comeback: Comeback | None = None
        self.habits: Habits | None = None
        self.presentation = Presentation(self)
        self.pinned = Pinned(store, self)
        self.reckoning = Reckoning(self)
        self.copying = Copying(self)
        self.overview = Overview(self)
        self._connect()
        self.top.show_view(VIEWS[0][0])

    def _connect(self) -> None:
        self.top.views.chosen.connect(self.show_view)
        self.top.race.clicked.connect(self.race)
        self.sidebar.previewed.connect(self._preview)
        self.transport.branch_wanted.connect(self.sidebar.branch_run)
        self.sidebar.deleted.connect(self._say_deleted)
        self.sidebar.problem_wanted.connect(self.edit_problem)
        self.sidebar.presets_wanted.connect(self.offer_presets)
        self.sidebar.list.runs.refused.connect(lambda title, text: self.notices.say("error", title, text))
        self.dock.code.script_wanted.connect(self.files.export_script)
        self.dock.code.copied.connect(self._say_copied)
        self.files.said.connect(self.notices.say)
        self.files.code_wanted.connect(self.incoming.take_file)
        self.files.changed_outside.connect(self._offer_reload)
        self.incoming.said.connect(self.notices.say)
        self.incoming.added.connect(self._show_added)
        self.dock.code.drawn.connect(self.incoming.offer_plan)
        self.sidebar.paste_wanted.connect(self.incoming.paste)
        self.races.said.connect(self.notices.say)
        self.races.agreement_wanted.connect(self.ask_to_execute)
        self.scanning.progressed.connect(self.sidebar.list.viewport().update)
        self.linting.changed.connect(lambda: self.dock.show_findings(self.linting.judged, self.linting.steps))
        self.scanning.progressed.connect(self.sidebar.form.show_known)
        self.store.opened.connect(self.races.forget)
        self.store.renamed.connect(self.races.rename)
        self.store.opened.connect(self.notices.clear)
        self.store.changed.connect(self._forget_runs)
        self._forget_runs()
        self.store.named.connect(self._title)
        self._title()

    @property
    def view(self) -> str:
        """The key of the view in sight."""
        return self.top.views.choice

    @property
    def page(self) -> Shown | None:
        """The page in sight, once the window is furnished."""
        return self.overview.page if self.overview.shown else self.pages.get(self.view)

    def show_view(self, key: str) -> None:
        """Show another view; the cursor and the selection stay."""
        self.classroom.go_to_session()
        self.top.show_view(key)
        self.lead()
        self.viewed.emit(key)

    def lead(self) -> None:
        """Let every part be about the view in sight, with its page where that is made."""
        key, page = self.view, self.pages.get(self.view)
        part: Literal["schedule", "loss"] = "loss" if key == "loss" else "schedule"
        self.sidebar.lead(part)
        self.sidebar.ground.setVisible(key == "landscape")
        self.sidebar.finder.setVisible(key == "finder")
        self.bars.setVisible(key != "finder")
        self.sidebar.list.tell({})
        self.arrangement.make_room(key)
        self.dock.lead(key)
        self.dock.code.lead(part)
        if page is not None:
            self.bars.setCurrentWidget(self.transport if page.along == "steps" else self.quantity_bar)
            self.stack.setCurrentWidget(page)
            self.arrangement.arrange()
            self.reckoning.want()

    def race(self) -> None:
        """Race the visible runs, or pause or resume the race under way, and watch it."""
        self.transport.play_or_pause()
        if self.races.active and self.view not in WATCHED and not self.overview.shown:
            self.show_view("training")

    def move_cursor(self, updates: float, share: float) -> None:
        """Move the cursor of the view in sight: by updates, or along a loss's quantity by a share of the way across."""
        if self.page is not None and self.page is self.finder:
            self.finder.move_cursor(updates, share)
        elif self.bars.currentWidget() is self.transport:
            self.transport.take_cursor(self.store.cursor + updates)
        else:
            self.store.look(self.store.at + share)

    def bring_into_sight(self, update: int) -> None:
        """Show all of the plan where the view in sight leaves an update of it out."""
        look = getattr(self.page, "bring_into_sight", None)
        if look is not None:
            look(update)

    def propose(self, run: Run | None) -> None:
        """Draw over the schedules what a fix would make of a run; None takes it away."""
        page = self.pages.get("schedule")
        if isinstance(page, QWidget) and hasattr(page, "propose"):
            page.propose(run)

    def edit_problem(self) -> ProblemDialog:
        """Open the form of problem, model and plan, and give it."""
        from lrviz.ui.panels.problem_dialog import ProblemDialog

        dialog = ProblemDialog(self.store, self.races, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.explaining.listen(dialog)
        dialog.form.card_wanted.connect(self.explaining.explain)
        dialog.open()
        return dialog

    def offer_presets(self) -> None:
        """Open the list of presets: their runs can be added here, or one opened with its plan."""
        from lrviz.ui.panels.preset_dialog import PresetDialog

        dialog = PresetDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.added.connect(self.sidebar.add_preset)
        dialog.opened.connect(self.files.open_preset)
        dialog.open()

    def ask_to_execute(self, experiment: Experiment, paused: bool) -> None:
        """Ask whether the file of a person's own model may be executed, and race when it may."""

        def race() -> None:
            self.races.start(experiment, paused=paused)
            self.show_view("training")

        self.ask_before(experiment, race)

    def ask_before(self, experiment: Experiment, act: Callable[[], object]) -> None:
        """Ask whether the file of a person's own model may be executed, and act when it may."""
        from lrviz.ui.choices import agreement

        model = experiment.problem.model
        if not isinstance(model, OwnModel):
            return
        try:
            box = agreement.question(model.source, self)
        except ModelFileError as error:
            self.notices.say("error", self.tr("The model can’t be raced"), f"{reason(error)}.")
            return
        consent = model.source.consent

        def agree() -> None:
            agreement.agree(consent)
            act()

        box.accepted.connect(agree)
        box.open()

    def _preview(self, run: Run | None) -> None:
        if self.page is not None:
            self.page.preview(run)

    def _show_added(self) -> None:
        """Show the code of a run that came in, and what it leaves open."""
        self.classroom.go_to_session()
        self.dock.show()
        self.dock.reveal("code")
        self.arrangement.arrange()
        self.dock.code.ask()

    def _say_deleted(self, name: str, branches: int) -> None:
        """Say what went with a run that was deleted."""
        if branches:
            title = self.tr("{0} and its branches ({1}) are deleted").format(name, branches)
            self.notices.say("info", title, self.tr("{0} brings them back.").format(keymap.by("undo")))

    def _forget_runs(self) -> None:
        """Take away what is said of runs that are no longer there."""
        self.notices.keep_to(run.name for run in self.store.experiment.runs)

    def _offer_reload(self, path: Path) -> None:
        title = self.tr("{0} was changed by another program").format(path.name)
        text = self.tr("Reloading shows what it holds now; undoing brings back what is open.")
        self.notices.say("warning", title, text, self.tr("Reload"), self.files.reload)

    def _say_copied(self, name: str) -> None:
        self.notices.say("info", self.tr("The code of {0} is on the clipboard").format(name), "")

    def _title(self) -> None:
        name = self.store.path.name if self.store.path is not None else self.store.name or self.tr("First open")
        self.setWindowTitle(f"{name}[*] – lrviz")
        self.setWindowModified(self.store.modified)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrangement.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.furnishing.begin)

    def focusNextPrevChild(self, on: bool) -> bool:
        return tabbing.go(self, tabbing.along(self), on=on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self.bare_keys.get(keymap.portable_of(event.keyCombination()))
        if act is None or self.classroom.at_home:
            super().keyPressEvent(event)
        else:
            act()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.dock.code.recolour()
        elif event.type() == QEvent.Type.StyleChange and self.pages:  # text may have another size
            self.arrangement.arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.dock.code.finish()
        if not leaving.may_close(self):
            event.ignore()
            return
        self.end()
        event.accept()

    def end(self) -> None:
        """Stop all that goes on, and leave no process behind; what a launch brings back is written."""
        self.presentation.leave()
        self.furnishing.stop()
        self.classroom.end()
        if self.habits is not None:
            self.habits.keep()
        self.aside.close()
        self.races.close()
        self.scanning.end()
        if self.comeback is not None:
            self.comeback.close()
