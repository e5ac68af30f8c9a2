"""Every action of the window: one list, so that no two share a key and all can be found."""

from __future__ import annotations

from lrviz.ui.actions.action import Action, tr
from lrviz.ui.actions.cursor import cursor
from lrviz.ui.actions.edit import edit
from lrviz.ui.actions.export import export
from lrviz.ui.actions.help import help_
from lrviz.ui.actions.lessons import lessons
from lrviz.ui.actions.runs import runs
from lrviz.ui.actions.session import session
from lrviz.ui.actions.views import views
from lrviz.ui.window import Window


def groups(window: Window) -> tuple[tuple[str, tuple[Action, ...]], ...]:
    """Give all actions of a window, under what they are about."""
    return (
        (tr("Session"), session(window)),
        (tr("Edit"), edit(window)),
        (tr("Runs"), runs(window)),
        (tr("Race and cursor"), cursor(window)),
        (tr("Views"), views(window)),
        (tr("Take away"), export(window)),
        (tr("Lessons"), lessons(window)),
        (tr("Help"), help_(window)),
    )


def actions(window: Window) -> tuple[Action, ...]:
    """Give all actions of a window."""
    return tuple(action for _, group in groups(window) for action in group)


def why_not(window: Window, action: Action) -> str:
    """Say why an action can't be done now; nothing where it can."""
    if window.classroom.at_home and not action.anywhere:
        return tr("Go back to the session first")
    return action.why()
