"""Where in the text of a TOML file a field stands, for errors that name a line."""

from __future__ import annotations

import re
from collections import Counter

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"\s*([A-Za-z0-9_\-.\"' ]+?)\s*=")
_QUOTES = re.compile(r'"""|\'\'\'')


def lines_of(text: str) -> dict[str, int]:
    """Give the line, from 1, that each field of a TOML text begins on, by its path (`steps[2].until`).

    Fields inside brackets are known by the field that these belong to.
    """
    found: dict[str, int] = {}
    counted: Counter[str] = Counter()
    table, depth, quote = "", 0, ""
    for number, line in enumerate(text.splitlines(), 1):
        if not quote and depth == 0:
            if header := _HEADER.match(line):
                table = _opened(header[2], counted, listed=header[1] == "[[")
                found.setdefault(table, number)
                continue
            if key := _KEY.match(line):
                _noted(found, table, _parts(key[1]), number)
        quote, depth = _after(line, quote, depth)
    return found


def line_of(path: str, lines: dict[str, int]) -> int | None:
    """Give the line of a path, or of the nearest field around it that is known."""
    while path and path not in lines:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return lines.get(path)


def _opened(header: str, counted: Counter[str], *, listed: bool) -> str:
    """Give the path of a table's header, whose lists are those opened last."""
    path = ""
    parts = _parts(header)
    for i, part in enumerate(parts):
        path = f"{path}.{part}" if path else part
        if listed and i == len(parts) - 1:
            counted[path] += 1
        if counted[path]:
            path = f"{path}[{counted[path] - 1}]"
    return path


def _noted(found: dict[str, int], table: str, parts: list[str], number: int) -> None:
    path = table
    for part in parts:
        path = f"{path}.{part}" if path else part
        found.setdefault(path, number)


def _parts(name: str) -> list[str]:
    return [part.strip().strip("\"'") for part in name.split(".")]


def _after(line: str, quote: str, depth: int) -> tuple[str, int]:
    """Give the long quote that is open after a line, and how many brackets are."""
    i = 0
    while i < len(line):
        if quote:
            end = line.find(quote, i)
            if end < 0:
                return quote, depth
            i, quote = end + 3, ""
        elif opening := _QUOTES.match(line, i):
            quote, i = opening[0], i + 3
        elif line[i] in "\"'":
            i = _closed(line, i)
        elif line[i] == "#":
            break
        else:
            depth += (line[i] in "[{") - (line[i] in "]}")
            i += 1
    return quote, depth


def _closed(line: str, start: int) -> int:
    """Give the place behind a short string that begins at `start`."""
    i = start + 1
    while i < len(line) and line[i] != line[start]:
        i += 2 if line[i] == "\\" and line[start] == '"' else 1
    return i + 1
