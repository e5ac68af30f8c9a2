"""What scans goes on beside the window, which draws as far as it is."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lrviz.catalog.scan import scan_of
from lrviz.catalog.schedules.multiplicative_lr import MultiplicativeLR
from lrviz.columns import READY, columns
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.ui.racing.races import Races
from lrviz.ui.racing.scanning import Scanning
from lrviz.ui.sparkline import shape
from lrviz.ui.store import Store
from lrviz.ui.window import Window

FAR = 10**9
PRODUCT = Run("product", MultiplicativeLR("1 - 1e-9 * (t % 5)"))


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    scan_of.cache_clear()
    yield
    scan_of.cache_clear()


def test_a_picture_of_a_long_plan_comes_back_with_what_is_known() -> None:
    experiment = Experiment.of(PRODUCT, steps=FAR)
    found = columns(experiment, PRODUCT, 0, FAR - 1, 500)
    assert found.scanned == experiment.known(PRODUCT)
    assert READY <= found.scanned < 2 * READY
    assert found.x[-1] < found.scanned
    assert len(columns(experiment, PRODUCT, FAR // 2, FAR - 1, 500).x) == 0


def test_a_short_plan_is_exact_at_once() -> None:
    experiment = Experiment.of(PRODUCT, steps=READY)
    found = columns(experiment, PRODUCT, 0, READY - 1, 500)
    assert (found.scanned, found.sampled) == (None, False)
    rates = experiment.curve(0, np.arange(READY)).lr
    starts = READY * np.arange(500) // 500
    np.testing.assert_array_equal(found.low, np.minimum.reduceat(rates, starts))


def test_a_scanned_plan_holds_every_rate_in_its_bands() -> None:
    steps = 5 * READY
    experiment = Experiment.of(Run("product", MultiplicativeLR("1 + 1e-4 * sin(t / 3000)")), steps=steps)
    run = experiment.runs[0]
    for scan in experiment.scans(run):
        scan.reach(steps)
    rates = experiment.curve(0, np.arange(steps)).lr
    found = columns(experiment, run, 0, steps - 1, 300)
    assert found.scanned is None
    assert (found.low.min(), found.high.max()) == (rates.min(), rates.max())
    assert len(found.x) == 300


def test_a_small_curve_takes_only_what_is_at_hand() -> None:
    assert PRODUCT.schedule is not None
    found = shape(PRODUCT.schedule, 0.1, FAR, 50)
    assert scan_of(PRODUCT.schedule, 0.1).known < 2 * READY
    assert np.isnan(found[:, 1:]).all()
    assert found[1, 0] == 0.1


def test_it_goes_on_by_itself_and_says_when_it_is_done(qtbot: QtBot) -> None:
    store = Store(Experiment.of(PRODUCT, steps=20 * READY))
    scanning = Scanning(store)
    scanning.look()
    with qtbot.waitSignal(scanning.progressed):
        pass
    qtbot.waitUntil(lambda: not scanning.running)
    assert store.experiment.known(PRODUCT) == 20 * READY


def test_it_is_stopped_and_taken_up_and_an_edit_starts_anew(qtbot: QtBot) -> None:
    store = Store(Experiment.of(PRODUCT, steps=FAR))
    scanning = Scanning(store)
    scanning.look()
    assert scanning.running
    scanning.stop()
    known = store.experiment.known(PRODUCT)
    assert (scanning.running, scanning.stopped) == (False, True)
    scanning.look()
    assert not scanning.running
    scanning.go_on()
    qtbot.waitUntil(lambda: store.experiment.known(PRODUCT) > known)
    other = replace(PRODUCT, schedule=MultiplicativeLR("1 - 1e-9 * (t % 7)"))
    store.edit("formula", replace(store.experiment, runs=(other,)))
    qtbot.waitUntil(lambda: store.experiment.known(other) > 0)
    assert scanning.running
    store.edit("away", replace(store.experiment, runs=(replace(other, visible=False),)))
    assert not scanning.running


def test_the_window_says_how_far_it_is_and_escape_stops_it(qtbot: QtBot) -> None:
    window = Window(Store(Experiment.of(PRODUCT, steps=FAR)), Races())
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.furnished):
        window.show()
    page = window.pages["schedule"]
    (plot,) = page.figure.plots
    assert plot.note.startswith("scanned to step ")
    assert plot.note.endswith(
        " of 1\N{NARROW NO-BREAK SPACE}000\N{NARROW NO-BREAK SPACE}000\N{NARROW NO-BREAK SPACE}000"
    )
    assert page.figure.headline.startswith("product is scanned to step ")
    qtbot.waitUntil(page.scan_button.isVisible)  # type: ignore[union-attr]
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not window.scanning.running
    qtbot.waitUntil(lambda: page.scan_button.text() == "Go on scanning")  # type: ignore[union-attr]
    window.close()
