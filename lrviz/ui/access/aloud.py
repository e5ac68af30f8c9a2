"""A figure in words, for those who listen to it: what it is, where each curve goes, and what it is at the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.ui.figure import Axis, Figure, Floats, Heights, Line, Plot, Seams, Terrain, Trek
from lrviz.ui.numbers import short
from lrviz.ui.pages.chain import Anatomy, Tensor

TOLD = ("solid", "planned", "stale", "told", "fix")
"""Lines that are told; the others are about one of these."""
MANY = 6
"""Of more places than this only how many there are is said."""
EDGE = 0.005
"""What lies so far beyond the edge of a plot, as a share of its width, still counts as in sight."""
LEVEL = 1e-9
"""A curve that changes by no more than this share of its largest value stays where it is."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Spoken", text)


def title(figure: Figure) -> str:
    """Name a figure: by the titles of its plots, else by its headline."""
    heights = figure.terrain.heights if figure.terrain is not None else None
    titles = [figure.chain.title] if figure.chain is not None else []
    titles += [figure.anatomy.title] if figure.anatomy is not None else []
    titles += [_tr("Landscape: {0}").format(heights.title)] if heights is not None else []
    titles += [plot.title for plot in figure.plots]
    return ", ".join(dict.fromkeys(filter(None, titles))) or figure.headline


def summary(figure: Figure) -> str:
    """Say all that a figure shows: its headline, then what its view says of it, or else each of its parts."""
    told = figure.describe() or " ".join([figure.subline, *(pane(plot) for plot in figure.plots)])
    return _joined([*([] if told.startswith(figure.headline) else [figure.headline]), told])


def pane(plot: Plot) -> str:
    """Say what a plot shows: its curves from end to end, what is pinned down on it, and the values at the cursor."""
    said = [_sentence(plot.note)] if plot.note else []
    said += [_curve(line, plot) for line in plot.lines if line.style in TOLD and line.name]
    said += [_seams(seams, plot.x) for seams in plot.seams if len(seams.x)]
    said += [_sentence(f"{spot.text}, {at(plot.x, spot.x)}") for spot in plot.spots if spot.text]
    said += [_sentence(f"{pin.name}: {pin.value}") for pin in plot.pins]
    said += [_sentence(remark.text) for remark in plot.remarks]
    said += [_sentence(plot.bars.remark)] if plot.bars is not None and plot.bars.remark else []
    said += [_sentence(plot.left_out)] if plot.left_out else []
    said.append(_readings(plot))
    return _joined(said)


def terrain(shown: Terrain) -> str:
    """Say what a landscape shows: how low and high it is, and where the runs are on it."""
    said = [] if shown.heights is None else [_heights(shown.heights)]
    said += [_trek(trek, shown.heights) for trek in shown.treks]
    return _joined(said)


def anatomy(shown: Anatomy) -> str:
    """Say what the parts of an update are, and the numbers of the place that is pointed at."""
    tensors = [f"{tensor.name}: {', '.join(_norms(tensor))}" for tensor in shown.tensors]
    return _joined([_sentence(words) for words in (shown.formula, *tensors, shown.reading) if words])


def at(axis: Axis, x: float) -> str:
    """Say a place on an axis: step 264."""
    return f"{axis.title} {short(x, axis.form)}".strip()


def _norms(tensor: Tensor) -> Iterator[str]:
    """Give what is written below each picture of a parameter, or in its place."""
    for index, heat in enumerate(tensor.heats):
        if heat is not None:
            yield heat.words
        elif index < len(tensor.missing) and tensor.missing[index]:
            yield tensor.missing[index]


def _curve(line: Line, plot: Plot) -> str:
    """Say where a curve goes within what is in sight."""
    edge = EDGE * (plot.x.high - plot.x.low)
    seen = (line.x >= plot.x.low - edge) & (line.x <= plot.x.high + edge)
    inside = seen & np.isfinite(line.low) & np.isfinite(line.high)
    name = line.name if line.style != "stale" else _tr("{0}, stale").format(line.name)
    name = _tr("{0}, planned").format(name) if line.style == "planned" else name
    if not inside.any():
        return ""
    said = _course(name, plot, line.x[inside], (line.low[inside] + line.high[inside]) / 2)
    return _joined([said, _sentence(f"{line.name} {line.cross}") if line.cross else ""])


def _course(name: str, plot: Plot, x: Floats, y: Floats) -> str:
    first, last, low, high = float(y[0]), float(y[-1]), float(y.min()), float(y.max())
    start, end, bottom, top = (short(value, plot.y.form) for value in (first, last, low, high))
    if high - low <= LEVEL * max(abs(low), abs(high)):
        return _tr("{0}: {1} throughout.").format(name, start)
    steps = np.diff(y)
    if (steps <= 0).all():
        return _tr("{0}: {1} falling to {2}.").format(name, start, end)
    if (steps >= 0).all():
        return _tr("{0}: {1} rising to {2}.").format(name, start, end)
    if high > max(first, last) and low >= min(first, last):
        return _tr("{0}: from {1} to {2}, highest {3} at {4}.").format(name, start, end, top, at(plot.x, x[y.argmax()]))
    if low < min(first, last) and high <= max(first, last):
        return _tr("{0}: from {1} to {2}, lowest {3} at {4}.").format(
            name, start, end, bottom, at(plot.x, x[y.argmin()])
        )
    return _tr("{0}: from {1} to {2}, between {3} and {4}.").format(name, start, end, bottom, top)


def _seams(seams: Seams, axis: Axis) -> str:
    there = seams.x[(seams.x >= axis.low) & (seams.x <= axis.high)]
    if not len(there):
        return ""
    if len(there) > MANY:
        return _tr("{0} changes at {1} place{1:|s}.").format(seams.name, len(there))
    places = ", ".join(short(float(x), axis.form) for x in there)
    return _tr("{0} changes at {1}.").format(seams.name, f"{axis.title} {places}".strip())


def _readings(plot: Plot) -> str:
    if plot.cursor is None or not plot.readings:
        return ""
    values = ", ".join(f"{reading.name} {reading.text}".strip() for reading in plot.readings)
    return _tr("At {0}: {1}.").format(at(plot.x, plot.cursor), values)


def _heights(heights: Heights) -> str:
    there = heights.values[np.isfinite(heights.values)]
    if not there.size:
        return ""
    low, high = (short(float(value), heights.form) for value in (there.min(), there.max()))
    return _tr("From {0} to {1}.").format(low, high)


def _trek(trek: Trek, heights: Heights | None) -> str:
    name = _tr("{0}, stale").format(trek.name) if trek.stale else trek.name
    if trek.at is None or not 0 <= trek.at < len(trek.z) or not np.isfinite(trek.z[trek.at]):
        return _sentence(f"{name} {trek.end}".strip()) if trek.end else ""
    height = short(float(trek.z[trek.at]), "number" if heights is None else heights.form)
    if trek.off:
        return _tr("{0} is at {1}, {2} off the plane.").format(name, height, short(trek.off))
    return _tr("{0} is at {1}.").format(name, height)


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def _joined(said: Iterable[str]) -> str:
    return " ".join(filter(None, said))
