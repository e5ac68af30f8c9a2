"""A stream of torch's random numbers of one's own, for models that draw while they train, as dropout does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import torch


class Stream:
    """What torch's generators would give a training that has them to itself, as its script has.

    It starts at the CPU's state when it is made, and at a card's after seeding; whoever draws in a `with` block draws
    from it, and leaves torch's global state as it was.
    """

    def __init__(self, device: torch.device, seed: int) -> None:
        self._cards = [device] if device.type == "cuda" else []
        with torch.random.fork_rng(devices=self._cards):
            if self._cards:
                torch.cuda.manual_seed_all(seed)
            self._states = self._now()

    @contextmanager
    def drawn(self) -> Iterator[None]:
        """Draw from the stream."""
        with torch.random.fork_rng(devices=self._cards):
            torch.set_rng_state(self._states[0])
            for card, state in zip(self._cards, self._states[1:], strict=True):
                torch.cuda.set_rng_state(state, card)
            try:
                yield
            finally:
                self._states = self._now()

    @contextmanager
    def looked_at(self) -> Iterator[None]:
        """Draw from the stream as it goes on from here, and leave it where it is."""
        states = self._states
        with self.drawn():
            yield
        self._states = states

    @property
    def states(self) -> tuple[torch.Tensor, ...]:
        """Where it stands: the state of each generator."""
        return tuple(state.clone() for state in self._states)

    def resume(self, states: Sequence[torch.Tensor]) -> None:
        """Go on from where another one stood, of as many generators."""
        self._states = [state.clone() for state in states]

    def _now(self) -> list[torch.Tensor]:
        return [torch.get_rng_state(), *(torch.cuda.get_rng_state(card) for card in self._cards)]
