"""What a problem is: a data set to learn and a model to learn it with."""

from __future__ import annotations

from typing import Any, ClassVar, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from lrviz.catalog import models
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.task import Task
from lrviz.spec import Spec


class Data(NamedTuple):
    """A data set, split: inputs (n, …) float32, and targets as the problem's task has them."""

    train_x: NDArray[np.float32]
    train_y: NDArray[Any]
    val_x: NDArray[np.float32]
    val_y: NDArray[Any]


class Problem(Spec, frozen=True, kw_only=True):
    """A data set with its split and noise, and the model trained on it.

    Sizes are stated without loading anything, since epochs are counted in them.

    What raises NotImplementedError here is what each entry has to say for itself; the test that walks the catalog asks
    every one.
    """

    task: ClassVar[Task] = "classes"
    noun: ClassVar[str] = "examples"
    """What the data set consists of, in the plural."""

    model: models.AnyModel = msgspec.field(default_factory=MLP)

    @property
    def train_size(self) -> int:
        """Number of training examples."""
        raise NotImplementedError(type(self).__name__)

    @property
    def inputs(self) -> int:
        """Number of features of an example, or of each document of a query."""
        raise NotImplementedError(type(self).__name__)

    @property
    def outputs(self) -> int:
        """Number of values the model gives for an example, or for each document of a query."""
        raise NotImplementedError(type(self).__name__)

    @property
    def image(self) -> tuple[int, int] | None:
        """Rows and columns of the picture that an example's features make, row by row; None where they make none."""
        return None

    @property
    def unfit(self) -> str:
        """Why the model can't be trained on these data; empty where it can."""
        return self.model.unfit(self.task, self.image)

    def title(self) -> str:
        """Name the data set as the problem card shows it."""
        raise NotImplementedError(type(self).__name__)

    def data(self) -> Data:
        """Make or load the examples, always the same ones."""
        raise NotImplementedError(type(self).__name__)

    def code(self) -> str:
        """Write `data` as Python: lines that leave tensors train_x, train_y, val_x and val_y, without lrviz."""
        raise NotImplementedError(type(self).__name__)

    def imports(self) -> tuple[str, ...]:
        """Give the import lines that `code` needs."""
        raise NotImplementedError(type(self).__name__)
