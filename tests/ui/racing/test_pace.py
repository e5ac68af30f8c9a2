"""The pace of a race: what passes while it is paused is no time of its updates."""

from __future__ import annotations

import math

import pytest

from lrviz.ui.racing.pace import NEWS, Pace, Recent


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


def test_the_last_news_say_how_long_a_race_still_needs() -> None:
    recent = Recent()
    recent.note(0, 10.0)
    assert recent.seconds_until(100) is None
    recent.note(20, 12.0)
    assert recent.seconds_until(100) == pytest.approx(8)
    for second in range(NEWS):  # a race that was slow once is judged by what it does now
        recent.note(20 + second, 100.0 + second)
    assert recent.seconds_until(100) == pytest.approx(20)
    recent.forget()
    assert recent.seconds_until(100) is None
