"""What the step of a torch optimizer was made of in one parameter, read from the state it leaves.

`state` and `group` are torch's own after the step. State goes by the keys that torch has for it, so an optimizer of
the same kind needs nothing here.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor

State = Mapping[str, Any]
"""What an optimizer remembers of a parameter, and a parameter group, by torch's keys."""


def descended(gradient: Tensor, weight: Tensor, group: State) -> Tensor:
    """Give the gradient as the step took it: turned round where it climbs, with an L2 penalty's own.

    `weight` is what it was before the step.
    """
    sign = -1 if group.get("maximize") else 1
    return sign * gradient + (0 if decoupled(group) else group.get("weight_decay", 0)) * weight


def momentum(state: State, group: State, descent: Tensor) -> Tensor | None:
    """Give what the step went along in place of the `descent` itself: the momentum, Nesterov's look ahead included.

    Of Adam's kind it is m̂, corrected for its start, and NAdam's mean of that and the descent. None where there is none.
    """
    if state.get("momentum_buffer") is not None:
        return _ridden(state["momentum_buffer"], group, descent)
    if "exp_avg" not in state:
        return None
    mean, t, beta = state["exp_avg"], float(state["step"]), group["betas"][0]
    if "mu_product" not in state:
        return torch.div(mean, 1 - beta**t)
    mu, following = (beta * (1 - 0.5 * 0.96 ** (each * group["momentum_decay"])) for each in (t, t + 1))
    product = float(state["mu_product"])
    ahead = torch.mul(mean, following / (1 - product * following))
    return ahead.add(descent, alpha=(1 - mu) / (1 - product))


def _ridden(buffer: Tensor, group: State, descent: Tensor) -> Tensor | None:
    share = group["momentum"]
    if share == 0:  # a schedule has moved it there, and torch leaves the buffer aside
        return None
    if not group.get("nesterov"):
        return buffer
    return descent.lerp(buffer, share) if "ns_steps" in group else descent + share * buffer


def root_v(state: State, group: State) -> Tensor | None:
    """Give √v̂, what the step was divided by but for its ε: corrected for its start where torch does so.

    Adadelta's has the ε in it, which it adds below the root; Adamax's is u, the largest gradient. RAdam's is divided by
    its rectification, as the step is multiplied by that. None where nothing is divided.
    """
    if "exp_inf" in state:
        return Tensor(state["exp_inf"])
    if "sum" in state:
        return torch.sqrt(state["sum"])
    if "acc_delta" in state:
        return torch.sqrt(state["square_avg"] + group["eps"])
    if "square_avg" in state:
        mean = state.get("grad_avg")
        return torch.sqrt(state["square_avg"] if mean is None else state["square_avg"] - mean.square())
    if "exp_avg_sq" not in state:
        return None
    t, beta = float(state["step"]), group["betas"][1]
    square = state.get("max_exp_avg_sq", state["exp_avg_sq"])
    size = torch.sqrt(square) / math.sqrt(1 - beta**t)
    if "amsgrad" in group or "mu_product" in state:  # Adam's and NAdam's
        return size
    share = rectification(t, beta)
    return None if share is None else size / share


def rectification(t: float, beta2: float) -> float | None:
    """Give what RAdam multiplies update `t` (from 1) by; None where v isn't known well enough yet to divide by."""
    most = 2 / (1 - beta2) - 1
    known = most - 2 * t * beta2**t / (1 - beta2**t)
    if known <= 5:
        return None
    return math.sqrt((known - 4) * (known - 2) * most / ((most - 4) * (most - 2) * known))


def decayed(weight: Tensor, group: State) -> Tensor | None:
    """Give what weight decay alone added to a weight, −lr · decay · weight before the step.

    None where there is no decay, or it went the way of the gradient: through momentum, or a division.
    """
    decay = group.get("weight_decay", 0)
    plain = "dampening" in group and group["momentum"] == 0  # SGD, whose step is the sum of both
    return -group["lr"] * decay * weight if decay and (decoupled(group) or plain) else None


def decoupled(group: State) -> bool:
    """Whether weights shrink apart from the gradient: AdamW's way, and Muon's."""
    return bool(group.get("decoupled_weight_decay")) or "ns_steps" in group
