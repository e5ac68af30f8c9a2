"""Furnishing: the pages come after the first paint, the one in sight first, and no turn of the event loop waits."""

from __future__ import annotations

import threading
from collections.abc import Callable
from importlib import import_module
from queue import SimpleQueue
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from lrviz.ui.pages.finder_page import FinderPage
    from lrviz.ui.pages.gradients_page import GradientsPage
    from lrviz.ui.pages.ground_page import GroundPage
    from lrviz.ui.pages.page import Page
    from lrviz.ui.window import Window

P = TypeVar("P", "Page", "GroundPage", "GradientsPage")

LOOK = 2
"""Milliseconds between two looks for what is imported: the thread knows nothing of Qt, which may be gone before it."""
PATIENCE = 1.0
"""Seconds that a closing window waits for what is being imported."""
FIRST = ("pyqtgraph", "lrviz.ui.pages.canvas", "lrviz.ui.views.plotted")
MODULES = {
    "schedule": "lrviz.ui.pages.page",
    "loss": "lrviz.ui.pages.page",
    "training": "lrviz.ui.pages.page",
    "landscape": "lrviz.ui.pages.ground_page",
    "finder": "lrviz.ui.pages.finder_page",
    "gradients": "lrviz.ui.pages.gradients_page",
}
"""What each view's page is made of, in the order in which they are made."""
LATER = (
    "lrviz.ui.card.topic",
    "lrviz.ui.card.entry_card",
    "lrviz.ui.panels.settings_dialog",
    "lrviz.ui.find.keys_dialog",
)
"""What opens at a key that nobody presses so soon."""


class Furnishing(QObject):
    """Imports what pages are made of in a thread, and makes them here, one a turn.

    Importing takes a quarter of a second, in which the thread gives way to the window again and again.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._imported: SimpleQueue[tuple[str, Exception | None]] = SimpleQueue()
        self._there: set[str] = set()
        self._keys: list[str] = []
        self._thread: threading.Thread | None = None
        self._stopped = threading.Event()
        self._look = QTimer(self, interval=LOOK)
        self._look.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Make the pages, that of the view in sight first; called once, after the first paint."""
        if self._keys or self._window.pages or self._stopped.is_set():
            return
        view = self._window.view
        self._keys = [view, *(key for key in MODULES if key != view)]
        pages = dict.fromkeys(MODULES[key] for key in self._keys)
        names = (*FIRST, *pages, *self._window.classroom.modules, *self._window.seeker.modules, *LATER)
        self._thread = threading.Thread(target=self._import, args=(names,), name="lrviz imports", daemon=True)
        self._thread.start()
        self._look.start()

    def stop(self) -> None:
        """Make no more: the window closes, and what is half imported when Python ends may take it down."""
        self._look.stop()
        self._stopped.set()
        if self._thread is not None:
            self._thread.join(PATIENCE)

    def _import(self, names: tuple[str, ...]) -> None:
        for name in names:
            if self._stopped.is_set():
                return
            failed: Exception | None = None
            try:
                import_module(name)
            except Exception as error:  # noqa: BLE001 - it is raised again where it can be said
                failed = error
            self._imported.put((name, failed))

    def _go_on(self) -> None:
        """Make one page of what is imported by now; when all are made and the rest is there, say so."""
        while not self._imported.empty():
            name, failed = self._imported.get_nowait()
            self._there.add(name)
            if failed is not None:  # its page is left out, and no other
                self._keys = [key for key in self._keys if MODULES[key] != name]
                raise failed
        if self._keys and MODULES[self._keys[0]] in self._there:
            self._make(self._keys.pop(0))
        elif not self._keys and self._there.issuperset(self._window.classroom.modules):
            self._look.stop()
            self._window.scanning.look()
            self._window.classroom.furnish()
            self._window.furnished.emit()

    def _make(self, key: str) -> None:
        from lrviz.ui.pages.beginning import Beginning  # paints as plots do

        window = self._window
        makers: dict[str, Callable[[], Page | GroundPage | GradientsPage | FinderPage]] = {
            "landscape": self._make_ground,
            "finder": self._make_finder,
            "gradients": self._make_gradients,
        }
        page = makers[key]() if key in makers else self._make_plotted(key)
        beginning = Beginning(window.store, page.canvas)
        beginning.added.connect(window.sidebar.add_run)
        beginning.pasted.connect(window.incoming.paste)
        window.pages[key] = page
        window.stack.addWidget(page)
        if key == window.view:
            window.lead()
        window.paged.emit(key)

    def _make_plotted(self, key: str) -> Page:
        from lrviz.ui.pages.page import Page
        from lrviz.ui.views.plotted import VIEWS

        window = self._window
        view = next(one for one in VIEWS if one.key == key)
        return self._moving(Page(view, window.store, window.races, window.scanning, window.stack))

    def _make_ground(self) -> GroundPage:
        from lrviz.ui.pages.ground_page import GroundPage

        window = self._window
        window.ground = made = GroundPage(window.store, window.races, window.stack)
        made.ended.connect(window.sidebar.list.tell)
        return self._moving(made)

    def _make_finder(self) -> FinderPage:
        from lrviz.ui.pages.finder_page import FinderPage

        window = self._window
        window.finder = made = FinderPage(window.store, window.races, window.stack)
        made.searches.agreement_wanted.connect(lambda experiment: window.ask_before(experiment, made.again))
        return made

    def _make_gradients(self) -> GradientsPage:
        from lrviz.ui.pages.gradients_page import GradientsPage

        window = self._window
        made = GradientsPage(window.store, window.races, window.stack)
        made.known.connect(window.reckoning.want)
        return self._moving(made)

    def _moving(self, page: P) -> P:
        """Let a page move the cursor of what it shows."""
        window = self._window
        page.cursor_wanted.connect(window.transport.take_cursor if page.along == "steps" else window.store.look)
        return page
