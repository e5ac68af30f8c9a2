"""LinearScheduleWithWarmup: up to the rate and straight down to 0, as Hugging Face's transformers train by default."""

from __future__ import annotations

from typing import ClassVar

from lrviz.catalog.recipe import TARGET, Piece, Recipe, TrainingSteps, WarmupSteps


class LinearScheduleWithWarmup(Recipe, frozen=True):
    """Climbs straight from 0 in num_warmup_steps, then falls straight to 0 at num_training_steps, and stays there.

    The warm-up is t / max(1, num_warmup_steps), so that the first update runs at a rate of 0.

    Formula:
        rate = (
            lr * t / num_warmup_steps if t < num_warmup_steps
            else lr * max(0, (num_training_steps - t) / (num_training_steps - num_warmup_steps))
        )
    When: fine-tuning: it is what Hugging Face's Trainer takes unless told otherwise.
    Mistake: a num_training_steps for one worker where several step together: the rate never gets low (LR112).

    >>> import numpy as np
    >>> LinearScheduleWithWarmup(2, 6).at(np.arange(8), lr=1.0)
    array([0.  , 0.5 , 1.  , 0.75, 0.5 , 0.25, 0.  , 0.  ])
    """

    origin: ClassVar[str] = "transformers.get_linear_schedule_with_warmup"
    target: ClassVar[str] = TARGET

    num_warmup_steps: WarmupSteps
    num_training_steps: TrainingSteps

    def pieces(self) -> tuple[Piece, ...]:
        return (
            Piece("t / max(1, num_warmup_steps)", until="num_warmup_steps"),
            Piece(
                "(num_training_steps - t) / max(1, num_training_steps - num_warmup_steps)", until="num_training_steps"
            ),
            Piece("0.0"),
        )
