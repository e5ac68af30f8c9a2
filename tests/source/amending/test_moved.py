"""Where the line of a chosen optimizer is once its text has changed."""

from __future__ import annotations

import pytest

from lrviz.listing import Listing
from lrviz.source.amending.moved import moved

TEXT = "import torch\nopt_d = torch.optim.SGD(d, lr=1)\nopt_g = torch.optim.SGD(g, lr=2)\nx = 1\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (TEXT, 3),
        ("# a\n# b\n" + TEXT, 5),
        (TEXT + "y = 2\n", 3),
        (TEXT.replace("lr=2", "lr=3"), 3),
        ("import math\n" + TEXT.replace("lr=1", "lr=4").replace("lr=2", "lr=3"), 4),
        ("import math\n" + TEXT.replace("lr=2", "lr=3").replace("x = 1", "x = 2"), 4),
        (TEXT.replace("opt_g", "gen"), 3),
        (TEXT.replace("opt_d = torch.optim.SGD(d, lr=1)\n", ""), 2),
        ("print()\n", None),
    ],
)
def test_a_choice_is_on_the_line_it_was_made_for(text: str, line: int | None) -> None:
    assert moved(Listing(TEXT, optimizer=3), text) == Listing(text, optimizer=line)


def test_of_lines_that_begin_alike_it_is_the_same_in_order() -> None:
    text = "make(SGD(a, 1))\nmake(SGD(b, 1))\n"
    after = "import torch\nmake(SGD(a, 2))\nmake(SGD(b, 2))\n"
    assert moved(Listing(text, optimizer=2), after).optimizer == 3
