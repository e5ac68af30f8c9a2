"""Reading and judging a text, against `ast.parse` of the same text: the scripts of the tests, and long ones that hurt.

Each figure is the best of some turns in one process. Target: no text within the limits of `text/syntax.py` takes 2
seconds; the longest is given in seconds, too.
"""

from __future__ import annotations

import ast
import statistics
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from lrviz.rules.linter import lint
from lrviz.source.read import study
from lrviz.source.text.clean import cleaned

TURNS = 3
SCRIPTS = sorted((Path(__file__).parents[1] / "tests" / "source" / "scripts").glob("*.py.txt"))
MADE = "opt = torch.optim.SGD(m.parameters(), lr=0.1)\ns = torch.optim.lr_scheduler.StepLR(opt, 30)\n"


def lines(line: str, many: int) -> str:
    return "".join(line.format(i, i + 1) for i in range(many)) + MADE


LONG = {
    "assignments": lines("x{0} = {0}\n", 6_000),
    "names of names": "a0 = 1\n" + lines("a{1} = a{0}\n", 4_500),
    "calls": lines("f(x, {0}, y=3)\n", 3_000),
    "steps": MADE + "opt.step()\ns.step()\n" * 2_300,
    "conditions": lines("if a > {0}:\n    x = {0}\n", 2_500),
    "functions": lines("def f{1}(n):\n    return f{0}(n)\n", 2_200),
    "classes": lines("class C{0}:\n    a = 1\n    def f(self):\n        self.b = self.a\n", 1_300),
    "optimizers and schedulers": lines(MADE.replace("opt", "opt{0}").replace("s =", "s{0} ="), 600),
    "functions that make optimizers": "def f(n):\n    return torch.optim.SGD(m.parameters(), n)\n"
    + lines("o{0} = f({0})\n", 3_000),
    "options": lines("p.add_argument('--a{0}', type=float, default={0})\n", 1_700),
    "fields": "@dataclass\nclass C:\n" + lines("    a{0}: int = 1\n", 4_000),
    "broken lines": lines("x = = 1\n", 12_000),
}


def best(work: Callable[[], object]) -> float:
    """Give the seconds of processor time that something takes at best."""
    found = []
    for _ in range(TURNS):
        cleaned.cache_clear()
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def parsed(text: str) -> None:
    with suppress(SyntaxError):
        ast.parse(text)


def main() -> None:
    lint(MADE)
    ratios, worst = [], 0.0
    for path in SCRIPTS:
        text = cleaned(path.read_text(encoding="utf-8")).text
        ratios.append(best(lambda text=text: lint(text)) / best(lambda text=text: parsed(text)))  # type: ignore[misc]
    print(
        f"{len(SCRIPTS)} scripts, linted: median {statistics.median(ratios):.0f}, worst {max(ratios):.0f} × ast.parse"
    )
    for name, text in LONG.items():
        plain, read, judged = (best(lambda do=do, text=text: do(text)) for do in (parsed, study, lint))  # type: ignore[misc]
        worst = max(worst, judged)
        print(f"{name:32} read {read / plain:5.0f}, linted {judged / plain:5.0f} × ast.parse; {judged:.2f} s")
    print(f"the longest took {worst:.2f} s")


if __name__ == "__main__":
    main()
