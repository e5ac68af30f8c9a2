"""Started: functions of the text's own that a library starts in other processes, as plain calls of them."""

from __future__ import annotations

import ast

from lrviz.source.frames.decisions import Decisions
from lrviz.source.frames.plain import arguments

_STARTERS = {"spawn": True, "start_processes": True, "notebook_launcher": False, "launch": False, "Process": False}
"""Functions of torch, XLA, accelerate, detectron2 and Python, and whether they give the process's number first."""
_FUNCTION = ("fn", "target", "function", "main_func")


def call_plainly(_: ast.Module, decisions: Decisions) -> bool:
    """Write `mp.spawn(worker, args=(config,))` as the call that the first of the processes makes."""
    changed = False
    for node in decisions.nodes if decisions.words & _STARTERS.keys() else ():
        if isinstance(node, ast.Call):
            name = decisions.names.dotted(node.func).rpartition(".")[2]
            given = arguments(node, ("fn", "args"))
            function = next((given[one] for one in _FUNCTION if one in given), None)
            handed = given.get("args")
            own = isinstance(function, ast.Name) and isinstance(decisions.names.function(function), ast.FunctionDef)
            if name in _STARTERS and function is not None and own and isinstance(handed, ast.Tuple):
                number = [ast.copy_location(ast.Constant(0), node)] if _STARTERS[name] else []
                node.func, node.args, node.keywords = function, [*number, *handed.elts], []
                changed = True
    return changed
