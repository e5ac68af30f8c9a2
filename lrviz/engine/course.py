"""A course: the rates and momenta of several members for some hundred updates, as their runs' curves have them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lrviz.engine.member import Member
from lrviz.experiment import Experiment

LENGTH = 256
"""Updates of a course, at most."""


class Course:
    """What torch's parameter groups would hold of each member at update `first` and the `length` − 1 after it.

    `lr` is (members, groups, length) and `momentum` (members, 1, length), NaN where a rate has ended. A member with
    fewer groups than others repeats its first.
    """

    def __init__(self, members: Sequence[Member], experiment: Experiment, first: int) -> None:
        self.members, self.first = list(members), first
        self.length = max(min(LENGTH, experiment.training.steps - first), 1)
        t = np.arange(first, first + self.length)
        # what a listening scheduler is told here is no supposed metric: its cuts are read from it, by `retune`
        curves = {run: experiment.curve(run.untold(), t) for run in {member.run for member in members}}
        groups = max(len(member.optimizer.param_groups) for member in members)
        self.lr = np.full((len(members), groups, self.length), np.nan)
        self.momentum = np.zeros((len(members), 1, self.length))
        self._why = [curves[member.run].error or "" for member in members]
        for row, member in enumerate(members):
            curve = curves[member.run]
            self.lr[row, :, : len(curve)] = curve.lr
            self.lr[row, : len(curve.lrs), : len(curve)] = curve.lrs
            if curve.momentum is not None:
                self.momentum[row, 0, : len(curve)] = curve.momentum
        self.retune(first)

    def covers(self, step: int) -> bool:
        """Whether an update is on the course."""
        return self.first <= step < self.end

    @property
    def end(self) -> int:
        """The first update behind the course."""
        return self.first + self.length

    def ends(self, step: int) -> dict[Member, str]:
        """Give the members whose rate has ended by update `step`, and why, in torch's words."""
        ended = np.isnan(self.lr[:, 0, step - self.first])
        return {self.members[row]: self._why[row] for row in np.flatnonzero(ended)}

    def retune(self, step: int) -> bool:
        """Take over the rates that listening schedulers have set for update `step` and after, and say if any is new."""
        tuned = False
        for row, member in enumerate(self.members):
            if member.run.listens:
                rates = np.array([group["lr"] for group in member.optimizer.param_groups])
                part = self.lr[row, : len(rates), step - self.first :]
                if (part[:, 0] != rates).any():  # it was cut, which only happens when its warm-up is over
                    part[:] = rates[:, None]
                    tuned = True
        return tuned

    def keep(self, rows: Sequence[int]) -> None:
        """Part with all members but those of some rows."""
        kept = list(rows)
        self.members, self._why = [self.members[row] for row in kept], [self._why[row] for row in kept]
        self.lr, self.momentum = self.lr[kept], self.momentum[kept]
