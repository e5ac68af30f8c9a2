"""Writes down what transformers and timm give, for tests that need neither: run by hand where both are installed.

    python benchmarks/golden_recipes.py tests/catalog/schedules/golden_recipes.json

Each case is a class of the catalog, its fields, the optimizer's rate, the rates at `STEPS`, and what was raised at the
first step that has none. timm's are those after `step(t)`.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
import warnings
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch

STEPS = [*range(41), 57, 60, 61, 80, 99, 100, 101, 121, 200, 242, 243, 1000]
RATES = (0.1, 3e-4)
Given = dict[str, Any]

TRANSFORMERS: dict[str, list[Given]] = {
    "ConstantSchedule": [{}],
    "ConstantScheduleWithWarmup": [{"num_warmup_steps": 7}, {"num_warmup_steps": 0}],
    "LinearScheduleWithWarmup": [
        {"num_warmup_steps": 7, "num_training_steps": 30},
        {"num_warmup_steps": 30, "num_training_steps": 20},
        {"num_warmup_steps": 0, "num_training_steps": 0},
    ],
    "CosineScheduleWithWarmup": [
        {"num_warmup_steps": 7, "num_training_steps": 30},
        {"num_warmup_steps": 0, "num_training_steps": 100, "num_cycles": 3.3},
        {"num_warmup_steps": 12, "num_training_steps": 5},
    ],
    "CosineWithHardRestartsScheduleWithWarmup": [
        {"num_warmup_steps": 7, "num_training_steps": 30, "num_cycles": 3},
        {"num_warmup_steps": 0, "num_training_steps": 100},
        {"num_warmup_steps": 1, "num_training_steps": 50, "num_cycles": 7},
    ],
    "PolynomialDecayScheduleWithWarmup": [
        {"num_warmup_steps": 7, "num_training_steps": 30},
        {"num_warmup_steps": 7, "num_training_steps": 30, "lr_end": 1e-5, "power": 2.0},
        {"num_warmup_steps": 0, "num_training_steps": 30, "lr_end": 1e-5, "power": 0.0},
        {"num_warmup_steps": 30, "num_training_steps": 20},
        {"num_warmup_steps": 20, "num_training_steps": 20},
    ],
    "InverseSqrtSchedule": [
        {"num_warmup_steps": 7},
        {"num_warmup_steps": 0},
        {"num_warmup_steps": 10, "timescale": 3},
    ],
    "CosineWithMinLrScheduleWithWarmup": [
        {"num_warmup_steps": 7, "num_training_steps": 30, "min_lr": 1e-5},
        {"num_warmup_steps": 0, "num_training_steps": 40, "num_cycles": 1.5, "min_lr_rate": 0.2},
    ],
    "CosineWithMinLrScheduleWithWarmupLrRate": [
        {"num_warmup_steps": 7, "num_training_steps": 30, "min_lr": 1e-5},
        {"num_warmup_steps": 7, "num_training_steps": 30, "min_lr_rate": 0.1, "warmup_lr_rate": 0.3},
        {"num_warmup_steps": 0, "num_training_steps": 40, "num_cycles": 1.5, "min_lr_rate": 0.2},
        {"num_warmup_steps": 1, "num_training_steps": 20, "min_lr_rate": 0.0, "warmup_lr_rate": 0.5},
    ],
    "WSDSchedule": [
        {"num_warmup_steps": 7, "num_decay_steps": 10, "num_training_steps": 35},
        {
            "num_warmup_steps": 7,
            "num_decay_steps": 10,
            "num_stable_steps": 5,
            "warmup_type": "cosine",
            "decay_type": "1-sqrt",
            "min_lr_ratio": 0.1,
        },
        {
            "num_warmup_steps": 8,
            "num_decay_steps": 12,
            "num_training_steps": 90,
            "num_stable_steps": 5,
            "warmup_type": "1-sqrt",
            "decay_type": "linear",
        },
        {"num_warmup_steps": 10, "num_decay_steps": 20, "num_training_steps": 25, "num_cycles": 1.5},
    ],
}
WARM: Given = {"warmup_t": 6, "warmup_lr_init": 1e-5}
CYCLED: list[Given] = [
    {"t_initial": 30},
    {"t_initial": 30, "lr_min": 1e-5, **WARM},
    {"t_initial": 30, "lr_min": 1e-5, **WARM, "warmup_prefix": True},
    {"t_initial": 10, "cycle_limit": 5, "cycle_decay": 0.5, "lr_min": 1e-5},
    {"t_initial": 10, "cycle_limit": 9, "cycle_mul": 3.0, "cycle_decay": 0.7},
    {"t_initial": 1, "cycle_limit": 9, "cycle_mul": 3.0},
    {"t_initial": 7, "cycle_limit": 4, "cycle_mul": 1.5, **WARM, "warmup_prefix": True},
    {"t_initial": 16, "cycle_limit": 20, "cycle_mul": 0.5, "lr_min": 1e-5},
    {"t_initial": 20, "cycle_mul": 0.6},
    {"t_initial": 5, "cycle_limit": 3, "cycle_decay": 0.5, "warmup_t": 12},
    {"t_initial": 30, "cycle_limit": 0, "lr_min": 1e-5},
]
K_DECAYED: list[Given] = [
    {"t_initial": 30, "k_decay": 1.5},
    {"t_initial": 10, "k_decay": 0.5, "cycle_limit": 9, "cycle_mul": 2.0},
]
STEPPED: list[Given] = [WARM, {}, {**WARM, "warmup_prefix": False}]
TIMM: dict[str, list[Given]] = {
    "CosineLRScheduler": [*CYCLED, *K_DECAYED],
    "TanhLRScheduler": [*CYCLED, {"t_initial": 30, "lb": -2.0, "ub": 1.0, "warmup_t": 40, "lr_min": 1e-5}],
    "PolyLRScheduler": [*CYCLED, *K_DECAYED, {"t_initial": 30, "power": 2.0}],
    "StepLRScheduler": [{"decay_t": every, "decay_rate": 0.7, **more} for every in (10, 2.4) for more in STEPPED],
    "MultiStepLRScheduler": [{"decay_t": [0, 10, 20, 20, 35], "decay_rate": 0.5, **more} for more in STEPPED],
}


def optimizer(lr: float) -> torch.optim.Optimizer:
    return torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=lr)


def of_transformers(name: str, given: Given, lr: float) -> Any:
    """Give what computes the rate at a step."""
    snake = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.replace("WSD", "Wsd")).lower()
    make = getattr(importlib.import_module("transformers.optimization"), f"get_{snake}")
    factor = make(optimizer(lr), **given).lr_lambdas[0]
    return lambda t: lr * factor(t)


def of_timm(name: str, given: Given, lr: float) -> Any:
    """Give what computes the rate at a step."""
    on = optimizer(lr)
    made = getattr(importlib.import_module("timm.scheduler"), name)(on, **given)

    def rate(t: int) -> Any:
        made.step(t)
        return on.param_groups[0]["lr"]

    return rate


def case(make: Any, name: str, given: Given, lr: float) -> Given:
    rates: list[float] = []
    error = None
    try:
        rate = make(name, given, lr)
        rates.extend(float(rate(t)) for t in STEPS)  # up to the step that raises
    except (ArithmeticError, ValueError) as raised:
        error = f"{type(raised).__name__}: {raised}"
    return {"class": name, "given": given, "lr": lr, "rates": rates, "error": error}


def main() -> None:
    warnings.simplefilter("ignore")
    cases = [
        case(make, name, given, lr)
        for make, catalog in ((of_transformers, TRANSFORMERS), (of_timm, TIMM))
        for name, all_given in catalog.items()
        for given in all_given
        for lr in RATES
    ]
    versions = {name: version(name) for name in ("transformers", "timm", "torch")}
    rows = ",\n".join(json.dumps(one, separators=(",", ":")) for one in cases)
    head = f'"versions": {json.dumps(versions)},\n"steps": {json.dumps(STEPS)}'
    Path(sys.argv[1]).write_text(f'{{{head},\n"cases": [\n{rows}\n]}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
