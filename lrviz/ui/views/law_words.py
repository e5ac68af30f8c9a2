"""What the window says of a law itself: its formula in words, what it assumes, where it is from."""

from __future__ import annotations

import html
import re

from PySide6.QtCore import QCoreApplication

from lrviz.laws.law import Law
from lrviz.ui.numbers import short
from lrviz.ui.speech.saying import said
from lrviz.ui.views.carried import Carried

_PAPER = re.compile(r"arXiv[: ](\d{4}\.\d{4,5})")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Law", text)


def formula(law: Law) -> str:
    """Say in words how a law comes to its loss; empty for one that this doesn't know."""
    known = {
        "bound": _tr(
            "After each update, the loss above the minimum is at most half of D² over the sum of all rates so far, "
            "plus half of G² times the last rate and, for each rate before, its square over the sum of those that "
            "followed. D is how far the start is from the minimum, G how steep the loss is at most, T the updates."
        ),
        "multi-power": _tr(
            "The loss falls with a power of the sum of all rates so far, and each fall of the rate takes off more, by "
            "a power of the rates that followed it."
        ),
        "annealing": _tr(
            "The loss falls with a power of the sum of all rates so far, and by a share of the area that the falls of "
            "the rate have gathered since, which fades."
        ),
    }
    return known.get(law.name, "")


def assumes(law: Law) -> str:
    """Say what a law takes for granted, and how far its band reaches."""
    wide = short(law.band, "percent") if law.name == "bound" else f"{short(law.band)} {law.unit}".strip()
    band = _tr("Two runs are ranked where their ends are more than {0} apart.").format(wide)
    return f"{said(law.assumes)} {band}"


def source(law: Law) -> str:
    """Give where a law is from as rich text, each paper a link."""
    linked = _PAPER.sub(r'<a href="https://arxiv.org/abs/\1">arXiv \1</a>', html.escape(law.source))
    return _tr("Source: {0}").format(linked)


def times(factor: float) -> str:
    """Write what a rate is multiplied by."""
    return f"× {short(float(f'{factor:.2g}'))}"


def peaks(row: Carried) -> str:
    """Say what a peak is now and what it would be."""
    return _tr("peaks at {0}, would at {1}").format(short(row.peak), short(row.wanted))
