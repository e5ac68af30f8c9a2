"""Imported once by the server that workers are forked from, so that each of them starts with the engine loaded."""

from __future__ import annotations

import contextlib
import importlib

with contextlib.suppress(Exception):  # the worker meets it again, and says it
    importlib.import_module("lrviz.engine.service")
