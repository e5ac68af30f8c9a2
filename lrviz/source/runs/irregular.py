"""Irregular: steps of a scheduler that are no one step a round, and that no curve is drawn of."""

from __future__ import annotations

import ast
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules.cosine_annealing_warm_restarts import CosineAnnealingWarmRestarts
from lrviz.errors import Finding
from lrviz.sentences import say
from lrviz.source.calls.calls import Call
from lrviz.source.usage.usage import Step, Usage
from lrviz.source.values.named import names_in

DRAWN = say("the curve is drawn as if it were stepped once each time")


def irregular(
    usage: Usage, scheduler: Call, nodes: Sequence[ast.AST], schedule: Schedule | None, rate: float | None
) -> Iterator[Finding]:
    """Say what of a scheduler's steps is not in its curve: steps that are told where they are, left out or doubled.

    `schedule` is what it comes to, and `rate` its optimizer's, as far as they are known.
    """
    steps = usage.steps_of(scheduler.assigned)
    updates = [step for step in usage.steps if step.what in {"optimizer", "scaler"}]
    if not any(step.loops for step in updates):
        return
    targets = {node.lineno: names_in(node.target) for node in nodes if isinstance(node, ast.For)}
    for step in steps:
        told = _told(step, scheduler)
        why = (
            (told and told + _in_between(step, schedule, rate))
            or _left_out(step, updates, targets)
            or _before(step, steps, updates)
        )
        if why:
            yield Finding(
                "LR202",
                "warning",
                say(
                    "{owner}.step({given}) in line {line} {why}",
                    owner=step.owner,
                    given=step.given,
                    line=step.line,
                    why=why,
                ),
                step.line,
            )
    again = Counter((step.loops, step.under, step.owner) for step in steps if step.loops)
    for (_, _, owner), times in again.items():
        if times > 1:
            last = max(step.line for step in steps if step.owner == owner)
            message = say(
                "{owner} is stepped {times} times a round, up to line {last}; {drawn}",
                owner=owner,
                times=times,
                last=last,
                drawn=DRAWN,
            )
            yield Finding("LR202", "warning", message, last)


def is_once_an_epoch(step: Step) -> bool:
    """Whether a step is done in one round of an epoch only: `if i == len(loader) - 1`, `if step % epoch_len == 0`."""
    return any(_ONCE.search(text) for text in step.under)


_ONCE = re.compile(
    r"^\w+ == len\([\w.]+\) - 1$|^\w+ \+ 1 == len\([\w.]+\)$|^len\([\w.]+\) - 1 == \w+$"
    r"|^(\w+|\(\w+ \+ 1\)) % (len\([\w.]+\)|\w*epoch\w*) == 0$",
    re.IGNORECASE,
)


def _told(step: Step, scheduler: Call) -> str:
    """Say that a step is told where it is, by a number that only torch's older schedulers took."""
    listens = getattr(scheduler.cls, "listens", False)
    if not step.given or listens or not scheduler.cls.target.startswith("torch."):
        return ""
    each = "epoch" if any(loop.kind == "epochs" for loop in step.loops) else "time"
    return say("tells the scheduler where it is; the curve is drawn as if it were stepped once each {each}", each=each)


def _in_between(step: Step, schedule: Schedule | None, rate: float | None) -> str:
    """Say by how much the curve differs where a step is told a part of an epoch, as `epoch + i / iters`.

    From one epoch to the next the phase of the cosine goes on by π / T_0, its height by at most sin(π / 2 T_0).
    """
    if not isinstance(schedule, CosineAnnealingWarmRestarts) or rate is None or "/" not in step.given:
        return ""
    most = abs(rate - schedule.eta_min) * math.sin(math.pi / (2 * schedule.T_0))
    return say(
        ". Within an epoch the rate really goes on, by up to {most:.3g}, and each restart comes an update later",
        most=most,
    )


def _left_out(step: Step, updates: Sequence[Step], targets: dict[int, set[str]]) -> str:
    """Say under which condition on a loop's counter a step is done, that no update is under, too."""
    counters = {name for loop in step.loops for name in targets.get(loop.line, ())}
    shared = {text for update in updates for text in update.under}
    for text in step.under:
        if text not in shared and counters & set(re.findall(r"\w+", text)) and not is_once_an_epoch(step):
            return say("is only done if {text}; {drawn}", text=text[:80], drawn=DRAWN)
    return ""


def _before(step: Step, steps: Sequence[Step], updates: Sequence[Step]) -> str:
    """Say that a step comes before the loops that train, beside those in them."""
    inside = any(loop in update.loops for update in updates for loop in step.loops)
    first = min((loop.line for update in updates for loop in update.loops), default=0)
    if inside or step.function or step.line >= first or len(steps) < 2 or step.under:
        return ""
    return say("comes before training, which the curve leaves out")
