"""The nodes of a tree are those that `ast.walk` gives, in its order, also where they are changed on the way."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from lrviz.source.text.tree import children, walk

SCRIPTS = sorted((Path(__file__).parents[1] / "scripts").glob("*.py.txt"))


@pytest.mark.parametrize("script", SCRIPTS[::8], ids=lambda path: path.name)
def test_the_nodes_of_a_script_are_those_of_ast(script: Path) -> None:
    tree = ast.parse(_plain(script.read_text(encoding="utf-8")))
    assert [*map(id, walk(tree))] == [*map(id, ast.walk(tree))]
    for node in ast.walk(tree):
        assert [*map(id, children(node))] == [*map(id, ast.iter_child_nodes(node))]


def test_what_is_put_in_a_node_that_comes_later_is_walked() -> None:
    tree = ast.parse("first\nsecond")
    seen = []
    for node in walk(tree):
        if isinstance(node, ast.Module):
            node.body[1] = ast.Pass()  # too late: it was handed on with the module
            tree.body[0].value = ast.Constant(1)  # type: ignore[attr-defined]
        seen.append(type(node).__name__)
    assert seen == ["Module", "Expr", "Expr", "Constant", "Name", "Load"]


def _plain(text: str) -> str:
    """Give a script that is plain Python; a module without a line where it isn't."""
    try:
        ast.parse(text)
    except SyntaxError:
        return ""
    return text
