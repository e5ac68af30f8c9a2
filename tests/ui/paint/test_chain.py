"""The painter of chains and of updates taken apart: what flows is drawn, what doesn't isn't, numbers have colours."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from lrviz.ui import metrics
from lrviz.ui.figure import Axis, Figure, Plot
from lrviz.ui.pages.chain import Anatomy, Box, Chain, Heat, Holds, Spot, Tensor
from lrviz.ui.paint import Sheet, paint
from lrviz.ui.palette import DARK, LIGHT, Theme

SIZE = 1000, 640
HOLDS = (Holds("0.weight", "gradient"), Holds("0.bias", "frozen"))
LAYERS = (
    Box("0", "Linear 8→8", holds=HOLDS, gradient="0.5", about="‖w‖ 3", strength=1.0, recent=np.ones(5, np.float32)),
    Box("1", "ReLU", strength=0.5),
    Box("2", "Linear 8→2", holds=HOLDS, strength=1.0, layers=3, selected=True),
)
CHAIN = Chain("Chain", "note", LAYERS, "8 rows", "2.3", 0)
VALUES = np.array([[-2.0, 0.0], [1.0, np.nan]], np.float32)
HEAT = Heat(VALUES, "‖g‖ 2", " · ±2")
ANATOMY = Anatomy("Update", "Δw = −lr · g", (("gradient", "about"), ("update", "about")), (Tensor("w", (HEAT, None)),))


def painted(figure: Figure, theme: Theme = LIGHT, size: tuple[int, int] = SIZE) -> QImage:
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, *size), figure, theme)
    painter.end()
    return image


def sheet(figure: Figure, size: tuple[int, int] = SIZE) -> Sheet:
    return Sheet(figure, QRectF(0, 0, *size))


def colours(image: QImage, rect: QRectF) -> set[int]:
    return {
        image.pixelColor(x, y).rgb()
        for x in range(round(rect.left()), round(rect.right()))
        for y in range(round(rect.top()), round(rect.bottom()))
    }


def backward(laid: Sheet, index: int) -> QRectF:
    """Give where the arrow is that comes back to a layer."""
    assert laid.chain is not None
    here, there = laid.chain.places[index + 1 : index + 3]
    middle = here.center().y() + 15
    return QRectF(here.right() + 2, middle - 2, there.left() - here.right() - 4, 4)


@pytest.mark.parametrize("wide", range(200, 1000, 40))
def test_the_arrows_to_the_next_row_are_within_the_picture(wide: int) -> None:
    chain = sheet(Figure(chain=replace(CHAIN, boxes=LAYERS * 3)), (wide, 640)).chain
    assert chain is not None
    ends = [place for place, row, then in zip(chain.places, chain.rows, chain.rows[1:], strict=False) if then > row]
    assert ends
    assert all(place.right() + metrics.LINK <= wide + 1 for place in ends)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_an_arrow_comes_back_to_each_layer_that_backward_reaches(theme: Theme) -> None:
    figure = Figure(chain=CHAIN)
    image = painted(figure, theme)
    for index in range(3):
        assert theme.lines[0].rgb() in colours(image, backward(sheet(figure), index))


def test_where_backward_doesnt_come_there_is_no_arrow_but_a_bar_where_it_stops() -> None:
    boxes = tuple(replace(box, strength=None) for box in LAYERS[:2])
    figure = Figure(chain=replace(CHAIN, boxes=(*boxes, LAYERS[2]), stop="backward stops"))
    image, laid = painted(figure), sheet(figure)
    run = LIGHT.lines[0].rgb()
    assert run not in colours(image, backward(laid, 0))
    assert run in colours(image, backward(laid, 1))
    bar = backward(laid, 1).center()
    assert image.pixelColor(QPointF(bar.x(), bar.y() - 6).toPoint()).rgb() == run


def test_a_stronger_gradient_has_a_thicker_arrow() -> None:
    figure = Figure(
        chain=replace(CHAIN, boxes=(replace(LAYERS[0], strength=0.0), replace(LAYERS[1], strength=1.0), LAYERS[2]))
    )
    image, laid = painted(figure), sheet(figure)
    run = LIGHT.lines[0].rgb()
    thick = []
    for index in (0, 1):
        shaft = backward(laid, index)
        x = round(shaft.right()) - 3
        rows = range(round(shaft.center().y()) - 10, round(shaft.center().y()) + 10)
        thick.append(sum(image.pixelColor(x, y).rgb() == run for y in rows))
    assert thick[1] >= 2 * max(1, thick[0])


def test_numbers_have_the_colours_of_their_sign_and_size() -> None:
    figure = Figure(chain=CHAIN, anatomy=ANATOMY)
    image, laid = painted(figure), sheet(figure).anatomy
    assert laid is not None
    rect = laid.picture(0, 0)

    def at(row: int, column: int) -> QColor:
        x, y = rect.left() + (column + 0.5) * rect.width() / 2, rect.top() + (row + 0.5) * rect.height() / 2
        return image.pixelColor(round(x), round(y))

    assert at(0, 0) == LIGHT.below
    assert at(0, 1) == LIGHT.zero
    assert at(1, 1) == LIGHT.error
    half = at(1, 0)
    for channel in ("red", "green", "blue"):
        between = (getattr(LIGHT.zero, channel)() + getattr(LIGHT.above, channel)()) / 2
        assert abs(getattr(half, channel)() - between) <= 2


def test_a_point_of_a_picture_is_a_place_of_its_numbers() -> None:
    laid = sheet(Figure(chain=CHAIN, anatomy=ANATOMY)).anatomy
    assert laid is not None
    rect = laid.picture(0, 0)
    assert laid.spot(rect.topLeft() + QPointF(1, 1)) == Spot(0, 0, 0)
    assert laid.spot(rect.bottomRight() - QPointF(1, 1)) == Spot(0, 1, 1)
    assert laid.spot(laid.picture(0, 1).center()) is None
    assert laid.spot(QPointF(1, 1)) is None


def test_parameters_there_is_no_room_for_are_counted() -> None:
    many = replace(ANATOMY, tensors=tuple(Tensor(f"w{i}", (HEAT, None)) for i in range(30)))
    laid = sheet(Figure(chain=CHAIN, anatomy=many)).anatomy
    assert laid is not None
    assert 1 <= laid.shown < 30
    last, high = laid.tops[-1]
    assert last + high <= SIZE[1]


def test_chain_pictures_and_plots_share_the_height() -> None:
    plots = (Plot("a", Axis(0, 1), Axis(0, 1)), Plot("b", Axis(0, 1), Axis(0, 1)))
    laid = sheet(Figure(plots=plots, columns=2, chain=CHAIN, anatomy=ANATOMY))
    assert laid.chain is not None
    assert laid.anatomy is not None
    assert laid.chain.rect.bottom() <= laid.anatomy.rect.top()
    assert all(pane.cell.top() >= laid.anatomy.rect.bottom() - 1 for pane in laid.panes)
    assert laid.panes[0].cell.top() == laid.panes[1].cell.top()


@pytest.mark.parametrize("size", [(40, 30), (200, 100), (760, 300), (3000, 2000)])
def test_any_size_can_be_painted(size: tuple[int, int]) -> None:
    plots = (Plot("a", Axis(0, 1), Axis(0, 1)),)
    image = painted(Figure(plots=plots, chain=CHAIN, anatomy=ANATOMY), size=size)
    assert not image.isNull()
