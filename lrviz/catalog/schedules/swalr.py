"""SWALR: to the rate at which weights are averaged, and on at that (Izmailov et al., arXiv 1803.05407)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, Self

import msgspec
import numpy as np
from msgspec import Meta

from lrviz.catalog.schedule import MOST, Link, NotNegative, Rates, Schedule, Steps, of_group
from lrviz.catalog.shapes import blockwise
from lrviz.spec import PerGroup


class SWALR(Schedule, frozen=True):
    """Glides from the rate to swa_lr in anneal_epochs steps, along a cosine or a straight line, and stays there.

    The formula has the cosine. It is made for the last part of a training, in which weights are averaged. With
    anneal_epochs=0 it is at swa_lr from the first step on.

    Formula: rate = swa_lr + (lr - swa_lr) * (1 + cos(pi * min(t, anneal_epochs) / anneal_epochs)) / 2
    When: the last quarter of a run, whose weights are averaged (torch.optim.swa_utils.AveragedModel).
    Mistake: stepping it beside another scheduler all along: both set the rate (LR116). Batch norm needs update_bn after
        averaging.
    Source: Izmailov et al. 2018, Averaging weights leads to wider optima and better generalization, arXiv 1803.05407

    >>> SWALR(swa_lr=0.0, anneal_epochs=4, anneal_strategy="linear").at(np.arange(6), lr=1.0)
    array([1.  , 0.75, 0.5 , 0.25, 0.  , 0.  ])
    """

    target: ClassVar[str] = "torch.optim.swa_utils.SWALR"
    acts: ClassVar[Literal["sets", "multiplies", "pulls"]] = "pulls"

    swa_lr: Annotated[
        PerGroup[NotNegative],
        Meta(
            description="The rate it goes to.",
            examples=[0.05],
            extra={"scale": "log", "slider": (1e-5, 10), "unit": "lr"},
        ),
    ]
    anneal_epochs: Annotated[
        int, Meta(ge=0, le=MOST, description="Steps on the way.", extra={"scale": "log", "unit": "steps"})
    ] = 10
    anneal_strategy: Annotated[Literal["cos", "linear"], Meta(description="Along a cosine or a straight line.")] = "cos"

    @classmethod
    def fitted(cls, steps: int, lr: float) -> Self:
        return cls(float(f"{lr / 2:.6g}"), max(1, round(steps / 2)))

    @blockwise
    def at(self, t: Steps, lr: float) -> Rates:
        share = self._share(t)
        return np.asarray(of_group(self.swa_lr) * share + lr * (1 - share))

    def _share(self, t: Steps) -> Rates:
        """Give how far on the way a step is, 0 to 1."""
        share = np.clip(t / self.anneal_epochs, 0.0, 1.0) if self.anneal_epochs else np.ones(np.shape(t))
        return (1 - np.cos(np.pi * share)) / 2 if self.anneal_strategy == "cos" else share

    def links(self, t: Steps, lr: float) -> tuple[Rates, Rates | None]:
        rest, before = 1 - self._share(t), 1 - self._share(t - 1)
        if not self.anneal_epochs:
            before = np.where(np.asarray(t) <= 1, 1.0, before)
        a = np.divide(rest, before, out=np.zeros(np.shape(t)), where=before > 0)
        return a, of_group(self.swa_lr) * (1 - a)

    def carried(self, rate: float, since: int, t: Steps, lr: float) -> Rates:
        rest = float(1 - self._share(np.full(1, since))[0])
        left = (1 - self._share(t)) / rest if rest else np.zeros(t.shape)
        goal = of_group(self.swa_lr)
        return np.where(t == since, rate, goal + (rate - goal) * left)

    def restarted(self, lr: float) -> Link:
        return self.constructed(lr)  # torch lets it go on from the rate it finds

    def undone(self, t: int) -> int:
        return t  # it counts its calls

    def writes(self) -> Mapping[str, float]:
        return {"swa_lr": of_group(self.swa_lr)}

    def rewrites(self) -> Mapping[str, float]:
        return self.writes()

    def rebuilt(self, t: int, lr: float) -> tuple[int, Link]:
        return 0, self.constructed(lr)  # whatever last_epoch is, it counts its calls

    def beside(self, written: Mapping[str, float]) -> Self:
        goal = written["swa_lr"]
        return self if goal == self.swa_lr else msgspec.structs.replace(self, swa_lr=goal)
