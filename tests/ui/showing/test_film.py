"""Films are read back: what they show, how long, and that nothing is left of those that were not finished."""

from __future__ import annotations

import errno
import multiprocessing.context
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from lrviz import Experiment, Quadratic, Run
from lrviz.catalog.problems import walk as hills
from lrviz.errors import ResourceError
from lrviz.jobs.process import end_helpers
from lrviz.results import Trace
from lrviz.ui.figure import Axis, Bars, Figure, Plot
from lrviz.ui.palette import DARK, LIGHT, Theme
from lrviz.ui.racing.raced import Raced
from lrviz.ui.showing import film, filming
from lrviz.ui.showing.film import Reel, Shot, Walk
from lrviz.ui.showing.filming import Filming, Order
from lrviz.ui.views.panorama import Viewpoint, of_surface
from tests.ui.landscapes import PLAN, two_basins

resource = pytest.importorskip("resource")  # not on Windows
SMALL = Reel((320, 180), 10, 1.0)
ENDINGS = [".gif", ".mp4"]


@pytest.fixture(autouse=True, scope="module")
def no_helpers_left() -> Iterator[None]:
    """End what starting a process has started."""
    yield
    end_helpers()


def shots(step: int) -> Shot:
    """Give a pane whose cursor moves."""
    bars = Bars(np.linspace(0, 10, 11), np.arange(10.0))
    return Shot(Figure("A headline", "and a line", (Plot("Bars", Axis(0, 10), Axis(0, 10), bars=bars, cursor=step),)))


def slow(step: int) -> Shot:
    """Give the same, but too late to be waited for."""
    os.kill(os.getpid(), signal.SIGSTOP) if step > 3 else None
    return shots(step)


def dying(step: int) -> Shot:
    """End the process in the middle of a film."""
    if step > 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return shots(step)


def made(path: Path, make: Callable[[int], Shot] = shots, steps: int = 10, **options: Any) -> list[float]:
    return list(film.film(make, steps, path, theme=options.pop("theme", LIGHT), reel=options.pop("reel", SMALL)))


def gif_frames(path: Path) -> tuple[list[Image.Image], list[int]]:
    frames, times = [], []
    with Image.open(path) as image:
        for index in range(getattr(image, "n_frames", 1)):
            image.seek(index)
            frames.append(image.convert("RGB"))
            times.append(int(image.info["duration"]))
    return frames, times


def painted(step: int, size: tuple[int, int] = SMALL.size) -> np.ndarray:
    pixels = film._painted(shots(step), size, LIGHT)
    return np.stack([pixels >> 16 & 255, pixels >> 8 & 255, pixels & 255], axis=-1).astype(int)


def test_a_gif_has_a_frame_for_each_step_and_lasts_as_long_as_it_should(tmp_path: Path) -> None:
    shares = made(tmp_path / "a.gif")
    frames, times = gif_frames(tmp_path / "a.gif")
    assert len(frames) == 10
    assert {frame.size for frame in frames} == {(320, 180)}
    assert times == [100] * 9 + [1100]  # the last one stays for a second
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    with Image.open(tmp_path / "a.gif") as image:
        assert image.info["loop"] == 0


def test_every_frame_of_a_gif_is_what_was_painted(tmp_path: Path) -> None:
    made(tmp_path / "a.gif")
    for step, frame in enumerate(gif_frames(tmp_path / "a.gif")[0]):
        apart = np.abs(np.asarray(frame, int) - painted(step)).max(axis=-1)
        assert (apart == 0).mean() > 0.97  # all but blurred edges
        assert apart.max() < 40


def test_an_uneven_pace_adds_up_to_the_length_of_the_film(tmp_path: Path) -> None:
    made(tmp_path / "a.gif", steps=100, reel=Reel((64, 64), 30, 1.0))
    assert sum(gif_frames(tmp_path / "a.gif")[1]) == 2000


def test_few_steps_are_few_frames_that_stay(tmp_path: Path) -> None:
    made(tmp_path / "a.gif", steps=3)
    frames, times = gif_frames(tmp_path / "a.gif")
    assert (len(frames), sum(times)) == (3, 2000)


def decoded(path: Path) -> tuple[list[np.ndarray], float, tuple[int, int]]:
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        lasts = float((stream.duration or 0) * (stream.time_base or 0))
        frames = [frame.to_ndarray(format="rgb24") for frame in container.decode(stream)]
        return frames, lasts, (stream.width, stream.height)


def test_an_mp4_has_every_frame_and_lasts_as_long_as_it_should(tmp_path: Path) -> None:
    shares = made(tmp_path / "a.mp4", reel=replace(SMALL, size=(321, 181)))
    frames, lasts, size = decoded(tmp_path / "a.mp4")
    assert (len(frames), size) == (20, (320, 180))
    assert lasts == pytest.approx(2.0)
    assert (len(shares), shares[-1]) == (20, 1.0)
    data = (tmp_path / "a.mp4").read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")  # it plays while it loads
    far = np.abs(frames[4].astype(int) - painted(4, (321, 181))[:180, :320]).mean()
    assert far < 3


@pytest.mark.parametrize("suffix", ENDINGS)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_colours_of_the_palette_survive(tmp_path: Path, suffix: str, theme: Theme) -> None:
    made(tmp_path / f"a{suffix}", theme=theme)
    frames = gif_frames(tmp_path / "a.gif")[0] if suffix == ".gif" else decoded(tmp_path / "a.mp4")[0]
    surface = theme.surface
    for frame in frames:
        corner = np.asarray(frame, int)[2, 2]
        near = np.abs(corner - [surface.red(), surface.green(), surface.blue()]).max()
        assert near <= (0 if suffix == ".gif" else 3)


@pytest.mark.parametrize("suffix", ENDINGS)
def test_a_film_that_is_cancelled_leaves_nothing_and_touches_nothing(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"before")
    making = film.film(shots, 10, path, theme=LIGHT, reel=SMALL)
    for _ in range(4):
        next(making)
    assert len(list(tmp_path.iterdir())) == 2
    making.close()
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == b"before"


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """Let no file grow beyond a size, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("suffix", ENDINGS)
def test_a_disk_that_is_full_is_said_in_one_line_and_leaves_nothing(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    with full_disk(1500), pytest.raises(OSError, match="can’t be written: file too large") as caught:
        made(path)
    assert caught.value.errno == errno.EFBIG
    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", ENDINGS)
def test_a_place_that_cant_be_written_is_named(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / "no" / f"a{suffix}"
    with pytest.raises(OSError, match=f"{path} can’t be written: no such file"):
        made(path)


@pytest.mark.parametrize(
    ("name", "reel", "words"),
    [
        ("a.avi", SMALL, "ends in .avi: a film is a .gif or .mp4 file"),
        ("a", SMALL, "a has no ending: a film"),
        ("a.mp4", replace(SMALL, size=(5000, 100)), "5000 × 100 pixels: each side must be between 64 and 4096"),
        ("a.gif", replace(SMALL, fps=51), "51 frames a second: a .gif file must have between 1 and 50"),
        ("a.gif", replace(SMALL, seconds=601.0), "601 seconds"),
    ],
)
def test_what_cant_be_made_is_refused_in_one_line(tmp_path: Path, name: str, reel: Reel, words: str) -> None:
    with pytest.raises(ResourceError, match=words):
        made(tmp_path / name, reel=reel)
    assert list(tmp_path.iterdir()) == []


def image_of(shot: Shot, size: tuple[int, int]) -> QImage:
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    film.paint_shot(painter, QRectF(0, 0, *size), shot, LIGHT)
    painter.end()
    return image


def test_a_film_of_a_surface_follows_the_walk_and_looks_for_no_basins(monkeypatch: pytest.MonkeyPatch) -> None:
    bowl = Quadratic()
    plan = Experiment.of(Run("a"), Run("b"), problem=hills.Walk(model=bowl), steps=3)
    places = np.array([[-4.0, 1.5], [-2.0, 1.0], [-1.0, 0.0], [0.5, 0.0]])
    trace = Trace(np.ones(3), np.full(3, 0.1), places=places, slopes=np.zeros((3, 2)))
    raced = {run.name: Raced((trace, trace), 3) for run in plan.runs}
    found = of_surface(plan, bowl, raced, Viewpoint(2, 1.5)).landscape
    assert found is not None

    def asked(*_: object) -> None:
        raise AssertionError("a film says nothing of basins")

    monkeypatch.setattr("lrviz.basins.descent", asked)
    terrain = Walk(plan, found, raced=raced)(1).plane.terrain
    assert terrain is not None
    assert [trek.at for trek in terrain.treks] == [1, 1]


def test_the_plane_and_the_curves_stand_side_by_side_or_above_each_other() -> None:
    shot = Walk(PLAN, two_basins())(5)
    assert shot.plane.terrain is not None
    assert shot.plane.terrain.treks[0].at == 1  # six updates are done: the place kept after five
    assert shot.beside is not None
    assert [plot.key for plot in shot.beside.plots] == ["lr"]
    assert shot.beside.plots[0].cursor == 5
    bare = replace(shot, beside=Figure(plots=(Plot("", Axis(0, 1), Axis(0, 1)),)))
    wide, tall = (image_of(bare, size) for size in ((640, 360), (360, 640)))
    edges = {wide.pixelColor(639, y).name() for y in range(360)}
    assert edges == {LIGHT.surface.name()}
    assert tall.pixelColor(350, 639).name() == LIGHT.surface.name()
    assert tall.pixelColor(2, 200).name() != LIGHT.surface.name()  # the plane reaches from side to side


# Beside the window --------------------------------------------------------------------------------------------------


def order(path: Path, make: Callable[[int], Shot] = shots) -> Order:
    return Order(make, 10, path, LIGHT, SMALL)


def test_a_film_is_made_beside_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    making = Filming(order(tmp_path / "a.gif", Walk(PLAN, two_basins())))
    shares: list[float] = []
    making.progressed.connect(shares.append)
    with qtbot.waitSignal(making.made) as told:
        making.start()
    making.wait()
    assert told.args == [str(tmp_path / "a.gif")]
    assert len(gif_frames(tmp_path / "a.gif")[0]) == 10
    assert shares[-1] == 1.0


def test_a_film_cancelled_beside_the_window_leaves_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    making = Filming(order(tmp_path / "a.mp4"))
    making.progressed.connect(making.cancel)
    said: list[str] = []
    making.made.connect(said.append)
    making.failed.connect(said.append)
    with qtbot.waitSignal(making.finished):
        making.start()
    assert (said, list(tmp_path.iterdir())) == ([], [])


def test_a_process_that_hangs_is_ended(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filming, "PATIENCE", 0.2)
    making = Filming(order(tmp_path / "a.mp4", slow))
    making.progressed.connect(making.cancel)
    with qtbot.waitSignal(making.finished):
        making.start()
    assert list(tmp_path.iterdir()) == []


def test_a_process_that_dies_is_said_and_leaves_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    making = Filming(order(tmp_path / "a.mp4", dying))
    with qtbot.waitSignal(making.failed) as told:
        making.start()
    making.wait()
    assert "a.mp4 can’t be written: the process that makes it has died" in told.args[0]
    assert list(tmp_path.iterdir()) == []


def test_a_process_that_can_not_be_started_is_said(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise OSError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(multiprocessing.context.SpawnProcess, "start", refuse)
    making = Filming(order(tmp_path / "a.mp4"))
    with qtbot.waitSignal(making.failed) as told:
        making.start()
    making.wait()
    assert "a.mp4 can’t be written: resource temporarily unavailable" in told.args[0]
    assert list(tmp_path.iterdir()) == []


def test_what_goes_wrong_beside_the_window_is_said_in_one_line(qtbot: QtBot, tmp_path: Path) -> None:
    making = Filming(order(tmp_path / "no" / "a.gif"))
    with qtbot.waitSignal(making.failed) as told:
        making.start()
    making.wait()
    assert "can’t be written: no such file" in told.args[0]
    wrong = Filming(order(tmp_path / "a.avi"))
    with qtbot.waitSignal(wrong.failed) as told:
        wrong.start()
    wrong.wait()
    assert "a film is a .gif or .mp4 file" in told.args[0]
