"""What the Gradients view says above its picture: who gets a gradient, how large it is, and what it moves."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from lrviz.ui.numbers import rough, short
from lrviz.ui.views.layers import Layer, Parameter

FAR = 1e3
"""A first layer's gradient so many times smaller than the last one's has vanished, so many times larger exploded."""
MANY = 10.0
"""From so many times the weights on, an update is said as a multiple of them."""
NAMED = 4
"""Of more parameters it is said how many there are."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("GradientsHeadline", text)


def finding(layers: Sequence[Layer]) -> str:
    """Give the one sentence that says most about the gradients of some layers, in the order of the forward pass."""
    holding = [layer for layer in layers if layer.parameters]
    parameters = [parameter for layer in holding for parameter in layer.parameters]
    if not parameters:
        return _tr("This model has no parameters: there is nothing to train.")
    if all(parameter.frozen for parameter in parameters):
        return _tr("No parameter gets a gradient: all are frozen, so there is nothing to train.")
    measured = [layer for layer in holding if layer.gradient is not None and not math.isnan(layer.gradient)]
    unreached = [one for one in parameters if one.gradient is None and not one.frozen]
    if unreached:
        words = _tr("{0} gets no gradient: the loss doesn’t depend on it.")
        many = _tr("{0} get no gradient: the loss doesn’t depend on them.")
        return (many if len(unreached) > 1 else words).format(listed(unreached))
    if any(one.frozen for one in parameters):
        return _frozen(holding)
    if not measured:
        return _tr("How does the one line loss.backward() reach every parameter?")
    return _sizes(measured)


def _frozen(holding: Sequence[Layer]) -> str:
    """Say what is frozen: from below, so that backward stops there, or with something trained further down."""
    first = next(i for i, layer in enumerate(holding) if not all(one.frozen for one in layer.parameters))
    if first:
        below = [one for layer in holding[:first] for one in layer.parameters]
        words = _tr("{0} gets no gradient: it is frozen, and nothing below asks for one, so backward stops after {1}.")
        if len(below) > 1:
            words = _tr(
                "{0} get no gradient: they are frozen, and nothing below asks for one, so backward stops after {1}."
            )
        return words.format(listed(below), called(holding[first]))
    frozen = [one for layer in holding for one in layer.parameters if one.frozen]
    lowest = holding[0]
    through = _tr("{0} gets no gradient: it is frozen. The chain passes through it, and {1} below gets one{2}.")
    if len(frozen) > 1:
        through = _tr("{0} get no gradient: they are frozen. The chain passes through them, and {1} below gets one{2}.")
    known = lowest.gradient is not None and math.isfinite(lowest.gradient)
    size = _tr(" of {0}").format(rough(lowest.gradient or 0.0)) if known else ""
    return through.format(listed(frozen), called(lowest), size)


def _sizes(measured: Sequence[Layer]) -> str:
    """Compare the last layer's gradient with the first one's, and what they move with the weights."""
    first, last = measured[0], measured[-1]
    low, high = first.gradient or 0.0, last.gradient or 0.0
    odd = next((layer for layer in measured if not math.isfinite(layer.gradient or 0.0)), None)
    if odd is not None:
        return _tr("The gradient of {0} is no finite number any more.").format(called(odd))
    if not any(layer.gradient for layer in measured):
        return _tr("Every gradient is 0: this update moves nothing by it.")
    moved = _moved(measured)
    if len(measured) == 1:
        return f"{_tr('{0}’s gradient is {1}').format(_begun(called(first)), rough(low))}{moved}"
    if low == 0 or high / low > FAR:
        share = _tr("0") if low == 0 else _tr("1/{0} of {1}’s").format(rough(high / low), called(last))
        words = _tr("{0}’s gradient is {1}, {2}: it vanishes on the way back.")
        return words.format(_begun(called(first)), rough(low), share)
    if high == 0 or low / high > FAR:
        words = _tr("{0}’s gradient is {1}, {2} × {3}’s: it explodes on the way back.")
        times = "∞" if high == 0 else rough(low / high)
        return words.format(_begun(called(first)), rough(low), times, called(last))
    words = _tr("{0}’s gradient is {1}, {2} × {3}’s")
    return f"{words.format(_begun(called(last)), rough(high), rough(high / low), called(first))}{moved}"


def _moved(measured: Sequence[Layer]) -> str:
    """Say how large the updates are against the weights, where that is known."""
    weight = math.hypot(*(layer.weight for layer in measured))
    updates = [layer.moved * layer.weight for layer in measured if math.isfinite(layer.moved)]
    if not updates or not weight:
        return "."
    update = math.hypot(*updates)
    words = (
        _tr("; updates are {0} of the weights.") if update < MANY * weight else _tr("; updates are {0} × the weights.")
    )
    return words.format(share(update / weight))


def share(value: float) -> str:
    """Write an update's share of the weights: in per cent with two digits, a tiny one as a power of ten.

    >>> share(0.0031), share(0.12), share(0.00001)
    ('0.31\u202f%', '12\u202f%', '10⁻⁵')
    """
    if not math.isfinite(value):
        return "–"
    return f"{float(f'{100 * value:.2g}'):g}\u202f%" if 5e-5 <= value < MANY else short(float(f"{value:.2g}"))


def called(layer: Layer) -> str:
    """Name a layer as people do: "layer 4", "fc1", or the parameter itself of one without a name."""
    if layer.name and not layer.name[0].isdigit():
        return layer.name
    if layer.name:
        return _tr("layer {0}").format(layer.name)
    return listed(layer.parameters) if layer.parameters else _tr("the model")


def listed(parameters: Sequence[Parameter]) -> str:
    """Name a few parameters, or say how many there are."""
    names = [one.name for one in parameters]
    if len(names) > NAMED:
        return _tr("{0} and {1} more").format(", ".join(names[: NAMED - 2]), len(names) - NAMED + 2)
    return names[0] if len(names) == 1 else _tr("{0} and {1}").format(", ".join(names[:-1]), names[-1])


def _begun(words: str) -> str:
    """Begin a sentence: a layer's own name stays as it is written."""
    return words[:1].upper() + words[1:] if words.startswith(_tr("layer {0}").split("{0}", maxsplit=1)[0]) else words
