"""The code of the selected run, both ways: what is typed becomes the run, what becomes of the run is written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lrviz.errors import Finding
from lrviz.listing import Listing
from lrviz.run import Run
from lrviz.source.reading import Reading
from lrviz.source.text.syntax import LONGEST
from lrviz.source.write import loss_code
from lrviz.ui import listed, metrics
from lrviz.ui.aside import Aside
from lrviz.ui.controls.button import IconButton
from lrviz.ui.controls.error_line import ErrorLine
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.listed import Read
from lrviz.ui.numbers import whole
from lrviz.ui.paced import Paced
from lrviz.ui.panels import verdict
from lrviz.ui.panels.code_editor import CodeEditor
from lrviz.ui.panels.questions import Questions
from lrviz.ui.store import Store

PAUSE = 250
"""Milliseconds without a key until what was typed is read."""
BURST = 1500
"""Milliseconds without a key that end a burst of typing: the next key begins another undo step."""


class CodePanel(QWidget):
    """The selected run's optimizer and scheduler lines, to be edited, or those of its loss, to be read."""

    script_wanted = Signal()
    copied = Signal(str)
    drawn = Signal(object)
    """A run can be drawn whose text couldn't be read until now."""

    def __init__(self, store: Store, aside: Aside | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._aside = aside if aside is not None else Aside(self)
        self._part: Literal["schedule", "loss"] = "schedule"
        self._name = ""
        """The run whose code is shown."""
        self._says: Run | None = None
        """That run as the text says it, which what is changed elsewhere may be ahead of."""
        self._open = False
        """Something was typed that isn't read yet."""
        self._burst = 0
        self._eager = False
        """The first question is to have the focus."""
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        self.text = CodeEditor(self)
        self.text.setAccessibleName(self.tr("Code of the selected run"))
        self.text.setAccessibleDescription(self.tr("Escape, then Tab leaves the code."))
        self.text.setPlaceholderText(self.tr("Paste the lines that make optimizer and scheduler."))
        self.questions = Questions(self)
        self.error = ErrorLine(self)
        self._run = ElidedLabel("secondary", "text3", self)
        self.reset = IconButton("rotate-ccw", self.tr("Reset to lrviz’s own code"), parent=self)
        self._copy = IconButton("copy", self.tr("Copy code"), parent=self)
        self._save = IconButton("download", self.tr("Save the training script"), action="script", parent=self)
        self.title = ElidedLabel("section", "text2", self)
        self.title.setText(self.tr("Code"))
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout()
        head.setSpacing(metrics.S2)
        head.addWidget(self.title)
        head.addWidget(self._run, 1)
        head.addWidget(self.reset)
        head.addWidget(self._copy)
        head.addWidget(self._save)
        below = QVBoxLayout()
        below.setContentsMargins(metrics.S1, 0, metrics.S2, 0)
        below.setSpacing(0)
        below.addWidget(self.error)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.S3, 0, metrics.S2, metrics.S1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        column.addLayout(below)
        column.addWidget(self.questions)
        QWidget.setTabOrder(self.text, self.questions)

    def _connect(self) -> None:
        self._copy.clicked.connect(self.copy)
        self._save.clicked.connect(self.script_wanted)
        self.reset.clicked.connect(self._reset)
        self.text.typed.connect(self._typed)
        self.text.refused.connect(self._refused)
        self.text.left.connect(self._leave)
        self.questions.answered.connect(lambda text, value: self._relist(lambda it: listed.answered(it, text, value)))
        self.questions.taken_back.connect(lambda text: self._relist(lambda it: listed.unanswered(it, text)))
        self.questions.chosen.connect(lambda line: self._relist(lambda it: replace(it, optimizer=line)))
        self.questions.entered.connect(self.text.mark_line)
        self._paced = Paced(self)
        self._paced.due.connect(self._show, Qt.ConnectionType.QueuedConnection)  # in a turn of its own
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._read)
        self._idle = QTimer(self, singleShot=True, interval=BURST)
        self._idle.timeout.connect(self._end_burst)
        self._store.changed.connect(self._paced.want)
        self._store.selected_changed.connect(self._turn)
        self._store.opened.connect(self._drop)

    def lead(self, part: Literal["schedule", "loss"]) -> None:
        """Show the lines of the schedule or of the loss: what the view in sight is about."""
        if part != self._part:
            self.finish()
            self._part = part
            self._show()

    def copy(self) -> None:
        """Put the code on the clipboard, a long one once it is what becomes of the run."""
        self.finish()
        run = self._store.run
        if run is None:
            return
        if self._part == "loss":
            self._copy_text(run, loss_code(run))
        elif (text := listed.shown_now(run)) is not None:
            self._copy_text(run, text)
        else:
            self._aside.ask("copied", partial(listed.shown, run), lambda text: self._copy_text(run, text))

    def _copy_text(self, run: Run, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(run.name)

    def finish(self) -> None:
        """Take what was typed so far; the next key begins another undo step."""
        place = self._place()
        if self._open and place is not None and listed.fits(self.text.text):
            self._keep(place)
        self._open = False
        self._end_burst()

    def mark(self, finding: Finding) -> None:
        """Highlight the place in the code that a finding is about, until the next edit."""
        self.finish()
        run = self._store.run
        if run is None or self._part == "loss":
            return
        if listed.is_quick(run.listing):
            self._mark(run, finding, listed.as_shown(run))
        else:
            self._aside.ask("marked", partial(listed.as_shown, run), lambda said: self._mark(run, finding, said))

    def _mark(self, run: Run, finding: Finding, said: Reading) -> None:
        self._put(run, said.text)
        if run != self._store.run:
            return
        place = said.places.get(finding.field)
        if place is not None:
            self.text.mark(place.start, place.end)
        elif finding.line is not None:
            self.text.mark_line(finding.line)

    def ask(self) -> None:
        """Put the focus on the first question, now or once the text is read."""
        self._eager = True
        self._show_state()

    def recolour(self) -> None:
        """Take the theme in force."""
        self.text.recolour()

    # what is typed becomes the run

    def _typed(self) -> None:
        self._open = True
        self._idle.stop()
        self._pause.start()

    def _read(self) -> None:
        """Read what was typed, the short at once and the long aside, and make it the run."""
        place, text = self._place(), self.text.text
        if not self._open or place is None:
            return
        if not listed.fits(text):
            self._show_state()
            return
        run = self._store.experiment.runs[place]
        listing = listed.relisted(run, text)
        before = self._before(run)
        if listed.is_quick(listing):
            self._take(place, listed.typed(before, listing))
        else:
            act = partial(listed.read_typed, before, listing)
            self._aside.ask("typed", act, lambda read: self._taken(run, listing, read))

    def _before(self, run: Run) -> Run:
        """Give a run as the text said it before the last key."""
        return self._says if self._says is not None else run

    def _taken(self, run: Run, listing: Listing, read: Read) -> None:
        listed.keep(listing, read.said)
        if not self._open or listing.text != self.text.text:
            return  # more was typed; it will be read
        place = self._place()
        if place is None or self._store.experiment.runs[place] != run:
            self._read()
        else:
            self._take(place, read.run)

    def _take(self, place: int, made: Run) -> None:
        """Make a run of what was typed, in one undo step with what was typed just before.

        What was changed elsewhere since the text was shown stays changed.
        """
        self._open = False
        runs = self._store.experiment.runs
        run = listed.drawn(runs[place], listed.merged(self._before(runs[place]), made, runs[place]), runs)
        self._name, self._says = run.name, made
        self._store.edit_run(place, run, self.tr("code of {0}").format(run.name), gesture=f"code {self._burst}")
        self._idle.start()
        self._show_state()
        self._tell(runs[place], run)

    def _keep(self, place: int) -> None:
        """Keep what was typed so far; a long text is read later."""
        run = self._store.experiment.runs[place]
        listing = listed.relisted(run, self.text.text)
        before = self._before(run)
        if listed.is_quick(listing):
            self._take(place, listed.typed(before, listing))
            return
        self._take(place, replace(before, listing=listing))
        kept = self._store.experiment.runs[place]
        act, burst = partial(listed.read_typed, before, listing), self._burst
        self._aside.ask("kept", act, lambda read: self._put_in_place(before, kept, listing, read, burst))

    def _put_in_place(self, before: Run, kept: Run, listing: Listing, read: Read, burst: int) -> None:
        """Make a run what its kept text says, if it is still the one that was kept."""
        listed.keep(listing, read.said)
        runs = self._store.experiment.runs
        if kept in runs:
            place = runs.index(kept)
            run = listed.drawn(kept, listed.merged(before, read.run, kept), runs)
            self._store.edit_run(place, run, self.tr("code of {0}").format(run.name), gesture=f"code {burst}")

    def _end_burst(self) -> None:
        self._idle.stop()
        self._pause.stop()
        self._burst += 1

    def _relist(self, change: Callable[[Listing], Listing]) -> None:
        """Answer or choose: the same text says something else then."""
        self.finish()
        run, text = self._store.run, self.text.text
        if run is None or not listed.fits(text):
            return
        listing, before = change(listed.relisted(run, text)), self._before(run)
        if listed.is_quick(listing):
            self._answer(before, run, listed.typed(before, listing))
        else:
            act = partial(listed.read_typed, before, listing)
            self._aside.ask("answered", act, lambda read: self._answered(before, run, listing, read))

    def _answered(self, before: Run, run: Run, listing: Listing, read: Read) -> None:
        listed.keep(listing, read.said)
        self._answer(before, run, read.run)

    def _answer(self, before: Run, run: Run, made: Run) -> None:
        runs = self._store.experiment.runs
        if run not in runs:
            return
        changed = listed.drawn(run, listed.merged(before, made, run), runs)
        if self._name == run.name:
            self._name, self._says = changed.name, made
        self._store.edit_run(runs.index(run), changed, self.tr("answer for {0}").format(run.name))
        self.ask()
        self._tell(run, changed)

    def _tell(self, before: Run, after: Run) -> None:
        if listed.is_unread(before) and not listed.is_unread(after):
            self.drawn.emit(after)

    def _reset(self) -> None:
        """Let lrviz write the code again."""
        self._open = False
        self._end_burst()
        run = self._store.run
        if run is not None:
            what = self.tr("reset the code of {0}").format(run.name)
            self._store.edit_run(self._store.selected, replace(run, listing=None), what)
        self._show()

    def _refused(self, length: int) -> None:
        words = self.tr("Pasted, the text would have {0} characters; at most {1} are read. Nothing was pasted.")
        self.error.say(words.format(whole(length), whole(LONGEST)))

    def _place(self) -> int | None:
        """Give the index of the run whose code is shown; None where it is gone."""
        names = [run.name for run in self._store.experiment.runs]
        return names.index(self._name) if self._name in names else None

    def _leave(self) -> None:
        self.finish()
        self._show()

    # what becomes of the run is written

    def _turn(self) -> None:
        """Show another run, once what was typed for the one before is taken."""
        self.finish()
        self._show()

    def _said(self, run: Run) -> str:
        """Say whose code it is, of a branch from where on it counts."""
        if run.branch is None:
            return run.name
        words = self.tr("{0} · leaves {1} after {2} update{2:|s}")
        return words.format(run.name, run.branch.run, whole(run.branch.step))

    def _drop(self) -> None:
        """Forget what was typed: another session comes."""
        self._open = False
        self._aside.forget("typed")
        self._end_burst()

    def _show(self) -> None:
        run = self._store.run
        if self._open and run is not None and run.name == self._name:
            return  # what is being typed stands
        self._run.setText(self._said(run) if run else "")
        self._copy.setEnabled(run is not None)
        self._save.setEnabled(run is not None)
        if run is None or self._part == "loss":
            self._put(run, loss_code(run) if run is not None else "")
        elif (text := listed.shown_now(run)) is not None:
            self._aside.forget("shown")
            self._put(run, text)
        else:
            self._aside.follow("shown", partial(listed.shown, run), lambda text: self._put(run, text))

    def _put(self, run: Run | None, text: str) -> None:
        if run != self._store.run or (self._open and run is not None and run.name == self._name):
            return
        if self._open:  # something was typed for the run before, since another one was selected
            self.finish()
        before, self._name, self._says = self._name, run.name if run is not None else "", run
        self.text.setReadOnly(run is None or self._part == "loss")
        self.text.show_text(text)
        if self._name != before:
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._show_state()

    def _show_state(self) -> None:
        """Say what is wrong with the text, and ask for what it leaves open."""
        run, text = self._store.run, self.text.text
        own = run is not None and run.listing is not None and self._part == "schedule"
        self.reset.setVisible(own)
        if len(text) > LONGEST:
            words = self.tr("The text has {0} characters; at most {1} are read. It is not kept.")
            self.error.say(words.format(whole(len(text)), whole(LONGEST)))
        elif not own:
            self.error.say("")
        if run is None or run.listing is None or self._part == "loss":
            self._eager = False
            self.text.show_doubts(())
            self.questions.ask(())
        elif len(text) <= LONGEST:
            self._look_up(run.listing)

    def _look_up(self, listing: Listing) -> None:
        """Say what is known of a text, or what is read of it."""
        said = listed.known(listing)
        if said is not None:
            self._aside.forget("said")
            self._say(listing, said)
        else:
            self._aside.ask("said", partial(listed.reading, listing), lambda said: self._say(listing, said))

    def _say(self, listing: Listing, said: Reading) -> None:
        listed.keep(listing, said)
        run = self._store.run
        if run is None or run.listing != listing:
            return
        self.text.show_doubts(verdict.doubts(said))
        self.error.say(verdict.sentence(run, said))
        self.questions.ask(verdict.asked(listing, said), said.optimizers, said.chosen)
        if self._eager:
            self._eager = False
            self.questions.go_on()
