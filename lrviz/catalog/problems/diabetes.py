"""Diabetes: how far an illness goes in a year, of 442 patients."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec
import numpy as np
from msgspec import Meta

from lrviz.catalog import models
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.problem import Data, Problem, converted
from lrviz.catalog.recipes import Seed, Split, left, standardised
from lrviz.catalog.task import Task
from lrviz.excerpt import excerpt
from lrviz.files import resource
from lrviz.sentences import say


class Diabetes(Problem, frozen=True, kw_only=True):
    """442 patients with ten features each, and how far their diabetes went in a year; everything standardised.

    Efron et al. 2004, doi 10.1214/009053604000000067, by way of scikit-learn.

    When: seeing what a rate limit is: linear regression by full batches diverges beyond a rate of 2 / 8.05 = 0.2485,
        exactly.
    Mistake: a network of several layers: 442 patients are too few, and a straight line is as good.
    """

    target: ClassVar[str] = "sklearn.datasets.load_diabetes"
    task: ClassVar[Task] = "values"
    noun: ClassVar[str] = "patients"

    model: models.AnyModel = msgspec.field(default_factory=lambda: MLP(hidden=()))
    held_out: Annotated[
        float,
        Meta(
            ge=0,
            le=0.95,
            description="Share of the patients kept to validate on; with 0, those trained on are validated on.",
            extra={"slider": (0, 0.9)},
        ),
    ] = 0.2
    seed: Seed = 0

    @property
    def train_size(self) -> int:
        return left(442, self.held_out)

    @property
    def inputs(self) -> int:
        return 10

    @property
    def outputs(self) -> int:
        return 1

    def title(self) -> str:
        return say("diabetes, {patients} patients", patients=self.train_size)

    def data(self) -> Data:
        with np.load(resource("data", "diabetes.npz")) as file:
            features, progress = file["features"], file["progress"]
        return Data(*diabetes(features, progress, held_out=self.held_out, seed=self.seed))

    def code(self) -> str:
        shared = (excerpt("lrviz.catalog.recipes", name) for name in ("left", "standardised"))
        load = (
            "# How far the diabetes of 442 patients went in a year; everything standardised.\n"
            "features, progress = load_diabetes(return_X_y=True)\n"
            "train_x, train_y, val_x, val_y = diabetes(\n"
            f"    features, progress, held_out={self.held_out!r}, seed={self.seed}\n)\n"
        )
        return "\n\n".join((*shared, excerpt(__name__, "diabetes"), load)) + converted(self.task)

    def imports(self) -> tuple[str, ...]:
        return ("import numpy as np", "from sklearn.datasets import load_diabetes")


def diabetes(features: np.ndarray, progress: np.ndarray, *, held_out: float, seed: int) -> Split:
    """Split the patients at random, and standardise features and target by those trained on.

    Where none is held out, all are trained on and validated on.
    """
    order = np.random.default_rng(seed).permutation(len(progress))
    cut = left(len(order), held_out)
    train, kept = order[:cut], order[cut:] if held_out else order
    train_x, val_x = standardised(features[train], features[kept])
    train_y, val_y = standardised(progress[train, None], progress[kept, None])
    return train_x, train_y[:, 0], val_x, val_y[:, 0]
