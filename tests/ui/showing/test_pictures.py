from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication, QImage

from lrviz.errors import ResourceError
from lrviz.ui.figure import Axis, Figure, Line, Plot
from lrviz.ui.palette import DARK, LIGHT
from lrviz.ui.showing import pictures

pytestmark = pytest.mark.usefixtures("qapp")
x = np.linspace(0, 439, 800)
cosine = 0.1 * (1 + np.cos(np.pi * x / 440))
FIGURE = Figure(
    "cosine falls to 0; constant stays at 0.2.",
    "2 runs over 440 steps.",
    (
        Plot(
            "Learning rate",
            Axis(0, 439, "step", form="whole"),
            Axis(0, 0.21),
            (Line("cosine", 2, x, cosine, cosine), Line("a < b & c", 0, x, 0 * x + 0.2, 0 * x + 0.2, end="0.2")),
        ),
    ),
    describe=lambda: "cosine: 0.2 falling to 0.",
)
FORMATS = ["png", "svg", "pdf"]


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    place = tmp_path / "no"
    place.write_text("a file where a folder is wanted")
    return place / "x"


def written(tmp_path: Path, name: str, figure: Figure = FIGURE, **options: float) -> Path:
    path = tmp_path / name
    pictures.save(figure, path, theme=LIGHT, **options)  # type: ignore[arg-type]  # only numbers are given here
    return path


def test_a_png_has_the_size_asked_for_and_ink_on_it(tmp_path: Path) -> None:
    image = QImage(str(written(tmp_path, "a.png", ratio=2)))
    assert (image.width(), image.height()) == (2560, 1600)
    shown = {image.pixelColor(k % 2560, (k * 7) % 1600).name() for k in range(0, 2560 * 50, 3)}
    assert LIGHT.surface.name() in shown
    assert len(shown) > 5


def test_an_svg_is_well_formed_and_holds_every_word_in_a_family_of_fonts(tmp_path: Path) -> None:
    root = ET.fromstring(written(tmp_path, "a.svg").read_text())  # noqa: S314 - our own file
    texts = list(root.iter("{http://www.w3.org/2000/svg}text"))
    words = {"".join(element.itertext()) for element in texts}
    assert {"cosine", "a < b & c", "step", "Learning rate", "0.20", "400", FIGURE.headline} <= words
    assert all("sans-serif" in element.get("font-family", "") for element in texts)
    assert all(float(element.get("textLength", "0")) > 0 for element in texts if "".join(element.itertext()).strip())
    assert root.get("viewBox") == "0 0 1280 800"


def test_an_svg_draws_nothing_outside_its_plot_without_clipping(tmp_path: Path) -> None:
    high = np.where(np.arange(800) % 80 < 40, 0.1, 1e6)
    plot = Plot("Loss", Axis(0, 439), Axis(0, 1), (Line("run", 1, x, high, high),))
    text = written(tmp_path, "a.svg", Figure(plots=(plot,))).read_text()
    heights = [float(y) for points in re.findall(r'polyline[^>]*points="([^"]*)"', text) for _, y in _pairs(points)]
    assert heights
    assert min(heights) >= 34 - 3
    assert max(heights) <= 800 - 30 + 3


def _pairs(points: str) -> list[list[str]]:
    return [pair.split(",") for pair in points.split()]


def test_a_pdf_has_one_page_of_the_size_asked_for(tmp_path: Path) -> None:
    data = written(tmp_path, "a.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    assert len(re.findall(rb"/Type /Page\b", data)) == 1
    assert re.search(rb"/MediaBox \[0 0 960(\.0+)? 600(\.0+)?\]", data)


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_figure_gives_the_same_file(tmp_path: Path, suffix: str) -> None:
    first, second = (written(tmp_path, f"{name}.{suffix}").read_bytes() for name in "ab")
    assert first == second


@pytest.mark.parametrize("suffix", FORMATS)
def test_another_theme_or_figure_gives_another_file(tmp_path: Path, suffix: str) -> None:
    files = [tmp_path / f"{name}.{suffix}" for name in "abc"]
    pictures.save(FIGURE, files[0], theme=LIGHT)
    pictures.save(FIGURE, files[1], theme=DARK)
    pictures.save(Figure(), files[2], theme=LIGHT)
    assert len({file.read_bytes() for file in files}) == 3


@pytest.mark.parametrize("suffix", FORMATS)
def test_what_cannot_be_written_is_said_in_one_line(locked: Path, suffix: str) -> None:
    with pytest.raises(OSError, match=r"can’t be written: not a directory") as caught:
        pictures.save(FIGURE, locked.with_suffix(f".{suffix}"), theme=LIGHT)
    assert "\n" not in str(caught.value)
    assert list(locked.parent.parent.iterdir()) == [locked.parent]


@pytest.mark.parametrize("name", ["a.gif", "a", "a.png.txt"])
def test_another_format_is_refused_in_words(tmp_path: Path, name: str) -> None:
    with pytest.raises(ResourceError, match=r"a picture is a \.png, \.svg, \.pdf or \.tex file"):
        pictures.save(FIGURE, tmp_path / name, theme=LIGHT)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("size", [(0, 100), (100, -1), (100_000, 100)])
def test_a_picture_of_no_or_endless_size_is_refused(tmp_path: Path, size: tuple[int, int]) -> None:
    with pytest.raises(ResourceError, match="each side must be between 1 and"):
        pictures.save(FIGURE, tmp_path / "a.png", theme=LIGHT, size=size)


def test_an_ending_in_capitals_is_fine(tmp_path: Path) -> None:
    assert written(tmp_path, "A.PNG").read_bytes().startswith(b"\x89PNG")


def test_a_tiny_picture_is_drawn_as_well_as_it_can(tmp_path: Path) -> None:
    pictures.save(FIGURE, tmp_path / "a.png", theme=LIGHT, size=(1, 1))
    assert QImage(str(tmp_path / "a.png")).width() == 1


def test_no_screen_and_no_application_is_needed(tmp_path: Path) -> None:
    code = (
        "from lrviz.ui import palette\nfrom lrviz.ui.showing import pictures\n"
        "from lrviz.ui.figure import Figure\n"
        f"pictures.save(Figure('hello'), {str(tmp_path / 'a.png')!r}, theme=palette.DARK)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], env={"HOME": str(tmp_path)}, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "a.png").stat().st_size > 1000


def test_the_running_application_is_used(qapp: QGuiApplication) -> None:
    assert pictures.application() is qapp
