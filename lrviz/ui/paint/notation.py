"""Painting formulas: fractions with a bar, powers raised, roots under a roof, brackets as high as what they hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from lrviz.notation import Box, Cases, Fence, Kind, Over, Root, Row, Script, Word
from lrviz.ui import metrics
from lrviz.ui.palette import theme

SMALL = 0.72
"""How large a power or an index is."""
SMALLEST = 0.6
"""Below this share of the text's size nothing shrinks further."""

DOT, COMMA = Word("·", "sign"), Word(",", "sign")

Draw = Callable[[QPainter, float, float], None]


class Laid(NamedTuple):
    """A box laid out: how wide it is, how far it reaches over and under its line, and what paints it at a place."""

    width: float
    over: float
    under: float
    draw: Draw


def lay(box: Box, times: float = 1.0) -> Laid:
    """Lay a box out in the size of text, times as large."""
    match box:
        case Word(text, kind):
            return _word(text, kind, times)
        case Row(parts, tight):
            return _row(parts, times, gap=0.0 if tight else 0.3 * _em(times))
        case Over(above, below):
            return _over(lay(above, times), lay(below, times), times)
        case Script(base, up, down):
            return _script(lay(base, times), up, down, times)
        case Root(inside):
            return _root(lay(inside, times), times)
        case Fence(left, inside, right):
            return _fence(left, lay(inside, times), right, times)
        case Cases(rows):
            return _cases([(lay(value, times), _condition(on, times)) for value, on in rows], times)


def _font(kind: Kind, times: float) -> QFont:
    font = QFont(metrics.font("code" if kind == "parameter" else "body", times))
    font.setItalic(kind == "symbol")
    return font


def _em(times: float) -> float:
    return QFontMetricsF(_font("word", times)).height()


def _axis(times: float) -> float:
    """Give how far over the line a fraction's bar is."""
    return QFontMetricsF(_font("word", times)).xHeight() / 2 + 1


def _word(text: str, kind: Kind, times: float) -> Laid:
    font = _font(kind, times)
    measured = QFontMetricsF(font)

    def draw(painter: QPainter, x: float, y: float) -> None:
        painter.setFont(font)
        painter.setPen(theme().text2 if kind == "sign" else theme().text)
        painter.drawText(QPointF(x, y), text)

    # a slanted letter leans out of its box
    lean = 0.06 * measured.height() if kind == "symbol" else 0.0
    return Laid(measured.horizontalAdvance(text) + lean, measured.capHeight() + 2, measured.descent(), draw)


def _row(parts: Sequence[Box], times: float, gap: float) -> Laid:
    placed: list[tuple[float, Laid]] = []
    x = 0.0
    for before, part in zip((None, *parts), parts, strict=False):
        laid = lay(part, times)
        near = DOT in (before, part)  # a product stands closer than a sum
        x += 0.0 if before is None or part == COMMA else 0.6 * gap if near else gap
        placed.append((x, laid))
        x += laid.width

    def draw(painter: QPainter, left: float, y: float) -> None:
        for at, laid in placed:
            laid.draw(painter, left + at, y)

    return Laid(x, max(laid.over for _, laid in placed), max(laid.under for _, laid in placed), draw)


def _over(above: Laid, below: Laid, times: float) -> Laid:
    axis, gap = _axis(times), 3.0 * times
    width = max(above.width, below.width) + 6 * times

    def draw(painter: QPainter, x: float, y: float) -> None:
        above.draw(painter, x + (width - above.width) / 2, y - axis - gap - above.under)
        below.draw(painter, x + (width - below.width) / 2, y - axis + gap + below.over)
        painter.setPen(QPen(theme().text, times))
        painter.drawLine(QPointF(x + 1, y - axis), QPointF(x + width - 1, y - axis))

    return Laid(width, axis + gap + above.under + above.over, gap + below.over + below.under - axis, draw)


def _script(base: Laid, up: Box | None, down: Box | None, times: float) -> Laid:
    small = max(SMALLEST, SMALL * times)
    high = lay(inline(up), small) if up is not None else None
    low = lay(down, small) if down is not None else None
    rise = max(base.over - 0.55 * (high.over if high else 0.0), 0.35 * _em(times) + (high.under if high else 0.0))
    fall = 0.18 * _em(times) + max(0.0, base.under - 0.25 * _em(times))

    def draw(painter: QPainter, x: float, y: float) -> None:
        base.draw(painter, x, y)
        if high is not None:
            high.draw(painter, x + base.width + 1, y - rise)
        if low is not None:
            low.draw(painter, x + base.width + 1, y + fall)

    wide = max((one.width for one in (high, low) if one is not None), default=0.0)
    over = max(base.over, rise + high.over) if high else base.over
    under = max(base.under, fall + low.under) if low else base.under
    return Laid(base.width + 1 + wide, over, under, draw)


def inline(box: Box) -> Box:
    """Give a box whose fractions are written on one line, as powers have them."""
    match box:
        case Over(above, below):
            return Row((_held(inline(above)), Word("/", "sign"), _held(inline(below))))
        case Row(parts, tight):
            return Row(tuple(map(inline, parts)), tight)
        case Fence(left, inside, right):
            return Fence(left, inline(inside), right)
        case _:
            return box


def _held(box: Box) -> Box:
    return Fence("(", box, ")") if isinstance(box, Row) and not box.tight else box


def _root(inside: Laid, times: float) -> Laid:
    sign, gap = 9.0 * times, 3.0 * times

    def draw(painter: QPainter, x: float, y: float) -> None:
        top, bottom = y - inside.over - gap, y + inside.under
        path = QPainterPath(QPointF(x, y - 0.35 * inside.over))
        path.lineTo(x + 0.25 * sign, y - 0.45 * inside.over)
        path.lineTo(x + 0.6 * sign, bottom)
        path.lineTo(x + sign, top)
        path.lineTo(x + sign + inside.width + 2, top)
        _stroke(painter, path, times)
        inside.draw(painter, x + sign + 1, y)

    return Laid(sign + inside.width + 3, inside.over + gap + 1, inside.under, draw)


def _fence(left: str, inside: Laid, right: str, times: float) -> Laid:
    if left in "(|" and inside.over + inside.under < 1.1 * _em(times):
        return _beside(_word(left, "word", times), inside, _word(right, "word", times))
    side = (4.0 if left in "|⌊⌈" else 6.0) * times

    def draw(painter: QPainter, x: float, y: float) -> None:
        top, bottom = y - inside.over - 1, y + inside.under + 1
        _stroke(painter, _bracket(left, x + 1, x + side - 1, top, bottom), times)
        inside.draw(painter, x + side, y)
        end = x + side + inside.width
        _stroke(painter, _bracket(right, end + side - 1, end + 1, top, bottom), times)

    return Laid(inside.width + 2 * side, inside.over + 1, inside.under + 1, draw)


def _beside(*laid: Laid) -> Laid:
    def draw(painter: QPainter, x: float, y: float) -> None:
        for one in laid:
            one.draw(painter, x, y)
            x += one.width

    return Laid(sum(one.width for one in laid), max(o.over for o in laid), max(o.under for o in laid), draw)


def _bracket(sign: str, outer: float, inner: float, top: float, bottom: float) -> QPainterPath:
    """Give the path of a bracket: `outer` is its side away from what it holds."""
    path = QPainterPath()
    if sign in "()":
        middle, bend = (top + bottom) / 2, min(6.0, (bottom - top) / 3)
        path.moveTo(inner, top)
        path.quadTo(outer, top + 0.3 * bend, outer, top + bend + 1)
        path.lineTo(outer, max(middle, bottom - bend - 1))
        path.quadTo(outer, bottom - 0.3 * bend, inner, bottom)
        return path
    path.moveTo(outer, top)
    path.lineTo(outer, bottom)
    if sign in "⌊⌋":
        path.lineTo(inner, bottom)
    if sign in "⌈⌉":
        path.moveTo(outer, top)
        path.lineTo(inner, top)
    if sign == "‖":
        path.moveTo(inner, top)
        path.lineTo(inner, bottom)
    return path


def _condition(on: Box | None, times: float) -> Laid:
    if on is None:
        return _word("else", "sign", times)
    return _row((Word("if", "sign"), on), times, gap=0.3 * _em(times))


def _cases(rows: Sequence[tuple[Laid, Laid]], times: float) -> Laid:
    gap, brace = 6.0 * times, 12.0 * times
    values = max(value.width for value, _ in rows)
    heights = [(max(value.over, on.over), max(value.under, on.under)) for value, on in rows]
    whole = sum(over + under for over, under in heights) + gap * (len(rows) - 1)
    top = whole / 2 + _axis(times)

    def draw(painter: QPainter, x: float, y: float) -> None:
        _stroke(painter, _brace(x + 2, x + brace - 4, y - top, y - top + whole), times)
        line = y - top
        for (value, on), (over, under) in zip(rows, heights, strict=True):
            value.draw(painter, x + brace, line + over)
            on.draw(painter, x + brace + values + 18 * times, line + over)
            line += over + under + gap

    width = brace + values + 18 * times + max(on.width for _, on in rows)
    return Laid(width, top, whole - top, draw)


def _brace(outer: float, inner: float, top: float, bottom: float) -> QPainterPath:
    middle, between = (top + bottom) / 2, (outer + inner) / 2
    bend = min(6.0, (bottom - top) / 4)
    path = QPainterPath(QPointF(inner, top))
    path.quadTo(between, top, between, top + bend)
    path.lineTo(between, middle - bend)
    path.quadTo(between, middle, outer, middle)
    path.quadTo(between, middle, between, middle + bend)
    path.lineTo(between, bottom - bend)
    path.quadTo(between, bottom, inner, bottom)
    return path


def _stroke(painter: QPainter, path: QPainterPath, times: float) -> None:
    painter.strokePath(path, QPen(theme().text, 1.1 * times))
