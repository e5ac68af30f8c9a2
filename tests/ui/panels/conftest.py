"""A panel with the code of one of two runs."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.panels.code_panel import CodePanel
from lrviz.ui.store import Store


@pytest.fixture
def store() -> Store:
    return Store(Experiment.of(Run("a", StepLR(30), SGD(lr=0.2)), Run("b", StepLR(40), SGD(lr=0.2)), steps=100))


@pytest.fixture
def panel(store: Store, qtbot: QtBot) -> CodePanel:
    made = CodePanel(store)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    store.select(0)
    return made
