"""timm's plateau as text: its own call is read, and what lrviz writes takes a class along."""

from __future__ import annotations

import pytest

from lrviz import CosineLRScheduler, PlateauLRScheduler, Resumed, Run, SourceError, SpecError, StepLR, code, parse

WARM = PlateauLRScheduler(0.5, warmup_t=5, mode="min")
EVERY = PlateauLRScheduler(0.5, 3, 1e-3, 2, 5, 1e-5, 1e-6, "min")


@pytest.mark.parametrize(
    "text",
    [
        "timm.scheduler.PlateauLRScheduler(o, 0.5, 3, 1e-3, 2, 5, 1e-5, 1e-6, 'min')",
        "import timm.scheduler.plateau_lr as p\ns = p.PlateauLRScheduler(o, 0.5, 3, 1e-3, 2, 5, 1e-5, 1e-6, 'min')",
        (
            "from timm.scheduler import PlateauLRScheduler\n"
            "s = PlateauLRScheduler(\n"
            "    optimizer=o, decay_rate=0.5, patience_t=3, threshold=1e-3, cooldown_t=2, warmup_t=5,\n"
            "    warmup_lr_init=1e-5, lr_min=1e-6, mode='min', noise_range_t=None, noise_type='uniform',\n"
            "    noise_pct=0.5, noise_std=2.0, noise_seed=3, initialize=True)\n"
            "for epoch in range(90):\n    s.step(epoch + 1, accuracy)"
        ),
        "PlateauLRScheduler(o, 0.5, 3, 1e-3, 2, 5, 1e-5, 1e-6, mode='min')",
    ],
)
def test_timms_own_call_is_read_by_name_and_by_place_and_counts_epochs(text: str) -> None:
    run = parse(text)
    assert (run.schedule, run.stepped) == (EVERY, "epoch")
    assert parse("timm.scheduler.PlateauLRScheduler(o)").schedule == PlateauLRScheduler()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("noise_range_t=[3, 9]", "noise_range_t other than None is not read"),
        ("initialize=False", "initialize other than True is not read"),
        ("t_in_epochs=False", "PlateauLRScheduler has no argument t_in_epochs"),
        ("last_epoch=3", "PlateauLRScheduler has no argument last_epoch"),
        ("patience=3", "has no argument patience; the nearest is patience_t"),
        ("decay_rate=1.0", "decay_rate must be a number of at least 0 and less than 1"),
        ("0.1, 10, 1e-4, 0, 0, 0.0, 0.0, 'max', None", "takes 9 arguments by place, not 10"),
    ],
)
def test_what_would_change_the_curve_or_is_none_of_its_own_is_refused_by_name(given: str, words: str) -> None:
    with pytest.raises((SourceError, SpecError), match=words):
        parse(f"timm.scheduler.PlateauLRScheduler(o, {given})")


def test_other_schedulers_of_timms_take_their_arguments_as_before() -> None:
    run = parse("timm.scheduler.CosineLRScheduler(o, 100, t_in_epochs=False)")
    assert (run.schedule, run.stepped) == (CosineLRScheduler(100), "batch")
    with pytest.raises(SourceError, match="has no argument noise_type"):
        parse("timm.scheduler.CosineLRScheduler(o, 100, noise_type='normal')")


def test_code_takes_its_class_along_and_reads_back_as_it_was() -> None:
    run = Run("PlateauLRScheduler", WARM)
    text = code(run)
    assert text.count("class PlateauLRScheduler:") == 1
    assert "->" not in text
    assert "lrviz" not in text
    assert max(map(len, text.splitlines())) <= 66
    assert parse(text) == run
    assert parse(text.replace('"""Warms up, then', '"""Something else, then')) == run


def test_what_stands_in_its_class_says_nothing_of_the_text_around_it() -> None:
    lines = "lr = 0.3\nepochs = 90\nopt = torch.optim.SGD(model.parameters(), lr=lr)\nmetric, groups = 3, 5\n"
    rest = "scheduler = PlateauLRScheduler(opt, warmup_t=groups)\nscheduler.step(validate())\n"
    definition = code(Run("run", WARM)).partition("\n\n\n")[2].partition("scheduler =")[0]
    run = parse(f"import torch\n{lines}\n\n{definition}\n\n{rest}")
    assert run.schedule == PlateauLRScheduler(warmup_t=5)
    assert (run.optimizer.rate, run.stepped) == (0.3, "batch")


def test_a_class_that_is_another_one_is_refused() -> None:
    text = code(Run("run", WARM))
    for old, new in (("self.steps += 1", "self.steps += 2"), ("mode=mode", "mode='min'")):
        assert text.count(old) == 1
        with pytest.raises(SourceError, match="the class PlateauLRScheduler is another one than lrviz writes"):
            parse(text.replace(old, new))


def test_it_is_no_part_of_another_one() -> None:
    with pytest.raises(SpecError, match="schedulers must be a list without PlateauLRScheduler, which has to be told"):
        parse("SequentialLR(o, [LinearLR(o), PlateauLRScheduler(o)], [4])")
    with pytest.raises(SpecError, match="schedule must be no PlateauLRScheduler, which has to be told a metric"):
        Resumed(WARM, 5, StepLR(3))
