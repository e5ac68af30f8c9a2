"""Lines: values as Python writes them, and statements broken where the window's code panel ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

WIDTH = 60  # what the window's code panel shows without scrolling


def literal(value: Any) -> str:
    """Write a value as Python does: the shortest text that reads back as exactly this number."""
    if isinstance(value, tuple):
        items = ", ".join(map(literal, value))
        return f"[{items}]"
    return quoted(value) if isinstance(value, str) else repr(value)


def quoted(value: str) -> str:
    """Write a text in double quotes, as the formatter does."""
    single = repr(value)
    return f'"{single[1:-1]}"' if single[0] == "'" and '"' not in value else single


def listed(name: str, items: Sequence[str]) -> list[str]:
    """Write an argument that is a list, in as many pieces as it takes to break it where it is too long for a line."""
    whole = f"{name}=[{', '.join(items)}]"
    if len(whole) + 6 <= WIDTH:
        return [whole]
    return [f"{name}=[{items[0]}", *items[1:-1], f"{items[-1]}]"] if len(items) > 1 else [whole]


def statement(name: str, target: str, given: list[str]) -> str:
    """Write an assignment of a call: in one line where it is short, else its arguments on lines of their own."""
    return called(f"{name} = ", target, given)


def called(start: str, target: str, given: list[str]) -> str:
    """Write the start of a line and a call, as a statement is written."""
    line = f"{start}{target}({', '.join(given)})"
    if len(line) <= WIDTH:
        return line + "\n"
    indent = len(start) - len(start.lstrip())
    return f"{start}{target}(\n" + "\n".join(packed(given, indent + 4)) + ")\n"


def packed(given: list[str], indent: int) -> list[str]:
    """Fill indented lines with arguments, never breaking one."""
    lines = [""]
    for i, argument in enumerate(given):
        text = argument + ("," if i < len(given) - 1 else "")
        if lines[-1] and len(lines[-1]) + len(text) + indent + 2 > WIDTH:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + text
    return [" " * indent + line for line in lines]
