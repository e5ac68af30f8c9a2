"""What a model is to lrviz: the network a problem is solved with."""

from __future__ import annotations

from lrviz.spec import Spec


class Model(Spec, frozen=True):
    """A torch module of the same name in the engine, built for a problem's inputs and outputs.

    What raises NotImplementedError here is what each entry has to say for itself; the test that walks the catalog asks
    every one.
    """

    def outline(self, inputs: int, outputs: int) -> str:
        """Name the model with its sizes, as the problem card shows it."""
        return f"{type(self).__name__} {inputs}-{outputs}"

    def code(self, inputs: int, outputs: int) -> str:
        """Write the model as a Python expression over torch's `nn`, which draws the same initial weights."""
        raise NotImplementedError(type(self).__name__)
