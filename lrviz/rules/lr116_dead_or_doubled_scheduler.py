"""LR116: schedulers that work on one optimizer together, on none, or on one that is gone."""

from __future__ import annotations

from collections.abc import Iterator

from lrviz.errors import Severity
from lrviz.experiment import Experiment
from lrviz.rules.rule import Case, Found, text_rule
from lrviz.sentences import say
from lrviz.source.reading import Reading
from lrviz.source.usage.usage import Maker, Step, Usage

FACTORS = frozenset(
    {"LambdaLR", "MultiplicativeLR", "StepLR", "MultiStepLR", "ConstantLR", "LinearLR", "ExponentialLR", "PolynomialLR"}
)
"""Schedulers whose steps multiply the rate they find, so that several of them make the product."""


@text_rule("LR116", "warning")
def scheduler_never_stepped(reading: Reading) -> Iterator[Found]:
    """A scheduler that nothing steps keeps the rate it was made with: as if there were none, or for ever at a warm-up.

    Bad:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30)
        for epoch in range(90):
            for inputs, targets in loader:
                criterion(model(inputs), targets).backward()
                optimizer.step()
    Good:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30)
        for epoch in range(90):
            for inputs, targets in loader:
                criterion(model(inputs), targets).backward()
                optimizer.step()
            scheduler.step()
    Seen in: —
    """
    usage = reading.usage
    trains = any(one.what in ("optimizer", "scaler") and one.loops for one in usage.steps)
    stepped = {_last(one.owner) for one in usage.steps}
    for made in usage.schedulers:
        if trains and made.names and not made.handed and not {_last(name) for name in made.names} & stepped:
            name = min(made.names)
            yield Found(say("{name} is never stepped: {kept}", name=name, kept=_kept(reading, made)), line=made.line)


@text_rule("LR116", "warning")
def two_schedulers_step_one_optimizer(reading: Reading) -> Iterator[Found]:
    """Two schedulers stepped on one optimizer both change its rate: each works on what the other one left.

    Those that multiply the rate give the product of their curves, which one ChainedScheduler says better; one after
    the other is what SequentialLR does. Any other pair, such as a warm-up and a cosine, spoils each other's recursion:
    the rate ends elsewhere than either means it.

    Bad:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        warmup = torch.optim.lr_scheduler.LinearLR(optimizer, start_factor=0.1, total_iters=5)
        cosine = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=90)
        for epoch in range(90):
            train(model, optimizer)
            warmup.step()
            cosine.step()
    Good:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        warmup = torch.optim.lr_scheduler.LinearLR(optimizer, start_factor=0.1, total_iters=5)
        cosine = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=85)
        for epoch in range(90):
            train(model, optimizer)
            if epoch < 5:
                warmup.step()
            else:
                cosine.step()
    Seen in: —
    """
    usage = reading.usage
    stepping = [(one, made) for one in usage.steps if (made := _maker(one, usage)) is not None]
    for i, (step, made) in enumerate(stepping):
        for other, theirs in stepping[:i]:
            if made is theirs or not made.optimizer or made.optimizer != theirs.optimizer or made.excludes(theirs):
                continue
            if step.loops != other.loops or step.under != other.under or step.function != other.function:
                continue
            message = say(
                "{owner} ({cls}) and {other} ({others}) both step {optimizer}, so that each changes what "
                "the other one left: make them one ChainedScheduler or SequentialLR",
                owner=other.owner,
                cls=theirs.cls,
                other=step.owner,
                others=made.cls,
                optimizer=made.optimizer,
            )
            severity: Severity = "info" if {made.cls, theirs.cls} <= FACTORS else "warning"
            yield Found(message, line=step.line, severity=severity)
            break


@text_rule("LR116", "warning")
def optimizer_rebuilt_after_its_scheduler(reading: Reading) -> Iterator[Found]:
    """A scheduler holds the optimizer it was made for; one made anew under the same name is at a constant rate.

    Bad:
        optimizer = torch.optim.SGD(head.parameters(), lr=0.1)
        scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30)
        optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
        for epoch in range(90):
            train(model, optimizer)
            scheduler.step()
    Good:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
        scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30)
        for epoch in range(90):
            train(model, optimizer)
            scheduler.step()
    Seen in: —
    """
    usage = reading.usage
    for made in usage.schedulers:
        if not made.names or not made.optimizer:
            continue
        before = [one for one in usage.optimizers if made.optimizer in one.names and one.line <= made.line]
        later = [one for one in usage.optimizers if made.optimizer in one.names and _follows(one, made)]
        remade = [one for one in usage.schedulers if one.names & made.names and one.line > made.line]
        stepped = any(one.owner in made.names and one.line > later[0].line for one in usage.steps) if later else False
        if before and later and stepped and not remade:
            message = say(
                "{optimizer} is made anew in line {line}, and {names} of line {made} goes on stepping "
                "the old one: the new one’s rate stays as it is",
                optimizer=made.optimizer,
                line=later[0].line,
                names=min(made.names),
                made=made.line,
            )
            yield Found(message, line=later[0].line)


def _maker(step: Step, usage: Usage) -> Maker | None:
    """Give what makes the scheduler that is stepped, where only one can."""
    makers = [made for made in usage.schedulers if step.owner in made.names]
    return makers[0] if step.what == "scheduler" and len(makers) == 1 else None


def _follows(one: Maker, made: Maker) -> bool:
    """Whether an optimizer is made behind a scheduler, in the same function and no other branch."""
    return one.line > made.line and one.function == made.function and not one.excludes(made)


def _last(name: str) -> str:
    return name.rpartition(".")[2]


def _kept(reading: Reading, made: Maker) -> str:
    """Say what rate stays, in numbers where it is known."""
    run = reading.run
    if run is None or run.schedule is None or type(run.schedule).__name__ != made.cls or run.listens:
        return say("{cls} changes nothing", cls=made.cls)
    rate = Case(Experiment.of(run), run, None, None).rates(0)[0]
    return say("the learning rate stays at {rate:.3g}", rate=rate)
