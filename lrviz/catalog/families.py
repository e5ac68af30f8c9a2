"""Families: where a schedule comes from, read from its class, for lists that keep them apart."""

from __future__ import annotations

import re

from lrviz.catalog.composite import Composite
from lrviz.catalog.schedule import Schedule

FIRST = ("torch", "composed")
LAST = ("papers", "drawn by hand")
"""The libraries stand between these, by name."""

ALSO_KNOWN = {"transformers": "hf hugging face huggingface", "timm": "pytorch image models", "papers": "arxiv"}
"""What else people call a family."""


def family(cls: type[Schedule]) -> str:
    """Give the library a schedule comes from, or papers; composed of others, or drawn by hand.

    An origin is a function or a class as it is imported, a paper with its year or number, or neither: a curve of one's
    own.
    """
    if issubclass(cls, Composite):
        return "composed"
    if not cls.origin:
        return cls.target.partition(".")[0]
    library = re.match(r"(\w+)\.\w[\w.]*", cls.origin)
    if library is not None:
        return library[1]
    return "papers" if re.search(r"\d{4}", cls.origin) else "drawn by hand"


def in_families(classes: tuple[type[Schedule], ...]) -> list[type[Schedule]]:
    """Sort schedules: torch's own, composed ones, libraries by name, papers, and curves drawn by hand; then by name."""

    def place(cls: type[Schedule]) -> tuple[int, str, str]:
        name = family(cls)
        order = FIRST.index(name) if name in FIRST else len(FIRST)
        order = len(FIRST) + 1 + LAST.index(name) if name in LAST else order
        return order, name, cls.__name__

    return sorted(classes, key=place)
