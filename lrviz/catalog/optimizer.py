"""What an optimizer is to lrviz: its parameters, and which of them a schedule moves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Self

import msgspec
from msgspec import Meta

from lrviz.catalog.model import Shape, Shapes
from lrviz.sentences import say
from lrviz.spec import Spec

Rate = Annotated[
    float,
    Meta(
        ge=0,
        description="Learning rate before any schedule.",
        extra={"scale": "log", "slider": (1e-5, 10), "unit": "lr"},
    ),
]


Beta = Annotated[float, Meta(ge=0, lt=1)]
Betas = Annotated[
    tuple[Beta, Beta],
    Meta(description="Memory of the gradient's mean and of its size.", extra={"slider": (0, 0.9999)}),
]
Eps = Annotated[
    float,
    Meta(ge=0, description="Keeps the division finite.", extra={"scale": "log", "slider": (1e-10, 1e-2), "rare": True}),
]
L2 = Annotated[float, Meta(ge=0, description="L2 penalty added to the gradient.", extra={"slider": (0, 0.1)})]
Decoupled = Annotated[
    bool, Meta(description="Shrink the weights apart from the gradient, as AdamW does.", extra={"rare": True})
]
Maximize = Annotated[bool, Meta(description="Climb instead of descend.", extra={"rare": True})]

BETA_OF_1: Mapping[str, str] = {
    "ZeroDivisionError: float division by zero": say("the schedule has moved β₁ to 1, and 1 − β₁ᵗ is a divisor")
}


class Optimizer(Spec, frozen=True):
    """torch's optimizer of the same name; `lr` is the rate its schedule starts from."""

    only: ClassVar[str] = ""
    """What it takes, where that isn't every parameter, in words that finish "it takes only …"."""

    means: ClassVar[Mapping[str, str]] = {}
    """What torch's words mean where it refuses an update."""

    @property
    def rate(self) -> float:
        """The learning rate before any schedule."""
        return float(self.lr)  # type: ignore[attr-defined]  # every optimizer has one, each with its own default

    @property
    def momentum_or_beta(self) -> float | None:
        """Momentum, or β₁ of Adam's kind: what a cycling schedule moves. None where there is none."""
        return None

    @property
    def begun(self) -> tuple[str, ...]:
        """What torch keeps of each parameter, from 0 on, only for such values as these: by torch's names.

        Where a branch takes over the memory of one of this class that has other values, that is missing.
        """
        return ()

    @property
    def formula(self) -> str:
        """What an update adds to a weight w, in symbols.

        g is the gradient, as it was used, m what is stepped along in its place (the momentum, a look ahead included), v
        the running mean of its square, a hat the correction of their start; lr, λ and ε are the numbers of the rate,
        weight_decay and eps.
        """
        return "−lr · g"

    @property
    def shrinking(self) -> float:
        """The share of the weights that an update takes away at a rate of 1; 0 where the gradient's size has a say."""
        return 0.0

    def stability_limit(self, lr: float, momentum: float | None = None) -> float | None:
        """Give the largest curvature that updates with such a rate don't grow along, without end, on a quadratic loss.

        That is the largest eigenvalue that the loss's Hessian may have, with this momentum in place of the optimizer's
        own; infinite at a rate of 0. None where the Hessian alone doesn't tell: Adam and its kind divide the gradient,
        and what counts is the Hessian divided likewise (Cohen et al., arXiv 2207.14484).
        """
        return None

    @classmethod
    def takes(cls, shape: Shape) -> bool:  # noqa: ARG003 - an override looks at it
        """Whether torch's optimizer takes a parameter of such a shape."""
        return True

    @classmethod
    def unfit(cls, shapes: Shapes) -> str:
        """Say which of the parameters that are to be trained it can't take; empty where it takes all."""
        for name, shape in shapes.items():
            if not cls.takes(shape):
                size = "×".join(map(str, shape))
                return say(
                    "{kind} takes only {only}, and {name} ({size}) isn't one: freeze it with a group",
                    kind=cls.__name__,
                    only=cls.only,
                    name=name,
                    size=size,
                )
        return ""

    @classmethod
    def explained(cls, words: str) -> str:
        """Give torch's words for refusing an update, behind what they mean where that is known."""
        return f"{cls.means[words]} ({words})" if words in cls.means else words

    def with_rate(self, lr: float) -> Self:
        """Give the same optimizer with another learning rate."""
        return msgspec.structs.replace(self, lr=lr)
