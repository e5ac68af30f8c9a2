"""Sentences that can be said in another language: the text, and what it was made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self


class Sentence(str):
    """A text in English that remembers its `template` and the `values` put into it, to be said in another language.

    It is a str for everyone who only reads it.
    """

    __slots__ = ("template", "values")
    template: str
    values: dict[str, Any]

    def __new__(cls, template: str, values: dict[str, Any]) -> Self:
        made = super().__new__(cls, template.format(**values) if values else template)
        made.template, made.values = template, values
        return made

    def __reduce__(self) -> tuple[type[Sentence], tuple[str, dict[str, Any]]]:
        return type(self), (self.template, self.values)


def say(template: str, **values: Any) -> Sentence:
    """Give a template with its values put in, `{name}` by name; a value may be a sentence, or an error for its own.

    Templates are literal texts: what collects them for translation reads them from the source.

    >>> say("{run} stays at {rate}", run="cosine", rate="0.1").template
    '{run} stays at {rate}'
    """
    return Sentence(template, {name: _kept(value) for name, value in values.items()})


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
