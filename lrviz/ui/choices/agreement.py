"""A person's agreement to have a model's file executed: asked once for each text and place, kept in the settings."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from lrviz import modelfile
from lrviz.catalog.models.own_model import ModelFile, foreign
from lrviz.catalog.problem import Problem

KEY = "agreed models"
MOST = 100
"""Agreements kept; the oldest are forgotten."""


def agreed(consent: str) -> bool:
    """Whether a person has agreed to this file."""
    return consent in _kept()


def trusted(problem: Problem) -> str | None:
    """Give the consent by which a job may execute a problem's model: empty where it is no file, None without one."""
    own = foreign(problem.model)
    if own is None:
        return ""
    return own.consent if agreed(own.consent) else None


def agree(consent: str) -> None:
    """Keep a person's agreement."""
    QSettings().setValue(KEY, [*_kept(), consent][-MOST:])


def count() -> int:
    """How many files a person has agreed to."""
    return len(_kept())


def revoke() -> None:
    """Forget all agreements: whoever wants to race such a file is asked again."""
    QSettings().remove(KEY)


def question(source: ModelFile, parent: QWidget) -> QMessageBox:
    """Make the dialog that asks whether a file may be executed; its text can be read in it.

    Raises
    ------
    ModelFileError
        The file can't be read, or isn't the one that was chosen.
    """
    translate = QCoreApplication.translate
    text = modelfile.read(source.file)
    if modelfile.digest(text) != source.digest:
        words = translate("Agreement", "{0} has changed since it was chosen: read it again in the problem's form")
        raise modelfile.ModelFileError(words.format(source.name))
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(translate("Agreement", "Execute {0}?").format(source.name))
    box.setText(translate("Agreement", "{0} is a program. Execute it to race its model?").format(source.name))
    about = translate(
        "Agreement", "It can do whatever you can on this computer, and so can all it imports. It comes from {0}."
    )
    box.setInformativeText(about.format(source.file))
    box.setDetailedText(text)
    box.setTextFormat(Qt.TextFormat.PlainText)
    yes = box.addButton(translate("Agreement", "Execute it"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    yes.setObjectName("agree")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


def _kept() -> list[str]:
    kept = QSettings().value(KEY, [])
    return [str(each) for each in (cast("list[object]", kept) if isinstance(kept, list) else [kept])]
