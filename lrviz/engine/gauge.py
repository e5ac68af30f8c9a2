"""The gauge: reads off the norms of every parameter's gradient, weight and update, without a race noticing."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn

from lrviz.engine.ahead import Ahead
from lrviz.engine.dynamics import flat, gradient
from lrviz.engine.ensemble import Ensemble
from lrviz.engine.member import Member
from lrviz.events import Block, Norms
from lrviz.experiment import Experiment

MOMENTS = 128
"""Evenly spaced updates of a race that are measured, about."""
APART = 10
"""Updates from one of them to the next, at least: the smallest models’ take but twice as long as measuring them."""
FEWEST, MOST = 16, 4 * MOMENTS
"""Moments at least, however many parameters there are, and at most, however often a race validates."""
MEMORY = 32 * 2**20
"""Bytes that a race's norms may take."""


class Gauge:
    """When a race's updates are measured, and the measuring of one: each unit's weights are kept from before it.

    That is at even moments, `apart` updates or more, from the first on, and where the race validates.
    """

    def __init__(self, experiment: Experiment, apart: int = APART) -> None:
        self._training, self._apart = experiment.training, apart
        self._members = len(experiment.runs) * len(experiment.training.seeds)
        self._sizes: list[int] = []
        self._parameters: dict[Member, list[nn.Parameter]] = {}
        self._every = self._validations = 1

    def fit(self, shapes: Sequence[Sequence[int]]) -> None:
        """Get ready for a model with parameters of some shapes: the more there are, the fewer moments."""
        self._sizes = [math.prod(shape) for shape in shapes]
        training, bytes_each = self._training, 12 * len(shapes) * self._members
        most = min(max(MEMORY // bytes_each, FEWEST), MOST)
        self._every = max(math.ceil(training.steps / min(most, MOMENTS)), self._apart)
        self._validations = math.ceil(training.steps / training.validate_every / most)

    @property
    def fitted(self) -> bool:
        """Whether it knows what is to be measured."""
        return bool(self._sizes)

    def due(self, updates: int) -> bool:
        """Whether the last of so many updates is measured."""
        validated, rest = divmod(updates, self._training.validate_every)
        at_validation = rest == 0 and validated % self._validations == 0
        return at_validation or updates == self._training.steps or (updates - 1) % self._every == 0

    def weights(self, unit: Ensemble | Ahead | Member) -> Tensor:
        """Give a copy of the weights of a unit's members, (members, parameters)."""
        return flat(self._own(unit))[None] if isinstance(unit, Member) else unit.matrix.clone()

    def norms(self, unit: Ensemble | Ahead | Member, updates: int, before: Tensor) -> list[Norms]:
        """Give the norms of a unit's last update, the last of `updates`; `before` are the weights it was done to.

        Gradients are as they were used: clipped, and the mean over all batches.
        """
        if isinstance(unit, Member):
            members, after = [unit], self.weights(unit)
            slopes = gradient(self._own(unit))[None]
        else:
            members, after, slopes = unit.members, unit.matrix, unit.slopes
        table = torch.stack((slopes, after, after - before))
        parts = [torch.linalg.vector_norm(part, dim=-1) for part in torch.split(table, self._sizes, dim=-1)]
        values = torch.stack(parts, dim=-1).float().transpose(0, 1).cpu().numpy()
        found: list[Norms] = []
        for member, own in zip(members, values, strict=True):
            own[0, [each.grad is None for each in self._own(member)]] = np.nan
            found.append(Norms(member.index, updates, Block.of(own)))
        return found

    def _own(self, member: Member) -> list[nn.Parameter]:
        """Give a member's parameters, which take longer to look up than to measure."""
        if member not in self._parameters:
            self._parameters[member] = list(member.model.parameters())
        return self._parameters[member]
