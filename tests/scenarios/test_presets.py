"""Every preset: a valid plan, a finite curve, code that runs, a miniature that trains, and a source."""

from __future__ import annotations

import re

import numpy as np
import pytest
import torch

import lrviz
from lrviz.errors import SessionError
from lrviz.scenarios import Preset, shelf
from lrviz.session import decode, encode

PRESETS = shelf()
ALL = pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)


def looked_at(steps: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.unique(np.linspace(0, steps - 1, 3000).astype(np.int64))


def test_a_preset_is_found_by_its_name_alone() -> None:
    names = [preset.name for preset in PRESETS]
    assert lrviz.presets() == names
    assert len(set(names)) == len(names) >= 12
    assert lrviz.preset("bert-fine-tune") == next(p for p in PRESETS if p.name == "bert-fine-tune").experiment
    with pytest.raises(SessionError, match="there is no preset of that name; the nearest is bert-fine-tune"):
        lrviz.preset("bert_fine-tun")
    with pytest.raises(SessionError, match="there is no preset"):
        lrviz.preset(3)  # type: ignore[arg-type]


@ALL
def test_it_says_what_it_is_and_who_says_so(preset: Preset) -> None:
    assert re.search(r"arXiv \d{4}\.\d{5}", preset.reference)
    assert preset.link == f"https://arxiv.org/abs/{re.findall(r'arXiv ([0-9.]+[0-9])', preset.reference)[0]}"
    assert "\n" not in preset.about
    assert 100 < len(preset.about) < 400


@ALL
def test_its_curve_is_finite_over_the_whole_plan(preset: Preset) -> None:
    experiment = preset.experiment
    t = looked_at(experiment.training.steps)
    for run in experiment.runs:
        curve = experiment.curve(run, t)
        assert curve.error is None
        assert curve.lr.shape == t.shape
        assert np.isfinite(curve.lr).all()
        assert (curve.lr >= 0).all()
        assert not run.misfit(experiment.problem)


@ALL
def test_it_is_a_session_like_any_other(preset: Preset) -> None:
    assert decode(encode(preset.experiment), preset.name) == preset.experiment


@ALL
@pytest.mark.parametrize("steps", [440, 2_000_000])
def test_its_runs_keep_their_shape_in_another_plan(preset: Preset, steps: int) -> None:
    own = preset.experiment
    other = lrviz.Experiment.of(*preset.runs_over(steps), steps=steps)
    for run, there in zip(own.runs, other.runs, strict=True):
        if run.listens:
            assert there.schedule == run.schedule
            continue
        assert there.stepped == "batch"
        places = np.linspace(0.2, 0.98, 30)  # a warm-up of a few steps is as short as it can be
        before = own.curve(run, (places * own.training.steps).astype(np.int64)).lr
        after = other.curve(there, (places * steps).astype(np.int64)).lr
        near = np.abs(after - before) <= 0.06 * before.max()
        assert near.mean() > 0.9  # the places beside a step may lie on its other side


@ALL
def test_its_code_runs(preset: Preset) -> None:
    for run in preset.experiment.runs:
        space = {"model": torch.nn.Linear(2, 2)}
        exec(lrviz.code(run), space)  # noqa: S102 - that is what it is for
        assert isinstance(space["optimizer"], torch.optim.Optimizer)


@ALL
def test_its_miniature_trains(preset: Preset) -> None:
    small = preset.experiment.miniature(12)
    result = lrviz.train(small, device="cpu")
    for run, plan in zip(result.runs, small.runs, strict=True):
        assert len(run.losses) == 12
        if not plan.listens:
            np.testing.assert_allclose(run.lrs, small.curve(plan, np.arange(12)).lr, rtol=1e-9, atol=1e-12)


RATES = {  # at some updates, worked out by hand from what the sources say
    ("bert-fine-tune", "BERT, MRPC"): {0: 0.0, 17: 1e-5, 34: 2e-5, 343: 0.0},
    ("resnet-50-one-hour", "ResNet-50, 8192 images"): {0: 0.1, 390: 1.65, 780: 3.2, 4680: 0.32, 12480: 0.0032},
    ("llama-7b", "LLaMA, cosine to 10 %"): {2000: 3e-4, 126_000: 1.65e-4, 250_000: 3e-5},
    ("cool-down", "1 − √ cool-down"): {0: 1e-5, 300: 1e-3, 12_000: 1e-3, 12_750: 5e-4},
    ("transformer", "transformer, Noam"): {3999: 512**-0.5 * 4000**-0.5, 15_999: 512**-0.5 * 16_000**-0.5},
    ("super-convergence", "triangle"): {0: 0.1, 5000: 3.0, 10_000: 0.1},
    ("warm-restarts", "SGDR"): {0: 0.05, 3905: 0.025, 7810: 0.05, 23_430: 0.05},
    ("lora", "LoRA, linear"): {500: 2e-4, 26_290: 0.0},
    ("edm2", "EDM2-S"): {0: 0.0, 70_000: 0.01, 280_000: 0.005},
    ("continual", "re-warmed, re-decayed"): {1500: 3e-4, 150_000: 3e-5, 151_500: 3e-4},
}


@pytest.mark.parametrize(("name", "run"), RATES)
def test_its_rates_are_those_of_its_source(name: str, run: str) -> None:
    experiment = lrviz.preset(name)
    chosen = next(one for one in experiment.runs if one.name == run)
    steps, rates = zip(*RATES[name, run].items(), strict=True)
    np.testing.assert_allclose(experiment.curve(chosen, np.array(steps)).lr, rates, rtol=1e-9, atol=1e-15)
