"""The Gradients view with the real worker: an update taken apart, layers frozen, races watched, pictures read."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import lrviz
from lrviz import MLP, SGD, Adam, Digits, Experiment, Linear, Muon, OwnModel, Quadratic, Run, StepLR, Transformer, Walk
from lrviz.run import Group
from lrviz.ui.choices import agreement
from lrviz.ui.pages.gradients_page import GradientsPage
from lrviz.ui.paint import Sheet
from lrviz.ui.paint.anatomy_layout import AnatomySheet
from lrviz.ui.paint.chain_layout import ChainSheet
from lrviz.ui.window import Window
from tests.ui.opened import opened

RUNS = (Run("sgd", StepLR(10), SGD(lr=0.1, momentum=0.9)), Run("adam", optimizer=Adam()))
PLAN = Experiment.of(*RUNS, problem=Digits(model=MLP(hidden=(8, 8))), steps=22, batch_size=64, validate_every=11)


@pytest.fixture
def window(server: None, qtbot: QtBot) -> Window:
    made = opened(qtbot)
    qtbot.waitUntil(lambda: made.races.ready)
    return made


def seen(window: Window, plan: Experiment, qtbot: QtBot, run: int = 0) -> GradientsPage:
    window.store.open(plan, None)
    window.store.select(run)
    window.show_view("gradients")
    page = window.page
    assert isinstance(page, GradientsPage)
    return page


def taken_apart(page: GradientsPage, qtbot: QtBot, step: int) -> None:
    def there() -> bool:
        now = page._now()
        return now.step == step and page.dissections.of(now.plan, page._store.selected, step) is not None

    qtbot.waitUntil(there)
    page.draw()


def raced(window: Window, qtbot: QtBot) -> None:
    window.transport.play_or_pause()
    qtbot.waitUntil(lambda: window.races.state == "done")


def chain(page: GradientsPage) -> ChainSheet:
    laid = page.canvas.sheet.chain
    assert laid is not None
    return laid


def pictures(page: GradientsPage) -> AnatomySheet:
    laid = page.canvas.sheet.anatomy
    assert laid is not None
    return laid


def test_the_first_update_is_seen_before_any_race(window: Window, qtbot: QtBot) -> None:
    page = seen(window, PLAN, qtbot)
    taken_apart(page, qtbot, 0)
    found = lrviz.dissect(PLAN, step=0)
    assert [box.title for box in chain(page).chain.boxes] == [layer.kind for layer in found.chain]
    assert "update 0 of 22" in page.subline.text()
    assert "one update (.)" in page.subline.text()
    first = page.figure.anatomy
    assert first is not None
    assert first.formula == "Δw = −lr · m = −0.1 · m"
    update = first.tensors[0].heats[2]
    assert update is not None
    np.testing.assert_allclose(update.values, found.parts["0.weight"].update, atol=1e-7)


def test_the_cursor_says_which_update_is_taken_apart(window: Window, qtbot: QtBot) -> None:
    page = seen(window, PLAN, qtbot)
    raced(window, qtbot)
    for step in (17, 4):
        window.store.set_cursor(step)
        taken_apart(page, qtbot, step)
        assert f"update {step} of 22" in page.subline.text()
        assert page.figure.anatomy is not None
        assert page.figure.anatomy.title == f"Update {step} of layer 0"
    assert [plot.key for plot in page.figure.plots] == ["gradient", "moved"]
    assert all(plot.cursor == 4 for plot in page.figure.plots)
    assert [line.name for line in page.figure.plots[0].lines] == ["layer 0", "layer 2", "layer 4"]


def test_a_click_on_a_plot_puts_the_cursor_there(window: Window, qtbot: QtBot) -> None:
    page = seen(window, PLAN, qtbot)
    raced(window, qtbot)
    taken_apart(page, qtbot, window.store.cursor)
    area = page.canvas.sheet.panes[1].area
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=QPoint(int(area.left()), int(area.center().y())))
    assert window.store.cursor == 0


def test_one_update_steps_the_race_and_takes_that_apart(window: Window, qtbot: QtBot) -> None:
    page = seen(window, PLAN, qtbot)
    taken_apart(page, qtbot, 0)
    page.canvas.setFocus()
    for step in range(2):
        window.transport.one_update()
        qtbot.waitUntil(lambda done=step + 1: page._now().done == done)  # type: ignore[misc]
        taken_apart(page, qtbot, step)
    assert window.view == "gradients"
    assert window.races.state == "paused"


def test_a_lock_freezes_its_layer_and_undo_thaws_it(window: Window, qtbot: QtBot) -> None:
    page = seen(window, PLAN, qtbot)
    taken_apart(page, qtbot, 0)
    assert page.canvas.locks[1].accessibleName().startswith("Freeze 2")
    QTest.mouseClick(page.canvas.locks[1], Qt.MouseButton.LeftButton)
    run = window.store.run
    assert run is not None
    assert run.groups == (Group("2.*", frozen=True),)
    taken_apart(page, qtbot, 0)
    assert page.headline.text().startswith("2.weight and 2.bias get no gradient: they are frozen. The chain passes")
    frozen = chain(page).chain.boxes[2]
    assert frozen.frozen
    assert frozen.strength is not None
    assert page.canvas.locks[1].icon_name == "lock"
    window.store.history.undo()
    assert window.store.run is not None
    assert window.store.run.groups == ()


def test_frozen_from_below_backward_stops(window: Window, qtbot: QtBot) -> None:
    page = seen(window, PLAN, qtbot)
    taken_apart(page, qtbot, 0)
    for lock in page.canvas.locks[:2]:
        QTest.mouseClick(lock, Qt.MouseButton.LeftButton)
    taken_apart(page, qtbot, 0)
    assert "backward stops after layer 4" in page.headline.text()
    assert chain(page).chain.stop
    assert [box.strength is None for box in chain(page).chain.boxes] == [True, True, True, True, False]
    QTest.mouseClick(page.canvas.locks[2], Qt.MouseButton.LeftButton)
    page.draw()
    assert "All parameters are frozen: there is nothing to train." in page.subline.text()
    QTest.mouseClick(page.canvas.locks[2], Qt.MouseButton.LeftButton)
    taken_apart(page, qtbot, 0)
    assert "backward stops after layer 4" in page.headline.text()


def test_what_an_optimizer_doesnt_take_stays_frozen_and_says_why(window: Window, qtbot: QtBot) -> None:
    problem = Digits(model=MLP(hidden=(8,), norm="LayerNorm"))
    run = Run("muon").with_optimizer(Muon(lr=0.01), problem)
    page = seen(window, Experiment.of(run, problem=problem, steps=22, batch_size=64), qtbot)
    taken_apart(page, qtbot, 0)
    with qtbot.waitSignal(window.races.said) as said:
        page.toggle_lock("1")
    assert said.args is not None
    assert said.args[1:] == ["layer 1 stays frozen", "Muon takes only matrices."]
    assert window.store.run == run


def test_layers_are_chosen_by_a_click_and_by_arrow_keys(window: Window, qtbot: QtBot) -> None:
    page = seen(window, PLAN, qtbot)
    taken_apart(page, qtbot, 0)
    cursor = window.store.cursor
    QTest.mouseClick(page.canvas.layers[2], Qt.MouseButton.LeftButton)
    page.draw()
    assert page.figure.anatomy is not None
    assert page.figure.anatomy.title == "Update 0 of layer 4"
    QTest.keyClick(page.canvas.layers[2], Qt.Key.Key_Left)
    page.draw()
    assert page.figure.anatomy is not None
    assert page.figure.anatomy.title == "Update 0 of layer 2"
    assert page.canvas.layers[1].isChecked()
    assert window.store.cursor == cursor


def test_a_place_that_is_pointed_at_reads_its_numbers(window: Window, qtbot: QtBot) -> None:
    page = seen(window, PLAN, qtbot)
    taken_apart(page, qtbot, 0)
    rect = pictures(page).picture(0, 0)
    wide, high = rect.width() / 64, rect.height() / 8
    at = QPoint(round(rect.left() + 20.5 * wide), round(rect.top() + 3.5 * high))
    QTest.mouseMove(page.canvas, at)
    page.draw()
    anatomy = page.figure.anatomy
    assert anatomy is not None
    assert anatomy.spot is not None
    row, column = anatomy.spot.row, anatomy.spot.column
    assert (row, column) == (3, 20)
    assert anatomy.reading.startswith("0.weight[3, 20]:  g ")
    assert anatomy.reading.count("·") == 3
    QTest.mouseMove(page.canvas, QPoint(2, 2))
    page.draw()
    assert page.figure.anatomy is not None
    assert page.figure.anatomy.reading == ""


def test_adam_has_a_size_to_divide_by_and_sgd_has_none(window: Window, qtbot: QtBot) -> None:
    page = seen(window, PLAN, qtbot, run=1)
    taken_apart(page, qtbot, 0)
    assert page.figure.anatomy is not None
    heads = [head for head, _ in page.figure.anatomy.heads]
    assert heads == ["gradient g", "momentum m̂", "size √v̂", "update Δw", "weight w"]
    window.store.edit_run(1, replace(PLAN.runs[1], optimizer=SGD(lr=0.1)), "optimizer")
    taken_apart(page, qtbot, 0)
    assert page.figure.anatomy is not None
    assert [head for head, _ in page.figure.anatomy.heads] == ["gradient g", "update Δw", "weight w"]


def test_a_change_after_the_race_shows_the_first_update_of_what_is_new(window: Window, qtbot: QtBot) -> None:
    page = seen(window, PLAN, qtbot)
    raced(window, qtbot)
    taken_apart(page, qtbot, window.store.cursor)
    window.store.edit_run(0, replace(PLAN.runs[0], optimizer=SGD(lr=0.2)), "lr")
    taken_apart(page, qtbot, 0)
    assert "It changed since its race." in page.subline.text()
    assert not page.figure.plots


def test_a_block_opens_and_folds_again(window: Window, qtbot: QtBot) -> None:
    plan = replace(PLAN, problem=Digits(model=Transformer(blocks=6)))
    page = seen(window, plan, qtbot)
    taken_apart(page, qtbot, 0)
    folds = [box for box in chain(page).chain.boxes if box.layers > 1]
    assert len(folds) == 6
    page.choose(folds[1].key)
    page.draw()
    opened_boxes = [box for box in chain(page).chain.boxes if box.open]
    assert sum(bool(box.holds) for box in opened_boxes) == 6
    assert page.figure.anatomy is not None
    assert page.figure.anatomy.title.startswith("Update 0 of layer 4.")
    page.look_at_all()
    page.draw()
    assert not any(box.open for box in chain(page).chain.boxes)


def test_on_a_surface_the_slope_is_what_torch_has(window: Window, qtbot: QtBot) -> None:
    walk = Walk(model=Quadratic(), noise=0.0)
    plan = Experiment.of(Run("a", optimizer=SGD(lr=0.01, momentum=0.9)), problem=walk, steps=20, batch_size=1)
    page = seen(window, plan, qtbot)
    taken_apart(page, qtbot, 0)
    assert page.figure.terrain is not None
    assert page.figure.terrain.arrows
    raced(window, qtbot)
    window.store.set_cursor(5)
    page.draw()
    found = lrviz.dissect(plan, step=5)
    x, y = (found.parts[name].update.item() for name in ("x", "y"))
    arrow = next(arrow for arrow in page.figure.terrain.arrows if arrow.kind == "update")
    assert (arrow.dx, arrow.dy) == pytest.approx((x, y), rel=1e-5)
    assert "of which momentum" in page.headline.text()
    assert [plot.key for plot in page.figure.plots] == ["slope", "length"]


def test_a_model_of_ones_own_waits_for_its_consent(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "net.py"
    path.write_text(
        "from torch import nn\n\ndef make(inputs, outputs):\n    return nn.Sequential(nn.Linear(inputs, outputs))\n"
    )
    plan = replace(PLAN, problem=Digits(model=OwnModel.of(path, "make")))
    page = seen(window, plan, qtbot)
    page._take_apart()
    page.draw()
    assert not page.dissections.active
    assert "which you are asked about first" in page.subline.text()
    model = plan.problem.model
    assert isinstance(model, OwnModel)
    agreement.agree(model.source.consent)
    page._take_apart()
    taken_apart(page, qtbot, 0)
    assert [box.title for box in chain(page).chain.boxes] == ["Linear 64→10"]


def test_a_run_that_ended_before_is_refused_in_words(window: Window, qtbot: QtBot) -> None:
    page = seen(window, replace(PLAN, problem=Digits(model=Linear())), qtbot)
    taken_apart(page, qtbot, 0)
    now = page._now()
    page.dissections.want(now.plan, 0, 99)
    qtbot.waitUntil(lambda: page.dissections.refused(now.plan, 0, 99) != "")
    assert "step must be between 0 and 21" in page.dissections.refused(now.plan, 0, 99)
    again = next(action for action in window.actions() if action.shortcut().toString() == "Ctrl+Shift+R")
    again.trigger()
    assert page.dissections.refused(now.plan, 0, 99) == ""


@pytest.mark.parametrize("size", [(760, 480), (1280, 800), (1920, 1080)])
def test_nothing_lies_on_another_thing(window: Window, qtbot: QtBot, size: tuple[int, int]) -> None:
    page = seen(window, PLAN, qtbot)
    window.resize(*size)
    raced(window, qtbot)
    taken_apart(page, qtbot, window.store.cursor)
    sheet: Sheet = page.canvas.sheet
    places = chain(page).places
    assert not any(a.intersects(b) for i, a in enumerate(places) for b in places[:i])
    assert all(sheet.rect.contains(place) for place in places) or size[1] < 500
    if sheet.anatomy is not None:
        assert sheet.anatomy.rect.top() >= chain(page).rect.bottom()
        assert all(pane.cell.top() >= sheet.anatomy.rect.bottom() - 1 for pane in sheet.panes)


def test_the_table_tells_each_parameter_s_norms(window: Window, qtbot: QtBot) -> None:
    page = seen(window, PLAN, qtbot)
    raced(window, qtbot)
    window.store.set_cursor(10)
    taken_apart(page, qtbot, 10)
    table = page.table()
    found = lrviz.dissect(PLAN, step=10)
    assert [row.name for row in table.rows] == list(found.parts)
    assert table.first == "Parameter"
    for row in table.rows:
        norms = found.parts[row.name].norms
        assert row.cells[0].value == pytest.approx(norms["gradient"], rel=1e-3)
        assert row.cells[3].value == pytest.approx(norms["update"] / norms["weight"], rel=1e-3)
        assert math.isfinite(row.cells[2].value)
