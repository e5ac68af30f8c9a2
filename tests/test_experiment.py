from __future__ import annotations

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from lrviz import (
    BCEWithLogitsLoss,
    Blobs,
    CrossEntropyLoss,
    Drawn,
    HuberLoss,
    Imbalanced,
    LearningCurve,
    Overfit,
    ReduceLROnPlateau,
)
from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.errors import SourceError, SpecError
from lrviz.experiment import Experiment
from lrviz.run import Group, Run
from lrviz.training import Training
from tests.strategies import specs


def test_the_first_open_session_is_the_one_that_is_described() -> None:
    first = Experiment.first_open()
    assert [run.name for run in first.runs] == ["constant", "step", "cosine"]
    assert [run.colour for run in first.runs] == [0, 1, 2]
    assert (first.training.steps, first.training.batch_size, first.updates_per_epoch) == (440, 32, 44)
    lowest = [first.curve(run, [439]).lr[0] for run in first.runs]
    assert lowest == pytest.approx([0.2, 0.02, 0.1 * (1 + np.cos(np.pi * 439 / 440))])


def test_a_constant_run_keeps_its_rate() -> None:
    curve = Experiment.of(Run("flat", optimizer=SGD(lr=0.3)), steps=10).curve(0, range(10))
    np.testing.assert_array_equal(curve.lr, 0.3)
    assert (curve.momentum, curve.error, len(curve)) == (None, None, 10)
    assert np.asarray(curve).shape == (10,)


def test_every_group_follows_the_schedule_from_its_own_rate() -> None:
    groups = (Group("*.bias", lr=0.2), Group("head.*"), Group("embed.*", lr=9.0, frozen=True))
    run = Run("groups", StepLR(2, 0.5), SGD(lr=1.0), groups=groups)
    curve = Experiment.of(run, steps=4).curve(0, range(4))
    np.testing.assert_allclose(curve.lrs, [[1, 1, 0.5, 0.5], [0.2, 0.2, 0.1, 0.1], [1, 1, 0.5, 0.5]])


def test_stepped_by_epoch_the_rate_changes_once_an_epoch() -> None:
    experiment = Experiment.of(Run("epochs", StepLR(1, 0.5), SGD(lr=1.0), stepped="epoch"), steps=440)
    curve = experiment.curve(0, [0, 43, 44, 87, 88, 439])
    np.testing.assert_allclose(curve.lr, [1, 1, 0.5, 0.5, 0.25, 0.5**9])


def test_momentum_is_the_optimizers_or_what_the_schedule_makes_of_it() -> None:
    def momentum(run: Run) -> list[float] | None:
        found = Experiment.of(run, steps=100).curve(0, [0, 10]).momentum
        return None if found is None else found.tolist()

    assert momentum(Run("none", StepLR(5), SGD())) is None
    assert momentum(Run("kept", StepLR(5), SGD(momentum=0.7))) == [0.7, 0.7]
    assert momentum(Run("beta", StepLR(5), AdamW(betas=(0.8, 0.99)))) == [0.8, 0.8]
    assert momentum(Run("cycled", CyclicLR(0.1, 1.0, 10), SGD())) == pytest.approx([0.9, 0.8])


def test_a_curve_ends_where_torch_raises() -> None:
    experiment = Experiment.of(Run("one", OneCycleLR(0.1, 20)), Run("odd", LambdaLR("1 / (t - 7)")), steps=100)
    one, odd = (experiment.curve(run, range(100)) for run in experiment.runs)
    assert (len(one), one.error) == (21, "Tried to step 21 times. The specified number of total steps is 20")
    assert (len(odd), odd.error) == (7, "ZeroDivisionError: division by zero")
    assert experiment.curve(0, range(21)).error is None


@given(st.data())
@settings(max_examples=50)
def test_names_colours_and_eyes_do_not_make_another_result(data: st.DataObject) -> None:
    experiment = Experiment.of(data.draw(specs(Run)), batch_size=1)
    run = experiment.runs[0]
    same = replace(run, name="another", colour=5, visible=not run.visible)
    assert experiment.fingerprint(run) == experiment.fingerprint(same)
    back = msgspec.json.decode(msgspec.json.encode(experiment), type=Experiment)
    assert back == experiment
    assert back.fingerprint(back.runs[0]) == experiment.fingerprint(run)


def test_what_trains_otherwise_has_another_fingerprint() -> None:
    run = Run("run", StepLR(5))
    experiment = Experiment.of(run)
    others = [
        experiment.fingerprint(replace(run, schedule=StepLR(6))),
        experiment.fingerprint(replace(run, schedule=None)),
        experiment.fingerprint(replace(run, optimizer=AdamW())),
        experiment.fingerprint(replace(run, stepped="epoch")),
        experiment.fingerprint(replace(run, groups=(Group("*"),))),
        experiment.fingerprint(replace(run, clip=1.0)),
        replace(experiment, training=Training(seeds=(1,))).fingerprint(run),
        replace(experiment, training=Training(examples=10**6)).fingerprint(run),
    ]
    assert len({experiment.fingerprint(run), *others}) == 9
    assert replace(experiment, training=Training(sequence_length=512)).fingerprint(run) == experiment.fingerprint(run)


def test_a_scheduler_that_listens_is_told_the_supposed_metric_in_every_group() -> None:
    metric = Drawn((2.0, 1.0, 1.0, 1.0, 1.0))
    plateau = ReduceLROnPlateau(factor=0.5, patience=9, min_lr=0.03)
    groups = (Group("*.bias", lr=0.05),)
    run = Run("plateau", plateau, SGD(lr=0.2, momentum=0.9), groups=groups)
    curve = Experiment.of(run, steps=100, metric=metric).curve(0, np.arange(100))
    told = [metric.at(np.array([done / 100]))[0] for done in range(1, 100)]
    for lrs, lr in zip(curve.lrs, (0.2, 0.05), strict=True):
        assert lrs.tolist() == plateau.given(told, lr).at(np.arange(100)).tolist()
    assert curve.lrs[:, [34, 35]].tolist() == [[0.2, 0.1], [0.05, 0.03]]
    assert curve.momentum is not None
    assert set(curve.momentum) == {0.9}


def test_stepped_by_epoch_it_is_told_the_same_curve_once_an_epoch() -> None:
    metric = LearningCurve(noise=0.3)
    run = Run("plateau", ReduceLROnPlateau(patience=0), SGD(lr=0.2), stepped="epoch")
    experiment = Experiment.of(run, metric=metric)
    cuts = experiment.cuts(run)
    assert cuts is not None
    told = metric.at(np.arange(44, 440, 44) / 440)
    assert cuts.steps.tolist() == ReduceLROnPlateau(patience=0).given(told, 0.2).steps.tolist()
    assert len(cuts.steps) > 1
    curve = experiment.curve(0, np.arange(440)).lr
    assert (np.flatnonzero(np.diff(curve)) + 1).tolist() == (cuts.steps[1:] * 44).tolist()
    assert experiment.cuts(Run("step", StepLR(3))) is None


def test_the_supposed_metric_is_no_part_of_what_trains() -> None:
    run = Run("plateau", ReduceLROnPlateau())
    here, there = Experiment.of(run), Experiment.of(run, metric=Overfit())
    assert here != there
    assert here.fingerprint(run) == there.fingerprint(run)
    assert there.miniature(10).metric == Overfit()


def test_a_miniature_keeps_every_curve() -> None:
    schedules = [StepLR(25_000, 0.1), CosineAnnealingLR(100_000), ExponentialLR(0.99997), LambdaLR("0.5 ** (t / 1e4)")]
    runs = [
        Run(f"run {i}", schedule, colour=i + 1) for i, schedule in enumerate([*schedules, OneCycleLR(0.1, 100_000)])
    ]
    whole = Experiment.of(*runs, steps=100_000, validate_every=1000)
    small = whole.miniature(1000)
    assert (small.training.steps, small.training.validate_every) == (1000, 10)
    for before, after in zip(whole.runs[:4], small.runs, strict=False):
        at = np.arange(0, 1000, 7)
        np.testing.assert_allclose(small.curve(after, at).lr, whole.curve(before, at * 100).lr, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(small.curve(4, range(1000)).lr, whole.curve(4, range(0, 100_000, 100)).lr, atol=0.001)
    assert whole.miniature(100_000) is whole
    assert whole.rounded(1000) == []


def test_a_miniature_of_epochs_counts_updates() -> None:
    whole = Experiment.of(Run("epochs", StepLR(30, 0.5), stepped="epoch"), steps=44 * 90)
    small = whole.miniature(900)
    assert (small.runs[0].stepped, small.runs[0].schedule) == ("batch", StepLR(300, 0.5))


IMAGENET = {"examples": 1_281_167, "batch_size": 256, "accumulation": 2, "world_size": 4}


def test_a_planned_epoch_has_the_planned_examples() -> None:
    experiment = Experiment.of(Run("epochs", StepLR(30, 0.5), stepped="epoch"), steps=625 * 90, **IMAGENET)
    assert (experiment.examples, experiment.updates_per_epoch, experiment.updates_per_pass) == (1_281_167, 625, 0)
    np.testing.assert_allclose(experiment.curve(0, [625 * 30 - 1, 625 * 30]).lr, [0.1, 0.05])
    assert "an update of 2048 examples is planned, and digits" in experiment.unfit
    assert "has 1437 to train on" in experiment.unfit
    with pytest.raises(SpecError, match="an update sees at most the 1000 planned examples"):
        Experiment.of(examples=1000, batch_size=1001)


@pytest.mark.parametrize("steps", [450, 625 * 90, 10**9])
def test_a_miniature_of_another_data_set_trains_on_the_problem_and_keeps_every_shape(steps: int) -> None:
    runs = (Run("epochs", StepLR(30, 0.5), stepped="epoch"), Run("updates", CosineAnnealingLR(625 * 90)))
    whole = Experiment.of(*runs, steps=625 * 90, **IMAGENET)
    small = whole.miniature(steps)
    length = min(steps, 625 * 90)
    assert small.training == replace(
        whole.training,
        steps=length,
        batch_size=32,
        accumulation=1,
        world_size=1,
        examples=None,
        validate_every=small.training.validate_every,
    )
    assert small.unfit == ""
    assert {run.stepped for run in small.runs} == {"batch"}
    at = np.linspace(0, length - 1, 50).astype(np.int64)
    for run in (0, 1):
        meant = whole.curve(run, np.round(at * (625 * 90 / length)).astype(np.int64)).lr
        np.testing.assert_allclose(small.curve(run, at).lr, meant, rtol=1e-9, atol=1e-12)


def test_updates_that_fit_the_data_are_raced_as_they_are_planned() -> None:
    whole = Experiment.of(Run("run", StepLR(7)), steps=100, examples=10**6, batch_size=64, world_size=4)
    small = whole.miniature(600)
    assert small == replace(whole, training=replace(whole.training, examples=None))
    assert small.miniature(600) is small


def test_what_a_miniature_rounds_away_is_named() -> None:
    whole = Experiment.of(Run("fine", StepLR(30)), Run("coarse", StepLR(10_000)), steps=10**6)
    assert whole.rounded(1000) == [("fine", "step_size")]


def test_what_a_miniature_rounds_away_of_parts_is_named_by_its_place() -> None:
    inner = ChainedScheduler((StepLR(30), CosineAnnealingLR(500_000)))
    run = Run("parts", SequentialLR((LinearLR(total_iters=1_400), inner), (1_400,)))
    lost = Experiment.of(run, steps=10**6).rounded(1000)
    assert [path for _, path in lost] == [
        "schedulers[0].total_iters",
        "schedulers[1].schedulers[0].step_size",
        "milestones",
    ]


@settings(max_examples=40)
@given(data=st.data(), steps=st.integers(1, 5000))
def test_every_experiment_has_a_miniature(data: st.DataObject, steps: int) -> None:
    planned = data.draw(st.none() | st.integers(1, 10**15))
    experiment = Experiment.of(
        data.draw(specs(Run)),
        steps=data.draw(st.integers(1, 10**12)),
        examples=planned,
        batch_size=data.draw(st.integers(1, planned or 1437)),
    )
    small = experiment.miniature(steps)
    assert small.training.steps == min(steps, experiment.training.steps)
    assert small.training.examples is None
    assert small.unfit == ""
    experiment.rounded(steps)
    with np.errstate(all="ignore"):
        assert len(small.curve(0, range(min(steps, 50)))) <= 50


def test_runs_may_be_text_and_get_free_names_and_colours() -> None:
    experiment = Experiment.of("optimizer = SGD(model.parameters(), lr=0.5)", Run("mine", colour=4), Run("last"))
    assert [run.colour for run in experiment.runs] == [0, 4, 1]
    assert experiment.runs[0].optimizer == SGD(lr=0.5)
    with pytest.raises(SourceError):
        Experiment.of("def f(:")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Experiment.of(Run("a"), Run("a")), "runs"),
        (lambda: Experiment.of(Run("a"), steps=0), "Training(steps=0): steps must be a whole number between 1 and"),
        (lambda: Experiment.of(Run("a"), seeds=(1, 1)), "seeds must be a list without repeats"),
        (lambda: Experiment.of(Run("a"), batch_size=2000), "batch_size must be small enough"),
        (lambda: Experiment.of(Run("a"), stepz=3), "the nearest is steps"),
        (lambda: Run(""), "Run(name=''): name must be text of 1 to 200 characters"),
        (lambda: Run("a", colour=-1), "Run(colour=-1): colour must be a whole number of at least 0"),
        (lambda: Run("a", schedule=3), "Run(schedule=3): schedule must be"),  # type: ignore[arg-type]  # on purpose
        (lambda: Group(""), "Group(pattern=''): pattern must be text"),
    ],
)
def test_an_impossible_experiment_is_refused_by_name(make: object, words: str) -> None:
    assert callable(make)
    with pytest.raises(SpecError) as caught:
        make()
    assert words in str(caught.value)


def test_a_run_of_the_default_loss_gets_the_problems_own() -> None:
    left, chosen = Experiment.of(Run("left"), Run("chosen", loss=HuberLoss()), problem=Imbalanced()).runs
    assert (left.loss, chosen.loss) == (BCEWithLogitsLoss(), HuberLoss())
    assert Experiment.of(Run("left"), problem=Blobs()).runs[0].loss == CrossEntropyLoss()
    with pytest.raises(SpecError, match="problem must be a problem of the catalog"):
        Experiment.of(Run("left"), problem="digits")
