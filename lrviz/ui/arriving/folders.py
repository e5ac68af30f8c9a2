"""The folders that files of each kind were last chosen from or written to, kept in the settings."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QSettings, QStandardPaths

Kind = Literal["folder", "data folder", "model folder"]
"""Of sessions and what is exported, of data, and of models."""


def last(kind: Kind) -> str:
    """Give the folder last used for a kind of files; the person's documents at first."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(QSettings().value(kind, documents))


def remember(kind: Kind, file: Path) -> None:
    """Keep the folder of a file that was chosen or written."""
    QSettings().setValue(kind, str(file.parent))
