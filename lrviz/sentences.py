"""Sentences that can be said in another language: the text, and what it was made of."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable
from functools import reduce
from typing import Any, Self


class Filling(string.Formatter):
    """Puts values into a template as str.format does; `{n:one|other}` gives the word that goes with so many.

    Of English the templates are, and so are these two forms: a translation writes its own.
    """

    def format_field(self, value: Any, format_spec: str) -> str:
        """Write a value, or one of the two words between which it chooses."""
        one, choice, other = format_spec.partition("|")
        if choice:
            return one if (f"{value:.3g}" if isinstance(value, float) else str(value)) == "1" else other
        return str(format(value, format_spec))


_FILLING = Filling()


def filled(template: str, **values: Any) -> str:
    """Give a template with its values put in.

    >>> [filled("{n} step{n:|s} {n:is|are} left", n=n) for n in (1, 2)]
    ['1 step is left', '2 steps are left']
    """
    return _FILLING.vformat(template, (), values) if "|" in template else template.format(**values)


class Sentence(str):
    """A text in English that remembers its `template` and the `values` put into it, to be said in another language.

    It is a str for everyone who only reads it.
    """

    __slots__ = ("template", "values")
    template: str
    values: dict[str, Any]

    def __new__(cls, template: str, values: dict[str, Any]) -> Self:
        made = super().__new__(cls, filled(template, **values) if values else template)
        made.template, made.values = template, values
        return made

    def __reduce__(self) -> tuple[type[Sentence], tuple[str, dict[str, Any]]]:
        return type(self), (self.template, self.values)


def say(template: str, **values: Any) -> Sentence:
    """Give a template with its values put in, `{name}` by name; a value may be a sentence, or an error for its own.

    What is counted has both its forms in the template: `{n} step{n:|s}`.

    Templates are literal texts: what collects them for translation reads them from the source.

    >>> say("{run} stays at {rate}", run="cosine", rate="0.1").template
    '{run} stays at {rate}'
    """
    return Sentence(template, {name: _kept(value) for name, value in values.items()})


def either(texts: Iterable[str]) -> str:
    """Give texts of which one is meant: "a, b or c"."""
    *others, last = texts
    return say("{others} or {last}", others=_listed(others), last=last) if others else last


def both(texts: Iterable[str]) -> str:
    """Give texts of which all are meant: "a, b and c"."""
    *others, last = texts
    return say("{others} and {last}", others=_listed(others), last=last) if others else last


def _listed(texts: Iterable[str]) -> str:
    return reduce(lambda listed, text: say("{listed}, {text}", listed=listed, text=text), texts)


def changed(text: str, change: Callable[[str], str]) -> str:
    """Give a text in which a function has changed what it was made of; the words of a template stay.

    >>> changed(say("{name} is {value}", name="lr__1", value=say("not given")), lambda text: text.removesuffix("__1"))
    'lr is not given'
    """
    if not isinstance(text, Sentence):
        return change(text)
    return Sentence(text.template, {name: _changed(value, change) for name, value in text.values.items()})


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    return changed(value, change) if isinstance(value, str) else value


def _kept(value: Any) -> Any:
    """Give what is kept of a value: of an error its sentence, since an error may hold anything."""
    if not isinstance(value, BaseException):
        return value
    said = value.args[0] if value.args else ""
    return said if isinstance(said, Sentence) else str(value)
