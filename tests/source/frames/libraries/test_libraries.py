"""Libraries around torch: Lightning's hook, Hugging Face's arguments, timm's factories, what accelerate prepares."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from lrviz import (
    SGD,
    Adam,
    AdamW,
    CosineAnnealingLR,
    CosineLRScheduler,
    Experiment,
    LinearScheduleWithWarmup,
    LrvizError,
    MultiStepLRScheduler,
    OneCycleLR,
    RMSprop,
    Run,
    SourceError,
    StepLR,
    StepLRScheduler,
    parse,
)
from lrviz.source.read import study

MODULE = """
import lightning as L
import torch
from torch.optim.lr_scheduler import *
class Net(L.LightningModule):
    def __init__(self, lr=1e-3, steps: int = 500):
        super().__init__()
        self.save_hyperparameters()
    def configure_optimizers(self):
        opt = torch.optim.SGD(self.parameters(), lr=self.hparams.lr)
        sch = StepLR(opt, step_size=self.hparams["steps"])
        RETURN
L.Trainer(max_epochs=10).fit(Net(lr=0.2))
"""


@pytest.mark.parametrize(
    ("returned", "stepped"),
    [
        ("return [opt], [sch]", "epoch"),
        ("return [opt], sch", "epoch"),
        ("return {'optimizer': opt, 'lr_scheduler': sch}", "epoch"),
        ("return {'optimizer': opt, 'lr_scheduler': {'scheduler': sch, 'interval': 'step'}}", "batch"),
        ("return {'optimizer': opt, 'lr_scheduler': {'scheduler': sch, 'interval': 'epoch'}}", "epoch"),
        ("config = {'scheduler': sch, 'interval': 'step', 'frequency': 1}\n        return [opt], [config]", "batch"),
        ("return dict(optimizer=opt, lr_scheduler=dict(scheduler=sch, interval='step'))", "batch"),
        ("return ({'optimizer': opt, 'lr_scheduler': {'scheduler': sch, 'interval': 'step'}},)", "batch"),
    ],
)
def test_what_lightning_is_given_back_is_stepped_by_its_trainer(returned: str, stepped: str) -> None:
    run = parse(MODULE.replace("RETURN", returned))
    assert (run.optimizer, run.schedule, run.stepped) == (SGD(0.2), StepLR(500), stepped)


def test_what_a_hook_makes_as_it_returns_it_is_read() -> None:
    text = MODULE.replace("RETURN", "return {'optimizer': opt, 'lr_scheduler': CosineAnnealingLR(opt, 7)}")
    assert parse(text).schedule == CosineAnnealingLR(7)
    text = MODULE.replace("RETURN", "return [opt], [CosineAnnealingLR(opt, T_max=self.trainer.max_epochs)]")
    assert parse(text).schedule == CosineAnnealingLR(10)
    text = (
        "class N(L.LightningModule):\n    def configure_optimizers(self):\n        return Adam(self.parameters(), lr=1)"
    )
    assert parse(text) == Run("constant", None, Adam(1.0))


def test_what_only_lightning_s_trainer_knows_is_asked() -> None:
    asked = "self.trainer.estimated_stepping_batches"
    text = MODULE.replace("RETURN", f"return [opt], [OneCycleLR(opt, 1.0, total_steps={asked})]")
    with pytest.raises(SourceError, match=asked):
        parse(text)
    assert parse(text, names={asked: 70}).schedule == OneCycleLR(1.0, total_steps=70)


def test_a_frequency_is_said_in_words() -> None:
    text = MODULE.replace("RETURN", "return [opt], [{'scheduler': sch, 'interval': 'step', 'frequency': 5}]")
    reading = study(text)
    assert reading.run is not None
    (finding,) = reading.findings
    assert (finding.severity, finding.line) == ("warning", 12)
    assert "once in 5" in finding.message


def test_a_lightning_gan_is_a_choice_and_steps_by_hand_where_it_says_so() -> None:
    text = """
class GAN(pl.LightningModule):
    def __init__(self):
        self.automatic_optimization = False
    def training_step(self, batch, i):
        g_opt, d_opt = self.optimizers()
        g_opt.step()
        d_opt.step()
    def configure_optimizers(self):
        g = torch.optim.Adam(self.G.parameters(), lr=1e-4)
        d = torch.optim.Adam(self.D.parameters(), lr=4e-4)
        return g, d
"""
    reading = study(text)
    assert [choice.line for choice in reading.optimizers] == [10, 11]
    automatic = study(text.replace("False", "True"))
    assert automatic.chosen == 10
    chosen = study(text, optimizer=11)
    assert chosen.run is not None
    assert chosen.run.optimizer == Adam(4e-4)


def rates(run: Run, steps: list[int]) -> Any:
    plain = Run(run.name, run.schedule, run.optimizer)
    return Experiment.of(plain, steps=max(steps) + 1).curve(plain, np.array(steps)).lr


def given(arguments: str) -> str:
    return f"from transformers import TrainingArguments, Trainer\nargs = TrainingArguments('out', {arguments})\n"


@pytest.mark.parametrize(
    ("arguments", "steps", "expected"),  # transformers 5.24
    [
        ("max_steps=345, learning_rate=2e-5, warmup_steps=100", [50, 222], [1e-05, 1.0040816326530614e-05]),
        (
            "max_steps=2000, learning_rate=2e-5, warmup_ratio=0.1, lr_scheduler_type='cosine'",
            [1, 1999],
            [1.0000000000000001e-07, 1.5230867123072757e-11],
        ),
        ("max_steps=300, learning_rate=2e-4, warmup_steps=10, warmup_ratio=0.5", [5, 155], [1e-4, 1e-4]),
        ("max_steps=101, warmup_ratio=0.1", [1, 11], [5e-5 / 11, 5e-5]),
        ("max_steps=100, warmup_steps=0.2", [10, 20], [2.5e-5, 5e-5]),
        ("num_train_epochs=3, lr_scheduler_type='constant'", [0, 9], [5e-5, 5e-5]),
        ("max_steps=10, lr_scheduler_type=SchedulerType.CONSTANT_WITH_WARMUP, warmup_steps=4", [1, 9], [1.25e-5, 5e-5]),
    ],
)
def test_the_trainer_s_rates_are_hugging_face_s(arguments: str, steps: list[int], expected: list[float]) -> None:
    run = parse(given(arguments))
    assert (type(run.optimizer), run.stepped, run.clip) == (AdamW, "batch", 1.0)
    assert rates(run, steps) == pytest.approx(expected, rel=1e-12)


def test_the_trainer_s_optimizer_is_what_it_is_given() -> None:
    run = parse(given("max_steps=9, learning_rate=1e-3, adam_beta1=0.8, weight_decay=0.1, max_grad_norm=0.3"))
    assert run.optimizer == AdamW(1e-3, betas=(0.8, 0.999), weight_decay=0.1)
    assert run.clip == 0.3
    assert {group.weight_decay for group in run.groups} == {0.0}
    assert {group.lr for group in run.groups} == {None}
    assert parse(given("max_steps=9, optim='sgd', max_grad_norm=0")) == Run(
        "LinearScheduleWithWarmup", LinearScheduleWithWarmup(0, 9), SGD(5e-5)
    )
    assert parse(given("max_steps=9, optim='rmsprop'")).optimizer == RMSprop(5e-5)


def test_an_optimizer_that_torch_lacks_is_said_and_its_rates_drawn() -> None:
    reading = study(given("max_steps=9, optim='adafactor'"))
    assert reading.run is not None
    assert reading.run.optimizer.rate == 5e-5
    (finding,) = reading.findings
    assert (finding.severity, "adafactor" in finding.message) == ("warning", True)


@pytest.mark.parametrize("name", ["TrainingArguments", "Seq2SeqTrainingArguments", "SFTConfig", "GRPOConfig"])
def test_the_updates_of_epochs_are_asked(name: str) -> None:
    text = f"args = {name}(output_dir='x', num_train_epochs=3, learning_rate=1e-4)\n"
    with pytest.raises(SourceError, match="num_training_steps is what the Trainer works out"):
        parse(text)
    assert parse(text, names={"num_training_steps": 60}).schedule == LinearScheduleWithWarmup(0, 60)


def test_a_rate_whose_default_differs_among_libraries_is_asked() -> None:
    with pytest.raises(SourceError, match="learning_rate has another default"):
        parse("args = DPOConfig(output_dir='x', max_steps=100)")


def test_configurations_of_other_things_are_none_of_training() -> None:
    with pytest.raises(SourceError, match="no scheduler"):
        parse("config = LoraConfig(r=16, lora_alpha=32)")
    text = "class Config:\n    def __init__(self, **k):\n        pass\nc = Config(max_steps=3)\no = SGD(p, lr=1)\n"
    assert parse(text).schedule is None


def test_what_the_trainer_is_handed_is_taken() -> None:
    text = "o = torch.optim.SGD(model.parameters(), lr=0.1)\ns = torch.optim.lr_scheduler.StepLR(o, 5)\n" + given(
        "num_train_epochs=1"
    )
    assert parse(text + "Trainer(model, args, optimizers=(o, s)).train()").schedule == StepLR(5)
    run = parse(text + "Trainer(model, args, optimizers=(o, None)).train()", names={"num_training_steps": 60})
    assert (run.optimizer, run.schedule) == (SGD(0.1), LinearScheduleWithWarmup(0, 60))


TIMM = "from timm.scheduler import create_scheduler_v2\nfrom timm.optim import create_optimizer_v2\n"


@pytest.mark.parametrize(
    ("arguments", "schedule", "stepped", "lasts"),  # timm 1.0.31
    [
        (
            "num_epochs=100, warmup_epochs=5, warmup_lr=1e-6, min_lr=1e-5",
            CosineLRScheduler(100, lr_min=1e-5, cycle_decay=0.1, warmup_t=5, warmup_lr_init=1e-6),
            "epoch",
            100,
        ),
        (
            "sched='cosine', num_epochs=10, warmup_epochs=2, warmup_prefix=True, cooldown_epochs=3",
            CosineLRScheduler(10, cycle_decay=0.1, warmup_t=2, warmup_lr_init=1e-5, warmup_prefix=True),
            "epoch",
            15,
        ),
        (
            "sched='step', num_epochs=9, decay_epochs=3, step_on_epochs=False, updates_per_epoch=50",
            StepLRScheduler(150, 0.1, warmup_lr_init=1e-5, warmup_prefix=False),
            "batch",
            9,
        ),
        (
            "'multistep', 9, decay_milestones=[3, 6], decay_rate=0.5, step_on_epochs=False, updates_per_epoch=2",
            MultiStepLRScheduler((6, 12), 0.5, warmup_lr_init=1e-5, warmup_prefix=False),
            "batch",
            9,
        ),
    ],
)
def test_timm_s_factory_makes_what_the_name_stands_for(arguments: str, schedule: Any, stepped: str, lasts: int) -> None:
    text = f"{TIMM}o = create_optimizer_v2(model, 'momentum', lr=0.3)\ns, n = create_scheduler_v2(o, {arguments})\n"
    run = parse(text)
    assert (run.optimizer, run.schedule, run.stepped) == (SGD(0.3, momentum=0.9), schedule, stepped)
    assert parse(text + "last = torch.optim.lr_scheduler.StepLR(o, n)").schedule == StepLR(lasts)


@pytest.mark.parametrize(
    ("arguments", "optimizer"),
    [
        ("opt='sgd', lr=0.1, weight_decay=1e-4", SGD(0.1, momentum=0.9, weight_decay=1e-4, nesterov=True)),
        ("opt='AdamW', lr=1e-3, betas=(0.9, 0.95), weight_decay=0.05", AdamW(1e-3, (0.9, 0.95), weight_decay=0.05)),
        ("opt='adamw', lr=1e-3", AdamW(1e-3, weight_decay=0.0)),
        ("opt='adam', lr=1e-3, momentum=0.9", Adam(1e-3)),
        ("opt='rmsprop', lr=1e-3", RMSprop(1e-3, alpha=0.9, momentum=0.9)),
    ],
)
def test_timm_s_optimizers_are_torch_s(arguments: str, optimizer: Any) -> None:
    assert parse(f"{TIMM}o = create_optimizer_v2(model, {arguments})").optimizer == optimizer


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("sched='cosin'", "the nearest is cosine"),
        ("sched=args.sched", r"args\.sched .*'cosine', 'tanh'"),
        ("num_epoch=3", "no argument num_epoch; the nearest is num_epochs"),
        ("noise=0.3", "at random"),
        ("step_on_epochs=False", "needs updates_per_epoch"),
        ("**scheduler_kwargs(args)", r"\*\*scheduler_kwargs\(args\) is not in the text"),
    ],
)
def test_what_timm_s_factory_is_not_read_with_is_named(arguments: str, words: str) -> None:
    with pytest.raises(LrvizError, match=words):
        parse(f"{TIMM}s, n = create_scheduler_v2(o, {arguments})")


@pytest.mark.parametrize(
    "line",
    [
        "model, opt, loader, sched = accelerator.prepare(model, opt, loader, sched)",
        "opt, sched = accelerator.prepare(opt, sched)",
        "opt = accelerator.prepare(opt)",
        "model, opt = fabric.setup(model, opt)",
        "model, opt = amp.initialize(model, opt, opt_level='O1')",
        "opt = hvd.DistributedOptimizer(opt, named_parameters=model.named_parameters())",
        "engine, opt, _, sched = deepspeed.initialize(model=model, optimizer=opt, lr_scheduler=sched, config=c)",
        "prepared, stepping = accelerator.prepare(opt, sched)\nstepping.step()",
    ],
)
def test_what_is_prepared_stays_what_it_was(line: str) -> None:
    text = "opt = SGD(p, lr=0.1)\nsched = StepLR(opt, 3)\n" + line + "\nopt.step()\nsched.step()"
    run = parse(text)
    assert (run.optimizer, run.schedule) == (SGD(0.1), StepLR(3))


def test_a_trainer_s_updates_are_the_plan_and_what_lightning_estimates() -> None:
    text = """
class Net(L.LightningModule):
    def configure_optimizers(self):
        optimizer = torch.optim.AdamW(self.parameters(), lr=1e-3)
        total = self.trainer.estimated_stepping_batches
        scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=1e-2, total_steps=total)
        return {"optimizer": optimizer, "lr_scheduler": {"scheduler": scheduler, "interval": "step"}}
"""
    reading = study(text + "trainer = L.Trainer(max_steps=20_000)\n")
    assert reading.run is not None
    assert reading.run.schedule == OneCycleLR(1e-2, total_steps=20_000)
    assert (reading.usage.scheduler_steps, reading.usage.updates) == (20_000, 20_000)
    assert study(text + "trainer = L.Trainer(max_steps=20_000, max_epochs=3)\n").run is None
    asked = [one.expression for one in study(text + "trainer = L.Trainer(max_steps=args.most)\n").questions]
    assert asked == ["self.trainer.estimated_stepping_batches"]
