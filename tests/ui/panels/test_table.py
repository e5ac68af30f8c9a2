"""The dock's table: what it shows, how it sorts, what it tells those who can't see it."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from lrviz.ui.compared import kept_columns
from lrviz.ui.panels.table import TableView
from lrviz.ui.table import MISSING, Cell, Offer, Row, Table

TABLE = Table(
    "Metrics",
    ("Loss", "Accuracy"),
    (
        Row("constant", 0, (Cell("0.554", 0.554), Cell("87.8 %", 0.878))),
        Row("step", 1, (Cell("0.384", 0.384), Cell("95.5 %", 0.955))),
        Row("cosine", 2, (Cell("0.366", 0.366, best=True), Cell("95.6 %", 0.956, best=True))),
    ),
)


def shown(qtbot: QtBot, width: int = 600) -> TableView:
    view = TableView()
    qtbot.addWidget(view)
    view.resize(width, 200)
    view.show_table(TABLE)
    view.show()
    return view


def column(view: TableView, at: int) -> list[str]:
    model = view.model()
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def test_runs_stand_in_their_order_until_a_head_is_clicked(qtbot: QtBot) -> None:
    view = shown(qtbot)
    assert column(view, 0) == ["constant", "step", "cosine"]
    head = view.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(1) + 20, head.height() // 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert column(view, 1) == ["0.366", "0.384", "0.554"]
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert column(view, 1) == ["0.554", "0.384", "0.366"]


def test_a_sorting_stays_when_values_change(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    better = Row("constant", 0, (Cell("0.1", 0.1), Cell("99 %", 0.99)))
    view.show_table(Table(TABLE.title, TABLE.heads, (better, *TABLE.rows[1:])))
    assert column(view, 0) == ["constant", "cosine", "step"]


def test_the_best_is_told_in_words_too(qtbot: QtBot) -> None:
    view = shown(qtbot)
    index = view.model().index(2, 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "0.366, best"
    assert view.accessibleName() == "Metrics"


def test_columns_fill_the_width_they_have(qtbot: QtBot) -> None:
    for width in (320, 400, 900):
        view = shown(qtbot, width)
        widths = [view.horizontalHeader().sectionSize(at) for at in range(3)]
        assert sum(widths) <= view.viewport().width() + 1
        assert min(widths[1:]) > 40


def test_without_runs_there_is_an_empty_table(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_table(Table("Metrics", TABLE.heads, ()))
    assert column(view, 0) == []


def test_only_cells_that_changed_are_painted_anew(qtbot: QtBot) -> None:
    view = shown(qtbot)
    changed: list[tuple[int, int]] = []
    view.shown.dataChanged.connect(lambda first, _last: changed.append((first.row(), first.column())))
    constant, step, cosine = TABLE.rows
    better = replace(step, cells=(Cell("0.3", 0.3), step.cells[1]))
    view.show_table(replace(TABLE, rows=(constant, better, cosine)))
    assert changed == [(1, 1)]
    view.show_table(replace(TABLE, rows=(constant, better, replace(cosine, selected=True))))
    assert changed == [(1, 1), (2, 0), (2, 1), (2, 2)]
    view.show_table(replace(TABLE, rows=(constant, better, replace(cosine, selected=True))))
    assert len(changed) == 4


KEYED = replace(
    TABLE,
    key="metrics",
    keys=("loss", "accuracy"),
    offers=(Offer("loss", "Loss", "Now"), Offer("accuracy", "Accuracy", "Now"), Offer("step", "Step", "Best")),
)


def cell(view: TableView, row: int, column: int) -> QPoint:
    return view.visualRect(view.model().index(row, column)).center()


def press(view: TableView, at: QPoint, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, at)


def head(view: TableView, column: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    above = view.horizontalHeader()
    place = QPoint(above.sectionViewportPosition(column) + 20, above.height() // 2)
    QTest.mouseClick(above.viewport(), Qt.MouseButton.LeftButton, held, place)


def clipboard() -> list[str]:
    return QGuiApplication.clipboard().text().splitlines()


def test_what_is_missing_is_last_whichever_way_it_is_sorted(qtbot: QtBot) -> None:
    view = shown(qtbot)
    lost = Row("lost", 3, (MISSING, Cell("–", math.nan)))
    view.show_table(replace(TABLE, rows=(lost, *TABLE.rows)))
    head(view, 1)
    assert column(view, 0) == ["cosine", "step", "constant", "lost"]
    head(view, 1)
    assert column(view, 0) == ["constant", "step", "cosine", "lost"]
    head(view, 1)
    assert column(view, 0) == ["lost", "constant", "step", "cosine"]


def test_enter_sorts_by_the_cells_column_there_and_back(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 2))
    for wanted in (
        ["constant", "step", "cosine"],
        ["cosine", "step", "constant"],
        ["constant", "step", "cosine"],
    ):
        QTest.keyClick(view, Qt.Key.Key_Return)
        assert column(view, 0) == wanted
    assert view.horizontalHeader().sortIndicatorSection() == -1


def test_a_sorting_is_remembered_for_its_table_though_its_column_moves(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_table(KEYED)
    head(view, 1)
    view.show_table(replace(TABLE, key="rates", heads=("At cursor", "Peak")))
    assert column(view, 0) == ["constant", "step", "cosine"]
    again = TableView()
    qtbot.addWidget(again)
    turned = tuple(replace(row, cells=row.cells[::-1]) for row in KEYED.rows)
    again.show_table(replace(KEYED, heads=KEYED.heads[::-1], keys=KEYED.keys[::-1], rows=turned))
    assert column(again, 0) == ["cosine", "step", "constant"]
    again.show_table(
        replace(
            KEYED,
            heads=("Accuracy",),
            keys=("accuracy",),
            rows=tuple(replace(row, cells=row.cells[1:]) for row in KEYED.rows),
        )
    )
    assert column(again, 0) == ["constant", "step", "cosine"]
    again.show_table(KEYED)
    assert column(again, 0) == ["cosine", "step", "constant"]


def test_all_is_copied_as_it_is_sorted_in_the_format_of_last_time(qtbot: QtBot) -> None:
    view = shown(qtbot)
    head(view, 1)
    view.setFocus()
    with qtbot.waitSignal(view.copied, check_params_cb=lambda form: form == "markdown"):
        QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == [
        "| Run      |      Loss |   Accuracy |",
        "|:---------|----------:|-----------:|",
        "| cosine   | **0.366** | **95.6 %** |",
        "| step     |     0.384 |     95.5 % |",
        "| constant |     0.554 |     87.8 % |",
    ]
    csv = next(action for action in view.copy_menu(view).actions() if action.text() == "Copy as CSV")
    csv.trigger()
    assert clipboard() == ["Run,Loss,Accuracy", "cosine,0.366,0.956", "step,0.384,0.955", "constant,0.554,0.878"]
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard()[0] == "Run,Loss,Accuracy"


def test_a_click_on_a_name_takes_the_row_and_one_with_ctrl_on_a_head_the_column(qtbot: QtBot) -> None:
    view = shown(qtbot)
    press(view, cell(view, 1, 0))
    view.copy("csv")
    assert clipboard() == ["Run,Loss,Accuracy", "step,0.384,0.955"]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    head(view, 2, Qt.KeyboardModifier.ControlModifier)
    view.copy("csv")
    assert clipboard() == ["Run,Accuracy", "constant,0.878", "step,0.955", "cosine,0.956"]
    assert column(view, 0) == ["constant", "step", "cosine"]


def test_cells_are_taken_with_shift_and_the_arrows(qtbot: QtBot) -> None:
    view = shown(qtbot)
    press(view, cell(view, 0, 1))
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    view.copy("csv")
    assert clipboard() == ["Run,Loss", "constant,0.554", "step,0.384"]


def test_columns_are_chosen_from_a_menu_in_groups(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_table(KEYED)
    menu = view.column_menu(view)
    assert [action.text() for action in menu.actions()] == ["Now", "Best", "", "All", "As at first"]
    now = menu.actions()[0].menu()
    assert isinstance(now, QMenu)
    assert [(one.text(), one.isChecked()) for one in now.actions()] == [("Loss", True), ("Accuracy", True)]
    with qtbot.waitSignal(view.columns_chosen):
        now.actions()[0].trigger()
    assert kept_columns.columns("metrics") == ("accuracy",)
    view.column_menu(view).actions()[-1].trigger()
    assert kept_columns.columns("metrics") == ()


def test_a_stale_row_says_so_in_its_name(qtbot: QtBot) -> None:
    view = shown(qtbot)
    constant, *others = TABLE.rows
    view.show_table(replace(TABLE, rows=(replace(constant, faint=True, note="stale"), *others)))
    assert view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "constant, stale"
    assert "constant, stale" in view.written("csv")


def test_names_stay_in_sight_while_the_rest_is_scrolled(qtbot: QtBot) -> None:
    view = shown(qtbot, 400)
    wide = tuple(replace(row, cells=row.cells * 8) for row in TABLE.rows)
    view.show_table(replace(TABLE, heads=tuple(f"Column {at}" for at in range(16)), rows=wide))
    unscrolled = view.viewport().grab().toImage()
    view.horizontalScrollBar().setValue(300)
    scrolled = view.viewport().grab().toImage()
    name = view.horizontalHeader().sectionSize(0)
    at = [(x, y) for x in range(0, name - 8, 3) for y in range(0, 96, 3)]
    assert [scrolled.pixel(*place) for place in at] == [unscrolled.pixel(*place) for place in at]
    assert view.columnViewportPosition(1) < 0
    press(view, QPoint(name // 2, cell(view, 1, 0).y()))
    view.copy("csv")
    assert [line.split(",")[0] for line in clipboard()] == ["Run", "step"]
