"""The order in which a race sees its examples: the same for all runs of one seed."""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor

from lrviz.experiment import Experiment


def batches(experiment: Experiment, seed: int, device: torch.device) -> Iterator[Tensor]:
    """Give the examples of one update after the other, without end: their indices (batches, batch size).

    Each epoch is a fresh permutation from a generator seeded with 1000 + seed; what is too little for a whole update
    at its end is dropped.
    """
    training = experiment.training
    size, each = training.examples_per_update, training.batch_size
    generator = torch.Generator().manual_seed(1000 + seed)
    while True:
        order = torch.randperm(experiment.problem.train_size, generator=generator).to(device)
        for first in range(0, experiment.updates_per_epoch * size, size):
            yield order[first : first + size].view(-1, each)
