"""What a field shows for a value and reads from a text: numbers, fractions as torch writes them, and no number."""

from __future__ import annotations

from lrviz.sentences import say
from lrviz.ui import numbers

_ROOM = 9
"""From this many characters on, a float is shown as a fraction or in fewer digits."""


def read_entry(text: str, *, whole: bool = False) -> int | float:
    """Read a number or a fraction of two; where a whole one is meant, "2e1" is 20 and "1.5" stays a float.

    >>> read_entry("1/4"), read_entry("2e1", whole=True), read_entry("1.5", whole=True)
    (0.25, 20, 1.5)

    Raises
    ------
    ValueError
        The text is no number; the message says so in words.
    """
    over, slash, under = text.partition("/")
    value = numbers.parse(over)
    if slash:
        divisor = numbers.parse(under)
        if not divisor:
            raise ValueError(say("“{text}” divides by zero", text=text.strip()))
        value /= divisor
    return int(value) if whole and value.is_integer() else value


def show_entry(value: float) -> str:
    """Write a number as a field shows it: in full, 1/3 for a third, at most seven digits of a longer one.

    >>> show_entry(1 / 3), show_entry(0.1 + 0.2), show_entry(0.025)
    ('1/3', '0.3', '0.025')
    """
    full = numbers.full(value)
    if isinstance(value, int) or len(full) < _ROOM:
        return full
    for under in range(3, 13) if abs(value) < 1000 else ():
        over = round(value * under)
        if over and over / under == value:
            return f"{over}/{under}"
    return numbers.full(float(f"{value:.7g}"))


def show_entries(values: tuple[float, ...]) -> str:
    """Write a list of numbers as a field shows it.

    >>> show_entries((30, 80))
    '30, 80'
    """
    return ", ".join(show_entry(value) for value in values)


def read_entries(text: str, *, whole: bool = False) -> tuple[int | float, ...]:
    """Read a list of numbers parted by commas, semicolons or blanks; brackets around it mean nothing.

    >>> read_entries("[30, 80]", whole=True), read_entries("30 80; 120", whole=True)
    ((30, 80), (30, 80, 120))

    Raises
    ------
    ValueError
        One of them is no number.
    """
    parts = text.strip().strip("[]()").replace(",", " ").replace(";", " ")
    # the narrow space parts thousands inside a number
    return tuple(read_entry(part, whole=whole) for part in parts.split(" ") if part.strip())
