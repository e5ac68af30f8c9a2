"""Moved: a listing whose text has changed, with the line of the optimizer that was chosen where it is now."""

from __future__ import annotations

from msgspec.structs import replace

from lrviz.listing import Listing


def moved(listing: Listing, text: str) -> Listing:
    r"""Give a listing with another version of its text; where the chosen line is gone, nothing is chosen.

    A line that was changed is known by what stands before its first bracket.

    >>> chosen = Listing("a = SGD(p, 1)\nb = SGD(q, 1)\n", optimizer=2)
    >>> moved(chosen, "import torch\na = SGD(p, 1)\nb = SGD(q, 2)\n").optimizer
    3
    """
    line = listing.optimizer if listing.optimizer is None else _line(listing.text, text, listing.optimizer)
    return replace(listing, text=text, optimizer=line)


def _line(before: str, after: str, line: int) -> int | None:
    """Give where a line of one text, counted from 1, is in another."""
    old, new = before.splitlines(), after.splitlines()
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    if line <= start:
        return line
    if line > len(old) - end:
        return line + len(new) - len(old)
    head = _head(old[line - 1])
    alike = [number for number in range(start, len(new) - end) if _head(new[number]) == head]
    place = sum(_head(one) == head for one in old[start : line - 1])
    if place < len(alike):
        return alike[place] + 1
    return line if len(old) == len(new) else None


def _head(line: str) -> str:
    return line.partition("(")[0].strip()


def _common(one: list[str], other: list[str]) -> int:
    """Give how many lines two texts have in common at their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))
