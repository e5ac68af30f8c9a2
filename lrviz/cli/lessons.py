"""`lrviz lessons`: the lessons there are, whether what one says holds, and the beginning of a new one."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from lrviz.cli.sources import opened
from lrviz.errors import LrvizError
from lrviz.files import write_whole
from lrviz.sentences import filled
from lrviz.teaching.lesson import Lesson
from lrviz.teaching.schema import schema
from lrviz.teaching.shelf import known, lesson
from lrviz.teaching.shelf import lessons as in_order
from lrviz.teaching.verdicts import Weighed, weighed

FINE, FOUND = 0, 1
SEEDS = tuple(range(200, 264))
"""What a lesson is checked with: not the seeds that its numbers were measured with."""
LONGEST = 5000
"""Updates of a lesson that is begun; a longer plan is raced in miniature anyway."""


def lessons(arguments: Namespace) -> int:
    """`lrviz lessons`: name, title and minutes of each, in columns that tabs part; or --check, or --new."""
    if arguments.seeds is not None and arguments.check is None:
        raise LrvizError("--seeds are those to --check with")
    if arguments.session is not None and arguments.new is None:
        raise LrvizError("--from is the session that a --new lesson begins with")
    if arguments.schema:
        print(json.dumps(schema(), indent=1, ensure_ascii=False))
        return FINE
    if arguments.new is not None:
        return _new(arguments)
    if arguments.check is not None:
        return _check(arguments)
    for name in in_order():
        one = lesson(name)
        print(name, one.title.en, f"{one.minutes} min", sep="\t")
    return FINE


def _new(arguments: Namespace) -> int:
    """Write a lesson that can be read as it is, and changed from there."""
    from lrviz.experiment import Experiment
    from lrviz.teaching.skeleton import skeleton

    path = Path(arguments.new if arguments.new.endswith(".toml") else f"{arguments.new}.toml")
    if path.exists():
        raise LrvizError(f"{path} is there already")
    given = Experiment.first_open() if arguments.session is None else opened(arguments.session)
    experiment = given.miniature(LONGEST)
    write_whole(path, skeleton(experiment, path.stem).encode())
    if experiment != given:
        steps = filled(
            "{updates} update{updates:|s} for the {planned} of the plan",
            updates=experiment.training.steps,
            planned=given.training.steps,
        )
        print(f"lrviz: {path} has {steps}", file=sys.stderr)
    print(path)
    return FINE


def _check(arguments: Namespace) -> int:
    """Read each lesson, measure it, and print what holds of what it says."""
    read = {name: lesson(name) for name in arguments.check or known()}
    held = [_measured(name, one, arguments) for name, one in read.items()]
    return FINE if all(held) else FOUND


def _measured(name: str, one: Lesson, arguments: Namespace) -> bool:
    from lrviz.engine.measuring import measure

    print(f"{name}: {one.title.en}")
    evidence = measure(one, arguments.seeds or SEEDS, device=arguments.device, trust=arguments.trust)
    found = list(weighed(one, evidence))
    print(*_lines(found), sep="\n", flush=True)
    return all(each.holds for each in found)


def _lines(found: Sequence[Weighed]) -> list[str]:
    """Give a line for each sentence, and one for each comparison in it."""
    lines: list[str] = []
    for each in found:
        lines.append(f"  {'holds' if each.holds else 'FAILS'}  {each.said:<8}  {each.measured.text.en}")
        compared = each.verdict.compared
        lines += [f"{'':19}{one.left} {one.sign} {one.right}: {one.summed()}" for one in compared]
    return lines
