"""Muon: momentum made orthogonal, matrix by matrix (Jordan, 2024, kellerjordan.github.io/posts/muon)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from lrviz.catalog.model import Shape
from lrviz.catalog.optimizer import Eps, Optimizer, Rate


class Muon(Optimizer, frozen=True):
    """Steps along the momentum's nearest orthogonal matrix, so that no direction of a layer outweighs the others.

    A×B is a matrix's shape. It takes matrices only: biases, norms and convolutions have to be frozen by a parameter
    group. A few iterations in bfloat16 find the orthogonal matrix, and weights shrink apart from the gradient, by lr ·
    weight_decay.

    Formula:
        m = momentum * m + (1 - momentum) * g
        o = orthogonal(momentum * m + (1 - momentum) * g)
        w = w - lr * (sqrt(max(1, A / B)) * o + weight_decay * w)
    When: the hidden matrices of a transformer, beside AdamW for all else.
    Mistake: giving it biases, norms or embeddings, or AdamW's rate without adjust_lr_fn="match_rms_adamw" (LR118).
    Source: Jordan et al. 2024, Muon: An optimizer for hidden layers; Liu et al. 2025, Muon is scalable for LLM
        training, arXiv 2502.16982
    """

    target: ClassVar[str] = "torch.optim.Muon"
    only: ClassVar[str] = "matrices"

    lr: Rate = 1e-3
    weight_decay: Annotated[
        float,
        Meta(ge=0, description="Share of a weight, times lr, that each update takes away.", extra={"slider": (0, 1)}),
    ] = 0.1
    momentum: Annotated[
        float, Meta(ge=0, description="Memory of the gradient's mean.", extra={"slider": (0, 0.999)})
    ] = 0.95
    nesterov: Annotated[
        bool, Meta(description="Look ahead: mix the gradient with the momentum once more.", extra={"rare": True})
    ] = True
    ns_coefficients: Annotated[
        tuple[float, float, float],
        Meta(
            description="a, b and c of a·X + b·X³ + c·X⁵, the iteration's polynomial.",
            extra={"slider": (-5, 5), "rare": True},
        ),
    ] = (3.4445, -4.775, 2.0315)
    eps: Eps = 1e-7
    ns_steps: Annotated[
        int,
        Meta(
            ge=0,
            lt=100,
            description="Iterations towards an orthogonal matrix.",
            extra={"slider": (0, 10), "rare": True},
        ),
    ] = 5
    adjust_lr_fn: (
        Annotated[
            Literal["original", "match_rms_adamw"],
            Meta(
                description="How a matrix of A×B scales the rate: by √max(1, A/B), or by 0.2·√max(A, B) to suit "
                "rates tuned for AdamW.",
                extra={"none": "original", "rare": True},
            ),
        ]
        | None
    ) = None

    @property
    def formula(self) -> str:
        return "−lr · orthogonal(m)" + (" − lr · λ · w" if self.shrinking else "")

    @property
    def shrinking(self) -> float:
        return self.weight_decay

    @property
    def momentum_or_beta(self) -> float | None:
        return self.momentum

    @classmethod
    def takes(cls, shape: Shape) -> bool:
        return len(shape) == 2
