"""PNG files by rows: another reader sees the same pixels, the resolution and the words."""

from __future__ import annotations

import io
from collections.abc import Generator

import numpy as np
import pytest
from PIL import Image

from lrviz.export import png as pngs
from lrviz.export.png import Pixels, png


def finished(making: Generator[None, None, bytes]) -> tuple[bytes, int]:
    turns = 0
    while True:
        try:
            next(making)
        except StopIteration as end:
            return end.value, turns
        turns += 1


def picture(height: int, width: int, channels: int) -> Pixels:
    return np.random.default_rng(0).integers(0, 256, (height, width, channels), dtype=np.uint8)


@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("shape", [(1, 1), (7, 300), (701, 40)])
def test_another_reader_sees_the_same_pixels(
    shape: tuple[int, int], channels: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pngs, "ROWS", 4096)  # in many parts
    pixels = picture(*shape, channels)
    data, turns = finished(png(pixels, 300, {"Title": "λ falls", "Empty": ""}))
    with Image.open(io.BytesIO(data)) as image:
        assert image.mode == ("RGB" if channels == 3 else "RGBA")
        assert (np.asarray(image) == pixels).all()
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.01)
        assert image.text == {"Title": "λ falls"}  # type: ignore[attr-defined]  # of PNG images alone
    assert turns == -(-shape[0] // max(1, 4096 // (shape[1] * channels)))


def test_a_flat_picture_is_small() -> None:
    data, _ = finished(png(np.full((2000, 2000, 3), 255, np.uint8), 96, {}))
    assert len(data) < 20_000
