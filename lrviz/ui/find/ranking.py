"""How well words that are typed match a text, and which letters of it they hit; no Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from lrviz.ui.find.letters import Spelled, spelled

START, NEXT, HOP, LOOSE = 10, 8, 6.5, -4
"""What a letter is worth that is the first and begins a word, that follows the one before, that begins another word,
and that does none of these."""
FIRST, PIECE, WHOLE = 6, 6, 4
"""What it is worth besides to hit the first letter of all, to stand side by side, and to be the whole title."""
LEAST = 6
"""What a letter of a word must be worth on the average: fewer would match almost anything."""
LETTERS = 5
"""Letters that make up for one that does neither."""
ASIDE = 0.5
"""What letters are worth in the words beside a title."""


_WORD = re.compile(r"[^\W_]+")
Way = tuple[float, int, "Way | None"]
"""What a way over a text is worth, its last place, and the way up to there."""
Found = tuple[float, tuple[int, ...]]
"""What a way is worth, and its places."""


@dataclass(frozen=True)
class Match:
    """How well a text is matched, the more the better, and which of its characters were hit."""

    score: float
    hits: frozenset[int] = frozenset()


def match(query: str, title: str, beside: str = "") -> Match | None:
    """Match every word of a query with a title, or else with the words beside it; None where one isn't found.

    A word is found in a title where its letters stand in the same order, most of them beginning words or following
    each other: "cawr" in CosineAnnealingWarmRestarts; beside it only where a word begins so. An empty query matches
    everything alike.
    """
    text, score = spelled(title), 0.0
    hits: set[int] = set()
    for word in query.split():
        wanted = spelled(word).letters
        if not wanted:
            continue
        found = _in_one_piece(wanted, text) or _aligned(wanted, text)
        if found is not None:
            score += found[0] + (WHOLE if len(wanted) == len(text.letters) else 0)
            hits |= {text.at[i] for i in found[1]}
            continue
        if not _plain(word) or f" {_plain(word)}" not in f" {_plain(beside)}":
            return None
        score += ASIDE * NEXT * len(wanted)
    return Match(score - 0.01 * len(text.letters), frozenset(hits))


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """Write words beside a title as they are compared: small, and nothing but a space between them."""
    return " ".join(_WORD.findall(text.casefold()))


def _in_one_piece(wanted: str, text: Spelled) -> Found | None:
    """Find the letters of a word side by side from where a word begins: nothing is plainer."""
    at = text.letters.find(wanted)
    while at >= 0 and not text.starts[at]:
        at = text.letters.find(wanted, at + 1)
    if at < 0:
        return None
    way = tuple(range(at, at + len(wanted)))
    return PIECE + sum(_worth(place, place - 1 if i else -1, text) for i, place in enumerate(way)), way


def _aligned(wanted: str, text: Spelled) -> Found | None:
    """Find the letters of a word in a text in the way that is worth most; None where that is too little.

    For each place of a letter the best way that ends there is kept, from letter to letter.
    """
    ends: dict[int, Way] = {-1: (0.0, -1, None)}
    for letter in wanted:
        reached: dict[int, Way] = {}
        before = iter(ends.values())
        behind, best = next(before, None), None
        for place in text.places.get(letter, ()):
            while behind is not None and behind[1] < place:
                best = behind if best is None or behind[0] > best[0] else best
                behind = next(before, None)
            if best is None:
                continue
            way = (best[0] + _worth(place, best[1], text), place, best)
            beside = ends.get(place - 1) if place else None
            if beside is not None and best is not beside:
                score = beside[0] + _worth(place, place - 1, text)
                way = (score, place, beside) if score >= way[0] else way
            reached[place] = way
        if not reached:
            return None
        ends = reached
    score, _, _ = best_of = max(ends.values(), key=lambda way: way[0])
    places = _places(best_of)
    loose = sum(_worth(place, before, text) == LOOSE for before, place in pairwise((-1, *places)))
    fits = score >= LEAST * len(wanted) and loose <= len(wanted) // LETTERS
    return (score, places) if fits or _follow(places) else None


def _worth(place: int, before: int, text: Spelled) -> float:
    """Give what a letter at a place is worth after one at another."""
    if before >= 0 and place == before + 1:
        return NEXT
    if not text.starts[place]:
        return LOOSE
    if before >= 0:
        return HOP
    return START + (FIRST if place == 0 else 0)


def _places(way: Way) -> tuple[int, ...]:
    """Give the places a way leads over, from the first."""
    places = []
    link: Way | None = way
    while link is not None and link[1] >= 0:
        places.append(link[1])
        link = link[2]
    return tuple(reversed(places))


def _follow(places: tuple[int, ...]) -> bool:
    """Whether letters stand in one piece, be it in the middle of a word: two at least, for one is anywhere."""
    return len(places) > 1 and all(after == before + 1 for before, after in pairwise(places))
