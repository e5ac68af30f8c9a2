"""The Gradients view: how one backward pass reaches every parameter, and what the optimizer makes of it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication

from lrviz.catalog.surface import Surface
from lrviz.experiment import Experiment
from lrviz.results import Norms
from lrviz.run import Run
from lrviz.ui import metrics
from lrviz.ui.figure import Figure, Plot
from lrviz.ui.numbers import rough, short, whole
from lrviz.ui.pages.chain import Box, Chain, Has, Holds
from lrviz.ui.paint.chain_layout import chain_height
from lrviz.ui.racing.raced import Raced, plan_behind
from lrviz.ui.speech import counts
from lrviz.ui.views import gradients_headline, slopes
from lrviz.ui.views.anatomy import anatomy
from lrviz.ui.views.folding import Fold, folded
from lrviz.ui.views.gradients_headline import called, share
from lrviz.ui.views.layers import Layer, NormsOf, Parameter, layers_at, recent
from lrviz.ui.views.norms import norm_plots
from lrviz.ui.views.study import Study

DECADES = 3.0
"""Powers of ten below the largest gradient over which arrows get thinner."""
LOW, BARE = 380.0, 150.0
"""Below a chain, what is left of the height that pictures and plots share, and that pictures alone fill."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Gradients", text)


def figure(experiment: Experiment, raced: Mapping[str, Raced], study: Study) -> Figure:
    """Give the chain of the selected run's layers, the update of one of them taken apart, and norms over the race."""
    run = next((run for run in experiment.runs if run.name == study.selected), None)
    if run is None:
        return _nothing()
    if isinstance(experiment.problem.model, Surface):
        return slopes.figure(experiment, experiment.problem.model, raced, study)
    norms = norms_of(raced, run.name)
    at = at_cursor(norms, study)
    layers = known_layers(experiment, run, norms, study)
    folds = folded(layers, study.opened, study.room[0])
    chosen = chosen_of(folds, study)
    moment = _moment(raced.get(run.name), study)
    lately = [recent(norms, at, fold.layer) for fold in folds]
    chain = _chain(run, list(zip(folds, lately, strict=True)), chosen, study, moment)
    left = study.room[1] - chain_height(chain, study.room[0], metrics.scale())
    apart = None
    if study.apart is not None and chosen is not None and left > BARE:
        apart = anatomy(run, chosen.layer, study.apart, study.spot)
    plan = plan_behind(experiment, [raced[run.name]] if norms is not None else [])
    plots: tuple[Plot, ...] = ()
    if norms is not None and left > (LOW if apart is not None else BARE):
        plots = norm_plots(experiment, plan, run, norms, study, (folds, chosen))
    headline = gradients_headline.finding(layers)
    return Figure(
        headline,
        _subline(plan, run, study, moment),
        plots,
        columns=2,
        describe=partial(_words, headline, [fold.layer for fold in folds]),
        chain=chain,
        anatomy=apart,
    )


def norms_of(raced: Mapping[str, Raced], name: str) -> Norms | None:
    """Give the norms of a run's first seed; None where it wasn't raced as it is."""
    result = raced.get(name)
    norms = None if result is None or result.stale else result.traces[0].norms
    return norms if norms is not None and len(norms.steps) else None


def at_cursor(norms: Norms | None, study: Study) -> int:
    """Give the index of the norms of the last update measured at the cursor; −1 where none are."""
    if norms is None:
        return -1
    done = study.cursor + 1
    return max(0, int(np.searchsorted(norms.steps, done, side="right")) - 1)


def folds_of(experiment: Experiment, raced: Mapping[str, Raced], study: Study) -> tuple[Fold, ...]:
    """Give the layers as they are shown in the room there is."""
    run = next(run for run in experiment.runs if run.name == study.selected)
    norms = norms_of(raced, run.name)
    layers = known_layers(experiment, run, norms, study)
    return folded(layers, study.opened, study.room[0])


def known_layers(experiment: Experiment, run: Run, norms: Norms | None, study: Study) -> tuple[Layer, ...]:
    """Give what is known of each layer: at the cursor, or of an update taken apart where nothing was raced."""
    shapes, at, apart = experiment.problem.shapes, at_cursor(norms, study), study.apart
    if apart is not None and (norms is None or apart.step == study.cursor):
        return layers_at(run, shapes, norms=norms, at=at, apart=apart)
    return layers_at(run, shapes, norms=norms, at=at, before=apart)


def chosen_of(folds: Sequence[Fold], study: Study) -> Fold | None:
    """Give the layer whose update is shown: the chosen one, else the first with parameters that are trained."""
    holding = [fold for fold in folds if fold.layer.parameters]
    found = next((fold for fold in holding if fold.key == study.layer), None)
    return found or next((fold for fold in holding if not fold.layer.frozen), holding[0] if holding else None)


@dataclass(frozen=True)
class Moment:
    """The update that is shown, and its loss and rate as far as they are known."""

    step: int
    loss: float | None = None
    lr: float | None = None


def _moment(raced: Raced | None, study: Study) -> Moment:
    """Give the update at the cursor as it was raced, or the one taken apart where there is no race."""
    apart = study.apart
    if raced is not None and not raced.stale and study.cursor < len(raced.traces[0].losses):
        trace = raced.traces[0]
        return Moment(study.cursor, float(trace.losses[study.cursor]), float(trace.lrs[study.cursor]))
    if apart is None:
        return Moment(study.cursor)
    lr = next((part.lr for part in apart.parts.values() if part.requires_grad), None)
    return Moment(apart.step, apart.loss, lr)


def _chain(run: Run, drawn: Sequence[tuple[Fold, NormsOf]], chosen: Fold | None, study: Study, moment: Moment) -> Chain:
    folds = [fold for fold, _ in drawn]
    flowing = [fold.layer.backward for fold in folds if fold.layer.backward]
    largest = max((norm for norm in flowing if math.isfinite(norm)), default=0.0)
    stops = any(fold.layer.backward is None and fold.layer.parameters for fold in folds)
    apart = study.apart
    batch = apart.chain[0].output[0] if apart is not None and apart.chain and apart.chain[0].output else 0
    return Chain(
        title=_tr("From input to loss and back"),
        note=_tr("above, forward: shape · rms of what a layer gives; below, loss.backward(): ‖∂loss/∂output‖"),
        boxes=tuple(
            replace(_box(fold, before, largest, selected=fold is chosen), recent=lately)
            for before, (fold, lately) in zip((None, *folds), drawn, strict=False)
        ),
        input=counts.rows(batch) if batch else "",
        loss="" if moment.loss is None else rough(moment.loss),
        colour=run.colour,
        stop=_tr("backward stops: nothing below asks for a gradient") if stops else "",
    )


def _box(fold: Fold, before: Fold | None, largest: float, *, selected: bool) -> Box:
    layer = fold.layer
    title = layer.kind or layer.name
    if layer.layers > 1:
        title = _tr("{0} · {1} layer{1:|s}").format(layer.name, layer.layers)
    gradient = layer.gradient
    return Box(
        key=fold.key,
        title=title,
        name=layer.name,
        holds=tuple(_holds(parameter, alone=layer.layers == 1) for parameter in layer.parameters),
        gradient=_tr("None") if gradient is None else "–" if math.isnan(gradient) else rough(gradient),
        about=_about(layer),
        forward=_forward(layer, () if before is None else before.layer.output),
        backward="" if layer.backward is None or math.isnan(layer.backward) else _brief(layer.backward),
        strength=_strength(layer.backward, largest),
        frozen=layer.frozen,
        layers=layer.layers,
        open=bool(fold.within),
        selected=selected,
    )


def _holds(parameter: Parameter, *, alone: bool) -> Holds:
    has: Has = "frozen" if parameter.frozen else "none" if parameter.gradient is None else "gradient"
    return Holds(parameter.last if alone and len(parameter.name) > 14 else parameter.name, has)


def _about(layer: Layer) -> str:
    if not layer.parameters or math.isnan(layer.weight):
        return ""
    words = _tr("‖w‖ {0}").format(_brief(layer.weight))
    return words if math.isnan(layer.moved) else _tr("{0}, Δw {1}").format(words, share(layer.moved))


def _forward(layer: Layer, given: tuple[int, ...]) -> str:
    """Say what a layer gives: its shape, where that isn't what it was given, and its root mean square."""
    if not layer.output or math.isnan(layer.forward):
        return ""
    if layer.output == given:
        return rough(layer.forward)
    return _tr("{0} · {1}").format("×".join(map(str, layer.output)), rough(layer.forward))


def _brief(value: float) -> str:
    """Write a norm with two digits."""
    return short(float(f"{value:.2g}"))


def _strength(backward: float | None, largest: float) -> float | None:
    """Give how thick an arrow is: 1 for the largest gradient, 0 for one smaller by several powers of ten."""
    if backward is None:
        return None
    if not (backward > 0 and largest > 0 and math.isfinite(backward)):
        return 0.3 if math.isnan(backward) else 0.0
    return max(0.0, 1 + math.log10(backward / largest) / DECADES)


def _subline(plan: Experiment, run: Run, study: Study, moment: Moment) -> str:
    words = _tr("{0}, update {1} of {2}").format(run.name, whole(moment.step), whole(plan.training.steps))
    words += "" if moment.loss is None else _tr(": loss {0}").format(rough(moment.loss))
    words += "" if moment.lr is None else _tr(", lr {0}").format(short(moment.lr))
    return f"{words}. {study.note}".strip() if study.note else f"{words}."


def _words(headline: str, layers: Sequence[Layer]) -> str:
    """Give the chain in words, for those who can't see it."""
    text = _tr("{0}: gradient {1}, weight {2}, update {3} of it.")
    said = [
        text.format(
            called(layer),
            _tr("None") if layer.gradient is None else short(layer.gradient),
            short(layer.weight),
            share(layer.moved),
        )
        for layer in layers
        if layer.parameters and not math.isnan(layer.weight)
    ]
    return " ".join((headline, *said))


def _nothing() -> Figure:
    """Say what to do where there is no run."""
    return Figure(
        QCoreApplication.translate("Figure", "No run yet"),
        QCoreApplication.translate("Figure", "Add one, or paste your scheduler code here."),
    )
