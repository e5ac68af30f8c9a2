"""What is dragged over the window, and what dropping it would do: plain values, and the words for them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QMimeData

from lrviz import envelope
from lrviz.ui.arriving.kinds import Kind, kind_of

READ = ".py  .ipynb  .lrviz  .json  .html  .toml  .csv  .npz"
"""What can be dropped, for people."""
SEVERAL: tuple[Kind, ...] = ("code",)
"""Kinds of which all that are dropped are taken; of the others the first."""


class Dropped(NamedTuple):
    """What is dropped, sorted: files by their kind, or a text; nothing where it is nothing of use to anyone."""

    files: dict[Kind, tuple[Path, ...]]
    text: str = ""

    @property
    def fit(self) -> bool:
        """Whether anything of it can be used."""
        return bool(self.text) or any(kind != "unfit" for kind in self.files)


def sorted_out(data: QMimeData) -> Dropped:
    """Sort what is dragged or pasted."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if paths:
        return Dropped(by_kind(paths))
    return Dropped({}, "" if data.hasUrls() or not data.hasText() else data.text())


def by_kind(paths: Iterable[Path]) -> dict[Kind, tuple[Path, ...]]:
    """Sort files by what they are; a folder is nothing that can be used."""
    found: dict[Kind, tuple[Path, ...]] = {}
    for path in paths:
        kind: Kind = "unfit" if is_folder(path) else kind_of(path)
        found[kind] = (*found.get(kind, ()), path)
    return found


def is_folder(path: Path) -> bool:
    """Say whether a path is that of a folder; one that can't be looked at is none."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises there


def promised(dropped: Dropped) -> tuple[str, ...]:
    """Say in a line each what dropping does."""
    if dropped.text:
        return (
            _tr("Open the session in the text")
            if envelope.holds(dropped.text)
            else _tr("Read the text as a run’s code"),
        )
    words: dict[Kind, str] = {
        "session": _tr("Open {0}"),
        "lesson": _tr("Open the lesson {0}"),
        "table": _tr("Ask what {0} is: a log, a curve or data"),
        "data": _tr("Learn from the data in {0}"),
        "code": _tr("Add {0} as a run; it is read, never run"),
    }
    lines = [
        said.format(name)
        for kind, said in words.items()
        for name in _names(dropped.files.get(kind, ())[: None if kind in SEVERAL else 1])
    ]
    return (*lines, *left(dropped))


def left(dropped: Dropped) -> tuple[str, ...]:
    """Say in a line each what is left aside, and why."""
    lines = [
        _tr("{0} is left aside: one at a time is opened").format(path.name)
        for kind, paths in dropped.files.items()
        if kind not in (*SEVERAL, "unfit")
        for path in paths[1:]
    ]
    unfit = dropped.files.get("unfit", ())
    lines += [_tr("{0} can’t be used: it is a folder").format(path.name) for path in unfit if is_folder(path)]
    other = [path for path in unfit if not is_folder(path)]
    lines += [_tr("{0} can’t be used").format(name) for name in _names(tuple(other))]
    return tuple(lines)


def read_words() -> str:
    """Say what can be dropped."""
    return _tr("Read are {0}, and code as text.").format("  ".join(READ.split()))


def _names(paths: tuple[Path, ...]) -> tuple[str, ...]:
    """Give the names of a few files; of many the first and how many more there are."""
    if len(paths) <= 3:
        return tuple(path.name for path in paths)
    return (_tr("{0} and {1} more").format(paths[0].name, len(paths) - 1),)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Drops", text)
