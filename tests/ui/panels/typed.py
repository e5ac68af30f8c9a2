"""A person who types into the code of a run."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from lrviz.run import Run
from lrviz.ui.panels.code_panel import CodePanel
from lrviz.ui.store import Store

OWN = """import torch

# warm restarts were worse
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)   # as in the paper
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=100)
"""
ASKING = """optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=10 * len(loader))
"""


def run(store: Store, index: int = 0) -> Run:
    return store.experiment.runs[index]


def type_over(panel: CodePanel, text: str) -> None:
    """Replace all of the code, as pasting over it does."""
    panel.text.selectAll()
    panel.text.insertPlainText(text)


def put_caret_behind(panel: CodePanel, words: str) -> None:
    cursor = panel.text.textCursor()
    cursor.setPosition(panel.text.text.index(words) + len(words))
    panel.text.setTextCursor(cursor)


def settle(panel: CodePanel, qtbot: QtBot) -> None:
    """Let the pause after a key pass, and what is read aside come in."""
    qtbot.waitUntil(lambda: not panel._open and not panel._aside.busy)
