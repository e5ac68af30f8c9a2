"""Names for runs that no other has."""

from __future__ import annotations

from lrviz.run import Run
from lrviz.ui.naming import free_name


def test_free_names() -> None:
    runs = (Run("cosine"), Run("cosine 2"))
    assert free_name("step", runs) == "step"
    assert free_name("cosine", runs) == "cosine 3"
