"""A strict reader of what lrviz writes for LaTeX: it knows no more than is needed, and refuses the rest."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field

PAIR = re.compile(r"\(([^(),]+),([^(),]+)\)")


@dataclass
class Read:
    """An axis: its limits, and the coordinates of each of its plots by their options."""

    limits: dict[str, float] = field(default_factory=dict)
    ticks: dict[str, list[float]] = field(default_factory=dict)
    plots: list[tuple[str, list[tuple[float, float]]]] = field(default_factory=list)


def read(data: bytes) -> list[Read]:
    """Read a file: every brace is closed, every environment ended, every coordinate a number or a gap."""
    text = "\n".join(re.sub(r"(?<!\\)%.*", "", line) for line in data.decode().splitlines())
    depth = 0
    for brace in re.findall(r"(?<!\\)[{}]", text):
        depth += 1 if brace == "{" else -1
        assert depth >= 0
    assert depth == 0
    assert re.findall(r"\\begin\{(\w+)\}", text).count("axis") == re.findall(r"\\end\{(\w+)\}", text).count("axis")
    return [_axis(inner) for inner in re.findall(r"\\begin\{axis\}(.*?)\\end\{axis\}", text, re.DOTALL)]


def _axis(text: str) -> Read:
    found = Read()
    for name, value in re.findall(r"([xy]m(?:in|ax))=([^,\s]+)", text):
        found.limits[name] = float(value)
    for name, values in re.findall(r"([xy])tick=\{([^}]*)\}", text):
        found.ticks[name] = [float(value) for value in values.split(",")]
    for options, inner in re.findall(r"\\addplot\[((?:[^\[\]])*)\] coordinates \{([^}]*)\}", text):
        assert re.fullmatch(r"(?:\([^(),\s]+,[^(),\s]+\)\s*)+", inner), inner[:200]
        points = [(float(x), float(y)) for x, y in PAIR.findall(inner)]
        assert not any(math.isinf(value) for point in points for value in point)
        found.plots.append((options, points))
    return found


def words(data: bytes) -> str:
    """Give the file without what is escaped, so that every special sign left in it means something to LaTeX."""
    kept = "\n".join(f" {line}".partition(" % ")[0] for line in data.decode().splitlines())
    return re.sub(r"\\(?:textbackslash|textasciitilde|textasciicircum)\{\}|\\[&%$#_{}]|\$[^$]*\$", "", kept)
