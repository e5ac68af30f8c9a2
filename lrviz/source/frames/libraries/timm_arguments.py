"""timm's arguments: what its older functions take out of a whole namespace, as arguments of the newer ones (1.0.31)."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from lrviz.errors import SourceError
from lrviz.source.frames.decisions import Decisions
from lrviz.source.frames.libraries.timms import OPTIMIZER, SCHEDULER
from lrviz.source.frames.plain import arguments, expression

_SCHEDULED: Mapping[str, tuple[str, str]] = {
    "sched": ("sched", ""),
    "num_epochs": ("epochs", "100"),
    "decay_epochs": ("decay_epochs", "30"),
    "decay_milestones": ("decay_milestones", "(30, 60)"),
    "warmup_epochs": ("warmup_epochs", "5"),
    "cooldown_epochs": ("cooldown_epochs", "0"),
    "decay_rate": ("decay_rate", "0.1"),
    "min_lr": ("min_lr", "0.0"),
    "warmup_lr": ("warmup_lr", "1e-5"),
    "warmup_prefix": ("warmup_prefix", "False"),
    "noise": ("lr_noise", "None"),
    "cycle_mul": ("lr_cycle_mul", "1.0"),
    "cycle_decay": ("lr_cycle_decay", "0.1"),
    "cycle_limit": ("lr_cycle_limit", "1"),
    "k_decay": ("lr_k_decay", "1.0"),
}
"""For every argument the attribute that it is taken from, and what it is without; nothing where it has to be there."""
_OPTIMIZED: Mapping[str, tuple[str, str]] = {
    "opt": ("opt", ""),
    "lr": ("lr", ""),
    "weight_decay": ("weight_decay", ""),
    "momentum": ("momentum", ""),
    "eps": ("opt_eps", "None"),
    "betas": ("opt_betas", "None"),
    "layer_decay": ("layer_decay", "None"),
}
_OLD = {
    "create_scheduler": (SCHEDULER, ("args", "optimizer", "updates_per_epoch"), _SCHEDULED),
    "create_optimizer": (OPTIMIZER, ("args", "model", "filter_bias_and_bn"), _OPTIMIZED),
}


def write_out_arguments(_: ast.Module, decisions: Decisions) -> bool:
    """Write `timm.scheduler.create_scheduler(args, optimizer)` and its like with what they take out of `args`."""
    changed = False
    for node in decisions.nodes if decisions.words & _OLD.keys() else ():
        if isinstance(node, ast.Call):
            full = decisions.names.dotted(node.func)
            name = full.rpartition(".")[2]
            if full.startswith("timm.") and name in _OLD:
                changed = _write_out(node, name, decisions) or changed
    return changed


def _write_out(node: ast.Call, name: str, decisions: Decisions) -> bool:
    new, places, taken = _OLD[name]
    given = arguments(node, places)
    if places[0] not in given or places[1] not in given:
        return False
    keywords: list[ast.keyword] = []
    for argument, (attribute, default) in taken.items():
        value = _taken(given[places[0]], attribute, default, decisions)
        if not (isinstance(value, ast.Constant) and value.value is None):
            keywords.append(ast.copy_location(ast.keyword(argument, value), node))
    if "updates_per_epoch" in given:
        keywords.append(ast.keyword("updates_per_epoch", given["updates_per_epoch"]))
    node.func = expression(f"timm.{new}", node, {})
    node.args, node.keywords = [given[places[1]]], keywords
    return True


def _taken(space: ast.expr, attribute: str, default: str, decisions: Decisions) -> ast.expr:
    """Give the attribute of a namespace; what stands for it where the text has none and something does."""
    found = ast.copy_location(ast.Attribute(space, attribute, ast.Load()), space)
    if default:
        try:
            if decisions.value(found) is None:
                return ast.copy_location(ast.Constant(None), space)
        except SourceError:
            return expression(default, space, {})
    return found
