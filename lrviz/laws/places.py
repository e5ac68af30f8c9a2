"""Places: the order in which runs should end, as far as a law can tell them apart."""

from __future__ import annotations

from collections.abc import Sequence

from lrviz.laws.law import Law

Place = tuple[int, int]
"""The best and the worst place that a run may have, from 1; the same twice where it is known."""


def places(finals: Sequence[float], law: Law) -> list[Place]:
    """Give the place of each final loss among all: two have different ones only where the law holds them apart.

    >>> from lrviz.laws.bound import Bound
    >>> places([2.07, 2.0, 3.4], Bound())
    [(1, 2), (1, 2), (3, 3)]
    """
    return [
        (
            1 + sum(other < final and law.apart(final, other) for other in finals),
            len(finals) - sum(other > final and law.apart(final, other) for other in finals),
        )
        for final in finals
    ]
