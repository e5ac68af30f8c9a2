"""What is remembered of each table: the columns that were chosen, what it is sorted by, and how it was copied last."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSettings

from lrviz.export.typeset import FORMATS, Format

Order = Literal["rising", "falling"]


def columns(key: str) -> tuple[str, ...]:
    """Give the columns chosen for a table; none until a person chose some."""
    kept = QSettings().value(f"table/{key}/columns")
    return tuple(kept.split(",")) if isinstance(kept, str) and kept else ()


def choose(key: str, chosen: tuple[str, ...]) -> None:
    """Show these columns of a table from now on; none stands for those shown at first."""
    QSettings().setValue(f"table/{key}/columns", ",".join(chosen))


def sorted_by(key: str) -> tuple[str, Order] | None:
    """Give the column that a table is sorted by, and which way; None where its rows stand in their own order."""
    column, _, order = str(QSettings().value(f"table/{key}/sorted", "")).rpartition(":")
    return (column, "falling" if order == "falling" else "rising") if column else None


def sort_by(key: str, column: str, order: Order) -> None:
    """Sort a table by a column from now on; by none where it is empty."""
    QSettings().setValue(f"table/{key}/sorted", f"{column}:{order}" if column else "")


def copied_as() -> Format:
    """Give the format tables are copied in until a person takes another."""
    kept = QSettings().value("table/copied as")
    return next((known for known in FORMATS if known == kept), "markdown")


def copy_as(chosen: Format) -> None:
    """Copy tables in a format from now on."""
    QSettings().setValue("table/copied as", chosen)
