"""The command line as a program, and the one line it complains with."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

STEP = "StepLR(optimizer, step_size=2)"


def ran(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run `python -m lrviz` as a program."""
    environment = {**os.environ, **options.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-m", "lrviz", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        timeout=120,
        **options,
    )


def complaint(done: subprocess.CompletedProcess[str], code: int = 2) -> str:
    """Give the one line a command complained with."""
    assert done.returncode == code, done.stderr
    (line,) = done.stderr.splitlines()
    assert line.startswith("lrviz: ")
    return line
