"""Every text of the catalog and its values that a person reads: what a translation has to say."""

from __future__ import annotations

from collections.abc import Iterator

from lrviz.catalog.cards import cards
from lrviz.catalog.models.own_model import ModelFile
from lrviz.catalog.source import Source
from lrviz.experiment import Experiment
from lrviz.run import Branch, EarlyStopping, Group, Run
from lrviz.spec import Field, fields
from lrviz.training import Training

VALUES = (Experiment, Run, Group, Branch, EarlyStopping, Training, Source, ModelFile)
"""What has a form and isn't in the catalog."""


def texts() -> Iterator[str]:
    """Give each text once, as the window asks for it in the context "Catalog": a paragraph, a field's help, a word."""
    said: dict[str, None] = {}
    for card in cards():
        said.update(dict.fromkeys(card.manual.texts))
        said.update(dict.fromkeys(word for field in card.parameters for word in _of(field)))
        said.update(dict.fromkeys(filter(None, (getattr(card.cls, "only", ""),))))
    for cls in VALUES:
        said.update(dict.fromkeys(word for field in fields(cls) for word in _of(field)))
    yield from said


def _of(field: Field) -> Iterator[str]:
    yield from filter(None, (field.help, field.none))
