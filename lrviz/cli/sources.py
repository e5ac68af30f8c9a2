"""Sources: the texts that a command line names, and the answers it gives to what they don't say."""

from __future__ import annotations

import ast
import os
import re
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from lrviz.curves import run_of
from lrviz.errors import LrvizError, SourceError, nearest, shown
from lrviz.experiment import Experiment
from lrviz.files import cause
from lrviz.run import Run
from lrviz.scenarios import preset
from lrviz.scenarios import presets as known_presets
from lrviz.session import loads
from lrviz.teaching.shelf import is_lesson, load, scene
from lrviz.teaching.shelf import known as known_lessons

LARGEST_SOURCE = 2**24  # bytes read at most; the reader refuses a text of much less


def source(given: str) -> str:
    """Give the text a SOURCE means: standard input, a file's, or itself."""
    if given == "-":
        if sys.stdin is None:
            raise LrvizError("standard input is closed: name a file, or give the text")
        return _decoded(sys.stdin.buffer.read(LARGEST_SOURCE), "standard input")
    if not given.strip():
        raise LrvizError("SOURCE is empty: name a file, or give the text of a scheduler")
    path = Path(given)
    try:
        if path.is_file():
            with path.open("rb") as file:
                return _decoded(file.read(LARGEST_SOURCE), given)
        if path.is_dir():
            raise LrvizError(f"{given} is a folder")
    except OSError as error:
        if "(" not in given:
            raise LrvizError(f"{shown(given)} can’t be read: {cause(error)}") from None
    except ValueError:  # a NUL is in no path; the reader says what is wrong with the text
        return given
    if "(" not in given and "\n" not in given:
        raise LrvizError(f"there is no file {shown(given)}, and it is no PyTorch code either")
    return given


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LrvizError(f"{name} is not UTF-8 text (line {line})") from None


def read(given: str, arguments: Namespace) -> Run:
    """Give the run that a SOURCE means, with the command's --lr and --name."""
    try:
        return run_of(source(given), lr=arguments.lr, names=dict(map(answer, arguments.name)))
    except SourceError as error:  # what the text doesn't say is answered in another way here
        raise LrvizError(re.sub(r"names=\{'([^']*)': …\}", r"--name \1=…", str(error))) from None


def answer(given: str) -> tuple[str, Any]:
    """Read NAME=VALUE; what is no Python literal is a text."""
    name, equals, value = given.rpartition("=")
    if not equals or not name:
        raise LrvizError(f"--name {shown(given)} must be like args.lr=0.1")
    try:
        return name, ast.literal_eval(value.strip())
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return name, value


def opened(file: str, wanted: str = "") -> Experiment:
    """Load a session file, a preset, a scene of a lesson, or what standard input holds: at least one run."""
    if file == "-":
        return _with_runs(loads(source("-"), "standard input"), "standard input")
    if file.endswith(".py"):
        raise LrvizError(f"{file} is no session: lrviz curve reads Python")
    if is_lesson(file):
        return scene(file, wanted)
    if wanted:
        raise LrvizError(f"--scene {shown(wanted)}: {file} is no lesson, and has no scenes")
    if file in known_presets():
        return preset(file)
    unknown = not os.path.lexists(file) and file not in known_lessons()
    if unknown and (close := nearest(file, [*known_lessons(), *known_presets()])) in known_presets():
        raise LrvizError(f"there is no file, lesson or preset {shown(file)}; the nearest is the preset {close}")
    return _with_runs(load(file), file)


def _with_runs(experiment: Experiment, name: str) -> Experiment:
    if not experiment.runs:
        raise LrvizError(f"{name} holds no runs")
    return experiment
