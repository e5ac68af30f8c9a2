"""The text of a file that is to be read as code, of a notebook its code. It knows nothing of Qt."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from lrviz.errors import SourceError
from lrviz.files import cause, unfit
from lrviz.source.text.notebook import notebook

LARGEST = 2**24
"""Bytes of a file that are read at most."""


class FileText(NamedTuple):
    """A text; or why it can't be had, or the line (from 1) that is no UTF-8."""

    text: str = ""
    reason: str = ""
    line: int = 0


def file_text(path: Path) -> FileText:
    """Give the text of a file, of a notebook its code; or nothing, and why it can't be had."""
    try:
        reason = unfit(path, LARGEST)
        if reason:
            return FileText(reason=reason)
        data = path.read_bytes()
        return FileText(notebook(data) if path.suffix.lower() == ".ipynb" else data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return FileText(line=data.count(b"\n", 0, error.start) + 1)
    except (OSError, ValueError) as error:
        return FileText(reason=cause(error) if isinstance(error, OSError) else str(error))
    except SourceError as error:
        return FileText(reason=error.findings[0].message)
