"""Views, and what they show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from lrviz.ui.access import tabbing
from lrviz.ui.actions.action import Action, tr
from lrviz.ui.choices import habits
from lrviz.ui.window import Window


def views(window: Window) -> tuple[Action, ...]:
    """Give the views, and what can be shown in them."""
    transport, presentation = window.transport, window.presentation

    def page(act: str) -> Callable[[], object]:
        def do() -> None:
            known = getattr(window.page, act, None)
            if known is not None:  # not every view has everything
                known()

        return do

    def region(*, on: bool) -> Callable[[], object]:
        return lambda: tabbing.go_to_region(window, on=on)

    def all_in_sight() -> str:
        corner = getattr(window.page, "corner", None)
        some = presentation.active or (corner is not None and corner.in_room.part)
        return "" if some else tr("All panes are in sight")

    def unless(act: str) -> Callable[[], str]:
        return lambda: "" if hasattr(window.page, act) else tr("Not in this view")

    return (
        Action("schedule", tr("Schedule view"), ("Ctrl+1",), lambda: window.show_view("schedule"), anywhere=True),
        Action("loss", tr("Loss view"), ("Ctrl+2",), lambda: window.show_view("loss"), anywhere=True),
        Action("landscape", tr("Landscape view"), ("Ctrl+3",), lambda: window.show_view("landscape"), anywhere=True),
        Action("training", tr("Training view"), ("Ctrl+4",), lambda: window.show_view("training"), anywhere=True),
        Action("finder", tr("LR finder"), ("Ctrl+5",), lambda: window.show_view("finder"), anywhere=True),
        Action("gradients", tr("Gradients view"), ("Ctrl+6",), lambda: window.show_view("gradients"), anywhere=True),
        Action("overview", tr("All views at once"), ("Ctrl+9",), window.overview.toggle, anywhere=True),
        Action("log", tr("Logarithmic axis"), ("L",), page("toggle_log"), parted=True, why=unless("toggle_log")),
        Action("split", tr("A pane for each run"), ("G",), page("toggle_split"), why=unless("toggle_split")),
        Action(
            "differences",
            tr("Differences to the baseline"),
            ("Shift+B",),
            page("toggle_differences"),
            why=unless("toggle_differences"),
        ),
        Action("momentum", tr("Momentum pane"), ("M",), page("toggle_momentum"), why=unless("toggle_momentum")),
        Action("forecast", tr("Forecast pane"), ("F",), page("toggle_forecast"), why=unless("toggle_forecast")),
        Action("weights", tr("Update weights pane"), ("W",), page("toggle_weights"), why=unless("toggle_weights")),
        Action("improve", tr("Improve the schedule by its forecast…"), ("I",), page("improve"), why=unless("improve")),
        Action("pencil", tr("Draw the metric by hand"), ("D",), page("toggle_pencil"), why=unless("toggle_pencil")),
        Action("knot", tr("Add a knot at the cursor"), ("K",), page("add_knot"), why=unless("add_knot")),
        Action(
            "space",
            tr("See the landscape in 3-D or from above"),
            ("T",),
            page("toggle_space"),
            why=unless("toggle_space"),
        ),
        Action("ruler", tr("Profile along a line"), ("P",), page("toggle_ruler"), why=unless("toggle_ruler")),
        Action("replay", tr("Replay the walk"), ("R",), page("toggle_replay"), why=unless("toggle_replay")),
        Action(
            "again", tr("Survey, search or take apart again"), ("Ctrl+Shift+R",), page("again"), why=unless("again")
        ),
        Action("all", tr("Show the whole plan"), ("0",), page("look_at_all"), why=unless("look_at_all")),
        Action("present", tr("Present"), ("F5",), presentation.toggle),
        Action(
            "next_part",
            tr("Next pane"),
            ("]",),
            lambda: presentation.step(1),
            why=all_in_sight,
        ),
        Action(
            "part_before",
            tr("Pane before"),
            ("[",),
            lambda: presentation.step(-1),
            why=all_in_sight,
        ),
        Action("flip_theme", tr("Flip light and dark"), ("N",), presentation.flip),
        Action("unit", tr("Next unit"), ("U",), transport.next_unit),
        Action("region", tr("Go to the next part of the window"), ("F6",), region(on=True), anywhere=True),
        Action("region_back", tr("Go to the part before"), ("Shift+F6",), region(on=False), anywhere=True),
        Action("sidebar", tr("Show or hide the sidebar"), ("Ctrl+B",), lambda: _flip(window.sidebar), parted=True),
        Action("dock", tr("Show or hide the dock"), ("Ctrl+J",), lambda: _flip(window.dock)),
        Action("reset_layout", tr("Reset layout"), (), lambda: habits.reset(window)),
    )


def _flip(widget: QWidget) -> None:
    widget.setVisible(not widget.isVisible())
