"""Along: schedulers that torch has no class for, whose class a text takes along as lrviz writes it."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules import SCHEDULES
from lrviz.excerpt import excerpt, unannotated

OWN = {cls.__name__: cls for cls in SCHEDULES if cls.target.startswith("lrviz.")}
"""The schedules they stand for, by the name that they have in a text."""


def class_of(cls: type[Schedule]) -> str:
    """Write the class that a schedule of lrviz's own is made by."""
    module, _, name = cls.target.rpartition(".")
    return unannotated(excerpt(module, name))


def is_class_of(cls: type[Schedule], definition: ast.ClassDef) -> bool:
    """Whether a class in a text is the one that lrviz writes, whatever its layout and its docstring."""
    return _without_words(definition) == _without_words(ast.parse(class_of(cls)).body[0])


def outside(nodes: Sequence[ast.AST]) -> list[ast.AST]:
    """Give all nodes of a text but those within such classes: what they bind and call is nobody else's."""
    own = [node for node in nodes if isinstance(node, ast.ClassDef) and node.name in OWN]
    inside = {id(node) for each in own if is_class_of(OWN[each.name], each) for node in ast.walk(each)}
    return [node for node in nodes if id(node) not in inside or node in own]


def _without_words(definition: ast.stmt) -> str:
    body = getattr(definition, "body", [])
    return "\n".join(ast.dump(each) for each in body if not isinstance(each, ast.Expr))
