"""Mistakes in the shapes in which people report them: found on the line of the call, with torch's numbers, and cleared.

Each is a text with what it is in its first comments: where it was seen, answers to what it doesn't hold, the rule that
finds it with the line, and what that says.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from lrviz import lint
from lrviz.listing import Answer, Listing
from lrviz.source.amending.amend import amended
from lrviz.source.read import study
from lrviz.source.text.spots import patched
from tests.catalog.composed import stepped

TEXTS = sorted(Path(__file__).with_name("bad").glob("*.py.txt"))
RATE = re.compile(r"(?:to|at|is) ([\d.e+-]+)(?: or less)? (?:at|only from|from) step (\d+)")
LONGEST = 20_000
"""Steps that torch is stepped over at most."""


def told(path: Path) -> tuple[str, dict[str, str], dict[str, float]]:
    """Give a text, what it is said to be, and the answers to it."""
    text = path.read_text(encoding="utf-8")
    said = dict(re.findall(r"^# (\w+): (.*)$", text, re.MULTILINE))
    return text, said, ast.literal_eval(said.get("answers", "{}"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name.removesuffix(".py.txt"))
def test_it_is_found_on_its_line_and_cleared_by_its_fix(path: Path) -> None:
    text, said, names = told(path)
    rule, line = said["finds"].split()
    (one,) = [one for one in lint(text, names=names) if one.rule == rule]
    assert (one.line, one.message) == (int(line), said["says"])
    if one.fix is not None:
        after = amended(Listing(text, tuple(Answer(*each) for each in names.items())), one.fix)
    elif one.patches:
        after = patched(text, one.patches)
    else:
        return
    assert [other.rule for other in lint(after, names=names)] == []


@pytest.mark.parametrize("path", [one for one in TEXTS if RATE.search(told(one)[1]["says"])], ids=lambda one: one.name)
def test_its_rates_are_torch_s(path: Path) -> None:
    text, said, names = told(path)
    run = study(text, names=names).run
    assert run is not None
    assert run.schedule is not None
    for rate, step in RATE.findall(said["says"]):
        assert int(step) < LONGEST
        lrs = stepped(run.schedule, [run.optimizer.rate], int(step) + 1).lrs[0]
        assert f"{lrs[int(step)]:.3g}" == rate
