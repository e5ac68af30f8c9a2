"""What is said of a text that is not read."""

from __future__ import annotations

from typing import Any

import pytest

from lrviz import SourceError, parse


def rule(text: str, **names: Any) -> tuple[str, int | None, str]:
    """Give the rule, line and message a text is refused with."""
    with pytest.raises(SourceError) as caught:
        parse(text, **names)
    (finding,) = caught.value.findings
    assert finding.severity == "error"
    assert caught.value.line == finding.line
    assert "\n" not in str(caught.value)
    return finding.rule, finding.line, finding.message
