"""Where lrviz's own files are, and how any file is written: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO


def resource(*parts: str) -> Path:
    """Give the path of a shipped file or folder, in a wheel as in an editable install."""
    package = Path(__file__).parent
    shipped = package / "_resources"  # where the wheel keeps what a checkout has beside the package
    return (shipped if shipped.is_dir() else package.parent / "resources").joinpath(*parts)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place and rename it there, so that no half-written file is ever seen.

    A symbolic link is followed, and an existing file's permissions are kept.

    Raises
    ------
    OSError
        The folder is missing, read-only or full; what stood at `path` is untouched.
    """
    with whole(path) as file:
        file.write(data)


@contextlib.contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """Open a file to write in many pieces; it takes its place when the block ends, and only if it ends well."""
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():  # a pipe or a device has no beside
        with path.open("wb") as device:
            yield device
        return
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        Path(name).chmod(mode)
        os.replace(name, path)  # noqa: PTH105 - Path.replace hides that this is the atomic step
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise


def log_folder() -> Path:
    """Give the folder of lrviz's log, which may not exist yet."""
    import platformdirs  # the engine does without

    return platformdirs.user_log_path("lrviz", appauthor=False)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
