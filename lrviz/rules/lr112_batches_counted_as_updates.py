"""LR112: a horizon that counts batches where several of them, or those of several workers, make one update."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from lrviz.catalog.carried import horizon
from lrviz.rules.numbers import told_apart
from lrviz.rules.rule import Case, Found, rule
from lrviz.sentences import say

CLOSE = 0.05
"""The share by which two counts may differ: the last update of an epoch may be made of fewer batches."""


@rule("LR112", "warning", covers=("LR102", "LR103", "LR107", "LR113", "LR114", "LR120"))
def batches_counted_as_updates(case: Case) -> Iterator[Found]:
    """With gradient accumulation, or on several workers, there are fewer scheduler steps than batches.

    A horizon of epochs times batches is then never reached: with 4 batches an update the run ends after a quarter of
    the curve. Stepped at every batch, a horizon that counts updates is over after a quarter of the run.

    Bad:
        optimizer = torch.optim.AdamW(model.parameters(), lr=3e-4)
        scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=3 * 1000)
        for epoch in range(3):
            for i in range(1000):
                loss = model(batch(i)) / 4
                loss.backward()
                if (i + 1) % 4 == 0:
                    optimizer.step()
                    scheduler.step()
                    optimizer.zero_grad()
    Good:
        optimizer = torch.optim.AdamW(model.parameters(), lr=3e-4)
        scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=3 * 1000 // 4)
        for epoch in range(3):
            for i in range(1000):
                loss = model(batch(i)) / 4
                loss.backward()
                if (i + 1) % 4 == 0:
                    optimizer.step()
                    scheduler.step()
                    optimizer.zero_grad()
    Seen in: accelerate 963, 1382, 2926, diffusers 2632
    """
    schedule, steps = case.run.schedule, case.steps
    if schedule is None or not steps or case.run.listens or (end := horizon(schedule)) is None:
        return
    for count, why in _factors(case):
        if abs(end - steps * count) <= CLOSE * end:
            last, meant = told_apart(*case.rates([steps - 1, end - 1]))
            message = say(
                "its horizon of {end} step{end:|s} counts batches, and {why}: it is stepped {steps} times, and "
                "ends at {last} instead of {meant}",
                end=end,
                why=why,
                steps=steps,
                last=last,
                meant=meant,
            )
            yield Found(message, replace(case.run, schedule=schedule.scaled(steps / end)), "schedule")
            return
    updates = case.reading.usage.updates if case.reading is not None else None
    if updates and steps > updates and abs(end - updates) <= CLOSE * end and abs(steps / updates - _batches(case)) < 1:
        message = say(
            "its horizon of {end} step{end:|s} counts updates, and it is stepped at every batch, {steps} "
            "times: it is over after {share:.0%} of the run",
            end=end,
            steps=steps,
            share=end / steps,
        )
        yield Found(message, replace(case.run, schedule=schedule.scaled(steps / end)), "schedule")


def _factors(case: Case) -> Iterator[tuple[int, str]]:
    """Give how many batches a scheduler step may stand for, and why."""
    training = case.experiment.training
    batches, workers = _batches(case), training.world_size
    if batches > 1:
        yield batches, say("{batches} of them make an update", batches=batches)
    if workers > 1:
        yield workers, say("{workers} workers take one each", workers=workers)
        yield (
            batches * workers,
            say("{batches} of each of {workers} workers make an update", batches=batches, workers=workers),
        )


def _batches(case: Case) -> int:
    return case.experiment.training.accumulation if case.reading is None else case.reading.usage.accumulation
