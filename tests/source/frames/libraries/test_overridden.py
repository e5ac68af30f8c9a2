"""A Trainer of the text's own: what its hooks make is what is read, and the rest is transformers'."""

from __future__ import annotations

from lrviz.source.read import study

_TEXT = """
import torch
from transformers import Trainer, TrainingArguments

class Own(Trainer):
    def {hook}:
        {body}

arguments = TrainingArguments("out", learning_rate=0.02, max_steps=300, warmup_steps=30, lr_scheduler_type="cosine")
Own(model=model, args=arguments).train()
"""


def _read(hook: str, body: str) -> str:
    reading = study(_TEXT.format(hook=hook, body=body))
    if reading.run is None:
        return reading.findings[0].message
    return f"{type(reading.run.optimizer).__name__} {type(reading.run.schedule).__name__} {reading.run.optimizer.rate}"


def test_an_optimizer_of_its_own_has_the_schedule_of_the_arguments() -> None:
    body = "if self.optimizer is None:\n            self.optimizer = torch.optim.SGD(self.model.parameters(), lr=0.5)"
    assert (
        _read("create_optimizer(self)", f"{body}\n        return self.optimizer") == "SGD CosineScheduleWithWarmup 0.5"
    )


def test_a_scheduler_of_its_own_has_the_optimizer_of_the_arguments() -> None:
    given = "self.optimizer if optimizer is None else optimizer"
    body = f"self.lr_scheduler = torch.optim.lr_scheduler.LinearLR({given}, total_iters=num_training_steps)"
    assert _read("create_scheduler(self, num_training_steps, optimizer=None)", body) == "AdamW LinearLR 0.02"


def test_what_goes_on_with_transformers_is_refused() -> None:
    assert "only read where it is written out" in _read("create_optimizer(self)", "return super().create_optimizer()")
