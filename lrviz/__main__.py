"""`python -m lrviz` is `lrviz`."""

from __future__ import annotations

import sys

from lrviz.cli import main

if __name__ == "__main__":
    sys.exit(main())
