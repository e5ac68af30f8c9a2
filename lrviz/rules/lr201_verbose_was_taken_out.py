"""LR201: an argument that torch's schedulers no longer have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lrviz.errors import Patch
from lrviz.rules.fixes import standing
from lrviz.rules.rule import Found, text_rule
from lrviz.sentences import say
from lrviz.source.reading import Reading, Span

_BEFORE = re.compile(r",\s*verbose\s*=\s*\Z")


@text_rule("LR201", "warning")
def verbose_was_taken_out(reading: Reading) -> Iterator[Found]:
    """Until torch 2.6 a scheduler given verbose=True printed its rates; from 2.7 on none has such an argument.

    Whatever it is given, torch raises a TypeError when the scheduler is made. get_last_lr() says what the rate is.

    Bad:  ReduceLROnPlateau(optimizer, patience=3, verbose=True)
    Good: ReduceLROnPlateau(optimizer, patience=3)
    Seen in: pytorch 147301
    """
    for path, span in reading.places.items():
        of, _, field = path.rpartition(".")
        made = standing(reading.run, of) if reading.run is not None else None
        if field == "verbose" and made is not None and made.target.startswith("torch."):
            name = type(made).__name__
            message = say(
                "from torch 2.7 on {name} has no argument verbose, and raises a TypeError: print get_last_lr()",
                name=name,
            )
            yield Found(message, field=path, patches=_without(reading, span))


def _without(reading: Reading, span: Span) -> tuple[Patch, ...]:
    """Give the change that takes an argument out."""
    before = _BEFORE.search(reading.text, 0, span.start)
    return () if before is None else (Patch(before.start(), span.end, ""),)
