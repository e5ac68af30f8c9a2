"""What a docstring tells people of a choice: a sentence, more about it, and sections that begin with a word."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from functools import cache

SECTIONS = ("Formula", "When", "Mistake", "Source")
RULE = re.compile(r"\bLR\d{3}\b")
_HEAD = re.compile(rf"^({'|'.join(SECTIONS)}):[ ]?", re.MULTILINE)


@dataclass(frozen=True)
class Manual:
    """What is told: a `summary` of one sentence, `more` paragraphs, and the sections, "" where there is none.

    `formula` is Python: one assignment a line, the last one of what the entry gives. `when` says what it is for,
    `mistake` what people get wrong with it, `source` where it was first described.
    """

    summary: str
    more: tuple[str, ...] = ()
    formula: str = ""
    when: str = ""
    mistake: str = ""
    source: str = ""

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of the rules that the mistake names, in their order."""
        return tuple(dict.fromkeys(RULE.findall(self.mistake)))

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything a person reads in words, paragraph by paragraph."""
        return tuple(text for text in (self.summary, *self.more, self.when, self.mistake, self.source) if text)


@cache
def read(doc: str) -> Manual:
    """Read a docstring; its examples are left out.

    >>> read('''Doubles the rate.
    ...
    ... Formula: rate = 2 * lr
    ... When: never, see LR113.
    ... ''')
    Manual(summary='Doubles the rate.', more=(), formula='rate = 2 * lr', when='never, see LR113.', mistake='',
           source='')
    """
    text = inspect.cleandoc(doc).partition(">>>")[0].strip()
    parts = _HEAD.split(text)
    summary, *more = (" ".join(paragraph.split()) for paragraph in parts[0].strip().split("\n\n"))
    told = dict(zip(parts[1::2], parts[2::2], strict=True))
    said = {name: " ".join(told.get(name, "").split()) for name in ("When", "Mistake", "Source")}
    formula = "\n".join(line.rstrip() for line in told.get("Formula", "").strip().splitlines())
    return Manual(
        summary, tuple(filter(None, more)), inspect.cleandoc(formula), said["When"], said["Mistake"], said["Source"]
    )
