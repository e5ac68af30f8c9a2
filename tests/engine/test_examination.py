"""An examination measures with the task's own yardstick and the catalog's metrics, and disturbs nothing."""

from __future__ import annotations

import math

import numpy as np
import pytest
from msgspec.structs import replace

from lrviz import SGD, Digits, Experiment, OneCycleLR, Result, Run, train
from lrviz.catalog.answers import Answers
from lrviz.catalog.losses.multi_margin_loss import MultiMarginLoss
from lrviz.catalog.metrics import metrics_of
from lrviz.engine import dynamics, examination


def raced(experiment: Experiment) -> Result:
    return train(experiment, device="cpu")


def test_metrics_are_the_catalogs_on_the_outputs_shown_whatever_the_loss() -> None:
    trace = raced(Experiment.of(Run("run", loss=MultiMarginLoss()), steps=44)).runs[0].first
    assert [look.steps for look in trace.looks] == trace.metric_steps.tolist() == [22, 44]
    for at, look in enumerate(trace.looks):
        seen = look.validation
        answers = Answers("classes", seen.target, seen.output)
        for metric in metrics_of("classes"):
            assert trace.metrics[metric.key][at] == metric.of(answers)
        log_p = seen.output - np.log(np.exp(seen.output.astype(float)).sum(axis=1, keepdims=True))
        expected = -log_p[np.arange(360), seen.target].mean()
        assert trace.metrics["val_loss"][at] == pytest.approx(expected, rel=1e-5)
    assert trace.predictions is trace.looks[-1].validation


def test_the_first_training_examples_are_shown_with_their_own_targets() -> None:
    look = raced(Experiment.of(Run("run"), steps=3)).runs[0].first.looks[-1]
    assert look.train.output.shape == (1024, 10)
    np.testing.assert_array_equal(look.train.target, Digits().data().train_y[:1024])


def test_probes_change_nothing_of_the_training() -> None:
    plain = Experiment.of(Run("run", optimizer=SGD(lr=0.1)), steps=30, validate_every=10)
    probed = replace(plain, training=replace(plain.training, probe=True))
    one, other = raced(plain).runs[0], raced(probed).runs[0]
    assert one.losses.tolist() == other.losses.tolist()
    assert set(other.metrics) - set(one.metrics) == set(dynamics.PROBES)
    np.testing.assert_allclose(other.metrics["sharpness"] * other.metrics["critical_lr"], 2)
    assert (other.metrics["critical_lr"] > 0.1).all()  # plain gradient descent at a rate that works
    assert np.isfinite(other.metrics["noise_scale"]).any()


def test_plain_gradient_descent_has_its_own_rate_as_effective_rate() -> None:
    metrics = raced(Experiment.of(Run("run", optimizer=SGD(lr=0.1)), steps=30, validate_every=10)).runs[0].metrics
    np.testing.assert_allclose(metrics["effective_lr"], 0.1, rtol=1e-3)
    np.testing.assert_allclose(metrics["update_norm"], 0.1 * metrics["grad_norm"], rtol=1e-3)


def test_a_run_that_ends_between_two_validations_is_measured_there_without_its_update() -> None:
    run = Run("run", OneCycleLR(0.1, total_steps=25), SGD(lr=0.1, momentum=0.9))
    trace = raced(Experiment.of(run, steps=60)).runs[0].first
    assert trace.metric_steps.tolist() == [22, 26]
    assert {len(values) for values in trace.metrics.values()} == {2}
    assert math.isnan(trace.metrics["grad_norm"][-1])
    assert trace.looks[-1].steps == 26


def test_outputs_are_thinned_out_where_memory_is_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examination, "MEMORY", 4 * (360 + 1024) * 10 * 4)
    trace = raced(Experiment.of(Run("run"), steps=35, validate_every=3)).runs[0].first
    assert len(trace.metric_steps) == 12
    assert [look.steps for look in trace.looks] == [9, 18, 27, 35]
