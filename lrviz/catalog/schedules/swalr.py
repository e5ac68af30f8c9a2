"""SWALR: to the rate at which weights are averaged, and on at that (Izmailov et al., arXiv 1803.05407)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

import numpy as np
from msgspec import Meta

from lrviz.catalog.schedule import MOST, NotNegative, Rates, Schedule, Steps, of_group
from lrviz.catalog.shapes import blockwise
from lrviz.spec import PerGroup


class SWALR(Schedule, frozen=True):
    """Glides from the rate to swa_lr in anneal_epochs steps, along a cosine or a straight line, and stays there.

    It is made for the last part of a training, in which weights are averaged. With anneal_epochs=0 it is at swa_lr
    from the first step on.

    >>> SWALR(swa_lr=0.0, anneal_epochs=4, anneal_strategy="linear").at(np.arange(6), lr=1.0)
    array([1.  , 0.75, 0.5 , 0.25, 0.  , 0.  ])
    """

    target: ClassVar[str] = "torch.optim.swa_utils.SWALR"

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
        share = np.minimum(1.0, t / self.anneal_epochs) if self.anneal_epochs else np.ones(t.shape)
        if self.anneal_strategy == "cos":
            share = (1 - np.cos(np.pi * share)) / 2
        return np.asarray(of_group(self.swa_lr) * share + lr * (1 - share))
