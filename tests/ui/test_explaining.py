"""Cards in the real window: by key, by button, from a list, and what is taken from them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from lrviz.catalog.cards import cards, find, view_card
from lrviz.catalog.optimizer import Optimizer
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.schedules.exponential_lr import ExponentialLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.catalog.surfaces.quadratic import Quadratic
from lrviz.experiment import Experiment
from lrviz.files import resource
from lrviz.ui import palette
from lrviz.ui.card.picture import figure_of, walked
from lrviz.ui.card.shipped import SHIPPED, SHIPPED_SIZE, ShippedPicture, shipped_picture
from lrviz.ui.controls.button import Button, IconButton
from lrviz.ui.controls.formula import Formula
from lrviz.ui.controls.number_row import NumberRow
from lrviz.ui.controls.popup import PopUp, placed
from lrviz.ui.controls.shadow import SHADOW
from lrviz.ui.palette import DARK, LIGHT, Theme
from lrviz.ui.window import VIEWS, Window


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave nothing that another test would paste."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def plan() -> Experiment:
    return Experiment.first_open()


def card(window: Window) -> PopUp:
    """Give the card that is opened, once it is filled and shown."""
    shown = window.explaining.card
    assert shown is not None
    while not shown.isVisible():
        QApplication.processEvents()
    return shown


def press(window: Window, keys: str) -> None:
    """Press the keys of an action as a person does, whichever control has the focus."""
    action = next(one for one in window.actions() if QKeySequence(keys) in one.shortcuts())
    action.trigger()


def button(shown: PopUp, text: str) -> Button:
    return next(one for one in shown.findChildren(Button) if one.text() == text)


def test_f1_tells_of_what_has_the_focus(window: Window) -> None:
    window.store.select(1)
    window.activateWindow()
    form = window.sidebar.form
    for widget, title in (
        (form.schedule, "StepLR"),
        (form.optimizer, "SGD"),
        (form.loss, "CrossEntropyLoss"),
        (window.sidebar.list, "StepLR"),
        (window.sidebar.card, "Digits"),
        (window.top, "Schedule"),
    ):
        window.explaining.explain(widget)
        assert card(window).head.text() == title
    window.show_view("loss")
    window.explaining.explain(window.stack)
    assert card(window).head.text() == "Loss"


def test_the_key_is_that_of_the_focus(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    window.sidebar.form.optimizer.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.sidebar.form.optimizer)
    press(window, "F1")
    assert card(window).head.text() == "SGD"
    qtbot.keyClick(card(window), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.explaining.card is None)


def test_a_field_s_card_marks_the_field(window: Window, qtbot: QtBot) -> None:
    window.store.select(1)
    row = window.sidebar.form.schedule_form.values.rows["gamma"]
    assert isinstance(row, NumberRow)
    window.explaining.explain(row.entry)
    shown = card(window)
    assert shown.head.text() == "StepLR"
    bold = [label.text() for label in shown.findChildren(QLabel) if label.font().weight() >= 600]
    assert "gamma" in bold
    assert "step_size" not in bold
    qtbot.waitUntil(lambda: row is not None)


def test_a_card_says_all_of_it_and_is_copied(window: Window, qtbot: QtBot) -> None:
    window.explaining.open(find("StepLR"))
    shown = card(window)
    for words in (
        "every step_size steps",
        "rate = lr · gamma^⌊t / step_size⌋",
        "When to use it",
        "(LR101)",
        "A number",
    ):
        assert words in shown.text
    assert shown.findChild(Formula) is not None
    links = " ".join(label.text() for label in shown.findChildren(QLabel))
    assert "https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.StepLR.html" in links
    qtbot.mouseClick(button(shown, "Copy"), Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == shown.text


def test_what_a_card_is_about_is_taken_in_one_undo_step(window: Window, qtbot: QtBot) -> None:
    window.store.select(1)
    before = window.store.experiment
    window.explaining.open(find("ExponentialLR"))
    qtbot.mouseClick(button(card(window), "Use it"), Qt.MouseButton.LeftButton)
    assert isinstance(window.store.experiment.runs[1].schedule, ExponentialLR)
    window.store.history.undo()
    assert window.store.experiment == before
    window.explaining.open(find("AdamW"))
    qtbot.mouseClick(button(card(window), "Use it"), Qt.MouseButton.LeftButton)
    assert isinstance(window.store.experiment.runs[1].optimizer, AdamW)


def test_what_changes_nothing_or_does_not_fit_cannot_be_taken(window: Window) -> None:
    window.store.select(1)
    assert isinstance(window.store.experiment.runs[1].schedule, StepLR)
    for name in ("StepLR", "SGD", "RankNetLoss", "Digits", "schedule"):
        window.explaining.open(find(name))
        assert "Use it" not in [one.text() for one in card(window).findChildren(Button)]


def test_a_long_card_is_scrolled_by_keys(window: Window, qtbot: QtBot) -> None:
    window.explaining.open(find("OneCycleLR"))
    shown = card(window)
    bar = shown.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(shown, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(shown, Qt.Key.Key_Home)
    assert bar.value() == 0
    assert "When to use it" in shown.accessibleDescription()


def test_a_rule_in_a_mistake_leads_to_its_manual(window: Window, qtbot: QtBot) -> None:
    window.explaining.open(find("CosineAnnealingLR"))
    label = next(one for one in card(window).findChildren(QLabel) if "rule:LR102" in one.text())
    label.linkActivated.emit("rule:LR102")
    qtbot.waitUntil(lambda: any("cosine rises again" in one.head.text() for one in window.findChildren(PopUp)))


def test_a_choice_in_an_open_list_is_told_by_its_key(window: Window, qtbot: QtBot) -> None:
    box = window.sidebar.form.schedule
    box.search("rex")
    assert box.list is not None
    qtbot.keyClick(box.list.search, Qt.Key.Key_F1)
    assert card(window).head.text() == "REX"


def test_every_card_can_be_looked_for(window: Window, qtbot: QtBot) -> None:
    window.explaining.find()
    shown = window.explaining.list
    assert shown is not None
    shown.search.setText("how sure the model")
    assert shown.model.rowCount() >= 1
    shown.search.setText("ndcg")
    qtbot.keyClick(shown.search, Qt.Key.Key_Return)
    assert card(window).head.text() == "NDCG"


def test_a_view_s_card_leads_to_what_is_in_it(window: Window) -> None:
    window.explaining.open(find("Training"))
    label = next(one for one in card(window).findChildren(QLabel) if 'href="F1"' in one.text())
    label.linkActivated.emit("F1")
    assert card(window).head.text() == "F1"


def test_every_view_has_a_card(window: Window) -> None:
    for key, title in VIEWS:
        assert find(key).key == key
        assert view_card(key).name == title
    window.overview.toggle()
    window.explaining.explain(window.stack)
    assert card(window).head.text() == "All views at once"


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_view_ships_a_small_picture_which_its_card_shows(theme: Theme, window: Window) -> None:
    palette.use(theme)
    for key, _ in VIEWS:
        image = shipped_picture(key, theme)
        assert (image.width(), image.height()) == tuple(2 * side for side in SHIPPED_SIZE)
        assert resource(*SHIPPED, f"{key}-{theme.name}.png").stat().st_size < 16_000
        window.explaining.open(find(key))
        shown = card(window).findChild(ShippedPicture)
        assert shown is not None
        assert shown.picture == image
        assert abs(shown.width() / shown.height() - SHIPPED_SIZE[0] / SHIPPED_SIZE[1]) < 0.05


@pytest.mark.parametrize("kind", ["schedule", "loss", "metric", "problem", "surface", "signal", "optimizer"])
def test_what_can_be_drawn_has_a_picture(kind: str) -> None:
    for one in cards():
        make = figure_of(one, 0) if one.kind == kind else None
        if one.kind == kind and one.key not in {"Muon", "Height"}:
            assert make is not None, one.name
            figure = make(500)
            assert figure.plots or figure.terrain, one.name


@pytest.mark.parametrize("cls", [cls for cls in OPTIMIZERS if cls.__name__ != "Muon"])
def test_an_optimizer_s_walk_gets_down(cls: type[Optimizer]) -> None:
    valley = Quadratic(condition=8.0)
    places = walked(cls.example(), valley, 45)
    heights = valley.at(places[:, 0], places[:, 1])
    assert np.isfinite(heights).all()
    assert heights[-1] < 0.5 * heights[0], cls.__name__


def test_a_pop_up_stands_where_it_fits() -> None:
    room, size = QRect(0, 0, 1000, 800), QSize(400, 300)
    assert placed(size, QRect(100, 100, 50, 20), room).y() > 100
    assert placed(size, QRect(100, 700, 50, 20), room).y() < 700 - 300 + 2 * SHADOW
    tall = placed(QSize(400, 780), QRect(100, 300, 50, 20), room)
    assert tall.x() > 130
    assert QRect(tall, QSize(400, 780)).bottom() <= 800
    far = placed(QSize(400, 780), QRect(900, 300, 50, 20), room)
    assert far.x() + 400 <= 900 + 2 * SHADOW
    assert placed(size, QRect(QPoint(990, 10), QSize(1, 1)), room).x() + 400 <= 1000


def test_a_dialog_has_cards_too(window: Window, qtbot: QtBot) -> None:
    window.edit_problem()
    from lrviz.ui.panels.problem_dialog import ProblemDialog

    dialog = window.findChild(ProblemDialog)
    assert isinstance(dialog, QWidget)
    model = next(one for one in dialog.findChildren(QWidget) if one.accessibleName() == "Model: MLP")
    window.explaining.explain(model)
    assert card(window).head.text() == "MLP"
    books = [one for one in dialog.findChildren(IconButton) if one.icon_name == "book-open"]
    books[0].click()
    assert card(window).head.text() == "Digits"
    dialog.close()
