"""Numbers in messages."""

from __future__ import annotations

FEWEST, MOST = 3, 17
"""Digits that a number has in a message, and those that tell any two apart."""


def told_apart(number: float, other: float) -> tuple[str, str]:
    """Write two numbers with as few digits as tell them apart; two that are the same with the fewest.

    >>> told_apart(0.1, 0.01)
    ('0.1', '0.01')
    >>> told_apart(0.1, 0.100004)
    ('0.1', '0.100004')
    """
    written = [(f"{number:.{digits}g}", f"{other:.{digits}g}") for digits in range(FEWEST, MOST + 1)]
    return next((both for both in written if both[0] != both[1]), written[0])
