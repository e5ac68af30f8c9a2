"""Questions: what a text leaves open, a row each to answer it in; and which of its optimizers is meant."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, QSettings, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from lrviz.sentences import say
from lrviz.source.reading import Choice
from lrviz.ui import metrics
from lrviz.ui.controls.below import below
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.entry import read_entry, show_entry
from lrviz.ui.controls.entry_field import EntryField
from lrviz.ui.controls.error_line import ErrorLine
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.menu import open_menu
from lrviz.ui.numbers import whole

LONGEST = 200
"""An expression of more characters isn't remembered."""
_WORDS = {"true": True, "false": False, "none": None}


class Asked(NamedTuple):
    """An expression to be given a value: the line it stands on, the whole sentence why, and its answer as text."""

    expression: str
    line: int | None = None
    why: str = ""
    answer: str = ""


class QuestionRow(QWidget):
    """`line 12  len(train_loader) =` and a field; Enter sends `answered(value)`, an emptied field `taken_back`.

    What was answered the last time is offered in a button, and taken by Enter in the empty field; never by itself.
    """

    answered = Signal(object)
    taken_back = Signal()
    entered = Signal(int)
    """Its field has the focus; the line (from 1) is the one that its expression stands on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = Asked("")
        self.line = ElidedLabel("axis", "text3", self)
        self.line.setMinimumWidth(px(metrics.S12))
        self.line.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.name = ElidedLabel("code", "text", self)
        self.field = EntryField(name="", read=_read, show=str, parent=self)
        self.field.setMaximumWidth(px(metrics.LENGTH_FIELD))
        self.last = Button("", kind="ghost", small=True, parent=self)
        self.error = ErrorLine(self)
        row = QHBoxLayout()
        row.setSpacing(px(metrics.S2))
        row.addWidget(self.line)
        row.addWidget(self.name, 1)
        row.addWidget(self.field)
        row.addWidget(self.last)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.error)
        self.field.edited.connect(self._edited)
        self.field.refused.connect(self._refuse)
        self.field.restored.connect(lambda: self._refuse(""))
        self.field.returnPressed.connect(self._take_last)
        self.last.clicked.connect(self._take_last)
        self.field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and self._asked.line is not None:
            self.entered.emit(self._asked.line)
        return super().eventFilter(watched, event)

    @property
    def expression(self) -> str:
        """What it asks for."""
        return self._asked.expression

    def ask(self, asked: Asked) -> None:
        """Ask for a value."""
        before, self._asked = self._asked, asked
        self.line.setText(self.tr("line {0}").format(whole(asked.line)) if asked.line is not None else "")
        self.line.setVisible(asked.line is not None)
        self.name.setText(f"{asked.expression} =")
        self.name.setToolTip(asked.why)
        self.field.setAccessibleName(self.tr("Value of {0}").format(asked.expression))
        self.field.setAccessibleDescription(asked.why)
        last = remembered(asked.expression) if not asked.answer else ""
        self.last.setText(self.tr("{0} as last time").format(last) if last else "")
        self.last.setVisible(bool(last))
        if asked.expression != before.expression:
            self.field.restore()
            self._refuse("")
        self.field.show_value(asked.answer)

    def _edited(self, value: Any) -> None:
        self._refuse("")
        if value == "":
            self.taken_back.emit()
            return
        remember(self.expression, self.field.text())
        self.answered.emit(_value(value))

    def _take_last(self) -> None:
        last = remembered(self.expression)
        if last and not self.field.text().strip() and not self._asked.answer:
            self.answered.emit(_value(last))

    def _refuse(self, reason: str) -> None:
        self.field.mark_error(bool(reason))
        self.error.say(reason)


class Questions(QScrollArea):
    """The rows of all that a text leaves open and of what was answered, and the choice among its optimizers."""

    answered = Signal(str, object)
    taken_back = Signal(str)
    chosen = Signal(int)
    entered = Signal(int)
    """One is about to answer for an expression of this line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[QuestionRow] = []
        self._choices: tuple[Choice, ...] = ()
        self._chosen: int | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        inside = QWidget(self)
        self.viewport().setAutoFillBackground(False)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, metrics.S1, metrics.S2, metrics.S1)
        self._column.setSpacing(metrics.S1)
        self.choice = Button("", icon="chevron-down", small=True, parent=inside)
        self.choice.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.choice.clicked.connect(self._offer)
        self.choice.hide()
        self._column.addWidget(self.choice)
        self._column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.hide()

    def ask(self, asked: Sequence[Asked], choices: tuple[Choice, ...] = (), chosen: int | None = None) -> None:
        """Ask for these values, and for one of several optimizers."""
        while len(self.rows) < len(asked):
            self.rows.append(self._row())
        for row, one in zip(self.rows, asked, strict=False):
            row.ask(one)
        for i, row in enumerate(self.rows):
            row.setVisible(i < len(asked))
        several = choices if len(choices) > 1 else ()
        self._choices, self._chosen = several, chosen
        self.choice.setVisible(bool(several))
        taken = next((one for one in several if one.line == chosen), several[0] if several else None)
        self.choice.setText("" if taken is None else self.tr("Optimizer of {0}").format(self._said(taken)))
        self.setVisible(bool(asked or several))
        self.setMaximumHeight(self._content())
        self.updateGeometry()

    @property
    def asked(self) -> list[QuestionRow]:
        """The rows that are shown."""
        return [row for row in self.rows if not row.isHidden()]

    def menu(self) -> QMenu:
        """Give the menu of the optimizers a text makes."""
        menu = QMenu(self)
        for one in self._choices:
            action = menu.addAction(self._said(one))
            action.setCheckable(True)
            action.setChecked(one.line == self._chosen)
            action.triggered.connect(lambda _=False, line=one.line: self.chosen.emit(line))
        return menu

    def go_on(self) -> None:
        """Put the focus on the first row that isn't answered."""
        following = next((row for row in self.asked if not row.field.text()), None)
        if following is not None:
            following.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(following)

    def _row(self) -> QuestionRow:
        row = QuestionRow(self.widget())
        row.answered.connect(lambda value: self.answered.emit(row.expression, value))
        row.taken_back.connect(lambda: self.taken_back.emit(row.expression))
        row.entered.connect(self.entered)
        self._column.insertWidget(len(self.rows) + 1, row)
        return row

    def _said(self, choice: Choice) -> str:
        call = " ".join(choice.call.split())
        return self.tr("line {0}: {1}").format(whole(choice.line), call if len(call) <= 60 else call[:59] + "…")

    def _offer(self) -> None:
        open_menu(self.menu(), below(self.choice))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._content())

    def _content(self) -> int:
        shown = [*([self.choice] if self._choices else []), *self.asked]
        heights = sum(max(one.sizeHint().height(), one.minimumSizeHint().height()) for one in shown)
        return heights + metrics.S1 * (len(shown) + 1)


def written(value: Any) -> str:
    """Write an answer as it is typed."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return str(list(value)) if isinstance(value, tuple) else str(value)
    return show_entry(value)


def remembered(expression: str) -> str:
    """Give what an expression was answered the last time; empty where it never was."""
    return str(QSettings().value(_key(expression), "")) if len(expression) <= LONGEST else ""


def remember(expression: str, text: str) -> None:
    """Keep an answer for the next text that leaves the same expression open."""
    if len(expression) <= LONGEST:
        QSettings().setValue(_key(expression), text)


def _key(expression: str) -> str:
    return f"answers/{expression.encode().hex()}"  # slashes and capitals mean something to settings


def _read(text: str) -> str:
    """Give a typed answer, without blanks around it.

    Raises
    ------
    ValueError
        It is none that an expression can stand for; an empty one takes the answer back.
    """
    if text.strip():
        _value(text.strip())
    return text.strip()


def _value(text: str) -> Any:
    """Give the value a typed answer stands for: a number, a literal of Python, or a word."""
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    try:
        value = read_entry(text, whole="/" not in text and "." not in text)
    except ValueError:
        value = _literal(text)
    return value


def _literal(text: str) -> Any:
    if len(text) > LONGEST:
        raise ValueError(say("an answer is at most {most} characters long", most=LONGEST))
    try:
        value = ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        if text.replace("_", "").replace("-", "").isalnum():
            return text
        raise ValueError(say("“{text}” is no number, list or word", text=text)) from None
    if isinstance(value, (list, tuple)):
        return tuple(value)
    if not isinstance(value, (bool, int, float, str)):
        raise ValueError(say("“{text}” is no number, list or word", text=text))  # noqa: TRY004 - a field shows ValueErrors
    return value
