"""Words in LaTeX: no sign of a name means anything to it, and what its fonts may lack is left out."""

from __future__ import annotations

import re
import unicodedata

from lrviz.export.typeset import korean, tex

_SIGNS = {
    "…": r"\ldots{}",
    "√": r"$\surd$",
    "≥": r"$\geq$",
    "≤": r"$\leq$",
    "‘": "`",
    "’": "'",
    "“": "``",
    "”": "''",
    "ⓘ": "(i)",
}
_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "varepsilon", "η": "eta", "θ": "theta", "κ": "kappa",
    "λ": "lambda", "μ": "mu", "ν": "nu", "ρ": "rho", "σ": "sigma", "φ": "varphi", "ω": "omega",
}  # fmt: skip
_SIGNS |= {letter: rf"$\{name}$" for letter, name in _GREEK.items()}
_LOWERED = re.compile("[₀₁₂₃₄₅₆₇₈₉]+")
_LEFT_OUT = "?"


def written(text: str) -> str:
    r"""Give a text for LaTeX.

    >>> print(written("lr_50% of {x}, 3×10⁻⁵ ≥ β₁"))
    lr\_50\% of \{x\}, 3$\times$10$^{-5}$ $\geq$ $\beta$$_{1}$
    """
    known = tex("".join(char if _printed(char) else _LEFT_OUT for char in unicodedata.normalize("NFC", text)))
    signs = "".join(_SIGNS.get(char, char) for char in known)
    return _LOWERED.sub(lambda found: f"$_{{{unicodedata.normalize('NFKC', found[0])}}}$", signs)


def comment(text: str) -> str:
    """Give a text for a comment: one line of it."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())[:200]


def _printed(char: str) -> bool:
    """Say whether LaTeX has a character without anything being done for it, or it is written otherwise."""
    if char.isascii():
        return char.isprintable() or char in "\n\t"
    known = char in _SIGNS or tex(char) != char or "\u2080" <= char <= "\u2089"
    return known or "\u00c0" <= char <= "\u017f" or korean(char)
