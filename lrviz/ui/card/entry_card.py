"""The card of a choice or a view as a pop-up."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from lrviz.catalog.cards import Card, Source
from lrviz.manual import RULE
from lrviz.notation import plain
from lrviz.spec import Field
from lrviz.ui import metrics
from lrviz.ui.card.picture import figure_of
from lrviz.ui.card.shipped import ShippedPicture
from lrviz.ui.controls.drawing import px, rounded
from lrviz.ui.controls.formula import Formula
from lrviz.ui.controls.popup import PopUp
from lrviz.ui.controls.words import explained
from lrviz.ui.figure import Figure
from lrviz.ui.palette import theme
from lrviz.ui.showing.portrait import Portrait

JOINED = "\u00a0"
"""A space at which no line ends: Qt ends one at a narrow one."""
RULES = "rule:"
"""What a link to a rule's manual begins with."""


def tr(text: str) -> str:
    """Translate a text of the cards."""
    return QCoreApplication.translate("Card", text)


def named(card: Card) -> str:
    """Give what a card is called: a class by its own name, a view in the language in force."""
    return QCoreApplication.translate("View", card.name) if card.kind == "view" else card.name


def kind_of(card: Card) -> str:
    """Say what kind of thing a card is about."""
    return {
        "schedule": tr("Schedule"),
        "loss": tr("Loss"),
        "optimizer": tr("Optimizer"),
        "metric": tr("Metric"),
        "problem": tr("Problem"),
        "model": tr("Model"),
        "surface": tr("Surface"),
        "signal": tr("Supposed metric"),
        "view": tr("View"),
    }[card.kind]


def empty_card(card: Card, parent: QWidget) -> PopUp:
    """Make the pop-up of a card, with nothing but its head."""
    made = PopUp(named(card), metrics.CARD_WIDTH, parent)
    made.kind.setText(kind_of(card))
    return made


def filled(made: PopUp, card: Card, colour: int, field: str, explain: Callable[[str], None]) -> Iterator[None]:
    """Fill a pop-up with what its card says, a part at a time: each takes a few milliseconds.

    Its picture is in a run's colour, and what is said of a `field` is in sight; `explain` opens the manual of a rule.
    """
    for text in (card.manual.summary, *card.manual.more):
        made.say(_said(text))
    figure = figure_of(card, colour)
    if figure is not None:
        made.add(_picture(card, figure, made.body))
    elif card.kind == "view":
        made.add(ShippedPicture(card.key, tr("Picture of {0}").format(named(card)), made.body))
    yield
    if card.formula:
        made.add(_Sunken(Formula(card.formula, made.body), made.body), "\n".join(map(plain, card.formula)))
    yield
    made.section(tr("When to use it"))
    made.say(_sentence(card.manual.when))
    made.section(tr("Common mistake"))
    _tell_mistake(made, card, explain)
    yield
    shown = [one for one in card.parameters if one.help]
    if shown:
        made.section(tr("Parameters"))
        made.add(_parameters(shown, field, made), "\n".join(f"{one.name}: {explained(one)}" for one in shown))
    yield
    if card.sources:
        made.section(tr("Sources"))
        for source in card.sources:
            made.link(_link(source), f"{source.text} {source.link}".strip())


def _tell_mistake(made: PopUp, card: Card, explain: Callable[[str], None]) -> None:
    mistake = _sentence(card.manual.mistake)
    if not card.manual.rules:
        made.say(mistake)
        return
    label = made.link(_with_rules(mistake), mistake)
    label.setOpenExternalLinks(False)
    label.linkActivated.connect(lambda link: explain(link.removeprefix(RULES)))


def _said(text: str) -> str:
    return QCoreApplication.translate("Catalog", text).replace(" %", f"{JOINED}%")


def _sentence(text: str) -> str:
    """Give a section's text as a sentence of its own; names of classes keep their letters."""
    said = _said(text)
    first = said.partition(" ")[0]
    code = "_" in first or "(" in first or "=" in first or not first.islower()
    return said if code else said[:1].upper() + said[1:]


def _with_rules(text: str) -> str:
    """Give a text as HTML in which the ids of rules are links to their manuals."""
    ink = theme().info.name()
    return RULE.sub(rf'<a href="{RULES}\g<0>" style="color:{ink}">\g<0></a>', html.escape(text, quote=False))


def _link(source: Source) -> str:
    said = html.escape(source.text, quote=False)
    if not source.link:
        return said
    return f'<a href="{html.escape(source.link)}" style="color:{theme().info.name()}">{said}</a>'


def _picture(card: Card, figure: Callable[[int], Figure], parent: QWidget) -> Portrait:
    made = Portrait(parent)
    curves, maps = metrics.CARD_PICTURE
    flat = card.kind in {"surface", "optimizer", "problem"}
    made.setFixedHeight(px(maps if flat else curves))
    if flat:
        made.setFixedWidth(px(2 * maps))
    made.show_figure(figure, tr("Picture of {0}").format(named(card)))
    return made


def _parameters(shown: list[Field], field: str, card: PopUp) -> QWidget:
    """List parameters: the name, and beside it what it does and what it may be. `field` is marked and in sight."""
    table = QWidget(card.body)
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(metrics.S4))
    grid.setVerticalSpacing(px(metrics.S2))
    grid.setColumnStretch(1, 1)
    for row, one in enumerate(shown):
        name = QLabel(one.name, table)
        name.setFont(metrics.font("code"))
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        about = QLabel(table)
        about.setText(explained(one))
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setFont(metrics.font("secondary"))
        about.setWordWrap(True)
        grid.addWidget(about, row, 1)
        if one.name == field:
            for label in (name, about):
                label.setFont(_strong(label))
            card.show_first(name)
    return table


def _strong(label: QLabel) -> QFont:
    font = QFont(label.font())
    font.setWeight(QFont.Weight.DemiBold)
    return font


class _Sunken(QWidget):
    """A formula on a ground of its own."""

    def __init__(self, inside: Formula, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        margin = px(metrics.S3)
        column.setContentsMargins(margin, px(metrics.S1), margin, px(metrics.S1))
        column.addWidget(inside)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(metrics.S12), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), self.rect().toRectF(), metrics.CARD, fill=theme().sunken)
