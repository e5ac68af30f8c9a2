"""The classroom: the page of lessons in front of the session, and the lesson that is gone through beside it."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout

from lrviz.errors import LrvizError
from lrviz.files import write_whole
from lrviz.ui import metrics
from lrviz.ui.arriving import folders, recent, saving
from lrviz.ui.arriving.presence import look
from lrviz.ui.controls.drawing import px
from lrviz.ui.lesson.shelf import Shelf
from lrviz.ui.lesson.written import SUFFIX, Written, own, read_through
from lrviz.ui.speech import language
from lrviz.ui.speech.saying import reason

if TYPE_CHECKING:
    from lrviz.ui.home.home import Home
    from lrviz.ui.lesson.player import Own, Player
    from lrviz.ui.panels.lesson_panel import LessonPanel
    from lrviz.ui.window import Window


class Classroom(QObject):
    """Opens and closes lessons for the window; what is in the session is the player's to change."""

    at_home_changed = Signal(bool)
    playing_changed = Signal(bool)

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.top.home_wanted.connect(self.go_home)
        window.files.leaving.connect(self.leave)
        window.files.lesson_wanted.connect(self.open_file)
        window.store.opened.connect(self.go_to_session)

    # what is here is imported and made once the window is painted: nobody waits for it

    @cached_property
    def player(self) -> Player:
        """Takes a person through a lesson."""
        from lrviz.ui.lesson.player import Player

        made = Player(self._window, self)
        made.opened.connect(self._show_panel)
        made.ended.connect(self._hide_panel)
        made.went.connect(self.go_to_session)
        return made

    @cached_property
    def panel(self) -> LessonPanel:
        """Shows where the player is."""
        from lrviz.ui.panels.lesson_panel import LessonPanel

        made = LessonPanel(self.player, self._window.store, self._window.races, self._window)
        made.hide()
        made.closed.connect(self.leave)
        made.finished.connect(self.finish)
        self._window.arrangement.desk.addWidget(made)
        return made

    @cached_property
    def home(self) -> Home:
        """The page of lessons."""
        from lrviz.ui.home.home import Home

        window = self._window
        made = Home(Shelf(window.aside, self), window.aside, window.store, window)
        made.lesson_wanted.connect(self.open)
        made.preset_wanted.connect(window.files.open_preset)
        made.presets_wanted.connect(window.offer_presets)
        made.file_wanted.connect(self.open_recent)
        made.paste_wanted.connect(window.incoming.paste)
        made.new_wanted.connect(window.files.new)
        made.open_wanted.connect(window.files.open)
        made.find_wanted.connect(window.seeker.toggle)
        made.settings_wanted.connect(window.knowing.settings)
        made.clear_wanted.connect(self.forget_recent)
        made.left.connect(self.go_to_session)
        made.language_chosen.connect(language.keep)
        window.front.addWidget(made)
        return made

    modules = (
        "lrviz.teaching.claims",
        "lrviz.ui.lesson.player",
        "lrviz.ui.panels.lesson_panel",
        "lrviz.ui.home.home",
    )
    """What is to be imported before the player, the panel and the page are made."""

    def furnish(self) -> None:
        """Make the player, the panel and the page, each in a turn of the event loop of its own."""
        for make in ("player", "panel", "home"):
            QTimer.singleShot(0, self, partial(getattr, self, make))

    @property
    def at_home(self) -> bool:
        """Whether the page of lessons is in sight."""
        return self._window.front.currentIndex() > 0

    @property
    def playing(self) -> bool:
        """Whether a lesson is open."""
        return "player" in self.__dict__ and self.player.playing

    @property
    def own(self) -> Own | None:
        """The person's own session while a lesson is in its place."""
        return self.player.own if self.playing else None

    def go_home(self) -> None:
        """Show the page of lessons."""
        self._window.front.setCurrentWidget(self.home)
        self._window.notices.stand_over(self.home)
        self.home.come()
        self.at_home_changed.emit(True)

    def go_to_session(self) -> None:
        """Show the session again."""
        if not self.at_home:
            return
        self._window.front.setCurrentIndex(0)
        self._window.notices.stand_over(self._window.stack)
        self.at_home_changed.emit(False)
        self.playing_changed.emit(self.playing)

    def go_home_or_back(self) -> None:
        """Show the page of lessons, or the session where that is in sight."""
        (self.go_to_session if self.at_home else self.go_home)()

    def open(self, one: Written) -> None:
        """Go through a lesson, from where it was left."""
        self.player.open(one)

    def open_file(self, path: Path) -> None:
        """Go through the lesson in a file, or say why it can't be read."""
        act = partial(read_through, own(path))
        self._window.aside.ask("lesson", act, self._take)

    def _take(self, one: Written) -> None:
        if one.lesson is None:
            title = self.tr("{0} can’t be opened").format(one.path.name)
            why = one.why.removeprefix(f"{one.path.name} can’t be opened: ")  # the title says that
            text = self.tr("{0}. Your open session is untouched.").format(why[:1].upper() + why[1:].rstrip("."))
            self._window.notices.say("error", title, text)
            return
        recent.remember(one.path)
        folders.remember("folder", one.path)
        self.player.open(one)

    def next(self) -> None:
        """Go to the next step, or finish the lesson after the last."""
        self.panel.next()

    def back(self) -> None:
        """Go to the step before."""
        self.player.go(self.player.step - 1)

    def leave(self) -> None:
        """Close the lesson and bring the person's own session back."""
        if self.playing:
            self.player.leave()

    def finish(self) -> None:
        """Mark the lesson as gone through, and show what else there is."""
        self.player.finish()
        self.go_home()

    def write(self) -> None:
        """Save the session as the beginning of a lesson, and open that."""
        from lrviz.teaching.skeleton import skeleton

        title, kinds = self.tr("Write a lesson"), self.tr("Lessons (*.toml)")
        path = saving.ask(self._window, title, f"lesson{SUFFIX}", kinds, SUFFIX)
        if path is None:
            return
        try:
            write_whole(path, skeleton(self._window.store.experiment, path.stem).encode())
        except (LrvizError, OSError) as error:
            self._window.notices.say("error", self.tr("{0} wasn’t written").format(path.name), f"{reason(error)}.")
            return
        self.open_file(path)

    def arrange(self) -> None:
        """Put the lesson beside the session, or below it where the window is narrow."""
        narrow = self._window.width() < px(metrics.NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._window.arrangement.desk.direction() != way:
            self._window.arrangement.desk.setDirection(way)
        if "panel" in self.__dict__:
            self.panel.stand(upright=not narrow)

    @property
    def height(self) -> int:
        """How much of the window's height a lesson below the session takes."""
        below = self._window.arrangement.desk.direction() == QBoxLayout.Direction.TopToBottom
        return self.panel.minimumHeight() if below and self.playing else 0

    def end(self) -> None:
        """Stop what goes on here: the window closes."""
        if self.playing:
            self.player.stop()

    def _show_panel(self) -> None:
        self.panel.show()
        self._window.arrangement.arrange()
        self.playing_changed.emit(True)

    def _hide_panel(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.panel.isAncestorOf(focused):
            self._window.setFocus(Qt.FocusReason.OtherFocusReason)  # else Qt moves it on as if by the Tab key
        self.panel.hide()
        self._window.arrangement.arrange()
        self.playing_changed.emit(False)

    def open_recent(self, path: Path) -> None:
        """Open a file that was open before, or forget it where it is gone."""
        there = look(path)
        if there:
            self._window.files.open(path)
            return
        if there is None:
            title = self.tr("The folder of {0} doesn’t answer").format(path.name)
            self._window.notices.say(
                "warning", title, self.tr("{0} may be on a drive that is away.").format(path.parent)
            )
            return
        recent.forget(path)
        self._window.notices.say("info", self.tr("{0} is no longer there").format(path.name), str(path.parent))
        self.home.show_recent()

    def forget_recent(self) -> None:
        """Remember no file that was open before."""
        recent.clear()
        self.home.show_recent()
