"""What the script of a report draws: panes and planes as JSON, in short numbers."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from typing import Any

import numpy as np

from lrviz.export.report.content import Curve, Floats, Ground, Pane, Report, Scale

DIGITS = 6
"""Digits of the numbers that curves are drawn from; the tables that can be saved have all."""
TALL = 3
"""A view of fewer panes, one below the other, has tall ones."""
WORDS = ("log", "linear", "scale", "copied")
"""The page's words that its script says."""


def id_of(view: int, pane: int | str) -> str:
    """Give what a pane of a view is called in the page, or its plane."""
    return f"pane-{view}-{pane}"


def data(report: Report) -> str:
    """Give all curves as JSON that can stand in a page."""
    pool = _Pool()
    panes = [
        {
            "id": id_of(i, j),
            "view": i,
            "columns": view.columns,
            "tall": not view.two and len(view.panes) < TALL,
            **_pane(pane, pool),
        }
        for i, view in enumerate(report.views)
        for j, pane in enumerate(view.panes)
    ]
    grounds = [
        {"id": id_of(i, "ground"), **_ground(view.ground)}
        for i, view in enumerate(report.views)
        if view.ground is not None
    ]
    whole = {
        "words": {name: report.words[name] for name in WORDS},
        "runs": [name for name, _ in report.runs],
        "baseline": report.baseline,
        "panes": panes,
        "grounds": grounds,
        "xs": pool.held,
    }
    text = json.dumps(whole, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.translate({ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


class _Pool:
    """Numbers that many curves have in common, held once."""

    def __init__(self) -> None:
        self.held: list[list[float | int | None]] = []
        self._places: dict[bytes, int] = {}

    def place(self, values: Floats) -> int:
        """Give the index of numbers among those held."""
        key = np.ascontiguousarray(values, np.float64).tobytes()
        if key not in self._places:
            self._places[key] = len(self.held)
            self.held.append(_numbers(values))
        return self._places[key]


def _pane(pane: Pane, pool: _Pool) -> dict[str, Any]:
    bars = None if pane.bars is None else {"edges": _numbers(pane.bars.edges), "heights": _numbers(pane.bars.heights)}
    spots = [
        {"run": spot.run, "colour": spot.colour, "x": spot.x, "y": spot.y, "text": spot.text}
        for spot in pane.spots
        if math.isfinite(spot.x) and math.isfinite(spot.y)
    ]
    pins = [
        {name: getattr(pin, name) for name in ("run", "colour", "name", "value", "look")}
        | {name: _rounded(float(getattr(pin, name))) for name in ("x", "low", "high")}
        for pin in pane.pins
    ]
    dots = None if pane.dots is None else {"x": _numbers(pane.dots.x), "y": _numbers(pane.dots.y)}
    if dots is not None and pane.dots is not None:
        dots["kind"] = pane.dots.kind.tolist()
    own = {name: getattr(pane, name) for name in ("title", "group", "smooth", "square")}
    drawn = {"bars": bars, "spots": spots, "pins": pins, "dots": dots}
    curves = [_curve(curve, pool) for curve in pane.curves]
    return {"x": _scale(pane.x), "y": _scale(pane.y), **own, **drawn, "curves": curves}


def _scale(axis: Scale) -> dict[str, Any]:
    return {"low": axis.low, "high": axis.high, "title": axis.title, "log": axis.log, "form": axis.form}


def _curve(curve: Curve, pool: _Pool) -> dict[str, Any]:
    own = {"run": curve.run, "name": curve.name, "colour": curve.colour, "style": curve.style, "named": curve.named}
    high = None if curve.high is curve.low or np.array_equal(curve.high, curve.low) else _numbers(curve.high)
    return {**own, "end": curve.end, "x": pool.place(curve.x), "low": _numbers(curve.low), "high": high}


def _ground(ground: Ground) -> dict[str, Any]:
    """Give a plane; its points are written as flat lists, x and y in turn, to a ten-thousandth of its width."""
    near = _Near(ground.x.high - ground.x.low)
    treks = [
        {
            **{name: getattr(trek, name) for name in ("run", "name", "colour", "end", "stale")},
            "steps": _numbers(trek.steps),
            "at": near.flat(np.column_stack([trek.x, trek.y])),
            "z": _numbers(trek.z),
        }
        for trek in ground.treks
    ]
    contours = [{"text": one.text, "lines": [near.flat(line) for line in one.lines]} for one in ground.contours]
    own = {name: getattr(ground, name) for name in ("title", "group", "first", "form", "start")}
    return {
        **own,
        "x": _scale(ground.x),
        "y": _scale(ground.y),
        "xs": _numbers(ground.xs),
        "ys": _numbers(ground.ys),
        "bands": [_numbers(row) for row in ground.bands],
        "edges": _numbers(ground.edges),
        "light": list(ground.ramp[0]),
        "dark": list(ground.ramp[1]),
        "contours": contours,
        "treks": treks,
    }


class _Near:
    """Writes points of a plane as no eye could tell from where they are."""

    def __init__(self, wide: float) -> None:
        self._places = 4 - math.floor(math.log10(wide)) if wide > 0 else DIGITS

    def flat(self, points: Floats) -> list[float | int | None]:
        """Give points (n, 2) one after another: x, y, x, y."""
        return [_rounded(round(value, self._places)) for value in points.ravel().tolist()]


def _numbers(values: Iterable[float]) -> list[float | int | None]:
    """Write numbers short: whole ones as such, none for those that aren't finite."""
    return [_rounded(float(value)) for value in values]


def _rounded(value: float) -> float | int | None:
    if not math.isfinite(value):
        return None
    if value.is_integer() and abs(value) < 2**53:
        return int(value)
    return float(f"{value:.{DIGITS}g}")
