"""Landscapes of runs that differ, diverge, or are refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from msgspec.structs import replace

from lrviz.catalog.losses.focal_loss import FocalLoss
from lrviz.catalog.models.linear import Linear
from lrviz.catalog.models.own_model import OwnModel, foreign
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.problems.digits import Digits
from lrviz.catalog.problems.outliers import Outliers
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.engine.chart import chart
from lrviz.engine.race import race
from lrviz.engine.trails import Trails
from lrviz.errors import RefusedError, ResourceError
from lrviz.events import Chart, Ground, Laid, PathLoss, Race, Sharpness
from lrviz.experiment import Experiment
from lrviz.run import Group, Run
from lrviz.survey import Survey
from tests.engine.charted import COARSE, PROBLEM, RUNS, events_of, left, surveyed, walked


def test_runs_of_different_losses_are_measured_by_the_tasks_yardstick(trails: Trails) -> None:
    focal = replace(RUNS[0], name="focal", loss=FocalLoss())
    experiment = Experiment.of(RUNS[2], focal, problem=PROBLEM, steps=24)
    both = surveyed(experiment, replace(COARSE, grid=3))
    assert both.routes[0].loss[0] == both.routes[1].loss[0] == pytest.approx(np.log(10), rel=0.1)
    alone = surveyed(replace(experiment, runs=experiment.runs[1:]), replace(COARSE, grid=3))
    assert alone.routes[0].loss[0] < 0.95 * both.routes[1].loss[0]


def test_a_run_that_diverged_or_never_began_leaves_the_others_plane_alone() -> None:
    wild = Run("wild", optimizer=SGD(lr=1e6))
    frozen = Run("frozen", groups=(Group("*", frozen=True),))
    ended = Run("ended", OneCycleLR(max_lr=0.1, total_steps=4))
    experiment = Experiment.of(frozen, RUNS[0], ended, RUNS[2], wild, problem=PROBLEM, steps=24)
    landscape = surveyed(experiment, COARSE)
    assert landscape.axes[0] in {"cosine’s end → ended’s end", "cosine’s end → constant’s end"}
    assert landscape.axes[1] in {"square to it, to constant’s end", "square to it, to ended’s end"}
    lost, constant, short, cosine, far = landscape.routes
    assert (len(lost.steps), lost.explained) == (0, None)
    assert short.steps.tolist() == [0, 1, 2, 3, 4, 5]
    assert len(far.steps) < 25
    assert len(cosine.steps) == len(constant.steps) == 25
    assert max(map(abs, landscape.area)) < 1e3
    assert len(landscape.crossings) == 6


def test_where_torch_refuses_every_run_its_words_are_said() -> None:
    experiment = Experiment.of(Run("a", groups=(Group("*", frozen=True),)), problem=PROBLEM, steps=3)
    with pytest.raises(RefusedError, match="all parameters are frozen"):
        events_of(experiment, COARSE)


def test_a_model_of_two_weights_is_its_own_plane() -> None:
    runs = (Run("slow", optimizer=SGD(lr=0.01)), Run("fast", optimizer=SGD(lr=0.1)))
    experiment = Experiment.of(*runs, problem=Outliers(model=Linear()), steps=12)
    landscape = surveyed(experiment, Survey(method="hessian", grid=3))
    assert landscape.axes == ("weight", "bias")
    for route, path in zip(landscape.routes, walked(experiment, left(experiment)), strict=True):
        np.testing.assert_allclose(route.places, path.weights.numpy(), rtol=1e-5)
        np.testing.assert_array_equal(route.off, 0)
    assert landscape.explained == 1
    inputs, target, *_ = (torch.from_numpy(part) for part in experiment.problem.data())
    expected = ((landscape.x[0] * inputs[:, 0] + landscape.y[2] - target) ** 2).double().mean()
    assert landscape.values[2, 0] == pytest.approx(float(expected), rel=1e-4)


def test_what_can_not_be_measured_is_refused_in_words() -> None:
    experiment = Experiment.of(Run("a"), problem=Outliers(), steps=3)
    with pytest.raises(RefusedError, match="accuracy is for answers that are right or wrong"):
        events_of(experiment, replace(COARSE, what="accuracy"))


def test_ones_own_model_is_executed_only_with_consent(tmp_path: Path) -> None:
    file, mark = tmp_path / "net.py", tmp_path / "executed"
    file.write_text(
        f"from torch import nn\nopen({str(mark)!r}, 'w').close()\n"
        "def net(inputs, outputs):\n    return nn.Linear(inputs, outputs)\n"
    )
    experiment = Experiment.of(Run("a"), problem=Digits(held_out=0.9, model=OwnModel.of(file)), steps=3)
    with pytest.raises(ResourceError, match=r"net.py is a program, and nobody has agreed"):
        list(chart(Chart(experiment, COARSE, "cpu"), Trails()))
    assert not mark.exists()
    own = foreign(experiment.problem.model)
    assert own is not None
    kinds = {
        type(event) for events in chart(Chart(experiment, COARSE, "cpu", own.consent), Trails()) for event in events
    }
    assert {Laid, Ground, PathLoss, Sharpness} <= kinds


def test_a_known_trail_of_ones_own_model_needs_consent_too(tmp_path: Path) -> None:
    file = tmp_path / "net.py"
    file.write_text("from torch import nn\ndef net(inputs, outputs):\n    return nn.Linear(inputs, outputs)\n")
    experiment = Experiment.of(Run("a"), problem=Digits(held_out=0.9, model=OwnModel.of(file)), steps=3)
    own, trails = foreign(experiment.problem.model), Trails()
    assert own is not None
    for _ in race(Race(experiment, "cpu", own.consent), trails):
        pass
    with pytest.raises(ResourceError, match=r"net.py is a program, and nobody has agreed"):
        next(chart(Chart(experiment, COARSE, "cpu"), trails))
