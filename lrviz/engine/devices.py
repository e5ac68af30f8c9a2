"""The devices torch can use here, and why the others can't be used."""

from __future__ import annotations

import math
import warnings
from typing import get_args

import torch

from lrviz.errors import ResourceError, shown
from lrviz.events import Device, DeviceInfo
from lrviz.sentences import say


def devices() -> tuple[DeviceInfo, ...]:
    """Give every device there is a choice of, those that are absent with the reason in words."""
    cuda, mps = _missing_cuda(), _missing_mps()
    best: Device = "cpu" if cuda and mps else "mps" if cuda else "cuda"
    return (
        DeviceInfo("auto", f"automatic: {card(best)}"),
        DeviceInfo("cpu", card("cpu")),
        DeviceInfo("cuda", "CUDA" if cuda else card("cuda"), cuda),
        DeviceInfo("mps", card("mps"), mps),
    )


def resolve(name: Device) -> torch.device:
    """Give torch's device of this name; "auto" is the first of cuda, mps, cpu that is there.

    Raises
    ------
    ResourceError
        The device is absent, and why, or there is none of this name.
    """
    if name not in get_args(Device):
        raise ResourceError(
            say("device must be one of {names}, not {name}", names=", ".join(get_args(Device)), name=shown(name))
        )
    missing = {"cuda": _missing_cuda, "mps": _missing_mps}
    if name == "auto":
        return torch.device(next((other for other, why in missing.items() if not why()), "cpu"))
    if name in missing and (why := missing[name]()):
        raise ResourceError(say("device {name!r} can't be used: {why}", name=name, why=why))
    return torch.device(name)


def card(device: str) -> str:
    """Name a device for people: the graphics card's own name where it has one."""
    kind = device.partition(":")[0]
    return torch.cuda.get_device_name(device) if kind == "cuda" else {"cpu": "CPU", "mps": "Apple GPU"}[kind]


def captures(device: torch.device) -> bool:
    """Whether work on a device can be captured as a graph."""
    return device.type == "cuda"


def room(device: torch.device) -> float:
    """Give the bytes that a graphics card has left, with those that torch only keeps; infinity where nobody says."""
    if device.type != "cuda":
        return math.inf
    free, _ = torch.cuda.mem_get_info(device)
    return free + torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)


def _missing_cuda() -> str:
    if torch.version.cuda is None and torch.version.hip is None:
        return say("this PyTorch is built without CUDA")
    with warnings.catch_warnings(record=True) as said:  # torch warns where a driver is there but of no use
        warnings.simplefilter("always")
        if torch.cuda.is_available():
            return ""
    return str(said[0].message).partition("\n")[0] if said else say("no NVIDIA GPU, or no driver for it")


def _missing_mps() -> str:
    if not torch.backends.mps.is_built():
        return say("this PyTorch is built without MPS, which needs a Mac")
    return "" if torch.backends.mps.is_available() else say("no Apple GPU, or a macOS older than 12.3")
