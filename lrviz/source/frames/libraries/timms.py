"""timm's: optimizers and schedulers that timm makes by name, as calls of what the name stands for (timm 1.0.31)."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from typing import Any

from lrviz.errors import Finding, SourceError, nearest
from lrviz.sentences import say
from lrviz.source.frames.decisions import Decisions
from lrviz.source.frames.plain import arguments, expression

SCHEDULER, OPTIMIZER = "create_scheduler_v2", "create_optimizer_v2"
_NOISE = ("noise", "noise_pct", "noise_std", "noise_seed")
_SCHEDULER_PLACES = (
    *("optimizer", "sched", "num_epochs", "decay_epochs", "decay_milestones", "cooldown_epochs", "patience_epochs"),
    *("decay_rate", "min_lr", "warmup_lr", "warmup_epochs", "warmup_prefix", *_NOISE, "cycle_mul", "cycle_decay"),
    *("cycle_limit", "k_decay", "decay_fn", "stable_timescale", "plateau_mode", "step_on_epochs", "updates_per_epoch"),
)
_DEFAULTS: Mapping[str, Any] = {
    "num_epochs": 300,
    "decay_epochs": 90,
    "decay_milestones": (90, 180, 270),
    "cooldown_epochs": 0,
    "decay_rate": 0.1,
    "min_lr": 0.0,
    "warmup_lr": 1e-5,
    "warmup_epochs": 0,
    "warmup_prefix": False,
    "cycle_mul": 1.0,
    "cycle_decay": 0.1,
    "cycle_limit": 1,
    "k_decay": 1.0,
}
_WARMED = "warmup_lr_init=warmup_lr, warmup_t=warmup_epochs, warmup_prefix=warmup_prefix, t_in_epochs=in_epochs"
_CYCLED = "t_initial=num_epochs, lr_min=min_lr, cycle_mul=cycle_mul, cycle_decay=cycle_decay, cycle_limit=cycle_limit"
_SCHEDULERS = {
    "cosine": f"timm.scheduler.CosineLRScheduler(optimizer, {_CYCLED}, k_decay=k_decay, {_WARMED})",
    "tanh": f"timm.scheduler.TanhLRScheduler(optimizer, {_CYCLED}, {_WARMED})",
    "poly": f"timm.scheduler.PolyLRScheduler(optimizer, {_CYCLED}, power=decay_rate, k_decay=k_decay, {_WARMED})",
    "step": f"timm.scheduler.StepLRScheduler(optimizer, decay_t=decay_epochs, decay_rate=decay_rate, {_WARMED})",
    "constant": f"timm.scheduler.StepLRScheduler(optimizer, decay_t=1, decay_rate=1.0, {_WARMED})",
    "multistep": "timm.scheduler.MultiStepLRScheduler("
    f"optimizer, decay_t=decay_milestones, decay_rate=decay_rate, {_WARMED})",
    "none": "None",
}
_COUNTED = ("num_epochs", "decay_epochs", "warmup_epochs")
"""Epochs that are counted in updates where the scheduler is stepped on updates."""
_OPTIMIZER_PLACES = ("model_or_params", "opt", "lr", "weight_decay", "momentum")
_NESTEROV = {"momentum": "0.9", "nesterov": "True"}
_OPTIMIZERS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "sgd": ("SGD", _NESTEROV),
    "momentum": ("SGD", {"momentum": "0.9"}),
    "adam": ("Adam", {}),
    "adamw": ("AdamW", {}),
    "nadam": ("NAdam", {}),
    "radam": ("RAdam", {}),
    "radamw": ("RAdam", {"decoupled_weight_decay": "True"}),
    "adamax": ("Adamax", {}),
    "adadelta": ("Adadelta", {}),
    "adagrad": ("Adagrad", {"eps": "1e-8"}),
    "rmsprop": ("RMSprop", {"momentum": "0.9", "alpha": "0.9"}),
}
"""torch's class of each name, and what timm gives it where nothing else is said."""
_LACKS: Mapping[str, Sequence[str]] = {
    "SGD": ("eps", "betas"),
    "RMSprop": ("betas",),
    "Adadelta": ("betas", "momentum"),
    "Adagrad": ("betas", "momentum"),
    **dict.fromkeys(("Adam", "AdamW", "NAdam", "RAdam", "Adamax"), ("momentum",)),
}
"""What timm doesn't hand on to a class."""
_PARAMETERS = frozenset({"filter_bias_and_bn", "fallback_list", "fallback_no_weight_decay", "foreach"})
"""Arguments that no rate depends on."""
_LAYERED = frozenset({"layer_decay", "param_group_fn"})


def spell_timm(_: ast.Module, decisions: Decisions) -> bool:
    """Turn what timm makes by name into calls of what the name stands for."""
    if not decisions.words & {SCHEDULER, OPTIMIZER}:
        return False
    spelled: dict[ast.AST, ast.expr] = {}
    for node in decisions.nodes:
        if isinstance(node, ast.Call):
            name = decisions.names.dotted(node.func).rpartition(".")[2]
            if name == SCHEDULER:
                spelled[node] = _scheduler(node, decisions)
            elif name == OPTIMIZER:
                spelled[node] = _optimizer(node, decisions)
    if spelled:
        _Spell(spelled).visit(decisions.nodes[0])
    return bool(spelled)


class _Spell(ast.NodeTransformer):
    def __init__(self, spelled: Mapping[ast.AST, ast.expr]) -> None:
        self._spelled = spelled

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        return self._spelled.get(node, node)


def _scheduler(node: ast.Call, decisions: Decisions) -> ast.expr:
    """Give the pair that create_scheduler_v2 gives: its scheduler, and how many epochs it lasts."""
    given = _checked(node, _SCHEDULER_PLACES, SCHEDULER)
    for name in _NOISE[:1]:
        if name in given and decisions.value(given[name]) is not None:
            raise _error(
                node,
                say("{scheduler} with {name} draws rates at random, which is not read", scheduler=SCHEDULER, name=name),
            )
    kind = _named(given.get("sched"), "cosine", _SCHEDULERS, node, decisions)
    known: dict[str, ast.expr] = {name: given.get(name, _constant(value, node)) for name, value in _DEFAULTS.items()}
    known["optimizer"] = given.get("optimizer", _constant(None, node))
    on_epochs = "step_on_epochs" not in given or decisions.holds(given["step_on_epochs"])
    known["in_epochs"] = _constant(on_epochs, node)
    lasts = _lasts(kind, node, known)
    if not on_epochs:
        each = given.get("updates_per_epoch")
        if each is None:
            raise _error(
                node, say("{scheduler} with step_on_epochs=False needs updates_per_epoch", scheduler=SCHEDULER)
            )
        for name in _COUNTED:
            known[name] = expression("epochs * each", node, {"epochs": known[name], "each": each})
        epochs = decisions.value(known["decay_milestones"])
        known["decay_milestones"] = _constant(tuple(epoch * decisions.value(each) for epoch in epochs), node)
    made = expression(_SCHEDULERS[kind], node, known)
    return ast.copy_location(ast.Tuple([made, lasts], ast.Load()), node)


def _lasts(kind: str, node: ast.Call, known: Mapping[str, ast.expr]) -> ast.expr:
    """Give how many epochs a scheduler lasts, as timm works it out."""
    prefix = "num_epochs + warmup_epochs * int(warmup_prefix)"
    cycled = f"({prefix}) + num_epochs * (cycle_limit - 1) + cooldown_epochs"
    return expression(cycled if kind in {"cosine", "tanh", "poly"} else prefix, node, known)


def _optimizer(node: ast.Call, decisions: Decisions) -> ast.expr:
    """Give the call of torch's class that create_optimizer_v2 makes."""
    given = _checked(node, _OPTIMIZER_PLACES, "")
    kind = _named(given.pop("opt", None), "sgd", _OPTIMIZERS, node, decisions)
    layered = next((given[name] for name in _LAYERED if name in given), None)
    if layered is not None and decisions.value(layered) is not None:
        raise _error(
            node, say("{optimizer} gives every layer a rate of its own here, which is not read", optimizer=OPTIMIZER)
        )
    cls, defaults = _OPTIMIZERS[kind]
    for name in _LACKS.get(cls, ()):
        given.pop(name, None)
    model = given.pop("model_or_params", _constant(None, node))
    parameters = model if isinstance(model, (ast.List, ast.Call)) else _parameters(model, node)
    rest = {name: f"given_{name}" for name in given if name not in _PARAMETERS | _LAYERED}
    rest = {**{name: value for name, value in {"weight_decay": "0.0", **defaults}.items() if name not in given}, **rest}
    written = ", ".join(f"{name}={value}" for name, value in rest.items())
    values = {f"given_{name}": value for name, value in given.items()}
    return expression(f"torch.optim.{cls}(parameters, {written})", node, {**values, "parameters": parameters})


def _parameters(model: ast.expr, node: ast.Call) -> ast.expr:
    return expression("model.parameters()", node, {"model": model})


def _checked(node: ast.Call, places: tuple[str, ...], function: str) -> dict[str, ast.expr]:
    from_elsewhere = next((one.value for one in node.keywords if one.arg is None), None)
    if from_elsewhere is not None:
        raise _error(node, say("what is given as **{given} is not in the text", given=ast.unparse(from_elsewhere)[:60]))
    given = arguments(node, places)
    unknown = next((name for name in given if function and name not in places), "")
    if unknown:
        close = nearest(unknown, places)
        hint = say("; the nearest is {close}", close=close) if close else ""
        raise _error(node, say("{kind} has no argument {name}{hint}", kind=function, name=unknown[:80], hint=hint))
    return given


def _named(given: ast.expr | None, default: str, known: Mapping[str, Any], node: ast.Call, decisions: Decisions) -> str:
    try:
        name = default if given is None else str(decisions.value(given)).lower()
    except SourceError:
        raise decisions.ask(given or node, [node], [*known]) from None
    if name not in known:
        close = nearest(str(name), known)
        near = say("the nearest is {close}", close=close)
        rest = near if close else say("known are {names}", names=", ".join(known))
        raise _error(node, say("{name} is none of timm's that is known; {rest}", name=str(name)[:80], rest=rest))
    return str(name)


def _constant(value: Any, node: ast.AST) -> ast.expr:
    return expression(repr(value), node, {})


def _error(node: ast.Call, message: str) -> SourceError:
    return SourceError(Finding("LR201", "error", message, node.lineno))
