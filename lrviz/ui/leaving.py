"""Leaving: the one question before a window closes, about its race and its changes together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from lrviz.ui.numbers import whole

if TYPE_CHECKING:
    from lrviz.ui.window import Window


def may_close(window: Window) -> bool:
    """Ask what becomes of a race under way and of changes in no file, once; False where a person would rather stay.

    Where the system ends the session there is nobody to ask: all is kept for the next launch.
    """
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.isSavingSession() and window.comeback is not None:
        window.comeback.stop()
        return True
    own = window.classroom.own
    session = own.session if own is not None else window.store.session
    racing = window.races.active and window.races.recording is not None
    if not racing and not session.modified:
        return True
    save, leave = _asked(window, racing=racing, changed=session.modified)
    if not (save or leave):
        return False
    window.files.leaving.emit()
    return window.files.save() if save else True


def _asked(window: Window, *, racing: bool, changed: bool) -> tuple[bool, bool]:
    """Give whether to save and leave, and whether to leave without saving."""
    box = QMessageBox(window)
    box.setWindowTitle("lrviz")
    texts = {
        (True, True): _tr("Save changes, stop the race and close?"),
        (True, False): _tr("Stop the race and close?"),
        (False, True): _tr("Save changes?"),
    }
    box.setText(texts[racing, changed])
    lines = [_done(window)] if racing else []
    lines += [_tr("The session has changes that are in no file yet.")] if changed else []
    box.setInformativeText("\n".join(lines))
    save = box.addButton(_save_words(racing=racing), QMessageBox.ButtonRole.AcceptRole) if changed else None
    words = _tr("Close without saving") if changed else _tr("Stop and close")
    leave = box.addButton(words, QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(_tr("Keep racing") if racing else _tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save or stay)
    box.setEscapeButton(stay)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return save is not None and clicked is save, clicked is leave


def _done(window: Window) -> str:
    """Say how far the race is, and that this isn't lost where it isn't."""
    recording = window.races.recording
    if recording is None:
        return ""
    keeps = window.comeback is not None and window.comeback.keeps
    words = (
        _tr("{0} of {1} step{1:|s} {0:is|are} done and will be kept.")
        if keeps
        else _tr("{0} of {1} step{1:|s} {0:is|are} done.")
    )
    return words.format(whole(recording.step), whole(recording.experiment.training.steps))


def _save_words(*, racing: bool) -> str:
    return _tr("Save and close") if racing else _tr("Save")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Leaving", text)
