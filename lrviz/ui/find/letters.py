"""Letters as a search compares them: small, without accents, and Korean syllables taken apart as they are typed."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from lrviz.ui.speech.particles import FINALS

_FIRST = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
"""What a syllable is composed of besides its final, in the order in which Unicode counts them."""
_TYPED = {
    double: one + other
    for double, one, other in zip(
        "ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄㅘㅙㅚㅝㅞㅟㅢ",
        "ㄱㄴㄴㄹㄹㄹㄹㄹㄹㄹㅂㅗㅗㅗㅜㅜㅜㅡ",
        "ㅅㅈㅎㄱㅁㅂㅅㅌㅍㅎㅅㅏㅐㅣㅓㅔㅣㅣ",
        strict=True,
    )
}
"""What is typed by two keys, one after the other."""
_HANGUL, _LAST_HANGUL = ord("가"), ord("힣")


@dataclass(frozen=True)
class Spelled:
    """A text, letter by letter: `letters`, where each stands in the text, and which begin a word (or a syllable)."""

    letters: str
    at: tuple[int, ...]
    starts: tuple[bool, ...]
    places: dict[str, tuple[int, ...]] = field(compare=False)
    """Where each letter is."""


@lru_cache(maxsize=4096)
def spelled(text: str) -> Spelled:
    """Spell a text.

    A word begins after anything that is no letter or digit, at a capital after a small letter, at the last capital
    of several before a small letter (LRScheduler: L, S) and at the first of some digits. Every Korean syllable begins
    one, so that 경주 is found by its first consonants.
    """
    letters: list[str] = []
    at: list[int] = []
    starts: list[bool] = []
    places: dict[str, list[int]] = {}
    before = " "
    for i, char in enumerate(text):
        begins = _begins(before, char, text[i + 1 : i + 2])
        for letter in _small(char):
            places.setdefault(letter, []).append(len(letters))
            letters.append(letter)
            at.append(i)
            starts.append(begins)
            begins = False
        before = char
    return Spelled("".join(letters), tuple(at), tuple(starts), {letter: tuple(here) for letter, here in places.items()})


@lru_cache(maxsize=512)
def _small(char: str) -> str:
    """Give the letters and digits that stand for one character; none for what is neither."""
    code = ord(char)
    if _HANGUL <= code <= _LAST_HANGUL:
        rest, final = divmod(code - _HANGUL, len(FINALS))
        first, vowel = divmod(rest, len(_VOWELS))
        parts = (_FIRST[first], _VOWELS[vowel], FINALS[final].strip())
        return "".join(_TYPED.get(part, part) for part in parts)
    if "ㄱ" <= char <= "ㅣ":
        return _TYPED.get(char, char)
    if char.isascii():
        return char.lower() if char.isalnum() else ""
    plain = unicodedata.normalize("NFKD", char)
    return "".join(one for one in plain.casefold() if one.isalnum())


@lru_cache(maxsize=4096)
def _begins(before: str, char: str, after: str) -> bool:
    if not before.isalnum() or _HANGUL <= ord(char) <= _LAST_HANGUL:
        return True
    if char.isdigit():
        return not before.isdigit()
    if before.isdigit():
        return char.isalpha()
    return char.isupper() and (before.islower() or after.islower())
