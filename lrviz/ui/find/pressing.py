"""Which keys an action may be given."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt

from lrviz.ui import keymap

_ALONE = (
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_unknown,
)
_FOCUS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
_MOVES = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Space,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Backspace,
)
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def is_whole(pressed: QKeyCombination) -> bool:
    """Whether some keys are more than modifiers."""
    return pressed.key() not in _ALONE


def refused(pressed: QKeyCombination, *, bare: bool) -> str:
    """Say why an action can't have these keys; nothing where it can.

    What moves the focus is never given away, and what moves things in controls only to actions that move too (`bare`).
    A letter alone may be given: it acts while no field has the focus.
    """
    if pressed.keyboardModifiers() & _HELD:
        return ""
    said, held = keymap.native_of(pressed), map(keymap.held, ("Ctrl", "Alt"))
    if pressed.key() in _FOCUS:
        return _tr("{0} goes on, takes or leaves what has the focus. Hold {1} or {2} too.").format(said, *held)
    if pressed.key() in _MOVES and not bare:
        return _tr("{0} moves things in lists and fields. Hold {1} or {2} too.").format(said, *held)
    return ""


def acts_apart_from_fields(pressed: QKeyCombination) -> bool:
    """Whether keys are typed into a field that has the focus, and act only where none has."""
    held = pressed.keyboardModifiers() & _HELD
    return not held and (Qt.Key.Key_Space < pressed.key() < Qt.Key.Key_Escape)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Keys", text)
