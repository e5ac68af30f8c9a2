"""Values: what a text's expressions come to: options, dicts, records, lists and functions, as Python has them."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrviz import LambdaLR, SourceError, parse
from lrviz.source.read import study
from lrviz.source.text.syntax import syntax
from lrviz.source.values.constants import Constants
from lrviz.source.values.names import Names

PARSER = "import argparse\np = argparse.ArgumentParser()\n"
ARGS = "args = p.parse_args()\n"
CONFIG = 'cfg = {"lr": 0.1, "sched": {"step": 30, "gammas": [0.1, 0.2]}, "name": "step"}\n'
RECORD = """\
from dataclasses import dataclass, field
@dataclass
class Base:
    lr: float = 0.1
@dataclass
class Config(Base):
    epochs: int = 90
    steps: list = field(default_factory=lambda: [30, 60])
    warm: int = field(default=5)
    @property
    def total(self):
        return self.epochs * len(self.steps)
"""
PLAIN = """\
class Hyper:
    rate = 0.5
    def __init__(self, lr=0.1, *, epochs=90):
        self.lr = lr
        self.total = epochs * 10
        self.half = self.total // 2
"""


def value(text: str, expression: str, **answers: Any) -> Any:
    """Give what an expression is behind a text."""
    nodes = syntax(f"{text}\n({expression})")
    module = nodes[0]
    assert isinstance(module, ast.Module)
    last = module.body[-1]
    assert isinstance(last, ast.Expr)
    return Constants(Names(nodes), answers).value(last.value)


@pytest.mark.parametrize(
    ("options", "expression", "expected"),
    [
        ('p.add_argument("--lr", type=float, default=0.1)', "args.lr", 0.1),
        ('p.add_argument("-l", "--learning-rate", default="1e-3", type=float)', "args.learning_rate", 1e-3),
        ('p.add_argument("-l", default=3)', "args.l", 3),
        ('p.add_argument("--lr", dest="rate", default=0.1)', "args.rate", 0.1),
        ('p.add_argument("--big", action="store_true")', "0.1 if args.big else 0.01", 0.01),
        ('p.add_argument("--small", action="store_false")', "args.small", True),
        ('p.add_argument("--steps", type=int, nargs="+", default=[30, 60])', "args.steps[1]", 60),
        ('p.add_argument("--steps", default="30,60")', 'list(map(int, args.steps.split(",")))', [30, 60]),
        ('p.add_argument("--n", type=int)', "args.n or 7", 7),
        ('p.add_argument("--n", type=int)', "7 if args.n is None else args.n", 7),
        ('p.add_argument("--n", default=3)\np.set_defaults(n=4)', "args.n", 4),
        ('g = p.add_argument_group("opt")\ng.add_argument("--n", default=3)', "args.n", 3),
        ('p.add_argument("--n", default=3)', "vars(args)['n']", 3),
        ('p.add_argument("--n", default=3)', "getattr(args, 'm', 4)", 4),
        ('p.add_argument("--n", default=3)', "args.__dict__.get('n', 4)", 3),
        ('N = 5\np.add_argument("--n", default=2 * N)', "args.n", 10),
    ],
)
def test_options_are_what_they_are_without_being_given(options: str, expression: str, expected: Any) -> None:
    assert value(f"{PARSER}{options}\n{ARGS}", expression) == expected


def test_what_a_command_line_in_the_text_says_counts() -> None:
    added = f'{PARSER}p.add_argument("--lr", type=float, default=0.1)\n'
    assert value(f'{added}args = p.parse_args(["--lr", "0.5"])', "args.lr") == 0.5
    assert value(f'{added}args = p.parse_args(["--lr=0.5"])', "args.lr") == 0.5
    assert value(f"{added}args = p.parse_args([])", "args.lr") == 0.1
    assert value(f"{added}args, rest = p.parse_known_args()", "args.lr") == 0.1
    assert value(f"{added}def get():\n    return p.parse_args()\nargs = get()", "args.lr") == 0.1


@pytest.mark.parametrize(
    ("text", "expression", "expected"),
    [
        (CONFIG, 'cfg["sched"]["step"]', 30),
        (CONFIG, 'cfg["sched"]["gammas"][-1]', 0.2),
        (CONFIG, 'cfg.get("lr", 0.5)', 0.1),
        (CONFIG, 'cfg.get("wd", 0.5)', 0.5),
        (CONFIG, 'cfg["name"] == "step"', True),
        (CONFIG + 'cfg["lr"] = cfg["lr"] * 2', 'cfg["lr"]', 0.2),
        (CONFIG + 'cfg["sched"]["step"] = 7', 'cfg["sched"]["step"]', 7),
        (CONFIG + 'cfg["sched"]["step"] = 7', 'cfg["lr"]', 0.1),
        (CONFIG + "cfg.update(lr=0.3)", 'cfg["lr"]', 0.3),
        (CONFIG + 'cfg.update({"lr": 0.3})', 'cfg["name"]', "step"),
        (CONFIG + 'cfg["lr"] *= 3', 'cfg["lr"]', 0.1 * 3),
        (CONFIG + 'cfg = {**cfg, "lr": 0.3}', 'cfg["lr"]', 0.3),
        (CONFIG + 'cfg = cfg | {"wd": 0.3}', 'cfg["lr"]', 0.1),
        (CONFIG + "sched = cfg['sched']", "sched['step']", 30),
        (CONFIG + "key = 'lr'", "cfg[key]", 0.1),
        (CONFIG + "cfg = OmegaConf.create(cfg)", "cfg.sched.step", 30),
        (CONFIG + "cfg = EasyDict(cfg)", "cfg.lr", 0.1),
        (CONFIG + "import copy\nother = copy.deepcopy(cfg)", "other['lr']", 0.1),
        (CONFIG + "def f(c):\n    return c['lr']", "f(cfg)", 0.1),
        ("cfg = dict(lr=0.1, inner=dict(n=3))", 'cfg["inner"]["n"]', 3),
        ("from types import SimpleNamespace\na = SimpleNamespace(lr=0.1)\na.lr *= 2", "a.lr", 0.2),
        ("c = ConfigDict()\nc.lr = 0.1\nc.sched = ConfigDict()\nc.sched.n = 3", "c.sched.n", 3),
        (RECORD + "cfg = Config()", "cfg.lr", 0.1),
        (RECORD + "cfg = Config(lr=0.2)", "cfg.lr", 0.2),
        (RECORD + "cfg = Config(0.3, 7)", "cfg.epochs", 7),
        (RECORD + "cfg = Config()\ncfg.epochs = 3", "cfg.epochs", 3),
        (RECORD + "cfg = Config(steps=[1])", "cfg.total", 90),
        (RECORD + "cfg = Config()", "[cfg.warm, *cfg.steps]", [5, 30, 60]),
        (RECORD + "cfg = tyro.cli(Config)", "cfg.lr", 0.1),
        (RECORD, "Config.warm", 5),
        (RECORD + "a, = HfArgumentParser((Config,)).parse_args_into_dataclasses()", "a.lr", 0.1),
        (PLAIN + "h = Hyper(0.3)", "h.lr", 0.3),
        (PLAIN + "h = Hyper(epochs=4)\nk = Hyper()", "h.half", 20),
        (PLAIN, "Hyper.rate * Hyper().rate", 0.25),
        ("class C(NamedTuple):\n    lr: float = 0.1", "C().lr + C(0.2).lr", 0.1 + 0.2),
        ("class Phase:\n    WARM = 5", "Phase.WARM", 5),
    ],
)
def test_keys_and_attributes_are_followed(text: str, expression: str, expected: Any) -> None:
    assert value(text, expression) == expected


def test_an_object_that_is_changed_after_it_is_made_says_nothing_of_what_is_computed_from_it() -> None:
    with pytest.raises(SourceError):
        value(RECORD + "cfg = Config()\ncfg.epochs = 3", "cfg.total")


@pytest.mark.parametrize(
    "expression",
    [
        "[int(x * 90) for x in (0.5, 0.75)]", "[30] * 3", "list(range(30, 90, 30))", "sum([1, 2]) + len([3, 4])",
        "[a + b for a in range(2) for b in range(2) if a != b]", "[i * x for i, x in enumerate([3, 4])]",
        "sorted([3, 1, 2], )", "[1, 2, 3, 4][1:3]", "max(3, 4) - min([5, 6])", "round(2.567, 1)", "7 // 2 ** 2 % 3",
        "0.1 if 3 > 2 >= 2 else 0.01", "0 or 5", "0 and 5", "not 3", "int('12') + float('1e-3')", "'ab'.upper()[0]",
        "3 in [1, 3] and 'x' not in 'abc'", "f'{3}a'", "[*range(3), *[7]]", "abs(-3) + divmod(7, 2)[1]",
        "(lambda n, k=2: n * k)(4)", "[x for x in [1, 2, 3] if x % 2]", "1e3", "True", "None is None", "-(+3)",
        "'30,60'.replace('3', '4').split(',')", "pow(2, 10)", "bool([])", "10 ** -3", "str(3) + 'x'",
        "{'a': 1, 'b': [2]}", "{**{'a': 1}, 'b': 2}", "list(reversed([1, 2]))", "'a' in {'a': 1}",
    ],
)  # fmt: skip
def test_expressions_are_worked_out_as_python_does(expression: str) -> None:
    expected = eval(expression)  # noqa: S307 - the test's own lines
    found = value("", expression)
    assert found == expected
    assert type(found) is type(expected)


NUMBERS = st.integers(-20, 20) | st.floats(-5, 5).map(lambda one: round(one, 2))
EXPRESSIONS = st.recursive(
    NUMBERS.map(repr) | st.sampled_from(["a", "b", "c[0]", "d['k']", "e.n"]),
    lambda inner: (
        st.builds("({} {} {})".format, inner, st.sampled_from(["+", "-", "*", "/", "//", "%", "<", "=="]), inner)
        | st.builds("({} if {} else {})".format, inner, inner, inner)
        | st.builds("({} or {})".format, inner, inner)
        | st.builds("max({}, {})".format, inner, inner)
        | st.builds("sum([{}, *[x for x in [{}]]])".format, inner, inner)
    ),
    max_leaves=8,
)
KNOWN = "from types import SimpleNamespace\na = 3\nb = a / 2\nc = [a, 7]\nd = {'k': 0.5}\ne = SimpleNamespace(n=4)"


@given(EXPRESSIONS)
def test_any_expression_is_worked_out_as_python_does(expression: str) -> None:
    scope: dict[str, Any] = {}
    exec(KNOWN, scope)  # noqa: S102 - the test's own lines
    try:
        expected = eval(expression, scope)  # noqa: S307
    except ArithmeticError:
        with pytest.raises(SourceError):
            value(KNOWN, expression)
        return
    assert value(KNOWN, expression) == expected


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("def w(s):\n    return min(1, s / 5)\nLambdaLR(o, lambda s: w(s) * 0.5)", "min(1, t / 5) * 0.5"),
        (
            "def f(s, k=2):\n    x = s / 10\n    x *= k\n    if s < 3:\n        x = 1\n    return x\nLambdaLR(o, f)",
            "1 if t < 3 else t / 10 * 2",
        ),
        ("class C:\n    n = 4\nLambdaLR(o, lambda e: C.n ** e)", "4 ** t"),
        ("def g(k):\n    return 2 * k\nLambdaLR(o, lambda e: e / g(5))", "t / 10"),
    ],
)
def test_functions_of_the_text_are_put_into_formulas(text: str, formula: str) -> None:
    assert parse(text).schedule == LambdaLR(formula)


def test_what_is_unpacked_is_written_out() -> None:
    text = 'opt = {"lr": 0.1, "momentum": 0.9}\nrest = dict(step_size=3)\nrest["gamma"] = 0.5\nargs = (0.2,)\n'
    run = parse(f"{text}o = SGD(m.parameters(), **opt)\ns = StepLR(o, **rest)")
    assert run == parse("o = SGD(m.parameters(), lr=0.1, momentum=0.9)\ns = StepLR(o, step_size=3, gamma=0.5)")
    assert parse(f"{text}o = SGD(m.parameters(), *args)").optimizer == parse("o = SGD(m.parameters(), 0.2)").optimizer
    said = study(f"{text}o = SGD(m.parameters(), **opt)\ns = StepLR(o, **rest)")
    place = said.places["optimizer.momentum"]
    assert said.text[place.start : place.end] == "0.9"
