"""Each view looks as it did: its picture in both themes, on a frozen font and fixed values.

`LRVIZ_PICTURES=write python -m pytest tests/ui/guarded` writes what is seen as what is to be seen; look at the
pictures before they are committed. Where one differs, what was seen and where is written beside the references.
"""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz.experiment import Experiment
from lrviz.ui import metrics, palette
from lrviz.ui.actions import install
from lrviz.ui.choices import settings
from lrviz.ui.controls.number_row import NumberRow
from lrviz.ui.figure import Turn
from lrviz.ui.racing.races import Races
from lrviz.ui.store import Store
from lrviz.ui.style import LrvizStyle
from lrviz.ui.views.suggested import Searched
from lrviz.ui.window import Window
from tests.ui.guarded import seen, values
from tests.ui.guarded.frozen_font import FAMILY, frozen_font

REFERENCES = Path(__file__).with_name("references")
WRITES = os.environ.get("LRVIZ_PICTURES") == "write"
CURSOR = 264
ALIKE = 8
"""Pictures in a row, one each turn of the event loop and 10 ms, that are alike once nothing is to come any more."""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the references are painted by Qt's rasteriser for Linux"
)


@pytest.fixture(autouse=True)
def frozen(dressed: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Write everything in the frozen font, of the default size, in lrviz's style, and let nothing move."""
    number = QFontDatabase.addApplicationFontFromData(frozen_font())
    assert QFontDatabase.applicationFontFamilies(number) == [FAMILY]
    plain, style = metrics._font.__wrapped__, dressed.style().name()

    def written(role: metrics.Role, times: float, *, tracking: float) -> QFont:
        font = plain(role, times, tracking=tracking)
        font.setFamilies([FAMILY])
        font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
        return font

    monkeypatch.setattr(metrics, "_font", written)
    points = dressed.property("systemPoints")
    dressed.setProperty("systemPoints", metrics.DEFAULT_POINTS)
    dressed.setStyle(LrvizStyle())
    dressed.setFont(metrics.font("body"))
    settings.MOTION.keep("reduced")
    forget()
    yield
    forget()
    dressed.setProperty("systemPoints", points)
    dressed.setStyle(style)
    dressed.setFont(QFont())
    QFontDatabase.removeApplicationFont(number)


def forget() -> None:
    """Forget all that was measured and painted in another font."""
    for name, module in list(sys.modules.items()):
        if name.startswith("lrviz.ui."):
            for function in vars(module).values():
                if hasattr(function, "cache_clear"):
                    function.cache_clear()


@pytest.fixture
def empty(qtbot: QtBot) -> Window:
    """Give a window on the first session; nothing is raced, and nobody waits beside it."""
    return opened(values.PLAN, qtbot)


@pytest.fixture
def raced(empty: Window, monkeypatch: pytest.MonkeyPatch) -> Window:
    """Give a window whose race, survey, search and update are known."""
    empty.races.put_back(values.raced(), tuple(run.name for run in values.PLAN.runs))
    landscape, found, apart = values.surveyed(), Searched.whole(values.searched()), values.apart()
    assert empty.ground is not None
    assert empty.finder is not None
    for known, what in (
        (empty.ground.surveys, landscape),
        (empty.finder.searches, found),
        (empty.pages["gradients"].dissections, apart),  # type: ignore[union-attr]  # that page has them
    ):
        monkeypatch.setattr(known, "of", lambda *_, what=what: what)
        for ask in ("want", "start"):
            monkeypatch.setattr(known, ask, lambda *_: None, raising=False)
    return empty


def opened(plan: Experiment, qtbot: QtBot) -> Window:
    made = Window(Store(plan), Races())
    qtbot.addWidget(made, before_close_func=lambda window: window.store.history.setClean())
    install(made)
    made.resize(1280, 800)
    with qtbot.waitSignal(made.furnished):
        made.show()
    made.transport.take_cursor(CURSOR)
    return made


def shown(window: Window, view: str) -> Window:
    window.show_view(view)
    return window


def check(window: Window, name: str, qtbot: QtBot, tmp_path: Path) -> None:
    """Compare what a window shows, in both themes, with what it is to show."""
    for theme in (palette.LIGHT, palette.DARK):
        palette.use(theme)
        settle(window, qtbot)
        picture = seen.halved(window.grab().toImage())
        path = REFERENCES / f"{name}-{theme.name}.png"
        apart = seen.excess(picture, seen.load(path)) if path.exists() else math.inf
        same = apart <= 1
        if WRITES and not same:
            seen.save(picture, path)
        elif not same:
            assert path.exists(), f"{path} isn't there yet: LRVIZ_PICTURES=write makes it"
            beside = Path(os.environ.get("LRVIZ_DIFFERENCES", tmp_path))
            seen.save(picture, beside / path.name)
            seen.save(seen.explained(picture, seen.load(path)), beside / f"{path.stem}-difference.png")
            where = seen.where(picture, seen.load(path))
            pytest.fail(f"{path.stem} differs {apart:.1f} times as much as it may, {where}: see {beside}")


def settle(window: Window, qtbot: QtBot) -> None:
    """Wait until everything in sight is painted, finely, and nothing changes any more."""
    last: list[QImage] = []

    def still() -> bool:
        page = window.page
        if page is not None and not page.canvas._easel.settled:
            last.clear()
            return False
        last.append(window.grab().toImage())
        return len(last) > ALIKE and all(image == last[-1] for image in last[-ALIKE:])

    qtbot.waitUntil(still)


@pytest.mark.parametrize("view", ["schedule", "loss", "landscape", "training", "finder", "gradients"])
def test_a_view_of_a_finished_race(raced: Window, view: str, qtbot: QtBot, tmp_path: Path) -> None:
    check(shown(raced, view), view, qtbot, tmp_path)


def test_the_landscape_in_space(raced: Window, qtbot: QtBot, tmp_path: Path) -> None:
    shown(raced, "landscape")
    raced.store.look_from(replace(raced.store.outlook, turned=Turn()))
    check(raced, "landscape-space", qtbot, tmp_path)


@pytest.mark.parametrize("view", ["landscape", "training"])
def test_a_view_before_any_race(empty: Window, view: str, qtbot: QtBot, tmp_path: Path) -> None:
    check(shown(empty, view), f"{view}-empty", qtbot, tmp_path)


def test_a_session_without_runs(qtbot: QtBot, tmp_path: Path) -> None:
    check(opened(Experiment.of(), qtbot), "no-runs", qtbot, tmp_path)


def test_notices_and_a_refused_field(empty: Window, qtbot: QtBot, tmp_path: Path) -> None:
    empty.notices.say("info", "The code of step is on the clipboard", "")
    empty.notices.say("error", "study.lrviz can’t be opened", "runs[1].schedule.step_size is “fast”.")
    field = next(row for row in empty.sidebar.form.findChildren(NumberRow) if row.field.name == "gamma")
    field.show_error("gamma must be at least 0. Still drawn with 0.1.")
    check(empty, "notices", qtbot, tmp_path)


def test_the_page_of_lessons(empty: Window, qtbot: QtBot, tmp_path: Path) -> None:
    empty.classroom.go_home()
    page = empty.classroom.home
    qtbot.waitUntil(lambda: not page.lessons.busy and bool(page.presets))

    def drawn() -> bool:
        return all(not card.picture.isNull() for card in page.grid.cards if card.isVisible())

    qtbot.waitUntil(drawn)
    page.setFocus()
    check(empty, "home", qtbot, tmp_path)
