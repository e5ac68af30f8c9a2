"""Source: what is learned from a data file of one's own, and which of its columns can be taken for what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Annotated, Literal

import numpy as np
from msgspec import Meta

from lrviz.catalog.task import Task
from lrviz.datafile import MOST_CLASSES, MOST_COLUMNS, Column, DataError, Inspection
from lrviz.errors import nearest, shown, with_nearest
from lrviz.files import resource
from lrviz.sentences import say
from lrviz.spec import Value

Name = Annotated[str, Meta(min_length=1)]
Kind = Literal["classes", "binary", "values"]
LEAST_ROWS = 4
FEW = 20
"""So many different whole numbers are taken for classes, if nothing else is said."""


class Source(Value, frozen=True):
    """What is learned from a data file, and what was found in it when that was chosen.

    `columns` are the names of all its columns or arrays, in order; `digest` tells whether the file has changed since.
    """

    path: Annotated[str, Meta(min_length=1, description="The file's full path, or the name of one that lrviz ships.")]
    digest: Annotated[str, Meta(pattern=r"^([0-9a-f]{16})?\Z", description="Empty for a file that lrviz ships.")]
    columns: Annotated[tuple[Name, ...], Meta(min_length=2, max_length=MOST_COLUMNS)]
    features: Annotated[tuple[Name, ...], Meta(min_length=1, max_length=MOST_COLUMNS, description="What is given.")]
    labels: Annotated[Name, Meta(description="What is to be learned.")]
    task: Annotated[Kind, Meta(description="What the labels are.")]
    rows: Annotated[int, Meta(ge=LEAST_ROWS, description="Examples in all.")]
    inputs: Annotated[int, Meta(ge=1, description="Numbers given of each example.")]
    classes: Annotated[tuple[str, ...], Meta(max_length=MOST_CLASSES, description="The labels there are.")] = ()
    words: Annotated[bool, Meta(description="Whether the labels are text.")] = False
    image: Annotated[tuple[int, ...], Meta(description="Rows and columns of pictures.")] = ()
    delimiter: Annotated[
        Literal[",", ";", "\t", "|", ""], Meta(description="What stands between two cells; empty for NPZ.")
    ] = ""
    skip: Annotated[int, Meta(ge=0, description="Lines of a table before its rows.")] = 0

    def check(self) -> None:
        if unknown := {*self.features, self.labels}.difference(self.columns):
            raise self.refuse("columns", say("a list that has {unknown!r} in it", unknown=min(unknown)))
        if bool(self.digest) is self.shipped:
            raise self.refuse("digest", say("that of the file, and empty only for one that lrviz ships"))
        if self.labels in self.features:
            raise self.refuse("labels", say("none of the features"))
        if len(set(self.features)) != len(self.features):
            raise self.refuse("features", say("a list without repeats"))
        least, most = {"classes": (2, MOST_CLASSES), "binary": (2, 2), "values": (0, 0)}[self.task]
        if not least <= len(self.classes) <= most:
            raise self.refuse("classes", say("two or more for classes, two for binary and none for values"))
        if self.image and (len(self.image) != 2 or int(np.prod(self.image)) != self.inputs or min(self.image) < 1):
            raise self.refuse(
                "image", say("empty, or two sides whose product is {inputs}, the inputs", inputs=self.inputs)
            )

    @property
    def name(self) -> str:
        """The file's name."""
        return Path(self.path).name

    @property
    def shipped(self) -> bool:
        """Whether lrviz comes with it: a name without a folder is that of one of its own."""
        return self.path == self.name

    @property
    def file(self) -> Path:
        """Where the file is."""
        return resource("data", self.name) if self.shipped else Path(self.path)


def flowers() -> Source:
    """Give the table that lrviz ships: 150 irises, measured by Anderson and published by Fisher in 1936."""
    names = ("sepal length", "sepal width", "petal length", "petal width")
    return Source(
        path="iris.csv",
        digest="",
        columns=(*names, "species"),
        features=names,
        labels="species",
        task="classes",
        rows=150,
        inputs=4,
        classes=("setosa", "versicolor", "virginica"),
        words=True,
        delimiter=",",
        skip=1,
    )


def unfit_to_give(column: Column) -> str:
    """Say why a column can't be a feature; empty where it can."""
    return column.flaw or (say("it holds text, and features are numbers") if column.words else "")


def unfit_to_learn(column: Column) -> Mapping[Kind, str]:
    """Say of each task why a column's values can't be learned as such; empty where they can."""
    flaw = column.flaw or (say("it holds more than one number for each example") if column.shape else "")
    if flaw:
        return dict.fromkeys(_KINDS, flaw)
    found = column.classes
    if len(found) == 1:
        return dict.fromkeys(
            _KINDS, say("it holds one value only, {found}: there is nothing to learn", found=shown(found[0]))
        )
    if not found:
        many = say("it holds more than {most_classes} different values", most_classes=MOST_CLASSES)
        classes: str = (
            many if column.words or column.whole else say("it holds fractions, and classes are text or whole numbers")
        )
    else:
        rare = next((name for name, count in zip(found, column.counts, strict=True) if count < 2), None)
        classes = (
            "" if rare is None else say("{rare} stands in one row only, and each class needs two", rare=shown(rare))
        )
    binary = classes or (
        "" if len(found) == 2 else say("it holds {found} classes, and binary are two", found=len(found))
    )
    return {"classes": classes, "binary": binary, "values": "it holds text" if column.words else ""}


_KINDS: tuple[Kind, ...] = ("classes", "binary", "values")


def likely(column: Column) -> Kind | None:
    """Give what a column's values most likely are; None where none of it can be learned."""
    unfit = unfit_to_learn(column)
    order: tuple[Kind, ...] = ("binary", "classes", "values")
    if not column.words and len(column.classes) not in range(1, FEW + 1):
        order = ("values", "binary", "classes")
    return next((kind for kind in order if not unfit[kind]), None)


def chosen(found: Inspection, labels: str, features: Sequence[str] | None = None, task: Task | None = None) -> Source:
    """Take columns of a file: the labels, and the features, by default all others that can be.

    Raises
    ------
    DataError
        One of them can't be taken for that, and why.
    """
    file, by_name = Path(found.path).name, {column.name: column for column in found.columns}
    if found.rows < LEAST_ROWS:
        raise DataError(say("{file} has fewer than {least_rows} rows", file=file, least_rows=LEAST_ROWS))
    if features is None:  # a table's columns of numbers, also where one has a flaw, which is said below
        left_out = attrgetter("words") if found.delimiter else unfit_to_give
        features = [column.name for column in found.columns if column.name != labels and not left_out(column)]
    for name in (labels, *features):
        if name not in by_name:
            text, close = say("{file} has no column {name}", file=file, name=shown(name)), nearest(name, by_name)
            raise DataError(with_nearest(text, close and shown(close)))
    for name in features:
        if why := unfit_to_give(by_name[name]):
            raise DataError(say("{file}: {name} can’t be a feature: {why}", file=file, name=shown(name), why=why))
    learned = by_name[labels]
    kind = likely(learned) if task is None else task
    if kind is None:
        raise DataError(
            say(
                "{file}: {labels} can’t be learned: {unfit_to_learn}",
                file=file,
                labels=shown(labels),
                unfit_to_learn=unfit_to_learn(learned)["classes"],
            )
        )
    match kind:
        case "ranking" | "surface":
            lacking = "queries" if kind == "ranking" else "heights all over a plane"
            raise DataError(
                say(
                    "{file} can’t be learned as {kind}: a table holds no {lacking}",
                    file=file,
                    kind=kind,
                    lacking=lacking,
                )
            )
    if why := unfit_to_learn(learned)[kind]:
        raise DataError(
            say(
                "{file}: {labels} can’t be learned as {kind}: {why}",
                file=file,
                labels=shown(labels),
                kind=kind,
                why=why,
            )
        )
    given = [by_name[name] for name in features if name != labels]
    if not given:
        others = [column for column in found.columns if column.name != labels]
        if any(not unfit_to_give(column) for column in others):
            raise DataError(say("{file}: no feature is chosen to learn {labels} from", file=file, labels=shown(labels)))
        why = (
            say(" ({name}: {unfit_to_give})", name=shown(others[0].name), unfit_to_give=unfit_to_give(others[0]))
            if others
            else ""
        )
        raise DataError(
            say("{file} has no column of numbers to learn {labels} from{why}", file=file, labels=shown(labels), why=why)
        )
    return Source(
        path=found.path,
        digest=found.digest,
        columns=tuple(by_name),
        features=tuple(column.name for column in given),
        labels=labels,
        task=kind,
        rows=found.rows,
        inputs=sum(column.width for column in given),
        classes=() if kind == "values" else learned.classes,
        words=learned.words,
        image=_image(given),
        delimiter=found.delimiter,
        skip=found.skip,
    )


def _image(features: Sequence[Column]) -> tuple[int, ...]:
    """Give the sides of the picture that features make: one array of pictures, in one channel."""
    shape = features[0].shape if len(features) == 1 else ()
    shape = shape[1:] if len(shape) == 3 and shape[0] == 1 else shape[:-1] if shape[-1:] == (1,) else shape
    return shape if len(shape) == 2 else ()
