"""Planes: what they are to go through is on them, and what is seen of paths is what linear algebra says."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any, TypeVar

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from lrviz.engine import planes
from lrviz.engine.plane import Plane
from lrviz.engine.trails import Trail

T = TypeVar("T")


def done(work: Generator[Any, None, T]) -> T:
    """Do all of some work."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def walk(n: int, size: int, seed: int) -> Trail:
    """Give a random walk from a start that all share."""
    generator = torch.Generator().manual_seed(seed)
    start = torch.randn(size, generator=torch.Generator().manual_seed(0))
    scale = torch.linspace(2, 0.1, size)
    return Trail(np.arange(n), start + (scale * torch.randn(n, size, generator=generator)).cumsum(0))


def off_ends(plane: Plane, trails: Sequence[Trail]) -> list[float]:
    return [float(done(planes.seen(plane, trail.weights[-1:])).off[0]) for trail in trails]


def assert_orthonormal(*rows: Tensor) -> None:
    matrix = torch.stack(rows).double()
    torch.testing.assert_close(matrix @ matrix.T, torch.eye(len(rows)).double(), atol=1e-5, rtol=0)


@given(size=st.integers(2, 60), seeds=st.lists(st.integers(1, 99), min_size=3, max_size=3, unique=True))
def test_the_ends_of_three_runs_lie_in_their_plane(size: int, seeds: list[int]) -> None:
    trails = [walk(12, size, seed) for seed in seeds]
    plane, others = done(planes.ends(trails, 1))
    assert set(others) == {0, 2}
    assert torch.equal(plane.origin, trails[1].weights[-1])
    assert_orthonormal(plane.across, plane.up)
    scale = max(float(trail.weights.norm(dim=1).max()) for trail in trails)
    assert max(off_ends(plane, trails)) <= 1e-5 * scale
    first = done(planes.seen(plane, trails[others[0] or 0].weights[-1:])).places[0]
    assert first[1] == pytest.approx(0, abs=1e-5 * scale)
    assert first[0] > 0


def test_of_more_runs_those_are_taken_that_end_farthest_away() -> None:
    corners = [(0, 0, 0, 0), (1, 0, 0, 0), (5, 0, 0, 0), (4, 0.5, 0, 0), (0, 0, 2, 0)]
    trails = [Trail(np.arange(2), torch.tensor([[0.0, 0, 0, 9], corner])) for corner in corners]
    plane, others = done(planes.ends(trails, 0))
    assert others == (2, 4)
    torch.testing.assert_close(plane.across, torch.tensor([1.0, 0, 0, 0]))
    torch.testing.assert_close(plane.up, torch.tensor([0.0, 0, 1, 0]))


@pytest.mark.parametrize("runs", [1, 2])
def test_fewer_runs_take_the_direction_their_paths_vary_most_in(runs: int) -> None:
    trails = [walk(30, 25, seed) for seed in range(1, 1 + runs)]
    plane, others = done(planes.ends(trails, 0))
    assert others == (runs - 1, None)
    assert_orthonormal(plane.across, plane.up)
    target = trails[0].weights[0] if runs == 1 else trails[1].weights[-1]
    line = target - plane.origin
    torch.testing.assert_close(plane.across, line / line.norm(), atol=1e-5, rtol=1e-4)
    far = torch.cat([trail.weights for trail in trails]) - plane.origin
    rest = far - (far @ plane.across)[:, None] * plane.across
    expected = np.linalg.svd(rest.double().numpy())[2][0]
    assert abs(float(plane.up.double() @ torch.from_numpy(expected))) == pytest.approx(1, abs=1e-4)


def test_ends_that_coincide_and_runs_that_never_move_still_give_a_plane() -> None:
    one, still = walk(9, 12, 1), torch.ones(4, 12)
    for trails in (
        [one, one, one],
        [one, one],
        [Trail(np.arange(4), still)],
        [Trail(np.arange(4), still)] * 3,
        [Trail(np.zeros(1, np.int64), still[:1])],
    ):
        plane, _ = done(planes.ends(trails, 0))
        assert_orthonormal(plane.across, plane.up)
        assert torch.equal(plane.origin, trails[0].weights[-1])


def test_weights_of_one_number_give_a_line() -> None:
    plane, _ = done(planes.ends([Trail(np.arange(3), torch.tensor([[0.0], [1.0], [3.0]]))], 0))
    seen = done(planes.seen(plane, torch.tensor([[0.0], [5.0]])))
    np.testing.assert_allclose(seen.places, [[3, 0], [-2, 0]], atol=1e-6)
    np.testing.assert_allclose(seen.off, 0, atol=1e-6)


@given(size=st.integers(2, 80), runs=st.integers(1, 4), n=st.integers(2, 40), seed=st.integers(1, 99))
def test_principal_directions_hold_as_much_as_numpys_singular_vectors(size: int, runs: int, n: int, seed: int) -> None:
    trails = [walk(n, size, seed + run) for run in range(runs)]
    origin = trails[-1].weights[-1]
    found = done(planes.principal(trails, origin, 2))
    assert_orthonormal(*found)
    far = (torch.cat([trail.weights for trail in trails]) - origin).double().numpy()
    values = np.linalg.svd(far, compute_uv=False)
    held = np.linalg.norm(far @ found.double().numpy().T, axis=0)
    np.testing.assert_allclose(held, values[:2], rtol=1e-3, atol=1e-4 * values[0])
    plane = Plane(origin, found[0], found[1])
    share = planes.explained([done(planes.seen(plane, trail.weights)) for trail in trails])
    assert share == pytest.approx((values[:2] ** 2).sum() / (values**2).sum(), abs=1e-4)


def test_principal_directions_are_scikit_learns() -> None:
    from sklearn.decomposition import PCA, TruncatedSVD

    trails = [walk(60, 40, seed) for seed in (1, 2, 3)]
    rows = torch.cat([trail.weights for trail in trails])
    origin, middle = trails[-1].weights[-1], rows.mean(dim=0)
    uncentred = TruncatedSVD(2, algorithm="arpack").fit((rows - origin).double().numpy())
    centred = PCA(2).fit(rows.double().numpy())
    for about, peer in ((origin, uncentred.components_), (middle, centred.components_)):
        found = done(planes.principal(trails, about, 2)).double().numpy()
        np.testing.assert_allclose(np.abs(np.sum(found * peer, axis=1)), 1, rtol=1e-4)
    plane = Plane(middle, *done(planes.principal(trails, middle, 2)))
    share = planes.explained([done(planes.seen(plane, trail.weights)) for trail in trails])
    assert share == pytest.approx(centred.explained_variance_ratio_.sum(), abs=1e-4)


shapes = st.lists(
    st.one_of(
        st.tuples(st.integers(1, 6)),
        st.tuples(st.integers(1, 5), st.integers(1, 5)),
        st.tuples(st.integers(1, 3), st.integers(1, 3), st.integers(1, 3), st.integers(1, 3)),
    ),
    min_size=1,
    max_size=4,
).filter(lambda found: any(len(shape) > 1 for shape in found))


@given(shapes=shapes, seed=st.integers(0, 2**32 - 1))
def test_random_directions_have_the_norms_of_the_filters_and_leave_biases_alone(
    shapes: list[tuple[int, ...]], seed: int
) -> None:
    sizes = [torch.Size(shape) for shape in shapes]
    parameters = [torch.empty(size, requires_grad=True) for size in sizes]
    origin = torch.randn(sum(size.numel() for size in sizes), generator=torch.Generator().manual_seed(1))
    state = torch.get_rng_state()
    plane = planes.random(origin, parameters, seed)
    assert torch.equal(torch.get_rng_state(), state)
    for direction in (plane.across, plane.up):
        parts = torch.split(direction, [size.numel() for size in sizes])
        own = torch.split(origin, [size.numel() for size in sizes])
        for part, weights, size in zip(parts, own, sizes, strict=True):
            if len(size) == 1:
                assert not part.any()
            else:
                norms = [rows.view(size[0], -1).norm(dim=1) for rows in (part, weights)]
                torch.testing.assert_close(*norms, rtol=1e-4, atol=1e-6)
    assert torch.equal(plane.across, planes.random(origin, parameters, seed).across)
    assert torch.equal(plane.origin, origin)


def test_another_seed_is_another_plane_and_weights_without_filters_have_one_too() -> None:
    origin, layer = torch.arange(1.0, 13), [torch.empty(4, 3, requires_grad=True)]
    assert not torch.equal(planes.random(origin, layer, 0).across, planes.random(origin, layer, 1).across)
    for weights, norm in ((origin, origin.norm()), (torch.zeros(12), torch.tensor(1.0))):
        plane = planes.random(weights, [torch.empty(12, requires_grad=True)], 0)
        torch.testing.assert_close(plane.across.norm(), norm)
        torch.testing.assert_close(plane.up.norm(), norm)


def test_a_random_plane_leaves_alone_what_is_frozen() -> None:
    parameters = [torch.empty(2, 3), torch.empty(4, 2, requires_grad=True), torch.empty(2)]
    plane = planes.random(torch.arange(1.0, 17), parameters, 0)
    assert not plane.across[:6].any()
    assert plane.across[6:14].all()
    bare = planes.random(torch.arange(1.0, 5), [torch.empty(2), torch.empty(2, requires_grad=True)], 0)
    assert not bare.up[:2].any()
    assert bare.up[2:].all()


@given(size=st.integers(2, 50), n=st.integers(1, 20), lean=st.floats(-0.9, 0.9), seed=st.integers(0, 99))
def test_a_path_is_seen_at_its_nearest_points_though_the_directions_are_askew(
    size: int, n: int, lean: float, seed: int
) -> None:
    generator = torch.Generator().manual_seed(seed)
    across, up, origin = torch.randn(3, size, generator=generator)
    up = up + lean * across
    weights = origin + 3 * torch.randn(n, size, generator=generator)
    seen = done(planes.seen(Plane(origin, across, up), weights))
    directions, far = torch.stack([across, up]).double().numpy(), (weights - origin).double().numpy()
    expected, *_ = np.linalg.lstsq(directions.T, far.T, rcond=None)
    off = np.linalg.norm(far - expected.T @ directions, axis=1)
    scale = np.linalg.norm(far, axis=1).max()
    np.testing.assert_allclose(seen.places @ directions, expected.T @ directions, atol=1e-3 * scale)
    np.testing.assert_allclose(seen.off, off, atol=1e-3 * scale)
    np.testing.assert_allclose(seen.distance, np.linalg.norm(far, axis=1), rtol=1e-5)


def test_what_is_explained_is_the_share_of_squared_distances() -> None:
    plane = Plane(torch.zeros(3), torch.tensor([1.0, 0, 0]), torch.tensor([0.0, 1, 0]))
    seen = done(planes.seen(plane, torch.tensor([[1.0, 0, 0], [0, 2, 1], [0, 0, 2]])))
    assert planes.explained([seen]) == pytest.approx(5 / 10)
    assert planes.explained([done(planes.seen(plane, torch.zeros(2, 3)))]) == -1


@given(
    places=st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=1, max_size=5),
    factor=st.floats(0.1, 10),
    aspect=st.floats(0.05, 20),
)
def test_an_area_has_the_aspect_holds_all_places_and_is_never_empty(
    places: list[tuple[float, float]], factor: float, aspect: float
) -> None:
    found = np.array(places)
    left, right, low, high = planes.area(found, factor, aspect, 0.1)
    assert (right - left) / (high - low) == pytest.approx(aspect, rel=1e-6)
    span = np.maximum(np.ptp(found, axis=0) * factor, 0.1)
    assert right - left >= span[0] * (1 - 1e-9)
    assert high - low >= span[1] * (1 - 1e-9)
    assert right - left == pytest.approx(span[0]) or high - low == pytest.approx(span[1])
    middle = (found.min(axis=0) + found.max(axis=0)) / 2
    np.testing.assert_allclose([(left + right) / 2, (low + high) / 2], middle, atol=1e-9 * 50 * 20 * factor)


def test_an_area_around_the_origin_reaches_as_far_as_said() -> None:
    assert planes.around(2.0, 1.0) == (-2, 2, -2, 2)
    assert planes.around(2.0, 3.0) == (-6, 6, -2, 2)
    assert planes.around(2.0, 0.5) == (-2, 2, -4, 4)
