"""A walk over a landscape as a film: each frame the plane and the learning rate at one step, as GIF or MP4."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any

import numpy as np
from msgspec import Meta
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from lrviz.catalog.surface import Surface
from lrviz.errors import ResourceError
from lrviz.experiment import Experiment
from lrviz.export.gif import Pixels, gif
from lrviz.export.mp4 import mp4
from lrviz.files import beside, cause
from lrviz.results import Landscape, Trace
from lrviz.sentences import say
from lrviz.spec import Value
from lrviz.ui import metrics
from lrviz.ui.figure import Figure
from lrviz.ui.outlook import Outlook
from lrviz.ui.paint import paint
from lrviz.ui.palette import Theme
from lrviz.ui.racing.raced import Raced
from lrviz.ui.showing.pictures import application, ending, paint_page, paint_words
from lrviz.ui.views import schedule, training
from lrviz.ui.views.cropping import cropped
from lrviz.ui.views.ground import Ground, figure
from lrviz.ui.views.panorama import Viewpoint, of_surface
from lrviz.ui.views.sight import Sight

SMALLEST, LARGEST = 64, 4096
"""Pixels a film may be wide or high."""
FASTEST = {".gif": 50, ".mp4": 60}
"""Frames a second: a GIF counts in hundredths of a second, and viewers slow down below two."""
LONGEST = 600.0
"""Seconds a film may last."""
HOLD = 1.0
"""Seconds for which its end stays."""
PLANE, LEAST = 0.65, 0.45
"""Share of a frame that the plane has, at most and at least: as much as its shape needs."""
WIDE = 1.2
"""Times as wide as high, from which on the curves stand beside the plane instead of below."""
DRAWN_FOR = (1280, 720)
"""The size at which type has its own size; in a larger film it grows."""
SAMPLES = 5
"""Frames from which a GIF's palette is made."""


@dataclass(frozen=True, eq=False)
class Shot:
    """What one frame shows: the plane, and what stands beside it."""

    plane: Figure
    beside: Figure | None = None


class Pace(Value, frozen=True):
    """How fast a film goes: what a person sets of it."""

    seconds: Annotated[
        float,
        Meta(ge=0.5, le=LONGEST, description="Seconds from the first step to the last.", extra={"slider": (2, 30)}),
    ] = 6.0
    fps: Annotated[int, Meta(ge=1, le=50, description="Frames a second.", extra={"slider": (5, 50)})] = 25


@dataclass(frozen=True)
class Reel:
    """How a film is made: its size in pixels, frames a second, and seconds from the first step to the last."""

    size: tuple[int, int] = DRAWN_FOR
    fps: int = 25
    seconds: float = 6.0


@dataclass(frozen=True, eq=False)
class Walk:
    """A race's walk over its landscape: given an update, what a film shows there. It can be sent to another process.

    `experiment` is the plan that was raced, `raced` the runs' races: without them there are no losses beside the plane.
    """

    experiment: Experiment
    landscape: Landscape
    outlook: Outlook = field(default_factory=Outlook)
    raced: Mapping[str, Raced] = field(default_factory=dict)
    headline: str = ""
    subline: str = ""

    def __call__(self, step: int) -> Shot:
        """Give the plane at an update, and the curves beside it with the cursor there."""
        area, surface = self.landscape.area, self.experiment.problem.model
        if isinstance(surface, Surface):
            view = Viewpoint(step, (area[1] - area[0]) / (area[3] - area[2]), self.outlook, area)
            seen = of_surface(self.experiment, surface, self.raced, view, settle=_unsettled).figure
            plane = replace(seen, headline=self.headline, subline=self.subline)
        else:
            ground = Ground(self.landscape, area, self.outlook, step + 1)
            plane = figure(self.experiment, ground, self.headline, self.subline)
        return frame(self.experiment, plane, step, self.raced)

    def __getstate__(self) -> dict[str, Any]:
        """Leave out of the races what no film shows: the models' answers take far more room than all the rest."""
        raced = {
            name: replace(race, traces=tuple(_curves(trace) for trace in race.traces))
            for name, race in self.raced.items()
        }
        return {**self.__dict__, "raced": raced}


def _unsettled(*_: object) -> None:
    """Look for no basins: a film's words are given, and they take longer than a frame."""


def _curves(trace: Trace) -> Trace:
    return replace(trace, looks=(), metrics=dict(trace.metrics))


def frame(experiment: Experiment, plane: Figure, step: int, raced: Mapping[str, Raced] | None = None) -> Shot:
    """Give what a film shows at an update: a figure of the plane there, beside it the rates and the true losses."""
    sight = replace(Sight.whole(experiment), cursor=step)
    rates = schedule.figure(experiment, raced or {}, replace(sight, momentum=False))
    plots = tuple(plot for plot in rates.plots if plot.key == "lr")
    if raced:
        chosen = training.figure(experiment, raced, replace(sight, panes=("lr", "loss"))).plots
        plots = tuple(replace(plot, head=None) for plot in chosen) or plots
    return Shot(plane, Figure(plots=plots) if plots else None)


def film(
    shots: Callable[[int], Shot], steps: int, path: Path | str, *, theme: Theme, reel: Reel | None = None
) -> Generator[float, None, None]:
    """Write a film of the updates 0 to `steps` - 1, in the format the name ends with: .gif or .mp4.

    It yields the share that is done after each frame. The file is there, whole, once the last is; a generator that is
    closed before leaves nothing behind. Of an MP4 the sides are rounded down to even numbers.

    Parameters
    ----------
    shots
        Gives what is shown at an update.
    steps, path, theme
        Of how many updates, where to, and in which colours.
    reel
        Size, speed and length; by default 1280 × 720 and 6 s at 25 frames a second.

    Raises
    ------
    ResourceError
        The format is neither, or size, speed or length is out of bounds.
    OSError
        It can't be written there; the message is one line.
    """
    path, reel = Path(path), reel or Reel()
    check(path, reel)
    with said(path), beside(path) as part:
        yield from frames(shots, steps, part, path.suffix.lower(), theme=theme, reel=reel)


def frames(
    shots: Callable[[int], Shot], steps: int, part: Path, suffix: str, *, theme: Theme, reel: Reel
) -> Generator[float, None, None]:
    """Write a film into a file as it is, whatever its name ends with; it yields as `film` does."""
    application()
    due = _due(steps, reel)
    write = _as_gif if suffix == ".gif" else _as_mp4
    yield from write(part, lambda step: _painted(shots(step), reel.size, theme), due, reel)


@contextlib.contextmanager
def said(path: Path) -> Iterator[None]:
    """Say in one line why a film can't be written."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, say("{path} can’t be written: {why}", path=path, why=cause(error))) from None


def check(path: Path, reel: Reel) -> None:
    """Check that a film can be made so.

    Raises
    ------
    ResourceError
        The format is neither .gif nor .mp4, or size, speed or length is out of bounds.
    """
    suffix = path.suffix.lower()
    if suffix not in FASTEST:
        told = ending(path.name, path.suffix)
        raise ResourceError(say("{told}: a film is a .gif or .mp4 file", told=told))
    if not all(SMALLEST <= side <= LARGEST for side in reel.size):
        raise ResourceError(
            say(
                "a film of {wide} × {high} pixels: each side must be between {least} and {most}",
                wide=reel.size[0],
                high=reel.size[1],
                least=SMALLEST,
                most=LARGEST,
            )
        )
    if not 1 <= reel.fps <= FASTEST[suffix]:
        raise ResourceError(
            say(
                "a film of {fps} frame{fps:|s} a second: a {suffix} file must have between 1 and {most}",
                fps=reel.fps,
                suffix=suffix,
                most=FASTEST[suffix],
            )
        )
    if not 1 / reel.fps <= reel.seconds <= LONGEST:
        raise ResourceError(
            say(
                "a film of {seconds:g} second{seconds:|s}: it must last between one frame and {most:g}",
                seconds=reel.seconds,
                most=LONGEST,
            )
        )


def _due(steps: int, reel: Reel) -> list[tuple[int, int]]:
    """Give the updates that are shown in order, each with its number of frames; the last one stays for a while."""
    count = max(1, round(reel.fps * reel.seconds))
    shown = np.rint(np.linspace(0, max(0, steps - 1), count)).astype(int).tolist() if count > 1 else [max(0, steps - 1)]
    shown += [shown[-1]] * round(HOLD * reel.fps)
    return [(step, len(list(same))) for step, same in groupby(shown)]


def _as_gif(
    part: Path, paint: Callable[[int], Pixels], due: Sequence[tuple[int, int]], reel: Reel
) -> Generator[float, None, None]:
    """Write a GIF: each update is one frame, shown for as long as it takes."""
    ends = np.cumsum([frames for _, frames in due])
    times = np.diff(np.rint(100 * ends / reel.fps).astype(int), prepend=0).tolist()
    with part.open("wb") as file:
        chosen = np.unique(np.linspace(0, len(due) - 1, min(SAMPLES, len(due))).astype(int))
        samples: list[Pixels] = []
        total = len(chosen) + len(due)
        for index in chosen:
            samples.append(paint(due[index][0]))
            yield len(samples) / total
        pictures = ((paint(step), time) for (step, _), time in zip(due, times, strict=True))
        for done, _ in enumerate(gif(file, samples, pictures), len(chosen) + 1):
            yield done / total


def _as_mp4(
    part: Path, paint: Callable[[int], Pixels], due: Sequence[tuple[int, int]], reel: Reel
) -> Generator[float, None, None]:
    """Write an MP4: frames follow each other at even times."""
    width, height = (side - side % 2 for side in reel.size)
    total = sum(frames for _, frames in due)
    for done, _ in enumerate(mp4(part, _repeated(paint, due, (height, width)), (width, height), reel.fps), 1):
        yield done / total


def _repeated(
    paint: Callable[[int], Pixels], due: Sequence[tuple[int, int]], shape: tuple[int, int]
) -> Iterator[Pixels]:
    for step, frames in due:
        picture = paint(step)[: shape[0], : shape[1]]
        for _ in range(frames):
            yield picture


def _painted(shot: Shot, size: tuple[int, int], theme: Theme) -> Pixels:
    """Paint a frame."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        paint_shot(painter, QRectF(0, 0, *size), shot, theme, times=_times(size))
    finally:
        painter.end()
    words = np.frombuffer(image.constBits(), np.uint32).reshape(size[1], image.bytesPerLine() // 4)
    return words[:, : size[0]] & np.uint32(0xFFFFFF)


def _times(size: tuple[int, int]) -> float:
    """Give how much type, lines and marks are enlarged: as much as the film is larger than it was drawn for."""
    return max(0.5, min(side / drawn for side, drawn in zip(size, DRAWN_FOR, strict=True)))


def paint_shot(painter: QPainter, rect: QRectF, shot: Shot, theme: Theme, *, times: float = 1.0) -> None:
    """Paint the plane and what stands beside it, or below where there is no room beside, and the words above both."""
    painter.fillRect(rect, theme.surface)
    if shot.beside is None:
        paint_page(painter, rect, shot.plane, theme, times=times)
        return
    below = paint_words(painter, rect, shot.plane, theme, times=times) + metrics.S2 * times
    plane = QRectF(rect.left(), round(below), rect.width(), rect.bottom() - round(below))
    other = QRectF(plane)
    if rect.width() >= WIDE * rect.height():
        plane.setWidth(round(rect.width() * min(PLANE, max(LEAST, plane.height() * _shape(shot) / rect.width()))))
        other.setLeft(plane.right())
    else:
        plane.setHeight(round(plane.height() * PLANE))
        other.setTop(plane.bottom())
    paint(painter, plane, cropped(shot.plane, plane), theme, times=times)
    paint(painter, other, shot.beside, theme, times=times)


def _shape(shot: Shot) -> float:
    """Give the width of what is in sight of the plane against its height."""
    terrain = shot.plane.terrain
    return math.inf if terrain is None else (terrain.x.high - terrain.x.low) / (terrain.y.high - terrain.y.low)
