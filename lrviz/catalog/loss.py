"""What a loss is to lrviz: the criterion a run is trained with."""

from __future__ import annotations

from lrviz.spec import Spec


class Loss(Spec, frozen=True):
    """torch's criterion of the same name, averaged over a batch."""
