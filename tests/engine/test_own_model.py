"""A person's own model: executed only where that was agreed to, and the same in its script; what fails is said."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from msgspec.structs import replace

from lrviz import (
    SGD,
    Adam,
    Branch,
    Digits,
    Experiment,
    OwnModel,
    Result,
    Run,
    SessionError,
    Spirals,
    load,
    save,
    script,
    train,
)
from lrviz.catalog.models.own_model import foreign
from lrviz.engine.own_model import OwnModelError, built
from lrviz.engine.race import race
from lrviz.errors import ResourceError
from lrviz.events import Race

NET = """
import torch
from torch import nn
from parts import WIDTH

def net(inputs, outputs):
    return nn.Sequential(nn.Linear(inputs, WIDTH), nn.LeakyReLU(0.3), nn.Dropout(0.5), nn.Linear(WIDTH, outputs))

def tied(inputs, outputs):
    layer = nn.Linear(inputs, inputs)
    return nn.Sequential(layer, nn.Tanh(), layer, nn.Linear(inputs, outputs))

def pictures(inputs, outputs, image):
    assert image == (8, 8)
    return nn.Sequential(nn.Unflatten(-1, (1, *image)), nn.Conv2d(1, 4, 3), nn.Flatten(), nn.LazyLinear(outputs))

class Noted(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        open({mark!r}, "w").close()
        self.layer = nn.Linear(inputs, outputs)

    def forward(self, x):
        return self.layer(x)

def number(inputs, outputs):
    return 3

def narrow(inputs, outputs):
    return nn.Linear(inputs, outputs - 1)

def missing(inputs, outputs):
    return nn.Linear(inputs, width)

def leaving(inputs, outputs):
    raise SystemExit("bye")
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "parts.py").write_text("WIDTH = 12\n")
    path = tmp_path / "net.py"
    path.write_text(NET.replace("{mark!r}", repr(str(tmp_path / "mark"))))
    return path


def raced(file: Path, function: str, *runs: Run, steps: int = 6, **training: Any) -> Result:
    return train(plan(file, function, *runs, steps=steps, **training), device="cpu", trust=True)


def plan(file: Path, function: str, *runs: Run, steps: int = 6, **training: Any) -> Experiment:
    problem = Digits(model=OwnModel.of(file, function))
    return Experiment.of(*(runs or (Run("a"),)), problem=problem, steps=steps, **training)


def test_nothing_is_executed_before_a_person_agrees(file: Path) -> None:
    experiment = plan(file, "Noted")
    experiment.problem.model.outline(64, 10)
    script(experiment)
    with pytest.raises(ResourceError, match=r"net.py is a program, and nobody has agreed to execute it"):
        train(experiment, device="cpu")
    with pytest.raises(ResourceError):
        next(race(Race(experiment, "cpu", "of another text")))
    assert not (file.parent / "mark").exists()
    train(experiment, device="cpu", trust=True)
    assert (file.parent / "mark").exists()


def test_another_text_than_the_one_agreed_to_is_not_executed(file: Path) -> None:
    experiment = plan(file, "Noted")
    file.write_text(file.read_text() + "\n# changed\n")
    own = foreign(experiment.problem.model)
    assert own is not None
    events = [event for turn in race(Race(experiment, "cpu", own.consent)) for event in turn]
    said = [event.message for event in events if hasattr(event, "message")]
    assert said == ["net.py has changed since it was chosen: read it again"]
    assert not (file.parent / "mark").exists()


@pytest.mark.parametrize("function", ["net", "tied", "pictures", "Noted"])
def test_the_script_is_the_race_of_the_run_alone(file: Path, function: str) -> None:
    experiment = plan(file, function, Run("a", optimizer=Adam(lr=0.01)), seeds=(3,), accumulation=2)
    losses = train(experiment, device="cpu", trust=True).runs[0].losses
    assert written(experiment) == losses.tolist()


def test_runs_side_by_side_draw_as_each_alone(file: Path) -> None:
    runs = (Run("a"), Run("b", optimizer=Adam(lr=0.01)))
    together = raced(file, "net", *runs, seeds=(0, 1))
    for run, result in zip(runs, together.runs, strict=True):
        for seed in (0, 1):
            alone = raced(file, "net", run, seeds=(seed,)).runs[0]
            assert result.by_seed[seed].losses.tolist() == alone.losses.tolist()


def test_dropout_draws_anew_in_each_update_and_not_in_validation(file: Path) -> None:
    frozen = plan(file, "net", Run("a", optimizer=Adam(lr=0.0)), validate_every=1, batch_size=1437, steps=3)
    result = train(frozen, device="cpu", trust=True).runs[0]
    assert len(set(result.losses.tolist())) == 3
    assert len(set(result.metrics["val_loss"].tolist())) == 1


def test_torch_s_global_state_and_python_s_modules_are_left_alone(file: Path) -> None:
    before, paths = torch.get_rng_state(), list(sys.path)
    raced(file, "net")
    assert torch.equal(torch.get_rng_state(), before)
    assert sys.path == paths
    assert "parts" not in sys.modules


def test_what_it_imports_is_read_anew_for_the_next_race(file: Path) -> None:
    def width() -> int:
        source = OwnModel.of(file, "net").source
        return int(built(64, 10, (8, 8), source=source)[0].out_features)  # type: ignore[index]

    assert width() == 12
    (file.parent / "parts.py").write_text("WIDTH = 130\n")
    assert width() == 130


@pytest.mark.parametrize(
    ("function", "said"),
    [
        ("number", "net.py: TypeError: number gives int, and it must give an nn.Module"),
        ("narrow", "net.py: ValueError: of 2 examples it makes (2, 9), and it must be (2, 10)"),
        ("missing", "net.py, line 33: NameError: name 'width' is not defined"),
        ("leaving", "net.py, line 36: SystemExit: bye"),
    ],
)
def test_what_goes_wrong_is_said_with_its_line(file: Path, function: str, said: str) -> None:
    result = raced(file, function)
    assert result.runs[0].halted == said
    with pytest.raises(OwnModelError):
        built(64, 10, None, source=OwnModel.of(file, function).source)


def test_a_model_of_pictures_does_not_fit_data_without(file: Path) -> None:
    model = OwnModel.of(file, "pictures")
    assert "pictures" in model.unfit("classes", None)
    result = train(Experiment.of(Run("a"), problem=Spirals(model=model), steps=2), device="cpu", trust=True)
    assert result.runs[0].halted == model.unfit("classes", None)


def test_the_shipped_model_needs_no_agreement() -> None:
    experiment = Experiment.of(Run("a"), problem=Digits(model=OwnModel()), steps=4)
    losses = train(experiment, device="cpu").runs[0].losses
    assert written(experiment) == losses.tolist()


def written(experiment: Experiment, run: Callable[[str, dict[str, Any]], None] = exec, index: int = 0) -> Any:
    """Run a script as it is, and give its losses."""
    names: dict[str, Any] = {"__name__": "__main__"}
    threads, paths = torch.get_num_threads(), list(sys.path)
    run(script(experiment, index), names)
    torch.set_num_threads(threads)
    sys.path[:] = paths
    sys.modules.pop("parts", None)
    return names["losses"]


@pytest.mark.parametrize("path", ["{file}", "./net.py", "sub/../net.py"])
def test_a_session_can_have_no_file_executed_that_was_not_looked_through(file: Path, path: str) -> None:
    save(Experiment.of(Run("a"), problem=Digits(model=OwnModel())), file.parent / "s.lrviz")
    text = (file.parent / "s.lrviz").read_text()
    text = text.replace("residual.py", path.format(file=file)).replace('"residual"', '"Noted"')
    (file.parent / "s.lrviz").write_text(text)
    with pytest.raises(SessionError, match="digest"):
        load(file.parent / "s.lrviz")


def test_agreement_is_to_a_file_where_it_is(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    other.mkdir()
    (other / "net.py").write_text(file.read_text())
    here, there = OwnModel.of(file, "net").source, OwnModel.of(other / "net.py", "net").source
    assert here.digest == there.digest
    assert here.consent != there.consent


def test_what_is_installed_in_its_folder_stays_imported(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = file.parent / "site"
    site.mkdir()
    (site / "installed.py").write_text("")
    monkeypatch.syspath_prepend(str(site))
    file.write_text("import installed\n" + file.read_text())
    raced(file, "net", steps=1)
    assert "installed" in sys.modules
    del sys.modules["installed"]


def test_a_file_knows_its_place_and_has_no_future_but_its_own(tmp_path: Path) -> None:
    path = tmp_path / "known.py"
    path.write_text(
        "from torch import nn\n\nclass Known(nn.Module):\n    width: int\n    def __init__(self, inputs, outputs):\n"
        "        super().__init__()\n        assert __file__.endswith('known.py')\n"
        "        assert Known.__annotations__ == {'width': int}\n        self.layer = nn.Linear(inputs, outputs)\n"
        "    def forward(self, x):\n        return self.layer(x)\n"
    )
    assert raced(path, "Known").runs[0].halted is None


@pytest.mark.parametrize("function", ["net", "tied", "pictures"])
def test_a_branch_of_a_model_that_draws_draws_on_as_its_parent_does(file: Path, function: str) -> None:
    parent = Run("parent", None, SGD(lr=0.1, momentum=0.9))
    child = replace(parent, name="child", branch=Branch("parent", 4))
    first, second = raced(file, function, parent, child, steps=9, validate_every=2).runs
    assert first.losses.tolist() == second.losses.tolist()
    assert first.metrics["val_loss"].tolist() == second.metrics["val_loss"].tolist()


def test_the_script_of_such_a_branch_repeats_it(file: Path) -> None:
    parent = Run("parent", None, SGD(lr=0.1, momentum=0.9))
    child = Run("child", None, SGD(lr=0.02, momentum=0.5), branch=Branch("parent", 4))
    experiment = plan(file, "net", parent, child, steps=9)
    assert written(experiment, index=1) == raced(file, "net", parent, child, steps=9).runs[1].losses.tolist()
