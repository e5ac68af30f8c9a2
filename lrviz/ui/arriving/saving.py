"""Asking where a file is to be saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from lrviz.ui.arriving import folders
from lrviz.ui.arriving.presence import look


def ask(parent: QWidget, title: str, name: str, kinds: str, suffix: str) -> Path | None:
    """Ask for a file to write, `name` suggested in the folder used last; None where a person would rather not.

    One without a suffix gets `suffix`. The dialog asks before a file is replaced, but only by the name as it was typed.
    """
    suggested = str(Path(folders.last("folder")) / name)
    typed, _ = QFileDialog.getSaveFileName(parent, title, suggested, kinds)
    if not typed:
        return None
    path = completed(Path(typed), suffix)
    free = path == Path(typed) or look(path) is False  # where nobody can say, it may be there
    return path if free or _may_replace(path, parent) else None


def completed(path: Path, suffix: str) -> Path:
    """Give a path with a suffix behind it where it has none of letters.

    >>> [completed(Path(name), ".csv").name for name in ("curves", "curves.txt", "lr 0.1")]
    ['curves.csv', 'curves.txt', 'lr 0.1.csv']
    """
    return path if path.suffix[1:].isalpha() else path.with_name(path.name + suffix)


def _may_replace(path: Path, parent: QWidget) -> bool:
    words = QCoreApplication.translate("Saving", "{0} is there already. Replace it?").format(path.name)
    answer = QMessageBox.StandardButton
    asked = QMessageBox.question(parent, "lrviz", words, answer.Yes | answer.Cancel, answer.Cancel)
    return asked == answer.Yes
