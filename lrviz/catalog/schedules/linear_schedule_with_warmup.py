"""LinearScheduleWithWarmup: up to the rate and straight down to 0, as Hugging Face's transformers train by default."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from lrviz.catalog.recipe import TARGET, Piece, Recipe
from lrviz.catalog.schedule import MOST


class LinearScheduleWithWarmup(Recipe, frozen=True):
    """Climbs straight from 0 in num_warmup_steps, then falls straight to 0 at num_training_steps, and stays there.

    The warm-up is t / max(1, num_warmup_steps), so that the first update runs at a rate of 0.

    >>> LinearScheduleWithWarmup(2, 6).at(np.arange(8), lr=1.0)
    array([0.  , 0.5 , 1.  , 0.75, 0.5 , 0.25, 0.  , 0.  ])
    """

    origin: ClassVar[str] = "transformers.get_linear_schedule_with_warmup"
    target: ClassVar[str] = TARGET

    num_warmup_steps: Annotated[
        int,
        Meta(
            ge=0, le=MOST, description="Steps up to the rate.", examples=[10], extra={"scale": "log", "unit": "steps"}
        ),
    ]
    num_training_steps: Annotated[
        int,
        Meta(ge=0, le=MOST, description="Steps until 0.", examples=[100], extra={"scale": "log", "unit": "steps"}),
    ]

    def pieces(self) -> tuple[Piece, ...]:
        return (
            Piece("t / max(1, num_warmup_steps)", until="num_warmup_steps"),
            Piece(
                "(num_training_steps - t) / max(1, num_training_steps - num_warmup_steps)", until="num_training_steps"
            ),
            Piece("0.0"),
        )
