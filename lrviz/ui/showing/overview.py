"""The overview: all views at once, in place of the one in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from lrviz.ui.showing.overview_page import OverviewPage
    from lrviz.ui.window import Window


class Overview(QObject):
    """Shows all views, and the one that is opened again; the page is made when it is first wanted."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.page: OverviewPage | None = None

    @property
    def shown(self) -> bool:
        """Whether all views are in sight."""
        return self.page is not None and self._window.stack.currentWidget() is self.page

    def toggle(self) -> None:
        """Show all views at once, or the one that was in sight before."""
        if self.shown:
            self._window.show_view(self._window.view)
        else:
            self.show()

    def show(self) -> None:
        """Show all views at once."""
        from lrviz.ui.window import VIEWS

        window = self._window
        if len(window.pages) < len(VIEWS):  # some are still to be made
            window.furnished.connect(self.show, Qt.ConnectionType.SingleShotConnection)
            return
        window.classroom.go_to_session()
        page = self.page or self._make()
        window.sidebar.ground.hide()
        window.sidebar.finder.hide()
        window.bars.show()
        window.bars.setCurrentWidget(window.transport)
        window.arrangement.make_room("overview")
        window.stack.setCurrentWidget(page)
        window.arrangement.arrange()
        page.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> OverviewPage:
        from lrviz.ui.showing.overview_page import OverviewPage
        from lrviz.ui.window import VIEWS

        window = self._window
        self.page = OverviewPage(window.pages, {key: str(title) for key, title in VIEWS}, window)
        self.page.opened.connect(window.show_view)
        self.page.left.connect(self.toggle)
        window.stack.addWidget(self.page)
        window.copying.watch(self.page.canvas)
        return self.page
