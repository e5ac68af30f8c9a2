"""How much two pictures differ to the eye: in OKLab, a little blurred, as a share of their pixels."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtGui import QImage

Picture = NDArray[np.uint8]
"""Rows, columns, and red, green, blue."""

ALLOWED = ((0.045, 6e-5), (0.015, 3e-3))
"""Differences in OKLab, where black and white are 1 apart, and the share of its pixels that a picture may differ by.

Of 640 × 400 pixels 15 may differ by what one sees in a small spot, and 768 by what one sees in a line or an area.
"""
EXACT = 128
"""How many colours of a picture that is written are exact."""
TO_CONES = np.array([
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
])  # fmt: skip
TO_LAB = np.array([
    [0.2104542553, 0.7936177850, -0.0040720468],
    [1.9779984951, -2.4285922050, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.8086757660],
])  # fmt: skip
"""Linear sRGB to OKLab (Ottosson 2020)."""


def halved(image: QImage) -> Picture:
    """Give a picture at half its size: each pixel is the mean of four."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    pixels = rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3)
    four = pixels.reshape(plain.height() // 2, 2, plain.width() // 2, 2, 3).astype(np.float64)
    return np.asarray(np.rint(four.mean(axis=(1, 3))), np.uint8)


def difference(one: Picture, other: Picture) -> NDArray[np.float64]:
    """Give how far apart two pictures of one size are in each pixel, in OKLab, each blurred over 3 × 3 pixels."""
    apart = _blurred(_oklab(one)) - _blurred(_oklab(other))
    return np.asarray(np.sqrt((apart**2).sum(axis=2)))


def excess(one: Picture, other: Picture) -> float:
    """Give how many times as much as is allowed two pictures differ: more than 1 is seen."""
    if one.shape != other.shape:
        return math.inf
    apart = difference(one, other)
    return max(float((apart > far).mean()) / share for far, share in ALLOWED)


def save(picture: Picture, path: Path) -> None:
    """Write a picture as PNG, in 256 colours: a third of the bytes, and nothing that one sees is lost.

    Colours of many pixels are kept as they are, the others become the nearest of those that stand for them best.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    flat = picture.reshape(-1, 3)
    colours, which, counts = np.unique(flat, axis=0, return_inverse=True, return_counts=True)
    many = colours[np.argsort(-counts)[:EXACT]]
    octree = Image.fromarray(picture).quantize(256 - EXACT, method=Image.Quantize.FASTOCTREE)
    few = np.concatenate([many, np.array(octree.getpalette(), np.uint8).reshape(-1, 3)])[:256].astype(np.int64)
    nearest = [((few - colour) ** 2).sum(axis=1).argmin() for colour in colours.astype(np.int64)]
    image = Image.fromarray(np.array(nearest, np.uint8)[which.ravel()].reshape(picture.shape[:2]), "P")
    image.putpalette(few.astype(np.uint8).ravel().tolist())
    image.save(path, optimize=True)


def load(path: Path) -> Picture:
    """Read a picture from a PNG."""
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))


def explained(one: Picture, other: Picture) -> Picture:
    """Give a picture of a difference: the first one pale, and red where one sees it."""
    pale = 255 - (255 - one.astype(np.float64)) * 0.25
    if one.shape == other.shape:
        pale[difference(one, other) > ALLOWED[-1][0]] = (220, 0, 0)
    return pale.astype(np.uint8)


def where(one: Picture, other: Picture) -> str:
    """Say between which columns and rows of pixels two pictures differ to the eye."""
    if one.shape != other.shape:
        return f"in size: {one.shape[1]} × {one.shape[0]}, not {other.shape[1]} × {other.shape[0]}"
    rows, columns = np.nonzero(difference(one, other) > ALLOWED[-1][0])
    if not len(rows):
        return "nowhere"
    return f"in columns {columns.min()} to {columns.max()} and rows {rows.min()} to {rows.max()}"


def _oklab(picture: Picture) -> NDArray[np.float64]:
    parts = picture / 255.0
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return np.asarray(np.cbrt(linear @ TO_CONES.T) @ TO_LAB.T)


def _blurred(picture: NDArray[np.float64]) -> NDArray[np.float64]:
    padded = np.pad(picture, ((1, 1), (1, 1), (0, 0)), mode="edge")
    rows = padded[:-2] + padded[1:-1] + padded[2:]
    return np.asarray((rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:]) / 9)
