"""Consent: a model of a person's own is a program, which is executed only where they agreed to that."""

from __future__ import annotations

from lrviz.catalog.models.own_model import foreign
from lrviz.errors import ResourceError
from lrviz.experiment import Experiment
from lrviz.sentences import say


def agreed(experiment: Experiment, trusted: str) -> None:
    """Refuse to execute a model of a person's own that nobody has agreed to have executed.

    Raises
    ------
    ResourceError
        `trusted` isn't that model's consent.
    """
    own = foreign(experiment.problem.model)
    if own is not None and own.consent != trusted:
        raise ResourceError(
            say("{name} is a program, and nobody has agreed to execute it (trust=True, or --trust)", name=own.name)
        )
