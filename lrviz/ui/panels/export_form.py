"""The form of a picture: its format and size, how it is drawn, and what of the view is on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lrviz.errors import SpecError
from lrviz.run import Run
from lrviz.spec import fields
from lrviz.ui import metrics
from lrviz.ui.controls.check import CheckBox
from lrviz.ui.controls.choice_box import ChoiceBox
from lrviz.ui.controls.choice_list import Choice
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.number_row import NumberRow
from lrviz.ui.controls.scale import Scale
from lrviz.ui.controls.scales import limits_of
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.controls.words import out_of_bounds, said
from lrviz.ui.form.section import labelled, section
from lrviz.ui.palette import NEUTRAL, theme
from lrviz.ui.showing.paper import PRESETS, Paper, Unit, title

NUMBERS = ("width", "height", "dpi", "font_size", "line_width")
SCALES = {"px": Scale(200, 4000), "mm": Scale(20, 400)}
OWN, SCREEN = "own", "screen"
SIZED = ("width", "height", "unit")


class ExportForm(QWidget):
    """Holds a paper and says when it is another.

    `screen` is the paper that a picture as on the screen is made on; `panes` are the parts of the view that can stand
    alone, and `runs` those that can be left out of it.
    """

    changed = Signal()

    def __init__(self, screen: Paper, panes: Sequence[tuple[str, str]], runs: Sequence[Run], parent: QWidget) -> None:
        super().__init__(parent)
        self._screen, self._panes, self._runs = screen, list(panes), list(runs)
        self.paper, self.preset = screen, SCREEN
        self._make()
        self._lay_out()
        self._connect()
        self._show()

    def _make(self) -> None:
        tr = self.tr
        formats = [(".png", "PNG"), (".svg", "SVG"), (".pdf", "PDF"), (".tex", "LaTeX")]
        self.format = Segmented(formats, name=tr("Format"), small=True, parent=self)
        self.size_choice = ChoiceBox(self._sizes, name=tr("Size"), parent=self)
        self.unit = Segmented([("px", "px"), ("mm", "mm")], name=tr("Unit of the size"), small=True, parent=self)
        known = {field.name: field for field in fields(Paper)}
        labels = tr("Width"), tr("Height"), tr("Dots per inch"), tr("Type size"), tr("Line width")
        self.rows = {
            name: NumberRow(known[name], colour=NEUTRAL, label=label, parent=self)
            for name, label in zip(NUMBERS, labels, strict=True)
        }
        for name in ("font_size", "line_width"):
            self.rows[name].entry.set_unit("pt")
        colours = [("screen", tr("As on screen")), ("light", tr("Light")), ("dark", tr("Dark"))]
        self.theme_choice = Segmented(colours, name=tr("Theme"), small=True, parent=self)
        self.pane = ChoiceBox(self._parts, name=tr("Panes"), parent=self)
        self.checks = {
            "headline": _check(tr("With the headline"), self),
            "cursor": _check(tr("With the cursor"), self),
            "transparent": _check(tr("Transparent background"), self),
            "outlines": _check(tr("Text as outlines"), self),
        }
        self.checks["outlines"].setToolTip(tr("Looks the same without the fonts, and can’t be searched or edited."))
        self.run_checks = {run.name: _check(run.name, self, run.colour) for run in self._runs}
        for box in self.run_checks.values():
            box.setChecked(True)
        self.format.show_choice(".png")
        self.theme_choice.show_choice("screen")

    def _lay_out(self) -> None:
        tr = self.tr
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, px(metrics.S4), 0)
        column.setSpacing(px(metrics.S2))
        column.addLayout(labelled(tr("Format"), self.format))
        column.addWidget(section(tr("Size"), self, self.size_choice))
        self._pane_part = section(tr("Panes"), self, self.pane)
        column.addWidget(self._pane_part)
        column.addWidget(section(tr("Theme"), self, self.theme_choice))
        for box in self.checks.values():
            column.addWidget(box)
        column.addLayout(labelled(tr("Unit"), self.unit))
        for name in NUMBERS:
            column.addWidget(self.rows[name])
        self._run_part = section(tr("Runs"), self, *self.run_checks.values())
        column.addWidget(self._run_part)
        column.addStretch(1)
        self._pane_part.setVisible(len(self._panes) > 1)
        self._run_part.setVisible(len(self._runs) > 1)

    def _connect(self) -> None:
        self.format.chosen.connect(self._take_format)
        self.size_choice.chosen.connect(self.take_preset)
        self.unit.chosen.connect(self._take_unit)
        self.theme_choice.chosen.connect(self._take_theme)
        self.pane.chosen.connect(lambda key: self._take(pane="" if key == "*" else key))
        for name, row in self.rows.items():
            row.edited.connect(lambda value, _dragging, name=name: self._take_number(name, value))
        for name, box in self.checks.items():
            box.clicked.connect(lambda checked, name=name: self._take(**{name: checked}))
        for box in self.run_checks.values():
            box.clicked.connect(self.changed)

    @property
    def suffix(self) -> str:
        """The ending of the format."""
        return self.format.choice

    @property
    def runs(self) -> frozenset[str]:
        """The names of the runs that are on the picture."""
        return frozenset(name for name, box in self.run_checks.items() if box.isChecked())

    @property
    def colours(self) -> str:
        """The theme that was chosen: "screen", "light" or "dark"."""
        return self.theme_choice.choice

    def take(self, suffix: str, preset: str, paper: Paper, colours: str) -> None:
        """Show how a picture in a format was made last; what belongs to the view in sight is as on the screen."""
        self.format.show_choice(suffix)
        self.theme_choice.show_choice(colours)
        self.preset = preset if preset in (*PRESETS, SCREEN, OWN) else OWN
        if self.preset == SCREEN:
            paper = replace(
                paper, width=self._screen.width, height=self._screen.height, unit="px", dpi=self._screen.dpi
            )
        self.paper = replace(paper, pane="", theme=self._theme())
        self._show()

    def take_preset(self, key: str) -> None:
        """Take the size that goes by a name, and the type and lines that suit it."""
        self.preset = key
        if key != OWN:
            chosen = self._screen if key == SCREEN else PRESETS[key]
            kept = {name: getattr(self.paper, name) for name in ("theme", "transparent", "outlines", "pane")}
            self.paper = replace(chosen, **kept)
        self._show()
        self.changed.emit()

    def _take(self, **changed: Any) -> None:
        self.paper = replace(self.paper, **changed)
        self._show()
        self.changed.emit()

    def _take_format(self, suffix: str) -> None:
        self.format.show_choice(suffix)
        self._show()
        self.changed.emit()

    def _take_theme(self, key: str) -> None:
        self.theme_choice.show_choice(key)
        self._take(theme=self._theme())

    def _theme(self) -> str:
        return theme().name if self.colours == "screen" else self.colours

    def _take_unit(self, unit: str) -> None:
        """Measure the same size in another unit."""
        if unit == self.paper.unit:
            return
        self.preset = OWN
        self._take(**self.paper.measured(cast("Unit", unit)))

    def _take_number(self, name: str, value: Any) -> None:
        row = self.rows[name]
        try:
            changed = replace(self.paper, **{name: value})
        except SpecError as error:
            named = SpecError(row.label, error.value, error.bound)
            row.show_error(out_of_bounds(named, said(getattr(self.paper, name)), limits_of(row.field)))
            return
        row.show_error("")
        if name in SIZED:
            self.preset = OWN
        self.paper = changed
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        paper = self.paper
        self.size_choice.show_choice(next(one for one in self._sizes() if one.key == self.preset))
        self.unit.show_choice(paper.unit)
        for name in ("width", "height"):
            self.rows[name].set_scale(SCALES[paper.unit], paper.unit)
        for name, row in self.rows.items():
            row.show_value(getattr(paper, name))
        self.rows["dpi"].setVisible(self.suffix == ".png")
        self.checks["outlines"].setVisible(self.suffix in (".svg", ".pdf"))
        for name, box in self.checks.items():
            box.setChecked(getattr(paper, name))
        self.pane.show_choice(next(one for one in self._parts() if one.key == (paper.pane or "*")))

    def _sizes(self) -> list[Choice]:
        known = {SCREEN: self._screen, **PRESETS}
        made = [Choice(key, title(key), f"{one.width:g} × {one.height:g} {one.unit}") for key, one in known.items()]
        return [*made, Choice(OWN, title(OWN), self.tr("any, in pixels or millimetres"))]

    def _parts(self) -> list[Choice]:
        return [Choice("*", self.tr("All panes")), *(Choice(key, name) for key, name in self._panes)]


def _check(text: str, parent: QWidget, colour: int = NEUTRAL) -> CheckBox:
    box = CheckBox(text, colour=colour, parent=parent)
    box.setFont(metrics.font("body"))
    return box
