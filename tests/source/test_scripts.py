"""Scripts: whole training scripts as people bring them, each with what it has to come to in its first comments.

`optimizer` and `scheduler` are torch's own, for the parameters `p` and the optimizer `o`, whose rates over so many
`steps` are those of the run; `rates` are a library's at some steps. `answers` is what the text doesn't say, `stepped`
and `groups` what the run has, `finding` is the rule and a pattern of the message before it is answered, and `choices`
how many optimizers there are to choose from.
"""

from __future__ import annotations

import ast
import math
import re
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from lrviz import Experiment, Run
from lrviz.source.read import study

SCRIPTS = sorted(Path(__file__).with_name("scripts").glob("*.py.txt"))


def expected(text: str) -> dict[str, str]:
    """Give what the comments at a script's beginning expect."""
    lines = [line for line in text.splitlines() if line.startswith("# ")]
    return dict(line[2:].split(": ", 1) for line in lines if re.match(r"# [a-z]+: ", line))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name.removesuffix(".py.txt"))
def test_a_script_gives_its_curve_or_a_finding_to_act_on(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    wanted = expected(text)
    assert wanted
    if "finding" in wanted:
        rule, _, words = wanted["finding"].partition(" ")
        finding = study(text).findings[0]
        assert finding.rule == rule
        assert re.search(words, finding.message)
        assert finding.line
    if "optimizer" not in wanted:
        return
    reading = study(text, names=ast.literal_eval(wanted.get("answers", "{}")))
    assert not [finding for finding in reading.findings if finding.severity == "error"]
    run = reading.run
    assert run is not None
    assert run.stepped == wanted.get("stepped", run.stepped)
    assert len(reading.optimizers) == int(wanted.get("choices", "1"))
    if "groups" in wanted:
        assert [group.pattern for group in run.groups] == ast.literal_eval(wanted["groups"])
    _compare(run, wanted)


def _compare(run: Run, wanted: dict[str, str]) -> None:
    scope: dict[str, Any] = {"torch": torch, "math": math, "p": [torch.nn.Parameter(torch.zeros(2))]}
    optimizer = scope["o"] = eval(wanted["optimizer"], scope)  # noqa: S307 - written beside this
    made = run.optimizer
    assert type(made).__name__ == type(optimizer).__name__
    for name, value in optimizer.defaults.items():
        if hasattr(made, name):
            assert getattr(made, name) == value, name
    given = ast.literal_eval(wanted.get("rates", "[]"))
    if "scheduler" in wanted:
        given = list(enumerate(_stepped(optimizer, eval(wanted["scheduler"], scope), int(wanted["steps"]))))  # noqa: S307
    steps, rates = zip(*given, strict=True)
    plain = run if run.stepped == "batch" else Run(run.name, run.schedule, made, groups=run.groups)
    curve = Experiment.of(plain, steps=max(steps) + 1).curve(plain, np.array(steps))
    np.testing.assert_allclose(curve.lr, rates, rtol=1e-9, atol=1e-12 * max(rates))


def _stepped(optimizer: Any, scheduler: Any, steps: int) -> list[float]:
    rates = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for t in range(steps):
            rates.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
            if t < steps - 1:
                scheduler.step()
    return rates
