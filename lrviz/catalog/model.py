"""What a model is to lrviz: the network a problem is solved with."""

from __future__ import annotations

from lrviz.catalog.task import Task
from lrviz.spec import Spec


class Model(Spec, frozen=True):
    """A torch module of the same name in the engine, built for a problem's inputs, outputs and image.

    `target(inputs, outputs, image, **fields)` makes the module, which takes float32 inputs (n, …, inputs) and gives
    (n, …, outputs). What raises NotImplementedError here is what each entry has to say for itself; the test that walks
    the catalog asks every one.
    """

    def unfit(self, task: Task, image: tuple[int, int] | None) -> str:
        """Say why the model can't be used for such a problem; empty where it can."""
        return ""

    def outline(self, inputs: int, outputs: int) -> str:
        """Name the model with its sizes, as the problem card shows it."""
        return f"{type(self).__name__} {inputs}-{outputs}"

    def code(self, inputs: int, outputs: int, image: tuple[int, int] | None) -> str:
        """Write the model as a Python expression over torch's `nn`, which draws the same initial weights.

        It may use what `parts` names.
        """
        raise NotImplementedError(type(self).__name__)

    def parts(self) -> tuple[str, ...]:
        """Name the classes of `lrviz.engine.models` that `code` uses, which a script takes along."""
        return ()

    def imports(self) -> tuple[str, ...]:
        """Give the import lines that `code` and the `parts` need beside torch."""
        return ()
