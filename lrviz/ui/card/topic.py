"""What a card is to be about: what has the focus, or else the view in sight."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from lrviz.catalog.cards import CLASSES, Card, card_of, view_card
from lrviz.spec import Spec
from lrviz.ui.form.finder_form import FinderForm
from lrviz.ui.form.ground_form import GroundForm
from lrviz.ui.form.metric_form import MetricForm
from lrviz.ui.form.part_form import PartForm
from lrviz.ui.form.problem_form import ProblemForm
from lrviz.ui.form.run_form import RunForm
from lrviz.ui.form.spec_form import SpecForm
from lrviz.ui.panels.problem_card import ProblemCard
from lrviz.ui.panels.run_list import RunList
from lrviz.ui.store import Store

KNOWN = frozenset(cls for classes in CLASSES.values() for cls in classes)


class Topic(NamedTuple):
    """A card, the field that it is asked about, and the widget that asked."""

    card: Card
    field: str = ""
    widget: QWidget | None = None


def topic_of(focused: QWidget | None, store: Store, view: str) -> Topic:
    """Give what the card of a focused widget is about; where it is about nothing else, the view in sight."""
    field, widget = "", focused
    while widget is not None and not widget.isWindow():
        field = field or str(getattr(getattr(widget, "field", None), "name", ""))
        cls = _class_of(widget, focused, store)
        if cls in KNOWN and cls is not None:
            card = card_of(cls)
            return Topic(card, field if field in {one.name for one in card.parameters} else "", focused)
        if isinstance(widget, (GroundForm, FinderForm)):
            return Topic(view_card("landscape" if isinstance(widget, GroundForm) else "finder"), "", focused)
        widget = widget.parentWidget()
    return Topic(view_card(view), "", focused)


def _class_of(widget: QWidget, focused: QWidget | None, store: Store) -> type[Spec] | None:
    """Give the class that a part of the window is about; None where it says nothing of that."""
    run, problem = store.run, store.experiment.problem
    match widget:
        case SpecForm():
            return _kind(widget.spec)
        case PartForm():
            return type(widget.part)
        case MetricForm():
            return type(store.experiment.metric)
        case ProblemForm():
            return type(problem.model) if focused is not None and focused is widget.model else type(problem)
        case ProblemCard():
            return type(problem)
        case RunList() if run is not None and run.schedule is not None:
            return type(run.schedule)
        case RunForm() if run is not None and focused is not None:
            part = widget.part_of(focused)
            return {
                "schedule": _kind(run.schedule),
                "optimizer": type(run.optimizer),
                "loss": type(run.loss),
            }.get(part)
    return None


def _kind(spec: object) -> type[Spec] | None:
    return type(spec) if isinstance(spec, Spec) else None
