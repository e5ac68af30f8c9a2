"""The update rules of torch's optimizers for many models at once, each model with hyper-parameters of its own.

A rule works on rows: weights and gradients are (models, parameters), and every number that torch hands to an operation
is a coefficient, one for each model (and parameter group, where groups differ). Coefficients are computed in float64
for a block of updates ahead, as torch computes them one by one, so that an update is a few operations on whole
matrices. What a flag switches is a coefficient too (a penalty of 0, a sign), so any two models share a rule; one that
is neutral for all of them throughout a block is left out, with its operation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, optim

Floats = NDArray[np.float64]
Coefficients = Mapping[str, Tensor]
Group = Mapping[str, Any]
"""A parameter group of a torch optimizer."""


class Rule:
    """An optimizer's update of some models, and what it remembers of each: `state`, matrices as large as the weights.

    `groups` holds each model's parameter groups, equally many of each.
    """

    memories: ClassVar[int]
    """How many such matrices there are."""

    def __init__(self, groups: Sequence[Sequence[Group]], weights: Tensor) -> None:
        self.groups = groups
        self.state = [torch.zeros_like(weights) for _ in range(self.memories)]
        self._scratch = [torch.empty_like(weights) for _ in range(2)]

    def keep(self, rows: Sequence[int]) -> None:
        """Part with all models but those of some rows."""
        self.groups = [self.groups[row] for row in rows]
        self.state = [part[list(rows)] for part in self.state]
        self._scratch = [part[: len(rows)] for part in self._scratch]

    def coefficients(self, t: Floats, lr: Floats, momentum: Floats) -> dict[str, Floats]:
        """Give the coefficients of updates `t` (n,), the first being 1, that aren't neutral in all of them.

        `lr` (models, groups, n) and `momentum` (models, 1, n) are what torch's groups would hold then; coefficients
        have the one shape or the other.
        """
        given = {"sign": (1.0 - 2.0 * self.own("maximize"), 1), "penalty": (self.penalty, 0)}
        with np.errstate(all="ignore"):
            given |= self.particular(t, lr, momentum)
        shapes = {1: momentum.shape, lr.shape[1]: lr.shape}
        return {
            name: np.broadcast_to(values, shapes[values.shape[1]])
            for name, (values, neutral) in given.items()
            if neutral is None or np.any(values != neutral)
        }

    def particular(self, t: Floats, lr: Floats, momentum: Floats) -> dict[str, tuple[Floats, float | None]]:
        """Give the rule's own coefficients, each with the value at which it can be left out."""
        raise NotImplementedError

    def update(self, w: Tensor, g: Tensor, c: Coefficients) -> None:
        """Change the weights `w` in place, given the gradients `g`, which stay as they are."""
        raise NotImplementedError

    def own(self, name: str) -> Floats:
        """Give a hyper-parameter of every model (models, 1, 1)."""
        return np.array([groups[0][name] for groups in self.groups], dtype=np.float64).reshape(-1, 1, 1)

    @property
    def decay(self) -> Floats:
        """The weight decay of every group (models, groups, 1)."""
        return np.array([[group["weight_decay"] for group in groups] for groups in self.groups])[..., None]

    @property
    def penalty(self) -> Floats:
        """That part of the weight decay which is an L2 penalty."""
        return self.decay

    def descent(self, w: Tensor, g: Tensor, c: Coefficients) -> Tensor:
        """Give the gradient as rules take it: turned round where they climb, with the L2 penalty's."""
        if "sign" in c:
            g = torch.mul(g, c["sign"], out=self._scratch[0])
        if "penalty" in c:
            g = torch.addcmul(g, w, c["penalty"], out=self._scratch[0])
        return g


class Heavy(Rule):
    """A rule with momentum of Polyak's kind, which torch leaves out where it is 0."""

    begun: NDArray[np.bool_] | None = None
    """Which models have had momentum, as of the end of the block (models, 1, 1)."""

    def inertia(self, momentum: Floats, dampening: Floats, nesterov: Floats) -> dict[str, tuple[Floats, float | None]]:
        """Give what the velocity keeps and gains, and how much of the step itself and of the velocity is taken."""
        still = momentum == 0
        begun = np.logical_or.accumulate(~still, axis=-1)
        if self.begun is not None:
            begun |= self.begun
        before = np.concatenate([np.zeros_like(begun[..., :1]) if self.begun is None else self.begun, begun], axis=-1)
        self.begun = begun[..., -1:]
        gain = np.where(before[..., :-1], 1 - dampening, 1.0)
        look = nesterov != 0
        return {
            "kept": (np.where(still, 1.0, momentum), 1),
            "gained": (np.where(still, 0.0, gain), 1),
            "plain": (np.where(still | look, 1.0, 0.0), 0),
            "ahead": (np.where(look, momentum, ~still), 1),
        }
