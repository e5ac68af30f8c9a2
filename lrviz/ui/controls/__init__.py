"""The controls of the window, one a file: real Qt widgets underneath, painted from the tokens of `lrviz.ui.palette`."""

from lrviz.ui.controls.button import Button, IconButton
from lrviz.ui.controls.label import ElidedLabel
from lrviz.ui.controls.segmented import Segmented

__all__ = ["Button", "ElidedLabel", "IconButton", "Segmented"]
