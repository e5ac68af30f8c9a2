"""What a law says of the runs in sight, and which should end lowest: places among optimizers of one kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from lrviz.forecasts import is_adaptive
from lrviz.laws.law import Law
from lrviz.laws.places import Place, places
from lrviz.results import Forecast
from lrviz.run import Run
from lrviz.ui.numbers import short


@dataclass(frozen=True, eq=False)
class Foreseen:
    """What a law says of the visible runs, by their names, as far as it has been found.

    Of those whose rates aren't known before they train, or not yet, `unknown` says why. The law may be fitted to an
    `earlier` race, of runs that have been changed since. Of a long run the losses after some updates are known better
    than its curve is, `exactly` by its name and the update.
    """

    law: Law
    of: Mapping[str, Forecast]
    unknown: Mapping[str, str] = field(default_factory=dict)
    earlier: bool = False
    exactly: Mapping[tuple[str, int], float] = field(default_factory=dict)

    def there(self, runs: Sequence[Run]) -> list[tuple[Run, Forecast]]:
        """Give the runs that have a forecast, with it."""
        return [(run, self.of[run.name]) for run in runs if run.name in self.of and not self.of[run.name].outside]

    def outside(self, runs: Sequence[Run]) -> list[tuple[Run, str]]:
        """Give the runs that have none, with why."""
        law_s = {name: one.outside for name, one in self.of.items() if one.outside}
        why = {**law_s, **self.unknown}
        return [(run, why[run.name]) for run in runs if run.name in why]

    def loss_after(self, run: Run, update: int) -> float:
        """Give the loss after an update, as exactly as it is known."""
        known = self.exactly.get((run.name, update))
        return loss_at(self.of[run.name], update) if known is None else known

    def final(self, run: Run) -> float:
        """Give the loss after the last update, as exactly as it is known."""
        one = self.of[run.name]
        return self.exactly.get((run.name, int(one.steps[-1])), one.final)

    def written(self, run: Run, update: int) -> str:
        """Write the loss after an update; one that is only read off the curve is about right."""
        each = int(self.of[run.name].steps[-1]) == len(self.of[run.name].steps) - 1
        about = "" if each or (run.name, update) in self.exactly else "≈ "
        return f"{about}{short(self.loss_after(run, update))}"

    def kinds(self, runs: Sequence[Run]) -> list[list[tuple[Run, Forecast]]]:
        """Give those of SGD's kind and those of Adam's apart, as far as there are any."""
        there = self.there(runs)
        both = ([pair for pair in there if is_adaptive(pair[0]) is adaptive] for adaptive in (False, True))
        return [kind for kind in both if kind]

    def places(self, runs: Sequence[Run]) -> dict[str, Place]:
        """Give the place of each run among its kind, by its name; none where the law tells none of them apart."""
        said: dict[str, Place] = {}
        for kind in self.kinds(runs):
            own = places([one.final for _, one in kind], self.law)
            if any(place != (1, len(kind)) for place in own):
                said.update({run.name: place for (run, _), place in zip(kind, own, strict=True)})
        return said


def loss_at(one: Forecast, step: int) -> float:
    """Give a forecast's loss after an update, by powers of the step between those that were found."""
    found = np.isfinite(one.loss) & (one.loss > 0)
    if not found.any() or step < one.steps[found][0]:
        return float("nan")
    return float(np.exp(np.interp(np.log1p(step), np.log1p(one.steps[found]), np.log(one.loss[found]))))
