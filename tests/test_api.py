"""The public API: what is there, what it costs to import, and what `curve` and `Experiment.of` take."""

from __future__ import annotations

import ast
import importlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import lrviz
from lrviz import (
    SGD,
    AdamW,
    Experiment,
    LambdaLR,
    LrvizError,
    OneCycleLR,
    Run,
    SourceError,
    SpecError,
    StepLR,
    curve,
)
from lrviz.catalog.losses import LOSSES
from lrviz.catalog.models import MODELS
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.problems import PROBLEMS
from lrviz.catalog.schedules import SCHEDULES

CATALOG = (*SCHEDULES, *OPTIMIZERS, *LOSSES, *PROBLEMS, *MODELS)
TEXT = "opt = SGD(m.parameters(), lr=0.3)\ns = StepLR(opt, 2)"


def test_the_names_are_sorted_typed_and_there() -> None:
    assert lrviz.__all__ == sorted(lrviz.__all__)
    module = ast.parse(Path(str(lrviz.__file__)).read_text(encoding="utf-8"))
    typed = {
        alias.name
        for block in module.body
        if isinstance(block, ast.If)
        for statement in block.body
        if isinstance(statement, ast.ImportFrom)
        for alias in statement.names
    }
    assert {*typed, "__version__"} == set(lrviz.__all__)
    for name in lrviz.__all__:
        assert getattr(lrviz, name) is not None
    assert set(lrviz.__all__) <= set(dir(lrviz))


@pytest.mark.parametrize("cls", CATALOG)
def test_every_class_of_the_catalog_is_there_by_name(cls: type) -> None:
    assert getattr(lrviz, cls.__name__) is cls
    assert cls.__name__ in dir(lrviz)


@pytest.mark.parametrize("name", ["StpLR", "find_rate", "_x", "__wrapped__"])
def test_a_name_that_is_not_there_is_an_attribute_error(name: str) -> None:
    with pytest.raises(AttributeError, match=name):
        getattr(lrviz, name)


def test_no_module_shadows_a_function() -> None:
    for name in (
        "lint",
        "curve",
        "forecast",
        "train",
        "landscape",
        "script",
        "code",
        "parse",
        "load",
        "save",
        "preset",
        "presets",
    ):
        with pytest.raises(ModuleNotFoundError):
            importlib.import_module(f"lrviz.{name}")


def loaded_after(statement: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{statement}\nimport sys, json\nprint(json.dumps(sorted(sys.modules)))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(done.stdout))


def test_importing_costs_next_to_nothing() -> None:
    assert not loaded_after("import lrviz") & {"torch", "PySide6", "numpy", "msgspec", "rich", "sklearn", "scipy"}


def test_curves_and_sessions_need_neither_torch_nor_qt() -> None:
    statement = "import lrviz; e = lrviz.load('first-open'); lrviz.script(e); lrviz.curve('StepLR(o, 3)', steps=9)"
    assert not loaded_after(statement) & {"torch", "PySide6", "sklearn", "scipy", "rich", "pyqtgraph"}


def test_the_window_and_its_display_check_never_load_torch() -> None:
    assert "PySide6" not in loaded_after("import lrviz.ui.display; lrviz.ui.display.refusal()")
    assert not loaded_after("import lrviz.ui.app") & {"torch", "sklearn"}


def test_a_curve_has_the_steps_that_were_asked_for() -> None:
    found = curve(StepLR(2), lr=1.0, steps=5)
    assert np.asarray(found).tolist() == pytest.approx([1, 1, 0.1, 0.1, 0.01])
    assert found.steps.tolist() == [0, 1, 2, 3, 4]
    assert found.lrs.shape == (1, 5)
    assert found.momentum is None
    assert found.error is None
    some = curve(StepLR(2), lr=1.0, at=[4, 0, 10**12])
    assert some.steps.tolist() == [4, 0, 10**12]
    assert some.lr.tolist() == pytest.approx([0.01, 1, 0])


@pytest.mark.parametrize("at", [3, [3], (3,), np.array([3]), np.array([[3]], dtype=np.uint8), range(3, 4)])
def test_steps_are_asked_for_in_any_array(at: Any) -> None:
    assert curve(None, lr=0.5, at=at).lr.tolist() == [0.5]


def test_no_steps_are_an_empty_curve() -> None:
    assert len(curve(StepLR(2), steps=0)) == len(curve(StepLR(2), at=[])) == 0


def test_text_has_its_own_rate_or_takes_ours() -> None:
    assert curve(TEXT, lr=9.0, steps=1).lr[0] == 0.3
    assert curve("StepLR(o, 2)", lr=9.0, steps=1).lr[0] == 9.0
    assert curve("StepLR(o, n)", names={"n": 1}, lr=1.0, steps=2).lr[1] == pytest.approx(0.1)
    assert curve(Run("run", StepLR(2), AdamW(0.7), stepped="epoch"), lr=9.0, steps=3).lr == pytest.approx(
        [0.7, 0.7, 0.07]
    )


def test_momentum_is_there_where_it_moves_or_is_given() -> None:
    assert curve(OneCycleLR(1.0, 10), steps=1).momentum == pytest.approx([0.95])
    assert curve(StepLR(2), momentum=0.9, steps=2).momentum == pytest.approx([0.9, 0.9])
    assert curve("o = AdamW(m.parameters())\nStepLR(o, 2)", steps=1).momentum == pytest.approx([0.9])


def test_a_curve_ends_where_torch_raises() -> None:
    found = curve(OneCycleLR(1.0, total_steps=4), steps=9)
    assert len(found) == 5
    assert found.error == "Tried to step 5 times. The specified number of total steps is 4"
    assert curve(LambdaLR("1 / (3 - t)"), steps=9).steps.tolist() == [0, 1, 2]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({}, r"steps=None.*not both"),
        ({"steps": 3, "at": [1]}, r"steps=3.*not both"),
        ({"steps": -1}, r"steps=-1"),
        ({"steps": 1.5}, r"steps=1\.5"),
        ({"steps": True}, r"steps=True"),
        ({"steps": "9"}, r"steps='9'"),
        ({"steps": 10**10}, r"steps=10000000000"),
        ({"at": [0.5]}, r"at=\[0\.5\]"),
        ({"at": [3, -1]}, r"at=-1"),
        ({"at": [10**17]}, r"at="),
        ({"at": [10**30]}, r"at="),
        ({"at": ["x"]}, r"at="),
        ({"at": [[1], [2, 3]]}, r"at="),
        ({"at": [True]}, r"at="),
        ({"steps": 3, "lr": -1}, r"curve\(lr=-1\): lr must be"),
        ({"steps": 3, "lr": float("nan")}, r"curve\(lr=nan\)"),
        ({"steps": 3, "lr": "fast"}, r"curve\(lr='fast'\)"),
        ({"steps": 3, "momentum": -1}, r"curve\(momentum=-1\)"),
        ({"steps": 3, "metric": [1, 2, 3]}, r"metric"),
    ],
)
def test_a_wrong_argument_is_refused_by_name(options: dict[str, Any], words: str) -> None:
    with pytest.raises(SpecError, match=words) as caught:
        curve(StepLR(2), **options)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("given", [3, [StepLR(2)], SGD(), StepLR])
def test_what_is_no_schedule_is_refused(given: Any) -> None:
    with pytest.raises(LrvizError, match="schedule"):
        curve(given, steps=3)


def test_an_experiment_is_made_of_runs_and_texts() -> None:
    experiment = Experiment.of(Run("StepLR", StepLR(9)), TEXT, TEXT, "o = AdamW(m.parameters())", steps=10)
    assert [run.name for run in experiment.runs] == ["StepLR", "StepLR 2", "StepLR 3", "constant"]
    assert [run.colour for run in experiment.runs] == [0, 1, 2, 3]
    assert experiment.runs[1].optimizer == SGD(0.3)
    assert experiment.training.steps == 10


def test_a_text_gives_way_to_a_run_that_comes_later() -> None:
    assert [run.name for run in Experiment.of(TEXT, Run("StepLR")).runs] == ["StepLR 2", "StepLR"]


def test_a_wrong_experiment_is_refused_by_name() -> None:
    with pytest.raises(SpecError, match=r"Training\(step=3\): step must be a field of Training; the nearest is steps"):
        Experiment.of(step=3)
    with pytest.raises(SpecError, match="different names"):
        Experiment.of(Run("a"), Run("a"))
    with pytest.raises(SourceError, match="LR204"):
        Experiment.of("hello")


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda: lrviz.load(3), lrviz.SessionError),  # type: ignore[arg-type]  # on purpose
        (lambda: lrviz.save(lrviz.Experiment.of("SGD(p, lr=0.1)"), 3), lrviz.SessionError),  # type: ignore[arg-type]  # on purpose
        (lambda: lrviz.Experiment.of(3), lrviz.SpecError),  # type: ignore[arg-type]  # on purpose
    ],
)
def test_a_wrong_kind_of_argument_is_refused_in_words(call: Callable[[], object], error: type[Exception]) -> None:
    with pytest.raises(error, match="must be"):
        call()


WRONG: Any = {"Run": 3, "Experiment": "step", "index": "a"}


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: lrviz.code(WRONG["Run"]), "code(run=3): run must be a Run"),
        (lambda: lrviz.train(WRONG["Experiment"]), "train(experiment='step'): experiment must be an Experiment"),
        (lambda: lrviz.script(WRONG["Experiment"]), "script(experiment='step'): experiment must be an Experiment"),
        (lambda: lrviz.script(Experiment(), run=WRONG["index"]), "script(run='a'): run must be the index of a run"),
        (lambda: lrviz.save(WRONG["Experiment"], "x"), "save(experiment='step'): experiment must be an Experiment"),
        (lambda: StepLR(np.int64(-1)), "StepLR(step_size=-1): step_size must be a whole number between 1 and 10**15"),
    ],
)
def test_what_is_of_the_wrong_kind_is_refused_in_a_line(call: Callable[[], object], said: str) -> None:
    with pytest.raises(SpecError) as refused:
        call()
    assert str(refused.value) == said


def test_names_that_are_no_mapping_are_refused() -> None:
    with pytest.raises(SpecError, match=r"parse\(names=3\)"):
        lrviz.parse("StepLR(optimizer, 3)", names=WRONG["Run"])


def test_onecycle_refuses_a_whole_pct_start_as_torch_does() -> None:
    with pytest.raises(SpecError, match="decimal point"):
        OneCycleLR(max_lr=0.1, total_steps=10, pct_start=1)
    with pytest.raises(LrvizError, match="decimal point"):
        lrviz.parse("OneCycleLR(optimizer, 0.1, total_steps=10, pct_start=0)")
    assert OneCycleLR(max_lr=0.1, total_steps=10, pct_start=1.0).pct_start == 1.0


def test_each_name_is_there_in_a_fresh_process() -> None:
    """What is asked for first decides in which order modules are loaded."""
    script = f"""
import os, sys
import lrviz
for name in {sorted({*lrviz.__all__, "OwnData", "StepLR"})!r}:
    child = os.fork()
    if not child:
        try:
            getattr(lrviz, name)
            os._exit(0)
        except BaseException as error:
            print(name, repr(error), flush=True)
            os._exit(1)
    os.waitpid(child, 0)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == ""
