"""Where lrviz's own files are, and how any file is written: whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from lrviz.sentences import Sentence, say

CAUSES = {
    errno.EACCES: say("permission denied"),
    errno.EBUSY: say("device or resource busy"),
    errno.EDQUOT: say("disk quota exceeded"),
    errno.EEXIST: say("file exists"),
    errno.EFBIG: say("file too large"),
    errno.EINVAL: say("invalid argument"),
    errno.EIO: say("input/output error"),
    errno.EISDIR: say("is a directory"),
    errno.ELOOP: say("too many levels of symbolic links"),
    errno.EMFILE: say("too many open files"),
    errno.ENAMETOOLONG: say("file name too long"),
    errno.ENOENT: say("no such file or directory"),
    errno.ENOMEM: say("cannot allocate memory"),
    errno.ENOSPC: say("no space left on device"),
    errno.ENOTDIR: say("not a directory"),
    errno.EPERM: say("operation not permitted"),
    errno.EROFS: say("read-only file system"),
    errno.ESTALE: say("stale file handle"),
    errno.ETIMEDOUT: say("connection timed out"),
}
"""What systems refuse files for, by its number, in Linux's words."""


def cause(error: OSError) -> str:
    """Say why a system refused something, as the end of a sentence, without its number and path."""
    if error.errno in CAUSES:
        return CAUSES[error.errno]
    words = error.strerror or str(error) or type(error).__name__
    return words if isinstance(words, Sentence) else words[:1].lower() + words[1:]


PART = ".part"
"""How a file ends that isn't whole yet."""
RANDOM = 8
"""Letters by which such files are told apart."""
ABANDONED = 86_400
"""Seconds in which a writer that lives writes again."""


def resource(*parts: str) -> Path:
    """Give the path of a shipped file or folder, in a wheel as in an editable install."""
    package = Path(__file__).parent
    shipped = package / "_resources"  # where the wheel keeps what a checkout has beside the package
    return (shipped if shipped.is_dir() else package.parent / "resources").joinpath(*parts)


def unfit(path: Path, largest: int) -> str:
    """Say why a file isn't to be read; empty where it is.

    Raises
    ------
    OSError, ValueError
        There is no such file, or can't be one of such a path.
    """
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        return say("it is a folder") if stat.S_ISDIR(about.st_mode) else say("it is no regular file")
    if about.st_size > largest:
        return say(
            "it has {megabytes}, and at most {megabytes2} are read",
            megabytes=megabytes(about.st_size),
            megabytes2=megabytes(largest),
        )
    return ""


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
    real = Path(os.path.realpath(path))
    if real.exists() and not real.is_file():  # a pipe or a device has no beside
        with real.open("wb") as device:
            yield device
        return
    with beside(real) as part, part.open("wb") as file:
        yield file


@contextlib.contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Give the path of an empty file in the same folder, which takes the place of `path` if the block ends well.

    What a writer of the same file that was killed left there a day ago or before is taken away.
    """
    path = Path(os.path.realpath(path))
    prefix = f".{path.name[:40]}."
    _sweep(path.parent, prefix)
    part = path.with_name(f"{prefix}{os.urandom(RANDOM // 2).hex()}{PART}")
    try:
        part.touch(0o600 if path.exists() else 0o666, exist_ok=False)  # the system takes its mask off, for all threads
    except OSError as error:
        error.filename = str(path)  # nobody knows the other
        raise
    try:
        yield part
        with part.open("r+b") as file:
            os.fsync(file.fileno())
        if path.exists():
            part.chmod(path.stat().st_mode & 0o777)
        os.replace(part, path)  # noqa: PTH105 - Path.replace hides that this is the atomic step
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def _sweep(folder: Path, prefix: str) -> None:
    """Remove beginnings of a file that nobody has written to for so long that nobody will."""
    with contextlib.suppress(OSError):
        length, long_ago = len(prefix) + RANDOM + len(PART), time.time() - ABANDONED
        with os.scandir(folder) as there:
            ours = [one for one in there if len(one.name) == length and one.name.startswith(prefix)]
        for one in ours:
            if one.name.endswith(PART) and one.stat(follow_symlinks=False).st_mtime < long_ago:
                os.unlink(one.path)  # noqa: PTH108


def log_folder() -> Path:
    """Give the folder of lrviz's log, which may not exist yet."""
    import platformdirs  # the engine does without

    return platformdirs.user_log_path("lrviz", appauthor=False)


def cache_folder() -> Path:
    """Give the folder of what lrviz can make again, which may not exist yet."""
    import platformdirs

    return platformdirs.user_cache_path("lrviz", appauthor=False)


def state_folder() -> Path:
    """Give the folder of what lrviz remembers by itself, such as sessions in no file; it may not exist yet."""
    import platformdirs

    return platformdirs.user_state_path("lrviz", appauthor=False)


def megabytes(size: int) -> str:
    """Write a size for people."""
    return f"{size / 2**30:.1f} GB" if size >= 2**30 else f"{size / 2**20:.3g} MB"
