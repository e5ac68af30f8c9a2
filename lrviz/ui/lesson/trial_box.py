"""The box of a step that asks a person to do something: whether it is done, a hint, and a button that does it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lrviz.teaching.lesson import Step
from lrviz.ui import metrics
from lrviz.ui.controls.button import Button
from lrviz.ui.controls.drawing import px
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.lesson.prose import Prose
from lrviz.ui.lesson.tinted import Tinted
from lrviz.ui.lesson.trial import Trial
from lrviz.ui.speech.language import language


class TrialBox(Tinted):
    """Follows the trial."""

    def __init__(self, trial: Trial, parent: QWidget) -> None:
        super().__init__("info", parent)
        self._trial = trial
        self._step: Step | None = None
        self._hinted = False
        self.head = ElidedLabel("section", "text", self)
        self.state = Prose("body", "text2", self)
        self.hint = Prose("body", "text2", self)
        self.show_me = Button("", small=True, parent=self)
        self.hint_button = Button("", kind="ghost", small=True, parent=self)
        row = QHBoxLayout()
        row.setSpacing(px(metrics.S1))
        row.addWidget(self.show_me)
        row.addWidget(self.hint_button)
        row.addStretch(1)
        for widget in (self.head, self.state, self.hint):
            self.column.addWidget(widget)
        self.column.addLayout(row)
        self.show_me.clicked.connect(trial.show)
        self.hint_button.clicked.connect(self._give_hint)
        trial.changed.connect(self._show)

    def show_step(self, step: Step) -> None:
        """Be about a step."""
        self._hinted = self._hinted and step == self._step
        self._step = step
        self._show()

    def _give_hint(self) -> None:
        self._hinted = True
        self._show()

    def _show(self) -> None:
        step, done = self._step, self._trial.done
        if step is None or step.until != self._trial.until:
            return
        self.set_tint("best" if done else "info")
        self.head.setText(self.tr("Done") if done else self.tr("Try it yourself"))
        told = step.done.said(language()) if step.done is not None else self.tr("That is it.")
        following = self._trial.next
        racing = self.tr("It is set. Now race it.")
        waits = racing if following == "race" else self.tr("Not done yet. This box notices when it is.")
        self.state.say(told if done else waits)
        self.show_me.setText(self.tr("Race it") if following == "race" else self.tr("Show me"))
        self.hint_button.setText(self.tr("Hint"))
        if self.show_me.hasFocus() or self.hint_button.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # else Qt moves it on as if by the Tab key
        self.show_me.setVisible(bool(following))
        self.hint_button.setVisible(not done and step.hint is not None and not self._hinted)
        self.hint.setVisible(not done and step.hint is not None and self._hinted)
        self.hint.say(step.hint.said(language()) if step.hint is not None else "")
