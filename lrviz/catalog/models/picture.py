"""Picture: what models that look at rows and columns ask of a problem."""

from __future__ import annotations

from lrviz.sentences import say

MISSING = say("needs pictures; these data have none")
"""Why such a model is unfit for other data, in words that its name goes before."""


def sides(image: tuple[int, int] | None) -> tuple[int, int]:
    """Give the rows and columns of a problem's pictures.

    Raises
    ------
    ValueError
        There are none: the model is unfit for the problem.
    """
    if image is None:
        raise ValueError(f"the model {MISSING}")
    return image
