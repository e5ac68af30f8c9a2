"""What a race has left, for the charts to find."""

from __future__ import annotations

import pytest

from lrviz.engine.trails import Trails
from tests.engine.charted import EXPERIMENT, left


@pytest.fixture(scope="module")
def trails() -> Trails:
    """Give what a race of the experiment has left."""
    return left(EXPERIMENT)
