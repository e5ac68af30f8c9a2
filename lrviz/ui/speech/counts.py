"""How many of something there are, in words: "1 step", "440 steps", with the plural forms of the language in force."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lrviz.ui.numbers import whole


def steps(number: int) -> str:
    """Say so many steps."""
    return _tr("{0} step(s)", number).format(whole(number))


def updates(number: int) -> str:
    """Say so many updates."""
    return _tr("{0} update(s)", number).format(whole(number))


def epochs(number: float, written: str) -> str:
    """Say so many epochs, `written` as it is to be read: a plan may have part of one."""
    return _tr("{0} epoch(s)", 1 if number == 1 else 2).format(written)


def seeds(number: int) -> str:
    """Say so many seeds."""
    return _tr("{0} seed(s)", number).format(whole(number))


def runs(number: int) -> str:
    """Say so many runs."""
    return _tr("{0} run(s)", number).format(whole(number))


def examples(number: int) -> str:
    """Say so many examples."""
    return _tr("{0} example(s)", number).format(whole(number))


def numbers(number: int) -> str:
    """Say so many numbers."""
    return _tr("{0} number(s)", number).format(whole(number))


def rows(number: int) -> str:
    """Say so many rows."""
    return _tr("{0} row(s)", number).format(whole(number))


def _tr(text: str, number: int) -> str:
    return QCoreApplication.translate("Count", text, "", number)
