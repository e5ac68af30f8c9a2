"""The bar under the Loss view: its slider keeps its room however large text is."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from lrviz.experiment import Experiment
from lrviz.ui import metrics
from lrviz.ui.panels.quantity_bar import LEAST, QuantityBar
from lrviz.ui.store import Store


@pytest.mark.parametrize(("percent", "width", "said"), [(100, 990, True), (100, 460, False), (200, 880, False)])
def test_what_the_quantity_is_gives_way_to_the_slider(qtbot: QtBot, percent: int, width: int, said: bool) -> None:
    metrics.enlarge(percent / 100)
    try:
        bar = QuantityBar(Store(Experiment.first_open()))
        qtbot.addWidget(bar)
        bar.resize(width, bar.height())
        with qtbot.waitExposed(bar):
            bar.show()
        assert bar.meaning.isVisible() is said
        assert bar.slider.width() >= LEAST * percent // 100
    finally:
        metrics.enlarge(1.0)
