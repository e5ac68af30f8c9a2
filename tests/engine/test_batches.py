"""Each epoch sees a fresh order, the same for all who share a seed, and drops what makes no whole update."""

from __future__ import annotations

import torch

from lrviz.engine.batches import batches
from lrviz.experiment import Experiment
from lrviz.run import Run

CPU = torch.device("cpu")


def drawn(updates: int, *, seed: int = 0, **training: int) -> list[list[torch.Tensor]]:
    """Give the examples of the first updates, batch by batch."""
    order = batches(Experiment.of(Run("run"), **training), seed, CPU)
    return [list(next(order)) for _ in range(updates)]


def test_an_update_has_a_batch_for_each_accumulation_of_each_worker() -> None:
    [update] = drawn(1, batch_size=16, accumulation=3, world_size=2)
    assert [len(batch) for batch in update] == [16] * 6


def test_an_epoch_sees_no_example_twice_and_the_next_another_order() -> None:
    per_epoch = Experiment.of(Run("run"), batch_size=32, accumulation=3).updates_per_epoch
    assert per_epoch == 14
    seen = [torch.cat(update) for update in drawn(2 * per_epoch, batch_size=32, accumulation=3)]
    first, second = torch.cat(seen[:per_epoch]), torch.cat(seen[per_epoch:])
    for epoch in (first, second):
        assert len(set(epoch.tolist())) == 14 * 96
    assert first.tolist() != second.tolist()


def test_the_order_is_that_of_a_generator_seeded_with_1000_and_the_seed() -> None:
    expected = torch.randperm(1437, generator=torch.Generator().manual_seed(1003))
    [[first], [second]] = drawn(2, seed=3)
    assert torch.equal(torch.cat((first, second)), expected[:64])
