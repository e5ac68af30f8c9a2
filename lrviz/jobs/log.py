"""Where a worker writes down what went wrong in it."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

import platformdirs

logger = logging.getLogger("lrviz")


def log_file() -> Path:
    """Give the path of the worker's log."""
    return platformdirs.user_log_path("lrviz", appauthor=False) / "worker.log"


def open_log() -> None:
    """Log to the file; where its folder can't be written nothing is logged, and all else goes on."""
    handler: logging.Handler = logging.NullHandler()
    try:
        log_file().parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(log_file(), maxBytes=2**20, backupCount=1, encoding="utf-8")
    except OSError:
        pass
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(message)s"))
    logger.addHandler(handler)
    logger.propagate = False
