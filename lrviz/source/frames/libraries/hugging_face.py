"""Transformers: the optimizer, the schedule and the loop of Hugging Face's Trainer, from its arguments (5.24)."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lrviz.errors import SourceError
from lrviz.sentences import say
from lrviz.source.calls.calls import Calls
from lrviz.source.frames.decisions import Decisions
from lrviz.source.frames.libraries.overridden import BOTH, OPTIMIZER, SCHEDULER, names_any, overridden, taken_out
from lrviz.source.frames.plain import arguments, expression, lines
from lrviz.source.values import records
from lrviz.source.values.blocks import parts, rewrite
from lrviz.source.values.refusals import unknown

_ARGUMENTS = re.compile(r"TrainingArguments$|^[A-Z]\w*Config$")
_OWN = frozenset({"learning_rate", "lr_scheduler_type", "num_train_epochs", "max_steps", "per_device_train_batch_size"})
"""What tells a configuration of training from those of other things."""
_ADAM = "lr=learning_rate, betas=(adam_beta1, adam_beta2), eps=adam_epsilon, weight_decay=weight_decay"
_OPTIMIZERS: Mapping[str, str] = {
    "adamw": f"torch.optim.AdamW(parameters, {_ADAM})",
    "sgd": "torch.optim.SGD(parameters, lr=learning_rate, weight_decay=weight_decay)",
    "adagrad": "torch.optim.Adagrad(parameters, lr=learning_rate, weight_decay=weight_decay)",
    "rmsprop": "torch.optim.RMSprop(parameters, lr=learning_rate, weight_decay=weight_decay)",
}
_DEFAULTS: Mapping[str, str] = {
    "learning_rate": "5e-5",
    "lr_scheduler_type": "'linear'",
    "lr_scheduler_kwargs": "None",
    "weight_decay": "0.0",
    "adam_beta1": "0.9",
    "adam_beta2": "0.999",
    "adam_epsilon": "1e-8",
    "optim": "'adamw_torch'",
}
_PARAMETERS = """\
[
    {"params": [p for n, p in model.named_parameters() if not any(part in n for part in ("bias", "norm", "Norm"))]},
    {"params": [p for n, p in model.named_parameters() if any(part in n for part in ("bias", "norm", "Norm"))],
     "weight_decay": 0.0},
]
"""
"""What weights decay, as the Trainer tells them by their names and the class of their layers."""
_OPTIMIZER = "training_optimizer = made_optimizer"
_SCHEDULER = "training_scheduler = made_scheduler"
_LOOP = """\
torch.nn.utils.clip_grad_norm_(model.parameters(), max_norm)
for step in range(num_training_steps):
    training_optimizer.step()
    training_scheduler.step()
"""
_GIVEN = """\
for step in range(num_training_steps):
    optimizer.step()
    scheduler.step()
"""
_SCHEDULE = """\
transformers.get_scheduler(name, optimizer=training_optimizer, num_warmup_steps=warmup_steps,
    num_training_steps=num_training_steps, scheduler_specific_kwargs=lr_scheduler_kwargs)
"""
_UNCOUNTED = frozenset({"constant", "reduce_lr_on_plateau"})
"""Kinds of schedules that don't need the number of updates."""
MOST = 16
"""Trainings of one text."""
_STEPS = "num_training_steps"
"""What is asked for where the number of updates is the data's."""


def put_in_training(tree: ast.Module, decisions: Decisions) -> bool:
    """Put what the Trainer makes, and its loop, after the arguments that it makes it of."""
    given = {node: node for node in decisions.nodes if isinstance(node, ast.Call) and _is_given(node, decisions)}
    given |= {node: by for node in decisions.nodes if isinstance(node, ast.Call) and (by := _parsed(node, decisions))}
    handed = _handed(decisions)
    if not given or (handed is None and _steps_by_itself(decisions)):
        return False
    hooks = overridden(decisions)
    trainings = enumerate([*given.items()][:MOST], 1)
    new: dict[ast.AST, list[ast.stmt]] = {
        at: _Training(call, decisions, i).lines(handed, hooks) for i, (at, call) in trainings
    }
    rewrite(tree, lambda statement: [statement, *(one for each in _own(statement) for one in new.get(each, ()))])
    return True


def _is_given(node: ast.Call, decisions: Decisions) -> bool:
    if not any(keyword.arg in _OWN for keyword in node.keywords):
        return False
    name = decisions.names.dotted(node.func).rpartition(".")[2]
    return bool(_ARGUMENTS.search(name)) and decisions.names.defined(name) is None


def _parsed(node: ast.Call, decisions: Decisions) -> ast.Call | None:
    """Give the call that stands for what transformers' parser makes of a command line without any options."""
    if decisions.names.dotted(node.func).rpartition(".")[2] != "HfArgumentParser" or not node.args:
        return None
    several = node.args[0].elts if isinstance(node.args[0], (ast.Tuple, ast.List)) else [node.args[0]]
    for one in several:
        own = decisions.names.defined(one) if isinstance(one, ast.Name) else None
        bases = [one] if own is None else own.bases
        plain = next((base for base in bases if decisions.names.dotted(base).endswith("TrainingArguments")), None)
        if plain is not None:
            names = [] if own is None else records.fields(decisions.names, own)
            known = {name: records.attribute(decisions.names, own, name) for name in names} if own is not None else {}
            keywords = [ast.keyword(name, value) for name, value in known.items() if value is not None]
            return ast.copy_location(ast.Call(plain, [], keywords), node)
    return None


def _handed(decisions: Decisions) -> tuple[ast.expr, ast.expr] | None:
    """Give the optimizer and the scheduler that the Trainer is handed ready-made."""
    for node in decisions.nodes:
        if isinstance(node, ast.keyword) and node.arg == "optimizers":
            value = node.value
            bound = decisions.names.value(value) if isinstance(value, ast.Name) else value
            if isinstance(bound, (ast.Tuple, ast.List)) and len(bound.elts) == 2:
                return bound.elts[0], bound.elts[1]
    return None


def _steps_by_itself(decisions: Decisions) -> bool:
    """Whether a text has a loop of its own for a scheduler that it makes."""
    calls = Calls(decisions.nodes, decisions.names)
    return any(call.assigned & calls.stepped for call in (*calls.schedulers, *calls.optimizers))


def _own(statement: ast.stmt) -> Iterator[ast.AST]:
    """Give the nodes of a statement's own expressions."""
    for part in parts(statement):
        yield from ast.walk(part)


class _Training:
    """Reads what training is given."""

    def __init__(self, call: ast.Call, decisions: Decisions, number: int) -> None:
        self._call, self._decisions = call, decisions
        self._names = {
            "training_optimizer": ast.Name(f"training_optimizer_{number}"),
            "training_scheduler": ast.Name(f"training_scheduler_{number}"),
        }
        if further := next((keyword for keyword in call.keywords if keyword.arg is None), None):
            raise unknown(further.value)
        self._given = arguments(call)

    def lines(self, handed: tuple[ast.expr, ast.expr] | None, hooks: Mapping[str, ast.FunctionDef]) -> list[ast.stmt]:
        """Give the statements that stand for what the Trainer does."""
        if handed is not None and not self._is_none(handed[1]):
            given = {"optimizer": handed[0], "scheduler": handed[1], _STEPS: ast.Name(_STEPS, ast.Load())}
            return lines(_GIVEN, self._call, given)
        given = {name: self._argument(name) for name in _DEFAULTS}
        kind = self._kind()
        asked = any(names_any(hook, [_STEPS]) for hook in hooks.values())
        if asked or (kind not in _UNCOUNTED and not hooks.keys() & {BOTH, SCHEDULER}):
            steps = self._steps()
            counted = {_STEPS: steps, "warmup_steps": self._warmup(steps)}
        else:
            counted = {_STEPS: expression(_STEPS, self._call, {}), "warmup_steps": self._new("0")}
        known = {**given, **counted, **self._names}
        if BOTH in hooks:
            made = self._hooked(hooks[BOTH], known)
        else:
            made = self._made(hooks.get(OPTIMIZER), _OPTIMIZER, known, lambda: self._optimizer(given, handed))
            made += self._made(hooks.get(SCHEDULER), _SCHEDULER, known, lambda: self._schedule(kind, known))
        return [*made, *self._clipped(lines(_LOOP, self._call, {**counted, **self._names}))]

    def _made(
        self,
        hook: ast.FunctionDef | None,
        template: str,
        known: Mapping[str, ast.expr],
        make: Callable[[], ast.expr],
    ) -> list[ast.stmt]:
        """Give the lines that make an optimizer or a scheduler: a hook's, else the Trainer's own."""
        if hook is not None:
            return self._hooked(hook, known)
        made = make()
        return lines(template, self._call, {**self._names, "made_optimizer": made, "made_scheduler": made})

    def _hooked(self, hook: ast.FunctionDef, known: Mapping[str, ast.expr]) -> list[ast.stmt]:
        optimizer, scheduler = self._names["training_optimizer"], self._names["training_scheduler"]
        given = {f"self.args.{name}": value for name, value in {**known, **self._given}.items()}
        given |= {"self.optimizer": optimizer, "self.lr_scheduler": scheduler, "self.model": ast.Name("model")}
        return list(taken_out(hook, {**given, _STEPS: known[_STEPS], "optimizer": optimizer}))

    def _schedule(self, kind: str, known: Mapping[str, ast.expr]) -> ast.expr:
        schedule = expression(_schedule(kind), self._call, {**known, "name": self._new(repr(kind))})
        if kind == "reduce_lr_on_plateau":
            _write_out(schedule, known["lr_scheduler_kwargs"])
        return schedule

    def _new(self, template: str) -> ast.expr:
        return expression(template, self._call, {})

    def _argument(self, name: str) -> ast.expr:
        if name == "learning_rate" and name not in self._given and not self._is_plain():
            raise unknown(self._new(name), say("has another default in each library's arguments, and is not given"))
        return self._given.get(name) or self._new(_DEFAULTS[name])

    def _is_plain(self) -> bool:
        return self._decisions.names.dotted(self._call.func).endswith("TrainingArguments")

    def _is_none(self, node: ast.expr) -> bool:
        return isinstance(node, ast.Constant) and node.value is None

    def _kind(self) -> str:
        given = self._given.get("lr_scheduler_type")
        if isinstance(given, ast.Attribute) and given.attr.isupper():  # of the enumeration SchedulerType
            return given.attr.lower()
        return "linear" if given is None else str(self._decisions.value(given))

    def _value(self, name: str) -> Any:
        """Give the value of an argument, None where it is not given."""
        return self._decisions.value(self._given[name]) if name in self._given else None

    def _steps(self) -> ast.expr:
        """Give how many updates are made: what is given, else what the text or a person says."""
        most = self._value("max_steps")
        if isinstance(most, (int, float)) and most > 0:
            return self._given["max_steps"]
        asked = self._new(_STEPS)
        try:
            self._decisions.value(asked)
        except SourceError:
            why = say("is what the Trainer works out of its data and logs as “Total optimization steps”")
            raise unknown(asked, why) from None
        return asked

    def _warmup(self, steps: ast.expr) -> ast.expr:
        """Give the updates of the warm-up: so many, or a share of all."""
        own = self._value("warmup_steps")
        share = self._given["warmup_steps"] if own else self._given.get("warmup_ratio", self._new("0"))
        if own and own >= 1:
            return expression("int(share)", self._call, {"share": share}) if isinstance(own, float) else share
        return expression("math.ceil(steps * share)", self._call, {"steps": steps, "share": share})

    def _optimizer(self, given: Mapping[str, ast.expr], handed: tuple[ast.expr, ast.expr] | None) -> ast.expr:
        if handed is not None:
            return handed[0]
        name = str(self._decisions.value(given["optim"]))
        kind = next((known for known in _OPTIMIZERS if known in name), "")
        if not kind:
            message = say(
                "optim={name!r} is none of torch's; its rates are drawn, with AdamW in its place", name=name[:60]
            )
            self._decisions.note(message, given["optim"].lineno)
        decays = bool(self._decisions.value(given["weight_decay"]))
        parameters = self._new(_PARAMETERS if decays else "model.parameters()")
        return expression(_OPTIMIZERS[kind or "adamw"], self._call, {**given, "parameters": parameters})

    def _clipped(self, new: list[ast.stmt]) -> list[ast.stmt]:
        """Give the statements with the norm that gradients are cut to: 1 if it isn't given, none at 0."""
        norm = 1.0 if "max_grad_norm" not in self._given else self._value("max_grad_norm")
        kept: list[ast.stmt] = []
        for statement in new:
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
                if not norm:
                    continue
                statement.value.args[1] = self._new(repr(norm))
            kept.append(statement)
        return kept


def _schedule(kind: str) -> str:
    if kind == "reduce_lr_on_plateau":
        return "torch.optim.lr_scheduler.ReduceLROnPlateau(training_optimizer)"
    return _SCHEDULE


def _write_out(schedule: ast.expr, given: ast.expr) -> None:
    """Give a call the arguments of a dict that is written out."""
    if isinstance(schedule, ast.Call) and isinstance(given, ast.Dict):
        keys = [str(key.value) for key in given.keys if isinstance(key, ast.Constant)]
        schedule.keywords += [ast.keyword(*pair) for pair in zip(keys, given.values, strict=True)]
        ast.fix_missing_locations(schedule)
