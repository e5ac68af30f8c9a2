"""What every test lives in: no screen, one thread, a log of its own, and nothing left behind."""

from __future__ import annotations

import gc
import os
import sys
import time
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, max_examples=25)
settings.load_profile("ci" if os.environ.get("CI") else "here")

PATIENCE = 60.0
"""Seconds a process has to end after the last test that needed it."""

KNOWN: weakref.WeakSet[Any] = weakref.WeakSet()
"""The timers that Python knows of, running or not."""


def pytest_collection_finish() -> None:
    """Leave what importing the tests has made out of every walk."""
    _set_aside()


@pytest.fixture(scope="session", autouse=True)
def log_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what tests log and remember out of the person's own folders."""
    with pytest.MonkeyPatch.context() as patch:
        for variable in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            patch.setenv(variable, str(tmp_path_factory.mktemp(variable.lower())))
        yield


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """Fail a test that leaves a top-level widget or a running timer behind; nothing to look for before Qt runs."""
    before: set[int] = set()
    if _qt_runs():
        _set_aside()
        before = {*_widgets(), *_timers()}
    yield
    if not _qt_runs():
        return
    _delete_later()
    left = [repr(thing) for key, thing in {**_widgets(), **_timers()}.items() if key not in before]
    assert not left, f"left behind: {', '.join(left)}"


@pytest.fixture(scope="module", autouse=True)
def no_process_left() -> Iterator[None]:
    """Fail where the tests of a module leave a process behind."""
    before = processes_below(os.getpid())
    yield
    end = time.monotonic() + PATIENCE
    while (left := processes_below(os.getpid()) - before) and time.monotonic() < end:
        time.sleep(0.02)  # a process that was told to end takes a moment, and there is no signal for it
    assert not left, f"processes left behind: {sorted(left)}"


def processes_below(pid: int) -> set[int]:
    """Give the living processes below a process, where /proc tells."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
        except OSError:  # it ended while we looked
            continue
        if state != "Z":
            parents[int(stat.parent.name)] = int(parent)
    found: set[int] = set()
    below = {pid}
    while below:
        below = {child for child, parent in parents.items() if parent in below} - found
        found |= below
    return found


def _qt_runs() -> bool:
    core = sys.modules.get("PySide6.QtCore")
    return core is not None and core.QCoreApplication.instance() is not None


def _widgets() -> dict[int, Any]:
    """Give the top-level widgets without a parent, by their address; none before Qt is loaded."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return {}
    return {id(widget): widget for widget in widgets.QApplication.topLevelWidgets() if widget.parent() is None}


def _timers() -> dict[int, Any]:
    """Give the running timers that Python knows of."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None:
        return {}
    import shiboken6

    KNOWN.update(thing for thing in gc.get_objects() if issubclass(type(thing), core.QTimer))
    return {id(timer): timer for timer in KNOWN if shiboken6.isValid(timer) and timer.isActive()}


def _set_aside() -> None:
    """Leave what is alive out of later walks: it takes long after many tests, and nothing new is among it."""
    gc.collect()
    _timers()  # known from here on
    gc.freeze()


def _delete_later() -> None:
    """Do now what deleteLater() has put off."""
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        gc.collect()
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
