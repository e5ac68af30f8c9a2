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
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.engine.inline import train
from lrviz.engine.solo import Solo
from lrviz.errors import RefusedError, ResourceError
from lrviz.experiment import Experiment
from lrviz.run import Group, Run
from tests.engine.test_gauge import dropping

SHORT = Digits(model=MLP(hidden=(8,)))
RUNS = (
    Run("cycle", OneCycleLR(max_lr=0.3, total_steps=50), SGD(0.1, momentum=0.9), clip=1.0),
    Run("epochs", StepLR(1, 0.5), AdamW(0.01), stepped="epoch", groups=(Group("0.*", frozen=True),)),
    Run("plateau", ReduceLROnPlateau(patience=0, threshold=0.5), SGD(0.05), stepped="epoch"),
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
