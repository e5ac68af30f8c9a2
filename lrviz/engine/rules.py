"""The update rules of torch's optimizers for many models at once, each with hyper-parameters of its own.

A rule works on rows: weights and gradients are (models, parameters), and every number that torch hands to an operation
is a coefficient, one for each model (and parameter group, where groups differ). Coefficients are computed in float64
for many updates ahead, as torch computes them one by one, so that an update is a few operations on whole matrices. What
torch has flags for is a coefficient too (a sign, a penalty of 0), so any two models may share a rule; one that is
neutral for all models in all updates is left out, together with its operation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, optim

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Group = Mapping[str, Any]
"""A parameter group of a torch optimizer."""

Neutral = float | None
"""The value of a coefficient with which its operation changes nothing."""


NO_BUFFER = "KeyError: 'momentum_buffer'"
DIVIDED_BY_ZERO = "ZeroDivisionError: float division by zero"
OUT_OF_RANGE = "OverflowError: (34, 'Numerical result out of range')"
"""What is raised where an optimizer can't compute with a momentum that a schedule has set."""


class Rule:
    """The update of some models, and what it remembers of each in matrices as large as their weights.

    `groups` are each model's parameter groups, equally many of each.
    """

    keeps: ClassVar[tuple[str, ...]] = ()
    """What it remembers, one matrix for each, as torch's optimizer calls it."""

    def __init__(self, groups: Sequence[Sequence[Group]], weights: Tensor) -> None:
        self.groups = groups
        self.state = [torch.zeros_like(weights) for _ in self.keeps]
        self._scratch = [torch.empty_like(weights) for _ in range(2)]

    def keep(self, rows: Sequence[int]) -> None:
        """Part with all models but those of some rows."""
        self.groups = [self.groups[row] for row in rows]
        self.state = [part[list(rows)] for part in self.state]
        self._scratch = [part[: len(rows)] for part in self._scratch]

    @classmethod
    def memory(cls, state: Sequence[Tensor], row: int, updates: int) -> dict[str, Tensor]:
        """Give what torch's optimizer would keep of a model after so many updates, by torch's names.

        That is a number for all parameters, or a row of all of them.
        """
        return {"step": torch.tensor(float(updates)), **{key: state[i][row] for i, key in enumerate(cls.keeps)}}

    def coefficients(self, t: Floats, lr: Floats, momentum: Floats) -> dict[str, Floats]:
        """Give the coefficients of updates `t` (n,), the first being 1, without those that are neutral in all.

        `lr` (models, groups, n) and `momentum` (models, 1, n) are what torch's groups would hold in each update; a
        coefficient has one shape or the other.
        """
        named: dict[str, tuple[Floats, Neutral]] = {
            "sign": (1 - 2 * self.own("maximize"), 1),
            "penalty": (self.penalty, 0),
        }
        with np.errstate(all="ignore"):
            named |= self.particular(t, lr, momentum)
        return {
            name: np.broadcast_to(values, momentum.shape if values.shape[1] == 1 else lr.shape)
            for name, (values, neutral) in named.items()
            if neutral is None or (values != neutral).any()
        }

    def particular(self, t: Floats, lr: Floats, momentum: Floats) -> dict[str, tuple[Floats, Neutral]]:
        """Give the coefficients that only this rule has."""
        raise NotImplementedError

    def refused(self, t: Floats, momentum: Floats) -> dict[str, Bools]:
        """Give in which updates `t` torch raises at a momentum (models, 1, n), by its words."""
        return {}

    def update(self, w: Tensor, g: Tensor, c: Mapping[str, Tensor]) -> None:
        """Change the weights in place; the gradients stay."""
        raise NotImplementedError

    def own(self, name: str) -> Floats:
        """Give a hyper-parameter of every model (models, 1, 1)."""
        return np.array([groups[0][name] for groups in self.groups], dtype=np.float64).reshape(-1, 1, 1)

    @property
    def beta2(self) -> Floats:
        """β₂ of every model (models, 1, 1)."""
        return np.array([groups[0]["betas"][1] for groups in self.groups]).reshape(-1, 1, 1)

    @property
    def decay(self) -> Floats:
        """The weight decay of every group (models, groups, 1)."""
        return np.array([[group["weight_decay"] for group in groups] for groups in self.groups])[..., None]

    @property
    def penalty(self) -> Floats:
        """That weight decay which is part of the gradient."""
        return self.decay

    def descent(self, w: Tensor, g: Tensor, c: Mapping[str, Tensor]) -> Tensor:
        """Give the gradient as rules take it: turned round where they climb, and with an L2 penalty's own."""
        if "sign" in c:
            g = torch.mul(g, c["sign"], out=self._scratch[0])
        if "penalty" in c:
            g = torch.addcmul(g, w, c["penalty"], out=self._scratch[0])
        return g


class SGD(Rule):
    """torch.optim.SGD: w −= lr · v, with v ← momentum · v + (1 − dampening) · d, and v = d at first."""

    keeps: ClassVar[tuple[str, ...]] = ("momentum_buffer",)

    def particular(self, t: Floats, lr: Floats, momentum: Floats) -> dict[str, tuple[Floats, Neutral]]:
        gain = np.where(t == 1, 1.0, 1 - self.own("dampening"))
        return {"rate": (-lr, None), **inertia(momentum, gain, self.own("nesterov") != 0)}

    @classmethod
    def memory(cls, state: Sequence[Tensor], row: int, updates: int) -> dict[str, Tensor]:  # noqa: ARG003 - uncounted
        velocity = state[0][row]
        return {"momentum_buffer": velocity} if velocity.any() else {}  # as without momentum, where torch keeps none

    def update(self, w: Tensor, g: Tensor, c: Mapping[str, Tensor]) -> None:
        w.addcmul_(ridden(self.state[0], self.descent(w, g, c), c), c["rate"])


class RMSprop(Rule):
    """torch.optim.RMSprop: the gradient divided by its running size, or spread, then momentum as in SGD."""

    keeps: ClassVar[tuple[str, ...]] = ("momentum_buffer", "square_avg", "grad_avg")

    def particular(self, t: Floats, lr: Floats, momentum: Floats) -> dict[str, tuple[Floats, Neutral]]:
        return {
            "rate": (-lr, None),
            "new": (1 - self.own("alpha"), None),
            "centered": (-self.own("centered"), 0),
            "eps": (self.own("eps"), None),
            **inertia(np.maximum(momentum, 0), np.ones(1), np.zeros(1, bool)),  # one below 0 is none to torch
        }

    def refused(self, t: Floats, momentum: Floats) -> dict[str, Bools]:
        return {NO_BUFFER: (momentum > 0) & (self.own("momentum") <= 0)}  # groups hold the momentum of the first update

    def update(self, w: Tensor, g: Tensor, c: Mapping[str, Tensor]) -> None:
        velocity, square, mean = self.state
        d, size = self.descent(w, g, c), self._scratch[1]
        square.lerp_(torch.mul(d, d, out=size), c["new"])
        if "centered" in c:
            mean.lerp_(d, c["new"])
            square = torch.addcmul(square, mean, torch.mul(mean, c["centered"], out=size), out=size)
        step = torch.div(d, torch.sqrt(square, out=size).add_(c["eps"]), out=size)
        w.addcmul_(ridden(velocity, step, c), c["rate"])


class Adagrad(Rule):
    """torch.optim.Adagrad: w −= lr / (1 + (t − 1) · lr_decay) · d / (√Σd² + eps)."""

    keeps: ClassVar[tuple[str, ...]] = ("sum",)

    def __init__(self, groups: Sequence[Sequence[Group]], weights: Tensor) -> None:
        super().__init__(groups, weights)
        self.state[0] += torch.from_numpy(self.own("initial_accumulator_value")[..., 0]).to(weights)

    def particular(self, t: Floats, lr: Floats, momentum: Floats) -> dict[str, tuple[Floats, Neutral]]:
        return {"rate": (-lr / (1 + (t - 1) * self.own("lr_decay")), None), "eps": (self.own("eps"), None)}

    def update(self, w: Tensor, g: Tensor, c: Mapping[str, Tensor]) -> None:
        [total] = self.state
        d, size = self.descent(w, g, c), self._scratch[1]
        torch.sqrt(total.addcmul_(d, d), out=size).add_(c["eps"])
        w.addcdiv_(torch.mul(d, c["rate"], out=self._scratch[0]), size)


class Adadelta(Rule):
    """torch.optim.Adadelta: w −= lr · δ, with δ = √(mean δ² + eps) / √(mean d² + eps) · d."""

    keeps: ClassVar[tuple[str, ...]] = ("square_avg", "acc_delta")

    def particular(self, t: Floats, lr: Floats, momentum: Floats) -> dict[str, tuple[Floats, Neutral]]:
        return {"rate": (-lr, None), "new": (1 - self.own("rho"), None), "eps": (self.own("eps"), None)}

    def update(self, w: Tensor, g: Tensor, c: Mapping[str, Tensor]) -> None:
        square, moved = self.state
        d, size = self.descent(w, g, c), self._scratch[1]
        square.lerp_(torch.mul(d, d, out=size), c["new"])
        shrink = torch.add(square, c["eps"], out=size).sqrt_()
        step = torch.div(d, shrink, out=self._scratch[0])
        step.mul_(torch.add(moved, c["eps"], out=size).sqrt_())
        moved.lerp_(torch.mul(step, step, out=size), c["new"])
        w.addcmul_(step, c["rate"])


class Adamax(Rule):
    """torch.optim.Adamax: w −= lr / (1 − β₁ᵗ) · m / u, with u ← max(β₂ · u, |d| + eps)."""

    keeps: ClassVar[tuple[str, ...]] = ("exp_avg", "exp_inf")

    def particular(self, t: Floats, lr: Floats, momentum: Floats) -> dict[str, tuple[Floats, Neutral]]:
        return {
            "rate": (-lr / (1 - momentum**t), None),
            "new": (1 - momentum, None),
            "kept": (self.beta2, None),
            "eps": (self.own("eps"), None),
        }

    def refused(self, t: Floats, momentum: Floats) -> dict[str, Bools]:
        return uncorrected(t, momentum)

    def update(self, w: Tensor, g: Tensor, c: Mapping[str, Tensor]) -> None:
        mean, largest = self.state
        d, size = self.descent(w, g, c), self._scratch[1]
        mean.lerp_(d, c["new"])
        torch.maximum(largest.mul_(c["kept"]), torch.abs(d, out=size).add_(c["eps"]), out=largest)
        w.addcdiv_(torch.mul(mean, c["rate"], out=size), largest)


class Adaptive(Rule):
    """Adam's kind: steps along the gradient's running mean m, divided by the root of its running square v."""

    keeps: ClassVar[tuple[str, ...]] = ("exp_avg", "exp_avg_sq")

    @property
    def penalty(self) -> Floats:
        return self.decay * (1 - self.own("decoupled_weight_decay"))

    def moments(self, lr: Floats, momentum: Floats) -> dict[str, tuple[Floats, Neutral]]:
        """Give how weights shrink apart from the gradient, and what m and v take of it."""
        shrunk = 1 - lr * (self.decay * self.own("decoupled_weight_decay"))
        return {"shrunk": (shrunk, 1), "new": (1 - momentum, None), "square": (1 - self.beta2, None)}

    def corrected(self, t: Floats) -> Floats:
        """Give √(1 − β₂ᵗ), by which √v is too small."""
        return np.asarray(np.sqrt(1 - self.beta2**t))

    def moved(self, w: Tensor, g: Tensor, c: Mapping[str, Tensor]) -> Tensor:
        """Shrink the weights, move m and v, and give the gradient that moved them."""
        d = self.descent(w, g, c)
        if "shrunk" in c:
            w.mul_(c["shrunk"])
        self.state[0].lerp_(d, c["new"])
        self.state[1].lerp_(torch.mul(d, d, out=self._scratch[1]), c["square"])
        return d


class Adam(Adaptive):
    """torch.optim.Adam and AdamW: w −= lr / (1 − β₁ᵗ) · m / (√(v / (1 − β₂ᵗ)) + eps)."""

    keeps: ClassVar[tuple[str, ...]] = ("exp_avg", "exp_avg_sq", "max_exp_avg_sq")

    def particular(self, t: Floats, lr: Floats, momentum: Floats) -> dict[str, tuple[Floats, Neutral]]:
        small = self.corrected(t)
        return {
            **self.moments(lr, momentum),
            "rate": (-lr / (1 - momentum**t) * small, None),
            "eps": (self.own("eps") * small, None),
            "amsgrad": (self.own("amsgrad"), 0),
        }

    def refused(self, t: Floats, momentum: Floats) -> dict[str, Bools]:
        return uncorrected(t, momentum)

    def update(self, w: Tensor, g: Tensor, c: Mapping[str, Tensor]) -> None:
        self.moved(w, g, c)
        mean, square, largest = self.state
        if "amsgrad" in c:
            square = torch.maximum(largest.mul_(c["amsgrad"]), square, out=largest)
        size = torch.sqrt(square, out=self._scratch[1]).add_(c["eps"])
        w.addcdiv_(torch.mul(mean, c["rate"], out=self._scratch[0]), size)


class NAdam(Adaptive):
    """torch.optim.NAdam: Adam on a mean that is one step ahead; the product of its μ so far is kept in float32."""

    def __init__(self, groups: Sequence[Sequence[Group]], weights: Tensor) -> None:
        super().__init__(groups, weights)
        self.state.append(torch.ones_like(weights[:, :1], dtype=torch.float32))

    @classmethod
    def memory(cls, state: Sequence[Tensor], row: int, updates: int) -> dict[str, Tensor]:
        return super().memory(state, row, updates) | {"mu_product": state[2][row, 0]}

    def particular(self, t: Floats, lr: Floats, momentum: Floats) -> dict[str, tuple[Floats, Neutral]]:
        small, (mu, following) = self.corrected(t), self._ahead(t, momentum)
        return {
            **self.moments(lr, momentum),
            "mu": (mu, None),
            "following": (following, None),
            "present": (-lr * (1 - mu) * small, None),
            "rate": (-lr * following * small, None),
            "eps": (self.own("eps") * small, None),
        }

    def refused(self, t: Floats, momentum: Floats) -> dict[str, Bools]:
        if t[0] > 1:  # a product that was no 1 at first becomes one by chance only
            return {}
        mu, following = self._ahead(t, momentum)
        with np.errstate(all="ignore"):
            product = np.cumprod(mu, axis=-1, dtype=np.float32)
        return {DIVIDED_BY_ZERO: (product == 1) | (product.astype(np.float64) * following == 1)}

    def _ahead(self, t: Floats, momentum: Floats) -> tuple[Floats, Floats]:
        """Give μ of each update, and what it is taken to be in the next."""
        mu, following = (momentum * (1 - 0.5 * 0.96 ** (each * self.own("momentum_decay"))) for each in (t, t + 1))
        return mu, following

    def update(self, w: Tensor, g: Tensor, c: Mapping[str, Tensor]) -> None:
        d = self.moved(w, g, c)
        mean, square, product = self.state
        size = torch.sqrt(square, out=self._scratch[1]).add_(c["eps"])
        product.mul_(c["mu"].float())
        step = torch.mul(d, c["present"] / (1 - product.to(w)), out=self._scratch[0])
        step.addcmul_(mean, c["rate"] / (1 - product.to(w) * c["following"]))
        w.addcdiv_(step, size)


class RAdam(Adaptive):
    """torch.optim.RAdam: Adam whose division is left out until v is known well enough, and then rectified."""

    def particular(self, t: Floats, lr: Floats, momentum: Floats) -> dict[str, tuple[Floats, Neutral]]:
        small, most = self.corrected(t), 2 / (1 - self.beta2) - 1
        known = most - 2 * t * self.beta2**t / (1 - self.beta2**t)
        rectified = known > 5
        share = np.sqrt((known - 4) * (known - 2) * most / ((most - 4) * (most - 2) * known))
        return {
            **self.moments(lr, momentum),
            "rate": (-lr / (1 - momentum**t) * np.where(rectified, share * small, 1.0), None),
            "rectified": (rectified.astype(np.float64), 1),
            "eps": (np.where(rectified, self.own("eps"), 1.0), None),
        }

    def refused(self, t: Floats, momentum: Floats) -> dict[str, Bools]:
        return {OUT_OF_RANGE: uncorrected(t, momentum)[OUT_OF_RANGE]}  # its 1 − β₁ᵗ divides a tensor, by 0 too

    def update(self, w: Tensor, g: Tensor, c: Mapping[str, Tensor]) -> None:
        self.moved(w, g, c)
        mean, square = self.state
        size = torch.sqrt(square, out=self._scratch[1])
        if "rectified" in c:
            size.mul_(c["rectified"])
        w.addcdiv_(torch.mul(mean, c["rate"], out=self._scratch[0]), size.add_(c["eps"]))


def uncorrected(t: Floats, momentum: Floats) -> dict[str, Bools]:
    """Give where Python can't work out a number divided by 1 − β₁ᵗ."""
    with np.errstate(all="ignore"):
        power = momentum**t
    return {DIVIDED_BY_ZERO: power == 1, OUT_OF_RANGE: np.isinf(power)}


def inertia(momentum: Floats, gain: Floats, nesterov: NDArray[np.bool_]) -> dict[str, tuple[Floats, Neutral]]:
    """Give what a velocity keeps and gains, and how much of the plain step and of the velocity is taken.

    Where the momentum is 0, torch leaves the velocity as it is and takes the plain step.
    """
    still = momentum == 0
    return {
        "kept": (np.where(still, 1.0, momentum), 1),
        "gained": (np.where(still, 0.0, gain), 0),
        "plain": (np.where(still | nesterov, 1.0, 0.0), 0),
        "ahead": (np.where(nesterov, momentum, ~still), 0),
    }


def ridden(velocity: Tensor, step: Tensor, c: Mapping[str, Tensor]) -> Tensor:
    """Add a step to a velocity, in place, and give what is to be taken of both."""
    if "kept" in c:
        velocity.mul_(c["kept"])
    if "gained" in c:
        velocity.addcmul_(step, c["gained"])
    if "ahead" not in c:
        return step
    return torch.addcmul(step * c["plain"], velocity, c["ahead"]) if "plain" in c else velocity


RULES: Mapping[type[optim.Optimizer], type[Rule]] = {
    optim.SGD: SGD,
    optim.RMSprop: RMSprop,
    optim.Adagrad: Adagrad,
    optim.Adadelta: Adadelta,
    optim.Adamax: Adamax,
    optim.Adam: Adam,
    optim.AdamW: Adam,
    optim.NAdam: NAdam,
    optim.RAdam: RAdam,
}
