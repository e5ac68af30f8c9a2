"""What a window leaves behind, as it is written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lrviz.experiment import Experiment
from lrviz.ui.recovery import left


@pytest.mark.parametrize("name", [b"study.lrviz", "학습 100%41 🎢.lrviz".encode(), b"caf\xe9.lrviz"])
def test_a_file_is_found_again_whatever_it_is_called(tmp_path: Path, name: bytes) -> None:
    path = tmp_path / os.fsdecode(name)
    about = left.About(path=left.spelt(path), modified=True)
    left.write(tmp_path / "kept", left.encode(left.Left(about, Experiment.first_open())))
    found = left.read(tmp_path / "kept")
    assert found is not None
    assert found.about.file == path
    assert found.precious
