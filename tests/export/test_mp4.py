"""An MP4 gives the colours back that it was given, to anyone who reads what it says of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from av.video.reformatter import ColorRange, Colorspace

from lrviz.export.mp4 import Pixels, mp4

ORANGE, GREEN = 0xEE6C1A, 0x2FE8BA


def two_tone() -> Pixels:
    picture = np.full((64, 96), ORANGE, np.uint32)
    picture[:, 48:] = GREEN
    return picture


def test_two_tones_survive_and_their_space_is_told(tmp_path: Path) -> None:
    list(mp4(tmp_path / "a.mp4", [two_tone()] * 3, (96, 64), 25))
    with av.open(str(tmp_path / "a.mp4")) as container:
        (first, *others) = container.decode(video=0)
    assert len(others) == 2
    assert (first.colorspace, first.color_range) == (Colorspace.ITU709, ColorRange.MPEG)
    shown = first.reformat(format="rgb24", src_colorspace=Colorspace.ITU709).to_ndarray().astype(int)
    for x, colour in ((20, ORANGE), (76, GREEN)):
        given = [colour >> 16, colour >> 8 & 255, colour & 255]
        assert np.abs(shown[32, x] - given).max() <= 4


def test_frames_are_asked_for_one_by_one(tmp_path: Path) -> None:
    asked: list[int] = []

    def pictures() -> Iterator[Pixels]:
        for index in range(4):
            asked.append(index)
            yield two_tone()

    making = mp4(tmp_path / "a.mp4", pictures(), (96, 64), 25)
    next(making)
    assert asked == [0]
    list(making)


def test_where_it_cant_be_written_is_an_oserror(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        list(mp4(tmp_path / "no" / "a.mp4", [two_tone()], (96, 64), 25))
