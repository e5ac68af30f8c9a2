"""The sentences that forms say about entries and parameters."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from lrviz.errors import SpecError
from lrviz.spec import Field
from lrviz.ui.controls.entry import show_entry
from lrviz.ui.controls.scales import Limits
from lrviz.ui.speech import saying
from lrviz.ui.speech.spoken import together, turned

_POWER = re.compile(r"\d+e[+-]\d+|10\*\*\d+")


def tr(text: str) -> str:
    """Translate a text of the forms."""
    return QCoreApplication.translate("Form", text)


def out_of_bounds(error: SpecError, still: str, limits: Limits | None = None) -> str:
    """Say which bound an entry breaks and what is drawn instead; of a field's `limits` only the one it breaks.

    >>> out_of_bounds(SpecError("StepLR.step_size", 0, "a whole number of at least 1"), "220")
    'step_size must be a whole number of at least 1. Still drawn with 220.'
    >>> out_of_bounds(SpecError("StepLR.step_size", 0, "a whole number between 1 and 9"), "2", Limits(1, None, 9, None))
    'step_size must be at least 1. Still drawn with 2.'
    """
    field = error.path.rpartition(".")[2]
    bound = broken(error.value, limits) if limits is not None else ""
    if not bound:
        bound = turned(saying.said(error.bound), _raised)
    return drawn_with(tr("{0} must be {1}").format(field, bound), still)


def broken(value: object, limits: Limits) -> str:
    """Finish the sentence "it must be …" with the limit that a number breaks, "" where it breaks none."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return ""
    if limits.ge is not None and value < limits.ge:
        return tr("at least {0}").format(show_entry(limits.ge))
    if limits.gt is not None and value <= limits.gt:
        return tr("greater than {0}").format(show_entry(limits.gt))
    if limits.le is not None and value > limits.le:
        return tr("at most {0}").format(show_entry(limits.le))
    if limits.lt is not None and value >= limits.lt:
        return tr("less than {0}").format(show_entry(limits.lt))
    return ""


def drawn_with(reason: str, still: str) -> str:
    """Say why an entry isn't taken, and what is drawn instead."""
    return tr("{0}. Still drawn with {1}.").format(reason, still)


def said(value: object, none: str = "") -> str:
    """Write a parameter's value in a sentence; `none` is what None stands for."""
    if value is None:
        return QCoreApplication.translate("Catalog", none) if none else tr("none")
    if isinstance(value, bool):
        yes, no = tr("on"), tr("off")
        return yes if value else no
    if isinstance(value, (int, float)):
        return show_entry(value)
    return ", ".join(said(one) for one in value) if isinstance(value, tuple) else str(value)


def explained(field: Field) -> str:
    """Give the tooltip of a parameter: what it does, its bound and torch's default."""
    help_text = QCoreApplication.translate("Catalog", field.help) if field.help else ""
    bound = turned(turned(saying.said(field.bound), _raised), _as_sentence)
    default = "" if field.required else tr("Default {0}.").format(said(field.default, field.none))
    lines = together("{0} {1}", bound, default) if default else bound
    return together("{0}\n{1}", help_text, lines) if help_text else lines


def _as_sentence(bound: str) -> str:
    return f"{bound[:1].upper()}{bound[1:]}."


def _raised(bound: str) -> str:
    """Write the powers of ten of a bound as 10¹⁵."""
    return _POWER.sub(lambda power: show_entry(float(power[0].replace("10**", "1e"))), bound)
