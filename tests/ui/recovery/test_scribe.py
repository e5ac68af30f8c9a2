"""The scribe writes one thing after another, whatever became of those before."""

from __future__ import annotations

import pytest

from lrviz.ui.recovery.scribe import Scribe


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), ValueError("no space left on device")])
def test_what_fails_is_said_until_something_is_written_again(error: Exception) -> None:
    written: list[str] = []

    def fail() -> None:
        raise error

    scribe = Scribe()
    try:
        scribe.do(fail)
        assert scribe.wait()
        assert scribe.failed == "no space left on device"
        scribe.do(lambda: written.append("next"))
        assert scribe.wait()
        assert (written, scribe.failed) == (["next"], "")
    finally:
        scribe.close()
