"""The words for the quantities a loss is looked at along."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lrviz.catalog.quantity import QUANTITIES, Name


def _tr(text: str) -> str:
    return QCoreApplication.translate("Loss", text)


def at(name: Name, share: float) -> float:
    """Give the value of a quantity a share of the way across its stretch."""
    quantity = QUANTITIES[name]
    return quantity.low + share * (quantity.high - quantity.low)


def axis_title(name: Name) -> str:
    """Give what stands at the end of the axis."""
    return {"p": _tr("probability p"), "m": _tr("margin m"), "r": _tr("residual r"), "d": _tr("difference d")}[name]


def meaning(name: Name) -> str:
    """Give what a quantity is, in words."""
    return {
        "p": _tr("probability given to the right class"),
        "m": _tr("margin of the right class’s logit"),
        "r": _tr("output minus target"),
        "d": _tr("better document’s score minus the worse one’s"),
    }[name]


def things(name: Name) -> str:
    """Give what is counted along a quantity."""
    return _tr("pairs of documents") if name == "d" else _tr("examples")


def pushes(name: Name) -> str:
    """Say what the gradient's pane shows."""
    return {
        "r": _tr("of the output: how hard it is pulled back to the target"),
        "d": _tr("on the better document’s score, upwards"),
    }.get(name, _tr("on the right class’s logit, upwards"))
