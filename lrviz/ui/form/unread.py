"""What is said in the form of a run whose text isn't read yet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lrviz.run import Run
from lrviz.ui import listed
from lrviz.ui.numbers import whole

MOST = 4
"""Values that are named; of more, the rest is counted."""


def missing(run: Run) -> str:
    """Say what is missing until a run's text can be read, and where that is given; empty where it is read."""
    if not listed.is_unread(run):
        return ""
    said = None if run.listing is None else listed.known(run.listing)
    if said is None:
        return _tr("The code is being read.")
    if said.questions:
        asked = [one.expression for one in said.questions]
        names = ", ".join(asked[:MOST])
        if len(asked) > MOST:
            names = _tr("{0} and {1} more").format(names, whole(len(asked) - MOST))
        return _tr("The code doesn’t say what {0} is. Give its value below the code; the form follows.").format(names)
    if not said.findings:
        return _tr("The code isn’t read yet.")
    where = said.findings[0].line
    line = _tr("Line {0}: ").format(whole(where)) if where is not None else ""
    return _tr("{0}{1}. The form follows as soon as the code can be read.").format(line, listed.told(said.findings[0]))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Unread", text)
