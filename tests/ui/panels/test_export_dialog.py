"""The dialog of pictures: by its keys and clicks, and what the files it writes really are."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from lrviz import CosineAnnealingLR, Experiment, Run
from lrviz.ui.palette import DARK, LIGHT
from lrviz.ui.panels.export_dialog import ExportDialog
from lrviz.ui.window import Window

PLAN = Experiment.of(Run("constant"), Run("cosine", CosineAnnealingLR(66)), steps=66)
TEXT = "{http://www.w3.org/2000/svg}text"


@pytest.fixture
def plan() -> Experiment:
    return PLAN


@pytest.fixture
def dialog(window: Window) -> ExportDialog:
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    (made,) = window.findChildren(ExportDialog)
    return made


def choose(dialog: ExportDialog, suffix: str, preset: str) -> None:
    QTest.mouseClick(dialog.form.format.button(suffix), Qt.MouseButton.LeftButton)
    dialog.form.size_choice.chosen.emit(preset)
    QApplication.processEvents()


def saved(dialog: ExportDialog, path: Path, qtbot: QtBot) -> Path:
    with qtbot.waitSignal(dialog.written) as told:
        dialog.make(path)
    assert told.args == [str(path)]
    return path


def words(path: Path) -> set[str]:
    return {"".join(one.itertext()) for one in ET.fromstring(path.read_text()).iter(TEXT)}  # noqa: S314 - our own file


def test_a_column_of_a_paper_is_a_png_of_its_size_in_millimetres(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(dialog, ".png", "column")
    assert dialog.size_line.text() == "1004 × 709 pixels · 85 × 60 mm"
    with Image.open(saved(dialog, tmp_path / "a.png", qtbot)) as image:
        assert image.size == (1004, 709)
        assert image.mode == "RGB"
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.01)


def test_a_background_can_be_seen_through_and_the_curves_cannot(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(dialog, ".png", "column")
    QTest.mouseClick(dialog.form.checks["transparent"], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    with Image.open(saved(dialog, tmp_path / "a.png", qtbot)) as image:
        pixels = np.asarray(image)
    assert pixels.shape == (709, 1004, 4)
    corners = pixels[[0, 0, -1, -1], [0, -1, 0, -1]]
    assert (corners[:, 3] == 0).all()
    line = LIGHT.lines[0]
    drawn = (pixels == [line.red(), line.green(), line.blue(), 255]).all(axis=-1)
    assert drawn.sum() > 500


def test_an_svg_and_a_pdf_say_how_large_they_are_on_paper(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    choose(dialog, ".svg", "columns")
    assert dialog.size_line.text() == "178 × 100 mm"
    assert not dialog.form.rows["dpi"].isVisible()
    root = ET.fromstring(saved(dialog, tmp_path / "a.svg", qtbot).read_text())  # noqa: S314 - our own file
    assert (root.get("width"), root.get("height")) == ("178mm", "100mm")


def test_a_pdf_has_the_page_that_was_asked_for_and_its_fonts(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(dialog, ".pdf", "column")
    data = saved(dialog, tmp_path / "a.pdf", qtbot).read_bytes()
    found = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+) *\]", data)
    assert found is not None
    assert [float(side) * 25.4 / 72 for side in found.groups()] == pytest.approx([85, 60], abs=1e-3)
    assert b"/FontFile" in data


@pytest.mark.parametrize("suffix", [".svg", ".pdf"])
def test_words_as_outlines_need_no_font(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot, suffix: str) -> None:
    choose(dialog, suffix, "columns")
    assert dialog.form.checks["outlines"].isChecked() == (suffix == ".svg"), "a PDF holds its fonts"
    if suffix == ".pdf":
        QTest.mouseClick(dialog.form.checks["outlines"], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    data = saved(dialog, tmp_path / f"a{suffix}", qtbot).read_bytes()
    assert b"<text" not in data
    assert b"/FontFile" not in data


def test_one_pane_some_runs_and_no_headline(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    choose(dialog, ".svg", "slide")
    QTest.mouseClick(dialog.form.checks["outlines"], Qt.MouseButton.LeftButton)
    assert dialog._shown.canvas.figure.headline in words_of(dialog)
    dialog.form.pane.chosen.emit("lr")
    QTest.mouseClick(dialog.form.checks["headline"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.form.run_checks["constant"], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    said = words(saved(dialog, tmp_path / "a.svg", qtbot))
    assert {"Learning rate", "cosine"} <= said
    assert not said & {"Forecast", "constant", dialog._shown.canvas.figure.headline}


def test_numbers_are_called_as_people_write(dialog: ExportDialog) -> None:
    labels = [row.label for row in dialog.form.rows.values()]
    assert labels == ["Width", "Height", "Dots per inch", "Type size", "Line width"]
    assert dialog.form.rows["font_size"].entry.accessibleName() == "Type size"
    assert dialog.form.rows["font_size"].slider.accessibleName() == "Type size"
    assert [dialog.form.rows[name].entry._unit for name in ("width", "font_size", "line_width")] == ["px", "pt", "pt"]


def words_of(dialog: ExportDialog) -> str:
    assert dialog._page is not None
    return dialog._page.figure.headline


def test_the_preview_is_the_picture_only_smaller(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    choose(dialog, ".png", "slide")
    QTest.mouseClick(dialog.form.theme_choice.button("dark"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not dialog.preview.busy)
    shown = dialog.preview.grab(dialog.preview._place.toAlignedRect()).toImage()
    made = QImage(str(saved(dialog, tmp_path / "a.png", qtbot)))
    assert made.pixelColor(3, 3) == DARK.surface
    smooth = made.scaled(shown.size(), mode=Qt.TransformationMode.SmoothTransformation)
    canvas = QImage(shown.size(), QImage.Format.Format_RGB32)
    painter = QPainter(canvas)
    painter.drawImage(0, 0, shown)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, smooth)
    painter.end()
    apart = np.frombuffer(canvas.constBits(), np.uint8).reshape(-1, 4)[:, :3]
    assert apart.mean() < 2


def test_a_number_out_of_bounds_is_said_and_the_last_one_stays(dialog: ExportDialog) -> None:
    dialog.form.rows["font_size"].edited.emit(400.0, False)
    assert dialog.form.rows["font_size"].error.text() == "Type size must be at most 72. Still drawn with 9."
    dialog.form.rows["width"].edited.emit(19_999.0, False)
    dialog.form.rows["height"].edited.emit(19_999.0, False)
    QApplication.processEvents()
    assert "it may have 100 million in all" in dialog.error.text()
    assert not dialog.save.isEnabled()


def test_a_size_of_ones_own_keeps_its_length_in_another_unit(dialog: ExportDialog) -> None:
    choose(dialog, ".png", "column")
    QTest.mouseClick(dialog.form.unit.button("px"), Qt.MouseButton.LeftButton)
    assert (dialog.form.paper.width, dialog.form.paper.height) == (1004, 709)
    assert dialog.form.size_choice.choice == "own"


def test_how_it_was_made_is_remembered_for_each_format(
    dialog: ExportDialog, window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), ""))
    choose(dialog, ".pdf", "columns")
    dialog.form.rows["font_size"].edited.emit(6.5, False)
    with qtbot.waitSignal(dialog.written):
        QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert (tmp_path / "mine.pdf").exists()
    assert window.page is not None
    again = ExportDialog(window.page, window.store.experiment, window)
    assert (again.form.suffix, again.form.size_choice.choice) == (".pdf", "columns")
    assert again.form.paper.font_size == 6.5
    QTest.mouseClick(again.form.format.button(".png"), Qt.MouseButton.LeftButton)
    assert (again.form.size_choice.choice, again.form.paper.font_size) == ("screen", 9)
    again.deleteLater()


def test_what_cannot_be_written_is_said_and_another_try_is_open(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.make(tmp_path / "no" / "a.png")
    qtbot.waitUntil(dialog.save.isEnabled)
    assert "can’t be written: no such file or directory" in dialog.error.text()
    assert dialog.isVisible()


def test_a_view_without_a_plot_says_what_it_lacks_also_without_a_headline(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    window.show_view("landscape")
    assert window.page is not None
    dialog = ExportDialog(window.page, window.store.experiment, window)
    choose(dialog, ".svg", "column")
    dialog.form.checks["outlines"].click()
    assert not dialog.form.paper.headline
    assert "Nobody has walked here yet." in words(saved(dialog, tmp_path / "a.svg", qtbot))
