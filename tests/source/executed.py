"""Executed: the rates that a text really uses, by running it with torch, and those that are read of it."""

from __future__ import annotations

import contextlib
import importlib
import io
import re
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from lrviz import Experiment, Run
from lrviz.source.read import study
from lrviz.source.reading import Reading

TEXTS = Path(__file__).with_name("texts")
BATCHES = 4
"""How many batches the texts' `loader` has."""


def texts(name: str) -> list[Any]:
    """Give the texts of a file, each below a line with three hashes and what it is called."""
    _, *parts = re.split(r"^### (\w+)\n", (TEXTS / f"{name}.py.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [pytest.param(text, id=one) for one, text in zip(parts[::2], parts[1::2], strict=True)]


def used(text: str) -> list[float]:
    """Give the rate of the first group at each update that a text does; nothing but the tests' own texts is run."""
    rates: list[float] = []

    def note(optimizer: Any, *_: Any) -> None:
        rates.append(float(optimizer.param_groups[0]["lr"]))

    hook = importlib.import_module("torch.optim.optimizer").register_optimizer_step_pre_hook(note)
    scope: dict[str, Any] = {
        "__name__": "__main__",
        "loader": list(range(BATCHES)),
        "model": torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.Linear(2, 2)),
    }
    try:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(text, "text", "exec"), scope)  # noqa: S102 - it stands in a test
    finally:
        hook.remove()
    return rates


def read(text: str, updates: int) -> tuple[list[float] | None, Reading]:
    """Give the rates that are read of a text for its updates, None where it is asked or refused."""
    reading = study(text, names={"len(loader)": BATCHES})
    run = reading.run
    if run is None or any(finding.severity == "error" for finding in reading.findings):
        return None, reading
    every = BATCHES if run.stepped == "epoch" else 1
    plain = Run(run.name, run.schedule, run.optimizer, groups=run.groups)
    steps = -(-updates // every)
    curve = Experiment.of(plain, steps=steps).curve(plain, np.arange(steps)).lr
    return [float(curve[t // every]) for t in range(updates)], reading


def agrees(text: str) -> Reading:
    """Check that what is read of a text is what it does."""
    really = used(text)
    said, reading = read(text, len(really))
    assert said is not None, reading.findings
    np.testing.assert_allclose(said, really, rtol=1e-9, atol=1e-12 * max(really))
    return reading
