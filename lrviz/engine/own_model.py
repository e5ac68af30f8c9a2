"""A person's own model: its file is executed here, in the process that trains, and nowhere else.

Whether a person agreed to that is for the race to know, before any model is built.
"""

from __future__ import annotations

import sys

from torch import nn

from lrviz import modelfile
from lrviz.catalog.models.own_model import ModelFile, OwnModel
from lrviz.engine.models import own_model
from lrviz.errors import LrvizError


class OwnModelError(LrvizError):
    """A person's own model can't be made; the message says where in its file, and why."""


def built(inputs: int, outputs: int, image: tuple[int, int] | None, *, source: ModelFile) -> nn.Module:
    """Execute a file and build its model.

    Raises
    ------
    OwnModelError
        The file has changed since it was chosen, raises, or makes no fitting nn.Module.
    """
    text = modelfile.read(source.file)
    if source.digest and modelfile.digest(text) != source.digest:
        raise OwnModelError(f"{source.name} has changed since it was chosen: read it again")
    given = OwnModel(source).given(inputs, outputs, image)
    folder = str(source.file.parent)
    before = set(sys.modules)
    try:
        return own_model(text, folder, source.function, (inputs, outputs), given)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a person's program raises is said as its own
        raise OwnModelError(f"{source.name}{place(error)}: {type(error).__name__}: {error}") from None
    finally:
        sys.path[:] = [entry for entry in sys.path if entry != folder]
        for name in set(sys.modules) - before:  # what it imported from its folder is read anew the next time
            if str(getattr(sys.modules[name], "__file__", None)).startswith(folder):
                del sys.modules[name]


def place(error: BaseException) -> str:
    """Say in which line of a person's own model an error came up; empty where it is no error of one."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        line = trace.tb_lineno if trace.tb_frame.f_code.co_filename == "<own model>" else line
        trace = trace.tb_next
    return f", line {line}" if line else ""
