"""The panel of trust shows every number of a Trust, and a person who can't see it is told the same."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TypeVar

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from lrviz import SGD, Adam, Experiment, Quadratic, Run, Walk
from lrviz.results import Crossing, Landscape
from lrviz.ui import palette
from lrviz.ui.numbers import portion
from lrviz.ui.panels.trust_panel import TrustPanel
from lrviz.ui.panels.trust_rows import FITS, Big, Cells, Gauge, Head, Heads, Note, Pair, Point, Row, rows, said
from lrviz.ui.views import trust
from lrviz.ui.views.surface import Hollow
from lrviz.ui.views.trust import Trust
from tests.ui.landscapes import PLAN, two_basins

Kind = TypeVar("Kind", bound=Row)


def known(landscape: Landscape | None = None, plan: Experiment = PLAN) -> Trust:
    found = trust.of(landscape or two_basins(), plan, 4)
    assert found is not None
    return found


def of_kind(shown: tuple[Row, ...], kind: type[Kind]) -> list[Kind]:
    return [row for row in shown if isinstance(row, kind)]


def measured() -> Trust:
    plan = Experiment.of(Run("a", optimizer=SGD(0.2, momentum=0.9)), Run("b", optimizer=Adam(0.1)), steps=10)
    routes = tuple(
        replace(route, sharpness_steps=np.array([5]), sharpness=np.array([25.0])) for route in two_basins().routes
    )
    return known(replace(two_basins(), routes=routes, explained=0.524), plan)


def test_the_share_in_the_plane_is_the_big_number() -> None:
    (big,) = of_kind(rows(measured()), Big)
    assert (big.number, big.share) == ("52\u202f%", 0.524)
    assert "48\u202f% is hidden" in big.words


def test_the_table_has_what_the_plane_shows_what_is_true_and_how_far_off_it_is() -> None:
    assert of_kind(rows(known()), Cells)[0] == Cells("a", 0, ("1.81", "1.81", "0.25"))


def test_curvature_stands_against_its_limit_and_past_it_is_marked() -> None:
    gauges = of_kind(rows(measured()), Gauge)
    sgd, adam = gauges[:2]
    assert (sgd.text, sgd.past, adam.text, adam.past) == ("25 / 19", True, "25", False)
    assert sgd.tick is not None
    assert adam.tick is None
    assert 0 < sgd.tick < (sgd.share or 0) <= 1
    notes = " ".join(note.text for note in of_kind(rows(measured()), Note))
    assert "2(1 + momentum) / lr" in notes
    assert "b: no limit of this kind, Adam rescales each weight." in notes


def test_the_formula_stands_only_where_it_holds() -> None:
    plan = Experiment.of(Run("a", optimizer=SGD(0.2)), Run("b", optimizer=SGD(0.2)), steps=10)
    assert "limit 2 / lr:" in said(rows(known(plan=plan)))
    decayed = Experiment.of(Run("a", optimizer=SGD(0.2, weight_decay=0.1)), Run("b", optimizer=SGD(0.2)), steps=10)
    assert "/ lr" not in said(rows(known(plan=decayed)))


def test_the_way_between_two_ends_has_its_highest_loss_and_a_ridge_is_told() -> None:
    assert of_kind(rows(known()), Pair) == [Pair("a", "b", (0, 1), "2.00", ridge=True)]
    assert "a → b: 2.00, a ridge." in said(rows(known()))


def test_the_longest_way_walked_fills_its_bar() -> None:
    routes = two_basins().routes
    landscape = replace(two_basins(), routes=(routes[0], replace(routes[1], walked=np.array([0.0, 0.1, 0.45]))))
    bars = of_kind(rows(known(landscape)), Gauge)[-2:]
    assert [bar.text for bar in bars] == ["0.70", "0.35"]
    assert bars[0].share == 1.0
    assert bars[1].share is not None
    assert math.isclose(bars[1].share, 0.5)
    assert Head("Distance walked", "last 5 steps") in rows(known(landscape))


def test_what_is_not_known_yet_is_dots_and_never_nought() -> None:
    routes = tuple(replace(route, loss=np.full(3, math.nan)) for route in two_basins().routes)
    bare = replace(two_basins(), routes=routes, values=np.zeros((0, 0)), x=np.zeros(0), y=np.zeros(0), crossings=())
    shown = rows(known(bare))
    assert of_kind(shown, Cells)[0].texts[:2] == ("…", "…")
    assert all(gauge.text.startswith("…") for gauge in of_kind(shown, Gauge)[:2])
    assert Note("…") in shown
    assert of_kind(rows(None), Big)[0].number == "…"


def test_on_a_surface_the_seeds_are_told_by_the_basin_they_settle_in() -> None:
    surface = Experiment.of(Run("a"), Run("b"), problem=Walk(model=Quadratic()), steps=10)
    deep = Hollow((0.0, 0.0), 0.5, (("a", 3, 4), ("b", 0, 4)))
    shown = rows(known(plan=surface), (deep, Hollow((1.0, -2.0), 1.5, (("a", 0, 4), ("b", 2, 4)))))
    at = shown.index(Head("Where they settle", "4 seeds"))
    assert shown[at + 1 : at + 6] == (
        Note("0.50 at (0, 0)"),
        Gauge("a", 0, 0.75, None, portion(0.75)),
        Note("1.50 at (1, −2)"),
        Gauge("b", 1, 0.5, None, portion(0.5)),
        Note("in no basin: a 1, b 2"),
    )
    assert Head("Height at the cursor", "step 4") in shown
    assert not any(isinstance(row, Head) and row.title == "Where they settle" for row in rows(known(plan=surface)))


def test_where_the_gradient_is_clipped_there_is_no_limit() -> None:
    clipped = Experiment.of(Run("a", clip=1.0), Run("b"), steps=10)
    shown = rows(known(plan=clipped))
    assert Note("a: no limit, since the gradient is clipped.") in shown
    assert not any("rescales" in row.text for row in of_kind(shown, Note))


def test_the_conclusions_stand_last() -> None:
    shown = rows(known())
    heads = [head.title for head in of_kind(shown, Head)]
    assert heads[-2:] == ["What this picture tells", "What this picture can’t tell"]
    points = of_kind(shown, Point)
    assert [point.holds for point in points] == sorted((point.holds for point in points), reverse=True)


def test_of_many_lines_the_worst_are_listed() -> None:
    plan = Experiment.of(*(Run(f"r{index}") for index in range(6)), steps=10)
    routes = tuple(replace(two_basins().routes[0], name=run.name) for run in plan.runs)
    names = [run.name for run in plan.runs]
    crossings = tuple(
        Crossing(first, second, np.array([1.0, 1 + 0.1 * (at + other), 1.0]))
        for at, first in enumerate(names)
        for other, second in enumerate(names)
        if at < other
    )
    shown = rows(known(replace(two_basins(), routes=routes, crossings=crossings), plan))
    assert len(of_kind(shown, Pair)) == 10
    assert of_kind(shown, Pair)[0].text == "1.90"
    assert Note("The worst 10 of 15.") in shown


def test_a_person_who_cant_see_it_is_told_all_of_it(qtbot: QtBot) -> None:
    qtbot.addWidget(panel := TrustPanel())
    panel.show_trust(known())
    text = panel.accessibleDescription()
    for words in ("90\u202f%", "here 1.81", "off plane 0.25", "a → b: 2.00", "What this picture can’t tell"):
        assert words in text
    assert panel.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_where_it_is_too_low_it_scrolls_and_nothing_is_wider_than_it(qtbot: QtBot) -> None:
    qtbot.addWidget(panel := TrustPanel())
    panel.show_trust(known())
    panel.resize(304, 200)
    panel.show()
    assert panel.verticalScrollBar().maximum() > 0
    qtbot.keyClick(panel, Qt.Key.Key_Down)
    assert panel.verticalScrollBar().value() > 0
    panel.resize(304, 3000)
    assert panel.verticalScrollBar().maximum() == 0
    assert panel.sheet.width() <= 304


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(image.height())}


def test_it_is_painted_in_the_theme_and_the_runs_colours(qtbot: QtBot) -> None:
    qtbot.addWidget(panel := TrustPanel())
    panel.show_trust(measured())
    panel.resize(304, 900)
    panel.show()
    for theme in (palette.LIGHT, palette.DARK):
        palette.use(theme)
        found = colours(panel.grab().toImage())
        assert {theme.surface.name(), theme.lines[0].name(), theme.lines[1].name()} <= found
        assert theme.warning.name() in found  # 25 is past 19


def test_numbers_in_columns_are_short_and_an_end_in_the_plane_is_not_off_it() -> None:
    base = two_basins()
    far = replace(base.routes[0], off=np.array([0.0, 0.25, 1e-7]), loss=np.array([3.0, 2.0, 1.49e22]))
    found = trust.of(replace(base, routes=(far, base.routes[1])), PLAN, 10)
    cells = {row.name: row.texts for row in rows(found) if isinstance(row, Cells)}
    assert cells["a"][1:] == ("10²²", "0")
    assert all(len(text) <= FITS for texts in cells.values() for text in texts)


def test_of_a_function_of_two_variables_there_is_one_value() -> None:
    found = trust.of(two_basins(method="surface"), PLAN, 10)
    assert found is not None
    shown = rows(replace(found, parameters=2))
    assert [row.titles for row in shown if isinstance(row, Heads)] == [("f(x, y)",)]
