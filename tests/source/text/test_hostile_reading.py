"""All that is said of text that nobody meant well: it ends within bounds, and nothing that it names is done."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SECONDS = 20
"""Processor time that one text may take at most: a child that takes more is killed."""
START = "import torch\nfrom torch.optim import SGD\nfrom torch.optim.lr_scheduler import *\n"
MADE = "opt = SGD(m.parameters(), lr=x)\ns = StepLR(opt, 30)\n"


def chain(line: str, many: int, head: str = "", tail: str = MADE) -> str:
    """Give a text of many lines, `{0}` in each its number and `{1}` the next."""
    return START + head + "".join(line.format(i, i + 1) for i in range(many)) + tail


def around(before: str, middle: str, after: str, many: int) -> str:
    return before * many + middle + after * many


HOSTILE = {
    "schedulers on optimizers": chain("o{0} = SGD(m.parameters(), lr=1)\ns{0} = StepLR(o{0}, 9)\ns{0}.step()\n", 500),
    "schedulers on one optimizer": chain("s{0} = StepLR(opt, 9)\ns{0}.step()\n", 900, "x = 1\n" + MADE, ""),
    "a sequence of many": START + f"s = SequentialLR(o, [{'StepLR(o, 3),' * 1500}], list(range(1, 1500)))\n",
    "chains of chains, doubled": chain(
        "c{1} = [ChainedScheduler(c{0}), ChainedScheduler(c{0})]\n", 40, "c0 = [StepLR(opt, 3)]\n",
        "s = ChainedScheduler(c40)\n",
    ),
    "lists of lists, doubled": chain("c{1} = [c{0}, c{0}]\n", 900, "c0 = [1]\n", "MultiStepLR(opt, c900)\n"),
    "dicts of dicts, doubled": chain(
        "c{1} = {{**c{0}, **c{0}}}\n", 40, "c0 = {}\n", "opt = SGD(m.parameters(), **c40)\ns = StepLR(opt, 3)\n"
    ),
    "updates of a dict with itself": chain("c.update(c)\n", 900, "c = {}\n", "opt = SGD(m.parameters(), **c)\nStepLR(opt, 3)"),
    "texts of texts, doubled": chain("c{1} = c{0} + c{0}\n", 900, "c0 = 'x'\n", "StepLR(opt, len(c900))\n"),
    "functions of functions, doubled": chain("def f{1}(n):\n    return f{0}(n) + f{0}(n)\n", 700, tail="x = f700(1)\n" + MADE),
    "functions that call themselves": START + "def f(n):\n    return f(n - 1) + f(n - 2) if n > 1 else n\nx = f(40)\n" + MADE,
    "makers of makers": chain("def f{1}(n):\n    return f{0}(n)\n", 1200, "def f0(n):\n    return SGD(m.parameters(), lr=n)\n"),
    "all functions called by all": "".join(
        f"def f{i}(n):\n    return {'+'.join(f'f{j}(n)' for j in range(40))}\n" for i in range(40)
    ) + "x = f3(1)\n" + MADE,
    "a function called often with much": "def f(" + ",".join(f"a{i}={i}" for i in range(2500)) + "):\n    g()\n" + "f()\n" * 700,
    "names of names": chain("a{1} = a{0}\n", 3000, "a0 = 1\n", "x = a3000\n" + MADE),
    "names changed in turn": "a=b=c=d=1\n" + "while z:\n    a, b, c, d = b, c, d, a\n" * 500 + "x = a\n" + MADE,
    "a name set under conditions": "x = 1\n" + "if a:\n    x = x + 1\nprint(x)\n" * 900 + MADE,
    "a name set in loops": "x = 1\n" + "for i in r:\n    x = x + i\n    print(x)\n" * 700 + MADE,
    "conditions in conditions": ("".join(" " * i + f"if c{i}:\n" + " " * (i + 1) + "x = 1\n" for i in range(25))) * 60 + MADE,
    "classes": chain("class C{0}:\n    a = 1\n    def f(self):\n        self.b = self.a\n", 700, "x = 1\n"),
    "classes of classes": chain("class C{1}(C{0}, C{0}, C{0}):\n    pass\n", 900, "class C0:\n    pass\n", "x = C900().a\n" + MADE),
    "properties of properties": "class C:\n    p0 = 1\n" + "".join(
        f"    @property\n    def p{i + 1}(self):\n        return self.p{i} + self.p{i}\n" for i in range(900)
    ) + "x = C().p900\n" + MADE,
    "a record handed over often": "from dataclasses import *\n@dataclass\nclass C:\n" + "".join(
        f"    a{i}: int = {i}\n" for i in range(900)
    ) + "c = C()\n" + "f(**asdict(c))\n" * 900 + "x = 1\n" + MADE,
    "options": "p = ArgumentParser()\n" + "".join(f"p.add_argument('--a{i}', default={i})\n" for i in range(900))
    + "args = p.parse_args()\nx = " + "+".join(f"args.a{i}" for i in range(900)) + "\n" + MADE,
    "steps and ways out": "x = 1\n" + MADE + "for i in range(9):\n" + "    if i > 3:\n        break\n    s.step()\n" * 800,
    "comprehensions in comprehensions": START + "MultiStepLR(o, [[[[1 for a in r(99)] for b in r(99)] for c in r(99)] "
    "for d in r(99)])\n".replace("r(", "range("),
    "ranges": chain("r{0} = list(range(9999))\n", 1500, tail=f"x = sum([{','.join(f'r{i}[5]' for i in range(1500))}])\n" + MADE),
    "zipped ranges": f"MultiStepLR(o, zip({'range(9999),' * 1500}))\n",
    "powers": "x = 9**9**9**9\n" + MADE,
    "a wide number": "x = float('%0999999999d' % 1)\ny = f'{1:0999999999d}'\n" + MADE,
    "a wide field": "x = float('%*d' % (999999999, 1))\n" + MADE,
    "a text put in a text": "x = len(('a' * 9999).replace('', 'b' * 9999))\n" + MADE,
    "a long formula": "LambdaLR(o, lambda t: " + "".join(f"{i} if t < {i} else " for i in range(900)) + "0)\n",
    "a function of many ways": "def f(t):\n" + "".join(f"    if t < {i}:\n        return {i}\n" for i in range(1500))
    + "    return 1\nLambdaLR(o, f)\n",
    "brackets": "(" * 100_000,
    "brackets in brackets": around("f(", "1", ")", 90) + "\n" + around("[", "1", "]", 30_000),
    "broken lines": "x = = 1\n" * 9_000 + MADE,
    "open brackets": "f(\n" * 30_000 + MADE,
    "backslashes": "\\\n" * 60_000,
    "fences": "```python\nx = 1\n```\n" * 4_000 + MADE,
    "magics": "%time x\n!ls\n" * 8_000 + MADE,
    "half of a pair": "x = '\ud800'\n" + MADE,
    "ten megabytes": "x = 1\n" * 1_700_000,
    "a line of ten megabytes": "x" * 10_000_000,
}  # fmt: skip

READ = """
import json, os, resource, sys
from lrviz.rules.linter import lint
from lrviz.source.read import study

texts, seconds = json.loads(sys.stdin.read()), int(sys.argv[1])
lint("StepLR(SGD(p, 0.1), 3)")
resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
for name, text in texts.items():
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        reading, found = study(text), lint(text)
        fine = reading.run is not None or any(one.severity == "error" for one in reading.findings)
        os._exit(0 if fine and all(len(one.message) < 1000 for one in found) else 3)
    _, status = os.waitpid(child, 0)
    if status:
        print(f"{name}: {status}")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a process's memory is bounded there")
def test_any_text_ends_within_two_thirds_of_a_minute_and_a_gibibyte() -> None:
    done = subprocess.run(
        [sys.executable, "-c", READ, str(SECONDS)],
        input=json.dumps(HOSTILE),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


WATCHED = """
import json, sys
from lrviz.listing import Listing
from lrviz.rules.linter import lint
from lrviz.source.amending.amend import amended
from lrviz.source.read import study

texts = json.loads(sys.stdin.read())

def all_of(text):
    reading = study(text, names={"args.lr": 0.1})
    if reading.run is not None:
        amended(Listing(text), reading.run)
    return lint(text, steps=100)

for text in texts:  # what is loaded when it is first used is loaded
    all_of(text)
done = []

def watch(event, args):
    if event not in {"compile", "object.__getattr__", "sys._getframe", "builtins.id"}:
        done.append(f"{event} {args!r}"[:200])
    elif event == "compile" and args[1] != "<unknown>":
        done.append(f"compiles {args!r}"[:200])

sys.addaudithook(watch)
for text in texts:
    all_of(text + "\\n# once more\\n")
seen, done = done, []
print("\\n".join(seen))
"""
"""`ast.parse` compiles text to syntax, of no file; whatever would be executed is another event."""


def test_nothing_that_a_text_names_is_imported_opened_executed_or_started(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    touched = f"open({str(mark)!r}, 'w')"
    texts = [
        f"import antigravity, this, turtledemo\nfrom xmlrpc import *\nimport os\nx = {touched}\nx = os.stat('/')\n{START}{MADE}",
        f"x = eval({touched!r})\nexec({touched!r})\n__import__('os').system('touch {mark}')\n{START}{MADE}",
        f"import subprocess, socket\nsubprocess.run(['touch', {str(mark)!r}])\nsocket.create_connection(('::1', 9))\n{MADE}",
        f"x = f'{{{touched}}}'\ny = [{touched} for _ in range(3)]\nclass A({touched}):\n    b = {touched}\n{MADE}",
        f"@{touched}\ndef f(a={touched}):\n    return {touched}\nx = f()\nopt = SGD(m.parameters(), lr=x)\ns = StepLR(opt, 3)",
        f"opt = SGD(m.parameters(), lr=args.lr)\ns = LambdaLR(opt, lambda t: {touched} or 1.0)",
        f"opt = SGD(m.parameters(), lr=0.1)\ndef f(t):\n    {touched}\n    return 1.0\ns = LambdaLR(opt, f)",
        f"opt = SGD(m.parameters(), lr=0.1)\ns = LambdaLR(opt, getattr(__builtins__, 'open'))\nx = ''.join(map({touched}))",
        f"!touch {mark}\n%run {mark}\n%%bash\ntouch {mark}\n{START}{MADE}",
        f"with {touched} as x: pass\nfor x in {touched}: pass\nimport torch; torch.load({str(mark)!r})\n{MADE}",
        f"cfg = yaml.safe_load(open({str(mark)!r}))\nopt = SGD(m.parameters(), lr=cfg['lr'])\ns = StepLR(opt, 3)",
        "opt = SGD(m.parameters(), lr=0.1)\ns = StepLR(opt, ().__class__.__base__.__subclasses__()[3].__init__.__globals__)",
        f"x = = 1\nprint {touched}\n{START}x = 0.1\n{MADE}",
    ]  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", WATCHED],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert (done.stdout.strip(), done.stderr, done.returncode) == ("", "", 0)
    assert [*tmp_path.iterdir()] == []
