"""A branch's script is one script, and repeats bit for bit what the race of its lineage does."""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from lrviz import SGD, AdamW, CosineAnnealingLR, Experiment, OneCycleLR, ReduceLROnPlateau, Run, StepLR, script, train
from lrviz.catalog.losses.custom_loss import CustomLoss
from lrviz.catalog.losses.mse_loss import MSELoss
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.optimizers.adam import Adam
from lrviz.catalog.optimizers.muon import Muon
from lrviz.catalog.optimizers.rmsprop import RMSprop
from lrviz.catalog.schedules import SCHEDULES
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.results import Trace
from lrviz.run import Branch, EarlyStopping, Group

STEPS = 40
FROZEN = (Group("0.*", frozen=True), Group("*.bias", lr=0.02))
SHAPES = [cls for cls in SCHEDULES if cls.__name__ != "Resumed"]


def experiment(*runs: Run, **training: Any) -> Experiment:
    return Experiment.of(*runs, **{"steps": STEPS, "batch_size": 128, "validate_every": 4, **training})


def lineage(*runs: Run, steps: tuple[int, ...] = (13, 27), way: Any = "continues") -> Experiment:
    """Give runs each of which leaves the one before it."""
    named = [replace(run, name=f"run {i}") for i, run in enumerate(runs)]
    branches = [Branch(f"run {i}", step, way) for i, step in enumerate(steps)]
    later = (replace(run, branch=branch) for run, branch in zip(named[1:], branches, strict=False))
    return experiment(named[0], *later)


MOMENTUM = Run("momentum", CosineAnnealingLR(STEPS), SGD(lr=0.1, momentum=0.9))
LINEAGES: dict[str, Experiment] = {
    "nothing changes": lineage(MOMENTUM, MOMENTUM),
    "another rate": lineage(MOMENTUM, replace(MOMENTUM, optimizer=SGD(lr=0.02, momentum=0.5))),
    "starts anew": lineage(MOMENTUM, MOMENTUM, MOMENTUM, way="starts"),
    "another class and back": lineage(MOMENTUM, Run("b", None, AdamW(lr=0.01)), MOMENTUM),
    "frozen and thawed": lineage(MOMENTUM, replace(MOMENTUM, groups=FROZEN), MOMENTUM),
    "frozen and clipped": lineage(MOMENTUM, replace(MOMENTUM, groups=FROZEN, clip=0.2)),
    "amsgrad turned on": lineage(Run("a", None, Adam(lr=0.01)), Run("b", None, Adam(lr=0.01, amsgrad=True))),
    "momentum turned on": lineage(
        Run("a", None, RMSprop(lr=0.01)), Run("b", None, RMSprop(lr=0.01, momentum=0.9, centered=True))
    ),
    "another loss": lineage(
        MOMENTUM,
        replace(MOMENTUM, loss=MSELoss()),
        replace(MOMENTUM, loss=CustomLoss("max(0, 1 - m)**2")),
    ),
    "two formulas": lineage(
        replace(MOMENTUM, loss=CustomLoss("-log(p)")), replace(MOMENTUM, loss=CustomLoss("max(0, 1 - m)"))
    ),
    "told each batch": lineage(MOMENTUM, Run("b", ReduceLROnPlateau(factor=0.5, patience=1), SGD(lr=0.1))),
    "told each epoch": lineage(
        MOMENTUM, Run("b", ReduceLROnPlateau(factor=0.5, patience=0, threshold=0.3), SGD(lr=0.1), stepped="epoch")
    ),
    "told each epoch anew": lineage(
        Run("a", ReduceLROnPlateau(factor=0.5, patience=0, threshold=0.3), SGD(lr=0.1), stepped="epoch"),
        Run("b", ReduceLROnPlateau(factor=0.1, patience=1, threshold=0.3), SGD(lr=0.2), stepped="epoch"),
        way="starts",
    ),
    "a parent that diverges": lineage(Run("a", None, SGD(lr=1e9)), MOMENTUM),
    "a parent whose schedule ends before": lineage(Run("a", OneCycleLR(0.1, 9), SGD(lr=0.1)), MOMENTUM),
    "a parent whose schedule ends just then": lineage(Run("a", OneCycleLR(0.1, 12), SGD(lr=0.1)), MOMENTUM),
    "a schedule that has ended": lineage(MOMENTUM, Run("b", OneCycleLR(0.1, 9), SGD(lr=0.1))),
    "a schedule that ends later": lineage(MOMENTUM, Run("b", OneCycleLR(0.1, 9), SGD(lr=0.1)), way="starts"),
    "both at one step": lineage(MOMENTUM, Run("b", None, AdamW(lr=0.01)), MOMENTUM, steps=(13, 13)),
    "stops early": experiment(Run("a", None, SGD(lr=1.0, momentum=0.9), early_stopping=EarlyStopping(2, 0.01))),
    "a parent that stops early": lineage(
        Run("a", None, SGD(lr=1.0, momentum=0.9), early_stopping=EarlyStopping(1)), MOMENTUM, steps=(38,)
    ),
    "a branch that counts on": lineage(
        Run("a", None, SGD(lr=1.0, momentum=0.9)),
        Run("b", None, SGD(lr=1.0, momentum=0.9), early_stopping=EarlyStopping(2)),
    ),
    "a sequence by epochs": lineage(
        Run("a", StepLR(1), SGD(lr=0.1), stepped="epoch"), replace(MOMENTUM, schedule=SequentialLR.example())
    ),
    'a name """ with \n everything': experiment(Run('""" \\ \n'), Run("b\n# c", None, branch=Branch('""" \\ \n', 3))),
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


def same(losses: list[float], lrs: list[float], raced: Trace) -> None:
    assert len(losses) == len(raced.losses)
    assert repr(losses) == repr(raced.losses.tolist())  # repr: a nan is itself
    assert lrs == raced.lrs.tolist()


@pytest.fixture(scope="module")
def repeated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Run every script in one process of its own, where a warning is an error."""
    folder: Path = tmp_path_factory.mktemp("scripts")
    paths = [f"{n}.py" for n in range(len(LINEAGES))]
    for path, plan in zip(paths, LINEAGES.values(), strict=True):
        (folder / path).write_text(script(plan, len(plan.runs) - 1), encoding="utf-8")
    subprocess.run([sys.executable, "-W", "error", "-c", RUNNER, *paths], cwd=folder, check=True, capture_output=True)
    return dict(zip(LINEAGES, json.loads((folder / "out.json").read_text()), strict=True))


@pytest.mark.parametrize("name", LINEAGES)
def test_a_script_repeats_the_race_of_its_lineage(name: str, repeated: dict[str, Any]) -> None:
    losses, lrs, printed, loaded = repeated[name]
    assert not loaded
    raced = train(LINEAGES[name], device="cpu").runs[-1].first
    same(losses, lrs, raced)
    assert printed
    for words, ended in (("diverged at step", raced.diverged_at), ("stopped early after", raced.stopped)):
        assert ended is None or words in printed


plain = [cls for cls in OPTIMIZERS if cls is not Muon]
optimizers = st.sampled_from(plain).map(lambda cls: cls.example().with_rate(0.02)) | st.sampled_from(
    [SGD(lr=0.1, momentum=0.9), SGD(lr=0.05, momentum=0.5, nesterov=True), Adam(lr=0.01, amsgrad=True)]
)
runs = st.builds(
    Run,
    st.just("run"),
    st.none() | st.sampled_from(SHAPES).map(lambda cls: cls.fitted(STEPS, 0.05)),
    optimizers,
    groups=st.sampled_from(((), FROZEN, (Group("*.bias", weight_decay=0.1),))),
    clip=st.sampled_from((None, 0.5)),
    stepped=st.sampled_from(("batch", "epoch")),
    early_stopping=st.sampled_from((None, None, EarlyStopping(2, 0.05))),
)


@given(
    line=st.lists(runs, min_size=2, max_size=3),
    steps=st.lists(st.integers(1, STEPS - 1), min_size=2, max_size=2).map(sorted),
    way=st.sampled_from(("continues", "starts")),
)
@settings(max_examples=25, deadline=None)
def test_any_lineage_trains_as_its_script_does(line: list[Run], steps: list[int], way: Any) -> None:
    plan = lineage(*line, steps=tuple(steps), way=way)
    names: dict[str, Any] = {"__name__": "__main__"}
    with torch.random.fork_rng(devices=()), warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        exec(compile(script(plan, len(line) - 1), "script.py", "exec"), names)  # noqa: S102 - the code under test
    raced = train(plan, device="cpu").runs[-1].first
    same(names["losses"], names["lrs"], raced)
    curve = plan.curve(len(line) - 1, range(len(raced.lrs)))
    if not any(run.listens for run in plan.runs):
        np.testing.assert_allclose(raced.lrs, curve.lr, rtol=1e-9, atol=1e-12)
