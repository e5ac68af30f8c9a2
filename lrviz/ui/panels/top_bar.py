"""The top bar: the session and its menu, the views, undo and redo, export, device and Race."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QActionGroup, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from lrviz.events import DeviceInfo
from lrviz.ui import keymap, metrics
from lrviz.ui.choices import settings
from lrviz.ui.controls.below import below
from lrviz.ui.controls.button import Button, IconButton
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.menu import open_menu
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.find.field import FindField
from lrviz.ui.palette import theme
from lrviz.ui.past import steps
from lrviz.ui.racing.races import Races
from lrviz.ui.speech.spoken import joined
from lrviz.ui.store import Store


class TopBar(QWidget):
    """One row; what its buttons do is the window's."""

    session_menu_wanted = Signal(QPoint)
    export_menu_wanted = Signal(QPoint)
    home_wanted = Signal()

    def __init__(self, store: Store, races: Races, views: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._races, self._titles = store, races, views
        self.setFixedHeight(round(metrics.TOP_BAR * max(1.0, metrics.scale())))
        self.home = IconButton("chart-spline", self.tr("Lessons"), action="lessons", parent=self)
        self.session = Button("", icon="chevron-down", kind="ghost", parent=self)
        self.views = Segmented(views, name=self.tr("View"), parent=self)
        self.one_view = Button("", icon="chevron-down", parent=self)
        self.find_field = FindField(self)
        self.undo = IconButton("undo-2", self.tr("Undo"), action="undo", parent=self)
        self.redo = IconButton("redo-2", self.tr("Redo"), action="redo", parent=self)
        self.export = IconButton("share", self.tr("Export"), action="picture", parent=self)
        self.device = Button("", icon="chevron-down", kind="ghost", parent=self)
        self.race = Button("", icon="play", kind="primary", parent=self)
        self._lay_out()
        self.home.clicked.connect(self.home_wanted)
        self.session.clicked.connect(lambda: self.session_menu_wanted.emit(below(self.session)))
        self.one_view.clicked.connect(lambda: open_menu(self.view_menu(), below(self.one_view)))
        self.export.clicked.connect(lambda: self.export_menu_wanted.emit(below(self.export)))
        settings.changes.changed.connect(self._show)
        self.device.clicked.connect(lambda: open_menu(self.device_menu(), below(self.device)))
        self.undo.clicked.connect(store.undo)
        self.redo.clicked.connect(store.redo)
        for signal in (
            store.history.indexChanged,
            store.named,
            races.state_changed,
            races.ready_changed,
            keymap.changes.changed,
        ):
            signal.connect(self._show)
        store.changed.connect(self._offer_race)
        self._show()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.S2, 0, metrics.S3, 0)
        row.setSpacing(metrics.S1)
        row.addWidget(self.home)
        row.addWidget(self.session)
        row.addStretch(1)
        row.addWidget(self.find_field)
        row.addSpacing(metrics.S1)
        for widget in (self.undo, self.redo, self.export, self.device):
            row.addWidget(widget)
        row.addSpacing(metrics.S1)
        row.addWidget(self.race)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.find_field.make_narrow(self.width() < px(metrics.NARROW))
        self._centre()

    def show_view(self, key: str) -> None:
        """Show a view as the one in sight; nothing is sent."""
        self.views.show_choice(key)
        title = dict(self._titles)[key]
        self.one_view.setText(title)
        self.one_view.setAccessibleName(self.tr("View: {0}").format(title))
        self._centre()

    def view_menu(self) -> QMenu:
        """Give the views as a menu, for a bar too narrow to hold them side by side."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for key, title in self._titles:
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(key == self.views.choice)
            action.triggered.connect(lambda _=False, key=key: self.views.chosen.emit(key))
            group.addAction(action)
        return menu

    def _centre(self) -> None:
        """Put the views in the middle of the gap between both ends, or one button for all where they don't fit."""
        row = self.layout()
        if row is not None:
            row.activate()  # a name that changed moves what stands beside it
        left = self.session.geometry().right() + metrics.S4
        right = self.find_field.geometry().left() - metrics.S4
        fit = self.views.sizeHint().width() <= right - left
        self.views.setVisible(fit)
        self.one_view.setVisible(not fit)
        shown = self.views if fit else self.one_view
        shown.adjustSize()
        x = max(left, min((self.width() - shown.width()) // 2, right - shown.width()))
        shown.move(x, (self.height() - shown.height()) // 2)

    def device_menu(self) -> QMenu:
        """Give the devices a race can run on; the absent ones say why."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        if not self._races.devices:
            menu.addAction(self.tr("torch is being loaded …")).setEnabled(False)
        for info in self._races.devices:
            text = f"{info.name}  ·  {info.missing or info.label}"
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(info.name == self._races.device)
            action.setEnabled(not info.missing)
            action.triggered.connect(lambda _=False, info=info: self._choose(info))
            group.addAction(action)
        return menu

    def _choose(self, info: DeviceInfo) -> None:
        self._races.choose(info)
        self._show()

    def _show(self) -> None:
        races, tr = self._races, self.tr
        name = self._store.path.stem if self._store.path is not None else self._store.name or tr("First open")
        self.session.setText(name + (" •" if self._store.modified else ""))
        self.session.setToolTip(tr("{0}: open, save, new").format(self._store.path or name))
        back, forth = steps.back(self._store), steps.forth(self._store)
        self.undo.setEnabled(bool(back))
        self.redo.setEnabled(bool(forth))
        undo = tr("Undo: {0}; right click for all steps").format(back) if back else tr("Undo")
        self.undo.setToolTip(keymap.told(undo, "undo"))
        self.redo.setToolTip(keymap.told(tr("Redo: {0}").format(forth) if forth else tr("Redo"), "redo"))
        words = {"running": tr("Pause"), "paused": tr("Resume"), "done": tr("Race again")}
        self.race.setText(words.get(races.state, tr("Race")))
        self.race.setIconName("pause" if races.state == "running" else "play")
        self._offer_race()
        self.device.setText(tr("auto") if races.device == "auto" else races.device)
        self.device.setAccessibleName(tr("Device: {0}").format(races.device))
        self.device.setToolTip(tr("Where races run: {0}").format(self._device_label()))
        self._centre()

    def _offer_race(self) -> None:
        """Let a race be started where there is something to race; say what, or why not."""
        why = self._races.why_not(self._store.experiment)
        self.race.setEnabled(not why)
        waiting = "" if self._races.ready else self.tr(". torch is still being loaded; the race starts when it is")
        self.race.setToolTip(why or joined("", (self._races_what(), waiting)))

    def _races_what(self) -> str:
        """Say what Race trains."""
        experiment = self._store.experiment
        if any(run.branch is not None for run in experiment.runs):
            names = self._races.trained_by(experiment)
            if len(names) < sum(run.visible for run in experiment.runs):
                text = self.tr("Train {0}; the results of the others stay").format(", ".join(names))
                return keymap.told(text, "race")
        return keymap.told(self.tr("Train every visible run side by side"), "race")

    def _device_label(self) -> str:
        device = self._races.device
        known = next((info.label for info in self._races.devices if info.name == device), device)
        return self.tr("auto") if known == "auto" else known

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = theme(), QPainter(self)
        painter.fillRect(self.rect(), tokens.bg)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.border)
