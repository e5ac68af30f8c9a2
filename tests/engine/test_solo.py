"""A training by itself is that of a race that has no other, and says in words where it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from lrviz.catalog.losses.mse_loss import MSELoss
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.models.own_model import foreign
from lrviz.catalog.optimizers.adam import Adam
from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.problems.digits import Digits
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.engine.inline import train
from lrviz.engine.race import race
from lrviz.engine.solo import Solo
from lrviz.engine.states import States
from lrviz.errors import RefusedError, ResourceError
from lrviz.events import Race
from lrviz.experiment import Experiment
from lrviz.run import Branch, EarlyStopping, Group, Run
from tests.engine.test_gauge import dropping

SHORT = Digits(model=MLP(hidden=(8,)))
RUNS = (
    Run("cycle", OneCycleLR(max_lr=0.3, total_steps=50), SGD(0.1, momentum=0.9), clip=1.0),
    Run("epochs", StepLR(1, 0.5), AdamW(0.01), stepped="epoch", groups=(Group("0.*", frozen=True),)),
    Run("plateau", ReduceLROnPlateau(patience=0), SGD(0.5), stepped="epoch"),
    Run("each batch", ReduceLROnPlateau(patience=1, threshold=0.5), Adam(0.01)),
)


def losses(experiment: Experiment, seed: int, trusted: str = "") -> list[float]:
    solo = Solo(experiment, 0, seed, "cpu", trusted)
    return [solo.update() for _ in range(experiment.training.steps)]


@pytest.mark.parametrize("run", RUNS, ids=lambda run: run.name)
def test_losses_are_those_of_a_race_bit_for_bit(run: Run) -> None:
    experiment = Experiment.of(run, problem=SHORT, steps=50, batch_size=64, accumulation=2, seeds=(5,))
    assert losses(experiment, 5) == train(experiment, device="cpu").runs[0].losses.tolist()


def test_a_model_that_draws_draws_what_it_would_in_a_race(tmp_path: Path) -> None:
    problem = Digits(model=dropping(tmp_path))
    own = foreign(problem.model)
    assert own is not None
    experiment = Experiment.of(Run("mine", None, SGD(0.1)), problem=problem, steps=12, seeds=(2,))
    state = torch.get_rng_state()
    assert losses(experiment, 2, own.consent) == train(experiment, device="cpu", trust=True).runs[0].losses.tolist()
    assert torch.equal(torch.get_rng_state(), state)
    with pytest.raises(ResourceError, match="nobody has agreed"):
        Solo(experiment, 0, 2, "cpu")


def test_it_trains_until_it_is_told_and_gives_turns() -> None:
    solo = Solo(Experiment.of(Run("a"), problem=Digits(), steps=400), 0, 0, "cpu")
    done = list(solo.until(390))
    assert solo.updates == 390
    assert done == sorted(done)
    assert all(0 < share <= 1 for share in done)


@pytest.mark.parametrize(
    ("run", "words"),
    [
        (Run("hot", None, SGD(1e6)), "hot has no update 2: its loss left all bounds at update 1"),
        (Run("short", OneCycleLR(max_lr=0.1, total_steps=4)), "short has no update 5: Tried to step 5 times"),
        (Run("fine"), "fine has no update 20: its plan ends there"),
    ],
    ids=lambda given: given.name if isinstance(given, Run) else "",
)
def test_where_it_ends_it_says_why(run: Run, words: str) -> None:
    solo = Solo(Experiment.of(run, problem=SHORT, steps=20), 0, 0, "cpu")
    for _ in range(2):
        with pytest.raises(RefusedError) as said:
            list(solo.until(21))
        assert str(said.value).startswith(words)


def test_what_cannot_be_trained_is_refused() -> None:
    with pytest.raises(RefusedError, match="all parameters are frozen"):
        Solo(Experiment.of(Run("a", groups=(Group("*", frozen=True),)), problem=SHORT), 0, 0, "cpu")
    own = Experiment.of(Run("a", loss=MSELoss()), problem=SHORT, steps=3)
    assert len(losses(own, 0)) == 3


PARENT = Run("parent", CosineAnnealingLR(T_max=60), SGD(0.1, momentum=0.9))
LINE = (
    PARENT,
    Run("child", StepLR(9, 0.3), SGD(0.05, momentum=0.5), branch=Branch("parent", 20)),
    Run("grandchild", None, Adam(0.01), branch=Branch("child", 31, "starts")),
    Run("told", ReduceLROnPlateau(patience=0), SGD(0.8), stepped="epoch", branch=Branch("parent", 30)),
    Run("stopping", None, SGD(0.2), early_stopping=EarlyStopping(2, 0.5), branch=Branch("parent", 12)),
)


@pytest.mark.parametrize("run", range(1, len(LINE)), ids=[run.name for run in LINE[1:]])
def test_a_branch_is_trained_from_the_start_of_what_it_comes_from(run: int) -> None:
    experiment = Experiment.of(*LINE, problem=SHORT, steps=60, batch_size=96, seeds=(5,), validate_every=7)
    expected = train(experiment, device="cpu").runs[run].by_seed[5]
    solo = Solo(experiment, run, 5, "cpu")
    begun = LINE[run].branch
    assert begun is not None
    list(solo.until(begun.step))
    found = [solo.update() for _ in range(begun.step, len(expected.losses))]
    assert found == expected.losses[begun.step :].tolist()
    ending = "it stopped early after" if expected.stopped else "its plan ends there"
    with pytest.raises(RefusedError, match=ending):
        solo.update()


@pytest.mark.parametrize("step", [2, 10])
def test_a_branch_of_a_run_that_diverges_before_is_refused(step: int) -> None:
    hot = Run("hot", None, SGD(1e6))
    experiment = Experiment.of(hot, Run("late", None, SGD(0.1), branch=Branch("hot", step)), problem=SHORT, steps=20)
    with pytest.raises(RefusedError, match="late has no update 2 in hot, which it comes from: its loss"):
        list(Solo(experiment, 1, 0, "cpu").until(15))


def test_it_goes_on_from_the_latest_state_that_a_race_has_left() -> None:
    experiment = Experiment.of(*LINE[:3], problem=SHORT, steps=60, seeds=(5, 6))
    states = States()
    for _ in race(Race(experiment, "cpu"), None, states):
        pass
    for run in range(3):
        for updates in (10, 25, 45):
            solo, again = Solo(experiment, run, 6, "cpu", states=states), Solo(experiment, run, 6, "cpu")
            list(solo.until(updates))
            first = solo.member.history.losses
            list(again.until(updates))
            assert (solo.updates, solo.member.run.name) == (updates, again.member.run.name)
            assert first.tolist() == pytest.approx(again.member.history.losses.tolist(), rel=1e-4)
            assert solo.update() == pytest.approx(again.update(), rel=1e-4)


def test_a_state_spares_the_updates_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    experiment = Experiment.of(PARENT, problem=SHORT, steps=60)
    states, done = States(), 0
    for _ in race(Race(experiment, "cpu"), None, states):
        pass
    update = Solo.update

    def counted(solo: Solo) -> float:
        nonlocal done
        done += 1
        return update(solo)

    monkeypatch.setattr(Solo, "update", counted)
    kept, anew = Solo(experiment, 0, 0, "cpu", states=states), Solo(experiment, 0, 0, "cpu")
    list(kept.until(50))
    assert done == 0  # each update's state is kept of so short a race
    list(anew.until(50))
    assert done == 50
    assert kept.update() == anew.update()  # it was alone in its race, too
