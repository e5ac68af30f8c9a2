"""LR118: Muon at a rate that suits AdamW, or the other way about, and parameters that it doesn't take."""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec.structs import replace

from lrviz.catalog.optimizers.muon import Muon
from lrviz.rules.outline import outline
from lrviz.rules.rule import Case, Found, rule
from lrviz.sentences import say

MATRIX = (1024, 1024)
"""The shape reckoned with where a text doesn't say the model's."""
ADAMW = 1e-3
"""Rates for AdamW are mostly below this, which is torch's default for Muon …"""
MUON = 1e-2
"""… and those for Muon's orthogonal updates this or higher."""
APART = 3
"""How many times as small an update has to be as AdamW's."""


@rule("LR118", "warning")
def muon_with_adamw_s_rate(case: Case) -> Iterator[Found]:
    """Muon's update of an A×B matrix has a root mean square of √(1 / max(A, B)) times the rate, AdamW's about 0.2.

    So a rate for AdamW takes far too small steps with Muon, unless adjust_lr_fn='match_rms_adamw' multiplies it by
    0.2 · √max(A, B). With that, in turn, a rate for Muon takes steps far too large. torch's Muon takes matrices only.

    Bad:  Muon(model.parameters(), lr=3e-4)
    Good: Muon(model.parameters(), lr=3e-4, adjust_lr_fn="match_rms_adamw")
    Good: Muon(model.parameters(), lr=0.02)
    Bad:  Muon(model.parameters(), lr=0.02, adjust_lr_fn="match_rms_adamw")
    Seen in: arXiv 2502.16982
    """
    muon = case.run.optimizer
    if not isinstance(muon, Muon):
        return
    own_model = case.reading is not None or case.run.listing is not None  # which isn't the experiment's
    shapes = {} if own_model else case.run.trained(case.experiment.problem.shapes)
    refused = case.run.untrainable(shapes) if shapes else ""
    if refused:
        yield Found(refused, case.run.with_optimizer(muon, case.experiment.problem), "optimizer", severity="error")
        return
    matrices = [shape for shape in shapes.values() if len(shape) == 2] or [MATRIX]
    rows, columns = max(matrices, key=max)
    seen = outline(case)
    rate = muon.lr if seen is None else seen.peak
    adamw, adjusts = 0.2 * math.sqrt(max(rows, columns)), muon.adjust_lr_fn == "match_rms_adamw"
    own = math.sqrt(max(1.0, rows / columns)) / math.sqrt(max(rows, columns)) * rate
    if not adjusts and 0 < rate < ADAMW and adamw >= APART:
        message = say(
            "at its peak, {rate:.3g}, an update of a {rows}×{columns} matrix has an RMS of "
            "{own:.2g}, where AdamW’s is about {other:.2g}",
            rate=rate,
            rows=rows,
            columns=columns,
            own=own,
            other=0.2 * rate,
        )
        yield Found(
            message,
            replace(case.run, optimizer=replace(muon, adjust_lr_fn="match_rms_adamw")),
            "optimizer.adjust_lr_fn",
        )
    elif adjusts and rate >= MUON:
        message = say(
            "at its peak, {rate:.3g}, an update has an RMS of {other:.2g}, as AdamW’s at that rate",
            rate=rate,
            other=0.2 * rate,
        )
        yield Found(message, replace(case.run, optimizer=replace(muon, adjust_lr_fn=None)), "optimizer.adjust_lr_fn")
