"""Excerpts: a definition's own text, taken from a file that is not imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

from lrviz.excerpt import excerpt, unannotated


def test_a_class_is_taken_whole_and_by_itself() -> None:
    text = excerpt("lrviz.engine.models", "MLP")
    assert text.startswith("class MLP(")
    assert text.endswith("\n")
    compile(text, "excerpt", "exec")


def test_a_function_comes_with_its_decorators_and_a_constant_with_its_value() -> None:
    assert excerpt("lrviz.excerpt", "excerpt").startswith("@functools.cache\ndef excerpt(")
    assert excerpt("lrviz.session", "VERSION") == "VERSION = 1\n"


@pytest.mark.parametrize("given", [("lrviz.engine.models", "Nothing"), ("lrviz.nowhere", "MLP")])
def test_what_is_not_there_is_said(given: tuple[str, str]) -> None:
    with pytest.raises(LookupError):
        excerpt(*given)


def test_the_module_is_not_imported() -> None:
    code = (
        "import sys; from lrviz.excerpt import excerpt; excerpt('lrviz.engine.models', 'MLP');"
        "sys.exit('torch' in sys.modules or 'lrviz.engine.models' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_annotations_are_left_out_and_all_else_stays() -> None:
    text = '''class A:
    """Words: of it."""

    def go(self, one: int, two: dict[str, int] = {}, *, three: str) -> list[int]:  # a comment: here
        kept: int = one
        return [kept]
'''
    assert unannotated(text) == text.replace("one: int, two: dict[str, int] = {}", "one, two={}").replace(
        " -> list[int]", ""
    )
