"""Incoming: code that is pasted, dropped or opened becomes a run, and a session is opened; nothing is executed."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from lrviz import envelope
from lrviz.experiment import Experiment
from lrviz.listing import Listing
from lrviz.run import Run
from lrviz.source.text.syntax import LONGEST
from lrviz.source.usage.usage import Usage
from lrviz.ui import listed
from lrviz.ui.arriving import folders, recent
from lrviz.ui.arriving.filetext import FileText, file_text
from lrviz.ui.aside import Aside
from lrviz.ui.form.choices import with_fitting_losses
from lrviz.ui.listed import Read
from lrviz.ui.naming import free_name
from lrviz.ui.numbers import short, whole
from lrviz.ui.panels.sidebar import free_colour
from lrviz.ui.speech import counts
from lrviz.ui.speech.saying import said
from lrviz.ui.store import Store

_SESSION = re.compile(r'\s*\{\s*"version"\s*:')
"""How the JSON of a session file begins."""
_CODE = re.compile(
    r"\b(torch|optim\w*|\w*lr_?scheduler\w*|\w+LR\s*\(|get_\w*sched\w*|TrainingArguments|transformers|timm|\.step\(\))",
    re.IGNORECASE,
)


class Incoming(QObject):
    """Makes runs of texts. What can't be read at once becomes a hidden run, whose code and form say what is missing."""

    said = Signal(str, object, object, object, object)
    """Kind, title, text and action of a notice, and what the action does (or None)."""
    added = Signal()
    """The selected run is one that came in."""
    pasted = Signal(QMimeData)
    """Files are on the clipboard."""
    session_found = Signal(str, str, str)
    """A text holds a session; where it comes from, and what the session is to be called."""

    def __init__(self, store: Store, aside: Aside, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._aside = store, aside
        self._count = 0

    def paste(self) -> None:
        """Take the text on the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        if data is not None and any(url.isLocalFile() for url in data.urls()):
            self.pasted.emit(data)
        else:
            self.take(QGuiApplication.clipboard().text(), self.tr("The clipboard"))

    def take_file(self, path: Path) -> None:
        """Take a file's text, or say why it can't be had."""
        self._aside.ask(self._next("file"), partial(file_text, path), lambda found: self._take_text(path, found))

    def _take_text(self, path: Path, found: FileText) -> None:
        if found.reason or found.line:
            reason = said(found.reason) or self.tr("it is no text in UTF-8: line {0} isn’t").format(whole(found.line))
            self._say("error", self.tr("{0} can’t be read").format(path.name), _sentence(reason))
            return
        folders.remember("folder", path)
        recent.remember(path)
        self.take(found.text, path.name, path.stem)

    def _next(self, kind: str) -> str:
        """Give a name of its own to what is asked for: several that come at once are all taken."""
        self._count += 1
        return f"{kind} {self._count}"

    def take(self, text: str, origin: str, name: str = "") -> None:
        """Make a run of a text, or open the session in it by this name; `origin` says where it comes from."""
        if envelope.holds(text) or _SESSION.match(text):
            self.session_found.emit(text, origin, name)
            return
        title = self.tr("{0} is no run").format(origin)
        if not text.strip():
            self._say("info", title, self.tr("There is no text in it."))
        elif len(text) > LONGEST:
            words = self.tr("It has {0} characters; at most {1} are read. Paste the lines of optimizer and scheduler.")
            self._say("error", title, words.format(whole(len(text)), whole(LONGEST)))
        elif "\0" in text:
            self._say("error", title, self.tr("It holds null bytes: it is no text."))
        elif _CODE.search(text) is None:
            words = self.tr("It names no optimizer and no scheduler. Code that makes them can be pasted.")
            self._say("info", title, words)
        else:
            self._read(Listing(text))

    def _read(self, listing: Listing) -> None:
        base = self._store.run or Run("constant")
        if listed.is_quick(listing):
            self._add(listing, listed.pasted(listing, base))
        else:
            act = partial(listed.read_pasted, listing, base)
            self._aside.ask(self._next("incoming"), act, lambda read: self._take_in(listing, read))

    def _take_in(self, listing: Listing, read: Read) -> None:
        listed.keep(listing, read.said)
        self._add(listing, read.run)

    def _add(self, listing: Listing, run: Run) -> None:
        runs = self._store.experiment.runs
        named = replace(run, name=free_name(run.name, runs), colour=free_colour(runs))
        changed = with_fitting_losses(replace(self._store.experiment, runs=(*runs, named)))
        self._store.edit(self.tr("paste {0}").format(named.name), changed)
        self._store.select(len(runs))
        self.added.emit()
        if run.visible:
            self.offer_plan(named)

    def offer_plan(self, run: Run) -> None:
        """Offer the length that the loops of a run's text say, where the plan has another."""
        if run.listing is None:
            return
        usage = listed.reading(run.listing).usage
        plan = listed.planned(self._store.experiment, run, usage)
        if plan == self._store.experiment:
            return
        title = self.tr("The loops of {0} make {1}").format(run.name, self._length(plan, run))
        text = self.tr("The plan has {0}.").format(self._length(self._store.experiment, run))
        action = self.tr("Plan {0}").format(self._length(plan, run))
        self._say("info", title, text, action, lambda: self._plan(run, usage, action))

    def _length(self, experiment: Experiment, run: Run) -> str:
        if run.stepped == "epoch":
            epochs = experiment.training.steps / experiment.updates_per_epoch
            return counts.epochs(epochs, short(epochs))
        return counts.steps(experiment.training.steps)

    def _plan(self, run: Run, usage: Usage, what: str) -> None:
        self._store.edit(what, listed.planned(self._store.experiment, run, usage))

    def _say(self, kind: str, title: str, text: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        self.said.emit(kind, title, text, action, act)


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith(".") else f"{text}."
