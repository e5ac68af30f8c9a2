"""Korean particles after a name or number that is known only at run time: chosen by the sound it ends in."""

from __future__ import annotations

import re
import unicodedata

PAIRS = {
    "은": ("은", "는"),
    "이": ("이", "가"),
    "을": ("을", "를"),
    "과": ("과", "와"),
    "이라": ("이라", "라"),
    "이란": ("이란", "란"),
    "이라는": ("이라는", "라는"),
    "이어야": ("이어야", "여야"),
    "이나": ("이나", "나"),
    "이며": ("이며", "며"),
    "이고": ("이고", "고"),
    "으로": ("으로", "로"),
}
"""What a template asks for (`{0:은}`): what it is after a consonant, and after a vowel."""
_ASKED = {other: first for first, (_, other) in PAIRS.items()} | {first: first for first in PAIRS}
_DIGITS = {"1": "ㄹ", "3": "ㅁ", "6": "ㄱ", "7": "ㄹ", "8": "ㄹ", "0": "ㅇ"}
"""일 삼 육 칠 팔, and 영, 십, 백, 천, 만; 이 사 오 구 end in a vowel."""
_LETTERS = {"l": "ㄹ", "r": "ㄹ", "m": "ㅁ", "n": "ㄴ"}
"""엘 알 엠 엔: the names of all other letters end in a vowel."""
_SILENT = {"l": "ㄹ", "m": "ㅁ", "n": "ㄴ"}
"""What stands before a silent e: scale 스케일, time 타임, cosine 코사인."""
_POWERS = tuple("⁰¹²³⁴⁵⁶⁷⁸⁹")
_QUIET = str.maketrans("", "", "\"'’”»›)]}⟩>`")
_HANGUL = range(ord("가"), ord("힣") + 1)
FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
"""What a Korean syllable may end in, in the order in which Unicode counts syllables; most end in nothing."""


def particle(text: str, asked: str) -> str:
    """Give the form that a particle has after a text.

    >>> [text + particle(text, "은") for text in ("T_max", "cosine", "학습률", "220")]
    ['T_max는', 'cosine은', '학습률은', '220은']
    >>> [text + particle(text, "으로") for text in ("step", "SGD", "0.1", "LR")]
    ['step으로', 'SGD로', '0.1로', 'LR로']
    """
    asked = _ASKED[asked]
    last = final(text)
    return PAIRS[asked][0 if last and not (asked == "으로" and last == "ㄹ") else 1]


def known(asked: str) -> bool:
    """Say whether a template can ask for a particle so."""
    return asked in _ASKED


def final(text: str) -> str:
    """Give the consonant that a text ends in as Koreans read it, "" where it is a vowel."""
    if text[-1:] in _POWERS:
        return "ㅇ"  # 10⁻⁴ is read as 4승
    plain = unicodedata.normalize("NFKC", text).rstrip().translate(_QUIET).rstrip(" .,…")
    last = plain[-1:]
    if last and ord(last) in _HANGUL:
        return FINALS[(ord(last) - ord("가")) % 28].strip()
    if last.isdigit():
        return _DIGITS.get(last, "")
    word = re.search(r"[A-Za-z]+$", plain)
    return _read(word[0]) if word else ""


def _read(word: str) -> str:
    """Give the consonant that a word of Latin letters ends in: an abbreviation is spelt, a word read."""
    small = word.lower()
    if len(word) == 1 or word[-1].isupper() or not re.search("[aeiouy]", small):
        return _LETTERS.get(small[-1], "")
    if small.endswith("e"):
        return _SILENT.get(small[-2], "")
    if small.endswith("ng"):
        return "ㅇ"
    if small[-1] in "lmn":
        return _SILENT[small[-1]]
    stopped = re.search(r"(?<![aeiou])[aeiou](ck|[pkt])$", small) or re.search(
        "out$|[bc]$", small
    )  # step 스텝, batch 배치
    return {"p": "ㅂ", "b": "ㅂ", "t": "ㅅ"}.get(small[-1], "ㄱ") if stopped else ""
