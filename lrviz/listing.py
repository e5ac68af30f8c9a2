"""Listing: a person's own code that a run is read from, and what they answered to what it doesn't say."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta

from lrviz.spec import Value


class Answer(Value, frozen=True):
    """What an expression stands for that a text doesn't give a value: `len(train_loader)` is 391."""

    expression: Annotated[str, Meta(min_length=1, max_length=1000)]
    value: bool | int | float | str | tuple[bool | int | float | str, ...] | None = None


class Listing(Value, frozen=True):
    """A text of PyTorch code as a person wrote or pasted it, and their answers to what it doesn't say.

    `optimizer` is the line of the optimizer they chose where the text makes several.
    """

    text: Annotated[str, Meta(min_length=1, max_length=150_000)]
    answers: tuple[Answer, ...] = ()
    optimizer: Annotated[int, Meta(ge=1)] | None = None

    @property
    def names(self) -> dict[str, Any]:
        """The answers as `lrviz.parse` takes them."""
        return {answer.expression: answer.value for answer in self.answers}
