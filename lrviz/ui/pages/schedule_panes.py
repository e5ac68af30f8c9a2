"""How schedules are drawn besides their rates: on which axis, and with which other panes; kept with the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lrviz.ui.choices.settings import LOG, MOMENTUM, WEIGHTS, Setting


class SchedulePanes:
    """What a person chose, and what a lesson insists on besides."""

    def __init__(self) -> None:
        self.log, self.momentum, self.weights = (setting.value == "yes" for setting in (LOG, MOMENTUM, WEIGHTS))

    def toggle_log(self) -> None:
        """Change between a linear and a log axis of the learning rate."""
        self.log = _kept(LOG, on=not self.log)

    def toggle_momentum(self) -> None:
        """Show or hide the momentum pane."""
        self.momentum = _kept(MOMENTUM, on=not self.momentum)

    def show_weights(self, *, on: bool) -> None:
        """Show or hide what each update leaves in the final weights."""
        self.weights = _kept(WEIGHTS, on=on)

    def insist(self, titles: tuple[str, ...]) -> None:
        """Show the panes of these titles too; nothing is kept of that."""
        self.momentum |= QCoreApplication.translate("Schedule", "Momentum") in titles
        self.weights |= QCoreApplication.translate("Weights", "Update weights") in titles


def _kept(setting: Setting[str], *, on: bool) -> bool:
    setting.keep("yes" if on else "no")
    return on
