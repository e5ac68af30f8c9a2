"""Translations of a checkout: compiled once for each content, and kept in the cache folder from start to start."""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

from lrviz.files import cache_folder, resource, write_whole
from lrviz.ui.speech import language, pseudo, qm

COMPILERS = (qm, pseudo)
"""What a compiled translation depends on beside its texts."""


def compiled(said: str, locale: str) -> bytes:
    """Give the .qm of a language (ko) in a locale (ko_KR), made from its .ts unless that was done before.

    Raises
    ------
    OSError, xml.etree.ElementTree.ParseError
        The .ts can't be read.
    """
    source = resource("translations", f"lrviz_{'ko' if said == language.PSEUDO else said}.ts")
    kept = cache_folder() / f"lrviz_{said}-{_digest(source)}.qm"
    with contextlib.suppress(OSError):
        return kept.read_bytes()
    messages = pseudo.messages(qm.read(source)) if said == language.PSEUDO else qm.read(source)
    made = qm.compiled(locale, messages)
    with contextlib.suppress(OSError):  # a read-only home has it compiled at every start
        _keep(made, kept, f"lrviz_{said}-*.qm")
    return made


def _digest(source: Path) -> str:
    found = hashlib.blake2b(source.read_bytes(), digest_size=16)
    for module in COMPILERS:
        found.update(Path(str(module.__file__)).read_bytes())
    return found.hexdigest()


def _keep(made: bytes, path: Path, others: str) -> None:
    """Keep it, and none of what was compiled before; a window that speaks by one has read all of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for older in path.parent.glob(others):
        older.unlink(missing_ok=True)
    write_whole(path, made)
