"""Words: a text in the languages that lessons are written in."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from lrviz.spec import Value

Language = Literal["en", "ko"]


class Words(Value, frozen=True):
    """A text in English, and in Korean; where that is missing it is the English one.

    `code` stands between backticks, **what matters** between two asterisks; an empty line begins a paragraph.
    """

    en: Annotated[str, Meta(min_length=1, max_length=4000, description="In English.")]
    ko: Annotated[str, Meta(max_length=4000, description="In Korean.")] = ""

    def said(self, language: Language) -> str:
        """Give the text in a language."""
        return self.ko or self.en if language == "ko" else self.en
