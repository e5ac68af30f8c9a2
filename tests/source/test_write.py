"""Writing: what is written makes in torch what the run says, reads back as the run, and trains to its losses."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import warnings
from collections.abc import Callable
from typing import Any

import hypothesis
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from lrviz import (
    SGD,
    AdamW,
    ConstantLR,
    CosineAnnealingLR,
    CosineLRScheduler,
    Digits,
    Experiment,
    ExponentialLR,
    Group,
    Knots,
    LinearLR,
    MultiplicativeLR,
    OneCycleLR,
    OwnData,
    PlateauLRScheduler,
    ReduceLROnPlateau,
    RefusedError,
    Run,
    SpecError,
    StepLR,
    Walk,
    code,
    load,
    parse,
    script,
    train,
)
from lrviz.catalog.loss import Loss
from lrviz.catalog.losses import LOSSES
from lrviz.catalog.losses.cross_entropy_loss import CrossEntropyLoss
from lrviz.catalog.losses.custom_loss import CustomLoss
from lrviz.catalog.models import MODELS
from lrviz.catalog.models.own_model import OwnModel
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.optimizers.muon import Muon
from lrviz.catalog.problems import PROBLEMS
from lrviz.catalog.recipe import Recipe
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules import SCHEDULES
from lrviz.catalog.schedules.chained_scheduler import ChainedScheduler
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.catalog.surfaces import SURFACES
from lrviz.engine.build import build
from lrviz.engine.member import parameter_groups
from lrviz.source.spelling.lines import WIDTH
from lrviz.source.spelling.recipes import RECIPES
from lrviz.source.write import loss_code
from tests.strategies import UNTOLD, specs


@pytest.mark.parametrize("cls", SCHEDULES)
@given(data=st.data())
@settings(max_examples=25)
def test_a_schedule_reads_back_as_it_was(cls: type[Schedule], data: st.DataObject) -> None:
    run = Run(cls.__name__, data.draw(specs(cls)))
    if run.schedule == ConstantLR(factor=1.0, total_iters=0):  # which is what a run without a scheduler is written as
        run = replace(run, name="constant", schedule=None)
    assert parse(code(run)) == run


@pytest.mark.parametrize("cls", OPTIMIZERS)
@given(data=st.data())
@settings(max_examples=25)
def test_an_optimizer_reads_back_as_it_was(cls: type[Optimizer], data: st.DataObject) -> None:
    run = Run("constant", None, data.draw(specs(cls)))
    assert parse(code(run)) == run


@pytest.mark.parametrize("cls", UNTOLD)
def test_code_makes_in_torch_what_the_run_says(cls: type[Schedule]) -> None:
    run = Run("run", cls.example(), SGD(lr=0.3, momentum=0.9))
    names = made(run)
    expected = Experiment.of(run, steps=8).curve(0, range(8))
    rates = []
    for _ in range(8):
        rates.append(names["optimizer"].param_groups[0]["lr"])
        names["optimizer"].step()
        names["scheduler"].step()
    assert rates == pytest.approx(expected.lr, rel=1e-9)


def test_a_run_without_a_scheduler_gets_one_that_keeps_the_rate() -> None:
    names = made(Run("constant", None, AdamW(lr=0.02)))
    for _ in range(50):
        names["optimizer"].step()
        names["scheduler"].step()
    assert names["optimizer"].param_groups[0]["lr"] == 0.02


def test_groups_take_the_first_pattern_that_matches() -> None:
    groups = (Group("0.*", lr=0.01), Group("*.bias", weight_decay=0.5), Group("2.weight", frozen=True))
    names = made(Run("run", StepLR(3), SGD(lr=0.1), groups=groups))
    model, optimizer = names["model"], names["optimizer"]
    held = [[id(parameter) for parameter in group["params"]] for group in optimizer.param_groups]
    assert held == [[], [id(model[0].weight), id(model[0].bias)], [id(model[2].bias)]]
    assert [group["lr"] for group in optimizer.param_groups] == [0.1, 0.01, 0.1]
    assert [group["weight_decay"] for group in optimizer.param_groups] == [0, 0, 0.5]
    assert not model[2].weight.requires_grad


def test_lines_fit_the_panel_and_say_only_what_differs() -> None:
    text = code(Run("step", StepLR(220), SGD(lr=0.2, momentum=0.9)))
    assert text == (
        "import torch\n\n"
        "optimizer = torch.optim.SGD(\n    model.parameters(), lr=0.2, momentum=0.9)\n"
        "scheduler = torch.optim.lr_scheduler.StepLR(\n    optimizer, step_size=220)\n"
    )
    long = code(Run("run", OneCycleLR(1.0, 100, pct_start=0.2, base_momentum=0.1, max_momentum=0.2, three_phase=True)))
    assert max(map(len, long.splitlines())) <= WIDTH


def test_numbers_are_exact_and_short() -> None:
    text = code(Run("run", CosineAnnealingLR(10**12, eta_min=1e-7), SGD(lr=0.1 + 0.2)))
    assert "lr=0.30000000000000004" in text
    assert "T_max=1000000000000, eta_min=1e-07" in text


RACES: dict[str, Experiment] = {
    "first open": load("first-open"),
    "a part of an epoch": Experiment.of(Run("run", StepLR(3), SGD(lr=0.3), stepped="epoch"), steps=100),
    "accumulated": Experiment.of(
        Run("run", CosineAnnealingLR(40), AdamW(lr=0.01)), steps=40, accumulation=3, world_size=2, batch_size=16
    ),
    "groups": Experiment.of(
        Run("run", StepLR(9), SGD(lr=0.1), groups=(Group("0.*", lr=0.01), Group("*.bias", frozen=True))), steps=30
    ),
    "no noise, another seed": Experiment.of(
        Run("run", None, SGD(lr=0.1)), problem=Digits(label_noise=0), steps=50, seeds=(7, 3)
    ),
    "diverging": Experiment.of(Run("run", None, SGD(lr=1e6, momentum=0.9)), steps=60),
    "torch refuses": Experiment.of(Run("run", OneCycleLR(0.1, total_steps=20), SGD(lr=0.1)), steps=40),
    "a sequence": Experiment.of(
        Run("run", SequentialLR((LinearLR(0.1, total_iters=5), CosineAnnealingLR(15)), (5,)), SGD(lr=0.1)), steps=25
    ),
    "a sequence with a chain, by epochs": Experiment.of(
        Run(
            "run",
            SequentialLR((ChainedScheduler((ConstantLR(0.5, 2), ExponentialLR(0.9))), StepLR(2)), (4,)),
            SGD(lr=0.1),
            groups=(Group("0.*", lr=0.01),),
            stepped="epoch",
        ),
        steps=35,
        batch_size=256,
    ),
    "knots": Experiment.of(Run("run", Knots((0, 5, 20), (0.1, 1.0, 0.0)), SGD(lr=0.1)), steps=25),
    "a recipe with a floor": Experiment.of(
        Run("run", CosineLRScheduler(20, lr_min=0.001, warmup_t=3), SGD(lr=0.1), groups=(Group("0.*", lr=0.01),)),
        steps=25,
    ),
    "a running product": Experiment.of(Run("run", MultiplicativeLR("1 - 0.01 * (t > 3)"), SGD(lr=0.1)), steps=12),
    **{
        cls.__name__: Experiment.of(Run("run", CosineAnnealingLR(20)).with_optimizer(cls.example(), Digits()), steps=20)
        for cls in OPTIMIZERS
    },
    **{
        f"Muon on {model.__name__}": Experiment.of(
            Run("run", OneCycleLR(0.05, 8)).with_optimizer(Muon(ns_steps=3, adjust_lr_fn="match_rms_adamw"), problem),
            problem=problem,
            steps=8,
        )
        for model in MODELS
        if model is not OwnModel  # whose parameters nobody knows before it is executed
        for problem in [Digits(model=model.example())]
    },
    **{
        f"{cls.__name__} on classes": Experiment.of(Run("run", None, SGD(lr=0.1), cls.example()), steps=20)
        for cls in LOSSES
        if "classes" in cls.uses
    },
    **{
        f"{loss.__name__} on {problem.__name__}": Experiment.of(
            Run("run", None, SGD(lr=0.01), loss.fitted(problem.task)), problem=problem.example(), steps=8, batch_size=8
        )
        for problem in PROBLEMS
        for loss in LOSSES
        if problem.task in loss.uses and problem is not Digits
    },
    **{
        f"{model.__name__} on digits": Experiment.of(
            Run("run", None, SGD(lr=0.01)), problem=Digits(model=model.example()), steps=6, validate_every=3
        )
        for model in MODELS
    },
    **{
        f"down {surface.__name__}": Experiment.of(
            Run("run", CosineAnnealingLR(30), SGD(lr=0.01, momentum=0.5), clip=20.0),
            problem=Walk(model=surface.example(), noise=2.0),
            steps=30,
            batch_size=2,
        )
        for surface in SURFACES
    },
    "clipped and accumulated": Experiment.of(Run("run", None, AdamW(lr=0.01), clip=0.5), steps=12, accumulation=3),
    "told the validation loss": Experiment.of(
        Run("run", ReduceLROnPlateau(patience=0, threshold=0.2), SGD(lr=0.2), stepped="epoch"), steps=60, batch_size=128
    ),
    "told the validation loss after a warm-up": Experiment.of(
        Run("run", PlateauLRScheduler(0.5, 0, 0.2, warmup_t=2, mode="min"), SGD(lr=0.2), stepped="epoch"),
        steps=60,
        batch_size=128,
    ),
    "told the batch's loss after a warm-up": Experiment.of(
        Run("run", PlateauLRScheduler(patience_t=2, warmup_t=9, warmup_lr_init=0.3), SGD(lr=0.2)), steps=40
    ),
    "told the batch's loss": Experiment.of(Run("run", ReduceLROnPlateau(patience=2), SGD(lr=0.2)), steps=40),
    "stepped by a planned epoch": Experiment.of(
        Run("run", StepLR(1, 0.5), SGD(lr=0.2), stepped="epoch"), steps=60, examples=640
    ),
    "class weights": Experiment.of(
        Run("run", None, SGD(lr=0.1), CrossEntropyLoss(weight=(1.0, 2.0) * 5, label_smoothing=0.1)), steps=20
    ),
    "a margin of our own": Experiment.of(
        Run("run", None, SGD(lr=0.1), CustomLoss("max(0, 1 - m)**2 if m < 0.5 else -log(p) / 3")),
        steps=20,
        accumulation=2,
    ),
    'a name """ with \\ everything\n': Experiment.of(Run('""" \\ \n', StepLR(3)), steps=5),
}


RUNNER = """
import contextlib, io, json, runpy, sys
found = []
for path in sys.argv[1:]:
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        names = runpy.run_path(path, run_name="__main__")
    found.append([names["losses"], names["lrs"], printed.getvalue(), "lrviz" in sys.modules])
json.dump(found, open("out.json", "w"))
"""


@pytest.fixture(scope="module")
def repeated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Run every script in one process of its own, and give what each leaves and prints, and whether lrviz is there."""
    folder = tmp_path_factory.mktemp("scripts")
    paths = [f"{n}.py" for n in range(len(RACES))]
    for path, experiment in zip(paths, RACES.values(), strict=True):
        (folder / path).write_text(script(experiment, len(experiment.runs) - 1), encoding="utf-8")
    subprocess.run([sys.executable, "-W", "error", "-c", RUNNER, *paths], cwd=folder, check=True, capture_output=True)
    return dict(zip(RACES, json.loads((folder / "out.json").read_text()), strict=True))


@pytest.mark.parametrize("name", RACES)
def test_a_script_repeats_the_race_without_lrviz(name: str, repeated: dict[str, Any]) -> None:
    experiment = RACES[name]
    index = len(experiment.runs) - 1
    losses, lrs, printed, loaded = repeated[name]
    raced = train(experiment, device="cpu").runs[index]
    assert not loaded
    assert "lrviz" not in script(experiment, index)
    if len(experiment.runs) * len(experiment.training.seeds) == 1:  # it trained by the plain loop
        assert repr(losses) == repr(raced.losses.tolist())  # repr: a nan is itself
        assert lrs == raced.lrs.tolist()
    else:
        np.testing.assert_allclose(losses, raced.losses, rtol=1e-4)
        np.testing.assert_allclose(lrs, raced.lrs, rtol=1e-9, atol=1e-15)
    assert printed


def test_updates_larger_than_the_data_are_refused() -> None:
    with pytest.raises(RefusedError, match="there is no script for 'a': an update of 4096 examples is planned"):
        script(Experiment.of(Run("a"), examples=10**6, batch_size=4096))


def test_a_run_that_is_not_there_is_refused() -> None:
    with pytest.raises(SpecError, match="script"):
        script(load("first-open"), 3)


def made(run: Run) -> dict[str, Any]:
    """Run the code of a run beside a small model, with gradients to step on."""
    model = torch.nn.Sequential(torch.nn.Linear(3, 3), torch.nn.ReLU(), torch.nn.Linear(3, 2))
    names: dict[str, Any] = {"model": model}
    exec(code(run), names)  # noqa: S102 - the code under test
    return names


@pytest.mark.parametrize("cls", LOSSES, ids=lambda cls: cls.__name__)
def test_the_lines_of_a_loss_run_as_they_stand(cls: type[Loss]) -> None:
    names: dict[str, Any] = {}
    exec(loss_code(Run("a", loss=cls.example())), names)  # noqa: S102 - our own text
    assert type(names["criterion"]).__name__ == cls.__name__


@given(name=st.text(min_size=1, max_size=60), folder=st.text(max_size=20))
def test_a_file_s_name_is_only_ever_words_in_a_script(name: str, folder: str) -> None:
    try:
        source = replace(OwnData().source, path=f"/{folder}/{name}", digest="0123456789abcdef")
        model = OwnModel(replace(OwnModel().source, path=f"/{folder}/{name}", digest="0123456789abcdef"))
        experiment = Experiment.of(Run(name), problem=OwnData(source=source, model=model), batch_size=4)
    except SpecError:
        return
    try:
        tree = ast.parse(script(experiment))
    except UnicodeEncodeError:  # half a surrogate pair, which no file can have
        return
    plain = ast.parse(script(Experiment.of(Run("a"), problem=OwnData(model=OwnModel()), batch_size=4)))
    assert [type(node) for node in tree.body] == [type(node) for node in plain.body]


@given(
    schedule=st.one_of(specs(SequentialLR), specs(ChainedScheduler), st.sampled_from(RECIPES).flatmap(specs)),
    data=st.data(),
)
@settings(max_examples=60)
def test_what_is_written_steps_in_torch_as_what_is_built(schedule: Schedule, data: st.DataObject) -> None:
    rates = data.draw(st.lists(st.none() | st.floats(1e-3, 1), max_size=1))
    run = Run("run", schedule, SGD(lr=0.3, momentum=0.9), groups=tuple(Group("*.bias", lr=lr) for lr in rates))
    hypothesis.assume(not run.unfit)
    hypothesis.assume(not any(_refuses(schedule, rate) for rate in run.rates()))
    assert _followed(lambda: _written(run)) == _followed(lambda: _built(run))


def _refuses(schedule: Schedule, rate: float) -> bool:
    """Whether a library refuses the rate, which the plain function written for its recipe doesn't look at."""
    own = isinstance(schedule, Recipe) and bool(schedule.refused(rate))
    return own or any(_refuses(part, rate) for part in getattr(schedule, "schedulers", ()))


def _written(run: Run) -> tuple[Any, Any]:
    names = made(run)
    return names["optimizer"], names["scheduler"]


def _built(run: Run) -> tuple[Any, Any]:
    model = torch.nn.Sequential(torch.nn.Linear(3, 3), torch.nn.ReLU(), torch.nn.Linear(3, 2))
    optimizer = build(run.optimizer, parameter_groups(run, model))
    return optimizer, run.schedule and build(run.schedule, optimizer)


def _followed(make: Callable[[], tuple[Any, Any]]) -> list[Any]:
    """Step torch and give the rates of all groups, and behind them what it raises where it does."""
    found: list[Any] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            optimizer, scheduler = make()
        for _ in range(70):
            found.append(repr([(group["lr"], group["momentum"]) for group in optimizer.param_groups]))
            optimizer.step()
            scheduler.step()
    except Exception as error:  # noqa: BLE001 - whatever torch raises
        found.append((type(error).__name__, str(error)))
    return found
