"""Writing whole or not at all: a full disk, a folder that can't be written, links, modes and a process that dies."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from lrviz.files import ABANDONED, beside, whole, write_whole

resource = pytest.importorskip("resource")

OLD, NEW = b"old", b"new" * 10_000


@pytest.fixture
def full_disk() -> Iterator[None]:
    """Let no file grow beyond a few bytes: the system refuses as it does on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "study.lrviz").write_bytes(OLD)
    return tmp_path / "study.lrviz"


def alone(path: Path) -> bool:
    """Say whether a file is all there is in its folder."""
    return list(path.parent.iterdir()) == [path]


@pytest.mark.usefixtures("full_disk")
def test_on_a_full_disk_the_old_file_stays_and_nothing_else(path: Path) -> None:
    with pytest.raises(OSError, match="too large"):
        write_whole(path, NEW)
    assert path.read_bytes() == OLD
    assert alone(path)


@pytest.mark.usefixtures("full_disk")
def test_so_it_is_where_a_file_is_written_in_pieces(path: Path) -> None:
    def write() -> None:
        with whole(path) as file:
            for _ in range(100):
                file.write(NEW[:100])
                file.flush()

    with pytest.raises(OSError, match="too large"):
        write()
    assert path.read_bytes() == OLD
    assert alone(path)


def test_a_block_that_fails_leaves_the_old_file(path: Path) -> None:
    def write() -> None:
        with beside(path) as part:
            part.write_bytes(NEW)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    assert path.read_bytes() == OLD
    assert alone(path)


def test_a_folder_that_cannot_be_written_is_said_of_the_file_that_was_meant(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path.parent / ".study.lrviz.xyz.part"))

    monkeypatch.setattr(Path, "touch", refuse)
    with pytest.raises(PermissionError) as caught:
        write_whole(path, NEW)
    assert caught.value.filename == str(path)
    assert path.read_bytes() == OLD


def test_a_missing_folder_is_said_of_the_file_that_was_meant(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        write_whole(tmp_path / "nowhere" / "study.lrviz", NEW)
    assert caught.value.filename == str(tmp_path / "nowhere" / "study.lrviz")


def test_a_link_is_followed_and_a_mode_is_kept(path: Path) -> None:
    path.chmod(0o640)
    (link := path.parent / "link").symlink_to(path)
    write_whole(link, NEW)
    assert link.is_symlink()
    assert path.read_bytes() == NEW
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_may_be_read_by_whom_the_person_lets(tmp_path: Path) -> None:
    write_whole(made := tmp_path / "study.lrviz", NEW)
    (plain := tmp_path / "plain").touch()
    assert made.stat().st_mode == plain.stat().st_mode


def test_what_only_the_person_may_read_is_so_while_it_is_written(path: Path) -> None:
    path.chmod(0o600)
    with beside(path) as part:
        assert stat.S_IMODE(part.stat().st_mode) == 0o600


def test_a_process_that_dies_in_the_middle_leaves_the_old_file(path: Path) -> None:
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom lrviz.files import whole\n"
        "with whole(Path(sys.argv[1])) as file:\n"
        "    file.write(b'half')\n    file.flush()\n    os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], check=False, timeout=120, env=dict(os.environ))
    assert done.returncode == -signal.SIGKILL
    assert path.read_bytes() == OLD


def test_what_a_killed_writer_left_goes_after_a_day_and_nothing_else_does(path: Path) -> None:
    old = time.time() - ABANDONED - 60
    gone = path.with_name(".study.lrviz.abcd_123.part")
    stays = {
        path.with_name(name)
        for name in (
            ".study.lrviz.new_1234.part",  # somebody may be writing it
            ".study.lrviz.bak.abcd_123.part",  # of another file
            ".study.lrviz.abcd_123.parts",
            "study.lrviz.abcd_123.part",
        )
    }
    for one in (gone, *stays):
        one.write_bytes(b"half")
        os.utime(one, (old, old))
    os.utime(path.with_name(".study.lrviz.new_1234.part"))
    write_whole(path, NEW)
    assert set(path.parent.iterdir()) == {path, *stays}
    assert path.read_bytes() == NEW
