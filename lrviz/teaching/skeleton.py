"""A lesson to begin with: a session's runs as torch code, and a text to be replaced in every place that needs one."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec
from msgspec.structs import replace

from lrviz.errors import LrvizError
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.sentences import say
from lrviz.source.read import parse
from lrviz.source.write import code
from lrviz.source.writing.statements import statements
from lrviz.spec import Spec

HEAD = """\
title = {{ en = {title}, ko = "" }}
question = {{ en = "What does this show?", ko = "" }}
summary = {{ en = "One sentence for the card of the lesson.", ko = "" }}
minutes = 5
order = 100
topics = []

caveat.en = \"\"\"
What the experiment doesn’t show, and where it comes out otherwise.
\"\"\"
caveat.ko = ""

[[scenes]]
name = "the experiment"
"""

TAIL = """
[[steps]]
view = "schedule"
run = {run}
highlight = ["pane:Learning rate", {spot}]
text.en = "What to look at first."
text.ko = ""

[[steps]]
view = "training"
race = true
highlight = ["transport"]
text.en = "What the race shows."
text.ko = ""

[[steps]]
text.en = "What to try, so that the claim below holds of the experiment as it was changed."
text.ko = ""
until = {until}
hint.en = "How it is done."
done.en = "What it shows."

[[measured]]
text.en = "The validation loss falls from the first validation to the last one."
text.ko = ""
holds = {holds}
of = 10
at_least = 9
"""


def skeleton(experiment: Experiment, name: str = "") -> str:
    """Write a lesson about an experiment, which can be read as it stands; its title is made of a file’s `name`.

    Raises
    ------
    LrvizError
        There is nothing to teach with: the experiment has no runs.
    """
    if not experiment.runs:
        raise LrvizError(say("a lesson needs at least one run, and there is none"))
    first, training = _quoted(experiment.runs[0].name), experiment.training
    at = min(training.validate_every, training.steps)
    title = name.replace("-", " ").replace("_", " ").strip().capitalize() or "A lesson"
    about = [HEAD.format(title=_quoted(title)), f"problem = {_toml(experiment.problem)}\n"]
    if told := _toml(training):
        about.append(f"training = {told}\n")
    if told := _toml(experiment.metric):
        about.append(f"metric = {told}\n")
    about += [_run(run) for run in experiment.runs]
    about.append(
        TAIL.format(
            run=first,
            spot=_quoted(f"run:{experiment.runs[0].name}"),
            until=_claim(f"raced({first})"),
            holds=_claim(f'end({first}, "val_loss") < at({first}, "val_loss", {at})'),
        )
    )
    return "".join(about)


def _run(run: Run) -> str:
    """Write a run, as torch code where that says all of it."""
    told = msgspec.to_builtins(replace(run, listing=None, colour=0))
    lines = ["", "[[scenes.runs]]", f"name = {_quoted(run.name)}"]
    spoken: set[str] = {"name", "colour", "listing"}
    for text in (statements(run), code(run)):
        if _says(text, run):
            lines.append(f"code = {_long(text)}")
            spoken |= {"schedule", "optimizer", "groups"}
            break
    defaults = msgspec.to_builtins(Run("run"))
    for name, value in told.items():
        if name not in spoken and value != defaults[name]:
            lines.append(f"{name} = {_toml(getattr(run, name))}")
    return "\n".join(lines) + "\n"


def _says(text: str, run: Run) -> bool:
    """Tell whether a text is read as the run's optimizer, groups and schedule."""
    try:
        read = parse(text)
    except LrvizError:
        return False
    return (read.optimizer, read.groups, read.schedule) == (run.optimizer, run.groups, run.schedule)


def _toml(value: Any) -> str:
    """Write a value in one line, without the fields that are as they are anyway."""
    match value:
        case msgspec.Struct():
            own = {"type": type(value).__name__} if isinstance(value, Spec) else {}
            changed = {
                field.name: getattr(value, field.name)
                for field in msgspec.structs.fields(type(value))
                if getattr(value, field.name) != _default(field)
            }
            told = [f"{name} = {_toml(item)}" for name, item in {**own, **changed}.items()]
            return f"{{ {', '.join(told)} }}" if told else ""
        case tuple() | list():
            return f"[{', '.join(map(_toml, value))}]"
        case bool():
            return "true" if value else "false"
        case str():
            return _quoted(value)
        case _:
            return repr(value)


def _default(field: msgspec.structs.FieldInfo) -> Any:
    if field.default_factory is not msgspec.NODEFAULT:
        return field.default_factory()
    return field.default


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _claim(text: str) -> str:
    return f"'{text}'" if re.fullmatch(r"[^'\x00-\x1f\x7f]*", text) else _quoted(text)


def _long(text: str) -> str:
    """Write a text of several lines."""
    plain = "'''" not in text and re.fullmatch(r"[^\x00-\x08\x0b-\x1f\x7f]*", text)
    return f"'''\n{text.rstrip()}\n'''" if plain else _quoted(text)
