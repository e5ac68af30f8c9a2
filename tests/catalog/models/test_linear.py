"""Linear: one layer, written as torch's own."""

from __future__ import annotations

import pytest

from lrviz import Linear, SpecError


def test_it_is_written_as_torchs_layer() -> None:
    assert Linear().code(64, 10, (8, 8)) == Linear().code(64, 10, None) == "nn.Linear(64, 10)"
    assert Linear(bias=False).code(5, 1, None) == "nn.Linear(5, 1, bias=False)"
    assert Linear().outline(64, 10) == "Linear 64-10"
    assert Linear().parts() == ()


def test_it_fits_every_problem() -> None:
    assert not any(
        Linear().unfit(task, image)
        for task in ("classes", "binary", "values", "ranking")
        for image in (None, (8, 8), (1, 1))
    )


def test_a_bias_is_there_or_not() -> None:
    with pytest.raises(SpecError, match=r"Linear\(bias=0\.5\): bias must be true or false"):
        Linear(bias=0.5)
