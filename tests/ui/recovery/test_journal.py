"""A race's journal: told again it is the same race, also where it is cut off, and it never grows without bounds."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.engine.race import race
from lrviz.events import Event, Race
from lrviz.experiment import Experiment
from lrviz.recording import Recording
from lrviz.run import Branch, Run
from lrviz.ui.racing.entering import Entry, entry
from lrviz.ui.recovery import journal
from lrviz.ui.recovery.journal import Journal

PLAN = Experiment.of(Run("constant"), Run("step", StepLR(20), colour=1), steps=44)


@pytest.fixture(scope="module")
def events() -> list[Event]:
    return [event for events in race(Race(PLAN)) for event in events]


def written(path: Path, entered: Entry, events: list[Event]) -> Path:
    """Write a race as it comes, a few events at a time."""
    made = Journal(path)
    made.begin(journal.header(entered))
    for first in range(0, len(events), 7):
        made.go_on(journal.record(tuple(events[first : first + 7])))
    made.end()
    return path


def told(path: Path, known: dict[str, tuple] | None = None) -> Recording | None:  # type: ignore[type-arg]
    """Tell a race again to its end."""
    found = list(journal.told_again(path, known or {}))
    return found[-1][0] if found else None


def test_it_is_told_again_as_it_was(tmp_path: Path, events: list[Event]) -> None:
    again = told(written(tmp_path / "1.race", entry(PLAN, ("constant", "step"), {}), events))
    first = Recording(PLAN)
    for event in events:
        first.add(event)
    assert again is not None
    assert again.done
    for run in range(2):
        assert np.array_equal(again.trace(run).losses, first.trace(run).losses)
        assert again.trace(run).metrics.keys() == first.trace(run).metrics.keys()
        assert again.trace(run).predictions is not None


def test_what_was_cut_off_is_told_to_there(tmp_path: Path, events: list[Event]) -> None:
    path = written(tmp_path / "1.race", entry(PLAN, ("constant", "step"), {}), events)
    whole = path.read_bytes()
    for share in (0.5, 0.1):
        path.write_bytes(whole[: int(share * len(whole))])
        again = told(path)
        assert again is None or not again.done
    path.write_bytes(b"")
    assert told(path) is None
    path.write_bytes(b"\xff" * 1000)
    assert told(path) is None
    assert journal.marks(path) == (set(), set())


def test_one_of_another_version_is_left_out(
    tmp_path: Path, events: list[Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "__version__", "0.0.0")
    path = written(tmp_path / "1.race", entry(PLAN, ("constant", "step"), {}), events)
    monkeypatch.undo()
    assert told(path) is None
    assert journal.marks(path) == (set(), set())


def test_a_branch_needs_what_it_leaves(tmp_path: Path, events: list[Event]) -> None:
    first = Recording(PLAN)
    for event in events:
        first.add(event)
    leaving = Run("branch", StepLR(5), branch=Branch("step", 22))
    plan = replace(PLAN, runs=(*PLAN.runs, leaving))
    entered = entry(plan, ("branch",), {"step": (first.trace(1),)})
    found = [event for events in race(Race(entered.experiment, runs=entered.named)) for event in events]
    path = written(tmp_path / "1.race", entered, found)
    mark = plan.fingerprint(PLAN.runs[1])
    assert journal.marks(path) == ({plan.fingerprint(leaving)}, {mark})
    assert told(path) is None, "without it nothing is known of the branch"
    again = told(path, {mark: (first.trace(1),)})
    assert again is not None
    trace = again.trace(1)
    assert np.array_equal(trace.losses[:22], first.trace(1).losses[:22])
    assert len(trace.losses) == 44


def test_one_that_grows_too_long_is_forgotten_and_the_oldest_make_room(
    tmp_path: Path, events: list[Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    entered = entry(PLAN, ("constant", "step"), {})
    size = written(tmp_path / "1.race", entered, events).stat().st_size
    monkeypatch.setattr(journal, "LONGEST", size // 2)
    assert not written(tmp_path / "2.race", entered, events).exists()
    monkeypatch.undo()
    monkeypatch.setattr(journal, "MOST", 2 * size)
    for name in ("3.race", "4.race", "5.race"):
        written(tmp_path / name, entered, events)
    assert [path.name for path in journal.journals(tmp_path)] == ["3.race", "4.race", "5.race"]


def test_a_new_one_is_written_behind_all_others_though_some_are_gone(tmp_path: Path) -> None:
    for name in ("00002.race", "00003.race", "other.race"):
        (tmp_path / name).touch()
    places = journal.free(tmp_path)
    assert [next(places).name for _ in range(2)] == ["00004.race", "00005.race"]
    assert next(journal.free(tmp_path / "none")).name == "00001.race"
