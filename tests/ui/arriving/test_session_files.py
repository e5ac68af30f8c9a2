"""What comes in as a file is taken, or refused in a sentence, and what is open stays open."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lrviz.experiment import Experiment
from lrviz.session import save
from lrviz.ui.window import Window


@pytest.fixture
def plan() -> Experiment:
    return Experiment.first_open()


def test_a_broken_file_is_refused_and_nothing_is_lost(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "study.lrviz"
    save(Experiment.first_open(), path)
    document = json.loads(path.read_text())
    document["runs"][1]["schedule"]["step_size"] = "fast"
    path.write_text(json.dumps(document))
    content = path.read_bytes()
    window.files.read(path)
    (notice,) = window.notices.shown
    assert "study.lrviz" in notice.title.text()
    assert "step_size" in notice.text.text()
    assert window.store.experiment == Experiment.first_open()
    assert path.read_bytes() == content


def test_what_is_wrong_with_a_file_is_said_without_its_name_again(window: Window, tmp_path: Path) -> None:
    broken = tmp_path / "study.lrviz"
    broken.write_text('{"version": 1, "runs": [{"name": "a", "schedule": {"type": "StepLR", "step_size": "fast"}}]}')
    window.files.read(broken)
    said = window.notices.shown[-1]
    assert said.title.text() == "study.lrviz can’t be opened"
    assert said.text.text().startswith('runs[0].schedule.step_size is "fast"')
    assert "study.lrviz" not in said.text.text()
    broken.write_text("")
    window.files.read(broken)
    assert window.notices.shown[-1].text.text() == "It is empty. Your open session is untouched."
