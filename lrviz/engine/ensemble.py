"""An ensemble: runs and seeds of one model that train as one batch, equal to plain loops within rounding.

Losses differ since sums are taken in another order. Over 440 updates on the digits, in float32, they stay within 1e-6
of the plain loop's with every optimizer, RMSprop's within 3e-5; in float64 within 1e-14. That holds as far as models
are smooth: where a ReLU's input comes out above 0 in one and not in the other, whole gradients differ, and losses did
by up to 2e-2 from there on.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from lrviz.catalog.composite import Composite
from lrviz.catalog.schedule import Schedule
from lrviz.engine.course import Course
from lrviz.engine.devices import room
from lrviz.engine.heads import Heads, fits
from lrviz.engine.member import Batch, Member
from lrviz.engine.rules import RULES, Group, Rule
from lrviz.engine.stacks import stack, stacks
from lrviz.experiment import Experiment

MOST = 32
"""Members of one ensemble on a CPU: with more of them an update lasts longer, and each member's share of it as long."""
FEW = 2**13
"""Parameters times examples of an update that hardly last longer than its calls: of so little more train as one."""
WORK = 2**26
"""Parameters times examples that an update of an ensemble may go through, so that it ends within a turn of the race."""
WORK_OF_CARD = 2**32
"""The same on a graphics card, as far as its memory goes."""
BYTES = 32
"""Bytes of a card's memory that each parameter times example of an update is given: few models take half of it."""
LARGEST = 1e30
"""Hyper-parameters beyond it are left to torch, which refuses what its floats can't hold."""
OVERFLOW = "RuntimeError: value cannot be converted to type float without overflow"
"""What torch says of a learning rate that its floats can't hold."""


def gathered(members: Sequence[Member], experiment: Experiment) -> list[Ensemble | Member]:
    """Make ensembles of the members that can train as one; those that can't, or are left alone, come after them."""
    able = sorted(filter(batchable, members), key=_place)
    parties = np.array_split(np.arange(len(able)), -(-len(able) // _most(able, experiment))) if able else []
    ensembles = [Ensemble([able[i] for i in party], experiment) for party in parties if len(party) > 1]
    taken = {member for ensemble in ensembles for member in ensemble.members}
    return [*ensembles, *(member for member in members if member not in taken)]


def _most(members: Sequence[Member], experiment: Experiment) -> int:
    """Give how many members are to train as one."""
    device = members[0].target.device
    size = sum(parameter.numel() for parameter in members[0].model.parameters())
    work = size * experiment.training.examples_per_update
    if device.type == "cpu":
        return min(max(WORK // work, 2), max(FEW // work, MOST))
    return max(int(min(WORK_OF_CARD, room(device) / BYTES) // work), 2)


def batchable(member: Member) -> bool:
    """Whether a member can train with others: its model, its optimizer, its loss and the numbers they are given.

    A person's own model trains by itself, whatever it is made of: nobody knows what its layers do.
    """
    groups, cycling = member.optimizer.param_groups, [*_cycling(member.run.schedule)]
    names = [name for name, value in member.optimizer.defaults.items() if type(value) is float and name != "lr"]
    numbers = [abs(group[name]) for group in groups for name in names]
    momenta = [getattr(schedule, name) for schedule in cycling for name in ("base_momentum", "max_momentum")]
    if any(isinstance(momentum, tuple) for momentum in momenta):  # the curve has that of the first group
        return False
    # torch leaves the dampening out of a velocity's first update, which here is the first of all
    delayed = groups[0].get("dampening") and cycling
    known = type(member.optimizer) in RULES and member.guest is None and stacks(member.model)
    return known and not delayed and max([*numbers, *momenta], default=0.0) <= LARGEST and fits(member)


def _cycling(schedule: Schedule | None) -> Iterator[Schedule]:
    """Give the schedules that move the momentum: it, or those it is made of."""
    if isinstance(schedule, Composite):
        for part in schedule.parts:
            yield from _cycling(part)
    elif schedule is not None and schedule.cycles_momentum:
        yield schedule


class Copies(NamedTuple):
    """All weights (members, parameters), buffers and the optimizers' memories of an ensemble, as they once were.

    The memory of each member is that of a rule, in matrices with a row for it.
    """

    weights: Tensor
    buffers: Mapping[str, Tensor]
    memories: Sequence[tuple[type[Rule], Sequence[Tensor], int]]

    def memory(self, row: int, updates: int) -> dict[str, Tensor]:
        """Give what torch's optimizer of a member would keep after so many updates."""
        rule, state, own = self.memories[row]
        return rule.memory(state, own, updates)

    @property
    def nbytes(self) -> int:
        """Bytes of memory that they take."""
        states = {id(state): state for _, state, _ in self.memories}
        parts = (self.weights, *self.buffers.values(), *(part for state in states.values() for part in state))
        return sum(part.numel() * part.element_size() for part in parts)


class Ensemble:
    """Members that train as one batch. They stay sound: their models' weights, gradients and buffers are views of it.

    `members` are sorted by optimizer. Their optimizers and schedulers are never stepped: rates and momenta are those of
    the experiment's curves, or where a schedule listens, those that it had set by the last `retune`. A member that
    leaves all bounds disturbs no other.
    """

    def __init__(self, members: Sequence[Member], experiment: Experiment) -> None:
        if members[0].target.device.type == "cpu":
            _hold_memory()
        self.members = sorted(members, key=_place)
        self._experiment = experiment
        self._stack = stack([member.model for member in self.members])
        self._groups, self._frozen = _sorted(self.members)
        frozen = any(not each.requires_grad for member in self.members for each in member.model.parameters())
        self._initial = self._stack.weights.clone() if frozen else None
        self._rules = [
            rule([_padded(member, self.members) for member in same], self._stack.weights[: len(same)])
            for rule, same in _by_rule(self.members)
        ]
        self._norms = self._stack.weights.new_zeros(len(self.members))
        self._seat()
        self._follow(Course(self.members, experiment, 0))

    def update(self, step: int, drawn: Mapping[int, Sequence[Batch]]) -> Tensor:
        """Do update `step` on the mean loss of each member's batches, and give those losses (members,).

        They aren't yet copied from the device. `drawn` holds the batches of every seed.
        """
        at = step - self._on(step).first
        own = [{name: values[at] for name, values in each.items()} for each in self.coefficients]
        return self.learn(self._parts(drawn), own)

    def learn(self, parts: Iterable[Batch], coefficients: Sequence[Mapping[str, Tensor]]) -> Tensor:
        """Do an update on the mean loss of some batches, each with inputs and examples (members, n, …).

        `coefficients` are those of each rule in this update. Nothing here waits for the device, and what is remembered
        until the next update stays where it is in memory for as long as no member is dropped.
        """
        first, *rest = parts
        losses = self._differentiate(*first)
        if rest:
            total = self._stack.gradients.clone()
            for part in rest:
                losses = losses + self._differentiate(*part)
                total += self._stack.gradients
            torch.div(total, 1 + len(rest), out=self._stack.gradients)
            losses = losses / (1 + len(rest))
        if self._clips is not None:
            self._clip(self._clips)
        self._move(coefficients)
        return losses

    def output(self, inputs: Tensor) -> Tensor:
        """Give what each member's model says of `inputs` (n, …), as it is used when not trained: (members, n, …)."""
        return self._stack.output(inputs)

    def weights(self, i: int) -> dict[str, Tensor]:
        """Give the parameters of the i-th member by name, which are views: they change with the next update."""
        return {name: view[i] for name, view in self._stack.views.items()}

    @property
    def matrix(self) -> Tensor:
        """All parameters of all members, (members, parameters), which change with the next update."""
        return self._stack.weights

    @property
    def slopes(self) -> Tensor:
        """The gradient that each member's last update used, 0 where it is frozen: (members, parameters)."""
        gradients = self._stack.gradients
        return gradients if self._initial is None else gradients.masked_fill(self._frozen, 0)

    def footing(self) -> Tensor:
        """Give each member's weights, and behind them the gradient of its last update: (members, 2 · parameters)."""
        return torch.cat((self._stack.weights, self.slopes), dim=1)

    def rates(self, step: int) -> NDArray[np.float64]:
        """Give the first group's rate of each member in update `step`; NaN where it has ended."""
        course = self._on(step)
        return np.asarray(course.lr[:, 0, step - course.first])

    def ends(self, step: int) -> dict[Member, str]:
        """Give the members whose rate has ended by update `step`, and what torch says of it."""
        return self._on(step).ends(step)

    def stuck(self, step: int) -> dict[Member, str]:
        """Give the members that torch refuses update `step`, and its words.

        Their rate is a number but too large, or their optimizer can't compute with their momentum.
        """
        words = self._refused[:, step - self._on(step).first]
        return {self.members[row]: str(words[row]) for row in np.flatnonzero(words)}

    def horizon(self, step: int) -> int:
        """Give the first update after `step` whose rates aren't known, or in which a member goes no further."""
        course, per_epoch = self._on(step), self._experiment.updates_per_epoch
        told = [member.run.stepped for member in self.members if member.run.listens]
        heard = [step + 1 if stepped == "batch" else step + per_epoch - step % per_epoch for stepped in told]
        later = slice(step + 1 - course.first, None)
        beyond = np.isnan(course.lr[:, :, later]).any(axis=(0, 1)) | (self._refused[:, later] != "").any(axis=0)
        return min([*heard, step + 1 + int(beyond.argmax()) if beyond.any() else course.end])

    def retune(self, step: int) -> None:
        """Take over the rates that listening schedulers have set in their optimizers, from update `step` on."""
        course = self._on(step)
        if course.retune(step):
            self._follow(course)

    def copied(self) -> Copies:
        """Copy what the members are by now; whose is what is sorted out once that is asked for."""
        memories: list[tuple[type[Rule], Sequence[Tensor], int]] = []
        for rule in self._rules:
            state = [part.to("cpu", copy=True) for part in rule.state]
            memories += [(type(rule), state, row) for row in range(len(rule.groups))]
        buffers = {name: buffer.to("cpu", copy=True) for name, buffer in self._stack.buffers.items()}
        return Copies(self._stack.weights.to("cpu", copy=True), buffers, memories)

    def drop(self, members: Collection[Member]) -> None:
        """Part with some members, which keep what is theirs in memory of their own; the others go on as before.

        An ensemble that is left without members does no more updates.
        """
        rows = [row for row, member in enumerate(self.members) if member not in members]
        self.members = [self.members[row] for row in rows]
        self._stack.keep(rows)
        if not rows:
            return
        self._groups, self._frozen = self._groups[rows], self._frozen[rows]
        self._initial = None if self._initial is None else self._initial[rows]
        self._norms = self._norms[rows]
        first = 0
        for rule in self._rules:
            last = first + len(rule.groups)
            rule.keep([row - first for row in rows if first <= row < last])
            first = last
        self._rules = [rule for rule in self._rules if rule.groups]
        self._seat()
        self.course.keep(rows)
        self._follow(self.course)

    def _seat(self) -> None:
        """Make what else depends on who the members are: their losses, bounds and the seeds they draw with."""
        self._heads = Heads(self.members)
        self._seeds = list(dict.fromkeys(member.seed for member in self.members))
        seats = [self._seeds.index(member.seed) for member in self.members]
        self._seats = torch.tensor(seats, device=self._stack.weights.device)
        longest = [math.inf if member.run.clip is None else member.run.clip for member in self.members]
        self._clips = self._norms.new_tensor(longest) if min(longest) < math.inf else None
        for member, norm in zip(self.members, self._norms, strict=True):
            member.norm = None if member.run.clip is None else norm

    def _parts(self, drawn: Mapping[int, Sequence[Batch]]) -> Iterator[Batch]:
        """Give the batches one after the other, each with inputs and examples (members, n, …)."""
        for part in zip(*(drawn[seed] for seed in self._seeds), strict=True):
            inputs, examples = zip(*part, strict=True)
            if len(part) == 1:  # all see the same: no need to copy it
                yield self._stack.shared(inputs[0]), self._stack.shared(examples[0])
            else:
                yield torch.stack(inputs)[self._seats], torch.stack(examples)[self._seats]

    def _differentiate(self, inputs: Tensor, examples: Tensor) -> Tensor:
        losses, slopes = self._heads(self._stack.forward(inputs), examples)
        self._stack.backward(slopes)
        return losses

    def _clip(self, longest: Tensor) -> None:
        """Cut gradients down to their longest norms (members,) as torch's clip_grad_norm_ does; inf cuts nothing."""
        torch.linalg.vector_norm(self.slopes, dim=1, out=self._norms)
        self._stack.gradients.mul_((longest / (self._norms + 1e-6)).clamp(max=1.0).unsqueeze(1))

    def _move(self, coefficients: Sequence[Mapping[str, Tensor]]) -> None:
        weights, first = self._stack.weights, 0
        for rule, each in zip(self._rules, coefficients, strict=True):
            rows = slice(first, first := first + len(rule.groups))
            own = {name: self._spread(values, rows) for name, values in each.items()}
            rule.update(weights[rows], self._stack.gradients[rows], own)
        if self._initial is not None:
            torch.where(self._frozen, self._initial, weights, out=weights)

    def _spread(self, values: Tensor, rows: slice) -> Tensor:
        """Give coefficients (models, 1) as they are, and those of several groups to every parameter of each."""
        return values if values.shape[1] == 1 else values.gather(1, self._groups[rows])

    def _on(self, step: int) -> Course:
        """Give a course that update `step` is on, and follow it."""
        if not self.course.covers(step):
            self._follow(Course(self.members, self._experiment, step))
        return self.course

    def _follow(self, course: Course) -> None:
        """Compute the coefficients of a course and copy them to the device, once for all its updates.

        They are a new list each time: (updates, models, 1 or groups) for each rule, by name.
        """
        self.course = course
        t, first = np.arange(course.first, course.first + course.length, dtype=np.float64) + 1, 0
        self.coefficients: list[dict[str, Tensor]] = []
        too_large = (np.abs(course.lr) > torch.finfo(self._stack.weights.dtype).max).any(axis=1)
        self._refused = np.where(too_large, OVERFLOW, "").astype(object)
        for rule in self._rules:
            rows = slice(first, first := first + len(rule.groups))
            found = rule.coefficients(t, course.lr[rows], course.momentum[rows])
            for words, where in rule.refused(t, course.momentum[rows]).items():
                self._refused[rows][where[:, 0]] = words
            self.coefficients.append(
                {
                    name: torch.from_numpy(np.moveaxis(values, -1, 0).copy()).to(self._stack.weights)
                    for name, values in found.items()
                }
            )


def _hold_memory() -> None:
    """Make glibc keep memory that is freed; else an update's goes back to the system, and comes anew from it, zeroed.

    Pieces up to the size of the largest freed so far then come from the heap, which keeps twice as much; 32 MB is the
    most that counts. Convolutions and attention gain a quarter by it.
    """
    torch.empty(31 * 2**20, dtype=torch.uint8)


def _place(member: Member) -> int:
    """Give the place of a member's optimizer among the rules: one rule has its members side by side."""
    return list(RULES).index(type(member.optimizer))


def _by_rule(members: Sequence[Member]) -> list[tuple[type[Rule], list[Member]]]:
    found = groupby(members, key=lambda member: RULES[type(member.optimizer)])
    return [(rule, list(same)) for rule, same in found]


def _padded(member: Member, members: Sequence[Member]) -> list[Group]:
    """Give a member's parameter groups, the first repeated where others have more."""
    groups: list[Group] = list(member.optimizer.param_groups)
    most = max(len(each.optimizer.param_groups) for each in members)
    return [*groups, *groups[:1] * (most - len(groups))]


def _sorted(members: Sequence[Member]) -> tuple[Tensor, Tensor]:
    """Give each parameter's group, and whether it is frozen, (members, parameters)."""
    groups: list[Tensor] = []
    frozen: list[Tensor] = []
    for member in members:
        place = {id(p): i for i, group in enumerate(member.optimizer.param_groups) for p in group["params"]}
        own = list(member.model.parameters())
        groups.append(torch.cat([torch.full((p.numel(),), place.get(id(p), 0)) for p in own]))
        frozen.append(torch.cat([torch.full((p.numel(),), not p.requires_grad) for p in own]))
    device = members[0].target.device
    return torch.stack(groups).to(device), torch.stack(frozen).to(device)
