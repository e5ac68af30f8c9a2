"""The player: takes a person through a lesson in the real window, step by step, and brings their own session back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from lrviz.experiment import Experiment
from lrviz.teaching.lesson import Lesson, Scene, Step
from lrviz.ui.lesson import bookmarks
from lrviz.ui.lesson.places import Places
from lrviz.ui.lesson.preview import Preview
from lrviz.ui.lesson.racing import all_raced, is_racing
from lrviz.ui.lesson.spotlight import Spotlight
from lrviz.ui.lesson.trial import Trial
from lrviz.ui.lesson.written import Written
from lrviz.ui.speech.language import language
from lrviz.ui.store import Session

if TYPE_CHECKING:
    from lrviz.ui.window import Window


class Own(NamedTuple):
    """The person's own session, while a lesson is in the window, and the view it was seen in."""

    session: Session
    view: str


class Player(QObject):
    """Holds which lesson is open and at which step; what is seen of a step is asked of the window.

    Changes of a scene's experiment are kept while the lesson is open, and nowhere else.
    """

    opened = Signal()
    """A lesson is there, where none was or another one."""
    went = Signal()
    """Another step is shown, or the same one anew."""
    ended = Signal()

    def __init__(self, window: Window, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._store = window, window.store
        self.one: Written | None = None
        self.step = 0
        self.why = ""
        """Why the file as it is now can't be read; what was read of it before is shown on."""
        self._own: Own | None = None
        self._scene = ""
        self._tried: dict[str, Experiment] = {}
        self._lending = False
        self.places = Places(window)
        self.spotlight = Spotlight(self.places, window)
        self.trial = Trial(window.store, window.races, self)
        self.preview = Preview(window.aside, self)
        self.preview.read.connect(self._follow)
        window.store.opened.connect(self._another_session)
        window.races.state_changed.connect(self._race_changed)

    @property
    def playing(self) -> bool:
        """Whether a lesson is open."""
        return self.one is not None

    @property
    def lesson(self) -> Lesson | None:
        """The lesson that is open."""
        return self.one.lesson if self.one is not None else None

    @property
    def count(self) -> int:
        """How many steps the lesson has; the last one is what was measured."""
        return len(self.lesson.steps) + 1 if self.lesson is not None else 0

    @property
    def shown(self) -> Step | None:
        """The step that is shown; None where it is what was measured."""
        lesson = self.lesson
        return lesson.steps[self.step] if lesson is not None and self.step < len(lesson.steps) else None

    @property
    def scene(self) -> Scene | None:
        """The scene of the step that is shown."""
        lesson = self.lesson
        if lesson is None:
            return None
        named = [step.scene for step in lesson.steps[: self.step + 1] if step.scene]
        return next((scene for scene in lesson.scenes if named and scene.name == named[-1]), lesson.scenes[0])

    @property
    def changed(self) -> bool:
        """Whether the person has changed the scene's experiment."""
        return self.scene is not None and self._store.experiment != self.scene.experiment

    @property
    def own(self) -> Own | None:
        """The person's own session, which comes back when the lesson is left."""
        return self._own

    @property
    def session(self) -> str:
        """What the person's own session is called."""
        own = self.own
        if own is None:
            return ""
        session = own.session
        return session.path.stem if session.path is not None else session.name or self.tr("First open")

    def open(self, one: Written) -> None:
        """Go through a lesson from where it was left, in place of one before.

        The person's own session comes back with its history when it is left, and after a crash too: nobody is asked.
        """
        if one.lesson is None:
            return
        if self._own is None:
            self._own = Own(self._store.session, self._window.view)
        self.one, self.why = one, ""
        self._scene, self._tried = "", {}
        self.step = min(bookmarks.left_at(one.key), self.count - 1)
        self.preview.watch(one)
        self.opened.emit()
        self.go(self.step)

    def go(self, step: int) -> None:
        """Show a step."""
        if self.one is None or not 0 <= step < self.count:
            return
        self.step = step
        bookmarks.leave_at(self.one.key, step)
        self._show()
        self.went.emit()

    def put_back(self) -> None:
        """Make the experiment what the scene says, in one undo step."""
        if self.scene is not None:
            self._store.edit(self.tr("the lesson’s own experiment"), self.scene.experiment)

    def finish(self) -> None:
        """Note that the lesson was gone through, and close it."""
        if self.one is not None:
            bookmarks.finish(self.one.key)
            self.leave()

    def leave(self) -> None:
        """Close the lesson and bring the person's own session back as it was."""
        own = self._own
        self._close()
        if own is not None:
            self._store.take_up(own.session)
            self._window.show_view(own.view)

    def stop(self) -> None:
        """Let nothing go on."""
        self.preview.stop()
        self.spotlight.point_at(())
        self.trial.watch("")

    def _close(self) -> None:
        if self.playing:
            self.stop()
            self.one, self._own = None, None
            self.ended.emit()

    def _show(self) -> None:
        step, scene = self.shown, self.scene
        if scene is not None:
            self._enter(scene)
        self.trial.watch(step.until if step is not None else "")
        if step is None or self.lesson is None:
            self.spotlight.point_at(())
            return
        views = [one.view for one in self.lesson.steps[: self.step + 1] if one.view is not None]
        view = views[-1] if views else "schedule"
        if view in self._window.top.views.keys():  # noqa: SIM118 - it is no mapping
            self._window.show_view(view)
        self._select(step.run)
        if step.race:
            self._race_first()
        if step.cursor is not None:
            self._window.transport.take_cursor(step.cursor)
        self.spotlight.point_at(step.highlight)

    def _enter(self, scene: Scene) -> None:
        """Put a scene's experiment in the window, as the person left it."""
        if scene.name == self._scene:
            return
        if self._scene:
            self._tried[self._scene] = self._store.experiment
        self._scene = scene.name
        self._lend(self._tried.get(scene.name, scene.experiment))

    def _lend(self, experiment: Experiment) -> None:
        title = self.lesson.title.said(language()) if self.lesson is not None else ""
        self._lending = True
        try:
            self._store.lend(experiment, title)
        finally:
            self._lending = False

    def _select(self, name: str) -> None:
        names = [run.name for run in self._store.experiment.runs]
        if name in names:
            self._store.select(names.index(name))

    def _race_first(self) -> None:
        """Race the scene where it wasn't yet; a race of it that is under way goes on."""
        races, experiment = self._window.races, self._store.experiment
        if not all_raced(experiment, races) and not is_racing(experiment, races):
            races.start(experiment)

    def _race_changed(self) -> None:
        """Put the cursor where the step wants it, once the race that the step asked for is done."""
        step = self.shown
        if step is not None and step.race and step.cursor is not None and self._window.races.state == "done":
            self._window.transport.take_cursor(step.cursor)

    def _another_session(self) -> None:
        """Close the lesson where another session is put in the window: that is the person's own now."""
        if self.playing and not self._lending:
            self._close()

    def _follow(self, one: Written) -> None:
        """Show the lesson as its file is now, at the same step, or say why it can't be read."""
        if self.one is None or one.key != self.one.key:
            return
        self.why = one.why
        if one.lesson is not None and one.lesson != self.one.lesson:
            before = self.scene
            self.one = one
            self.step = min(self.step, self.count - 1)
            if self.scene is not None and (before is None or before.experiment != self.scene.experiment):
                self._scene, self._tried = "", {}
            self._show()
        self.went.emit()
