"""Prepared: optimizers and schedulers that a library wraps and gives back, as the same ones they were."""

from __future__ import annotations

import ast

from lrviz.source.frames.decisions import Decisions
from lrviz.source.frames.plain import arguments
from lrviz.source.values.blocks import rewrite

_SAME = frozenset({"prepare", "prepare_optimizer", "prepare_scheduler", "setup", "setup_optimizers", "initialize"})
"""Methods that give back what they are given: of accelerate, Fabric, apex and DeepSpeed."""
_WRAPPERS = frozenset({"DistributedOptimizer", "AcceleratedOptimizer", "AcceleratedScheduler"})
_DEEPSPEED = ("model", "optimizer", "training_data", "lr_scheduler")
"""Arguments in the order in which deepspeed.initialize gives them back."""


def unwrap(tree: ast.Module, decisions: Decisions) -> bool:
    """Write `a, b = accelerator.prepare(a, b)` as `a, b = a, b`, and leave out what gives a name its own value."""
    changed = False
    for node in decisions.nodes:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            same = _same(node.value)
            if same is not None:
                node.value, changed = same, True
    if changed:
        rewrite(tree, lambda one: [] if isinstance(one, ast.Assign) and _own(one) else [one])
    return changed


def _same(call: ast.Call) -> ast.expr | None:
    """Give what a call gives back, where it is what it is given."""
    given = arguments(call)
    match call.func:
        case ast.Attribute(value=ast.Name(id="deepspeed"), attr="initialize"):
            items = [given.get(name, ast.copy_location(ast.Constant(None), call)) for name in _DEEPSPEED]
            return ast.copy_location(ast.Tuple(items, ast.Load()), call)
        case ast.Attribute(attr=attr) if attr in _SAME and call.args:
            if any(isinstance(arg, ast.Starred) for arg in call.args):
                return None
            several = ast.copy_location(ast.Tuple(call.args, ast.Load()), call)
            return call.args[0] if len(call.args) == 1 else several
        case ast.Name(id=name) | ast.Attribute(attr=name) if name in _WRAPPERS and call.args:
            return call.args[0]
    return None


def _own(node: ast.Assign) -> bool:
    """Whether an assignment gives names their own values only; those that it does are taken out of it."""
    match node:
        case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)):
            if len(targets) != len(values):
                return False
            pairs = [pair for pair in zip(targets, values, strict=True) if ast.unparse(pair[0]) != ast.unparse(pair[1])]
            node.targets = [ast.copy_location(ast.Tuple([one for one, _ in pairs], ast.Store()), node)]
            node.value = ast.copy_location(ast.Tuple([one for _, one in pairs], ast.Load()), node)
            return not pairs
        case ast.Assign(targets=[target], value=value):
            return ast.unparse(target) == ast.unparse(value)
    return False
