"""Transformer: a picture's rows as tokens that heed each other (Vaswani et al., arXiv 1706.03762)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from lrviz.catalog.model import Model, Shapes, affine
from lrviz.catalog.models.picture import MISSING, sides
from lrviz.catalog.task import Task
from lrviz.sentences import say


class Transformer(Model, frozen=True):
    """Takes a picture's rows as tokens that heed each other, block by block, and answers by their mean.

    Each row gets a learned position, drawn small as in BERT; without it the order of the rows would be lost. There is
    no dropout. Many blocks with the norms after each sum ("post", as first published) learn at a high rate only after a
    warm-up; with the norms before what is added ("pre", Xiong et al., arXiv 2002.04745) they learn without one too.

    When: warm-ups: six blocks with norms after the sums learn at 0.02 only with one (0.45 against 0.95 of accuracy).
    Mistake: comparing schedules on one seed: without a warm-up the accuracy's deviation over seeds was 0.29.
    Source: Vaswani et al. 2017, Attention is all you need, arXiv 1706.03762
    """

    target: ClassVar[str] = "lrviz.engine.models.Transformer"

    width: Annotated[
        int,
        Meta(
            ge=1,
            le=512,
            description="Numbers that stand for a token; a multiple of heads.",
            extra={"scale": "log", "slider": (4, 128), "step": "heads"},
        ),
    ] = 16
    heads: Annotated[
        int, Meta(ge=1, le=16, description="Ways to heed other tokens, side by side.", extra={"slider": (1, 8)})
    ] = 4
    feedforward: Annotated[
        int,
        Meta(
            ge=1,
            le=2048,
            description="Units of the hidden layer that each token passes alone.",
            extra={"scale": "log", "slider": (4, 512)},
        ),
    ] = 32
    blocks: Annotated[int, Meta(ge=1, le=32, description="How many blocks follow.", extra={"slider": (1, 8)})] = 2
    norm: Annotated[Literal["post", "pre"], Meta(description="LayerNorm after each sum, or before what is added.")] = (
        "post"
    )

    def check(self) -> None:
        if self.width % self.heads:
            raise self.refuse("width", say("a multiple of the {heads} heads", heads=self.heads))

    def unfit(self, task: Task, image: tuple[int, int] | None) -> str:
        return f"Transformer {MISSING}" if image is None else ""

    def outline(self, inputs: int, outputs: int) -> str:
        return f"Transformer {inputs}-{self.blocks}×{self.width}-{outputs}"

    def shapes(self, inputs: int, outputs: int, image: tuple[int, int] | None) -> Shapes:
        (rows, columns), width, last = sides(image), self.width, 3 + self.blocks
        shapes = {**affine("1", width, columns), "2.weight": (rows, width)}
        for i in range(3, last):
            shapes |= affine(f"{i}.self_attn.in_proj", 3 * width, width)
            shapes |= affine(f"{i}.self_attn.out_proj", width, width)
            shapes |= affine(f"{i}.linear1", self.feedforward, width)
            shapes |= affine(f"{i}.linear2", width, self.feedforward)
            shapes |= {**affine(f"{i}.norm1", width), **affine(f"{i}.norm2", width)}
        final = affine(f"{last}", width) if self.norm == "pre" else {}
        return shapes | final | affine(f"{last + 1 + bool(final)}", outputs, width)

    def code(self, inputs: int, outputs: int, image: tuple[int, int] | None) -> str:
        rows, columns = sides(image)
        block = "Block" if self.norm == "post" else "PreNormBlock"
        layers = [
            f"nn.Unflatten(-1, ({rows}, {columns}))",
            f"nn.Linear({columns}, {self.width})",
            f"Positions({rows}, {self.width})",
            *[f"{block}({self.width}, {self.heads}, {self.feedforward})"] * self.blocks,
            *([] if self.norm == "post" else [f"nn.LayerNorm({self.width})"]),
            "MeanOfTokens()",
            f"nn.Linear({self.width}, {outputs})",
        ]
        return "\n".join(["nn.Sequential(", *(f"    {layer}," for layer in layers), ")"])

    def parts(self) -> tuple[str, ...]:
        blocks = ("Block",) if self.norm == "post" else ("Block", "PreNormBlock")
        return ("Positions", "Attention", *blocks, "MeanOfTokens")
