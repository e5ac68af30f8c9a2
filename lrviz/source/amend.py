"""Amend: a person's own text, changed only where it must be to say a run."""

from __future__ import annotations

from lrviz.listing import Listing
from lrviz.run import Run
from lrviz.source.read import study
from lrviz.source.write import code


def shown(run: Run) -> str:
    """Give the code that a run is shown as: its own text with what has changed since, or that which lrviz writes."""
    return code(run) if run.listing is None else amended(run.listing, run)


def amended(listing: Listing, run: Run) -> str:
    """Give a text that says the run: the listing's own, every line that needn't change as it is.

    Reading it with the listing's answers gives the run's optimizer, schedule, groups, clipping and how it is stepped.
    Where the text can't be made to say that it is written anew.
    """
    said = study(listing.text, names=listing.names).run
    same = said is not None and (said.optimizer, said.schedule, said.groups, said.clip, said.stepped) == (
        run.optimizer,
        run.schedule,
        run.groups,
        run.clip,
        run.stepped,
    )
    return listing.text if same else code(run)
