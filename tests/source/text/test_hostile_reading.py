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
PLAIN = "x = 1\n" + MADE


def chain(line: str, many: int, head: str = "", tail: str = PLAIN) -> str:
    """Give a text of many lines, `{0}` in each its number and `{1}` the next."""
    return START + head + "".join(line.format(i, i + 1) for i in range(many)) + tail


def listed(form: str, many: int) -> str:
    """Give many items, each with its number, as a list."""
    return f"[{', '.join(form.format(i) for i in range(many))}]"


DOUBLED = "c{1} = [ChainedScheduler(c{0}), ChainedScheduler(c{0})]\n"
TWICE = "def f{1}(n):\n    return f{0}(n) + f{0}(n)\n"
FIB = "def f(n):\n    return f(n - 1) + f(n - 2) if n > 1 else n\nx = f(40)\n"
MAKER = "def f0(n):\n    return SGD(m.parameters(), n)\n"
PROPERTY = "    @property\n    def p{1}(self):\n        return self.p{0} + self.p{0}\n"
RECORD = "from dataclasses import *\n@dataclass\nclass C:\n"
ALL = "\n".join(f"def f{i}(n):\n    return sum({listed('f{0}(n)', 40)})" for i in range(40))
STAIRS = "".join(f"{' ' * i}if c{i}:\n{' ' * i} x = 1\n" for i in range(25))
OPTION = "p.add_argument('--a{0}', default=1)\n"
NESTED = "[[[1 for a in range(99)] for b in range(99)] for c in range(99)]"
HOSTILE = {
    "schedulers on optimizers": chain("o{0} = SGD(m.parameters(), lr=1)\ns{0} = StepLR(o{0}, 9)\ns{0}.step()\n", 400),
    "schedulers on one optimizer": chain("s{0} = StepLR(opt, 9)\ns{0}.step()\n", 600, PLAIN, ""),
    "a sequence of many": f"{START}s = SequentialLR(o, {listed('StepLR(o, 3)', 1200)}, list(range(1, 1200)))\n",
    "chains of chains, doubled": chain(DOUBLED, 40, "c0 = [StepLR(opt, 3)]\n", "s = ChainedScheduler(c40)\n"),
    "lists of lists, doubled": chain("c{1} = [c{0}, c{0}]\n", 500, "c0 = [1]\n", "MultiStepLR(opt, c500)\n"),
    "dicts of dicts, doubled": chain("c{1} = {{**c{0}, **c{0}}}\n", 40, "c0 = {}\n", "StepLR(SGD(p, **c40), 3)\n"),
    "updates of a dict with itself": chain("c.update(c)\n", 700, "c = {}\n", "StepLR(SGD(p, **c), 3)\n"),
    "texts of texts, doubled": chain("c{1} = c{0} + c{0}\n", 700, "c0 = 'x'\n", "StepLR(opt, len(c700))\n"),
    "functions of functions": chain(TWICE, 500, "def f0(n):\n    return n\n", "x = f500(1)\n" + MADE),
    "a function that calls itself": FIB + MADE,
    "makers of makers": chain("def f{1}(n):\n    return f{0}(n)\n", 700, MAKER),
    "all functions called by all": f"{ALL}\nx = f3(1)\n{MADE}",
    "a function given much": f"def f({listed('a{0}=1', 1500)[1:-1]}):\n    g()\n" + "f()\n" * 500 + PLAIN,
    "names of names": chain("a{1} = a{0}\n", 1500, "a0 = 1\n", "x = a1500\n" + MADE),
    "names changed in turn": "a=b=c=d=1\n" + "while z:\n    a, b, c, d = b, c, d, a\n" * 300 + "x = a\n" + MADE,
    "a name set under conditions": "x = 1\n" + "if a:\n    x = x + 1\nprint(x)\n" * 500 + MADE,
    "a name set in loops": "x = 1\n" + "for i in r:\n    x = x + i\n    print(x)\n" * 500 + MADE,
    "conditions in conditions": STAIRS * 40 + MADE,
    "classes": chain("class C{0}:\n    a = 1\n    def f(self):\n        self.b = self.a\n", 500),
    "classes of classes": chain(
        "class C{1}(C{0}, C{0}):\n    pass\n", 600, "class C0: pass\n", "x = C600().a\n" + MADE
    ),
    "properties of properties": chain(PROPERTY, 500, "class C:\n    p0 = 1\n", "x = C().p500\n" + MADE),
    "a record handed over": chain("    a{0}: int = 1\n", 700, RECORD, "c = C()\n" + "f(**asdict(c))\n" * 500 + PLAIN),
    "options": chain(OPTION, 600, "", f"args = p.parse_args()\nx = sum({listed('args.a{0}', 600)})\n" + MADE),
    "steps and ways out": PLAIN + "for i in range(9):\n" + "    if i > 3:\n        break\n    s.step()\n" * 500,
    "comprehensions in comprehensions": f"MultiStepLR(o, {NESTED})\n",
    "ranges": chain("r{0} = list(range(9999))\n", 900, "", f"x = sum({listed('r{0}[5]', 900)})\n" + MADE),
    "zipped ranges": f"MultiStepLR(o, zip({listed('range(9999)', 900)[1:-1]}))\n",
    "powers": "x = 9**9**9**9\n" + MADE,
    "a number in hexadecimal digits": f"y = 0x{'f' * 100_000}\n{PLAIN}",
    "a wide number": "x = float('%0999999999d' % 1)\ny = f'{1:0999999999d}'\n" + MADE,
    "a wide field": "x = float('%*d' % (999999999, 1))\n" + MADE,
    "a text put in a text": "x = len(('a' * 9999).replace('', 'b' * 9999))\n" + MADE,
    "a long formula": f"LambdaLR(o, lambda t: {''.join(f'{i} if t < {i} else ' for i in range(900))}0)\n",
    "a function of many ways": chain(
        "    if t < {0}: return {0}\n", 900, "def f(t):\n", "    return 1\nLambdaLR(o, f)\n"
    ),
    "brackets": "(" * 100_000,
    "brackets in brackets": "f(" * 90 + "1" + ")" * 90 + "\n" + "[" * 30_000 + "1" + "]" * 30_000,
    "broken lines": "x = = 1\n" * 9_000 + MADE,
    "open brackets": "f(\n" * 30_000 + MADE,
    "backslashes": "\\\n" * 60_000,
    "fences": "```python\nx = 1\n```\n" * 4_000 + MADE,
    "magics": "%time x\n!ls\n" * 8_000 + MADE,
    "half of a pair": "x = '\ud800'\n" + MADE,
    "ten megabytes": "x = 1\n" * 1_700_000,
    "a line of ten megabytes": "x" * 10_000_000,
}

READ = """
import json, os, resource, sys
from lrviz.rules.linter import lint

texts, seconds = json.loads(sys.stdin.read()), int(sys.argv[1])
lint("StepLR(SGD(p, 0.1), 3)")
resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
for name, text in texts.items():
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        os._exit(0 if all(len(one.message) < 1000 for one in lint(text)) else 3)
    _, status = os.waitpid(child, 0)
    if status:
        print(f"{name}: {status}")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a process's memory is bounded there")
def test_any_text_ends_within_bounds_of_time_and_memory() -> None:
    command = [sys.executable, "-c", READ, str(SECONDS)]
    done = subprocess.run(command, input=json.dumps(HOSTILE), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


WATCHED = """
import json, sys
from lrviz.listing import Listing
from lrviz.rules.linter import lint
from lrviz.source.amending.amend import amended
from lrviz.source.read import study

texts, done, quiet = json.loads(sys.stdin.read()), [], {"object.__getattr__", "sys._getframe", "builtins.id"}

def all_of(text):
    reading = study(text, names={"args.lr": 0.1})
    if reading.run is not None:
        amended(Listing(text), reading.run)
    return lint(text, steps=100)

def watch(event, args):
    syntax = event == "compile" and args[1] == "<unknown>"
    looks_up = event == "open" and args[0] == "<unknown>"  # where Python looks for the line of a syntax error
    if not syntax and not looks_up and event not in quiet:
        done.append(f"{event} {args!r}"[:200])

for text in texts:  # what is loaded when it is first used is loaded
    all_of(text)
sys.addaudithook(watch)
for text in texts:
    all_of(text + "\\n# once more\\n")
seen, done = done, []
print("\\n".join(seen))
"""
"""`ast.parse` compiles text to syntax, of no file; whatever would be executed is another event."""


def test_nothing_that_a_text_names_is_imported_opened_executed_or_started(tmp_path: Path) -> None:
    mark = str(tmp_path / "mark")
    do = f"open({mark!r}, 'w')"
    made = "opt = SGD(m.parameters(), lr=0.1)\n"
    texts = [
        f"import antigravity, this, turtledemo\nfrom xmlrpc import *\nimport os\nx = {do}\nx = os.stat('/')\n{MADE}",
        f"x = eval({do!r})\nexec({do!r})\n__import__('os').system('touch {mark}')\n{MADE}",
        f"import subprocess\nsubprocess.run(['touch', {mark!r}])\nsocket.create_connection(('::1', 9))\n{MADE}",
        f"x = f'{{{do}}}'\ny = [{do} for _ in range(3)]\nclass A({do}):\n    b = {do}\n{MADE}",
        f"@{do}\ndef f(a={do}):\n    return {do}\nx = f()\n{MADE}",
        f"opt = SGD(m.parameters(), lr=args.lr)\ns = LambdaLR(opt, lambda t: {do} or 1.0)",
        f"{made}def f(t):\n    {do}\n    return 1.0\ns = LambdaLR(opt, f)",
        f"{made}s = LambdaLR(opt, getattr(__builtins__, 'open'))\nx = ''.join(map({do}))",
        f"!touch {mark}\n%run {mark}\n%%bash\ntouch {mark}\n{PLAIN}",
        f"with {do} as x: pass\nfor x in {do}: pass\nimport torch; torch.load({mark!r})\n{MADE}",
        f"cfg = yaml.safe_load(open({mark!r}))\nopt = SGD(m.parameters(), lr=cfg['lr'])\ns = StepLR(opt, 3)",
        f"{made}s = StepLR(opt, ().__class__.__base__.__subclasses__()[3].__init__.__globals__)",
        f"y = = 1\nprint {do}\n{START}{PLAIN}",
    ]
    command, given = [sys.executable, "-c", WATCHED], json.dumps(texts)
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.stdout.strip(), done.stderr, done.returncode) == ("", "", 0)
    assert [*tmp_path.iterdir()] == []
