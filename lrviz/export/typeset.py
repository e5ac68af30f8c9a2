"""A table of results as text to paste elsewhere: Markdown, CSV with every digit, or LaTeX with booktabs."""

from __future__ import annotations

import csv
import io
import math
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

Format = Literal["markdown", "csv", "latex"]
FORMATS: tuple[Format, ...] = ("markdown", "csv", "latex")

_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
    "−": "$-$",
    "±": r"$\pm$",
    "×": r"$\times$",
    "÷": r"$\div$",
    "≈": r"$\approx$",
    "·": r"$\cdot$",
    "‖": r"$\|$",
    "Δ": r"$\Delta$",
    "→": r"$\rightarrow$",
    "∞": r"$\infty$",
    "<": "$<$",
    ">": "$>$",
    "|": "$|$",
    '"': "''",
    "`": r"\textasciigrave{}",
    "–": r"\textendash{}",
    "—": r"\textemdash{}",
    "\u202f": r"\,",
    "\u00a0": "~",
}
_FORMULA = tuple("=+-@\t\r")
_MINUS = re.compile(r"(?<![\w.])-(?=\d)")
_DASHES = re.compile("-(?=-)")
"""Two of them would be one longer dash."""
_POWER = re.compile("[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_LOWERED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


@dataclass(frozen=True)
class Entry:
    """A cell: its text, the number it stands for (NaN of none) with its deviation over seeds, whether it is best."""

    text: str
    value: float = math.nan
    spread: float = math.nan
    best: bool = False


@dataclass(frozen=True)
class Sheet:
    """A table: what stands above its columns, and its rows, each as long as that."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Entry, ...], ...]


def markdown(sheet: Sheet) -> str:
    """Give a table of GitHub's Markdown, its columns aligned, numbers to the right, what is best bold.

    >>> print(markdown(Sheet(("run", "loss"), ((Entry("step"), Entry("0.3", 0.3, best=True)),))), end="")
    | run  |    loss |
    |:-----|--------:|
    | step | **0.3** |
    """
    rows = [tuple(map(_escaped, sheet.heads)), *(tuple(map(_in_markdown, row)) for row in sheet.rows)]
    wide = [max(3, *(_width(row[at]) for row in rows)) for at in range(len(sheet.heads))]
    rule = "|".join(f":{'-' * (size + 1)}" if not at else f"{'-' * (size + 1)}:" for at, size in enumerate(wide))
    lines = ["| " + " | ".join(_padded(text, wide[at], at) for at, text in enumerate(row)) + " |" for row in rows]
    return "\n".join([lines[0], f"|{rule}|", *lines[1:], ""])


def comma_separated(sheet: Sheet) -> str:
    """Give CSV with every digit of each number, and a column of deviations behind one that has any.

    They are standard deviations over seeds, of a difference its standard error.

    >>> print(comma_separated(Sheet(("run", "loss"), ((Entry("a, b"), Entry("0.33", 1 / 3, 0.5)),))), end="")
    run,loss,loss ±
    "a, b",0.3333333333333333,0.5
    """
    spread = [any(math.isfinite(row[at].spread) for row in sheet.rows) for at in range(len(sheet.heads))]
    head = [text for at, one in enumerate(sheet.heads) for text in (one, *([f"{one} ±"] if spread[at] else []))]
    text = io.StringIO()
    write = csv.writer(text, lineterminator="\n").writerow
    write(map(inert, head))
    for row in sheet.rows:
        write([cell for at, one in enumerate(row) for cell in _in_csv(one, deviates=spread[at])])
    return text.getvalue()


def latex(sheet: Sheet) -> str:
    r"""Give a tabular of the package booktabs, every sign escaped, what is best bold.

    >>> print(latex(Sheet(("run", "acc."), ((Entry("a_b"), Entry("95 %", 0.95, best=True)),))), end="")
    % \usepackage{booktabs}
    \begin{tabular}{lr}
      \toprule
      run & acc. \\
      \midrule
      a\_b & \textbf{95 \%} \\
      \bottomrule
    \end{tabular}
    """
    head, *rows = [" & ".join(map(tex, sheet.heads)), *(" & ".join(map(_in_latex, row)) for row in sheet.rows)]
    return "\n".join(
        [
            r"% \usepackage{booktabs}" + (r" \usepackage{kotex}" if korean(head + "".join(rows)) else ""),
            rf"\begin{{tabular}}{{l{'r' * (len(sheet.heads) - 1)}}}",
            r"  \toprule",
            rf"  {_begun(head)} \\",
            r"  \midrule",
            *(rf"  {_begun(row)} \\" for row in rows),
            r"  \bottomrule",
            r"\end{tabular}",
            "",
        ]
    )


TYPESET: dict[Format, Callable[[Sheet], str]] = {"markdown": markdown, "csv": comma_separated, "latex": latex}


def _escaped(text: str) -> str:
    """Escape what would end a cell, or be read as markup."""
    return re.sub(r"([\\|*_`<\[~&$])", r"\\\1", " ".join(text.split()))


def _in_markdown(entry: Entry) -> str:
    text = _escaped(entry.text)
    return f"**{text}**" if entry.best else text


def _padded(text: str, wide: int, column: int) -> str:
    room = " " * (wide - _width(text))
    return room + text if column else text + room


def _width(text: str) -> int:
    """Give how many columns of a monospaced font a text takes: two for a wide letter, none for a mark above one."""
    wide = sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
    return wide - sum(unicodedata.combining(letter) > 0 for letter in text)


def _in_csv(entry: Entry, *, deviates: bool) -> Sequence[str]:
    text = repr(entry.value) if math.isfinite(entry.value) else "" if entry.text == "–" else inert(entry.text)
    if not deviates:
        return (text,)
    return text, repr(entry.spread) if math.isfinite(entry.spread) else ""


def inert(text: str) -> str:
    """Give a text for a cell: spreadsheets work out one that begins as a formula does, whoever sent it.

    >>> inert("=1 + 1"), inert("step")
    ("'=1 + 1", 'step')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def _begun(row: str) -> str:
    """Give a row in which no sign is taken for an option of the rule or the line before it."""
    return f"{{}}{row}" if row.startswith(("[", "*")) else row


def _in_latex(entry: Entry) -> str:
    text = tex(entry.text)
    return rf"\textbf{{{text}}}" if entry.best else text


def korean(text: str) -> bool:
    """Say whether a text has letters that LaTeX needs a package for."""
    return _HANGUL.search(text) is not None


def tex(text: str) -> str:
    """Write a text for LaTeX: no sign of it means anything there."""
    text = _MINUS.sub("−", text)
    signs = "".join(_LATEX.get(letter, letter if letter.isprintable() else " ") for letter in text)
    signs = _DASHES.sub("-{}", signs)
    return _POWER.sub(lambda power: f"$^{{{power[0].translate(_LOWERED)}}}$", signs)
