"""Writes down what timm's PlateauLRScheduler gives, for tests that need no timm: run by hand where it is installed.

    python benchmarks/golden_plateau.py tests/catalog/schedules/golden_plateau.json

Each case is the fields, the rates of two parameter groups, what `step(t, metric)` is told from t = 1 on, and the
groups' rates before the first step and after each. A NaN that is told is written as null.
"""

from __future__ import annotations

import importlib
import json
import math
import sys
import warnings
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch

RATES = (0.1, 3e-4)
WARM = {"warmup_t": 7, "warmup_lr_init": 1e-5}
GIVEN: list[dict[str, Any]] = [
    {},
    {"patience_t": 2, "decay_rate": 0.5},
    {"patience_t": 2, "decay_rate": 0.5, **WARM},
    {"patience_t": 1, "decay_rate": 0.3, "cooldown_t": 3, "mode": "min", **WARM},
    {"patience_t": 0, "decay_rate": 0.7, "threshold": 0.05, "mode": "min", "warmup_t": 3},
    {"patience_t": 1, "decay_rate": 0.1, "lr_min": 1e-4, "warmup_t": 5, "warmup_lr_init": 0.3},
    {"patience_t": 0, "decay_rate": 0.0, "lr_min": 1e-6, "mode": "min", "warmup_t": 49},
    {"patience_t": 3, "decay_rate": 0.5, "mode": "min", "warmup_t": 100},
]
SERIES: list[list[float]] = [
    [round(1 / (1 + t / 4) + 0.05 * math.sin(9 * t), 3) for t in range(60)],
    [round(0.5 + min(t, 25) / 50 + 0.02 * math.cos(7 * t), 3) for t in range(60)],
    [math.nan if t % 5 == 3 else max(1.0, 2 - t / 20) for t in range(60)],
]


def case(given: dict[str, Any], told: list[float]) -> dict[str, Any]:
    groups = [{"params": [torch.nn.Parameter(torch.zeros(1))], "lr": lr} for lr in RATES]
    on = torch.optim.SGD(groups)
    scheduler = importlib.import_module("timm.scheduler").PlateauLRScheduler(on, **given)
    lrs = [[group["lr"] for group in on.param_groups]]
    for t, value in enumerate(told, start=1):
        scheduler.step(t, value)
        lrs.append([group["lr"] for group in on.param_groups])
    written = [None if math.isnan(value) else value for value in told]
    return {"given": given, "rates": RATES, "told": written, "lrs": [*zip(*lrs, strict=True)]}


def main() -> None:
    warnings.simplefilter("ignore")
    rows = ",\n".join(
        json.dumps(case(given, told), separators=(",", ":"), allow_nan=False) for given in GIVEN for told in SERIES
    )
    versions = {name: version(name) for name in ("timm", "torch")}
    Path(sys.argv[1]).write_text(f'{{"versions": {json.dumps(versions)},\n"cases": [\n{rows}\n]}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
