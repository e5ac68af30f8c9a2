"""Linear: one layer, which is regression."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.model import Model, Shapes


class Linear(Model, frozen=True):
    """One layer without a bend: linear, logistic or softmax regression, as the loss has it.

    When: a first answer, and one that can be checked: with a square there is one lowest place, and a known rate limit.
    Mistake: expecting it to bend: two moons or a spiral need a layer between.
    """

    target: ClassVar[str] = "lrviz.engine.models.Linear"

    bias: Annotated[bool, Meta(description="Add a learned constant to each output.")] = True

    def shapes(self, inputs: int, outputs: int, image: tuple[int, int] | None) -> Shapes:
        return {"weight": (outputs, inputs), **({"bias": (outputs,)} if self.bias else {})}

    def code(self, inputs: int, outputs: int, image: tuple[int, int] | None) -> str:
        return f"nn.Linear({inputs}, {outputs}{'' if self.bias else ', bias=False'})"
