"""The manual of a rule in a pop-up: why it matters, a bad and a good line, and where people report it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from lrviz.rules.linter import rules
from lrviz.ui.controls.popup import PopUp

WIDTH = 620


def manual(rule: str) -> str:
    """Give what is known of a rule by its id, as text; empty where there is nothing."""
    return "\n\n".join(one.manual for one in rules() if one.id == rule)


def title(rule: str) -> str:
    """Give a rule's id and what it is called."""
    named = next((one.title for one in rules() if one.id == rule), "")
    return f"{rule} · {named}" if named else rule


def rule_card(rule: str, parent: QWidget) -> PopUp:
    """Make the card of a rule by its id."""
    made = PopUp(title(rule), WIDTH, parent)
    for text, is_code in _paragraphs(manual(rule)):
        made.say(text, "code" if is_code else "body")
    made.copies()
    return made


def _paragraphs(text: str) -> list[tuple[str, bool]]:
    """Part a manual into paragraphs of words and of code: a block that begins with Bad or Good is code."""
    found: list[tuple[str, bool]] = []
    for line in text.splitlines():
        starts = line.startswith(("Bad:", "Good:"))
        goes_on = bool(found) and found[-1][1] and (line.startswith(" ") or not line.strip())
        if starts or (line.startswith("Seen in:") and line):
            found.append((line, starts))
        elif goes_on:
            found[-1] = (f"{found[-1][0]}\n{line}".rstrip(), True)
        elif not line.strip():
            found.append(("", False))
        elif found and not found[-1][1] and found[-1][0]:
            found[-1] = (f"{found[-1][0]} {line}", False)
        else:
            found.append((line, False))
    return [(text, is_code) for text, is_code in found if text]
