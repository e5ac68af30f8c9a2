"""Amend: a person's own text, changed only where it must be to say a run."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from msgspec.structs import replace

from lrviz.errors import Patch
from lrviz.listing import Listing
from lrviz.run import Run
from lrviz.source.amending.moved import moved
from lrviz.source.amending.remade import another_optimizer, another_schedule, missing_imports
from lrviz.source.amending.revalued import clipped, values_of_the_optimizer, values_of_the_schedule
from lrviz.source.read import studied
from lrviz.source.reading import Reading
from lrviz.source.text.spots import patched
from lrviz.source.text.syntax import LONGEST
from lrviz.source.write import code


def shown(run: Run) -> str:
    """Give the code that a run is shown as: its own text with what has changed since, or that which lrviz writes."""
    return code(run) if run.listing is None else amended(run.listing, run)


@lru_cache(maxsize=64)  # asked for at every redraw, of a run that seldom changes
def amended(listing: Listing, run: Run) -> str:
    """Give a text that says the run: the listing's own, every line that needn't change as it is.

    Reading it with the listing's answers gives the run's optimizer, schedule and groups, and how the text clips and
    steps where it does. A text that can't be read stays as it is; one that can't be made to say the run gives way to
    what lrviz writes.
    """
    reading, whole = studied(listing), run
    if reading.run is None or stands(reading, run):
        return listing.text
    run = _as_far(reading, run)
    clip = [] if _clips(reading.run, run) else clipped(reading, run.clip)
    for optimizer, schedule in product(_optimizers(reading, run), _schedules(reading, run)):
        if optimizer is not None and schedule is not None:
            patches = {*clip, *optimizer, *schedule}
            text = patched(reading.text, patches | missing_imports(reading, patches, run))
            read = studied(moved(listing, text)).run if 0 < len(text) <= LONGEST else None
            if read is not None and says(read, run):
                return text
    return code(whole)


def stands(reading: Reading, run: Run) -> bool:
    """Whether a text that was read stays as it is for a run: it says the run, or nothing that could be read."""
    return reading.run is None or says(reading.run, _as_far(reading, run))


def _as_far(reading: Reading, run: Run) -> Run:
    """Give a run as far as a text is to say it: an optimizer that is made elsewhere needn't be in it."""
    if reading.run is None or reading.has_optimizer:
        return run
    return replace(run, optimizer=reading.run.optimizer, groups=reading.run.groups)


def says(read: Run, run: Run) -> bool:
    """Whether what is read of a text is a run, as far as a text says it: one without a loop neither clips nor steps."""
    same = (read.optimizer, read.schedule, read.groups) == (run.optimizer, run.schedule, run.groups)
    return same and _clips(read, run) and read.stepped in {run.stepped, "batch"}


def _clips(read: Run, run: Run) -> bool:
    return read.clip in (None, run.clip)


def _optimizers(reading: Reading, run: Run) -> Iterator[list[Patch] | None]:
    """Give ways to the run's optimizer, the least change first."""
    if reading.run is not None and reading.run.optimizer == run.optimizer:
        yield []
        return
    yield values_of_the_optimizer(reading, run)
    yield another_optimizer(reading, run)


def _schedules(reading: Reading, run: Run) -> Iterator[list[Patch] | None]:
    """Give ways to the run's schedule, the least change first: one that holds the optimizer's rate changes with it."""
    if reading.run is not None and reading.run.schedule == run.schedule:
        yield []
    else:
        yield values_of_the_schedule(reading, run)
    yield another_schedule(reading, run)
