"""How numbers are written and read: on plots, beside them and in fields."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Sequence
from typing import Literal

from lrviz.sentences import say

Form = Literal["number", "percent", "whole"]

NARROW = "\u202f"
"""The narrow no-break space, between thousands and before a unit."""
SMALLEST, LARGEST = 1e-3, 1e6
"""Outside of these a number is written as a power of ten."""
LONGEST = 10_000_000
"""Up to here whole numbers stand in full on an axis."""
THOUSAND = 999.5
"""What is written with three digits is 1000 from here on."""

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = {ord(raised): plain for raised, plain in zip("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789", strict=True)}
_POWER = re.compile(
    r"(?:(?P<factor>[+-]?[\d.]+)\s*[×·*]\s*)?(?P<sign>[+-]?)10(?:\^|\*\*)?(?P<power>[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|(?<=[\^*])[+-]?\d+)"
)
_TRAILING = re.compile(r"(\.\d*?)0+(?=\D*$)")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:[ _\u00a0\u2009\u202f]\d{3})+(?:[.,]\d*)?")


def short(value: float, form: Form = "number") -> str:
    """Write a value with at most three significant digits, as at the cursor or behind a name.

    >>> short(0.04784), short(3e-05), short(0.958, "percent")
    ('0.0478', '3×10⁻⁵', '95.8\u202f%')
    """
    if not math.isfinite(value):
        return _words(value)
    if form == "percent":
        return f"{_plain(value * 100, 3)}{NARROW}%"
    if form == "whole":
        return whole(round(value))
    if value != 0 and not SMALLEST <= abs(value) < LARGEST:
        return _scientific(value, 3)
    return _plain(value, 3)


def rough(value: float) -> str:
    """Write a measured value as far as people compare it: two decimals from 0.1 on, below that two digits.

    >>> rough(0.8734), rough(1.0), rough(65.21), rough(0.02741)
    ('0.87', '1.00', '65.2', '0.027')
    """
    if not math.isfinite(value):
        return _words(value)
    if not 0.1 <= abs(value) < THOUSAND:
        return short(float(f"{value:.1e}")) if abs(value) < 0.1 else short(value)
    return _fixed(value, min(2, 2 - math.floor(math.log10(abs(float(f"{value:.2e}"))) + 1e-12)))


def column(values: Sequence[float], digits: int = 3) -> list[str]:
    """Write numbers that stand below each other with the same places, at most two from 0.1 on.

    They are as many as give the largest its `digits`; one too small for them is written by itself.

    >>> column([65.21, 5.832, 11.2]), column([0.91, 1, 0.003])
    (['65.2', '5.8', '11.2'], ['0.91', '1.00', '0.003'])
    """
    largest = max((abs(value) for value in values if math.isfinite(value)), default=0.0)
    if not SMALLEST <= largest < LARGEST:
        return [short(value) for value in values]
    places = max(0, digits - 1 - math.floor(math.log10(float(f"{largest:.{digits - 1}e}")) + 1e-12))
    places = min(2, places) if largest >= 0.1 else places
    small = 0.5 * 10.0**-places
    return [
        short(value) if 0 < abs(value) < small or not math.isfinite(value) else _fixed(value, places)
        for value in values
    ]


def apart(values: Sequence[float], form: Form = "number") -> list[str]:
    """Write values as `short` does, or with the digits it takes to tell them apart where two would look the same.

    >>> apart([0.845, 2.3149]), apart([0.8449, 0.8451])
    (['0.845', '2.31'], ['0.8449', '0.8451'])
    >>> apart([15.3, 15.01, 15.014])
    ['15.3', '15.01', '15.014']
    """
    texts = [short(value, form) for value in values]
    if len(set(texts)) == len(texts) or not all(map(math.isfinite, values)):
        return texts
    closest = min(abs(after - before) for before, after in itertools.pairwise(sorted(values)))
    telling = closest > 1e-6 * max(map(abs, values))  # of float32 there is nothing more to tell
    return (
        [_TRAILING.sub(lambda found: found[1].rstrip("."), text) for text in ticks(values, form)] if telling else texts
    )


def signed(value: float, like: str = "", form: Form = "number") -> str:
    """Write a difference with its sign, to the third digit of the number it belongs to; of per cent in points.

    >>> signed(-0.00912, "0.388"), signed(0.131), signed(0.0004, "0.388"), signed(-0.0162, "95.0\u202f%", "percent")
    ('−0.009', '+0.131', '+4×10⁻⁴', '−1.6')

    A number is written without the zeros that it ends in; what it differs by has digits in their place.

    >>> signed(0.18, "0.2"), signed(-0.0127, "0.35"), signed(0.039, "100\u202f%", "percent")
    ('+0.18', '−0.013', '+3.9')
    """
    if value == 0 or not math.isfinite(value):
        return "0" if value == 0 else _words(value)
    size = abs(value) * (100 if form == "percent" else 1)
    places = _to_the_third(like, form)
    near = size if places is None else round(size, places)
    text = short(near) if near else short(float(f"{size:.0e}"))
    return f"{'+' if value > 0 else '−'}{text}"


def _to_the_third(like: str, form: Form) -> int | None:
    """Give the places that a number has when it is written to three digits; None of a zero, or a power of ten."""
    number = like.removesuffix(f"{NARROW}%").replace(NARROW, "").removeprefix("−")
    digits = number.replace(".", "").lstrip("0")
    if not digits.isdigit():
        return None
    least = 1 if form == "percent" else 0
    return max(least, len(number.partition(".")[2]) + max(0, 3 - len(digits)))


def give_or_take(value: float, error: float, form: Form = "number", *, sign: bool = False) -> str:
    """Write a value and its error, to the error's first digit, or its second where the first is a 1.

    >>> give_or_take(0.5425, 0.1417), give_or_take(0.9546, 0.007, "percent"), give_or_take(-0.2024, 0.0383, sign=True)
    ('0.54 ± 0.14', '95.5 ± 0.7\u202f%', '−0.20 ± 0.04')
    >>> give_or_take(322.7, 33.6), give_or_take(3e-5, 2e-6)
    ('323 ± 34', '3×10⁻⁵ ± 2×10⁻⁶')
    """
    times = 100 if form == "percent" else 1
    mean, spread = value * times, error * times
    rounded = f"{spread:.1e}"
    places = max(0, (1 if rounded[0] == "1" else 0) - int(rounded.partition("e")[2]))
    if places > 5 or max(abs(mean), spread) >= LARGEST:
        texts = short(mean), short(float(f"{spread:.0e}"))
    else:
        texts = _fixed(mean, places), _fixed(spread, places)
    plus = "+" if sign and value > 0 else ""
    return f"{plus}{texts[0]} ± {texts[1]}{f'{NARROW}%' if form == 'percent' and not sign else ''}"


def portion(share: float) -> str:
    """Write a share of a whole in per cent, so that neither it nor the rest of it is called nothing.

    >>> portion(0.524), portion(0.9983), portion(1), portion(0.00004)
    ('52\u202f%', '99.8\u202f%', '100\u202f%', '<\u202f0.1\u202f%')
    """
    percent = 100 * share
    if 1 <= percent <= 99 or percent in {0, 100}:
        return f"{percent:.0f}{NARROW}%"
    if percent < 0.1:
        return f"<{NARROW}0.1{NARROW}%"
    return f">{NARROW}99.9{NARROW}%" if percent > 99.9 else f"{percent:.1f}{NARROW}%"


def whole(value: int) -> str:
    """Write a whole number in full, thousands apart from 10 000 on.

    >>> whole(9999), whole(10000)
    ('9999', '10\u202f000')
    """
    return _grouped(f"{value}") if abs(value) >= 10_000 else f"{value}".replace("-", "−")


def full(value: float) -> str:
    """Write a value with every digit it has, as in a field; `parse` gives the same value back.

    >>> full(0.0001), full(0.2), full(250000.0)
    ('10⁻⁴', '0.2', '250\u202f000')
    """
    if isinstance(value, int):
        return whole(value)
    if not math.isfinite(value):
        return _words(value)
    if value == 0:
        return "0"
    if SMALLEST <= abs(value) < 1e15:
        digits = format(value, ".17f") if "e" in repr(value) else repr(value)
        digits = digits.removesuffix(".0")
        return _grouped(digits) if abs(value) >= 10_000 else digits.replace("-", "−")
    factor, _, power = repr(value).partition("e")
    if not power:
        factor, _, power = f"{value:.16e}".partition("e")
        factor = next(text for n in range(17) for text in [f"{value:.{n}e}"] if float(text) == value).partition("e")[0]
    return _power(factor, int(power))


def exact(value: float) -> str:
    """Write a value with the digits that hold, at most 12: what lies beyond is how it was rounded on its way.

    >>> exact(0.020000000000000007), exact(1 / 3), exact(0.2)
    ('0.02', '0.333333333333', '0.2')
    """
    return full(float(f"{value:.12g}"))


def ticks(values: Sequence[float], form: Form = "number", *, log: bool = False) -> list[str]:
    """Write an axis's numbers alike: with the digits their distance needs, so that no two look the same.

    >>> ticks([0, 0.05, 0.1]), ticks([1, 10, 1e4], log=True)
    (['0', '0.05', '0.10'], ['1', '10', '10⁴'])
    """
    if form == "percent":
        return [f"{text}{NARROW}%" for text in _alike([value * 100 for value in values])]
    if form == "whole":
        texts = [whole(round(value)) for value in values]
        return _alike(values) if len(set(texts)) < len(texts) else _shorter(values, texts)
    texts = [_on_log(value) for value in values] if log else []
    return texts if len(set(texts)) == len(values) else _alike(values)


def parse(text: str) -> float:
    """Read what a person typed: 1e-4, 10⁻⁴, 3×10⁻⁴, 2e1, 10 000, 0,5 or 50 %.

    Raises
    ------
    ValueError
        It isn't one finite number; the message is a sentence.
    """
    plain = text.strip().replace("−", "-")
    percent = plain.endswith("%")
    plain = plain.removesuffix("%").rstrip(" \u00a0\u2009\u202f")
    if _GROUPED.fullmatch(plain):
        plain = re.sub(r"[ _\u00a0\u2009\u202f]", "", plain)
    elif re.fullmatch(r"[+-]?[1-9]\d{0,2},\d{3}", plain):
        raise ValueError(
            say(
                "“{text}” can be read in two ways: write {one} or {other}",
                text=text.strip(),
                one=plain.replace(",", ""),
                other=plain.replace(",", "."),
            )
        )
    if plain.count(",") == 1 and "." not in plain:
        plain = plain.replace(",", ".")
    if power := _POWER.fullmatch(plain):
        plain = f"{power['factor'] or power['sign'] + '1'}e{power['power'].translate(_LOWERED)}"
    try:
        value = float(plain) if re.fullmatch(r"[+-]?[\d.]+(?:[eE][+-]?\d+)?", plain) else math.nan
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        given = text.strip()
        raise ValueError(say("“{text}” is not a number", text=given) if given else say("a number is missing"))
    return value / 100 if percent else value


def _alike(values: Sequence[float]) -> list[str]:
    largest = max((abs(value) for value in values), default=0.0)
    gaps = [abs(b - a) for a, b in itertools.pairwise(values) if b != a]
    step = min(gaps, default=largest or 1.0)
    if largest == 0 or step == 0:
        return [_plain(value, 3) for value in values]
    if SMALLEST <= largest < LARGEST:
        places = _places(step)
        return [_fixed(value, places) for value in values]
    power = math.floor(math.log10(largest) + 1e-12)
    digits = max(0, power + _places(step))
    if largest >= LARGEST and digits > 2 and largest < 1e15:
        return [_fixed(value, _places(step)) for value in values]
    for more in range(4):  # so small that rounding to a place is inexact itself
        texts = [_scientific(value, digits + 1 + more) if value else "0" for value in values]
        if len(set(texts)) == len(set(values)):
            break
    return texts


def _shorter(values: Sequence[float], texts: list[str]) -> list[str]:
    """Take powers of ten for whole numbers too long for an axis, where three digits say them exactly."""
    if max((abs(value) for value in values), default=0.0) <= LONGEST:
        return texts
    powers = [_scientific(value, 3) if value else "0" for value in values]
    return powers if all(float(f"{value:.2e}") == value for value in values) else texts


def _on_log(value: float) -> str:
    return _scientific(value, 3) if not SMALLEST <= value < 1e4 else _plain(value, 3)


def _places(step: float) -> int:
    """Give how many decimals tell apart numbers that are `step` apart."""
    places = max(0, -math.floor(math.log10(step) + 1e-9)) if step < 1e300 else 0
    return places if abs(round(step, places) - step) < 1e-3 * step else places + 1


def _fixed(value: float, places: int) -> str:
    text = f"{value:.{places}f}"
    if float(text) == 0:
        return "0"
    return _grouped(text) if abs(value) >= 10_000 else text.replace("-", "−")


def _plain(value: float, digits: int) -> str:
    if value == 0:
        return "0"
    rounded = float(f"{value:.{digits - 1}e}")
    if not 1e-9 <= abs(rounded) < 1e15:
        return _scientific(value, digits)
    places = max(0, digits - 1 - math.floor(math.log10(abs(rounded)) + 1e-12))
    text = f"{rounded:.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return _grouped(text) if abs(rounded) >= 10_000 else text.replace("-", "−")


def _scientific(value: float, digits: int) -> str:
    factor, _, power = f"{value:.{min(max(digits - 1, 0), 16)}e}".partition("e")
    return _power(factor, int(power))


def _power(factor: str, power: int) -> str:
    factor = factor.rstrip("0").rstrip(".") if "." in factor else factor
    raised = f"10{str(power).translate(_RAISED)}"
    return {"1": raised, "-1": f"−{raised}"}.get(factor, f"{factor.replace('-', '−')}×{raised}")


def _grouped(digits: str) -> str:
    number, dot, rest = digits.removeprefix("-").partition(".")
    grouped = f"{int(number):,}".replace(",", NARROW)
    return ("−" if digits.startswith("-") else "") + grouped + dot + rest


def _words(value: float) -> str:
    return "not a number" if math.isnan(value) else "∞" if value > 0 else "−∞"
