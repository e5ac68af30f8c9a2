"""A real application in lrviz's light theme, with settings that no test shares with a person or another test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from lrviz.ui import metrics, palette


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication, tmp_path: Path) -> Iterator[QApplication]:
    """Give the application its fonts and the light theme."""
    qapp.setOrganizationName("lrviz")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    qapp.setFont(metrics.font("body"))
    palette.use(palette.LIGHT)
    yield qapp
    palette.use(palette.LIGHT)
