"""README's pictures: the real window with a real race, in both themes; run it after every visible change."""

from __future__ import annotations

import dataclasses
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp()  # no session of anybody's is put back

from msgspec.structs import replace
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from lrviz import (
    WSDS,
    ConstantLR,
    CosineAnnealingLR,
    CosineAnnealingWarmRestarts,
    CrossEntropyLoss,
    Experiment,
    FocalLoss,
    LinearLR,
    SequentialLR,
)
from lrviz.files import resource
from lrviz.ui import palette
from lrviz.ui.app import application, open_window
from lrviz.ui.figure import Turn
from lrviz.ui.speech import language
from lrviz.ui.window import Window

SIZE = (1280, 800)


def wait(app: QApplication, until: Callable[[], bool]) -> None:
    """Let the window live until something holds, two minutes at most."""
    end = time.monotonic() + 120
    while not until():
        if time.monotonic() > end:
            sys.exit("the window didn't get there within two minutes")
        app.processEvents()
        time.sleep(0.005)


def settle(app: QApplication) -> None:
    """Let the fine drawing and the forecasts follow the quick one."""
    end = time.monotonic() + 3
    wait(app, lambda: time.monotonic() > end)


def three_losses() -> Experiment:
    """Give the first session's cosine with a loss of three kinds."""
    first = Experiment.first_open()
    losses = {
        "cross-entropy": CrossEntropyLoss(),
        "focal": FocalLoss(),
        "label smoothing": CrossEntropyLoss(label_smoothing=0.1),
    }
    runs = (replace(first.runs[2], name=name, loss=loss, colour=i) for i, (name, loss) in enumerate(losses.items()))
    return replace(first, runs=tuple(runs))


def three_compositions() -> Experiment:
    """Give the first session with a schedule of three parts, one of two and a recipe."""
    first = Experiment.first_open()
    warmup = LinearLR(0.01, total_iters=44)
    schedules = {
        "hold and decay": SequentialLR((warmup, ConstantLR(1.0, 0), CosineAnnealingLR(176)), (44, 264)),
        "restarts": SequentialLR((warmup, CosineAnnealingWarmRestarts(99, eta_min=0.02)), (44,)),
        "WSD-S": WSDS(44, (220, 440), decay_steps=44),
    }
    runs = (replace(first.runs[i], name=name, schedule=one) for i, (name, one) in enumerate(schedules.items()))
    return replace(first, runs=tuple(runs))


SCRIPT = """\
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
scheduler = CosineAnnealingLR(
    optimizer, T_max=300)  # epochs * 30

for epoch in range(epochs):
    for x, y in loader:
        loss = criterion(net(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        scheduler.step()
"""
"""What is pasted: a cosine that is stepped past its end."""


def main(folder: Path) -> None:
    """Write all pictures into a folder."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, tempfile.mkdtemp())
    app = application()
    window = open_window()
    window.resize(*SIZE)
    window.show()
    wait(app, lambda: window.races.ready)
    for theme in ("light", "dark"):
        palette.choose(theme)
        window.show_view("schedule")
        settle(app)
        window.grab().save(str(folder / f"schedule-{theme}.png"))
    for theme in ("light", "dark"):
        palette.choose(theme)
        window.race()
        wait(app, lambda: window.races.recording is not None and window.races.recording.step >= 297)
        window.race()
        settle(app)
        window.grab().save(str(folder / f"training-{theme}.png"))
        window.races.steer("stop")
        wait(app, lambda: not window.races.active)
    window.race()
    wait(app, lambda: window.races.state == "done")
    window.show_view("landscape")
    window.store.set_cursor(264)
    ground = window.ground
    wait(app, lambda: ground is not None and ground.panorama.landscape is not None and not ground.surveys.active)
    for theme in ("light", "dark"):
        palette.choose(theme)
        for turned in (None, Turn()):
            window.store.look_from(dataclasses.replace(window.store.outlook, turned=turned))
            settle(app)
            window.grab().save(str(folder / f"{'landscape' if turned is None else 'relief'}-{theme}.png"))
    show_losses(app, window, folder)
    show_compositions(app, window, folder)
    show_code(app, window, folder)
    show_search(app, window, folder)
    show_gradients(app, window, folder)
    show_branch(app, window, folder)
    show_baseline(app, window, folder)
    show_finding(app, window, folder)
    show_card(app, window, folder)
    show_korean(app, window, folder)
    show_lessons(app, window, folder)
    window.races.close()


def show_losses(app: QApplication, window: Window, folder: Path) -> None:
    """Race three losses, and show them."""
    window.store.edit("losses", three_losses())
    window.race()
    wait(app, lambda: window.races.state == "done")
    window.store.set_cursor(242)
    for theme in ("light", "dark"):
        palette.choose(theme)
        window.show_view("loss")
        settle(app)
        window.grab().save(str(folder / f"loss-{theme}.png"))


def show_compositions(app: QApplication, window: Window, folder: Path) -> None:
    """Show schedules that are made of others."""
    window.store.edit("compositions", three_compositions())
    window.store.select(0)
    window.store.set_cursor(300)
    window.show_view("schedule")
    for theme in ("light", "dark"):
        palette.choose(theme)
        settle(app)
        window.grab().save(str(folder / f"composed-{theme}.png"))


def show_code(app: QApplication, window: Window, folder: Path) -> None:
    """Paste a script into the first session, and take its picture."""
    window.store.edit("first", Experiment.first_open())
    QGuiApplication.clipboard().setText(SCRIPT)
    window.incoming.paste()
    for theme in ("light", "dark"):
        palette.choose(theme)
        settle(app)
        window.grab().save(str(folder / f"code-{theme}.png"))


def take(app: QApplication, window: Window, folder: Path, name: str) -> None:
    """Take the window's picture in both themes."""
    for theme in ("light", "dark"):
        palette.choose(theme)
        settle(app)
        window.grab().save(str(folder / f"{name}-{theme}.png"))


def show_search(app: QApplication, window: Window, folder: Path) -> None:
    """Let the LR finder look for the first session's step."""
    window.store.edit("first", Experiment.first_open())
    window.store.select(1)
    window.show_view("finder")
    finder = window.finder
    wait(app, lambda: finder is not None and finder.table().rows != () and not finder.searches.active)
    take(app, window, folder, "finder")


def show_gradients(app: QApplication, window: Window, folder: Path) -> None:
    """Take an update of a race apart."""
    window.race()
    wait(app, lambda: window.races.state == "done")
    window.store.set_cursor(120)
    window.show_view("gradients")
    take(app, window, folder, "gradients")


def show_branch(app: QApplication, window: Window, folder: Path) -> None:
    """Let a constant run branch off where the rate is cut, and race it."""
    window.store.select(0)
    window.store.set_cursor(220)
    window.sidebar.branch_run()
    run = window.store.run
    if run is not None:
        window.store.edit_run(window.store.selected, replace(run, optimizer=replace(run.optimizer, lr=0.02)), "lr")
    window.race()
    wait(app, lambda: window.races.state == "done")
    window.show_view("training")
    window.store.set_cursor(330)
    take(app, window, folder, "branch")


def show_baseline(app: QApplication, window: Window, folder: Path) -> None:
    """Read the first session's race against one of its runs."""
    window.store.edit("first", Experiment.first_open())
    window.race()
    wait(app, lambda: window.races.state == "done")
    window.show_view("training")
    window.store.set_cursor(330)
    window.store.pin("constant")
    take(app, window, folder, "baseline")
    window.store.pin("")


def show_finding(app: QApplication, window: Window, folder: Path) -> None:
    """Look for a scheduler by its first letters."""
    window.seeker.toggle()
    window.seeker.sheet.field.setText("cawr")
    take(app, window, folder, "palette")
    window.seeker.toggle()


def show_card(app: QApplication, window: Window, folder: Path) -> None:
    """Show the card of a scheduler, which is a window of its own."""
    from lrviz.catalog.cards import card_of

    window.show_view("schedule")
    for theme in ("light", "dark"):
        palette.choose(theme)
        window.explaining.open(card_of(CosineAnnealingWarmRestarts))
        settle(app)
        card = app.activePopupWidget()
        if card is not None:
            card.grab().save(str(folder / f"card-{theme}.png"))
            card.close()


def show_korean(app: QApplication, window: Window, folder: Path) -> None:
    """Show the first session in Korean."""
    window.show_view("schedule")
    language.keep("ko")
    take(app, window, folder, "korean")
    language.keep("en")


def show_lessons(app: QApplication, window: Window, folder: Path) -> None:
    """Show the lessons, and one of them at a step that points at something."""
    window.store.edit("first", Experiment.first_open())
    window.store.history.setClean()
    window.classroom.go_home()
    take(app, window, folder, "lessons")
    window.classroom.open_file(resource("lessons", "first-open.toml"))
    for _ in range(2):
        settle(app)
        window.classroom.next()
    wait(app, lambda: window.races.state == "done")
    take(app, window, folder, "lesson")


if __name__ == "__main__":
    main(Path(__file__).parent)
