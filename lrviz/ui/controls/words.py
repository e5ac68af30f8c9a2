"""The sentences that forms say about entries and parameters."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lrviz.errors import SpecError
from lrviz.spec import Field
from lrviz.ui.controls.entry import show_entries, show_entry

_NOUNS = ("a whole number ", "a number ", "text ")


def tr(text: str) -> str:
    """Translate a text of the forms."""
    return QCoreApplication.translate("Form", text)


def out_of_bounds(error: SpecError, still: object) -> str:
    """Say which bound an entry breaks and what is drawn instead.

    >>> out_of_bounds(SpecError("StepLR.step_size", 0, "a whole number of at least 1"), 220)
    'step_size must be at least 1. Still drawn with 220.'
    """
    field = error.path.rpartition(".")[2]
    bound = error.bound
    if isinstance(error.value, int) or (isinstance(error.value, float) and not bound.startswith(_NOUNS[0])):
        for noun in _NOUNS:
            bound = bound.removeprefix(noun).removeprefix("of ")
    reason = tr("{0} must be {1}").format(field, bound)
    return drawn_with(reason, still)


def drawn_with(reason: str, still: object) -> str:
    """Say why an entry isn't taken, and what is drawn instead."""
    return tr("{0}. Still drawn with {1}.").format(reason, said(still))


def said(value: object) -> str:
    """Write a parameter's value in a sentence."""
    if value is None:
        return tr("none")
    if isinstance(value, bool):
        yes, no = tr("on"), tr("off")
        return yes if value else no
    if isinstance(value, (int, float)):
        return show_entry(value)
    return show_entries(value) if isinstance(value, tuple) else str(value)


def explained(field: Field) -> str:
    """Give the tooltip of a parameter: what it does, its bound and torch's default."""
    help_text = QCoreApplication.translate("Catalog", field.help) if field.help else ""
    bound = field.bound[:1].upper() + field.bound[1:] + "."
    default = "" if field.required else tr("Default {0}.").format(said(field.default))
    return "\n".join(line for line in (help_text, f"{bound} {default}".strip()) if line)
