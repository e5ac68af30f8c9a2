from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lrviz.catalog.losses.cross_entropy_loss import CrossEntropyLoss
from lrviz.catalog.losses.hinge_loss import HingeLoss
from lrviz.catalog.models.mlp import MLP
from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.optimizers.muon import Muon
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.cyclic_lr import CyclicLR
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.multi_step_lr import MultiStepLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.spec import Field, Value, fields
from lrviz.ui import metrics
from lrviz.ui.controls.check import Check
from lrviz.ui.controls.choice_box import ChoiceBox
from lrviz.ui.controls.choice_row import ChoiceRow
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.list_row import ListRow
from lrviz.ui.controls.number_field import NumberField
from lrviz.ui.controls.number_row import NumberRow
from lrviz.ui.controls.scale import Scale
from lrviz.ui.controls.scales import scale_of
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.controls.text_row import TextRow

Edits = list[tuple[Any, bool]]


def field(cls: type[Value], name: str) -> Field:
    return next(field for field in fields(cls) if field.name == name)


STEP_SIZE = field(StepLR, "step_size")
GAMMA = field(StepLR, "gamma")
DOWN = field(CyclicLR, "step_size_down")


def shown(qtbot: QtBot, row: Any, value: Any) -> Edits:
    qtbot.addWidget(row)
    row.show_value(value)
    row.resize(256, row.sizeHint().height())
    with qtbot.waitActive(row):
        row.show()
        row.activateWindow()
    edits: Edits = []
    row.edited.connect(lambda value, dragging: edits.append((value, dragging)))
    return edits


def typed(qtbot: QtBot, entry: QWidget, text: str) -> None:
    entry.setFocus()
    QTest.keyClick(entry, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(entry, text)
    QTest.keyClick(entry, Qt.Key.Key_Return)


def test_a_number_row_is_fifty_high_and_shows_one_number_twice(qtbot: QtBot) -> None:
    row = NumberRow(STEP_SIZE, colour=1)
    shown(qtbot, row, 220)
    row.set_scale(scale_of(STEP_SIZE, 440), "steps")
    assert row.sizeHint().height() == metrics.NUMBER_ROW
    assert (row.entry.text(), row.slider.number, row.value) == ("220", 220, 220)
    assert row.entry.size().height() == 24
    assert row.entry.width() == 92


def test_typing_is_sent_on_enter_as_the_kind_of_number_the_field_holds(qtbot: QtBot) -> None:
    row = NumberRow(STEP_SIZE)
    edits = shown(qtbot, row, 220)
    typed(qtbot, row.entry, "2e1")
    assert edits == [(20, False)]
    assert type(edits[0][0]) is int


@pytest.mark.parametrize(("text", "value"), [("10⁻⁴", 1e-4), ("1e-4", 1e-4), ("1/3", 1 / 3), ("0,5", 0.5)])
def test_a_float_is_read_however_it_is_written(qtbot: QtBot, text: str, value: float) -> None:
    row = NumberRow(GAMMA)
    edits = shown(qtbot, row, 0.1)
    row.entry.setText(text)
    QTest.keyClick(row.entry, Qt.Key.Key_Return)
    assert edits == [(pytest.approx(value, rel=1e-15), False)]


def test_leaving_the_field_sends_and_leaving_it_again_does_not(qtbot: QtBot) -> None:
    row = NumberRow(GAMMA)
    edits = shown(qtbot, row, 0.1)
    row.entry.setFocus()
    row.entry.selectAll()
    QTest.keyClicks(row.entry, "0.5")
    QTest.keyClick(row.entry, Qt.Key.Key_Tab)
    assert edits == [(0.5, False)]
    row.entry.setFocus()
    row.slider.setFocus()
    assert len(edits) == 1


def test_the_same_number_in_other_words_is_no_edit(qtbot: QtBot) -> None:
    row = NumberRow(GAMMA)
    edits = shown(qtbot, row, 0.1)
    typed(qtbot, row.entry, "1e-1")
    assert (edits, row.entry.text()) == ([], "0.1")


def test_what_is_no_number_is_marked_and_said_and_escape_takes_it_back(qtbot: QtBot) -> None:
    row = NumberRow(GAMMA)
    edits = shown(qtbot, row, 0.1)
    typed(qtbot, row.entry, "fast")
    assert edits == []
    assert row.entry.has_error
    assert row.error.text() == "“fast” is not a number. Still drawn with 0.1."
    assert row.error.isVisible()
    assert row.entry.accessibleDescription().startswith(row.error.text())
    QTest.keyClick(row.entry, Qt.Key.Key_Escape)
    assert (row.entry.text(), row.entry.has_error, row.error.isVisible()) == ("0.1", False, False)


def test_a_refused_entry_stays_while_its_value_does_and_goes_with_it(qtbot: QtBot) -> None:
    row = NumberRow(GAMMA)
    shown(qtbot, row, 0.1)
    typed(qtbot, row.entry, "fast")
    row.show_value(0.1)
    assert (row.entry.text(), row.entry.has_error) == ("fast", True)
    row.show_value(0.2)
    assert (row.entry.text(), row.entry.has_error, row.error.text()) == ("0.2", False, "")


def test_a_text_being_typed_outlives_a_redraw(qtbot: QtBot) -> None:
    row = NumberRow(GAMMA)
    shown(qtbot, row, 0.1)
    row.entry.setFocus()
    row.entry.selectAll()
    QTest.keyClicks(row.entry, "0.")
    row.show_value(0.1)
    assert row.entry.text() == "0."


def test_up_and_down_step_the_field(qtbot: QtBot) -> None:
    row = NumberRow(GAMMA)
    edits = shown(qtbot, row, 0.1)
    QTest.keyClick(row.entry, Qt.Key.Key_Up)
    QTest.keyClick(row.entry, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert edits == [(0.11, False), (0.01, False)]


def test_the_row_keeps_no_truth_of_its_own(qtbot: QtBot) -> None:
    row = NumberRow(GAMMA)
    edits = shown(qtbot, row, 0.1)
    for _ in range(2):
        QTest.keyClick(row.slider, Qt.Key.Key_End)
        row.show_value(0.1)  # whoever owns the value has refused
        assert (row.entry.text(), row.slider.number) == ("0.1", 0.1)
    assert edits == [(1.0, False), (1.0, False)]


def test_an_optional_number_can_be_taken_away_and_given(qtbot: QtBot) -> None:
    row = NumberRow(DOWN)
    edits = shown(qtbot, row, None)
    assert (row.entry.text(), row.slider.number) == ("as up", None)
    typed(qtbot, row.entry, "12")
    row.show_value(12)
    typed(qtbot, row.entry, "")
    row.entry.clear()
    QTest.keyClick(row.entry, Qt.Key.Key_Return)
    assert edits == [(12, False), (None, False)]


def test_a_required_number_can_not_be_emptied(qtbot: QtBot) -> None:
    row = NumberRow(STEP_SIZE)
    edits = shown(qtbot, row, 220)
    row.entry.setFocus()
    row.entry.clear()
    QTest.keyClick(row.entry, Qt.Key.Key_Return)
    assert edits == []
    assert row.error.text().endswith("Still drawn with 220.")


def test_the_notch_stands_at_torch_s_default_and_a_required_number_has_none(qtbot: QtBot) -> None:
    for made, default in ((GAMMA, 0.1), (STEP_SIZE, None)):
        row = NumberRow(made)
        edits = shown(qtbot, row, 1)
        scale = row.slider.scale
        x = round(8 + scale.share(default if default is not None else 30) * (row.slider.width() - 16))
        QTest.mouseClick(row.slider, Qt.MouseButton.LeftButton, pos=QPoint(x, 20))
        assert (edits[0][0] == default) is (default is not None)


def test_name_help_bound_and_default_are_told(qtbot: QtBot) -> None:
    row = NumberRow(GAMMA)
    shown(qtbot, row, 0.1)
    assert row.toolTip() == "What a drop multiplies the rate by.\nA number of at least 0. Default 0.1."
    spoken = QAccessible.queryAccessibleInterface(row.entry)
    assert (spoken.role(), spoken.text(QAccessible.Text.Name)) == (QAccessible.Role.EditableText, "gamma")
    assert spoken.text(QAccessible.Text.Description) == row.toolTip()
    slider = QAccessible.queryAccessibleInterface(row.slider)
    assert [slider.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value)] == ["gamma", "0.1"]


def test_a_long_number_makes_the_field_wider_and_never_covers_the_name(qtbot: QtBot) -> None:
    row = NumberRow(STEP_SIZE)
    shown(qtbot, row, 1)
    row.set_scale(scale_of(STEP_SIZE, 10**9), "steps")
    row.show_value(10**9)
    qtbot.waitUntil(lambda: row.entry.width() > 92)
    name = row.findChild(ElidedLabel)
    assert isinstance(name, ElidedLabel)
    assert name.geometry().right() < row.entry.geometry().left()


def test_a_check_is_clicked_anywhere_and_by_space(qtbot: QtBot) -> None:
    row = Check(field(SGD, "nesterov"))
    edits = shown(qtbot, row, False)
    QTest.mouseClick(row.box, Qt.MouseButton.LeftButton, pos=row.box.rect().center())
    row.show_value(True)
    row.box.setFocus()
    QTest.keyClick(row.box, Qt.Key.Key_Space)
    assert edits == [(True, False), (False, False)]
    spoken = QAccessible.queryAccessibleInterface(row.box)
    assert (spoken.role(), spoken.text(QAccessible.Text.Name)) == (QAccessible.Role.CheckBox, "nesterov")
    assert row.box.height() >= metrics.HIT


def test_few_words_stand_side_by_side(qtbot: QtBot) -> None:
    row = ChoiceRow(field(MLP, "norm"))
    edits = shown(qtbot, row, "none")
    assert isinstance(row.chooser, Segmented)
    QTest.mouseClick(row.chooser.button("LayerNorm"), Qt.MouseButton.LeftButton)
    assert edits == [("LayerNorm", False)]
    row.show_value("none")
    assert row.value == "none"


def test_a_choice_may_be_a_number(qtbot: QtBot) -> None:
    row = ChoiceRow(field(HingeLoss, "p"))
    edits = shown(qtbot, row, 1)
    assert isinstance(row.chooser, Segmented)
    QTest.mouseClick(row.chooser.button("2"), Qt.MouseButton.LeftButton)
    assert edits == [(2, False)]


def test_a_list_may_be_left_out(qtbot: QtBot) -> None:
    row = ListRow(field(CrossEntropyLoss, "weight"))
    edits = shown(qtbot, row, None)
    assert row.entries[0].text() == ""
    typed(qtbot, row.entries[0], "1 2.5")
    row.show_value((1.0, 2.5))
    row.entries[0].clear()
    QTest.keyClick(row.entries[0], Qt.Key.Key_Return)
    assert edits == [((1, 2.5), False), (None, False)]


def test_many_words_are_a_choice_box(qtbot: QtBot) -> None:
    many = Field(
        "mode", str, "choice", False, "a", False, "", "", "linear", None, 1, "", tuple("abcdef"), "one of these",
        False, False, False, "",
    )  # fmt: skip
    row = ChoiceRow(many)
    edits = shown(qtbot, row, "a")
    assert isinstance(row.chooser, ChoiceBox)
    row.chooser.open()
    assert row.chooser.list is not None
    QTest.keyClicks(row.chooser.list.search, "d")
    QTest.keyClick(row.chooser.list.search, Qt.Key.Key_Return)
    assert edits == [("d", False)]


def test_a_list_is_typed_as_numbers_with_commas(qtbot: QtBot) -> None:
    row = ListRow(field(MultiStepLR, "milestones"))
    edits = shown(qtbot, row, (30, 80))
    assert row.entries[0].text() == "30, 80"
    typed(qtbot, row.entries[0], "30, 80, 1e2")
    typed(qtbot, row.entries[0], "30, soon")
    assert edits == [((30, 80, 100), False)]
    assert row.error.text() == "“soon” is not a number. Still drawn with 30, 80."


def test_a_pair_has_two_fields(qtbot: QtBot) -> None:
    row = ListRow(field(AdamW, "betas"))
    edits = shown(qtbot, row, (0.9, 0.999))
    assert [entry.text() for entry in row.entries] == ["0.9", "0.999"]
    typed(qtbot, row.entries[1], "0.95")
    assert edits == [((0.9, 0.95), False)]
    assert [entry.accessibleName() for entry in row.entries] == ["betas 1", "betas 2"]


def test_a_text_is_sent_on_enter(qtbot: QtBot) -> None:
    row = TextRow(field(LambdaLR, "lr_lambda"))
    edits = shown(qtbot, row, "0.95 ** t")
    typed(qtbot, row.entry, "1 / (1 + t)")
    assert edits == [("1 / (1 + t)", False)]
    assert QAccessible.queryAccessibleInterface(row.entry).text(QAccessible.Text.Value) == "1 / (1 + t)"


def test_tab_goes_from_field_to_slider_and_out(qtbot: QtBot) -> None:
    row = NumberRow(GAMMA)
    shown(qtbot, row, 0.1)
    row.entry.setFocus()
    QTest.keyClick(row.entry, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is row.slider


def test_a_choice_that_none_stands_for_is_shown_as_chosen_and_gives_none(qtbot: QtBot) -> None:
    row = ChoiceRow(field(Muon, "adjust_lr_fn"))
    edits = shown(qtbot, row, None)
    assert isinstance(row.chooser, Segmented)
    assert (row.chooser.keys(), row.chooser.choice) == (("original", "match_rms_adamw"), "original")
    QTest.mouseClick(row.chooser.button("match_rms_adamw"), Qt.MouseButton.LeftButton)
    row.show_value("match_rms_adamw")
    QTest.mouseClick(row.chooser.button("original"), Qt.MouseButton.LeftButton)
    assert edits == [("match_rms_adamw", False), (None, False)]


def test_without_a_number_no_unit_stands_behind_the_word(qtbot: QtBot) -> None:
    row = NumberRow(DOWN)
    shown(qtbot, row, None)
    row.set_scale(row.slider.scale, "steps")
    plain = row.entry.textMargins().right()
    row.show_value(12)
    assert row.entry.textMargins().right() > plain
    row.show_value(None)
    assert row.entry.textMargins().right() == plain


def test_three_numbers_have_a_field_each_below_the_name(qtbot: QtBot) -> None:
    row = ListRow(field(Muon, "ns_coefficients"))
    edits = shown(qtbot, row, Muon().ns_coefficients)
    assert [entry.text() for entry in row.entries] == ["3.4445", "−4.775", "2.0315"]
    typed(qtbot, row.entries[1], "-4")
    assert edits == [((3.4445, -4.0, 2.0315), False)]


def test_a_number_is_seen_whole_before_its_unit_is(qtbot: QtBot) -> None:
    field = NumberField(name="step", scale=Scale(1, 10**12, log=True, whole=True), unit="steps")
    qtbot.addWidget(field)
    field.show_value(440)
    field.resize(92, 24)
    field.show()  # Qt lays nothing out before
    alone = field.textMargins().left()
    assert field.textMargins().right() > alone
    field.show_value(501_000_000)
    assert field.textMargins().right() == alone
    field.resize(field.sizeHint())
    assert field.textMargins().right() > alone, "it asks for the room of both"


def test_a_number_stays_clear_of_its_unit_in_another_language(qtbot: QtBot) -> None:
    field = NumberField(name="step", scale=Scale(1, 1000, whole=True), unit="스텝")
    qtbot.addWidget(field)
    field.show_value(220)
    field.resize(120, 24)
    field.show()
    before = field.textMargins().right()
    field._unit = "updates"  # as all texts are that a widget keeps, where the language is switched
    field.grab()
    assert field.textMargins().right() > before
