"""Brings the .ts files up to date with the texts in the source: run it after every change of a text.

What is translated is kept, a new text is marked as unfinished, and what is gone is left out. English has only the texts
that count something: the rest is said as it is written.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

FOLDER = Path(__file__).parent
PLACES = 3
"""Files that are named for a text that many have."""
LANGUAGES = {"ko": ("ko_KR", 1), "en": ("en_US", 2)}
"""What a language is called in its file, and how many plural forms it has."""


def main() -> None:
    """Write every file, and say what is missing."""
    sys.path[:0] = [str(FOLDER), str(FOLDER.parents[1])]
    from texts import texts

    found = texts()
    for language in LANGUAGES:
        path = FOLDER / f"lrviz_{language}.ts"
        written, missing = updated(path, language, found)
        path.write_text(written, encoding="utf-8")
        print(f"{path.name}: {missing} unfinished")  # noqa: T201


def updated(path: Path, language: str, found: Iterable[Any]) -> tuple[str, int]:
    """Give the text of a language's file for these texts, and how many of them aren't translated."""
    from lrviz.ui.speech import qm

    known = {(one.context, one.source, one.numerus): one.forms for one in qm.read(path)} if path.exists() else {}
    name, count = LANGUAGES[language]
    lines, missing = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"], 0
    lines.append(f'<TS version="2.1" language="{name}" sourcelanguage="en">')
    for context, group in groupby((one for one in found if one.numerus or language != "en"), lambda one: one.context):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for one in group:
            forms = known.get((one.context, one.source, one.numerus), ("",) * (count if one.numerus else 1))
            missing += not all(forms)
            lines += _message(one, forms)
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""]), missing


def _message(one: Any, forms: tuple[str, ...]) -> list[str]:
    counts = ' numerus="yes"' if one.numerus else ""
    kind = "" if all(forms) else ' type="unfinished"'
    said = "".join(f"\n            <numerusform>{escape(form)}</numerusform>" for form in forms) + "\n        "
    return [
        f"    <message{counts}>",
        *(f'        <location filename="../../{place}"/>' for place in sorted(one.places)[:PLACES]),
        f"        <source>{escape(one.source)}</source>",
        f"        <translation{kind}>{said if one.numerus else escape(forms[0])}</translation>",
        "    </message>",
    ]


if __name__ == "__main__":
    main()
