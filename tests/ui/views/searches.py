"""Searches of a made-up loss, as a search of a real run gives them."""

from __future__ import annotations

import numpy as np

from lrviz import finding
from lrviz.results import Floats, LRFinder
from lrviz.ui.views.suggested import Searched

LOW, HIGH, UPDATES = 1e-5, 10.0, 100


def rates(low: float = LOW, high: float = HIGH, updates: int = UPDATES) -> Floats:
    return np.geomspace(low, high, updates)


def typical(lrs: Floats, shift: float = 0.0) -> Floats:
    """Give a loss that falls around 0.1, is lowest near 0.7 and then leaves all bounds; `shift` is in decades."""
    x = np.log10(lrs) - shift
    return 2.3 - 1.3 / (1 + np.exp(-4 * (x + 1.0))) + np.exp(6 * (x - 0.3))


def search(
    *losses: Floats, lrs: Floats | None = None, running: bool = False, stopped: bool = False, stale: bool = False
) -> Searched:
    """Give the search of a run "step" whose seeds had these losses."""
    lrs = rates() if lrs is None else lrs
    done = len(losses[0])
    found: LRFinder = finding.found("step", lrs[:done], np.array(losses), device="cpu", seeds=range(len(losses)))
    return Searched(found, float(lrs[0]), float(lrs[-1]), len(lrs), running, stopped, stale)


def five(*, stale: bool = False) -> Searched:
    """Give the search of a run whose five seeds are a little apart."""
    return search(*(typical(rates(), shift) for shift in (-0.2, -0.1, 0.0, 0.1, 0.2)), stale=stale)
