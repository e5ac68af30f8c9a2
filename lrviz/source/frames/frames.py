"""Frames: functions, classes and libraries around what a text makes, taken apart until torch's plain lines are left."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from lrviz.errors import Finding
from lrviz.source.frames.attributes import put_in_attributes
from lrviz.source.frames.by_hand.by_hand import schedule_by_hand
from lrviz.source.frames.decisions import Decisions
from lrviz.source.frames.first_epoch import leave_out_first_epoch
from lrviz.source.frames.gathered import gather
from lrviz.source.frames.inlined import inline
from lrviz.source.frames.libraries.borrowed import take_as_torch
from lrviz.source.frames.libraries.get_scheduler import spell_schedules
from lrviz.source.frames.libraries.hugging_face import put_in_training
from lrviz.source.frames.libraries.ignite import put_in_engine
from lrviz.source.frames.libraries.lightning import put_in_trainer
from lrviz.source.frames.libraries.prepared import unwrap
from lrviz.source.frames.libraries.started import call_plainly
from lrviz.source.frames.libraries.timm_arguments import write_out_arguments
from lrviz.source.frames.libraries.timms import spell_timm
from lrviz.source.frames.looked_up import look_up
from lrviz.source.frames.looped import as_loops
from lrviz.source.frames.matched import as_conditions
from lrviz.source.frames.own_schedulers import as_lambda_lr
from lrviz.source.frames.popped import put_back
from lrviz.source.frames.settled import settle
from lrviz.source.frames.unfollowed import tell_unfollowed
from lrviz.source.frames.unpacked import unpack
from lrviz.source.frames.unrolled import unroll
from lrviz.source.spelling.along import outside
from lrviz.source.text.tree import walk
from lrviz.source.values.constants import Constants
from lrviz.source.values.names import Names

_IN_TURN: Sequence[Callable[[ast.Module, Decisions], bool]] = (
    # the text as it stands is looked at before any of it is rewritten
    tell_unfollowed,
    # what several passes read is brought to one form: branches are ifs, starts are calls, arguments are written out
    as_conditions,
    call_plainly,
    put_back,
    unpack,
    # while the text's own classes and namespaces are whole: these read of them what the next pass puts elsewhere
    as_lambda_lr,
    write_out_arguments,
    # methods lose their object when they are put in where they are called, and tables may be looked up by attributes
    put_in_attributes,
    # what is called is torch's by its own name, so that all that follows knows what makes something
    look_up,
    take_as_torch,
    # statements can be put before a loop's, not into a comprehension
    as_loops,
    leave_out_first_epoch,
    inline,
    # what was a parameter is a value now: by it tables are looked up and branches taken, and what is left is unrolled
    look_up,
    settle,
    gather,
    unroll,
    spell_timm,
    # optimizers and schedulers have their last names, which the loops of libraries step
    unwrap,
    put_in_engine,
    put_in_trainer,
    put_in_training,
    # what the loops of transformers are given by name, too
    spell_schedules,
    # a rate that is set by hand in any of these loops is only read where nothing else makes a scheduler
    schedule_by_hand,
)
"""What takes a frame apart, in an order in which each finds done what it relies on.

Each changes the tree in place and says whether it has: then names and values are worked out anew for the next.
"""


class Framed(NamedTuple):
    """The nodes that are left of a text, their names and values, and what can't be read exactly of what was around."""

    nodes: Sequence[ast.AST]
    names: Names
    constants: Constants
    notes: Sequence[Finding]


def framed(nodes: Sequence[ast.AST], names: Names, answers: Mapping[str, Any]) -> Framed:
    """Take apart what is around the optimizers and schedulers of a text.

    `nodes` are those of its tree, which is changed in place.

    Raises
    ------
    SourceError
        LR203: something that decides what is made is not in the text; LR202: it is given what it refuses.
    """
    notes: list[Finding] = []
    constants = Constants(names, answers)
    tree = nodes[0]
    assert isinstance(tree, ast.Module)  # noqa: S101 - a text's syntax is one
    for take_apart in _IN_TURN:
        if take_apart(tree, Decisions(nodes, names, constants, notes)):
            nodes = outside(list(walk(tree)))
            names = Names(nodes)
            constants = Constants(names, answers)
    return Framed(nodes, names, constants, notes)
