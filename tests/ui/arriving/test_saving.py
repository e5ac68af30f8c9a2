"""Where a file is saved: what a person typed, with a suffix, and never over another file unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from lrviz.ui.arriving import saving

Button = QMessageBox.StandardButton


@pytest.fixture
def typed(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typed:
    return Typed(qtbot, tmp_path, monkeypatch)


class Typed:
    """What is given for a name that is typed into the dialog, in a folder with study.lrviz in it."""

    def __init__(self, qtbot: QtBot, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.questions: list[str] = []
        self.answer = Button.Cancel
        self._folder, self._patch = folder, patch
        (folder / "study.lrviz").touch()
        qtbot.addWidget(widget := QWidget())
        self._widget = widget
        patch.setattr(QMessageBox, "question", self._question)

    def __call__(self, name: str) -> str | None:
        chosen = str(self._folder / name) if name else ""
        self._patch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
        path = saving.ask(self._widget, "Save", "session.lrviz", "Sessions (*.lrviz)", ".lrviz")
        return path.name if path is not None else None

    def _question(self, *given: object) -> Button:
        self.questions.append(str(given[2]))
        return self.answer


def test_a_name_gets_a_suffix_where_it_has_none(typed: Typed) -> None:
    assert [typed(name) for name in ("a", "a.json", "lr 0.1", "한글 🎢", "")] == [
        "a.lrviz",
        "a.json",
        "lr 0.1.lrviz",
        "한글 🎢.lrviz",
        None,
    ]
    assert not typed.questions


def test_a_file_that_the_suffix_leads_to_is_replaced_only_by_a_person_who_was_asked(typed: Typed) -> None:
    assert typed("study") is None
    assert typed.questions == ["study.lrviz is there already. Replace it?"]
    typed.answer = Button.Yes
    assert typed("study") == "study.lrviz"
    typed.questions.clear()
    assert typed("study.lrviz") == "study.lrviz"
    assert not typed.questions, "the dialog itself has asked"
