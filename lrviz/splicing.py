"""Splicing: the trace of a branch, put behind that of the run it leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from lrviz.results import Floats, Norms, Trace


def until(trace: Trace, updates: int) -> Trace:
    """Give what a run had done after so many updates, for one that leaves it then: it has come to no end of its own."""
    measured = trace.metric_steps <= updates
    norms = trace.norms
    return Trace(
        losses=trace.losses[:updates],
        lrs=trace.lrs[:updates],
        metrics=MappingProxyType({name: values[measured] for name, values in trace.metrics.items()}),
        metric_steps=trace.metric_steps[measured],
        norms=None if norms is None else _rows(norms, norms.steps <= updates),
        looks=tuple(look for look in trace.looks if look.steps <= updates),
        places=trace.places[: updates + 1],
        slopes=trace.slopes[:updates],
    )


def padded(trace: Trace, updates: int) -> Trace:
    """Give a trace of so many updates: NaN where a run isn't known to have done them."""
    missing = updates - len(trace.losses)
    if missing <= 0:
        return trace
    nothing = np.full(missing, np.nan)
    walked = np.full((missing if len(trace.places) else 0, 2), np.nan)
    return replace(
        trace,
        losses=np.concatenate([trace.losses, nothing]),
        lrs=np.concatenate([trace.lrs, nothing]),
        places=np.concatenate([trace.places, walked]),
        slopes=np.concatenate([trace.slopes, walked]),
    )


def joined(before: Trace, own: Trace) -> Trace:
    """Give the trace of a branch: what was before it left its parent, and what it has done itself."""
    return replace(
        own,
        losses=np.concatenate([before.losses, own.losses]),
        lrs=np.concatenate([before.lrs, own.lrs]),
        metrics=_metrics(before, own),
        metric_steps=np.concatenate([before.metric_steps, own.metric_steps]),
        norms=own.norms if before.norms is None else _norms(before.norms, own.norms),
        looks=(*before.looks, *own.looks),
        places=np.concatenate([before.places, own.places]),
        slopes=np.concatenate([before.slopes, own.slopes]),
    )


def _metrics(before: Trace, own: Trace) -> Mapping[str, Floats]:
    """Put the metrics one behind the other, NaN where only one has them."""
    names = dict.fromkeys((*before.metrics, *own.metrics))
    pieces = {name: [_of(trace, name) for trace in (before, own)] for name in names}
    return MappingProxyType({name: np.concatenate(each) for name, each in pieces.items()})


def _of(trace: Trace, name: str) -> Floats:
    missing: Floats = np.full(len(trace.metric_steps), np.nan)
    return trace.metrics.get(name, missing)


def _rows(norms: Norms, kept: NDArray[np.bool_]) -> Norms:
    return replace(
        norms,
        steps=norms.steps[kept],
        gradients=norms.gradients[kept],
        weights=norms.weights[kept],
        updates=norms.updates[kept],
    )


def _norms(before: Norms, own: Norms | None) -> Norms:
    if own is None:
        return before
    return replace(
        own,
        steps=np.concatenate([before.steps, own.steps]),
        gradients=np.concatenate([before.gradients, own.gradients]),
        weights=np.concatenate([before.weights, own.weights]),
        updates=np.concatenate([before.updates, own.updates]),
    )
