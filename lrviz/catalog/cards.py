"""Cards: what people are told of each choice, generated from its class, and found by its name."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from lrviz import notation
from lrviz.catalog.losses import LOSSES
from lrviz.catalog.metrics import METRICS
from lrviz.catalog.models import MODELS
from lrviz.catalog.optimizers import OPTIMIZERS
from lrviz.catalog.problems import PROBLEMS
from lrviz.catalog.schedule import Schedule
from lrviz.catalog.schedules import SCHEDULES
from lrviz.catalog.signals import SIGNALS
from lrviz.catalog.surfaces import SURFACES
from lrviz.catalog.views import VIEWS
from lrviz.errors import LrvizError, nearest, shown, with_nearest
from lrviz.manual import Manual
from lrviz.sentences import say
from lrviz.spec import Field, Spec, fields

Kind = Literal["schedule", "loss", "optimizer", "metric", "problem", "model", "surface", "signal", "view"]

CLASSES: dict[Kind, tuple[type[Spec], ...]] = {
    "schedule": SCHEDULES,
    "loss": LOSSES,
    "optimizer": OPTIMIZERS,
    "metric": METRICS,
    "problem": PROBLEMS,
    "model": MODELS,
    "surface": SURFACES,
    "signal": SIGNALS,
}
"""The catalog's classes by what they are."""

_DOCS = (
    ("torch.", "https://docs.pytorch.org/docs/stable/generated/{0}.html"),
    ("sklearn.", "https://scikit-learn.org/stable/modules/generated/{0}.html"),
    ("torchmetrics.", "https://lightning.ai/docs/torchmetrics/stable/"),
    ("transformers.", "https://huggingface.co/docs/transformers/main_classes/optimizer_schedules"),
    ("timm.", "https://huggingface.co/docs/timm/reference/schedulers"),
    ("keras.", "https://keras.io/api/optimizers/learning_rate_schedules/"),
)
_PAPERS = re.compile(r"(?P<arxiv>\d{4}\.\d{5})|doi (?P<doi>10\.\d{4,}/[^\s,;)]+[^\s,;).])")


class Source(NamedTuple):
    """Who says so, in words, and the `link` to it; "" where there is none."""

    text: str
    link: str


@dataclass(frozen=True)
class Card:
    """What is told of a choice, or of a view.

    `key` is the name a view goes by in lrviz, and the class's name of a choice, which is `cls`; `sources` are the
    library's own page and the papers.
    """

    kind: Kind
    key: str
    name: str
    manual: Manual
    sources: tuple[Source, ...] = ()
    cls: type[Spec] | None = None

    @property
    def parameters(self) -> tuple[Field, ...]:
        """The choice's fields."""
        return fields(self.cls) if self.cls is not None else ()

    @property
    def formula(self) -> tuple[notation.Row, ...]:
        """The lines of the formula."""
        return notation.lines(self.manual.formula, frozenset({"lr", *(field.name for field in self.parameters)}))


@functools.cache
def card_of(cls: type[Spec]) -> Card:
    """Give the card of a catalog class."""
    kind = next(kind for kind, classes in CLASSES.items() if cls in classes)
    manual = cls.manual()
    told = getattr(cls, "origin", "") or ("" if cls.target.startswith("lrviz.") else cls.target)
    return Card(kind, cls.__name__, cls.__name__, manual, tuple(map(_source, filter(None, (told, manual.source)))), cls)


@functools.cache
def view_card(key: str) -> Card:
    """Give the card of a view by its key."""
    view = VIEWS[key]
    return Card("view", key, view.title, view.manual, tuple(map(_source, filter(None, (view.manual.source,)))))


@functools.cache
def cards() -> tuple[Card, ...]:
    """Give every card, in the order of their kinds."""
    return tuple(card_of(cls) for classes in CLASSES.values() for cls in classes) + tuple(map(view_card, VIEWS))


def find(name: str) -> Card:
    """Find a card by its name, whatever its capitals, or by the name its library has for it.

    Raises
    ------
    LrvizError
        There is none of that name; the nearest is named.
    """
    known = {word.lower(): card for card in reversed(cards()) for word in _called(card)}
    wanted = name.strip().lower()
    if wanted in known:
        return known[wanted]
    close = nearest(name, known)
    raise LrvizError(with_nearest(say("there is no card {name}", name=shown(name)), close and known[close].name))


def left_out(field: Field) -> str:
    """Say what a field is where it is left out.

    >>> [left_out(field) for field in card_of(SCHEDULES[1]).parameters]
    ['0.333333', '5']
    """
    if field.default is None:
        return field.none
    return f"{field.default:g}" if isinstance(field.default, float) else str(field.default)


def _called(card: Card) -> tuple[str, ...]:
    """Give what a card is found by: its names, and the last word of where it comes from."""
    origin = card.cls.origin if card.cls is not None and issubclass(card.cls, Schedule) else ""
    library = origin.rpartition(".")[2] if re.fullmatch(r"[\w.]+", origin) else ""
    return tuple(filter(None, (card.name, card.key, library)))


def _source(text: str) -> Source:
    """Give a source with the page it is found at: a library's own, a preprint's or an article's."""
    paper = _PAPERS.search(text)
    if paper is not None:
        number, doi = paper["arxiv"], paper["doi"]
        return Source(text, f"https://arxiv.org/abs/{number}" if number else f"https://doi.org/{doi}")
    page = next((page for library, page in _DOCS if text.startswith(library) and " " not in text), "")
    return Source(text, page.format(text))
