"""From start to the first window painted and the first curves painted, against importing torch and an empty window.

Every figure is a fresh process timed from outside; the cases take turns, so that a slow spell hits all of them.
CPU time is given too, which a busy machine changes less. With `cold` as argument what each process loads is first
dropped from the system's file cache (Linux).
Targets: window ≤ 0.3, curves ≤ 0.5 of the baseline.
"""

from __future__ import annotations

import itertools
import os
import resource
import site
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import lrviz

ROUNDS = 7
HOME = tempfile.mkdtemp()
"""Where no window has left a session."""

EMPTY = """
import torch
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, app.quit)
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""

LRVIZ = """
import os
from lrviz.ui.app import application, open_window
app = application()
window = open_window()
window.furnished.disconnect()
if {curves}:
    def watch(key):
        window.pages[key].canvas.drawn.connect(lambda: (window.grab(), os._exit(0)))
    window.paged.connect(watch)
else:
    window.furnishing.begin = lambda: os._exit(0)
window.show()
app.exec()
"""


def seconds(program: str) -> tuple[float, float]:
    """Time one fresh process from start to end: by the clock, and the CPU time it took."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_STATE_HOME": f"{HOME}/{time.time_ns()}"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package is compiled
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", program], check=True, env=environment, capture_output=True)  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - began, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def chill() -> None:
    """Drop from the file cache all that the packages in this environment hold."""
    folders = [*site.getsitepackages(), str(Path(lrviz.__file__).parent)]
    for path in itertools.chain.from_iterable(Path(folder).rglob("*") for folder in folders):
        if path.is_file():
            file = os.open(path, os.O_RDONLY)
            os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(file)


def main() -> None:
    cold = "cold" in sys.argv
    programs = {
        "torch and an empty window": EMPTY,
        "first window painted": LRVIZ.format(curves=False),
        "first curves painted": LRVIZ.format(curves=True),
    }
    for program in programs.values():
        seconds(program)  # warm the file cache
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in programs}
    for _ in range(ROUNDS):
        for name, program in programs.items():
            if cold:
                chill()
            times[name].append(seconds(program))
    for at, what in enumerate(("by the clock", "of CPU time")):
        baseline = statistics.median(one[at] for one in times["torch and an empty window"])
        for name, measured in times.items():
            each = [one[at] for one in measured]
            median = statistics.median(each)
            spread = f"{min(each):.2f}–{max(each):.2f} s"
            print(f"{name:28} {median * 1000:6.0f} ms {what}  ×{median / baseline:.2f}  ({spread})")


if __name__ == "__main__":
    main()
