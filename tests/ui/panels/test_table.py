"""The dock's table: what it shows, how it sorts, what it tells those who can't see it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from lrviz.ui.panels.table import TableView
from lrviz.ui.table import Cell, Row, Table

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
