"""OwnData: examples from a person's own CSV or NPZ file."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, ClassVar, get_args

import msgspec
import numpy as np
from msgspec import Meta
from numpy.typing import NDArray

from lrviz.catalog.problem import Data, Problem, converted
from lrviz.catalog.recipes import HeldOut, LabelNoise, Seed, Split, left, standardised, stratified
from lrviz.catalog.source import Kind, Source, chosen, flowers
from lrviz.catalog.task import Task
from lrviz.datafile import DataError, digest_of, inspected
from lrviz.errors import SpecError, expect
from lrviz.excerpt import excerpt
from lrviz.sentences import say


class OwnData(Problem, frozen=True, kw_only=True):
    """Examples from a CSV or NPZ file of your own: some columns are given, and one is to be learned.

    At first it is the table of 150 irises that lrviz comes with. Classes keep their shares in the split, and what is
    scaled is scaled by the training set's mean and deviation.

    When: it is about your own data, in a table of numbers and words.
    Mistake: a column that gives the answer away, such as an id sorted by class: an accuracy near 1 after a few updates
        is the sign.
    """

    target: ClassVar[str] = "lrviz.catalog.problems.own_data.own_data"

    source: Source = msgspec.field(default_factory=flowers)
    label_noise: LabelNoise = 0.0
    held_out: HeldOut = 0.2
    standardised: Annotated[
        bool, Meta(description="Scale features, and values to be learned, to mean 0 and deviation 1.")
    ] = True
    seed: Seed = 0

    @classmethod
    def of(
        cls, path: str | Path, *, labels: str, features: Sequence[str] | None = None, task: Task | None = None
    ) -> OwnData:
        """Look through a file, and take one column to be learned and the features given: by default all of numbers.

        The task is by default what the labels look like: two classes are binary, few whole numbers are classes.

        Raises
        ------
        DataError
            The file, or a column taken, can't be used.
        SpecError
            An argument is of the wrong kind.
        """
        expect(path, (str, Path), "OwnData.path", say("the path of a file"))
        expect(labels, str, "OwnData.labels", say("the name of a column"))
        for name in features or ():
            expect(name, str, "OwnData.features", say("names of columns"))
        if task not in (None, *get_args(Kind)):
            raise SpecError("OwnData.task", task, say("classes, binary or values"))
        return cls(source=chosen(inspected(Path(path).absolute()), labels, features, task))

    def check(self) -> None:
        if not 1 <= self.train_size < self.source.rows:
            raise self.refuse(
                "held_out", say("such that of {rows} rows some are left on either side", rows=self.source.rows)
            )

    @property
    def task(self) -> Task:  # type: ignore[override]  # a constant of all other problems
        return self.source.task

    @property
    def train_size(self) -> int:
        return left(self.source.rows, self.held_out)

    @property
    def inputs(self) -> int:
        return self.source.inputs

    @property
    def outputs(self) -> int:
        return len(self.source.classes) if self.task == "classes" else 1

    @property
    def feature_names(self) -> tuple[str, ...]:
        return self.source.features if len(self.source.features) == self.inputs else ()

    @property
    def class_names(self) -> tuple[str, ...]:
        return self.source.classes

    @property
    def image(self) -> tuple[int, int] | None:
        return (self.source.image[0], self.source.image[1]) if self.source.image else None

    def title(self) -> str:
        return say("{file}, {examples} example{examples:|s}", file=self.source.name, examples=self.train_size)

    def data(self) -> Data:
        """Read the file.

        Raises
        ------
        DataError
            It can't be read, or isn't what it was when it was chosen.
        """
        source = self.source
        if digest_of(source.file) != source.digest and not source.shipped:
            raise DataError(say("{name} has changed since its columns were chosen: choose them anew", name=source.name))
        try:
            features, labels = _read(source)
        except (OSError, ValueError, TypeError, LookupError) as error:
            raise DataError(say("{name} can’t be read: {error}", name=source.name, error=error)) from None
        classes = len(np.unique(labels)) if source.classes else 0
        if (*features.shape, classes) != (source.rows, source.inputs, len(source.classes)):
            raise DataError(
                say("{name} isn’t what it was when its columns were chosen: choose them anew", name=source.name)
            )
        return Data(*own_data(features, labels, **self._settings()))

    def _settings(self) -> dict[str, Any]:
        return {
            "classes": len(self.source.classes),
            "label_noise": self.label_noise,
            "held_out": self.held_out,
            "scaled": self.standardised,
            "seed": self.seed,
        }

    def code(self) -> str:
        source = self.source
        reader = "read_csv" if source.delimiter else "read_npz"
        recipes = ("left", "standardised", *(("apportioned", "stratified") if source.classes else ()))
        texts = [excerpt("lrviz.catalog.recipes", name) for name in recipes]
        texts += [excerpt(__name__, name) for name in (reader, *(("codes",) if source.classes else ()), "own_data")]
        arguments = "".join(f"    {key}={value!r},\n" for key, value in _places(source).items())
        settings = "".join(f"    {key}={value!r},\n" for key, value in self._settings().items())
        texts.append(
            f"features, labels = {reader}(\n    {str(source.file)!r},\n{arguments})\n"
            + (f"labels = codes(labels)  # {_listed(source.classes)}\n" if source.classes else "")
            + f"train_x, train_y, val_x, val_y = own_data(\n    features,\n    labels,\n{settings})\n"
        )
        return "\n\n".join(texts) + converted(self.task)

    def imports(self) -> tuple[str, ...]:
        return ("import numpy as np", *(("import warnings",) if self.source.delimiter else ()))


@lru_cache(maxsize=1)  # one race after another is on the same file
def _read(source: Source) -> tuple[NDArray[Any], NDArray[Any]]:
    """Read a file's features and labels, classes as numbers."""
    read: Any = read_csv if source.delimiter else read_npz
    features, labels = read(str(source.file), **_places(source))
    return features, codes(labels) if source.classes else labels


def _places(source: Source) -> dict[str, Any]:
    """Say where in its file the features and labels are: the arguments of what reads it."""
    if not source.delimiter:
        return {"features": list(source.features), "labels": source.labels}
    places = {name: place for place, name in enumerate(source.columns)}
    return {
        "features": [places[name] for name in source.features],
        "labels": places[source.labels],
        "words": source.words,
        "delimiter": source.delimiter,
        "skip": source.skip,
    }


def _listed(classes: tuple[str, ...]) -> str:
    shown = ", ".join(" ".join(name.split())[:40] for name in classes[:8])
    return f"{shown}, …" if len(classes) > 8 else shown


def read_csv(
    path: str, *, features: list[int], labels: int, words: bool, delimiter: str, skip: int
) -> tuple[np.ndarray, np.ndarray]:
    """Read features (n, columns) and labels (n,) from a table in a file, by the places of their columns."""

    def read(columns: list[int], kind: type) -> np.ndarray:
        with warnings.catch_warnings(action="ignore"):  # empty lines are left out
            return np.loadtxt(
                path,
                dtype=kind,
                comments=None,
                delimiter=delimiter,
                skiprows=skip,
                usecols=columns,
                ndmin=2,
                encoding="utf-8-sig",
                quotechar='"',
            )

    return read(features, float), read([labels], str if words else float)[:, 0]


def read_npz(path: str, *, features: list[str], labels: str) -> tuple[np.ndarray, np.ndarray]:
    """Read features (n, columns), put side by side, and labels (n,) from a file of arrays, by their names."""
    with np.load(path, allow_pickle=False) as file:
        parts = [file[name].reshape(len(file[name]), -1).astype(float) for name in features]
        return np.concatenate(parts, axis=1), file[labels].reshape(-1)


def codes(labels: np.ndarray) -> np.ndarray:
    """Give each label the number of its class, in order."""
    return np.unique(np.char.strip(labels) if labels.dtype.kind == "U" else labels, return_inverse=True)[1]


def own_data(
    features: np.ndarray,
    labels: np.ndarray,
    *,
    classes: int,
    label_noise: float,
    held_out: float,
    scaled: bool,
    seed: int,
) -> Split:
    """Split examples at random, those of classes in proportion, and scale them by those trained on.

    A share of the training labels is drawn anew: of all classes alike, or from the values there are.
    """
    labels = labels if classes else labels.astype(float)
    rng = np.random.default_rng(seed)
    if classes:
        train, kept = stratified(labels, held_out, seed)
    else:
        train, kept = np.split(rng.permutation(len(labels)), [left(len(labels), held_out)])
    train_x, val_x, train_y, val_y = features[train], features[kept], labels[train], labels[kept]
    redrawn = rng.random(len(train_y)) < label_noise
    train_y[redrawn] = rng.choice(classes or train_y, redrawn.sum())
    if scaled:
        train_x, val_x = standardised(train_x, val_x)
    if scaled and not classes:
        train_y, val_y = (part[:, 0] for part in standardised(train_y[:, None], val_y[:, None]))
    kind = np.int64 if classes else np.float32
    return train_x.astype(np.float32), train_y.astype(kind), val_x.astype(np.float32), val_y.astype(kind)
