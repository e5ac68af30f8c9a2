"""Animated GIFs, written frame by frame with one palette for all, so that nothing flickers and nothing piles up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint32]
"""A picture (height, width): each pixel is 0xRRGGBB."""
COLOURS = 255
"""Of a palette; the one after them is transparent: a pixel stays as it was."""
EXACT = 192
"""At most so many colours are kept as they are: those that cover most."""
COVERS = 2e-5
"""Share of the pixels that a colour covers to be kept as it is; those of blurred edges are merged."""
BITS = 6
"""Of each channel by which other colours find their nearest."""


def gif(file: BinaryIO, samples: Sequence[Pixels], frames: Iterable[tuple[Pixels, int]]) -> Iterator[None]:
    """Write an animation that runs for ever; yield after each frame.

    Parameters
    ----------
    file
        Where to; nothing is read from it.
    samples
        Pictures that have all colours of the frames, from which the palette is made.
    frames
        The pictures, all of one size, and how many hundredths of a second each is shown.
    """
    from PIL import GifImagePlugin, Image

    palette = shared_palette(samples)
    nearest = _nearest(palette)
    before: NDArray[np.uint8] | None = None
    for pixels, shown in frames:
        indices = nearest[pixels]
        top, left, changed = _changed(before, indices)
        image = Image.fromarray(changed)
        image.putpalette(_bytes(palette))
        if before is None:
            header, _ = GifImagePlugin.getheader(image, info={"loop": 0})
            file.writelines(header)
        options: dict[str, Any] = {"duration": 10 * shown, "disposal": 1}
        if before is not None:
            options["transparency"] = COLOURS
        file.writelines(GifImagePlugin.getdata(image, (left, top), **options))
        before = indices
        yield
    file.write(b";")


def shared_palette(samples: Sequence[Pixels]) -> Pixels:
    """Give at most 255 colours for several pictures: those that cover most as they are, and means of the rest."""
    from PIL import Image

    colours, counts = np.unique(np.concatenate([sample.ravel() for sample in samples]), return_counts=True)
    if len(colours) <= COLOURS:
        return colours
    order = np.argsort(-counts, kind="stable")
    kept = order[: int(np.count_nonzero(counts > COVERS * counts.sum()))][:EXACT]
    rest = np.setdiff1d(order, kept)
    # as often as its count's root: a colour that covers much counts more, but leaves room for others
    weights = np.maximum(1, np.sqrt(counts[rest] / counts[rest].min())).astype(np.int64).clip(max=64)
    spread = _channels(np.repeat(colours[rest], weights))
    wanted = COLOURS - len(kept)
    merged = Image.fromarray(spread[None]).quantize(wanted, Image.Quantize.MEDIANCUT)
    means = np.array(merged.getpalette(), np.uint32).reshape(-1, 3)[:wanted]
    return np.unique(np.concatenate([colours[kept], means @ np.array([65536, 256, 1], np.uint32)])).astype(np.uint32)


def _channels(pixels: Pixels) -> NDArray[np.uint8]:
    return np.stack([pixels >> 16 & 255, pixels >> 8 & 255, pixels & 255], axis=-1).astype(np.uint8)


def _bytes(palette: Pixels) -> bytes:
    return _channels(palette).tobytes().ljust(768, b"\0")


def _nearest(palette: Pixels) -> NDArray[np.uint8]:
    """Give the palette's index for each of the 2²⁴ colours: its own for one of the palette, else about the nearest."""
    side = 2**BITS
    middles = (np.arange(side, dtype=np.float32) + 0.5) * (256 / side) - 0.5
    own = _channels(palette).astype(np.float32)
    table = np.empty((side, side, side), np.uint8)
    green, blue = np.meshgrid(middles, middles, indexing="ij")
    for index, red in enumerate(middles):
        cells = np.stack([np.full_like(green, red), green, blue], axis=-1)
        far = (own**2).sum(axis=1) - 2 * cells @ own.T
        table[index] = far.argmin(axis=-1)
    each = 256 // side
    whole = np.repeat(np.repeat(np.repeat(table, each, 0), each, 1), each, 2).ravel()
    whole[palette] = np.arange(len(palette), dtype=np.uint8)
    return whole


def _changed(before: NDArray[np.uint8] | None, now: NDArray[np.uint8]) -> tuple[int, int, NDArray[np.uint8]]:
    """Give where what changed begins, and the part of the picture that holds it; what stayed is transparent in it."""
    if before is None:
        return 0, 0, now
    differs = before != now
    rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
    if not len(rows):
        return 0, 0, np.full((1, 1), COLOURS, np.uint8)
    part = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return int(rows[0]), int(columns[0]), np.where(differs[part], now[part], np.uint8(COLOURS))
