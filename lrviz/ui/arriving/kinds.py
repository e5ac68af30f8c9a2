"""What files are, by how their names end. It knows nothing of Qt."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

Kind = Literal["code", "session", "lesson", "table", "data", "unfit"]
KINDS: dict[str, Kind] = {
    ".py": "code",
    ".ipynb": "code",
    ".txt": "code",
    ".md": "code",
    ".lrviz": "session",
    ".json": "session",
    ".html": "session",
    ".htm": "session",
    ".eml": "session",
    ".toml": "lesson",
    ".csv": "table",
    ".tsv": "table",
    ".npz": "data",
}
MORE = (".html", ".htm", ".eml")
"""Files in which a session is not all there is: it is opened without them, so that saving doesn't overwrite them."""


def kind_of(path: Path) -> Kind:
    """Say what a file is."""
    return KINDS.get(path.suffix.lower(), "unfit")
