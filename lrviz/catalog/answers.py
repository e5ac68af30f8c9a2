"""What a model answered to the examples it was not trained on, with what several metrics count in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from lrviz.catalog.task import Task

T = TypeVar("T", bound=np.generic)

LARGEST = float(np.finfo(np.float32).max)


class Ranked(NamedTuple):
    """The items of each row from the highest score to the lowest; all fields are (rows, items).

    `item` is which one stands there, counted through all rows (`values.take(item)` puts values in this order), `above`
    how many of the row score higher, `through` how many score at least as high (so items of equal score share both),
    and `relevant` whether it is one of those to be found.
    """

    item: NDArray[np.intp]
    above: NDArray[np.intp]
    through: NDArray[np.intp]
    relevant: NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Answers:
    """Outputs of a model beside the targets, shaped as `task` has them.

    What is derived is computed once, when first asked for, in float64. A yes or no is treated as two classes, no and
    yes, with the logits 0 and the output. An infinite logit counts as the largest float32.
    """

    task: Task
    target: NDArray[Any]
    output: NDArray[np.float32]

    @cached_property
    def complete(self) -> bool:
        """Whether there are examples, and an answer to each: outputs without a NaN."""
        return self.output.size > 0 and not np.isnan(self.output).any()

    def answered(self, values: NDArray[T]) -> NDArray[T]:
        """Leave out the values (n,) of the examples that have no answer."""
        return values if self.complete else values[~np.isnan(self.output).any(axis=1)]

    @property
    def classes(self) -> int:
        """Number of classes: 2 for a yes or no."""
        return 2 if self.task == "binary" else self.output.shape[-1]

    @cached_property
    def logits(self) -> NDArray[np.float64]:
        """Finite logits by class, (classes, n): the examples lie side by side, which is what numpy is fast at."""
        rows = np.zeros((self.classes, len(self.output)))
        np.clip(self.output.T, -LARGEST, LARGEST, out=rows[-self.output.shape[-1] :])
        return rows

    @cached_property
    def probabilities(self) -> NDArray[np.float64]:
        """Softmax of the logits, (n, classes)."""
        powers: NDArray[np.float64] = np.exp(self.logits - self.logits.max(axis=0))
        powers /= powers.sum(axis=0)
        return powers.T

    @cached_property
    def predicted(self) -> NDArray[np.intp]:
        """Class of the largest logit, (n,); the first of several. A yes has a logit above 0."""
        if self.task == "binary":
            return (self.output[:, 0] > 0).astype(np.intp)
        return np.asarray(self.output.argmax(axis=1))

    @cached_property
    def confusion(self) -> NDArray[np.intp]:
        """Number of examples by true class (row) and predicted class (column); without those that have no answer."""
        cells = self.answered(self.target * self.classes + self.predicted)
        return np.bincount(cells, minlength=self.classes**2).reshape(self.classes, self.classes)

    @cached_property
    def right(self) -> NDArray[np.intp]:
        """Number of examples of each class that are predicted to be of it, (classes,)."""
        return np.asarray(np.diagonal(self.confusion))

    @cached_property
    def of_class(self) -> NDArray[np.intp]:
        """Number of examples of each class, (classes,)."""
        return np.asarray(self.confusion.sum(axis=1))

    @cached_property
    def said_of_class(self) -> NDArray[np.intp]:
        """Number of examples predicted to be of each class, (classes,)."""
        return np.asarray(self.confusion.sum(axis=0))

    @cached_property
    def numbers(self) -> NDArray[np.float64]:
        """The number answered to each example, (n,)."""
        return self.output[:, 0].astype(np.float64)

    @cached_property
    def errors(self) -> NDArray[np.float64]:
        """What each number is too high by, (n,)."""
        return np.asarray(self.numbers - self.target)

    @cached_property
    def ranked(self) -> Ranked:
        """Examples ranked by how much they look like a class, a row each class; or the documents of each query.

        Relevant are the examples of that class (a yes or no has one row, for the yes, ranked by its logit); of a
        query, the documents with a grade above 0.
        """
        match self.task:
            case "classes":
                return ranked(self.probabilities.T, self.target == np.arange(self.classes)[:, None])
            case "binary":
                return ranked(self.logits[1:], self.target[None] == 1)
            case _:
                return ranked(self.output[..., 0], self.target > 0)

    def staircase(self, row: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Count relevant and other items of a row at or above each distinct score, from the highest down."""
        through, relevant = self.ranked.through[row], self.ranked.relevant[row]
        last = through == np.arange(1, len(through) + 1)
        found = np.cumsum(relevant)[last]
        return found, through[last] - found


def ranked(scores: NDArray[np.floating], relevant: NDArray[np.bool_]) -> Ranked:
    """Rank the items of each row, both (rows, items), from the highest score to the lowest."""
    rows, items = scores.shape
    item = np.argsort(-scores, axis=1) + np.arange(rows)[:, None] * items
    ordered = scores.take(item)
    new = np.ones((rows, items + 1), dtype=bool)  # another score than the one before
    np.not_equal(ordered[:, 1:], ordered[:, :-1], out=new[:, 1:-1])
    places = np.arange(items + 1)
    above = np.maximum.accumulate(np.where(new, places, 0)[:, :-1], axis=1)
    through = np.minimum.accumulate(np.where(new, places, places[-1])[:, :0:-1], axis=1)[:, ::-1]
    return Ranked(item, above, through, relevant.take(item))
