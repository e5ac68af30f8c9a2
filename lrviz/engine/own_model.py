"""A person's own model: its file is executed here, in the process that trains, and nowhere else.

Whether a person agreed to that is for the race to know, before any model is built.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from torch import nn

from lrviz import modelfile
from lrviz.catalog.models.own_model import ModelFile, OwnModel
from lrviz.engine.failure import full
from lrviz.engine.models import own_model
from lrviz.errors import RefusedError


class OwnModelError(RefusedError):
    """A person's own model can't be made or used; the message says where in its file, and why."""


def built(inputs: int, outputs: int, image: tuple[int, int] | None, *, source: ModelFile) -> nn.Module:
    """Execute a file and build its model.

    Raises
    ------
    OwnModelError
        The file has changed since it was chosen, raises, or makes no fitting nn.Module.
    """
    text = modelfile.read(source.file)
    if not source.shipped and modelfile.digest(text) != source.digest:
        raise OwnModelError(f"{source.name} has changed since it was chosen: read it again")
    given = OwnModel(source).given(inputs, outputs, image)
    folder = str(source.file.parent)
    before = set(sys.modules)
    try:
        with placed(source.name):
            return own_model(text, folder, source.function, (inputs, outputs), given)
    finally:
        sys.path.remove(folder)
        inside = [entry for entry in sys.path if entry != folder and Path(entry).is_relative_to(folder)]
        for name in set(sys.modules) - before:  # what it imported from its folder is read anew the next time
            file = Path(getattr(sys.modules[name], "__file__", None) or "/")
            if file.is_relative_to(folder) and not any(file.is_relative_to(entry) for entry in inside):
                del sys.modules[name]


@contextmanager
def placed(file: str) -> Iterator[None]:
    """Say whatever a person's program raises as its own, with its line; only full memory is what it is anywhere."""
    try:
        yield
    except (Exception, SystemExit) as error:
        if full(error):
            raise
        raise OwnModelError(f"{file}{place(error)}: {type(error).__name__}: {error}") from None


def place(error: BaseException) -> str:
    """Say in which line of a person's own model an error came up; empty where it is no error of one."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        line = trace.tb_lineno if trace.tb_frame.f_code.co_filename == "<own model>" else line
        trace = trace.tb_next
    return f", line {line}" if line else ""
