"""What a metric is to lrviz: one number that says how good answers are, and the pictures behind some of them."""

from __future__ import annotations

import math
from typing import Annotated, Any, ClassVar, Literal, NamedTuple

import numpy as np
from msgspec import Meta
from numpy.typing import NDArray

from lrviz.catalog.answers import Answers
from lrviz.catalog.moved import BY_TASK, Moved
from lrviz.catalog.task import Task
from lrviz.spec import Spec


class ROCCurve(NamedTuple):
    """Points of a staircase from (0, 0) to (1, 1), one for each distinct score from the highest down."""

    false_positive_rate: NDArray[np.float64]
    true_positive_rate: NDArray[np.float64]


class PrecisionRecallCurve(NamedTuple):
    """Points from recall 0, where precision is 1 by convention, one for each distinct score from the highest down."""

    recall: NDArray[np.float64]
    precision: NDArray[np.float64]


class Reliability(NamedTuple):
    """Mean confidence and accuracy of each bin (NaN where it is empty), and its number of examples; all (bins,)."""

    confidence: NDArray[np.float64]
    accuracy: NDArray[np.float64]
    examples: NDArray[np.intp]


class Metric(Spec, frozen=True):
    """A number that says how good the answers of a model are.

    `target` is the function or class of a library that gives the same number. What raises NotImplementedError here is
    what each entry has to say for itself; the test that walks the catalog asks every one.
    """

    tasks: ClassVar[frozenset[Task]]
    """What it can be measured for."""
    key: ClassVar[str]
    """The name under which results hold it."""
    place: ClassVar[int]
    """Where it stands in a list for people: the lower, the earlier."""
    best: ClassVar[Literal["high", "low"]]
    """Which values are good."""
    share: ClassVar[bool] = False
    """Whether it is written in per cent."""

    @property
    def title(self) -> str:
        """Its name in a plot or a table."""
        raise NotImplementedError(type(self).__name__)

    def of(self, answers: Answers) -> float:
        """Measure the answers; NaN where the metric is undefined, and where an answer is missing (an output is NaN)."""
        return float(self.measure(answers)) if answers.complete else math.nan

    def measure(self, answers: Answers) -> float:
        """Measure answers that are complete; NaN where the metric is undefined."""
        raise NotImplementedError(type(self).__name__)

    def moved(self) -> Moved:
        """Give the curve on its card: what it comes to while one thing about a few answers changes."""
        return next(move for task, move in BY_TASK.items() if task in self.tasks)(self.of)


class ClassMetric(Metric, frozen=True):
    """A metric that each class has for itself: a share of its examples, counted in the confusion matrix.

    A yes or no has that of the yes, whatever the average. Several classes have an average: "macro" is the mean over the
    classes in the target or predicted (as scikit-learn with labels=None: a class in neither says nothing), "weighted"
    counts each class as often as it is in the target, and "micro" takes all classes together. A share of nothing is 0
    (zero_division=0).
    """

    tasks: ClassVar[frozenset[Task]] = frozenset({"classes", "binary"})
    best: ClassVar[Literal["high", "low"]] = "high"
    share: ClassVar[bool] = True

    average: Annotated[
        Literal["macro", "weighted", "micro"],
        Meta(description="How classes are averaged; of yes or no, only yes is measured."),
    ] = "macro"

    def counts(self, answers: Answers) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Give the part and the whole that the share of each class is taken from, both (classes,)."""
        raise NotImplementedError(type(self).__name__)

    def per_class(self, answers: Answers) -> NDArray[np.float64]:
        """Measure each class (no and yes where these are the classes), (classes,); 0 where there is nothing."""
        part, whole = self.counts(answers)
        return ratio(part, whole, empty=0)

    def measure(self, answers: Answers) -> float:
        shares = self.per_class(answers)
        if answers.task == "binary":
            return float(shares[1])
        match self.average:
            case "macro":
                return float(shares[answers.of_class + answers.said_of_class > 0].mean())
            case "weighted":
                return float(shares @ answers.of_class / len(answers.target))
            case "micro":
                part, whole = self.counts(answers)
                return float(part.sum() / whole.sum())


def ratio(part: NDArray[Any], whole: NDArray[Any], empty: float = math.nan) -> NDArray[np.float64]:
    """Divide, with `empty` where the whole is 0."""
    shares = np.full(whole.shape, empty, dtype=np.float64)
    np.divide(part, whole, out=shares, where=whole != 0)
    return shares


def mean(values: NDArray[np.float64]) -> float:
    """Average those that are defined (not NaN); NaN where none is."""
    defined = values[~np.isnan(values)]
    return float(defined.mean()) if len(defined) else math.nan
