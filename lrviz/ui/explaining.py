"""Explaining: opens the card of what has the focus, of a choice in a list, or of anything that is looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from lrviz.catalog.cards import Card, card_of, cards, find
from lrviz.catalog.metrics import METRICS
from lrviz.catalog.signal import Signal as Metric
from lrviz.errors import LrvizError
from lrviz.run import Run
from lrviz.ui import metrics
from lrviz.ui.controls.choice_list import Choice, ChoiceList, asking, corner_of
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.popup import PopUp
from lrviz.ui.form.chosen import with_loss, with_optimizer, with_schedule
from lrviz.ui.palette import NEUTRAL

if TYPE_CHECKING:
    from lrviz.ui.window import Window

F1 = "F1"


class Explaining(QObject):
    """Opens cards over a window; one is open at a time."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._store = window, window.store
        self.card: PopUp | None = None
        self.list: ChoiceList | None = None
        self._filling: Iterator[None] = iter(())
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._go_on)
        asking.explain.connect(self._asked)
        window.sidebar.form.card_wanted.connect(self.explain)

    def explain(self, focused: QWidget | None = None) -> None:
        """Open the card of a widget, or of what has the focus; else that of the view in sight."""
        from lrviz.ui.card.topic import topic_of

        widget = focused if focused is not None else QApplication.focusWidget()
        view = "overview" if self._window.overview.shown else self._window.view
        topic = topic_of(widget, self._store, view)
        inside = widget is not None and topic.card.kind != "view"
        self.open(topic.card, field=topic.field, beside=corner_of(cast("QWidget", widget)) if inside else None)

    def open(self, card: Card, *, field: str = "", beside: QRect | None = None) -> None:
        """Open a card, with a field of it in sight, beside a rectangle of the screen or in the middle of the window."""
        from lrviz.ui.card.entry_card import empty_card

        if self.card is not None:
            self.card.close()
        self.card = made = empty_card(card, self._window)
        made.destroyed.connect(lambda _=None, made=made: self._forget(made))
        self._filling = self._filled(made, card, field, beside if beside is not None else self._middle())
        self._turn.start()

    def _filled(self, made: PopUp, card: Card, field: str, place: QRect) -> Iterator[None]:
        """Fill a card and show it, in as many turns of the event loop as it takes."""
        from lrviz.ui.card.entry_card import filled

        colour = self._store.run.colour if self._store.run is not None else NEUTRAL
        yield from filled(made, card, colour, field, lambda rule: self._explain_rule(rule, place))
        self._relate(made, card, place)
        made.words.addStretch(1)
        made.copies()
        use = self._use_of(card)
        if use is not None:
            button = made.button(QCoreApplication.translate("Card", "Use it"), kind="primary")
            button.clicked.connect(made.close)
            button.clicked.connect(use)
        yield
        made.fit(place)
        yield
        made.open_at(place)

    def _go_on(self) -> None:
        """Fill the card a little more."""
        if self.card is not None and next(self._filling, self) is None:
            self._turn.start()

    def find(self) -> None:
        """Open a list of all cards to search in; the one that is taken is opened."""
        from lrviz.ui.card.entry_card import kind_of, named

        choices = [
            Choice(
                card.key,
                named(card),
                QCoreApplication.translate("Catalog", card.manual.summary),
                kind_of(card),
                words=" ".join(card.manual.texts),
            )
            for card in cards()
        ]
        self.list = made = ChoiceList(choices, self._window)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.taken.connect(lambda key: self.open(find(key)))
        made.closed.connect(lambda: setattr(self, "list", None))
        made.open_at(self._middle(), "", NEUTRAL)

    def listen(self, dialog: QWidget) -> None:
        """Open cards from a dialog, too, by the same key."""
        shortcut = QShortcut(QKeySequence(F1), dialog)
        shortcut.activated.connect(self.explain)

    def _asked(self, key: str, box: QWidget, at: QRect) -> None:
        """Open the card of a choice in a list, where it has one."""
        if box.window() is not self._window and box.window().parentWidget() is not self._window:
            return
        try:
            card = find(key)
        except LrvizError:
            return
        self.open(card, beside=at)

    def _relate(self, made: PopUp, card: Card, place: QRect) -> None:
        """Let a view's card lead to the cards of what is in sight."""
        others = self._in_sight(card.key) if card.kind == "view" else []
        if not others:
            return
        made.section(QCoreApplication.translate("Card", "In sight"))
        links = " · ".join(f'<a href="{other.key}">{other.name}</a>' for other in others)
        label = made.link(links, ", ".join(other.name for other in others))
        label.setOpenExternalLinks(False)
        label.linkActivated.connect(lambda key: self.open(find(key), beside=place))

    def _in_sight(self, view: str) -> list[Card]:
        """Give the cards of what a view shows."""
        experiment = self._store.experiment
        runs = [run for run in experiment.runs if run.visible]
        classes: dict[str, list[type | None]] = {
            "schedule": [type(run.schedule) for run in runs if run.schedule is not None],
            "loss": [type(run.loss) for run in runs],
            "training": [cls for cls in METRICS if experiment.problem.task in cls.tasks],
            "finder": [type(run.optimizer) for run in runs],
            "gradients": [type(run.optimizer) for run in runs],
            "landscape": [type(experiment.problem.model)],
        }
        return [card_of(cls) for cls in dict.fromkeys(classes.get(view, [])) if cls is not None]

    def _use_of(self, card: Card) -> Callable[[], None] | None:
        """Give what takes the card's class for the selected run; None where that changes nothing or doesn't fit."""
        run, experiment, name = self._store.run, self._store.experiment, card.key
        if card.kind == "signal" and card.cls is not None and not isinstance(experiment.metric, card.cls):
            metric = cast("Metric", card.cls.example())
            return lambda: self._store.edit(name, replace(experiment, metric=metric))
        if run is None:
            return None
        changed = run
        if card.kind == "schedule":
            changed = with_schedule(run, name, experiment)
        elif card.kind == "optimizer" and type(run.optimizer).__name__ != name:
            changed = with_optimizer(run, name, experiment)
        elif card.kind == "loss":
            changed = with_loss(run, name, experiment)
            if changed.loss.unfit(experiment.problem.task, experiment.problem.outputs):
                return None
        return None if changed == run else lambda: self._take(changed, name)

    def _take(self, changed: Run, what: str) -> None:
        self._store.edit_run(self._store.selected, changed, what)

    def _explain_rule(self, rule: str, place: QRect) -> None:
        if self.card is not None:
            self.card.close()
        self._window.remedies.explain(rule, place)

    def _forget(self, made: PopUp) -> None:
        if self.card is made:
            self.card = None

    def _middle(self) -> QRect:
        """Give a spot under the top of the view, around which a card is centred."""
        stack = self._window.stack
        top = stack.mapToGlobal(QPoint(stack.width() // 2 - px(metrics.CARD_WIDTH) // 2, px(metrics.S6)))
        return QRect(top, top)
