"""The presentation: the view alone on the whole screen, in large type, with nothing but the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from lrviz.ui import eyes, keymap, metrics, palette
from lrviz.ui.showing.stage import Stage, parts, titled_at

if TYPE_CHECKING:
    from lrviz.ui.controls.notice import Notice
    from lrviz.ui.window import Window

SEEN = "presented"
"""Where it is kept that a person was told the keys: once is enough."""
REST = 2000
"""Milliseconds without a move after which pointer and scrubber are hidden."""


class Hall(QWidget):
    """What is in sight: the views, below them the scrubber. Esc leaves, 1 to 9 show and hide runs."""

    def __init__(self, presentation: Presentation, parent: QWidget) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.setMouseTracking(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape:
            self._presentation.leave()
        elif plain and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            self._presentation.toggle_run(event.key() - Qt.Key.Key_1)
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._presentation.step(1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QEvent) -> None:
        self._presentation.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), palette.theme().surface)


class Presentation(QObject):
    """Takes the views out of the window's session onto the whole screen, and puts them back as they were.

    With a second screen it is there. All keys of the views act; a click on a plot's title shows that plot alone.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._shell = QStackedWidget(window)
        self._shell.hide()
        self._before = window.geometry(), window.windowState()
        self._hidden = False
        self._told: Notice | None = None
        self._alone: dict[str, str] = {}
        self._watched: list[QObject] = []
        self._resting = QTimer(self, singleShot=True, interval=REST)
        self._resting.timeout.connect(self._rest)
        window.stack.currentChanged.connect(self._settle)
        window.classroom.at_home_changed.connect(lambda home: self.leave() if home else None)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    @property
    def active(self) -> bool:
        """Whether a view is presented."""
        return self._shell.currentIndex() == 1

    def toggle(self) -> None:
        """Present the view in sight, or leave."""
        (self.leave if self.active else self.begin)()

    def begin(self) -> None:
        """Present the view in sight."""
        window = self._window
        if self.active or not window.pages:
            return
        if not self._shell.count():
            self._build()
        self._before = window.geometry(), window.windowState()
        bar = getattr(window.page, "metric_bar", None)
        if bar is not None:
            bar.put_away()
        self._hall.column.insertWidget(0, window.stack, 1)
        self._change_to(1)
        other = next((one for one in QGuiApplication.screens() if one is not window.screen()), None)
        if other is not None:
            window.setGeometry(other.geometry())
        window.showFullScreen()
        self._settle()
        self._show_pointer(True)
        if not QSettings().value(SEEN, False, bool):
            QSettings().setValue(SEEN, True)
            keys = self.tr(
                "Esc leaves, 1 to 9 show and hide runs, {0} and {1} show one pane alone, {2} flips the theme."
            )
            keys = keys.format(*(keymap.by(one) for one in ("part_before", "next_part", "flip_theme")))
            self._told = window.notices.say("info", self.tr("Presenting"), keys)

    def leave(self) -> None:
        """Put everything back as it was."""
        window = self._window
        if not self.active:
            return
        self._resting.stop()
        self._show_pointer(True)
        self._resting.stop()
        self._watch(())
        if self._told is not None:
            window.notices.drop(self._told)
            self._told = None
        palette.choose(palette.choice())
        self._change_to(0)
        window.arrangement.take_back(window.stack)
        overview = window.overview.page
        for page in (*window.pages.values(), *([overview] if overview is not None else [])):
            page.set_stage(Stage())
        geometry, state = self._before
        window.setWindowState(state)
        if not state & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen):
            window.setGeometry(geometry)
        window.arrangement.arrange()

    def step(self, by: int) -> None:
        """Show the next part of the figure alone, or the one before; after the last all of it.

        In the window the next panes are shown instead, where not all have room.
        """
        page = self._window.page
        corner = getattr(page, "corner", None)
        if not self.active and corner is not None:
            corner.in_room.turn(by)
        elif self.active and page is not None:
            keys = ["", *dict(parts(page.canvas.whole))]
            now = self._alone.get(page.key, "")
            self._show_alone(keys[((keys.index(now) if now in keys else 0) + by) % len(keys)])

    def toggle_run(self, index: int) -> None:
        """Show or hide a run, counted from 0."""
        if index < len(self._window.store.experiment.runs):
            eyes.toggle(self._window.store, index)

    def flip(self) -> None:
        """Change between light and dark: while presenting, only until that ends."""
        other = "light" if palette.theme().name == "dark" else "dark"
        if self.active:
            palette.use(palette.LIGHT if other == "light" else palette.DARK)
        else:
            palette.choose(other)

    def arrange(self) -> None:
        """Give type the size that the screen asks for."""
        page = self._window.page
        if not self.active or page is None:
            return
        side = round(metrics.S6 * self._times())
        self._hall.column.setContentsMargins(side, 0, side, side // 2)
        stage = Stage(self._times(), self._alone.get(page.key, ""), bare=True)
        if page.canvas.stage != stage:
            page.set_stage(stage)
        steps = self._window.bars.currentWidget() is self._window.transport
        source = self._window.transport.scrubber if steps else self._window.quantity_bar.slider
        self._scrub_bar.follow(source, stage, self._ends(stage))
        self._scrub_bar.setHidden(page.key == "finder")

    def _build(self) -> None:
        """Put what was the whole window into a stack, behind what is presented."""
        from lrviz.ui.panels.scrub_bar import ScrubBar

        window = self._window
        window.takeCentralWidget()
        self._hall = Hall(self, window)
        self._scrub_bar = ScrubBar(window.transport, window.quantity_bar, self._hall)
        self._hall.column.addWidget(self._scrub_bar)
        self._shell.addWidget(window.front)
        self._shell.addWidget(self._hall)
        window.setCentralWidget(self._shell)
        self._shell.show()
        window.front.show()

    def _change_to(self, index: int) -> None:
        self._shell.setCurrentIndex(index)
        self._window.stack.show()

    def _settle(self, *_: object) -> None:
        """Present the view that is in sight now."""
        page = self._window.page
        if self.active and page is not None:
            self.arrange()
            viewport = getattr(page.canvas, "viewport", None)
            self._watch((self._hall, page, page.canvas, *([viewport()] if viewport else []), self._scrub_bar))
            page.canvas.setFocus()

    def _show_alone(self, key: str) -> None:
        page = self._window.page
        if page is not None:
            self._alone[page.key] = key
            self.arrange()

    def _times(self) -> float:
        width, height = self._hall.width(), self._hall.height()
        share = min(width / metrics.PRESENTED_ON[0], height / metrics.PRESENTED_ON[1])
        return max(metrics.PRESENTED_LEAST, min(metrics.PRESENTED * share, metrics.PRESENTED_MOST))

    def _ends(self, stage: Stage) -> tuple[float, float]:
        """Give how far the plots end from the left and the right edge."""
        page = self._window.page
        areas = page.canvas.sheet.areas if page is not None else ()
        columns = page.canvas.figure.columns if page is not None else 1
        if page is None or not areas or columns > 1:
            side = metrics.S4 * stage.times
            return side, 6 * side
        return areas[0].left(), page.canvas.width() - areas[0].right()

    # the pointer

    def _watch(self, things: tuple[QObject, ...]) -> None:
        for thing in self._watched:
            thing.removeEventFilter(self)
        self._watched = list(things)
        for thing in self._watched:
            thing.installEventFilter(self)
            if isinstance(thing, QWidget):
                thing.setMouseTracking(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseMove | QEvent.Type.MouseButtonPress | QEvent.Type.Wheel:
                self._show_pointer(True)
            case QEvent.Type.MouseButtonRelease if isinstance(event, QMouseEvent):
                self._click(watched, event)
            case _:
                pass
        return False

    def _click(self, watched: QObject, event: QMouseEvent) -> None:
        """Show a plot alone whose title is clicked, or all again."""
        page = self._window.page
        canvas = page.canvas if page is not None else None
        if canvas is None or watched not in (canvas, getattr(canvas, "viewport", lambda: None)()):
            return
        key = titled_at(canvas.sheet, QPointF(event.position()))
        if key and event.button() == Qt.MouseButton.LeftButton:
            self._show_alone("" if self._alone.get(page.key if page is not None else "") else key)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Show the pointer where the keys are for something else than what is presented: a dialog, or the palette."""
        if self.active and now is not None and not self._hall.isAncestorOf(now):
            self._show_pointer(True)

    def _rest(self) -> None:
        """Hide what isn't used, unless something stands over the views: it would be looked for in vain there."""
        focused = QApplication.focusWidget()
        if focused is None or self._hall.isAncestorOf(focused):
            self._show_pointer(False)
        else:
            self._resting.start()

    def _show_pointer(self, shown: bool) -> None:
        """Show pointer and scrubber until they rest, or hide them."""
        self._scrub_bar.reveal(shown)
        if shown != (not self._hidden):
            self._hidden = not shown
            if shown:
                QApplication.restoreOverrideCursor()
            else:
                QApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)
        if shown:
            self._resting.start()
