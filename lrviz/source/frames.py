"""Frames: functions, classes and libraries around what a text makes, taken apart until torch's plain lines are left."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lrviz.source.attributes import put_in_attributes
from lrviz.source.constants import Constants
from lrviz.source.decisions import Decisions, as_conditions, settled
from lrviz.source.inlined import inline
from lrviz.source.looked_up import look_up
from lrviz.source.names import Names


@dataclass(frozen=True)
class Frame:
    """A text's nodes with the frames around them taken apart; `lines` says where what comes from a call is called."""

    nodes: Sequence[ast.AST]
    lines: Mapping[ast.AST, int]


def framed(nodes: Sequence[ast.AST], answers: Mapping[str, Any]) -> Frame:
    """Take apart what is around the optimizers and schedulers of a text; its tree is changed in place.

    Raises
    ------
    SourceError
        LR203: something that decides what is made is not in the text; LR202: it is given what it refuses.
    """
    tree = nodes[0]
    if not isinstance(tree, ast.Module):
        return Frame(nodes, {})
    as_conditions(tree)
    put_in_attributes(tree, decisions(tree, answers))
    look_up(tree, decisions(tree, answers))
    lines = inline(tree, decisions(tree, answers))
    look_up(tree, decisions(tree, answers))
    settled(tree, decisions(tree, answers))
    return Frame(list(ast.walk(tree)), lines)


def decisions(tree: ast.Module, answers: Mapping[str, Any]) -> Decisions:
    """Give what the conditions of a tree as it is now come to."""
    names = Names(list(ast.walk(tree)))
    return Decisions(names, Constants(names, answers))
