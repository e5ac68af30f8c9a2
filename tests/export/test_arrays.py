"""A landscape's file holds all its numbers, in plain arrays that load without executing anything."""

from __future__ import annotations

import io

import numpy as np

from lrviz.export.arrays import npz_of_landscape
from lrviz.results import Crossing, Landscape, Route


def route(name: str, n: int) -> Route:
    numbers = np.arange(n, dtype=np.float64)
    places = np.stack([numbers, -numbers], axis=1)
    sharpness = np.array([1.5, 2.5])[:n]
    return Route(
        name, np.arange(n) * 3, places, numbers / 7, numbers * 2, numbers + 0.5, np.array([0, 3])[:n], sharpness
    )


LANDSCAPE = Landscape(
    method="ends",
    what="val_loss",
    x=np.array([0.0, 0.5, 1.0]),
    y=np.array([-1.0, 1.0]),
    values=np.array([[1.0, np.nan, np.inf], [4, 5, 6]]),
    routes=(route("a/b ü", 4), route("never began", 0)),
    explained=0.25,
    crossings=(Crossing("a/b ü", "never began", np.linspace(0, 1, 5)),),
    axes=("one", "two"),
    area=(0.0, 1.0, -1.0, 1.0),
)


def test_every_number_is_there_by_name_and_no_pickle_is_needed() -> None:
    loaded = np.load(io.BytesIO(npz_of_landscape(LANDSCAPE)), allow_pickle=False)
    for name in ("x", "y", "values", "area", "axes"):
        np.testing.assert_array_equal(loaded[name], getattr(LANDSCAPE, name))
    assert loaded["names"].tolist() == ["a/b ü", "never began"]
    assert (str(loaded["method"]), str(loaded["what"]), float(loaded["explained"])) == ("ends", "val_loss", 0.25)
    for i, own in enumerate(LANDSCAPE.routes):
        for name, values in {
            "steps": own.steps,
            "path": own.places,
            "off_plane": own.off,
            "walked": own.walked,
            "path_loss": own.loss,
            "sharpness_steps": own.sharpness_steps,
            "sharpness": own.sharpness,
        }.items():
            np.testing.assert_array_equal(loaded[f"{name}_{i}"], values)
    assert loaded["ridge_runs"].tolist() == [["a/b ü", "never began"]]
    np.testing.assert_array_equal(loaded["ridge_values"], [np.linspace(0, 1, 5)])
    assert "bent" not in loaded
    assert "pairs" not in loaded


def test_a_line_says_whose_ends_each_row_joins() -> None:
    bent = np.zeros((1, 3))
    line = Landscape("line", "train_loss", LANDSCAPE.x, np.zeros(1), np.ones((1, 3)), LANDSCAPE.routes, 0.1, bent=bent)
    loaded = np.load(io.BytesIO(npz_of_landscape(line)), allow_pickle=False)
    assert loaded["pairs"].tolist() == [["a/b ü", "never began"]]
    np.testing.assert_array_equal(loaded["bent"], bent)
    assert loaded["ridge_runs"].shape == (0, 2)
