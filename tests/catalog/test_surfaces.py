"""Every surface: one text of a formula, the same in numpy and in torch, with its minima where the books have them."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lrviz import MLP, Digits, Rosenbrock, SpecError, Walk
from lrviz.catalog.models import MODELS
from lrviz.catalog.surface import Surface
from lrviz.catalog.surfaces import SURFACES
from lrviz.catalog.surfaces.ackley import Ackley
from lrviz.catalog.surfaces.beale import Beale
from lrviz.catalog.surfaces.formula import Formula
from lrviz.catalog.surfaces.himmelblau import Himmelblau
from lrviz.catalog.surfaces.quadratic import Quadratic
from lrviz.catalog.surfaces.rastrigin import Rastrigin
from lrviz.catalog.surfaces.river_valley import RiverValley
from lrviz.catalog.surfaces.saddle import Saddle
from lrviz.catalog.surfaces.styblinski_tang import StyblinskiTang
from lrviz.engine.build import build
from tests.strategies import specs

EVERY = pytest.mark.parametrize("cls", SURFACES, ids=lambda cls: cls.__name__)


def in_sight(surface: Surface, share: tuple[float, float]) -> tuple[float, float]:
    """Give a place so far across the domain, and so far up."""
    x0, x1, y0, y1 = surface.domain
    return x0 + share[0] * (x1 - x0), y0 + share[1] * (y1 - y0)


def test_all_are_found_and_none_is_a_network() -> None:
    assert len(SURFACES) == 10
    assert not set(SURFACES) & set(MODELS)
    assert set(Walk.solvers()) == set(SURFACES)
    assert set(Digits.solvers()) == set(MODELS)


@EVERY
@given(data=st.data(), share=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_torch_has_the_height_and_the_slope_that_numpy_has(
    cls: type[Surface], data: st.DataObject, share: tuple[float, float]
) -> None:
    surface = data.draw(specs(cls))
    place = in_sight(surface, share)
    module = build(replace(surface, start=place), 2, 1, None).double()
    with torch.no_grad():
        module.x.fill_(place[0])
        module.y.fill_(place[1])
    height = module(torch.zeros(1, 2, dtype=torch.float64))
    assert height.shape == (1, 1)
    assert height.item() == pytest.approx(float(surface.at(*place)), rel=1e-9, abs=1e-9)
    kinked = isinstance(surface, Formula) and "abs" in surface.formula and abs(place[0]) < 0.01
    if kinked or (isinstance(surface, Ackley) and np.hypot(*place) < 0.1):  # whose middle is a point
        return
    slope = torch.autograd.grad(height.sum(), (module.x, module.y), allow_unused=True)
    found = surface.slope(*place)
    scale = 1 + abs(height.item()) + np.abs(found).max()
    assert found == pytest.approx([float(part) for part in slope], rel=1e-6, abs=2e-8 * scale)


@EVERY
def test_heights_and_slopes_are_taken_at_many_places_at_once(cls: type[Surface]) -> None:
    surface = cls.example()
    x0, x1, y0, y1 = surface.domain
    x, y = np.linspace(x0, x1, 7), np.linspace(y0, y1, 5)[:, None]
    heights, slopes = surface.at(x, y), surface.slope(x, y)
    assert (heights.shape, slopes.shape) == ((5, 7), (5, 7, 2))
    assert heights[3, 2] == surface.at(x[2], y[3, 0])
    np.testing.assert_array_equal(slopes[3, 2], surface.slope(x[2], y[3, 0]))
    assert np.isfinite(heights).all()


@EVERY
def test_a_start_is_in_sight_and_can_be_another(cls: type[Surface]) -> None:
    surface = cls.example()
    x0, x1, y0, y1 = surface.domain
    assert x0 <= surface.start[0] <= x1
    assert y0 <= surface.start[1] <= y1
    moved = replace(surface, start=(1.25, -0.5))
    assert moved.outline(2, 1) == "from (1.25, −0.5)"
    module = build(moved, 2, 1, None)
    assert (module.x.item(), module.y.item()) == (1.25, -0.5)
    with pytest.raises(SpecError, match="start"):
        replace(surface, start=(1e9, 0))


@pytest.mark.parametrize(
    ("surface", "place", "height"),
    [
        (Quadratic(condition=7), (0, 0), 0),
        (Rosenbrock(), (1, 1), 0),
        (Rosenbrock(b=100), (1, 1), 0),
        (Himmelblau(), (3, 2), 0),
        (Himmelblau(), (-2.805118, 3.131312), 0),
        (Himmelblau(), (-3.779310, -3.283186), 0),
        (Himmelblau(), (3.584428, -1.848126), 0),
        (Beale(), (3, 0.5), 0),
        (Ackley(), (0, 0), 0),
        (Rastrigin(), (0, 0), 0),
        (StyblinskiTang(), (-2.903534, -2.903534), -78.332331),
        (Saddle(), (0, 1), -0.25),
        (Saddle(), (0, 0), 0),
    ],
    ids=str,
)
def test_what_the_books_say_is_flat_is_flat(surface: Surface, place: tuple[float, float], height: float) -> None:
    assert float(surface.at(*place)) == pytest.approx(height, abs=1e-6)
    np.testing.assert_allclose(surface.slope(*place), 0, atol=2e-4)


def test_their_values_are_the_papers() -> None:
    assert float(Quadratic().at(-4, 1.5)) == pytest.approx(0.5 * (16 + 20 * 2.25))
    assert float(Rosenbrock().at(-1.2, 1)) == pytest.approx(2.2**2 + 10 * 0.44**2)
    assert float(Rosenbrock(b=100).at(-1.2, 1)) == pytest.approx(24.2)
    assert float(Himmelblau().at(0, 0)) == 170
    assert float(Beale().at(0, 0)) == 1.5**2 + 2.25**2 + 2.625**2
    assert float(Ackley().at(1, 0)) == pytest.approx(20 - 20 * np.exp(-0.2 * np.sqrt(0.5)))
    assert float(Rastrigin().at(0.5, 0)) == 20.25
    assert float(StyblinskiTang().at(1, 0)) == -5


def test_the_river_winds_and_falls() -> None:
    river = RiverValley()
    x = np.linspace(0, 9, 50)
    floor = river.at(x, 0.7 * np.sin(x))
    np.testing.assert_allclose(floor, -0.3 * x)
    assert (river.at(x, 0.7 * np.sin(x) + 0.5) > floor + 2).all()


def test_ackley_has_a_slope_where_its_root_is_0() -> None:
    module = build(Ackley(start=(0.0, 0.0)), 2, 1, None)
    module(torch.zeros(1, 2)).sum().backward()
    assert (float(module.x.grad), float(module.y.grad)) == (0, 0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x +", "an expression of x and y"),
        ("z**2", "`z` isn’t allowed here"),
        ("2 * pi", "uses x or y"),
        ("x + 1 / 0", "an expression with a value: "),
        ("__import__('os')", "isn’t allowed here"),
    ],
)
def test_what_is_no_formula_of_a_place_is_refused(text: str, said: str) -> None:
    with pytest.raises(SpecError, match="formula must be an expression") as refused:
        Formula(text)
    assert said in str(refused.value)


def test_a_formula_is_kept_in_its_canonical_form() -> None:
    assert Formula("lambda a, b: a*a+math.cos(b)").formula == "x * x + cos(y)"
    assert Formula("x*y", reach=2).domain == (-2, 2, -2, 2)


def test_a_walk_takes_surfaces_and_other_problems_networks() -> None:
    with pytest.raises(SpecError, match=r"^Walk.*model must be one of"):
        Walk(model=MLP())
    with pytest.raises(SpecError, match=r"^Digits.*model must be one of"):
        Digits(model=Rosenbrock())
    with pytest.raises(SpecError, match="noise"):
        Walk(noise=-1)
    assert msgspec.json.decode(msgspec.json.encode(Walk()), type=Walk) == Walk()


def test_pushes_are_as_strong_as_they_are_said_to_be_and_none_is_held_out() -> None:
    data = Walk(noise=3.0).data()
    assert data.train_x.std(axis=0) == pytest.approx([3, 3], rel=0.02)
    assert data.train_x.mean(axis=0) == pytest.approx([0, 0], abs=0.1)
    assert data.val_x.tolist() == [[0, 0]]
    assert not Walk(noise=0.0).data().train_x.any()
