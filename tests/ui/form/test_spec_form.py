from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lrviz.catalog import losses, models, optimizers, problems, schedules, surfaces
from lrviz.catalog.models.cnn import CNN
from lrviz.catalog.models.transformer import Transformer
from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.lambda_lr import LambdaLR
from lrviz.catalog.schedules.multi_step_lr import MultiStepLR
from lrviz.catalog.schedules.one_cycle_lr import OneCycleLR
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.spec import Field, Spec, Value, fields
from lrviz.training import Training
from lrviz.ui import metrics, palette
from lrviz.ui.controls.check import Check
from lrviz.ui.controls.choice_box import ChoiceBox
from lrviz.ui.controls.choice_row import ChoiceRow
from lrviz.ui.controls.entry_field import EntryField
from lrviz.ui.controls.grouped_row import GroupedRow
from lrviz.ui.controls.list_row import ListRow
from lrviz.ui.controls.number_row import NumberRow
from lrviz.ui.controls.row import Row
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.controls.text_row import TextRow
from lrviz.ui.form.rows import has_row
from lrviz.ui.form.spec_form import SpecForm

CATALOG: tuple[type[Spec], ...] = (
    *schedules.SCHEDULES,
    *optimizers.OPTIMIZERS,
    *losses.LOSSES,
    *models.MODELS,
    *surfaces.SURFACES,
    *problems.PROBLEMS,
)
CLASSES: tuple[type[Value], ...] = (*CATALOG, Training)
FIELDS = [(cls, field) for cls in CLASSES for field in fields(cls) if has_row(field)]
Edits = list[tuple[Value, str, bool]]
Drawn = Callable[[type[Value]], st.SearchStrategy[Value]]


def example(cls: type[Value]) -> Value:
    return cls.example() if issubclass(cls, Spec) else cls()


@pytest.fixture
def form(qtbot: QtBot) -> SpecForm:
    form = SpecForm()
    qtbot.addWidget(form)
    form.resize(256, 800)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    return form


@pytest.fixture
def edits(form: SpecForm) -> Edits:
    edits: Edits = []
    form.edited.connect(lambda spec, name, dragging: edits.append((spec, name, dragging)))
    return edits


def read_back(row: Row) -> Any:
    """Read what a person sees in a row."""
    match row:
        case NumberRow():
            return row.entry.value
        case Check():
            return row.box.isChecked()
        case ChoiceRow():
            stands_for_none = row.field.optional and row.chooser.choice == row.field.none
            return None if stands_for_none else {str(each): each for each in row.field.choices}[row.chooser.choice]
        case GroupedRow():
            own = read_back(row.single)
            return own if row.single.isVisibleTo(row) else tuple(entry.value for entry in row.entries)
        case TextRow():
            return row.entry.text() or (None if row.field.optional else "")
        case ListRow():
            values = [entry.value for entry in row.entries]
            return tuple(values) if len(values) > 1 else values[0]
    raise AssertionError(row)


def typed(qtbot: QtBot, entry: EntryField, text: str) -> None:
    entry.setFocus()
    entry.setText(text)
    QTest.keyClick(entry, Qt.Key.Key_Return)


def edit(qtbot: QtBot, row: Row) -> None:
    """Change a row as a person would."""
    match row:
        case NumberRow():
            key = Qt.Key.Key_Down if row.slider.number == row.slider.scale.high else Qt.Key.Key_Up
            QTest.keyClick(row.slider, key)
        case Check():
            QTest.mouseClick(row.box, Qt.MouseButton.LeftButton)
        case ChoiceRow():
            other = next(key for key in row.field.choices if key not in {row.value, row.field.none})
            assert isinstance(row.chooser, Segmented | ChoiceBox)
            if isinstance(row.chooser, Segmented):
                QTest.mouseClick(row.chooser.button(str(other)), Qt.MouseButton.LeftButton)
            else:
                row.chooser.chosen.emit(str(other))
        case TextRow():
            typed(qtbot, row.entry, "0.5 ** t")
        case ListRow():
            typed(qtbot, row.entries[0], "12" if row.field.kind == "ints" else "0.5")


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_class_of_the_catalog_has_a_form_with_a_row_for_each_field(form: SpecForm, cls: type[Value]) -> None:
    form.show_spec(example(cls), 2)
    assert set(form.rows) == {field.name for field in fields(cls) if has_row(field)}
    assert {name: read_back(row) for name, row in form.rows.items()} == {
        name: getattr(example(cls), name) for name in form.rows
    }


@pytest.mark.parametrize(("cls", "field"), FIELDS, ids=[f"{cls.__name__}.{field.name}" for cls, field in FIELDS])
def test_every_field_can_be_edited_and_sends_the_whole_value(
    form: SpecForm, edits: Edits, qtbot: QtBot, cls: type[Value], field: Field
) -> None:
    before = example(cls)
    form.show_spec(before, 0, steps=440)
    if field.rare and form.more is not None:
        form.more.setChecked(True)
    row = form.rows[field.name]
    edit(qtbot, row.single if isinstance(row, GroupedRow) else row)
    if row.error.text():  # a bound between two fields: said, and nothing sent
        assert row.error.text().partition(" must be ")[0] in {own.name for own in fields(cls)}
        assert edits == []
        return
    ((after, name, dragging),) = edits
    assert (name, dragging) == (field.name, False)
    assert getattr(after, field.name) != getattr(before, field.name)
    assert msgspec.structs.replace(after, **{field.name: getattr(before, field.name)}) == before


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])  # one form shows them all
@given(data=st.data())
def test_what_is_shown_is_read_back_and_nothing_is_sent(
    form: SpecForm, edits: Edits, specs: Drawn, data: st.DataObject, cls: type[Value]
) -> None:
    spec = data.draw(specs(cls))
    form.show_spec(spec, data.draw(st.integers(0, 12)), steps=data.draw(st.integers(1, 10**12)))
    for name, row in form.rows.items():
        value = getattr(spec, name)
        assert read_back(row) == (None if row.field.optional and value == row.field.none else value)
    assert edits == []


def test_one_drag_is_many_edits_and_one_last(form: SpecForm, edits: Edits, qtbot: QtBot) -> None:
    form.show_spec(StepLR(220), 1, steps=440)
    form.edited.connect(lambda spec, _name, _dragging: form.show_spec(spec, 1, steps=440))
    row = form.rows["step_size"]
    assert isinstance(row, NumberRow)
    middle = row.slider.height() // 2
    start = round(8 + row.slider.scale.share(220) * (row.slider.width() - 16))
    QTest.mousePress(row.slider, Qt.MouseButton.LeftButton, pos=QPoint(start, middle))
    for x in range(start - 10, start - 70, -10):
        QTest.mouseMove(row.slider, QPoint(x, middle))
    QTest.mouseRelease(row.slider, Qt.MouseButton.LeftButton, pos=QPoint(start - 60, middle))
    assert [dragging for _, _, dragging in edits] == [True] * 6 + [False]
    sizes = [spec.step_size for spec, _, _ in edits if isinstance(spec, StepLR)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] == sizes[-2] == int(row.entry.text())


def test_an_entry_out_of_bounds_is_said_and_the_last_valid_value_stays(
    form: SpecForm, edits: Edits, qtbot: QtBot
) -> None:
    form.show_spec(StepLR(220), 1, steps=440)
    row = form.rows["step_size"]
    assert isinstance(row, NumberRow)
    typed(qtbot, row.entry, "0")
    assert edits == []
    assert row.error.text() == "step_size must be at least 1. Still drawn with 220."
    assert (row.entry.text(), row.entry.has_error, row.slider.number) == ("0", True, 220)
    assert form.spec == StepLR(220)
    typed(qtbot, row.entry, "30")
    assert [spec for spec, _, _ in edits] == [StepLR(30)]
    assert (row.error.text(), row.entry.has_error) == ("", False)


@pytest.mark.parametrize(
    ("spec", "entered", "said"),
    [
        (StepLR(220), ("step_size", "1.5"), "step_size must be a whole number between 1 and 10¹⁵."),
        (StepLR(220), ("gamma", "-0.1"), "gamma must be at least 0."),
        (OneCycleLR(max_lr=0.1, total_steps=9), ("pct_start", "1.5"), "pct_start must be at most 1."),
        (OneCycleLR(max_lr=0.1, total_steps=9), ("div_factor", "0"), "div_factor must be greater than 0."),
        (AdamW(), ("betas", "1"), "betas must be"),
        (LambdaLR("0.95 ** t"), ("lr_lambda", "__import__('os')"), "lr_lambda must be an expression of t"),
        (MultiStepLR((30,)), ("milestones", "30, -4"), "milestones must be a list"),
        (Training(), ("seeds", "1, 1"), "seeds must be a list without repeats."),
    ],
)
def test_each_kind_of_field_names_the_bound_it_breaks(
    form: SpecForm, qtbot: QtBot, spec: Value, entered: tuple[str, str], said: str
) -> None:
    form.show_spec(spec, 0)
    name, text = entered
    row = form.rows[name]
    row = row.single if isinstance(row, GroupedRow) else row
    assert isinstance(row, NumberRow | TextRow | ListRow)
    typed(qtbot, row.entries[0] if isinstance(row, ListRow) else row.entry, text)
    assert row.error.text().startswith(said)
    assert "Still drawn with " in row.error.text()
    assert row.error.isVisible()


def test_a_check_that_is_refused_goes_back(form: SpecForm, edits: Edits, qtbot: QtBot) -> None:
    form.show_spec(SGD(), 0)
    row = form.rows["nesterov"]
    assert isinstance(row, Check)
    assert form.more is not None
    form.more.click()
    QTest.mouseClick(row.box, Qt.MouseButton.LeftButton)
    assert (edits, row.value) == ([], False)
    assert row.error.text().startswith("nesterov must be false unless momentum is above 0")


def test_an_error_stays_where_it_is_while_another_field_is_edited(form: SpecForm, qtbot: QtBot) -> None:
    form.show_spec(StepLR(220), 1)
    form.edited.connect(lambda spec, _name, _dragging: form.show_spec(spec, 1))
    step_size, gamma = form.rows["step_size"], form.rows["gamma"]
    assert isinstance(step_size, NumberRow)
    assert isinstance(gamma, NumberRow)
    typed(qtbot, step_size.entry, "0")
    QTest.keyClick(gamma.slider, Qt.Key.Key_Up)
    assert (step_size.entry.text(), step_size.error.text() != "") == ("0", True)
    form.show_spec(StepLR(10), 1)
    assert (step_size.entry.text(), step_size.error.text()) == ("10", "")


def test_an_expression_is_shown_in_its_own_words(form: SpecForm, edits: Edits, qtbot: QtBot) -> None:
    form.show_spec(LambdaLR("0.5 ** t"), 0)
    form.edited.connect(lambda spec, _name, _dragging: form.show_spec(spec, 0))
    grouped = form.rows["lr_lambda"]
    assert isinstance(grouped, GroupedRow)
    row = grouped.single
    assert isinstance(row, TextRow)
    typed(qtbot, row.entry, "lambda epoch: 0.5**epoch")
    assert row.entry.text() == "0.5 ** t"
    typed(qtbot, row.entry, "lambda e: 0.9**e")
    assert edits[-1][0] == LambdaLR("0.9 ** t")
    assert row.entry.text() == "0.9 ** t"


def test_the_same_class_is_redrawn_in_place_and_another_one_anew(form: SpecForm) -> None:
    form.show_spec(StepLR(220), 0)
    row = form.rows["gamma"]
    form.show_spec(StepLR(30), 5)
    assert form.rows["gamma"] is row
    form.show_spec(MultiStepLR((30,)), 0)
    assert form.rows["gamma"] is not row
    form.show_spec(None, 0)
    assert form.rows == {}


def test_sliders_of_step_counts_run_over_the_plan(form: SpecForm) -> None:
    for steps, unit in ((440, "steps"), (10, "epochs"), (1, "steps"), (10**9, "steps")):
        form.show_spec(CosineAnnealingLR(T_max=10), 0, steps=steps, unit=unit)
        row = form.rows["T_max"]
        assert isinstance(row, NumberRow)
        assert (row.slider.scale.low, row.slider.scale.high) == (1, max(2, steps))


def test_the_form_keeps_nothing(form: SpecForm, edits: Edits, qtbot: QtBot) -> None:
    form.show_spec(StepLR(220), 0, steps=440)
    for name in ("step_size", "gamma"):
        row = form.rows[name]
        assert isinstance(row, NumberRow)
        QTest.keyClick(row.slider, Qt.Key.Key_Up)
    assert [spec for spec, _, _ in edits] == [StepLR(221), StepLR(220, 0.11)]
    assert form.spec == StepLR(220)


def test_what_is_folded_away_and_set_is_named(form: SpecForm) -> None:
    form.show_spec(SGD(momentum=0.9, nesterov=True), 0)
    assert form.more is not None
    row = form.rows["nesterov"]
    assert isinstance(row, Check)
    assert form.more.accessibleDescription() == "nesterov on"
    assert not row.box.isVisible()
    form.show_spec(SGD(momentum=0.9), 0)
    assert form.more.accessibleDescription() == ""
    form.more.click()
    assert row.box.isVisible()


def test_tab_goes_down_the_form_row_by_row(form: SpecForm, qtbot: QtBot) -> None:
    form.show_spec(OneCycleLR.example(), 0)
    grouped = form.rows["max_lr"]
    assert isinstance(grouped, GroupedRow)
    first = grouped.single
    assert isinstance(first, NumberRow)
    first.entry.setFocus(Qt.FocusReason.TabFocusReason)
    tops: list[int] = []
    for _ in range(14):
        focused = QApplication.focusWidget()
        assert isinstance(focused, QWidget)
        tops.append(focused.mapTo(form, QPoint(0, 0)).y())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert tops == sorted(tops)
    assert len(set(tops)) > 6


def test_the_colour_follows_the_run_and_the_theme(form: SpecForm) -> None:
    form.show_spec(StepLR(220), 3, steps=440)
    row = form.rows["step_size"]
    assert isinstance(row, NumberRow)
    for theme, colour in ((palette.LIGHT, 3), (palette.DARK, 3), (palette.DARK, 9)):
        palette.use(theme)
        form.show_spec(StepLR(220), colour, steps=440)
        pixel = row.slider.grab().toImage().pixelColor(20, row.slider.height() // 2)
        assert pixel.name() == theme.line(colour).name()


@pytest.mark.parametrize("points", [10.0, 15.0, 20.0])
@pytest.mark.parametrize("cls", [OneCycleLR, AdamW, Training], ids=lambda cls: cls.__name__)
def test_nothing_overlaps_at_any_font_size(qtbot: QtBot, points: float, cls: type[Value]) -> None:
    metrics.enlarge(points / metrics.DEFAULT_POINTS)
    try:
        form = SpecForm()
        qtbot.addWidget(form)
        form.show_spec(example(cls), 0)
        form.resize(256, form.sizeHint().height())
        form.show()
        boxes = [
            child.rect().translated(child.mapTo(form, QPoint(0, 0)))
            for child in form.findChildren(QWidget)
            if child.isVisible() and not child.findChildren(QWidget)
        ]
        assert all(not a.intersects(b) for i, a in enumerate(boxes) for b in boxes[:i])
        assert all(box.right() < 256 for box in boxes)
    finally:
        metrics.enlarge(1)


@pytest.mark.parametrize(
    ("model", "name", "reached"),
    [
        (CNN(), "kernel_size", {1, 3, 5, 7}),
        (Transformer(width=18, heads=3), "width", {width for width in range(6, 127) if width % 3 == 0}),
    ],
    ids=lambda value: str(value)[:11],
)
def test_a_slider_steps_over_what_would_be_refused(
    form: SpecForm, edits: Edits, model: Value, name: str, reached: set[int]
) -> None:
    form.show_spec(model, 0)
    form.edited.connect(lambda spec, _name, _dragging: form.show_spec(spec, 0))
    row = form.rows[name]
    assert isinstance(row, NumberRow)
    middle, right = row.slider.height() // 2, row.slider.width()
    QTest.mousePress(row.slider, Qt.MouseButton.LeftButton, pos=QPoint(1, middle))
    for x in range(right):
        QTest.mouseMove(row.slider, QPoint(x, middle))
        assert row.error.text() == ""
    QTest.mouseRelease(row.slider, Qt.MouseButton.LeftButton, pos=QPoint(right - 1, middle))
    QTest.keyClick(row.slider, Qt.Key.Key_Left)
    found = [getattr(spec, name) for spec, _, _ in edits]
    assert set(found) <= reached
    assert {min(reached), max(reached)} <= set(found)
    assert found[-1] == sorted(reached)[-2]


def test_a_typed_number_between_two_steps_is_refused_with_its_bound(form: SpecForm, edits: Edits, qtbot: QtBot) -> None:
    form.show_spec(CNN(), 0)
    row = form.rows["kernel_size"]
    assert isinstance(row, NumberRow)
    typed(qtbot, row.entry, "4")
    assert row.error.text() == "kernel_size must be odd, so that a window has a middle. Still drawn with 3."
    assert edits == []
