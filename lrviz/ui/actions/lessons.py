"""Lessons: the page they are on, and the steps of the one that is open."""

from __future__ import annotations

from lrviz.ui.actions.action import Action, tr
from lrviz.ui.window import Window


def lessons(window: Window) -> tuple[Action, ...]:
    """Give what can be done with lessons."""
    room = window.classroom

    def none_open() -> str:
        return "" if room.playing else tr("No lesson is open")

    return (
        Action("lessons", tr("Lessons"), ("Ctrl+0",), room.go_home_or_back, anywhere=True),
        Action("next_step", tr("Next step of the lesson"), ("Alt+Right", "PgDown"), room.next, why=none_open),
        Action("step_back", tr("Previous step of the lesson"), ("Alt+Left", "PgUp"), room.back, why=none_open),
        Action("leave_lesson", tr("Leave the lesson"), (), room.leave, why=none_open),
        Action("write_lesson", tr("Write a lesson from this session…"), (), room.write, parted=True),
    )
