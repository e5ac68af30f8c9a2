"""The pseudo-language: English with accents, in brackets and longer, to see what isn't translated or has no room."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lrviz.ui.speech.qm import Message

BEGIN, END = "⟦", "⟧"
LONGER = 0.4
_KEPT = re.compile(r"(\{[^{}]*\}|%L?n|&\w|<[^<>]+>|\(\*[^)]*\)|;;)")
_ACCENTS = str.maketrans("aeiouyAEIOUYcnsz", "áéíöúýÁÉÍÖÚÝçñšž")


def messages(known: Iterable[Message]) -> Iterator[Message]:
    """Give each text in the pseudo-language, in the two plural forms of English."""
    for one in known:
        forms = (pseudo(one.source),) * (2 if one.numerus else 1)
        yield Message(one.context, one.source, forms, one.numerus, one.comment)


def pseudo(text: str) -> str:
    """Write a text in the pseudo-language; what is put into it keeps its place.

    >>> pseudo("Stop at {0}")
    '⟦Stöp át {0} ~~~⟧'
    """
    parts = enumerate(_KEPT.split(text))
    accented = "".join(part if index % 2 else part.translate(_ACCENTS) for index, part in parts)
    more = " ~~~~~~~" * (round(LONGER * len(text)) // 8 + 1)  # in words, as a longer language has them
    return f"{BEGIN}{accented}{more[: round(LONGER * len(text))]}{END}"
