"""noqa: lines of a text that say themselves what is not to be found in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lrviz.errors import Finding

_SAID = re.compile(r"#\s*noqa\b(?P<ids>\s*:\s*[A-Z]+\d+(?:[\s,]+[A-Z]+\d+)*)?", re.IGNORECASE)


def kept(found: Iterable[Finding], text: str) -> list[Finding]:
    """Give the findings whose line doesn't say `# noqa`, or `# noqa: LR102, LR105` with their rule among them."""
    lines = re.split(r"\r\n|\r|\n", text) if "noqa" in text.lower() else []
    return [one for one in found if not _silenced(one, lines)]


def _silenced(finding: Finding, lines: Sequence[str]) -> bool:
    if finding.line is None or not 1 <= finding.line <= len(lines):
        return False
    said = _SAID.search(lines[finding.line - 1])
    return said is not None and (said["ids"] is None or finding.rule in re.findall(r"[A-Z]+\d+", said["ids"].upper()))
