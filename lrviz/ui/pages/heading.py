"""What stands over a view: its headline and, smaller, what else has to be said."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from lrviz.ui import metrics
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.wrapped import Wrapped
from lrviz.ui.showing.stage import Stage


class Heading(QVBoxLayout):
    """A headline above its subline, where there is room for them."""

    def __init__(self, headline: Wrapped | ElidedLabel, subline: ElidedLabel) -> None:
        super().__init__()
        self._headline, self._subline = headline, subline
        self.setContentsMargins(*Stage().margins)
        self.setSpacing(0)
        self.addWidget(headline)
        self.addWidget(subline)

    def set_stage(self, stage: Stage) -> None:
        """Stand in another size."""
        self.setContentsMargins(*stage.margins)
        self._headline.enlarge(stage.headline)

    def fit(self, height: int, *, bare: bool) -> None:
        """Give way on a page that is too low for words; a bare one has its headline alone."""
        tall = height >= metrics.HEADLINE_LEAST
        self._headline.setVisible(tall)
        self._subline.setVisible(tall and not bare)
