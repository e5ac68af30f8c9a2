"""A person's own model that fails, or sets what isn't its own: it is one line, and ends with its race."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from lrviz import (
    Digits,
    Experiment,
    OwnModel,
    ReduceLROnPlateau,
    Run,
    train,
)
from lrviz.events import Halted
from tests.engine.test_own_model import plan, raced, written


@pytest.mark.parametrize(
    ("condition", "last", "said"),
    [
        ("self.training and self.seen > 3", 3, "net.py, line 11: KeyError: 'missing'"),
        ("not self.training and self.seen > 3", 4, "net.py, line 11: KeyError: 'missing'"),
    ],
    ids=["in training", "in validation"],
)
def test_a_model_that_fails_amid_a_race_halts_its_runs_alone(
    tmp_path: Path, condition: str, last: int, said: str
) -> None:
    path = tmp_path / "net.py"
    path.write_text(f"""
from torch import nn
class Late(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.layer, self.seen = nn.Linear(inputs, outputs), 0

    def forward(self, x):
        self.seen += self.training
        if {condition}:
            {{}}["missing"]
        return self.layer(x)
""")
    events: list[Any] = []
    problem = Digits(model=OwnModel.of(path))
    experiment = Experiment.of(Run("a"), Run("b"), problem=problem, steps=8, validate_every=2)
    result = train(experiment, device="cpu", trust=True, on_event=events.append)
    for run in result.runs:
        assert run.halted == said
        assert len(run.losses) == last
    assert sum(isinstance(event, Halted) for event in events) == 2


def test_a_plateau_told_by_a_model_that_fails_says_the_model_s_words(tmp_path: Path) -> None:
    path = tmp_path / "net.py"
    path.write_text(
        """
from torch import nn
class Shy(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.layer, self.tried = nn.Linear(inputs, outputs), 0

    def forward(self, x):
        self.tried += not self.training
        assert self.training or self.tried < 2, "not in validation"
        return self.layer(x)
"""
    )
    run = Run("a", ReduceLROnPlateau(), stepped="epoch")
    experiment = Experiment.of(run, problem=Digits(model=OwnModel.of(path)), steps=60, validate_every=60)
    result = train(experiment, device="cpu", trust=True)
    assert result.runs[0].halted == "net.py, line 10: AssertionError: not in validation"


RUDE = """
import os, random, sys
import numpy as np
import torch
from torch import nn

{top}

class Rude(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.layer = nn.Linear(inputs, outputs)

    def forward(self, x):
        {forward}
        return self.layer(x)
"""


@pytest.mark.parametrize(
    "does",
    [
        "torch.set_default_dtype(torch.float64)",
        "torch.set_grad_enabled(False)",
        "torch.set_default_device('meta')",
        "torch.use_deterministic_algorithms(True)",
        "torch.manual_seed(99)",
        "random.seed(1)",
        "np.random.seed(1)",
        "os.chdir('/')",
    ],
)
@pytest.mark.parametrize("where", ["top", "forward"])
def test_what_a_model_sets_for_the_whole_process_ends_with_it(tmp_path: Path, does: str, where: str) -> None:
    path = tmp_path / "rude.py"
    path.write_text(RUDE.format(**{"top": "", "forward": "pass", where: does}))
    before = state()
    raced(path, "Rude")
    assert state() == before
    plain = train(Experiment.of(Run("a"), steps=3), device="cpu").runs[0]
    assert plain.halted is None
    assert len(plain.losses) == 3


def state() -> tuple[object, ...]:
    drawn = torch.get_rng_state().tolist(), random.getstate(), str(np.random.get_state())  # noqa: NPY002
    return (
        torch.get_default_dtype(),
        torch.get_default_device(),
        torch.is_grad_enabled(),
        torch.are_deterministic_algorithms_enabled(),
        Path.cwd(),
        *drawn,
    )


@pytest.mark.parametrize(
    ("top", "forward", "said"),
    [
        ("raise GeneratorExit", "pass", "rude.py, line 7: GeneratorExit"),
        ("", "raise BaseException('b')", "rude.py, line 15: BaseException: b"),
        ("", "raise ValueError('a\\n' + 'x' * 100_000 + '\\x1b[31m')", "rude.py, line 15: ValueError: a xxx"),
        ("", "return x[:, :10].bfloat16()", "rude.py: TypeError: it gives torch.bfloat16"),
        ("", "return x[:, :10].requires_grad_()", "rude.py"),
    ],
)
def test_whatever_a_model_raises_is_one_line_of_its_own(tmp_path: Path, top: str, forward: str, said: str) -> None:
    path = tmp_path / "rude.py"
    path.write_text(RUDE.format(top=top, forward=forward))
    halted = raced(path, "Rude").runs[0].halted
    if "requires_grad" in forward:
        assert halted is None
        return
    assert halted is not None
    assert halted.startswith(said)
    assert len(halted) < 500
    assert halted.isprintable()


def test_a_model_without_parameters_has_nothing_to_train(tmp_path: Path) -> None:
    path = tmp_path / "none.py"
    path.write_text(
        "import torch\nfrom torch import nn\n\nclass Bare(nn.Module):\n    def __init__(self, outputs):\n"
        "        super().__init__()\n        self.outputs = outputs\n\n    def forward(self, x):\n"
        "        return torch.zeros(len(x), self.outputs, requires_grad=True) + 0\n"
    )
    assert "nothing to train" in str(raced(path, "Bare").runs[0].halted)


def test_a_model_that_draws_in_validation_is_the_same_each_time_and_in_its_script(tmp_path: Path) -> None:
    path = tmp_path / "rude.py"
    path.write_text(RUDE.format(top="", forward="x = x + 0.05 * torch.randn_like(x)"))
    experiment = plan(path, "Rude", steps=9, validate_every=2)
    one, two = (train(experiment, device="cpu", trust=True).runs[0] for _ in range(2))
    assert one.losses.tolist() == two.losses.tolist() == written(experiment)
    assert one.metrics["val_loss"].tolist() == two.metrics["val_loss"].tolist()
