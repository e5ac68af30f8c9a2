"""The worker's log is kept where the system keeps logs, or not at all."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from lrviz.jobs.log import log_file, logger, open_log


@pytest.fixture(autouse=True)
def _quiet_again() -> Iterator[None]:
    before = logger.handlers[:]
    yield
    for handler in logger.handlers[:]:
        if handler not in before:
            logger.removeHandler(handler)
            handler.close()
    logger.propagate = True


def test_what_is_logged_is_in_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    open_log()
    logging.getLogger("lrviz").error("a fault, and why")
    assert log_file().read_text(encoding="utf-8").endswith("ERROR a fault, and why\n")


def test_a_folder_that_cannot_be_written_costs_nothing_but_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    open_log()
    logging.getLogger("lrviz").error("a fault")
    assert not log_file().exists()
