"""A chart's numbers are what a fresh model with those weights gives; it keeps what it knows, and refuses in words."""

from __future__ import annotations

import itertools
import weakref
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
import torch
from msgspec.structs import replace
from numpy.typing import NDArray
from torch import Tensor, nn

from lrviz.catalog.losses.focal_loss import FocalLoss
from lrviz.catalog.models.linear import Linear
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.problems.digits import Digits
from lrviz.engine import chart as charts
from lrviz.engine import looks
from lrviz.engine.chart import chart
from lrviz.engine.heights import Heights, heights
from lrviz.engine.inline import landscape
from lrviz.engine.measure import Measure
from lrviz.engine.plane import Plane
from lrviz.engine.race import race
from lrviz.engine.trails import Trails
from lrviz.errors import RefusedError, SpecError
from lrviz.events import Chart, Ground, Laid, Measured, PathLoss, Preparing, Race, Ridge, Sharpness
from lrviz.experiment import Experiment
from lrviz.run import Branch, Group, Run
from lrviz.survey import Survey
from tests.engine.charted import COARSE, EXPERIMENT, PROBLEM, RUNS, events_of, left, surveyed, walked


def plainly(weights: Tensor, what: str = "train_loss") -> float:
    """Measure weights as anyone would: in a fresh model."""
    inputs, target, held_out, true = (torch.from_numpy(part) for part in PROBLEM.data())
    model = nn.Sequential(nn.Linear(64, 8), nn.ReLU(), nn.Linear(8, 10))
    nn.utils.vector_to_parameters(weights.float(), model.parameters())
    with torch.no_grad():
        if what == "train_loss":
            return float(nn.functional.cross_entropy(model(inputs), target))
        if what == "val_loss":
            return float(nn.functional.cross_entropy(model(held_out), true))
        return float((model(held_out).argmax(1) == true).double().mean())


def through(ends: Sequence[Tensor], origin: Tensor) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give orthonormal directions from an origin to two ends, the farther one first."""
    first, second = sorted((end.double() - origin for end in ends), key=lambda each: -float(each.norm()))
    across = first / first.norm()
    rest = second - (second @ across) * across
    return across.numpy(), (rest / rest.norm()).numpy()


@pytest.mark.parametrize("what", ["train_loss", "val_loss", "accuracy"])
def test_every_height_is_what_a_fresh_model_with_those_weights_gives(trails: Trails, what: Any) -> None:
    landscape = surveyed(EXPERIMENT, replace(COARSE, what=what), trails)
    *others, last = walked(EXPERIMENT, trails)
    origin = last.weights[-1].double()
    across, up = through([each.weights[-1] for each in others], origin)
    expected = [
        [plainly(origin + x * torch.from_numpy(across) + y * torch.from_numpy(up), what) for x in landscape.x]
        for y in landscape.y
    ]
    # an answer may tip over where two classes are equally likely
    np.testing.assert_allclose(landscape.values, expected, rtol=1e-4, atol=0.006 if what == "accuracy" else 1e-5)


def test_paths_are_seen_where_they_went_with_all_three_ends_in_the_plane(trails: Trails) -> None:
    landscape = surveyed(EXPERIMENT, COARSE, trails)
    paths = walked(EXPERIMENT, trails)
    origin = paths[-1].weights[-1].double()
    across, up = through([each.weights[-1] for each in paths[:-1]], origin)
    inside = whole = 0.0
    for route, path in zip(landscape.routes, paths, strict=True):
        far = (path.weights.double() - origin).numpy()
        places = np.stack([far @ across, far @ up], axis=1)
        np.testing.assert_allclose(route.places, places, atol=1e-4)
        off = np.linalg.norm(far - places @ np.stack([across, up]), axis=1)
        np.testing.assert_allclose(route.off, off, atol=1e-4)
        assert route.off[-1] < 1e-4 < route.off[0]
        assert route.steps.tolist() == list(range(25))
        assert route.explained == pytest.approx((places**2).sum() / (far**2).sum(), abs=1e-4)
        inside, whole = inside + (places**2).sum(), whole + (far**2).sum()
        np.testing.assert_allclose(route.loss, [plainly(weights) for weights in path.weights], rtol=1e-4)
        assert route.walked[-1] == pytest.approx(np.linalg.norm(np.diff(far, axis=0), axis=1).sum(), rel=1e-4)
    assert landscape.explained == pytest.approx(inside / whole, abs=1e-4)
    assert 0 < landscape.explained < 1
    farther = max(landscape.routes[:2], key=lambda route: float(route.places[-1, 0])).name
    nearer = next(name for name in ("constant", "step") if name != farther)
    assert landscape.axes == (f"cosine’s end → {farther}’s end", f"square to it, to {nearer}’s end")


def test_the_area_holds_all_paths_with_a_margin_and_has_the_aspect(trails: Trails) -> None:
    landscape = surveyed(EXPERIMENT, replace(COARSE, aspect=2.0), trails)
    places = np.concatenate(landscape.paths)
    left, right, low, high = landscape.area
    assert (right - left) / (high - low) == pytest.approx(2)
    width, height = np.ptp(places, axis=0) * 1.2
    assert right - left == pytest.approx(max(width, 2 * height), rel=1e-4)
    assert (landscape.x[0], landscape.x[-1], landscape.y[0], landscape.y[-1]) == pytest.approx(landscape.area)
    twice = surveyed(EXPERIMENT, replace(COARSE, aspect=2.0, span=2.4), trails)
    assert twice.area[1] - twice.area[0] == pytest.approx(2 * (right - left))


def test_what_lies_between_ends_is_measured_from_one_to_the_other(trails: Trails) -> None:
    landscape = surveyed(EXPERIMENT, COARSE, trails)
    assert [(each.first, each.second) for each in landscape.crossings] == list(
        itertools.combinations(["constant", "step", "cosine"], 2)
    )
    constant, _, cosine = (path.weights[-1].double() for path in walked(EXPERIMENT, trails))
    expected = [plainly(constant + share * (cosine - constant)) for share in np.linspace(0, 1, 33).tolist()]
    np.testing.assert_allclose(landscape.crossings[1].values, expected, rtol=1e-4)


def test_sharpness_is_the_largest_eigenvalue_of_the_runs_own_hessian(trails: Trails) -> None:
    experiment = Experiment.of(
        Run("a", optimizer=SGD(lr=0.1)),
        Run("b", optimizer=SGD(lr=0.1), loss=FocalLoss(), groups=(Group("weight", frozen=True),)),
        problem=Digits(held_out=0.9, model=Linear()),
        steps=4,
    )
    landscape = surveyed(experiment, replace(COARSE, grid=3), sharp=True)
    for route in landscape.routes:
        assert route.sharpness_steps.tolist() == [0, 1, 2, 3, 4]
        assert (route.sharpness > 0).all()
    inputs, target, *_ = (torch.from_numpy(part) for part in experiment.problem.data())
    [start, *_] = (trail.weights[0] for trail in walked(experiment, left(experiment)))
    weight, bias = start[:640].view(10, 64), start[640:]

    def loss(bias: Tensor) -> Tensor:
        return experiment_loss(nn.functional.linear(inputs, weight, bias), target)

    def experiment_loss(output: Tensor, target: Tensor) -> Tensor:
        log_p = output.log_softmax(-1).gather(1, target[:, None])[:, 0]
        return (-((1 - log_p.exp()) ** FocalLoss().gamma) * log_p).mean()

    matrix = torch.autograd.functional.hessian(loss, bias)
    assert isinstance(matrix, Tensor)
    expected = float(torch.linalg.eigvalsh(matrix)[-1])
    assert landscape.routes[1].sharpness[0] == pytest.approx(expected, rel=1e-3)
    assert landscape.routes[0].sharpness[0] != pytest.approx(expected, rel=0.1)


def test_the_end_of_a_path_has_the_validation_loss_that_the_race_measured(trails: Trails) -> None:
    landscape = surveyed(EXPERIMENT, replace(COARSE, what="val_loss"), trails)
    measured = {
        event.member: event.metrics["val_loss"]
        for events in race(Race(EXPERIMENT, "cpu"))
        for event in events
        if isinstance(event, Measured)
    }
    ends = [route.loss[-1] for route in landscape.routes]
    np.testing.assert_allclose(ends, [measured[run] for run in range(3)], rtol=1e-5)


def test_the_plane_comes_first_then_pictures_then_what_is_true_along_the_paths(trails: Trails) -> None:
    events = events_of(EXPERIMENT, Survey(grid=20), sharp=True)
    looks = [event for event in events if isinstance(event, Preparing) and event.words == "looking along the paths"]
    assert [look.done for look in looks] == [place / len(looks) for place in range(3 + 3 + 3 * 21)]
    kinds = [type(event) for event in events if event not in looks]
    assert [kind for kind, _ in itertools.groupby(kinds)] == [Preparing, Laid, Ground, PathLoss, Ridge, Sharpness]
    assert kinds.count(Ground) >= 3
    assert (kinds.count(PathLoss), kinds.count(Ridge), kinds.count(Sharpness)) == (3, 3, 3 * 21)
    again = events_of(EXPERIMENT, COARSE, trails)
    assert "training the runs" not in [event.words for event in again if isinstance(event, Preparing)]


def test_training_once_more_gives_the_landscape_that_the_race_left(trails: Trails) -> None:
    before, again = surveyed(EXPERIMENT, COARSE, trails), surveyed(EXPERIMENT, COARSE)
    np.testing.assert_array_equal(before.values, again.values)
    for one, two in zip(before.routes, again.routes, strict=True):
        np.testing.assert_array_equal(one.places, two.places)
        np.testing.assert_array_equal(one.loss, two.loss)
    assert before.explained == again.explained


def test_another_part_of_a_plane_needs_no_more_than_its_heights(
    trails: Trails, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = surveyed(EXPERIMENT, COARSE, trails, sharp=True)

    def fails(*_: object, **__: object) -> None:
        raise AssertionError

    for name in ("hessian", "_along", "_across"):
        monkeypatch.setattr(looks, name, fails)
    monkeypatch.setattr("lrviz.engine.chart.lay", fails)
    near = replace(COARSE, area=(-1.0, 1.0, -0.5, 0.5))
    kinds = [type(event) for event in events_of(EXPERIMENT, near, trails)]
    assert [kind for kind, _ in itertools.groupby(kinds)] == [Laid, PathLoss, Ridge, Sharpness, Ground]
    after = surveyed(EXPERIMENT, near, trails, sharp=True)
    assert after.area == near.area
    assert (after.x[0], after.x[-1], after.y[0], after.y[-1]) == near.area
    for one, two in zip(before.routes, after.routes, strict=True):
        np.testing.assert_array_equal(one.loss, two.loss)
        np.testing.assert_array_equal(one.sharpness, two.sharpness)


def test_a_chart_that_is_cut_short_leaves_what_it_found(trails: Trails) -> None:
    fresh = left(EXPERIMENT)
    turns = chart(Chart(EXPERIMENT, COARSE, "cpu"), fresh)
    for events in turns:
        if any(isinstance(event, PathLoss) and event.run == 1 for event in events):
            turns.close()
    laid, *known = next(events for events in chart(Chart(EXPERIMENT, COARSE, "cpu"), fresh) if events)
    assert isinstance(laid, Laid)
    assert [event.run for event in known if isinstance(event, PathLoss)] == [0, 1]


def test_a_chosen_origin_is_where_the_plane_starts(trails: Trails) -> None:
    landscape = surveyed(EXPERIMENT, replace(COARSE, origin="step"), trails)
    np.testing.assert_allclose(landscape.routes[1].places[-1], 0, atol=1e-6)
    assert landscape.axes[0].startswith("step’s end → ")
    with pytest.raises(SpecError, match=r"Survey\(origin='cosin'\): origin must be a visible run; the nearest is cos"):
        events_of(EXPERIMENT, replace(COARSE, origin="cosin"), trails)


def test_hidden_runs_are_not_looked_at(trails: Trails) -> None:
    constant, step, cosine = EXPERIMENT.runs
    landscape = surveyed(replace(EXPERIMENT, runs=(replace(constant, visible=False), step, cosine)), COARSE, trails)
    assert landscape.names == ("step", "cosine")
    assert landscape.axes == ("cosine’s end → step’s end", "the most varied direction square to it")
    hidden = replace(EXPERIMENT, runs=tuple(replace(run, visible=False) for run in EXPERIMENT.runs))
    with pytest.raises(RefusedError, match="no run is visible"):
        events_of(hidden, COARSE, trails)


def test_the_principal_plane_holds_more_of_the_paths_than_any_other(trails: Trails) -> None:
    shares = {
        method: surveyed(EXPERIMENT, replace(COARSE, method=method), trails).explained
        for method in ("pca", "ends", "random", "hessian")
    }
    assert max(shares.values()) == shares["pca"] > 0.8
    far = torch.cat([path.weights for path in walked(EXPERIMENT, trails)]).double()
    values = torch.linalg.svdvals(far - walked(EXPERIMENT, trails)[-1].weights[-1].double())
    assert shares["pca"] == pytest.approx(float(values[:2].square().sum() / values.square().sum()), abs=1e-4)


def test_a_random_plane_is_measured_in_norms_of_the_weights(trails: Trails) -> None:
    landscape = surveyed(EXPERIMENT, replace(COARSE, method="random", span=0.5, aspect=2.0), trails)
    assert landscape.area == (-1, 1, -0.5, 0.5)
    end = walked(EXPERIMENT, trails)[-1].weights[-1]
    assert landscape.values[2, 2] == pytest.approx(plainly(end), rel=1e-5)
    other = surveyed(EXPERIMENT, replace(COARSE, method="random", span=0.5, aspect=2.0, seed=1), trails)
    assert not np.allclose(landscape.values, other.values)


def test_the_sharpest_directions_curve_as_their_eigenvalues_say() -> None:
    experiment = Experiment.of(*RUNS, problem=Digits(held_out=0.9, model=Linear()), steps=8)
    survey = replace(COARSE, method="hessian", grid=3, area=(-0.1, 0.1, -0.1, 0.1))
    trails = left(experiment)
    landscape = surveyed(experiment, survey, trails, sharp=True)
    sharp, second = (float(words.partition("λ = ")[2].rstrip(")")) for words in landscape.axes)
    (_, south, _), (west, middle, east), (_, north, _) = landscape.values.tolist()
    assert (west + east - 2 * middle) / 0.1**2 == pytest.approx(sharp, rel=0.02)
    assert (south + north - 2 * middle) / 0.1**2 == pytest.approx(second, rel=0.02)
    assert sharp == pytest.approx(landscape.routes[-1].sharpness[-1], rel=0.01)
    west, east, *_ = surveyed(experiment, replace(COARSE, method="hessian"), trails).area
    assert 0 < east == -west < float(walked(experiment, trails)[-1].weights[-1].norm()) * 1.001


def test_lines_join_all_ends_and_a_trained_curve_lies_below_them(trails: Trails) -> None:
    landscape = surveyed(EXPERIMENT, Survey(method="line", grid=13), trails)
    assert landscape.pairs == (("constant", "step"), ("constant", "cosine"), ("step", "cosine"))
    np.testing.assert_allclose(landscape.x, np.linspace(-0.25, 1.25, 13))
    constant, _, cosine = (path.weights[-1].double() for path in walked(EXPERIMENT, trails))
    expected = [plainly(constant + share * (cosine - constant)) for share in landscape.x.tolist()]
    np.testing.assert_allclose(landscape.values[1], expected, rtol=1e-4)
    assert landscape.bent is not None
    inner = (landscape.x > 0.1) & (landscape.x < 0.9)
    assert (landscape.bent[:, inner].mean(axis=1) < landscape.values[:, inner].mean(axis=1)).all()
    np.testing.assert_allclose(landscape.crossings[1].values[[0, -1]], [plainly(constant), plainly(cosine)], rtol=1e-4)
    alone = replace(EXPERIMENT, runs=EXPERIMENT.runs[:1])
    with pytest.raises(RefusedError, match="straight lines join the ends of two runs, and there is one"):
        events_of(alone, Survey(method="line"), trails)


def test_of_many_lines_few_are_laid_out_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    laid: weakref.WeakSet[Any] = weakref.WeakSet()
    most = 0

    def watched(measure: Measure, plane: Plane) -> Heights:
        nonlocal most
        found = heights(measure, plane)
        laid.add(found)
        most = max(most, len(laid))
        return found

    monkeypatch.setattr(charts, "heights", watched)
    many = Experiment.of(*(Run(f"{i}", optimizer=SGD(lr=0.05 + i / 50)) for i in range(5)), problem=PROBLEM, steps=4)
    for events in chart(Chart(many, replace(COARSE, method="line", grid=17), "cpu"), Trails()):
        shown = [event for event in events if isinstance(event, Ground)]
        if shown and shown[-1].done == 1:
            break
    assert shown[-1].values.shape == (10, 17)
    assert np.isfinite(shown[-1].values.array).all()
    assert most <= charts.STRAIGHT + 1  # the one that takes another's place is there before that is gone


def test_a_chart_leaves_the_random_state_alone() -> None:
    torch.manual_seed(5)
    state = torch.get_rng_state()
    for method in ("random", "hessian", "pca", "line"):
        turns = chart(Chart(EXPERIMENT, replace(COARSE, method=method, grid=3), "cpu"), Trails())
        for events in turns:
            if any(isinstance(event, PathLoss) for event in events):
                break
        assert torch.equal(torch.get_rng_state(), state)


def test_the_data_of_the_last_survey_are_at_hand_for_the_next(trails: Trails, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    of = Measure.of

    def counted(problem: Any, loss: Any, what: Any, *rest: Any, **more: Any) -> Measure:
        made.append(what)
        return of(problem, loss, what, *rest, **more)

    monkeypatch.setattr(Measure, "of", counted)
    first = events_of(EXPERIMENT, replace(COARSE, what="accuracy"), trails)
    made.clear()
    again = events_of(EXPERIMENT, replace(COARSE, what="accuracy"), trails)
    assert "accuracy" not in made
    before, after = ([event for event in events if isinstance(event, Ground)][-1] for events in (first, again))
    np.testing.assert_array_equal(before.values.array, after.values.array)
    events_of(EXPERIMENT, replace(COARSE, what="val_loss"), trails)
    assert "val_loss" in made


def test_a_branch_is_looked_at_though_what_it_leaves_is_hidden() -> None:
    parent, child = Run("parent", None, SGD(lr=0.1)), Run("child", None, SGD(lr=0.02), branch=Branch("parent", 10))
    plan = Experiment.of(parent, child, problem=Digits(model=Linear()), steps=20)
    [alone] = landscape(plan, runs=["child"], grid=3, device="cpu").routes
    _, beside = landscape(plan, grid=3, device="cpu").routes
    assert alone.steps.tolist() == list(range(21))
    np.testing.assert_array_equal(alone.loss, beside.loss)
