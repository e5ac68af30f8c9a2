"""The devices: each is there with a name, or absent with a reason."""

from __future__ import annotations

import pytest
import torch

from lrviz.engine.devices import card, devices, resolve
from lrviz.errors import ResourceError


def test_every_device_is_listed_and_an_absent_one_says_why() -> None:
    listed = {device.name: device for device in devices()}
    assert list(listed) == ["auto", "cpu", "cuda", "mps"]
    assert not listed["auto"].missing
    assert not listed["cpu"].missing
    assert bool(listed["cuda"].missing) is not torch.cuda.is_available()
    assert bool(listed["mps"].missing) is not torch.backends.mps.is_available()
    assert listed["auto"].label == f"automatic: {card(resolve('auto').type)}"


@pytest.mark.parametrize("name", ["cuda", "mps"])
def test_a_device_resolves_or_is_refused_in_one_line(name: str) -> None:
    missing = {device.name: device.missing for device in devices()}[name]
    if not missing:
        assert resolve(name).type == name  # type: ignore[arg-type]  # a plain str
        return
    with pytest.raises(ResourceError) as refused:
        resolve(name)  # type: ignore[arg-type]  # a plain str
    assert str(refused.value) == f"device {name!r} can't be used: {missing}"


def test_a_device_of_another_name_is_refused() -> None:
    with pytest.raises(ResourceError, match=r"^device must be one of auto, cpu, cuda, mps, not 'tpu'$"):
        resolve("tpu")  # type: ignore[arg-type]  # what a user may write


def test_automatic_is_the_cpu_where_there_is_nothing_better() -> None:
    if torch.cuda.is_available() or torch.backends.mps.is_available():
        pytest.skip("there is something better here")
    assert resolve("auto") == torch.device("cpu")
