"""Names for runs that no other has, and runs that have another one."""

from __future__ import annotations

from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.run import Run
from lrviz.ui.naming import LONGEST, free_name, renamed


def test_free_names() -> None:
    runs = (Run("cosine"), Run("cosine 2"))
    assert free_name("step", runs) == "step"
    assert free_name("cosine", runs) == "cosine 3"


def test_a_long_name_is_cut_so_that_its_number_fits() -> None:
    long = "x" * LONGEST
    copy = free_name(long, (Run(long),))
    assert Run(copy).name == f"{'x' * (LONGEST - 2)} 2"
    assert free_name(f"{long}y", ()) == long


def test_a_run_that_trains_as_before_in_its_place_is_renamed() -> None:
    a, b = Run("a"), Run("b", StepLR(3))
    assert renamed((a, b), (a, Run("c", StepLR(3)))) == {"b": "c"}
    assert renamed((a, b), (a, Run("c", StepLR(4)))) == {}
    assert renamed((a, b), (Run("b"), Run("a", StepLR(3)))) == {}  # they have changed places with what they train
    assert renamed((a, b), (a,)) == {}
