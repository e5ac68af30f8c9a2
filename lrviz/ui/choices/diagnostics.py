"""What helps to find out what is wrong: versions, screen, fonts, settings, the worker, and how the logs end."""

from __future__ import annotations

import getpass
import platform
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontInfo, QGuiApplication

from lrviz import __version__
from lrviz.files import log_folder
from lrviz.jobs.log import log_file
from lrviz.ui import metrics, palette
from lrviz.ui.choices import settings
from lrviz.ui.speech import language

if TYPE_CHECKING:
    from lrviz.ui.window import Window

LINES = 20
"""Last lines of each log that are told."""
MOST = 4000
"""Bytes of a log that are read."""
PACKAGES = ("pyqtgraph", "numpy", "msgspec")


def versions(torch: str) -> dict[str, str]:
    """Give the versions of what lrviz runs on; that of torch only the worker knows."""
    found = {"lrviz": __version__, "Python": platform.python_version()}
    found |= {"Qt": qVersion() or "", "PySide6": PySide6.__version__}
    found |= {package: str(import_module(package).__version__) for package in PACKAGES}  # loaded by then
    return found | {"torch": torch or "not loaded"}


def report(window: Window) -> str:
    """Say everything in plain text, with no path or name of the person in it."""
    return private("\n".join(_lines(window))) + "\n"


def private(text: str) -> str:
    """Write a person's home as ~, and their name as <user>."""
    home = str(Path.home())
    for spelled in dict.fromkeys((home, home.replace("\\", "/"), home.replace("\\", "\\\\"))):
        if len(spelled) > 1:
            text = text.replace(spelled, "~")
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):  # nobody has such a number, or there are none
        return text
    return text if len(name) < 3 or name == "root" else text.replace(name, "<user>")


def _lines(window: Window) -> Iterator[str]:
    races, app = window.races, QGuiApplication.instance()
    yield "## lrviz diagnostics"
    yield from (f"{name}: {said}" for name, said in versions(races.torch).items())
    yield f"system: {platform.platform()}, {platform.machine()}"
    yield f"Qt platform: {QGuiApplication.platformName()}"
    screen = window.screen()
    ratio, rate = screen.devicePixelRatio(), screen.refreshRate()
    yield f"screen: {screen.size().width()}×{screen.size().height()} at ratio {ratio:g}, {rate:.0f} Hz"
    yield f"window: {window.width()}×{window.height()}, view {window.view}"
    points = app.property("systemPoints") if app is not None else None
    fonts = ", ".join(QFontInfo(metrics.font(role)).family() for role in ("body", "code"))
    yield f"fonts: {fonts}; system {points} pt, scale {metrics.scale():g}"
    yield f"theme: {palette.choice()} ({palette.theme().name}); language: {language.choice()} ({language.spoken()})"
    yield "settings: " + ", ".join(f"{one.key} {one.value}" for one in settings.ALL)
    yield "devices: " + (
        "; ".join(f"{info.name} {info.missing or info.label}" for info in races.devices) or "not known"
    )
    yield f"worker: {'ready' if races.ready else 'not ready'}, device {races.device}, race {races.state}"
    experiment = window.store.experiment
    kinds = ", ".join(type(run.schedule).__name__ for run in experiment.runs)
    yield f"session: {type(experiment.problem).__name__}, {experiment.training.steps} steps, runs {kinds}"
    for path in (log_folder() / "lrviz.log", log_file()):
        yield f"\n## {path.name}"
        yield from last_lines(path) or ["empty"]


def last_lines(path: Path) -> list[str]:
    """Give the last lines of a log; none where it can't be read."""
    try:
        with path.open("rb") as log:
            log.seek(0, 2)
            log.seek(max(0, log.tell() - MOST))
            return log.read().decode(errors="replace").splitlines()[-LINES:]
    except OSError:
        return []
