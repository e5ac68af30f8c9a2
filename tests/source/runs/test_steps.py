"""Steps: when a text steps its schedulers, and that it is said where no curve is drawn of it."""

from __future__ import annotations

import pytest

from tests.source.executed import agrees, read

HEAD = """\
from torch.optim import SGD
from torch.optim.lr_scheduler import *
"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\na = StepLR(optimizer, 3)\nb2 = ExponentialLR(optimizer, 0.9)\nfor epoch in range(8):\n    for b in loader:\n        optimizer.step()\n    a.step()\n    b2.step()\n",
            id="two_epoch",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\na = StepLR(optimizer, 3)\nb2 = ExponentialLR(optimizer, 0.9)\nfor epoch in range(8):\n    for b in loader:\n        optimizer.step()\n        a.step()\n        b2.step()\n",
            id="two_batch",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\nb2 = StepLR(optimizer, 3)\na = ExponentialLR(optimizer, 0.9)\nfor epoch in range(8):\n    for b in loader:\n        optimizer.step()\n    a.step()\n    b2.step()\n",
            id="two_swapped",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\na = LinearLR(optimizer, 0.1, total_iters=4)\nb2 = CosineAnnealingLR(optimizer, 8, eta_min=0.01)\nfor epoch in range(8):\n    for b in loader:\n        optimizer.step()\n    a.step()\n    b2.step()\n",
            id="two_warm",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\na = StepLR(optimizer, 3)\nb2 = CyclicLR(optimizer, 0.01, 0.2, 3, cycle_momentum=False)\nfor epoch in range(8):\n    for b in loader:\n        optimizer.step()\n    a.step()\n    b2.step()\n",
            id="two_abs",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\na = OneCycleLR(optimizer, 0.2, total_steps=40, cycle_momentum=False)\nb2 = StepLR(optimizer, 3)\nfor epoch in range(8):\n    for b in loader:\n        optimizer.step()\n    a.step()\n    b2.step()\n",
            id="two_onecycle",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\na = LambdaLR(optimizer, lambda t: 0.9 ** t)\nb2 = LambdaLR(optimizer, lambda t: 0.5 ** t)\nfor epoch in range(8):\n    for b in loader:\n        optimizer.step()\n    a.step()\n    b2.step()\n",
            id="two_lambda",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\na = StepLR(optimizer, 3)\nb2 = ExponentialLR(optimizer, 0.9)\nc = ConstantLR(optimizer, 0.5, 4)\nfor epoch in range(8):\n    for b in loader:\n        optimizer.step()\n    a.step()\n    b2.step()\n    c.step()\n",
            id="three",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\nscheds = [StepLR(optimizer, 3), ExponentialLR(optimizer, 0.9)]\nfor epoch in range(8):\n    for b in loader:\n        optimizer.step()\n    for s in scheds:\n        s.step()\n",
            id="listed",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\na = StepLR(optimizer, 3)\nb2 = ExponentialLR(optimizer, 0.9)\nscheds = [a, b2]\nfor epoch in range(8):\n    for b in loader:\n        optimizer.step()\n    for s in scheds:\n        s.step()\n",
            id="listed_names",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\na = StepLR(optimizer, 3)\nfor epoch in range(8):\n    for i, b in enumerate(loader):\n        if (i + 1) % 1 == 0:\n            optimizer.step()\n    a.step()\n",
            id="accum_epoch",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\na = StepLR(optimizer, 3)\nfor epoch in range(8):\n    for i, b in enumerate(loader):\n        optimizer.step()\n        if i == len(loader) - 1:\n            a.step()\n",
            id="batch_in_if_epoch",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\na = ExponentialLR(optimizer, 0.5)\ndef end(s):\n    s.step()\nfor epoch in range(8):\n    for i, b in enumerate(loader):\n        optimizer.step()\n    end(a)\n",
            id="fn_step",
        ),
    ],
)
def test_schedulers_are_stepped_as_the_text_does(text: str) -> None:
    assert not agrees(HEAD + text).findings


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\na = StepLR(optimizer, 3)\nfor epoch in range(8):\n    for i, b in enumerate(loader):\n        optimizer.step()\n    if epoch % 2 == 1:\n        a.step()\n",
            id="every_second_epoch",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\na = StepLR(optimizer, 3)\nfor epoch in range(8):\n    for i, b in enumerate(loader):\n        optimizer.step()\n    a.step(epoch)\n",
            id="step_with_epoch",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\na = CosineAnnealingWarmRestarts(optimizer, 2)\nfor epoch in range(8):\n    for i, b in enumerate(loader):\n        optimizer.step()\n        a.step(epoch + i / len(loader))\n",
            id="cawr_fraction",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\na = StepLR(optimizer, 3)\nfor _ in range(4):\n    a.step()\nfor epoch in range(8):\n    for i, b in enumerate(loader):\n        optimizer.step()\n    a.step()\n",
            id="prestep",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\na = StepLR(optimizer, 2)\nfor epoch in range(8):\n    for i, b in enumerate(loader):\n        optimizer.step()\n    if epoch >= 3:\n        a.step()\n",
            id="after_warm",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\na = ExponentialLR(optimizer, 0.5)\nfor epoch in range(8):\n    for i, b in enumerate(loader):\n        optimizer.step()\n    if epoch < 3:\n        a.step()\n",
            id="until",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\na = ExponentialLR(optimizer, 0.5)\nfor epoch in range(8):\n    for i, b in enumerate(loader):\n        optimizer.step()\n    a.step()\n    a.step()\n",
            id="twice",
        ),
    ],
)
def test_steps_that_no_curve_is_drawn_of_are_told(text: str) -> None:
    _, reading = read(HEAD + text, 8)
    assert reading.run is not None
    assert [finding.severity for finding in reading.findings] == ["warning"]
    assert reading.findings[0].line


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\nb2 = LinearLR(optimizer, 0.1, total_iters=4)\na = CosineAnnealingLR(optimizer, 8, eta_min=0.01)\nfor epoch in range(8):\n    for b in loader:\n        optimizer.step()\n    a.step()\n    b2.step()\n",
            id="two_warm_swapped",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\na = StepLR(optimizer, 3)\nb2 = ExponentialLR(optimizer, 0.9)\nfor epoch in range(8):\n    for b in loader:\n        optimizer.step()\n        a.step()\n    b2.step()\n",
            id="two_batch_epoch",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\na = LinearLR(optimizer, 0.1, total_iters=3)\nb2 = StepLR(optimizer, 2)\nfor epoch in range(8):\n    for b in loader:\n        optimizer.step()\n    if epoch < 3:\n        a.step()\n    else:\n        b2.step()\n",
            id="if_warm",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\na = SequentialLR(optimizer, [LinearLR(optimizer, 0.1, total_iters=3), ReduceLROnPlateau(optimizer)], [3])\nfor epoch in range(8):\n    for b in loader:\n        optimizer.step()\n    a.step()\n",
            id="plateau_seq",
        ),
    ],
)
def test_schedulers_that_are_no_chain_are_refused(text: str) -> None:
    rates, reading = read(HEAD + text, 8)
    assert rates is None
    assert reading.findings
