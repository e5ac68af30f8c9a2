"""Basins: ends flow to the minimum whose slope they lie on."""

from __future__ import annotations

import numpy as np
import pytest

from lrviz.basins import NOWHERE, basins
from lrviz.catalog.surfaces.ackley import Ackley
from lrviz.catalog.surfaces.formula import Formula
from lrviz.catalog.surfaces.himmelblau import Himmelblau
from lrviz.catalog.surfaces.quadratic import Quadratic
from lrviz.catalog.surfaces.rastrigin import Rastrigin
from lrviz.catalog.surfaces.river_valley import RiverValley
from lrviz.catalog.surfaces.rosenbrock import Rosenbrock
from lrviz.catalog.surfaces.saddle import Saddle
from lrviz.catalog.surfaces.styblinski_tang import StyblinskiTang


def spread(domain: tuple[float, float, float, float], side: int) -> np.ndarray:
    x0, x1, y0, y1 = domain
    x, y = np.meshgrid(np.linspace(x0, x1, side), np.linspace(y0, y1, side))
    return np.stack([x.ravel(), y.ravel()], axis=1)


def test_himmelblaus_four_minima_are_found() -> None:
    ends = np.array([[3.2, 1.6], [-2.5, 3.0], [-4.0, -3.0], [3.3, -2.1], [2.7, 2.2]])
    found = basins(Himmelblau(), ends)
    expected = np.array([[3, 2], [-2.805118, 3.131313], [-3.77931, -3.283186], [3.584428, -1.848127], [3, 2]])
    np.testing.assert_allclose([found.minima[i].place for i in found.of], expected, atol=1e-5)
    assert len(found.minima) == 4
    assert sorted(basin.share for basin in found.minima) == pytest.approx([0.2, 0.2, 0.2, 0.4])


def test_the_deepest_comes_first() -> None:
    found = basins(StyblinskiTang(), np.array([[2.5, 2.5], [-2.5, 2.5], [-2.5, -2.5]]))
    assert [round(basin.height, 2) for basin in found.minima] == [-78.33, -64.2, -50.06]
    assert found.of.tolist() == [2, 1, 0]


def test_each_hollow_keeps_its_own() -> None:
    places = spread((-2, 2, -2, 2), 5) + np.random.default_rng(0).uniform(-0.2, 0.2, (25, 2))
    found = basins(Rastrigin(), places)
    assert len(found.minima) == 25
    reached = np.array([found.minima[i].place for i in found.of])
    np.testing.assert_allclose(reached, spread((-2, 2, -2, 2), 5), atol=0.02)
    ackley = basins(Ackley(), np.array([[0.2, -0.1], [1.1, 0.1], [7.0, 6.0]]))
    assert ackley.of[0] == 0
    assert ackley.minima[0].height == pytest.approx(0, abs=1e-9)
    assert np.hypot(*(np.array(ackley.minima[ackley.of[2]].place) - (7, 6))) < 0.2


@pytest.mark.parametrize("surface", [Quadratic(), Quadratic(condition=1000), Rosenbrock(), Rosenbrock(b=100)], ids=str)
def test_one_minimum_takes_all(surface: Quadratic | Rosenbrock) -> None:
    found = basins(surface, spread(surface.domain, 4))
    [only] = found.minima
    assert only.share == 1
    lowest = (0, 0) if isinstance(surface, Quadratic) else (1, 1)
    np.testing.assert_allclose(only.place, lowest, atol=1e-4)


def test_what_has_no_minimum_runs_away_and_a_saddle_is_none() -> None:
    assert basins(RiverValley(), np.array([[0.0, 0.5]])).of.tolist() == [NOWHERE]
    assert basins(Formula("x**2 - y**2"), np.array([[1.0, 0.1], [1.0, 0.0]])).of.tolist() == [NOWHERE, NOWHERE]
    found = basins(Saddle(), np.array([[1.0, 0.1], [1.0, -0.1], [1.0, 0.0], [np.nan, 0.0]]))
    assert found.of[2:].tolist() == [NOWHERE, NOWHERE]
    assert [basin.share for basin in found.minima] == [0.25, 0.25]
    places = np.array([found.minima[found.of[i]].place for i in (0, 1)])
    np.testing.assert_allclose(places, [[0, 1], [0, -1]], atol=1e-6)


def test_kinks_and_plains_end_somewhere() -> None:
    cone = basins(Formula("abs(x) + abs(y)"), np.array([[2.0, 1.0]]))
    np.testing.assert_allclose(cone.minima[cone.of[0]].place, (0, 0), atol=5e-3)
    assert basins(Formula("floor(x)"), np.array([[1.5, 1.0]])).minima[0].place == (1.5, 1.0)
    assert basins(Quadratic(), np.zeros((0, 2))).minima == ()


def test_what_is_far_away_depends_on_what_is_worth_seeing() -> None:
    ends = np.array([[0.005, 0.0], [0.5, 0.0]])
    found = basins(Formula("x**2 + y**2", reach=0.01, start=(0.0, 0.0)), ends)
    np.testing.assert_array_equal(found.of, [0, NOWHERE])
