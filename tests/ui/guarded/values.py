"""What a race, a survey, a search and an update came to, made of sines instead of training: the same everywhere."""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from lrviz.dissection import Dissection, Part, Picture
from lrviz.events import Measured, Started, Update
from lrviz.events.dissecting import Passed
from lrviz.experiment import Experiment
from lrviz.recording import Recording
from lrviz.results import Crossing, Floats, Landscape, LRFinder, Route

PLAN = Experiment.first_open()
STEPS = PLAN.training.steps
ENDS = (0.57, 0.39, 0.35)
"""Where the validation loss of each run comes to."""


def raced(until: int = STEPS) -> Recording:
    """Give a race of the first-open session, up to an update."""
    recording = Recording(PLAN)
    recording.add(Started(device="cpu", card=""))
    rates = [PLAN.curve(run, at=np.arange(STEPS)).lr for run in PLAN.runs]
    for step in range(until):
        losses = tuple(_loss(step, member) for member in range(3))
        recording.add(Update(step=step, losses=losses, lrs=tuple(float(rate[step]) for rate in rates)))
        if (step + 1) % PLAN.training.validate_every == 0:
            for member in range(3):
                metrics = {"val_loss": _validation(step, member), "accuracy": 1 - 0.11 * _validation(step, member)}
                recording.add(Measured(member=member, steps=step + 1, metrics=metrics))
    return recording


def _loss(step: int, member: int) -> float:
    noise = 0.25 * np.sin(step * 12.9898 + member * 78.233) * np.sin(step * 4.1414)
    return float(0.5 + ENDS[member] + 1.6 * np.exp(-step / 45) + noise)


def _validation(step: int, member: int) -> float:
    wave = 0.06 * (3 - member) / 3 * np.sin(step / 31 + member)
    return float(ENDS[member] + 0.9 * np.exp(-step / 40) + (wave if step < STEPS - 1 else 0.0))


def height(x: Floats, y: Floats) -> Floats:
    """Give a height with two basins, one of them deeper."""
    return np.asarray(0.35 + 0.9 * ((x**2 - 1) ** 2 + y**2) + 0.15 * (x + 1))


def surveyed() -> Landscape:
    """Give a landscape of two basins with the paths of the three runs."""
    x, y = np.linspace(-2.4, 2.4, 49), np.linspace(-1.6, 1.6, 33)
    steps = np.arange(0, STEPS + 1, 22)
    share = steps / STEPS
    start, routes = np.array([0.1, 1.3]), []
    for index, end in enumerate(((-1.0, 0.02), (0.95, -0.1), (1.05, 0.15))):
        bend = 0.5 * np.sin(np.pi * share) * (index - 1) + 0.05 * np.sin(steps * 0.7 + index)
        bend[-1] = 0.0
        places = start + (np.array(end) - start) * share[:, None] + np.stack([bend, bend / 2], axis=1)
        off = 0.4 * np.sin(np.pi * share) * (1 + index / 3)
        routes.append(
            Route(PLAN.runs[index].name, steps, places, off, 60 * share, height(*places.T) + off, explained=0.7)
        )
    way = np.linspace(-1, 1, 33)
    crossings = (
        Crossing("constant", "step", height(way, way * 0)),
        Crossing("constant", "cosine", height(way, way * 0)),
    )
    values = height(x[None, :], y[:, None])
    return Landscape("ends", "train_loss", x, y, values, tuple(routes), 0.57, crossings, area=(-2.4, 2.4, -1.6, 1.6))


def searched() -> LRFinder:
    """Give what raising the rate of step came to, over three seeds."""
    lrs = np.geomspace(1e-5, 10, 100)
    climb = np.log10(lrs)
    seeds = np.arange(3)[:, None]
    smoothed = 2.4 - 1.3 / (1 + np.exp(-4 * (climb + 1.8 + 0.05 * seeds))) + np.clip(climb + 0.2, 0, None) ** 2 * 9
    losses = smoothed + 0.12 * np.sin(17.0 * np.arange(100) + seeds)
    smoothed[:, 93:] = losses[:, 93:] = np.nan
    names = {"valley": 0.043, "min / 10": 0.11, "steepest": 0.021}
    suggestions = {name: (rate, 0.06) for name, rate in names.items()}
    by_seed = {name: rate * np.array([0.9, 1.0, 1.1]) for name, rate in names.items()}
    return LRFinder("step", lrs, losses, smoothed, suggestions, by_seed, device="cpu", seeds=(0, 1, 2))


def apart() -> Dissection:
    """Give the update of step at the cursor, in two layers."""
    shapes = {"0.weight": (64, 64), "0.bias": (64,), "2.weight": (10, 64), "2.bias": (10,)}
    parts = {name: _part(name, shape, index) for index, (name, shape) in enumerate(shapes.items())}
    chain = (
        Passed("0", "Linear", ("0.weight", "0.bias"), (32, 64), 2.61, 0.12),
        Passed("1", "ReLU", (), (32, 64), 0.42, 0.31),
        Passed("2", "Linear", ("2.weight", "2.bias"), (32, 10), 1.66, 0.12),
    )
    return Dissection("step", 0, 264, 1.16, chain, MappingProxyType(parts))


def _part(name: str, shape: tuple[int, ...], index: int) -> Part:
    rows, columns = shape if len(shape) == 2 else (1, shape[0])

    def picture(frequency: float, size: float) -> Picture:
        across, down = np.arange(columns)[None, :], np.arange(rows)[:, None]
        return np.asarray(size * np.sin(frequency * across + index) * np.cos(1.7 * frequency * down), np.float32)

    norms = {"weight": 4.6, "update": 0.02, "gradient": 0.55, "momentum": 1.2}
    return Part(
        name, shape, True, 0.02, MappingProxyType(norms),
        picture(0.9, 0.6), picture(0.31, 0.004), picture(0.37, 0.07), picture(0.31, 0.18),
    )  # fmt: skip
