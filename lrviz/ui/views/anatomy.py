"""One update of a layer taken apart, as pictures: gradient, momentum, √v, update and weight of each parameter."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.catalog.optimizer import Optimizer
from lrviz.dissection import Dissection, Part, Picture
from lrviz.run import Run
from lrviz.ui.numbers import short
from lrviz.ui.pages.chain import Anatomy, Heat, Spot, Tensor
from lrviz.ui.views.gradients_headline import called
from lrviz.ui.views.layers import Layer

KINDS = ("gradient", "momentum", "root_v", "decay", "update", "weight")
SYMBOL = re.compile(r"lr|[λε]")
DIVISION = re.compile(r" / \(√v̂? \+ ε\)")
GRADIENT = re.compile(r"\bg\b")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Anatomy", text)


def anatomy(run: Run, layer: Layer, apart: Dissection, spot: Spot | None) -> Anatomy | None:
    """Give the pictures of a layer's parameters; None where it has none, or too many layers are taken as one."""
    names = {parameter.name for parameter in layer.parameters}
    parts = [part for part in apart.parts.values() if part.name in names]
    if not parts:
        return None
    kinds = [kind for kind in KINDS if any(_picture(part, kind) is not None for part in parts)]
    tensors = tuple(_tensor(part, kinds) for part in parts)
    title = _tr("Update {0} of {1}").format(apart.step, called(layer))
    there = spot if spot is not None and spot.tensor < len(tensors) else None
    reading = _reading(parts[there.tensor], kinds, there) if there is not None else ""
    heads = tuple(_head(kind, run.optimizer) for kind in kinds)
    return Anatomy(title, formula(run.optimizer, parts), heads, tensors, there, reading)


def formula(optimizer: Optimizer, parts: Sequence[Part]) -> str:
    """Write an optimizer's update in symbols, and again in the numbers that hold at the step."""
    trained = [part for part in parts if part.requires_grad]
    if not trained:
        return _tr("frozen: no update")
    symbols = optimizer.formula
    if all(part.root_v is None for part in trained):  # RAdam divides by nothing before it knows v well enough
        symbols = DIVISION.sub("", symbols)
    if getattr(optimizer, "maximize", False):
        symbols = GRADIENT.sub("(−g)", symbols)
    numbers = {
        "lr": trained[0].lr,
        "λ": getattr(optimizer, "weight_decay", None),
        "ε": getattr(optimizer, "eps", None),
    }

    def number(found: re.Match[str]) -> str:
        value = numbers.get(found[0])
        return found[0] if value is None else short(value)

    return f"Δw = {symbols} = {SYMBOL.sub(number, symbols)}"


def symbol(kind: str) -> str:
    """Give the sign a part of an update has in formulas."""
    return {"gradient": "g", "momentum": "m", "root_v": "√v", "decay": "λw", "update": "Δw", "weight": "w"}[kind]


def _head(kind: str, optimizer: Optimizer) -> tuple[str, str]:
    """Give the head of a column and what it is."""
    corrected = "m̂" in optimizer.formula
    words = {
        "gradient": (_tr("gradient g"), _tr("what backward left in .grad")),
        "momentum": (
            _tr("momentum {0}").format("m̂" if corrected else "m"),
            _tr("running mean of gradients") if corrected else _tr("running sum of gradients"),
        ),
        "root_v": (_tr("size {0}").format(_size(optimizer.formula)), _tr("their running size")),
        "decay": (_tr("decay"), _tr("what weight decay adds")),
        "update": (_tr("update Δw"), _tr("what the step adds")),
        "weight": (_tr("weight w"), _tr("before the step")),
    }
    return words[kind]


def _size(symbols: str) -> str:
    """Give the sign of the gradients' size: Adamax's largest one is u."""
    return next((sign for sign in ("√v̂", "√v") if sign in symbols), "u" if "/ u" in symbols else "√v")


def _tensor(part: Part, kinds: Sequence[str]) -> Tensor:
    shape = "×".join(map(str, part.shape)) or "1"
    heats = tuple(_heat(part, kind) for kind in kinds)
    missing = tuple(_missing(part, kind) for kind in kinds)
    return Tensor(f"{part.name}  {shape}", heats, missing)


def _heat(part: Part, kind: str) -> Heat | None:
    values = _picture(part, kind)
    if values is None:
        return None
    finite = np.abs(values[np.isfinite(values)])
    largest = float(finite.max()) if finite.size else 0.0
    norm = part.norms.get(kind, math.nan)
    words = _tr("‖{0}‖ {1}").format(symbol(kind), short(norm))
    return Heat(np.asarray(values, np.float32), words, _tr(" · ±{0}").format(short(float(f"{largest:.2g}"))))


def _missing(part: Part, kind: str) -> str:
    if kind == "gradient":
        return _tr("None") if part.requires_grad else _tr("None: frozen")
    return _tr("none yet") if part.requires_grad else _tr("none: frozen")


def _picture(part: Part, kind: str) -> Picture | None:
    """Give the picture of a kind, in rows."""
    picture: Picture | None = getattr(part, kind)
    return None if picture is None else np.atleast_2d(picture)


def _reading(part: Part, kinds: Sequence[str], spot: Spot) -> str:
    """Read the numbers at a place: its index in the parameter, or the stretch of them that it is the mean of."""
    read = []
    for kind in kinds:
        values = _picture(part, kind)
        if values is not None and spot.row < values.shape[0] and spot.column < values.shape[1]:
            read.append(f"{symbol(kind)} {short(float(values[spot.row, spot.column]))}")
    return f"{part.name}{_index(part, spot)}:  {'  ·  '.join(read)}"


def _index(part: Part, spot: Spot) -> str:
    shown = np.atleast_2d(part.weight).shape
    rows = part.shape[0] if len(part.shape) > 1 else 1
    columns = math.prod(part.shape) // max(1, rows)
    across = _stretch(spot.column, shown[1], columns)
    return f"[{across}]" if len(part.shape) < 2 else f"[{_stretch(spot.row, shown[0], rows)}, {across}]"


def _stretch(place: int, shown: int, there: int) -> str:
    """Give which of `there` numbers in a row the place of `shown` places stands for."""
    first, end = place * there // shown, max(place * there // shown + 1, (place + 1) * there // shown)
    return f"{first}" if end - first == 1 else f"{first}:{end}"
