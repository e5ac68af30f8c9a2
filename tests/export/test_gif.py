"""GIFs keep flat colours as they are, and change nothing where nothing changes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image

from lrviz.export.gif import COLOURS, Pixels, gif, shared_palette

BANDS = np.array([0x0B1526 + 0x050607 * k for k in range(26)], np.uint32)
"""Neighbours that differ by 5 to 7 of 255."""


def bands(shift: int = 0) -> Pixels:
    """26 bands with a soft edge of a thousand colours, and a square that moves."""
    picture = np.repeat(BANDS, 8)[:, None].repeat(256, axis=1)
    picture[:, -32:] += np.arange(208, dtype=np.uint32)[:, None] % 97
    picture[40:60, shift : shift + 20] = 0x2FE8BA
    return picture


def read(data: bytes) -> list[Pixels]:
    found = []
    with Image.open(io.BytesIO(data)) as image:
        for index in range(getattr(image, "n_frames", 1)):
            image.seek(index)
            red, green, blue = np.moveaxis(np.asarray(image.convert("RGB"), np.uint32), -1, 0)
            found.append(red << 16 | green << 8 | blue)
    return found


def written(pictures: list[Pixels]) -> list[Pixels]:
    file = io.BytesIO()
    assert len(list(gif(file, pictures[:1], ((picture, 4) for picture in pictures)))) == len(pictures)
    return read(file.getvalue())


def test_flat_bands_keep_their_colours_in_every_frame() -> None:
    pictures = [bands(shift) for shift in (0, 7, 90)]
    for before, after in zip(pictures, written(pictures), strict=True):
        np.testing.assert_array_equal(after[:, :-32], before[:, :-32])


def test_colours_that_are_too_many_become_near_ones() -> None:
    picture = bands()
    (after,) = written([picture])
    apart = [np.abs((picture >> place & 255).astype(int) - (after >> place & 255)).max() for place in (0, 8, 16)]
    assert max(apart) <= 12


def test_a_palette_holds_what_covers_most_and_room_is_left_for_one_transparent() -> None:
    noise = np.random.default_rng(0).integers(0, 2**24, (64, 64)).astype(np.uint32)
    palette = shared_palette([bands(), noise])
    assert len(palette) <= COLOURS
    assert set(BANDS.tolist()) <= set(palette.tolist())
    assert shared_palette([np.full((4, 4), 0xFF0000, np.uint32)]).tolist() == [0xFF0000]


def test_a_frame_that_changes_little_is_small_and_one_that_stays_is_kept() -> None:
    still, moved = (io.BytesIO() for _ in range(2))
    list(gif(still, [bands()], [(bands(), 4)] * 10))
    list(gif(moved, [bands()], [(bands(shift), 4) for shift in range(10)]))
    alone = io.BytesIO()
    list(gif(alone, [bands()], [(bands(), 4)]))
    assert len(still.getvalue()) < len(alone.getvalue()) + 10 * 64
    assert len(moved.getvalue()) < 2 * len(alone.getvalue())
    assert len(read(moved.getvalue())) == 10


def test_frames_are_asked_for_one_by_one(tmp_path: Path) -> None:
    asked: list[int] = []

    def pictures() -> Iterator[tuple[Pixels, int]]:
        for shift in range(5):
            asked.append(shift)
            yield bands(shift), 4

    with (tmp_path / "a.gif").open("wb") as file:
        making = gif(file, [bands()], pictures())
        next(making)
        next(making)
        assert asked == [0, 1]
        list(making)
