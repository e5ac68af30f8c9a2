"""See what a learning-rate schedule and a loss will do before anyone spends GPU hours on them."""

from __future__ import annotations

__version__ = "0.1.0"
