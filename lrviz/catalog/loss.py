"""What a loss is to lrviz: the criterion a run is trained with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, Self

import numpy as np
from msgspec import Meta
from numpy.typing import NDArray

from lrviz.catalog.task import NOUNS, Task
from lrviz.sentences import either, say
from lrviz.spec import Spec

Floats = NDArray[np.float64]

ClassWeights = Annotated[
    tuple[Annotated[float, Meta(ge=0)], ...],
    Meta(
        description="What each class's examples count, in the order of the classes.",
        min_length=1,
        max_length=1000,
        extra={"tensor": True, "none": "all alike"},
    ),
]
Steepness = Annotated[
    float, Meta(gt=0, description="How steep a pair's loss is.", extra={"slider": (0.1, 10), "scale": "log"})
]
HingePower = Annotated[Literal[1, 2], Meta(description="Power of what the margin lacks.")]

OutputForm = Literal["plain", "squeezed", "log_softmax"]
TargetForm = Literal["plain", "float", "one_hot"]


class Use(NamedTuple):
    """The form in which a criterion takes a task's outputs and targets."""

    output: OutputForm = "plain"
    target: TargetForm = "plain"


OUTPUT_CODE: Mapping[OutputForm, str] = {
    "plain": "{0}",
    "squeezed": "{0}.squeeze(-1)",
    "log_softmax": "{0}.log_softmax(-1)",
}
TARGET_CODE: Mapping[TargetForm, str] = {
    "plain": "{0}",
    "float": "{0}.float()",
    "one_hot": "nn.functional.one_hot({0}, {1}).float()",
}
"""Each form as torch code of the output, or of the target and the number of classes."""


class Loss(Spec, frozen=True):
    """A torch criterion of the same name, averaged over a batch.

    `uses` says for which tasks it can be taken, and in which form it takes their outputs and targets.
    """

    uses: ClassVar[Mapping[Task, Use]]

    @classmethod
    def fitted(cls, task: Task) -> Self:  # noqa: ARG003 - an override takes it
        """Give the value a new form starts from on a task."""
        return cls.example()

    def each(self, output: Floats, target: NDArray[Any]) -> Floats:
        """Give the loss of each example, shape (n,), before any averaging over the batch.

        `output` and `target` are a task's own (see `lrviz.catalog.task`), whatever form the criterion takes them in.
        Where several tasks share a loss, the shape of the output tells them apart.
        """
        raise NotImplementedError(type(self).__name__)

    def unfit(self, task: Task, outputs: int) -> str:
        """Say why the loss can't be used for a task whose model gives so many outputs; empty where it can."""
        if task not in self.uses:
            wanted = either(NOUNS[known] for known in self.uses)
            return say(
                "{kind} is for {wanted}; these data ask for {nouns}",
                kind=type(self).__name__,
                wanted=wanted,
                nouns=NOUNS[task],
            )
        return ""


def weights_unfit(weight: tuple[float, ...] | None, outputs: int) -> str:
    """Say why class weights don't go with so many classes; empty where they do."""
    if weight is None or len(weight) == outputs:
        return ""
    return say(
        "weight has {weight} value{weight:|s}; these data have {outputs} class{outputs:|es}",
        weight=len(weight),
        outputs=outputs,
    )


def log_softmax(output: Floats) -> Floats:
    """Give the log of the softmax over the last axis."""
    with np.errstate(all="ignore"):
        shifted = output - output.max(axis=-1, keepdims=True)
        return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)))


def log_sigmoid(logit: Floats) -> Floats:
    """Give the log of the sigmoid."""
    return np.asarray(np.minimum(logit, 0) - np.log1p(np.exp(-np.abs(logit))))


def truth(output: Floats, target: NDArray[Any]) -> Floats:
    """Give the log-probability of each example's true class (n,), from logits (n, classes) or one logit (n, 1)."""
    if output.shape[-1] == 1:
        return log_sigmoid((2.0 * target - 1) * output[..., 0])
    return np.asarray(np.take_along_axis(log_softmax(output), target[..., None], axis=-1)[..., 0])


def residual(output: Floats, target: NDArray[Any]) -> Floats:
    """Give output − target with the classes of a classification spread out as zeros and ones: (n, …)."""
    if output.shape[-1] == 1:
        return np.asarray(output[..., 0] - target).reshape(len(output), -1)
    return np.asarray(output - np.eye(output.shape[-1])[target])
