"""The keymap: which keys do what. An action has keys of its own; those that a person gave it instead are kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QKeyCombination, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QKeySequence

from lrviz.ui.speech.spoken import together

Keys = tuple[str, ...]
"""Keys in Qt's portable spelling ("Ctrl+R"), the first one shown."""
SECTION = "keys"
"""Where the settings keep what a person chose."""


class _Changes(QObject):
    changed = Signal()
    """Some action has other keys, or is called something else."""


changes = _Changes()
_own: dict[str, Keys] = {}
_names: dict[str, str] = {}
_in_force: dict[str, Keys] = {}


def know(own: Mapping[str, Keys]) -> None:
    """Learn of every action by its key which keys it has of its own."""
    _own.clear()
    _own.update({key: tuple(map(portable, keys)) for key, keys in own.items()})
    _changed()


def call(names: Mapping[str, str]) -> None:
    """Learn how every action is called, by its key; keys are spelled in that language too."""
    _names.clear()
    _names.update(names)
    changes.changed.emit()


def own(key: str) -> Keys:
    """Give the keys that an action has unless a person gives it others."""
    return _own.get(key, ())


def keys(key: str) -> Keys:
    """Give the keys in force for an action; none where it has none, or isn't known."""
    return _in_force.get(key, ())


def in_force(own: Mapping[str, Keys], chosen: Mapping[str, Keys]) -> dict[str, Keys]:
    """Give the keys of every action: those chosen, else its own that nobody chose for another.

    No two actions share a key where no two share one of their own: what is chosen goes to the first that chose it.
    """
    taken: set[str] = set()
    found: dict[str, Keys] = {}
    for one in own:
        if one in chosen:
            found[one] = tuple(key for key in dict.fromkeys(chosen[one]) if key not in taken)
            taken |= set(found[one])
    for one, keys in own.items():
        if one not in found:
            found[one] = tuple(key for key in keys if key not in taken)
    return found


def chosen() -> dict[str, Keys]:
    """Give what a person chose, by the actions' keys; what the settings hold otherwise is left out."""
    settings = QSettings()
    settings.beginGroup(SECTION)
    read = {key: _read(str(settings.value(key, ""))) for key in settings.childKeys()}
    settings.endGroup()
    return {key: keys for key, keys in read.items() if keys is not None and key in _own}


def give(key: str, keys: Keys) -> None:
    """Give an action these keys and no others, and take them from whoever had them.

    An action that has one of them of its own has it again once this one is given others.
    """
    given = tuple(dict.fromkeys(map(portable, keys)))
    for other, had in chosen().items():
        if other != key and set(had) & set(given):
            _keep(other, tuple(one for one in had if one not in given))
    _keep(key, given)
    _changed()


def reset(key: str) -> None:
    """Give an action its own keys again, and take them from whoever has them."""
    give(key, own(key))


def reset_all() -> None:
    """Give every action its own keys again."""
    QSettings().remove(SECTION)
    _changed()


def holder(keys: str, but: str = "") -> str:
    """Give the action that has these keys, `but` left aside; "" where nobody has them."""
    wanted = portable(keys)
    return next((one for one, had in _in_force.items() if wanted in had and one != but), "")


def name(key: str) -> str:
    """Give how an action is called."""
    return _names.get(key, "")


def shown(key: str) -> str:
    """Give an action's first key as this system writes it; "" where it has none."""
    return next(iter(map(native, keys(key))), "")


def told(text: str, key: str) -> str:
    """Give a tooltip with an action's key in it."""
    return together("{0} ({1})", text, shown(key)) if shown(key) else text


def by(key: str) -> str:
    """Give what a sentence calls an action by: its key, else its name."""
    return shown(key) or name(key)


def portable(keys: str) -> str:
    """Spell keys the one way they are compared in."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


@lru_cache(maxsize=512)
def native(keys: str) -> str:
    """Spell keys as this system's menus do."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def held(modifier: str) -> str:
    """Spell a modifier ("Ctrl") as this system's menus do: on a Mac it is ⌘."""
    return native(f"{modifier}+A").removesuffix("A").removesuffix("+")


def portable_of(pressed: QKeyCombination) -> str:
    """Spell keys that were pressed; those on the number pad are no others."""
    plain = pressed.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(QKeyCombination(plain, pressed.key())).toString(QKeySequence.SequenceFormat.PortableText)


def native_of(pressed: QKeyCombination) -> str:
    """Spell keys that were pressed as this system's menus do."""
    return native(portable_of(pressed))


def _changed() -> None:
    _in_force.clear()
    _in_force.update(in_force(_own, chosen()))
    changes.changed.emit()


def _keep(key: str, keys: Keys) -> None:
    settings = QSettings()
    if keys == own(key):
        settings.remove(f"{SECTION}/{key}")
    else:
        settings.setValue(f"{SECTION}/{key}", json.dumps(keys))


def _read(text: str) -> Keys | None:
    """Read what was kept; None where it is no list of keys."""
    try:
        read = json.loads(text)
    except ValueError:
        return None
    if not isinstance(read, list):
        return None
    spelled = tuple(portable(one) for one in read if isinstance(one, str))
    return tuple(one for one in spelled if one)
