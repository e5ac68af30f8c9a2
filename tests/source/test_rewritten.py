"""Scripts written otherwise: what changes nothing in what they do changes nothing in what is read of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from lrviz import Experiment, LambdaLR, Run
from lrviz.source.read import study
from lrviz.source.text.clean import cleaned

SCRIPTS = {
    path.name.removesuffix(".py.txt"): path.read_text(encoding="utf-8")
    for path in sorted(Path(__file__).with_name("scripts").glob("*.py.txt"))
}
EACH = 3
"""Every so many of the pairs of a script and a way to write it otherwise are tested: all of both, in turn."""
HEADER = re.compile(r"^# answers: (.*)$", re.MULTILINE)


def run_of(text: str, script: str) -> Run | None:
    found = HEADER.search(script)
    run = study(text, names=ast.literal_eval(found[1]) if found else {}).run
    return None if run is None else replace(run, listing=None)


@cache
def as_it_is(script: str) -> Run | None:
    return run_of(script, script)


def same(one: Run | None, other: Run | None) -> bool:
    """Whether two runs are the same; a formula may be worked out further where its numbers are written beside it."""
    if one is None or other is None or one.schedule is None or not isinstance(one.schedule, LambdaLR):
        return one == other
    mine, theirs = (Experiment.of(each, steps=200).curve(each, np.arange(200)).lrs for each in (one, other))
    return replace(one, schedule=other.schedule) == other and np.allclose(mine, theirs, rtol=1e-12, atol=0)


def plain(text: str) -> str:
    """Give a script as Python, without fences, prompts and magics."""
    return cleaned(text).text


def spaced(text: str) -> str:
    """Put a comment and a blank line before every statement that begins a line."""
    starts = {node.lineno for node in ast.parse(text).body if not isinstance(node, ast.Expr)}
    lines = text.split("\n")
    return "\n".join(f"\n# what follows\n{line}" if i in starts else line for i, line in enumerate(lines, 1))


def unparsed(text: str) -> str:
    """Give a script in the layout of Python's own printer."""
    return ast.unparse(ast.parse(text))


def renamed(text: str) -> str:
    """Give every name of the module that is assigned in it, and nowhere else bound, another one."""
    tree = ast.parse(text)
    stored = {
        each.id
        for node in tree.body
        if isinstance(node, (ast.Assign, ast.AnnAssign))
        for each in ast.walk(node)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    }
    other = {node.arg for node in ast.walk(tree) if isinstance(node, (ast.arg, ast.keyword))}
    inner = [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.ClassDef))]
    inside = (each for node in inner for each in ast.walk(node))
    other |= {node.id for node in inside if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    changed = {name: f"{name}_of_mine" for name in stored - other}

    class Rename(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.Name:
            return ast.copy_location(ast.Name(changed.get(node.id, node.id), node.ctx), node)

    return ast.unparse(Rename().visit(tree))


def numbers(text: str) -> tuple[ast.Module, list[ast.Constant]]:
    """Give the numbers that a script hands to calls of its module by name, outside of functions and loops."""
    tree = ast.parse(text)
    own = (node for node in tree.body if isinstance(node, (ast.Assign, ast.Expr)))
    calls = (each for node in own for each in ast.walk(node) if isinstance(each, ast.Call))
    given = (keyword.value for call in calls if not is_parser(call) for keyword in call.keywords)
    return tree, [one for one in given if isinstance(one, ast.Constant) and type(one.value) in {int, float}]


def is_parser(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr.startswith(("add_argument", "set_defaults"))


def moved(text: str, define: Callable[[dict[str, object]], str], use: str) -> str:
    """Move numbers to the beginning of a script, behind what has to come first, and use them from there."""
    tree, found = numbers(text)
    values = {f"value_{i}": one.value for i, one in enumerate(found)}
    if not values:
        pytest.skip("no numbers are given at its outermost level")
    places = {id(one): name for name, one in zip(values, found, strict=True)}

    class Move(ast.NodeTransformer):
        def visit_Constant(self, node: ast.Constant) -> ast.expr:
            name = places.get(id(node))
            return node if name is None else ast.parse(use.format(name), mode="eval").body

    first = next((i for i, node in enumerate(tree.body) if not is_first(node)), 0)
    before = ast.unparse(ast.Module(tree.body[:first], []))
    after = ast.unparse(Move().visit(ast.Module(tree.body[first:], [])))
    return f"{before}\n{define(dict(values))}\n{after}\n"


def is_first(node: ast.stmt) -> bool:
    docs = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return docs or (isinstance(node, ast.ImportFrom) and node.module == "__future__")


def as_dict(values: dict[str, object]) -> str:
    return f"SETTINGS = {{'all': {values!r}}}"


def as_options(values: dict[str, object]) -> str:
    kinds = ((name, type(one).__name__, one) for name, one in values.items())
    options = (f"own.add_argument('--{name}', type={kind}, default={one!r})" for name, kind, one in kinds)
    return "\n".join(["import argparse", "own = argparse.ArgumentParser()", *options, "OPTIONS = own.parse_args([])"])


def as_record(values: dict[str, object]) -> str:
    fields = (f"    {name}: {type(one).__name__} = {one!r}" for name, one in values.items())
    return "\n".join(["from dataclasses import dataclass", "@dataclass", "class Own:", *fields, "RECORD = Own()"])


def as_defaults(values: dict[str, object]) -> str:
    parts = (f"def get_{name}({name}={one!r}):\n    return {name}" for name, one in values.items())
    return "\n".join(parts)


def by_another_name(text: str) -> str:
    """Import torch's modules by other names, and use them by these."""
    given = {"torch.optim.lr_scheduler": "sched_of_mine", "torch.optim": "optim_of_mine"}
    head = "import torch.optim as optim_of_mine\nimport torch.optim.lr_scheduler as sched_of_mine\n"
    tree = ast.parse(text)
    bound = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    if "torch" in bound:
        pytest.skip("torch is something else in it")

    class Rename(ast.NodeTransformer):
        def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
            self.generic_visit(node)
            full = ast.unparse(node)
            return ast.Name(given[full], node.ctx) if full in given else node

    first = next((i for i, node in enumerate(tree.body) if not is_first(node)), 0)
    before = ast.unparse(ast.Module(tree.body[:first], []))
    return f"{before}\n{head}{ast.unparse(Rename().visit(ast.Module(tree.body[first:], [])))}\n"


WAYS: dict[str, Callable[[str], str]] = {
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "a byte-order mark": lambda text: "\ufeff" + text,
    "indented": lambda text: "\n".join(f"    {line}" if line.strip() else line for line in text.split("\n")),
    "comments and blank lines": lambda text: spaced(plain(text)),
    "another layout": lambda text: unparsed(plain(text)),
    "other names": lambda text: renamed(plain(text)),
    "numbers in a dict": lambda text: moved(plain(text), as_dict, "SETTINGS['all']['{}']"),
    "numbers in options": lambda text: moved(plain(text), as_options, "OPTIONS.{}"),
    "numbers in a dataclass": lambda text: moved(plain(text), as_record, "RECORD.{}"),
    "numbers in defaults": lambda text: moved(plain(text), as_defaults, "get_{}()"),
    "modules by other names": lambda text: by_another_name(plain(text)),
}


PAIRS = [
    pytest.param(text, way, id=f"{script}, {name}")
    for i, (script, text) in enumerate(SCRIPTS.items())
    for j, (name, way) in enumerate(WAYS.items())
    if (i + j) % EACH == 0
]


@pytest.mark.parametrize(("script", "way"), PAIRS)
def test_the_run_is_the_same_however_it_is_written(script: str, way: Callable[[str], str]) -> None:
    assert same(run_of(way(script), script), as_it_is(script))
