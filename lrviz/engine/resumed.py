"""Resumed: a scheduler that does what a script does that is stopped and started again; code takes its text along."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from torch.optim import Optimizer
from torch.optim.lr_scheduler import LRScheduler


class Resumed:
    """Steps a scheduler, then from a step on another one.

    A new session makes it, with the optimizer's state put
    back, and by load_state_dict the old scheduler's too;
    stepped, it begins on fresh groups and steps as often.
    """

    def __init__(
        self,
        optimizer: Optimizer,
        schedule: Callable[[Optimizer], LRScheduler],
        step: int,
        then: Callable[[Optimizer], LRScheduler],
        by: str = "load_state_dict",
    ) -> None:
        self.optimizer, self.then, self.by = optimizer, then, by
        self.stop, self.steps = step, 0
        self.fresh = self.groups()
        self.scheduler = schedule(optimizer)

    def step(self) -> None:
        self.scheduler.step()
        self.steps += 1
        if self.steps == self.stop:
            self.resume()

    def resume(self) -> None:
        old, groups = self.scheduler, self.groups()
        if self.by in {"load_state_dict", "stepped"}:
            self.put_back(self.fresh)
        self.scheduler = self.then(self.optimizer)
        if self.by == "load_state_dict":
            self.put_back(groups)
            self.scheduler.load_state_dict(old.state_dict())
        elif self.by == "stepped":
            for _ in range(self.stop):
                self.scheduler.step()

    def groups(self) -> list[dict[str, Any]]:
        return [dict(group) for group in self.optimizer.param_groups]

    def put_back(self, groups: list[dict[str, Any]]) -> None:
        for i, group in enumerate(groups):
            own = self.optimizer.param_groups[i]
            own.clear()
            own.update(group)
