"""Names for runs that no other has."""

from __future__ import annotations

from lrviz.run import Run
from lrviz.ui.naming import LONGEST, free_name


def test_free_names() -> None:
    runs = (Run("cosine"), Run("cosine 2"))
    assert free_name("step", runs) == "step"
    assert free_name("cosine", runs) == "cosine 3"


def test_a_long_name_is_cut_so_that_its_number_fits() -> None:
    long = "x" * LONGEST
    copy = free_name(long, (Run(long),))
    assert Run(copy).name == f"{'x' * (LONGEST - 2)} 2"
    assert free_name(f"{long}y", ()) == long
