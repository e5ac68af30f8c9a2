"""Texts that remember what they say: they are put together as their language asks, and said again in another.

PySide's own `tr` and `translate` give plain strings. Those of this module stand in their place, so that all that is
written `self.tr("…").format(name)` can have Korean particles (`{0:은}`), and changes with the language while it stands
in sight.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject

from lrviz.sentences import Filling, Sentence
from lrviz.ui.speech import particles

T = TypeVar("T")

SAID = "Said"
"""The context of the sentences that are made outside the window."""
FOREIGN = ("PySide6", "Shiboken", "builtins")
WORDLESS = ("lrviz.ui.paint.", "lrviz.ui.controls.", "lrviz.ui.icons", "lrviz.ui.marks", "lrviz.ui.metrics")
"""Modules whose functions keep what they made under the words themselves, or of no words at all."""

_ASKS = re.compile(r"\{[^{}]*:[^{}]*([가-힣]|\|[^{}]*)\}")
"""A place that asks for a particle, or for the word that goes with so many."""
_plain = QCoreApplication.translate


class Words(str):
    """A text of the window in the language in force, and what it is made of.

    That is a source in the first of its `contexts` that has it, with the plural form of `number`; or, where there is a
    `template`, that with `values` in their places and those that are `named`, or what `turn` makes of it.
    """

    __slots__ = ("contexts", "named", "number", "source", "template", "turn", "values")
    contexts: tuple[str, ...]
    source: str
    number: int
    template: Words | None
    turn: Callable[[str], str] | None
    values: tuple[Any, ...]
    named: Mapping[str, Any]

    def format(self, *values: object, **named: object) -> Words:
        """Put values in, as str.format does; `{0:은}` gives one the particle that fits it."""
        slow = _ASKS.search(self) or any(isinstance(value, Sentence) for value in (*values, *named.values()))
        made = Words(_FILLING.vformat(self, values, named) if slow else str.format(self, *values, **named))
        made.template, made.values, made.named, made.turn = self, values, named, None
        return made

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return str, (str(self),)  # another process says nothing again


class _Filling(Filling):
    def format_field(self, value: Any, format_spec: str) -> str:
        if "|" in format_spec:
            return super().format_field(value, format_spec)
        value = said(value)
        cut = next((i for i, letter in enumerate(format_spec) if particles.known(format_spec[i:])), len(format_spec))
        text = str(format(value, format_spec[:cut]))
        asked = format_spec[cut:]
        return text + (particles.particle(text, asked) if asked else "")


_FILLING = _Filling()
_known: dict[tuple[tuple[str, ...], str], Words] = {}
"""What was said in the language in force: views ask for the same texts at every drawing."""


def translate(context: str, text: str, comment: str | None = None, n: int = -1) -> Words:  # noqa: ARG001 - Qt's own arguments
    """Give a text in the language in force; with a number `n`, in the plural form of that."""
    return _said((context,), text, n)


def noop(context: str, text: str) -> str:  # noqa: ARG001 - what collects texts reads it
    """Mark a text of a table, which is translated in that context where it is said."""
    return text


def tr(self: QObject, text: str, comment: str | None = None, n: int = -1) -> Words:  # noqa: ARG001
    """Give a text in the context of an object's class, or of the nearest base that has it."""
    return _said(_contexts(type(self)), text, n)  # type: ignore[arg-type]  # Qt's stubs give a class no hash


@cache
def _contexts(cls: type) -> tuple[str, ...]:
    """Give the names of a class and of its bases, up to Qt's own."""
    own = tuple(one.__name__ for one in cls.__mro__ if one.__module__.partition(".")[0] not in FOREIGN)
    return own or (cls.__name__,)


def forget() -> None:
    """Forget what was said, here and by functions that keep what they made of it: the language is another."""
    _known.clear()
    for name, module in list(sys.modules.items()):
        if name.startswith("lrviz.ui.") and not name.startswith(WORDLESS):
            for function in vars(module).values():
                if isinstance(function, type(_contexts)) and function.__module__ == name:
                    function.cache_clear()


def together(template: str, *values: object) -> Words:
    """Put texts into a template that is the same in every language, such as "{0}: {1}"; they are said again with it."""
    return _said((), template, -1).format(*values)


def joined(between: str, texts: Iterable[str]) -> Words:
    """Join the texts that say something by signs that are the same in every language; they are said again with it."""
    given = [text for text in texts if text]
    return together(between.join(["{}"] * len(given)), *given)


def turned(text: str, turn: Callable[[str], str]) -> str:
    """Give what a function makes of a text; it is made anew when that is said again."""
    if not isinstance(text, Words):
        return turn(text)
    made = Words(turn(text))
    made.template, made.values, made.named, made.turn = text, (), {}, turn
    return made


def said(text: T) -> T | Words:
    """Give a sentence made outside the window, and the sentences in it, in the language in force; all else as it is."""
    if not isinstance(text, Sentence):
        return text
    template = translate(SAID, text.template)
    return template.format(**text.values) if text.values else template


def anew(text: Words) -> str:
    """Say a text in the language in force, whatever it was said in."""
    if text.template is None:
        return _said(text.contexts, text.source, text.number)
    if text.turn is not None:
        return turned(anew(text.template), text.turn)
    values = (_anew(value) for value in text.values)
    return anew(text.template).format(*values, **{name: _anew(value) for name, value in text.named.items()})


def _said(contexts: tuple[str, ...], text: str, number: int) -> Words:
    known = _known.get((contexts, text)) if number < 0 else None
    if known is not None:
        return known
    made = Words(_in(contexts, text, number))
    made.contexts, made.source, made.number, made.template = contexts, text, number, None
    made.turn = None
    if number < 0:
        _known[contexts, text] = made
    return made


def _in(contexts: tuple[str, ...], text: str, number: int) -> str:
    """Give a text from the first context that has it; of several paragraphs, each by itself."""
    for context in contexts:
        found = _plain(context, text, None, number)
        if found != text:
            return found
    return "\n".join(_in(contexts, line, number) for line in text.split("\n")) if "\n" in text else text


def _anew(value: object) -> object:
    return anew(value) if isinstance(value, Words) else value


QObject.tr = tr  # type: ignore[method-assign, assignment]
QCoreApplication.translate = staticmethod(translate)  # type: ignore[method-assign, assignment]
