"""`lrviz lint` and `lrviz rules`: what is wrong with texts and sessions, in the formats that people and machines read."""

from __future__ import annotations

import json
import os
from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import NamedTuple

from lrviz.cli.sources import answer, source
from lrviz.errors import Finding, SessionError, patched
from lrviz.rules.linter import lint as linted
from lrviz.rules.linter import rules as known_rules
from lrviz.scenarios import preset
from lrviz.scenarios import presets as known_presets
from lrviz.session import lessons as known_lessons
from lrviz.session import load
from lrviz.source.write import code

FINE, FOUND = 0, 1
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
"""What GitHub's workflow commands call a severity."""


class _Told(NamedTuple):
    """A finding, the file it is in, and the file's text, empty for a session."""

    file: str
    finding: Finding
    text: str


def lint(arguments: Namespace) -> int:
    """`lrviz lint FILE…`: one finding a line; 1 if one of them is an error."""
    told = [one for file in arguments.files for one in _found(file, arguments)]
    for line in _FORMATS[arguments.format](told):
        print(line)
    return FOUND if any(one.finding.severity == "error" for one in told) else FINE


def rules(_: Namespace) -> int:
    """`lrviz rules`: the id and the title of each, in columns that tabs part."""
    for one in known_rules():
        print(one.id, one.title, sep="\t")
    return FINE


def _found(file: str, arguments: Namespace) -> list[_Told]:
    if (known := file in known_presets()) or file in known_lessons() or file.endswith(".lrviz"):
        return [_Told(file, one, "") for one in linted(preset(file) if known else load(file))]
    if file != "-" and not os.path.lexists(file):
        raise SessionError(file, "there is no such file, lesson or preset", verb="read")
    text = source(file)
    names = dict(map(answer, arguments.name))
    steps, epoch = arguments.steps, arguments.steps_per_epoch
    return [_Told(file, one, text) for one in linted(text, steps=steps, steps_per_epoch=epoch, names=names)]


def _text(told: Sequence[_Told]) -> list[str]:
    lines: list[str] = []
    for file, one, _ in told:
        where = f"{file}:{one.line}" if one.line is not None else f"{file} ({one.run})" if one.run else file
        lines.append(f"{where}: {one.rule} {one.severity}: {' '.join(one.message.split())}")
    return lines


def _json(told: Sequence[_Told]) -> list[str]:
    rows = [
        {
            "file": file,
            "rule": one.rule,
            "severity": one.severity,
            "message": one.message,
            "fix": _fix(one, text),
            "line": one.line,
        }
        for file, one, text in told
    ]
    return [json.dumps(rows, ensure_ascii=False, indent=2)]


def _fix(finding: Finding, text: str) -> str | None:
    """Give the lines that put it right: those of the fixed run that differ, or of the text as it is patched."""
    if finding.patches and text:
        fixed, before = patched(text, finding.patches), text
    elif finding.fix is not None:
        fixed, before = code(finding.fix), ""
    else:
        return None
    old = set(before.splitlines())
    return "\n".join(line for line in fixed.splitlines() if line not in old)


def _github(told: Sequence[_Told]) -> list[str]:
    lines: list[str] = []
    for file, one, _ in told:
        place = f"file={_property(file)}" + (f",line={one.line}" if one.line is not None else "")
        lines.append(f"::{_COMMANDS[one.severity]} {place},title={one.rule}::{_data(one.message)}")
    return lines


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_FORMATS: dict[str, Callable[[Sequence[_Told]], list[str]]] = {"text": _text, "json": _json, "github": _github}
