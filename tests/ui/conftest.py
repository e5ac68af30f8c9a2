"""A real application in lrviz's light theme, with settings that no test shares, and a window of it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, QSettings, Qt, QTranslator
from PySide6.QtGui import QCursor, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz.experiment import Experiment
from lrviz.jobs.client import Client
from lrviz.ui import metrics, palette
from lrviz.ui.actions import install
from lrviz.ui.pages.page import Page
from lrviz.ui.racing.races import Races
from lrviz.ui.slices import Slices
from lrviz.ui.speech import language, translation
from lrviz.ui.store import Store
from lrviz.ui.window import Window

PATIENCE = 60_000
"""Milliseconds after which a test gives up what it waits for; no test waits so long where all is well."""
OUTSIDE = QPoint(-20, -20)
BUTTONS = (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton)

for wait in (QtBot.waitActive, QtBot.waitExposed, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitUntil):
    wait.__kwdefaults__ = {
        **(wait.__kwdefaults__ or {}),
        "timeout": PATIENCE,
    }  # five seconds are few for a process to start on a busy machine


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[QApplication]:
    """Give the application its fonts and the light theme, and nothing that any window or hand left behind."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    qapp.setOrganizationName("lrviz")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    metrics.enlarge(1)
    qapp.setFont(metrics.font("body"))
    palette.use(palette.LIGHT)
    if QLocale().name() != translation.LOCALES[language.spoken()] or qapp.findChild(QTranslator) is None:
        translation.speak()
    let_go(qapp)
    yield qapp
    palette.use(palette.LIGHT)
    for telling in qapp.findChildren(Slices):  # of windows that are gone, in another language
        telling.cancel()
        telling.deleteLater()


def let_go(app: QApplication) -> None:
    """Have no button and no key held, the pointer where no window is, and nothing on the clipboard."""
    if app.mouseButtons() or app.keyboardModifiers():
        nowhere = QWindow()
        nowhere.resize(9, 9)
        for button in BUTTONS:
            QTest.mouseRelease(nowhere, button)
    QCursor.setPos(OUTSIDE)
    app.clipboard().clear()


@pytest.fixture
def window(plan: Experiment, qtbot: QtBot) -> Window:
    """Give a window that shows a module's plan, without a worker: nothing in it is raced."""
    made = Window(Store(plan), Races())
    qtbot.addWidget(made, before_close_func=lambda window: window.store.history.setClean())
    install(made)
    made.resize(1280, 800)
    with qtbot.waitSignal(made.furnished):
        made.show()
    return made


@pytest.fixture
def page(window: Window) -> Page:
    assert isinstance(window.page, Page)
    return window.page


@pytest.fixture(scope="module")
def server(no_process_left: None) -> Iterator[None]:
    """Keep a worker idle, so that the server it is forked from outlives each window: it loads torch for seconds."""
    ready = threading.Event()
    client = Client(ready.set)
    client.start()
    assert ready.wait(60)
    yield
    client.close()
