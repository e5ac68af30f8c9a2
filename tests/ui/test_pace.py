"""The pace of a race: what passes while it is paused is no time of its updates."""

from __future__ import annotations

import math

from lrviz.ui.pace import Pace


def test_an_update_takes_the_time_between_news_by_their_updates() -> None:
    pace = Pace()
    assert math.isnan(pace.seconds)
    pace.note(10, 100.0)
    assert math.isnan(pace.seconds)
    pace.note(30, 102.0)
    pace.note(30, 103.0)  # a validation
    pace.note(40, 104.0)
    assert pace.seconds == 4.0 / 30


def test_a_pause_is_left_out() -> None:
    pace = Pace()
    pace.note(10, 0.0)
    pace.note(20, 1.0)
    pace.hold()
    pace.note(21, 50.0)
    pace.note(31, 51.0)
    assert pace.seconds == 2.0 / 20
