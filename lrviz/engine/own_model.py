"""A person's own model: its file is executed here, in the process that trains, and nowhere else.

Whether a person agreed to that is for the race to know, before any model is built.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import torch
from torch import nn

from lrviz import modelfile
from lrviz.catalog.models.own_model import ModelFile, OwnModel
from lrviz.engine.failure import full
from lrviz.engine.models import own_model
from lrviz.errors import LrvizError, RefusedError
from lrviz.sentences import say

LONGEST = 400
"""Characters of an error's text that are said."""


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
        raise OwnModelError(say("{name} has changed since it was chosen: read it again", name=source.name))
    given = OwnModel(source).given(inputs, outputs, image)
    folder = str(source.file.parent)
    before = set(sys.modules)
    try:
        with placed(source.name):
            return own_model(text, str(source.file), source.function, (inputs, outputs), given)
    finally:
        sys.path.remove(folder)
        inside = [entry for entry in sys.path if entry != folder and Path(entry).is_relative_to(folder)]
        for name in set(sys.modules) - before:  # what it imported from its folder is read anew the next time
            file = Path(getattr(sys.modules[name], "__file__", None) or "/")
            if file.is_relative_to(folder) and not any(file.is_relative_to(entry) for entry in inside):
                del sys.modules[name]


@contextmanager
def placed(file: str) -> Iterator[None]:
    """Say whatever a person's program raises as its own, with its line, and undo what it sets for the whole process.

    Only full memory and Ctrl-C are what they are anywhere.
    """
    try:
        with restored():
            yield
    except BaseException as error:
        if isinstance(error, (KeyboardInterrupt, LrvizError)) or full(error):
            raise
        raise OwnModelError(
            say(
                "{file}{place}: {error}{words}",
                file=file,
                place=place(error),
                error=type(error).__name__,
                words=words(error),
            )
        ) from None


@contextmanager
def restored() -> Iterator[None]:
    """Put back what torch, numpy and Python keep for the whole process."""
    kind, device, grad = torch.get_default_dtype(), torch.get_default_device(), torch.is_grad_enabled()
    exact, drawn, folder = torch.are_deterministic_algorithms_enabled(), random.getstate(), Path.cwd()
    old = np.random.get_state()  # noqa: NPY002 - which a person's program may seed
    try:
        yield
    finally:
        torch.set_default_dtype(kind)
        if torch.get_default_device() != device:
            torch.set_default_device(None if device.type == "cpu" else device)
        torch.set_grad_enabled(grad)
        torch.use_deterministic_algorithms(exact)
        random.setstate(drawn)
        np.random.set_state(old)  # noqa: NPY002
        os.chdir(folder)


def words(error: BaseException) -> str:
    """Give what an error says, on one line of bounded length, behind a colon; nothing where it says nothing."""
    try:
        text = str(error)
    except Exception:  # noqa: BLE001 - a person's own kind of error
        return ""
    line = " ".join("".join(mark if mark.isprintable() else " " for mark in text[:LONGEST]).split())
    return f": {line}{' …' if len(text) > LONGEST else ''}" if line else ""


def place(error: BaseException) -> str:
    """Say in which line of a person's own model an error came up; empty where it is no error of one."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        line = trace.tb_lineno if trace.tb_frame.f_code.co_filename == "<own model>" else line
        trace = trace.tb_next
    return f", line {line}" if line else ""
