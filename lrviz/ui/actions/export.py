"""What can be taken away: pictures, films, numbers and code."""

from __future__ import annotations

from lrviz.ui.actions.action import Action, tr
from lrviz.ui.window import Window


def export(window: Window) -> tuple[Action, ...]:
    """Give what can be taken away of a session."""
    files, copying = window.files, window.copying
    return (
        Action("picture", tr("Export picture…"), ("Ctrl+E",), lambda: _export_picture(window)),
        Action("copy_picture", tr("Copy picture"), ("Ctrl+Shift+C",), copying.copy_picture),
        Action("copy_values", tr("Copy values at the cursor"), (), copying.copy_values),
        Action("copy_numbers", tr("Copy the numbers of the curves"), (), copying.copy_numbers),
        Action("curves", tr("Export curves as CSV…"), (), files.export_curves),
        Action("forecasts", tr("Export forecasts as CSV…"), (), lambda: _export_forecasts(window)),
        Action("metrics", tr("Export metrics as CSV…"), (), files.export_metrics),
        Action("film", tr("Export film of the walk…"), ("Ctrl+Alt+E",), lambda: _export_film(window)),
        Action("landscape_data", tr("Export landscape as NPZ…"), (), lambda: _export_landscape(window)),
        Action("search_data", tr("Export LR search as CSV…"), (), lambda: _export_search(window)),
        Action("script", tr("Export training script…"), ("Ctrl+Shift+E",), files.export_script),
        Action("report", tr("Export report…"), (), window.sending.report),
        Action(
            "copy_markdown", tr("Copy numbers as Markdown"), ("Ctrl+Alt+M",), lambda: window.reckoning.copy("markdown")
        ),
        Action("copy_csv", tr("Copy numbers as CSV"), (), lambda: window.reckoning.copy("csv")),
        Action("copy_latex", tr("Copy numbers as LaTeX"), (), lambda: window.reckoning.copy("latex")),
        Action("copy_session", tr("Copy session as text"), (), window.sending.copy),
        Action("copy", tr("Copy code"), ("Ctrl+Alt+C",), window.dock.code.copy),
    )


def _export_picture(window: Window) -> None:
    if window.page is not None:
        window.files.export_picture(window.page)


def _export_forecasts(window: Window) -> None:
    foresight = getattr(window.pages.get("schedule"), "foresight", None)
    if foresight is not None:
        window.files.export_forecasts(foresight.law)


def _export_film(window: Window) -> None:
    window.files.export_film(window.ground.walk() if window.ground is not None else None)


def _export_landscape(window: Window) -> None:
    window.files.export_landscape(window.ground.panorama.landscape if window.ground is not None else None)


def _export_search(window: Window) -> None:
    searched = window.finder.searched if window.finder is not None else None
    window.files.export_search(searched.found if searched is not None else None)
