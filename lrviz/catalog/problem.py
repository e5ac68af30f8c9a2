"""What a problem is: a data set to learn and a model to learn it with."""

from __future__ import annotations

import sys
from typing import Any, ClassVar, NamedTuple, get_args

import msgspec
import numpy as np
from numpy.typing import NDArray

from lrviz.catalog import models
from lrviz.catalog.model import Model, Shapes
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.task import Task
from lrviz.excerpt import excerpt
from lrviz.spec import Spec, fields


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

    @classmethod
    def solvers(cls) -> tuple[type[Model], ...]:
        """Give the models there are for such problems, some of which may be `unfit`."""
        return get_args(next(field.type for field in fields(cls) if field.name == "model"))

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
    def feature_names(self) -> tuple[str, ...]:
        """What the features are called, where they have names."""
        return ()

    @property
    def class_names(self) -> tuple[str, ...]:
        """What the classes are called, where they aren't called 0, 1, …."""
        return ()

    @property
    def image(self) -> tuple[int, int] | None:
        """Rows and columns of the picture that an example's features make, row by row; None where they make none."""
        return None

    @property
    def unfit(self) -> str:
        """Why the model can't be trained on these data; empty where it can."""
        return self.model.unfit(self.task, self.image)

    @property
    def shapes(self) -> Shapes:
        """The shapes of the model's parameters; none where it can't be trained on these data."""
        return {} if self.unfit else self.model.shapes(self.inputs, self.outputs, self.image)

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


class Recipe(Problem, frozen=True, kw_only=True):
    """A problem whose data are drawn by a function of numpy: `target` names it, and the fields are its arguments.

    The function stands in the problem's own file; `uses` names the functions of `lrviz.catalog.recipes` it calls. A
    script takes their text along.
    """

    uses: ClassVar[tuple[str, ...]] = ()

    def data(self) -> Data:
        module, _, name = self.target.rpartition(".")
        return Data(*getattr(sys.modules[module], name)(**self._arguments()))

    def code(self) -> str:
        module, _, name = self.target.rpartition(".")
        texts = [*(excerpt("lrviz.catalog.recipes", used) for used in self.uses), excerpt(module, name)]
        given = "".join(f"    {key}={value!r},\n" for key, value in self._arguments().items())
        call = f"train_x, train_y, val_x, val_y = {name}(\n{given})\n"
        return "\n\n".join((*texts, call)) + converted(self.task)

    def imports(self) -> tuple[str, ...]:
        return ("import numpy as np",)

    def _arguments(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in fields(type(self)) if field.kind != "value"}


def converted(task: Task) -> str:
    """Write the lines that turn a problem's arrays into tensors."""
    kind = "int64" if task in ("classes", "binary") else "float32"
    return (
        "train_x, val_x = (torch.tensor(x, dtype=torch.float32) for x in (train_x, val_x))\n"
        f"train_y, val_y = (torch.tensor(y, dtype=torch.{kind}) for y in (train_y, val_y))\n"
    )
