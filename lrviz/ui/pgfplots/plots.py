"""One plot as an axis of pgfplots."""

from __future__ import annotations

from collections.abc import Iterator

from lrviz.ui.figure import Plot
from lrviz.ui.paint.ticks import labels, ticks
from lrviz.ui.pgfplots.around import POINTS, Room, around
from lrviz.ui.pgfplots.inside import inside
from lrviz.ui.pgfplots.numbers import Field, bound
from lrviz.ui.pgfplots.words import comment, written


def axis(plot: Plot, room: Room) -> Iterator[str]:
    """Give the lines of a plot in its room."""
    field = Field.of(plot.x, plot.y, room.wide * POINTS, room.high * POINTS)
    yield f"  % {comment(plot.title)}"
    yield r"  \begin{axis}["
    yield from (f"    {option}," for option in options(field, room))
    yield "  ]"
    yield from (f"    {line}" for line in inside(plot, field))
    yield r"  \end{axis}"
    yield from (f"  {line}" for line in around(plot, field, room))


def options(field: Field, room: Room) -> Iterator[str]:
    """Give the options of an axis: where it is, what it shows, and its numbers as the window writes them."""
    yield f"lrviz, at={{{room.place(0, 0)}}}, width={room.wide:.2f}mm, height={room.high:.2f}mm"
    for name, scale, most in (("x", field.x, int(room.wide / 11)), ("y", field.y, int(room.high / 7))):
        shown = scale.axis
        places = ticks(shown, min(8, max(2, most)))
        texts = ",".join(f"{{{written(text)}}}" for text in labels(shown, places))
        log = f", {name}mode=log" if shown.log else ""
        yield f"{name}min={bound(shown, shown.low)}, {name}max={bound(shown, shown.high)}{log}"
        yield f"{name}tick={{{','.join(bound(shown, place) for place in places)}}}, {name}ticklabels={{{texts}}}"
