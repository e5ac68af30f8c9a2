"""The order in which a race sees its examples: the same for all runs of one seed."""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor

from lrviz.experiment import Experiment


def batches(experiment: Experiment, seed: int, device: torch.device) -> Iterator[Tensor]:
    """Give the examples of one update after the other, without end: their indices (batches, batch size)."""
    for epoch in epochs(experiment, seed):
        placed = epoch.to(device)
        for update in range(len(placed)):  # going through a tensor makes all its rows at once
            yield placed[update]


class Order:
    """The examples of a seed's updates, which are asked for in order; some may be left out."""

    def __init__(self, experiment: Experiment, seed: int, device: torch.device) -> None:
        self._epochs, self._per_epoch = epochs(experiment, seed), experiment.updates_per_pass
        self._device = device
        self._drawn, self._rows = 0, torch.empty(0)

    def at(self, step: int) -> Tensor:
        """Give the examples of update `step`: their indices (batches, batch size)."""
        while step >= self._drawn:
            self._rows = next(self._epochs)
            self._drawn += self._per_epoch
        return self._rows[step - self._drawn].to(self._device)


def epochs(experiment: Experiment, seed: int) -> Iterator[Tensor]:
    """Give one epoch after the other, without end: the indices of its examples (updates, batches, batch size).

    Each is a fresh permutation from a generator seeded with 1000 + seed; what is too little for a whole update at its
    end is dropped.
    """
    training, updates = experiment.training, experiment.updates_per_pass
    generator = torch.Generator().manual_seed(1000 + seed)
    while True:
        order = torch.randperm(experiment.problem.train_size, generator=generator)
        yield order[: updates * training.examples_per_update].view(updates, -1, training.batch_size)
