"""Scopes: which of a name's bindings reaches the place that uses it, and where nothing says which."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz import StepLR, parse
from lrviz.source.read import study


def size(text: str, **names: Any) -> Any:
    """Give the step_size that a text's scheduler has."""
    schedule = parse(text, **names).schedule
    assert isinstance(schedule, StepLR)
    return schedule.step_size


USE = "s = StepLR(o, n)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"n = 3\nn = 4\n{USE}", 4),
        (f"n = 3\n{USE}\nn = 4", 3),
        (f"n = 3\nn += 4\n{USE}", 7),
        (f"n, m = 3, 4\n{USE}", 3),
        (f"m = [3, 4]\n_, n = m\n{USE}", 4),
        (f"(m, n), k = (1, 2), 3\n{USE}", 2),
        (f"first, *n = 3, 4, 5\n{USE.replace('n)', 'first)')}", 3),
        (f"if (n := 5) > 4:\n    pass\n{USE}", 5),
        (f"if True:\n    n = 3\nelse:\n    n = 4\n{USE}", 3),
        (f"if x:\n    n = 3\nelse:\n    n = 3\n{USE}", 3),
        (f"big = False\nn = 3\nif big:\n    n = 4\n{USE}", 3),
        (f"n = 3\nif x:\n    raise ValueError\n{USE}", 3),
        (f"if x:\n    n = 4\n    raise ValueError\nelse:\n    n = 3\n{USE}", 3),
        (f"try:\n    n = 3\nfinally:\n    x = 1\n{USE}", 3),
        (f"try:\n    n = 3\nexcept ImportError:\n    n = 4\n{USE}", 3),
        (f"with torch.no_grad():\n    n = 3\n{USE}", 3),
        ("if __name__ == '__main__':\n    n = 3\n    s = StepLR(o, n)", 3),
        ("n = 3\ndef f():\n    n = 4\ns = StepLR(o, n)", 3),
        ("n = 3\ndef f():\n    s = StepLR(o, n)", 3),
        ("n = 3\ndef f(n=4):\n    return n\ns = StepLR(o, n)", 3),
        ("def f(n):\n    s = StepLR(o, n)\nf(3)", 3),
        ("def f(n=3):\n    s = StepLR(o, n)", 3),
        ("def f(n=4):\n    s = StepLR(o, n)\nf(n=3)", 3),
        ("def f(n):\n    s = StepLR(o, n)\nf(3)\nf(1 + 2)", 3),
        ("def g(n):\n    f(n)\ndef f(n):\n    s = StepLR(o, n)\ng(3)", 3),
        ("def f(*, n):\n    s = StepLR(o, n)\nf(n=3)", 3),
        ("class A:\n    def __init__(self, n):\n        s = StepLR(o, n)\nA(3)", 3),
        ("class A:\n    def go(self, n):\n        s = StepLR(o, n)\nA().go(3)", 3),
        ("n = 2\ndef f():\n    s = StepLR(o, n)\nn = 3\nf()", 3),
        ("def f():\n    global n\n    n = 3\n    s = StepLR(o, n)", 3),
        ("class A:\n    n = 4\n    def f(self):\n        s = StepLR(o, n)\nn = 3", 3),
        ("n = 3\nx = [n for n in range(9)]\ns = StepLR(o, n)", 3),
        ("n = 3\nfor i in range(4):\n    k = n\ns = StepLR(o, n)", 3),
        ("n = 3\nfor i in range(4):\n    n = max(n, 3)\ns = StepLR(o, n)", 3),
        ("from typing import TYPE_CHECKING\nn = 3\nif TYPE_CHECKING:\n    n = 4\ns = StepLR(o, n)", 3),
        ("n = 3\ndel m\ns = StepLR(o, n)", 3),
        ("def outer():\n    n = 3\n    def inner():\n        s = StepLR(o, n)\n    inner()", 3),
    ],
)
def test_a_name_is_what_reaches_it(text: str, expected: int) -> None:
    assert size(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"n = 3\nif x:\n    n = 4\n{USE}", "lines 1 and 3"),
        (f"if x:\n    n = 3\nelif y:\n    n = 4\nelse:\n    n = 5\n{USE}", "lines 2, 4 and 6"),
        (f"n = 3\nfor i in range(4):\n    n = n * 2\n{USE}", "lines 1 and 3"),
        (f"n = 3\nwhile x:\n    n = 4\n{USE}", "lines 1 and 3"),
        (f"n = 3\ntry:\n    n = 4\nexcept ValueError:\n    pass\n{USE}", "lines 1 and 3"),
        (f"n = 3\nmatch x:\n    case 1:\n        n = 4\n{USE}", "lines 1 and 4"),
        ("n = 3\ndef f():\n    global n\n    n = 4\ns = StepLR(o, n)", "lines 1 and 4"),
        ("n = 3\ndef f():\n    s = StepLR(o, n)\nn = 4", "lines 1 and 4"),
        ("def f(n):\n    s = StepLR(o, n)\nf(3)\nf(4)", "lines 3 and 4"),
        ("for n in range(4):\n    s = StepLR(o, n)", "n is not given"),
        ("def f(n):\n    s = StepLR(o, n)", "n is not given"),
        ("def f():\n    n = 3\ns = StepLR(o, n)", "n is not given"),
        ("n = 3\ndel n\ns = StepLR(o, n)", "n is not given"),
        ("s = StepLR(o, n)\nn = 3", "n is not given"),
        ("class A:\n    n = 3\n    def f(self):\n        s = StepLR(o, n)", "n is not given"),
        ("n = 3\nexec(code)\nsetattr(args, 'n', 4)\ns = StepLR(o, args.n * args.m)", "args.m is not given"),
    ],
)
def test_what_is_not_settled_is_asked(text: str, words: str) -> None:
    said = study(text)
    assert said.run is None
    assert [one.rule for one in said.findings] == ["LR203"]
    assert words in said.findings[0].message


def test_imports_reach_as_names_do() -> None:
    torchs = "from torch.optim.lr_scheduler import StepLR as S"
    assert size(f"try:\n    {torchs}\nexcept ImportError:\n    from mine import S\nS(o, 3)") == 3
    assert study(f"def f():\n    from mine import StepLR\n    StepLR(1)\n{torchs}\nS(o, 3)").findings[0].line == 3


HEADS = st.sampled_from(["if True:", "if False:", "if u:", "for i in u:", "while u:", "try:", "with u:"])


def under(head: str, body: str) -> str:
    """Give a block under its head."""
    block = "\n".join([head, *("    " + line for line in body.splitlines())])
    return f"{block}\nexcept ValueError:\n    n = 5" if head == "try:" else block


LINES = st.sampled_from(["n = 3", "n = 4", "pass", "n += 1", "del n", "x = n", "n = n"])
BLOCKS = st.recursive(
    LINES,
    lambda inner: st.builds(under, HEADS, inner) | st.lists(inner, min_size=2, max_size=4).map("\n".join),
    max_leaves=8,
)


@given(BLOCKS)
def test_straight_lines_and_known_branches_are_as_python_does_them(text: str) -> None:
    """Where the reader knows a value it is the one that running the text gives, whatever the open conditions are."""
    said = study(f"{text}\ns = StepLR(o, n)")
    if said.run is None:
        return
    assert isinstance(said.run.schedule, StepLR)
    for u in ([], [1]):
        scope: dict[str, Any] = {"u": Opened(u)}
        try:
            exec(text, scope)  # noqa: S102 - the test's own lines
        except NameError:
            continue
        if "n" in scope:  # else the scheduler's line would raise
            assert scope["n"] == said.run.schedule.step_size


class Opened(list[int]):
    """Something to go over, to open, and to ask once whether it is there."""

    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...

    def __bool__(self) -> bool:
        return len(self) > 0 and self.pop() > 0
