"""Work on a graphics card that is done again and again, captured as one CUDA graph: one call starts all its kernels."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from weakref import WeakSet

import torch
from torch import Tensor

WARM = 2
"""Calls done kernel by kernel before one is captured: in them libraries load, and choose their kernels."""


class Graph:
    """Does a piece of work again and again, which reads and writes tensors that stay where they are.

    The first calls do it kernel by kernel; then it is captured, and each further call replays it. What can't be
    captured goes on kernel by kernel. The work itself is given to each call, for whose it is may own the graph.
    """

    def __init__(self) -> None:
        self._calls = 0
        self._replay: Callable[[], None] | None = None

    def __call__(self, work: Callable[[], None]) -> None:
        """Do the work, which never waits for the card, and is the same in each call."""
        self._calls += 1
        if self._calls <= WARM:
            aside(work)
            return
        if self._calls == WARM + 1:
            self._replay = captured(work)
        (self._replay or work)()

    @property
    def captured(self) -> bool:
        """Whether calls replay a graph by now."""
        return self._replay is not None


def captured(work: Callable[[], None]) -> Callable[[], None] | None:
    """Give what does some work as one graph, or None where it waits for the card or memory runs out."""
    try:
        return capture(work)
    except RuntimeError:
        return None


@cache
def stream() -> torch.cuda.Stream:
    """Give the stream of all captures: matrix products keep some memory for each stream that they were on."""
    return torch.cuda.Stream()  # type: ignore[no-untyped-call]  # torch leaves it untyped


alive: WeakSet[torch.cuda.CUDAGraph] = WeakSet()
"""The graphs there are. They share memory: none needs what it holds once it is through, nor runs beside another."""


def aside(work: Callable[[], None]) -> None:
    """Do work on the stream of captures, after what is under way and before what comes."""
    stream().wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(stream()):
        work()
    torch.cuda.current_stream().wait_stream(stream())


def capture(work: Callable[[], None]) -> Callable[[], None]:
    """Record the kernels of some work, without doing it; what is given does it.

    Raises
    ------
    RuntimeError
        It can't be captured. What waits for the card is stopped before it does, which would leave the capture broken
        and with it the card's memory.
    """
    graph, memory = torch.cuda.CUDAGraph(), next((each.pool() for each in alive), None)
    with torch.cuda.stream(stream()), torch.cuda.graph(graph, pool=memory, stream=stream()), _no_waiting():
        work()
    alive.add(graph)
    return graph.replay


@contextmanager
def _no_waiting() -> Iterator[None]:
    """Make torch raise where it would wait for the card."""
    before = torch.cuda.get_sync_debug_mode()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch warns that it doesn't know of every kind
        torch.cuda.set_sync_debug_mode("error")
        try:
            yield
        finally:
            torch.cuda.set_sync_debug_mode(before)


def arriving(tensor: Tensor) -> Callable[[], Tensor]:
    """Have a tensor copied once the card gets there; the call of what is given waits for it."""
    copied = tensor.to("cpu", non_blocking=True, copy=True)
    if not tensor.is_cuda:
        return lambda: copied
    there = torch.cuda.Event()  # type: ignore[no-untyped-call]  # torch leaves it untyped
    there.record()

    def waited() -> Tensor:
        there.synchronize()
        return copied

    return waited
