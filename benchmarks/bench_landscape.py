"""Heights over a plane through weight space, per place: against the plain in-place loop and against loss-landscapes.

All three give the training loss of the digits on one thread, at the same places, and take turns of one small grid each;
their values are compared. Targets: ≥ 3 times the plain loop for the MLP 64-64-10, ≥ 1 for any other model. Then, for
the MLP, how long a first picture takes in a worker that has torch loaded: at most 30 ms for 9×9.

loss-landscapes 3.0.6 is no dependency of anything here; its row is left out where it can't be imported. To have it:
`pip install --no-deps --target FOLDER loss-landscapes==3.0.6`, and FOLDER on PYTHONPATH. Its grid is sheared, every
second column lies one step lower, so it is compared where it really goes.
"""

from __future__ import annotations

import importlib
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from lrviz.catalog.losses.cross_entropy_loss import CrossEntropyLoss
from lrviz.catalog.model import Model
from lrviz.catalog.models.cnn import CNN
from lrviz.catalog.models.linear import Linear
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.models.transformer import Transformer
from lrviz.catalog.problem import Problem
from lrviz.catalog.problems.digits import Digits
from lrviz.engine.heights import Floats, heights
from lrviz.engine.measure import Measure
from lrviz.engine.member import initial
from lrviz.engine.plane import Plane

CPU = torch.device("cpu")
TURNS = 15
ROWS: tuple[tuple[Model, int, int], ...] = (
    (MLP(), 9, 3),
    (MLP(hidden=(64, 64)), 9, 1),
    (MLP(activation="Tanh"), 9, 1),
    (MLP(hidden=(64, 64), norm="LayerNorm", skip=True), 9, 1),
    (MLP(hidden=(64, 64), norm="BatchNorm1d"), 9, 1),
    (Linear(), 9, 1),
    (CNN(), 4, 1),
    (Transformer(), 3, 1),
)
"""Each model with the side of its grid and its target."""
PICTURES = (9, 13, 51)

Values = NDArray[Any]
Side = Callable[[], Values]


def models(problem: Problem) -> list[nn.Module]:
    """Give three models that start from different weights: a plane goes through them."""
    return [initial(problem, seed, CPU)[0] for seed in range(3)]


def through(three: Sequence[nn.Module]) -> Plane:
    start, one, two = (nn.utils.parameters_to_vector(model.parameters()).detach() for model in three)
    return Plane(start, one - start, two - start)


def sheared(side: int) -> tuple[Floats, Floats]:
    """Give the places that loss-landscapes goes to, column by column and each upwards."""
    column, row = np.divmod(np.arange(side**2), side)
    return column / side, (row + (column + 1) % 2) / side


def plain(problem: Problem, plane: Plane, x: Floats, y: Floats) -> Side:
    """Give the plain loop: weights written into the model, its forward pass, the criterion."""
    model = models(problem)[0]
    data = problem.data()
    inputs, target = torch.from_numpy(data.train_x), torch.from_numpy(data.train_y)
    criterion = nn.CrossEntropyLoss()

    @torch.no_grad()
    def values() -> Values:
        found = []
        for across, up in zip(x.tolist(), y.tolist(), strict=True):
            weights, first = plane.at(across, up), 0
            for parameter in model.parameters():
                parameter.copy_(weights[first : first + parameter.numel()].view_as(parameter))
                first += parameter.numel()
            found.append(criterion(model(inputs), target).item())
        return np.array(found)

    return values


def ours(problem: Problem, plane: Plane, x: Floats, y: Floats) -> Side:
    at = heights(Measure.of(problem, CrossEntropyLoss(), "train_loss", CPU), plane)
    return lambda: at(x, y)


def theirs(problem: Problem, side: int) -> Side | None:
    """Give loss-landscapes' plane through the same three models; it walks the first one, so that is a fresh copy."""
    try:
        library = importlib.import_module("loss_landscapes")
        metrics = importlib.import_module("loss_landscapes.metrics")
    except ImportError:
        return None
    data = problem.data()
    inputs, target = torch.from_numpy(data.train_x), torch.from_numpy(data.train_y)
    three = models(problem)
    metric = metrics.Loss(nn.CrossEntropyLoss(), inputs, target)

    def values() -> Values:
        found: Values = library.planar_interpolation(*three, metric, steps=side, deepcopy_model=True)
        return found.ravel()

    return values


def seconds(sides: Mapping[str, Side]) -> dict[str, list[float]]:
    """Give how long each turn of each side took, in the processor's time: what others do meanwhile doesn't count."""
    taken: dict[str, list[float]] = {name: [] for name in sides}
    for turn in range(TURNS + 1):
        for name, values in sides.items():
            start = time.process_time()
            values()
            if turn:  # the first one warms up
                taken[name].append(time.process_time() - start)
    return taken


def compare(model: Model, side: int, target: int) -> None:
    problem = Digits(model=model)
    plane = through(models(problem))
    x, y = sheared(side)
    sides = {"lrviz": ours(problem, plane, x, y), "plain loop": plain(problem, plane, x, y)}
    if (other := theirs(problem, side)) is not None:
        sides["loss-landscapes"] = other
    expected = sides["plain loop"]()
    for name, values in sides.items():  # the third adds step to step, and its rounding with it
        np.testing.assert_allclose(values(), expected, rtol=1e-3 if name == "loss-landscapes" else 2e-5, err_msg=name)
    taken = seconds(sides)
    mine = taken.pop("lrviz")
    print(f"{statistics.median(mine) / side**2 * 1e6:8.0f} µs a place   {model}", flush=True)
    for name, own in taken.items():
        ratios = sorted(one / other for one, other in zip(own, mine, strict=True))
        found = f"{statistics.median(ratios):7.1f}× ({ratios[0]:.1f} to {ratios[-1]:.1f})"
        aim = f"   target ≥ {target}×" if name == "plain loop" else ""
        print(f"{found:24}{name}, {statistics.median(own) / side**2 * 1e6:.0f} µs{aim}", flush=True)


def picture(side: int) -> list[float]:
    """Give how long a picture of the MLP takes, from the weights of its plane on: data, model, matrices, places."""
    problem = Digits()
    plane = through(models(problem))
    along = np.linspace(-1, 1, side)
    taken = []
    for _ in range(TURNS):
        start = time.perf_counter()
        ours(problem, plane, np.tile(along, side), np.repeat(along, side))()
        taken.append(time.perf_counter() - start)
    return taken


def main() -> None:
    torch.set_num_threads(1)
    for row in ROWS:
        compare(*row)
    if theirs(Digits(), 1) is None:
        print("loss-landscapes is left out: it isn't installed; the head of this file says how to get it")
    print("A picture of the MLP, with all that comes before its first place:")
    for side in PICTURES:
        taken = picture(side)
        aim = "   target ≤ 30 ms" if side == PICTURES[0] else ""
        print(
            f"{statistics.median(taken) * 1e3:8.1f} ms ({min(taken) * 1e3:.1f} at best)   {side}×{side}{aim}",
            flush=True,
        )


if __name__ == "__main__":
    main()
