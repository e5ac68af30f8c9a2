"""What was found out about the text of a run: where it is doubtful, what is wrong with it, and what it leaves open."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lrviz.listing import Listing
from lrviz.run import Run
from lrviz.source.reading import Reading
from lrviz.ui import listed
from lrviz.ui.numbers import whole
from lrviz.ui.panels.code_editor import Doubt
from lrviz.ui.panels.questions import Asked, written


def doubts(said: Reading) -> tuple[Doubt, ...]:
    """Give the lines to be underlined; of a text that was read, none for what is only worth knowing."""
    found = [one for one in said.findings if said.run is None or one.severity != "info"]
    return tuple(Doubt(one.line, one.severity) for one in found if one.line is not None)


def asked(listing: Listing, said: Reading) -> list[Asked]:
    """Give what a text leaves open, and behind it what was answered."""
    answers = [Asked(one.expression, answer=written(one.value)) for one in listing.answers]
    known = {one.expression for one in answers}
    questions = [Asked(one.expression, one.line, one.why) for one in said.questions if one.expression not in known]
    return [*questions, *answers]


def sentence(run: Run, said: Reading) -> str:
    """Say why a text can't be read, and what is drawn in its place; nothing of one that was."""
    if said.run is not None or not said.findings:
        return ""
    first = said.findings[0]
    place = _tr("Line {0}: ").format(whole(first.line)) if first.line is not None else ""
    still = _tr("Still drawn as it was.") if run.visible else _tr("Not drawn yet.")
    return f"{place}{listed.told(first)}. {still}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("CodePanel", text)
