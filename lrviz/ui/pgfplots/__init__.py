"""Figures as LaTeX: plots of pgfplots whose curves, names and colours can be edited in the text."""

from lrviz.ui.pgfplots.document import document

__all__ = ["document"]
