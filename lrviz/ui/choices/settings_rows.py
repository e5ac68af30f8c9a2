"""The rows of the settings page: a title and a sentence on the left, what is set on the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lrviz.ui import metrics, palette
from lrviz.ui.choices import settings
from lrviz.ui.choices.settings import Setting
from lrviz.ui.controls.choice_box import ChoiceBox
from lrviz.ui.controls.choice_list import Choice
from lrviz.ui.controls.drawing import px, text_width
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.segmented import Segmented
from lrviz.ui.controls.wrapped import Paragraph
from lrviz.ui.speech import language

WIDE = 300
"""Choices that are wider than so many pixels side by side stand in a list."""


def tr(text: str) -> str:
    """Translate a text of the settings page."""
    return QCoreApplication.translate("Settings", text)


@dataclass(frozen=True)
class Chosen:
    """What can be chosen: each of the `options` by its key and words; `now` and `choose` read and set it."""

    key: str
    title: str
    sentence: str
    options: tuple[tuple[str, str], ...]
    now: Callable[[], str]
    choose: Callable[[str], object]


def looks() -> tuple[Chosen, ...]:
    """Give what is about how everything looks and is said."""
    return (
        Chosen(
            "theme",
            tr("Theme"),
            tr("Light for print and bright rooms, dark for the evening."),
            (("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark"))),
            palette.choice,
            palette.choose,
        ),
        Chosen(
            "language",
            tr("Language"),
            tr("Of the window and of the lessons; torch’s names stay."),
            ((language.SYSTEM, tr("As the system")), *language.LANGUAGES),
            language.choice,
            language.keep,
        ),
        _of(
            settings.TEXT_SIZE,
            tr("Text size"),
            tr("Of the system’s own size: everything grows with it."),
            tuple((str(size), tr("{0} %").format(size)) for size in settings.TEXT_SIZE.choices),
        ),
        _of(
            settings.CONTRAST,
            tr("Contrast"),
            tr("High has stronger edges and grids, and no tints."),
            (("system", tr("As the system")), ("normal", tr("Normal")), ("high", tr("High"))),
        ),
        _of(
            settings.MOTION,
            tr("Motion"),
            tr("Whether panels slide and curves morph; nothing depends on it."),
            (("system", tr("As the system")), ("full", tr("Full")), ("reduced", tr("Reduced"))),
        ),
        _of(
            settings.LINES,
            tr("Lines"),
            tr("Dashes of its own tell a run apart in print and without colours."),
            (("solid", tr("Solid")), ("dashed", tr("Dashed"))),
        ),
    )


def start() -> tuple[Chosen, ...]:
    """Give what is about starting."""
    return (
        _of(
            settings.REOPEN,
            tr("At start"),
            tr("What opens where no file is given."),
            (
                ("last", tr("Last session")),
                ("first-open", tr("First session")),
                ("lessons", tr("Lessons")),
            ),
        ),
    )


def _of(
    setting: Setting[str] | Setting[int], title: str, sentence: str, options: tuple[tuple[str, str], ...]
) -> Chosen:
    """Give the row of a setting, whose values are its options' keys."""

    def choose(key: str) -> None:
        for value in setting.choices:
            if str(value) == key:
                setting.keep(value)  # type: ignore[arg-type]  # it is one of its own choices

    return Chosen(setting.key, title, sentence, options, lambda: str(setting.value), choose)


class SettingRow(QWidget):
    """Shows what is chosen; another choice counts at once."""

    def __init__(self, chosen: Chosen, parent: QWidget) -> None:
        super().__init__(parent)
        self.chosen = chosen
        options = chosen.options
        wide = sum(text_width(text, metrics.font("name")) + 2 * px(metrics.S3) for _, text in options)
        self.chooser: Segmented | ChoiceBox
        if wide <= px(WIDE):
            self.chooser = Segmented(options, name=chosen.title, small=True, parent=self)
        else:
            self.chooser = ChoiceBox(lambda: [Choice(*option) for option in options], name=chosen.title, parent=self)
            self.chooser.setFixedWidth(px(metrics.SETTING_BOX))
        self.chooser.setAccessibleDescription(chosen.sentence)
        lay_out(self, chosen.title, chosen.sentence, self.chooser)
        self.chooser.chosen.connect(self._choose)
        self.show_now()

    def show_now(self) -> None:
        """Show what is chosen now."""
        now = self.chosen.now()
        if isinstance(self.chooser, ChoiceBox):
            self.chooser.show_choice(Choice(now, dict(self.chosen.options).get(now, now)))
        else:
            self.chooser.show_choice(now)

    def _choose(self, key: str) -> None:
        self.chosen.choose(key)
        self.show_now()


def lay_out(row: QWidget, title: str, sentence: str, *controls: QWidget) -> Paragraph:
    """Lay out a row; give the sentence, which may be another one later."""
    words = QVBoxLayout()
    words.setSpacing(0)
    head = ElidedLabel("name", "text", row)
    head.setText(title)
    words.addWidget(head)
    said = Paragraph("secondary", "text2", row)
    said.setText(sentence)
    words.addWidget(said)
    line = QHBoxLayout(row)
    line.setContentsMargins(0, px(metrics.S1), 0, px(metrics.S1))
    line.setSpacing(px(metrics.S4))
    line.addLayout(words, 1)
    for control in controls:
        line.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
    return said
