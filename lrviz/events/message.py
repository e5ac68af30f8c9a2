"""What crosses the pipe between window and worker: plain values that msgpack carries."""

from __future__ import annotations

from typing import Any, Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

Device = Literal["auto", "cpu", "cuda", "mps"]


class Message(msgspec.Struct, frozen=True, tag=True):
    """Anything that crosses the pipe."""


class Block(msgspec.Struct, frozen=True):
    """An array as bytes."""

    dtype: str
    shape: tuple[int, ...]
    data: bytes

    @classmethod
    def of(cls, array: NDArray[Any]) -> Block:
        """Pack an array."""
        return cls(array.dtype.str, array.shape, array.tobytes())

    @property
    def array(self) -> NDArray[Any]:
        """The array, read-only."""
        return np.frombuffer(self.data, self.dtype).reshape(self.shape)
