"""What went wrong in a job, in one line for people."""

from __future__ import annotations

import torch

from lrviz.errors import LrvizError
from lrviz.sentences import say


def full(error: BaseException) -> bool:
    """Whether an error says that the device's memory is full; on a CPU torch has no class of its own for it."""
    return isinstance(error, (MemoryError, torch.OutOfMemoryError)) or "can't allocate memory" in str(error)


def said(error: BaseException) -> str:
    """Say an error in one line: lrviz's own as they are, torch's with their kind."""
    if full(error):
        return say("out of memory: take smaller batches, a smaller model or fewer runs and seeds")
    if isinstance(error, LrvizError) and "\n" not in error.sentence:
        return error.sentence
    words = next((line for line in str(error).splitlines() if line.strip()), "")
    if isinstance(error, LrvizError):
        return words
    return f"{type(error).__name__}: {words}" if words else type(error).__name__
