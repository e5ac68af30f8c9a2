"""A notebook's code cells are one text; a file that is none says so."""

from __future__ import annotations

import json
from typing import Any

import pytest

from lrviz import SGD, SourceError, StepLR, parse
from lrviz.source.text.notebook import notebook


def cell(source: Any, kind: str = "code") -> dict[str, Any]:
    return {"cell_type": kind, "metadata": {}, "source": source, "outputs": []}


OPTIMIZER = ["%matplotlib inline\n", "import torch\n", "o = torch.optim.SGD(model.parameters(), lr=0.2)"]
SCHEDULER = "!nvidia-smi\nscheduler = torch.optim.lr_scheduler.StepLR(o, 7)\n"
CELLS = [cell("# Title `x", "markdown"), cell(OPTIMIZER), cell("%%bash\nif [ -e x ]; then"), cell(SCHEDULER), cell([])]


def test_its_cells_are_read_in_order() -> None:
    run = parse(
        notebook(json.dumps({"cells": CELLS, "metadata": {"language_info": {"name": "python"}}, "nbformat": 4}))
    )
    assert (run.optimizer, run.schedule) == (SGD(lr=0.2), StepLR(7))


def test_an_old_one_has_worksheets() -> None:
    old = [{"cell_type": "code", "input": one["source"]} for one in CELLS]
    assert parse(notebook(json.dumps({"worksheets": [{"cells": old}], "nbformat": 3}))).schedule == StepLR(7)


def test_bytes_are_read_as_well() -> None:
    assert notebook(json.dumps({"cells": [cell("a = 'é'")]}, ensure_ascii=False).encode()) == "a = 'é'\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("", "the file holds no JSON"),
        (b"\xff\xfe", "the file holds no JSON"),
        ("[" * 100_000, "no notebook"),
        ("[]", "there are no cells in it"),
        ('{"cells": 3}', "there are no cells in it"),
        ('{"cells": [3, {"cell_type": "code"}, {"cell_type": "code", "source": 3}]}', "has no code in it"),
        ('{"cells": [], "metadata": {"kernelspec": {"language": "R"}}}', "is in r, and only Python is read"),
    ],
)
def test_what_is_none_says_so(data: bytes | str, words: str) -> None:
    with pytest.raises(SourceError, match=words) as caught:
        notebook(data)
    assert caught.value.findings[0].rule == "LR200"
