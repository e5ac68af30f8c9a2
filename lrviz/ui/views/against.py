"""Against the baseline: every value at the cursor with its difference, and the baseline's line as a calm reference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from lrviz.ui.figure import Figure, Form, Line, Plot, Reading, Trek
from lrviz.ui.numbers import signed
from lrviz.ui.views import apart


def compared(figure: Figure, baseline: str) -> Figure:
    """Give a figure in which runs are read against the baseline; the same where it isn't drawn, or there is none."""
    if not baseline:
        return figure
    return replace(figure, plots=tuple(_plot(plot, baseline, said=not at) for at, plot in enumerate(figure.plots)))


def _plot(plot: Plot, baseline: str, *, said: bool) -> Plot:
    """Draw the baseline thin; what it is is said once, in the first of a figure's plots."""
    if plot.key == apart.RATIO or any(line.style == "reference" for line in plot.lines):
        return plot  # differences already
    lines = tuple(_calm(line, said=said) if line.name == baseline else line for line in plot.lines)
    return replace(plot, lines=lines, readings=told(plot.readings, baseline, plot.y.form))


def told(readings: Sequence[Reading], baseline: str, form: Form = "number") -> tuple[Reading, ...]:
    """Write behind each run's value what it has more than the baseline there: "0.069 (−0.131)".

    A difference that several seeds don't tell from none has "≈" before it.
    """
    base = next((one for one in readings if one.name == baseline), None)
    if base is None:
        return tuple(readings)
    return tuple(one if one.name == baseline else _against(one, base, form) for one in readings)


def ends(treks: Sequence[Trek], baseline: str, form: Form) -> dict[str, str]:
    """Write by their names what paths end at, and what that is more than the baseline's: "0.871 (−0.16)"."""
    there = [trek for trek in treks if trek.end]
    base = next((trek for trek in there if trek.name == baseline and not trek.stale), None)
    return {trek.name: _end(trek, base, form) for trek in there}


def _end(trek: Trek, base: Trek | None, form: Form) -> str:
    if base is None or trek is base or trek.stale:
        return trek.end
    return f"{trek.end} ({signed(float(trek.z[-1] - base.z[-1]), trek.end, form)})"


def _against(one: Reading, base: Reading, form: Form) -> Reading:
    apart = signed(one.value - base.value, one.text, form)
    return replace(one, apart=f"({'≈ ' if one.level else ''}{apart})")


@lru_cache(maxsize=64)  # the same line again is painted from the same pixels
def _calm(line: Line, *, said: bool) -> Line:
    if line.style not in ("solid", "planned"):
        return line
    words = [line.end, QCoreApplication.translate("Against", "baseline") if said and line.named else ""]
    style = "reference" if line.style == "solid" else line.style
    return replace(line, style=style, end=", ".join(word for word in words if word))
