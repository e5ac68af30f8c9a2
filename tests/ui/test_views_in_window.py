"""What the window does around its views: the Loss view's own bar and keys, and the panes of the Training view."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lrviz import Experiment, FocalLoss, HuberLoss, Outliers, Run, StepLR, code
from lrviz.ui.form.choices import with_fitting_losses
from lrviz.ui.pages.page import Page
from lrviz.ui.panels.run_row import RunDelegate, subtitle
from lrviz.ui.window import Window

PLAN = Experiment.of(Run("constant"), Run("step", StepLR(30)), steps=66)


@pytest.fixture
def plan() -> Experiment:
    return PLAN


def test_the_loss_view_has_a_bar_and_a_form_of_its_own(window: Window) -> None:
    window.show_view("loss")
    assert window.quantity_bar.isVisible()
    assert not window.transport.isVisible()
    form = window.sidebar.form
    QApplication.processEvents()  # layouts move on the next turn
    assert form.loss.mapTo(form, QPoint()).y() < form.schedule.mapTo(form, QPoint()).y()
    window.show_view("schedule")
    assert window.transport.isVisible()
    QApplication.processEvents()
    assert form.loss.mapTo(form, QPoint()).y() > form.schedule.mapTo(form, QPoint()).y()


def test_rows_and_code_show_the_loss_while_the_loss_view_is_open(window: Window) -> None:
    run = replace(PLAN.runs[1], loss=FocalLoss(gamma=3.0))
    window.store.open(replace(PLAN, runs=(PLAN.runs[0], run)), None)
    window.store.select(1)
    rows = window.sidebar.list
    delegate = rows.itemDelegate()
    assert isinstance(delegate, RunDelegate)
    window.show_view("loss")
    assert subtitle(run, delegate.part) == "FocalLoss, gamma 3"
    assert "class FocalLoss(nn.Module)" in window.dock.code.text.toPlainText()
    assert "criterion = FocalLoss(gamma=3.0)" in window.dock.code.text.toPlainText()
    fall = delegate._values(run)
    assert fall[0] > fall[26] > fall[-1]
    window.show_view("schedule")
    assert subtitle(run, delegate.part) == "StepLR"
    assert window.dock.code.text.toPlainText() == code(run)
    assert delegate._values(run).shape == (2, 52)
    unfit = replace(run, loss=HuberLoss())
    window.show_view("loss")
    assert delegate._values(unfit).size == 0


def test_keys_and_presses_move_the_place_along_a_loss_and_not_the_step(window: Window, qtbot: QtBot) -> None:
    window.show_view("loss")
    step = window.store.cursor
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Right)
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert window.store.at == pytest.approx(0.61)
    assert window.quantity_bar.where.text() == "p = 0.61"
    QTest.keyClick(window, Qt.Key.Key_Home)
    assert window.store.at == 0
    slider = window.quantity_bar.slider
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, slider.height() // 2))
    assert window.store.at == pytest.approx(0.5, abs=0.01)
    assert window.store.cursor == step
    window.show_view("schedule")
    QTest.keyClick(window, Qt.Key.Key_Right)
    assert window.store.cursor == step + 1


def test_the_quantity_is_chosen_and_follows_the_problem(window: Window) -> None:
    window.show_view("loss")
    bar = window.quantity_bar
    assert bar.quantity is not None
    QTest.mouseClick(bar.quantity.button("m"), Qt.MouseButton.LeftButton)
    assert window.store.quantity == "m"
    assert window.page is not None
    assert window.page.figure.plots[0].x.low == -5
    other = with_fitting_losses(replace(PLAN, problem=Outliers()))
    window.store.edit("problem", other)
    assert bar.where.text().startswith("r = ")
    assert bar.quantity is None
    assert "does not fit" not in window.page.figure.subline
    window.store.history.undo()
    assert bar.quantity is not None


def test_panes_are_chosen_from_a_menu_and_kept(window: Window) -> None:
    window.show_view("training")
    page = window.page
    assert isinstance(page, Page)
    menu = page.pane_menu()
    shown = [action.text() for action in menu.actions() if action.isChecked()]
    assert shown == ["Learning rate", "Train loss", "Validation loss", "Accuracy"]
    next(action for action in menu.actions() if action.text() == "Confusion matrix").trigger()
    next(action for action in page.pane_menu().actions() if action.text() == "Train loss").trigger()
    assert set(page.chosen_panes.keys) == {"lr", "val_loss", "accuracy", "confusion"}
    page.pane_menu().actions()[-1].trigger()
    assert page.chosen_panes.keys == ()


def test_a_long_headline_is_whole_on_more_lines_and_the_plot_s_button_below_it(window: Window) -> None:
    page = window.page
    assert isinstance(page, Page)
    line = page.headline.height()
    runs = [replace(run, name=f"{run.name} with a longer name than most people give") for run in PLAN.runs]
    window.store.open(replace(PLAN, runs=tuple(runs)), None)
    page.draw()
    QApplication.processEvents()
    assert page.headline.height() > line
    assert page.headline.height() >= page.headline.heightForWidth(page.headline.width())
    assert page.scale_button.y() > page.canvas.y()
