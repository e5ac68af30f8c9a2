"""`lrviz lint` and `lrviz rules`: what is wrong with texts and sessions, as people and machines read it."""

from __future__ import annotations

import difflib
import json
import os
import re
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from lrviz.cli.sources import answer, source
from lrviz.errors import Finding, LrvizError, shown
from lrviz.experiment import Experiment
from lrviz.listing import Answer, Listing
from lrviz.rules.linter import lint as linted
from lrviz.rules.linter import rules as known_rules
from lrviz.scenarios import preset
from lrviz.scenarios import presets as known_presets
from lrviz.session import HOLDERS, load
from lrviz.source.amending.amend import amended
from lrviz.source.text.spots import patched
from lrviz.source.write import code
from lrviz.teaching.shelf import is_lesson, lesson

FINE, FOUND = 0, 1
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
"""What GitHub's workflow commands call a severity."""


class _Told(NamedTuple):
    """A finding, the file it is in, and the code that it is found in: as a listing where a person wrote it."""

    file: str
    finding: Finding
    found_in: Listing | str


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
    if is_lesson(file):
        return [told for scene in lesson(file).scenes for told in _in(scene.experiment, file)]
    if (known := file in known_presets()) or file.endswith(HOLDERS):
        return _in(preset(file) if known else load(file), file)
    if file != "-" and not os.path.lexists(file):
        raise LrvizError(f"there is no file, lesson or preset {shown(file)}")
    text = source(file)
    names = dict(map(answer, arguments.name))
    found = linted(text, steps=arguments.steps, steps_per_epoch=arguments.steps_per_epoch, names=names)
    listing = _listing(text, names) if any(one.fix for one in found) else text
    return [_Told(file, replace(one, message=_asked(one.message)), listing) for one in found]


def _in(experiment: Experiment, file: str) -> list[_Told]:
    """Give what is found in an experiment of a file."""
    written = {run.name: run.listing or code(run) for run in experiment.runs}
    return [_Told(file, one, written[one.run]) for one in linted(experiment)]


def _listing(text: str, names: Mapping[str, Any]) -> Listing:
    """Give a text with the answers to it; what can be read is short enough for one."""
    return Listing(text, tuple(Answer(name, value) for name, value in names.items()))


def _asked(message: str) -> str:
    """Say how the command line is told what a text doesn't say."""
    return re.sub(r"names=\{'([^']*)': …\}", r"--name \1=…", message)


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
            "fix": _fix(one, found_in),
            "line": one.line,
        }
        for file, one, found_in in told
    ]
    return [json.dumps(rows, ensure_ascii=False, indent=2)]


def _fix(finding: Finding, found_in: Listing | str) -> str | None:
    """Give the lines that put it right, as they are to be; None where nobody knows them."""
    before = found_in.text if isinstance(found_in, Listing) else found_in
    if finding.fix is not None:
        after = amended(found_in, finding.fix) if isinstance(found_in, Listing) else code(finding.fix)
    elif finding.patches:
        after = patched(before, finding.patches)
    else:
        return None
    old, new = before.splitlines(), after.splitlines()
    changes = difflib.SequenceMatcher(None, old, new).get_opcodes()
    return "\n".join(line for kind, _, _, first, last in changes if kind != "equal" for line in new[first:last])


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
