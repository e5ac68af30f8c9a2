"""Parameter groups: as a text writes them, each with its own rate, and as lrviz writes them itself."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from lrviz import SGD, Experiment, Group, LrvizError, Run, SpecError, code, parse
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.schedules.step_lr import StepLR
from lrviz.source.read import study
from tests.source.executed import agrees, texts
from tests.strategies import specs

HEAD = "import torch\nfrom torch.optim import SGD, AdamW\nfrom torch.optim.lr_scheduler import *\n"


class Net(torch.nn.Module):
    """A model with the parts that the texts name."""

    def __init__(self) -> None:
        super().__init__()
        self.backbone = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.LayerNorm(3))
        self.fc = torch.nn.Linear(3, 2)


TEXTS = {
    "parts of a model": (
        (
            "groups = [{'params': model.backbone.parameters(), 'lr': 1e-4}, {'params': model.fc.parameters()}]\n"
            "opt = SGD(groups, lr=1e-2)\n"
            "s = LambdaLR(opt, [lambda t: 0.9 ** t, lambda t: 0.5 ** t])"
        ),
        ("fc.*",),
    ),
    "conditions on names": (
        (
            "no_decay = ['bias', 'backbone.1.weight']\n"
            "groups = [\n"
            "    {'params': [p for n, p in model.named_parameters() if not any(nd in n for nd in no_decay)],\n"
            "     'weight_decay': 0.01},\n"
            "    {'params': [p for n, p in model.named_parameters() if any(nd in n for nd in no_decay)],\n"
            "     'weight_decay': 0.0, 'lr': 3e-3}]\n"
            "opt = AdamW(groups, lr=5e-5)\ns = StepLR(opt, 3)"
        ),
        ("*bias*", "*backbone.1.weight*"),
    ),
    "what others leave": (
        (
            "ignored = list(map(id, model.fc.parameters()))\n"
            "base = filter(lambda p: id(p) not in ignored, model.parameters())\n"
            "opt = SGD([dict(params=base), dict(params=model.fc.parameters(), lr=0.1)], lr=0.01, weight_decay=1e-4)\n"
            "s = LambdaLR(opt, lr_lambda=[lambda e: 0.9 ** e, lambda e: 0.5 ** e])"
        ),
        ("fc.*",),
    ),
    "a loop that sorts": (
        (
            "bias, rest = [], []\n"
            "for name, p in model.named_parameters():\n"
            "    if not p.requires_grad:\n        continue\n"
            "    if name.endswith('bias'):\n        bias.append(p)\n    else:\n        rest.append(p)\n"
            "opt = SGD([{'params': bias, 'lr': 0.2, 'weight_decay': 0}, {'params': rest}], lr=0.1, weight_decay=1e-4)\n"
            "s = LambdaLR(opt, [lambda e: 0.9 ** e, lambda e: 0.5 ** e])"
        ),
        ("*bias",),
    ),
    "added later": (
        (
            "opt = SGD(model.backbone.parameters(), lr=0.2)\n"
            "opt.add_param_group({'params': model.fc.parameters(), 'lr': 1.0})\ns = StepLR(opt, 4)"
        ),
        ("fc.*",),
    ),
    "a list with an element appended": (
        (
            "params = [{'params': model.backbone.parameters()}]\n"
            "params.append({'params': list(model.fc.parameters()), 'lr': 0.3})\n"
            "opt = SGD(params, lr=0.1)\ns = StepLR(opt, 4)"
        ),
        ("fc.*",),
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_every_parameter_has_the_rate_that_it_has_in_torch(name: str) -> None:
    text, patterns = TEXTS[name]
    run = parse(HEAD + text)
    assert tuple(group.pattern for group in run.groups) == patterns
    model = Net()
    scope: dict[str, Any] = {"model": model}
    exec(HEAD + text, scope)  # noqa: S102 - written above
    names = {id(parameter): one for one, parameter in model.named_parameters()}
    lrs = Experiment.of(run, steps=7).curve(run, np.arange(7)).lrs
    for t in range(7):
        for group in scope["opt"].param_groups:
            for parameter in group["params"]:
                own = run.group(names[id(parameter)])
                place = 0 if own is None else own + 1
                assert lrs[place][t] == pytest.approx(group["lr"], rel=1e-12)
                shared = getattr(run.optimizer, "weight_decay")  # noqa: B009 - SGD and AdamW have one
                decay = None if own is None else run.groups[own].weight_decay
                assert group["weight_decay"] == (shared if decay is None else decay)
        scope["opt"].step()
        scope["s"].step()


@pytest.mark.parametrize(
    ("line", "groups"),
    [
        ("for p in model.backbone.parameters():\n    p.requires_grad = False", (Group("backbone.*", frozen=True),)),
        ("model.backbone[0].requires_grad_(False)", (Group("backbone.0.*", frozen=True),)),
        (
            "for n, p in model.named_parameters():\n    if 'norm' in n:\n        p.requires_grad_(False)",
            (Group("*norm*", frozen=True),),
        ),
        ("for p in model.parameters():\n    p.requires_grad = False", ()),
    ],
)
def test_what_is_frozen_is_a_group(line: str, groups: tuple[Group, ...]) -> None:
    assert parse(f"{line}\nopt = SGD(model.parameters(), lr=0.1)").groups == groups


def test_what_names_do_not_tell_is_said_and_its_rate_is_drawn() -> None:
    text = (
        "decay, others = [], []\nfor n, p in model.named_parameters():\n"
        "    if p.ndim < 2:\n        others.append(p)\n    else:\n        decay.append(p)\n"
        "opt = SGD([{'params': decay, 'weight_decay': 0.1}, {'params': others, 'lr': 0.5}], lr=0.1)"
    )
    reading = study(text)
    assert reading.run is not None
    assert reading.run.rates() == (0.1, 0.5)
    (finding,) = reading.findings
    assert (finding.rule, finding.severity, finding.line) == ("LR202", "warning", 7)
    assert "others.*" in finding.message


def test_what_else_a_group_has_of_its_own_is_said() -> None:
    text = "o = SGD([{'params': m.a.parameters()}, {'params': m.b.parameters(), 'momentum': 0.5}], lr=0.1)"
    (finding,) = study(text).findings
    assert "own momentum is not read" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "o = SGD([{'params': p, 'lr': 0.1 * i} for i, p in enumerate(model.parameters())], lr=1)",
        "g = []\nfor i in range(n):\n    g.append({'params': ps[i], 'lr': 0.5 ** i})\no = SGD(g, lr=1)",
    ],
)
def test_groups_made_in_a_loop_are_refused_in_words(text: str) -> None:
    with pytest.raises(LrvizError, match="made in a loop"):
        parse(text)


def test_a_group_s_rate_that_the_text_lacks_is_asked() -> None:
    text = "o = SGD([{'params': m.a.parameters(), 'lr': args.lr}, {'params': m.b.parameters()}], lr=1)"
    with pytest.raises(LrvizError, match=r"args\.lr is not given"):
        parse(text)
    assert parse(text, names={"args.lr": 0.5}) == Run("constant", None, SGD(0.5), groups=(Group("b.*", lr=1.0),))


GROUPS = st.lists(
    st.builds(
        Group,
        st.sampled_from(["*.bias", "0.*", "fc.weight", "*a[bc]?", "it's", "*"]),
        st.none() | st.floats(0, 1),
        st.none() | st.floats(0, 1),
        frozen=st.booleans(),
    ),
    max_size=4,
    unique_by=lambda group: group.pattern,
).map(tuple)


@given(data=st.data(), groups=GROUPS)
@settings(max_examples=60, deadline=None)
def test_groups_read_back_as_they_were(data: st.DataObject, groups: tuple[Group, ...]) -> None:
    frozen = [group if not group.frozen else Group(group.pattern, frozen=True) for group in groups]
    optimizer = data.draw(specs(data.draw(st.sampled_from(OPTIMIZERS))))
    try:
        run = Run("StepLR", StepLR(3), optimizer, groups=tuple(frozen))
    except SpecError:
        return
    assert parse(code(run)) == run


NET = """\
import itertools
from types import SimpleNamespace
from torch import nn
from torch.optim import SGD, AdamW
from torch.optim.lr_scheduler import *
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.backbone = nn.Sequential(nn.Linear(2, 2), nn.LayerNorm(2))
        self.head = nn.Linear(2, 2)
model = Net()
"""


@pytest.mark.parametrize("text", texts("groups"))
def test_groups_that_a_text_makes_one_after_the_other_are_torch_s(text: str) -> None:
    run = agrees(NET + text).run
    assert run is not None
    scope: dict[str, Any] = {"loader": range(4)}
    exec(compile(NET + text.partition("scheduler =")[0], "text", "exec"), scope)  # noqa: S102 - it stands beside this
    groups = scope["optimizer"].param_groups
    assert sorted(run.rates()) == pytest.approx(sorted(group["lr"] for group in groups))


WRITTEN = "{'params': model.backbone.parameters(), 'lr': 0.2}", "{'params': model.fc.parameters(), 'lr': 0.3}"


@pytest.mark.parametrize(
    "put_together",
    ["[{0}] + [{1}]", "[{0}, *[{1}]]", "list([{0}, {1}])", "[*({0}, {1})]", "[] + list([{0}]) + [*[{1}]]"],
)
def test_groups_put_together_from_lists_are_those_of_the_lists(put_together: str) -> None:
    run = parse(f"{HEAD}opt = SGD({put_together.format(*WRITTEN)}, lr=0.1)\ns = StepLR(opt, 3)")
    assert run.rates() == (0.2, 0.3)


@pytest.mark.parametrize("added", ["[{0}] + [{1} for x in range(3)]", "[{0}, *({1} for x in layers)]"])
def test_groups_of_which_some_are_made_in_a_loop_are_refused(added: str) -> None:
    with pytest.raises(LrvizError, match="parameter groups that are made in a loop are not read"):
        parse(f"{HEAD}opt = SGD({added.format(*WRITTEN)}, lr=0.1)\ns = StepLR(opt, 3)")
