"""Statements that are no Python: left out where nothing hangs on them, and an error as before where something may."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz import SourceError, parse
from lrviz.source.read import study
from lrviz.source.text.clean import cleaned

WHOLE = """\
import torch
from config import epochs
rate = 0.1
model = Net()
optimizer = torch.optim.SGD(model.parameters(), lr=rate)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30)
for epoch in range(90):
    for x, y in loader:
        loss = model(x)
        optimizer.step()
    scheduler.step()
    if epoch > 3:
        report(epoch)
"""
UNHEARD = {
    "a print of Python 2": (WHOLE + "print 'done', epoch, loss  # at last\n", 14),
    "a print of Python 2 in a loop": (WHOLE.replace("        loss", "        print 'batch', x\n        loss"), 9),
    "a print that leaves its block with nothing else": (WHOLE.replace("report(epoch)", "print epoch"), 13),
    "a line that is being written": (WHOLE + "torch.save(model", 14),
    "a call over lines that is being written": (WHOLE + "torch.save(\n    model,\n    'x", 14),
    "a loop that is being written": (WHOLE + "for sample in range(3):", 14),
    "a loop without a body, in a block": (WHOLE + "def main():\n    for sample in samples:\n    show(2)\n", 15),
    "a condition that is being written": (WHOLE.replace("loss = model(x)", "loss = model(x)\n        if verb"), 10),
    "a shell's command": ("pip install torch optimizer\n" + WHOLE, 1),
    "a shell's prompt": ("$ python train.py --lr 3\n" + WHOLE, 1),
    "a sentence before it": ("Here's what I run:\n" + WHOLE, 1),
    "a statement in a block": (WHOLE.replace("loss = model(x)", "loss = = model(x)"), 9),
    "a list over lines": (WHOLE + "names = [\n    1,\n    2 3,\n]\nshow(names)\n", 14),
    "a function over lines": (WHOLE + "def show(\n    a,\n    b = = 3,\n):\n    return_(a)\n", 14),
    "a text that never ends": (WHOLE + "words = '''so\nand so", 14),
    "an indent that fits nothing": (WHOLE + "if x:\n        show(1)\n    show(2)\n", 16),
    "two of them": ("pip install x\n" + WHOLE + "y = 1 2\n", 1),
}


@pytest.mark.parametrize(("text", "line"), UNHEARD.values(), ids=UNHEARD)
def test_what_nothing_hangs_on_is_left_out_and_told(text: str, line: int) -> None:
    reading, plain = study(text), study(WHOLE)
    assert reading.run == plain.run
    assert reading.run is not None
    assert reading.usage.scheduler_steps == plain.usage.scheduler_steps == 90
    assert {(one.rule, one.severity) for one in reading.findings} == {("LR200", "warning")}
    assert reading.findings[0].line == line
    place = reading.places["optimizer.lr"]
    assert text[place.start : place.end] == "rate"


HEARD = {
    "the optimizer": (WHOLE.replace("lr=rate)", "lr=rate"), 5, "never closed"),
    "the scheduler": (WHOLE.replace("step_size=30)", "step_size="), 6, "never closed"),
    "a value that is used": (WHOLE.replace("rate = 0.1", "rate = 0.1 0.2"), 3, "invalid syntax"),
    "a value that is changed later": (WHOLE.replace("model = Net()", "rate *= = 2"), 4, "invalid syntax"),
    "a value of a value": (WHOLE.replace("rate = 0.1", "rate = 0.1 * k\nk = 3 3"), 4, "invalid syntax"),
    "a change of a rate by hand": (WHOLE + "g['lr'] = = 3\n", 14, "invalid syntax"),
    "a loop around a step": (WHOLE.replace("for epoch in range(90):", "for epoch in range(90)"), 7, "expected ':'"),
    "a condition on a step": (WHOLE.replace("    scheduler.", "    if x >:\n        scheduler."), 11, "syntax"),
    "a way out of a loop": (WHOLE.replace("        loss", "        if loss >: break\n        loss"), 9, "syntax"),
    "an import of what is used": (WHOLE.replace("import epochs", "import rate,"), 2, "trailing"),
    "a function that gives what is used": (
        WHOLE.replace("rate = 0.1", "def warm(n):\n    scale = n = = 3\n    return 0.1\nrate = warm(3)"),
        4,
        "syntax",
    ),
    "what a function is given": (
        "def main(lr):\n    optimizer = SGD(m.parameters(), lr=lr)\nfactor = 3 3\nmain(0.1 * factor)\n", 3, "syntax"
    ),
    "all there is": ("x = (", 1, "never closed"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "why"), HEARD.values(), ids=HEARD)
def test_what_a_curve_may_hang_on_is_an_error_and_nothing_is_drawn(text: str, line: int, why: str) -> None:
    reading = study(text)
    assert reading.run is None
    assert [(one.rule, one.severity, one.line) for one in reading.findings] == [("LR200", "error", line)]
    assert why in reading.findings[0].message
    with pytest.raises(SourceError, match="LR200"):
        parse(text)


def test_a_question_stands_beside_what_is_left_out() -> None:
    reading = study(WHOLE.replace("rate = 0.1", "note = = 3"))
    assert [(one.rule, one.severity) for one in reading.findings] == [("LR203", "error"), ("LR200", "warning")]
    assert [one.expression for one in reading.questions] == ["rate"]


def test_a_text_that_is_mostly_no_python_is_not_read() -> None:
    assert not cleaned("so it is\n" * 30 + WHOLE).left_out
    reading = study("so it is\n" * 30 + WHOLE)
    assert reading.run is None
    assert reading.findings[0].line == 1


@given(st.text(alphabet="ab=+ \n():,'\"[]#\tif:", max_size=40), st.text(alphabet="ab=+ \n():,'\"[]#\tif:", max_size=20))
def test_python_is_left_as_it_is_and_places_hold(before: str, after: str) -> None:
    clean = cleaned(before + "\n" + after)
    assert len(clean.lines) >= len((before + "\n" + after).splitlines())
    for line in clean.lines:
        assert len(line.columns) >= len(line.text)
    for one in clean.left_out:
        assert 1 <= one.line <= len(clean.lines)
