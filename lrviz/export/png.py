"""PNG files, written a few rows at a time, so that nobody waits for a large one."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Generator, Mapping

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""A picture (height, width, channels): red, green, blue and, of one that can be seen through, alpha."""
ROWS = 262_144
"""Bytes of a picture that are packed at a time, at least one row: some milliseconds' work."""
UP = 2
"""The filter that keeps of each row what differs from the one above: plots have few rows that differ much."""
INCH = 0.0254
"""Metres."""


def png(pixels: Pixels, dpi: float, words: Mapping[str, str]) -> Generator[None, None, bytes]:
    """Make a PNG file of a picture; yield after each part of the work, and return the file.

    Parameters
    ----------
    pixels
        (height, width, 3) without, (height, width, 4) with transparency, not premultiplied.
    dpi
        Pixels to an inch, which the file says to those who print it.
    words
        What the file says of itself, by PNG's keywords, such as Title and Software.
    """
    height, width, channels = pixels.shape
    kind = {3: 2, 4: 6}[channels]
    across = round(dpi / INCH)
    parts = [
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)),
        _chunk(b"sRGB", b"\0"),
        _chunk(b"pHYs", struct.pack(">IIB", across, across, 1)),
        *(_chunk(b"iTXt", _text(key, text)) for key, text in words.items() if text),
    ]
    packing = zlib.compressobj(6)
    many = max(1, ROWS // max(1, width * channels))
    for top in range(0, height, many):
        data = packing.compress(_filtered(pixels, top, min(top + many, height)))
        if data:
            parts.append(_chunk(b"IDAT", data))
        yield
    parts += [_chunk(b"IDAT", packing.flush()), _chunk(b"IEND", b"")]
    return b"".join(parts)


def _filtered(pixels: Pixels, top: int, end: int) -> bytes:
    """Give rows as PNG packs them: each begins with its filter."""
    rows = pixels[top:end].reshape(end - top, -1)
    above = np.zeros_like(rows)
    above[1:] = rows[:-1]
    if top:
        above[0] = pixels[top - 1].reshape(-1)
    made = np.empty((end - top, rows.shape[1] + 1), np.uint8)
    made[:, 0] = UP
    made[:, 1:] = rows - above
    return made.tobytes()


def _text(key: str, text: str) -> bytes:
    return key.encode("latin-1") + b"\0\0\0\0\0" + text.encode()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
